package check

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// publicationRules look for text that could identify a child. They share one
// reading of every text.
func publicationRules() []Rule {
	return []Rule{nhsNumber, upn, dateOfBirth, caseNumber, initials, postcode, phone, email, smallCount}
}

// publish is the function of a publication rule: it reports each text of a row
// that is not restricted in which the mark stands, and never says what it is.
// In what a published letter says it is advice: it is public already.
func publish(rule, what, hint string) func(*Pass) {
	return func(p *Pass) {
		for i, t := range p.texts {
			if t.restricted || !p.marked(i)[rule] {
				continue
			}
			problem := at(t.Source, t.heading, t.ref, "The text seems to hold "+what+".", hint+p.orRestrict(t.Source))
			problem.Value = ""
			if t.finding != nil && fromPublished(t.finding) {
				problem.Severity = workbook.Advice
			}
			p.Report(problem)
		}
	}
}

// orRestrict is the other way to keep a text out of the public edition, by
// the column Publish of its own sheet or of the one that its row follows; ""
// where there is none, as on the Plan sheet.
func (p *Pass) orRestrict(s workbook.Source) string {
	switch s.SheetName() {
	case p.sheet(workbook.SheetAreas), p.sheet(workbook.SheetFindings), p.sheet(workbook.SheetActions):
		return " Or mark the row Restricted."
	case p.sheet(workbook.SheetMeasures), p.sheet(workbook.SheetRisks):
		return " Or mark its area Restricted."
	case p.sheet(workbook.SheetReadings):
		return " Or mark the area of its measure Restricted."
	case p.sheet(workbook.SheetUpdates):
		return " Or mark its action Restricted."
	}
	return ""
}

// fromPublished is true of a finding whose letter is said to be published.
func fromPublished(f *facts.Finding) bool {
	return f.Visit != nil && strings.EqualFold(f.Visit.Published, "Yes")
}

// marked is which rules a text trips, worked out once for all of them.
func (p *Pass) marked(i int) map[string]bool {
	if p.marks == nil {
		small := p.smallCount()
		p.marks = make([]map[string]bool, len(p.texts))
		for j, t := range p.texts {
			for _, m := range Identifiable(t.value, small) {
				if p.marks[j] == nil {
					p.marks[j] = make(map[string]bool)
				}
				p.marks[j][m.Rule] = true
			}
		}
	}
	return p.marks[i]
}

func (p *Pass) smallCount() int {
	if n := p.Plan.Info.SmallCount; n > 0 {
		return n
	}
	return workbook.DefaultSmallCount
}

// hide takes out of problems what could identify a child: of every problem at
// a cell that holds such text the value and the hint, which may repeat a part
// of it, and whatever of the kind still stands in a message, hint or ref.
func (p *Pass) hide(problems workbook.Problems) {
	named := make(map[xlsx.Cell]bool)
	for i, t := range p.texts {
		if len(p.marked(i)) > 0 {
			named[t.At(t.heading)] = true
		}
	}
	small := p.smallCount()
	for i := range problems {
		if p.publication[problems[i].Rule] {
			continue
		}
		if named[problems[i].Cell] || len(Identifiable(problems[i].Value, small)) > 0 {
			problems[i].Value = ""
			problems[i].Hint = "Take out what could identify somebody, then mend the cell; see: actionplan explain " + problems[i].Rule
		}
		problems[i].Ref = masked(problems[i].Ref, small)
		problems[i].Message = masked(problems[i].Message, small)
		problems[i].Hint = masked(problems[i].Hint, small)
	}
}

// masked puts … in place of what could identify a child. Marks that touch or
// overlap are one: cut one by one, the second would be cut by the places of
// the text as it was before the first.
func masked(s string, small int) string {
	marks := Identifiable(s, small)
	if len(marks) == 0 {
		return s
	}
	slices.SortFunc(marks, func(a, b Mark) int { return cmp.Compare(a.start, b.start) })
	var b strings.Builder
	end := 0 // of what is written or left out
	for i, m := range marks {
		if i == 0 || m.start > end {
			b.WriteString(s[end:m.start] + "…")
		}
		end = max(end, m.end)
	}
	return b.String() + s[end:]
}

// Publication is what stands against publishing the plan: everything that the
// publication rules find at cells that would be printed and that nobody
// answers for until a date. A public edition is refused unless it is empty;
// advice about letters that are published already is left out.
func Publication(p *workbook.Plan, f *facts.Facts) workbook.Problems {
	pass := newPass(p, f)
	var problems workbook.Problems
	for _, r := range publicationRules() {
		problems = append(problems, pass.run(r, Options{})...)
	}
	problems = append(problems, pass.namedPeople()...)
	problems = append(problems, pass.ownersWithoutRole()...)
	left, _ := pass.waive(problems)
	var against workbook.Problems
	for _, problem := range left {
		if problem.Severity != workbook.Advice {
			against = append(against, problem)
		}
	}
	against.Sort(p.SheetOrder)
	return against
}
