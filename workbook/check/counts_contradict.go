package check

import (
	"actionplan/workbook"
)

var countsContradict = Rule{
	Name: "counts-contradict", Severity: workbook.Warning, Doc: doc("counts-contradict"),
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			if m.Counts != workbook.CountsEveryone || m.Bad(workbook.ColCounts) || m.Bad(workbook.ColSource) || !samplesOnly(m.From) {
				continue
			}
			p.report(m.Source, workbook.ColCounts, m.Ref,
				"Counts says "+quote(m.Counts)+", and the source is a sample ("+quote(m.From)+").",
				"Choose \"A sample\", so that what only comes from drawing other records is not told as better or worse. If everybody is counted, say so under Source.", m.At(workbook.ColSource))
		}
	},
}

// drawsSome is true of a source that reads a number of records each time: "audit
// of 60 records". Everybody is never so many.
func drawsSome(list []string) bool {
	for i := 0; i+2 < len(list); i++ {
		if drawn[list[i]] && list[i+1] == "of" && amount(list[i+2]) > 1 {
			return true
		}
	}
	return false
}

var drawn = setOf("audit audits review reviews reading check checks read-through")

// samplesOnly is true of a source that draws some of what there is, and does
// not say that it takes all.
func samplesOnly(source string) bool {
	list := lowerWords(source)
	if drawsSome(list) {
		return true
	}
	return anyIn(setOf("sample samples sampled sampling dip dip-sample dip-sampling survey surveys"), list) && !anyIn(setOf("all every everyone whole full census each 100"), list)
}
