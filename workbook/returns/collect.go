package returns

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// Collected is the plan with what the returns have changed.
type Collected struct {
	*Merge
	Data    []byte // the plan's own bytes if nothing was accepted
	Plan    *workbook.Plan
	Strange []Stranger // files that were not read, in the order given
	Returns int        // that were read, each once
	Absent  []Absent   // who was asked and has not returned
	AsOf    workbook.Date

	ours, twice []*Return
	said        map[string]bool // files with a value that is not what was sent
	LogLines    int             // added to the log
	NoLog       string          // why no lines could be added to the log, or ""
}

// Stranger is a file that was not read as a return of this plan.
type Stranger struct {
	File, Reason string
	Skipped      bool // nobody meant it: a lock file
}

// Clean is true where nothing needs a person.
func (c *Collected) Clean() bool {
	return c.Merge.Clean() && c.NoLog == "" && !slices.ContainsFunc(c.Strange, func(s Stranger) bool { return !s.Skipped })
}

// Collect merges returns into a plan: see mergeReturns. Of the plan's own file
// only those cells change whose value was accepted, Updated where the status
// or the note of an action is new, and rows are added under the last of the
// log, one for each action with something accepted. name is the plan's file
// name and data its bytes. The same input gives the same bytes, in whatever
// order the returns are. The error is a sentence for the user.
func Collect(name string, data []byte, returns []*Return, o CollectOptions) (*Collected, error) {
	plan, _, err := workbook.Load(name, data)
	if err != nil {
		return nil, err
	}
	survey, err := workbook.MakeSurvey(name, data)
	if err != nil {
		return nil, err
	}
	c := &Collected{Plan: plan, AsOf: o.AsOf}
	var ours []*Return
	for _, r := range returns {
		if err := r.belongsTo(plan); err != nil {
			c.Strange = append(c.Strange, Stranger{File: r.file, Reason: err.Error()})
			continue
		}
		ours = append(ours, r)
	}
	c.ours, c.twice = inOrder(ours)
	c.Returns = len(c.ours)
	c.Absent = absent(c.ours)
	places := newPlanPlaces(survey)
	c.Merge, c.said = mergeReturns(plan, c.ours, places.guard, o)
	changes := c.edits(places, o.AsOf)
	log, why := places.log()
	if len(c.Accepted) > 0 && why != "" {
		c.NoLog = why
	}
	if log != nil {
		changes = append(changes, c.logLines(log, o.AsOf)...)
	}
	c.Data, err = xlsx.SetCells(name, data, changes, emptyLog())
	return c, err
}

// emptyLog is the sheet of the log for a plan that has none yet.
func emptyLog() xlsx.MissingSheet {
	sheet := xlsx.MissingSheet{Name: workbook.SheetUpdates}
	for _, c := range workbook.FindSheet(workbook.SheetUpdates).Columns {
		sheet.Headings, sheet.Widths = append(sheet.Headings, c.Heading), append(sheet.Widths, c.Width)
	}
	return sheet
}

// edits are the accepted values at their cells, and the day at Updated.
func (c *Collected) edits(places *planPlaces, asOf workbook.Date) []xlsx.CellChange {
	var edits []xlsx.CellChange
	for _, x := range c.Accepted {
		edit := xlsx.CellChange{Cell: x.Plan, Text: x.Now}
		if schemaColumn(x.Heading).Kind == workbook.Day {
			if d, err := workbook.ParseISO(x.Now); err == nil {
				edit.Day = d.Serial()
			}
		}
		edits = append(edits, edit)
		if x.Heading != workbook.ColStatus && x.Heading != workbook.ColProgressNote || !x.action.Has(workbook.ColUpdated) {
			continue
		}
		if at := x.action.At(workbook.ColUpdated); x.action.Updated.Before(asOf) && places.guard(at) == "" {
			edits = append(edits, xlsx.CellChange{Cell: at, Day: asOf.Serial()})
		}
	}
	return edits
}

// logLines adds a line to the log for each action with something accepted.
func (c *Collected) logLines(log *logPlace, asOf workbook.Date) []xlsx.CellChange {
	var lines []xlsx.CellChange
	for from := 0; from < len(c.Accepted); {
		to := from + 1
		for to < len(c.Accepted) && c.Accepted[to].action == c.Accepted[from].action {
			to++
		}
		lines = append(lines, log.line(c.Accepted[from:to], asOf, c.Plan.Key)...)
		c.LogLines++
		from = to
	}
	return lines
}

