// Package returns asks each owner about their own actions in a workbook of
// their own, and takes the answers that come back into the plan.
package returns

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Return is a request that has come back.
type Return struct {
	file     string // its name as the user gave it
	sum      [sha256.Size]byte
	base     *baseline
	actions  []*workbook.Action // its rows, in whatever order they stand now
	problems map[xlsx.Cell]workbook.Problem
	strays   []workbook.Problem // single values in rows of their own
}

// ReadReturn reads a workbook that has come back. name is the file's name;
// it stands in every message about it. The error is the rest of a sentence
// that begins with the name.
func ReadReturn(name string, data []byte) (*Return, error) {
	survey, err := workbook.MakeSurvey(name, data)
	if err != nil {
		return nil, err
	}
	r := &Return{file: name, sum: sha256.Sum256(data), problems: map[xlsx.Cell]workbook.Problem{}}
	if r.base, err = readBaseline(survey); err != nil {
		return nil, err
	}
	plan, problems, err := workbook.LoadWith(name, data, workbook.LoadOptions{Sent: true})
	if errors.Is(err, workbook.ErrNotPlan) || err == nil && !hasActions(plan) {
		return nil, words.Fail("copy what it says into the workbook that was sent out", "its sheet Actions is gone or has lost its headings")
	}
	if err != nil {
		return nil, err
	}
	r.actions = plan.Actions
	isRow := map[int]bool{}
	for _, a := range plan.Actions {
		isRow[a.Row] = true
	}
	for _, p := range problems {
		if p.Rule == workbook.RuleRowStray && p.Cell.Sheet == workbook.SheetActions && !isRow[p.Cell.Row] {
			r.strays = append(r.strays, p)
		}
		for _, at := range append([]xlsx.Cell{p.Cell}, p.Related...) {
			if _, told := r.problems[at]; !told {
				r.problems[at] = p
			}
		}
	}
	return r, nil
}

// hasActions is true if there is a table of actions; one whose rows have all
// been deleted says nothing, which is an answer too.
func hasActions(p *workbook.Plan) bool {
	if len(p.Actions) > 0 {
		return p.Actions[0].Has(workbook.ColRef)
	}
	for _, name := range p.SheetOrder {
		if name == workbook.SheetActions {
			return true
		}
	}
	return false
}

// missing are the columns to fill in that a return has lost.
func (r *Return) missing() []string {
	var lost []string
	if len(r.actions) == 0 {
		return nil
	}
	for _, c := range requestColumns() {
		if c.open && r.base.has(c.heading) && !r.actions[0].Has(c.heading) {
			lost = append(lost, c.heading)
		}
	}
	return lost
}

func (b *baseline) has(heading string) bool {
	for _, h := range b.headings {
		if h == heading {
			return true
		}
	}
	return false
}

// belongsTo says why a return is not one of this plan, or nil. A plan that has
// gone on since is known by its organisation and title, also where the actions
// have been deleted that were asked about, or, where somebody has changed
// these, by its actions.
func (r *Return) belongsTo(p *workbook.Plan) error {
	if r.base.planSHA256 == p.SHA256 {
		return nil
	}
	same := func(a, b string) bool { return words.SameName(a, b) }
	known, gone := 0, 0
	for ref, sent := range r.base.sent {
		switch a := p.FindAction(ref); {
		case a == nil:
			gone++
		case alike(sent[workbook.ColAction], a.Text):
			known++
		}
	}
	named := same(r.base.organisation, p.Info.Organisation) && same(r.base.title, p.Info.Title)
	if named && (known > 0 || gone == len(r.base.sent)) || 2*known > len(r.base.sent) {
		return nil
	}
	of := strings.Join(filled(r.base.organisation, r.base.title), ": ")
	switch {
	case named && of != "":
		return fmt.Errorf("it was sent out from another workbook with that title, %s, whose actions are others", r.base.planFile)
	case of == "":
		of = r.base.planFile
	}
	return fmt.Errorf("it belongs to another plan, %s", of)
}

// alike is true of two wordings of one action: at least a third of the words
// of the shorter one stand in the other. Two actions that have been given one
// ref, one after the other, share fewer.
func alike(a, b string) bool {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	common := 0
	for w := range x {
		if y[w] {
			common++
		}
	}
	return 3*common >= len(x)
}

// wordsOf are the words that tell one action from another: those of four
// letters and more, or all where there are none.
func wordsOf(s string) map[string]bool {
	long, all := map[string]bool{}, map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \n.,;:!?()/\"'“”‘’–—-", r) }) {
		all[w] = true
		if len([]rune(w)) > 3 {
			long[w] = true
		}
	}
	if len(long) > 0 {
		return long
	}
	return all
}
