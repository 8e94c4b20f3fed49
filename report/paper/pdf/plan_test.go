package pdf

import (
	"fmt"
	"strings"
	"time"

	"actionplan/report"
	"actionplan/workbook"
)

func day(iso string) workbook.Date {
	if iso == "" {
		return workbook.Date{}
	}
	return workbook.MustDate(iso)
}

var statusWords = map[workbook.Meaning]string{
	workbook.Embedded: "Embedded", workbook.Delivered: "Delivered", workbook.OnTrack: "On track", workbook.AtRisk: "At risk",
	workbook.OffTrack: "Off track", workbook.NotStarted: "Not started", workbook.Withdrawn: "Withdrawn",
}

func status(m workbook.Meaning) report.Status { return report.Status{Word: statusWords[m], Meaning: m} }

// aBrief is a council's paper with made-up statuses: everything is in it once.
func aBrief() *report.Brief {
	b := &report.Brief{
		Organisation: "South Gloucestershire Council",
		PlanTitle:    "Improvement plan",
		Title:        "Improvement plan: briefing for the board",
		AsOf:         day("2023-02-28"),
		Board:        "Children’s services improvement board",
		MeetingDate:  day("2023-03-14"),
		NextBoard:    day("2023-05-09"),
		TitleLines: []report.Line{
			{Term: "For", Text: "Children’s services improvement board, 14 March 2023"},
			{Term: "Position at", Text: "28 February 2023"},
			{Term: "Answers", Text: "Ofsted focused visit to children in care, 14 and 15 September 2022"},
			{Term: "From", Text: "Executive director for people, senior responsible owner"},
		},
		RunningHead: report.Line{Term: "Children’s services improvement board, 14 March 2023", Text: "Position at 28 February 2023"},
		Foot:        "South Gloucestershire Council improvement plan",
		Brand:       report.Brand{Colour: "#1d6060"},
		Headline: "Eight of 14 actions are done or on track. Three are at risk, one is not due to start yet, " +
			"and two are off track, both about management oversight.",
		Message: &report.Message{From: "Executive director for people", Text: "Children tell us that they still change social worker too often. " +
			"We have put the money for support into every team, and the first results are in this paper.\n\nI ask the board to test the two dates that moved."},
		Asks: []report.Ask{
			{Text: "agree the recovery dates for actions 2.1 and 2.2", Targets: []string{"action-2.1"}, Refs: []string{"2.1"}, Says: "Go to actions 2.1 and 2.2"},
			{Text: "ask for an independent audit of reviews before its meeting on 9 May 2023"},
			{Text: "note that 3 actions are due by 28 March 2023"},
		},
		Figures: []report.KeyFigure{
			{Figure: "3 of 14", Words: "actions done (21%): 2 delivered, one embedded"},
			{Figure: "2", Words: "off track; there were none on 17 January"},
			{Figure: "1", Words: "overdue, by 11 days: action 2.2"},
			{Figure: "5 of 5", Words: "findings have an owner and at least one action"},
		},
		Status:     aStatusBar(),
		ShowShapes: true, AreasNote: "One shape for each action:",
		Risks: []report.Risk{
			{Ref: "R1", Text: "Empty social work posts rise again", Likelihood: "4 likely", Impact: "4 major", Score: "16 high",
				Mitigation: "Retention payments; two recruitment rounds before July", Owner: "Assistant director, people and workforce"},
			{Ref: "R2", Text: "Case recording system change slips", Likelihood: "3 possible", Impact: "3 moderate", Score: "9 medium",
				Mitigation: "Weekly gateway check; paper summary as a fallback", Owner: "Head of quality and performance"},
		},
		Clocks: []report.ClockLine{{Sentence: "The plan was due on 23 January 2023 and was sent on 19 January 2023.",
			Working: "70 working days from 12 October 2022, without bank holidays."}},
		Quality: report.Quality{
			File: "south-gloucestershire.xlsx", SHA256: strings.Repeat("0123456789abcdef", 4), Errors: 0, Warnings: 1,
			Sentences: []string{"The workbook was checked cell by cell: one warning."},
			Problems: []report.ProblemLine{
				{Place: "Actions!L7", Ref: "2.2", Severity: "warning", Message: "The action is late and says on track.", Hint: "Give the date now agreed."},
				{Place: "Actions!D9", Ref: "3.1", Severity: "advice", Message: "The action is long.", Hint: "Shorten it."},
			},
			Waived: []report.ProblemLine{{Place: "Measures!F3", Ref: "M2", Message: "No baseline.", WaivedBy: "Head of quality", WaivedWhy: "Nobody counted before 2022."}},
		},
		Glossary: []report.Line{
			{Term: "Focused visit", Text: "A short Ofsted visit that looks at one part of the service"},
			{Term: "IRO", Text: "Independent reviewing officer: checks that a child’s care plan is right and moving"},
			{Term: "Permanence", Text: "A secure home until a child grows up"},
		},
	}
	addActions(b)
	addAreas(b)
	b.Exceptions = report.Exceptions{Heading: "Off track: what the board needs to know", Cards: []*report.Action{b.Actions[3], b.Actions[4]}}
	b.Measures = someMeasures()
	b.Timeline = aTimeline(b)
	b.Coverage = report.Coverage{
		Heading:  "Does every finding have an action?",
		Sentence: "Yes. All 5 findings of the 2022 letter have an owner and an action. Two were already raised, for care leavers, in November 2018.",
	}
	for i, a := range b.Areas {
		b.Coverage.Rows = append(b.Coverage.Rows, report.Finding{Ref: fmt.Sprintf("F%d", i+1), Text: a.Name, AreaRefs: []string{a.Ref},
			AreaStatus: []report.Status{a.Status}, Actions: []string{"1", "2"}, Answered: i != 4, FirstRaised: "October 2022"})
	}
	return b
}

