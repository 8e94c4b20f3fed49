package upgrade

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// flatPlan collects what plans kept as one table hold, before it is spread
// over the sheets.
type flatPlan struct {
	u       *upgrade
	areas   []*flatAreaRow
	byName  map[string]*flatAreaRow
	titles  []string // lines above the first table
	dates   int      // dates typed as words
	shades  int      // statuses shown by colour alone
	several bool     // there is more than one table
	refs    map[string]bool
	area    *flatAreaRow // the one that rows now belong to
}

// flatAreaRow is an improvement area and its actions.
type flatAreaRow struct {
	name    string
	numbers []string // what stood in the number column beside it
	owner   string
	ref     string
	actions []*flatAction
}

// flatAction is one action. Values go by the headings of the Actions sheet.
type flatAction struct {
	number, para, finding string
	fromNumber            bool // the number was stored as a number
	values                blank.ContentRow
}

func newFlatPlan(u *upgrade) *flatPlan {
	return &flatPlan{u: u, byName: map[string]*flatAreaRow{}, refs: map[string]bool{}}
}

// flatReader reads one table.
type flatReader struct {
	*flatPlan
	s       *workbook.SurveyedSheet
	l       *flatLayout
	heading *workbook.SurveyedRow // a heading over a group of rows, not yet used
	last    *flatAction
}

func (p *flatPlan) read(s *workbook.SurveyedSheet, l *flatLayout) {
	r := &flatReader{flatPlan: p, s: s, l: l}
	p.area = nil
	r.log()
	for _, row := range s.Rows {
		switch {
		case row.Number < l.row:
			r.title(row)
		case row.Number > l.row && !r.isHeadings(row):
			r.row(row)
		}
	}
	r.dropHeading()
}

// log says where the columns of the table go.
func (r *flatReader) log() {
	for _, col := range columnsOf(r.s, r.l.row) {
		move := Move{Sheet: r.s.Name, Column: xlsx.ColumnLetters(col), Heading: headingAt(r.s, r.l.row, col), To: sheetNotCarried, Values: countIn(r.s, r.l.row, col)}
		for _, c := range r.l.columns {
			if c.col != col || c.holds == "" {
				continue
			}
			if r.l.pick(c.holds) != col {
				move.Remark = "an earlier report or rating; the last one is carried over"
				continue
			}
			move.To = flatTarget(c.holds)
			if c.likely {
				move.Remark = "matched by likeness, please check"
			}
		}
		r.u.log.Moves = append(r.u.log.Moves, move)
	}
}

func flatTarget(concept string) string {
	switch concept {
	case flatArea:
		return "Areas: " + workbook.ColAreaName
	case flatPara:
		return "Findings: " + workbook.ColWhere
	case flatFinding:
		return "Findings: " + workbook.ColFinding
	case workbook.ColRef:
		return "Areas: Ref and Actions: Ref"
	case workbook.ColOwner:
		return "Actions: Owner, and People"
	case workbook.ColStatus:
		return "Actions: Status, and Key"
	}
	return "Actions: " + concept
}

func (r *flatReader) title(row workbook.SurveyedRow) {
	for _, c := range row.Cells {
		if c.Text != "" && !c.Number {
			r.titles = append(r.titles, c.Text)
		}
		r.u.leave(r.s, row, c, "")
	}
}

// isHeadings is true of a row that repeats the headings.
func (r *flatReader) isHeadings(row workbook.SurveyedRow) bool {
	same := 0
	for _, c := range row.Cells {
		if c.Text == "" {
			continue
		}
		if !strings.EqualFold(headingAt(r.s, r.l.row, c.Col), c.Text) {
			return false
		}
		same++
	}
	return same > 1
}

func (r *flatReader) cell(row workbook.SurveyedRow, concept string) workbook.SurveyedCell {
	col := r.l.pick(concept)
	if col == 0 {
		return workbook.SurveyedCell{}
	}
	return row.At(col)
}

// shared is a cell, or the merged cells that cover it from above.
func (r *flatReader) shared(row workbook.SurveyedRow, concept string) workbook.SurveyedCell {
	c := r.cell(row, concept)
	if c.Text == "" && c.Col > 0 {
		return mergedDown(r.s, row.Number, c.Col)
	}
	return c
}

