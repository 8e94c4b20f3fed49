package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

// onPages is how a writer with pages laid a paper out that has each ID on the
// page given.
func onPages(pages map[string]int) *block.Laid {
	return &block.Laid{PageOf: func(id string) int { return pages[id] }}
}

func body(t *testing.T, p *block.Paper, o Options) string {
	t.Helper()
	docx, err := Write(p, o)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	content, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func of(blocks ...block.Block) *block.Paper {
	return &block.Paper{Kind: "briefing", Title: "Paper", Lang: "en-GB", Sections: []block.Section{{Blocks: blocks}}}
}

// What is wider than its column is cut off, or runs into the next.
func TestPicturesFitTheirColumns(t *testing.T) {
	many := block.Marks{Alt: "a dozen", Looks: make([]chart.Look, 12)}
	for i := range many.Looks {
		many.Looks[i] = onTrack
	}
	paper := everyBlock()
	paper.Sections[0].Blocks = append(paper.Sections[0].Blocks, block.Table{
		Caption: "Areas", Columns: []block.Column{{Title: "Area", Width: 151, RowHeader: true}, {Title: "Done", Width: 19}},
		Rows: []block.Row{{Cells: []block.Cell{{Blocks: []block.Block{block.Para{}}}, {Blocks: []block.Block{many}}}}},
	})
	const emuPerTwip = 635
	cell, pictures := 0, 0
	for d := xml.NewDecoder(strings.NewReader(body(t, paper, Options{}))); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if end, is := token.(xml.EndElement); is && end.Name.Local == "tc" {
			cell = 0
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			n, _ := strconv.Atoi(a.Value)
			switch {
			case e.Name.Local == "tcW" && a.Name.Local == "w":
				cell = n
			case e.Name.Local == "extent" && a.Name.Local == "cx" && cell > 0:
				pictures++
				if n > cell*emuPerTwip {
					t.Errorf("a picture of %d mm stands in a column of %d", n/36000, cell*emuPerTwip/36000)
				}
			}
		}
	}
	if pictures < 15 {
		t.Errorf("%d pictures stand in columns", pictures)
	}
}

func fieldsOf(n int) block.Terms {
	f := block.Terms{As: block.Fields}
	for range n {
		f.Items = append(f.Items, block.Term{Term: []block.Run{words("Why")}, Says: [][]block.Run{{words("It says why in a line.")}}})
	}
	return f
}

// A card or record of usual height stands on one page; a longer one says its name
// again at the head of the next.
func TestEntriesKeepTheirName(t *testing.T) {
	for _, c := range []struct {
		fields int
		whole  bool
	}{{3, true}, {60, false}} {
		h := block.Heading{Level: 3, Runs: []block.Run{words("2.1 Recruit")}}
		for kind, b := range map[string]block.Block{
			"card":   block.Card{Heading: h, Status: block.Status{Word: "Off track", Look: offTrack, Tag: true}, Fields: fieldsOf(c.fields)},
			"record": block.Record{Heading: h, State: "under way", Text: "A text", Fields: fieldsOf(c.fields)},
		} {
			got := body(t, of(b), Options{})
			before, after, _ := strings.Cut(got, "2.1 Recruit")
			named := strings.Contains(before, "<w:tblHeader/>")
			rows := strings.Count(after, "<w:tr>")
			unbroken := strings.Count(got, "<w:cantSplit/>") == strings.Count(got, "<w:tr>")
			if named == c.whole || c.whole != (rows == 1) || !unbroken || strings.Count(got, "It says why") != c.fields {
				t.Errorf("%s of %d fields: named again %v, %d rows, unbroken %v", kind, c.fields, named, rows, unbroken)
			}
			if heading := before[strings.LastIndex(before, "<w:p>"):]; !strings.Contains(heading, "<w:keepNext/>") {
				t.Errorf("the name of a %s of %d fields may stand alone", kind, c.fields)
			}
		}
	}
}

