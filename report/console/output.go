package console

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"

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
		if of := new(fs.PathError); errors.As(err, &of) {
			o.Err = of.Err // nobody has named a file /dev/stdout
		}
	}
	return n, err
}

// IsTerminal says whether what is written is seen at once.
func IsTerminal(w io.Writer) bool {
	file, ok := fileOf(w)
	return ok && term.IsTerminal(int(file.Fd()))
}

// usualWidth is how wide lines are where nobody says how wide they may be.
const usualWidth = 80

// Width is how many letters a line holds, and colour whether it may have some.
// A terminal says it itself; what goes to a file or a pipe is as wide as the
// terminal that COLUMNS tells of.
func Width(w io.Writer) (width int, colour bool) {
	file, ok := fileOf(w)
	if !ok {
		return usualWidth, false
	}
	if !IsTerminal(file) {
		return columns(os.Getenv("COLUMNS")), false
	}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
		return width, Colour(file)
	}
	return columns(os.Getenv("COLUMNS")), Colour(file)
}

// columns is the width that the variable COLUMNS gives, usualWidth where that
// is no width.
func columns(given string) int {
	const narrowest = 20
	if n, err := strconv.Atoi(given); err == nil && n >= narrowest {
		return n
	}
	return usualWidth
}

func fileOf(w io.Writer) (*os.File, bool) {
	if o, ok := w.(*Output); ok {
		w = o.Writer
	}
	file, ok := w.(*os.File)
	return file, ok
}
