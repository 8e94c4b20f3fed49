// Package reading reads a plan as every command needs it: its file once, its
// facts on a date, what check says of it, and beside it an earlier state where
// one is asked for; one workbook, or many at once.
package reading

import (
	"errors"
	"fmt"
	"path/filepath"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	"actionplan/workbook/files"
	"actionplan/workbook/history"
	"actionplan/workbook/upgrade"
	"actionplan/workbook/words"
)

// Plan is a plan with its facts and what check says of it.
type Plan struct {
	Path   string
	Data   []byte // the file's, read once: somebody may save it meanwhile
	Facts  *facts.Facts
	Result check.Result

	OwnTable bool // it is kept as one table of its own shape, and was read as what an upgrade makes of it

	Since   *report.Since // an earlier state to compare with; nil without one
	Earlier []string      // the file that it was read from
}

// Options say how a plan is read.
type Options struct {
	AsOf  workbook.Date
	Since string // what --since asks for, "" for nothing
	Check check.Options

	mostActions int // 0: however many there are
}

// Name is the file's, without its folder.
func (p *Plan) Name() string { return filepath.Base(p.Path) }

// Problems are all that check knows of the plan, waived or not.
func (p *Plan) Problems() workbook.Problems {
	return append(append(workbook.Problems{}, p.Result.Problems...), p.Result.Waived...)
}

// Brief is what papers and trackers are made from; public is the edition for
// publication.
func (p *Plan) Brief(public bool) *report.Brief {
	return report.Build(p.Facts, report.Options{Problems: p.Problems(), Since: p.Since, Public: public, Telling: check.Telling(p.Result.Problems)})
}

// Against is what stands against an edition for publication: texts that could
// identify somebody, owners whose posts are not known. Nothing overrides it.
func (p *Plan) Against() workbook.Problems { return check.Publication(p.Facts.Plan, p.Facts) }

// ToMake is File for papers and workbooks that are made of a plan: one with too
// many actions for them is refused before anything is judged.
func ToMake(path string, o Options) (*Plan, error) {
	o.mostActions = workbook.MostActions
	return File(path, o)
}

// File reads one workbook and judges it.
func File(path string, o Options) (*Plan, error) {
	data, err := files.Read(path)
	if err != nil {
		return nil, err
	}
	plan, problems, err := parse(path, data, workbook.LoadOptions{Progress: half(0, o.Check.Progress), MostActions: o.mostActions})
	if err != nil {
		return nil, err
	}
	p := &Plan{Path: path, Data: data, Facts: facts.Derive(plan, o.AsOf)}
	if o.Since != "" {
		if err := p.readSince(o.Since); err != nil {
			return nil, err
		}
		matched := history.Match(p.Since.Facts.Plan, plan)
		p.Facts = facts.DeriveSince(plan, o.AsOf, matched.DatesBefore())
		p.Since.Matched = matched
		o.Check.Since = append(workbook.Problems{}, matched.Disagreements()...)
	}
	o.Check.Progress = half(1, o.Check.Progress)
	o.Check.Logo = func(name string) error { _, err := Logo(path, name); return err }
	p.Result = check.Run(plan, p.Facts, problems, o.Check)
	return p, nil
}

// AsIs reads and checks a plan that is kept as one table: what an upgrade
// would make of it is judged, and told at its own cells.
func AsIs(path string, o Options) (*Plan, error) {
	if o.Check.Submission {
		return nil, words.Fail("upgrade it first", "--submission needs a plan on the sheets of this program")
	}
	data, err := files.Read(path)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	made, err := upgrade.Workbook(name, data, upgrade.Options{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if !made.IsTable() {
		return File(path, o)
	}
	plan, problems, err := workbook.Load(name, made.Data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := &Plan{Path: path, Data: data, Facts: facts.Derive(plan, o.AsOf), OwnTable: true}
	p.Result = check.Run(plan, p.Facts, problems, o.Check)
	p.Result.Problems, _ = made.Problems(plan, p.Result.Problems)
	p.Result.Counts, p.Result.Sheets = p.Result.Problems.Count(), made.Sheets()
	return p, nil
}

// Either reads a plan on our sheets, or one that is kept as a table of its own
// shape. Where it is neither, the error is that of our sheets.
func Either(path string, o Options) (*Plan, error) {
	p, err := File(path, o)
	if !errors.Is(err, workbook.ErrNotPlan) {
		return p, err
	}
	if own, ownErr := AsIs(path, o); ownErr == nil {
		return own, nil
	}
	return nil, err
}

// Load reads a workbook, and judges only its loading.
func Load(path string) (*workbook.Plan, workbook.Problems, error) {
	data, err := files.Read(path)
	if err != nil {
		return nil, nil, err
	}
	return parse(path, data, workbook.LoadOptions{})
}

func parse(path string, data []byte, o workbook.LoadOptions) (*workbook.Plan, workbook.Problems, error) {
	plan, problems, err := workbook.LoadWith(filepath.Base(path), data, o)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return plan, problems, nil
}

// readSince reads the earlier state that the user names: a snapshot of the
// last board or of a day, or a workbook.
func (p *Plan) readSince(asked string) error {
	e, err := history.FindEarlier(p.Path, p.Facts.Plan, asked, p.Facts.AsOf)
	if err != nil {
		return err
	}
	old, _, err := Load(e.Path)
	if err != nil {
		return err
	}
	p.Earlier = []string{e.Path}
	if e.Snapshot {
		p.Since = report.SinceSnapshot(old, e.Date, e.LastBoard)
		return nil
	}
	p.Since, err = report.SinceWorkbook(old, p.Facts)
	return err
}

// half is the progress of a job's first half (0) or second half (1) within
// that of the whole; nil where nobody asks for it.
func half(which int, whole func(done, of int)) func(done, of int) {
	if whole == nil {
		return nil
	}
	return func(done, of int) { whole(which*of+done, 2*of) }
}
