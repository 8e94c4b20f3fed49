package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"actionplan/report/paper/block"
)

// stays says whether the paragraph of the given words stays with the next.
func stays(t *testing.T, in, says string) bool {
	t.Helper()
	before, _, found := strings.Cut(in, ">"+says+"<")
	if !found {
		t.Fatalf("%q is not in the document", says)
	}
	return strings.Contains(before[strings.LastIndex(before, "<w:p>"):], "<w:keepNext/>")
}

func table(as block.TableAs, rows int) block.Table {
	t := block.Table{As: as, Columns: []block.Column{{Title: "Period end", RowHeader: true, Width: 60}, {Title: "Reading", Number: true, Width: 30}, {Title: "Out of", Width: 80}}}
	for i := range rows {
		t.Rows = append(t.Rows, block.Row{Cells: []block.Cell{cell(fmt.Sprint("Row ", i)), cell("62"), cell("68 of 110")}})
	}
	return t
}

func cell(says string) block.Cell {
	return block.Cell{Blocks: []block.Block{block.Para{Runs: []block.Run{words(says)}}}}
}

func note(says string) block.Para {
	return block.Para{As: block.Remark, Runs: []block.Run{words(says)}}
}

// All that stands between a heading and its table or list stays with both, and a short table
// stays whole: at the head of a page its rows would be of nobody knows what.
func TestTablesStayWithWhatTheyAreOf(t *testing.T) {
	heading := block.Heading{Level: 3, Runs: []block.Run{words("M3 Midway checks")}}
	got := body(t, of(heading, note("One"), note("Two"), table(block.Readings, 7), note("Three"), heading, note("Four"),
		block.Terms{As: block.Details, Items: []block.Term{{Term: []block.Run{words("Workbook")}, Says: [][]block.Run{{words("plan.xlsx")}}}, {Term: []block.Run{words("Sum")}, Says: [][]block.Run{{words("abc")}}}}}), Options{})
	for _, says := range []string{"M3 Midway checks", "One", "Two", "Row 0", "Row 3", "Row 5", "Four", "Workbook"} {
		if !stays(t, got, says) {
			t.Errorf("%q may be parted from what comes next", says)
		}
	}
	for _, says := range []string{"Row 6", "Three", "Sum"} {
		if stays(t, got, says) {
			t.Errorf("%q stays with what comes next", says)
		}
	}
	if long := body(t, of(table(block.Readings, 30)), Options{}); stays(t, long, "Row 15") {
		t.Error("a long table may not part")
	}
}

// A shape, its status and a count stay on one line.
func TestStatusesStayWhole(t *testing.T) {
	got := body(t, of(block.Heading{Level: 3, Runs: []block.Run{words("A3 Homes: "), {Mark: &atRisk}, words("At risk")}},
		block.Para{As: block.Legend, Runs: []block.Run{{Mark: &atRisk}, words("At risk 50   ")}}), Options{})
	for _, want := range []string{">At\u00a0risk<", ">At\u00a0risk\u00a050   <"} {
		if !strings.Contains(got, want) {
			t.Errorf("the document lacks %q", want)
		}
	}
}

// What closes a paper never stands alone on its last page, whatever it follows.
func TestClosingStandsWithMore(t *testing.T) {
	for name, last := range map[string]block.Block{
		"text":  note("Last"),
		"list":  block.List{Items: [][]block.Run{{words("First")}, {words("Last")}}},
		"table": block.Table{Columns: []block.Column{{Title: "A"}}, Rows: []block.Row{{Cells: []block.Cell{cell("Last")}}}},
		"key":   block.Key{Items: []block.KeyItem{{Status: block.Status{Word: "Last", Look: onTrack}}}},
		"terms": block.Terms{As: block.Glossary, Items: []block.Term{{Term: []block.Run{words("Last")}, Says: [][]block.Run{{words("says")}}}}},
		"page":  block.Page{Alone: true, Blocks: []block.Block{note("First"), note("Last")}},
	} {
		p := of(last)
		p.Sections = append(p.Sections, block.Section{Blocks: []block.Block{block.Para{As: block.Closing, Runs: []block.Run{words("Ask for another format")}}}})
		if !stays(t, body(t, p, Options{}), "Last") {
			t.Errorf("the closing words may stand alone below a %s", name)
		}
	}
}

