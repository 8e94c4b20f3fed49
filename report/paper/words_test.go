package paper_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	parse "golang.org/x/net/html"

	"actionplan/report"
	"actionplan/report/paper"
	"actionplan/report/paper/block"
	"actionplan/report/paper/format"
	"actionplan/report/paper/html"
	"actionplan/report/paper/pdf"
	"actionplan/report/portfolio"
	"actionplan/report/tagged/pdfua"
	"actionplan/samples/madeup"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// An edition is a sample on a date, as a paper may be made of it.
type edition struct {
	name, sample, asOf string
	public, since      bool
	areas              []string
	twice              bool // every measure is in the plan twice
}

// briefs gives a Brief of it as often as one is asked for.
func (e edition) briefs(t *testing.T) func() *report.Brief {
	t.Helper()
	plan, loaded := loadSample(t, e.sample)
	if e.twice {
		for _, m := range slices.Clone(plan.Measures) {
			again := *m
			again.Ref += ".2"
			plan.Measures = append(plan.Measures, &again)
		}
	}
	f := facts.Derive(plan, workbook.MustDate(e.asOf))
	found := check.Run(plan, f, loaded, check.Options{})
	o := report.Options{Problems: append(found.Problems, found.Waived...), Public: e.public}
	if e.since {
		o.Since = earlier(t, e.sample)
	}
	return func() *report.Brief {
		b := report.Build(f, o)
		if e.areas != nil {
			if err := b.OnlyAreas(e.areas); err != nil {
				t.Fatal(err)
			}
		}
		return b
	}
}

// Every writer says the words of the blocks, all of them, in their order, and
// none of its own but page furniture.
func TestWritersSayTheSame(t *testing.T) {
	for _, e := range []edition{
		{name: "South Gloucestershire", sample: "south-gloucestershire", asOf: "2023-01-31"},
		{name: "Gloucestershire", sample: "gloucestershire", asOf: "2018-09-30"},
		{name: "needs attention", sample: "needs-attention", asOf: "2026-09-30"},
		{name: "public", sample: "gloucestershire", asOf: "2018-09-30", public: true},
		{name: "since the last board", sample: "south-gloucestershire", asOf: "2023-01-31", since: true},
		{name: "two areas", sample: "south-gloucestershire", asOf: "2023-01-31", areas: []string{"A1", "A2"}},
	} {
		brief := e.briefs(t)
		for _, template := range templates.Briefings() {
			if (e.areas != nil || e.sample == "gloucestershire" && !e.public) && template != "board" && os.Getenv("CI") == "" {
				continue // half a second each
			}
			t.Run(template+" "+e.name, func(t *testing.T) { saySame(t, composed(t, brief(), template)) })
		}
	}
}

// Every section that there is has something to say of one of these editions,
// whether a paper of the program's own has it or not, and all writers say it.
func TestEverySectionIsSaid(t *testing.T) {
	source := "title: Improvement plan\nsections:\n"
	for _, k := range report.SectionKinds {
		source += "  - section: " + k.Name + "\n"
	}
	said := map[string]bool{}
	for _, e := range []edition{
		{name: "public", sample: "gloucestershire", asOf: "2018-09-30", public: true},
		{name: "since the last board", sample: "south-gloucestershire", asOf: "2023-01-31", since: true},
		{name: "a year later", sample: "needs-attention", asOf: "2027-09-30", twice: true},
	} {
		t.Run(e.name, func(t *testing.T) {
			p := composedOf(t, e.briefs(t)(), "every-section.yaml", []byte(source))
			for _, s := range p.Sections {
				said[s.Name] = true
			}
			saySame(t, p)
		})
	}
	for _, k := range report.SectionKinds {
		if !said[k.Name] {
			t.Errorf("the section %s says nothing of any of these editions: give one something to say, in samples/source", k.Name)
		}
	}
}

