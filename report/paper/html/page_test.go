package html

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	parse "golang.org/x/net/html"

	"actionplan/report"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/words"
)

func TestSample(t *testing.T) {
	for name := range samples {
		t.Run(name, func(t *testing.T) {
			b := sample(t, name)
			file, root := drawn(t, b, Options{})
			sound(t, file, root)
			saysAll(t, b, text(root))
			again, err := Page(sample(t, name), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(file, again) {
				t.Error("the same plan gives another page")
			}
		})
	}
}

// saysAll demands the facts of a Brief on its page.
func saysAll(t *testing.T, b *report.Brief, page string) {
	t.Helper()
	demand := func(what string, all ...string) {
		t.Helper()
		for _, w := range all {
			if w = oneLine(w); !strings.Contains(page, w) {
				t.Errorf("%s: the page does not say %q", what, w)
			}
		}
	}
	demand("title", b.Organisation, b.Title, b.Headline, b.Message.Text, b.Message.From, b.Contact)
	for _, l := range b.TitleLines {
		demand("title lines", l.Term, l.Text)
	}
	for _, a := range b.Asks {
		says := a.Says
		if len(a.Targets) > 1 { // each is a link of its own
			says = "Go to " + words.And(a.Refs)
		}
		demand("asks", strings.TrimSuffix(a.Text, "."), says)
	}
	for _, f := range b.Figures {
		demand("figures", f.Figure+" "+f.Words)
	}
	for _, r := range b.Status.Rows {
		demand("status table", r.Status.Word, r.Means)
	}
	for _, a := range b.Areas {
		demand("area "+a.Ref, a.Ref+" "+a.Name, a.Owner, a.Status.Word, a.Reason, a.Disagreement, a.DoneWords, a.Next.Date.Short(), a.Next.What, a.MarksAlt)
	}
	for _, a := range append(b.Exceptions.Cards, b.Exceptions.Rest...) {
		demand("exception "+a.Ref, a.Ref+" "+a.Name, a.Text, a.Owner, a.Status.Word, a.DateWords, a.Why, a.Recovery, a.ForChildren)
	}
	for _, m := range b.Measures.Items {
		demand("measure "+m.Ref, m.Ref+" "+m.Name, m.LatestWords, m.DirectionWords, m.DistanceWords, m.Alt, m.Comparators, m.Note, strings.Join(m.NoReading, " "))
		for _, r := range m.Readings {
			demand("reading of "+m.Ref, r.PeriodEnd.Short(), r.Words, r.OutOf, r.Comment)
		}
	}
	for _, r := range b.Timeline.Rows {
		demand("timeline "+r.Ref, r.Ref+" "+r.Name, r.Status.Word, r.Words, r.Alt)
	}
	for _, f := range b.Coverage.Rows {
		demand("finding "+f.Ref, f.Ref+" "+f.Text, f.RaisedShort)
		if len(f.AreaRefs) > 1 && !strings.Contains(page, strings.Join(f.AreaRefs, ", ")) { // where not all stand in a column
			demand("areas of finding "+f.Ref, "Also in "+strings.Join(f.AreaRefs[1:], ", ")+".")
		}
	}
	for _, r := range b.Risks {
		demand("risk "+r.Ref, r.Ref+" "+r.Text, r.Likelihood, r.Impact, r.Score, r.Mitigation, r.Owner)
	}
	for _, c := range b.Clocks {
		demand("clock", c.Sentence, c.Working)
	}
	demand("provenance", b.Quality.File, b.Quality.SHA256[:8]+" "+b.Quality.SHA256[8:16])
	demand("provenance", b.Quality.Sentences...)
	used := page // but for what the glossary says
	for _, l := range b.Glossary {
		used = strings.ReplaceAll(used, l.Text, "")
	}
	for _, l := range report.TermsIn(b.Glossary, used) {
		demand("words used", l.Term, l.Text)
	}
	for _, h := range []string{"The board is asked to", "Improvement areas, owners and status", "How the figures were checked"} {
		demand("headings", h)
	}
}

// sound demands what every page has to keep: it stands alone, is well formed,
// and can be found one's way in without seeing it.
func sound(t *testing.T, file []byte, root *parse.Node) {
	t.Helper()
	headingsInOrder(t, root)
	namesResolve(t, root)
	tablesAreTables(t, root)
	standsAlone(t, file, root)
	for _, n := range all(root, named("html")) {
		if attr(n, "lang") != "en-GB" {
			t.Error("the language is not said")
		}
	}
	for _, landmark := range []string{"header", "nav", "main", "footer", "title"} {
		want := 1
		if n := len(all(root, func(n *parse.Node) bool { return n.Data == landmark && n.Namespace == "" })); n != want && landmark != "nav" {
			t.Errorf("%d elements %s", n, landmark)
		}
	}
	for _, n := range all(root, func(n *parse.Node) bool { return n.Data == "svg" && n.Parent.Namespace == "" }) {
		hidden := attr(n, "aria-hidden") == "true"
		if said := attr(n, "role") == "img" && attr(n, "aria-labelledby") != ""; hidden == said {
			t.Errorf("a picture is neither described nor hidden: class %q", attr(n, "class"))
		}
	}
	for _, n := range all(root, func(n *parse.Node) bool { return attr(n, "role") == "img" }) {
		if attr(n, "aria-label") == "" && attr(n, "aria-labelledby") == "" {
			t.Errorf("a picture without words: class %q", attr(n, "class"))
		}
	}
	if bytes.Contains(file, []byte("ZgotmplZ")) {
		t.Error("the template library refused a value")
	}
}

func headingsInOrder(t *testing.T, root *parse.Node) {
	t.Helper()
	last, ones := 0, 0
	for _, h := range all(root, named("h1", "h2", "h3", "h4")) {
		level := int(h.Data[1] - '0')
		if level == 1 {
			ones++
		}
		if level > last+1 {
			t.Errorf("heading %q of level %d follows one of level %d", text(h), level, last)
		}
		if text(h) == "" {
			t.Error("an empty heading")
		}
		last = level
	}
	if ones != 1 {
		t.Errorf("%d headings of level 1", ones)
	}
}

func namesResolve(t *testing.T, root *parse.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, n := range all(root, func(n *parse.Node) bool { return attr(n, "id") != "" }) {
		id := attr(n, "id")
		if ids[id] {
			t.Errorf("the id %q stands twice", id)
		}
		if !regexp.MustCompile(`^[A-Za-z0-9._~-]+$`).MatchString(id) {
			t.Errorf("the id %q has a letter that links can't have", id)
		}
		ids[id] = true
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			var refs []string
			switch {
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				refs = []string{a.Val[1:]}
			case a.Key == "aria-labelledby" || a.Key == "aria-describedby":
				refs = strings.Fields(a.Val)
			case strings.HasPrefix(a.Val, "url(#"):
				refs = []string{strings.TrimSuffix(a.Val[5:], ")")}
			}
			for _, ref := range refs {
				if !ids[ref] {
					t.Errorf("%s %s=%q leads nowhere", n.Data, a.Key, a.Val)
				}
			}
		}
	}
}