// Words never touch the number that stands before them.
func TestWordsStandApartFromNumbers(t *testing.T) {
	got := body(t, of(table(block.Dense, 2)), Options{})
	for says, want := range map[string]bool{"Out of": true, "68 of 110": true, "Row 1": false, "Period end": false} {
		before, _, _ := strings.Cut(got, ">"+says+"<")
		if in := strings.Contains(before[strings.LastIndex(before, "<w:p>"):], "<w:ind w:left="); in != want {
			t.Errorf("%q stands in: %v", says, in)
		}
	}
}

// The column of terms has room for the longest of them.
func TestTermsHaveRoom(t *testing.T) {
	got := body(t, of(block.Terms{As: block.Glossary, Items: []block.Term{{Term: []block.Run{words("Accommodated by agreement")}, Says: [][]block.Run{{words("says")}}}}}), Options{})
	if need := twips(width("Accommodated by agreement", letters{11, true, ink})); !regexp.MustCompile(`w:hanging="`).MatchString(got) || hanging(t, got) <= need {
		t.Errorf("%d of %d twips", hanging(t, got), need)
	}
}

func hanging(t *testing.T, in string) (n int) {
	t.Helper()
	_, after, _ := strings.Cut(in, `w:hanging="`)
	if _, err := fmt.Sscan(strings.SplitN(after, `"`, 2)[0], &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// Contents stand as a list where they stand on paper, or not at all: never as a
// line among what else is on page 1.
func TestContentsAreAList(t *testing.T) {
	p := of(block.Heading{Level: 2, ID: "a", Runs: []block.Run{words("Part a")}})
	p.Sections = append(p.Sections, block.Section{Blocks: []block.Block{block.Heading{Level: 2, ID: "b", Runs: []block.Run{words("Part b")}}}})
	p.Contents = []block.Entry{{To: "b", Title: "Part b, whose title is longer than the column of contents has room for beside its page", Short: "b"}}
	for name, c := range map[string]struct {
		page     int
		contents block.Contents
		listed   bool
	}{
		"nowhere": {9, block.Contents{}, false}, "a list": {9, block.Contents{Before: 1, List: true}, true},
		"a line on a short paper": {2, block.Contents{Before: 1}, false}, "a line on a long one": {6, block.Contents{Before: 1}, true},
	} {
		p.Sections[0].Blocks = append(p.Sections[0].Blocks[:1:1], filling(36*(c.page-1))...)
		laid := onPages(map[string]int{"b": c.page})
		laid.Contents = c.contents
		got := body(t, p, Options{Laid: laid})
		if strings.Contains(got, "In this paper: ") || strings.Contains(got, "In this paper<") != c.listed {
			t.Errorf("%s: listed %v", name, !c.listed)
		}
		if c.listed && !strings.Contains(got, "<w:br/>") {
			t.Errorf("%s: a long title leaves no room for its page", name)
		}
	}
}

// The first page of a reference has a head of its own only where the reference says so.
func TestFirstPageAsInTheReference(t *testing.T) {
	for section, want := range map[string]bool{`<w:titlePg/>`: true, `<w:titlePg w:val="0"/>`: false, ``: false} {
		var file bytes.Buffer
		z := zip.NewWriter(&file)
		for name, content := range map[string]string{
			"word/styles.xml":   `<w:styles ` + namespaces + `></w:styles>`,
			"word/header1.xml":  `<w:hdr ` + namespaces + `><w:p/></w:hdr>`,
			"word/document.xml": `<w:document ` + namespaces + `><w:body><w:sectPr><w:headerReference w:type="default" r:id="rId1"/>` + section + `</w:sectPr></w:body></w:document>`,
			"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` +
				officeRelation + `header" Target="header1.xml"/></Relationships>`,
		} {
			w, err := z.Create(name)
			if err == nil {
				_, err = w.Write([]byte(content))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if got := body(t, of(note("a")), Options{Reference: file.Bytes()}); strings.Contains(got, "<w:titlePg/>") != want || !strings.Contains(got, `w:type="default"`) {
			t.Errorf("%s: the first page has a head of its own: %v", section, !want)
		}
	}
	if !strings.Contains(body(t, of(note("a")), Options{}), "<w:titlePg/>") {
		t.Error("ours has no first page of its own")
	}
}

// A table that may go on over a page says in its heading row, which comes again there,
// what its rows belong to; one that stays whole has its heading above it.
func TestTablesThatGoOnNameWhatTheyAreOf(t *testing.T) {
	for rows, want := range map[int]string{3: ">Finding<", 40: ">Finding, area A7<"} {
		long := table(block.Dense, rows)
		long.Columns[0].Title, long.Within = "Finding", "area A7"
		if got := body(t, of(long), Options{}); !strings.Contains(got, want) {
			t.Errorf("the heading row of %d rows lacks %q", rows, want)
		}
	}
}

// Narrow parts stand two to a row, which holds each with its heading; wide ones and a
// narrow one alone have the page's width.
func TestNarrowPartsStandAbreast(t *testing.T) {
	part := func(name string, perRow int) block.Part {
		return block.Part{PerRow: perRow, Blocks: []block.Block{block.Heading{Level: 3, Runs: []block.Run{words(name)}}, table(block.Readings, 2)}}
	}
	got := body(t, of(block.SideBySide{Parts: []block.Part{part("M1", 2), part("M2", 3), part("M3", 2), part("M4", 1), part("M5", 3)}}), Options{})
	tables := regexp.MustCompile(`<w:tblW w:w="(\d+)"`).FindAllStringSubmatch(got, -1)
	var wide []string
	for _, m := range tables {
		wide = append(wide, m[1])
	}
	page, half := fmt.Sprint(twips(ownWidth)), fmt.Sprint(twips(ownWidth/2-2*cellPad))
	near := func(a, b string) bool { return max(number(t, a), number(t, b))-min(number(t, a), number(t, b)) <= 3 }
	for i, want := range []string{page, half, half, half, page, page} {
		if i >= len(wide) || !near(wide[i], want) {
			t.Fatalf("the tables are %v wide, want %s at %d", wide, want, i)
		}
	}
	if strings.Count(got, "<w:keepNext w:val=\"0\"/>") == 0 {
		t.Error("paragraphs of parts keep rows on one page")
	}
}

// With a reference, whose letters may be wider than ours, no column is narrower than
// its longest word: "Raised" was broken before its last letter.
func TestColumnsHoldTheirWordsInAnyTypeface(t *testing.T) {
	d := newDocument(&block.Paper{}, dress{foreign: true})
	narrow := block.Table{As: block.Strip, Columns: []block.Column{{Title: "Improvement area", RowHeader: true, Width: 140}, {Title: "Raised before", Number: true, Width: 8}, {Title: "Day", Width: 8}},
		Rows: []block.Row{{Cells: []block.Cell{cell("A1 Stability"), cell("3"), {Blocks: []block.Block{block.Para{Runs: []block.Run{{Text: "28 Feb 2022", Day: "2022-02-28"}}}}}}}}}
	widths := []float64{152.5, 8.7, 8.7}
	got := roomFor(widths, d.leastWidths(narrow, []int{0, 1, 2}, grid{style: "timeline cell", indents: make([]float64, 3)}))
	small := letters{9.5, true, ink}
	for i, words := range []string{"Improvement", "Raised", "28 Feb 2022"} {
		if got[i] < 1.2*width(words, small) {
			t.Errorf("%q needs %.1f mm and has %.1f", words, 1.2*width(words, small), got[i])
		}
	}
	if sum := got[0] + got[1] + got[2]; sum < 169.8 || sum > 170 {
		t.Errorf("the columns are %.1f mm wide in all", sum)
	}
	shaped := block.Table{Columns: []block.Column{{Title: "A", Width: 9}}, Rows: []block.Row{{Cells: []block.Cell{{Blocks: []block.Block{block.Status{Word: "Delivered", Look: onTrack}}}}}}}
	if least := d.leastWidths(shaped, []int{0}, grid{style: "line cell", indents: []float64{0}}); least[0] < shapeSize+1.2*width("Delivered", letters{8.5, true, ink}) {
		t.Errorf("a status with its shape has %.1f mm", least[0])
	}
	if full := []float64{10, 10}; roomFor(full, []float64{12, 12})[0] != 10 {
		t.Error("columns that all need more than there is do not stay as they are")
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A tag stands on one line, in a column that has room for it: its words part at spaces
// that may break, because at others LibreOffice draws a line through its box.
func TestColumnsHoldTheirTags(t *testing.T) {
	tag := block.Status{Word: "Status not known", Tag: true}
	keys := block.Table{As: block.Statuses, Columns: []block.Column{{Title: "Status", RowHeader: true, Width: 32}, {Title: "What it means", Width: 138}},
		Rows: []block.Row{{Cells: []block.Cell{{Blocks: []block.Block{tag}}, cell("No status")}}}}
	got := body(t, of(keys), Options{})
	wide := number(t, regexp.MustCompile(`<w:gridCol w:w="(\d+)"`).FindStringSubmatch(got)[1])
	if need := twips(width("0Status not known0", letters{10.5, true, ink}) + cellPad + 0.5); wide < need {
		t.Errorf("the tag needs %d twips and its column has %d", need, wide)
	}
	if !strings.Contains(got, ">\u2007Status not known\u2007<") {
		t.Error("the words of a tag stand in boxes of their own")
	}
	keys.Rows[0].Cells[0].Blocks[0] = block.Status{Word: "At risk", Look: atRisk, Tag: true}
	if with := longestTag(keys, 0, "cell"); with < shapeSize+width("At risk", letters{10.5, true, ink}) {
		t.Errorf("a tag with its shape needs %.1f mm", with)
	}
}

// A table of few rows that are half a page high may part: whole it left the page before
// it nearly empty.
func TestHighTablesMayPart(t *testing.T) {
	rows := table(block.Dense, 6)
	if !whole(rows) {
		t.Error("six rows of a line each may part")
	}
	for i := range rows.Rows {
		rows.Rows[i].Cells[2] = cell(strings.Repeat("Why it stands there. ", 12))
	}
	if whole(rows) {
		t.Error("six rows of half a page stay whole")
	}
}

// A matrix of numbers stays with the row that sums it up; a long one may part.
func TestMatricesStayWhole(t *testing.T) {
	matrix := func(rows int) block.Table {
		made := table(block.Dense, rows)
		for i := range made.Columns[1:] {
			made.Columns[i+1].Number = true
		}
		return made
	}
	for rows, want := range map[int]bool{13: true, 40: false} {
		if got := whole(matrix(rows)); got != want {
			t.Errorf("a matrix of %d rows is whole: %v", rows, got)
		}
	}
	if whole(table(block.Dense, 13)) {
		t.Error("thirteen rows of words may not part")
	}
}

// LibreOffice shows nothing of a table behind a break after two rows of which the
// first is kept with the second.
func TestFirstRowOfALongTableIsNotKept(t *testing.T) {
	for rows, want := range map[int]bool{2: true, short: true, short + 1: false, 40: false} {
		if got := rowStays(0, rows); got != want {
			t.Errorf("first of %d rows kept: %t", rows, got)
		}
	}
	d := inOurStyles(t)
	d.table(rowsOf(40, "Word"))
	all := regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`).FindAllString(d.body.String(), -1)
	for i, want := range map[int]bool{0: true, 1: false, 2: false, 39: true, 40: false} { // the head first
		if got := strings.Contains(all[i], "<w:keepNext/>"); got != want {
			t.Errorf("row %d kept: %t", i, got)
		}
	}
}
