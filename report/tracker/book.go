// Package tracker draws a Brief as an Excel workbook that somebody can
// filter, chart and chase from. It neither counts nor judges: every figure is
// the Brief's, and stands beside a formula only so that it stays right when a
// reader edits a date, an owner or a status.
package tracker

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/seal"
	english "actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Kind is what seal.Ours says of a tracker.
const Kind = seal.KindTracker

// Names of the sheets. Those of the workbook's own sheets are the schema's.
const (
	sheetSummary  = "Summary"
	sheetTimeline = "Timeline"
	sheetOwners   = "Owners"
	sheetProblems = "Problems"
)

// book is a tracker in the making. The first thing that goes wrong is kept;
// nothing that comes after it matters.
type book struct {
	b      *report.Brief // nil where the workbook is of many plans
	about  about
	x      *excelize.File
	looks  looks
	err    error
	sheets []string // that have content, in their order
	size   map[string]size
	links  map[string][]link // by sheet
	tables []table
	cells  map[string]rows // by sheet
	texts  []string        // that cells share
	textOf map[string]sharedText

	areaRow, actionRow, findingRow map[string]int // by ref: where a link leads
	readingRows                    map[*report.Measure][2]int
	keyRows                        [2]int // first and last word
}

// about is what a workbook says of itself: in its properties, and on each page
// that is printed.
type about struct {
	title, company string
	asOf           workbook.Date
	left, right    string // at the head of a page
	foot           string
}

// size is how far a sheet is written.
type size struct{ cols, rows int }

// XLSX draws the tracker. The same Brief gives the same bytes.
func XLSX(b *report.Brief) ([]byte, error) {
	k := newBook(about{title: b.Organisation + ": improvement plan tracker", company: b.Organisation, asOf: b.AsOf,
		left: b.Organisation, right: b.RunningHead.Text, foot: b.PlanTitle})
	defer k.x.Close()
	k.b = b
	k.chooseSheets()
	k.layOutRows()
	for _, name := range k.sheets {
		k.drawers()[name]()
	}
	return k.finished(Kind)
}

func newBook(of about) *book {
	k := &book{about: of, x: excelize.NewFile(), size: map[string]size{}, links: map[string][]link{}, cells: map[string]rows{}, textOf: map[string]sharedText{}}
	k.do(k.x.SetDefaultFont(fontName))
	k.looks = makeLooks(k)
	return k
}

// finished is the workbook's bytes, sealed as of that kind.
func (k *book) finished(kind string) ([]byte, error) {
	k.finish()
	if k.err != nil {
		return nil, fmt.Errorf("tracker: %w", k.err)
	}
	p, err := xlsx.PackageOf(k.x)
	if err != nil {
		return nil, fmt.Errorf("tracker: %w", err)
	}
	p.Edit(k.editPart)
	return p.Sealed(kind)
}

func (k *book) do(err error) {
	if k.err == nil {
		k.err = err
	}
}

func (k *book) drawers() map[string]func() {
	return map[string]func(){
		sheetSummary: k.drawSummary, workbook.SheetAreas: k.drawAreas, workbook.SheetActions: k.drawActions,
		sheetTimeline: k.drawTimeline, sheetOwners: k.drawOwners, workbook.SheetFindings: k.drawFindings,
		workbook.SheetMeasures: k.drawMeasures, workbook.SheetReadings: k.drawReadings, sheetProblems: k.drawProblems,
		workbook.SheetKey: k.drawKey, sheetChanges: k.drawChanges,
	}
}

// chooseSheets makes the sheets that have content, in their order.
func (k *book) chooseSheets() {
	b := k.b
	k.addSheet(sheetSummary, true)
	k.addSheet(workbook.SheetAreas, len(b.Areas) > 0)
	k.addSheet(workbook.SheetActions, len(b.Actions) > 0)
	k.addSheet(sheetTimeline, len(b.Actions) > 0)
	k.addSheet(sheetOwners, len(b.Owners) > 0)
	k.addSheet(workbook.SheetFindings, len(b.Coverage.All) > 0)
	k.addSheet(workbook.SheetMeasures, len(b.Measures.Items) > 0)
	k.addSheet(workbook.SheetReadings, k.anyReading())
	k.addSheet(sheetChanges, len(b.Movement.All) > 0)
	k.addSheet(sheetProblems, len(b.Quality.Problems)+len(b.Quality.Waived) > 0)
	k.addSheet(workbook.SheetKey, true)
}