// On pages a link names the page it leads to, in a field that Word works out
// anew, each page once; without pages it is words.
func TestLinksNamePages(t *testing.T) {
	p := func() *block.Paper {
		heading := func(id string) block.Heading {
			return block.Heading{Level: 2, ID: id, Runs: []block.Run{words("Part " + id)}}
		}
		return of(block.Para{Runs: []block.Run{
			words("Agree the dates"), {Link: &block.Link{To: "a", Also: []string{"b", "c"}, Says: "Go to actions a, b and c", As: block.InBrackets}},
			words(". Of none"), {Link: &block.Link{To: "nowhere", Says: "Go to nowhere", As: block.InBrackets}},
			words(". "), {Text: "Problems", Link: &block.Link{To: "c", Says: "Go to problems", As: block.InText}},
		}}, block.Table{Caption: "Pages", Columns: []block.Column{{Title: "What", Width: 100, RowHeader: true}, {Title: "Page", Width: 70, OnPaper: true}},
			Rows: []block.Row{{Cells: []block.Cell{{Blocks: []block.Block{block.Para{Runs: []block.Run{words("Row")}}}}, {Blocks: []block.Block{block.Para{Runs: []block.Run{{Link: &block.Link{To: "b", Says: "Go to b", As: block.PageNumber}}}}}}}}}},
			heading("a"), heading("b"), heading("c"))
	}
	apart := func() *block.Paper { // a and b are on page 3 and c on page 4
		p := p()
		blocks := p.Sections[0].Blocks
		p.Sections[0].Blocks = slices.Concat(blocks[:2], filling(76), blocks[2:4], filling(36), blocks[4:])
		return p
	}
	said := regexp.MustCompile(`<w:instrText[^>]*>.*?</w:instrText>|<[^>]*>`)
	laid := body(t, apart(), Options{Laid: onPages(map[string]int{"a": 3, "b": 3, "c": 4})})
	for _, want := range []string{"Agree the dates (pages 3 and 4). Of none. Problems, page\u00a04", "Page"} {
		if !strings.Contains(said.ReplaceAllString(laid, ""), want) {
			t.Errorf("the document lacks %q: %s", want, said.ReplaceAllString(laid, ""))
		}
	}
	fields := regexp.MustCompile(`PAGEREF (\S+) `).FindAllStringSubmatch(laid, -1)
	if len(fields) != 4 {
		t.Errorf("%d fields", len(fields))
	}
	for _, f := range fields {
		if !strings.Contains(laid, `w:name="`+f[1]+`"`) {
			t.Errorf("%s is nowhere", f[1])
		}
	}
	if bare := said.ReplaceAllString(body(t, p(), Options{}), ""); !strings.Contains(bare, "(Go to actions a, b and c)") || strings.Contains(bare, "Page") {
		t.Errorf("without pages: %s", bare)
	}
}

// filling are so many paragraphs of a line, of which a page holds 36.
func filling(n int) []block.Block {
	var lines []block.Block
	for range n {
		lines = append(lines, block.Para{Runs: []block.Run{words("A line")}})
	}
	return lines
}

// What is about one of many begins a page where the one before has enough on it in any
// program, and follows below a rule where it has not. After the title it is as on paper.
func TestPagesTurnWhereThereIsEnoughOnThem(t *testing.T) {
	page := func(says string, lines int) block.Page {
		return block.Page{Blocks: append([]block.Block{block.Heading{Level: 2, Runs: []block.Run{words(says)}}}, filling(lines)...)}
	}
	p := of(filling(3)...)
	p.Sections = append(p.Sections, block.Section{Blocks: []block.Block{page("One", 5), page("Two", 20), page("Three", 34), page("Four", 3), page("Five", 20)}})
	p.Sections = append(p.Sections,
		block.Section{NewPage: true, Blocks: []block.Block{block.Heading{Level: 2, Runs: []block.Run{words("Next")}}}},
		block.Section{NewPage: true, Blocks: []block.Block{block.Heading{Level: 2, Runs: []block.Run{words("Last")}}}})
	laid := onPages(nil)
	laid.Pages = []bool{true, true, true, true, true}
	laid.Sections = map[int]bool{2: true, 3: true}
	got := body(t, p, Options{Laid: laid})
	for says, want := range map[string]struct{ turns, ruled bool }{
		"One": {true, false}, "Two": {false, true}, // five lines and a heading
		"Three": {true, false}, // two thirds of the page
		"Four":  {false, true}, // the page is so full that it may go over
		"Five":  {false, true}, "Next": {true, false}, "Last": {false, false},
	} {
		before, _, _ := strings.Cut(got, ">"+says+"<")
		start := before[strings.LastIndex(before, "<w:p>"):]
		if turns := strings.Contains(start, "<w:pageBreakBefore/>"); turns != want.turns {
			t.Errorf("%s begins a page: %v", says, turns)
		}
		if ruled := strings.Contains(start, "<w:top "); ruled != want.ruled {
			t.Errorf("%s has a rule above it: %v", says, ruled)
		}
	}
}

