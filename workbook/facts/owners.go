package facts

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// Owner is somebody, or a post, with all that they answer for, in sheet
// order.
type Owner struct {
	Name    string           // as first typed
	Person  *workbook.Person // of the People sheet, nil if it does not have them
	Actions []*Action
	Areas   []*Area // as accountable owner
	Risks   []*workbook.Risk
}

// Owners is everybody who owns an action, an area or a risk: in the order in
// which the Actions sheet first names them, then the Areas sheet, then Risks.
// Spellings that differ only in case or spaces are one owner. Records without
// an owner are in none.
func (f *Facts) Owners() []*Owner {
	l := ownerList{plan: f.Plan, byName: map[string]*Owner{}}
	for _, a := range f.Actions {
		if o := l.owner(a.Owner); o != nil {
			o.Actions = append(o.Actions, a)
		}
	}
	for _, a := range f.Areas {
		if o := l.owner(a.Owner); o != nil {
			o.Areas = append(o.Areas, a)
		}
	}
	for _, r := range f.Plan.Risks {
		if o := l.owner(r.Owner); o != nil {
			o.Risks = append(o.Risks, r)
		}
	}
	return l.owners
}

// FindOwner is the owner of that name, without regard to case and spaces, or
// nil.
func FindOwner(owners []*Owner, name string) *Owner {
	name = words.FoldName(name)
	for _, o := range owners {
		if words.FoldName(o.Name) == name {
			return o
		}
	}
	return nil
}

// Unowned is the actions whose Owner is blank, in sheet order.
func (f *Facts) Unowned() []*Action {
	return only(f.Actions, func(a *Action) bool { return strings.TrimSpace(a.Owner) == "" })
}

type ownerList struct {
	plan   *workbook.Plan
	owners []*Owner
	byName map[string]*Owner
}

func (l *ownerList) owner(name string) *Owner {
	folded := words.FoldName(name)
	if folded == "" {
		return nil
	}
	o := l.byName[folded]
	if o == nil {
		o = &Owner{Name: strings.TrimSpace(name), Person: l.plan.FindPerson(name)}
		l.byName[folded] = o
		l.owners = append(l.owners, o)
	}
	return o
}
