package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

// headed is a short part that an ID leads to.
func headed(id string) block.Heading {
	return block.Heading{Level: 2, ID: id, Runs: []block.Run{words("Part " + id)}}
}

func rowsOf(n int, says string) block.Table {
	t := block.Table{Columns: []block.Column{{Title: "Action", RowHeader: true, Width: 60}, {Title: "Why", Width: 110}}}
	for i := range n {
		t.Rows = append(t.Rows, block.Row{ID: fmt.Sprint("row ", i), Cells: []block.Cell{cell("2.1 Recruit"), cell(says)}})
	}
	return t
}

// A page holds what LibreOffice puts on it: so many lines, rows and pictures as were
// counted there, give or take one.
func TestPagesHoldWhatTheyWillHold(t *testing.T) {
	paragraph := block.Para{Runs: []block.Run{words(strings.Repeat("Words that go on over a line. ", 30))}} // ten lines
	cards := func() (all []block.Block) {
		for i := range 12 {
			all = append(all, block.Card{Heading: block.Heading{Level: 3, ID: fmt.Sprint("card ", i), Runs: []block.Run{words("2.1 Recruit")}}, Status: block.Status{Word: "Off track", Look: offTrack, Tag: true}, Fields: fieldsOf(5)})
		}
		return all
	}()
	for name, c := range map[string]struct {
		blocks []block.Block
		at     map[string]int // pages by IDs
	}{
		"lines":           {append(filling(33), headed("a")), map[string]int{"a": 1}},
		"more lines":      {append(filling(37), headed("a")), map[string]int{"a": 2}},
		"paragraphs":      {[]block.Block{paragraph, paragraph, paragraph, headed("a"), paragraph, paragraph, headed("b")}, map[string]int{"a": 1, "b": 2}},
		"rows":            {[]block.Block{rowsOf(80, "Word")}, map[string]int{"row 0": 1, "row 35": 1, "row 45": 2, "row 79": 2}},
		"rows of 3 lines": {[]block.Block{rowsOf(30, strings.Repeat("Why it stands there. ", 8))}, map[string]int{"row 0": 1, "row 13": 1, "row 19": 2}},
		"cards":           {cards, map[string]int{"card 0": 1, "card 4": 1, "card 7": 2}},
		"kept together":   {append(filling(34), headed("a"), rowsOf(2, "Word")), map[string]int{"a": 2}},
	} {
		d := inOurStyles(t)
		d.blocks(c.blocks)
		pages := d.flow.settled()[asMeasured].pages
		for id, want := range c.at {
			if got := pages[id]; got != want {
				t.Errorf("%s: %s is on page %d, want %d", name, id, got, want)
			}
		}
	}
}

// A page is left only where it has enough on it whether lines are a little higher or
// lower: of a page that is full a line may go over.
func TestPagesAreLeftWhereAnyProgramFillsThem(t *testing.T) {
	for lines, want := range map[int]bool{3: false, 20: true, 30: true, 37: false, 40: false, 60: true} {
		d := inOurStyles(t)
		d.blocks(filling(lines))
		if got := d.flow.leaves(littleUsed); got != want {
			_, used := d.flow.used()
			t.Errorf("after %d lines the page, of which %.2f is taken, is left: %v", lines, used, got)
		}
	}
}

// The numbers of pages are those of the document, whatever they are on paper.
func TestPageNumbersAreTheDocumentsOwn(t *testing.T) {
	p := of(append(append(filling(50), headed("a")), block.Para{Runs: []block.Run{words("See"), {Link: &block.Link{To: "a", Says: "Go to a", As: block.InBrackets}}}})...)
	if got := body(t, p, Options{Laid: onPages(map[string]int{"a": 7})}); !strings.Contains(got, "<w:t>2</w:t>") || strings.Contains(got, "<w:t>7</w:t>") {
		t.Error("the number is that on paper")
	}
}

