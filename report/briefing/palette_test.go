package briefing

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"actionplan/report/tagged"
	"actionplan/workbook"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c tagged.Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b tagged.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// lightness is L* of CIELAB: 0 is black, 100 white.
func lightness(c tagged.Color) float64 {
	y := luminance(c)
	if y <= 216.0/24389 {
		return y * 24389 / 27
	}
	return 116*math.Cbrt(y) - 16
}

// The older formula that many printers turn colours into grey by.
func printerGrey(c tagged.Color) float64 {
	return 0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)
}

func TestEveryMeaningHasALook(t *testing.T) {
	for _, m := range append([]workbook.Meaning{workbook.MeaningUnknown}, workbook.Meanings...) {
		l, ok := looks[m]
		if !ok {
			t.Errorf("%s has no look", m)
		}
		if c := contrast(l.text, l.fill); c < 4.5 {
			t.Errorf("%s: text on fill is %.1f to 1, below 4.5", m, c)
		}
	}
	for name, c := range map[string]struct {
		colour tagged.Color
		least  float64
	}{"ink": {ink, 19.5}, "grey text": {muted, 7}, "rule": {grey, 3}, "link": {link, 8}} {
		if got := contrast(c.colour, white); got < c.least {
			t.Errorf("%s on white is %.1f to 1, below %.1f", name, got, c.least)
		}
	}
	if got := contrast(ink, onDiagonals); got < 4.5 {
		t.Errorf("ink on the diagonal lines is %.1f to 1", got)
	}
}

func TestMeaningsDifferInGrey(t *testing.T) {
	told := func(m workbook.Meaning) bool { return looks[m].pattern != plain || looks[m].fill == white }
	for i, a := range workbook.Meanings {
		for j, b := range workbook.Meanings[i+1:] {
			apart := math.Abs(lightness(looks[a].fill) - lightness(looks[b].fill))
			if j == 0 && apart < 25 {
				t.Errorf("%s and %s are neighbours and differ by L* %.0f, less than 25", a, b, apart)
			}
			if apart < 11 {
				t.Errorf("%s and %s differ by L* %.0f, less than 11", a, b, apart)
			}
			if apart < 15 && !told(a) && !told(b) {
				t.Errorf("%s and %s differ by L* %.0f and neither has a pattern", a, b, apart)
			}
			darker := lightness(looks[a].fill) < lightness(looks[b].fill)
			if darker != (printerGrey(looks[a].fill) < printerGrey(looks[b].fill)) {
				t.Errorf("%s and %s change places in a printer's grey", a, b)
			}
		}
	}
}

func TestPaletteIsTheOneMeasured(t *testing.T) {
	for m, want := range map[workbook.Meaning]struct{ onFill, lightness string }{
		workbook.Embedded: {"7.5", "36"}, workbook.Delivered: {"9.6", "74"}, workbook.OnTrack: {"4.8", "48"}, workbook.AtRisk: {"14.0", "87"},
		workbook.OffTrack: {"11.5", "24"}, workbook.NotStarted: {"19.6", "100"}, workbook.Withdrawn: {"6.4", "61"},
	} {
		l := looks[m]
		if got := fmt.Sprintf("%.1f", contrast(l.text, l.fill)); got != want.onFill {
			t.Errorf("%s: text on fill is %s, want %s", m, got, want.onFill)
		}
		if got := fmt.Sprintf("%.0f", lightness(l.fill)); got != want.lightness {
			t.Errorf("%s: L* is %s, want %s", m, got, want.lightness)
		}
	}
}

func TestNoTwoMeaningsShareAShape(t *testing.T) {
	seen := map[uintptr]workbook.Meaning{}
	for _, m := range workbook.Meanings {
		draw := shapes[m]
		if draw == nil {
			t.Fatalf("%s has no shape", m)
		}
		at := reflect.ValueOf(draw).Pointer()
		if other, ok := seen[at]; ok {
			t.Errorf("%s and %s share a shape", m, other)
		}
		seen[at] = m
	}
}

func TestBlockWidths(t *testing.T) {
	tests := []struct {
		reason  string
		counts  []int
		width   float64
		widened bool
	}{
		{"in proportion", []int{1, 2, 5, 3, 2, 1}, 146, false},
		{"a plan of 300: small groups are widened", []int{41, 88, 102, 37, 20, 9, 3}, 170, true},
		{"one alone takes all", []int{1}, 170, false},
		{"very unequal", []int{2000, 1, 1, 1, 1, 1, 1}, 146, true},
	}
	for _, tt := range tests {
		blocks := blocksOf(tt.counts)
		widths, widened := blockWidths(blocks, tt.width)
		if widened != tt.widened {
			t.Errorf("%s: widened is %v", tt.reason, widened)
		}
		sum := betweenBlocks * float64(len(blocks)-1)
		for i, w := range widths {
			sum += w
			if w < leastWidth(blocks[i].Count)-1e-9 {
				t.Errorf("%s: %d has only %.2f", tt.reason, blocks[i].Count, w)
			}
		}
		if math.Abs(sum-tt.width) > 1e-6 {
			t.Errorf("%s: blocks and gaps make %.3f, not %.0f", tt.reason, sum, tt.width)
		}
	}
}
