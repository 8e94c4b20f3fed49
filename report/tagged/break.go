package tagged

import (
	"slices"
	"unicode"
)

// A glyph is one character of a paragraph with its width and where it came from.
type glyph struct {
	r      rune    // as drawn
	actual rune    // as written, if no font has it; else 0
	width  float64 // mm
	run    int32
	face   uint8
}

// objectRune stands in a line for a Shape.
const objectRune = '\uFFFC'

// glyphs measures runs in a style.
func (d *Doc) glyphs(runs []Run, style Style) []glyph {
	var out []glyph
	for i, run := range runs {
		if run.Shape != nil {
			out = append(out, glyph{r: objectRune, width: run.Shape.W, run: int32(i)})
			continue
		}
		text := Clean(run.Text)
		if out == nil {
			out = make([]glyph, 0, len(text))
		}
		perThousand := style.Size * mmPerPt / 1000
		for _, r := range text {
			if r == '\n' {
				out = append(out, glyph{r: r, run: int32(i)})
				continue
			}
			drawn, face, w, found := d.faceFor(r, style.Bold || run.Bold)
			g := glyph{r: drawn, width: float64(w) * perThousand, run: int32(i), face: face}
			if !found {
				g.actual = r
				d.substituted(r, text)
			}
			out = append(out, g)
		}
	}
	return out
}

// A setText is a paragraph of one run as it was laid out.
type setText struct {
	text  string
	style Style
	bold  bool
	width float64
}

// mostKept is how many glyphs are kept of paragraphs that were laid out: all of a
// paper of a hundred pages, in 12 MB.
const mostKept = 1 << 19

// settings keeps paragraphs. Most come again: what is measured is then drawn, a
// document is laid out until its page numbers are true, and a table says the same
// of many rows.
type settings struct {
	lines map[setText][][]glyph
	kept  int
}

// linesOf are the lines of runs no wider than width. Nobody changes them.
func (d *Doc) linesOf(runs []Run, style Style, width float64) [][]glyph {
	if len(runs) != 1 || runs[0].Shape != nil {
		return breakLines(d.glyphs(runs, style), width)
	}
	set := setText{runs[0].Text, style, runs[0].Bold, width}
	if lines, known := d.settings.lines[set]; known {
		return lines
	}
	glyphs := d.glyphs(runs, style)
	lines := breakLines(glyphs, width)
	isWhole := !slices.ContainsFunc(glyphs, func(g glyph) bool { return g.actual != 0 }) // else it is said anew that a letter is missing
	if isWhole && d.settings.kept+len(glyphs) <= mostKept {
		d.settings.lines[set], d.settings.kept = lines, d.settings.kept+len(glyphs)
	}
	return lines
}

// tolerance forgives sums of widths that differ in their last bits.
const tolerance = 1e-6

// breakLines cuts glyphs into lines no wider than width: at spaces, which hang
// at the end of the line; after hyphens and slashes, but not within a number
// or date; and, only when a word is wider than the column, after the last
// letter that fits. Nothing is added or lost: the lines joined are the input.
func breakLines(glyphs []glyph, width float64) [][]glyph {
	var lines [][]glyph
	start, i := 0, 0
	used := 0.0
	lastBreak := 0
	cut := func(at int) {
		lines = append(lines, glyphs[start:at])
		start, i, lastBreak, used = at, at, at, 0
	}
	for i < len(glyphs) {
		g := glyphs[i]
		switch {
		case g.r == '\n':
			cut(i + 1)
			continue
		case g.r == ' ':
			lastBreak = i + 1
		case used+g.width > width+tolerance && i > start:
			switch {
			case lastBreak > start:
				cut(lastBreak)
			default:
				cut(letterStart(glyphs, start, i))
			}
			continue
		case breaksAfter(glyphs, start, i):
			lastBreak = i + 1
		}
		used += g.width
		i++
	}
	if start < len(glyphs) {
		lines = append(lines, glyphs[start:])
	}
	return lines
}

// letterStart moves a cut back so that an accent stays with its letter.
func letterStart(glyphs []glyph, start, at int) int {
	for back := at; back > start; back-- {
		if !unicode.Is(unicode.Mn, glyphs[back].r) {
			return back
		}
	}
	return at
}

// breaksAfter says whether a line may end after glyph i, a hyphen or slash
// inside a word.
func breaksAfter(glyphs []glyph, start, i int) bool {
	r := glyphs[i].r
	if r != '-' && r != '‐' && r != '/' {
		return false
	}
	if i == start || i+1 == len(glyphs) {
		return false
	}
	before, after := glyphs[i-1].r, glyphs[i+1].r
	if before == ' ' || after == r || unicode.Is(unicode.Mn, after) {
		return false // "-5", "//"
	}
	return !(unicode.IsDigit(before) && unicode.IsDigit(after)) && !tens[wordBefore(glyphs, start, i)]
}

// tens are what numbers in words begin with: "eighty-two" is one number.
var tens = map[string]bool{"twenty": true, "thirty": true, "forty": true, "fifty": true, "sixty": true, "seventy": true, "eighty": true, "ninety": true}

// wordBefore is the word that ends before glyph i, in small letters.
func wordBefore(glyphs []glyph, start, i int) string {
	from := i
	for from > start && unicode.IsLetter(glyphs[from-1].r) {
		from--
	}
	word := make([]rune, 0, i-from)
	for _, g := range glyphs[from:i] {
		word = append(word, unicode.ToLower(g.r))
	}
	return string(word)
}

// lineWidth is the width of a line without the spaces that hang at its end.
func lineWidth(line []glyph) float64 {
	end := len(line)
	for end > 0 && (line[end-1].r == ' ' || line[end-1].r == '\n') {
		end--
	}
	w := 0.0
	for _, g := range line[:end] {
		w += g.width
	}
	return w
}
