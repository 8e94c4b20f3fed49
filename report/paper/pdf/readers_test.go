package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Programs that others wrote must find nothing wrong, and read what we wrote.
// One that is not installed is skipped, but not in CI.
func TestOutsideReaders(t *testing.T) {
	path := filepath.Join(t.TempDir(), "board.pdf")
	if err := os.WriteFile(path, drawn(t, aBrief(), Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		command []string
		says    []string
	}{
		{[]string{"qpdf", "--check"}, []string{"No syntax or stream encoding errors found"}},
		{[]string{"pdfinfo"}, []string{"Tagged:          yes", "South Gloucestershire Council: Improvement plan: briefing for the board", "A4"}},
		{[]string{"pdfinfo", "-struct-text"}, []string{"H1 (block)", "/ListNumbering /Decimal", "/Scope /Row", "\"Summaries are being added to", "TOCI"}},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.command, " "), func(t *testing.T) {
			if _, err := exec.LookPath(tt.command[0]); err != nil {
				if os.Getenv("CI") == "true" {
					t.Fatal(err)
				}
				t.Skip(err)
			}
			out, err := exec.Command(tt.command[0], append(tt.command[1:], path)...).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			for _, want := range tt.says {
				if !strings.Contains(string(out), want) {
					t.Errorf("it does not say %q:\n%.2000s", want, out)
				}
			}
		})
	}
}
