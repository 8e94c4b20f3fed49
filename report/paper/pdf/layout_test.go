package pdf

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/tagged/pdfua"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// mixed is the South Gloucestershire sample with so many areas and actions: those
// of the sample again and again, without their short names, in every status.
func mixed(t *testing.T, areas, actions int) *workbook.Plan {
	t.Helper()
	p := shared(t, areas, false, false)
	own := p.Actions
	p.Actions = nil
	start := day("2022-08-01")
	for i := range actions {
		a := *own[i%len(own)]
		a.Ref = fmt.Sprintf("A%d-%02d", i%areas+1, i/areas+1)
		a.Area = p.Areas[i%areas].Ref
		if i >= len(own) {
			a.ShortName, a.Findings = "", nil
		}
		a.Status = statusWords[workbook.Meanings[(i*5+i/7)%len(workbook.Meanings)]]
		a.Start = start.Add(i * 37 % 150)
		a.Due = a.Start.Add(30 + i*53%200)
		a.RevisedDue, a.Completed = workbook.Date{}, workbook.Date{}
		p.Actions = append(p.Actions, &a)
	}
	p.Updates = nil
	p.Index()
	return p
}

// What every paper keeps to on every page, whatever the plan: no page but the last
// has less than a quarter on it, no row, bullet or chart stands alone on one side
// of a break, and no heading at a page's foot.
func TestLayoutPromises(t *testing.T) {
	sample := func(name, asOf string, public bool) func(t *testing.T) *report.Brief {
		return func(t *testing.T) *report.Brief {
			p, problems := loaded(t, name)
			return report.Build(facts.Derive(p, workbook.MustDate(asOf)), report.Options{Problems: problems, Public: public})
		}
	}
	made := func(areas, actions int) func(t *testing.T) *report.Brief {
		return func(t *testing.T) *report.Brief {
			return report.Build(facts.Derive(mixed(t, areas, actions), day("2023-01-31")), report.Options{})
		}
	}
	for _, plan := range []struct {
		name  string
		brief func(t *testing.T) *report.Brief
	}{
		{"South Gloucestershire", sample("south-gloucestershire", "2023-01-31", false)},
		{"South Gloucestershire public", sample("south-gloucestershire", "2023-01-31", true)},
		{"Gloucestershire", sample("gloucestershire", "2018-09-30", false)},
		{"Gloucestershire public", sample("gloucestershire", "2018-09-30", true)},
		{"needs attention", sample("needs-attention", "2026-09-30", false)},
		{"one action", made(1, 1)},
		{"60 mixed", made(12, 60)},
		{"300 mixed", made(12, 300)},
	} {
		for _, name := range templates.Briefings() {
			if name != "board" && os.Getenv("CI") == "" {
				continue // all templates of all plans take half a minute
			}
			t.Run(name+" "+plan.name, func(t *testing.T) {
				b := plan.brief(t)
				keepsPromises(t, drawn(t, b, shipped(t, name, b)))
			})
		}
	}
}

func keepsPromises(t *testing.T, file []byte) {
	t.Helper()
	drawings := pages(t, file)
	for i, p := range drawings[:len(drawings)-1] {
		if share := filled(p); share < 0.25 {
			t.Errorf("page %d of %d has %.0f %% on it", i+1, len(drawings), 100*share)
		}
	}
	tree := pdfua.Tree(file)
	for _, table := range tree.Find("Table") {
		var rows []*pdfua.Node
		for _, body := range table.Find("TBody") {
			rows = append(rows, body.Find("TR")...)
		}
		noneAlone(t, drawings, "row", rows)
	}
	for _, list := range tree.Find("L") {
		noneAlone(t, drawings, "item", list.Find("LI"))
	}
	headingsLead(t, tree)
	groupsGoOn(t, drawings, tree)
}

// groupsGoOn demands that a page that a table or list goes on over says under which
// heading of a group it stands.
func groupsGoOn(t *testing.T, drawings []pageDrawing, n *pdfua.Node) {
	t.Helper()
	for i, k := range n.Kids {
		if k.Role != "H3" && k.Role != "H4" || i+1 == len(n.Kids) || n.Kids[i+1].Role != "Table" && n.Kids[i+1].Role != "L" {
			groupsGoOn(t, drawings, k)
			continue
		}
		name := oneSpace(k.All())
		if i := strings.LastIndex(name, ":"); i > 0 {
			name = name[:i] // an area's status follows
		}
		for _, row := range append(n.Kids[i+1].Find("TR"), n.Kids[i+1].Find("LI")...) {
			page := startOf(row)
			if page > startOf(k) && !strings.Contains(oneSpace(textsOf(drawings[page-1])), name+", continued") {
				t.Errorf("page %d goes on with %q and does not say so", page, name)
				break
			}
		}
	}
}

