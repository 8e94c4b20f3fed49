package check

import (
	"slices"
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
		left := func(s workbook.Source, heading, ref, value string) {
			if rest := toFillIn(value); rest != "" && !s.Bad(heading) {
				p.report(s, heading, ref,
					quote(rest)+" has been left in the "+words.LowerFirst(s.Heading(heading))+" for somebody to fill in.",
					"Fill it in, or take it out: the board reads it as it stands.")
			}
		}
		for _, a := range p.Plan.Areas {
			left(a.Source, workbook.ColStatusReason, a.Ref, a.StatusReason)
			judge(a.Source, workbook.ColAreaName, a.Ref, a.Name)
			judge(a.Source, workbook.ColAreaOutcome, a.Ref, a.Outcome)
		}
		for _, f := range p.Plan.Findings {
			judge(f.Source, workbook.ColFinding, f.Ref, f.Text)
		}
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Withdrawn {
				left(a.Source, workbook.ColProgressNote, a.Ref, a.ProgressNote)
				left(a.Source, workbook.ColIfItSlips, a.Ref, a.IfItSlips)
				left(a.Source, workbook.ColRevisionReason, a.Ref, a.RevisionReason)
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

// leftIn are the marks by which whoever drafts a text tells somebody else what
// is still to be put in: "[insert figure]", "XX%", "TBC - copy over from the
// highlight report", "Update to be added before papers go out".
var leftIn = words.MustCompile(`(?i)[\[<{(](?:insert|add|fill|figure|number|date|name|tbc|tba|xx+|\?+|check|update)\b[^\])}>]*[\])}>]|` +
	`[\[<{(]\s*(?:\?+|…|\.{2,})\s*[\])}>]|` +
	`\bxx+%?(?:[\s.,;:%]|$)|` +
	`\b(?:tbc|tba|tbd|to do|todo)\s*[-–—:,]\s*(?:add|insert|copy|check|chase|ask|figures?|update|awaiting|need|see)\b[^.;]*|` +
	`^\s*(?:note|update|text|wording|figures?|commentary|progress|comment|narrative)\s+(?:is |are )?(?:to be (?:added|inserted|supplied|written|provided|updated)|to follow|tbc|pending)\b[^.;]*|` +
	`\b(?:lorem ipsum|insert (?:text|figures?|number|date|update) here|copy over from)\b[^.;]*`)

// toFillIn is the first such mark in a text, without the space round it.
func toFillIn(s string) string {
	if !strings.ContainsAny(s, "[<{") && !slices.ContainsFunc(ofDrafts, func(mark string) bool { return strings.Contains(s, mark) }) {
		return ""
	}
	return strings.TrimRight(strings.TrimSpace(leftIn.FindString(s)), ".,;:")
}

// ofDrafts are what a text with such a mark has in it: to look for them is quick.
var ofDrafts = []string{"xx", "XX", "TBC", "TBA", "TBD", "Tbc", "tbc", "tba", "tbd", "to be ", "to follow", "pending", "sert ", "SERT", "(?", "(.", "(…", "(add", "(Add", "(fill", "to do", "todo", "TODO", "lorem", "Lorem", "copy over", "(check", "(update"}
