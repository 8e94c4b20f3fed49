package tracker

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// threeWords is a plan whose key has three words for what left the plan, with as
// many actions late as are asked for.
func threeWords(late int) *workbook.Plan {
	p := &workbook.Plan{File: "plan.xlsx"}
	p.Info.Organisation, p.Info.Title = "Exampleshire Council", "Improvement plan"
	for _, w := range []string{"On track", "Withdrawn", "Merged", "Superseded"} {
		means := workbook.Withdrawn
		if w == "On track" {
			means = workbook.OnTrack
		}
		p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: w, Means: means})
	}
	for _, ref := range []string{"A1", "A2"} {
		p.Areas = append(p.Areas, &workbook.Area{Ref: ref, Name: "Area " + ref})
	}
	for i, status := range []string{"On track", "On track", "On track", "merged", "Superseded", "Superseded", "Withdrawn"} {
		a := &workbook.Action{Ref: fmt.Sprintf("%d.%d", i%2+1, i), Area: fmt.Sprintf("A%d", i%2+1), Text: "Do it", Status: status, Due: workbook.MustDate("2026-12-31")}
		if i < late {
			a.Due = workbook.MustDate("2026-09-29").Add(-i)
		}
		p.Actions = append(p.Actions, a)
	}
	p.Index()
	return p
}

func briefAt(p *workbook.Plan) *report.Brief {
	return report.Build(facts.Derive(p, workbook.MustDate("2026-09-30")), report.Options{})
}

// The words for what left the plan are told apart wherever their actions are
// counted, and the formulas count by the words that stand beside them.
func TestWordsOfTheKeyAreCountedApart(t *testing.T) {
	x := open(t, briefAt(threeWords(0)))
	ofAreas := map[string][2]string{"On track": {"2", "1"}, "Withdrawn": {"1", "0"}, "Merged": {"0", "1"}, "Superseded": {"1", "1"}}
	total := map[string]string{"On track": "3", "Withdrawn": "1", "Merged": "1", "Superseded": "2"}
	for i, word := range []string{"On track", "Withdrawn", "Merged", "Superseded"} {
		row := strconv.Itoa(chartFirst + 1 + i)
		said, _ := x.GetCellValue(sheetSummary, "C"+row)
		shown, _ := x.GetCellValue(sheetSummary, "D"+row)
		counts := "ActionList[Status]=Summary!$C$" + row
		if formula, _ := x.GetCellFormula(sheetSummary, "D"+row); said != word || shown != total[word] || !strings.Contains(formula, counts) {
			t.Errorf("Summary has %s %s (%s), want %s %s", said, shown, formula, word, total[word])
		}
		for area, want := range ofAreas[word] {
			cell := cellName(areaCounts+i, firstRow+area)
			shown := grid(t, x, workbook.SheetAreas)[area]["Actions: "+word]
			if formula, _ := x.GetCellFormula(workbook.SheetAreas, cell); shown != want || !strings.Contains(formula, counts) {
				t.Errorf("Areas!%s has %s (%s), want %s of %s", cell, shown, formula, want, word)
			}
		}
	}
}

// One that is overdue has no longest, also by the formula.
func TestOverdueInWords(t *testing.T) {
	for late, want := range []string{"overdue", "overdue, by 1 day", "overdue, the longest by 2 days"} {
		x := open(t, briefAt(threeWords(late)))
		cell := cellName(colD, figureRow+1)
		shown, _ := x.GetCellValue(sheetSummary, cell)
		formula, _ := x.GetCellFormula(sheetSummary, cell)
		if shown != want || !strings.Contains(formula, `"overdue, "&IF(COUNTIF(ActionList[Days late],">0")=1,"","the longest ")`) {
			t.Errorf("%d late: %q by %s, want %q", late, shown, formula, want)
		}
	}
}

