package draft

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/files"
	"actionplan/workbook/letter"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// IntoFile is Into for the plan in a file.
func IntoFile(path string, letters []*letter.Letter) ([]byte, *Log, error) {
	data, err := files.Read(path)
	if err != nil {
		return nil, nil, err
	}
	made, log, err := Into(filepath.Base(path), data, letters)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return made, log, nil
}

// Into adds letters to a plan: visits, areas and findings that it lacks, under
// the last row of their sheets, and the text of each letter on a sheet of its
// own. Nothing that stands in the plan is changed. name is the plan's file
// name and data its bytes. Where there is nothing new the plan comes back as
// it is. The error is a sentence for the user.
func Into(name string, data []byte, letters []*letter.Letter) ([]byte, *Log, error) {
	plan, _, err := workbook.Load(name, data)
	if err != nil {
		return nil, nil, err
	}
	survey, err := workbook.MakeSurvey(name, data)
	if err != nil {
		return nil, nil, err
	}
	letters, err = ordered(letters)
	if err != nil {
		return nil, nil, err
	}
	if err := belongs(plan, letters); err != nil {
		return nil, nil, err
	}
	a := &addition{draft: newDraft(append([]*letter.Letter{earlier(plan)}, letters...)), plan: plan, survey: survey}
	a.prepare()
	a.records()
	return a.write(name, data)
}

// belongs refuses letters about another organisation than the plan's.
func belongs(plan *workbook.Plan, letters []*letter.Letter) error {
	ours := plan.Info.Organisation
	for _, l := range letters {
		if theirs := l.Facts.Organisation; ours != "" && theirs != "" && !sameOrganisation(ours, theirs) {
			return words.Fail("give the letter to that organisation's plan", "%s is about %s, and the plan is of %s", l.Name, theirs, ours)
		}
	}
	return nil
}

// earlier is what stands in the plan already, as a letter before the others.
func earlier(plan *workbook.Plan) *letter.Letter {
	l := &letter.Letter{Known: true}
	for _, f := range plan.Findings {
		l.Findings = append(l.Findings, letter.Finding{Kind: kindNamed(f.Kind), Text: f.Text, Area: -1})
	}
	return l
}

func kindNamed(name string) letter.Kind {
	for k := letter.PriorityAction; k <= letter.Strength; k++ {
		if k.String() == name {
			return k
		}
	}
	return letter.Process
}

// addition is a plan with what is added to it.
type addition struct {
	*draft
	plan   *workbook.Plan
	survey *workbook.Survey
}

// prepare takes in the plan's refs, areas, visits and findings.
func (a *addition) prepare() {
	var names []string
	a.refOf[0] = make([]string, len(a.plan.Findings))
	for _, v := range a.plan.Visits {
		a.refs.taken("V", v.Ref)
	}
	for _, area := range a.plan.Areas {
		a.refs.taken("A", area.Ref)
		names = append(names, area.Name)
		a.areaOf = append(a.areaOf, area.Ref)
	}
	for i, f := range a.plan.Findings {
		a.refs.taken("F", f.Ref)
		a.refOf[0][i] = f.Ref
	}
	a.areas = letter.MakeAreas(a.letters, names)
	a.taken = a.plan.SheetOrder
	for i, l := range a.letters {
		if v := a.visitOfLetter(l); v != nil && !l.Known {
			a.visitOf[i] = v.Ref
		}
	}
	a.known = a.findingInPlan
}

// visitOfLetter is the plan's own visit that a letter tells of, nil for none.
func (a *addition) visitOfLetter(l *letter.Letter) *workbook.Visit {
	for _, v := range a.plan.Visits {
		sameDay := !l.Facts.Started.IsZero() && v.Started.String() == workbook.DateOf(l.Facts.Started).String()
		sameTitle := l.Facts.Title != "" && words.Same(v.Title, l.Facts.Title) && (v.Started.IsZero() || l.Facts.Started.IsZero())
		if v.Ref != "" && (v.Kind == l.Facts.Kind || l.Facts.Kind == "") && (sameDay || sameTitle) {
			return v
		}
	}
	return nil
}