func (r *flatReader) row(row workbook.SurveyedRow) {
	var filled []workbook.SurveyedCell
	for _, c := range row.Cells {
		if c.Text != "" {
			filled = append(filled, c)
		}
	}
	switch {
	case len(filled) == 0:
	case r.isGroup(row, filled):
		r.dropHeading()
		r.heading = &row
	case r.isTotal(row, filled):
		r.u.leaveRow(r.s, row)
	case r.cell(row, workbook.ColAction).Text != "":
		r.enterArea(row)
		r.action(row)
	case r.cell(row, flatArea).Text != "":
		r.enterArea(row)
		r.areaAlone(row)
	default:
		r.goOn(row)
	}
}

// isGroup is true of a heading over a group of rows: a single text that is
// merged across the table, or stands outside the columns of areas and
// actions.
func (r *flatReader) isGroup(row workbook.SurveyedRow, filled []workbook.SurveyedCell) bool {
	c := filled[0]
	if len(filled) != 1 || c.Number || !c.Date.IsZero() {
		return false
	}
	for _, m := range r.s.Merges {
		if m.Row == row.Number && m.Col == c.Col && m.LastCol-m.Col >= 2 {
			return true
		}
	}
	first := r.l.columns[0].col
	return c.Col == first && c.Col != r.l.pick(workbook.ColAction) && c.Col != r.l.pick(flatArea) && strings.Contains(c.Text, " ")
}

// dropHeading keeps a heading under which no action stood.
func (r *flatReader) dropHeading() {
	if r.heading != nil {
		r.u.leaveRow(r.s, *r.heading)
		r.heading = nil
	}
}

// isTotal is true of a row in which one cell names a total and every other is
// a number or a formula, unless the row has a number of its own: then it is an
// action whose words begin like a total's.
func (r *flatReader) isTotal(row workbook.SurveyedRow, filled []workbook.SurveyedCell) bool {
	if ref := r.cell(row, workbook.ColRef); ref.Text != "" && !ref.Formula && !workbook.IsTotalName(ref.Text) {
		return false
	}
	word := false
	for _, c := range filled {
		switch {
		case c.Number || c.Formula:
		case workbook.IsTotalName(c.Text):
			word = true
		default:
			return false
		}
	}
	return word
}

// enterArea decides which area a row belongs to: its own, the one its merged
// cell says, the heading over it, or the one of the row before.
func (r *flatReader) enterArea(row workbook.SurveyedRow) {
	name := r.shared(row, flatArea).Text
	if name == "" && r.heading != nil && !r.l.has(flatArea) {
		name = r.heading.Cells[0].Text
		for _, c := range r.heading.Cells {
			if c.Text != "" {
				name = c.Text
				break
			}
		}
		r.heading = nil
	}
	r.dropHeading()
	if name == "" && r.area == nil && r.several {
		name = r.s.Name // one table for each area
	}
	switch folded := strings.ToLower(strings.Join(strings.Fields(name), " ")); {
	case name == "" && r.area != nil:
	case r.byName[folded] != nil:
		r.area = r.byName[folded]
	default:
		r.area = &flatAreaRow{name: name}
		r.areas = append(r.areas, r.area)
		r.byName[folded] = r.area
	}
}

// action reads one action. What is merged down over several rows counts for
// each of them; the number is one row's own.
func (r *flatReader) action(row workbook.SurveyedRow) {
	number := r.cell(row, workbook.ColRef)
	a := &flatAction{number: number.Text, fromNumber: number.Number, values: blank.ContentRow{}}
	if !number.Date.IsZero() {
		a.number = ""
		r.u.leave(r.s, row, number, headingAt(r.s, r.l.row, number.Col))
		r.u.note("Excel had turned the number in %s into a date, %s; the action has a new ref.", xlsx.Cell{Sheet: r.s.Name, Col: number.Col, Row: row.Number}, number.Text)
	}
	if a.number != "" {
		r.area.numbers = append(r.area.numbers, a.number)
	}
	a.para, a.finding = r.shared(row, flatPara).Text, r.shared(row, flatFinding).Text
	for _, column := range workbook.FindSheet(workbook.SheetActions).Columns {
		if column.Heading == workbook.ColRef {
			continue
		}
		c := r.cell(row, column.Heading)
		if column.Heading != workbook.ColAction {
			c = r.shared(row, column.Heading)
		}
		if c.Text != "" {
			a.values[column.Heading] = r.value(column, c)
		}
	}
	r.longStatus(a)
	if status := r.cell(row, workbook.ColStatus); status.Col > 0 && r.shared(row, workbook.ColStatus).Text == "" {
		if word := r.u.colours.word(xlsx.Cell{Sheet: r.s.Name, Col: status.Col, Row: row.Number}); word != "" {
			a.values[workbook.ColStatus] = word
			r.shades++
		}
	}
	r.area.actions = append(r.area.actions, a)
	r.last = a
	r.leaveUnread(row)
}

