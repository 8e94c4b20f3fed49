package pdf

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/paper/everything"
	"actionplan/report/tagged/pdfua"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// mixedPlan has actions of every status and of dates before and after the
// position, some with a long name and some with a short one.
func mixedPlan(areas, actions int) *workbook.Plan {
	p := aPlan(areas, actions, false)
	for i, a := range p.Actions {
		if i%3 == 0 {
			a.ShortName = "Record " + strconv.Itoa(i)
		} else {
			a.Text += ", agree with each partner what it says, and report to the board every month until all are read"
		}
		if i%4 == 0 {
			a.IfItSlips = "A second reader from another service helps until the summer"
		}
	}
	return p
}

// papers are the plans that a page's fill is held against.
func papers(t *testing.T) map[string]*report.Brief {
	t.Helper()
	long := planBrief(mixedPlan(12, 40))
	long.Message = &report.Message{From: signature, Text: strings.Repeat("Children still wait too long for a decision about where they will live. ", 12)}
	return map[string]*report.Brief{
		"a long message":        long,
		"South Gloucestershire": briefOf(t, "south-gloucestershire", "2023-01-31"),
		"Gloucestershire":       briefOf(t, "gloucestershire", "2018-09-30"),
		"needs attention":       briefOf(t, "needs-attention", "2026-09-30"),
		"one action":            planBrief(mixedPlan(1, 1)),
		"60 actions":            planBrief(mixedPlan(8, 60)),
		"300 actions":           planBrief(mixedPlan(12, 300)),
	}
}

const signature = "The one who writes it"

// No page but the last has less than a quarter on it, and none begins with the
// line that explains what stands on the page before.
func TestPagesAreFull(t *testing.T) {
	const quarter = 20 + 253.0/4
	for reason, b := range papers(t) {
		for _, name := range templates.Briefings() {
			if len(b.Actions) > 100 && os.Getenv("CI") == "" && name != "board" {
				continue // seconds each
			}
			file, _, err := PDF(b, shipped(t, name, b))
			if err != nil {
				t.Fatal(err)
			}
			drawings := pages(t, file)
			for i, page := range drawings {
				lowest, first := 0.0, ""
				for _, text := range page.texts {
					if text.y < 17 || text.y > 276 { // running head and foot
						continue
					}
					if first == "" {
						first = text.text
					}
					lowest = max(lowest, text.y)
				}
				if lowest < quarter && i < len(drawings)-1 {
					t.Errorf("%s, %s: page %d of %d ends at %.0f mm", reason, name, i+1, len(drawings), lowest)
				}
				if explains.MatchString(first) {
					t.Errorf("%s, %s: page %d begins with %q", reason, name, i+1, first)
				}
			}
		}
	}
}

// explains are the notes below tables and bars.
var explains = regexp.MustCompile(`^(The one who writes it|One shape for each|Small groups are|Each line counts|In all, \d+ (more )?actions|\S+ (more )?actions? .*not drawn|None of these says|\S+ findings? of progress)`)

// The board's paper of a usual plan is ten pages without its annex, and of 300
// mixed actions twenty with it.
func TestBoardIsShort(t *testing.T) {
	for reason, most := range map[string]int{"South Gloucestershire": 10, "Gloucestershire": 10, "needs attention": 10, "one action": 5, "300 actions": 20} {
		b := papers(t)[reason]
		o := shipped(t, "board", b)
		o.Layout, _ = o.Layout.Split()
		file, _, err := PDF(b, o)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(pages(t, file)); n > most {
			t.Errorf("%s: %d pages, more than %d", reason, n, most)
		}
	}
	b := report.Build(facts.Derive(mixed(t, 12, 300), day("2023-01-31")), report.Options{})
	file, _, err := PDF(b, shipped(t, "board", b))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(pages(t, file)); n > 20 {
		t.Errorf("300 mixed actions with the annex: %d pages", n)
	}
}

