package tagged_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// runReader asks a program that others wrote what it makes of the demo.
// Programs that are not installed are skipped, but not in CI.
func runReader(t *testing.T, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(args[0]); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	file := filepath.Join(t.TempDir(), "demo.pdf")
	if err := os.WriteFile(file, render(t, demo).Bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(args[0], args[1:]...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

func wants(t *testing.T, out string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(out, w) {
			t.Errorf("no %q in what it reads", w)
		}
	}
}

func TestQpdfFindsNoErrors(t *testing.T) {
	wants(t, runReader(t, "qpdf", "--check", "FILE"), "No syntax or stream encoding errors found")
}

func TestPdfinfoReadsTheDocument(t *testing.T) {
	out := runReader(t, "pdfinfo", "FILE")
	wants(t, out, "A demo: ‘briefing’ & more", "South Gloucestershire Council", "Tagged:          yes", "Metadata Stream: yes", "PDF version:     1.7", "A4")
	if strings.Contains(out, "Error") || strings.Contains(out, "Warning") {
		t.Error(out)
	}
}

func TestPdfinfoReadsTheStructure(t *testing.T) {
	wants(t, runReader(t, "pdfinfo", "-struct-text", "FILE"), "H1 (block)", "/ListNumbering /Decimal", "/Scope /Row", "TOCI", "Object ",
		"about management oversight.", "one is not due", `"(page 6)"`)
}

func TestPdftotextReadsTheWords(t *testing.T) {
	wants(t, runReader(t, "pdftotext", "-enc", "UTF-8", "FILE", "-"), "ŵŷ Ŵ Ŷ é, café", "✓ and ✗", "😀 and 漢字", "Page 2 of 15", "A3, continued", "שלום")
}

// A row over three pages: the page in the middle begins with the heading row too.
func TestEveryPageOfATableHasItsHeadings(t *testing.T) {
	wants(t, runReader(t, "pdftotext", "-f", "3", "-l", "3", "-enc", "UTF-8", "FILE", "-"), "Status and reason")
}

func TestPdffontsFindsSubsets(t *testing.T) {
	out := runReader(t, "pdffonts", "FILE")
	wants(t, out, "+LiberationSans ", "+LiberationSans-Bold", "+DejaVuSans")
	for _, line := range strings.Split(strings.TrimSpace(out), "\n")[2:] {
		if !strings.Contains(line, "yes yes yes") {
			t.Errorf("not embedded, subset and with Unicode: %s", line)
		}
	}
}
