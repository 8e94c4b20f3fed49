package tagged_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"actionplan/report/tagged"
	"actionplan/report/tagged/pdfua"
)

var demoFile = flag.String("demo", "", "write the demo to this file")

func render(t testing.TB, draw func(*tagged.Doc)) *tagged.File {
	t.Helper()
	f, err := tagged.Render(options("A demo: ‘briefing’ & more"), draw)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func checkClean(t testing.TB, data []byte) {
	t.Helper()
	for _, problem := range pdfua.Check(data) {
		t.Error(problem)
	}
}

func TestDemoIsAccessible(t *testing.T) {
	f := render(t, demo)
	if *demoFile != "" {
		if err := os.WriteFile(*demoFile, f.Bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	checkClean(t, f.Bytes)
	if strings.Contains(pdfua.Tree(f.Bytes).All(), "page 0") {
		t.Error("a page number was never found")
	}
}

func TestSameCallsSameBytes(t *testing.T) {
	if !bytes.Equal(render(t, demo).Bytes, render(t, demo).Bytes) {
		t.Error("two runs differ")
	}
}

// one renders a document with one heading and the given blocks.
func one(t testing.TB, blocks ...tagged.Block) *tagged.File {
	t.Helper()
	return render(t, func(d *tagged.Doc) {
		d.Add(tagged.Heading{Level: 1, Runs: tagged.Text("Title"), Style: h1})
		d.Add(blocks...)
	})
}

func twoColumns(rows ...tagged.Row) tagged.Table {
	return tagged.Table{Style: table, Rows: rows, Columns: []tagged.Column{
		{Width: 60, Title: tagged.Text("Area"), RowHeader: true}, {Width: 40, Title: tagged.Text("Reason")}}}
}

func row(name, reason string) tagged.Row {
	return tagged.Row{Continued: name + ", continued", Cells: [][]tagged.Block{{tagged.Words(table, name)}, {tagged.Words(table, reason)}}}
}

func TestAwkwardTextIsKept(t *testing.T) {
	for _, c := range []struct{ reason, in, want string }{
		{"Welsh", "Gwella sefydlogrwydd ŵŷŴŶ", "Gwella sefydlogrwydd ŵŷŴŶ"},
		{"an emoji", "done 😀 now", "done 😀 now"},
		{"a family of emoji", "👩\u200d👧", "👩👧"},
		{"Chinese", "漢字 and words", "漢字 and words"},
		{"Hebrew", "שלום abc", "שלום abc"},
		{"Arabic", "مرحبا", "مرحبا"},
		{"accents composed", "cafe\u0301", "café"},
		{"symbols", "✓ ✗ ☐ ⚠ ▲ → £ €", "✓ ✗ ☐ ⚠ ▲ → £ €"},
		{"brackets and backslashes", `a (b) \c`, `a (b) \c`},
		{"10,000 letters", strings.Repeat("x", 10_000), strings.Repeat("x", 10_000)},
		{"wrapped words are not joined", strings.Repeat("the last ", 60) + "end", strings.Repeat("the last ", 60) + "end"},
		{"lines broken on purpose are not joined", "one\ntwo", "one two"},
	} {
		f := one(t, tagged.Words(body, c.in), twoColumns(row(c.in, c.in)))
		tree := pdfua.Tree(f.Bytes)
		if got := tree.Find("P")[0].All(); got != c.want {
			t.Errorf("%s: %.60q reads as %.60q", c.reason, c.in, got)
		}
		for _, cell := range append(tree.Find("TH")[2:], tree.Find("TD")...) {
			if got := cell.All(); got != c.want {
				t.Errorf("%s: the cell %.60q reads as %.60q", c.reason, c.in, got)
			}
		}
		checkClean(t, f.Bytes)
	}
}

func TestEmptyTexts(t *testing.T) {
	f := one(t, tagged.Words(body, ""), tagged.List{Items: []tagged.Item{{}}}, twoColumns(row("", ""), tagged.Row{}), tagged.Words(body, "\u200b"))
	checkClean(t, f.Bytes)
}

func TestSubstitutionsAreRecordedOnce(t *testing.T) {
	f := one(t, tagged.Words(body, "ok 😀 and 😀"), tagged.Words(body, "漢"), tagged.Words(body, "ŵ ✓ é"))
	want := []tagged.Substitution{{Rune: '😀', Text: "ok 😀 and 😀"}, {Rune: '漢', Text: "漢"}}
	if len(f.Substitutions) != 2 || f.Substitutions[0] != want[0] || f.Substitutions[1] != want[1] {
		t.Errorf("substitutions: %+v", f.Substitutions)
	}
}

func TestTableOverPagesIsOneTable(t *testing.T) {
	rows := make([]tagged.Row, 120)
	for i := range rows {
		rows[i] = row("Area", "Reason")
	}
	f := one(t, twoColumns(rows...))
	checkClean(t, f.Bytes)
	tree := pdfua.Tree(f.Bytes)
	if n := len(tree.Find("Table")); n != 1 || len(tree.Find("THead")) != 1 {
		t.Errorf("%d tables", n)
	}
	all := tree.Find("TR")
	if len(all) != 121 || all[120].Kids[0].Page != f.Pages || f.Pages < 3 {
		t.Errorf("%d rows on %d pages", len(all), f.Pages)
	}
	if text := tree.All(); strings.Count(text, "Reason") != 121 {
		t.Error("the heading row is read again on later pages")
	}
}

func TestTallRowSplits(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Nobody should have to read a cell as long as this one. ", 120))
	f := one(t, twoColumns(row("A1", "short"), row("A2", long), row("A3", "short")))
	checkClean(t, f.Bytes)
	tree := pdfua.Tree(f.Bytes)
	if got := tree.Find("TD")[1].All(); got != long {
		t.Error("a cell over pages lost text")
	}
	if f.Pages < 3 || len(tree.Find("TR")) != 4 {
		t.Errorf("%d rows on %d pages", len(tree.Find("TR")), f.Pages)
	}
}

func TestRowOf80IsNotSplit(t *testing.T) {
	filler := tagged.Drawn{H: 200, Draw: func(*tagged.Canvas) {}}
	short := strings.Repeat("word ", 60) // about 60 mm high
	f := one(t, filler, twoColumns(row("A1", short)))
	if td := pdfua.Tree(f.Bytes).Find("TD")[0]; td.Page != 2 || f.Pages != 2 {
		t.Errorf("the row is on page %d of %d", td.Page, f.Pages)
	}
}

func TestHeadingStaysWithWhatFollows(t *testing.T) {
	for _, c := range []struct {
		reason string
		filler float64
		page   int
	}{{"room enough", 150, 1}, {"less than 25 mm below it", 225, 2}} {
		f := one(t, tagged.Drawn{H: c.filler, Draw: func(*tagged.Canvas) {}}, section("Section", ""), para("Text."))
		if h := pdfua.Tree(f.Bytes).Find("H2")[0]; h.Page != c.page {
			t.Errorf("%s: heading on page %d, want %d", c.reason, h.Page, c.page)
		}
	}
}

// TestKeptParagraph moves a heading, its sentence and a chart down over the
// foot of the page: they go to the next page together.
func TestKeptParagraph(t *testing.T) {
	for h := 120.0; h < 240; h += 5 {
		f := one(t, tagged.Drawn{H: h, Draw: func(*tagged.Canvas) {}}, section("Section", ""),
			tagged.Para{Runs: tagged.Text("one\ntwo\nthree\nfour"), Style: body, Keep: true},
			tagged.Figure{Alt: "Chart", W: 50, H: 54, Draw: func(c *tagged.Canvas) { c.Line(0, 0, 50, 54, tagged.Stroke{Width: 1}) }})
		tree := pdfua.Tree(f.Bytes)
		h2, figure := tree.Find("H2")[0], tree.Find("Figure")[0]
		if h2.Page != figure.Page {
			t.Errorf("%g mm down, the heading is on page %d and the chart on %d", h, h2.Page, figure.Page)
		}
	}
}

// TestTwoLinesStay moves a paragraph of four lines down over the foot of the
// page, a millimetre at a time, and counts the lines on either side.
func TestTwoLinesStay(t *testing.T) {
	for h := 220.0; h < 246; h++ {
		d := tagged.New(options("t"))
		d.Add(tagged.Drawn{H: h, Draw: func(*tagged.Canvas) {}}, tagged.Words(body, "one\ntwo\nthree\nfour"))
		out, err := d.Output()
		if err != nil {
			t.Fatal(err)
		}
		first := strings.Fields(pdfua.PageText(out, 1))
		if n := len(first); n != 0 && n != 2 && n != 4 {
			t.Errorf("%g mm down, %d lines stay on the page", h, n)
		}
	}
}

func TestPagesOfIDs(t *testing.T) {
	var said int
	f := render(t, func(d *tagged.Doc) {
		said = d.PageOf("end")
		d.Add(tagged.Heading{Level: 1, Runs: tagged.Text("Title"), Style: h1})
		if d.PageCount() > 1 {
			d.Add(para("This paper has several pages."))
		}
		d.NewPage()
		d.NewPage()
		d.Add(tagged.Para{Runs: tagged.Text("The end."), Style: body, ID: "end"})
	})
	if said != 2 || f.Pages != 2 {
		t.Errorf("page %d of %d", said, f.Pages)
	}
	if !strings.Contains(pdfua.Tree(f.Bytes).All(), "several pages") {
		t.Error("the number of pages was not known")
	}
}

func TestNumberOfPagesAlone(t *testing.T) {
	var said int
	render(t, func(d *tagged.Doc) {
		said = d.PageCount()
		d.Add(tagged.Words(body, "one"))
		d.NewPage()
		d.Add(tagged.Words(body, "two"))
	})
	if said != 2 {
		t.Errorf("said %d pages of 2", said)
	}
}

func TestOutlineOfManyLevels(t *testing.T) {
	f := render(t, func(d *tagged.Doc) {
		for _, level := range []int{1, 2, 3, 3, 2, 1, 2, 1, 2, 3} {
			d.Add(tagged.Heading{Level: level, Runs: tagged.Text("Heading (ŵ)"), Style: h2})
		}
	})
	checkClean(t, f.Bytes)
}

func TestFittingBox(t *testing.T) {
	for _, c := range []struct {
		reason, text string
		least, most  float64
		height       float64
	}{
		{"a short word takes the least width", "At risk", 28, 28, 6},
		{"a longer one widens it", "Complete, not yet tested", 40, 55, 6},
		{"up to the column, where it wraps", "Complete, but the audit has still to test whether it works", 50, 60, 10.6},
	} {
		d := tagged.New(options("t"))
		var width, height float64
		d.Add(tagged.Columns{Cells: []tagged.Col{{Width: 60, Blocks: []tagged.Block{tagged.Box{
			Fit: true, MinWidth: 28, Pad: tagged.Inset{Top: 0.73, Right: 1.6, Bottom: 0.67, Left: 6.6},
			Behind: func(c *tagged.Canvas, w, h float64) { width, height = w, h },
			Blocks: []tagged.Block{tagged.Words(word, c.text)},
		}}}}})
		d.NewPage()
		if width < c.least || width > c.most || height < c.height-0.01 || height > c.height+0.01 {
			t.Errorf("%s: %.2f by %.2f", c.reason, width, height)
		}
	}
}

func TestMistakesAreErrors(t *testing.T) {
	heading := tagged.Heading{Level: 1, Runs: tagged.Text("T"), Style: h1, ID: "a"}
	for name, draw := range map[string]func(*tagged.Doc){
		"is not in the document": func(d *tagged.Doc) { d.Add(tagged.Para{Style: body, Runs: []tagged.Run{{Text: "x", To: "nowhere"}}}) },
		"is used twice":          func(d *tagged.Doc) { d.Add(heading, heading) },
	} {
		if _, err := tagged.Render(options("t"), draw); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := tagged.New(tagged.Options{}).Output(); err == nil {
		t.Error("a document without title and language passed")
	}
}

func TestDecodeImageRefuses(t *testing.T) {
	for _, data := range []string{"", "GIF89a", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff"} {
		if _, err := tagged.DecodeImage([]byte(data)); err == nil {
			t.Errorf("%q passed", data)
		}
	}
}

func TestMeasureAgreesWithTheFlow(t *testing.T) {
	d := tagged.New(options("t"))
	room := d.Room()
	height := d.Measure(170, card(), keyFigures())
	d.Add(card(), keyFigures())
	if used := room - d.Room(); used < height-0.01 || used > height+0.01 {
		t.Errorf("measured %g, took %g", height, used)
	}
}
