package tracker

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/xlsx"

	"github.com/xuri/excelize/v2"
)

// Headings of the Actions sheet that the workbook does not have.
const (
	headDaysLate  = "Days late"
	headSlipped   = "Slipped by (days)"
	headWhen      = "When"
	headMoved     = "Times moved"
	headFlags     = "To look at"
	headToFix     = "Cells to fix"
	headDueNow    = "Due now"
	headMeans     = "Means"
	printedAction = 11
)

// Formulas of an action's row. They follow what the reader edits: a date, the
// status, the position's date on Summary, the meaning of a word on Key.
// A heading in braces is the row's cell in that column.
const (
	dueNowFormula   = `IF(N({Revised due})>0,{Revised due},IF(N({Due})>0,{Due},""))`
	meansFormula    = `IFERROR(INDEX(KeyMeans,MATCH({Status},KeyWords,0)),"status not known")`
	daysLateFormula = `IF(OR(N({Due now})=0,IFERROR(INDEX(KeyWork,MATCH({Status},KeyWords,0)),"Open")<>"Open"),0,MAX(0,AsOf-{Due now}))`
	slippedFormula  = `IF(OR(N({Due})=0,N({Revised due})=0),0,MAX(0,{Revised due}-{Due}))`
	whenFormula     = `IF(IFERROR(INDEX(KeyWork,MATCH({Status},KeyWords,0)),"Open")<>"Open",INDEX(KeyWork,MATCH({Status},KeyWords,0)),` +
		`IF(N({Due now})=0,"No date",IF({Days late}>0,"Late",IF({Due now}<=AsOf+DueSoonDays,"Due soon","Later"))))`
)

func sprint(formula string, args ...any) string { return fmt.Sprintf(formula, args...) }

// rowFormula puts the row's number into a formula; the formulas of ten
// thousand rows are most of the work of writing them.
func rowFormula(formula string) func(i int) string {
	parts := strings.Split(formula, "%[1]d")
	return func(i int) string { return strings.Join(parts, strconv.Itoa(firstRow+i)) }
}

func (k *book) drawActions() {
	all := k.b.Actions
	l := list{sheet: workbook.SheetActions, table: "ActionList", title: "Actions", rows: len(all), printed: printedAction, frozen: 1,
		note: "Filter with the buttons in row 4. Days late, When and every figure follow the dates and statuses that you change here."}
	l.columns = k.actionColumns(all)
	k.draw(l)
	last := strconv.Itoa(headRow + max(len(all), 1))
	cells := func(heading string) string {
		letter := lettersOf(l.columns, heading)
		return letter + strconv.Itoa(firstRow) + ":" + letter + last
	}
	k.colourStatus(l.sheet, cells(workbook.ColStatus), "$"+lettersOf(l.columns, workbook.ColStatus)+strconv.Itoa(firstRow))
	k.boldLate(l.sheet, cells(headDaysLate))
	k.chooseFromKey(l.sheet, cells(workbook.ColStatus))
}

// lettersOf is where a column of a list stands.
func lettersOf(columns []column, heading string) string {
	return xlsx.ColumnLetters(1 + slices.IndexFunc(columns, func(c column) bool { return c.heading == heading }))
}

// byHeading is rowFormula for a formula that names its row's cells by their
// headings; columns are looked at when the first row asks, for then they are
// all known.
func byHeading(formula string, columns *[]column) func(i int) string {
	of := sync.OnceValue(func() func(i int) string {
		for _, c := range *columns {
			formula = strings.ReplaceAll(formula, "{"+c.heading+"}", lettersOf(*columns, c.heading)+"%[1]d")
		}
		return rowFormula(formula)
	})
	return func(i int) string { return of()(i) }
}

// moreColumns are those that the table has beside: under their own headings,
// as they stand.
func (k *book) moreColumns(cells func(i int) []report.Cell, rows int) []column {
	if rows == 0 {
		return nil
	}
	var list []column
	for n, c := range cells(0) {
		if c.Kept && k.b.Public {
			continue
		}
		list = append(list, column{heading: c.Heading, width: 28, look: wordy, cell: func(i int) content { return moreContent(cells(i)[n]) }})
	}
	return list
}

func moreContent(c report.Cell) content {
	switch {
	case !c.Value.Date.IsZero():
		return content{v: c.Value.Date, look: date}
	case c.Value.Num.Set:
		return content{v: c.Value.Num.Value}
	}
	return content{v: c.Value.Text}
}