func (r *flatReader) value(column workbook.Column, c workbook.SurveyedCell) string {
	v := contentValue(column, c)
	if column.Kind == workbook.Day && c.Date.IsZero() && v != c.Text {
		r.dates++
	}
	return v
}

// longestStatus is how long a status word may be; what is longer is a report.
const longestStatus = 40

func (r *flatReader) longStatus(a *flatAction) {
	status := a.values[workbook.ColStatus]
	if utf8.RuneCountInString(status) <= longestStatus {
		return
	}
	delete(a.values, workbook.ColStatus)
	a.append(workbook.ColProgressNote, status)
	r.u.note("Where a sentence stood in the status column it is now in Progress note, and the status is blank.")
}

func (a *flatAction) append(heading, text string) {
	if was := a.values[heading]; was != "" {
		text = was + "\n" + text
	}
	a.values[heading] = text
}

// leaveUnread keeps what stands in columns that nothing is made of.
func (r *flatReader) leaveUnread(row workbook.SurveyedRow) {
	for _, c := range row.Cells {
		read := slices.ContainsFunc(r.l.columns, func(f flatColumn) bool { return f.col == c.Col && f.holds != "" && r.l.pick(f.holds) == c.Col })
		if !read {
			r.u.leave(r.s, row, c, headingAt(r.s, r.l.row, c.Col))
		}
	}
}

// areaAlone reads a row that has an area and no action: the area's own lead
// is taken, the rest has no place.
func (r *flatReader) areaAlone(row workbook.SurveyedRow) {
	r.last = nil
	if n := r.cell(row, workbook.ColRef); n.Text != "" && n.Date.IsZero() {
		r.area.numbers = append(r.area.numbers, n.Text)
	}
	owner := r.cell(row, workbook.ColOwner)
	if r.area.owner == "" {
		r.area.owner = owner.Text
	}
	for _, c := range row.Cells {
		if c.Col != r.l.pick(flatArea) && c.Col != owner.Col {
			r.u.leave(r.s, row, c, headingAt(r.s, r.l.row, c.Col))
		}
	}
}

// goOn reads a row without an action: it goes on with the cells of the row
// above, as tables that come from Word do.
func (r *flatReader) goOn(row workbook.SurveyedRow) {
	for _, c := range row.Cells {
		i := slices.IndexFunc(r.l.columns, func(f flatColumn) bool { return f.col == c.Col && r.l.pick(f.holds) == c.Col })
		if r.last == nil || i < 0 || c.Text == "" {
			r.u.leave(r.s, row, c, headingAt(r.s, r.l.row, c.Col))
			continue
		}
		column := columnOf(workbook.FindSheet(workbook.SheetActions), r.l.columns[i].holds)
		if column == nil || column.Kind != workbook.LongText {
			r.u.leave(r.s, row, c, r.l.columns[i].heading)
			continue
		}
		r.last.append(column.Heading, c.Text)
	}
}

// write spreads the plan over the sheets.
func (p *flatPlan) write() {
	if len(p.areas) == 0 {
		return
	}
	p.writePlan()
	p.numberAreas()
	findings := p.writeFindings()
	for _, a := range p.areas {
		p.writeArea(a)
		for i, action := range a.actions {
			row := action.values
			row[workbook.ColRef] = p.actionRef(a, action, i)
			row[workbook.ColArea] = a.ref
			row[workbook.ColFindings] = findings[action]
			p.u.add(workbook.SheetActions, row)
		}
	}
	p.writePeople()
	if p.dates > 0 {
		p.u.note("Dates typed as words that are now real dates: %d.", p.dates)
	}
	if p.shades > 0 {
		p.u.note("Statuses that were shown by a cell's colour alone and are now a word: %d.", p.shades)
	}
}

