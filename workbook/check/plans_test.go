package check

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"actionplan/workbook"
	form "actionplan/workbook/blank"
	"actionplan/workbook/facts"
	_ "actionplan/workbook/memory" // collected as the program does: it is a third of what the tests take
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
// dates stay text, which is read as well. It writes the few parts by itself,
// since a thousand cases are judged and a library takes longer than the rules.
func plainBook(t testing.TB, c *form.Content) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	part := func(name, content string) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	const main, relations = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var list, to, types strings.Builder
	n := 0
	for _, sheet := range workbook.Sheets {
		rows := c.Rows[sheet.Name]
		if len(rows) == 0 && sheet.Name != workbook.SheetFindings {
			continue
		}
		n++
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, sheet.Name, n, n)
		fmt.Fprintf(&to, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, n, relations, n)
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, n)
		part(fmt.Sprintf("xl/worksheets/sheet%d.xml", n), `<worksheet xmlns="`+main+`"><sheetData>`+plainRows(sheet, rows)+`</sheetData></worksheet>`)
	}
	part("xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+relations+`"><sheets>`+list.String()+`</sheets></workbook>`)
	part("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+to.String()+`</Relationships>`)
	part("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+relations+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	part("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+types.String()+`</Types>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func plainRows(sheet *workbook.Sheet, rows []form.ContentRow) string {
	heads := []string{form.HeadingField, form.HeadingValue}
	if sheet.Fields {
		rows = everyField(sheet, rows)
	} else {
		heads = nil
		for _, column := range sheet.Columns {
			heads = append(heads, column.Heading)
		}
	}
	var out strings.Builder
	cell := func(column, row int, value string) {
		fmt.Fprintf(&out, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">`, xlsx.ColumnLetters(column+1), row)
		xml.EscapeText(&out, []byte(value))
		out.WriteString(`</t></is></c>`)
	}
	out.WriteString(`<row r="1">`)
	for j, h := range heads {
		cell(j, 1, h)
	}
	for i, row := range rows {
		fmt.Fprintf(&out, `</row><row r="%d">`, i+2)
		for j, h := range heads {
			value := row[h]
			if number, err := strconv.ParseFloat(value, 64); err == nil && !sheet.Fields && isFigure(sheet.Column(h).Kind) {
				fmt.Fprintf(&out, `<c r="%s%d"><v>%v</v></c>`, xlsx.ColumnLetters(j+1), i+2, number)
			} else if value != "" {
				cell(j, i+2, value)
			}
		}
	}
	out.WriteString(`</row>`)
	return out.String()
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
