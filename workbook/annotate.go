package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook/seal"
)

// KindAnnotated is the kind that an annotated copy is sealed with.
const KindAnnotated = "annotated"

// problemsSheet is the sheet that lists the problems; problemsName is a
// hidden name that leads to it, so that it is known again as ours even if
// somebody has renamed it.
const (
	problemsSheet = "Problems"
	problemsName  = "actionplan_problems"
)

// Annotate is a copy of the user's own workbook in which each problem is
// marked at its cell: a colour by severity, and a note that says what is
// wrong and how to mend it. A sheet Problems lists them all with links to
// their cells, errors first; problems of a whole sheet or file stand only
// there, and waived ones last, unmarked.
//
// The copy is made from the file's own bytes. The colour is a formatting rule
// that stands above the cell's own format, so that no cell and none of its
// formats changes at all; parts that are not concerned stay byte for byte.
// Marks of an earlier run are replaced. The same input gives the same bytes,
// sealed as KindAnnotated. The error is a sentence for the user.
func Annotate(name string, data []byte, problems Problems) ([]byte, error) {
	if err := accept(name, data); err != nil {
		return nil, err
	}
	p, err := openPackage(data)
	if err != nil {
		return nil, err
	}
	a := &annotator{file: p, problems: slices.Clone(problems)}
	if err := a.run(); err != nil {
		return nil, err
	}
	out, err := p.zip()
	if err != nil {
		return nil, err
	}
	return seal.XLSX(out, KindAnnotated)
}

type annotator struct {
	file     *packageFile
	sheets   []packageSheet
	problems Problems
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
		names = append(names, s.name)
	}
	a.problems.Sort(names)
	slices.SortStableFunc(a.problems, func(x, y Problem) int { return cmp.Compare(listRank(x), listRank(y)) })
}

func listRank(p Problem) int {
	if p.Waived != nil {
		return int(Advice) + 1
	}
	return int(p.Severity)
}

// clear takes out what an earlier run has put in.
func (a *annotator) clear() error {
	refersTo, err := a.file.takeName(problemsName)
	if err != nil {
		return err
	}
	if a.sheets, err = a.file.sheets(); err != nil {
		return err
	}
	for i, s := range a.sheets {
		if sheetOf(refersTo) == s.name && len(a.sheets) > 1 {
			if err := a.file.dropSheet(i); err != nil {
				return err
			}
			a.sheets = slices.Delete(a.sheets, i, i+1)
			break
		}
	}
	for _, s := range a.sheets {
		if s.part == "" {
			continue
		}
		if err := a.clearFills(s.part); err != nil {
			return err
		}
		if err := (sheetNotes{file: a.file, sheet: s.part}).clear(); err != nil {
			return err
		}
	}
	return nil
}

