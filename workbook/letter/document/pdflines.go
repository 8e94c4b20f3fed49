package document

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// line is one line of a page.
type line struct {
	pieces
	text   string
	x0, x1 float64
	y      float64
	size   float64
	bold   bool
	page   int
	margin float64 // how far right the lines around it reach
}

// byLines reads by where the text stands: a paragraph ends where a gap is
// wide, where the next word would still have fitted, or where a bullet, a
// number, another size or weight begins.
func (f *pdfFile) byLines() *Document {
	var lines []line
	for i, p := range f.pages {
		lines = append(lines, pageLines(p.runs, i+1)...)
	}
	lines = withoutFurniture(lines, len(f.pages))
	doc := &Document{}
	var item line // the first of the item that may still go on
	layout := layoutOf(lines)
	layout.setMargins(lines)
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && layout.together(lines[i:end], lines[end]) {
			end++
		}
		b := layout.block(lines[i:end])
		if i > 0 && hangs(lines[i], item) && b.Kind == Paragraph {
			b.Kind, b.Level = Item, 1 // tidy joins it to the item before the page end
		}
		if label, _ := splitLabel(lines[i].text); label != "" {
			item = lines[i]
		} else if b.Kind != Item && b.Kind != Note {
			item = line{}
		}
		doc.Blocks = append(doc.Blocks, b)
		i = end
	}
	return doc
}

// hangs tells that a line on the next page stands under the text of an item,
// and not at the margin.
func hangs(l, item line) bool {
	label, _ := splitLabel(l.text)
	return item.text != "" && label == "" && l.bold == item.bold && l.page == item.page+1 && l.x0 > item.x0+6 && l.x0 < item.x0+45
}

// pageLines puts the runs of a page into lines, from top to bottom.
func pageLines(runs []run, page int) []line {
	shown := slices.Clone(runs)
	shown = slices.DeleteFunc(shown, func(r run) bool { return strings.TrimSpace(r.text) == "" && r.x1-r.x0 < 0.01 || r.artifact })
	slices.SortStableFunc(shown, func(a, b run) int { return compare(b.y, a.y) })
	var lines []line
	for i := 0; i < len(shown); {
		end := i + 1
		for end < len(shown) && shown[i].y-shown[end].y < 0.55*math.Max(shown[i].size, shown[end].size) {
			end++
		}
		if l := newLine(shown[i:end], page); l.text != "" {
			lines = append(lines, l)
		}
		i = end
	}
	return lines
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func newLine(runs []run, page int) line {
	runs = slices.Clone(runs)
	slices.SortStableFunc(runs, func(a, b run) int { return compare(a.x0, b.x0) })
	l := line{x0: math.Inf(1), x1: math.Inf(-1), page: page}
	for _, r := range runs {
		l.add(r, page)
		if strings.TrimSpace(r.text) != "" {
			l.x0, l.x1 = math.Min(l.x0, r.x0), math.Max(l.x1, r.x1)
		}
	}
	l.text, l.size, l.bold = oneLine(l.join()), l.mainSize(), l.pieces.bold()
	for _, r := range runs {
		if math.Round(r.size*2)/2 == l.size {
			l.y = r.y
		}
	}
	return l
}

var digits = words.MustCompile(`\d+`)

// withoutFurniture leaves out page numbers, and what stands at the same
// height of several pages with the same words.
func withoutFurniture(lines []line, pages int) []line {
	type spot struct {
		text string
		y    int
	}
	on := map[spot]int{}
	spotOf := func(l line) spot { return spot{digits.ReplaceAllString(l.text, "0"), int(math.Round(l.y / 4))} }
	for _, l := range lines {
		on[spotOf(l)]++
	}
	least := max(3, pages/3)
	var kept []line
	for i, l := range lines {
		edge := i == 0 || lines[i-1].page != l.page || i == len(lines)-1 || lines[i+1].page != l.page
		number := edge && pageNumber.MatchString(l.text)
		if !number && on[spotOf(l)] < least {
			kept = append(kept, l)
		}
	}
	return kept
}

var pageNumber = words.MustCompile(`(?i)^(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$`)

// layout is what most lines of a document share.
type layout struct {
	size, leading, right float64
}

func layoutOf(lines []line) layout {
	sizes := map[float64]int{}
	var l layout
	for _, x := range lines {
		if sizes[x.size] += len(x.text); sizes[x.size] > sizes[l.size] {
			l.size = x.size
		}
	}
	var gaps, rights []float64
	for i, x := range lines {
		if x.size != l.size {
			continue
		}
		rights = append(rights, x.x1)
		if i > 0 && lines[i-1].page == x.page && lines[i-1].size == x.size {
			gaps = append(gaps, lines[i-1].y-x.y)
		}
	}
	l.leading, l.right = quantile(gaps, 0.4), quantile(rights, 0.95)
	return l
}

// setMargins tells each line how far right its neighbours reach: a box is
// narrower than the page.
func (l layout) setMargins(lines []line) {
	for i := 0; i < len(lines); {
		end := i + 1
		right := lines[i].x1
		for end < len(lines) && lines[end].page == lines[i].page && lines[end-1].y-lines[end].y < 1.35*math.Max(l.leading, 1.1*lines[end].size) {
			right = math.Max(right, lines[end].x1)
			end++
		}
		if end-i < 4 {
			right = l.right
		}
		for ; i < end; i++ {
			lines[i].margin = right
		}
	}
}

func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[int(q*float64(len(values)-1))]
}

// together tells whether a line goes on with the lines before it.
func (l layout) together(block []line, next line) bool {
	last := block[len(block)-1]
	label, _ := splitLabel(next.text)
	switch {
	case next.page != last.page, label != "" && !looksLikeDate(next.text):
		return false
	case math.Abs(next.size-last.size) > 0.1*last.size, next.bold != last.bold && !mixed(block, next):
		return false
	case last.y-next.y > 1.35*math.Max(l.leading, 1.1*last.size):
		return false
	}
	if opensLow(next.text) && unfinished(last.text) && last.x1 > 0.85*last.margin {
		return true
	}
	first, _, _ := strings.Cut(next.text, " ")
	perLetter := (last.x1 - last.x0) / float64(max(utf8.RuneCountInString(last.text), 1))
	return last.x1+perLetter*float64(utf8.RuneCountInString(first)+1) > last.margin
}

// mixed tells that a bold line within a paragraph is emphasis rather than a
// heading.
func mixed(block []line, next line) bool {
	return len(block) > 1 && block[0].bold != block[len(block)-1].bold || opensLow(next.text) && unfinished(block[len(block)-1].text)
}

func (l layout) block(lines []line) Block {
	b := Block{Page: lines[0].page, Last: lines[0].page, Bold: true}
	for _, x := range lines {
		b.Text = joined(b.Text, x.text)
		b.Bold = b.Bold && x.bold
	}
	size := lines[0].size
	switch {
	case size < 0.88*l.size && words.MustCompile(`^\d{1,2}\s`).MatchString(b.Text):
		b.Kind = Note
	case size > 1.12*l.size && len(lines) <= 3 && len(b.Text) < 200:
		b.Kind, b.Level = Heading, 1
	}
	return b
}
