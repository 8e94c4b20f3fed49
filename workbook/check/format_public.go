package check

import (
	"fmt"
	"io"

	"actionplan/workbook"
	"actionplan/workbook/words"
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
	fmt.Fprintf(&t.out, "No public edition was made: %s against it. Change each one or mark its row Restricted. What seems to identify somebody but does not can be answered for on the Waivers sheet, with a reason, a name and an end date.\n",
		words.Count(len(against), "cell stands", "cells stand"))
	_, err := io.WriteString(w, t.out.String())
	return err
}
