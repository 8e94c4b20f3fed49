package workbook

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"

	"actionplan/workbook/parallel"
	"actionplan/workbook/seal"
	"actionplan/workbook/xlsx"
)

// ErrNotPlan is the kind of Load's refusal of a workbook that is no plan; the
// other kinds are those of the file format.
var ErrNotPlan = errors.New("a workbook, but not an improvement plan")

// Load reads a workbook. name is the base name of the file and data its
// bytes; nothing else is looked at. The error says, in a sentence for the
// user, why the job could not be done; errors.Is tells the kinds apart
// (ErrNotPlan, and those of the file format). Otherwise the Plan holds every record of
// the workbook, also those with cells that could not be read, and Problems
// says what is wrong with which cell, in sheet order.
func Load(name string, data []byte) (*Plan, Problems, error) {
	return LoadWith(name, data, LoadOptions{})
}

// LoadOptions says how to load.
type LoadOptions struct {
	// Progress, if there is one, is told now and then how much is done.
	Progress func(done, of int)

	// Sent is true where what was sent to an owner is to be read; otherwise it
	// is refused.
	Sent bool

	// MostActions, if not 0, is of how many actions what is to be made of the
	// plan can be: a plan with more is refused as soon as that is known.
	MostActions int
}

// LoadWith is Load with options.
func LoadWith(name string, data []byte, o LoadOptions) (*Plan, Problems, error) {
	if err := xlsx.Accept(name, data); err != nil {
		return nil, nil, err
	}
	b, err := xlsx.Read(data)
	if err != nil {
		return nil, nil, err
	}
	match, err := matchSheets(b)
	if err != nil {
		return nil, nil, err
	}
	if !o.Sent {
		if err := match.refuseSent(b); err != nil {
			return nil, nil, err
		}
	}
	if !match.isPlan() {
		return nil, nil, xlsx.Refuse(ErrNotPlan, "if it is an earlier plan of yours, \"actionplan upgrade\" may turn it into one", "the workbook has none of the sheets Plan, Areas and Actions, so it is not a plan that can be read")
	}
	if !match.has(SheetPlan) {
		switch seal.WasXLSX(data) {
		case seal.KindTracker:
			return nil, nil, xlsx.Refuse(ErrNotPlan, "give the workbook that people fill in", "this is a tracker that was made from a plan, and not the plan")
		case seal.KindPortfolio:
			return nil, nil, xlsx.Refuse(ErrNotPlan, "give the workbooks that people fill in", "this was made from several plans, and is none of them")
		}
	}
	if err := match.fit(b); err != nil {
		return nil, nil, err
	}
	l := newLoader(name, data, b, match)
	l.progress, l.mostActions = o.Progress, o.MostActions
	if err := l.load(); err != nil {
		return nil, nil, err
	}
	return l.plan, l.problems, nil
}

// loader holds what is known while one workbook is read.
type loader struct {
	plan     *Plan
	book     *xlsx.Book
	match    *sheetMatch
	cells    cellReader
	problems Problems

	refs     map[string]*refList // by name of the sheet
	links    []link
	amounts  []amount
	statuses []statusUse
	stale    map[*table][]staleCell
	keyRead  bool // the Key sheet's words could be read
	progress func(done, of int)
	done     int // characters of the sheets that are read

	mostActions int // LoadOptions.MostActions
}

func newLoader(name string, data []byte, b *xlsx.Book, match *sheetMatch) *loader {
	sum := sha256.Sum256(data)
	l := &loader{
		plan:  &Plan{File: name, SHA256: hex.EncodeToString(sum[:])},
		book:  b,
		match: match,
		cells: cellReader{formats: b.Formats, date1904: b.Date1904, days: map[string]Date{}},
		refs:  map[string]*refList{},
		stale: map[*table][]staleCell{},
	}
	for _, s := range b.Sheets {
		l.plan.SheetOrder = append(l.plan.SheetOrder, s.Name)
	}
	l.plan.Info = Info{BoardEvery: DefaultBoardEvery, DueSoon: DefaultDueSoon,
		ActionsPerOwner: DefaultActionsPerOwner, ActionsPerArea: DefaultActionsPerArea, SmallCount: DefaultSmallCount}
	return l
}

