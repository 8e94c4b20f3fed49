package check

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// waive takes out the problems that somebody answers for, and notes which
// waivers did so.
func (p *Pass) waive(problems workbook.Problems) (left, waived workbook.Problems) {
	p.used = make(map[*workbook.Waiver]bool)
	if len(p.Plan.Waivers) == 0 {
		return problems, nil
	}
	p.unclear = p.unclearWaivers(problems)
	byRule := make(map[string][]*workbook.Waiver)
	for _, w := range p.Plan.Waivers {
		if p.holds(w) && !p.unclear[w] {
			byRule[words.Fold(w.Rule)] = append(byRule[words.Fold(w.Rule)], w)
		}
	}
	for _, problem := range problems {
		if w := p.waiverFor(problem, byRule[problem.Rule]); w != nil {
			p.used[w] = true
			problem.Waived = w
			waived = append(waived, problem)
			continue
		}
		left = append(left, problem)
	}
	return left, waived
}

func (p *Pass) waiverFor(problem workbook.Problem, waivers []*workbook.Waiver) *workbook.Waiver {
	for _, w := range waivers {
		if p.fits(w, problem) {
			return w
		}
	}
	return nil
}

// holds says whether a waiver has any force: its rule exists and may be
// waived, somebody answers for it with a reason, and it has not run out. A
// waiver of a publication rule holds only with an end date.
func (p *Pass) holds(w *workbook.Waiver) bool {
	if !p.rules[words.Fold(w.Rule)] || blank(w.Reason) || blank(w.By) || w.Bad(workbook.ColUntil) {
		return false
	}
	if w.Until.IsZero() {
		return !p.publication[words.Fold(w.Rule)]
	}
	return !w.Until.Before(p.AsOf)
}

// fits says whether a waiver is about a problem.
func (p *Pass) fits(w *workbook.Waiver, problem workbook.Problem) bool {
	if blank(w.Ref) {
		return true
	}
	if words.SameName(w.Ref, problem.Ref) && problem.Ref != "" {
		return true
	}
	sheet, ref, found := cutSheet(w.Ref)
	return found && p.isSheet(sheet, problem.Cell.Sheet) && words.SameName(ref, problem.Ref)
}

// cutSheet takes Actions!1.1 apart.
func cutSheet(ref string) (sheet, rest string, found bool) {
	i := strings.LastIndex(ref, "!")
	if i < 0 {
		return "", ref, false
	}
	return strings.Trim(strings.TrimSpace(ref[:i]), "'"), ref[i+1:], true
}

// isSheet says whether a name that somebody typed means a sheet of the file,
// by the file's name for it or by ours.
func (p *Pass) isSheet(typed, sheet string) bool {
	if words.Same(typed, sheet) {
		return true
	}
	for ours, theirs := range p.sheets {
		if words.Same(ours, typed) && words.Same(theirs, sheet) {
			return true
		}
	}
	return false
}

// unclearWaivers are those whose bare ref fits problems on several sheets: it
// can't be known which of them somebody answers for.
func (p *Pass) unclearWaivers(problems workbook.Problems) map[*workbook.Waiver]bool {
	sheetsOf := make(map[string]map[string]bool) // rule and ref → sheets
	for _, problem := range problems {
		key := problem.Rule + "\x00" + words.FoldName(problem.Ref)
		if sheetsOf[key] == nil {
			sheetsOf[key] = make(map[string]bool)
		}
		sheetsOf[key][problem.Cell.Sheet] = true
	}
	unclear := make(map[*workbook.Waiver]bool)
	for _, w := range p.Plan.Waivers {
		if !blank(w.Ref) && len(sheetsOf[words.Fold(w.Rule)+"\x00"+words.FoldName(w.Ref)]) > 1 {
			unclear[w] = true
		}
	}
	return unclear
}
