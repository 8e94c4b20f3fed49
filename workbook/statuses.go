package workbook

import (
	"fmt"
	"strings"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// statusUse is one cell with a status word.
type statusUse struct {
	src    *Source
	column int
	word   string
}

// settleKey puts the seven meanings in the place of a key that is not there,
// and says so once.
func (l *loader) settleKey() {
	found := l.match.of[keySheet]
	l.keyRead = true
	if found != nil && (found.row == 0 && len(found.probe.Cells) > 0 || found.row > 0 && found.at[0] == nil) {
		l.keyRead = false // reported at its heading
	}
	for _, w := range l.plan.Key.Words {
		if w.Word != "" && l.keyRead {
			return
		}
	}
	if l.keyRead {
		p := Problem{Rule: RuleKeyMissing, Severity: Advice, Cell: l.fileCell(),
			Message: "There is no Key sheet, so the status words are taken to be the seven meanings.",
			Hint:    "Add a Key sheet that says what your own status words mean."}
		if found != nil {
			p.Cell, p.Message = l.sheetCell(found.file.Name), "The Key sheet is empty, so the status words are taken to be the seven meanings."
			p.Hint = "Fill in your own status words and what each means."
		}
		l.add(p)
	}
	l.plan.Key = DefaultKey()
}

// manyStatuses is from how many cells on a word that the key lacks is one
// problem and not one for each cell: then the key is what must be fixed.
const manyStatuses = 6

// checkStatuses compares every status with the key.
func (l *loader) checkStatuses() {
	if !l.keyRead {
		return
	}
	known := map[string]bool{}
	var keyWords []string
	for _, w := range l.plan.Key.Words {
		known[words.Fold(w.Word)] = true
		keyWords = append(keyWords, w.Word)
	}
	unknown := map[string][]statusUse{}
	var order []string
	for _, u := range l.statuses {
		folded := words.Fold(u.word)
		if known[folded] {
			continue
		}
		if unknown[folded] == nil {
			order = append(order, folded)
		}
		unknown[folded] = append(unknown[folded], u)
	}
	for _, folded := range order {
		l.reportStatus(unknown[folded], keyWords)
	}
}

func (l *loader) reportStatus(uses []statusUse, known []string) {
	word := quoted(uses[0].word)
	hint := "Use one of: " + strings.Join(known, ", ") + "; or add " + word + " to the Key sheet."
	message := "The status " + word + " is not a word of the Key sheet"
	if l.plan.Key.Default {
		message = "The status " + word + " is not one of the seven meanings, and no Key sheet says what it means"
		hint = "Add a Key sheet that says what " + word + " means, or use one of: " + strings.Join(known, ", ") + "."
	}
	hint = words.DidYouMean(uses[0].word, known) + hint
	if !l.plan.Key.Default && len(uses) < manyStatuses {
		for _, u := range uses {
			l.report(u.src, u.column, faulty(RuleStatusInKey, hint, "%s.", message))
		}
		return
	}
	var cells []xlsx.Cell
	for _, u := range uses {
		cells = append(cells, u.src.At(ColStatus))
		u.src.markBad(u.column)
	}
	if n := len(uses); n > 1 {
		message += fmt.Sprintf(" (%d cells)", n)
	}
	l.report(uses[0].src, uses[0].column, faulty(RuleStatusInKey, hint, "%s.", message), cells[1:]...)
}
