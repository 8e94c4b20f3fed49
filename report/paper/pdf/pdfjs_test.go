package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// pdf.js, which draws PDFs in Firefox, reads the structure: the title, every
// area with its owner beside it, and what each figure shows.
func TestPdfjsReadsTheStructure(t *testing.T) {
	const readers = "../../../.ci/readers"
	if _, err := os.Stat(filepath.Join(readers, "node_modules", "pdfjs-dist")); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	for _, sample := range []struct{ name, asOf string }{{"south-gloucestershire", "2023-01-31"}, {"gloucestershire", "2018-09-30"}} {
		t.Run(sample.name, func(t *testing.T) {
			b := briefOf(t, sample.name, sample.asOf)
			path := filepath.Join(t.TempDir(), "board.pdf")
			if err := os.WriteFile(path, drawn(t, b, Options{}), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command("node", filepath.Join(readers, "paper.mjs"), path).Output()
			if err != nil {
				t.Fatal(err)
			}
			tree := string(out)
			want := []string{"marked true, title " + b.Organisation + ": ", "language en-GB\n", " H1: " + b.Title, " Figure alt Actions by status now: "}
			for _, a := range b.Areas {
				want = append(want, " TH: "+a.Ref+" "+a.Name+"\n5 TD: "+a.Owner)
			}
			for _, w := range want {
				if !strings.Contains(tree, w) {
					t.Errorf("pdf.js does not read %q", w)
				}
			}
			if t.Failed() {
				t.Logf("%.4000s", tree)
			}
		})
	}
}
