package check

import (
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var overloadOwner = Rule{
	Name: "overload-owner", Severity: workbook.Advice, Doc: doc("overload-owner"),
	Run: func(p *Pass) {
		limit := p.Plan.Info.ActionsPerOwner
		if limit <= 0 {
			limit = workbook.DefaultActionsPerOwner
		}
		open := make(map[string][]*facts.Action)
		for _, a := range p.Facts.Actions {
			if !a.Open || blank(a.Owner) {
				continue
			}
			key := words.FoldName(a.Owner)
			open[key] = append(open[key], a)
			if len(open[key]) == limit+1 {
				defer p.overloaded(key, open, limit)
			}
		}
	},
}

// overloaded reports one owner: on the People sheet, else at the first action
// beyond the limit.
func (p *Pass) overloaded(key string, open map[string][]*facts.Action, limit int) {
	actions := open[key]
	message := quote(actions[0].Owner) + " owns " + strconv.Itoa(len(actions)) + " open actions; the plan's own limit is " + strconv.Itoa(limit) + "."
	hint := "Give some to others, or finish some first."
	if person := p.Plan.FindPerson(actions[0].Owner); person != nil {
		p.report(person.Source, workbook.ColName, person.Name, message, hint, p.Plan.Info.At(workbook.FieldActionsPerOwner))
		return
	}
	beyond := actions[limit]
	p.report(beyond.Source, workbook.ColOwner, beyond.Action.Ref, message, hint, p.Plan.Info.At(workbook.FieldActionsPerOwner))
}
