package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var statusBeforeLetter = Rule{
	Name: "status-before-letter", Severity: workbook.Warning, Doc: doc("status-before-letter"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.Open || a.Stale || a.LastTouched.IsZero() || a.Meaning == workbook.NotStarted || a.Bad(workbook.ColUpdated) {
				continue
			}
			f := latestLetter(a)
			if f == nil || f.Visit.LetterDated.After(p.AsOf) || !a.LastTouched.Before(f.Visit.LetterDated) {
				continue
			}
			p.report(a.Source, workbook.ColUpdated, a.Ref,
				"The status was last looked at on "+a.LastTouched.Long()+", before the letter of "+f.Visit.LetterDated.Long()+" whose finding "+f.Ref+" it answers.",
				"Look at the status again in the light of that letter.", f.Visit.At(workbook.ColLetterDated))
		}
	},
}

// latestLetter is the finding, of those an action names, from the latest
// letter; nil where no letter has a date.
func latestLetter(a *facts.Action) *facts.Finding {
	var latest *facts.Finding
	for _, f := range a.Findings {
		if f.Visit == nil || f.Visit.LetterDated.IsZero() {
			continue
		}
		if latest == nil || latest.Visit.LetterDated.Before(f.Visit.LetterDated) {
			latest = f
		}
	}
	return latest
}
