package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/workbook/seal"
)

var keep = flag.String("keep", "", "a file to keep the paper of every block in, to look at")

var (
	onTrack  = chart.Look{Name: "on-track", Fill: "#1b824e", Ink: "#ffffff", Shape: chart.Pointer}
	atRisk   = chart.Look{Name: "at-risk", Fill: "#ffd659", Ink: "#0b0c0c", Pattern: chart.Diagonals, Stripe: "#c98f00", Shape: chart.WarningTriangle}
	offTrack = chart.Look{Name: "off-track", Fill: "#760b1a", Ink: "#ffffff", Shape: chart.StopOctagon}
	embedded = chart.Look{Name: "embedded", Fill: "#1f5597", Ink: "#ffffff", Pattern: chart.InnerFrame, Stripe: "#ffffff", Shape: chart.TickedDisc}
	unknown  = chart.Look{Name: "unknown", Fill: "#ffffff", Ink: "#0b0c0c", Pattern: chart.Dashed}
)

// everyBlock has each type of block, with words that no other has.
func everyBlock() *block.Paper {
	day := func(n int) *int { return &n }
	line := chart.Line{
		Points: []chart.Point{{X: 0, Y: 41}, {X: 90, Y: 55}, {X: 180, Y: 62}}, Joined: true,
		Baseline: &chart.Point{X: -60, Y: 38}, Latest: &chart.Point{X: 180, Y: 62}, BaselineLabel: "38%", LatestLabel: "62% latest",
		Levels: []chart.Level{{Kind: chart.Target, Value: 90, Label: "Target 90%"}, {Kind: chart.England, Value: 70, Label: "England 70%"}},
		Low:    0, High: 100, LowLabel: "0", HighLabel: "100%", FromLabel: "Oct 2022", ToLabel: "Jan 2023",
	}
	status := func(word string, l chart.Look, tag bool) block.Status {
		return block.Status{Word: word, Look: l, Tag: tag}
	}
	ticks := []chart.Tick{{Day: 0, Label: "Jan", Year: "2023"}, {Day: 31, Label: "Feb"}, {Day: 59, Label: "Mar"}, {Day: 90, Label: "Apr"}}
	return &block.Paper{
		Kind: "briefing", Title: "Improvement board, 14 February 2023", Author: "Exampleshire Council", Lang: "en-GB",
		Date:     time.Date(2023, 1, 31, 0, 0, 0, 0, time.UTC),
		Front:    block.Front{Organisation: "Exampleshire Council", Brand: "#1f5f5f", Title: "Improvement board & plan", Blocks: []block.Block{block.Terms{As: block.TitleLines, Items: []block.Term{{Term: []block.Run{words("Position at")}, Says: [][]block.Run{{words("31 January 2023")}}}}}}},
		Running:  block.Running{Left: "Exampleshire Council", Right: "Draft: 2 errors", Foot: "Children's services improvement board", Draft: true},
		Contents: []block.Entry{{To: "areas", Short: "areas", Title: "Improvement areas"}, {To: "measures", Title: "Measures"}},
		Sections: []block.Section{
			{Name: "headline", Blocks: []block.Block{
				block.Para{As: block.Headline, Runs: []block.Run{words("Three of 14 actions are off track.")}},
				block.Box{As: block.Asks, Blocks: []block.Block{
					block.Heading{Level: 2, ID: "asks", Runs: []block.Run{words("What the board is asked to do")}},
					block.List{Numbered: true, Items: [][]block.Run{{words("Agree the new date of action 2.1"), {Link: &block.Link{To: "a21", Says: "Go to action 2.1", As: block.InBrackets}}, words(".")}, {words("Note the rest, in as many words as it takes to fill more than one line of a page that is no wider than this one is, and go on.")}}},
				}},
				block.Figures{PerRow: 4, Items: []block.Figure{{Figure: "3 of 14", Words: "actions done (21%)"}, {Figure: "2", Words: "overdue"}, {Figure: "5", Words: "areas"}, {Figure: "70", Words: "working days"}, {Figure: "1", Words: "alone in its row"}}},
				block.Bar{Alt: "Three on track, one at risk, ten off track", Now: []block.Count{{Look: embedded, N: 3}, {Look: onTrack, N: 3}, {Look: atRisk, N: 1}, {Look: offTrack, N: 10}, {Look: unknown, N: 2}}, NowLabel: "31 Jan", Then: []block.Count{{Look: onTrack, N: 1}, {Look: offTrack, N: 13}}, ThenName: "Last board", ThenLabel: "17 Jan", Widened: "Small groups are drawn wider."},
				block.Key{Items: []block.KeyItem{{Status: status("Green", onTrack, false), Says: "going to plan"}, {Status: status("Amber", atRisk, false), Says: "may be late"}, {Status: status("Red", offTrack, false), Says: "will be late"}, {Status: status("Blue", embedded, false), Says: "done and checked"}}},
			}},
			{Name: "areas", Blocks: []block.Block{
				block.Heading{Level: 2, ID: "areas", Runs: []block.Run{words("Improvement areas")}},
				block.Table{As: block.Roomy, Caption: "Areas with owner and status", Columns: []block.Column{{Title: "Area", Width: 50, RowHeader: true}, {Title: "Accountable owner", Width: 40}, {Title: "Status", Width: 40}, {Title: "Actions", Width: 30}, {Title: "Done", Width: 15, Number: true}, {Title: "Page", Width: 10, OnPaper: true}},
					Rows: []block.Row{
						{ID: "a1", Cells: []block.Cell{{Blocks: []block.Block{block.Para{Runs: []block.Run{words("A1 Stability of the workforce")}}}}, {Blocks: []block.Block{block.Para{Runs: []block.Run{words("Director of children's services")}}}}, {Blocks: []block.Block{status("Off track", offTrack, true), block.Para{Runs: []block.Run{{Text: "Two are overdue.", Quiet: true}}}}}, {Blocks: []block.Block{block.Marks{Alt: "two on track, one off track", Looks: []chart.Look{onTrack, onTrack, offTrack, unknown}}}}, {Blocks: []block.Block{block.Para{Runs: []block.Run{words("1 of 3")}}}}, {Blocks: []block.Block{block.Para{Runs: []block.Run{words("4")}}}}}},
						{ID: "a2", Cells: []block.Cell{{Blocks: []block.Block{block.Para{Runs: []block.Run{words("A2 Help and protection")}}}}, {Blocks: []block.Block{block.Para{Runs: []block.Run{words("Head of service")}}}}, {Blocks: []block.Block{status("A word of its own that is long", atRisk, true)}}, {Blocks: []block.Block{block.Bar{Alt: "one and one", Small: true, Now: []block.Count{{Look: onTrack, N: 1}, {Look: atRisk, N: 1}}}}}, {Blocks: []block.Block{block.Para{Runs: []block.Run{words("0 of 2")}}}}, {Blocks: nil}}},
					}},
				block.Card{Heading: block.Heading{Level: 3, ID: "a21", Runs: []block.Run{words("2.1 Recruit six social workers")}}, Status: status("Off track", offTrack, true), Fields: block.Terms{As: block.Fields, Items: []block.Term{{Term: []block.Run{words("Owner")}, Says: [][]block.Run{{words("Head of workforce")}}}, {Term: []block.Run{words("Why")}, Says: [][]block.Run{{words("No applicants came forward at the second advertisement, and the agency that was asked could not help before the spring either.")}, {words("A second paragraph.")}}}}}},
				block.Record{Heading: block.Heading{Level: 3, Runs: []block.Run{words("2.2 Retain")}}, State: "delivered", Flags: "late", Text: "All that is recorded.", Fields: block.Terms{As: block.Fields, Items: []block.Term{{Term: []block.Run{words("Evidence")}, Says: [][]block.Run{{{Text: "the report", Link: &block.Link{URI: "https://example.org/report?a=1&b=2", As: block.InText}}}}}}}},
				block.List{Items: [][]block.Run{{words("First point")}, {{Mark: &offTrack}, words("marked point")}}},
				block.List{Numbered: true, Small: true, Items: [][]block.Run{{words("begins at one again")}}},
			}},
			{Name: "measures", NewPage: true, Blocks: []block.Block{
				block.Heading{Level: 2, ID: "measures", Runs: []block.Run{words("Measures")}},
				block.Panels{Items: []block.Panel{
					{Level: 3, Heading: "M1 Checks at midway", Value: "62%", Direction: "Better", Distance: "28 points to go", Chart: &block.Chart{Alt: "Up from 41% to 62%", Line: line}, Notes: []string{"A note of its own."}},
					{Level: 3, Heading: "M2 Visits", Instead: []block.Run{bold("No reading yet.")}},
					{Level: 3, Heading: "M3 Plans", Value: "9", Chart: &block.Chart{Alt: "Down", Line: line}},
				}},
				block.Timeline{Caption: "When actions are due", Chart: chart.Timeline{Days: 120, Ticks: ticks, Today: chart.Flag{Day: 30, Label: "31 Jan"}, Board: chart.Flag{Day: 44, Label: "Board 14 Feb"}},
					Rows: []block.TimelineRow{
						{ID: "t1", Ref: "1.1", Name: "Recruit", Status: status("On track", onTrack, false), Alt: "Due 1 March", Bar: chart.Bar{Start: day(-10), Due: day(60)}, NewArea: true},
						{ID: "t2", Ref: "1.2", Name: "Retain and reward", Status: status("At risk", atRisk, false), Alt: "Due 1 February, moved", Bar: chart.Bar{Start: day(5), Due: day(32), Now: day(140)}, Words: "Moved twice"},
						{ID: "t3", Ref: "2.1", Name: "Train", Status: status("Red", offTrack, false), Alt: "Due before it starts", Bar: chart.Bar{Start: day(90), Due: day(70), BeforeStart: true}},
					}},
			}},
			{Name: "pages", Blocks: []block.Block{
				block.Page{Blocks: []block.Block{block.Para{As: block.Place, Runs: []block.Run{words("Area 1 of 2")}}, block.Heading{Level: 2, Runs: []block.Run{words("A1 on a page")}}}},
				block.SideBySide{Parts: []block.Part{{PerRow: 2, Blocks: []block.Block{block.Para{Runs: []block.Run{words("left part")}}}}, {PerRow: 1, Blocks: []block.Block{block.Para{Runs: []block.Run{words("right part")}}}}}},
				block.Terms{As: block.Glossary, Items: []block.Term{{Term: []block.Run{words("CIN")}, Says: [][]block.Run{{words("child in need")}}}}},
				block.Turn{Heading: "never printed"},
				block.Para{As: block.Closing, Runs: []block.Run{words("For another format ask the report author.\x01")}},
			}},
		},
	}
}

