package blank_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
)

// deleting is a program for LibreOffice's own Python. It opens a workbook,
// deletes columns and sheets as staff do, types and sorts nothing, and saves a
// copy for each: a line of its input is "name|Sheet!Heading|Sheet|…".
const deleting = `
import os, subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
def pv(n, v):
    p = PropertyValue(); p.Name = n; p.Value = v
    return p
src, out, profile = sys.argv[1:4]
pipe = "actionplan" + str(os.getpid())
office = subprocess.Popen(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--accept=pipe,name=" + pipe + ";urp;"])
here = uno.getComponentContext()
resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
for i in range(600):
    try:
        there = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.2)
desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
try:
    for line in sys.stdin.read().split("\n"):
        name, *places = line.split("|")
        doc = desktop.loadComponentFromURL("file://" + src, "_blank", 0, (pv("Hidden", True),))
        for place in places:
            sheet, _, heading = place.partition("!")
            if not heading:
                doc.Sheets.removeByName(sheet)
                continue
            s = doc.Sheets.getByName(sheet)
            at = [s.getCellByPosition(i, 0).String for i in range(60)].index(heading)
            s.Columns.removeByIndex(at, 1)
        doc.calculateAll()
        doc.storeToURL("file://" + out + "/" + name + ".xlsx", (pv("FilterName", "Calc MS Excel 2007 XML"),))
        doc.close(True)
finally:
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(60)
`

// TestDeletedColumnsAndSheets deletes the optional columns and sheets that
// formulas look at, one at a time, and many others at once. What Check says of every other row stays as it was, but for what stood in the
// column; no formula shows an error, and no dropdown or colour has lost its
// reference.
func TestDeletedColumnsAndSheets(t *testing.T) {
	data, err := blank.Write(faultyContent(), blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	gone := map[string][]string{}
	for _, heading := range []string{workbook.ColStart, workbook.ColFindings, workbook.ColRevisedDue, workbook.ColCompleted, workbook.ColEvidence, workbook.ColIfItSlips} {
		gone["Actions-"+heading] = []string{"Actions!" + heading}
	}
	for _, sheet := range []string{workbook.SheetKey, workbook.SheetPeople, workbook.SheetFindings, workbook.SheetUpdates} {
		gone[sheet] = []string{sheet}
	}
	gone["many"] = []string{"Actions!Short name", "Actions!Partner body", "Actions!Start", "Actions!If it slips", "Actions!Impact review", "Actions!Publish", "Areas!Partner bodies", "Areas!Priority", "Waivers", "Glossary"}
	for name, places := range gone {
		lines = append(lines, name+"|"+strings.Join(places, "|"))
	}
	for name, live := range deleted(t, data, lines) {
		for _, sheet := range live.GetSheetList() {
			for r, row := range rowsOf(t, live, sheet) {
				for c, value := range row {
					if strings.HasPrefix(value, "#") && !(sheet == "Lists" && c == 1) {
						t.Errorf("without %s: %s, row %d, column %d shows %s", name, sheet, r+1, c+1, value)
					}
				}
			}
			// Where a sheet is deleted, LibreOffice itself loses a dropdown or two
			// on the sheet before it, such as one that looks at its own column
			// only: so dropdowns are looked at where columns are deleted.
			if strings.Contains(name, "-") {
				lostReferences(t, live, name, sheet)
			}
		}
		for _, f := range faults {
			if _, fewer := gone[name]; !fewer || !there(live, f.sheet) || touches(f, gone[name]) {
				continue
			}
			if got := checkOf(t, live, f.sheet, f.ref); !strings.HasPrefix(got, strings.TrimSuffix(f.says, "…")) {
				t.Errorf("without %s: the Check column says %q of %s %s, want %q", name, got, f.sheet, f.ref, f.says)
			}
		}
	}
}

// touches is true of a fault that what is gone has to do with.
func touches(f fault, gone []string) bool {
	for _, place := range gone {
		sheet, heading, column := strings.Cut(place, "!")
		if _, changed := f.change[heading]; column && sheet == f.sheet && (changed || strings.HasPrefix(f.says, heading)) {
			return true
		}
		if column && heading == workbook.ColFindings && f.sheet == workbook.SheetFindings || column && sheet == f.sheet && heading == workbook.ColAreas {
			return true // whether a finding is answered
		}
		if !column && (sheet == workbook.SheetFindings || sheet == workbook.SheetVisits || sheet == workbook.SheetPeople || sheet == workbook.SheetKey) {
			return true // refs to it dangle, owners and words are others
		}
	}
	return false
}

func there(file *excelize.File, sheet string) bool {
	i, err := file.GetSheetIndex(sheet)
	return err == nil && i >= 0
}

func lostReferences(t *testing.T, live *excelize.File, name, sheet string) {
	t.Helper()
	validations, err := live.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range validations {
		if strings.Contains(v.Formula1, "#REF!") {
			t.Errorf("without %s: the dropdown of %s %s has lost its reference", name, sheet, v.Sqref)
		}
	}
	formats, err := live.GetConditionalFormats(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for area, all := range formats {
		for _, f := range all {
			if strings.Contains(f.Criteria, "#REF!") {
				t.Errorf("without %s: a colour of %s %s has lost its reference", name, sheet, area)
			}
		}
	}
}

// deleted is a workbook after each line of deletions, by the line's name.
func deleted(t *testing.T, data []byte, lines []string) map[string]*excelize.File {
	t.Helper()
	if os.Getenv("DELETIONS") != "true" {
		t.Skip("takes LibreOffice many minutes: run with DELETIONS=true")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("/usr/bin/python3", "-c", deleting, in, dir, filepath.Join(dir, "profile"))
	command.Stdin = strings.NewReader(strings.Join(lines, "\n"))
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	files := map[string]*excelize.File{}
	for _, line := range lines {
		name, _, _ := strings.Cut(line, "|")
		file, err := excelize.OpenFile(filepath.Join(dir, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { file.Close() })
		files[name] = file
	}
	return files
}