// load reads every sheet and then judges what needs more than one of them.
func (l *loader) load() error {
	l.judgeSheets()
	grids, err := l.readGrids()
	if err != nil {
		return err
	}
	for i, s := range Sheets {
		if err := l.loadSheet(s, grids[i]); err != nil {
			return err
		}
		grids[i] = nil // which is large
	}
	l.settleKey()
	l.checkStatuses()
	l.checkLinks()
	l.plan.Index()
	l.scaleAmounts()
	l.problems.Sort(l.plan.SheetOrder)
	return nil
}

// readGrids reads the cells of every sheet that was found, side by side.
func (l *loader) readGrids() ([]*grid, error) {
	grids, errs := make([]*grid, len(Sheets)), make([]error, len(Sheets))
	parallel.Each(len(Sheets), func(i int) {
		if found := l.match.of[Sheets[i]]; found != nil {
			grids[i], errs[i] = readGrid(l.book, found.file, xlsx.LastRow)
		}
	})
	return grids, cmp.Or(errs...)
}

func (l *loader) loadSheet(s *Sheet, g *grid) error {
	found := l.match.of[s]
	if found == nil {
		return nil
	}
	t := l.newTable(found)
	if s.Fields {
		l.loadFields(t, found, g)
		return nil
	}
	l.judgeHeadings(t, found, g)
	if found.row == 0 {
		return nil
	}
	if err := newRows(l, t, found, g).read(); err != nil {
		return err
	}
	l.reportStale(t)
	l.done += len(found.file.XML)
	return nil
}

// tell says how much of all sheets is done with a share of one of them.
func (l *loader) tell(in *located, row, rows int) {
	if l.progress == nil || row%1000 != 0 {
		return
	}
	of := 0
	for _, found := range l.match.of {
		of += len(found.file.XML)
	}
	l.progress(l.done+len(in.file.XML)*row/rows, of)
}

// newTable records where the columns of a sheet stand in the file.
func (l *loader) newTable(found *located) *table {
	n := len(found.sheet.Columns)
	t := &table{file: l.plan.File, name: found.file.Name, sheet: found.sheet, columns: make([]int, n), headings: make([]string, n), valueCol: found.valueCol}
	for i, f := range found.at {
		if f == nil {
			continue
		}
		t.columns[i], t.headings[i] = f.col, f.text
	}
	if found.sheet.Fields {
		t.rows = make([]int, n)
		for i, f := range found.at {
			if f != nil {
				t.rows[i] = f.row
			}
		}
	}
	return t
}

// sheetCell stands for a whole sheet, fileCell for the whole file.
func (l *loader) sheetCell(name string) xlsx.Cell { return xlsx.Cell{File: l.plan.File, Sheet: name} }
func (l *loader) fileCell() xlsx.Cell             { return xlsx.Cell{File: l.plan.File} }

func (l *loader) add(p Problem) { l.problems = append(l.problems, p) }

// report places a fault at a cell of a record.
func (l *loader) report(s *Source, column int, f *fault, related ...xlsx.Cell) {
	col := &s.table.sheet.Columns[column]
	l.add(Problem{
		Rule: f.rule, Severity: f.severity, Cell: s.At(col.Heading), Column: s.Heading(col.Heading), Ref: s.recordRef(column),
		Message: f.message, Hint: f.hint, Value: s.raw[column], Related: related, Yearless: f.yearless,
	})
	if f.severity == Error {
		s.markBad(column)
	}
}

// markBad notes that a column's cell could not be read.
func (s *Source) markBad(column int) {
	if !slices.Contains(s.bad, column) {
		s.bad = append(s.bad, column)
	}
}

// recordRef is the ref by which a problem names its record: its own, or that
// of the measure or action that the row is about; on the Plan sheet the field.
func (s *Source) recordRef(column int) string {
	sheet := s.table.sheet
	if sheet.Fields {
		return sheet.Columns[column].Heading
	}
	return s.raw[sheet.keyColumn()]
}
