package upgrade

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/words"
)

// area is an improvement area and its actions.
type area struct {
	name    string
	from    place
	numbers []string // what stood in the number column beside it
	own     bool     // its number is its own, not that of an action
	owner   string
	outcome string
	ref     string
	actions []*action
}

// action is one action. Values go by the headings of the Actions sheet.
type action struct {
	number     string
	numberAt   place
	fromNumber bool // the number was stored as a number
	shared     bool // the number is merged over several actions
	para       string
	finding    string
	findingAt  place
	values     blank.ContentRow
	from       map[string]place
}

func (a *action) has(heading string) bool { return a.values[heading] != "" }

func (a *action) set(heading, value string, from place) {
	if value == "" {
		return
	}
	a.values[heading], a.from[heading] = value, from
}

func (a *action) append(heading, text string, from place) {
	if was := a.values[heading]; was != "" {
		if slices.Contains(strings.Split(was, "\n"), text) {
			return
		}
		text = was + "\n" + text
	} else {
		a.from[heading] = from
	}
	a.values[heading] = text
}

// dates are the dates of an action as people write them, the one of the
// heading first.
func (a *action) dates(heading string) string {
	var parts []string
	for _, h := range []string{workbook.ColStart, workbook.ColDue, workbook.ColRevisedDue, workbook.ColCompleted} {
		if d, err := workbook.ParseISO(a.values[h]); err == nil && (h == heading || h != workbook.ColCompleted && a.from[h] == a.from[heading]) {
			parts = append(parts, h+" "+uk(d))
		}
	}
	if len(parts) == 0 {
		if d, err := workbook.ParseISO(a.values[heading]); err == nil {
			return uk(d)
		}
	}
	return strings.Join(parts, ", ")
}

// reader reads the rows of one table into the plan.
type reader struct {
	*flat
	t        *table
	dates    *dateReader
	statuses *statusReader
	title    *cell // over a group of rows, not yet used
	number   cell  // beside it
	last     *action
}

func (f *flat) read(t *table) {
	r := &reader{flat: f, t: t, dates: newDateReader(f.u, t), statuses: newStatusReader(f.u, t)}
	f.area = nil
	r.readTitles()
	for _, one := range t.rows() {
		r.row(one)
	}
	r.dropTitle()
}

// readTitles looks at the lines above a table: the last may be the title of
// its rows, others say what the plan is.
func (r *reader) readTitles() {
	var above []row
	for _, one := range r.t.view.rows {
		if one.number < r.t.top && one.number > r.from && len(one.filled()) > 0 {
			above = append(above, one)
		}
	}
	r.from = r.t.end
	for i, one := range above {
		filled := one.filled()
		c, number, ok := titleIn(filled)
		numbered := ok && (sectionWord.MatchString(c.text()) || leadingNumber.MatchString(c.text()))
		last := i == len(above)-1 && ok && one.number >= r.t.top-2
		if ok && !r.u.legend.at[c.at] && r.t.column(workbook.MeansArea) == nil && (numbered && (last || i == len(above)-2) || last && (r.tableNo > 1 || r.t.titledAgain())) {
			r.setTitle(c, number)
			continue
		}
		if label, value, from, ok := labelled(filled); ok && r.title != nil && r.describe(label, value, from) {
			continue
		}
		for _, c := range filled {
			if !c.Number && c.Date.IsZero() && !r.u.legend.at[c.at] {
				r.titles = append(r.titles, c)
			}
		}
		r.pairs = append(r.pairs, filled)
	}
}

// titledAgain is true of a table whose headings stand again further down, each
// time under a title.
func (t *table) titledAgain() bool {
	before := row{}
	for _, r := range t.rows() {
		filled := r.filled()
		if len(filled) == 0 {
			continue
		}
		if t.repeatsHeadings(filled) && len(before.cells) > 0 {
			_, _, ok := titleIn(before.filled())
			return ok
		}
		before = r
	}
	return false
}

// labelled is "Lead: Head of service", in one cell or in two.
func labelled(filled []cell) (label, value string, from place, ok bool) {
	if len(filled) == 0 || len(filled) > 2 {
		return "", "", place{}, false
	}
	label = filled[0].text()
	if len(filled) == 2 {
		return strings.TrimRight(label, " :"), filled[1].text(), filled[1].at, true
	}
	label, value, ok = strings.Cut(label, ":")
	return strings.TrimSpace(label), strings.TrimSpace(value), filled[0].at, ok && strings.TrimSpace(value) != ""
}

// describe takes what a line under a title says of its area: who leads, what
// is to come of it.
func (r *reader) describe(label, value string, from place) bool {
	if len(label) > 60 {
		return false
	}
	means, _, ok := workbook.HeadingMeans(label)
	switch {
	case !ok:
		return false
	case means == workbook.ColOwner || means == workbook.MeansAreaOwner:
		r.lead, r.leadAt = value, from
	case means == workbook.MeansAreaOutcome || means == workbook.ColImpactChildren:
		r.outcome, r.outcomeAt = value, from
	default:
		return false
	}
	return true
}

