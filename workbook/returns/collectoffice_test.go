package returns

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/workbook"
)

// TestForeignPlan: a plan that was not made by us keeps everything but the
// cells that are collected. Its own status formula, its merged evidence and
// the text in a column of days are among them.
func TestForeignPlan(t *testing.T) {
	plan, err := os.ReadFile("testdata/office.xlsm")
	if err != nil {
		t.Fatal(err)
	}
	sent := requests(t, plan, sentOn)
	quality := fill(t, sent["Head of quality"], map[string]any{"1.1 Status": "Green", "1.1 Progress note": "=All & <done>", "1.2 Revised due": "31 Dec 2026"})
	service := fill(t, sent["Head of service"], map[string]any{"2.1 Status": "Amber", "2.1 Evidence": "New rota", "2.2 Completed": workbook.MustDate("2026-10-01")})
	got := collect(t, plan, CollectOptions{}, readReturn(t, "q.xlsx", quality), readReturn(t, "s.xlsx", service))
	want := []string{
		"accepted 1.1 Progress note: =All & <done>",
		"accepted 1.2 Revised due: 2026-12-31",
		"accepted 2.1 Status: Amber",
		"accepted 2.2 Completed: 2026-10-01",
		"refused E2 1.1: The plan's cell 'Action plan'!G4 holds a formula, which is not written over; change it there.",
		"refused I2 2.1: The plan's cell 'Action plan'!K6 is part of merged cells that stand for several rows; change it there.",
	}
	if diff := cmp.Diff(want, said(got)); diff != "" {
		t.Error(diff)
	}
	onlyChanged(t, plan, got.Data, "xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml", "xl/tables/table1.xml", "xl/styles.xml")

	before, after := partsOf(t, plan), partsOf(t, got.Data)
	for part, edits := range map[string][][2]string{
		"xl/worksheets/sheet4.xml": {
			{`<row r="4" spans="1:12">`, `<row r="4">`},
			{`<c r="H4" s="3" t="s"><v>48</v></c>`, `<c r="H4" s="3" t="inlineStr"><is><t xml:space="preserve">=All &amp; &lt;done&gt;</t></is></c>`},
			{`<row r="5" spans="1:12" hidden="1">`, `<row r="5" hidden="1">`},
			{`<c r="F5" s="2" t="s"><v>52</v></c>`, `<c r="F5" s="2"><v>46387</v></c>`},
			{`<row r="6" spans="1:12">`, `<row r="6">`},
			{`<c r="G6" t="s"><v>26</v></c>`, `<c r="G6" t="inlineStr"><is><t xml:space="preserve">Amber</t></is></c>`},
			{`<row r="7" spans="1:12">`, `<row r="7">`},
			{`<c r="K7" s="3"/></row>`, `<c r="K7" s="3"/><c r="L7" s="4"><v>46296</v></c></row>`},
		},
		"xl/tables/table1.xml": {{`ref="B2:H4" totalsRowShown`, `ref="B2:H8" totalsRowShown`}, {`<autoFilter ref="B2:H4"/>`, `<autoFilter ref="B2:H8"/>`}},
	} {
		expected := before[part]
		for _, e := range edits {
			if strings.Count(expected, e[0]) != 1 {
				t.Fatalf("%s: %s stands there %d times", part, e[0], strings.Count(expected, e[0]))
			}
			expected = strings.Replace(expected, e[0], e[1], 1)
		}
		if diff := cmp.Diff(expected, after[part]); diff != "" {
			t.Errorf("%s\n%s", part, diff)
		}
	}
	if !strings.HasPrefix(after["xl/worksheets/sheet5.xml"], strings.Split(strings.Replace(before["xl/worksheets/sheet5.xml"], "B2:H4", "B2:H8", 1), `</sheetData>`)[0]) {
		t.Error("rows of the log have changed, and not only been added")
	}
	if !strings.Contains(after["xl/worksheets/sheet5.xml"], `<row r="5"><c r="B5" s="2"><v>46300</v></c>`) {
		t.Error("a line of the log does not look like the line above")
	}
	for _, u := range loadPlan(t, got.Data).Updates[2:] {
		if u.Date != collectedOn || u.Note == "" || u.By == "" || u.Status == "" {
			t.Errorf("added to the log: %+v", u)
		}
	}
}

