package console

import (
	"bytes"
	"strings"
	"testing"
	"time"
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
	if IsTerminal(&out) {
		t.Error("a buffer is no terminal")
	}
}