// The submission statement is a paper like any other: every writer says its
// words, every error and warning left and every waiver is in it, and the text
// says its sentences too.
func TestStatementInEveryFormat(t *testing.T) {
	for _, sample := range []struct{ name, asOf string }{{"south-gloucestershire", "2023-01-31"}, {"needs-attention", "2026-09-30"}} {
		plan, loaded := loadSample(t, sample.name)
		found := check.Run(plan, facts.Derive(plan, workbook.MustDate(sample.asOf)), loaded, check.Options{Submission: true})
		s := check.Statement(found)
		p := paper.Statement(s)
		saySame(t, p)
		file, err := pdf.Write(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, broken := range pdfua.Check(file.Bytes) {
			t.Errorf("%s: %v", sample.name, broken)
		}
		each(p.Sections, func(table block.Table) {
			width := 0.0
			for _, c := range table.Columns {
				width += c.Width
			}
			if width > 170 {
				t.Errorf("%s: the table %s is %v mm wide, and the page has 170", sample.name, table.Name, width)
			}
		})
		page, err := html.Write(p, nil)
		if err != nil {
			t.Fatal(err)
		}
		said, text := strings.Join(wordsOfPage(t, page), " "), strings.Join(strings.Fields(s.Text()), " ")
		for _, left := range found.Problems {
			if left.Severity == workbook.Advice {
				continue
			}
			for _, in := range []string{said, text} {
				if want := strings.Join(strings.Fields(left.Message), " "); !strings.Contains(in, want) {
					t.Errorf("%s: %q is left and not in the statement", sample.name, want)
				}
			}
		}
		for _, w := range found.Waived {
			if !strings.Contains(said, w.Message) || !strings.Contains(said, w.Waived.Reason) || !strings.Contains(said, w.Waived.By) {
				t.Errorf("%s: the waiver of %s is not in the paper in full", sample.name, w.Cell)
			}
		}
		for _, part := range s.Parts {
			for _, line := range append(part.Paragraphs, part.List...) {
				if want := strings.Join(strings.Fields(line), " "); !strings.Contains(said, want) || !strings.Contains(text, want) {
					t.Errorf("%s: paper and text do not both say %q", sample.name, line)
				}
			}
		}
	}
}

// The portfolio is a paper like any other: every writer says its words. No table
// is wider than the page, and every plan, every reason, every figure of the heat
// table and every workbook that was left out is in it.
func TestPortfolioInEveryFormat(t *testing.T) {
	var all []*portfolio.Summary
	for _, sample := range []string{"south-gloucestershire", "gloucestershire", "needs-attention"} {
		plan, loaded := loadSample(t, sample)
		all = append(all, summarised(plan, loaded))
	}
	for i := range 40 { // so many that measures are drawn by region
		data, err := madeup.Workbook(i*3, 20, 0)
		if err != nil {
			t.Fatal(err)
		}
		plan, loaded, err := workbook.Load(madeup.Name(i), data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, summarised(plan, loaded))
	}
	leftOut := []portfolio.Line{{Term: "broken.xlsx", Text: "This is a text and no workbook."}}
	for _, n := range []int{3, len(all)} {
		x := portfolio.Compare(all[:n], leftOut, madeup.AsOf, false)
		p := paper.Portfolio(x)
		saySame(t, p)
		each(p.Sections, func(table block.Table) {
			width := 0.0
			for _, c := range table.Columns {
				width += c.Width
			}
			if width > 170.01 {
				t.Errorf("the table %s is %v mm wide, and the page has 170", table.Name, width)
			}
			for _, row := range table.Rows {
				for i, c := range row.Cells {
					for _, b := range c.Blocks {
						// A box breaks a figure that is wider than it: "11" and "9" for 119.
						const digit, besideFigure = 2.1, 10.2 // mm; its shape, its edges and the space to the next column
						s, is := b.(block.Status)
						if need := besideFigure + digit*float64(len(s.Word)); is && s.Tag && need > table.Columns[i].Width {
							t.Errorf("%q needs %.1f mm under %q, which has %v", s.Word, need, table.Columns[i].Title, table.Columns[i].Width)
						}
					}
				}
			}
		})
		page, err := html.Write(p, nil)
		if err != nil {
			t.Fatal(err)
		}
		said := strings.Join(wordsOfPage(t, page), " ")
		for _, r := range x.Rows {
			for _, want := range []string{r.Name, r.Reason, r.Late.Text, r.Covered.Text, r.Unowned.Text, r.Measured.Text, r.Problems.Text} {
				if !strings.Contains(said, want) {
					t.Errorf("of %s %q is not said", r.Name, want)
				}
			}
		}
		for _, want := range []string{"broken.xlsx", "This is a text and no workbook.", x.Sentence, x.Rule, x.Order} {
			if !strings.Contains(said, want) {
				t.Errorf("%q is not said", want)
			}
		}
	}
}

func summarised(plan *workbook.Plan, loaded workbook.Problems) *portfolio.Summary {
	f := facts.Derive(plan, madeup.AsOf)
	return portfolio.Summarise(f, check.Run(plan, f, loaded, check.Options{}), false)
}

func saySame(t *testing.T, p *block.Paper) {
	t.Helper()
	file, err := pdf.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	if p.Shorter != nil {
		p.Sections = p.Shorter.At(file.Shorter) // a screen has no sides
	}
	for i := range p.Sections {
		p.Sections[i].Blocks = block.InWay(file.Way, p.Sections[i].Blocks)
		p.Sections[i].Blocks = onePage(p.Sections[i].Blocks)
	}
	onPaper := wordsOfPDF(file.Bytes)
	if len(onPaper) < 100 {
		t.Fatalf("only %d words were read", len(onPaper))
	}
	othersSay(t, p, onPaper)
}

// onePage are blocks without what Word says only where a table goes on over the page.
func onePage(blocks []block.Block) []block.Block {
	var all []block.Block
	for _, b := range blocks {
		switch made := b.(type) {
		case block.Table:
			made.Within = ""
			b = made
		case block.Page:
			made.Blocks = onePage(made.Blocks)
			b = made
		}
		all = append(all, b)
	}
	return all
}

// readers read the words of a paper back, by the ending of its file's name. The
// writer of PDF is the one that the others are held to.
var readers = map[string]func(*testing.T, []byte) []string{".docx": wordsOfDocument, ".html": wordsOfPage}

// othersSay holds every writer but that of PDF to the words of a PDF.
func othersSay(t *testing.T, p *block.Paper, onPaper []string) {
	t.Helper()
	for _, ending := range format.Endings {
		if ending == ".pdf" {
			continue
		}
		read, ok := readers[ending]
		if !ok {
			t.Fatalf("nothing reads back what a %s says: add it to readers", ending)
		}
		data, _, err := format.Of("paper" + ending).Write(p)
		if err != nil {
			t.Fatal(err)
		}
		sameWords(t, onPaper, read(t, data), ending)
	}
}

func sameWords(t *testing.T, onPaper, others []string, ending string) {
	t.Helper()
	for i := range max(len(onPaper), len(others)) {
		if i >= len(onPaper) || i >= len(others) || onPaper[i] != others[i] {
			t.Fatalf("the PDF says\n  %q\nand the %s\n  %q", around(onPaper, i), ending, around(others, i))
		}
	}
}

// composed is the paper of one of the program's own templates.
func composed(t *testing.T, b *report.Brief, template string) *block.Paper {
	t.Helper()
	source, _ := templates.Briefing(template)
	return composedOf(t, b, template+".yaml", source)
}

func composedOf(t *testing.T, b *report.Brief, name string, source []byte) *block.Paper {
	t.Helper()
	parsed, err := report.ParseTemplate(name, source)
	if err != nil {
		t.Fatal(err)
	}
	layout, err := parsed.Word(b)
	if err != nil {
		t.Fatal(err)
	}
	p, err := paper.Compose(b, layout, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func around(words []string, i int) string {
	return strings.Join(words[min(len(words), max(0, i-8)):min(len(words), i+12)], " ")
}

func loadSample(t *testing.T, name string) (*workbook.Plan, workbook.Problems) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "samples", name+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	plan, problems, err := workbook.Load(name+".xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	return plan, problems
}

// earlier is the plan before some of its actions moved.
func earlier(t *testing.T, name string) *report.Since {
	t.Helper()
	plan, _ := loadSample(t, name)
	for i, a := range plan.Actions {
		if i%3 == 0 {
			a.Status = plan.Key.Words[i%len(plan.Key.Words)].Word
		}
	}
	return report.SinceSnapshot(plan, workbook.MustDate("2023-01-10"), true)
}

// Page furniture: the page to turn to, and what a drawing says of itself.
var (
	pageLinks = regexp.MustCompile(`, page \d+|pages? \d+(, \d+)*( and \d+)?`)
	ownLabel  = regexp.MustCompile(`^(•|\d+\.)$`)
)

const widened = "Small groups are drawn wider so that they can be read."

// wordsOfPDF are what a reader of the structure hears. A figure is heard by its
// alternative text.
func wordsOfPDF(file []byte) []string {
	var out []string
	say := func(s string) { out = append(out, strings.Fields(s)...) }
	var hear func(n *pdfua.Node)
	hear = func(n *pdfua.Node) {
		all := strings.Join(strings.Fields(n.All()), " ")
		switch {
		case n.Role == "Figure":
			say(n.Alt)
			return
		case n.Role == "TOC" || n.Role == "H2" && all == "In this paper" || n.Role == "P" && strings.HasPrefix(all, "In this paper: "):
			return
		case n.Role == "H3" && all == "What each status means" || n.Role == "P" && all == widened:
			return
		case n.Role == "Lbl" && ownLabel.MatchString(all):
			return
		case n.Role == "Table":
			hearTable(n, hear)
			return
		}
		if len(n.Kids) == 0 || n.Text != "" {
			say(pageLinks.ReplaceAllString(all, ""))
			return
		}
		for _, k := range n.Kids {
			hear(k)
		}
	}
	hear(pdfua.Tree(file))
	return out
}

// hearTable leaves out the column of page numbers.
func hearTable(n *pdfua.Node, hear func(*pdfua.Node)) {
	rows := n.Find("TR")
	left := slices.IndexFunc(rows[0].Kids, func(th *pdfua.Node) bool { return strings.TrimSpace(th.All()) == "Page" })
	for _, row := range rows {
		for i, cell := range row.Kids {
			if i != left {
				hear(cell)
			}
		}
	}
}

// wordsOfPage are what a reader of the page hears, but for its contents, its
// foot, and the names of tables, which on paper stand above them.
func wordsOfPage(t *testing.T, page []byte) []string {
	t.Helper()
	root, err := parse.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var hear func(n *parse.Node)
	hear = func(n *parse.Node) {
		if n.Type == parse.TextNode {
			out.WriteString(n.Data)
			return
		}
		switch class := attr(n, "class"); {
		case slices.Contains([]string{"nav", "footer", "script", "style", "head", "caption"}, n.Data), class == "skip", attr(n, "aria-hidden") == "true":
			return
		case n.Data == "title" && n.Namespace == "svg":
			return
		case n.Data == "text" && n.Namespace == "svg": // drawn: the description says it
			return
		case attr(n, "role") == "img" && attr(n, "aria-label") != "":
			out.WriteString(" " + attr(n, "aria-label") + " ")
			return
		case n.Data == "a" && strings.HasPrefix(textOf(n), "Go to "), attr(n, "class") == "ways":
			return
		case n.Data == "p" && textOf(n) == widened:
			return
		case attr(n, "data-cut") != "": // on a screen the whole of it
			if cut := attr(n, "data-cut"); !strings.HasPrefix(textOf(n), strings.TrimSuffix(cut, "…")) {
				t.Errorf("%q is cut short as %q", textOf(n), cut)
			}
			out.WriteString(attr(n, "data-cut"))
			return
		}
		apart := !slices.Contains([]string{"a", "b", "strong", "span", "time"}, n.Data)
		if apart {
			out.WriteByte(' ')
		}
		for c := range n.ChildNodes() {
			hear(c)
		}
		if apart {
			out.WriteByte(' ')
		}
	}
	hear(root)
	return strings.Fields(out.String())
}

func attr(n *parse.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *parse.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == parse.TextNode {
			out.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(out.String())
}

// wordsOfDocument are what a reader of the Word document hears, but for the
// contents and the pages to turn to. A picture is heard by its alternative text.
func wordsOfDocument(t *testing.T, docx []byte) []string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all, paragraph strings.Builder
	style, column, pages := "", 0, -1 // pages is the column of page numbers
	name, heads := "", false          // what the page on one of many is about, and whether a row heads a table
	grey := false                     // the paragraph is
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if err == io.EOF {
			return strings.Fields(all.String())
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "pStyle":
				style, grey = attribute(token, "val"), false
			case "color":
				grey = grey || attribute(token, "val") == "505A5F"
			case "docPr":
				if !heads { // the lines of the dates have names that on paper are furniture
					paragraph.WriteString(" " + attribute(token, "descr") + " ")
				}
			case "br", "tab":
				paragraph.WriteString(" ")
			case "instrText":
				if err := d.Skip(); err != nil {
					t.Fatal(err)
				}
			case "tr":
				column, heads = -1, false
			case "tblHeader":
				heads = true
			case "tc":
				column++
			}
		case xml.CharData:
			paragraph.Write(token)
		case xml.EndElement:
			if token.Name.Local == "tbl" {
				pages = -1
			}
			if token.Name.Local != "p" {
				continue
			}
			says := paragraph.String()
			switch { // where a page goes on it says whose it is, which on paper is furniture
			case style == "Heading2":
				name = says
			case strings.HasPrefix(style, "Heading"):
				says = strings.TrimSuffix(says, " ("+name+")")
			case heads && grey: // what a table that goes on is of
				says = ""
			case heads:
				says = strings.TrimSuffix(says, ", "+name)
			}
			if says == "Page" {
				pages = column
			}
			if !strings.HasPrefix(says, "In this paper") && says != widened && style != "PlanContentsEntry" && (pages < 0 || column != pages) {
				all.WriteString(pageLinks.ReplaceAllString(strings.Join(strings.Fields(says), " "), "") + "\n")
			}
			paragraph.Reset()
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
