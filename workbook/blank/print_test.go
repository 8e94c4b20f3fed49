package blank_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/xlsx"
)

// TestPrints fills the blank workbook in as staff do and as programs do, prints
// it and finds every row. A page has a record, or blank rows to write on: never
// headings only.
func TestPrints(t *testing.T) {
	empty := writtenBook(t, &blank.Content{})
	books := typed(t, empty, map[string]map[string]columns{"typed 40": typedRows(40, 6), "typed 300": typedRows(300, 6)})
	books["blank"] = empty
	for _, n := range []int{40, 300} {
		data := empty
		for sheet, filled := range typedRows(n, 1) { // a program fits no rows to long texts
			cells := map[string]any{}
			for heading, rows := range filled {
				for row, words := range rows {
					cells[fmt.Sprintf("%s %d", heading, row)] = words
				}
			}
			data = edit(t, data, sheet, cells)
		}
		books[fmt.Sprintf("put %d", n)] = data
	}
	for _, n := range []int{45} { // rows that the workbook is written with
		books[fmt.Sprintf("written %d", n)] = writtenBook(t, longContent(n))
	}
	for name, pages := range printed(t, books) {
		t.Run(name, func(t *testing.T) {
			n := 0
			how, count, _ := strings.Cut(name, " ")
			fmt.Sscan(count, &n)
			for i, page := range pages {
				if sheet := sheetOf(page); n > 0 && filledSheets[sheet] && !holdsRows(sheet, page) {
					t.Errorf("page %d, of %s, has its headings only:\n%s", i+1, sheet, page)
				}
			}
			if how == "typed" || how == "put" {
				allPrinted(t, pages, typedRows(n, 1))
			}
		})
	}
}

// columns are what is typed under a sheet's headings, by row; under insertRow
// stand the rows that are inserted first.
type columns map[string]map[int]string

const insertRow = "insert a row"

// allPrinted looks for what is typed on all pages.
func allPrinted(t *testing.T, pages []string, sheets map[string]columns) {
	t.Helper()
	held := map[string]bool{}
	for _, page := range pages {
		for _, token := range tokens.FindAllString(page, -1) {
			held[token] = true
		}
	}
	for sheet, filled := range sheets {
		for heading, rows := range filled {
			for row, words := range rows {
				if !held[tokens.FindString(words)] {
					t.Errorf("%s, %s, row %d: %q is not printed", sheet, heading, row, words)
				}
			}
		}
	}
}

// filledSheets are those that typedRows and longContent fill.
var filledSheets = map[string]bool{workbook.SheetAreas: true, workbook.SheetFindings: true, workbook.SheetActions: true, workbook.SheetUpdates: true, "Summary": true}

// tokens are words that stand in one row only.
var tokens = regexp.MustCompile(`\b[A-Z][a-z]+-\d+\b`)

// typedRows are that many rows of some sheets, a third of them with texts of
// some lines.
func typedRows(n, lines int) map[string]columns {
	all := map[string]columns{}
	put := func(sheet, heading string, i int, words string) {
		if all[sheet] == nil {
			all[sheet] = columns{}
		}
		if all[sheet][heading] == nil {
			all[sheet][heading] = map[int]string{}
		}
		all[sheet][heading][i+2] = words
	}
	for i := range n {
		words := " is said here"
		if i%3 == 0 {
			words = strings.Repeat(" is said here", 3*lines-2)
		}
		put(workbook.SheetPeople, workbook.ColName, i, fmt.Sprintf("Post-%d", i))
		put(workbook.SheetFindings, workbook.ColRef, i, fmt.Sprintf("Find-%d", i))
		put(workbook.SheetFindings, workbook.ColFinding, i, fmt.Sprintf("Said-%d", i)+words)
		put(workbook.SheetActions, workbook.ColRef, i, fmt.Sprintf("Act-%d", i))
		put(workbook.SheetActions, workbook.ColAction, i, fmt.Sprintf("Do-%d", i)+words)
		put(workbook.SheetActions, workbook.ColProgressNote, i, fmt.Sprintf("Note-%d", i)+words)
		put(workbook.SheetActions, workbook.ColImpactChildren, i, fmt.Sprintf("Impact-%d", i)+words)
		put(workbook.SheetUpdates, workbook.ColNote, i, fmt.Sprintf("Log-%d", i)+words)
		if i < 40 {
			put(workbook.SheetAreas, workbook.ColRef, i, fmt.Sprintf("Area-%d", i))
			put(workbook.SheetAreas, workbook.ColAreaName, i, fmt.Sprintf("Name-%d", i)+words)
			put(workbook.SheetAreas, workbook.ColStatusReason, i, fmt.Sprintf("Why-%d", i)+words)
		}
	}
	return all
}

