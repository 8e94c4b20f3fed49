package console

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Output is standard output, and remembers whether something could not be
// printed, as on a full disk: then the job was not done.
type Output struct {
	io.Writer
	Err error // the first
}

func (o *Output) Write(p []byte) (n int, err error) {
	if n, err = o.Writer.Write(p); err != nil && o.Err == nil {
		o.Err = err
	}
	return n, err
}

// IsTerminal says whether what is written is seen at once.
func IsTerminal(w io.Writer) bool {
	file, ok := fileOf(w)
	return ok && term.IsTerminal(int(file.Fd()))
}

// pipeWidth is how wide lines are that go somewhere else than to a terminal.
const pipeWidth = 100

// Width is how many letters a line holds, and colour whether it may have some.
func Width(w io.Writer) (width int, colour bool) {
	file, ok := fileOf(w)
	if !ok || !IsTerminal(file) {
		return pipeWidth, false
	}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
		return width, Colour(file)
	}
	return pipeWidth, Colour(file)
}

func fileOf(w io.Writer) (*os.File, bool) {
	if o, ok := w.(*Output); ok {
		w = o.Writer
	}
	file, ok := w.(*os.File)
	return file, ok
}
