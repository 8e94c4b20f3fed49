package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook/xlsx"
)

// rows is the content of one sheet, from A1.
type rows [][]any

// fixture is a workbook made for one test: sheets in order, cell by cell, and
// whatever else is done to it.
type fixture struct {
	t     testing.TB
	file  *excelize.File
	first bool
	raw   map[[2]string]string // stored form by sheet and cell
}

func newFixture(t testing.TB) *fixture {
	return &fixture{t: t, file: excelize.NewFile(), first: true}
}

func (f *fixture) sheet(name string, content rows) *fixture {
	f.t.Helper()
	if f.first {
		f.check(f.file.SetSheetName("Sheet1", name))
		f.first = false
	} else {
		_, err := f.file.NewSheet(name)
		f.check(err)
	}
	for i, row := range content {
		for j, v := range row {
			if v == nil {
				continue
			}
			f.set(name, xlsx.Cell{Col: j + 1, Row: i + 1}.Name(), v)
		}
	}
	return f
}

// formula is a cell with a formula and no stored result; styled a number in
// a number format.
type (
	formula string
	styled  struct {
		value  any
		format string
	}
)

func (f *fixture) set(sheet, cell string, v any) {
	f.t.Helper()
	switch v := v.(type) {
	case formula:
		f.check(f.file.SetCellValue(sheet, cell, nil))
		f.check(f.file.SetCellFormula(sheet, cell, string(v)))
	case styled:
		f.check(f.file.SetCellValue(sheet, cell, v.value))
		id, err := f.file.NewStyle(&excelize.Style{CustomNumFmt: &v.format})
		f.check(err)
		f.check(f.file.SetCellStyle(sheet, cell, cell, id))
	default:
		f.check(f.file.SetCellValue(sheet, cell, v))
	}
}

func (f *fixture) check(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *fixture) bytes() []byte {
	f.t.Helper()
	var b bytes.Buffer
	f.check(f.file.Write(&b))
	if f.raw == nil {
		return b.Bytes()
	}
	return f.withRaw(b.Bytes())
}

// withRaw copies the package and swaps the cells' stored forms in.
func (f *fixture) withRaw(data []byte) []byte {
	f.t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	f.check(err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range in.File {
		r, err := part.Open()
		f.check(err)
		content, err := io.ReadAll(r)
		f.check(err)
		for at, markup := range f.raw {
			index, err := f.file.GetSheetIndex(at[0])
			f.check(err)
			if part.Name != fmt.Sprintf("xl/worksheets/sheet%d.xml", index+1) {
				continue
			}
			if at[1] == "" {
				content = bytes.Replace(content, []byte("</sheetData>"), []byte(markup+"</sheetData>"), 1)
				continue
			}
			old := regexp.MustCompile(`<c r="` + at[1] + `"[^>]*?(/>|>.*?</c>)`)
			if !old.Match(content) {
				f.t.Fatalf("%s has no cell %s", at[0], at[1])
			}
			content = old.ReplaceAllLiteral(content, []byte(markup))
		}
		to, err := w.Create(part.Name)
		f.check(err)
		_, err = to.Write(content)
		f.check(err)
	}
	f.check(w.Close())
	return out.Bytes()
}

func (f *fixture) load() (*Plan, Problems) {
	f.t.Helper()
	p, problems, err := Load("plan.xlsx", f.bytes())
	f.check(err)
	return p, problems
}

// The least that is a plan without problems but for the key.
var (
	planRows = rows{{"Field", "Value"}, {"Organisation", "Exampleshire Council"}, {"Plan title", "Improvement plan"}, {"Senior responsible owner", "Director of children's services"}}
	areaRows = rows{{"Ref", "Improvement area", "Outcome for children", "Accountable owner"}, {"A1", "Records", "They know", "Head of quality"}}
	actRows  = rows{{"Ref", "Area", "Action", "Owner", "Due", "Status", "Success measure"}, {"1.1", "A1", "Summaries on every record", "Head of quality", "30/11/2026", "On track", "Children tell us so"}}
)

func smallPlan(t testing.TB) *fixture {
	return newFixture(t).sheet("Plan", planRows).sheet("Areas", areaRows).sheet("Actions", actRows)
}

func TestLoadSmallPlan(t *testing.T) {
	p, problems := smallPlan(t).load()
	for _, x := range problems {
		t.Logf("%+v", x)
	}
	if len(problems) != 1 || problems[0].Rule != RuleKeyMissing {
		t.Errorf("a plan with only its three sheets needs advice about the key and nothing else")
	}
	a := p.Actions[0]
	if a.Ref != "1.1" || a.Due != MustDate("2026-11-30") || a.Status != "On track" || a.Row != 2 || p.Info.Organisation != "Exampleshire Council" || p.Info.BoardEvery != 42 {
		t.Errorf("read %+v, %+v", a, p.Info)
	}
	if c := a.At(ColRevisedDue); c.Name() != "" {
		t.Errorf("a column that is not there has no cell, got %s", c)
	}
}

// rawCell puts a cell's stored form into the written file, for what excelize
// does not write itself; with no cell it adds rows at the end.
func (f *fixture) rawCell(sheet, cell, markup string) {
	if f.raw == nil {
		f.raw = map[[2]string]string{}
	}
	f.raw[[2]string{sheet, cell}] = markup
}