// line is one row of the log about one action.
func (l *logPlace) line(changes []Change, asOf workbook.Date, key workbook.Key) []xlsx.CellChange {
	action, status, moved := changes[0].action, changes[0].action.Status, workbook.Date{}
	if w := key.Find(status); w != nil {
		status = w.Word
	}
	for _, x := range changes {
		switch x.Heading {
		case workbook.ColStatus:
			status = x.Now
		case workbook.ColRevisedDue:
			moved, _ = workbook.ParseISO(x.Now)
		}
	}
	values := map[string]xlsx.CellChange{
		workbook.ColDate:       {Day: asOf.Serial()},
		workbook.ColAction:     {Text: action.Ref},
		workbook.ColStatus:     {Text: status},
		workbook.ColRevisedDue: {Day: moved.Serial()},
		workbook.ColNote:       {Text: noteOf(changes)},
		workbook.ColBy:         {Text: changes[0].By},
	}
	var cells []xlsx.CellChange
	for i, column := range workbook.FindSheet(workbook.SheetUpdates).Columns {
		v := values[column.Heading]
		if l.columns[i] == 0 || v.Text == "" && v.Day == 0 {
			continue
		}
		v.Cell = xlsx.Cell{Sheet: l.sheet, Col: l.columns[i], Row: l.next}
		v.Like = l.like
		cells = append(cells, v)
	}
	l.next++
	return cells
}

// noteOf is what the log says about changes: the new progress note where
// there is one, else what has changed, in words.
func noteOf(changes []Change) string {
	var parts []string
	for _, x := range changes {
		switch now := inWords(x.Heading, x.Now); {
		case x.Heading == workbook.ColProgressNote && x.Now != "":
			return x.Now
		case now == "":
			parts = append(parts, x.Heading+" cleared.")
		case x.Heading == workbook.ColStatus && x.Was != "":
			parts = append(parts, fmt.Sprintf("Status changed from %s to %s.", x.Was, now))
		default:
			parts = append(parts, x.Heading+": "+strings.TrimSuffix(now, ".")+".")
		}
	}
	return strings.Join(parts, " ")
}

// planPlaces is where things stand in the plan's file.
type planPlaces struct {
	survey   *workbook.Survey
	formulas map[xlsx.Cell]bool // without File
	merges   map[string][]workbook.SurveyedMerge
}

func newPlanPlaces(s *workbook.Survey) *planPlaces {
	p := &planPlaces{survey: s, formulas: map[xlsx.Cell]bool{}, merges: map[string][]workbook.SurveyedMerge{}}
	for _, sheet := range s.Sheets {
		p.merges[sheet.Name] = sheet.Merges
		for _, r := range sheet.Rows {
			for _, c := range r.Cells {
				if c.Formula {
					p.formulas[xlsx.Cell{Sheet: sheet.Name, Col: c.Col, Row: r.Number}] = true
				}
			}
		}
	}
	return p
}

// guard says why a cell of the plan must not be written over, or "".
func (p *planPlaces) guard(at xlsx.Cell) string {
	at.File = ""
	if p.formulas[at] {
		return fmt.Sprintf("The plan's cell %s holds a formula, which is not written over; change it there.", at)
	}
	for _, m := range p.merges[at.Sheet] {
		if m.Col <= at.Col && at.Col <= m.LastCol && m.Row <= at.Row && at.Row <= m.LastRow && m.LastRow > m.Row {
			return fmt.Sprintf("The plan's cell %s is part of merged cells that stand for several rows; change it there.", at)
		}
	}
	return ""
}

// logPlace is where the next line of the log goes.
type logPlace struct {
	sheet   string
	columns []int // physical column by schema column, 0: not there
	next    int   // row
	like    int   // the row that it is to look like, 0: none
}

// log finds the row under the last that holds anything of the log. Without a
// sheet for it one will be added. why says why there is no place.
func (p *planPlaces) log() (log *logPlace, why string) {
	schema := workbook.FindSheet(workbook.SheetUpdates)
	for _, s := range p.survey.Sheets {
		if s.Sheet == schema {
			return placeLog(s)
		}
	}
	if slices.ContainsFunc(p.survey.Sheets, func(s workbook.SurveyedSheet) bool { return strings.EqualFold(s.Name, schema.Name) }) {
		return nil, fmt.Sprintf("the sheet %s cannot be written to", schema.Name)
	}
	log = &logPlace{sheet: schema.Name, next: 2}
	for i := range schema.Columns {
		log.columns = append(log.columns, i+1)
	}
	return log, ""
}

func placeLog(s workbook.SurveyedSheet) (*logPlace, string) {
	if s.HeadingRow == 0 {
		return nil, fmt.Sprintf("the sheet %s has no headings that are known", s.Name)
	}
	log := &logPlace{sheet: s.Name, columns: s.Columns, next: s.HeadingRow + 1}
	for _, r := range s.Rows {
		if r.Number <= s.HeadingRow {
			continue
		}
		if slices.ContainsFunc(s.Columns, func(col int) bool { return col > 0 && filledAt(r, col) }) {
			log.like, log.next = r.Number, r.Number+1
		}
	}
	for _, m := range s.Merges {
		if m.LastRow >= log.next && slices.ContainsFunc(s.Columns, func(col int) bool { return m.Col <= col && col <= m.LastCol }) {
			log.next = m.LastRow + 1
		}
	}
	return log, ""
}

func filledAt(r workbook.SurveyedRow, col int) bool {
	c := r.At(col)
	return c.Text != "" || c.Formula
}