func aStatusBar() report.StatusBar {
	s := report.StatusBar{
		Heading: "Actions by status", Sentence: "Since 17 January 3 got better, 3 got worse and 8 stayed the same.",
		NowLabel: "28 Feb", ThenDate: day("2023-01-17"), ThenName: "Last board", ThenLabel: "17 Jan", HasThen: true,
		Alt: "Actions by status now: 1 embedded, 2 delivered, 5 on track, 3 at risk, 2 off track, 1 not started. " +
			"Last board: 1 delivered, 8 on track, 4 at risk, 1 not started. The table below has the same numbers.",
	}
	now := map[workbook.Meaning]int{workbook.Embedded: 1, workbook.Delivered: 2, workbook.OnTrack: 5, workbook.AtRisk: 3, workbook.OffTrack: 2, workbook.NotStarted: 1}
	then := map[workbook.Meaning]int{workbook.Delivered: 1, workbook.OnTrack: 8, workbook.AtRisk: 4, workbook.NotStarted: 1}
	means := []string{"Done, and checked evidence shows it works", "Done; not yet shown to work", "Expected to finish by its date",
		"May miss its date unless things change", "Has missed its date, or will", "Not due to start yet", "No longer part of the plan, with a reason"}
	changes := []string{"1 more", "1 more", "3 fewer", "1 fewer", "2 more", "No change", "No change"}
	for i, m := range workbook.Meanings {
		if now[m] > 0 {
			s.Now = append(s.Now, report.Block{Status: status(m), Count: now[m]})
		}
		if then[m] > 0 {
			s.Then = append(s.Then, report.Block{Status: status(m), Count: then[m]})
		}
		s.Rows = append(s.Rows, report.StatusRow{Status: status(m), Means: means[i], Now: now[m], Then: then[m], Change: changes[i]})
	}
	return s
}

