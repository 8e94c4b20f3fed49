package returns

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// State is what became of a file that was given to collect.
type State string

const (
	Merged     State = "merged"      // something in it was taken
	Undecided  State = "undecided"   // nothing could be taken, and somebody has to look
	NothingNew State = "nothing new" // what it says is in the plan already
	Unchanged  State = "unchanged"   // it says what was sent
	Twice      State = "twice"       // another file is the same
	NotRead    State = "not read"    // it is no return of this plan
	Skipped    State = "skipped"     // nobody meant it
)

// Account is one file and what became of it.
type Account struct {
	File  string
	Owner string        // who was asked; "" of a file that was not read
	Sent  workbook.Date // the position at which it was asked
	State State
	Why   string // the rest, as a part of a sentence; may be ""
}

// Accounts is every file that was given, by name.
func (c *Collected) Accounts() []Account {
	var all []Account
	for _, r := range c.ours {
		all = append(all, c.account(r))
	}
	for _, r := range c.twice {
		same := slices.IndexFunc(c.ours, func(o *Return) bool { return o.sum == r.sum })
		why := "it is the same as " + c.ours[same].file
		if c.ours[same].file == r.file {
			why = "it was named twice"
		}
		all = append(all, Account{File: r.file, Owner: r.base.owner, Sent: r.base.asOf, State: Twice, Why: why})
	}
	for _, s := range c.Strange {
		a := Account{File: s.File, State: NotRead, Why: s.Reason}
		if s.Skipped {
			a.State = Skipped
		}
		all = append(all, a)
	}
	slices.SortStableFunc(all, func(a, b Account) int { return cmp.Compare(a.File, b.File) })
	return all
}

func (c *Collected) account(r *Return) Account {
	taken, open, refused, missing := 0, 0, 0, 0
	for _, x := range c.Accepted {
		taken += one(x.At.File == r.file)
	}
	for _, x := range c.Conflicts {
		open += one(!x.Taken && slices.ContainsFunc(x.Claims, func(claim Claim) bool { return claim.At.File == r.file }))
	}
	for _, x := range c.Refused {
		refused += one(x.At.File == r.file)
	}
	for _, x := range c.Missing {
		missing += one(x.File == r.file)
	}
	a := Account{File: r.file, Owner: r.base.owner, Sent: r.base.asOf, State: Unchanged}
	switch {
	case taken > 0:
		a.State = Merged
	case open+refused+missing > 0:
		a.State = Undecided
	case c.said[r.file]:
		a.State = NothingNew
	}
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{taken, "taken"}, {open, "changed on both sides"}, {refused, "refused"}} {
		if p.n > 0 {
			parts = append(parts, words.Count(p.n, "value", "values")+" "+p.what)
		}
	}
	if missing > 0 {
		parts = append(parts, words.Count(missing, "action", "actions")+" not returned")
	}
	if later := c.laterThan(r); later != nil {
		parts = append(parts, fmt.Sprintf("an older round: %s is of %s", later.file, later.base.asOf.Long()))
	}
	a.Why = strings.Join(parts, ", ")
	return a
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// laterThan is the same owner's return of a later round, nil without one.
func (c *Collected) laterThan(r *Return) *Return {
	for _, other := range slices.Backward(c.ours) {
		if words.SameName(other.base.owner, r.base.owner) && other.base.asOf.After(r.base.asOf) {
			return other
		}
	}
	return nil
}

// Absent is an owner who was asked and from whom nothing has come back.
type Absent struct {
	Owner string
	Asked workbook.Date
}

// absent are the owners who were asked in the same run as somebody who has
// returned, and of whom there is no return of that run or a later one.
func absent(ours []*Return) []Absent {
	var all []Absent
	for _, r := range slices.Backward(ours) { // the latest round first
		for _, owner := range r.base.asked {
			known := slices.ContainsFunc(all, func(a Absent) bool { return words.SameName(a.Owner, owner) })
			back := slices.ContainsFunc(ours, func(o *Return) bool {
				return words.SameName(o.base.owner, owner) && !o.base.asOf.Before(r.base.asOf)
			})
			if !known && !back {
				all = append(all, Absent{owner, r.base.asOf})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Absent) int { return cmp.Or(b.Asked.Compare(a.Asked), cmp.Compare(a.Owner, b.Owner)) })
	return all
}
