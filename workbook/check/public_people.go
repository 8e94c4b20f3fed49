package check

import "actionplan/workbook"

// Names of the two problems that only a public edition has.
const (
	rulePersonNamed = "person-named"
	ruleOwnerRole   = "owner-role"
)

// namedPeople are the texts, of what would be published, that hold the name of
// somebody on the People sheet. Names of posts are no names of people.
func (p *Pass) namedPeople() workbook.Problems {
	var names []string
	for _, x := range p.Plan.People {
		if isPersonsName(x) {
			names = append(names, fold(x.Name))
		}
	}
	if len(names) == 0 {
		return nil
	}
	var problems workbook.Problems
	for _, t := range p.texts {
		if t.restricted || !t.printed || !within(fold(t.value), names...) {
			continue
		}
		problem := at(t.Source, t.heading, t.ref,
			"The text holds the name of somebody on "+p.sheet(workbook.SheetPeople)+".",
			"Write the post instead, or mark the row Restricted.")
		problem.Rule, problem.Severity, problem.Value = rulePersonNamed, workbook.Error, ""
		problems = append(problems, problem)
	}
	return problems
}

// isPersonsName tells a person's name from the name of a post: it is shaped
// like one, and holds no word for a post.
func isPersonsName(x *workbook.Person) bool {
	return looksLikeName(x.Name) && !anyIn(onePost, words(x.Name)) && !samePost(x.Name, x.Role)
}

// ownersWithoutRole are the owners whose post is not known: a public edition
// prints posts, never names.
func (p *Pass) ownersWithoutRole() workbook.Problems {
	var problems workbook.Problems
	for _, o := range p.publicOwners() {
		person := p.Plan.FindPerson(o.owner)
		var problem workbook.Problem
		switch {
		case blank(o.owner) || o.Bad(o.heading):
			continue
		case person == nil:
			problem = at(o.Source, o.heading, o.ref,
				"The owner is not on "+p.sheet(workbook.SheetPeople)+", so the post to print in a public paper is not known.",
				"Add a row there with the name and the role.")
		case blank(person.Role):
			problem = at(person.Source, workbook.ColRole, person.Name,
				"The role is missing, so the post to print in a public paper is not known.",
				"Enter the post.", o.At(o.heading))
		default:
			continue
		}
		problem.Rule, problem.Severity, problem.Value = ruleOwnerRole, workbook.Error, ""
		problems = append(problems, problem)
	}
	return oncePerCell(problems)
}

// publicOwners are the owner cells of what would be published.
func (p *Pass) publicOwners() []owned {
	var list []owned
	for _, a := range p.Facts.Areas {
		if !a.Restricted {
			list = append(list, owned{a.Source, workbook.ColAccountable, a.Ref, a.Owner})
		}
	}
	for _, a := range p.Facts.Actions {
		if !a.Restricted {
			list = append(list, owned{a.Source, workbook.ColOwner, a.Action.Ref, a.Owner})
		}
	}
	for _, r := range p.Plan.Risks {
		if !p.Facts.RiskRestricted(r) {
			list = append(list, owned{r.Source, workbook.ColOwner, r.Ref, r.Owner})
		}
	}
	return list
}

// oncePerCell keeps the first problem at each cell.
func oncePerCell(problems workbook.Problems) workbook.Problems {
	seen := make(map[workbook.Cell]bool)
	var once workbook.Problems
	for _, problem := range problems {
		if !seen[problem.Cell] {
			seen[problem.Cell] = true
			once = append(once, problem)
		}
	}
	return once
}