func (k *book) addSheet(name string, has bool) {
	if !has {
		return
	}
	if len(k.sheets) == 0 {
		k.do(k.x.SetSheetName("Sheet1", name))
	} else {
		_, err := k.x.NewSheet(name)
		k.do(err)
	}
	k.sheets = append(k.sheets, name)
}

func (k *book) has(sheet string) bool {
	for _, s := range k.sheets {
		if s == sheet {
			return true
		}
	}
	return false
}

func (k *book) anyReading() bool {
	for _, m := range k.b.Measures.Items {
		if len(m.Readings) > 0 {
			return true
		}
	}
	return false
}

// layOutRows settles in which row each record stands, before anything is
// drawn, so that links can lead forward. Of duplicate refs the first counts.
func (k *book) layOutRows() {
	k.areaRow, k.actionRow, k.findingRow = map[string]int{}, map[string]int{}, map[string]int{}
	enter := func(rows map[string]int, ref string, i int) {
		ref = english.Fold(ref)
		if _, twice := rows[ref]; !twice && ref != "" {
			rows[ref] = firstRow + i
		}
	}
	for i, a := range k.b.Areas {
		enter(k.areaRow, a.Ref, i)
	}
	for i, a := range k.b.Actions {
		enter(k.actionRow, a.Ref, i)
	}
	for i, f := range k.b.Coverage.All {
		enter(k.findingRow, f.Ref, i)
	}
	k.readingRows = map[*report.Measure][2]int{}
	row := firstRow
	for _, m := range k.b.Measures.Items {
		k.readingRows[m] = [2]int{row, row + len(m.Readings) - 1}
		row += len(m.Readings)
	}
	k.keyRows = [2]int{firstRow, firstRow + len(k.keyWords()) - 1}
}

// to is the place of a record on its sheet, for a link; "" where the ref
// leads nowhere.
func (k *book) to(sheet string, rows map[string]int, ref string) string {
	row, ok := rows[english.Fold(ref)]
	if !ok {
		return ""
	}
	return sheet + "!A" + strconv.Itoa(row)
}

func (k *book) toArea(ref string) string    { return k.to(workbook.SheetAreas, k.areaRow, ref) }
func (k *book) toAction(ref string) string  { return k.to(workbook.SheetActions, k.actionRow, ref) }
func (k *book) toFinding(ref string) string { return k.to(workbook.SheetFindings, k.findingRow, ref) }

// finish writes what belongs to the workbook as a whole.
func (k *book) finish() {
	made := k.about.asOf.Time().Format("2006-01-02T15:04:05Z")
	k.do(k.x.SetDocProps(&excelize.DocProperties{
		Title: k.about.title, Subject: "Position at " + k.about.asOf.Long(), Creator: "actionplan", LastModifiedBy: "actionplan",
		Created: made, Modified: made, Language: "en-GB", Revision: "1",
	}))
	// LibreOffice calculates anew what an application that it does not know
	// has written, which is what we want.
	k.do(k.x.SetAppProps(&excelize.AppProperties{Application: "actionplan", Company: k.about.company}))
	yes := true
	k.do(k.x.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}))
	k.x.SetActiveSheet(0)
	for _, name := range k.sheets {
		s := k.size[name]
		if s.cols == 0 {
			k.do(errors.New(name + " was not drawn"))
			return
		}
		k.do(k.x.SetSheetDimension(name, "A1:"+cellName(s.cols, s.rows)))
	}
}

// name defines a name for a range, absolute.
func (k *book) name(name, sheet string, col, row, toCol, toRow int) {
	ref := sheet + "!$" + xlsx.ColumnLetters(col) + "$" + strconv.Itoa(row)
	if toCol != col || toRow != row {
		ref += ":$" + xlsx.ColumnLetters(toCol) + "$" + strconv.Itoa(toRow)
	}
	k.do(k.x.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: ref}))
}

func cellName(col, row int) string { return xlsx.ColumnLetters(col) + strconv.Itoa(row) }