func (k *book) actionColumns(all []*report.Action) []column {
	var columns []column
	dueNow, means, daysLate := byHeading(dueNowFormula, &columns), byHeading(meansFormula, &columns), byHeading(daysLateFormula, &columns)
	slipped, when := byHeading(slippedFormula, &columns), byHeading(whenFormula, &columns)
	of := func(heading string, width float64, l look, v func(a *report.Action) any) column {
		return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: v(all[i])} }}
	}
	columns = []column{
		of(workbook.ColRef, 8, refText, func(a *report.Action) any { return a.Ref }),
		{heading: workbook.ColArea, width: 8, look: linkedRef, cell: func(i int) content {
			return content{v: all[i].AreaRef, to: k.toArea(all[i].AreaRef), tip: all[i].AreaName}
		}},
		of(workbook.ColAction, 42, wordy, func(a *report.Action) any { return a.Text }),
		{heading: workbook.ColOwner, width: k.ownerWidth(23), look: wordy, cell: func(i int) content { return orGap(all[i].Owner, noOwner) }},
		of(workbook.ColDue, 13, date, func(a *report.Action) any { return a.Due }),
		of(workbook.ColRevisedDue, 13, date, func(a *report.Action) any { return a.RevisedDue }),
		of(workbook.ColStatus, 14, status, func(a *report.Action) any { return a.Status }),
		{heading: headDaysLate, width: 8.5, look: numberOrBlank, fills: true, cell: func(i int) content {
			return content{v: all[i].DaysLate, formula: daysLate(i)}
		}},
		{heading: headSlipped, width: 11, look: numberOrBlank, fills: true, cell: func(i int) content {
			return content{v: all[i].Slipped, formula: slipped(i)}
		}},
		{heading: headWhen, width: 11, look: wordy, fills: true, cell: func(i int) content {
			return content{v: k.b.Tracked.When[i], formula: when(i)}
		}},
		of(workbook.ColProgressNote, 40, wordy, func(a *report.Action) any { return a.Note }),

		{heading: headDueNow, width: 13, look: date, fills: true, cell: func(i int) content {
			return content{v: all[i].EffectiveDue, formula: dueNow(i)}
		}},
		of(headFlags, 28, wordy, func(a *report.Action) any { return joined(a.Flags) }),
		of(headMoved, 12, numberOrBlank, func(a *report.Action) any { return a.TimesMoved }),
		of(workbook.ColRevisionReason, 36, wordy, func(a *report.Action) any { return a.RevisionReason }),
		of(workbook.ColUpdated, 13, date, func(a *report.Action) any { return a.Updated }),
		of(workbook.ColShortName, 24, wordy, func(a *report.Action) any { return a.ShortName }),
		of(workbook.ColPartner, 22, wordy, func(a *report.Action) any { return a.Partner }),
		of(workbook.ColStart, 13, date, func(a *report.Action) any { return a.Start }),
		{heading: workbook.ColFindings, width: 16, look: wordy, cell: func(i int) content { return k.findingLinks(all[i].Findings) }},
		of(workbook.ColSuccessMeasure, 40, wordy, func(a *report.Action) any { return a.Success }),
		of(workbook.ColImpactChildren, 40, wordy, func(a *report.Action) any { return a.ForChildren }),
		{heading: workbook.ColEvidence, width: 40, look: wordy, cell: func(i int) content { return evidence(all[i].Evidence) }},
		of(workbook.ColCheckedBy, 24, wordy, func(a *report.Action) any { return a.CheckedBy }),
		of(workbook.ColCompleted, 13, date, func(a *report.Action) any { return a.Completed }),
		of(workbook.ColIfItSlips, 40, wordy, func(a *report.Action) any { return a.Recovery }),
		of(workbook.ColImpactReview, 13, date, func(a *report.Action) any { return a.ImpactReview }),
		{heading: headMeans, width: 16, look: wordy, fills: true, cell: func(i int) content {
			return content{v: all[i].Status.Meaning.String(), formula: means(i)}
		}},
	}
	if k.b.Public {
		columns = slices.DeleteFunc(columns, func(c column) bool {
			return c.heading == workbook.ColEvidence || c.heading == workbook.ColCheckedBy
		})
	}
	columns = append(columns, k.moreColumns(func(i int) []report.Cell { return all[i].More }, len(all))...)
	if k.has(sheetProblems) {
		columns = append(columns, of(headToFix, 12, numberOrBlank, func(a *report.Action) any { return len(a.Problems) }))
	}
	return columns
}

const noOwner = "No owner"

// findingLinks shows every ref and leads to the first.
func (k *book) findingLinks(refs []string) content {
	c := content{v: joined(refs)}
	for _, ref := range refs {
		if c.to = k.toFinding(ref); c.to != "" {
			c.tip, c.look = "Go to finding "+ref, linked
			break
		}
	}
	return c
}

func evidence(text string) content {
	c := content{v: text, to: webAddress(strings.TrimSpace(text))}
	if c.to != "" {
		c.outside, c.look, c.tip = true, linked, "Open the evidence"
	}
	return c
}

func (k *book) boldLate(sheet, cells string) {
	id := k.conditional(excelize.Style{Font: &excelize.Font{Bold: true, Color: fillOf(workbook.OffTrack)}})
	k.do(k.x.SetConditionalFormat(sheet, cells, []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Value: "0", Format: &id}}))
}

// chooseFromKey offers the key's words; another word is let through.
func (k *book) chooseFromKey(sheet, cells string) {
	v := excelize.NewDataValidation(true)
	v.Sqref = cells
	v.SetSqrefDropList("KeyWords")
	v.SetError(excelize.DataValidationErrorStyleWarning, "Not in the key", "The Key sheet does not have this word, so it has no meaning and no colour.")
	k.do(k.x.AddDataValidation(sheet, v))
}
