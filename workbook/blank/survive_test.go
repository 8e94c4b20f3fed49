package blank_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// TestDeletedColumnsAndSheets deletes each optional column and each optional
// sheet, as staff do. Then Check still agrees with check in every row, no
// formula shows an error, and no dropdown or colour has lost its reference.
func TestDeletedColumnsAndSheets(t *testing.T) {
	data, err := blank.Write(faultyContent(), blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, left := range deleted(t, shortLists(t, data), deletions()) {
		t.Run(name, func(t *testing.T) {
			live, err := excelize.OpenReader(bytes.NewReader(left))
			if err != nil {
				t.Fatal(err)
			}
			defer live.Close()
			for _, sheet := range live.GetSheetList() {
				noErrors(t, live, sheet)
				noLostReferences(t, live, sheet)
			}
			stillAgrees(t, live, left)
		})
	}
}

// deletions are the names of what is deleted together, and what that is:
// columns as Sheet!Heading. A turn takes one optional column of every sheet,
// for what is taken from one sheet touches only formulas that look at it.
func deletions() map[string][]string {
	gone := map[string][]string{"many": {"Actions!Short name", "Actions!Partner body", "Actions!Start", "Actions!If it slips", "Actions!Impact review", "Actions!Publish", "Areas!Partner bodies", "Areas!Priority", "Waivers", "Glossary"}}
	for _, s := range workbook.Sheets {
		if !s.Required {
			gone[s.Name] = []string{s.Name}
		}
		turn := 0
		for _, c := range s.Columns {
			if !s.Fields && !c.Required {
				name := fmt.Sprintf("turn %d", turn)
				gone[name] = append(gone[name], s.Name+"!"+c.Heading)
				turn++
			}
		}
	}
	return gone
}

// noErrors looks at all that a sheet shows. The Lists sheet says that a column
// is gone with an error, which the other formulas expect.
func noErrors(t *testing.T, live *excelize.File, sheet string) {
	t.Helper()
	for r, row := range rowsOf(t, live, sheet) {
		for c, value := range row {
			if strings.HasPrefix(value, "#") && value != "#" && !(sheet == "Lists" && c == 1) {
				t.Errorf("%s, row %d, column %d shows %s", sheet, r+1, c+1, value)
			}
		}
	}
}

func noLostReferences(t *testing.T, live *excelize.File, sheet string) {
	t.Helper()
	validations, err := live.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range validations {
		if strings.Contains(v.Formula1, "#REF!") {
			t.Errorf("the dropdown of %s %s has lost its reference: %s", sheet, v.Sqref, v.Formula1)
		}
	}
	formats, err := live.GetConditionalFormats(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for area, all := range formats {
		for _, f := range all {
			if strings.Contains(f.Criteria, "#REF!") {
				t.Errorf("a colour of %s %s has lost its reference: %s", sheet, area, f.Criteria)
			}
		}
	}
}

// stillAgrees compares Check with check in every row with a ref: OK where check
// has neither error nor warning, and something to fix where it has.
func stillAgrees(t *testing.T, live *excelize.File, left []byte) {
	t.Helper()
	plan, loaded, err := workbook.Load("left.xlsx", left)
	if err != nil {
		t.Fatal(err)
	}
	found := rulesByRow(check.Run(plan, facts.Derive(plan, workbook.MustDate("2026-09-30")), loaded, check.Options{}))
	for _, sheet := range []string{workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures} {
		if i, err := live.GetSheetIndex(sheet); err != nil || i < 0 {
			continue
		}
		for r, row := range rowsOf(t, live, sheet) {
			if r == 0 || len(row) < 2 || row[0] == "" {
				continue
			}
			rules := found[sheet+" "+row[0]] + found[fmt.Sprintf("%s!%d", sheet, r+1)]
			if fine := strings.HasPrefix(row[1], "OK"); fine != (rules == "") {
				t.Errorf("%s %s: the Check column says %q, check finds%s", sheet, row[0], row[1], rules)
			}
		}
	}
}

// deleted is what is left of a workbook after each of some deletions.
func deleted(t *testing.T, data []byte, gone map[string][]string) map[string][]byte {
	t.Helper()
	if os.Getenv("CI") != "true" {
		t.Skip("takes LibreOffice a minute: run with CI=true")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("/usr/bin/python3", "../../.ci/office/delete.py", in, dir, filepath.Join(dir, "profile"))
	var lines strings.Builder
	for name, places := range gone {
		fmt.Fprintln(&lines, name+"|"+strings.Join(places, "|"))
	}
	command.Stdin = strings.NewReader(lines.String())
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	left := map[string][]byte{}
	for name := range gone {
		data, err := os.ReadFile(filepath.Join(dir, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		left[name] = data
	}
	return left
}

// shortRows is how far down the formulas of the Lists sheet go in a workbook
// of shortLists: further than any sheet of faultyContent.
const shortRows = 45

var (
	listsRow    = regexp.MustCompile(`<row r="(\d+)"[^>]*>.*?</row>`)
	listsCell   = regexp.MustCompile(`<c(?: r="[A-Z]+\d+")?(?: s="\d+")?><f t="shared" si="\d+"/></c>`)
	listsShared = regexp.MustCompile(`(<f t="shared" ref="[A-Z]+2:[A-Z]+)(\d+)"`)
	listsName   = regexp.MustCompile(`(Lists!\$[A-Z]+\$2:\$[A-Z]+\$)(\d+)<`)
)

// shortLists is the workbook with fewer rows of the same formulas, which
// LibreOffice deletes columns from in a tenth of the time: it shifts every
// formula that uses a name.
func shortLists(t *testing.T, data []byte) []byte {
	t.Helper()
	cut := func(pattern *regexp.Regexp, part []byte) []byte {
		return pattern.ReplaceAllFunc(part, func(found []byte) []byte {
			parts := pattern.FindSubmatch(found)
			if n, _ := strconv.Atoi(string(parts[2])); n <= shortRows {
				return found
			}
			return bytes.Replace(found, parts[2], []byte(strconv.Itoa(shortRows)), 1)
		})
	}
	lists := 0
	book, err := xlsx.OpenPackage(data)
	if err != nil {
		t.Fatal(err)
	}
	book.Edit(func(name string, part []byte) []byte {
		switch {
		case name == "xl/workbook.xml":
			return cut(listsName, part)
		case strings.HasPrefix(name, "xl/worksheets/sheet") && bytes.Count(part, []byte(`t="shared" ref=`)) > 20:
			lists++
			part = listsRow.ReplaceAllFunc(part, func(row []byte) []byte {
				if n, _ := strconv.Atoi(string(listsRow.FindSubmatch(row)[1])); n > shortRows {
					return listsCell.ReplaceAll(row, nil)
				}
				return row
			})
			return cut(listsShared, part)
		}
		return part
	})
	short, err := book.Zip()
	if err != nil {
		t.Fatal(err)
	}
	if lists != 1 {
		t.Fatalf("%d sheets look like Lists", lists)
	}
	return short
}
