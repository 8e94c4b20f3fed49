package check

import (
	"strings"
	"unicode"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

var otherCouncil = Rule{
	Name: "other-council", Severity: workbook.Warning, Doc: doc("other-council"),
	Run: func(p *Pass) {
		if blank(p.Plan.Info.Organisation) {
			return
		}
		known := p.knownBodies()
		judge := func(s workbook.Source, heading, ref, text string) {
			if s.Bad(heading) {
				return
			}
			for _, name := range councilsIn(text) {
				if !strings.Contains(known, words.Fold(name.place)) && !learntFrom(text) {
					p.report(s, heading, ref,
						quote(name.typed)+" is another council than the one whose plan this is.",
						"Correct it if the words were taken over from another plan. If that council takes part, name it under Partner body or on People.")
					return
				}
			}
		}
		for _, a := range p.Facts.Areas {
			judge(a.Source, workbook.ColAreaName, a.Ref, a.Name)
			judge(a.Source, workbook.ColAreaOutcome, a.Ref, a.Outcome)
		}
		for _, a := range p.Facts.Actions {
			judge(a.Source, workbook.ColAction, a.Ref, a.Text)
			judge(a.Source, workbook.ColImpactChildren, a.Ref, a.Impact)
			if len(a.Action.Measures) == 0 {
				judge(a.Source, workbook.ColSuccessMeasure, a.Ref, a.SuccessMeasure)
			}
			judge(a.Source, workbook.ColIfItSlips, a.Ref, a.IfItSlips)
		}
		for _, m := range p.Plan.Measures {
			judge(m.Source, workbook.ColMeasure, m.Ref, m.Name)
		}
	},
}

// knownBodies are the names that the plan gives to the council itself and to
// those who take part, folded, as one text.
func (p *Pass) knownBodies() string {
	var known strings.Builder
	add := func(list ...string) {
		for _, s := range list {
			known.WriteString(words.Fold(s) + "\n")
		}
	}
	add(p.Plan.Info.Organisation, p.Plan.Info.Title, p.Plan.Info.Board)
	for _, x := range p.Plan.People {
		add(x.Name, x.Role, x.Body)
	}
	for _, a := range p.Facts.Areas {
		add(a.Partners...)
	}
	for _, a := range p.Facts.Actions {
		add(a.Partner)
	}
	for _, v := range p.Plan.Visits {
		add(v.Title)
	}
	for _, g := range p.Plan.Glossary {
		add(g.Term, g.Meaning)
	}
	return known.String()
}

// councilName is a council that a text names: the place, and all of it as typed.
type councilName struct{ place, typed string }

// councilsIn finds the councils that a text names: "Northmere County Council",
// "London Borough of Eastway", "Milton City Council".
func councilsIn(s string) []councilName {
	if !strings.Contains(s, "Council") && !strings.Contains(s, "Borough of ") {
		return nil
	}
	spans := wordSpans(s)
	word := func(i int) string { return s[spans[i].start:spans[i].end] }
	beside := func(i int) bool { return strings.TrimSpace(s[spans[i].end:spans[i+1].start]) == "" }
	var found []councilName
	for i := range spans {
		switch w := strings.TrimSuffix(strings.TrimSuffix(word(i), "'s"), "’s"); {
		case w == "Council":
			from := i
			for from > 0 && beside(from-1) && isName(word(from-1)) {
				from--
			}
			last := i - 1
			for last >= from && ofCouncils[word(last)] {
				last--
			}
			if last >= from && !noPlace[word(last)] {
				found = append(found, councilName{s[spans[from].start:spans[last].end], s[spans[from].start:spans[i].end]})
			}
		case w == "Borough" && i+2 < len(spans) && word(i+1) == "of" && isName(word(i+2)):
			from, to := i, i+2
			for from > 0 && beside(from-1) && isName(word(from-1)) {
				from--
			}
			found = append(found, councilName{word(to), s[spans[from].start:spans[to].end]})
		}
	}
	return found
}

func isName(w string) bool { return unicode.IsUpper([]rune(w)[0]) || w == "of" || w == "upon" }

var (
	ofCouncils = setOf("County City Borough District Metropolitan Town Parish London Unitary Royal")
	// noPlace are words before Council that make it no council of a place.
	noPlace = setOf("Youth Children Children's Health Medical Research General In Care Leavers Student School Bar Arts Nursing Midwifery The Our A Shadow Young Participation Refugee British Sports Skills Full Voluntary")
)

// learntFrom is true of a text in which another council is one that helps or
// is learnt from.
func learntFrom(text string) bool { return anyIn(helping, lowerWords(text)) }

var helping = setOf(`peer peers partner partners improvement sector-led learn learning learned learnt visit visited visits shadow shadowing neighbouring neighbour neighbours regional region with joint jointly shared
	supported support advice adviser placed placing commissioned consortium hosted host twinned review reviewed reviewer reviewers`)
