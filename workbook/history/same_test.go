package history

import (
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/blank"
)

// TestNoFalseChange disguises a plan in every way that changes nothing, many
// times over, and shuffles its rows.
func TestNoFalseChange(t *testing.T) {
	for seed := int64(0); seed < 200; seed++ {
		r := rand.New(rand.NewSource(seed))
		old, new := small(), small()
		disguise(r, new)
		if seed%2 == 1 {
			old, new = new, old
		}
		if got := Compare(old, new); len(got.List) > 0 {
			t.Fatalf("seed %d: a plan that only looks different has changes:\n%s", seed, strings.Join(lines(got), "\n"))
		}
	}
}

// looks are other ways to write the same words.
var looks = []func(string) string{
	func(s string) string { return s },
	func(s string) string { return "  " + s + "\u00a0" },
	func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
	func(s string) string { return strings.ReplaceAll(s, "'", "\u2019") },
	func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	func(s string) string { return strings.ReplaceAll(s, "-", "\u2011") },
	strings.ToUpper,
	func(s string) string { return s + "\u200b" },
}

func disguise(r *rand.Rand, p *workbook.Plan) {
	look := func(s *string) {
		if *s != "" {
			*s = looks[r.Intn(len(looks))](*s)
		}
	}
	all := func(list []string) {
		for i := range list {
			look(&list[i])
		}
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	look(&p.Info.Organisation)
	look(&p.Info.SRO)
	all(p.Info.DecisionsAsked)
	p.Info.BoardEvery = []int{0, workbook.DefaultBoardEvery}[r.Intn(2)]
	for _, w := range p.Key.Words {
		look(&w.Word)
	}
	for _, a := range p.Areas {
		for _, s := range []*string{&a.Ref, &a.Name, &a.Outcome, &a.Owner, &a.Status} {
			look(s)
		}
		all(a.Visits)
		all(a.Partners)
		a.Publish = []string{"", "Public", "public"}[r.Intn(3)]
	}
	for _, f := range p.Findings {
		for _, s := range []*string{&f.Ref, &f.Visit, &f.Kind, &f.Text} {
			look(s)
		}
		all(f.Areas)
	}
	for _, a := range p.Actions {
		for _, s := range []*string{&a.Ref, &a.Area, &a.Text, &a.Owner, &a.Status, &a.Evidence} {
			look(s)
		}
		all(a.Findings)
		all(a.Measures)
		a.Partner = strings.ReplaceAll(a.Partner, ", ", []string{", ", ",", "; ", "\n"}[r.Intn(4)])
	}
	for _, m := range p.Measures {
		for _, s := range []*string{&m.Ref, &m.Area, &m.Name, &m.Unit} {
			look(s)
		}
		m.Baseline.Value += 1e-12 * float64(r.Intn(3))
	}
	for _, u := range p.Updates {
		for _, s := range []*string{&u.Action, &u.Status, &u.Note, &u.By} {
			look(s)
		}
	}
	for _, x := range p.Readings {
		look(&x.Measure)
	}
	for _, x := range p.Risks {
		look(&x.Text)
		x.Status = []string{"", "Open"}[r.Intn(2)]
	}
	for _, x := range p.People {
		look(&x.Name)
	}
	for _, x := range p.Glossary {
		look(&x.Term)
	}
	for _, w := range p.Waivers {
		look(&w.Rule)
		look(&w.Ref)
	}
	shuffle(r, p.Key.Words)
	shuffle(r, p.Areas)
	shuffle(r, p.Findings)
	shuffle(r, p.Actions)
	shuffle(r, p.Measures)
	shuffle(r, p.Readings)
	shuffle(r, p.Updates)
	shuffle(r, p.People)
	place(p)
}

func shuffle[T any](r *rand.Rand, rows []T) {
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
}

// TestSamplesAgainstThemselves takes the example and both samples through a
// real workbook, each compared with itself.
func TestSamplesAgainstThemselves(t *testing.T) {
	for _, path := range []string{"../../templates/example.yaml", "../../samples/source/gloucestershire.yaml", "../../samples/source/south-gloucestershire.yaml"} {
		data := writeContent(t, path)
		old, new := load(t, data), load(t, data)
		if len(old.Actions) == 0 || len(old.Updates) == 0 {
			t.Fatalf("%s: nothing to compare", path)
		}
		if got := Compare(old, new); len(got.List) > 0 {
			t.Errorf("%s:\n%s", path, strings.Join(lines(got), "\n"))
		}
	}
}

// writeContent is a real workbook.
func writeContent(t *testing.T, path string) []byte {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content, err := blank.ParseContent(source)
	if err != nil {
		t.Fatal(err)
	}
	data, err := blank.Write(content, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func load(t *testing.T, data []byte) *workbook.Plan {
	t.Helper()
	p, _, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestEveryColumnIsCompared holds the fields against the schema, so that a
// column added there cannot be forgotten here.
func TestEveryColumnIsCompared(t *testing.T) {
	inIdentity := map[string][]string{
		workbook.SheetPlan: {workbook.FieldTemplateVersion}, workbook.SheetKey: {workbook.ColWord}, workbook.SheetVisits: {workbook.ColRef},
		workbook.SheetAreas: {workbook.ColRef}, workbook.SheetFindings: {workbook.ColRef}, workbook.SheetActions: {workbook.ColRef},
		workbook.SheetMeasures: {workbook.ColRef}, workbook.SheetReadings: {workbook.ColMeasure, workbook.ColPeriodEnd},
		workbook.SheetUpdates: {workbook.ColAction}, workbook.SheetRisks: {workbook.ColRef}, workbook.SheetPeople: {workbook.ColName},
		workbook.SheetGlossary: {workbook.ColTerm}, workbook.SheetWaivers: {workbook.ColRule, workbook.ColRef},
	}
	for _, schema := range workbook.Sheets {
		i := slices.IndexFunc(inMatchingOrder, func(s *sheet) bool { return s.name == schema.Name })
		if i < 0 {
			t.Errorf("sheet %s is not compared", schema.Name)
			continue
		}
		for _, c := range schema.Columns {
			if !slices.Contains(inMatchingOrder[i].headings(), c.Heading) && !slices.Contains(inIdentity[schema.Name], c.Heading) {
				t.Errorf("%s: column %q is not compared", schema.Name, c.Heading)
			}
		}
	}
}