// findingInPlan is the ref of a finding that the plan has from this visit, in
// these words.
func (a *addition) findingInPlan(i int, f letter.Finding) string {
	for _, have := range a.plan.Findings {
		if words.Same(have.Visit, a.visitOf[i]) && words.Same(have.Text, f.Text) {
			return have.Ref
		}
	}
	return ""
}

// write puts the new rows under the last of their sheets.
func (a *addition) write(name string, data []byte) ([]byte, *Log, error) {
	var changes []xlsx.CellChange
	var missing []xlsx.MissingSheet
	for _, added := range []struct {
		sheet string
		rows  []blank.ContentRow
	}{{workbook.SheetVisits, a.visits}, {workbook.SheetAreas, a.areaRows}, {workbook.SheetFindings, a.findings}} {
		if len(added.rows) == 0 {
			continue
		}
		place, lacking, err := a.placeFor(workbook.FindSheet(added.sheet))
		if err != nil {
			return nil, nil, err
		}
		if lacking != nil {
			missing = append(missing, *lacking)
		}
		for _, row := range added.rows {
			if added.sheet == workbook.SheetFindings {
				a.rowOf[row[workbook.ColRef]] = place.next
			}
			changes = append(changes, place.row(row)...)
		}
	}
	if len(changes) == 0 {
		return data, a.log, nil
	}
	changes = append(changes, a.planFacts()...)
	out, err := xlsx.SetCells(name, data, changes, missing...)
	if err != nil {
		return nil, nil, err
	}
	out, err = xlsx.AddSheets(out, a.sheets(a.sheetName(workbook.SheetFindings))...)
	return out, a.log, err
}

// planFacts fills blank fields of the Plan sheet with what the letters say, and
// tells what it filled and what stands there otherwise. What people have
// entered is never replaced.
func (a *addition) planFacts() []xlsx.CellChange {
	var changes []xlsx.CellChange
	var filled []string
	for _, row := range a.planFields() {
		field, value := row[blank.HeadingField], row[blank.HeadingValue]
		if field == workbook.FieldTitle || field == workbook.FieldOverrideReason && a.dueStands() {
			continue
		}
		if at, ok := a.blankField(field); ok {
			changes = append(changes, fieldChange(at, value))
			filled = append(filled, field)
		}
	}
	switch len(filled) {
	case 0:
	case 1:
		a.log.Notes = append(a.log.Notes, "On the Plan sheet "+filled[0]+" was blank and now says what the letters say.")
	default:
		a.log.Notes = append(a.log.Notes, "On the Plan sheet "+words.And(filled)+" were blank and now say what the letters say.")
	}
	for _, l := range a.letters {
		if due := l.Facts.PlanDue; !due.IsZero() && a.dueStands() && a.plan.Info.PlanDueOverride != workbook.DateOf(due) {
			a.log.Notes = append(a.log.Notes, fmt.Sprintf("%s asks for the plan by %s. The Plan sheet says %s under %s and is left as it stands.",
				l.Name, due.Format(longDay), a.plan.Info.PlanDueOverride, workbook.FieldDueOverride))
		}
	}
	return changes
}

// dueStands tells that somebody has entered another due date.
func (a *addition) dueStands() bool { return !a.plan.Info.PlanDueOverride.IsZero() }

// blankField is the cell for a field's value, where the Plan sheet has the
// field and nothing is in it.
func (a *addition) blankField(field string) (xlsx.Cell, bool) {
	schema := workbook.FindSheet(workbook.SheetPlan)
	for _, s := range a.survey.Sheets {
		if s.Sheet != schema || s.ValueCol == 0 {
			continue
		}
		for _, r := range s.Rows {
			named := slices.ContainsFunc(r.Cells, func(c workbook.SurveyedCell) bool {
				isIts := func(name string) bool { return words.Same(strings.TrimSuffix(strings.TrimSpace(c.Text), ":"), name) }
				return c.Col < s.ValueCol && (isIts(field) || slices.ContainsFunc(schema.Column(field).Aliases, isIts))
			})
			if named {
				return xlsx.Cell{Sheet: s.Name, Col: s.ValueCol, Row: r.Number}, !filledAt(r, s.ValueCol)
			}
		}
	}
	return xlsx.Cell{}, false
}

