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

func TestOpenpyxlReadsTheSame(t *testing.T) {
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		t.Skip("openpyxl is not installed")
	}
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

// TestChartColumns: the bars on Summary draw columns of Areas by number.
func TestChartColumns(t *testing.T) {
	b := sample(t, "gloucestershire", "2018-09-30")
	x := open(t, b)
	for i, block := range b.Status.Now {
		got, err := x.GetCellValue(workbook.SheetAreas, cellName(areaCounts+i, headRow))
		if err != nil || got != headCount(block.Status) {
			t.Errorf("column %d of Areas is %q (%v), want %q", areaCounts+i, got, err, headCount(block.Status))
		}
	}
}
