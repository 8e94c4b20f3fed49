package html

import (
	"regexp"
	"strings"
	"testing"

	parse "golang.org/x/net/html"

	"actionplan/report"
	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

func said(s string) []block.Block {
	return []block.Block{block.Para{Runs: []block.Run{{Text: s}}}}
}

func written(t *testing.T, blocks ...block.Block) string {
	t.Helper()
	page, err := Write(&block.Paper{Kind: "briefing", Title: "Paper", Lang: "en-GB", Sections: []block.Section{{Blocks: blocks}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func parsed(t *testing.T, page string) *parse.Node {
	t.Helper()
	root, err := parse.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func classed(class string) func(*parse.Node) bool {
	return func(n *parse.Node) bool { return attr(n, "class") == class }
}

// A table of one row has nothing to sort, on the page and on a phone, where the
// words "Sort by" would stand alone.
func TestOneRowIsNotSorted(t *testing.T) {
	for rows, want := range map[int]bool{1: false, 2: true} {
		table := block.Table{Name: "due", Caption: "Due", Sorts: true, Columns: []block.Column{{Title: "Action", Width: 170, RowHeader: true}}}
		line := block.Timeline{Caption: "When", Chart: chart.Timeline{Days: 90}}
		for range rows {
			table.Rows = append(table.Rows, block.Row{Cells: []block.Cell{{Blocks: said("1.1")}}})
			line.Rows = append(line.Rows, block.TimelineRow{Ref: "1.1", Status: block.Status{Word: "On track"}})
		}
		for name, b := range map[string]block.Block{"table": table, "timeline": line} {
			page := written(t, b)
			_, from, _ := strings.Cut(page, "<table class=\"")
			class, _, _ := strings.Cut(from, "\"")
			if got := strings.Contains(class, "sortable"); got != want {
				t.Errorf("a %s of %d rows: sortable is %v", name, rows, got)
			}
		}
	}
}

// Every link in brackets says on the printed page, which has no links, the heading
// that what it leads to stands under.
func TestPrintedLinksNameTheirSection(t *testing.T) {
	heading := func(says string) block.Heading {
		return block.Heading{Level: 2, Runs: []block.Run{{Text: says}}}
	}
	page := written(t, block.Para{Runs: []block.Run{{Link: &block.Link{To: "a11", Also: []string{"a12", "a21"}, Refs: []string{"1.1", "1.2", "2.1"}, Says: "Go to actions 1.1, 1.2 and 2.1", As: block.InBrackets}}}},
		heading("Off track: what the board needs to know"), block.Card{Heading: block.Heading{Level: 3, ID: "a11"}}, block.Card{Heading: block.Heading{Level: 3, ID: "a12"}},
		heading("Later"), block.Table{Caption: "Later", Columns: []block.Column{{Title: "Action", Width: 170, RowHeader: true}}, Rows: []block.Row{{ID: "a21", Cells: []block.Cell{{Blocks: said("2.1")}}}}})
	if want := `data-in="“Off track” and “Later”"><span>Go to <a href="#a11" aria-label="Go to action 1.1">1.1</a>, <a href="#a12" aria-label="Go to action 1.2">1.2</a> and <a href="#a21" aria-label="Go to action 2.1">2.1</a></span></span>`; !strings.Contains(page, want) {
		t.Errorf("the page lacks %s", want)
	}
	for name, b := range map[string]*report.Brief{"south-gloucestershire": sample(t, "south-gloucestershire"), "gloucestershire": sample(t, "gloucestershire"), "needs-attention": attention(t)} {
		_, root := drawn(t, b, Options{})
		for _, a := range all(root, named("a")) {
			if strings.HasPrefix(text(a), "Go to ") && attr(a, "data-in") == "" {
				t.Errorf("%s: in print %q leads nowhere", name, text(a))
			}
		}
	}
}

// A shape never touches its word, and in a bar no frame crosses a number: a block
// has one where it has room for it round what stands there.
func TestShapesAndFramesKeepTheirDistance(t *testing.T) {
	if !strings.Contains(sheet, ".unbroken>.shape{margin-right:.3em}") {
		t.Error("no space is left between a shape and its word")
	}
	if !strings.Contains(sheet, "h3,h4,:is(h2,h3,h4)+p,caption{break-after:avoid}") {
		t.Error("a heading may stand alone at a page's foot: a table's name may part from its rows")
	}
	framed := block.Look{Name: "embedded", Fill: "#1f5597", Ink: "#ffffff", Pattern: chart.InnerFrame, Stripe: "#ffffff", Shape: chart.TickedDisc}
	plain := block.Look{Name: "on-track", Fill: "#1b824e", Ink: "#ffffff", Shape: chart.Pointer}
	for n := 1; n <= 100; n++ {
		for _, b := range newBar([]block.Count{{Look: framed, N: n}, {Look: plain, N: 101 - n}}).blocks {
			wide, phone := float64(b.w)/100*pageBar, float64(b.w)/100*phoneBar
			onPage, onPhone := b.number, b.number
			if b.roomy != "" {
				onPage = b.content
			}
			if b.roomy == "always" {
				onPhone = b.content
			}
			if b.frame != unframed && wide < onPage+12 || b.frame == "" && phone < onPhone+12 {
				t.Errorf("%d: a frame of %.0f px, %.0f on a phone, stands round %.0f, %.0f", b.N, wide, phone, onPage, onPhone)
			}
		}
	}
}

// A width of a pixel is the width of the page in a word processor, which knows no
// clipping: a paper of 17 pages was one of 60 there.
func TestUnseenWordsHaveNoWidth(t *testing.T) {
	for _, rule := range strings.Split(sheet, "}") {
		if strings.Contains(rule, ".unseen{") && regexp.MustCompile(`[;{](width|height):1px`).MatchString(rule) && !strings.Contains(rule, "caption") {
			t.Errorf("%s} lays a page out in one pixel", rule)
		}
	}
}

// On a phone a block of a bar has its shape beside its number or above it: of two
// dark blocks with a 1 nobody knows which is which in grey. One that stands for no
// status has none, and no dash either, which would read as a minus.
func TestEveryBlockOfABarHasItsShape(t *testing.T) {
	shaped := block.Look{Name: "embedded", Fill: "#1f5597", Ink: "#ffffff", Shape: chart.TickedDisc}
	other := block.Look{Name: "on-track", Fill: "#1b824e", Ink: "#ffffff", Shape: chart.Pointer}
	unknown := block.Look{Name: "unknown", Fill: "#ffffff", Ink: "#0b0c0c"}
	for n := 1; n < 40; n++ {
		root := parsed(t, written(t, block.Bar{Now: []block.Count{{Look: shaped, N: n}, {Look: other, N: 300}, {Look: unknown, N: n}}, Alt: "All"}))
		blocks := all(root, classed("count"))
		if len(blocks) != 3 {
			t.Fatalf("%d blocks, want 3", len(blocks))
		}
		for i, b := range blocks {
			shapes, want := len(all(b, named("use"))), 1
			if i == 2 {
				want = 0
			}
			if shapes != want {
				t.Errorf("of %d the block %d has %d shapes, want %d", n, i, shapes, want)
			}
		}
	}
	if _, phone, _ := strings.Cut(sheet, "@media screen and (max-width:46rem){"); !strings.Contains(phone, ".stacks use{display:inline") {
		t.Error("on a phone a very narrow block has no shape")
	}
}

// A word processor shows the numbers of a bar as a line of words: without spaces it
// was one number of thirteen digits.
func TestNumbersOfABarStandApart(t *testing.T) {
	look := block.Look{Name: "on-track", Fill: "#1b824e", Ink: "#ffffff", Shape: chart.Pointer}
	page := written(t, block.Bar{Now: []block.Count{{Look: look, N: 11}, {Look: look, N: 4}}, Alt: "All"})
	bars := all(parsed(t, page), classed("bar"))
	if len(bars) != 1 || !regexp.MustCompile(`^11 4$`).MatchString(text(bars[0])) {
		t.Errorf("the bar reads %q", text(bars[0]))
	}
}

// What a browser prints has no page that is nearly empty: one of many goes on below
// the one before, and what belongs together stays so.
func TestPrintedPagesGoOnBelow(t *testing.T) {
	_, printed, _ := strings.Cut(sheet, "@media print{")
	if strings.Contains(printed, "break-before:page") {
		t.Error("a new page is forced in print")
	}
	for _, rule := range []string{".goes>.headline{break-after:avoid}", ".goes{display:table;", ".named{display:table-header-group;", "tbody tr:is(:nth-child(-n+2),:nth-last-child(-n+2)){break-before:avoid}", ".bullets li:is(:nth-child(2),:last-child):not(:first-child){break-before:avoid}", ".goes>:is(.headline,.lines),.statuses,.key", ".panel .latest{break-after:avoid}", ".closing,table+p,"} {
		if !strings.Contains(printed, rule) {
			t.Errorf("in print there is no %s", rule)
		}
	}
}

// A page on one of many says its name again where it goes on, and on its first page what
// opens it, which begins above the heading, stands over that.
func TestPagesNameTheirOwner(t *testing.T) {
	page := written(t, block.Page{Blocks: []block.Block{block.Para{As: block.Place, Runs: []block.Run{{Text: "Owner 2 of 5"}}}, block.Heading{Level: 2, ID: "o2", Runs: []block.Run{{Text: "Head of service"}}}, block.Para{Runs: []block.Run{{Text: "You own one action."}}}}})
	named := all(parsed(t, page), classed("named"))
	opens := all(parsed(t, page), classed("opens"))
	if len(named) != 1 || attr(named[0], "data-over") != "Head of service" || len(opens) != 1 || text(opens[0]) != "Owner 2 of 5 Head of service" || attr(named[0].Parent, "class") != "goes" || !strings.Contains(text(named[0].Parent), "You own one action.") {
		t.Errorf("%d groups name the owner: %s", len(named), page[strings.Index(page, "<section"):])
	}
}

// The name of who a page is for comes again on every page that it goes on over, and is
// covered where it begins.
func TestNameComesAgainInPrint(t *testing.T) {
	_, printed, _ := strings.Cut(sheet, "@media print{")
	for _, rule := range []string{
		`.named::before{content:attr(data-over) " (continued)";display:block;height:10mm;`, ".opens{position:relative;z-index:1;display:flow-root;margin-top:-10mm;",
	} {
		if !strings.Contains(printed, rule) {
			t.Errorf("in print there is no %s", rule)
		}
	}
}

// What is read as one stands on one line: a count with what it is of, and a status of few
// words beside its bar. Words keep clear of the next column, and of the key above them.
func TestWordsKeepTogetherAndApart(t *testing.T) {
	line := block.Timeline{Caption: "When", Chart: chart.Timeline{Days: 90}, Rows: []block.TimelineRow{{Ref: "1.1", Status: block.Status{Word: "Not started"}}, {Ref: "1.2", Status: block.Status{Word: "Waiting for another body"}}}}
	if page := written(t, line); !strings.Contains(page, ">Not\u00a0started<") || !strings.Contains(page, ">Waiting for another body<") {
		t.Error("a status breaks beside its bar, or a long one does not")
	}
	for _, rule := range []string{"td.number{white-space:nowrap}", ".small:not(.strip) :is(th,td):not(:last-child){padding-right:2.5mm}", ".key+p{margin-top:.9rem}"} {
		if !strings.Contains(sheet, rule) {
			t.Errorf("there is no %s", rule)
		}
	}
}

// A chart is called one thing, what it shows, which names its measure once.
func TestChartsAreNamedOnce(t *testing.T) {
	page := written(t, block.Panels{Items: []block.Panel{{Level: 3, Heading: "M1 Visits", Chart: &block.Chart{Alt: "Chart of 5 readings. Visits: 40%."}}}})
	charts := all(parsed(t, page), classed("chart"))
	if len(charts) != 1 || len(all(charts[0], named("title"))) > 0 || attr(charts[0], "aria-labelledby") != "measure-1-says" || strings.Count(page, "Chart of ") != 1 {
		t.Error("the chart's name is said twice or not at all")
	}
}

// Several paragraphs of a field stand apart from one another.
func TestParagraphsOfAFieldStandApart(t *testing.T) {
	page := written(t, block.Terms{Items: []block.Term{{Term: []block.Run{{Text: "Still open"}}, Says: [][]block.Run{{{Text: "1.2 Late."}}, {{Text: "1.3 Later."}}}}}})
	if n := len(all(parsed(t, page), func(n *parse.Node) bool { return n.Data == "div" && n.Parent != nil && n.Parent.Data == "dd" })); n != 2 {
		t.Errorf("%d paragraphs in the field, want 2", n)
	}
}

// What is printed of a paper that has to fit on one side is what fits, where a screen
// shows the whole. It stands in the page as data, not as a second paper.
func TestOneSideIsPrinted(t *testing.T) {
	p := &block.Paper{Kind: "briefing", Title: "On a page", Lang: "en-GB", Sections: []block.Section{{Blocks: said("Everything </script> there is")}}}
	p.Shorter = &block.Shorter{Tries: 2, At: func(n int) []block.Section {
		return []block.Section{{Blocks: said(map[int]string{0: "Everything", 1: "What fits </script> here"}[n])}}
	}}
	page, err := Write(p, &block.Laid{Shorter: 1})
	if err != nil {
		t.Fatal(err)
	}
	root := parsed(t, string(page))
	side := all(root, func(n *parse.Node) bool { return attr(n, "id") == "one-side" })
	if len(side) != 1 || side[0].FirstChild == nil || !strings.Contains(side[0].FirstChild.Data, "What fits &lt;/script&gt; here") {
		t.Error("what fits is not in the page, or is cut off")
	}
	if words := text(root); !strings.Contains(words, "Everything </script> there is") || strings.Contains(words, "What fits") {
		t.Errorf("the screen says %q", words)
	}
	if !strings.Contains(script, "beforeprint") || !strings.Contains(script, "afterprint") {
		t.Error("nothing puts what fits in place of the whole")
	}
	if page, err = Write(p, nil); err != nil || strings.Contains(string(page), "text/html\"") {
		t.Errorf("a paper that nobody laid out has one side, or fails: %v", err)
	}
}
