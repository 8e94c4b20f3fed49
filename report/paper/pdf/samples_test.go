package pdf

import (
	"os"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// The samples' papers are whole: every area with its owner and status, every
// exception, measure, finding and risk.
func TestSamples(t *testing.T) {
	for _, sample := range []struct{ name, asOf string }{{"south-gloucestershire", "2023-01-31"}, {"gloucestershire", "2018-09-30"}} {
		t.Run(sample.name, func(t *testing.T) {
			b := briefOf(t, sample.name, sample.asOf)
			all := spoken(drawn(t, b, Options{}))
			var want []string
			for _, a := range b.Areas {
				want = append(want, a.Ref+" "+a.Name+" "+a.Owner+" "+a.Status.Word)
			}
			for _, a := range append(b.Exceptions.Cards, b.Exceptions.Rest...) {
				want = append(want, a.Ref, a.Owner, a.Why, a.Recovery)
			}
			for _, m := range b.Measures.Items {
				want = append(want, m.Name, m.DirectionWords)
			}
			for _, f := range b.Coverage.Rows {
				want = append(want, f.Ref+" "+f.Text)
			}
			for _, r := range b.Risks {
				want = append(want, r.Ref+" "+r.Text, r.Mitigation)
			}
			for _, w := range want {
				if !strings.Contains(all, oneSpace(w)) {
					t.Errorf("the paper does not say %q", w)
				}
			}
		})
	}
}

// planOf is a sample's plan.
func planOf(t *testing.T, name string) *workbook.Plan {
	t.Helper()
	plan, _ := loaded(t, name)
	return plan
}

func loaded(t *testing.T, name string) (*workbook.Plan, workbook.Problems) {
	t.Helper()
	data, err := os.ReadFile("../../../samples/" + name + ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	plan, problems, err := workbook.Load(name+".xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	return plan, problems
}

func briefOf(t *testing.T, name, asOf string) *report.Brief {
	t.Helper()
	plan, problems := loaded(t, name)
	return report.Build(facts.Derive(plan, workbook.MustDate(asOf)), report.Options{Problems: problems})
}
