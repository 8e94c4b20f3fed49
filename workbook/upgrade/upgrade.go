// Package upgrade brings somebody's own plan onto the workbook of this
// program: an earlier edition of it, or a table of actions as councils,
// schools, hospitals and auditors keep them.
//
// The steps stand in files of their own: find the tables (table, form, tabs),
// know the columns (profile, columns, mapping), read the rows (rows, action),
// their dates (dates) and their statuses (statuscell, status, colours,
// colourings, legend), spread what was read over the sheets (flat), account
// for every cell (account), and judge a plan where it stands (asis).
package upgrade

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Options say what somebody has decided.
type Options struct {
	Map []Entry // what headings mean, and which sheets to take
}

// Made is an upgraded workbook.
type Made struct {
	Data []byte
	Log  Log

	origins map[string][]map[string]place // by sheet and row of content: where each value stood
	held    map[string]string             // columns of the Actions sheet that the old plan has, with their headings
	name    string
	sheets  []string // of the old workbook
}

// Workbook moves an older workbook of ours, or a council's own plan, onto the
// workbook as it is now. Sheets and columns are matched by name, alias,
// headings and content; a plan kept as one table of actions comes out with
// its areas, findings, people and status words on sheets of their own. What
// has no place in the new workbook stands with all its values on the sheet
// "Not carried over", and the sheet "What went where" accounts for the rest:
// every filled cell of the old file stands somewhere in the new one. Notes,
// pictures, charts and formulas themselves stay behind; results are kept.
// The same input gives the same bytes. The error is a sentence for the user;
// a *NoTable says in which row a table came nearest.
func Workbook(name string, data []byte, o Options) (*Made, error) {
	survey, err := workbook.MakeSurvey(name, data)
	if err != nil {
		return nil, err
	}
	if err := survey.RefuseSent(); err != nil {
		return nil, err
	}
	for _, s := range survey.Sheets {
		if len(s.Rows) > workbook.MostActions {
			return nil, workbook.TooMany("its sheet "+words.Quote(s.Name), workbook.MostActions, "rows")
		}
	}
	u := newUpgrade(name, data, survey, o)
	defer u.close()
	if !u.carryAll() {
		return nil, u.noTable()
	}
	u.nameAreas()
	u.fillKey()
	out, err := blank.Write(u.content, blank.Options{})
	if err != nil {
		return nil, fmt.Errorf("the plan is too large for the workbook: %w", err)
	}
	if err := u.keepTheRest(out); err != nil {
		return nil, err
	}
	u.count()
	out, err = xlsx.AddSheets(out, u.addedSheets()...)
	if err != nil {
		return nil, err
	}
	made := &Made{Data: out, Log: u.log, origins: u.origins, held: u.held, name: name}
	for _, s := range survey.Sheets {
		made.sheets = append(made.sheets, s.Name)
	}
	return made, nil
}

// upgrade is one workbook on its way.
type upgrade struct {
	name    string
	data    []byte
	survey  *workbook.Survey
	mapping *mapping
	content *blank.Content
	log     Log

	views   []*view
	tables  map[string][]*table // by sheet
	skipped map[string]string   // sheets that are left out, and why
	legend  legend
	flat    *flat
	origins map[string][]map[string]place
	held    map[string]string

	left    []leftValue
	placed  map[place]bool // cells that are known to be in left
	carried map[place]bool // cells that stand in the new workbook
	changes []change

	rules       map[string]*colourings
	sheetFile   *excelize.File // for formulas of rules
	worked      int
	shaded      int // statuses shown by colour alone
	byRule      int
	typed       int // dates typed as words
	months      int // dates that showed only a month
	banded      []place
	unreadRules []place
	partly      []place // texts of which a part is struck out
	struck      []place // of sheets like ours: carried over all the same
}

func newUpgrade(name string, data []byte, survey *workbook.Survey, o Options) *upgrade {
	u := &upgrade{
		name: name, data: data, survey: survey, mapping: &mapping{entries: slices.Clone(o.Map)},
		content: &blank.Content{Rows: map[string][]blank.ContentRow{}},
		tables:  map[string][]*table{}, skipped: map[string]string{}, origins: map[string][]map[string]place{}, held: map[string]string{},
		placed: map[place]bool{}, carried: map[place]bool{}, rules: map[string]*colourings{},
	}
	for i := range survey.Sheets {
		u.views = append(u.views, newView(&survey.Sheets[i]))
	}
	return u
}

