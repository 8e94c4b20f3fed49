package tracker

import "strings"

// Row heights have to be written down: Excel fits rows to their text only
// when somebody types, not when it opens a file. They are worked out from the
// widths of Arial's letters.

const (
	lineHeight  = 14.5 // points, of 11 point Arial
	rowPadding  = 4.0
	highestRow  = 409.0 // Excel's limit
	digitWidth  = 556   // of Arial, in thousandths of the size; columns are measured in digits
	cellPadding = 700   // left and right, with some to spare for other machines' fonts
)

// arialWidths are the widths of the letters from space to tilde.
var arialWidths = [95]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

func letterWidth(r rune) int {
	if r >= ' ' && r <= '~' {
		return arialWidths[r-' ']
	}
	if r > 0x2E80 {
		return 1000
	}
	return 600
}

// lineCount is on how many lines text stands in a column of that many digits.
// scale is its font's size over 11 point, a little more for bold.
func lineCount(text string, width, scale float64) int {
	room := int((width*digitWidth - cellPadding) / scale)
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines += wrapped(paragraph, room)
	}
	return lines
}

// indented is how much a cell of a table is narrower than its column: three spaces.
const indented = 1.5

// cellLines is lineCount in a cell of a table.
func cellLines(text string, width, scale float64) int {
	return lineCount(text, width-indented, scale)
}

// wrapped breaks at spaces and hyphens, and within a word that is wider than
// the column.
func wrapped(paragraph string, room int) int {
	lines, used, word := 1, 0, 0
	for _, r := range paragraph {
		w := letterWidth(r)
		if r == ' ' {
			used, word = used+word+w, 0
			continue
		}
		if used+word+w > room {
			if used == 0 || word+w > room {
				word = 0
			}
			lines, used = lines+1, 0
		}
		word += w
		if r == '-' || r == '/' {
			used, word = used+word, 0
		}
	}
	return lines
}

// rowHeight is the height of a row of that many lines, in points.
func rowHeight(lines int) float64 {
	return min(float64(max(lines, 1))*lineHeight+rowPadding, highestRow)
}