// Rows of charts stay whole, but not all together: their headings would keep
// each with the next.
func TestRowsOfChartsMayPart(t *testing.T) {
	got := body(t, of(block.Panels{Items: []block.Panel{{Level: 3, Heading: "M1", Instead: []block.Run{words("None")}}, {Level: 3, Heading: "M2", Notes: []string{"Note"}}}}), Options{})
	_, got, _ = strings.Cut(got, "<w:tbl>")
	if strings.Contains(got, "<w:keepNext/>") || strings.Count(got, `<w:keepNext w:val="0"/>`) < 4 {
		t.Error("a row of charts stays with the next")
	}
}

// No item of a list stands alone.
func TestItemsStayTogether(t *testing.T) {
	l := block.List{Items: [][]block.Run{{words("a")}, {words("b")}, {words("c")}, {words("d")}, {words("e")}, {words("f")}}}
	got := ""
	for _, p := range strings.Split(body(t, of(l), Options{}), "<w:p>")[2:] { // after the title
		got += map[bool]string{true: "1", false: "0"}[strings.Contains(p, "<w:keepNext/>")]
	}
	if !strings.HasPrefix(got, "100010") {
		t.Errorf("%s stay with the next", got)
	}
}

// A head longer than its line goes on below what stands at its right.
func TestLongRunningHead(t *testing.T) {
	d := inOurStyles(t)
	got := d.headParagraph("header", strings.Repeat("Children's services improvement plan ", 5), run("Position at 31 January 2023", false), 45)
	first, rest, broken := strings.Cut(got, "<w:br/>")
	if !broken || !strings.Contains(first, "Position at") || !strings.Contains(rest, "improvement plan") {
		t.Error(got)
	}
}

// What opens a page on one of many stays with what it opens: none of it stands
// alone at a page's foot.
func TestOpeningStaysTogether(t *testing.T) {
	opening := []block.Block{block.Para{As: block.Place, Runs: []block.Run{words("Owner 2 of 5")}}, block.Heading{Level: 2, Runs: []block.Run{words("Head of service")}},
		block.Para{As: block.Statement, Runs: []block.Run{words("You own one action.")}}, block.Heading{Level: 3, Runs: []block.Run{words("Late")}}}
	got := body(t, of(block.Page{Blocks: append(opening, block.Para{Runs: []block.Run{words("Nothing is late.")}})}), Options{})
	for _, says := range []string{"Owner 2 of 5", "Head of service", "You own one action.", "Late"} {
		before, _, _ := strings.Cut(got, ">"+says+"<")
		if !strings.Contains(before[strings.LastIndex(before, "<w:p>"):], "<w:keepNext/>") {
			t.Errorf("%q may stand alone", says)
		}
	}
}

// No label of a chart is cut at the picture's edge.
func TestLabelsOfAChartAreWhole(t *testing.T) {
	for _, high := range []string{"100%", "1000%", "£1,300,000"} {
		l := chart.Line{Points: []chart.Point{{X: 0, Y: 1}, {X: 9, Y: 9}}, Latest: &chart.Point{X: 9, Y: 9}, LatestLabel: "August £1,100,000,000", High: 10, LowLabel: "0", HighLabel: high, FromLabel: "Jan", ToLabel: "Aug"}
		drawn, err := png.Decode(bytes.NewReader(lineChart(block.Chart{Line: l}).file()))
		if err != nil {
			t.Fatal(err)
		}
		for y := range drawn.Bounds().Dy() {
			for _, x := range []int{0, drawn.Bounds().Dx() - 1} {
				if r, _, _, _ := drawn.At(x, y).RGBA(); r != 0xffff {
					t.Fatalf("%s: words touch the edge at %d, %d", high, x, y)
				}
			}
		}
	}
}

// A paper of one side leaves out more with a reference whose letters may be wider than
// ours or whose page is smaller, and no more than on paper with another.
func TestOneSideLeavesRoomForAReference(t *testing.T) {
	p := of()
	p.Shorter = &block.Shorter{Tries: 3, At: func(n int) []block.Section {
		return []block.Section{{Blocks: []block.Block{note(strconv.Itoa(n) + " left out")}}}
	}}
	laid := onPages(nil)
	laid.ShorterIn = func(share float64) int {
		if share > 0.82 {
			return 1
		}
		return 2
	}
	const a4, large = `<w:pgSz w:w="11906" w:h="16838"/>`, `<w:pgMar w:top="2880" w:right="2000" w:bottom="2880" w:left="2000" w:header="720" w:footer="720" w:gutter="0"/>`
	for name, c := range map[string]struct{ typeface, section, want string }{
		"ours": {"Arial", "", "0 left out"}, "wider": {"Georgia", "", "2 left out"}, "unsaid": {"", "", "2 left out"}, "large margins": {"Calibri", a4 + large, "2 left out"},
	} {
		reference := asReference(t, `<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="`+c.typeface+`"/></w:rPr></w:style>`, c.section)
		if got := body(t, p, Options{Reference: reference, Laid: laid}); !strings.Contains(got, c.want) {
			t.Errorf("%s: the document lacks %q", name, c.want)
		}
	}
	theme := []byte(`<a:theme xmlns:a="a"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Cambria"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`)
	sheet := []byte(`<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`)
	if got := typefaceOf(sheet, "Normal", theme); got != "Cambria" {
		t.Errorf("the theme's typeface is %q", got)
	}
}

