package portfolio

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"actionplan/workbook/words"
)

// Compared is a measure that several plans have under one name.
type Compared struct {
	Name   string
	Says   string    // how to read it
	Points []Reading // in the order of the alphabet
	Strips []Strip   // the same in one picture, or in one for each region
	Levels []Line    // England, statistical neighbours
	Unit   string
	// England is the national figure where all plans agree on it.
	England    *float64
	Neighbours []float64 // the lowest and the highest that the plans give, once where they are the same
	Low, High  float64   // of the scale
}

// Strip is the plans of one picture.
type Strip struct {
	Heading string // the region's; the measure's where there is one picture
	Alt     string
	Points  []Reading
}

// mostInStrip is how many points can still be told apart in one picture.
const mostInStrip = 35

// Reading is one plan's latest reading of it.
type Reading struct {
	Name, Words, Sure, Period string
	Region                    string  // "Region not known" where it is not
	Value, From, To           float64 // From and To are the interval, both Value where it is not known
	Known                     bool    // the interval is
}

const mostMeasures = 8

// measures are those that at least two plans have by the same name and unit,
// in the order of how many have them.
func measures(rows []Row) []Compared {
	type group struct {
		name, unit string
		of         []Measure
		by         []Row
	}
	groups := map[string]*group{}
	for _, r := range rows {
		seen := map[string]bool{}
		for _, m := range r.Measures {
			key := m.key()
			if seen[key] {
				continue
			}
			seen[key] = true
			if groups[key] == nil {
				groups[key] = &group{name: m.Name, unit: m.Unit}
			}
			groups[key].of = append(groups[key].of, m)
			groups[key].by = append(groups[key].by, r)
		}
	}
	var list []*group
	for _, g := range groups {
		if len(g.of) > 1 {
			list = append(list, g)
		}
	}
	slices.SortFunc(list, func(a, b *group) int {
		return cmp.Or(cmp.Compare(len(b.of), len(a.of)), strings.Compare(words.Fold(a.name), words.Fold(b.name)))
	})
	var all []Compared
	for _, g := range list[:min(len(list), mostMeasures)] {
		all = append(all, compared(g.name, g.of, g.by))
	}
	return all
}

