package check

import (
	"hash/maphash"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// sameWordsFrom is the number of cells from which the same words were filled
// in and not thought out.
const sameWordsFrom = 4

var sameWords = Rule{
	Name: "same-words", Severity: workbook.Warning, Doc: doc("same-words"),
	Run: func(p *Pass) {
		all := p.logged(p.thoughtOut())
		updates := p.sheet(workbook.SheetUpdates)
		keys, count := make([]uint64, len(all)), make(map[uint64]int, len(all))
		var buffer []byte
		for i, w := range all {
			key, n := appendWordKey(buffer[:0], w.value)
			if w.SheetName() == updates {
				key = append(key, logKey...) // a line of the log may be the note of that day
				n -= 2                       // and says more than a word or two
			}
			if n >= 2 {
				keys[i] = maphash.Bytes(wordSeed, key)
				count[keys[i]]++
			}
			buffer = key
		}
		cells := make(map[uint64][]written) // few are filled in several times
		var order []uint64
		for i, key := range keys {
			if count[key] < sameWordsFrom {
				continue
			}
			if w := &all[i]; isPlaceholder(w.value) || w.Bad(w.heading) || w.heading == workbook.ColProgressNote && saysNothing(w.value) {
				continue
			}
			if len(cells[key]) == 0 {
				order = append(order, key)
			}
			cells[key] = append(cells[key], all[i])
		}
		for _, key := range order {
			same := cells[key]
			if rowsOf(same) < sameWordsFrom || same[0].SheetName() == updates && refsIn(same) < sameLinesFrom {
				continue
			}
			first := same[0]
			var others []xlsx.Cell
			for _, w := range same[1:] {
				others = append(others, w.At(w.heading))
			}
			p.report(first.Source, first.heading, first.ref,
				quote(first.value)+" stands in "+strconv.Itoa(len(same))+" cells"+where(same)+": "+refsOf(same)+".",
				"Say in each row what is true of that row.", others...)
		}
	},
}

// wordSeed is of the sums that stand for the words of a cell: most texts are
// there once, and need not be kept for that to be known.
var wordSeed = maphash.MakeSeed()

// logKey ends the key of a line of the log. sameLinesFrom is the number of
// actions from which one line was copied: two or three may share a step.
const (
	logKey        = "\x00log"
	sameLinesFrom = 5
)

// logged adds the lines of the log.
func (p *Pass) logged(list []written) []written {
	for _, u := range p.Plan.Updates {
		list = append(list, written{u.Source, workbook.ColNote, u.Action, u.Note})
	}
	return list
}

// refsIn counts the actions or other records that some cells are of.
func refsIn(cells []written) int {
	refs := make(map[string]bool)
	for _, w := range cells {
		refs[words.Fold(w.ref)] = true
	}
	return len(refs)
}

// rowsOf counts the records of some cells.
func rowsOf(cells []written) int {
	rows := make(map[sheetRow]bool)
	for _, w := range cells {
		rows[sheetRow{w.SheetName(), w.Row}] = true
	}
	return len(rows)
}

// where says that some cells are all of one column.
func where(cells []written) string {
	for _, w := range cells[1:] {
		if w.heading != cells[0].heading || w.SheetName() != cells[0].SheetName() {
			return ""
		}
	}
	return " of this column"
}

// written is one cell that has to be thought out for its own row.
type written struct {
	workbook.Source
	heading, ref, value string
}

// thoughtOut are the cells whose words should be true of one row only.
func (p *Pass) thoughtOut() []written {
	list := make([]written, 0, 2*len(p.Plan.Actions)+len(p.Plan.Updates))
	add := func(s workbook.Source, heading, ref, value string) {
		if !blank(value) {
			list = append(list, written{s, heading, ref, value})
		}
	}
	for _, a := range p.Facts.Areas {
		add(a.Source, workbook.ColAreaOutcome, a.Ref, a.Outcome)
		add(a.Source, workbook.ColStatusReason, a.Ref, a.StatusReason)
	}
	for _, a := range p.Facts.Actions {
		if a.Meaning == workbook.Withdrawn {
			continue
		}
		ref := a.Action.Ref
		add(a.Source, workbook.ColProgressNote, ref, a.ProgressNote)
		add(a.Source, workbook.ColRevisionReason, ref, a.RevisionReason)
		if len(a.Action.Measures) == 0 {
			add(a.Source, workbook.ColSuccessMeasure, ref, a.SuccessMeasure)
		}
		add(a.Source, workbook.ColImpactChildren, ref, a.Impact)
		add(a.Source, workbook.ColIfItSlips, ref, a.IfItSlips)
	}
	for _, r := range p.Plan.Risks {
		add(r.Source, workbook.ColMitigation, r.Ref, r.Mitigation)
	}
	return list
}

// refsOf names the records of some cells, the first few of many.
func refsOf(cells []written) string {
	var refs []string
	for _, w := range cells[:min(len(cells), placesShown)] {
		refs = append(refs, w.ref)
	}
	if n := len(cells) - placesShown; n > 0 {
		return strings.Join(refs, ", ") + " and " + words.Figures(n, "other", "others")
	}
	return words.And(refs)
}