func (r *reader) row(one row) {
	k := r.t.classify(one)
	if filled := one.filled(); len(filled) > 0 && len(filled) <= 2 && r.inLegend(filled) {
		return
	}
	if area := r.t.read(one, workbook.MeansArea).text(); k == moreRow && area != "" && r.byName[plainText(area)] == nil {
		k = areaRow // an area for which nothing is planned yet
	}
	switch k {
	case blankRow, headingRow:
	case guidanceRow:
		r.guidance = append(r.guidance, one.filled()[0].at)
	case struckRow:
		r.struck(one)
	case totalRow:
	case titleRow:
		c, number, _ := titleIn(one.filled())
		if label, value, from, ok := labelled([]cell{c}); ok && r.title != nil && r.describe(label, value, from) {
			r.u.carry(c.at)
			return
		}
		r.setTitle(c, number)
	case actionRow:
		r.enterArea(one)
		r.action(one)
	case areaRow:
		r.enterArea(one)
		r.areaAlone(one)
	case moreRow:
		r.goOn(one)
	}
}

// inLegend is true of a row that explains status words and no action.
func (r *reader) inLegend(filled []cell) bool {
	for _, c := range filled {
		if !r.u.legend.at[c.at] && !keyTitle.MatchString(c.text()) && !(len(filled) == 2 && c.at.col == filled[1].at.col) {
			return false
		}
	}
	return true
}

// keyTitle stands over a legend.
var keyTitle = words.MustCompile(`(?i)^(rag |brag |status |colour |progress )?(rating |status )?(key|legend|codes?)( to .*)?:?$`)

func (r *reader) setTitle(c, number cell) {
	r.dropTitle()
	r.title, r.number = &c, number
	r.lead, r.outcome = "", ""
	r.titlesRead = append(r.titlesRead, c.at)
	r.last = nil
}

// dropTitle gives up a title under which no action stood.
func (r *reader) dropTitle() {
	if r.title != nil {
		r.titlesRead = slices.DeleteFunc(r.titlesRead, func(p place) bool { return p == r.title.at })
		r.title = nil
	}
}

// struck deals with a row that is struck out: one that says it is done stays
// an action, any other is none.
func (r *reader) struck(one row) {
	c := r.t.read(one, workbook.ColAction)
	status := r.t.read(one, workbook.ColStatus)
	word := firstOf(status.Live, status.Struck)
	g, known := guessStatus(word)
	done := known && (g.means == workbook.Delivered || g.means == workbook.Embedded) || r.t.read(one, workbook.ColCompleted).Text != ""
	if !done {
		r.u.note(harmNotLive, "struck-out rows", c.at, "The row of %s is struck out: it is no action of the new workbook and stands on Not carried over.", quoted(c.Text))
		return
	}
	for i := range one.cells {
		one.cells[i].Live, one.cells[i].Struck = one.cells[i].Text, ""
	}
	r.u.note(harmNotLive, "struck-out rows", c.at, "The row of %s is struck out and its status says that it is done: it is carried over with that status.", quoted(c.Text))
	r.enterArea(one)
	r.action(one)
}

// enterArea decides which area a row belongs to: its own, the one its merged
// cell says, the title over it, or the one of the row before.
func (r *reader) enterArea(one row) {
	c := r.t.readShared(one, workbook.MeansArea)
	name, from := c.text(), c.at
	if column := r.t.column(workbook.MeansArea); name != "" && column != nil && wholeNumber.MatchString(name) {
		r.u.carry(from)
		name = strings.TrimSpace(column.heading) + " " + strings.TrimSuffix(name, ".")
	}
	number := cell{}
	if name == "" && r.title != nil {
		name, from, number = r.title.text(), r.title.at, r.number
	}
	lead, outcome := r.lead, r.outcome
	if r.title != nil && from == r.title.at {
		r.title = nil
	}
	if name == "" && r.area == nil && r.several {
		name = r.t.view.s.Name // one table for each area
	}
	switch folded := plainText(name); {
	case name == "" && r.area != nil:
		return
	case r.byName[folded] != nil:
		r.area = r.byName[folded]
	default:
		r.area = &area{name: name, from: from}
		r.areas = append(r.areas, r.area)
		r.byName[folded] = r.area
	}
	if from.sheet != "" {
		r.u.carry(from)
	}
	if number.text() != "" && !r.area.own {
		r.area.numbers, r.area.own = append([]string{number.text()}, r.area.numbers...), true
		r.u.carry(number.at)
	}
	if lead != "" && r.area.owner == "" {
		r.area.owner = lead
		r.u.carry(r.leadAt)
	}
	if outcome != "" && r.area.outcome == "" {
		r.area.outcome = outcome
		r.u.carry(r.outcomeAt)
	}
	r.lead, r.outcome = "", ""
}

