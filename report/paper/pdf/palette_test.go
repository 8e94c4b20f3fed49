package pdf

import (
	"fmt"
	"math"
	"testing"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
	"actionplan/workbook/contrast"
)

// onWhite is the contrast of a colour with white.
func onWhite(c tagged.Color) float64 {
	return contrast.Of(fmt.Sprintf("%02x%02x%02x", c.R, c.G, c.B), "fff")
}

func TestTextCanBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		colour tagged.Color
		least  float64
	}{"ink": {ink, 19.5}, "grey text": {muted, 7}, "rule": {grey, 3}, "link": {link, 8}} {
		if got := onWhite(c.colour); got < c.least {
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
			if w < roomyWidth(blocks[i])-1e-9 {
				t.Errorf("%s: %d has only %.2f", tt.reason, blocks[i].N, w)
			}
		}
		if math.Abs(sum-tt.width) > 1e-6 {
			t.Errorf("%s: blocks and gaps make %.3f, not %.0f", tt.reason, sum, tt.width)
		}
	}
}
