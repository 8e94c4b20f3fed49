// Package console is the window that the program speaks in: whether it is one
// of its own, whether it shows colour, and how another program is asked to open
// a file. It knows nothing of plans.
//
// Words need nothing: to a Windows console Go writes UTF-16, which every code
// page shows alike, and to a file or a pipe UTF-8.
package console

import "os"

// Colour says whether a terminal shows the colours that are written to it,
// and prepares it. NO_COLOR (no-color.org) asks for none.
func Colour(terminal *os.File) bool {
	if _, none := os.LookupEnv("NO_COLOR"); none {
		return false
	}
	return showsColour(terminal)
}

// Own says whether the window was opened for this program alone, by a double
// click or by files dropped on it, and will close with it.
func Own() bool { return ownWindow() }

// Open shows a file in the program that the user has for it.
func Open(path string) error { return opener(path).Start() }