// A style takes what it does not say itself from those that it is based on.
func TestLooksOfStyles(t *testing.T) {
	sheet := `<w:styles ` + namespaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:styleId="A"><w:pPr><w:keepNext/></w:pPr></w:style>
<w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:spacing w:before="200" w:line="300" w:lineRule="exact"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:styleId="C"><w:basedOn w:val="C"/></w:style></w:styles>`
	looks := looksOf([]byte(sheet), map[string]string{"a": "A", "b": "B", "c": "C"})
	for key, want := range map[string]look{
		"a": {size: 11, after: 8, line: 259.0 / 240, keeps: true},
		"b": {size: 15, before: 10, after: 8, line: 259.0 / 240, exact: 15, heavy: true, keeps: true},
		"c": {size: 11, after: 8, line: 259.0 / 240},
	} {
		if looks[key] != want {
			t.Errorf("%s looks %+v, want %+v", key, looks[key], want)
		}
	}
}

// asReference is a template with the given styles and section.
func asReference(t *testing.T, styles, section string) []byte {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for part, content := range map[string]string{
		"word/styles.xml":   `<w:styles ` + namespaces + `>` + styles + `</w:styles>`,
		"word/document.xml": `<w:document ` + namespaces + `><w:body><w:sectPr>` + section + `</w:sectPr></w:body></w:document>`,
	} {
		w, err := z.Create(part)
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// Tables, pictures, and the dots of contents are as wide as the text of a reference's page.
func TestWidthsFollowTheReference(t *testing.T) {
	reference := asReference(t, "", `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="720" w:footer="720" w:gutter="300"/>`)
	const wide = 11906 - 1800 - 1800 - 300 // twips
	got := body(t, everyBlock(), Options{Reference: reference, Laid: onPages(nil)})
	widest := func(pattern string) (most int) {
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(got, -1) {
			most = max(most, number(t, m[1]))
		}
		return most
	}
	for what, pattern := range map[string]string{"table": `<w:tblW w:w="(\d+)"`, "picture": `<wp:extent cx="(\d+)"`} {
		most, inTwips := widest(pattern), wide
		if what == "picture" {
			inTwips *= 635
		}
		if most > inTwips+inTwips/500 || most < inTwips*9/10 {
			t.Errorf("the widest %s is %d wide, the text %d", what, most, inTwips)
		}
	}
}

// A page that goes on with one of many says which: in its first heading, in the heading
// row of a table, or, where a list goes on, in a heading that comes again above it.
func TestWhatGoesOnSaysOfWhom(t *testing.T) {
	heading := func(says string) block.Heading {
		return block.Heading{Level: 3, Size: block.PartSize, Runs: []block.Run{words(says)}}
	}
	list := block.List{}
	for range 30 {
		list.Items = append(list.Items, []block.Run{words("An item")})
	}
	page := func(blocks ...block.Block) *block.Paper {
		return of(block.Page{Alone: true, Blocks: append([]block.Block{block.Heading{Level: 2, Size: block.PageSize, Runs: []block.Run{words("Head of service")}}}, blocks...)})
	}
	tags := regexp.MustCompile(`<[^>]*>`)
	for name, c := range map[string]struct {
		paper     *block.Paper
		want, not string
	}{
		"headings":       {page(slices.Concat([]block.Block{heading("Late")}, filling(40), []block.Block{heading("Later")}, filling(3), []block.Block{heading("Then")}, filling(3))...), "Later (Head of service)", "Then (Head of service)"},
		"what begins it": {page(slices.Concat([]block.Block{heading("Late")}, filling(3))...), "Late", "Late (Head of service)"},
		"charts":         {page(slices.Concat(filling(40), []block.Block{block.Panels{Items: []block.Panel{{Level: 4, Heading: "M1 Checks", Instead: []block.Run{words("None")}}}}})...), "M1 Checks (Head of service)", "x"},
		"a table":        {page(slices.Concat(filling(20), []block.Block{heading("Later"), rowsOf(40, "Word")})...), "Later (Head of service)Action", "Action, Head of service"},
		"a short table":  {page(heading("Later"), rowsOf(8, "Word")), "Action", "Later (Head of service)"},
		"a list":         {page(slices.Concat(filling(20), []block.Block{heading("Findings"), list})...), "Findings (Head of service)", "x"},
		"a short list":   {page(heading("Findings"), list), "Findings", "Findings (Head of service)"},
	} {
		laid := onPages(nil)
		laid.Pages = []bool{false}
		got := body(t, c.paper, Options{Laid: laid})
		if says := tags.ReplaceAllString(got, ""); !strings.Contains(says, c.want) || strings.Contains(says, c.not) {
			t.Errorf("%s: %q is missing, or there is %q: %s", name, c.want, c.not, says)
		}
		if heads := strings.Contains(got, "<w:tblHeader/>"); name == "a list" && !heads {
			t.Error("the heading of a list does not come again")
		}
	}
}

// A table, the dates or the words used that go on over a page say in their heading row, which
// comes again there, what they are of; what stays on one page does not.
func TestWhatGoesOnSaysWhatItIsOf(t *testing.T) {
	heading := block.Heading{Level: 2, Runs: []block.Run{words("Later: what is due")}, Bookmark: "Later"}
	line := func(rows int) block.Timeline {
		made := block.Timeline{Caption: "When", Chart: chart.Timeline{Days: 90}}
		for range rows {
			made.Rows = append(made.Rows, block.TimelineRow{Ref: "1.1", Name: "Reading", Status: block.Status{Word: "On track", Look: onTrack}})
		}
		return made
	}
	glossary := block.Terms{As: block.Glossary}
	for range 20 {
		glossary.Items = append(glossary.Items, block.Term{Term: []block.Run{words("Term")}, Says: [][]block.Run{{words("A meaning")}}})
	}
	for name, c := range map[string]struct {
		lines int // above it
		block block.Block
		again int // what is said of it in a heading row
	}{
		"a table": {20, rowsOf(40, "Word"), 1}, "a short table": {3, rowsOf(8, "Word"), 0},
		"dates": {20, line(40), 1}, "few dates": {3, line(8), 0},
		"words": {24, glossary, 1}, "few words": {3, glossary, 0},
	} {
		got := body(t, of(append(filling(c.lines), heading, c.block)...), Options{Laid: onPages(nil)})
		again := 0
		for _, row := range regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`).FindAllString(got, -1) {
			if strings.Contains(row, "<w:tblHeader/>") && strings.Contains(row, ">Later") {
				again++
			}
		}
		if again != c.again {
			t.Errorf("%s: %d heading rows say what it is of, want %d", name, again, c.again)
		}
	}
}

// The one owner of a paper is named by its title: no heading on its page is a name.
func TestOneOwnerIsNamedByTheTitle(t *testing.T) {
	blocks := append([]block.Block{block.Heading{Level: 2, Size: block.PartSize, Runs: []block.Run{words("Areas you answer for")}}}, filling(40)...)
	blocks = append(blocks, block.Heading{Level: 2, Size: block.PartSize, Runs: []block.Run{words("Later")}})
	laid := onPages(nil)
	laid.Pages = []bool{false}
	if got := body(t, of(block.Page{Alone: true, Blocks: blocks}), Options{Laid: laid}); strings.Contains(got, "(Areas you answer for)") {
		t.Error("a heading is taken for the owner's name")
	}
}
