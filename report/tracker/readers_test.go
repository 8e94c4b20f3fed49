package tracker

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/seal"
)

// readActions prints what openpyxl sees of each action, and then saves the
// workbook anew.
const readActions = `
import openpyxl, sys, warnings
warnings.simplefilter("ignore")
for mode in (True, False):
    rows = openpyxl.load_workbook(sys.argv[1], data_only=True, read_only=mode)["Actions"].iter_rows(min_row=4, values_only=True)
    heads = next(rows)
    for row in rows:
        a = dict(zip(heads, row))
        due = a["Due now"].date().isoformat() if a["Due now"] else ""
        print("|".join(str(a[h]) for h in ("Ref", "Status", "Days late", "Slipped by (days)", "When")) + "|" + due)
openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])
`

// withOpenpyxl is a Python that has it. Under CI it has to be there.
func withOpenpyxl(t *testing.T) string {
	t.Helper()
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("openpyxl is not installed")
		}
		t.Skip("openpyxl is not installed")
	}
	return python
}

func TestOpenpyxlReadsTheSame(t *testing.T) {
	python := withOpenpyxl(t)
	b := sample(t, "south-gloucestershire", "2023-01-31")
	data, err := XLSX(b)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "tracker.xlsx")
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", readActions, name).Output()
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for range 2 {
		for i, a := range b.Actions {
			fmt.Fprintf(&want, "%s|%s|%d|%d|%s|%s\n", a.Ref, statusWord(a.Status), a.DaysLate, a.Slipped, b.Tracked.When[i], a.EffectiveDue)
		}
	}
	if string(out) != want.String() {
		t.Errorf("openpyxl reads\n%s\nwant\n%s", out, want.String())
	}
	if data, err = os.ReadFile(name); err != nil {
		t.Fatal(err)
	}
	if _, ok := seal.Ours(data); ok {
		t.Error("still ours after another program saved it")
	}
}

// TestJavaScriptReadsTheSame: SheetJS and exceljs, which web programs read
// workbooks with, see each action as the Brief has it.
func TestJavaScriptReadsTheSame(t *testing.T) {
	const readers = "../../.ci/readers"
	if _, err := os.Stat(filepath.Join(readers, "node_modules", "exceljs")); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	for _, name := range []string{"south-gloucestershire", "gloucestershire"} {
		b := trackers(t)[name]
		data, err := XLSX(b)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "tracker.xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		var want strings.Builder
		for _, a := range b.Actions {
			fmt.Fprintf(&want, "%s|%s|%s|%d|%s\n", a.Ref, a.Owner, statusWord(a.Status), a.DaysLate, a.EffectiveDue)
		}
		for _, reader := range []string{"sheetjs", "exceljs"} {
			out, err := exec.Command("node", filepath.Join(readers, "tracker.mjs"), reader, path).Output()
			if err != nil {
				t.Fatal(err)
			}
			if string(out) != want.String() {
				t.Errorf("%s reads of %s\n%s\nwant\n%s", reader, name, out, want.String())
			}
		}
	}
}

// TestChartColumns: the bars on Summary draw columns of Areas by number.
func TestChartColumns(t *testing.T) {
	b := sample(t, "gloucestershire", "2018-09-30")
	x := open(t, b)
	for i, block := range (&book{b: b}).shownWords() {
		got, err := x.GetCellValue(workbook.SheetAreas, cellName(areaCounts+i, headRow))
		if err != nil || got != headCount(block.Status) {
			t.Errorf("column %d of Areas is %q (%v), want %q", areaCounts+i, got, err, headCount(block.Status))
		}
	}
}
