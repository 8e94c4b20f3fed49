package blank_test

import (
	"fmt"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/facts"
)

// longContent is a plan of that many actions and findings, thirty to an area,
// with a log of two lines an action, one of them dated ahead so that nothing
// is stale on any day. Every seventh action is overdue and says so.
func longContent(actions int) *blank.Content {
	c := &blank.Content{Rows: map[string][]blank.ContentRow{
		workbook.SheetPlan:   {{blank.HeadingField: workbook.FieldOrganisation, blank.HeadingValue: "Exampleshire Council"}, {blank.HeadingField: workbook.FieldTitle, blank.HeadingValue: "A long plan"}, {blank.HeadingField: workbook.FieldSRO, blank.HeadingValue: "Director of children's services"}},
		workbook.SheetVisits: {{workbook.ColRef: "V1", workbook.ColKind: "Focused visit", workbook.ColTitle: "Focused visit"}},
	}}
	verbs := strings.Split("A written guide for|A dashboard that shows|A panel that decides on|A checklist in use for|A trained lead for|A weekly list of|An agreement on|A review of", "|")
	things := strings.Split("visits to children in care|core groups held on time|return interviews|health assessments|permanence plans|case summaries|supervision records|pathway plans|strategy discussions|missing episodes|audit recommendations", "|")
	ends := strings.Split("every team room by the due date|partners and schools|managers at the front door|independent reviewers|families who ask for it|the corporate parenting board|night staff and agency workers", "|")
	add := func(sheet string, row blank.ContentRow) { c.Rows[sheet] = append(c.Rows[sheet], row) }
	for i := range 40 {
		add(workbook.SheetPeople, blank.ContentRow{workbook.ColName: fmt.Sprintf("Head of service %d", i)})
	}
	for i := range actions {
		area, ref, owner := fmt.Sprintf("A%d", i/30+1), fmt.Sprintf("%d-%d", i/30+1, i%30+1), fmt.Sprintf("Head of service %d", i/30%40)
		if i%30 == 0 {
			add(workbook.SheetAreas, blank.ContentRow{workbook.ColRef: area, workbook.ColAreaName: "Area of work " + area, workbook.ColAreaOutcome: "Children know what will change.", workbook.ColAccountable: owner})
		}
		add(workbook.SheetFindings, blank.ContentRow{workbook.ColRef: fmt.Sprintf("F%d", i+1), workbook.ColVisit: "V1", workbook.ColKind: "Concern", workbook.ColFinding: fmt.Sprintf("Plans in sample %d are lists of tasks.", i+1), workbook.ColAreas: area})
		due, status := ahead, "On track"
		if i%7 == 0 {
			due, status = past, "At risk"
		}
		add(workbook.SheetActions, blank.ContentRow{workbook.ColRef: ref, workbook.ColArea: area, workbook.ColFindings: fmt.Sprintf("F%d", i+1), workbook.ColAction: fmt.Sprintf("%s %s for %s, number %d", verbs[i%len(verbs)], things[i/7%len(things)], ends[i/3%len(ends)], i+1), workbook.ColStart: "2024-09-01",
			workbook.ColProgressNote: "Four teams out of five have started; the last joins after its office moves, with 212 of 236 records done.", workbook.ColUpdated: "2026-09-24", workbook.ColImpactChildren: "Children are told sooner what will happen.",
			workbook.ColOwner: owner, workbook.ColDue: due, workbook.ColStatus: status, workbook.ColSuccessMeasure: "Families say that they were heard", workbook.ColIfItSlips: "A second team joins in October."})
	}
	for _, day := range []string{past, ahead} {
		for _, action := range c.Rows[workbook.SheetActions] {
			add(workbook.SheetUpdates, blank.ContentRow{workbook.ColDate: day, workbook.ColAction: action[workbook.ColRef], workbook.ColStatus: action[workbook.ColStatus], workbook.ColNote: "The last locality joins after its move; partners are booked through one calendar.", workbook.ColBy: action[workbook.ColOwner]})
		}
	}
	return c
}

func TestLongPlan(t *testing.T) {
	const actions = 1500
	content := longContent(actions)
	content.Rows[workbook.SheetActions][actions-1][workbook.ColOwner] = "Head of nowhere"
	data, err := blank.Write(content, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan, problems, err := workbook.Load("long.xlsx", data)
	if err != nil || len(problems) > 0 || len(plan.Actions) != actions || len(plan.Updates) != 2*actions {
		t.Fatalf("%v; %d problems, %d actions, %d updates", err, len(problems), len(plan.Actions), len(plan.Updates))
	}
	t.Run("Summary and Check are right", func(t *testing.T) {
		live := recalculate(t, map[string][]byte{"long": data})["long"]
		areasAgree(t, live, facts.Derive(plan, workbook.MustDate("2026-09-30")))
		for words, want := range map[string]int{
			"improvement areas": actions / 30, "actions, without those withdrawn": actions,
			"open actions overdue": 215, "At risk": 215, "On track": actions - 215, "rows to fix, as their Check says": 1,
		} {
			if got := beside(t, live, words); got != want {
				t.Errorf("Summary counts %d %s, want %d", got, words, want)
			}
		}
		for ref, want := range map[string]string{"50-28": "OK", "50-30": "Owner is not on the People sheet"} {
			if got := checkOf(t, live, workbook.SheetActions, ref); got != want {
				t.Errorf("action %s: the Check column says %q, want %q", ref, got, want)
			}
		}
	})
}