// writePlan takes the plan's title, and the council's name where a line of
// the title is nothing else.
func (p *flatPlan) writePlan() {
	has := map[string]bool{}
	for _, row := range p.u.content.Rows[workbook.SheetPlan] {
		has[row[blank.HeadingField]] = true
	}
	add := func(field, value string) {
		if !has[field] {
			has[field] = true
			p.u.add(workbook.SheetPlan, blank.ContentRow{blank.HeadingField: field, blank.HeadingValue: value})
		}
	}
	for _, t := range p.titles {
		if strings.HasSuffix(strings.ToLower(t), "council") && len(strings.Fields(t)) <= 6 {
			add(workbook.FieldOrganisation, t)
		} else if strings.Contains(strings.ToLower(t), "plan") && utf8.RuneCountInString(t) <= 120 {
			add(workbook.FieldTitle, t)
		}
	}
}

// leadingNumber is the number that an area's own words begin with.
var leadingNumber = regexp.MustCompile(`(?i)^(?:improvement )?(?:area|priority|theme|objective|outcome|ambition|recommendation|section)?\s*(\d{1,3})\s*(?:[.:)–—-]|\s)`)

// numberAreas gives every area a ref: its own number, the one its words begin
// with, the one its actions begin with, else the next free A1, A2.
func (p *flatPlan) numberAreas() {
	taken := map[string]bool{}
	for _, a := range p.areas {
		for _, ref := range []string{p.ownNumber(a), firstMatch(leadingNumber, a.name), commonPrefix(a)} {
			if ref != "" && workbook.IsRef(ref) && !taken[words.Fold(ref)] {
				a.ref = ref
				taken[words.Fold(ref)] = true
				break
			}
		}
	}
	n := 0
	for _, a := range p.areas {
		for a.ref == "" {
			n++
			if ref := "A" + strconv.Itoa(n); !taken[words.Fold(ref)] {
				a.ref = ref
			}
		}
	}
}

var wholeNumber = regexp.MustCompile(`^\d{1,3}\.?$`)

// ownNumber is the number that stands beside an area, where the table numbers
// its areas: one whole number for each, however many actions it has.
func (p *flatPlan) ownNumber(a *flatAreaRow) string {
	if !p.numbersAreas() || len(a.numbers) == 0 {
		return ""
	}
	return strings.TrimSuffix(a.numbers[0], ".")
}

func (p *flatPlan) numbersAreas() bool {
	for _, a := range p.areas {
		if len(a.numbers) > 1 || len(a.numbers) == 1 && !wholeNumber.MatchString(a.numbers[0]) {
			return false
		}
	}
	return true
}