func fieldChange(at xlsx.Cell, value string) xlsx.CellChange {
	if day, err := time.Parse(isoDay, value); err == nil {
		return xlsx.CellChange{Cell: at, Day: workbook.DateOf(day).Serial()}
	}
	return xlsx.CellChange{Cell: at, Text: value}
}

func (a *addition) sheetName(of string) string {
	for _, s := range a.survey.Sheets {
		if s.Sheet != nil && s.Sheet.Name == of {
			return s.Name
		}
	}
	return of
}

// rowPlace is where the next row of a sheet goes.
type rowPlace struct {
	schema     *workbook.Sheet
	sheet      string
	columns    []int          // physical column by schema column, 0: not there
	extra      map[string]int // physical column of the columns that a draft has added
	next, like int
}

// placeFor finds the row under the last that holds anything of a sheet; a
// sheet that the plan lacks is to be added.
func (a *addition) placeFor(schema *workbook.Sheet) (*rowPlace, *xlsx.MissingSheet, error) {
	for _, s := range a.survey.Sheets {
		if s.Sheet != schema {
			continue
		}
		if s.HeadingRow == 0 {
			return nil, nil, words.Fail("give the sheet its headings", "the sheet %s has no headings that are known", s.Name)
		}
		return underLast(schema, s), nil, nil
	}
	place := &rowPlace{schema: schema, sheet: schema.Name, next: 2, extra: map[string]int{}}
	lacking := &xlsx.MissingSheet{Name: schema.Name}
	for i, c := range schema.Columns {
		place.columns = append(place.columns, i+1)
		lacking.Headings, lacking.Widths = append(lacking.Headings, c.Heading), append(lacking.Widths, c.Width)
	}
	return place, lacking, nil
}

func underLast(schema *workbook.Sheet, s workbook.SurveyedSheet) *rowPlace {
	place := &rowPlace{schema: schema, sheet: s.Name, columns: s.Columns, next: s.HeadingRow + 1, extra: map[string]int{}}
	for _, r := range s.Rows {
		if r.Number == s.HeadingRow {
			for _, c := range r.Cells {
				if c.Text == colConfidence || c.Text == colCues {
					place.extra[c.Text] = c.Col
				}
			}
		}
		if r.Number > s.HeadingRow && slices.ContainsFunc(s.Columns, func(col int) bool { return col > 0 && filledAt(r, col) }) {
			place.like, place.next = r.Number, r.Number+1
		}
	}
	for _, m := range s.Merges {
		if m.LastRow >= place.next && slices.ContainsFunc(s.Columns, func(col int) bool { return m.Col <= col && col <= m.LastCol }) {
			place.next = m.LastRow + 1
		}
	}
	return place
}

func filledAt(r workbook.SurveyedRow, col int) bool {
	c := r.At(col)
	return c.Text != "" || c.Formula
}

// row is the cells of the next row.
func (p *rowPlace) row(values blank.ContentRow) []xlsx.CellChange {
	var cells []xlsx.CellChange
	put := func(col int, value string, kind workbook.Kind) {
		if col == 0 || strings.TrimSpace(value) == "" {
			return
		}
		c := xlsx.CellChange{Cell: xlsx.Cell{Sheet: p.sheet, Col: col, Row: p.next}, Text: value, Like: p.like}
		if day, err := time.Parse(isoDay, value); err == nil && kind == workbook.Day {
			c.Text, c.Day = "", workbook.DateOf(day).Serial()
		}
		cells = append(cells, c)
	}
	for i, column := range p.schema.Columns {
		put(p.columns[i], values[column.Heading], column.Kind)
	}
	for _, heading := range []string{colConfidence, colCues} {
		put(p.extra[heading], values[heading], workbook.Text)
	}
	p.next++
	return cells
}
