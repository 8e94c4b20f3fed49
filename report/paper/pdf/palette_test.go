package pdf

import (
	"math"
	"testing"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
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

func TestTextCanBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		colour tagged.Color
		least  float64
	}{"ink": {ink, 19.5}, "grey text": {muted, 7}, "rule": {grey, 3}, "link": {link, 8}} {
		if got := contrast(c.colour, white); got < c.least {
			t.Errorf("%s on white is %.1f to 1, below %.1f", name, got, c.least)
		}
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
		var blocks []block.Count
		for _, n := range tt.counts {
			blocks = append(blocks, block.Count{N: n})
		}
		widths, widened := blockWidths(blocks, tt.width)
		if widened != tt.widened {
			t.Errorf("%s: widened is %v", tt.reason, widened)
		}
		sum := betweenBlocks * float64(len(blocks)-1)
		for i, w := range widths {
			sum += w
			if w < leastWidth(blocks[i].N)-1e-9 {
				t.Errorf("%s: %d has only %.2f", tt.reason, blocks[i].N, w)
			}
		}
		if math.Abs(sum-tt.width) > 1e-6 {
			t.Errorf("%s: blocks and gaps make %.3f, not %.0f", tt.reason, sum, tt.width)
		}
	}
}