func (u *upgrade) close() {
	if u.sheetFile != nil {
		u.sheetFile.Close()
	}
}

func (u *upgrade) add(sheet string, row blank.ContentRow) { u.addFrom(sheet, row, nil) }

// addFrom adds a row whose values came from places of the old workbook.
func (u *upgrade) addFrom(sheet string, row blank.ContentRow, from map[string]place) {
	u.content.Rows[sheet] = append(u.content.Rows[sheet], row)
	u.origins[sheet] = append(u.origins[sheet], from)
}

// carryAll decides what kind of workbook it is, and carries it over. False: no
// plan in it.
func (u *upgrade) carryAll() bool {
	u.findAll()
	if u.hasOwnSheets() {
		clear(u.tables)
	}
	for _, v := range u.views {
		for _, t := range u.tables[v.s.Name] {
			t.assign()
		}
	}
	u.pickTabs()
	u.readLegend()
	u.flat = newFlat(u)
	found := len(u.tables) > 0
	for _, v := range u.views {
		u.carryView(v, found)
	}
	u.flat.write()
	if len(u.struck) > 0 {
		u.noteCells(harmNotLive, "struck-out words", u.struck, "Struck out in the old workbook, and carried over like the rest")
	}
	if found && len(u.flat.seen) == 0 {
		return false // headings, and no action that could be read under them
	}
	return found || len(u.content.Rows[workbook.SheetAreas])+len(u.content.Rows[workbook.SheetActions]) > 0
}

// findAll finds the tables of actions on every sheet.
func (u *upgrade) findAll() {
	weak := map[string][]*table{}
	for _, v := range u.views {
		if !u.mayHoldTable(v) {
			continue
		}
		tables := findTables(v, u.mapping)
		if len(tables) == 0 || !tables[0].strong {
			if other := u.otherShapes(v); len(other) > 0 {
				tables = other
			}
		}
		tables = slices.DeleteFunc(tables, func(t *table) bool { return len(t.rows()) == 0 })
		switch {
		case len(tables) == 0:
		case !tables[0].strong:
			weak[v.s.Name] = tables
		default:
			u.tables[v.s.Name] = tables
		}
	}
	if len(u.tables) > 0 || u.hasOwnSheets() {
		return
	}
	u.tables = weak
	for _, v := range u.views {
		if len(weak) > 0 || !u.mayHoldTable(v) {
			continue
		}
		if t := tableByContent(v, u.mapping); t != nil {
			u.tables[v.s.Name] = []*table{t}
		}
	}
}

// otherShapes looks for actions that stand beside one another, and for forms.
func (u *upgrade) otherShapes(v *view) []*table {
	if looksTurned(v, u.mapping) != nil {
		return findTables(v.turn(), u.mapping)
	}
	if f := formTable(v, u.mapping); f != nil {
		return findTables(f, u.mapping)
	}
	return nil
}

// mayHoldTable is true of a sheet that is neither one that we write ourselves
// nor one of ours that holds no actions. A council may have a sheet Summary of
// its own.
func (u *upgrade) mayHoldTable(v *view) bool {
	s := v.s
	switch {
	case s.Ours:
		return strings.EqualFold(s.Name, "Summary") && !u.isOurFile()
	case s.Sheet == nil:
		return true
	}
	return slices.Contains([]string{workbook.SheetPlan, workbook.SheetAreas, workbook.SheetActions, workbook.SheetFindings, workbook.SheetUpdates}, s.Sheet.Name)
}

// isOurFile is true of a workbook that this program has made.
func (u *upgrade) isOurFile() bool {
	return slices.ContainsFunc(u.survey.Sheets, func(s workbook.SurveyedSheet) bool { return s.Ours && strings.EqualFold(s.Name, "Lists") })
}

// hasOwnSheets is true of a workbook that keeps areas and actions apart. A
// sheet of areas that holds actions too is one flat table.
func (u *upgrade) hasOwnSheets() bool {
	areas, actions := false, false
	for _, s := range u.survey.Sheets {
		if s.Sheet == nil || s.HeadingRow == 0 {
			continue
		}
		switch s.Sheet.Name {
		case workbook.SheetAreas:
			areas = !slices.ContainsFunc(u.tables[s.Name], func(t *table) bool { return t.has(workbook.ColAction) })
		case workbook.SheetActions:
			actions = hasColumn(s, workbook.ColArea)
		}
	}
	return areas && actions
}

