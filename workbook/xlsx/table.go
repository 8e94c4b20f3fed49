package xlsx

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// AddedSheet is a sheet of words that is put behind the sheets of a finished
// workbook.
type AddedSheet struct {
	Name     string
	Intro    []string // lines above the table, the first is the title
	Headings []string
	Widths   []float64 // in characters
	Rows     []AddedRow
}

// AddedRow is one row of such a table.
type AddedRow struct {
	Values []string
	Link   Cell   // where the cell under LinkIn leads; none without a sheet
	LinkIn int    // column from 0
	Fill   string // the colour of the first cell, such as FFC7CE; "" for none
}

// AddSheets puts sheets behind those of a workbook and makes it open on the
// first of them. Every other part stays as it is, byte for byte, but for the
// lists that have to name the new ones. The same input gives the same bytes.
func AddSheets(data []byte, sheets ...AddedSheet) ([]byte, error) {
	p, err := OpenPackage(data)
	if err != nil {
		return nil, err
	}
	for i := range sheets {
		index, err := p.AddTable(&sheets[i])
		if err != nil {
			return nil, err
		}
		if i > 0 {
			continue
		}
		if err := p.ShowSheet(index); err != nil {
			return nil, err
		}
	}
	return p.Zip()
}

// AddTable adds a sheet and gives its index.
func (p *Package) AddTable(s *AddedSheet) (index int, err error) {
	styles, err := p.Styles()
	if err != nil {
		return 0, err
	}
	looks := newTableLooks(styles)
	for _, r := range s.Rows {
		looks.fill(styles, r.Fill)
	}
	if styles.Err != nil {
		return 0, styles.Err
	}
	before, err := p.Sheets()
	if err != nil {
		return 0, err
	}
	FitPage(s.Widths)
	markup := tableMarkup{sheet: s, looks: looks, space: p.mainSpace()}
	if err := p.addSheet(s.Name, markup.write()); err != nil {
		return 0, err
	}
	heading := len(s.Intro) + 2
	titles := fmt.Sprintf("%s!$%d:$%d", QuoteSheet(s.Name), heading, heading)
	return len(before), p.SetName("_xlnm.Print_Titles", titles, len(before), false)
}

// FitPage makes the columns of a sheet that would not print on one A4 page on
// its side in words of 8 points, which is as small as can be read, so narrow
// that they do: those of texts, whose rows grow instead. Widths are in
// characters of 11 points.
func FitPage(widths []float64) {
	const page, narrow = 168.0, 14.0 // a column of dates or counts is no wider
	fixed, texts := 0.0, 0.0
	for _, w := range widths {
		fixed += min(w, narrow)
		texts += max(0, w-narrow)
	}
	if fixed+texts <= page || fixed >= page {
		return
	}
	for i, w := range widths {
		if w > narrow {
			widths[i] = math.Floor(10*(narrow+(w-narrow)*(page-fixed)/texts)) / 10
		}
	}
}

// mainSpace is the namespace of the workbook's markup: there are two editions
// of the format.
func (p *Package) mainSpace() string {
	if _, root, err := p.Open(p.main); err == nil {
		name := "xmlns"
		if prefix := strings.TrimSuffix(root.Prefix(), ":"); prefix != "" {
			name = prefix
		}
		if space := root.Attr(name); space != "" {
			return space
		}
	}
	return "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
}

// tableInk is the colour of the words of an added sheet.
const tableInk = "1A1A1A"

type tableLooks struct {
	title, intro, head, words, link int
	filled                          map[string]int // by colour
}

func newTableLooks(s *StyleSheet) tableLooks {
	return tableLooks{
		title:  s.cell(fontMarkup(true, 16, tableInk, ""), "", false, false),
		intro:  s.cell(fontMarkup(false, 11, tableInk, ""), "", false, false),
		head:   s.cell(fontMarkup(true, 11, "FFFFFF", ""), solidFill("1F3A4D"), true, true),
		words:  s.cell(fontMarkup(false, 11, tableInk, ""), "", true, true),
		link:   s.cell(fontMarkup(false, 11, "0B4F9E", "<u/>"), "", true, true),
		filled: map[string]int{},
	}
}

