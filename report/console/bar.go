package console

import (
	"fmt"
	"io"
	"strings"
	"time"

	"actionplan/workbook/words"
)

// Bar is a progress bar. It shows itself only after a second. A nil Bar shows
// nothing.
type Bar struct {
	to    io.Writer
	now   func() time.Time
	begun time.Time
	shown bool
	name  string // of the file, of many
}

// NewBar is a bar that begins now, or nil where there is no terminal: then what
// the command prints may be read by a program.
func NewBar(stdout, stderr io.Writer, now func() time.Time) *Bar {
	if !IsTerminal(stdout) || !IsTerminal(stderr) {
		return nil
	}
	return &Bar{to: stderr, now: now, begun: now()}
}

const (
	barCells = 40
	barName  = 28 // so that a line of 80 holds both
)

// Show draws the bar, so much of the whole done.
func (b *Bar) Show(done, of int) {
	if b == nil || of == 0 || !b.shown && b.now().Sub(b.begun) < time.Second {
		return
	}
	b.shown = true
	full := barCells * done / of
	fmt.Fprintf(b.to, "\r[%s%s] %3d %%", strings.Repeat("#", full), strings.Repeat(".", barCells-full), 100*done/of)
	if b.name != "" {
		fmt.Fprintf(b.to, " %-*s", barName, words.Clip(words.Printable(b.name), barName))
	}
}

// ShowFile draws the bar with the name of the file that is through.
func (b *Bar) ShowFile(name string, done, of int) {
	if b != nil {
		b.name = name
		b.Show(done, of)
	}
}

// Wipe leaves the line as it was.
func (b *Bar) Wipe() {
	if b != nil && b.shown {
		width := barCells + len("[] 100 %")
		if b.name != "" {
			width += 1 + barName
		}
		fmt.Fprintf(b.to, "\r%*s\r", width, "")
	}
}
