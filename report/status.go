package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// statusBar is the plan's actions by status, and the key to the words.
func statusBar(f *facts.Facts) StatusBar {
	n := facts.CountMeanings(f.Actions)
	bar := StatusBar{
		Heading:  "Actions by status",
		Now:      blocks(n, f.Plan.Key),
		NowLabel: f.AsOf.DayMonth(),
	}
	bar.Rows, bar.WorkbookColours = statusRows(f)
	bar.KeyIsShort = definedShortly(f.Plan.Key)
	bar.Alt = barAlt(bar.Now, nil, "")
	return bar
}

// definedShortly is true of a key whose definitions each take two lines of a third of
// the page at most.
func definedShortly(k workbook.Key) bool {
	const most = 40 // letters
	return !slices.ContainsFunc(k.Words, func(w *workbook.KeyWord) bool {
		return utf8.RuneCountInString(orElse(w.Definition, w.Means.Short())) > most
	})
}

// blocks are the meanings that occur, in palette order.
func blocks(counts facts.ByMeaning, key workbook.Key) []Block {
	var all []Block
	for _, m := range workbook.Meanings {
		if n := counts[m]; n > 0 {
			word := key.Word(m)
			if m == workbook.Withdrawn && leaveInWays(key) {
				word = leftThePlan
			}
			all = append(all, Block{Status{word, m}, n})
		}
	}
	if n := counts[workbook.MeaningUnknown]; n > 0 {
		all = append(all, Block{Status{workbook.MeaningUnknown.Word(), workbook.MeaningUnknown}, n})
	}
	return all
}

// wordBlocks are the words of the key that actions have, in palette order, and last
// what has none of them.
func wordBlocks(list []*facts.Action, key workbook.Key) []Block {
	n := map[*workbook.KeyWord]int{}
	unknown := 0
	for _, a := range list {
		if w := key.Find(a.Status); w != nil && w.Means != workbook.MeaningUnknown {
			n[w]++
		} else {
			unknown++
		}
	}
	var all []Block
	for _, w := range inPaletteOrder(key) {
		if n[w] > 0 {
			all = append(all, Block{Status{w.Word, w.Means}, n[w]})
		}
	}
	if unknown > 0 {
		all = append(all, Block{Status{workbook.MeaningUnknown.Word(), workbook.MeaningUnknown}, unknown})
	}
	return all
}

func inPaletteOrder(key workbook.Key) []*workbook.KeyWord {
	sorted := slices.Clone(key.Words)
	slices.SortStableFunc(sorted, func(a, b *workbook.KeyWord) int { return cmp.Compare(a.Means, b.Means) })
	return sorted
}

// barAlt says what the bar shows, and the earlier one where there is one.
func barAlt(now, then []Block, thenName string) string {
	alt := "No actions."
	if len(now) > 0 {
		alt = "Actions by status now: " + statusCounts(now) + "."
	}
	if len(then) > 0 {
		alt += " " + thenName + ": " + statusCounts(then) + "."
	}
	return alt
}

// statusCounts is "3 on track, 2 at risk".
func statusCounts(blocks []Block) string {
	parts := make([]string, len(blocks))
	for i, b := range blocks {
		parts[i] = words.Digits(b.Count) + " " + b.Status.Word
	}
	return strings.Join(parts, ", ")
}

// wordTally is how many actions have a word, and what they say against it.
type wordTally struct {
	n, exempt                    int
	late, shouldStart, noChecker int
}

func (t *wordTally) add(a *facts.Action) {
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	count(&t.n, true)
	count(&t.exempt, isShell(a.Ref))
	count(&t.late, a.Late)
	count(&t.shouldStart, a.ShouldHaveStarted || a.Late)
	count(&t.noChecker, a.Unchecked)
}

// statusRows is the key with the number of actions that each word has. Every
// word of the key is in it, also those that no action has.
func statusRows(f *facts.Facts) (rows []StatusRow, coloured bool) {
	key := f.Plan.Key
	tallies := map[*workbook.KeyWord]*wordTally{}
	for _, w := range key.Words {
		tallies[w] = &wordTally{}
	}
	unknown := 0
	for _, a := range f.Actions {
		w := key.Find(a.Status)
		if w == nil || w.Means == workbook.MeaningUnknown {
			unknown++
			continue
		}
		tallies[w].add(a)
	}
	for _, w := range inPaletteOrder(key) {
		if w.Means == workbook.MeaningUnknown || w.Word == "" {
			continue
		}
		coloured = coloured || w.Colour != ""
		t := tallies[w]
		means, short := meansWords(w, t), shortMeaning(w.Means, t)
		inKey := strings.TrimSuffix(means, ".")
		if w.Definition == "" {
			inKey = words.Capital(short)
		}
		rows = append(rows, StatusRow{
			Status: Status{w.Word, w.Means},
			Means:  means,
			Short:  short,
			Key:    inKey,
			Colour: w.Colour,
			Now:    t.n,
			Hidden: t.exempt,
		})
	}
	if unknown > 0 {
		rows = append(rows, StatusRow{
			Status: Status{workbook.MeaningUnknown.Word(), workbook.MeaningUnknown},
			Means:  workbook.MeaningUnknown.Definition(),
			Short:  workbook.MeaningUnknown.Short(),
			Key:    words.Capital(workbook.MeaningUnknown.Short()),
			Now:    unknown,
		})
	}
	return rows, coloured
}

// meansWords is what a word means, in the plan's own words where it has any, with what
// speaks against it. A definition keeps its capital: it may begin with a name.
func meansWords(w *workbook.KeyWord, t *wordTally) string {
	text := orElse(w.Definition, w.Means.Definition())
	if w.Means == workbook.AtRisk && w.Definition == "" && t.late > 0 {
		text += ", or has missed it"
	}
	if against := t.against(w.Means); against != "" {
		said, stopped := strings.CutSuffix(text, ".")
		text = said + "; " + against
		if stopped {
			text += "."
		}
	}
	return text
}

// shortMeaning is what a status means in a few words. Where actions of that status
// speak against it, it doesn't deny that.
func shortMeaning(m workbook.Meaning, t *wordTally) string {
	said := m.Short()
	switch m {
	case workbook.AtRisk:
		if t.late > 0 {
			said += ", or has missed it"
		}
	case workbook.OnTrack:
		if t.late > 0 {
			said = "said to be so"
		}
	case workbook.NotStarted:
		if t.shouldStart > 0 {
			said = "not begun"
		}
	case workbook.Embedded:
		if t.noChecker > 0 {
			said = "said to work"
		}
	}
	if against := t.against(m); against != "" {
		return said + "; " + against
	}
	return said
}

// against is what the actions of a status say against its meaning: that their dates
// have passed, that they should have started, or that nobody has checked them.
func (t *wordTally) against(m workbook.Meaning) string {
	switch {
	case (m == workbook.OnTrack || m == workbook.NotStarted && t.shouldStart == t.late) && t.late > 0:
		return words.Number(t.late) + " " + words.Are(t.late) + " past " + words.Form(t.late, "its date", "their dates")
	case m == workbook.NotStarted && t.shouldStart > 0:
		return words.Number(t.shouldStart) + " should have started"
	case m == workbook.Embedded && t.noChecker > 0:
		switch t.n {
		case 1:
			return "it has no checker"
		case t.noChecker:
			return "none of " + words.Digits(t.n) + " has a checker"
		}
		return words.Number(t.noChecker) + " of " + words.Digits(t.n) + " " + words.Have(t.noChecker) + " no checker"
	}
	return ""
}