// fill makes the look of a cell of that colour, unless there is none or it is
// made already.
func (l *tableLooks) fill(s *StyleSheet, colour string) {
	if colour != "" && l.filled[colour] == 0 {
		l.filled[colour] = s.cell(fontMarkup(true, 11, tableInk, ""), solidFill(colour), true, true)
	}
}

// tableMarkup writes the markup of an added sheet.
type tableMarkup struct {
	strings.Builder
	sheet *AddedSheet
	looks tableLooks
	space string
	links []string
}

func (m *tableMarkup) write() string {
	s := m.sheet
	heading := len(s.Intro) + 2
	last := heading + len(s.Rows)
	lastCol := ColumnLetters(len(s.Headings))
	m.WriteString(xmlHead + `<worksheet xmlns="` + m.space + `"><sheetPr><tabColor rgb="FF7F1D1D"/><pageSetUpPr fitToPage="1"/></sheetPr>`)
	fmt.Fprintf(m, `<dimension ref="A1:%s%d"/>`, lastCol, last)
	fmt.Fprintf(m, `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A%[2]d" sqref="A%[2]d"/></sheetView></sheetViews>`, heading, heading+1)
	m.WriteString(`<sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, w := range s.Widths {
		fmt.Fprintf(m, `<col min="%d" max="%[1]d" width="%g" customWidth="1"/>`, i+1, w)
	}
	m.WriteString(`</cols><sheetData>`)
	for i, line := range s.Intro {
		look := m.looks.intro
		if i == 0 {
			look = m.looks.title
		}
		m.row(i+1, []string{line}, func(int) int { return look })
	}
	m.row(heading, s.Headings, func(int) int { return m.looks.head })
	for i, r := range s.Rows {
		m.tableRow(heading+1+i, r)
	}
	m.WriteString(`</sheetData>`)
	if len(s.Rows) > 0 {
		fmt.Fprintf(m, `<autoFilter ref="A%d:%s%d"/>`, heading, lastCol, last)
	}
	if len(m.links) > 0 {
		m.WriteString(`<hyperlinks>` + strings.Join(m.links, "") + `</hyperlinks>`)
	}
	m.WriteString(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`)
	return m.String()
}

func (m *tableMarkup) tableRow(number int, r AddedRow) {
	linked := r.Link.Sheet != ""
	m.row(number, r.Values, func(i int) int {
		switch {
		case i == 0 && m.looks.filled[r.Fill] != 0:
			return m.looks.filled[r.Fill]
		case linked && i == r.LinkIn:
			return m.looks.link
		}
		return m.looks.words
	})
	if linked {
		to := r.Link
		if to.Name() == "" {
			to.Col, to.Row = 1, 1
		}
		m.links = append(m.links, fmt.Sprintf(`<hyperlink ref="%s%d" location="%s" display="%s"/>`, ColumnLetters(r.LinkIn+1), number, AttrText(to.String()), AttrText(r.Values[r.LinkIn])))
	}
}

// height is a row's height in points; Excel corrects it when the row changes.
func (m *tableMarkup) height(number int, values []string) int {
	if number == 1 {
		return 24
	}
	lines := 1
	for i, v := range values {
		if number <= len(m.sheet.Intro) || i >= len(m.sheet.Widths) {
			break
		}
		n := 0
		for _, line := range strings.Split(v, "\n") {
			n += WrappedLines(line, int(m.sheet.Widths[i]))
		}
		lines = max(lines, n)
	}
	return min(15*lines+1, 409)
}

// mostText is how many characters Excel keeps in a cell.
const mostText = 32767

func (m *tableMarkup) row(number int, values []string, look func(int) int) {
	fmt.Fprintf(m, `<row r="%d" ht="%d">`, number, m.height(number, values))
	for i, v := range values {
		if utf8.RuneCountInString(v) > mostText {
			v = string([]rune(v)[:mostText])
		}
		at := fmt.Sprintf(`<c r="%s%d" s="%d"`, ColumnLetters(i+1), number, look(i))
		if v == "" {
			m.WriteString(at + "/>")
			continue
		}
		m.WriteString(at + ` t="inlineStr"><is><t xml:space="preserve">` + cellText(v) + `</t></is></c>`)
	}
	m.WriteString("</row>")
}

// WrappedLines is how many lines of so many characters a text fills.
func WrappedLines(text string, width int) int {
	lines, used := 1, 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > width {
			lines, used = lines+1, 0
		}
		used += n + 1
	}
	return lines
}