// bigPlan has 300 actions, a finding for each, 40 measures of six months, and 15
// risks.
func bigPlan() *workbook.Plan {
	p := mixedPlan(12, 300)
	p.Findings, p.Measures, p.Readings = nil, nil, nil
	for i, a := range p.Actions {
		a.ShortName, a.CheckedBy = "Record "+strconv.Itoa(i), "Head of quality"
		a.Findings = []string{"F" + strconv.Itoa(i+1)}
		p.Findings = append(p.Findings, &workbook.Finding{Ref: a.Findings[0], Visit: "V1", Kind: workbook.KindConcern, Areas: []string{a.Area},
			Text: "Children wait too long for a decision, so that help comes later than it should (paragraph " + strconv.Itoa(i+2) + ")."})
	}
	for i := range 40 {
		ref := "M" + strconv.Itoa(i+1)
		p.Measures = append(p.Measures, &workbook.Measure{Ref: ref, Area: p.Areas[i%12].Ref, Name: "Records read on time, locality " + strconv.Itoa(i), Unit: "%", BetterWhen: "Higher",
			Target: workbook.Number{Value: 90, Set: true}})
		for month := range 6 {
			p.Readings = append(p.Readings, &workbook.Reading{Measure: ref, PeriodEnd: day("2022-09-30").Add(30 * month), Value: workbook.Number{Value: float64(40 + (i*7+month*3)%40), Set: true},
				Numerator: workbook.Number{Value: float64(80 + i), Set: true}, Denominator: workbook.Number{Value: 190, Set: true}})
		}
	}
	for i := range 15 {
		p.Risks = append(p.Risks, &workbook.Risk{Ref: "R" + strconv.Itoa(i+1), Text: "Experienced staff leave faster than new ones arrive.", Likelihood: 1 + i%5, Impact: 1 + i%4,
			Mitigation: "Stay interviews and a retention payment from April.", Owner: "Head of service"})
	}
	p.Index()
	return p
}

// Of a plan of 300 actions with as many findings and 40 measures nothing is left
// out that would make the paper short: each finding stands there with its action,
// each measure with all its readings, and those without a chart with their target.
func TestBigPlanIsShort(t *testing.T) {
	b := planBrief(bigPlan())
	file, _, err := PDF(b, shipped(t, "board", b))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(pages(t, file)); n > 20 {
		t.Errorf("%d pages, more than 20", n)
	}
	var rows []string
	for _, row := range pdfua.Tree(file).Find("TR") {
		rows = append(rows, oneSpace(row.All()))
	}
	has := func(parts ...string) int {
		n := 0
		for _, row := range rows {
			if !slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(" "+row+" ", part) }) {
				n++
			}
		}
		return n
	}
	for _, f := range b.Coverage.Rows {
		by := "None" // one that was withdrawn
		if f.Answered {
			by = f.AnsweredBy()
		}
		if has(" "+f.Ref+" ", f.Text, by, "Oct 2022") != 1 {
			t.Errorf("the paper does not list %s with its action once", f.Ref)
		}
	}
	charts := 0
	for _, m := range b.Measures.Items {
		var readings []string
		for _, r := range m.Readings {
			readings = append(readings, r.Words, r.OutOf)
		}
		if has(append([]string{" " + m.Ref + " "}, readings...)...) != 1 {
			t.Errorf("the paper does not have all readings of %s in one row", m.Ref)
		}
		if has(" "+m.Ref+" ", m.TargetWords, m.ToGoWords) == 0 {
			charts++
		}
	}
	if drawn := len(pdfua.Tree(file).Find("Figure")); charts == 0 || charts > 10 || drawn < charts {
		t.Errorf("%d measures are drawn and in no row, of %d pictures", charts, drawn)
	}
}

// A record that goes on over the page says there of what it is.
func TestRecordsGoOn(t *testing.T) {
	p := aPlan(1, 1, true)
	p.Actions[0].ShortName = "Reading"
	b := planBrief(p)
	file, _, err := PDF(b, shipped(t, "full", b))
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, page := range pages(t, file) {
		for _, text := range page.texts {
			if strings.Contains(text.text, "1.1 Reading, continued") {
				said++
			}
		}
	}
	if said == 0 {
		t.Error("no page says that it goes on with 1.1 Reading")
	}
}

