package annotate_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/annotate"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// filledByHand is the blank workbook with a plan typed into it by another
// program.
func filledByHand(t *testing.T) []byte {
	t.Helper()
	if filled != nil {
		return filled
	}
	if os.Getenv("CI") != "true" {
		t.Skip("takes openpyxl ten seconds: run with CI=true")
	}
	python := ""
	for _, p := range []string{"/usr/bin/python3", "python3", "python"} {
		if exec.Command(p, "-c", "import openpyxl").Run() == nil {
			python = p
			break
		}
	}
	if python == "" {
		t.Fatal("no Python with openpyxl")
	}
	blank, err := blank.Write(&blank.Content{}, blank.Options{Organisation: "Exampleshire Council"})
	if err != nil {
		t.Fatal(err)
	}
	from, to := filepath.Join(t.TempDir(), "blank.xlsx"), filepath.Join(t.TempDir(), "plan.xlsx")
	if err := os.WriteFile(from, blank, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(python, "testdata/fill.py", from, to).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if filled, err = os.ReadFile(to); err != nil {
		t.Fatal(err)
	}
	return filled
}

// filled keeps what filledByHand has made: openpyxl takes its time.
var filled []byte

func judged(t *testing.T, data []byte) workbook.Problems {
	t.Helper()
	plan, problems, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	result := check.Run(plan, facts.Derive(plan, workbook.MustDate("2026-09-30")), problems, check.Options{})
	return result.Problems
}

// TestFilledBlankChecksClean: what the blank workbook's help asks for is all
// that the rules ask for.
func TestFilledBlankChecksClean(t *testing.T) {
	for _, p := range judged(t, filledByHand(t)) {
		t.Errorf("%s %s: %s", p.Cell, p.Rule, p.Message)
	}
}

// TestAnnotateAFilledPlan: two slips in a clean plan are marked at their
// cells, and fixing them and annotating again takes the marks away.
func TestAnnotateAFilledPlan(t *testing.T) {
	x, err := excelize.OpenReader(bytes.NewReader(filledByHand(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	slip := func(cell string, value any) {
		if err := x.SetCellValue(workbook.SheetActions, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	slip("I2", "ongoing")
	slip("F3", nil)
	file, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	problems := judged(t, file.Bytes())
	marked, err := annotate.Copy("plan.xlsx", file.Bytes(), problems)
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range []string{"I2", "F3"} {
		if !noted(t, marked, cell) {
			t.Errorf("%s has no note; the problems are %v", cell, problems)
		}
	}
	clean, err := annotate.Copy("plan.xlsx", marked, nil)
	if err != nil {
		t.Fatal(err)
	}
	if noted(t, clean, "I2") || noted(t, clean, "F3") {
		t.Error("a note is left where nothing is wrong any more")
	}
}

func noted(t *testing.T, data []byte, cell string) bool {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	comments, err := x.GetComments(workbook.SheetActions)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range comments {
		if c.Cell == cell {
			return true
		}
	}
	return false
}
