package history

import (
	"fmt"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// byRecord finds an area with its facts.
func byRecord(f *facts.Facts) map[*workbook.Area]*facts.Area {
	areas := make(map[*workbook.Area]*facts.Area, len(f.Areas))
	for _, a := range f.Areas {
		areas[a.Area] = a
	}
	return areas
}

// areaByActions is the change of an area that has, or had, its status from its
// actions: it moves although nobody changed a cell of its own. Its Old and New
// are the words that are printed for it.
func (c *Matched) areaByActions(f cellPair) (Change, bool) {
	if f.pair.new.sheet != areasSheet || f.heading != workbook.ColStatus {
		return Change{}, false
	}
	then, now := c.areasThen[f.pair.old.record.(*workbook.Area)], c.areasNow[f.pair.new.record.(*workbook.Area)]
	if then == nil || now == nil || then.Meaning == now.Meaning || !then.FromActions && !now.FromActions {
		return Change{}, false
	}
	x := change(kindOfMeanings(then.Meaning, now.Meaning), f.pair.new, f.heading)
	x.Old, x.New = then.Word, now.Word
	state := func(k workbook.Key, a *facts.Area) string {
		if a.FromActions {
			return StatusWord(k, a.Word) + " from its actions"
		}
		return StatusWord(k, a.Word)
	}
	x.who, x.was, x.now = c.subject(f.pair.new), words.Quote(x.Old), words.Quote(x.New)
	verb, known := statusVerbs[x.Kind]
	switch {
	case now.NoActions && now.Word == "":
		x.Words = fmt.Sprintf("%s has no actions any more; it was %s.", x.who, state(c.old.Key, then))
	case then.NoActions && then.Word == "":
		x.Words = fmt.Sprintf("%s had no actions and is now %s.", x.who, state(c.new.Key, now))
	case known:
		x.Words = fmt.Sprintf("%s %s: it was %s and is now %s.", x.who, verb, state(c.old.Key, then), state(c.new.Key, now))
	default:
		x.Words = fmt.Sprintf("%s was %s and is now %s.", x.who, state(c.old.Key, then), state(c.new.Key, now))
	}
	return x, true
}
