package reading

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Job is what is done with each of many workbooks.
type Job[T any] struct {
	Options
	Public bool // a plan that may not be published is left out

	Work func(*Plan) (T, error) // on any processor
	Take func(T) error          // of what came out, in the order named
	Left func(Outcome)          // says what became of a workbook, after Take
}

// Outcome is what became of one workbook of many.
type Outcome struct {
	Path  string
	Says  string // of a plan that was read: whose it is and its counts
	Why   error  // why it is left out; nil where it was taken
	Done  int    // so many workbooks are through
	Of    int
	wrong bool // it has errors
}

// Reason is why a workbook is left out, without its name.
func (o Outcome) Reason() string {
	return strings.TrimPrefix(o.Why.Error(), filepath.Base(o.Path)+": ")
}

// Tally counts the workbooks of a job.
type Tally struct {
	Paths []string
	Taken int
	Wrong bool // one has errors, or is left out
}

// Each works on every workbook that the arguments name, on all processors, and
// takes the results in the order named. A workbook that is left out stops none
// of the others; where all are, that is the error.
func Each[T any](arguments []string, do Job[T]) (Tally, error) {
	paths, err := files.Workbooks(arguments)
	if err != nil {
		return Tally{}, err
	}
	tally := Tally{Paths: paths}
	err = files.Each(paths, do.on, func(i int, x result[T]) error {
		if x.Why == nil {
			x.Why = do.Take(x.made)
		}
		if x.Why == nil {
			tally.Taken++
		}
		tally.Wrong = tally.Wrong || x.wrong || x.Why != nil
		x.Done, x.Of = i+1, len(paths)
		do.Left(x.Outcome)
		return nil
	})
	if err == nil && tally.Taken == 0 {
		err = errors.New("none of the workbooks could be used, so nothing was written")
	}
	return tally, err
}

type result[T any] struct {
	Outcome
	made T
}

func (do Job[T]) on(path string) result[T] {
	x := result[T]{Outcome: Outcome{Path: path}}
	plan, err := File(path, do.Options)
	if err == nil && do.Public {
		err = mayNotPublish(plan)
	}
	if err != nil {
		x.Why = err
		return x
	}
	n := plan.Result.Counts
	x.Says = fmt.Sprintf("%s: %s, %s, %s", cmp.Or(plan.Facts.Plan.Info.Organisation, "no organisation"), words.Figures(plan.Facts.Figures(do.Public).Total, "action", "actions"),
		words.Figures(n.Error, "error", "errors"), words.Figures(n.Warning, "warning", "warnings"))
	x.wrong = n.Error > 0
	x.made, x.Why = do.Work(plan)
	return x
}

// mayNotPublish is why a plan is left out of an edition for publication.
func mayNotPublish(plan *Plan) error {
	against := plan.Against()
	if len(against) == 0 {
		return nil
	}
	return words.Fail("see them with: actionplan tracker --public "+words.Argument(plan.Path), "%s: %s may identify somebody",
		plan.Name(), words.Count(len(against), "cell", "cells"))
}