// action reads one action.
func (r *reader) action(one row) {
	a := &action{values: blank.ContentRow{}, from: map[string]place{}}
	r.readNumber(a, one)
	para, finding := r.t.readShared(one, workbook.MeansWhere), r.t.readShared(one, workbook.MeansFinding)
	a.para, a.finding, a.findingAt = para.text(), finding.text(), finding.at
	r.u.carry(para.at)
	r.u.carry(finding.at)
	status := r.statuses.read(one)
	a.set(workbook.ColStatus, status.word, status.from.at)
	r.u.carry(status.from.at)
	for _, c := range workbook.FindSheet(workbook.SheetActions).Columns {
		if column := r.t.column(c.Heading); column != nil && c.Heading != workbook.ColRef && c.Heading != workbook.ColStatus {
			r.value(a, c, r.t.readShared(one, c.Heading))
		}
	}
	if status.report != "" {
		a.append(workbook.ColProgressNote, status.report, status.from.at)
	}
	for _, c := range r.t.columns {
		if _, known := a.from[c.holds]; !known && c.holds != "" {
			a.from[c.holds] = r.t.at(one.number, c.col) // blank, but there
		}
	}
	r.areaCells(one)
	r.area.actions = append(r.area.actions, a)
	r.last = a
	r.seen = append(r.seen, one)
	if one.hidden || r.t.view.s.Hidden {
		r.hiddenRows = append(r.hiddenRows, r.t.at(one.number, r.t.column(workbook.ColAction).col))
	}
}

func (r *reader) value(a *action, c workbook.Column, at cell) {
	if at.Text == "" {
		return
	}
	if c.Kind == workbook.Day {
		r.dates.day(a, c.Heading, at)
		if a.values[c.Heading] != "" {
			r.u.carry(at.at)
		}
		return
	}
	if at.text() == "" {
		return
	}
	a.set(c.Heading, at.text(), at.at)
	if at.Struck == "" {
		r.u.carry(at.at)
		return
	}
	r.u.partly = append(r.u.partly, at.at)
}

// readNumber reads an action's own number. What is merged over several actions
// is the number of what they have in common.
func (r *reader) readNumber(a *action, one row) {
	own, shared := r.t.read(one, workbook.ColRef), r.t.readShared(one, workbook.ColRef)
	c := shared
	if c.text() == "" {
		return
	}
	if m, ok := r.t.view.block(c.at.row, c.Col); ok && !r.t.view.turned && m.LastRow > m.Row {
		a.shared = true
	}
	if !c.Date.IsZero() {
		if own.Text != "" {
			r.u.note(harmRef, "refs that Excel changed", c.at, "Excel had turned the number into a date, %s; the action has a new ref.", c.Text)
		}
		return
	}
	a.number, a.fromNumber, a.numberAt = c.text(), c.Number, c.at
	r.u.carry(c.at)
	if own.text() != "" {
		r.area.numbers = append(r.area.numbers, a.number)
	}
}

// areaCells reads what a row says of its area.
func (r *reader) areaCells(one row) {
	if c := r.t.readShared(one, workbook.MeansAreaOwner); c.text() != "" && (r.area.owner == "" || words.FoldName(r.area.owner) == words.FoldName(c.text())) {
		r.area.owner = c.text()
		r.u.carry(c.at)
	}
	c := r.t.readShared(one, workbook.MeansAreaOutcome)
	if c.text() == "" {
		return
	}
	if said := strings.Split(r.area.outcome, "\n"); r.area.outcome == "" || slices.Contains(said, c.text()) {
		r.area.outcome = firstOf(r.area.outcome, c.text())
	} else {
		r.area.outcome += "\n" + c.text()
	}
	r.u.carry(c.at)
}

// areaAlone reads a row that has an area and no action: the area's own lead
// is taken, the rest has no place.
func (r *reader) areaAlone(one row) {
	r.last = nil
	r.areaCells(one)
	if n := r.t.read(one, workbook.ColRef); n.text() != "" && n.Date.IsZero() {
		r.area.numbers = append(r.area.numbers, n.text())
		r.u.carry(n.at)
	}
	if owner := r.t.read(one, workbook.ColOwner); r.area.owner == "" && owner.text() != "" {
		r.area.owner = owner.text()
		r.u.carry(owner.at)
	}
}

// goOn reads a row without an action: it goes on with the cells of the row
// above, as tables that come from Word do. An owner, a date or a status that
// the action lacks is its own; another has no place.
func (r *reader) goOn(one row) {
	if r.last == nil {
		return
	}
	sheet := workbook.FindSheet(workbook.SheetActions)
	for _, c := range one.filled() {
		i := slices.IndexFunc(r.t.columns, func(o *column) bool { return o.col == c.Col })
		if i < 0 {
			continue
		}
		column := columnOf(sheet, r.t.columns[i].holds)
		switch {
		case column == nil:
		case column.Kind == workbook.LongText || column.Kind == workbook.RefsOrText:
			r.last.append(column.Heading, c.text(), c.at)
			r.u.carry(c.at)
		case r.last.has(column.Heading) || column.Heading == workbook.ColRef:
		case column.Kind == workbook.Day:
			r.value(r.last, *column, c)
		default:
			r.last.set(column.Heading, c.text(), c.at)
			r.u.carry(c.at)
		}
	}
}
