package check

import (
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// One piece of evidence may show two actions done, and an audit of the whole
// service a few more.
const (
	sharedWhole = 3 // actions whose evidence is the same and nothing else
	sharedPart  = 5 // actions that name the same piece among others
)

var evidenceShared = Rule{
	Name: "evidence-shared", Severity: workbook.Warning, Doc: doc("evidence-shared"),
	Run: func(p *Pass) {
		whole, part := make(map[string][]*facts.Action), make(map[string][]*facts.Action)
		for _, a := range p.Facts.Actions {
			if blank(a.Evidence) || a.Meaning == workbook.Withdrawn || isPlaceholder(a.Evidence) || a.Bad(workbook.ColEvidence) {
				continue
			}
			key, _ := wordKey(a.Evidence)
			whole[key] = append(whole[key], a)
			for _, piece := range strings.FieldsFunc(a.Evidence, func(r rune) bool { return r == ';' || r == '\n' }) {
				if key, n := wordKey(piece); n > 0 {
					part[key] = append(part[key], a)
				}
			}
		}
		told := make(map[*facts.Action]bool)
		for _, a := range p.Facts.Actions {
			if told[a] || blank(a.Evidence) {
				continue
			}
			key, _ := wordKey(a.Evidence)
			if same := whole[key]; len(same) >= sharedWhole {
				p.evidenceOfMany(same, told)
				continue
			}
			for _, piece := range strings.FieldsFunc(a.Evidence, func(r rune) bool { return r == ';' || r == '\n' }) {
				key, _ := wordKey(piece)
				if same := part[key]; len(same) >= sharedPart {
					p.evidenceOfMany(same, told)
					break
				}
			}
		}
	},
}

func (p *Pass) evidenceOfMany(same []*facts.Action, told map[*facts.Action]bool) {
	if told[same[0]] {
		return
	}
	var refs []string
	var others []xlsx.Cell
	for i, a := range same {
		told[a] = true
		if i < placesShown {
			refs = append(refs, a.Action.Ref)
		}
		if i > 0 {
			others = append(others, a.At(workbook.ColEvidence))
		}
	}
	p.report(same[0].Source, workbook.ColEvidence, same[0].Action.Ref,
		"The same evidence is named for "+strconv.Itoa(len(same))+" actions: "+strings.Join(refs, ", ")+".",
		"Name for each action what shows that this one is done: the page, the sample, the minute.", others...)
}
