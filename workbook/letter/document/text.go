package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// readText reads plain text or Markdown, whose lines may be broken anywhere.
func readText(text string, markdown bool) (*Document, error) {
	text = decode([]byte(text))
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n").Replace(text)
	t := textReader{markdown: markdown || marksHeadings(text), doc: &Document{}, width: wrapWidth(text)}
	if strings.Contains(strings.TrimRight(text, "\f\n "), "\f") {
		t.page = 1
	}
	lines := strings.Split(text, "\n")
	rows := tableRows(lines, t.markdown)
	for n, raw := range lines {
		if len(t.doc.Blocks) > maxBlocks {
			return nil, errHuge
		}
		if rows[n] {
			t.tableRow(strings.Join(cellsOf(raw), "|"))
			continue
		}
		for i, part := range strings.Split(raw, "\f") {
			if i > 0 && t.page > 0 {
				t.end()
				t.page++
			}
			t.line(part)
		}
	}
	t.end()
	t.doc.Pages = t.page
	t.joinSplit()
	return t.doc, nil
}

// cellGap parts the cells of a table in plain text: tabs, or a wide gap.
var cellGap = words.MustCompile(`\t+| {3,}`)

func cellsOf(raw string) []string {
	return cellGap.Split(strings.ReplaceAll(strings.TrimSpace(raw), "|", "/"), -1)
}

// tableRows tells the lines of plain text that are rows of tables: at least
// two lines in a row have the same number of cells, the last of them short,
// and none is a bullet or number with its tab.
func tableRows(lines []string, markdown bool) map[int]bool {
	rows := map[int]bool{}
	if markdown {
		return rows
	}
	count := func(i int) int {
		if i < 0 || i >= len(lines) || strings.Contains(lines[i], "\f") {
			return 0
		}
		cells := cellsOf(lines[i])
		label, _ := splitLabel(cells[0] + " x")
		if n := len(cells); n < 2 || n > 4 || label != "" || utf8.RuneCountInString(cells[n-1]) > 50 {
			return 0
		}
		return len(cells)
	}
	for i := range lines {
		if n := count(i); n > 0 && (count(i-1) == n || count(i+1) == n) {
			rows[i] = true
		}
	}
	return rows
}

// marksHeadings tells Markdown by its headings, whatever the file is called.
func marksHeadings(text string) bool {
	return len(mdHeadings.FindAllString(text, 2)) == 2
}

var mdHeadings = words.MustCompile(`(?m)^#{1,6} +\S`)

// wrapWidth is how long the lines of a text are that was broken by a
// program: 0 where each paragraph is one line.
func wrapWidth(text string) int {
	var lengths []int
	for l := range strings.SplitSeq(text, "\n") {
		if n := utf8.RuneCountInString(strings.TrimSpace(l)); n > 40 {
			lengths = append(lengths, n)
		}
	}
	if len(lengths) < 5 {
		return 0
	}
	slices.Sort(lengths)
	longest := lengths[len(lengths)*95/100]
	if longest > 160 {
		return 0
	}
	return longest
}

type textReader struct {
	markdown bool
	doc      *Document
	width    int
	page     int
	block    Block
	last     string // the line before, as it was broken
	open     bool
	hard     bool // Markdown: the line before ended in a break
	table    int
	row      int
	full     []bool // by block: its last line was as long as a line can be
}

var (
	mdHeading = words.MustCompile(`^(#{1,6})\s+(.*?)\s*#*$`)
	mdTable   = words.MustCompile(`^\|(.*)\|$`)
	mdRule    = words.MustCompile(`^(?:[-*_]\s*){3,}$|^\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*$`)
	mdLink    = words.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	mdBold    = words.MustCompile(`^(?:\*\*|__)([^*_]+)(?:\*\*|__)$`)
	mdMarks   = words.MustCompile(`\*\*|__|(?:^|\s)\*(\S[^*]*\S)\*|` + "`")
	mdEscape  = words.MustCompile(`\\([\\` + "`" + `*_{}\[\]()#+\-.!>|])`)
)

func (t *textReader) line(raw string) {
	trimmed := strings.TrimSpace(plain.Replace(raw))
	if t.markdown && (mdRule.MatchString(trimmed)) {
		t.end()
		return
	}
	if trimmed == "" {
		t.end()
		t.table = 0
		return
	}
	if t.markdown && t.markedLine(raw, trimmed) {
		return
	}
	t.add(raw, Block{Text: trimmed, Level: t.indentLevel(raw)})
	t.hard = t.markdown && (strings.HasSuffix(raw, "  ") || strings.HasSuffix(trimmed, "\\"))
}

