package report

import (
	"cmp"
	"slices"
	"strings"

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
	bar.Alt = barAlt(bar.Now, nil, "")
	return bar
}

// blocks are the meanings that occur, in palette order.
func blocks(counts facts.ByMeaning, key workbook.Key) []Block {
	var all []Block
	for _, m := range workbook.Meanings {
		if n := counts[m]; n > 0 {
			all = append(all, Block{Status{key.Word(m), m}, n})
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

// statusRows is the key with the number of actions that each word has. Every
// word of the key is in it, also those that no action has.
func statusRows(f *facts.Facts) (rows []StatusRow, coloured bool) {
	key := f.Plan.Key
	n := map[*workbook.KeyWord]int{}
	exempt := map[*workbook.KeyWord]int{}
	late := map[*workbook.KeyWord]int{}
	unknown := 0
	for _, a := range f.Actions {
		if w := key.Find(a.Status); w != nil && w.Means != workbook.MeaningUnknown {
			n[w]++
			if a.Late {
				late[w]++
			}
			if isShell(a.Ref) {
				exempt[w]++
			}
		} else {
			unknown++
		}
	}
	for _, w := range inPaletteOrder(key) {
		if w.Means == workbook.MeaningUnknown || w.Word == "" {
			continue
		}
		coloured = coloured || w.Colour != ""
		rows = append(rows, StatusRow{
			Status: Status{w.Word, w.Means},
			Means:  orElse(w.Definition, w.Means.Definition()),
			Short:  shortMeaning(w, late[w]),
			Key:    orElse(words.LowerFirst(strings.TrimSuffix(w.Definition, ".")), shortMeaning(w, late[w])),
			Colour: w.Colour,
			Now:    n[w],
			Hidden: exempt[w],
		})
	}
	if unknown > 0 {
		rows = append(rows, StatusRow{
			Status: Status{workbook.MeaningUnknown.Word(), workbook.MeaningUnknown},
			Means:  workbook.MeaningUnknown.Definition(),
			Short:  workbook.MeaningUnknown.Short(),
			Key:    workbook.MeaningUnknown.Short(),
			Now:    unknown,
		})
	}
	return rows, coloured
}

// shortMeaning is what a word means in a few words, "" where they are the word's own.
// Where actions of that status are past their date, it doesn't deny it.
func shortMeaning(w *workbook.KeyWord, late int) string {
	if late > 0 {
		past := "; " + words.Number(late) + " " + words.Are(late) + " past " + words.Form(late, "its date", "their dates")
		switch w.Means {
		case workbook.AtRisk:
			return w.Means.Short() + ", or has missed it"
		case workbook.OnTrack:
			return "said to be so" + past
		case workbook.NotStarted:
			return "not begun" + past
		}
	}
	if short := w.Means.Short(); !saysNoMore(w.Word, short) {
		return short
	}
	return ""
}

// saysNoMore is true of a word whose short meaning only repeats it: "Not due" beside
// "not due yet", or "Complete" beside "done".
func saysNoMore(word, short string) bool {
	of, said := words.Split(words.Fold(short)), words.Split(words.Fold(word))
	for _, w := range said {
		if !slices.Contains(of, w) && !(short == workbook.Delivered.Short() && slices.Contains(sameAsDone, w)) {
			return false
		}
	}
	return len(of) <= len(said)+1
}

var sameAsDone = []string{"complete", "completed", "finished", "closed"}
