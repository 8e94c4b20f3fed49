package report

import (
	"strconv"

	"actionplan/workbook"
)

// Cell is a cell in a column of the table that no paper knows by name. What is
// on the table and nowhere else is still printed: under its own heading, in
// the record's own words, after what the papers know.
type Cell struct {
	Heading string
	Value   workbook.Value
	Kept    bool `json:",omitempty"` // the column is not for a public paper
}

// Words is the cell as a sentence prints it, "" where it is blank.
func (c Cell) Words() string {
	switch {
	case !c.Value.Date.IsZero():
		return c.Value.Date.Long()
	case c.Value.Num.Set:
		return strconv.FormatFloat(c.Value.Num.Value, 'f', -1, 64)
	}
	return c.Value.Text
}

// known are the columns of each sheet that papers and trackers have a place of
// their own for, or leave out for a reason: Publish says how a row is treated,
// and a link or a source is for whoever keeps the plan.
var known = map[string][]string{
	workbook.SheetAreas: {workbook.ColRef, workbook.ColAreaName, workbook.ColVisits, workbook.ColAreaOutcome, workbook.ColAccountable, workbook.ColPartners, workbook.ColPriority,
		workbook.ColTargetDate, workbook.ColStatus, workbook.ColStatusReason, workbook.ColUpdated, workbook.ColPublish},
	workbook.SheetFindings: {workbook.ColRef, workbook.ColVisit, workbook.ColKind, workbook.ColFinding, workbook.ColWhere, workbook.ColAreas, workbook.ColRepeats, workbook.ColResolvedBy, workbook.ColPublish},
	workbook.SheetActions: {workbook.ColRef, workbook.ColArea, workbook.ColFindings, workbook.ColAction, workbook.ColShortName, workbook.ColOwner, workbook.ColPartner, workbook.ColStart,
		workbook.ColDue, workbook.ColRevisedDue, workbook.ColRevisionReason, workbook.ColStatus, workbook.ColProgressNote, workbook.ColUpdated, workbook.ColSuccessMeasure,
		workbook.ColImpactChildren, workbook.ColEvidence, workbook.ColCheckedBy, workbook.ColCompleted, workbook.ColIfItSlips, workbook.ColImpactReview, workbook.ColPublish},
	workbook.SheetMeasures: {workbook.ColRef, workbook.ColArea, workbook.ColMeasure, workbook.ColUnit, workbook.ColBetterWhen, workbook.ColBaseline, workbook.ColBaselineDate, workbook.ColTarget,
		workbook.ColTargetDate, workbook.ColTolerance, workbook.ColEngland, workbook.ColNeighbours, workbook.ColComparatorYear, workbook.ColSource, workbook.ColDataQualityNote},
}

// unknownOf finds the columns of a sheet that are not among the known ones.
func unknownOf(sheet string) []*workbook.Column {
	names := map[string]bool{}
	for _, heading := range known[sheet] {
		names[heading] = true
	}
	var list []*workbook.Column
	columns := workbook.FindSheet(sheet).Columns
	for i := range columns {
		if !names[columns[i].Heading] {
			list = append(list, &columns[i])
		}
	}
	return list
}

// more is the cells of a record in these columns.
func more(r workbook.Record, columns []*workbook.Column) []Cell {
	var cells []Cell
	for _, c := range columns {
		cells = append(cells, Cell{c.Heading, c.Value(r), c.Public == workbook.Withheld})
	}
	return cells
}