// sheetOf is the sheet of a reference such as 'Action plan'!$A$1.
func sheetOf(reference string) string {
	i := strings.LastIndexByte(reference, '!')
	if i < 0 {
		return ""
	}
	name := reference[:i]
	if len(name) >= 2 && name[0] == '\'' && name[len(name)-1] == '\'' {
		name = strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	return name
}

func (a *annotator) clearFills(part string) error {
	content, root, err := a.file.open(part, "sheetData")
	if err != nil {
		return err
	}
	var edits []splice
	for _, f := range root.kids {
		if f.name != "conditionalFormatting" {
			continue
		}
		var ours []splice
		for _, rule := range f.kids {
			if formula := rule.kid("formula"); formula != nil && isMarkFormula.MatchString(formula.text(content)) {
				ours = append(ours, rule.remove())
			}
		}
		if len(ours) > 0 && len(ours) == len(f.kids) {
			ours = []splice{f.remove()}
		}
		edits = append(edits, ours...)
	}
	a.file.set(part, spliced(content, edits...))
	return nil
}

// markedCell is a cell with what is wrong with it.
type markedCell struct {
	cell     Cell
	area     merge // the cell, or the block of merged cells it begins
	severity Severity
	texts    []string
}

func (a *annotator) markSheet(s packageSheet) error {
	if s.part == "" {
		return nil
	}
	content, root, err := a.file.open(s.part, "sheetData")
	if err != nil {
		return err
	}
	marks := a.marksOf(s.name, mergesOf(root))
	if len(marks) == 0 {
		return nil
	}
	if err := a.fill(s.part, content, root, marks); err != nil {
		return err
	}
	var cells []Cell
	var texts []string
	for _, m := range marks {
		cells = append(cells, m.cell)
		texts = append(texts, noteOpens+"\n"+strings.Join(m.texts, "\n\n")+"\n"+noteCloses)
	}
	return sheetNotes{file: a.file, sheet: s.part}.add(cells, texts)
}

func mergesOf(root *element) []merge {
	var list []merge
	for _, k := range root.kid("mergeCells").kidsOf() {
		if m, ok := parseRange(k.attr("ref")); ok {
			list = append(list, m)
		}
	}
	return list
}

// marksOf gathers a sheet's problems by cell, in the order of the cells. In
// merged cells only the first shows, so the mark goes there.
func (a *annotator) marksOf(sheet string, merges []merge) []*markedCell {
	var marks []*markedCell
	at := map[[2]int]*markedCell{}
	for _, p := range a.problems {
		c := p.Cell
		if p.Waived != nil || c.Name() == "" || !strings.EqualFold(c.Sheet, sheet) || c.Row > lastRow || c.Col > lastCol {
			continue
		}
		area := merge{c.Col, c.Row, c.Col, c.Row}
		for _, m := range merges {
			if c.Row >= m.row && c.Row <= m.lastRow && c.Col >= m.col && c.Col <= m.lastCol {
				area = m
				break
			}
		}
		place := [2]int{area.row, area.col}
		m := at[place]
		if m == nil {
			m = &markedCell{cell: Cell{Sheet: c.Sheet, Col: area.col, Row: area.row}, area: area, severity: p.Severity}
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

func noteText(p Problem) string {
	text := capital(p.Severity.String()) + ": " + p.Message + " (" + p.Rule + ")"
	if p.Hint != "" {
		text += "\nHow to mend it: " + p.Hint
	}
	return text
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Our rules stand first, by severity; those of the user come after them.
var markPriority = map[Severity]int{Error: 1, Warning: 2, Advice: 3}

// mostAreas is how many areas a formatting rule is given; more of them get a
// rule of their own.
const mostAreas = 500

// fill colours the marked cells.
func (a *annotator) fill(part string, content []byte, root *element, marks []*markedCell) error {
	styles, err := a.file.styles()
	if err != nil {
		return err
	}
	var rules strings.Builder
	for _, severity := range []Severity{Error, Warning, Advice} {
		areas := areasOf(marks, severity)
		for chunk := range slices.Chunk(areas, mostAreas) {
			fmt.Fprintf(&rules, `<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="%d" priority="%d"><formula>%s</formula></cfRule></conditionalFormatting>`,
				strings.Join(chunk, " "), markLook(styles, severity), markPriority[severity], attrText(markFormula(severity)))
		}
	}
	if styles.err != nil {
		return styles.err
	}
	at := root.insertBy(worksheetOrder, "conditionalFormatting", false)
	edits := append(makeRoom(root), splice{at, at, withPrefix(rules.String(), root.prefix())})
	a.file.set(part, spliced(content, edits...))
	return nil
}

// makeRoom moves the user's formatting rules behind ours, in their own order.
func makeRoom(root *element) []splice {
	var rules []*element
	first := 0
	eachRule(root, func(e *element, priority int) {
		rules = append(rules, e)
		if first == 0 || priority < first {
			first = priority
		}
	})
	by := len(markPriority) + 1 - first
	if len(rules) == 0 || by <= 0 {
		return nil
	}
	var edits []splice
	for _, e := range rules {
		n, _ := strconv.Atoi(e.attr("priority"))
		edits = append(edits, e.setStart("priority", strconv.Itoa(n+by)))
	}
	return edits
}

func eachRule(e *element, visit func(rule *element, priority int)) {
	for _, k := range e.kids {
		if k.name == "cfRule" {
			if n, err := strconv.Atoi(k.attr("priority")); err == nil {
				visit(k, n)
			}
			continue
		}
		eachRule(k, visit)
	}
}

// areasOf lists the areas of one severity; cells below one another make one
// area.
func areasOf(marks []*markedCell, severity Severity) []string {
	var blocks []merge
	open := map[int]int{} // column → block that may grow
	for _, m := range marks {
		if m.severity != severity {
			continue
		}
		b := m.area
		if i, ok := open[b.col]; ok && blocks[i].lastRow == b.row-1 && blocks[i].lastCol == b.lastCol {
			blocks[i].lastRow = b.lastRow
			continue
		}
		open[b.col] = len(blocks)
		blocks = append(blocks, b)
	}
	areas := make([]string, len(blocks))
	for i, b := range blocks {
		areas[i] = ColumnLetters(b.col) + strconv.Itoa(b.row)
		if b.col != b.lastCol || b.row != b.lastRow {
			areas[i] += ":" + ColumnLetters(b.lastCol) + strconv.Itoa(b.lastRow)
		}
	}
	return areas
}

// list adds the sheet that lists the problems, and shows it first.
func (a *annotator) list() error {
	table := AddedSheet{
		Name:     a.freeSheetName(),
		Intro:    []string{"Problems found in this workbook", countSentence(a.problems.Count()), "Each place is a link to its cell, which has a colour and a note. Mend the plan in your own file; this is a copy of it."},
		Headings: []string{"How serious", "Where", "Column", "Ref", "What is wrong", "How to mend it", "Rule"},
		Widths:   []float64{13, 22, 22, 12, 62, 62, 24},
	}
	for _, p := range a.problems {
		table.Rows = append(table.Rows, a.row(p))
	}
	index, err := a.file.addTable(&table)
	if err != nil {
		return err
	}
	if err := a.file.setName(problemsName, quoteSheet(table.Name)+"!$A$1", -1, true); err != nil {
		return err
	}
	return a.file.showSheet(index)
}

func (a *annotator) row(p Problem) AddedRow {
	row := AddedRow{Link: p.Cell, LinkIn: 1, Fill: markFills[p.Severity]}
	how, hint := capital(p.Severity.String()), p.Hint
	if p.Waived != nil {
		how, row.Fill = "Waived "+p.Severity.String(), ""
		hint = "Waived by " + p.Waived.By + ": " + p.Waived.Reason
	}
	where := p.Cell.String()
	i := slices.IndexFunc(a.sheets, func(s packageSheet) bool { return strings.EqualFold(s.name, p.Cell.Sheet) })
	switch {
	case i < 0:
		row.Link = Cell{} // the whole file, or a sheet that is not there
	case a.sheets[i].state != "":
		where += " (hidden sheet)"
	}
	row.Values = []string{how, where, p.Column, p.Ref, p.Message, hint, p.Rule}
	return row
}

func (a *annotator) freeSheetName() string {
	for n := 1; ; n++ {
		name := problemsSheet
		if n > 1 {
			name += " " + strconv.Itoa(n)
		}
		if !slices.ContainsFunc(a.sheets, func(s packageSheet) bool { return strings.EqualFold(s.name, name) }) {
			return name
		}
	}
}

func countSentence(n Counts) string {
	if n == (Counts{}) {
		return "No problems were found."
	}
	parts := []string{counted(n.Error, "error"), counted(n.Warning, "warning"), counted(n.Advice, "piece of advice", "pieces of advice")}
	text := strings.Join(parts, ", ") + "."
	if n.Waived > 0 {
		text += " " + strconv.Itoa(n.Waived) + " waived."
	}
	return text
}

func counted(n int, one string, many ...string) string {
	name := one + "s"
	if len(many) > 0 {
		name = many[0]
	}
	switch n {
	case 0:
		return "no " + name
	case 1:
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + name
}