func firstMatch(re *regexp.Regexp, s string) string {
	if m := re.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// commonPrefix is what stands before the dot in the numbers of all actions of
// an area: 2 for 2.1 and 2.2.
func commonPrefix(a *flatAreaRow) string {
	common := ""
	for _, n := range a.numbers {
		before, _, dotted := strings.Cut(n, ".")
		if !dotted || before == "" || common != "" && before != common {
			return ""
		}
		common = before
	}
	return common
}

func (p *flatPlan) writeArea(a *flatAreaRow) {
	row := blank.ContentRow{workbook.ColRef: a.ref, workbook.ColAreaName: a.name, workbook.ColAccountable: a.owner}
	if a.name == "" {
		row[workbook.ColAreaName] = "Actions without an improvement area"
		p.u.note("Some actions stood under no improvement area; they are in area %s, which you should name.", a.ref)
	}
	if a.owner == "" {
		row[workbook.ColAccountable] = commonOwner(a)
	}
	p.u.add(workbook.SheetAreas, row)
}

// commonOwner is the lead of an area whose actions all have the same one.
func commonOwner(a *flatAreaRow) string {
	owner := ""
	for i, action := range a.actions {
		o := action.values[workbook.ColOwner]
		if i > 0 && words.FoldName(o) != words.FoldName(owner) {
			return ""
		}
		owner = o
	}
	return owner
}

// actionRef is an action's own number where it has one, else the area's ref
// and a count; always one that no other action has.
func (p *flatPlan) actionRef(a *flatAreaRow, action *flatAction, i int) string {
	own := mendRef(action.number)
	if p.numbersAreas() {
		own = ""
	}
	ref := own
	if ref == "" {
		ref = a.ref + "." + strconv.Itoa(i+1)
	}
	if p.refs[words.Fold(ref)] && own != "" {
		ref = p.freeRef(ref, action.fromNumber)
		p.u.note("More than one action had the number %s; one is now %s.", action.number, ref)
	}
	for n := i + 2; p.refs[words.Fold(ref)]; n++ {
		ref = a.ref + "." + strconv.Itoa(n)
	}
	p.refs[words.Fold(ref)] = true
	return ref
}

// freeRef makes a number unique. A stored number 1.1 that comes after 1.9 was
// typed as 1.10.
func (p *flatPlan) freeRef(ref string, fromNumber bool) string {
	if before, after, dotted := strings.Cut(ref, "."); fromNumber && dotted && p.refs[before+".9"] && !p.refs[ref+"0"] && len(after) == 1 {
		return ref + "0"
	}
	for n := 2; ; n++ {
		if one := fmt.Sprintf("%s-%d", ref, n); !p.refs[words.Fold(one)] {
			return one
		}
	}
}

// mendRef makes a ref of a number as people type it: "1.1." and "Action 3 a"
// lose what a ref cannot have.
func mendRef(s string) string {
	s = strings.Trim(strings.Join(strings.Fields(s), ""), ".:)(")
	s = strings.NewReplacer("/", "-", "(", "-", ")", "", ",", ".", ":", "-").Replace(s)
	if s == "" || !workbook.IsRef(s) {
		return ""
	}
	return s
}

// writeFindings makes a finding of each paragraph that an area cites, and
// gives the ref by action. They belong to one visit, which staff complete.
func (p *flatPlan) writeFindings() map[*flatAction]string {
	refs := map[*flatAction]string{}
	made := map[string]string{}
	for _, a := range p.areas {
		for _, action := range a.actions {
			if action.para == "" && action.finding == "" {
				continue
			}
			text := action.finding
			if text == "" {
				text = a.name
			}
			key := a.ref + "\x00" + action.para + "\x00" + action.finding
			if made[key] == "" {
				made[key] = "F" + strconv.Itoa(len(made)+1)
				p.u.add(workbook.SheetFindings, blank.ContentRow{workbook.ColRef: made[key], workbook.ColVisit: "V1", workbook.ColKind: workbook.KindImprovementNeeded,
					workbook.ColFinding: text, workbook.ColWhere: action.para, workbook.ColAreas: a.ref})
			}
			refs[action] = made[key]
		}
	}
	if len(made) > 0 && len(p.u.content.Rows[workbook.SheetVisits]) == 0 {
		p.u.add(workbook.SheetVisits, blank.ContentRow{workbook.ColRef: "V1", workbook.ColKind: "Other", workbook.ColTitle: "Letter that the earlier plan answers"})
		p.u.note("The findings need the visit they come from: complete V1 on the Visits sheet. Their kind, Improvement needed, is a guess; so is their text where the old plan had only a paragraph number.")
	}
	return refs
}

// several tells a value that names more than one owner, or a group: such a
// value stays in the Owner column for the check to point out, but is no
// person.
var several = regexp.MustCompile(`(?i)[/&,;\n]| and |\b(all|team|teams|tbc|tba|tbd|various|everyone|board|committee|group)\b`)

// writePeople collects the owners on the People sheet.
func (p *flatPlan) writePeople() {
	known := map[string]bool{}
	for _, row := range p.u.content.Rows[workbook.SheetPeople] {
		known[words.FoldName(row[workbook.ColName])] = true
	}
	skipped := false
	add := func(owner string) {
		switch folded := words.FoldName(owner); {
		case folded == "" || known[folded]:
		case several.MatchString(owner):
			skipped = true
		default:
			known[folded] = true
			p.u.add(workbook.SheetPeople, blank.ContentRow{workbook.ColName: owner})
		}
	}
	for _, a := range p.areas {
		add(a.owner)
		for _, action := range a.actions {
			add(action.values[workbook.ColOwner])
		}
	}
	if skipped {
		p.u.note("Owners that name several people or a group are kept as they were, and are not on the People sheet. Choose one post for each action; put the others into Partner body.")
	}
}
