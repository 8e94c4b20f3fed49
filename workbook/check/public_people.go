package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Names of the two problems that only a public edition has.
const (
	rulePersonNamed = "person-named"
	ruleOwnerRole   = "owner-role"
)

var editionRules = []workbook.RuleDoc{
	{Name: rulePersonNamed, Severity: workbook.Error, Doc: "A text that a public paper would print holds the name or e-mail address of somebody on the People sheet. Public papers give posts. " +
		"The text is never changed for you: write the post instead of the name, or mark the row Restricted."},
	{Name: ruleOwnerRole, Severity: workbook.Error, Doc: "An owner is not on the People sheet, or has no role there, so that a public paper can't print the post. " +
		"Add the person to People and enter the role; where the owner is a post already, enter it as name and as role."},
}

// namedPeople are the texts, of what would be published, that hold the name of
// somebody on the People sheet. Names of posts are no names of people.
func (p *Pass) namedPeople() workbook.Problems {
	find := nameFinder(p.Plan.People)
	var problems workbook.Problems
	if what := find(strings.NewReplacer("_", " ", "-", " ", ".", " ").Replace(p.Plan.File)); what != "" {
		problems = append(problems, workbook.Problem{
			Rule: rulePersonNamed, Severity: workbook.Error, Cell: xlsx.Cell{File: p.Plan.File},
			Message: "The name of this file, which a public paper prints, holds the " + what + " of somebody on " + p.sheet(workbook.SheetPeople) + ".",
			Hint:    "Give a copy of the file another name, and make the public paper from that.",
		})
	}
	for _, t := range append(p.printedTexts(), p.fieldsWithNames()...) {
		what := find(t.value)
		if what == "" {
			continue
		}
		problem := at(t.Source, t.heading, t.ref,
			"The text holds the "+what+" of somebody on "+p.sheet(workbook.SheetPeople)+".",
			"Write the post instead, or mark the row Restricted if its sheet has a Publish column.")
		problem.Rule, problem.Severity, problem.Value = rulePersonNamed, workbook.Error, ""
		problems = append(problems, problem)
	}
	return oncePerCell(problems)
}

// nameFinder says what of a person's a text holds: "name", "e-mail address",
// or "" for nothing.
func nameFinder(people []*workbook.Person) func(text string) string {
	var names, single, mails []string
	for _, x := range people {
		if !isPersonsName(x) {
			continue // a post's name and mailbox may be printed
		}
		if mail := words.Fold(x.Email); mail != "" {
			mails = append(mails, mail)
		}
		if name := strings.Fields(x.Name); len(name) == 1 {
			single = append(single, name[0])
		} else {
			names = append(names, words.Fold(x.Name))
		}
	}
	return func(text string) string {
		folded := words.Fold(text)
		switch {
		case anyWhole(folded, names), anyWhole(text, single):
			return "name"
		case within(folded, mails...):
			return "e-mail address"
		}
		return ""
	}
}

// anyWhole finds any of the phrases as whole words. A single name is looked
// for in its own capitals: "Grace" is somebody, "grace" is not.
func anyWhole(text string, phrases []string) bool {
	for _, phrase := range phrases {
		for from := 0; ; {
			i := strings.Index(text[from:], phrase)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(phrase)
			before, _ := utf8.DecodeLastRuneInString(text[:start])
			after, _ := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
				return true
			}
			from = end
		}
	}
	return false
}

// isPersonsName tells a person's name from the name of a post or a group: it
// is not the role itself, and holds no word for one.
func isPersonsName(x *workbook.Person) bool {
	list := lowerWords(x.Name)
	return !blank(x.Name) && !words.SameName(x.Name, x.Role) && !anyIn(onePost, list) && !anyIn(manyPosts, list) && !anyIn(groupWords, list)
}

// printedTexts are the texts of what would be published.
func (p *Pass) printedTexts() []written {
	var list []written
	for _, t := range p.texts {
		if !t.restricted && t.printed {
			list = append(list, written{t.Place(), t.heading, t.ref, t.value})
		}
	}
	return list
}

// fieldsWithNames are the cells that hold no sentences, are printed all the
// same, and may hold a name: partners, words of the key, lists with a word of
// somebody's own. A field that is somebody's name and nothing else is left
// out: their post is printed for it.
func (p *Pass) fieldsWithNames() []written {
	var list []written
	for _, t := range p.textsOf(nil, mayName) {
		if !t.restricted {
			list = append(list, written{t.Place(), t.heading, t.ref, t.value})
		}
	}
	for _, f := range p.namedPosts() {
		if !blank(f.owner) && p.Plan.FindPerson(f.owner) == nil {
			list = append(list, written{f.Source, f.heading, f.ref, f.owner})
		}
	}
	for _, o := range append(p.publicOwners(), p.namedPosts()...) {
		if person := p.Plan.FindPerson(o.owner); person != nil && !blank(person.Role) && !words.SameName(person.Name, person.Role) {
			list = append(list, written{person.Source, workbook.ColRole, person.Name, person.Role})
		}
	}
	return list
}

// mayName is true of a column of words that public papers print and that is no
// prose, which is searched by itself.
func mayName(c *workbook.Column) bool {
	switch c.Kind {
	case workbook.Text, workbook.LongText, workbook.List, workbook.StatusWord, workbook.People:
		return c.Public == workbook.Printed && !c.Prose()
	}
	return false
}

// mayHoldAnything is true of the same columns, but for the field that is there
// to say how the organisation is reached.
func mayHoldAnything(c *workbook.Column) bool {
	return mayName(c) && c.Heading != workbook.FieldContact && c.Heading != workbook.FieldOrganisation
}

// namedPosts are the fields of the Plan sheet that say who somebody is: of
// whom a public paper prints the post.
func (p *Pass) namedPosts() []owned {
	sheet := workbook.FindSheet(workbook.SheetPlan)
	var list []owned
	for i := range sheet.Columns {
		if c := &sheet.Columns[i]; c.Public == workbook.AsPost {
			list = append(list, owned{p.Plan.Info.Source, c.Heading, c.Heading, c.Value(&p.Plan.Info).Text})
		}
	}
	return list
}

// ownersWithoutRole are the owners whose post is not known: a public edition
// prints posts, never names.
func (p *Pass) ownersWithoutRole() workbook.Problems {
	var problems workbook.Problems
	owners := p.publicOwners()
	for _, f := range p.namedPosts() {
		if p.Plan.FindPerson(f.owner) != nil { // a post of its own words is printed as it stands
			owners = append(owners, f)
		}
	}
	for _, o := range owners {
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
		if !p.Facts.Restricted(r) {
			list = append(list, owned{r.Source, workbook.ColOwner, r.Ref, r.Owner})
		}
	}
	return list
}

// oncePerCell keeps the first problem at each cell.
func oncePerCell(problems workbook.Problems) workbook.Problems {
	seen := make(map[xlsx.Cell]bool)
	var once workbook.Problems
	for _, problem := range problems {
		if !seen[problem.Cell] {
			seen[problem.Cell] = true
			once = append(once, problem)
		}
	}
	return once
}