// A bar has its last block's edge within the picture, and the key the blocks that a bar has,
// whose words stand in from them.
func TestBarsAndKeysAreWhole(t *testing.T) {
	d := inOurStyles(t)
	d.block(block.Bar{Alt: "Two", Now: []block.Count{{Look: onTrack, N: 3}, {Look: offTrack, N: 2}}})
	drawn, err := png.Decode(bytes.NewReader(d.pictures[0].file()))
	if err != nil {
		t.Fatal(err)
	}
	middle, right := drawn.Bounds().Dy()/2, drawn.Bounds().Dx()
	if r, _, _, _ := drawn.At(right-1, middle).RGBA(); r != 0xffff {
		t.Error("the last block is cut off")
	}
	dark := 0
	for x := right - dots(1); x < right; x++ {
		if r, g, b, _ := drawn.At(x, middle).RGBA(); r>>8 < 0x20 && g>>8 < 0x20 && b>>8 < 0x20 {
			dark++
		}
	}
	if dark < 2 {
		t.Error("the last block has no right edge")
	}
	got := body(t, of(block.Key{Items: []block.KeyItem{{Status: block.Status{Word: "On track", Look: onTrack}, Says: "will meet its date"}}}), Options{})
	if !strings.Contains(got, fmt.Sprintf(`w:hanging="%d"`, twips(7.5))) {
		t.Error("the key's words do not stand in")
	}
	colours := map[color.Color]bool{}
	swatch, err := png.Decode(bytes.NewReader(swatch(onTrack).file()))
	if err != nil {
		t.Fatal(err)
	}
	for x := range swatch.Bounds().Dx() {
		colours[color.RGBAModel.Convert(swatch.At(x, swatch.Bounds().Dy()/2))] = true
	}
	if !colours[colour(onTrack.Fill)] {
		t.Error("the key has no colour")
	}
}

// The lines of today and of the next board have names, below one another where they would
// meet, and the names are said.
func TestLinesOfTheDatesAreNamed(t *testing.T) {
	const days = 10 // from one to the other
	for today, meet := range map[int]bool{10: true, 60: false} {
		line := chart.Timeline{Days: 120, Today: chart.Flag{Day: today, Label: "Position, 31 Oct"}, Board: chart.Flag{Day: today + days, Label: "Board, 10 Nov"}}
		head := timelineHead(line)
		if head.alt != "Position, 31 Oct; Board, 10 Nov" || (head.h > headHigh) != meet {
			t.Errorf("on day %d: %q, %.1f mm high", today, head.alt, head.h)
		}
	}
}

// Dates, counts and page numbers stay on one line, and a line of the contents is a link as a
// whole.
func TestDatesAndCountsStayWhole(t *testing.T) {
	numbers := block.Table{Caption: "Readings", Columns: []block.Column{{Title: "Measure", Width: 100, RowHeader: true}, {Title: "May", Width: 70, Number: true}},
		Rows: []block.Row{{Cells: []block.Cell{cell("M1"), cell("67 of 110")}}}}
	got := body(t, of(block.Para{Runs: []block.Run{words("Updated "), {Text: "24 Jan 2023", Day: "2023-01-24"}}}, numbers), Options{})
	for _, want := range []string{">24\u00a0Jan\u00a02023<", ">67\u00a0of\u00a0110<"} {
		if !strings.Contains(got, want) {
			t.Errorf("the document lacks %q", want)
		}
	}
	d := inOurStyles(t)
	d.contentsList([]block.Entry{{To: "a", Title: "Risks"}, {To: "b", Title: "Words used"}})
	if got := d.body.String(); !strings.Contains(regexp.MustCompile(`<w:rPr>.*?</w:rPr>|<w:r>|</w:r>`).ReplaceAllString(got, ""), `w:tooltip="Go to Risks"><w:t xml:space="preserve">Risks</w:t>`) {
		t.Errorf("the title is no link: %s", got)
	}
}