// What Summary says of the sheet Problems adds up, and the line below the title is
// as high as its words need.
func TestSummarySaysWhatIsListed(t *testing.T) {
	b := briefAt(threeWords(0))
	for _, c := range []struct {
		advice, waived int
		want           string
	}{
		{0, 0, "error in the plan's workbook: see Problems"},
		{1, 0, "error in the plan's workbook: see Problems, which also lists one piece of advice"},
		{2, 1, "error in the plan's workbook: see Problems, which also lists 2 pieces of advice and one problem that somebody answers for"},
	} {
		b.Quality.Errors, b.Quality.Warnings = 1, 0
		b.Quality.Problems, b.Quality.Waived = make([]report.ProblemLine, 1+c.advice), make([]report.ProblemLine, c.waived)
		if got, _ := open(t, b).GetCellValue(sheetSummary, cellName(colH, figureRow+1)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	short, _ := open(t, b).GetRowHeight(sheetSummary, 2)
	b.PlanTitle = strings.Repeat("Getting it right for every child ", 8)
	if long, _ := open(t, b).GetRowHeight(sheetSummary, 2); long < short+lineHeight/2 {
		t.Errorf("a line of %d letters is %v points high, a short one %v", len(b.PlanTitle), long, short)
	}
}

// The note above the charts names what they draw, and a line is drawn where the
// papers draw one: a baseline long before the first reading breaks none.
func TestChartsDrawWhatTheNoteSays(t *testing.T) {
	on := workbook.MustDate
	for _, c := range []struct {
		reason, days string
		line         bool
		note         string
	}{
		{"a baseline of a year before", "2026-06-30 2026-07-31 2026-08-31 2026-09-30", true, "Charts are below. Solid line with dots: this plan. Grey diamond: baseline."},
		{"two readings", "2026-08-31 2026-09-30", false, "Charts are below. Dots: this plan. Grey diamond: baseline."},
		{"years without one", "2022-07-31 2022-08-31 2022-09-30 2026-08-31", false, "Charts are below. Dots: this plan. Grey diamond: baseline."},
	} {
		p := threeWords(0)
		m := &workbook.Measure{Ref: "M1", Area: "A1", Name: "Visits in time", Unit: "%", BetterWhen: workbook.HigherBetter, Baseline: workbook.Number{Value: 40, Set: true}, BaselineDate: on("2022-06-30")}
		if c.line {
			m.BaselineDate = on("2025-06-30")
		}
		p.Measures = []*workbook.Measure{m}
		for _, d := range strings.Fields(c.days) {
			p.Readings = append(p.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: on(d), Value: workbook.Number{Value: 50, Set: true}})
		}
		p.Index()
		b := briefAt(p)
		if got := isLine(b.Measures.Items[0]); got != c.line {
			t.Errorf("%s: a line %v, want %v", c.reason, got, c.line)
		}
		if got, _ := open(t, b).GetCellValue(workbook.SheetMeasures, "A2"); got != c.note {
			t.Errorf("%s: %q", c.reason, got)
		}
	}
}

// Posts with long names have a wider column, and no others.
func TestLongPostsHaveRoom(t *testing.T) {
	for owner, wide := range map[string]bool{"Head of quality": false, "Assistant director for early help, safeguarding, assessment and children's social care operations": true} {
		p := threeWords(0)
		p.Actions[0].Owner = owner
		p.Index()
		x := open(t, briefAt(p))
		if got, err := x.GetColWidth(workbook.SheetActions, "D"); err != nil || got > 23 != wide {
			t.Errorf("%s: a column of %v (%v)", owner, got, err)
		}
	}
}

// The timeline says in words which month has the black heading, and as many columns
// as a year and more need stand on one page.
func TestTimelineSaysWhichMonthIsNow(t *testing.T) {
	x := open(t, sample(t, "gloucestershire", "2018-09-30"))
	if got, _ := x.GetCellValue(sheetTimeline, "A2"); !strings.HasSuffix(got, "The month with a black heading is that of the position, 30 September 2018.") {
		t.Error(got)
	}
	for months := range 16 {
		widths := timelineWidths(months)
		if n := onFirstPage(widths); n != len(widths) {
			t.Errorf("%d months: %d of %d columns stand on the first page", months, n, len(widths))
		}
	}
}

// The sentence below a sheet's title ends where its first page does: on the next
// its end would stand alone.
func TestNotesStandOnOnePage(t *testing.T) {
	books := map[string]func() ([]byte, error){
		"portfolio": func() ([]byte, error) { return Portfolio(sideBySide(t, 3)) },
		"tracker":   func() ([]byte, error) { return XLSX(sample(t, "south-gloucestershire", "2023-01-31")) },
	}
	for name, write := range books {
		data, err := write()
		if err != nil {
			t.Fatal(err)
		}
		x, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		for _, sheet := range x.GetSheetList() {
			merged, err := x.GetMergeCells(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range merged {
				if m.GetStartAxis() != "A2" {
					continue
				}
				col, _, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
				across := 0.0
				for i := 1; i <= col; i++ {
					w, _ := x.GetColWidth(sheet, xlsx.ColumnLetters(i))
					across += w
				}
				if across > widestPage {
					t.Errorf("%s, %s: the note is %v characters wide, and a page %v", name, sheet, across, widestPage)
				}
			}
		}
	}
}

// Of a single reading the target and the comparators are marks; a line has no
// length there.
func TestOneReadingHasItsTarget(t *testing.T) {
	for _, c := range []struct {
		days string
		mark bool
	}{{"2026-08-31", true}, {"2026-07-31 2026-08-31", false}} {
		p := threeWords(0)
		p.Measures = []*workbook.Measure{{Ref: "M1", Area: "A1", Name: "Visits in time", Unit: "%", BetterWhen: workbook.HigherBetter, Target: workbook.Number{Value: 90, Set: true}}}
		for _, d := range strings.Fields(c.days) {
			p.Readings = append(p.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: workbook.MustDate(d), Value: workbook.Number{Value: 50, Set: true}})
		}
		p.Index()
		data, err := XLSX(briefAt(p))
		if err != nil {
			t.Fatal(err)
		}
		marks := 0
		for name, part := range partsOf(t, data) {
			if strings.HasPrefix(name, "xl/charts/chart") && strings.Contains(part, `<symbol val="dash"`) {
				marks++
			}
			if strings.Contains(part, sparklines) && !strings.Contains(part, `lineWeight="1.5"`) {
				t.Errorf("%s: a trend as thin as the library has it", name)
			}
		}
		if marks > 0 != c.mark {
			t.Errorf("%s: %d charts with marks", c.days, marks)
		}
	}
}
