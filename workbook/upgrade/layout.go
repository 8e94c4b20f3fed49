package upgrade

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// What columns of a flat plan hold that have no column of their own on the
// Actions sheet.
const (
	flatArea    = "area's name"
	flatPara    = "paragraph"
	flatFinding = "finding's text"
)

// flatNames are headings that councils use in plans kept as one table for what
// is no column of the Actions sheet; the table has those of its columns.
var flatNames = map[string][]string{
	flatArea: {"Ofsted area for improvement", "Area for improvement", "Improvement area", "Area of improvement", "Area", "Priority area", "Priority", "Theme", "Ambition",
		"Objective", "Ofsted recommendation", "Recommendation", "What needs to improve", "Improvement required", "Outcome area", "Commitment"},
	flatPara:    {"Ofsted para no.", "Ofsted paragraph", "Para", "Para no", "Paragraph", "Paragraph number", "Report paragraph", "Where in letter", "Ofsted ref"},
	flatFinding: {"Finding", "Ofsted finding", "What Ofsted said", "What the letter says", "Inspection finding"},
}

// flatIndex is what each folded heading stands for. Columns of our own Actions
// sheet that lead to areas and findings hold refs; those of a flat plan hold
// words.
var flatIndex = sync.OnceValue(func() map[string]string {
	index := map[string]string{}
	for concept, names := range flatNames {
		for _, n := range names {
			index[workbook.FoldHeading(n)] = concept
		}
	}
	columns := workbook.FindSheet(workbook.SheetActions).Columns
	enter := func(heading string, names ...string) {
		for _, n := range names {
			if folded := workbook.FoldHeading(n); index[folded] == "" {
				index[folded] = heading
			}
		}
	}
	for _, c := range columns {
		enter(c.Heading, c.Flat...)
	}
	for _, c := range columns {
		if c.Kind != workbook.RefTo && c.Kind != workbook.RefsTo {
			enter(c.Heading, c.Heading)
			enter(c.Heading, c.Aliases...)
		}
	}
	return index
})

// flatColumn is a column of a flat plan.
type flatColumn struct {
	col     int
	heading string
	holds   string // a heading of the Actions sheet, or one of the flat ones; "" unknown
	likely  bool
}

// flatLayout is where the headings of a flat plan stand.
type flatLayout struct {
	row     int
	columns []flatColumn
}

// of lists the columns that hold something.
func (l *flatLayout) of(concept string) []int {
	var cols []int
	for _, c := range l.columns {
		if c.holds == concept {
			cols = append(cols, c.col)
		}
	}
	return cols
}

func (l *flatLayout) has(concept string) bool { return len(l.of(concept)) > 0 }

// pick is the one column that is read: of reports on progress and of ratings
// the last, because they are added to the right, else the first.
func (l *flatLayout) pick(concept string) int {
	cols := l.of(concept)
	switch {
	case len(cols) == 0:
		return 0
	case concept == workbook.ColProgressNote || concept == workbook.ColStatus:
		return cols[len(cols)-1]
	}
	return cols[0]
}

// flatRows is how far down the headings of a flat plan are looked for.
const flatRows = 40

// flatLayouts finds the flat plans among the sheets, by sheet name.
func (u *upgrade) flatLayouts() map[string]*flatLayout {
	found := map[string]*flatLayout{}
	for i := range u.survey.Sheets {
		s := &u.survey.Sheets[i]
		if s.Ours || s.Sheet != nil && !slices.Contains([]string{workbook.SheetPlan, workbook.SheetAreas, workbook.SheetActions, workbook.SheetFindings}, s.Sheet.Name) {
			continue
		}
		if l := findFlat(s); l != nil {
			found[s.Name] = l
		}
	}
	return found
}

// findFlat looks for the row that reads most like the headings of a flat
// plan: an action, and two of who, when, how and status.
func findFlat(s *workbook.SurveyedSheet) *flatLayout {
	var best *flatLayout
	most := 0
	for i, row := range s.Rows {
		if i == flatRows {
			break
		}
		l := layOutFlat(row)
		if !l.has(workbook.ColAction) {
			continue
		}
		telling, all := 0, 0
		for _, concept := range []string{workbook.ColOwner, workbook.ColDue, workbook.ColProgressNote, workbook.ColStatus} {
			if l.has(concept) {
				telling++
			}
		}
		for _, c := range l.columns {
			if c.holds != "" {
				all++
			}
		}
		if telling >= 2 && all > most {
			best, most = l, all
		}
	}
	return best
}

func layOutFlat(row workbook.SurveyedRow) *flatLayout {
	l := &flatLayout{row: row.Number}
	for _, c := range row.Cells {
		if c.Text == "" || c.Number || utf8.RuneCountInString(c.Text) > 80 {
			continue
		}
		holds, likely := flatHeading(c.Text)
		l.columns = append(l.columns, flatColumn{c.Col, c.Text, holds, likely})
	}
	return l
}

// flatHeading is what a heading stands for: by the whole of it, by how it
// begins ("Progress report November 2018"), or by likeness.
func flatHeading(text string) (concept string, likely bool) {
	folded := workbook.FoldHeading(text)
	index := flatIndex()
	if concept = index[folded]; concept != "" {
		return concept, false
	}
	longest := ""
	names := make([]string, 0, len(index))
	for name := range index {
		names = append(names, name)
		if strings.HasPrefix(folded, name+" ") && len(name) > len(longest) && len(name) >= 3 && (index[name] == workbook.ColProgressNote || index[name] == workbook.ColStatus) {
			longest = name
		}
	}
	if longest != "" {
		return index[longest], false
	}
	slices.Sort(names)
	names = slices.DeleteFunc(names, func(n string) bool { return len(n) < 6 })
	concept = index[words.Nearest(folded, names)]
	return concept, concept != ""
}
