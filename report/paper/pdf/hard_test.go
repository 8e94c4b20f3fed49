package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/workbook"
)

// blocksOf are blocks in palette order with the given counts.
func blocksOf(counts []int) []report.Block {
	var blocks []report.Block
	for i, n := range counts {
		blocks = append(blocks, report.Block{Status: status(workbook.Meanings[i]), Count: n})
	}
	return blocks
}

// manyActions is a plan of n actions, ten to an area.
func manyActions(n int) *report.Brief {
	b := aBrief()
	b.Actions, b.Areas = nil, nil
	counts := make([]int, 7)
	b.Exceptions = report.Exceptions{Heading: "Off track, overdue and at risk: what the board needs to know"}
	b.Timeline.Rows = nil
	for i := range n {
		meaning := workbook.Meanings[i%7]
		counts[i%7]++
		ref := fmt.Sprintf("%d.%d", i/10+1, i%10+1)
		a := &report.Action{ID: "action-" + ref, Ref: ref, AreaRef: "A" + strconv.Itoa(i/10+1), Text: "Check every child’s plan in team " + ref,
			Name: "Check every child’s plan in team " + ref, Owner: "Head of service " + strconv.Itoa(i/10+1), Status: status(meaning),
			DateWords: "30 Nov 2022, then 31 Jan 2023, now 28 Apr 2023: 149 days later in all", Why: "Two posts were empty until February.",
			Recovery: "Both posts filled.", ForChildren: "Delay can go unchallenged."}
		b.Actions = append(b.Actions, a)
		if meaning == workbook.OffTrack || meaning == workbook.AtRisk {
			if len(b.Exceptions.Cards) < 8 {
				b.Exceptions.Cards = append(b.Exceptions.Cards, a)
			} else {
				b.Exceptions.Rest = append(b.Exceptions.Rest, a)
			}
		}
		if i%10 == 0 {
			b.Areas = append(b.Areas, &report.Area{ID: "area-" + a.AreaRef, Ref: a.AreaRef, Name: "Children’s plans, part " + a.AreaRef, Owner: a.Owner,
				Status: status(meaning), Reason: "Most teams have begun. " + ref, DoneWords: "3 of 10", Next: report.Next{Date: day("2023-03-24"), What: ref}})
		}
		if len(b.Timeline.Rows) < 30 {
			b.Timeline.Rows = append(b.Timeline.Rows, report.TimelineRow{Action: a, Ref: ref, Name: a.Name, Status: a.Status,
				Start: day("2022-12-01"), FirstDue: day("2023-03-01"), NewArea: i%10 == 0, Alt: "1 December 2022 to 1 March 2023"})
		}
	}
	b.Status.Now, b.Status.Then, b.Status.HasThen = blocksOf(counts), nil, false
	b.ShowShapes, b.AreasNote = false, ""
	b.Timeline.LeftOut = "The other actions are closed or outside this time and are not drawn."
	return b
}

