// Package annotate makes a marked copy of somebody's own workbook: every cell
// with a problem has a colour and a note, and a sheet lists them all.
package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Kind is the kind that an annotated copy is sealed with.
const Kind = "annotated"

// problemsSheet is the sheet that lists the problems; problemsName is a
// hidden name that leads to it, so that it is known again as ours even if
// somebody has renamed it.
const (
	problemsSheet = "Problems"
	problemsName  = "actionplan_problems"
)

// Copy is a copy of the user's own workbook in which each problem is
// marked at its cell: a colour by severity, and a note that says what is
// wrong and how to fix it. A sheet Problems lists them all with links to
// their cells, errors first; problems of a whole sheet or file stand only
// there, and waived ones last, unmarked.
//
// The copy is made from the file's own bytes. The colour is a formatting rule
// that stands above the cell's own format, so that no cell and none of its
// formats changes at all; parts that are not concerned stay byte for byte.
// Marks of an earlier run are replaced. The same input gives the same bytes,
// sealed as KindAnnotated. The error is a sentence for the user.
func Copy(name string, data []byte, problems workbook.Problems) ([]byte, error) {
	if err := xlsx.Accept(name, data); err != nil {
		return nil, err
	}
	p, err := xlsx.OpenPackage(data)
	if err != nil {
		return nil, err
	}
	a := &annotator{file: p, problems: slices.Clone(problems)}
	if err := a.run(); err != nil {
		return nil, err
	}
	if sealed, err := p.Sealed(Kind); err == nil {
		return sealed, nil
	}
	// Somebody's package is odd where the seal would stand. The copy is as good
	// without it; only the next one will not take its place unasked.
	return p.Zip()
}

type annotator struct {
	file     *xlsx.Package
	sheets   []xlsx.PackageSheet
	problems workbook.Problems
}

func (a *annotator) run() error {
	if err := a.clear(); err != nil {
		return err
	}
	a.sort()
	for _, s := range a.sheets {
		if err := a.markSheet(s); err != nil {
			return err
		}
	}
	return a.list()
}

// sort puts errors first, then warnings and advice, waived ones last; within
// each the order of the sheets and their rows.
func (a *annotator) sort() {
	var names []string
	for _, s := range a.sheets {
		names = append(names, s.Name)
	}
	a.problems.Sort(names)
	slices.SortStableFunc(a.problems, func(x, y workbook.Problem) int { return cmp.Compare(listRank(x), listRank(y)) })
}

func listRank(p workbook.Problem) int {
	if p.Waived != nil {
		return int(workbook.Advice) + 1
	}
	return int(p.Severity)
}

// clear takes out what an earlier run has put in.
func (a *annotator) clear() error {
	if err := a.file.DropNamed(problemsName); err != nil {
		return err
	}
	var err error
	if a.sheets, err = a.file.Sheets(); err != nil {
		return err
	}
	for _, s := range a.sheets {
		if s.Part == "" {
			continue
		}
		if err := a.clearFills(s.Part); err != nil {
			return err
		}
		if err := (xlsx.Notes{File: a.file, Sheet: s.Part}).Clear(); err != nil {
			return err
		}
	}
	return nil
}

func (a *annotator) clearFills(part string) error {
	content, root, err := a.file.Open(part, "sheetData")
	if err != nil {
		return err
	}
	var edits []xlsx.Splice
	for _, f := range root.Kids {
		if f.Name != "conditionalFormatting" {
			continue
		}
		var ours []xlsx.Splice
		for _, rule := range f.Kids {
			if formula := rule.Kid("formula"); formula != nil && isMarkFormula.MatchString(formula.Text(content)) {
				ours = append(ours, rule.Remove())
			}
		}
		if len(ours) > 0 && len(ours) == len(f.Kids) {
			ours = []xlsx.Splice{f.Remove()}
		}
		edits = append(edits, ours...)
	}
	a.file.Set(part, xlsx.Spliced(content, edits...))
	return nil
}

// markedCell is a cell with what is wrong with it.
type markedCell struct {
	cell     xlsx.Cell
	area     xlsx.Block // the cell, or the block of merged cells it begins
	severity workbook.Severity
	texts    []string
}

