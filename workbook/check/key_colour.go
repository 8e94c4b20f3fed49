package check

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

var keyColour = Rule{
	Name: "key-colour", Severity: workbook.Warning, Doc: doc("key-colour"),
	Run: func(p *Pass) {
		for _, w := range p.Plan.Key.Words {
			if blank(w.Colour) || isHexColour(w.Colour) || slices.Contains(workbook.Colours, words.Fold(w.Colour)) || words.Fold(w.Colour) == "gray" || w.Bad(workbook.ColColour) {
				continue
			}
			p.report(w.Source, workbook.ColColour, w.Word,
				quote(w.Colour)+" is not a colour that can be printed; the meaning's own colour is used.",
				words.DidYouMean(w.Colour, workbook.Colours)+"Use "+strings.Join(workbook.Colours, ", ")+", or a value such as #1f5f5f.")
		}
	},
}

// isHexColour is true of #rrggbb.
func isHexColour(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) != 7 || s[0] != '#' {
		return false
	}
	for _, r := range s[1:] {
		if !strings.ContainsRune("0123456789abcdefABCDEF", r) {
			return false
		}
	}
	return true
}