func textsOf(p pageDrawing) string {
	var all []string
	for _, text := range p.texts {
		all = append(all, text.text)
	}
	return strings.Join(all, " ")
}

// filled is the share of a page from its head to the last that stands on it.
func filled(p pageDrawing) float64 {
	lowest := 0.0
	for _, text := range p.texts {
		if text.y < frame.Bottom {
			lowest = math.Max(lowest, text.y)
		}
	}
	return (lowest - frame.Top) / (frame.Bottom - frame.Top)
}

// noneAlone demands that of several no first or last one is parted from all the
// others by a page break, but for what is too high to be held together.
func noneAlone(t *testing.T, drawings []pageDrawing, kind string, all []*pdfua.Node) {
	t.Helper()
	if len(all) < 3 {
		return
	}
	const together = 90 // mm
	last := len(all) - 1
	for _, x := range []struct{ alone, other *pdfua.Node }{{all[0], all[1]}, {all[last], all[last-1]}} {
		a, b := startOf(x.alone), startOf(x.other)
		if a != b && height(drawings[a-1], x.alone)+height(drawings[b-1], x.other) < together {
			t.Errorf("page %d: a %s stands apart from the others on page %d: %.60q", a, kind, b, oneSpace(x.alone.All()))
		}
	}
}

// height is about how high a row stands on a page: from the first of its texts to
// the lowest.
func height(p pageDrawing, row *pdfua.Node) float64 {
	all := row.All()
	first, lowest := -1.0, 0.0
	for _, text := range p.texts {
		words := strings.TrimSpace(text.text)
		switch {
		case first < 0 && len(words) > 1 && strings.HasPrefix(all, words):
			first, lowest = text.y, text.y
		case first >= 0 && strings.Contains(all, words):
			lowest = math.Max(lowest, text.y)
		case first >= 0:
			return lowest - first + 6
		}
	}
	return lowest - first + 6
}

// startOf is the page that a node begins on, 0 where it has nothing.
func startOf(n *pdfua.Node) int {
	if n.Page > 0 {
		return n.Page
	}
	for _, k := range n.Kids {
		if page := startOf(k); page > 0 {
			return page
		}
	}
	return 0
}

// headingsLead demands that what follows a heading begins on its page.
func headingsLead(t *testing.T, tree *pdfua.Node) {
	t.Helper()
	for i, n := range tree.Kids {
		if len(n.Role) == 2 && n.Role[0] == 'H' && i+1 < len(tree.Kids) {
			if a, b := startOf(n), startOf(tree.Kids[i+1]); b > 0 && a != b {
				t.Errorf("page %d: the heading %q leads to page %d", a, n.All(), b)
			}
		} else {
			headingsLead(t, n)
		}
	}
}

// One thing is told as one, a gap as a gap, and nothing begins or stops twice, in
// every paper on plans of one action and of many.
func TestWordsAgreeWithTheirNumbers(t *testing.T) {
	wrong := regexp.MustCompile(`(?i)\b(1|one) (actions|findings|measures|areas|visits|readings|days|errors|warnings|problems|owners|points) |one action were|due No date|Still open Not given|\.\. |, , |  \.`)
	for _, size := range [][2]int{{1, 1}, {2, 2}, {12, 60}} {
		p := mixed(t, size[0], size[1])
		if size[1] == 1 {
			p.Findings, p.Measures = p.Findings[:1], p.Measures[:1]
			p.Index()
		}
		for _, public := range []bool{false, true} {
			b := report.Build(facts.Derive(p, day("2023-01-31")), report.Options{Public: public})
			for _, name := range templates.Briefings() {
				if size[1] > 2 && name != "board" && name != "owner" && os.Getenv("CI") == "" {
					continue // of many there is little of which there is one
				}
				said := oneSpace(spoken(drawn(t, b, shipped(t, name, b))))
				for _, at := range wrong.FindAllStringIndex(said, -1) {
					t.Errorf("%s of %d actions, public %t: …%s…", name, size[1], public, said[max(0, at[0]-40):min(len(said), at[1]+40)])
				}
			}
		}
	}
}