func (a *annotator) markSheet(s xlsx.PackageSheet) error {
	if s.Part == "" {
		return nil
	}
	content, root, err := a.file.Open(s.Part, "sheetData")
	if err != nil {
		return err
	}
	marks := a.marksOf(s.Name, mergesOf(root))
	if len(marks) == 0 {
		return nil
	}
	if err := a.fill(s.Part, content, root, marks); err != nil {
		return err
	}
	var cells []xlsx.Cell
	var texts []string
	for _, m := range marks {
		cells = append(cells, m.cell)
		texts = append(texts, xlsx.NoteOpens+"\n"+strings.Join(m.texts, "\n\n")+"\n"+xlsx.NoteCloses)
	}
	return xlsx.Notes{File: a.file, Sheet: s.Part}.Add(cells, texts)
}

func mergesOf(root *xlsx.Element) []xlsx.Block {
	var list []xlsx.Block
	for _, k := range root.Kid("mergeCells").KidsOf() {
		if m, ok := xlsx.ParseRange(k.Attr("ref")); ok {
			list = append(list, m)
		}
	}
	return list
}

// marksOf gathers a sheet's problems by cell, in the order of the cells. In
// merged cells only the first shows, so the mark goes there.
func (a *annotator) marksOf(sheet string, merges []xlsx.Block) []*markedCell {
	var marks []*markedCell
	at := map[[2]int]*markedCell{}
	for _, p := range a.problems {
		c := p.Cell
		if p.Waived != nil || c.Name() == "" || !strings.EqualFold(c.Sheet, sheet) || c.Row > xlsx.LastRow || c.Col > xlsx.LastCol {
			continue
		}
		area := xlsx.Block{Col: c.Col, Row: c.Row, LastCol: c.Col, LastRow: c.Row}
		for _, m := range merges {
			if c.Row >= m.Row && c.Row <= m.LastRow && c.Col >= m.Col && c.Col <= m.LastCol {
				area = m
				break
			}
		}
		place := [2]int{area.Row, area.Col}
		m := at[place]
		if m == nil {
			m = &markedCell{cell: xlsx.Cell{Sheet: c.Sheet, Col: area.Col, Row: area.Row}, area: area, severity: p.Severity}
			at[place] = m
			marks = append(marks, m)
		}
		m.severity = min(m.severity, p.Severity)
		m.texts = append(m.texts, noteText(p))
	}
	slices.SortFunc(marks, func(x, y *markedCell) int {
		return cmp.Or(cmp.Compare(x.cell.Row, y.cell.Row), cmp.Compare(x.cell.Col, y.cell.Col))
	})
	return marks
}

func noteText(p workbook.Problem) string {
	text := words.Capital(p.Severity.String()) + ": " + p.Message + " (" + p.Rule + ")"
	if p.Hint != "" {
		text += "\nHow to fix it: " + p.Hint
	}
	return text
}

// Our rules stand first, by severity; those of the user come after them.
var markPriority = map[workbook.Severity]int{workbook.Error: 1, workbook.Warning: 2, workbook.Advice: 3}

// mostAreas is how many areas a formatting rule is given; more of them get a
// rule of their own.
const mostAreas = 500

// fill colours the marked cells.
func (a *annotator) fill(part string, content []byte, root *xlsx.Element, marks []*markedCell) error {
	styles, err := a.file.Styles()
	if err != nil {
		return err
	}
	var rules strings.Builder
	for _, severity := range []workbook.Severity{workbook.Error, workbook.Warning, workbook.Advice} {
		areas := areasOf(marks, severity)
		for chunk := range slices.Chunk(areas, mostAreas) {
			fmt.Fprintf(&rules, `<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="%d" priority="%d"><formula>%s</formula></cfRule></conditionalFormatting>`,
				strings.Join(chunk, " "), markLook(styles, severity), markPriority[severity], xlsx.AttrText(markFormula(severity)))
		}
	}
	if styles.Err != nil {
		return styles.Err
	}
	at := root.InsertBy(xlsx.WorksheetOrder, "conditionalFormatting", false)
	edits := append(makeRoom(root), xlsx.Splice{From: at, To: at, Text: xlsx.WithPrefix(rules.String(), root.Prefix())})
	a.file.Set(part, xlsx.Spliced(content, edits...))
	return nil
}

