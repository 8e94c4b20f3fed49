package history

import (
	"fmt"
	"strings"

	"actionplan/workbook"
)

// UnloggedWords is a line on the dates that moved since an earlier workbook
// without an update that says so, "" if there are none.
func UnloggedWords(problems workbook.Problems) string {
	var cells []string
	for _, x := range problems {
		if x.Rule == RuleDateMovedUnlogged {
			cells = append(cells, x.Cell.String())
		}
	}
	switch n := len(cells); n {
	case 0:
		return ""
	case 1:
		return "One due date has moved since then, and no line on Updates says so: " + cells[0] + "\n"
	default:
		return fmt.Sprintf("%d due dates have moved since then, and no line on Updates says so: %s\n", n, strings.Join(cells, ", "))
	}
}
