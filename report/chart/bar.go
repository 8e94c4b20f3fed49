package chart

// Shares divides a width of 1 among counts, with a gap between each and the
// next. A share narrower than least says the count at i needs is widened, and
// the others give way in proportion; where all of them need more than there is,
// bare says what they need at the least. Counts are at least 1.
func Shares(counts []int, gap float64, least, bare func(i int) float64) (widths []float64, widened bool) {
	need := gap * float64(len(counts)-1)
	for i := range counts {
		need += least(i)
	}
	if need > 1 {
		least = bare
	}
	widths = make([]float64, len(counts))
	fixed := make([]bool, len(counts))
	for {
		room, total := 1-gap*float64(len(counts)-1), 0.0
		for i, n := range counts {
			if fixed[i] {
				room -= widths[i]
			} else {
				total += float64(n)
			}
		}
		again := false
		for i, n := range counts {
			if fixed[i] {
				continue
			}
			widths[i] = room * float64(n) / total
			if need := least(i); widths[i] < need {
				widths[i], fixed[i], again, widened = need, true, true, true
			}
		}
		if !again {
			return widths, widened
		}
	}
}