// TestWithoutLog: a plan that keeps no log gets one behind its other sheets.
func TestWithoutLog(t *testing.T) {
	for _, name := range []string{"macros.xlsm", "libreoffice.xlsx", "pivot.xlsx"} {
		plan, err := os.ReadFile(filepath.Join("../annotate/testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		sent := requests(t, plan, sentOn)
		var owner string
		for owner = range sent {
			break
		}
		back := readReturn(t, "q.xlsx", fill(t, sent[owner], map[string]any{"1.1 Status": "At risk"}))
		got := collect(t, plan, CollectOptions{}, back)
		if len(got.Accepted) != 1 {
			t.Errorf("%s: %q", name, said(got))
			continue
		}
		now := loadPlan(t, got.Data)
		if len(now.Updates) != 1 || now.Updates[0].Status != "At risk" || now.Updates[0].Date != collectedOn {
			t.Errorf("%s: the log is %+v", name, now.Updates)
		}
		before, after := partsOf(t, plan), partsOf(t, got.Data)
		changed := 0
		for part, content := range before {
			if after[part] != content {
				changed++
			}
		}
		// Actions, the list of sheets with its relations and content types, and
		// the styles; macros, charts, comments and all else are as they were.
		if changed > 5 || len(after) != len(before)+1 {
			t.Errorf("%s: %d parts have changed and %d are new", name, changed, len(after)-len(before))
		}
	}
}

const fillIn = `
import sys, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["Actions"]
columns = {c.value: c.column for c in sheet[1]}
for row in range(2, sheet.max_row + 1):
    if sheet.cell(row, 1).value == "1.1":
        sheet.cell(row, columns["Status"]).value = "Delivered"
        sheet.cell(row, columns["Completed"]).value = datetime.date(2026, 10, 2)
        sheet.cell(row, columns["Progress note"]).value = "All are written\nand read"
        assert not sheet.cell(row, columns["Status"]).protection.locked
        assert sheet.cell(row, columns["Due"]).protection.locked
assert sheet.protection.sheet and not sheet.protection.password and not sheet.protection.autoFilter
assert book["As sent"].sheet_state == "veryHidden"
lists = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
assert len(lists) == 1 and lists[0].formula1.startswith("'Start here'!"), lists
book.save(sys.argv[2])
`

// TestOtherPrograms fills in a return with openpyxl, passes it through
// LibreOffice, and collects both.
func TestOtherPrograms(t *testing.T) {
	if os.Getenv("CI") != "true" {
		t.Skip("takes LibreOffice some seconds: run with CI=true")
	}
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		t.Fatal("openpyxl is not installed")
	}
	plan := planOf(t, smallPlan)
	dir := t.TempDir()
	in, out := filepath.Join(dir, "sent.xlsx"), filepath.Join(dir, "back.xlsx")
	if err := os.WriteFile(in, requests(t, plan, sentOn)["Head of quality"], 0o644); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(python, "-c", fillIn, in, out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	files := []string{out}
	if office, err := exec.LookPath("soffice"); err == nil {
		run := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "office"), out)
		if said, err := run.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		files = append(files, filepath.Join(dir, "office", "back.xlsx"))
	} else {
		t.Fatal("LibreOffice is not installed")
	}
	want := []string{"accepted 1.1 Status: Delivered", "accepted 1.1 Progress note: All are written\nand read", "accepted 1.1 Completed: 2026-10-02"}
	var first []byte
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := collect(t, plan, CollectOptions{}, readReturn(t, "back.xlsx", data))
		if diff := cmp.Diff(want, said(got)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if first == nil {
			first = got.Data
		}
		if !bytes.Equal(first, got.Data) {
			t.Errorf("%s gives another plan", name)
		}
	}
}
