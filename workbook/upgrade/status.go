package upgrade

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/blank"
)

// statusGuess is what a council's status word probably means. No national
// standard exists; the guess leans to the less finished meaning, and
// "embedded" is guessed only where the word itself says so.
type statusGuess struct {
	means  workbook.Meaning
	colour string
}

var statusGuesses = map[string]statusGuess{
	"r": {workbook.OffTrack, "red"}, "red": {workbook.OffTrack, "red"},
	"a": {workbook.AtRisk, "amber"}, "amber": {workbook.AtRisk, "amber"}, "yellow": {workbook.AtRisk, "yellow"}, "y": {workbook.AtRisk, "yellow"}, "orange": {workbook.AtRisk, "amber"},
	"g": {workbook.OnTrack, "green"}, "green": {workbook.OnTrack, "green"},
	"b": {workbook.Delivered, "blue"}, "blue": {workbook.Delivered, "blue"},
	"p": {workbook.Delivered, "purple"}, "purple": {workbook.Delivered, "purple"},
	"w": {workbook.NotStarted, "white"}, "white": {workbook.NotStarted, "white"}, "grey": {workbook.NotStarted, "grey"}, "gray": {workbook.NotStarted, "grey"},
	"complete": {workbook.Delivered, ""}, "completed": {workbook.Delivered, ""}, "done": {workbook.Delivered, ""}, "closed": {workbook.Delivered, ""}, "finished": {workbook.Delivered, ""}, "delivered": {workbook.Delivered, ""}, "achieved": {workbook.Delivered, ""},
	"embedded": {workbook.Embedded, ""},
	"on track": {workbook.OnTrack, ""}, "in progress": {workbook.OnTrack, ""}, "ongoing": {workbook.OnTrack, ""}, "on target": {workbook.OnTrack, ""}, "underway": {workbook.OnTrack, ""}, "started": {workbook.OnTrack, ""},
	"at risk": {workbook.AtRisk, ""}, "slipping": {workbook.AtRisk, ""}, "some slippage": {workbook.AtRisk, ""}, "delayed": {workbook.AtRisk, ""},
	"off track": {workbook.OffTrack, ""}, "overdue": {workbook.OffTrack, ""}, "late": {workbook.OffTrack, ""}, "missed": {workbook.OffTrack, ""}, "behind": {workbook.OffTrack, ""},
	"not started": {workbook.NotStarted, ""}, "not yet started": {workbook.NotStarted, ""}, "not begun": {workbook.NotStarted, ""}, "not due": {workbook.NotStarted, ""}, "planned": {workbook.NotStarted, ""},
	"withdrawn": {workbook.Withdrawn, ""}, "cancelled": {workbook.Withdrawn, ""}, "superseded": {workbook.Withdrawn, ""}, "no longer required": {workbook.Withdrawn, ""},
}

// guessStatus guesses a word's meaning: by the whole of it, else by how it
// begins ("Amber E", "Green - on target"). Of two colours the worse counts.
func guessStatus(word string) (statusGuess, bool) {
	folded := workbook.FoldHeading(word)
	if g, ok := statusGuesses[folded]; ok {
		return g, true
	}
	parts := strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune(" /-–—:,;.()", r) })
	worst, found := statusGuess{}, false
	for i, p := range parts {
		g, ok := statusGuesses[p]
		if !ok || i > 0 && (g.colour == "" || len(p) == 1 && len(parts[0]) > 1) {
			break
		}
		if !found || g.means > worst.means && g.means <= workbook.OffTrack {
			worst, found = g, true
		}
	}
	return worst, found
}

// fillKey makes the Key sheet from the status words in use, where the old
// workbook has no key of its own.
func (u *upgrade) fillKey() {
	var words []string
	known := map[string]bool{}
	for _, row := range u.content.Rows[workbook.SheetKey] {
		known[workbook.FoldHeading(row[workbook.ColWord])] = true
	}
	hadKey := len(known) > 0
	for _, sheet := range []string{workbook.SheetActions, workbook.SheetAreas, workbook.SheetUpdates} {
		for _, row := range u.content.Rows[sheet] {
			word := row[workbook.ColStatus]
			if folded := workbook.FoldHeading(word); folded != "" && !known[folded] {
				known[folded] = true
				words = append(words, word)
			}
		}
	}
	if len(words) == 0 || hadKey || allMeanings(words) {
		return
	}
	var guesses, unknown []string
	for _, w := range words {
		row := blank.ContentRow{workbook.ColWord: w}
		if g, ok := guessStatus(w); ok {
			row[workbook.ColMeans], row[workbook.ColColour] = g.means.String(), g.colour
			guesses = append(guesses, quoted(w)+" as "+g.means.String())
		} else {
			unknown = append(unknown, quoted(w))
		}
		u.add(workbook.SheetKey, row)
	}
	if len(guesses) > 0 {
		u.note("The meanings of the status words on the Key sheet are guesses: %s. Councils differ, so compare them with your own key and write a definition for each.", strings.Join(guesses, ", "))
	}
	if len(unknown) > 0 {
		u.note("What these status words mean could not be guessed: %s. Fill in Means on the Key sheet.", strings.Join(unknown, ", "))
	}
}

// allMeanings is true where staff use the seven meanings themselves as words:
// then a new workbook's own key fits.
func allMeanings(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		_, ok := workbook.ParseMeaning(w)
		return !ok
	})
}
