package console

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// TestBar: nothing in the first second; then a line that is wiped.
func TestBar(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2026, 9, 30, 9, 0, 0, 0, time.UTC)
	b := &Bar{to: &out, now: func() time.Time { return now }, begun: now}
	now = now.Add(999 * time.Millisecond)
	b.Show(1, 4)
	b.Wipe()
	if out.Len() > 0 {
		t.Fatalf("before a second it draws %q", out.String())
	}
	now = now.Add(time.Millisecond)
	b.Show(3, 4)
	drawn := "\r[" + strings.Repeat("#", 30) + strings.Repeat(".", 10) + "]  75 %"
	if out.String() != drawn {
		t.Errorf("three quarters are %q, want %q", out.String(), drawn)
	}
	b.Wipe()
	if want := drawn + "\r" + strings.Repeat(" ", len(drawn)-1) + "\r"; out.String() != want {
		t.Errorf("wiped, it is %q, want %q", out.String(), want)
	}
	out.Reset()
	b.ShowFile("a plan with a name that is longer than its place.xlsx", 4, 4)
	drawn = "\r[" + strings.Repeat("#", 40) + "] 100 % a plan with a name that is… "
	if out.String() != drawn {
		t.Errorf("with the file's name it is %q, want %q", out.String(), drawn)
	}
	out.Reset()
	b.ShowFile("b.xlsx", 4, 4) // the rest of a longer name goes
	if want := "\r[" + strings.Repeat("#", 40) + "] 100 % b.xlsx" + strings.Repeat(" ", 28-len("b.xlsx")); out.String() != want {
		t.Errorf("with a shorter name it is %q, want %q", out.String(), want)
	}
	out.Reset()
	b.Wipe()
	if want := "\r" + strings.Repeat(" ", utf8.RuneCountInString(drawn)-1) + "\r"; out.String() != want {
		t.Errorf("wiped, it is %q, want %q", out.String(), want)
	}
	(*Bar)(nil).ShowFile("a", 1, 2) // where there is no terminal
	if IsTerminal(&out) {
		t.Error("a buffer is no terminal")
	}
}