func addActions(b *report.Brief) {
	const (
		delivered, onTrack, atRisk  = workbook.Delivered, workbook.OnTrack, workbook.AtRisk
		offTrack, notStarted, embed = workbook.OffTrack, workbook.NotStarted, workbook.Embedded
	)
	for _, a := range []struct {
		ref, name       string
		meaning         workbook.Meaning
		start, due, now string
	}{
		{"1.1", "Recruitment and retention plan", delivered, "2022-11-01", "2023-01-31", ""},
		{"1.2", "Business support in every team", onTrack, "2022-12-01", "2023-04-30", ""},
		{"1.3", "Rule on changing social worker", atRisk, "2022-12-12", "2023-03-24", ""},
		{"2.1", "IRO escalation process in use", offTrack, "2022-11-01", "2022-11-30", "2023-04-28"},
		{"2.2", "IRO checks between reviews", offTrack, "2022-12-01", "2023-02-17", ""},
		{"2.3", "Senior sign-off of return home", onTrack, "2023-01-09", "2023-03-31", ""},
		{"3.1", "Panel tracks each child’s plan", onTrack, "2022-12-01", "2023-05-31", ""},
		{"3.2", "Risk assessments on time", atRisk, "2022-12-05", "2023-03-17", ""},
		{"3.3", "Case for three new homes", notStarted, "2023-04-03", "2023-06-30", ""},
		{"4.1", "Supervision standard", embed, "2022-10-01", "2022-12-15", ""},
		{"4.2", "Record with actions and dates", delivered, "2022-11-14", "2023-01-20", ""},
		{"4.3", "Monthly audit of supervision", onTrack, "2023-01-16", "2023-04-28", ""},
		{"5.1", "Summary on every record", onTrack, "2022-12-01", "2023-09-16", ""},
		{"5.2", "Records updated before review", atRisk, "2022-12-12", "2023-03-10", ""},
	} {
		area := int(a.ref[0] - '1')
		b.Actions = append(b.Actions, &report.Action{
			ID: "action-" + a.ref, Ref: a.ref, AreaRef: fmt.Sprintf("A%d", area+1), Text: a.name + " for every child in our care", ShortName: a.name, Name: a.name,
			Owner: owners[area], Start: day(a.start), Due: day(a.due), RevisedDue: day(a.now), EffectiveDue: day(a.due),
			Status: status(a.meaning), DateWords: day(a.due).Short(),
			Why: "The first draft had no time limits. IROs asked for it to be rewritten.", Recovery: "New process agreed 3 March. All IROs trained by 31 March.",
			ForChildren: "Delay in a plan can still go unchallenged between reviews.",
		})
	}
	b.Actions[4].Recovery = ""
}

var owners = []string{"Assistant director, people and workforce", "Service director, children’s social care", "Head of service, children in care",
	"Principal social worker", "Head of quality and performance"}

func addAreas(b *report.Brief) {
	reasons := []string{
		"Children still change social worker too often: 38% had two or more changes in a year, against a target of 25%.",
		"Checks between reviews are 11 days late. The escalation process has moved date twice.",
		"Risk assessments before children return home are not yet on time in every team.",
		"79% of supervision is on time, up from 62%. Most records audited had clear actions.",
		"Summaries are being added to plan. Updating before reviews is at risk."}
	names := []string{"Stability of the workforce", "Management oversight, including by independent reviewing officers (IROs)",
		"Permanent homes decided and put in place sooner", "Frequency and quality of supervision", "Children’s records up to date and complete"}
	meanings := []workbook.Meaning{workbook.AtRisk, workbook.OffTrack, workbook.AtRisk, workbook.OnTrack, workbook.OnTrack}
	nexts := []report.Next{
		{Date: day("2023-03-24"), What: "1.3 Allocation rule"}, {Overdue: true, Date: day("2023-02-17"), What: "2.2 IRO checks"},
		{Date: day("2023-03-17"), What: "3.2 Risk assessments"}, {Date: day("2023-04-28"), What: "4.3 Monthly audit"},
		{Date: day("2023-03-10"), What: "5.2 Records before review"}}
	done := []string{"1 of 3", "0 of 3", "0 of 3", "2 of 3", "0 of 2"}
	for i, name := range names {
		a := &report.Area{ID: fmt.Sprintf("area-A%d", i+1), Ref: fmt.Sprintf("A%d", i+1), Name: name, Owner: owners[i],
			Status: status(meanings[i]), Reason: reasons[i], DoneWords: done[i], Next: nexts[i]}
		for _, x := range b.Actions {
			if x.AreaRef == a.Ref {
				a.Actions = append(a.Actions, x)
				a.Marks = append(a.Marks, report.Mark{Ref: x.Ref, Meaning: x.Status.Meaning})
				a.MarksAlt += x.Ref + " " + strings.ToLower(x.Status.Word) + ", "
			}
		}
		a.MarksAlt = strings.TrimSuffix(a.MarksAlt, ", ")
		b.Areas = append(b.Areas, a)
	}
	b.Areas[3].FromActions = true
	b.Areas[4].Disagreement = "Its actions say at risk"
}

