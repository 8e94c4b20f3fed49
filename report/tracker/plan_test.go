package tracker

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// sample is a sample plan's Brief, by way of the workbook made from it.
func sample(t testing.TB, name, asOf string) *report.Brief {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "..", "samples", "source", name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return briefOf(t, source, name, asOf)
}

func briefOf(t testing.TB, source []byte, name, asOf string) *report.Brief {
	t.Helper()
	content, err := blank.ParseContent(source)
	if err != nil {
		t.Fatal(err)
	}
	data, err := blank.Write(content, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan, problems, err := workbook.Load(name+".xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	f := facts.Derive(plan, workbook.MustDate(asOf))
	result := check.Run(plan, f, problems, check.Options{})
	return report.Build(f, report.Options{Problems: append(result.Problems, result.Waived...)})
}

// large is the Brief of a made-up plan with that many actions.
func large(actions int) *report.Brief {
	asOf := workbook.MustDate("2026-03-16")
	p := &workbook.Plan{File: "large.xlsx", SHA256: fmt.Sprintf("%064d", 7)}
	p.Info.Organisation, p.Info.Title, p.Info.MeetingDate = "Exampleshire Council", "Children's services improvement plan", asOf.Add(8)
	words := []string{"On track", "At risk", "Off track", "Delivered", "Embedded", "Not started", "Withdrawn"}
	means := []workbook.Meaning{workbook.OnTrack, workbook.AtRisk, workbook.OffTrack, workbook.Delivered, workbook.Embedded, workbook.NotStarted, workbook.Withdrawn}
	for i, w := range words {
		p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: w, Means: means[i]})
	}
	areas := max(1, min(actions/50, 60))
	for i := range areas {
		p.Areas = append(p.Areas, &workbook.Area{Ref: fmt.Sprintf("A%d", i+1), Name: fmt.Sprintf("Improvement area number %d, with a name of the usual length", i+1),
			Owner: fmt.Sprintf("Head of service %d", i%23+1), TargetDate: asOf.Add(300), Outcome: "Children see the same worker for longer."})
	}
	for i := range actions {
		a := &workbook.Action{
			Ref: fmt.Sprintf("%d.%d", i%areas+1, i/areas+1), Area: fmt.Sprintf("A%d", i%areas+1),
			Text:  fmt.Sprintf("Action %d: write down the threshold for stepping up and teach it to every team by the date given", i+1),
			Owner: fmt.Sprintf("Service manager %d", i%200+1), Start: asOf.Add(i%300 - 200), Due: asOf.Add(i%400 - 100),
			Status: words[i*7/5%len(words)], ProgressNote: "Two of five teams have been taught; the others follow in the summer term.",
			Updated: asOf.Add(-i % 90), SuccessMeasure: "Nine in ten of sampled cases meet the threshold", Impact: "Fewer children wait for a decision.",
			Evidence: "https://example.org/evidence/" + fmt.Sprint(i),
		}
		if i%9 == 0 {
			a.RevisedDue = a.Due.Add(45)
		}
		p.Actions = append(p.Actions, a)
	}
	p.Index()
	return report.Build(facts.Derive(p, asOf), report.Options{})
}

func trackers(t testing.TB) map[string]*report.Brief {
	return map[string]*report.Brief{
		"south-gloucestershire": sample(t, "south-gloucestershire", "2023-01-31"),
		"gloucestershire":       sample(t, "gloucestershire", "2018-09-30"),
		"large":                 large(2000),
	}
}