// hasColumn is true of a sheet of ours that has a column.
func hasColumn(s workbook.SurveyedSheet, heading string) bool {
	for i, c := range s.Sheet.Columns {
		if c.Heading == heading {
			return s.Columns[i] > 0
		}
	}
	return false
}

// carryView carries one sheet over.
func (u *upgrade) carryView(v *view, found bool) {
	s := v.s
	tables := u.tables[s.Name]
	switch {
	case u.skipped[s.Name] != "":
		u.leaveSheet(s, u.skipped[s.Name])
	case len(tables) > 0:
		if s.Hidden {
			u.note(harmNotLive, "hidden tabs to look at", place{sheet: s.Name}, "The tab %s is hidden; its actions are carried over like the rest. To leave it out: --map \"sheet %s = skip\".", quoted(s.Name), s.Name)
		}
		u.flat.several = len(u.tables) > 1
		u.flat.from = 0
		for i, t := range tables {
			u.logTable(t)
			u.flat.tableNo = i + 1
			u.flat.read(t)
		}
	case s.Ours:
		u.log.Moves = append(u.log.Moves, Move{Sheet: s.Name, To: "written anew", Values: filledCells(s)})
	case s.Sheet == nil || s.HeadingRow == 0 || found && (s.Sheet.Name == workbook.SheetAreas || s.Sheet.Name == workbook.SheetActions || s.Sheet.Name == workbook.SheetFindings && len(u.tables) > 0 && !s.Sheet.Required && !u.fitsOurs(s)):
		u.leaveSheet(s, "")
	case s.Sheet.Fields:
		u.carryFields(s)
	default:
		u.carryRows(s)
	}
}

// fitsOurs is true of a sheet that has all the columns that one of ours needs.
func (u *upgrade) fitsOurs(s *workbook.SurveyedSheet) bool {
	for i, c := range s.Sheet.Columns {
		if c.Required && s.Columns[i] == 0 {
			return false
		}
	}
	return true
}

func filledCells(s *workbook.SurveyedSheet) int {
	n := 0
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if c.Text != "" {
				n++
			}
		}
	}
	return n
}

// sheet is what somebody has said of a sheet: skip, take or nothing.
func (m *mapping) sheet(name string) string {
	for i := range m.entries {
		if e := &m.entries[i]; e.Heading == "" && strings.EqualFold(e.Sheet, name) {
			e.used = true
			return e.means
		}
	}
	return ""
}

// logTable says where the columns of a table go.
func (u *upgrade) logTable(t *table) {
	for _, c := range t.columns {
		move := Move{Sheet: t.view.s.Name, Column: xlsx.ColumnLetters(c.col), Heading: c.title(), To: sheetNotCarried, Values: c.profile.filled, Remark: c.remark, doubt: c.by}
		if t.view.turned {
			move.Column = fmt.Sprint(c.col)
		}
		if t.view.form {
			move.Column = ""
		}
		if c.holds != "" {
			move.To = target(c.holds)
			if u.held[c.holds] == "" {
				u.held[c.holds] = c.title()
			}
		}
		if c.hidden && c.holds != "" {
			u.note(harmNotLive, "hidden columns to look at", t.at(t.bottom, c.col), "The column %s is hidden and was carried over to %s.", c.name(), move.To)
		}
		u.log.Moves = append(u.log.Moves, move)
		u.doubt(t, c)
	}
	u.tellMissing(t)
}

// doubt asks about a column that was known by less than its heading, or not at
// all.
func (u *upgrade) doubt(t *table, c *column) {
	at := t.at(t.bottom, c.col)
	say := c.heading
	if say == "" {
		say = "column " + xlsx.ColumnLetters(c.col)
	}
	switch {
	case c.holds != "" && (c.by == byContent || c.by == byLikeness || c.remark != "" && c.by != byYou):
		why := c.remark
		if c.by == byLikeness && why == "read by the words of its heading, please check" {
			why = "by the words of its heading"
		}
		u.note(harmColumn, "columns to confirm", at, "%s was read as %s: %s. If that is wrong: --map \"%s = …\".", start(c.name()), target(c.holds), why, say)
	case c.holds == "" && c.means == "" && c.profile.filled > 0 && (c.profile.days >= 0.7 || c.profile.posts >= 0.6 || c.profile.statuses >= 0.8 || 4*c.profile.filled >= 3*len(t.rows()) && c.profile.length > 15):
		u.note(harmColumn, "columns to explain", at, "%s was not carried over: %s. To say what it is: --map \"%s = …\".", start(c.name()), c.remark, say)
	}
}

