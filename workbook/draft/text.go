package draft

import (
	"fmt"
	"io"
	"strings"

	"actionplan/workbook/letter"
	"actionplan/workbook/words"
)

// kindWords names findings of a kind, one and several.
var kindWords = []struct {
	kind      letter.Kind
	one, many string
}{
	{letter.PriorityAction, "priority action", "priority actions"},
	{letter.ImprovementNeeded, "improvement needed", "improvements needed"},
	{letter.Concern, "concern", "concerns"},
	{letter.Progress, "sign of progress", "signs of progress"},
	{letter.Strength, "strength", "strengths"},
}

// WriteText says what was made, a line for each letter, then the notes.
func (l *Log) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, one := range l.Letters {
		fmt.Fprintf(&b, "%s, %s (%s): %s.\n", one.Visit, one.Title, one.File, one.findings())
	}
	fmt.Fprintf(&b, "%s new.\n", words.Figures(l.Areas, "improvement area is", "improvement areas are"))
	for _, note := range l.Notes {
		fmt.Fprintf(&b, "Please check: %s\n", note)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (l LetterLog) findings() string {
	var parts []string
	for _, k := range kindWords {
		if n := l.Kinds[k.kind]; n > 0 {
			parts = append(parts, words.Figures(n, k.one, k.many))
		}
	}
	text := "nothing new"
	if len(parts) > 0 {
		text = words.And(parts)
	}
	if l.Known > 0 {
		text += fmt.Sprintf("; %s in the plan already", words.Figures(l.Known, "finding is", "findings are"))
	}
	if l.Doubtful > 0 {
		text += fmt.Sprintf("; %s marked %s", words.Figures(l.Doubtful, "row is", "rows are"), pleaseCheck)
	}
	return text
}
