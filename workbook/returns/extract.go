package returns

import (
	"fmt"
	"path/filepath"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// ExtractOptions says whom to ask about what.
type ExtractOptions struct {
	Owner     string // only this owner, without regard to case and spaces; "" for all
	DueWithin int    // only actions that are late or due in so many days; below 0 for all
}

// Request is the workbook that asks one owner about their open actions.
type Request struct {
	Owner   string
	File    string // its name, the same whoever else is asked
	Data    []byte // nil of an owner who is not asked in this run
	Actions int    // in the workbook
	Open    int    // of all the owner's actions
	Late    int
	DueSoon int
}

// Extract is what goes out, and what could not.
type Extract struct {
	Requests []*Request
	// Unowned are open actions without an owner, Unnamed those whose ref is
	// blank, unreadable or there twice, so that no answer could be placed, and
	// Undated those left out because nobody can say when they are due.
	Unowned, Unnamed, Undated []*facts.Action
}

// MakeExtract makes a workbook for each owner with their open actions, owners
// in the order of the plan. The error is a sentence for the user. The same
// facts give the same bytes.
func MakeExtract(f *facts.Facts, o ExtractOptions) (*Extract, error) {
	owners := openOwners(f)
	only, err := findOwner(f, owners, o.Owner)
	if err != nil {
		return nil, err
	}
	x := &Extract{Unowned: openOnly(f.Unowned())}
	usable := usableRefs(f.Plan)
	names := files.NewNames()
	actions := map[*Request][]*facts.Action{}
	var asked []string
	for _, owner := range owners {
		r := &Request{Owner: displayName(owner), File: names.Next(requestStem(displayName(owner), f.Plan.File, f.AsOf), ".xlsx")}
		for _, a := range openOnly(owner.Actions) {
			r.count(a)
			switch {
			case only != nil && only != owner:
			case !usable(a.Action):
				x.Unnamed = append(x.Unnamed, a)
			case o.DueWithin >= 0 && a.NoDate:
				x.Undated = append(x.Undated, a)
			case o.DueWithin < 0 || a.EffectiveDue.Sub(f.AsOf) <= o.DueWithin:
				actions[r] = append(actions[r], a)
			}
		}
		x.Requests = append(x.Requests, r)
		if r.Actions = len(actions[r]); r.Actions > 0 {
			asked = append(asked, r.Owner)
		}
	}
	for _, r := range x.Requests {
		if r.Actions == 0 {
			continue
		}
		if r.Data, err = drawRequest(f, r, actions[r], asked); err != nil {
			return nil, fmt.Errorf("make the workbook for %s: %w", r.Owner, err)
		}
	}
	return x, nil
}

// requestStem is what a request is called: whom it asks, about which plan, as
// it was on which day, so that next month's stands beside this one's.
func requestStem(owner, plan string, asOf workbook.Date) string {
	return files.SafeStem(owner) + " - " + files.SafeStem(strings.TrimSuffix(plan, filepath.Ext(plan))) + " - " + asOf.String()
}

func (r *Request) count(a *facts.Action) {
	r.Open++
	if a.Late {
		r.Late++
	}
	if a.DueSoon {
		r.DueSoon++
	}
}

// openOwners are the owners of at least one open action.
func openOwners(f *facts.Facts) []*facts.Owner {
	var owners []*facts.Owner
	for _, o := range f.Owners() {
		if len(openOnly(o.Actions)) > 0 {
			owners = append(owners, o)
		}
	}
	return owners
}

func openOnly(actions []*facts.Action) []*facts.Action {
	var open []*facts.Action
	for _, a := range actions {
		if a.Open {
			open = append(open, a)
		}
	}
	return open
}

// findOwner is the owner that was asked for, nil if everybody is.
func findOwner(f *facts.Facts, open []*facts.Owner, name string) (*facts.Owner, error) {
	if name == "" {
		return nil, nil
	}
	if o := facts.FindOwner(open, name); o != nil {
		return o, nil
	}
	all := f.Owners()
	if o := facts.FindOwner(all, name); o != nil {
		return nil, fmt.Errorf("%s has no open actions in %s, so there is nothing to ask", displayName(o), f.Plan.File)
	}
	var names []string
	for _, o := range all {
		names = append(names, displayName(o))
	}
	hint := ""
	if near := words.Likely(name, names); near != "" {
		hint = "did you mean " + words.Quote(near) + "?"
	} else if len(open) > 0 {
		hint = "owners of open actions are: " + someNames(open)
	}
	return nil, words.Fail(hint, "nobody called %s owns anything in %s", words.Quote(name), f.Plan.File)
}

// someNames lists names, and stops where a sentence would grow too long.
func someNames(owners []*facts.Owner) string {
	const most = 8
	var names []string
	for _, o := range owners[:min(most, len(owners))] {
		names = append(names, displayName(o))
	}
	list := strings.Join(names, "; ")
	if n := len(owners) - most; n > 0 {
		list += fmt.Sprintf(" and %d more", n)
	}
	return list
}

// displayName is an owner as the People sheet spells it, else as first typed.
func displayName(o *facts.Owner) string {
	if o.Person != nil && o.Person.Name != "" {
		return o.Person.Name
	}
	return o.Name
}

// usableRefs is true of actions that an answer can be placed at again.
func usableRefs(p *workbook.Plan) func(*workbook.Action) bool {
	count := refCounts(p)
	return func(a *workbook.Action) bool {
		ref := words.Fold(a.Ref)
		return ref != "" && count[ref] == 1 && workbook.IsRef(ref)
	}
}

func refCounts(p *workbook.Plan) map[string]int {
	count := make(map[string]int, len(p.Actions))
	for _, a := range p.Actions {
		count[words.Fold(a.Ref)]++
	}
	return count
}