func tablesAreTables(t *testing.T, root *parse.Node) {
	t.Helper()
	for _, table := range all(root, named("table")) {
		caption := all(table, named("caption"))
		if len(caption) != 1 || text(caption[0]) == "" {
			t.Error("a table without a caption")
			continue
		}
		name, columns, heads := text(caption[0]), 0, -1
		for i, row := range all(table, named("tr")) {
			cells := all(row, named("th", "td"))
			if i == 0 {
				columns = len(cells)
			}
			if len(cells) != columns {
				t.Errorf("%s: row %d has %d cells under %d headings", name, i, len(cells), columns)
			}
			for at, c := range cells {
				scope := map[bool]string{true: "col", false: "row"}[i == 0]
				if i == 1 && c.Data == "th" && heads < 0 {
					heads = at // one column heads every row
				}
				if header := i == 0 || at == heads; header != (c.Data == "th") || header && attr(c, "scope") != scope {
					t.Errorf("%s: row %d, cell %d is %s with scope %q", name, i, at, c.Data, attr(c, "scope"))
				}
				if text(c) == "" {
					t.Errorf("%s: row %d, cell %d holds no words", name, i, at)
				}
				if class := attr(table, "class"); strings.Contains(class, "stack") && i > 0 && at != heads && attr(c, "data-label") == "" {
					t.Errorf("%s: row %d, cell %d has no label for phones", name, i, at)
				}
			}
		}
	}
}