// On the one side who answers is the last to go, also where fourteen areas of
// long names have actions that say otherwise.
func TestOwnersAreTheLastToGo(t *testing.T) {
	p := mixedPlan(14, 42)
	for _, a := range p.Areas {
		a.Name += ", and the views of families"
		a.Status = statusWords[workbook.OnTrack]
	}
	b := planBrief(p)
	file, _, err := PDF(b, shipped(t, "one-page", b))
	if err != nil {
		t.Fatal(err)
	}
	rows := pdfua.Tree(file).Find("TR")
	for _, a := range b.Areas {
		if a.Disagreement == "" {
			t.Fatalf("the actions of %s agree with it, and this shows nothing", a.Ref)
		}
		says := func(row *pdfua.Node) bool {
			words := oneSpace(row.All())
			return strings.HasPrefix(words, a.Ref+" ") && strings.Contains(words, a.Owner) && strings.Contains(words, a.Next.Date.Short())
		}
		if !slices.ContainsFunc(rows, says) {
			t.Errorf("the page does not say who answers for %s and what comes next", a.Ref)
		}
	}
}

// What the board is asked about stands in the paper with its name, owner and date,
// and a page is named only for what is on it.
func TestAskedAbout(t *testing.T) {
	p := bigPlan()
	p.Info.DecisionsAsked = []string{"Agree the new dates for actions 1.3 and 3.1."}
	p.Info.DecisionOwners = []string{"Head of quality"}
	b := planBrief(p)
	file, _, err := PDF(b, shipped(t, "board", b))
	if err != nil {
		t.Fatal(err)
	}
	rows := pdfua.Tree(file).Find("TR")
	for _, ref := range []string{"1.3", "3.1"} {
		a := b.Actions[slices.IndexFunc(b.Actions, func(a *report.Action) bool { return a.Ref == ref })]
		if slices.Contains(b.Exceptions.Cards, a) {
			continue
		}
		if !slices.ContainsFunc(rows, func(row *pdfua.Node) bool {
			return strings.HasPrefix(oneSpace(row.All()), strings.Join([]string{a.Ref, a.Name, a.Owner, a.EffectiveDue.Short()}, " "))
		}) {
			t.Errorf("no row has %s, its owner and its date", ref)
		}
	}
	few := "title: Few\nsections:\n  - section: asks\n    heading: Asked\n  - section: exceptions\n    heading: Exceptions\n"
	card := b.Exceptions.Cards[0].Ref
	b.Asks[0] = report.Ask{Text: "Agree the new dates for actions 3.1 and " + card + ".", Targets: []string{"none", b.Exceptions.Cards[0].ID}, Refs: []string{"3.1", card}, Says: "Go to the actions"}
	if file, _, err = PDF(b, worded(t, b, "few.yaml", few)); err != nil {
		t.Fatal(err)
	}
	if said := oneSpace(pdfua.Tree(file).All()); !strings.Contains(said, "("+card+", page ") {
		t.Errorf("the ask does not say of which action its page is: %.600s", said)
	}
}

// In less room the page leaves out more, and where nothing has room it leaves out what
// makes it lowest, not the owners for nothing.
func TestOneSideInLessRoom(t *testing.T) {
	b := planBrief(mixedPlan(8, 24))
	p, err := everything.Paper(b, shipped(t, "one-page", b).Layout, nil)
	if err != nil {
		t.Fatal(err)
	}
	file, err := Write(p)
	if err != nil {
		t.Fatal(err)
	}
	full, less, none := file.ShorterIn(1), file.ShorterIn(0.75), file.ShorterIn(0.01)
	if full != file.Shorter || less <= full || none < less {
		t.Errorf("the whole room leaves out %d (drawn %d), less %d, none %d", full, file.Shorter, less, none)
	}
}
