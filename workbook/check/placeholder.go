package check

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

var placeholder = Rule{
	Name: "placeholder", Severity: workbook.Warning, Submission: workbook.Error, Doc: doc("placeholder"),
	Run: func(p *Pass) {
		judge := func(s workbook.Source, heading, ref, value string) {
			if isPlaceholder(value) && !s.Bad(heading) {
				p.report(s, heading, ref,
					quote(value)+" stands where the "+words.LowerFirst(s.Heading(heading))+" should be.",
					"Write it now, or leave the cell blank until it is known: a blank cell is counted as missing.")
			}
		}
		for _, a := range p.Plan.Areas {
			judge(a.Source, workbook.ColAreaName, a.Ref, a.Name)
			judge(a.Source, workbook.ColAreaOutcome, a.Ref, a.Outcome)
		}
		for _, f := range p.Plan.Findings {
			judge(f.Source, workbook.ColFinding, f.Ref, f.Text)
		}
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Withdrawn {
				judge(a.Source, workbook.ColAction, a.Ref, a.Text)
				judge(a.Source, workbook.ColSuccessMeasure, a.Ref, a.SuccessMeasure)
				judge(a.Source, workbook.ColEvidence, a.Ref, a.Evidence)
				judge(a.Source, workbook.ColCheckedBy, a.Ref, a.CheckedBy)
			}
		}
		for _, r := range p.Plan.Risks {
			judge(r.Source, workbook.ColMitigation, r.Ref, r.Mitigation)
		}
	},
}

var placeholders = setOf(`tbc tba tbd n/a na none nil pending unknown x xx xxx todo to-do awaiting blank ?`)

// isPlaceholder is true of a text that only holds a place: "TBC", "n/a", "-",
// "to be confirmed".
func isPlaceholder(s string) bool {
	if len(s) > 40 {
		return false // whatever it is, somebody has written a sentence
	}
	folded := strings.Trim(words.Fold(s), ".…-–—_()[] ")
	if folded == "" {
		return !blank(s)
	}
	return placeholders[folded] || strings.Trim(folded, "?") == "" ||
		folded == "to be confirmed" || folded == "to be agreed" || folded == "to be decided" || folded == "to be determined" ||
		folded == "to follow" || folded == "see above" || folded == "as above" || folded == "not applicable" || folded == "not known"
}