// key is what measures have in common that are compared: the words of their
// name, whatever stands between them, and the unit, per cent however it is
// spelled.
func (m Measure) key() string {
	name := strings.FieldsFunc(words.Fold(m.Name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	unit := words.Fold(m.Unit)
	if m.Percent {
		unit = "%"
	}
	return strings.Join(name, " ") + "\x00" + unit
}

// alone says of how many measures no second plan has one of that name.
func alone(rows []Row) string {
	plans, read := map[string]int{}, map[string]bool{}
	for _, r := range rows {
		seen := map[string]bool{}
		add := func(key string, reading bool) {
			read[key] = read[key] || reading
			if !seen[key] {
				seen[key] = true
				plans[key]++
			}
		}
		for _, m := range r.Measures {
			add(m.key(), true)
		}
		for _, key := range r.without {
			add(key, false)
		}
	}
	n, without := 0, 0
	for key, of := range plans {
		if of == 1 {
			n++
			if !read[key] {
				without++
			}
		}
	}
	if n == 0 || len(rows) < 2 {
		return ""
	}
	unread := ""
	if without > 0 {
		unread = " (" + words.Number(without) + " of them without a reading)"
		if n == 1 {
			unread = ", without a reading"
		}
	}
	return words.OpeningCount(n, "measure is", "measures are") + " in one plan only under that name and unit" + unread + ", and can't be compared. Names are one where their words are; nothing is read into them."
}

func compared(name string, of []Measure, by []Row) Compared {
	c := Compared{Name: name, Unit: of[0].Unit, Low: math.Inf(1), High: math.Inf(-1)}
	england, same := of[0].England, true
	low, high := math.Inf(1), math.Inf(-1) // of the neighbours
	unsure := 0
	for i, m := range of {
		r := Reading{Name: by[i].Name, Region: cmp.Or(by[i].Region, "Region not known"), Value: m.Value, From: m.Value, To: m.Value, Words: figure(m, m.Value), Period: "No date"}
		if !m.PeriodEnd.IsZero() {
			r.Period = m.PeriodEnd.Short()
		}
		if from, to, known := m.Interval(); known {
			r.From, r.To, r.Known = from, to, true
			r.Sure = fmt.Sprintf("%s to %s, of %s", figure(m, r.From), figure(m, r.To), words.Number(int(m.Denominator.Value)))
		} else {
			r.Sure = "Not known: no numbers given"
			unsure++
		}
		c.Points = append(c.Points, r)
		same = same && m.England == england
		if m.Neighbours.Set {
			low, high = min(low, m.Neighbours.Value), max(high, m.Neighbours.Value)
		}
		c.Low, c.High = min(c.Low, r.From, m.Value), max(c.High, r.To, m.Value)
	}
	slices.SortStableFunc(c.Points, func(a, b Reading) int { return strings.Compare(a.Name, b.Name) })
	if england.Set && same {
		v := england.Value
		c.England = &v
		c.Levels = append(c.Levels, Line{"England", figure(of[0], v)})
		c.Low, c.High = min(c.Low, v), max(c.High, v)
	}
	if !math.IsInf(low, 0) {
		text := figure(of[0], low)
		if low != high {
			text += " to " + figure(of[0], high)
			c.Neighbours = append(c.Neighbours, high)
		}
		c.Neighbours = append(c.Neighbours, low)
		c.Low, c.High = min(c.Low, low), max(c.High, high)
		c.Levels = append(c.Levels, Line{"Statistical neighbours", text})
	}
	c.Says = "Plans stand in the order of the alphabet, from left to right, and not in that of their figures, because most differences are smaller than what chance makes: where two bars overlap, the figures do not say which is higher. " +
		"A bar is the 95% interval of a share (Wilson's)."
	if unsure > 0 {
		c.Says += " " + words.OpeningCount(unsure, "plan gives", "plans give") + " no numbers, so how sure the figure is can't be said."
	}
	c.Strips = strips(name, c.Points)
	return c
}

// strips are all plans in one picture or, where they would run into one
// another, those of each region, the regions in the order of the alphabet.
func strips(name string, points []Reading) []Strip {
	if len(points) <= mostInStrip {
		return []Strip{{name, altOf(name, points), points}}
	}
	byRegion := map[string][]Reading{}
	for _, r := range points {
		byRegion[r.Region] = append(byRegion[r.Region], r)
	}
	var all []Strip
	for _, region := range slices.Sorted(maps.Keys(byRegion)) {
		all = append(all, Strip{region, altOf(name+", "+region, byRegion[region]), byRegion[region]})
	}
	return all
}

func altOf(name string, points []Reading) string {
	byValue := func(a, b Reading) int { return cmp.Compare(a.Value, b.Value) }
	return fmt.Sprintf("%s: %s from %s to %s.", name, words.Count(len(points), "plan", "plans"), slices.MinFunc(points, byValue).Words, slices.MaxFunc(points, byValue).Words)
}

func figure(m Measure, v float64) string {
	switch {
	case m.Percent:
		return words.Measured(v, "%")
	case m.Unit == words.Pounds:
		return words.Measured(v, m.Unit)
	}
	return strings.TrimSpace(words.Decimal(v) + " " + m.Unit)
}

// Interval is between which figures the share that a measure reads may lie, by
// its numbers alone; not known where it is no share or gives none.
func (m Measure) Interval() (from, to float64, known bool) {
	n, of := m.Numerator, m.Denominator
	if !m.Percent || !n.Set || !of.Set || of.Value <= 0 || n.Value < 0 || n.Value > of.Value {
		return 0, 0, false
	}
	from, to = wilson(n.Value, of.Value)
	return from, to, true
}

// wilson is the 95 % interval of a share in per cent (Wilson 1927), which
// stays between 0 and 100 for small numbers too.
func wilson(n, of float64) (from, to float64) {
	const z = 1.959964
	p := n / of
	middle := (p + z*z/(2*of)) / (1 + z*z/of)
	half := z / (1 + z*z/of) * math.Sqrt(p*(1-p)/of+z*z/(4*of*of))
	return 100 * max(0, middle-half), 100 * min(1, middle+half)
}
