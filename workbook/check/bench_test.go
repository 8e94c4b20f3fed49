package check

import (
	"fmt"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// bigPlan is a plan of n actions with a finding and two updates each, worded
// from a stock of phrases as staff word them.
func bigPlan(n int) *workbook.Plan {
	verbs := strings.Split("A written guide for|A dashboard that shows|A panel that decides on|A checklist in use for|A trained lead for|A weekly list of|An agreement on|A review of", "|")
	things := strings.Split("visits to children in care|core groups held on time|return interviews|health assessments|permanence plans|case summaries|supervision records|pathway plans|strategy discussions|missing episodes|audit recommendations", "|")
	ends := strings.Split("every team room by the due date|partners and schools|managers at the front door|independent reviewers|families who ask for it|the corporate parenting board|night staff and agency workers", "|")
	p := &workbook.Plan{File: "big.xlsx"}
	p.Info.Organisation, p.Info.Title, p.Info.SRO = "Exampleshire", "Plan", "Director of children's services"
	for _, m := range workbook.Meanings {
		p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: m.String(), Means: m, Definition: "As it says"})
	}
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: workbook.KindMonitoring, Title: "Visit", Started: workbook.MustDate("2026-04-01"), Ended: workbook.MustDate("2026-04-02"), Published: "Yes"}}
	areas := max(1, n/12)
	for i := range areas {
		p.Areas = append(p.Areas, &workbook.Area{Ref: fmt.Sprint("A", i), Name: "Area " + things[i%len(things)], Outcome: "Children wait less", Owner: fmt.Sprintf("Head of service %d", i%200)})
	}
	for i := range 200 {
		p.People = append(p.People, &workbook.Person{Name: fmt.Sprintf("Head of service %d", i), Role: "Head of service"})
	}
	words := []string{"on track", "at risk", "not started", "delivered", "off track"}
	for i := range n {
		status := words[i%len(words)]
		area := fmt.Sprint("A", i%areas)
		p.Findings = append(p.Findings, &workbook.Finding{Ref: fmt.Sprint("F", i), Visit: "V1", Kind: workbook.KindConcern, Areas: []string{area},
			Text: "Inspectors found that " + things[i%len(things)] + " were not consistently recorded, and that IROs did not always challenge the delay this caused to children."})
		a := &workbook.Action{Ref: fmt.Sprint("X", i), Area: area, Findings: []string{fmt.Sprint("F", i)},
			Text:  fmt.Sprintf("%s %s for %s, number %d", verbs[i%len(verbs)], things[(i/7)%len(things)], ends[(i/3)%len(ends)], i),
			Owner: fmt.Sprintf("Head of service %d", i%200), Start: workbook.MustDate("2026-05-01"), Due: workbook.MustDate("2026-12-01").Add(i % 90),
			Status: status, ProgressNote: "Four teams out of five have started; the last joins after its office moves in October, with 212 of 236 records done.",
			Updated: workbook.MustDate("2026-09-24"), SuccessMeasure: "Children say that they were asked and answered", Impact: "Children are told sooner what will happen.",
			IfItSlips: "The office keeps the list by hand for a fortnight.", Evidence: "Folder", ImpactReview: workbook.MustDate("2026-11-20")}
		if status == "delivered" {
			a.Completed = workbook.MustDate("2026-08-01")
		}
		p.Actions = append(p.Actions, a)
		for _, day := range []string{"2026-07-24", "2026-09-24"} {
			p.Updates = append(p.Updates, &workbook.Update{Date: workbook.MustDate(day), Action: a.Ref, Status: status, Note: "The last locality joins after its move; partners are booked through one calendar.", By: a.Owner})
		}
	}
	p.Index()
	return p
}

func BenchmarkRun(b *testing.B) {
	for _, n := range []int{30, 300, 5000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			f := facts.Derive(bigPlan(n), workbook.MustDate("2026-09-30"))
			b.ReportAllocs()
			for b.Loop() {
				Run(f.Plan, f, nil, Options{})
			}
		})
	}
}
