package upgrade

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/blank"
)

// fillKey makes the Key sheet from the status words in use. A key that the old
// workbook has keeps its words; sentences that say what they mean become
// definitions.
func (u *upgrade) fillKey() {
	u.sortKey()
	var words []string
	known := map[string]bool{}
	for _, row := range u.content.Rows[workbook.SheetKey] {
		known[plainText(row[workbook.ColWord])] = true
	}
	hadKey := len(known) > 0
	for _, sheet := range []string{workbook.SheetActions, workbook.SheetAreas, workbook.SheetUpdates} {
		for _, row := range u.content.Rows[sheet] {
			word := row[workbook.ColStatus]
			if folded := plainText(word); folded != "" && !known[folded] {
				known[folded] = true
				words = append(words, word)
			}
		}
	}
	if len(words) == 0 || hadKey && len(u.tables) == 0 || !hadKey && allMeanings(words) && len(u.legend.byFill)+len(u.definitions(words)) == 0 {
		return
	}
	definitions, colours := u.definitions(words), u.fillsOf(words)
	guesses := guessWords(words, definitions, colours)
	var said, unknown []string
	for _, w := range words {
		row := blank.ContentRow{workbook.ColWord: w, workbook.ColDefinition: definitions[plainText(w)], workbook.ColColour: colours[plainText(w)]}
		if g, ok := guesses[w]; ok {
			row[workbook.ColMeans], row[workbook.ColColour] = g.means.String(), g.colour
			said = append(said, quoted(w)+" as "+g.means.String())
		} else {
			unknown = append(unknown, quoted(w))
		}
		u.add(workbook.SheetKey, row)
	}
	u.tellGuesses(said, unknown)
}

func (u *upgrade) tellGuesses(said, unknown []string) {
	if len(said) > 0 {
		u.note(harmStatus, "status words to confirm", place{}, "The meanings of the status words on the Key sheet are guesses: %s. Councils differ, so compare them with your own key and write a definition for each.", strings.Join(said, ", "))
		u.log.Notes[len(u.log.Notes)-1].n = len(said)
	}
	if len(unknown) > 0 {
		u.note(harmStatus, "status words to explain", place{}, "What these status words mean could not be guessed: %s. Fill in Means on the Key sheet.", strings.Join(unknown, ", "))
		u.log.Notes[len(u.log.Notes)-1].n = len(unknown)
	}
}

// definitions are what the old workbook itself says of its status words.
func (u *upgrade) definitions(words []string) map[string]string {
	said := map[string]string{}
	for _, w := range words {
		folded := plainText(w)
		if d := u.legend.byWord[folded]; d != "" {
			said[folded] = d
		}
		for rgb, full := range u.legend.byFill {
			if u.legend.word(rgb) == w && plainText(full) != folded {
				said[folded] = full
			}
		}
	}
	return said
}

// fillsOf are the colours in which a legend shows its words.
func (u *upgrade) fillsOf(words []string) map[string]string {
	colours := map[string]string{}
	for _, rgb := range sortedKeys(u.legend.byFill) {
		for _, w := range words {
			if u.legend.word(rgb) == w {
				colours[plainText(w)] = map[string]string{"Red": "red", "Amber": "amber", "Yellow": "yellow", "Green": "green", "Blue": "blue", "Purple": "purple"}[colourWord(rgb)]
			}
		}
	}
	return colours
}

// sortKey puts sentences that stand in Means into Definition, and guesses the
// meaning from the word.
func (u *upgrade) sortKey() {
	var said, unknown []string
	for _, row := range u.content.Rows[workbook.SheetKey] {
		means := row[workbook.ColMeans]
		if _, ok := workbook.ParseMeaning(means); ok || row[workbook.ColWord] == "" {
			continue
		}
		if means != "" {
			if row[workbook.ColDefinition] != "" && row[workbook.ColDefinition] != means {
				means = row[workbook.ColDefinition] + "\n" + means
			}
			row[workbook.ColDefinition] = means
			delete(row, workbook.ColMeans)
		}
		word := row[workbook.ColWord]
		guesses := guessWords([]string{word}, map[string]string{plainText(word): row[workbook.ColDefinition]}, nil)
		g, ok := guesses[word]
		if !ok {
			unknown = append(unknown, quoted(word))
			continue
		}
		row[workbook.ColMeans] = g.means.String()
		if row[workbook.ColColour] == "" {
			row[workbook.ColColour] = g.colour
		}
		said = append(said, quoted(word)+" as "+g.means.String())
	}
	u.tellGuesses(said, unknown)
}

// allMeanings is true where staff use the seven meanings themselves as words:
// then a new workbook's own key fits.
func allMeanings(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		_, ok := workbook.ParseMeaning(w)
		return !ok
	})
}
