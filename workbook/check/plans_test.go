package check

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	form "actionplan/workbook/blank"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// loadContent turns content into a workbook and reads it back, so that every
// record has its place. The workbook is a plain one, as other software writes
// it: one that the program itself writes takes twenty times as long to make.
func loadContent(t testing.TB, c *form.Content) (*workbook.Plan, workbook.Problems) {
	t.Helper()
	plan, problems, err := workbook.Load("plan.xlsx", plainBook(t, c))
	if err != nil {
		t.Fatal(err)
	}
	return plan, problems
}

// plainBook writes headings and rows and nothing else. Figures are numbers;
// dates stay text, which is read as well.
func plainBook(t testing.TB, c *form.Content) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, sheet := range workbook.Sheets {
		rows := c.Rows[sheet.Name]
		if len(rows) == 0 && sheet.Name != workbook.SheetFindings {
			continue
		}
		if _, err := f.NewSheet(sheet.Name); err != nil {
			t.Fatal(err)
		}
		heads := []string{form.HeadingField, form.HeadingValue}
		if !sheet.Fields {
			heads = nil
			for _, column := range sheet.Columns {
				heads = append(heads, column.Heading)
			}
		} else {
			rows = everyField(sheet, rows)
		}
		f.SetSheetRow(sheet.Name, "A1", &heads)
		for i, row := range rows {
			for j, h := range heads {
				setCell(f, sheet, h, fmt.Sprintf("%s%d", xlsx.ColumnLetters(j+1), i+2), row[h])
			}
		}
	}
	f.DeleteSheet("Sheet1")
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// everyField adds the fields that a plan does not fill, as the blank workbook
// has them.
func everyField(sheet *workbook.Sheet, rows []form.ContentRow) []form.ContentRow {
	have := make(map[string]bool)
	for _, row := range rows {
		have[row[form.HeadingField]] = true
	}
	for _, column := range sheet.Columns {
		if !have[column.Heading] {
			rows = append(rows, form.ContentRow{form.HeadingField: column.Heading})
		}
	}
	return rows
}

func setCell(f *excelize.File, sheet *workbook.Sheet, heading, cell, value string) {
	if value == "" {
		return
	}
	if number, err := strconv.ParseFloat(value, 64); err == nil && !sheet.Fields && isFigure(sheet.Column(heading).Kind) {
		f.SetCellValue(sheet.Name, cell, number)
		return
	}
	f.SetCellStr(sheet.Name, cell, value)
}

func isFigure(k workbook.Kind) bool {
	return k == workbook.Figure || k == workbook.Amount || k == workbook.Whole
}

func readContent(t testing.TB, path string) *form.Content {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := form.ParseContent(source)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// parsedClean is the clean plan, parsed once.
var parsedClean *form.Content

// cleanContent is a copy of the clean plan that a test may change.
func cleanContent(t testing.TB) *form.Content {
	t.Helper()
	if parsedClean == nil {
		parsedClean = readContent(t, "testdata/clean.yaml")
	}
	c := &form.Content{Rows: make(map[string][]form.ContentRow)}
	for sheet, rows := range parsedClean.Rows {
		for _, row := range rows {
			c.Rows[sheet] = append(c.Rows[sheet], maps.Clone(row))
		}
	}
	return c
}

func judge(t testing.TB, c *form.Content, asOf string, opts Options) Result {
	t.Helper()
	plan, loaded := loadContent(t, c)
	return Run(plan, facts.Derive(plan, workbook.MustDate(asOf)), loaded, opts)
}

// The plans that the project ships, and clean plans of other shapes, must not
// be nagged: every error and every
// warning left in them is a plain fact that a lead would want to be told.
func TestSamplePlans(t *testing.T) {
	for _, sample := range []struct {
		path, asOf string
		known      []string // rule and ref of the warnings that stand there on purpose
	}{
		{"testdata/plain-minimal.yaml", "2026-09-30", nil},
		{"testdata/plain-send.yaml", "2026-09-30", nil},
		{"../../templates/example.yaml", "2026-09-30", nil},
		{"../../samples/source/gloucestershire.yaml", "2018-09-30", nil},
		{"../../samples/source/south-gloucestershire.yaml", "2023-01-31", []string{"stale 6.4", "green-against-measure 8.2"}},
	} {
		r := judge(t, readContent(t, sample.path), sample.asOf, Options{})
		for _, p := range r.Problems {
			if p.Severity != workbook.Advice && !slices.Contains(sample.known, p.Rule+" "+p.Ref) {
				t.Errorf("%s: %s %s (%s)", sample.path, p.Cell, p.Message, p.Rule)
			}
		}
	}
}

// runOn judges a plan as at the day of the clean plan.
func runOn(plan *workbook.Plan, loaded workbook.Problems) Result {
	return Run(plan, facts.Derive(plan, workbook.MustDate("2026-09-30")), loaded, Options{})
}