// typed is what is left when LibreOffice types into a workbook and saves it.
func typed(t *testing.T, data []byte, rows map[string]map[string]columns) map[string][]byte {
	t.Helper()
	if os.Getenv("CI") != "true" {
		t.Skip("takes LibreOffice a minute: run with CI=true")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	words, err := json.Marshal(rows)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("/usr/bin/python3", "../../.ci/office/type.py", in, dir, filepath.Join(dir, "profile"))
	command.Stdin = bytes.NewReader(words)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	books := map[string][]byte{}
	for name := range rows {
		if books[name], err = os.ReadFile(filepath.Join(dir, name+".xlsx")); err != nil {
			t.Fatal(err)
		}
	}
	return books
}

// holdsRows is true of a page with something below its headings.
func holdsRows(sheet, page string) bool {
	headings := ""
	if s := workbook.FindSheet(sheet); s != nil {
		for _, c := range s.Columns {
			headings += " " + c.Heading
		}
	}
	headings += " Check Improvement areas Ref Improvement area Accountable owner Status Done Of Overdue Next date Page of " + sheet + " "
	for _, word := range strings.Fields(page) {
		if !strings.Contains(headings, " "+word+" ") && strings.Trim(word, "0123456789") != "" {
			return true
		}
	}
	return false
}

// sheetOf is the sheet of a page, which its foot names.
func sheetOf(page string) string {
	foot := regexp.MustCompile(`(?m)^\s*(\S.*?)\s+Page \d+ of \d+\s*$`).FindStringSubmatch(page)
	if foot == nil {
		return ""
	}
	return foot[1]
}

// printed is the text of each page that LibreOffice prints of some workbooks.
func printed(t *testing.T, books map[string][]byte) map[string][]string {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	for name, data := range books {
		in := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(in, data, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, in)
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	pages := map[string][]string{}
	for name := range books {
		text, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, name+".pdf"), "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages[name] = strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	}
	return pages
}

func writtenBook(t *testing.T, c *blank.Content) []byte {
	t.Helper()
	data, err := blank.Write(c, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestBlankRowsAreRuled looks for the lines of the rows that a blank sheet prints.
func TestBlankRowsAreRuled(t *testing.T) {
	file, err := excelize.OpenReader(bytes.NewReader(writtenBook(t, &blank.Content{})))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, s := range workbook.Sheets {
		if s.Fields || s.Name == workbook.SheetKey {
			continue
		}
		width := len(rowsOf(t, file, s.Name)[0])
		for row := 2; row <= 13; row++ {
			for col := 1; col <= width; col++ {
				cell := xlsx.Cell{Col: col, Row: row}.Name()
				id, err := file.GetCellStyle(s.Name, cell)
				if err != nil {
					t.Fatal(err)
				}
				style, err := file.GetStyle(id)
				if err != nil {
					t.Fatal(err)
				}
				if len(style.Border) == 0 {
					t.Errorf("%s!%s has no line below it", s.Name, cell)
				}
			}
		}
	}
}
