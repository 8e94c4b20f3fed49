package html

import (
	"math"
	"strconv"

	"actionplan/report"
)

// Places within a picture are in % of its width where it stretches with the
// page, else in CSS pixels.
type place float64

// String rounds to hundredths.
func (p place) String() string {
	return strconv.FormatFloat(math.Round(float64(p)*100)/100, 'f', -1, 64)
}

// bar is a status bar, as wide as the page is.
type bar struct {
	Blocks  []barBlock
	widened bool
}

// barBlock is one block; X and W are %, the rest pixels around its middle.
type barBlock struct {
	report.Block
	X, W place

	// Roomy is the class of the drawing with shape and number, Tight of that
	// with the number alone: "always", "wide" or "close" for screens of that
	// kind only, "" for never.
	Roomy, Tight  string
	ShapeX, TextX place
	Plate, Small  plate
}

// plate is the plain fill behind words on a pattern.
type plate struct{ X, W place }

const (
	betweenBlocks = 0.4   // %
	phoneBar      = 288.0 // px, the narrowest bar that is drawn for
	pageBar       = 576.0 // px, the narrowest where a page is wide
	digit         = 10.1  // px, of a count
	shapeAndGap   = 21.0  // px
)

// newBar shares the bar's width among its blocks by their counts.
func newBar(blocks []report.Block) bar {
	widths, widened := blockWidths(blocks)
	b := bar{widened: widened}
	x := 0.0
	for i, block := range blocks {
		b.Blocks = append(b.Blocks, newBlock(block, x, widths[i]))
		x += widths[i] + betweenBlocks
	}
	return b
}

func newBlock(block report.Block, x, w float64) barBlock {
	number := digit * float64(len(strconv.Itoa(block.Count)))
	content := shapeAndGap + number
	b := barBlock{
		Block: block, X: place(x), W: place(w),
		ShapeX: place(-content / 2), TextX: place(-content/2 + shapeAndGap),
		Plate: plate{place(-content/2 - 4), place(content + 8)},
		Small: plate{place(-number/2 - 3), place(number + 6)},
	}
	switch room := content + 6; {
	case w*phoneBar/100 >= room:
		b.Roomy = "always"
	case w*pageBar/100 >= room:
		b.Roomy, b.Tight = "wide", "close"
	default:
		b.Tight = "always"
	}
	return b
}

// blockWidths are in %. A block too narrow for its number on a phone is
// widened, and the others give way in proportion.
func blockWidths(blocks []report.Block) (widths []float64, widened bool) {
	widths = make([]float64, len(blocks))
	fixed := make([]bool, len(blocks))
	for {
		room, total := 100-betweenBlocks*float64(len(blocks)-1), 0.0
		for i, b := range blocks {
			if fixed[i] {
				room -= widths[i]
			} else {
				total += float64(b.Count)
			}
		}
		again := false
		for i, b := range blocks {
			if fixed[i] {
				continue
			}
			widths[i] = room * float64(b.Count) / total
			least := 100 * (digit*float64(len(strconv.Itoa(b.Count))) + 4) / phoneBar
			if widths[i] < least {
				widths[i], fixed[i], again, widened = least, true, true, true
			}
		}
		if !again {
			return widths, widened
		}
	}
}

// Widened says that a block of a bar is drawn wider than its count.
func (p *page) Widened() bool { return newBar(p.Status.Now).widened || newBar(p.Status.Then).widened }
