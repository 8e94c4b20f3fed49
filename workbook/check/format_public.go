package check

import (
	"io"

	"actionplan/workbook"
)

// WriteAgainst prints for people what stands against publishing, every cell of
// it, grouped by sheet.
func WriteAgainst(w io.Writer, against workbook.Problems, style TextStyle) error {
	if style.Width <= 0 {
		style.Width = 100
	}
	style.All = true
	t := &textWriter{style: style}
	t.problems(against)
	_, err := io.WriteString(w, t.out.String())
	return err
}
