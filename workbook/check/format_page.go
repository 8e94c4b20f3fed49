package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
)

// PageText is a rule's page as Explain gives it, for people at a terminal: lines
// no wider than style.Width characters, and no Markdown. A table stands in
// columns, or where they don't fit as a line for each cell. The cell that an
// example is about is bold where style has colour, and begins with ">" where it
// has none.
func PageText(page string, style TextStyle) string {
	t := pageWriter{width: max(style.Width, narrowest), bold: style.Colour}
	lines := strings.Split(strings.TrimSpace(page), "\n")
	for i := 0; i < len(lines); i++ {
		switch line := strings.TrimSpace(lines[i]); {
		case line == "":
			t.gap()
		case strings.HasPrefix(line, "#"):
			t.heading(strings.TrimSpace(strings.TrimLeft(line, "#")))
		case strings.HasPrefix(line, "|"):
			from := i
			for i+1 < len(lines) && strings.HasPrefix(lines[i+1], "|") {
				i++
			}
			t.table(tableRows(lines[from : i+1]))
		default:
			t.paragraph("", strings.NewReplacer("*", "", "`", "").Replace(line))
		}
	}
	return t.out.String()
}

// narrowest is the least width in characters that lines are broken to.
const narrowest = 24

type pageWriter struct {
	out   strings.Builder
	width int
	bold  bool
	blank bool // a blank line stands last
}

func (t *pageWriter) line(s string) {
	t.out.WriteString(strings.TrimRight(s, " ") + "\n")
	t.blank = false
}

func (t *pageWriter) gap() {
	if !t.blank && t.out.Len() > 0 {
		t.line("")
		t.blank = true
	}
}

func (t *pageWriter) heading(text string) {
	t.gap()
	t.line(t.strong(text))
}

func (t *pageWriter) strong(text string) string {
	if !t.bold {
		return text
	}
	return "\x1b[1m" + text + "\x1b[0m"
}

// paragraph breaks a text to the width; its second line and those below begin
// under the end of first.
func (t *pageWriter) paragraph(first, text string) {
	indent := utf8.RuneCountInString(first)
	for _, line := range wrap(text, max(t.width-indent, narrowest/2)) {
		t.line(first + line)
		first = strings.Repeat(" ", indent)
	}
}

// pageCell is a cell of an example.
type pageCell struct {
	text  string
	about bool // what the example is about
}

// tableRows are the cells of a table in Markdown, without the line below its
// headings.
func tableRows(lines []string) [][]pageCell {
	var rows [][]pageCell
	for i, line := range lines {
		if i == 1 {
			continue
		}
		var row []pageCell
		for _, text := range strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|") {
			text = strings.TrimSpace(text)
			plain := strings.ReplaceAll(text, "**", "")
			row = append(row, pageCell{text: strings.ReplaceAll(plain, "`", ""), about: plain != text})
		}
		rows = append(rows, row)
	}
	return rows
}

const columnGap = 2

func (t *pageWriter) table(rows [][]pageCell) {
	t.gap()
	if !t.bold {
		for _, row := range rows {
			for i := range row {
				if row[i].about {
					row[i].text = "> " + row[i].text
				}
			}
		}
	}
	widths, fit := columnWidths(rows, t.width)
	if !fit {
		t.terms(rows)
		return
	}
	for i, row := range rows {
		t.row(row, widths)
		if i == 0 {
			rule := make([]string, len(widths))
			for c, w := range widths {
				rule[c] = strings.Repeat("-", w)
			}
			t.line(strings.Join(rule, strings.Repeat(" ", columnGap)))
		}
	}
}

// columnWidths are the widths in characters at which a table fits into width:
// the widest columns give way first, and none is narrower than its longest word.
func columnWidths(rows [][]pageCell, width int) (widths []int, fit bool) {
	var least []int
	for _, row := range rows {
		for c, cell := range row {
			if c == len(widths) {
				widths, least = append(widths, 1), append(least, 1)
			}
			widths[c] = max(widths[c], utf8.RuneCountInString(cell.text))
			for _, word := range strings.Fields(cell.text) {
				least[c] = max(least[c], utf8.RuneCountInString(word))
			}
		}
	}
	sum := columnGap * (len(widths) - 1)
	for _, w := range widths {
		sum += w
	}
	for ; sum > width; sum-- {
		widest := -1
		for c, w := range widths {
			if w > least[c] && (widest < 0 || w > widths[widest]) {
				widest = c
			}
		}
		if widest < 0 {
			return nil, false
		}
		widths[widest]--
	}
	return widths, true
}

// row prints a row, its cells broken to the widths of their columns.
func (t *pageWriter) row(row []pageCell, widths []int) {
	broken := make([][]string, len(row))
	height := 0
	for c, cell := range row {
		broken[c] = wrap(cell.text, widths[c])
		height = max(height, len(broken[c]))
	}
	for i := range height {
		var line strings.Builder
		for c, cell := range row {
			text := ""
			if i < len(broken[c]) {
				text = broken[c][i]
			}
			pad := strings.Repeat(" ", widths[c]-utf8.RuneCountInString(text)+columnGap)
			if cell.about && text != "" {
				text = t.strong(text)
			}
			line.WriteString(text + pad)
		}
		t.line(line.String())
	}
}

// terms prints a table that is too wide for columns: every cell after its
// heading, a blank line between rows.
func (t *pageWriter) terms(rows [][]pageCell) {
	for _, row := range rows[1:] {
		t.gap()
		for c, cell := range row[:min(len(row), len(rows[0]))] {
			if cell.text != "" {
				t.paragraph(rows[0][c].text+": ", cell.text)
			}
		}
	}
}

// List is every rule with its severity and the first sentence of its page, those
// of loading first, in lines no wider than width characters, and how many there
// are.
func List(width int) string {
	t := pageWriter{width: width}
	rule := func(name string, severity workbook.Severity, doc string) {
		t.paragraph(fmt.Sprintf("%-*s %-8s ", longestName(), name, severity), firstSentence(doc))
	}
	for _, r := range plainRules() {
		rule(r.Name, r.Severity, r.Doc)
	}
	for _, r := range All {
		rule(r.Name, r.Severity, r.Doc)
	}
	t.paragraph("", fmt.Sprintf("%d rules in all. A check says how many of them it tried: a few need an earlier workbook, or are for a submission or a public edition.", len(plainRules())+len(All)))
	return t.out.String()
}

func longestName() int {
	return len(slices.MaxFunc(RuleNames(), func(a, b string) int { return len(a) - len(b) }))
}