// markedLine reads what Markdown marks in a line: headings, tables, bold.
func (t *textReader) markedLine(raw, trimmed string) bool {
	if m := mdHeading.FindStringSubmatch(trimmed); m != nil {
		t.end()
		t.block = Block{Kind: Heading, Level: len(m[1]), Text: unmarked(m[2])}
		t.open = true
		t.end()
		return true
	}
	if m := mdTable.FindStringSubmatch(trimmed); m != nil {
		t.tableRow(m[1])
		return true
	}
	if m := mdBold.FindStringSubmatch(trimmed); m != nil && !t.open {
		t.add(raw, Block{Text: m[1], Bold: true})
		return true
	}
	return false
}

func (t *textReader) tableRow(row string) {
	t.end()
	if t.table == 0 {
		t.table, t.row = 1, 0
		for _, b := range t.doc.Blocks {
			t.table = max(t.table, b.Table+1)
		}
	}
	t.row++
	for i, cell := range strings.Split(row, "|") {
		t.block = Block{Text: unmarked(cell), Table: t.table, Row: t.row, Col: i + 1}
		t.open = true
		t.end()
	}
}

func unmarked(text string) string {
	text = mdLink.ReplaceAllString(text, "$1")
	text = mdMarks.ReplaceAllString(text, "$1")
	return strings.TrimSpace(mdEscape.ReplaceAllString(text, "$1"))
}

// indentLevel is how deep in lists a line stands: Markdown indents by two
// spaces, others by three or more.
func (t *textReader) indentLevel(raw string) int {
	spaces, step := 0, 3
	if t.markdown {
		step = 2
	}
	for _, r := range raw {
		switch r {
		case ' ':
			spaces++
		case '\t':
			spaces += 4
		default:
			return 1 + spaces/step
		}
	}
	return 1
}

// add puts a line behind the block that is open, or opens a new one.
func (t *textReader) add(raw string, b Block) {
	label, _ := splitLabel(b.Text)
	if looksLikeDate(b.Text) {
		label = ""
	}
	if t.open && label == "" && !b.Bold && t.goesOn(b.Text) {
		t.block.Text = joined(t.block.Text, b.Text)
		t.last = strings.TrimSpace(raw)
		return
	}
	t.end()
	t.block, t.open = b, true
	t.last = strings.TrimSpace(raw)
}

// goesOn tells whether a line goes on with the one before it. A line that
// left room for the next word was ended on purpose.
func (t *textReader) goesOn(next string) bool {
	if t.markdown {
		short := utf8.RuneCountInString(t.last) < 50 && utf8.RuneCountInString(next) < 50 && t.block.Label == ""
		return !t.hard && !t.block.Bold && (!short || opensLow(next) || midway.MatchString(t.last))
	}
	if t.width == 0 {
		return false
	}
	first, _, _ := strings.Cut(next, " ")
	return utf8.RuneCountInString(t.last)+1+utf8.RuneCountInString(first) > t.width-3 || opensLow(next)
}

func (t *textReader) end() {
	if !t.open {
		return
	}
	b := t.block
	t.block, t.open, t.hard = Block{}, false, false
	if t.markdown && b.Kind != Heading {
		b.Text = unmarkedLine(b.Text)
	}
	b.Page, b.Last = t.page, t.page
	b = b.labelled()
	if b.Kind == Paragraph {
		b.Level = 0
	}
	t.doc.Blocks = append(t.doc.Blocks, b)
	t.full = append(t.full, t.width > 0 && utf8.RuneCountInString(t.last) > t.width*8/10)
}

// unmarkedLine keeps the star or dash that begins an item.
func unmarkedLine(text string) string {
	if label, rest := splitLabel(text); label != "" {
		return label + " " + unmarked(rest)
	}
	return unmarked(text)
}

// joinSplit joins what copying from a PDF has parted by empty lines. In a
// list whose bullets were lost in copying, each line that follows the colon
// is an item.
func (t *textReader) joinSplit() {
	var kept []Block
	listed := false
	for i, b := range t.doc.Blocks {
		n := len(kept) - 1
		if n >= 0 && splitFrom(kept[n], b, listed && !t.full[i-1]) {
			kept[n].Text, kept[n].Last = joined(kept[n].Text, b.Text), b.Last
			continue
		}
		if b.Kind == Paragraph && b.Text != "" {
			if listed = listed && opensLow(b.Text); listed {
				b.Kind, b.Level = Item, 1
			}
			listed = listed || strings.HasSuffix(b.Text, ":")
		}
		kept = append(kept, b)
	}
	t.doc.Blocks = kept
}

// splitFrom tells that b goes on with a.
func splitFrom(a, b Block, listed bool) bool {
	if b.Label != "" || b.Kind != Paragraph || a.Kind == Heading || a.Table != 0 || b.Table != 0 || a.Text == "" || b.Text == "" || !unfinished(a.Text) {
		return false
	}
	long := utf8.RuneCountInString(a.Text) > 50
	switch {
	case midway.MatchString(a.Text) && long, strings.HasSuffix(a.Text, "–"):
		return true
	case listed:
		return false
	}
	return opensLow(b.Text) && len(a.Text) > 30 || long && strings.HasPrefix(b.Text, "(")
}
