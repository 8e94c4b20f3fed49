package drop

import (
	"bufio"
	"io"
	"path/filepath"
	"strings"
)

const menu = `actionplan: an improvement plan in a workbook, checked, tracked and briefed.

  1  A new workbook, in this folder
  2  An example to look at, in this folder
  3  Help

Type a number, or drag a file into this window, and press Enter.
Enter alone closes the window.`

// Menu is what a double click shows. It goes on until somebody presses Enter
// alone, or what is typed ends.
func (w Window) Menu(typed io.Reader) {
	w.Say(menu)
	lines := bufio.NewScanner(typed)
	for lines.Scan() {
		switch line := strings.TrimSpace(lines.Text()); line {
		case "":
			return
		case "1":
			w.one("plan.xlsx", "new", "plan.xlsx")
		case "2":
			w.one("example plan.xlsx", "new", "example plan.xlsx", "--example")
		case "3":
			r := w.Run("--help")
			w.Say(strings.TrimSpace(r.Stdout))
		default:
			w.Files(dragged(line))
		}
		w.Say("")
		w.Say("Another number or file, or Enter alone to close:")
	}
}

// dragged are the paths in a line that files were dragged into: those with
// spaces stand in quotes.
func dragged(line string) []string {
	var paths []string
	for rest := strings.TrimSpace(line); rest != ""; rest = strings.TrimSpace(rest) {
		end, from := strings.IndexByte(rest, ' '), 0
		if rest[0] == '"' {
			from = 1
			if end = strings.IndexByte(rest[1:], '"'); end >= 0 {
				end++
			}
		}
		if end < 0 {
			paths = append(paths, filepath.Clean(rest[from:]))
			break
		}
		paths = append(paths, filepath.Clean(rest[from:end]))
		rest = rest[min(len(rest), end+from):]
	}
	return paths
}
