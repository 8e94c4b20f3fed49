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
			w.Files(dragged(line, filepath.Separator))
		}
		w.Say("")
		w.Say("Another number or file, or Enter alone to close:")
	}
}

// dragged are the paths in a line that files were dragged into, as the windows
// of Windows, macOS and Linux write them: those with spaces stand in quotes, or
// have a backslash before each space and bracket, except where it is what parts
// folders (separator).
func dragged(line string, separator rune) []string {
	var paths []string
	var path strings.Builder
	var quote rune
	escaped := false
	end := func() {
		if path.Len() > 0 {
			paths = append(paths, filepath.Clean(path.String()))
			path.Reset()
		}
	}
	for i, r := range line {
		switch {
		case escaped:
			path.WriteRune(r)
			escaped = false
		case r == quote:
			quote = 0
		case quote != 0:
			path.WriteRune(r)
		case r == '"', r == '\'' && path.Len() == 0:
			quote = r
		case r == '\\' && separator != r && strings.IndexAny(line[i+1:], ` '"()&`) == 0:
			escaped = true
		case r == ' ':
			end()
		default:
			path.WriteRune(r)
		}
	}
	end()
	return paths
}
