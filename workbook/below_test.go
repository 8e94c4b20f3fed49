package workbook

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// TestFieldsBelow: what stands below a decision goes with it and with no other,
// also where some have none, and where a second row has no name.
func TestFieldsBelow(t *testing.T) {
	plan, problems := planWith(t,
		[2]string{FieldDecisions, "Agree the date"},
		[2]string{FieldDecisions, "Ask for an audit"},
		[2]string{FieldIfRefused, "Nobody looks again"},
		[2]string{FieldAlternative, "Wait for the visit"},
		[2]string{"", ""},
		[2]string{FieldDecisions, "Fund two posts"},
		[2]string{"", "Fund a third"},
		[2]string{FieldDecisionOwner, "Head of care"},
		[2]string{FieldLastAsked, "Agree the plan"},
		[2]string{FieldLastOutcome, "Agreed"},
	)
	if hasRule(problems, RuleRefDuplicate) {
		t.Error(problems)
	}
	for _, x := range []struct {
		name      string
		got, want []string
	}{
		{"decisions", plan.Info.DecisionsAsked, []string{"Agree the date", "Ask for an audit", "Fund two posts", "Fund a third"}},
		{"alternatives", plan.Info.Alternatives, []string{"", "Wait for the visit"}},
		{"if refused", plan.Info.IfRefused, []string{"", "Nobody looks again"}},
		{"owners", plan.Info.DecisionOwners, []string{"", "", "", "Head of care"}},
		{"last asked", plan.Info.LastAsked, []string{"Agree the plan"}},
		{"last outcomes", plan.Info.LastOutcomes, []string{"Agreed"}},
	} {
		if diff := cmp.Diff(x.want, x.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", x.name, diff)
		}
	}
}

// TestFieldBelowTwice: two for one decision are not both read in silence.
func TestFieldBelowTwice(t *testing.T) {
	plan, problems := planWith(t,
		[2]string{FieldDecisions, "Agree the date"},
		[2]string{FieldIfRefused, "Reviews wait"},
		[2]string{FieldIfRefused, "Children wait"},
	)
	if !slices.Equal(plan.Info.IfRefused, []string{"Reviews wait"}) || !hasRule(problems, RuleRefDuplicate) {
		t.Errorf("read %q with %v", plan.Info.IfRefused, problems)
	}
}

func planWith(t *testing.T, fields ...[2]string) (*Plan, Problems) {
	t.Helper()
	x := excelize.NewFile()
	defer x.Close()
	rows := map[string][][]string{
		SheetPlan:    {{"Field", "Value"}, {FieldOrganisation, "Exampleshire"}, {FieldTitle, "Plan"}, {FieldSRO, "Director"}},
		SheetAreas:   {{ColRef, ColAreaName, ColAreaOutcome, ColAccountable}, {"A1", "Area", "Outcome", "Head of care"}},
		SheetActions: {{ColRef, ColArea, ColAction, ColOwner, ColDue, ColStatus}},
	}
	for _, f := range fields {
		rows[SheetPlan] = append(rows[SheetPlan], f[:])
	}
	for sheet, all := range rows {
		if _, err := x.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range all {
			for j, s := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if err := x.SetCellStr(sheet, at, s); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	data, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	plan, problems, err := Load("plan.xlsx", data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return plan, problems
}

func hasRule(problems Problems, rule string) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Rule == rule })
}