func TestHardCases(t *testing.T) {
	long := strings.Repeat("Children still change social worker too often, and nobody has told them why. ", 130)
	url := "https://www.example.org/quality/" + strings.Repeat("returninterviews2023q1finalversion", 6) + ".xlsx"
	tests := []struct {
		reason string
		change func(b *report.Brief)
		says   []string
	}{
		{"no area has an owner", func(b *report.Brief) {
			for _, a := range b.Areas {
				a.Owner = ""
			}
		}, []string{"No owner"}},
		{"one action", func(b *report.Brief) { *b = *manyActions(1) }, []string{"1.1 Check every"}},
		{"300 actions", func(b *report.Brief) { *b = *manyActions(300) }, []string{"30.8 Check every", "More that need attention"}},
		{"very unequal groups", func(b *report.Brief) {
			b.Status.Now, b.Status.Then = blocksOf([]int{41, 88, 102, 37, 20, 9, 3}), blocksOf([]int{1200, 1, 1, 1, 1, 1, 1})
		}, []string{"Small groups are drawn wider so that they can be read."}},
		{"a reason of 10,000 letters is higher than a page", func(b *report.Brief) { b.Areas[1].Reason = long }, []string{oneSpace(long), "Risk assessments before children return"}},
		{"long text in every field", func(b *report.Brief) {
			name := strings.Repeat("Management oversight of the work of every team ", 8)
			b.Organisation, b.Title, b.PlanTitle = name, name, name
			b.Foot, b.RunningHead = name+name, report.Line{Term: name + name, Text: "Position at 28 February 2023"}
			b.Headline = strings.Repeat(b.Headline, 4)
			for _, a := range b.Areas {
				a.Name, a.Owner, a.Status.Word = name, name, "Complete, audit still to test it"
				a.Next.What = name
			}
			for _, a := range b.Actions {
				a.Text, a.Name, a.Owner, a.Why = name, name, name, name
				a.Status.Word = "Complete, but the audit has still to test that it works in every team"
			}
			for i := range b.Timeline.Rows {
				b.Timeline.Rows[i].Name, b.Timeline.Rows[i].Status = name, b.Actions[i].Status
			}
			for _, m := range b.Measures.Items {
				m.Name, m.DirectionWords, m.LatestLabel = name, name, name
			}
			for i := range b.Figures {
				b.Figures[i].Words, b.Figures[i].Figure = name, "1,234 of 5,678"
			}
		}, []string{"Complete, audit still to test it"}},
		{"a card higher than a page", func(b *report.Brief) { b.Exceptions.Cards[0].Why = long }, []string{oneSpace(long)}},
		{"refs as long as they may be", func(b *report.Brief) {
			for i := range b.Timeline.Rows {
				b.Timeline.Rows[i].Ref = fmt.Sprintf("CHILDREN-IN-CARE.%02d", i)
			}
		}, []string{"CHILDREN-IN-CARE.13"}},
		{"a word wider than its column", func(b *report.Brief) { b.Areas[0].Reason, b.Areas[0].Owner = url, url }, []string{url}},
		{"Welsh", func(b *report.Brief) { b.Areas[0].Name = "Gwella sefydlogrwydd y gweithlu: tŷ, dŵr, ŵyn, Ŷ" }, []string{"tŷ, dŵr, ŵyn, Ŷ"}},
		{"emoji", func(b *report.Brief) { b.Areas[0].Reason = "Children said 👍🏽 and 🎉" }, []string{"Children said 👍🏽 and 🎉"}},
		{"Chinese", func(b *report.Brief) { b.Areas[0].Reason = "家庭支援" }, []string{"家庭支援"}},
		{"right to left", func(b *report.Brief) { b.Areas[0].Reason = "دعم الأسرة for families" }, []string{"for families"}},
		{"accents apart from their letters, no-break spaces, line ends", func(b *report.Brief) {
			b.Areas[0].Reason = "Cafe\u0301 every\u00a0week\r\nand\ttwice\u200b a month"
		}, []string{"Café", "twice a month"}},
		{"a status that the key does not have", func(b *report.Brief) {
			b.Areas[0].Status, b.Actions[0].Status = report.Status{}, report.Status{Word: "Purple"}
			b.Timeline.Rows[0].Status, b.Timeline.Rows[1].Status = report.Status{}, report.Status{Word: "Purple"}
			b.Areas[0].Marks[0].Meaning = workbook.MeaningUnknown
			b.Status.Now = append(b.Status.Now, report.Block{Status: report.Status{Word: "Status not known"}, Count: 2})
		}, []string{"No status", "Purple", "status not known"}},
		{"the same ref twice", func(b *report.Brief) {
			for _, a := range b.Actions {
				a.ID = "action-1.1"
			}
			b.Areas[1].ID = b.Areas[0].ID
		}, []string{"2.1 IRO"}},
		{"a link to what is not in the paper", func(b *report.Brief) { b.Asks[0].Targets = []string{"nowhere"} }, []string{"agree the recovery dates for actions 2.1 and 2.2 2."}},
		{"dates in every odd place", func(b *report.Brief) {
			rows := b.Timeline.Rows
			rows[0].Start, rows[0].FirstDue, rows[0].Words = workbook.Date{}, workbook.Date{}, "No date"
			rows[1].Start = workbook.Date{}
			rows[2].Start, rows[2].FirstDue = day("2021-01-01"), day("2021-06-01")
			rows[3].Start, rows[3].FirstDue, rows[3].Now = day("2025-01-01"), day("2025-06-01"), day("2026-06-01")
			rows[4].Start, rows[4].FirstDue, rows[4].Now, rows[4].Words = day("2020-01-01"), day("2022-12-01"), day("2029-12-01"), "Moved 12 times, 11 days late"
			rows[5].Start, rows[5].FirstDue = day("2023-03-31"), day("2023-03-01")
			rows[6].FirstDue, rows[6].Now, rows[6].Words = day("2022-12-01"), day("2023-02-26"), "Moved twice"
		}, []string{"No date", "Moved 12 times, 11 days late"}},
		{"the meeting is the day after", func(b *report.Brief) { b.Timeline.Board = b.Timeline.Today.Add(1) }, []string{"When actions are due"}},
		{"the meeting is at the end of the window, today at its start", func(b *report.Brief) {
			b.Timeline.Board, b.Timeline.Today = b.Timeline.To.Add(-1), b.Timeline.From
		}, []string{"When actions are due"}},
		{"measures with one reading, no target, one value, too few cases", func(b *report.Brief) {
			items := b.Measures.Items
			items[0].Points, items[0].Joined, items[0].Baseline = items[0].Points[:1], false, nil
			items[0].Latest = &items[0].Points[0]
			items[1].Target, items[1].Low, items[1].High = nil, 5, 5
			items[2].WordsOnly = true
			items[3].England, items[3].EnglandLabel = number(84), "England 84%"
			items[3].Readings[0].Comment = "Two teams only."
		}, []string{"The numbers are too small for a chart.", "Two teams only."}},
		{"a comment on a reading longer than a page, beside another measure", func(b *report.Brief) {
			b.Measures.Items = b.Measures.Items[:2]
			b.Measures.Items[0].Readings = []report.Reading{{PeriodEnd: day("2023-01-31"), Words: "20%", OutOf: "2 of 7", Comment: long}}
			b.Measures.Items[1].Readings = []report.Reading{{PeriodEnd: day("2023-01-31"), Words: "41.5%", OutOf: "83 of 200"}}
		}, []string{"41.5%", "83 of 200"}},
		{"words of the key of one meaning each keep their word", func(b *report.Brief) {
			for i := range 8 {
				b.Status.Rows = append(b.Status.Rows, report.StatusRow{Status: report.Status{Word: fmt.Sprintf("Green %d", i), Meaning: workbook.OnTrack}, Means: "Going well"})
			}
		}, []string{"Green 7 Going well"}},
		{"more problems than a board reads", func(b *report.Brief) {
			for i := range 120 {
				b.Quality.Problems = append(b.Quality.Problems, report.ProblemLine{Place: fmt.Sprintf("Actions!F%d", i), Severity: "error", Message: "No due date.", Hint: "Enter one."})
			}
		}, []string{" are on the tracker's Problems sheet."}},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			b := aBrief()
			tt.change(b)
			file := drawn(t, b, Options{})
			all := spoken(file)
			for _, want := range tt.says {
				if !strings.Contains(all, want) {
					t.Errorf("the paper does not say %.80q", want)
				}
			}
		})
	}
}

func TestThreeThousandActions(t *testing.T) {
	b := manyActions(3000)
	all := spoken(drawn(t, b, Options{}))
	for _, a := range append(b.Exceptions.Cards, b.Exceptions.Rest...) {
		if !strings.Contains(all, a.Ref+" "+a.Name) {
			t.Fatalf("action %s is missing", a.Ref)
		}
	}
}

func TestSubstitutionsAreReported(t *testing.T) {
	b := aBrief()
	b.Areas[0].Reason = "Children said 🎉"
	_, substitutions, err := PDF(b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(substitutions) != 1 || substitutions[0].Rune != '🎉' || substitutions[0].Text != "Children said 🎉" {
		t.Errorf("substitutions are %v", substitutions)
	}
}

func BenchmarkPDF(b *testing.B) {
	for _, n := range []int{30, 300, 3000} {
		brief := manyActions(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				file, _, err := PDF(brief, Options{})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(file)), "bytes")
			}
		})
	}
}
