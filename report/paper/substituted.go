package paper

import (
	"fmt"

	"actionplan/report/tagged"
	"actionplan/workbook"
	"actionplan/workbook/words"
)

// Substituted says of each character that no font has which cells hold it, a
// line each, so that somebody can change it there.
func Substituted(p *workbook.Plan, found []tagged.Substitution) []string {
	var lines []string
	seen := map[rune]bool{}
	for _, s := range found {
		if seen[s.Rune] {
			continue
		}
		seen[s.Rune] = true
		lines = append(lines, fmt.Sprintf("no font here has the character %q of %s; the paper shows %q instead", s.Rune, cellsWith(p, s), '\uFFFD'))
	}
	return lines
}

// cellsWith names the first cell and counts the others; a character that is in
// no cell is shown in its text.
func cellsWith(p *workbook.Plan, s tagged.Substitution) string {
	cells := p.CellsWith(s.Rune)
	switch len(cells) {
	case 0:
		return fmt.Sprintf("%.60q", s.Text)
	case 1:
		return cells[0].String()
	case 2:
		return cells[0].String() + " and one other cell"
	}
	return cells[0].String() + " and " + words.Digits(len(cells)-1) + " other cells"
}
