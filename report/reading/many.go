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

	// Read is how each is read: nil for File.
	Read func(string, Options) (*Plan, error)
	Work func(*Plan) (T, error) // on any processor
	Take func(T) error          // of what came out, in the order named
	Left func(Outcome)          // says what became of a workbook, after Take
}

// ErrIdentifies is the kind of reason why a plan is left out of an edition for
// publication.
var ErrIdentifies = errors.New("the plan may identify somebody")

// Outcome is what became of one workbook of many.
type Outcome struct {
	Path  string
	Says  string // of a plan that was read: whose it is and its counts
	Why   error  // why it is left out; nil where it was taken
	Done  int    // so many workbooks are through
	Of    int
	Wrong bool // it has errors
}

// Reason is why a workbook is left out, without its name.
func (o Outcome) Reason() string {
	return strings.TrimPrefix(o.Why.Error(), filepath.Base(o.Path)+": ")
}

// Published is why a workbook is left out, as an edition for publication may say
// it: names of files may be those of people.
func (o Outcome) Published() (workbook, why string) {
	workbook = fmt.Sprintf("Workbook %d of %d", o.Done, o.Of)
	if errors.Is(o.Why, ErrIdentifies) {
		return workbook, "It may identify somebody."
	}
	return workbook, "It could not be used."
}

// Tally counts the workbooks of a job.
type Tally struct {
	Paths []string
	Taken int
	Wrong bool // one has errors, or is left out
}

// Each works on every workbook that the arguments name, on all processors, and
// takes the results in the order named. A workbook that is left out stops none
// of the others; where all are, the error says why. What is left out before the
// first is taken is told with it, so that an error stands alone.
func Each[T any](arguments []string, do Job[T]) (Tally, error) {
	paths, err := files.Workbooks(arguments)
	if err != nil {
		return Tally{}, err
	}
	tally := Tally{Paths: paths}
	var waiting []Outcome
	err = files.Each(paths, do.on, func(i int, x result[T]) error {
		if x.Why == nil {
			x.Why = do.Take(x.made)
		}
		if x.Why == nil {
			tally.Taken++
		}
		tally.Wrong = tally.Wrong || x.Wrong || x.Why != nil
		x.Done, x.Of = i+1, len(paths)
		waiting = append(waiting, x.Outcome)
		if tally.Taken > 0 {
			for _, o := range waiting {
				do.Left(o)
			}
			waiting = nil
		}
		return nil
	})
	if err == nil && tally.Taken == 0 {
		err = noneUsed(waiting)
	}
	return tally, err
}

// mostReasons is how many workbooks an error can speak of and still be read.
const mostReasons = 5

// noneUsed says why none of the workbooks could be used.
func noneUsed(left []Outcome) error {
	if len(left) == 1 {
		return left[0].Why
	}
	var reasons []string
	found := false
	for _, o := range left {
		reasons = append(reasons, o.Path+": "+o.Reason())
		found = found || files.Exists(o.Path)
	}
	if n := len(reasons) - mostReasons; n > 0 {
		reasons = append(reasons[:mostReasons], fmt.Sprintf("and so on, %d more", n))
	}
	hint := ""
	if !found {
		hint = "put a name with spaces in quotes"
	}
	return words.Fail(hint, "none of the %d workbooks could be used: %s", len(left), strings.Join(reasons, "; "))
}

type result[T any] struct {
	Outcome
	made T
}

func (do Job[T]) on(path string) result[T] {
	x := result[T]{Outcome: Outcome{Path: path}}
	read := do.Read
	if read == nil {
		read = File
	}
	plan, err := read(path, do.Options)
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
	if do.Check.Submission {
		x.Says += "; " + readyWords(plan)
	}
	x.Wrong = plan.Result.Failed()
	x.made, x.Why = do.Work(plan)
	return x
}

func readyWords(plan *Plan) string {
	if len(plan.Result.Against()) > 0 {
		return "not ready to send"
	}
	return "ready to send"
}

// mayNotPublish is why a plan is left out of an edition for publication.
func mayNotPublish(plan *Plan) error {
	against := plan.Against()
	if len(against) == 0 {
		return nil
	}
	failure := words.Fail("see them with: actionplan tracker --public "+words.Argument(plan.Path), "%s: %s may identify somebody",
		plan.Name(), words.Count(len(against), "cell", "cells"))
	failure.Kind = ErrIdentifies
	return failure
}
