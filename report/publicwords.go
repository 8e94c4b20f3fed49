package report

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// actions are those that the edition shows.
func (e edition) actions() []*Action {
	list := actions(e.shown, e.problems)
	for _, a := range list {
		a.Withheld = e.public
	}
	return list
}

// words are what the title says of the edition, "" of the board's.
func (e edition) words() string {
	if !e.public {
		return ""
	}
	text := joinWords("Public.", counted([]quantity{
		{e.left.areas, "area", "areas"}, {e.left.actions, "action", "actions"}, {e.left.findings, "finding", "findings"},
	}, "in the exempt part, which is not published; the counts include"))
	from := "of a letter that is not published"
	if e.left.letters > 1 {
		from = "of letters that are not published"
	}
	return joinWords(text, counted([]quantity{{e.left.unpublished, "finding " + from, "findings " + from}}, "not listed; the counts include"))
}

// short is the same in a line that has little room.
func (e edition) short() string {
	switch {
	case !e.public:
		return ""
	case e.left.actions == 0:
		return "Public edition."
	}
	return "Public edition: " + words.Count(e.left.actions, "action is", "actions are") + " in the exempt part, which is not published."
}

// leftOutWords say what the edition leaves out without counting it, "" for
// nothing.
func (e edition) leftOutWords() string {
	if !e.public {
		return ""
	}
	text := "Owners are given by their posts, and evidence is not printed."
	return joinWords(counted([]quantity{{e.left.measures, "measure", "measures"}, {e.left.risks, "risk", "risks"}},
		"also in the exempt part, which is not published, and no figure here counts"), text)
}

type quantity struct {
	n         int
	one, many string
}

// counted is "One area and 2 actions are … them.", "" if there are none.
func counted(list []quantity, said string) string {
	var parts []string
	total := 0
	for _, q := range list {
		if q.n == 0 {
			continue
		}
		part := words.Count(q.n, q.one, q.many)
		if len(parts) == 0 {
			part = words.Opening(q.n) + " " + q.many
			if q.n == 1 {
				part = "One " + q.one
			}
		}
		parts = append(parts, part)
		total += q.n
	}
	if total == 0 {
		return ""
	}
	them := "them"
	if total == 1 {
		them = "it"
	}
	return words.And(parts) + " " + words.Are(total) + " " + said + " " + them + "."
}

// exemptOf is the sentence that n of what was just counted are not listed, ""
// for none.
func exemptOf(what string, n int) string {
	if n == 0 {
		return ""
	}
	return " " + exemptShare(what, n) + ", which is not published."
}

// unlistedOf says of findings that were counted and are not listed how many they are,
// and why.
func unlistedOf(list []*facts.Finding) string {
	letters, exempt := map[*facts.Visit]int{}, 0
	for _, x := range list {
		if x.Visit != nil && x.Visit.Unpublished {
			letters[x.Visit]++
		} else {
			exempt++
		}
	}
	n := len(list) - exempt
	if n == 0 {
		return exemptOf("these findings", exempt)
	}
	comes, from := "come", "a letter that is"
	if n == 1 {
		comes = "comes"
	}
	if len(letters) > 1 {
		from = "letters that are"
	}
	return " " + words.OpeningCount(n, "finding", "findings") + " " + comes + " from " + from + " not published and " + words.Are(n) + " not listed here." +
		exemptOf("these findings", exempt)
}

// letterWords say by which letters a public edition goes, "" where all are published.
func (e edition) letterWords() string {
	if !e.public || e.left.letters == 0 {
		return ""
	}
	return "When a finding was first raised, and whether it is resolved, is told by published letters only."
}

// exemptShare is "Two of the actions are in the exempt part", as a sentence
// begins; n is above 0.
func exemptShare(what string, n int) string {
	return words.Opening(n) + " of " + what + " " + words.Are(n) + " " + exemptRef
}

// shells is how many of these actions stand for what is left out.
func shells(list []*facts.Action) int {
	n := 0
	for _, a := range list {
		if isShell(a.Ref) {
			n++
		}
	}
	return n
}

// all is how many actions are hidden, with those withdrawn.
func (h Hidden) all() int {
	n := 0
	for _, b := range h.Counts {
		n += b.Count
	}
	return n
}

// hidden counts the shells among actions.
func hidden(list []*facts.Action, key workbook.Key) Hidden {
	shown := func(a *facts.Action) bool { return !isShell(a.Ref) }
	left := slices.DeleteFunc(slices.Clone(list), shown)
	if len(left) == 0 {
		return Hidden{}
	}
	t := facts.TallyActions(left)
	return Hidden{Total: t.Total, Done: t.Done, Late: t.Late, DueSoon: t.DueSoon, Counts: blocks(t.ByMeaning, key), Words: wordBlocks(left, key)}
}