// tellMissing says loudly of a table that no column of it says who, by when or
// how it goes.
func (u *upgrade) tellMissing(t *table) {
	for _, holds := range []string{workbook.ColOwner, workbook.ColDue, workbook.ColStatus} {
		if t.column(holds) == nil {
			u.note(harmColumn, "columns not found", place{sheet: t.view.s.Name}, "No column was found for %s. If there is one: --map \"its heading = %s\".", holds, holds)
		}
	}
}

func start(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func target(holds string) string {
	switch holds {
	case workbook.MeansArea:
		return "Areas: " + workbook.ColAreaName
	case workbook.MeansAreaOutcome:
		return "Areas: " + workbook.ColAreaOutcome
	case workbook.MeansAreaOwner:
		return "Areas: " + workbook.ColAccountable
	case workbook.MeansWhere:
		return "Findings: " + workbook.ColWhere
	case workbook.MeansFinding:
		return "Findings: " + workbook.ColFinding
	case workbook.ColRef:
		return "Areas: Ref and Actions: Ref"
	case workbook.ColOwner:
		return "Actions: Owner, and People"
	case workbook.ColStatus:
		return "Actions: Status, and Key"
	}
	return "Actions: " + holds
}

// NoTable is the error of a workbook in which no plan was found. It says which
// row came nearest, so that somebody can say what its headings mean.
type NoTable struct {
	Sheet   string // "" where no row came near
	Row     int
	Known   []string // headings, with what they mean
	Unknown []string

	headings []Entry // all of them, for a mapping file
}

// Error is what went wrong; what to do about it.
func (e *NoTable) Error() string {
	needs := "a plan needs one row of headings with the action, and two of who leads, by when, how it is going and its status"
	if e.Sheet == "" {
		return "no table of actions was found in the workbook; " + needs
	}
	what := fmt.Sprintf("no table of actions was found in the workbook: row %d of the sheet %s came nearest, where %s", e.Row, quoted(e.Sheet), joinWords(e.Known))
	if len(e.Known) == 1 {
		what += " is known"
	} else {
		what += " are known"
	}
	if len(e.Unknown) > 0 {
		what += " and " + joinWords(e.Unknown) + " not"
	}
	return what + "; " + needs + ", so say what a heading means with --map \"its heading = Action\""
}

// noTable looks for the row that came nearest to headings.
func (u *upgrade) noTable() error {
	nearest := &NoTable{}
	most := 0
	for _, v := range u.views {
		if v.s.Ours {
			continue
		}
		for i, r := range v.rows {
			if i == searchRows {
				break
			}
			near := NoTable{Sheet: v.s.Name, Row: r.number}
			for _, c := range r.filled() {
				means, _, ok := workbook.HeadingMeans(c.text())
				if len(c.text()) > longestHeading || c.Number || !c.Date.IsZero() {
					ok = false
				}
				if len(c.text()) <= longestHeading {
					near.headings = append(near.headings, Entry{Sheet: v.s.Name, Heading: strings.Join(strings.Fields(c.text()), " "), To: mapName(means)})
				}
				if ok {
					near.Known = append(near.Known, fmt.Sprintf("%s (%s)", quoted(c.text()), means))
				} else if len(c.text()) <= longestHeading {
					near.Unknown = append(near.Unknown, quoted(c.text()))
				}
			}
			if len(near.Known) > most {
				nearest, most = &near, len(near.Known)
			}
		}
	}
	return nearest
}

// mapName is what to write for a meaning on the right of a mapping.
func mapName(means string) string {
	switch means {
	case workbook.MeansArea, workbook.MeansWhat:
		return "Area"
	case workbook.MeansRecommendation, workbook.MeansFinding:
		return "Finding"
	case workbook.MeansWhere:
		return "Where in letter"
	case workbook.MeansAreaOutcome:
		return "Outcome for children"
	case workbook.MeansAreaOwner:
		return "Accountable owner"
	case workbook.MeansHow:
		return workbook.ColAction
	case workbook.MeansCompletion, workbook.MeansTarget:
		return workbook.ColDue
	case "", workbook.MeansNothing, workbook.MeansLevel:
		return mapNothing
	}
	return means
}