func number(v float64) *float64 { return &v }

func someMeasures() report.Measures {
	return report.Measures{
		Heading:  "Is it making a difference?",
		Sentence: "Solid line: this council. Open circle: baseline. Dashed line: target for September 2023. Dotted line: similar councils, 2021–22.",
		Items: []*report.Measure{
			aMeasure("M1", "Children in care with two or more changes of social worker in a year", "Better: down from 41%", "13 points above target", []float64{41, 42, 40, 39, 38}, 25, 20, 50),
			aMeasure("M2", "Supervision held on time", "Better: up from 62%", "11 points below target", []float64{62, 64, 70, 75, 79}, 90, 50, 100),
			aMeasure("M3", "Records updated before a review", "No clear change: 48% to 55%", "40 points below target", []float64{48, 52, 57, 58, 55}, 95, 40, 100),
			aMeasure("M4", "Permanence plan by second review", "Better: up from 57%", "24 points below target", []float64{57, 56, 59, 60, 61}, 85, 50, 90),
			{Ref: "M5", Name: "Children who say that their social worker listens", NoReading: []string{"No reading yet.", "The first is due on 31 March 2023.", "Target: 95%.", "No baseline was taken."}},
		},
	}
}

func aMeasure(ref, name, direction, distance string, values []float64, target, low, high float64) *report.Measure {
	percent := func(v float64) string { return fmt.Sprintf("%.0f%%", v) }
	m := &report.Measure{Ref: ref, Name: name, DirectionWords: direction, DistanceWords: distance, Joined: true,
		Target: number(target), TargetLabel: "Target " + percent(target), Low: low, High: high, LowLabel: percent(low), HighLabel: percent(high),
		FromLabel: "Sep 2022", ToLabel: "Jan 2023", Alt: "Line chart. " + name + ".", Comparators: "Similar councils 74%, 2021–22"}
	for i, v := range values {
		end := workbook.DateOf(time.Date(2022, time.Month(10+i), 0, 0, 0, 0, 0, time.UTC))
		m.Points = append(m.Points, report.Point{Date: end, Value: v})
		m.Readings = append(m.Readings, report.Reading{PeriodEnd: end, Words: percent(v), Value: v, OutOf: "130 of 236"})
	}
	m.Baseline, m.Latest = &m.Points[0], &m.Points[len(values)-1]
	m.BaselineLabel, m.LatestWords = percent(m.Baseline.Value), percent(m.Latest.Value)
	m.LatestLabel = "January " + m.LatestWords
	if ref == "M4" {
		m.Neighbours, m.NeighboursLabel = number(74), "Similar 74%"
	}
	return m
}

func aTimeline(b *report.Brief) report.Timeline {
	t := report.Timeline{
		Heading: "When actions are due", Sentence: "Position at 28 February 2023. Bars run from start to due date. A dashed box is time added by moving the date.",
		From: day("2022-11-01"), To: day("2023-07-01"), Today: day("2023-02-28"), TodayLabel: "Position, 28 Feb",
		Board: day("2023-03-14"), BoardLabel: "Board, 14 Mar",
	}
	for d := t.From; d.Before(t.To); d = workbook.DateOf(d.Time().AddDate(0, 1, 0)) {
		tick := report.Tick{From: d, Label: d.Time().Format("Jan")}
		if d == t.From || d.Month() == time.January {
			tick.Year = d.Time().Format("2006")
		}
		t.Ticks = append(t.Ticks, tick)
	}
	area := ""
	for _, a := range b.Actions {
		row := report.TimelineRow{Action: a, Ref: a.Ref, Name: a.Name, Status: a.Status, Start: a.Start, FirstDue: a.Due, Now: a.RevisedDue,
			NewArea: a.AreaRef != area, Alt: a.Start.Long() + " to " + a.Due.Long()}
		area = a.AreaRef
		switch a.Ref {
		case "2.1":
			row.Words = "Moved twice"
		case "2.2":
			row.Words, row.Late = "11 days late", true
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