// makeRoom moves the user's formatting rules behind ours, in their own order.
func makeRoom(root *xlsx.Element) []xlsx.Splice {
	var rules []*xlsx.Element
	first := 0
	eachRule(root, func(e *xlsx.Element, priority int) {
		rules = append(rules, e)
		if first == 0 || priority < first {
			first = priority
		}
	})
	by := len(markPriority) + 1 - first
	if len(rules) == 0 || by <= 0 {
		return nil
	}
	var edits []xlsx.Splice
	for _, e := range rules {
		n, _ := strconv.Atoi(e.Attr("priority"))
		edits = append(edits, e.SetStart("priority", strconv.Itoa(n+by)))
	}
	return edits
}

func eachRule(e *xlsx.Element, visit func(rule *xlsx.Element, priority int)) {
	for _, k := range e.Kids {
		if k.Name == "cfRule" {
			if n, err := strconv.Atoi(k.Attr("priority")); err == nil {
				visit(k, n)
			}
			continue
		}
		eachRule(k, visit)
	}
}

// areasOf lists the areas of one severity; cells below one another make one
// area.
func areasOf(marks []*markedCell, severity workbook.Severity) []string {
	var blocks []xlsx.Block
	open := map[int]int{} // column → block that may grow
	for _, m := range marks {
		if m.severity != severity {
			continue
		}
		b := m.area
		if i, ok := open[b.Col]; ok && blocks[i].LastRow == b.Row-1 && blocks[i].LastCol == b.LastCol {
			blocks[i].LastRow = b.LastRow
			continue
		}
		open[b.Col] = len(blocks)
		blocks = append(blocks, b)
	}
	areas := make([]string, len(blocks))
	for i, b := range blocks {
		areas[i] = xlsx.ColumnLetters(b.Col) + strconv.Itoa(b.Row)
		if b.Col != b.LastCol || b.Row != b.LastRow {
			areas[i] += ":" + xlsx.ColumnLetters(b.LastCol) + strconv.Itoa(b.LastRow)
		}
	}
	return areas
}

// list adds the sheet that lists the problems, and shows it first.
func (a *annotator) list() error {
	name, err := a.file.FreeSheetName(problemsSheet)
	if err != nil {
		return err
	}
	table := xlsx.AddedSheet{
		Name:     name,
		Intro:    []string{"Problems found in this workbook", countSentence(a.problems.Count()), "Each place is a link to its cell, which has a colour and a note. Fix the plan in your own file; this is a copy of it."},
		Headings: []string{"How serious", "Where", "Column", "Ref", "What is wrong", "How to fix it", "Rule"},
		Widths:   []float64{13, 22, 22, 12, 62, 62, 24},
	}
	for _, p := range a.problems {
		table.Rows = append(table.Rows, a.row(p))
	}
	index, err := a.file.AddTable(&table)
	if err != nil {
		return err
	}
	if err := a.file.SetName(problemsName, xlsx.QuoteSheet(table.Name)+"!$A$1", -1, true); err != nil {
		return err
	}
	return a.file.ShowSheet(index)
}

func (a *annotator) row(p workbook.Problem) xlsx.AddedRow {
	row := xlsx.AddedRow{Link: p.Cell, LinkIn: 1, Fill: markFills[p.Severity]}
	how, hint := words.Capital(p.Severity.String()), p.Hint
	if p.Waived != nil {
		how, row.Fill = "Waived "+p.Severity.String(), ""
		hint = "Waived by " + p.Waived.By + ": " + p.Waived.Reason
	}
	where := p.Cell.String()
	i := slices.IndexFunc(a.sheets, func(s xlsx.PackageSheet) bool { return strings.EqualFold(s.Name, p.Cell.Sheet) })
	switch {
	case i < 0:
		row.Link = xlsx.Cell{} // the whole file, or a sheet that is not there
	case a.sheets[i].State != "":
		where += " (hidden sheet)"
	}
	row.Values = []string{how, where, p.Column, p.Ref, p.Message, hint, p.Rule}
	return row
}

func countSentence(n workbook.Counts) string {
	if n == (workbook.Counts{}) {
		return "No problems were found."
	}
	parts := []string{counted(n.Error, "error", "errors"), counted(n.Warning, "warning", "warnings"), counted(n.Advice, "piece of advice", "pieces of advice")}
	text := strings.Join(parts, ", ") + "."
	if n.Waived > 0 {
		text += " " + strconv.Itoa(n.Waived) + " waived."
	}
	return text
}

func counted(n int, one, many string) string {
	if n == 0 {
		return "no " + many
	}
	return words.Figures(n, one, many)
}