// standsAlone: nothing is loaded, no script runs but the page's own, and its
// policy says so.
func standsAlone(t *testing.T, file []byte, root *parse.Node) {
	t.Helper()
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("%s has the attribute %s", n.Data, a.Key)
			}
			local := strings.HasPrefix(a.Val, "#") || strings.HasPrefix(a.Val, "mailto:") || strings.HasPrefix(a.Val, "data:image/")
			if (a.Key == "href" || a.Key == "src" || a.Key == "srcset" || a.Key == "action" || a.Key == "data") && !local {
				t.Errorf("%s %s=%q leads out of the page", n.Data, a.Key, a.Val)
			}
		}
	}
	if outside := all(root, named("link", "iframe", "object", "embed", "base", "form", "audio", "video")); len(outside) > 0 {
		t.Errorf("the page has %s", outside[0].Data)
	}
	styles, scripts := all(root, named("style")), all(root, named("script"))
	if len(styles) != 1 || len(scripts) != 1 {
		t.Fatalf("%d style sheets and %d scripts", len(styles), len(scripts))
	}
	css, js := styles[0].FirstChild.Data, scripts[0].FirstChild.Data
	for _, bad := range []string{"@import", "url(", "http"} {
		if strings.Contains(css, bad) {
			t.Errorf("the style sheet has %s", bad)
		}
	}
	if strings.Contains(js, "http") || strings.Contains(js, "fetch") {
		t.Error("the script goes to the network")
	}
	policies := all(root, func(n *parse.Node) bool { return attr(n, "http-equiv") == "Content-Security-Policy" })
	if len(policies) != 1 {
		t.Fatalf("%d policies", len(policies))
	}
	policy := attr(policies[0], "content")
	for _, want := range []string{"default-src 'none'", "style-src " + hash(css), "script-src " + hash(js)} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy %q lacks %q", policy, want)
		}
	}
}

func TestLinksLeadToWhatTheyName(t *testing.T) {
	b := sample(t, "gloucestershire")
	_, root := drawn(t, b, Options{})
	links := all(root, func(n *parse.Node) bool { return n.Data == "a" && strings.HasPrefix(text(n), "Go to action ") })
	if len(links) == 0 {
		t.Fatal("no decision asked has a link")
	}
	for _, l := range links {
		ref := strings.TrimPrefix(text(l), "Go to action ")
		to := all(root, func(n *parse.Node) bool { return "#"+attr(n, "id") == attr(l, "href") })
		if len(to) != 1 || !strings.HasPrefix(text(to[0]), ref+" ") {
			t.Errorf("%q leads to %q", text(l), attr(l, "href"))
		}
	}
	_, root = drawn(t, b, Options{Layout: layout(t, b, "sections: [{section: asks}, {section: risks}]")})
	if n := len(all(root, func(n *parse.Node) bool { return strings.HasPrefix(text(n), "Go to") })); n > 0 {
		t.Error("a link leads to a section that the page does not have")
	}
}

