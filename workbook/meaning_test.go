package workbook

import (
	"math"
	"strconv"
	"testing"

	"actionplan/workbook/contrast"
	"actionplan/workbook/words"
)

func TestEveryMeaningIsWhole(t *testing.T) {
	shapes := map[Shape]Meaning{}
	for _, m := range append([]Meaning{MeaningUnknown}, Meanings...) {
		l := m.Look()
		for what, text := range map[string]string{"name": m.String(), "definition": m.Definition(), "few words": m.Short(), "fill": string(l.Fill), "ink": string(l.Ink)} {
			if text == "" {
				t.Errorf("%s has no %s", m, what)
			}
		}
		if (l.Stripe != "") != (l.Pattern == InnerFrame || l.Pattern == Diagonals || l.Pattern == Horizontals) {
			t.Errorf("%s: a pattern of lines has a colour, and nothing else has", m)
		}
		if other, taken := shapes[l.Shape]; taken {
			t.Errorf("%s and %s share a shape", m, other)
		}
		shapes[l.Shape] = m
		if back, ok := ParseMeaning(m.Word()); ok != (m != MeaningUnknown) || back != m {
			t.Errorf("%q reads back as %s", m.Word(), back)
		}
	}
	for name, order := range map[string][]Meaning{"palette": Meanings, "key": KeyOrder, "worst first": WorstFirst} {
		seen := map[Meaning]bool{}
		for _, m := range order {
			seen[m] = true
		}
		delete(seen, MeaningUnknown)
		if len(seen) != len(meanings)-1 {
			t.Errorf("the %s order has %d of the seven meanings", name, len(seen))
		}
	}
}

func TestColoursCanBeToldApart(t *testing.T) {
	for _, s := range Swatches {
		if got := contrast.Of(string(s.Fill), string(s.Ink)); got < 4.5 {
			t.Errorf("%s: text on fill is %.1f to 1, below 4.5", s.Name, got)
		}
		if FindSwatch(" "+words.Capital(s.Name)) != s {
			t.Errorf("%s is not found by its name", s.Name)
		}
	}
	told := func(m Meaning) bool { return m.Look().Pattern != Plain || m.Look().Fill == Paper }
	for i, a := range Meanings {
		for j, b := range Meanings[i+1:] {
			apart := math.Abs(lightness(t, a) - lightness(t, b))
			if j == 0 && apart < 25 {
				t.Errorf("%s and %s are neighbours and differ by L* %.0f, less than 25", a, b, apart)
			}
			if apart < 11 || apart < 15 && !told(a) && !told(b) {
				t.Errorf("%s and %s differ by L* %.0f", a, b, apart)
			}
			if (lightness(t, a) < lightness(t, b)) != (printerGrey(t, a) < printerGrey(t, b)) {
				t.Errorf("%s and %s change places in a printer's grey", a, b)
			}
		}
	}
}

// lightness is L* of CIELAB: 0 is black, 100 white.
func lightness(t *testing.T, m Meaning) float64 {
	y := contrast.Luminance(string(m.Look().Fill))
	if y <= 216.0/24389 {
		return y * 24389 / 27
	}
	return 116*math.Cbrt(y) - 16
}

// printerGrey is the older formula that many printers turn colours into grey
// by.
func printerGrey(t *testing.T, m Meaning) float64 {
	n, err := strconv.ParseUint(string(m.Look().Fill), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return 0.299*float64(n>>16&255) + 0.587*float64(n>>8&255) + 0.114*float64(n&255)
}