// text is the words of a part, a paragraph a line.
func text(t *testing.T, docx []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.EndElement:
			if token.Name.Local == "p" {
				b.WriteString("\n")
			}
		}
	}
}

func TestEveryBlockIsWritten(t *testing.T) {
	docx, err := Write(everyBlock(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		if err := os.WriteFile(*keep, docx, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := strings.ReplaceAll(text(t, docx, "word/document.xml"), "\u00a0", " ") // keeps words on one line
	for _, want := range []string{
		"Three of 14 actions are off track.", "What the board is asked to do", "(Go to action 2.1).", "actions done (21%)", "alone in its row",
		"Small groups are drawn wider.", "will be late", "Accountable owner", "A1 Stability of the workforce", "A word of its own that is long",
		"2.1 Recruit six social workers", "A second paragraph.", "All that is recorded.", "marked point", "begins at one again", "28 points to go", "No reading yet.",
		"A note of its own.", "1.2 Retain and reward", "Area 1 of 2", "right part", "child in need", "For another format",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the document lacks %q", want)
		}
	}
	for _, not := range []string{"never printed", "Page\n"} {
		if strings.Contains(got, not) {
			t.Errorf("the document has %q", not)
		}
	}
	if kind, ok := seal.Ours(docx); kind != "briefing" || !ok {
		t.Errorf("sealed as %q, %v", kind, ok)
	}
}

func TestSamePaperSameBytes(t *testing.T) {
	a, err := Write(everyBlock(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Write(everyBlock(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("two writings differ")
	}
}

// Every bookmark that a link leads to is there, once.
func TestLinksLeadSomewhere(t *testing.T) {
	docx, err := Write(everyBlock(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	z, _ := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	f, _ := z.Open("word/document.xml")
	placed, wanted := map[string]int{}, map[string]bool{}
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if err != nil {
			break
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			switch {
			case e.Name.Local == "bookmarkStart" && a.Name.Local == "name":
				placed[a.Value]++
			case e.Name.Local == "hyperlink" && a.Name.Local == "anchor":
				wanted[a.Value] = true
			}
		}
	}
	for name := range wanted {
		if placed[name] != 1 {
			t.Errorf("%s is placed %d times", name, placed[name])
		}
	}
	if len(wanted) == 0 {
		t.Error("no link")
	}
}

// A reference gives its styles, page and heads; what it lacks is ours.
func TestReferenceDressesThePaper(t *testing.T) {
	reference, err := Write(everyBlock(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	reference = replaced(t, reference, map[string][2]string{
		"word/styles.xml":   {`w:styleId="Heading2"><w:name w:val="heading 2"/>`, `w:styleId="berschrift2"><w:name w:val="Heading 2"/>`},
		"word/document.xml": {`<w:pgSz w:w="11906" w:h="16838"/>`, `<w:pgSz w:w="12240" w:h="15840"/>`},
		"word/header1.xml":  {"Exampleshire Council", "The county's own head"},
	})
	docx, err := Write(everyBlock(), Options{Reference: reference})
	if err != nil {
		t.Fatal(err)
	}
	if got := text(t, docx, "word/theirs-default-header.xml"); !strings.Contains(got, "The county's own head") {
		t.Errorf("the head says %q", got)
	}
	z, _ := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	f, _ := z.Open("word/document.xml")
	content, _ := io.ReadAll(f)
	for _, want := range []string{`<w:pStyle w:val="berschrift2"/>`, `<w:pgSz w:w="12240" w:h="15840"/>`, `<w:pStyle w:val="PlanHeadline"/>`} {
		if !bytes.Contains(content, []byte(want)) {
			t.Errorf("the document lacks %s", want)
		}
	}
	if _, err := Write(everyBlock(), Options{Reference: []byte("no zip")}); err == nil {
		t.Error("a reference that is no Word document was taken")
	}
}

// replaced is the package with text in some of its parts replaced.
func replaced(t *testing.T, docx []byte, changes map[string][2]string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		in, _ := f.Open()
		content, _ := io.ReadAll(in)
		if c, ok := changes[f.Name]; ok {
			if !bytes.Contains(content, []byte(c[0])) {
				t.Fatalf("%s lacks %s", f.Name, c[0])
			}
			content = bytes.ReplaceAll(content, []byte(c[0]), []byte(c[1]))
		}
		p, _ := w.Create(f.Name)
		p.Write(content)
	}
	w.Close()
	return out.Bytes()
}

func BenchmarkWrite(b *testing.B) {
	p := everyBlock()
	for b.Loop() {
		if _, err := Write(p, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestRowHeaderSaysItsBold: where a cell that heads its row says what of it is
// bold, its other paragraphs are not; where it says nothing, all of it is.
func TestRowHeaderSaysItsBold(t *testing.T) {
	plain := func(s string) block.Para { return block.Para{Runs: []block.Run{{Text: s}}} }
	table := block.Table{Caption: "Plans", Columns: []block.Column{{Title: "Plan", Width: 90, RowHeader: true}, {Title: "Late", Width: 80}}, Rows: []block.Row{
		{Cells: []block.Cell{{Blocks: []block.Block{block.Para{Runs: []block.Run{{Text: "Named", Bold: true}}}, plain("and why")}}, {Blocks: []block.Block{plain("1")}}}},
		{Cells: []block.Cell{{Blocks: []block.Block{plain("Unmarked")}}, {Blocks: []block.Block{plain("2")}}}},
	}}
	data, err := Write(&block.Paper{Kind: "portfolio", Title: "Plans", Lang: "en-GB", Sections: []block.Section{{Name: "plans", Blocks: []block.Block{table}}}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
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
	for text, want := range map[string]bool{"Named": true, "and why": false, "Unmarked": true, "1": false} {
		before, _, found := strings.Cut(string(content), ">"+text+"</w:t>")
		run := before[max(0, strings.LastIndex(before, "<w:r>")):]
		if !found || strings.Contains(run, "<w:b/>") != want {
			t.Errorf("%q: found %v, in bold %v, want %v", text, found, strings.Contains(run, "<w:b/>"), want)
		}
	}
}

// The running head stands in the margin, as the foot does, and the contents
// come after the strip of the areas, which belongs on page 1, and is close where
// it has more rows than a page is expected to have room for.
func TestPageOneHasRoomForTheStrip(t *testing.T) {
	p := everyBlock()
	p.Sections = append([]block.Section{{Blocks: []block.Block{block.Closer{Ways: [][]block.Block{strip("The strip", 8), strip("Close", 8)}}}}}, p.Sections...)
	docx, err := Write(p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := text(t, docx, "word/document.xml")
	if at, contents := strings.Index(got, "The strip"), strings.Index(got, "In this paper: "); at < 0 || contents < at || strings.Contains(got, "Close") {
		t.Errorf("the strip is at %d, the contents at %d", at, contents)
	}
	if !strings.Contains(ownPage, fmt.Sprintf(`w:header="%d" w:footer="%[1]d"`, twips(10))) {
		t.Errorf("head or foot is not 10 mm from the edge: %s", ownPage)
	}
}

// No row of a table stands alone on a page, and a short table stays whole.
func TestRowsStayTogether(t *testing.T) {
	for rows, want := range map[int]string{1: "0", 2: "10", 4: "1110", 5: "10010", 8: "10000010"} {
		got := ""
		for n := range rows {
			got += map[bool]string{true: "1", false: "0"}[staysWithNext(n, rows)]
		}
		if got != want {
			t.Errorf("of %d rows %s stay with the next, want %s", rows, got, want)
		}
	}
}

// LibreOffice leaves a gap in a box round a picture: the shape of a tag stands
// before its box, and the words stand in one.
func TestShapeStandsBeforeItsTag(t *testing.T) {
	d := inOurStyles(t)
	d.open(paragraph{style: "cell"})
	d.status(block.Status{Word: "Off track", Look: offTrack, Tag: true})
	d.close()
	got := d.body.String()
	shape, box, word := strings.Index(got, "<w:drawing>"), strings.Index(got, "<w:bdr "), strings.Index(got, "Off track")
	if shape < 0 || box < shape || word < box || strings.Count(got, "<w:bdr ") != 1 {
		t.Errorf("shape at %d, box at %d, word at %d, %d boxes", shape, box, word, strings.Count(got, "<w:bdr "))
	}
}

func inOurStyles(t *testing.T) *document {
	t.Helper()
	dress, err := readReference(nil)
	if err != nil {
		t.Fatal(err)
	}
	return newDocument(&block.Paper{}, dress)
}

// strip is a table of so many rows.
func strip(says string, rows int) []block.Block {
	t := block.Table{As: block.Strip, Columns: []block.Column{{Title: "Area", Width: 170}}}
	for range rows {
		t.Rows = append(t.Rows, block.Row{Cells: []block.Cell{{Blocks: []block.Block{block.Para{Runs: []block.Run{{Text: says}}}}}}})
	}
	return []block.Block{t}
}

func TestMoreRowsAreClose(t *testing.T) {
	d := inOurStyles(t)
	d.block(block.Closer{Ways: [][]block.Block{strip("In full", 9), strip("Closer", 9), strip("Closest", 9)}})
	if got := d.body.String(); strings.Contains(got, "In full") || !strings.Contains(got, "Closest") {
		t.Error("nine rows are not as close as can be")
	}
}

// No empty paragraph stands between a table and a heading: LibreOffice leaves the
// heading behind at a page's foot. Two tables have one between them.
func TestNoGapBeforeAHeading(t *testing.T) {
	d := inOurStyles(t)
	d.blocks([]block.Block{strip("A", 1)[0], block.Heading{Level: 2, Runs: []block.Run{{Text: "B"}}}, strip("C", 1)[0], strip("D", 1)[0]})
	if got := strings.Count(d.body.String(), `w:val="PlanGap"`); got != 1 {
		t.Errorf("%d empty paragraphs", got)
	}
}

// A sentence between a heading and its table stays with both.
func TestSentenceStaysWithItsTable(t *testing.T) {
	d := inOurStyles(t)
	d.blocks([]block.Block{block.Heading{Level: 2, Runs: []block.Run{{Text: "B"}}}, block.Para{Runs: []block.Run{{Text: "It says"}}}, strip("C", 5)[0], block.Para{As: block.Note, Runs: []block.Run{{Text: "Note"}}}})
	before, _, _ := strings.Cut(d.body.String(), "It says")
	if at := strings.LastIndex(before, "<w:p>"); !strings.Contains(before[at:], "<w:keepNext/>") {
		t.Error("the sentence may stand alone at a page's foot")
	}
	before, _, _ = strings.Cut(d.body.String(), "Note</w:t>")
	rows := strings.Split(before, "<w:tr>")
	if !strings.Contains(rows[len(rows)-1], "<w:keepNext/>") {
		t.Error("the note may stand alone at a page's head")
	}
}