// layout is a template of a test's own.
func layout(t *testing.T, b *report.Brief, sections string) *report.Layout {
	t.Helper()
	parsed, err := report.ParseTemplate("ours.yaml", []byte("title: Ours\n"+sections))
	if err != nil {
		t.Fatal(err)
	}
	l, err := parsed.Word(b)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestEveryTemplate(t *testing.T) {
	for _, name := range templates.Briefings() {
		for plan := range samples {
			t.Run(name+" "+plan, func(t *testing.T) {
				b := sample(t, plan)
				source, _ := templates.Briefing(name)
				parsed, err := report.ParseTemplate(name+".yaml", source)
				if err != nil {
					t.Fatal(err)
				}
				l, err := parsed.Word(b)
				if err != nil {
					t.Fatal(err)
				}
				file, root := drawn(t, b, Options{Layout: l})
				sound(t, file, root)
				page := text(root)
				for _, want := range wanted(b, l) {
					if want = oneLine(want); !strings.Contains(page, want) {
						t.Errorf("the page does not say %q", want)
					}
				}
			})
		}
	}
}

// wanted is what the pages on areas, owners, visits and actions have to say.
func wanted(b *report.Brief, l *report.Layout) (all []string) {
	lines := func(lines []report.Line) {
		for _, l := range lines {
			all = append(all, l.Term, l.Text)
		}
	}
	actions := func(list []*report.ActionRecord) {
		for _, a := range list {
			all = append(all, a.Ref+" "+a.Name, a.Status.Word, strings.Join(a.Flags, ". "))
			lines(a.Lines)
		}
	}
	all = append(all, l.Title, l.Subtitle)
	for _, s := range l.Sections {
		switch s.Kind {
		case "area-pages", "actions":
			for _, a := range b.AreaPages {
				all = append(all, a.Ref+" "+a.Name, a.Status.Word)
				actions(a.AreaActions)
				if s.Kind == "area-pages" {
					lines(a.Lines)
				}
			}
			actions(b.Unplaced)
		case "owner-pages":
			for _, o := range b.OwnerPages {
				all = append(append(all, o.Name, o.Place, o.Sentence), o.Findings...)
				for _, part := range o.Parts {
					all = append(all, part.Heading)
					for _, r := range part.Rows {
						all = append(all, r.Action.Ref+" "+r.Action.Name, r.Due, r.Late, r.Moved, r.Needed)
					}
				}
			}
		case "visit-pages":
			for _, v := range b.Visits {
				all = append(append(all, v.Title, v.Sentence), v.Others...)
				lines(v.Lines)
				for _, f := range v.Findings {
					all = append(all, f.Heading, f.Text, f.State)
					lines(f.Lines)
				}
			}
		case "outcomes":
			for _, a := range b.Areas {
				all = append(all, a.Outcome, a.DoneActions)
			}
		case "measures-table":
			for _, m := range b.Measures.Items {
				all = append(all, m.Name, m.BaselineWords, m.TargetWords, m.ToGoWords)
			}
		case "key":
			for _, r := range b.Status.Rows {
				says := r.Key
				if l.OneSide || l.Has("strip") {
					says = r.Short
				}
				all = append(all, strings.TrimSuffix(r.Status.Word+": "+says, ": "))
			}
		}
	}
	return all
}

func TestEverySectionIsDrawn(t *testing.T) {
	b := sample(t, "south-gloucestershire")
	b.Movement = report.Movement{Sentence: "One got better.", ThenLabel: "17 January", NowLabel: "31 January",
		Rows: []report.Moved{{Change: "Better", Action: "4.1 Supervision standard", Then: b.Actions[0].Status, Now: b.Actions[1].Status}}}
	b.Clocks = []report.ClockLine{{Sentence: "Plan due 23 January 2023; not recorded as sent", Working: "Received 1 October.", Late: true}}
	if len(b.History.Months) == 0 {
		b.History.Months = []report.HistoryMonth{{Label: "31 Dec 2022", Blocks: b.Status.Now, Alt: b.Status.Alt}}
		b.History.Slips = []report.Slip{{Action: "2.1 Escalation", First: "30 Nov 2022", Now: "31 Mar 2023", Moved: "Twice", Later: "121 days later", Days: 121}}
	}
	for _, kind := range report.SectionKinds {
		t.Run(kind.Name, func(t *testing.T) {
			file, root := drawn(t, b, Options{Layout: layout(t, b, "sections: [{section: "+kind.Name+"}]")})
			sound(t, file, root)
			mains := all(root, named("main"))
			if len(text(mains[0])) < 20 {
				t.Errorf("the section says %q", text(mains[0]))
			}
			for _, c := range kind.Columns[min(1, len(kind.Columns)):] {
				keeps := kind.Columns[0] + ", " + c
				file, root := drawn(t, b, Options{Layout: layout(t, b, "sections: [{section: "+kind.Name+", columns: ["+keeps+"]}]")})
				sound(t, file, root)
				for _, table := range all(root, named("table")) {
					if kind.Name == "owner-pages" && strings.Contains(attr(table, "class"), "areas") {
						continue // the areas that an owner answers for are a table of their own
					}
					if n := len(all(all(table, named("thead"))[0], named("th"))); n > 2 {
						t.Errorf("with the columns %s there are %d", keeps, n)
					}
				}
			}
		})
	}
}

func TestChosenSections(t *testing.T) {
	b := sample(t, "gloucestershire")
	_, root := drawn(t, b, Options{Layout: layout(t, b, `sections:
  - section: risks
    heading: What could go wrong
  - heading: Our own words
    text: |
      First line
      of one paragraph.

      - one thing
      - another
        over two lines
  - section: areas
    columns: [area, status]
  - section: readings
  - section: movement
    none: Nothing to compare with yet.
`)})
	var got []string
	for _, h := range all(root, named("h2")) {
		got = append(got, text(h))
	}
	want := []string{"In this paper", "What could go wrong", "Our own words", "Improvement areas, owners and status", "All readings", b.Movement.Heading}
	if want[5] == "" {
		want[5] = "What changed since the last board"
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("headings are %q, not %q", got, want)
	}
	page := text(root)
	for _, says := range []string{"First line of one paragraph.", "one thing another over two lines", "Nothing to compare with yet."} {
		if !strings.Contains(page, says) {
			t.Errorf("the page does not say %q", says)
		}
	}
	if strings.Contains(page, "Accountable owner") {
		t.Error("a column that was left out is there")
	}
}

func TestNothingThere(t *testing.T) {
	b := &report.Brief{
		Title: "Plan: briefing for the board",
		AsOf:  workbook.MustDate("2023-01-31"),
		Areas: []*report.Area{{ID: "area-a1", Ref: "A1", Name: "Assessment", NoActions: true, DoneWords: "No actions"}},
		Exceptions: report.Exceptions{Heading: "Off track or overdue: what the board needs to know", Sentence: "Nothing is off track or overdue.",
			Cards: []*report.Action{{ID: "action-1.1", Ref: "1.1", Text: "Do it"}}},
		Measures: report.Measures{Sentence: "This plan has no measures, so this paper can't show whether children's experience has changed."},
		Coverage: report.Coverage{Sentence: "No.", Rows: []report.Finding{{Ref: "F1", Text: "Too slow"}}},
		Timeline: report.Timeline{
			From: workbook.MustDate("2022-10-01"), To: workbook.MustDate("2023-06-01"), Today: workbook.MustDate("2023-01-31"),
			Rows: []report.TimelineRow{{Ref: "1.1", Name: "Do it", Words: "No date", Alt: "No date"}},
		},
		Quality: report.Quality{Waived: []report.ProblemLine{{Message: "Vague"}}},
		Draft:   "The workbook has one error",
	}
	file, root := drawn(t, b, Options{})
	sound(t, file, root)
	page := text(root)
	for _, want := range []string{
		"This plan has no actions yet.", "No owner", "No status", "No reason given", "No actions", "Not given", "No date",
		"Nothing is off track or overdue.", "this paper can't show whether", "No area", "Date not stated", "Draft The workbook has one error",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, gone := range []string{"Risks to the plan", "Words used", "From the senior", "The board is asked", "another format", "statutory clock"} {
		if strings.Contains(page, gone) {
			t.Errorf("the page has %q with nothing in it", gone)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	brief := sample(b, "south-gloucestershire")
	for b.Loop() {
		if _, err := Page(brief, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
