package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/urfave/cli/v2"
	"github.com/xuri/excelize/v2"

	"actionplan/report"
	"actionplan/report/tagged/pdfua"
	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	"actionplan/workbook/files"
	"actionplan/workbook/seal"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

var update = flag.Bool("update", false, "write the samples and their outputs anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"actionplan": func() {
			files.RemoveOnSignal()
			stopAt(os.Getenv("ACTIONPLAN_STOP_AT"))
			os.Exit(run(os.Args, os.Stdout, os.Stderr, workbook.MustDate("2026-09-30")))
		},
		"workbook-wider": func() {
			widen()
			source, err := os.ReadFile(os.Args[2])
			if err == nil {
				err = writeWorkbook(os.Args[1], source)
			}
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		},
		"actionplan-wider": func() {
			widen()
			os.Exit(run(os.Args, os.Stdout, os.Stderr, workbook.MustDate("2026-09-30")))
		},
	})
}

// widen adds columns to the table and does nothing else: wider.txtar is what
// then follows for every command.
func widen() {
	add := func(sheet string, columns ...workbook.Column) {
		s := workbook.FindSheet(sheet)
		s.Columns = slices.Insert(s.Columns, len(s.Columns)-1, columns...)
	}
	add(workbook.SheetActions,
		workbook.Column{Heading: "Lessons learnt", Kind: workbook.LongText, Public: workbook.Printed, Return: &workbook.Return{Place: 14, Asking: workbook.Asked, Width: 30},
			Flat: []string{"What we learnt"}, Help: "What others can take from it.", Example: "Start with one team", Width: 30},
		workbook.Column{Heading: "Board sponsor", Kind: workbook.Text, Help: "Who speaks for it.", Example: "Chair", Width: 20},
		workbook.Column{Heading: "Gateway", Kind: workbook.Day, Public: workbook.Printed, Help: "When it is looked at whole.", Example: "31/12/2026", Width: 13})
	add(workbook.SheetAreas, workbook.Column{Heading: "Voice of children", Kind: workbook.LongText, Public: workbook.Printed, Help: "What children say.", Example: "We were asked", Width: 30})
}

// TestScripts are the promises of the command line, one story a file.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			root, err := os.Getwd()
			env.Setenv("ROOT", root)
			env.Setenv("LONG", strings.Repeat("a very long name ", 12)[:200])
			env.Setenv("LONGEST", strings.Repeat("é", 125)) // which with .xlsx is 255 bytes
			env.Setenv("COLUMNS", "100")                    // so that a sentence that a story looks for mostly stands on one line
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"workbook":  makeWorkbook,
			"setcell":   setCell,
			"deleterow": deleteRow,
			"cells":     printCells,
			"pdftext":   printPDF,
			"snapshot":  takeHash,
			"hex":       writeHex,
			"foreign":   makeForeign,
			"flat":      makeFlat,
			"glob":      countFiles,
			"shape":     copyShape,
		},
	})
}

// makeWorkbook makes an xlsx from a YAML plan: workbook OUT.xlsx PLAN.yaml.
func makeWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(writeWorkbook(ts.MkAbs(args[0]), []byte(ts.ReadFile(args[1]))))
}

func writeWorkbook(path string, source []byte) error {
	content, err := blank.ParseContent(source)
	if err != nil {
		return err
	}
	data, err := blank.Write(content, blank.Options{})
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// setCell changes one cell as somebody in another program would: setcell
// FILE SHEET CELL VALUE, where CELL is "F2", or "Status 2" below that heading.
func setCell(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	cell := args[2]
	if space := strings.LastIndex(cell, " "); space > 0 {
		cell = columnHeaded(ts, f, args[1], cell[:space]) + cell[space+1:]
	}
	ts.Check(f.SetCellValue(args[1], cell, args[3]))
	ts.Check(f.Save())
}

// columnHeaded is the letters of the column with that heading in the first row.
func columnHeaded(ts *testscript.TestScript, f *excelize.File, sheet, heading string) string {
	rows, err := f.GetRows(sheet)
	ts.Check(err)
	if len(rows) == 0 || !slices.Contains(rows[0], heading) {
		ts.Fatalf("the sheet %s has no column %s", sheet, heading)
	}
	letters, err := excelize.ColumnNumberToName(slices.Index(rows[0], heading) + 1)
	ts.Check(err)
	return letters
}

// deleteRow deletes a row of a workbook: deleterow FILE SHEET ROW.
func deleteRow(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	row, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(f.RemoveRow(args[1], row))
	ts.Check(f.Save())
}

// printCells prints a sheet's filled cells, a line each: cells FILE SHEET.
func printCells(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	rows, err := f.GetRows(args[1])
	ts.Check(err)
	for r, row := range rows {
		for c, v := range row {
			if v != "" {
				fmt.Fprintf(ts.Stdout(), "%s%d %s\n", xlsx.ColumnLetters(c+1), r+1, v)
			}
		}
	}
}

// printPDF prints the words of a PDF as a screen reader would meet them.
func printPDF(ts *testscript.TestScript, _ bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	for _, broken := range pdfua.Check(data) {
		ts.Fatalf("%s: %s", args[0], broken)
	}
	fmt.Fprintln(ts.Stdout(), pdfua.Tree(data).All())
}

// takeHash remembers a file's bytes the first time and compares them after.
func takeHash(ts *testscript.TestScript, _ bool, args []string) {
	name := "HASH_" + strconv.Itoa(len(args[0])) + filepath.Base(args[0])
	hash := fmt.Sprintf("%x", sha256.Sum256([]byte(ts.ReadFile(args[0]))))
	if was := ts.Getenv(name); was != "" && was != hash {
		ts.Fatalf("%s has changed", args[0])
	}
	ts.Setenv(name, hash)
}

// writeHex writes bytes given in hexadecimal: hex FILE DIGITS.
func writeHex(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// makeForeign makes a workbook that is no plan: foreign FILE.
func makeForeign(ts *testscript.TestScript, _ bool, args []string) {
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]string{"A1": "Invoice", "B1": "Net", "C1": "VAT", "A2": "2026-114", "B2": "120.00", "C2": "24.00"} {
		ts.Check(f.SetCellStr("Sheet1", cell, v))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// countFiles is "glob PATTERN N": so many files fit the pattern.
func countFiles(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: glob PATTERN N")
	}
	found, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if strconv.Itoa(len(found)) != args[1] {
		ts.Fatalf("%d files fit %s: %v", len(found), args[0], found)
	}
}

// makeFlat makes a plan as councils keep it on one sheet: flat FILE.
func makeFlat(ts *testscript.TestScript, _ bool, args []string) {
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{
		{"Exampleshire improvement plan"},
		{"No", "Ofsted para no.", "Ofsted area for improvement", "Lead", "Action", "By when", "Progress", "R/A/G"},
		{"1", "17 (57, 138)", "Supervision", "Jo Smith", "Write a supervision standard", "31/12/2026", "Drafted", "A"},
		{"2", "18", "Supervision", "Jo Smith and team", "Train all managers", "ongoing", "Half are trained", "R"},
		{"3", "21", "Case records", "Sam Jones", "Summaries on every record", "30/11/2026", "On 200 of 236", "G"},
	}
	for i, row := range rows {
		ts.Check(f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// TestArrows keeps the house in order: which package may import what. Those
// that know nothing of plans import nothing of ours but each other; everybody
// may use them.
func TestArrows(t *testing.T) {
	const us = "actionplan/"
	plain := []string{"workbook/xlsx", "workbook/words", "workbook/contrast", "workbook/files", "workbook/seal", "workbook/letter/document", "report/tagged", "report/tagged/pdfua", "report/chart", "report/console", "report/paper/block", "templates", "workbook/region", "workbook/parallel", "workbook/memory"}
	allowed := map[string][]string{ // package → packages of ours, beside the plain ones, that it may import
		".": {"workbook", "workbook/annotate", "workbook/blank", "workbook/check", "workbook/draft", "workbook/export", "workbook/history", "workbook/letter", "workbook/returns", "workbook/upgrade",
			"report", "report/briefing", "report/drop", "report/paper", "report/paper/format", "report/portfolio", "report/reading", "report/tracker"},
		"workbook":                {},
		"workbook/blank":          {"workbook"},
		"workbook/annotate":       {"workbook"},
		"workbook/facts":          {"workbook"},
		"workbook/check":          {"workbook", "workbook/check/identify", "workbook/check/weigh", "workbook/facts"},
		"workbook/check/identify": {"workbook/check/weigh"},
		"workbook/check/weigh":    {},
		"workbook/export":         {"workbook", "workbook/check", "workbook/facts"},
		"workbook/history":        {"workbook", "workbook/facts"},
		"workbook/upgrade":        {"workbook", "workbook/blank"},
		"workbook/returns":        {"workbook", "workbook/facts"},
		"workbook/draft":          {"workbook", "workbook/blank", "workbook/letter"},
		"workbook/letter":         {"workbook/letter/document"},
		"report":                  {"workbook", "workbook/facts", "workbook/history"},
		"report/paper":            {"report", "report/portfolio", "workbook", "workbook/check"},
		"report/paper/pdf":        {}, // writers know blocks, and no plans
		"report/paper/html":       {},
		"report/paper/word":       {},
		"report/paper/format":     {"report/paper/html", "report/paper/pdf", "report/paper/word"},
		"report/paper/everything": {"report", "report/paper"},
		"report/reading":          {"report", "workbook", "workbook/check", "workbook/facts", "workbook/history", "workbook/upgrade"},
		"report/briefing":         {"report", "report/paper", "report/paper/format", "report/reading"},
		"report/portfolio":        {"report", "report/reading", "workbook", "workbook/check", "workbook/facts", "workbook/history"},
		"report/tracker":          {"report", "report/portfolio", "workbook"},
		"report/drop":             {"report/reading", "workbook/returns"},
		"samples/madeup":          {"workbook"},
	}
	fenced := map[string][]string{ // import path → packages that may import it
		"github.com/xuri/excelize/v2":        {"workbook/xlsx", "workbook/blank", "workbook/returns", "workbook/upgrade", "report/tracker", "samples/madeup"},
		"github.com/parquet-go/parquet-go":   {"workbook/export"},
		"github.com/jung-kurt/gofpdf":        {"report/tagged"},
		"github.com/ledongthuc/pdf":          {"workbook/letter/document"},
		"github.com/urfave/cli/v2":           {".", "report/console"},
		"actionplan/report/tagged":           {"report/reading", "report/paper", "report/paper/format", "report/paper/pdf"},
		"actionplan/report/tagged/pdfua":     {},
		"actionplan/report/paper/everything": {}, // for tests
		"actionplan/samples/madeup":          {},
	}
	walkGo(t, func(path, dir string, imports []string, source []byte) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		mayImport, known := allowed[dir]
		if !known && !contains(plain, dir) {
			t.Errorf("%s: the package %s is not in the house: say on a line of its own above which packages it may import", path, dir)
		}
		for _, i := range imports {
			if ours, ok := strings.CutPrefix(i, us); ok && !contains(mayImport, ours) && !contains(plain, ours) {
				t.Errorf("%s imports %s, which the line of %q above does not allow", path, i, dir)
			}
			if by, ok := fenced[i]; ok && !contains(by, dir) {
				t.Errorf("%s imports %s, which is fenced: only %v may", path, i, by)
			}
		}
		if path != "main.go" && bytes.Contains(source, []byte("time.Now(")) {
			t.Errorf("%s reads the clock", path)
		}
	})
}

// TestEveryPackageSaysWhatItIs: a package begins with a comment by which a
// newcomer finds it, and README names it.
func TestEveryPackageSaysWhatItIs(t *testing.T) {
	says := map[string]bool{}
	walkGo(t, func(path, dir string, _ []string, source []byte) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		opens := "// Package " + filepath.Base(dir) + " "
		if dir == "." {
			opens = "// Command actionplan "
		}
		says[dir] = says[dir] || bytes.HasPrefix(source, []byte(opens)) || bytes.Contains(source, []byte("\n"+opens))
	})
	readme := mustRead(t, "README.md")
	for dir, said := range says {
		if !said {
			t.Errorf("the package in %s has no comment", dir)
		}
		if dir != "." && !strings.Contains(readme, "`"+dir+"/`") {
			t.Errorf("README's table of the code does not name %s", dir)
		}
	}
}

func walkGo(t *testing.T, visit func(path, dir string, imports []string, source []byte)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && strings.HasPrefix(path, ".") && path != "." {
			return filepath.SkipDir // what Go doesn't take for packages
		}
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, i := range file.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			imports = append(imports, name)
		}
		visit(filepath.ToSlash(path), filepath.ToSlash(filepath.Dir(path)), imports, source)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// samples are the sample plans and the dates they are written at. The
// workbooks are made from samples/source; what they produce stands beside
// them.
var samples = []struct {
	name, asOf string
	exit       int
	edits      []edit
}{
	{"south-gloucestershire", "2023-01-31", 0, nil},
	{"gloucestershire", "2018-09-30", 0, nil},
	{"needs-attention", "2026-09-30", 1, needsAttentionEdits},
}

// TestSamplesAreFresh says when a sample or an output of one is stale; go
// test -run Fresh . -update writes them anew.
func TestSamplesAreFresh(t *testing.T) {
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) {
			content, err := blank.ParseContent([]byte(mustRead(t, "samples/source/"+s.name+".yaml")))
			if err != nil {
				t.Fatal(err)
			}
			data, err := blank.Write(content, blank.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if s.edits != nil {
				data = edited(t, data, s.edits)
			}
			fresh(t, "samples/"+s.name+".xlsx", data)
			plan := filepath.Join(t.TempDir(), s.name+".xlsx")
			if err := os.WriteFile(plan, data, 0o644); err != nil {
				t.Fatal(err)
			}
			for _, args := range [][]string{{"tracker", "-tracker.xlsx"}, {"briefing", "-board.pdf"}} {
				if code := runQuietly(t, args[0], plan, "--as-of", s.asOf); code != s.exit {
					t.Fatalf("%s of %s: exit %d, want %d", args[0], s.name, code, s.exit)
				}
				made, err := os.ReadFile(strings.TrimSuffix(plan, ".xlsx") + args[1])
				if err != nil {
					t.Fatal(err)
				}
				fresh(t, "samples/"+s.name+args[1], made)
			}
			var out bytes.Buffer
			run([]string{"actionplan", "check", plan, "--as-of", s.asOf}, &out, &out, workbook.Date{})
			fresh(t, "samples/"+s.name+"-check.txt", out.Bytes())
		})
	}
}

func runQuietly(t *testing.T, args ...string) int {
	t.Helper()
	var out bytes.Buffer
	code := run(append([]string{"actionplan"}, args...), &out, &out, workbook.Date{})
	if code == 2 {
		t.Fatalf("%v: %s", args, out.String())
	}
	return code
}

func fresh(t *testing.T, path string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is stale; write it anew with: go test -run Fresh . -update", path)
	}
}

// edit is something that staff do to the finished workbook and that a row of
// content cannot say. It is done to the one cell of the sheet that shows
// holds; where that is "" to the sheet.
type edit struct {
	sheet, holds string
	do           func(f *excelize.File, sheet, cell string) error
}

// needsAttentionEdits are done in order. Excel allows no other headings and
// no merged cells in a table, so those who make them have made it a range.
var needsAttentionEdits = []edit{
	{"Plan", "Report author", setTo("Report auther")},
	{"Actions", "", asRange},
	{"Actions", "Publish", setRight("RAG", "Amber")},
	{"Actions", "1.10", setNumber(1.1, "")},
	{"Actions", "3-10", setNumber(float64(workbook.MustDate("2026-10-03").Serial()), "d-mmm")},
	{"Actions", "01/11/2026", setFormat("mmm-yy")},
	{"Actions", "Audit coordinator", mergeWithBelow},
	{"Measures", "", asRange},
	{"Measures", "Tolerance", setTo("Tolerence")},
	{"Readings", "#REF!", setFormula("Dashboard!#REF!")},
	{"Readings", "=D20/E20*100", setFormula("D20/E20*100")},
	{"Updates", "", asRange},
	{"Updates", "By", setTo("")},
	{"Updates", "The supplier's first release failed its test.", setTo("The supplier's first release failed its test. " + restOfLog)},
	{"Updates", "The second release failed too.", hideRow},
	{"Risks", "", asRange},
	{"Risks", "Exit interviews and a retention payment after a year", coverBelow},
	{"Risks", "Auditors are moved to casework when staff are away", strike},
	{"Risks", "Agency rates rise again in the region", setTo("Agency \u202erates\u202c rise again in the region")},
	{"Risks", "Likelihood", setTo("Liklihood")},
	{"Glossary", "", rename("Glosary")},
	{"Actions July", "", addSheet([][]any{
		{"Ref", "Area", "Action", "Owner", "Due", "Status", "Success measure"},
		{"1.2", "1", "One page of thresholds with examples", "Head of service, front door", "31/08/2026", "On track", "Fewer referrals"},
	})},
}

func setTo(text string) func(*excelize.File, string, string) error {
	return func(f *excelize.File, sheet, cell string) error { return f.SetCellStr(sheet, cell, text) }
}

// setRight puts texts below one another, beginning to the right of a cell.
func setRight(texts ...string) func(*excelize.File, string, string) error {
	return func(f *excelize.File, sheet, cell string) error {
		col, row, err := excelize.CellNameToCoordinates(cell)
		if err != nil {
			return err
		}
		return f.SetSheetCol(sheet, xlsx.Cell{Col: col + 1, Row: row}.Name(), &texts)
	}
}

func setNumber(n float64, format string) func(*excelize.File, string, string) error {
	return func(f *excelize.File, sheet, cell string) error {
		if err := f.SetCellFloat(sheet, cell, n, -1, 64); err != nil {
			return err
		}
		return setFormat(format)(f, sheet, cell)
	}
}

// setFormat gives a cell that number format, "" for General.
func setFormat(format string) func(*excelize.File, string, string) error {
	return func(f *excelize.File, sheet, cell string) error {
		id, err := f.GetCellStyle(sheet, cell)
		if err != nil {
			return err
		}
		style, err := f.GetStyle(id)
		if err != nil {
			return err
		}
		style.NumFmt, style.CustomNumFmt = 0, nil
		if format != "" {
			style.CustomNumFmt = &format
		}
		if id, err = f.NewStyle(style); err != nil {
			return err
		}
		return f.SetCellStyle(sheet, cell, cell, id)
	}
}

// setFormula leaves a formula without its result.
func setFormula(formula string) func(*excelize.File, string, string) error {
	return func(f *excelize.File, sheet, cell string) error {
		if err := f.SetCellValue(sheet, cell, nil); err != nil {
			return err
		}
		return f.SetCellFormula(sheet, cell, formula)
	}
}

func mergeWithBelow(f *excelize.File, sheet, cell string) error {
	col, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return err
	}
	return f.MergeCell(sheet, cell, xlsx.Cell{Col: col, Row: row + 1}.Name())
}

// coverBelow merges a cell with the one below it, whose value stays in the file
// as programs other than Excel leave it: see excelDoes.
func coverBelow(f *excelize.File, sheet, cell string) error { return f.MergeCell(sheet, cell, cell) }

func strike(f *excelize.File, sheet, cell string) error {
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		return err
	}
	style, err := f.GetStyle(id)
	if err != nil {
		return err
	}
	style.Font.Strike = true
	if id, err = f.NewStyle(style); err != nil {
		return err
	}
	return f.SetCellStyle(sheet, cell, cell, id)
}

func hideRow(f *excelize.File, sheet, cell string) error {
	_, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return err
	}
	return f.SetRowVisible(sheet, row, false)
}

func asRange(f *excelize.File, sheet, _ string) error { return f.DeleteTable("tbl" + sheet) }

func rename(name string) func(*excelize.File, string, string) error {
	return func(f *excelize.File, sheet, _ string) error { return f.SetSheetName(sheet, name) }
}

func addSheet(rows [][]any) func(*excelize.File, string, string) error {
	return func(f *excelize.File, sheet, _ string) error {
		_, err := f.NewSheet(sheet)
		for i, row := range rows {
			if err == nil {
				err = f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row)
			}
		}
		return err
	}
}

// edited is a workbook after those edits.
func edited(t *testing.T, data []byte, edits []edit) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, e := range edits {
		cell := ""
		if e.holds != "" {
			found, err := f.SearchSheet(e.sheet, e.holds)
			if err != nil || len(found) != 1 {
				t.Fatalf("%s: %q stands in %q: %v", e.sheet, e.holds, found, err)
			}
			cell = found[0]
		}
		if err := e.do(f, e.sheet, cell); err != nil {
			t.Fatalf("%s, %q: %v", e.sheet, e.holds, err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return savedByExcel(t, out.Bytes())
}

// excelDoes is what Excel, or another program, does to an edited workbook and
// excelize does not: a formula without its cell gives an error, formulas follow a
// sheet's name, a merged cell covers a value that stays, and a text is longer
// than a cell can be.
var excelDoes = []struct {
	finds *regexp.Regexp
	do    func(match [][]byte) string
}{
	{regexp.MustCompile(`(<c r="[A-Z]+\d+" s="\d+")[^>]*><f>([^<]*#REF![^<]*)</f></c>`), func(m [][]byte) string { return fmt.Sprintf(`%s t="e"><f>%s</f><v>#REF!</v></c>`, m[1], m[2]) }},
	{regexp.MustCompile(`\bGlossary!`), func([][]byte) string { return "Glosary!" }},
	{regexp.MustCompile(`<mergeCell ref="([A-Z]+)(\d+):([A-Z]+\d+)"`), func(m [][]byte) string {
		row, _ := strconv.Atoi(string(m[2]))
		if string(m[1])+string(m[2]) != string(m[3]) {
			return string(m[0])
		}
		return fmt.Sprintf(`<mergeCell ref="%s%d:%s%d"`, m[1], row, m[1], row+1)
	}},
	{regexp.MustCompile(regexp.QuoteMeta(restOfLog)), func([][]byte) string {
		var log strings.Builder
		for n := 1; log.Len() < 33_000; n++ {
			fmt.Fprintf(&log, "Step %d of the test: no answer. ", n)
		}
		return strings.TrimSpace(log.String())
	}},
}

// restOfLog stands for a text that somebody has pasted whole.
const restOfLog = "(the whole log)"

func savedByExcel(t *testing.T, data []byte) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := to.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range excelDoes {
			text = d.finds.ReplaceAllFunc(text, func(m []byte) []byte { return []byte(d.do(d.finds.FindSubmatch(m))) })
		}
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestNeedsAttentionHasEveryRule: that sample sets off every rule but those
// that cannot stand beside the others.
func TestNeedsAttentionHasEveryRule(t *testing.T) {
	apart := map[string]string{ // rule → why not
		workbook.RuleSheetMissing:   "without Plan, Areas or Actions the rules about their cells are silent",
		workbook.RuleSheetEmpty:     "without areas or actions the rules about their cells are silent",
		workbook.RuleKeyMissing:     "key-colour and key-definition need a Key sheet",
		"clock-unset":               "it is silent where another due date was agreed, and override-reason needs one",
		"all-green":                 "it needs a plan with nothing late, at risk or off track",
		"dates-bunched":             "it needs a plan most of whose dates are the same two",
		"statuses-together":         "it needs a plan whose statuses all changed on one day",
		"submission-findings":       "only before a submission",
		"submission-sro":            "only before a submission",
		"submission-sent-late":      "only before a submission",
		"logo-missing":              "only where the folder of the workbook is known",
		"date-moved-without-update": "only beside an earlier workbook",
		"waiver-blanket":            "it takes all that another rule would find out of the list",
	}
	plan, problems, err := workbook.Load("needs-attention.xlsx", []byte(mustRead(t, "samples/needs-attention.xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, p := range check.Run(plan, facts.Derive(plan, workbook.MustDate("2026-09-30")), problems, check.Options{}).Problems {
		found[p.Rule] = true
	}
	names := []string{}
	for _, r := range workbook.LoadRules {
		names = append(names, r.Name)
	}
	for _, r := range check.All {
		names = append(names, r.Name)
	}
	for _, name := range names {
		switch why, excused := apart[name]; {
		case !found[name] && !excused:
			t.Errorf("the sample does not set off %s: put it into samples/source/needs-attention.yaml and write the samples anew with go test -run Fresh . -update, or say among apart why it can't be there", name)
		case found[name] && excused:
			t.Errorf("the sample sets off %s, which it is said it cannot: %s", name, why)
		}
		delete(apart, name)
	}
	for name := range apart {
		t.Errorf("there is no rule %s", name)
	}
}

// TestReadme runs every command that the README prints, in a folder with
// nothing but the samples. What the README shows as output is part of theirs.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := readmeCommands(string(readme))
	if len(commands) < 5 {
		t.Fatalf("the README prints only %d commands", len(commands))
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "samples"), os.DirFS("samples")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	var printed strings.Builder
	for _, c := range commands {
		if c == "go test ./..." {
			continue // this is it
		}
		line, comment, _ := strings.Cut(c, " # ")
		want := 0
		if strings.HasPrefix(comment, "exit 1") {
			want = 1
		}
		args, ok := strings.CutPrefix(strings.TrimSpace(line), "go run . ")
		if !ok {
			t.Errorf("the test can't run %q", c)
			continue
		}
		var stdout, stderr bytes.Buffer
		code := run(append([]string{"actionplan"}, shellWords(args)...), &stdout, &stderr, workbook.MustDate("2026-09-30"))
		if code != want {
			t.Errorf("%s: exit %d, want %d\n%s", c, code, want, stderr.String())
		}
		printed.Write(stdout.Bytes())
	}
	for _, inline := range regexp.MustCompile("`actionplan ([^`]+)`").FindAllStringSubmatch(string(readme), -1) {
		known := false // and run by TestExamples
		for _, list := range examples {
			known = known || slices.Contains(list, inline[1])
		}
		if !known {
			t.Errorf("README prints the command actionplan %s, which no command's help gives as its example", inline[1])
		}
	}
	shown := readmeBlocks(string(readme), "text")
	if len(shown) == 0 {
		t.Error("the README shows no output")
	}
	for _, block := range shown {
		if !strings.Contains(printed.String(), block) {
			t.Errorf("no command prints what the README shows:\n%s", block)
		}
	}
}

// readmeCommands are the lines of the README's shell blocks.
func readmeCommands(readme string) []string {
	var commands []string
	for _, block := range readmeBlocks(readme, "sh") {
		for _, line := range strings.Split(block, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				commands = append(commands, line)
			}
		}
	}
	return commands
}

// readmeBlocks are the README's fenced blocks of that kind.
func readmeBlocks(readme, kind string) []string {
	var blocks []string
	for i, block := range strings.Split(readme, "```") {
		if text, ok := strings.CutPrefix(block, kind+"\n"); ok && i%2 == 1 {
			blocks = append(blocks, text)
		}
	}
	return blocks
}

// shellWords splits a command line at spaces outside double quotes.
func shellWords(line string) []string {
	var list []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			list = append(list, part)
		} else {
			list = append(list, strings.Fields(part)...)
		}
	}
	return list
}

// pictures are those of the README: a page of a paper or of a workbook, each
// drawn of bytes that are the same on every machine.
var pictures = []struct {
	file   string
	source []string // a kept sample, or the command line that makes it
	page   string   // its number, or words that it is the first to hold
	area   []string // of the page, as pdftoppm takes it
}{
	{"samples/briefing-page.png", []string{"samples/south-gloucestershire-board.pdf"}, "5", nil},
	{"samples/briefing-front.png", []string{"samples/south-gloucestershire-board.pdf"}, "1", nil},
	{"samples/tracker-summary.png", []string{"samples/gloucestershire-tracker.xlsx"}, "1", nil},
	{"samples/filled-in.png", []string{"new", "made.xlsx", "--example"}, "Ref Check Action Owner", []string{"-x", "20", "-y", "25", "-W", "850", "-H", "265"}},
	{"samples/marked.png", []string{"check", "samples/needs-attention.xlsx", "--as-of", "2026-09-30", "--annotate", "made.xlsx"}, "Ref Check Action Owner", []string{"-x", "20", "-y", "25", "-W", "850", "-H", "425"}},
}

// TestPicturesAreFresh: each of the README's pictures says in itself of which
// bytes it is drawn. go test -run Picture . -update draws anew what is stale,
// with LibreOffice and poppler.
func TestPicturesAreFresh(t *testing.T) {
	readme := mustRead(t, "README.md")
	for _, p := range pictures {
		source := p.source[0]
		if len(p.source) > 1 {
			source = filepath.Join(t.TempDir(), "made.xlsx")
			args := append([]string{}, p.source...)
			args[slices.Index(args, "made.xlsx")] = source
			runQuietly(t, args...)
		}
		note := fmt.Appendf(nil, "Source\x00%s, page %s, SHA-256 %x", strings.Join(p.source, " "), p.page, sha256.Sum256([]byte(mustRead(t, source))))
		stale := func() bool {
			drawn, err := os.ReadFile(p.file)
			return err != nil || !bytes.Contains(drawn, pngChunk("tEXt", note))
		}
		if *update && stale() {
			drawn := drawPage(t, source, p.page, p.area)
			const header = 8 + 25 // the signature and the first chunk
			noted := append(append(bytes.Clone(drawn[:header]), pngChunk("tEXt", note)...), drawn[header:]...)
			if err := os.WriteFile(p.file, noted, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if stale() {
			t.Errorf("%s is stale; draw it anew with: go test -run Picture . -update", p.file)
		}
		if !strings.Contains(readme, "]("+p.file+")") {
			t.Errorf("the README does not show %s", p.file)
		}
	}
}

// drawPage is a page of a PDF, or of a workbook as LibreOffice prints it, as PNG.
func drawPage(t *testing.T, source, page string, area []string) []byte {
	t.Helper()
	command := func(name string, args ...string) []byte {
		out, err := exec.Command(name, args...).Output()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return out
	}
	if filepath.Ext(source) == ".xlsx" {
		dir := t.TempDir()
		command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, source)
		source = filepath.Join(dir, strings.TrimSuffix(filepath.Base(source), ".xlsx")+".pdf")
	}
	number, err := strconv.Atoi(page)
	for n := 1; err != nil; n++ {
		at := strconv.Itoa(n)
		if text := strings.Fields(string(command("pdftotext", "-layout", "-f", at, "-l", at, source, "-"))); strings.Contains(strings.Join(text, " "), page) {
			number, err = n, nil
		}
	}
	at := strconv.Itoa(number)
	return command("pdftoppm", append(area, "-r", "80", "-png", "-f", at, "-l", at, source)...)
}

// TestScreenIsFresh: the README's screen is what check prints, with the colours
// of a terminal.
func TestScreenIsFresh(t *testing.T) {
	const file, lines = "samples/check-screen.svg", 26
	printed := strings.Split(mustRead(t, "samples/needs-attention-check.txt"), "\n")
	fresh(t, file, screen(printed[:lines]))
	if !strings.Contains(mustRead(t, "README.md"), "]("+file+")") {
		t.Errorf("the README does not show %s", file)
	}
}

// screen is a terminal of 80 columns that shows the lines.
func screen(lines []string) []byte {
	const line, letter, margin = 18, 8.5, 16
	place := regexp.MustCompile(`^\w+![A-Z]+\d+`)
	var b bytes.Buffer
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\">\n<title>What check prints</title>\n", 80*17/2+2*margin, line*len(lines)+2*margin)
	b.WriteString("<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#1e1e1e\"/>\n<g font-family=\"Consolas, Menlo, 'DejaVu Sans Mono', monospace\" font-size=\"14\" fill=\"#e6e6e6\">\n")
	for i, text := range lines {
		written := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
		if at := place.FindString(written); at != "" {
			written = "<tspan fill=\"#ff8a80\" font-weight=\"bold\">" + at + "</tspan>" + written[len(at):]
		}
		if written != "" {
			fmt.Fprintf(&b, "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\">%s</text>\n", margin, margin+line*i+13, letter*float64(len([]rune(text))), written)
		}
	}
	b.WriteString("</g>\n</svg>\n")
	return b.Bytes()
}

func pngChunk(kind string, data []byte) []byte {
	body := append([]byte(kind), data...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	chunk = append(chunk, body...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(body))
}

func mustRead(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// BenchmarkCommands times whole commands, from arguments to the file on disk,
// on plans of 30, 300 and 3,000 actions.
func BenchmarkCommands(b *testing.B) {
	for _, size := range []int{30, 300, 3000} {
		plan := filepath.Join(b.TempDir(), "plan.xlsx")
		if err := os.WriteFile(plan, planOf(b, size), 0o644); err != nil {
			b.Fatal(err)
		}
		for _, command := range []string{"check", "briefing", "tracker"} {
			b.Run(fmt.Sprintf("%s/%d", command, size), func(b *testing.B) {
				for b.Loop() {
					if code := run([]string{"actionplan", command, plan, "--as-of", "2026-09-30"}, io.Discard, io.Discard, workbook.Date{}); code == 2 {
						b.Fatal("exit 2")
					}
				}
			})
		}
	}
}

// planOf is a bare workbook, as another program might write it, with that many
// actions: ten to an area, each with a finding and an update.
func planOf(tb testing.TB, actions int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	sheet := func(name string, rows int, heading []any, row func(i int) []any) {
		if _, err := f.NewSheet(name); err != nil {
			tb.Fatal(err)
		}
		for i := range rows + 1 {
			cells := heading
			if i > 0 {
				cells = row(i - 1)
			}
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &cells); err != nil {
				tb.Fatal(err)
			}
		}
	}
	fields := [][]any{{"Organisation", "Exampleshire Council"}, {"Plan title", "Improvement plan"}, {"Senior responsible owner", "Director of children's services"}}
	sheet("Plan", len(fields), []any{"Field", "Value"}, func(i int) []any { return fields[i] })
	sheet("Visits", 1, []any{"Ref", "Kind", "Title", "Started"}, func(int) []any {
		return []any{"V1", "Focused visit", "Focused visit to children in care", "2026-01-12"}
	})
	sheet("Areas", (actions+9)/10, []any{"Ref", "Improvement area", "Outcome for children", "Accountable owner"}, func(i int) []any {
		return []any{fmt.Sprintf("A%d", i+1), fmt.Sprintf("Area of work number %d", i+1), "Children know whom to ask", fmt.Sprintf("Head of service %d", i%40)}
	})
	sheet("Findings", actions, []any{"Ref", "Visit", "Kind", "Finding", "Areas"}, func(i int) []any {
		return []any{fmt.Sprintf("F%d", i+1), "V1", "Concern", fmt.Sprintf("What inspectors saw in sample %d was not good enough yet", i+1), fmt.Sprintf("A%d", i/10+1)}
	})
	statuses := []string{"On track", "At risk", "Delivered", "Off track", "Not started"}
	sheet("Actions", actions, []any{"Ref", "Area", "Findings", "Action", "Short name", "Owner", "Start", "Due", "Status", "Progress note", "Updated", "Success measure"}, func(i int) []any {
		return []any{fmt.Sprintf("%d-%d", i/10+1, i%10+1), fmt.Sprintf("A%d", i/10+1), fmt.Sprintf("F%d", i+1),
			fmt.Sprintf("A standard on subject %d is signed off and in use in every team", i+1), fmt.Sprintf("Standard %d", i+1),
			fmt.Sprintf("Head of service %d", i%40), "2026-03-01", fmt.Sprintf("2026-%02d-28", 6+i%7), statuses[i%len(statuses)],
			fmt.Sprintf("Drafted and tried in team %d", i+1), "2026-09-20", "Children say that they are heard"}
	})
	sheet("Updates", actions, []any{"Date", "Action", "Status", "Note", "By"}, func(i int) []any {
		return []any{"2026-08-15", fmt.Sprintf("%d-%d", i/10+1, i%10+1), statuses[i%len(statuses)], fmt.Sprintf("Report %d to the programme office", i), fmt.Sprintf("Head of service %d", i%40)}
	})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// killed is the exit code of a program that was ended from outside.
const killed = 137

// stopAt ends the program in that step of its work on the disk, as somebody does
// who kills it: nothing is cleared away, and of what is being written half is
// there.
func stopAt(step string) {
	last, err := strconv.Atoi(step)
	if err != nil {
		return
	}
	n := 0
	files.Step = func(what, path string) error {
		if n++; n == last {
			halfWritten(what, path)
			os.Exit(killed)
		}
		return nil
	}
}

func halfWritten(what, path string) {
	if what == files.StepWrite {
		_ = os.WriteFile(path, []byte("hal"), 0o666)
	}
}

// TestKilled: the program is killed in each step of its work on the disk, over
// older outputs. Each is the old one or the new one, whole, and the next run
// leaves nothing behind that a killed one has left.
func TestKilled(t *testing.T) {
	program, err := exec.LookPath("actionplan") // testscript puts this test's own there
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"briefing plan.xlsx -o paper.html", "briefing plan.xlsx --template owner -d papers", "tracker plan.xlsx -o tracker.xlsx", "extract plan.xlsx -d returns --force"} {
		t.Run(line, func(t *testing.T) {
			if strings.Contains(line, "-d papers") && os.Getenv("CI") == "" {
				t.Skip("of several outputs extract stands for both; CI=1 runs this one too, in some seconds")
			}
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "plan.xlsx"), planOf(t, 3), 0o644); err != nil {
				t.Fatal(err)
			}
			do := func(day, stopAt int) int {
				cmd := exec.Command(program, append(strings.Fields(line), "--as-of", fmt.Sprintf("2026-09-%02d", 10+day))...)
				cmd.Dir, cmd.Env = dir, append(os.Environ(), fmt.Sprintf("ACTIONPLAN_STOP_AT=%d", stopAt))
				if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
					t.Fatal(err)
				}
				return cmd.ProcessState.ExitCode()
			}
			whole := map[string]bool{} // every content that a file may have
			for day := range 2 {
				if code := do(day, 0); code > 1 {
					t.Fatalf("exit %d", code)
				}
				for name, data := range filesIn(t, dir) {
					whole[name+data] = true
				}
			}
			was, n := filesIn(t, dir), 0
			for code := killed; code == killed; n++ {
				for name, data := range was {
					if data != "a folder" {
						if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
							t.Fatal(err)
						}
					}
				}
				code = do(0, n+1)
				now := filesIn(t, dir)
				for name, data := range now {
					if !strings.HasPrefix(filepath.Base(name), ".actionplan-") && !strings.Contains(name, ".bak") && !whole[name+data] {
						t.Fatalf("killed in step %d: %s is neither the old one nor the new one", n+1, name)
					}
				}
				for name := range was {
					if now[name] == "" {
						t.Fatalf("killed in step %d: %s is gone", n+1, name)
					}
				}
			}
			if n < 5 {
				t.Errorf("only %d steps", n)
			}
			for day := range 2 {
				do(day, 0)
			}
			for name := range filesIn(t, dir) {
				if strings.HasPrefix(filepath.Base(name), ".actionplan-") {
					t.Errorf("left: %s", name)
				}
			}
		})
	}
}

// filesIn is what a folder holds, by name within it; of a folder "a folder".
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if found[filepath.ToSlash(name)] = "a folder"; !d.IsDir() {
			found[filepath.ToSlash(name)] = mustRead(t, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestFullDisk: in whichever step of a command's work the disk is full, it ends
// with one sentence, and the folder is as it was: no half file, no lost one, no
// litter.
func TestFullDisk(t *testing.T) {
	start := t.TempDir()
	t.Chdir(start)
	for name, data := range map[string]string{"plan.xlsx": string(planOf(t, 3)), "letter.txt": "Dear Director\n\nWhat needs to improve in this area of social work practice\n\n- the timeliness of visits to children\n"} {
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, line := range []string{"tracker plan.xlsx", "briefing plan.xlsx -o old.html", "extract plan.xlsx -d returns"} {
		runQuietly(t, append(strings.Fields(line), "--as-of", "2026-08-01")...)
	}
	was := filesIn(t, start)
	commands := []string{
		"tracker plan.xlsx", "tracker plan.xlsx -d trackers/of/ours", "briefing plan.xlsx -o old.html", "briefing plan.xlsx --annex separate", "briefing plan.xlsx --template owner -d papers",
		"briefing --print-template board -o ours.yaml", "check plan.xlsx --annotate marked.xlsx", "check plan.xlsx --submission -o statement.txt --annotate marked.xlsx", "compare plan.xlsx plan.xlsx -o changes.html",
		"snapshot plan.xlsx", "snapshot plan.xlsx -d kept/here", "extract plan.xlsx -d returns --force", "extract plan.xlsx -d others", "collect plan.xlsx returns -o collected.xlsx",
		"portfolio plan.xlsx -o portfolio.html",
	}
	if os.Getenv("CI") != "" {
		commands = append(commands, "new blank.xlsx", "draft letter.txt -o drafted.xlsx", "upgrade plan.xlsx -o new.xlsx")
	}
	defer func() { files.Step = nil }()
	for _, line := range commands {
		t.Run(line, func(t *testing.T) {
			for fails := 1; ; fails++ {
				dir := t.TempDir()
				if err := os.CopyFS(dir, os.DirFS(start)); err != nil {
					t.Fatal(err)
				}
				n := 0
				files.Step = func(what, path string) error {
					if n++; n != fails {
						return nil
					}
					halfWritten(what, path)
					return &fs.PathError{Op: what, Path: path, Err: errFull}
				}
				code, stdout, stderr := runIn(dir, strings.Fields(line)...)
				if n < fails {
					if code == 2 || fails < 5 {
						t.Fatalf("exit %d after %d steps: %s", code, n, stderr)
					}
					return
				}
				told := strings.HasPrefix(line, "portfolio") // of each plan, as it is read
				if code != 2 || (stdout != "") != told || !strings.HasPrefix(stderr, "actionplan: ") || !strings.Contains(stderr, errFull.Error()) || strings.Count(stderr, "\n") != 1 {
					t.Errorf("step %d: exit %d, %q, %q", fails, code, stdout, stderr)
				}
				if diff := cmp.Diff(was, filesIn(t, dir)); diff != "" {
					t.Errorf("step %d: %s", fails, diff)
				}
			}
		})
	}
}

// FuzzCommandLine: whatever words follow the program's name, it ends with one of
// its exit codes and a sentence, and writes nowhere but into the folder where it
// is run. Words are parted by a character that no argument can hold.
func FuzzCommandLine(f *testing.F) {
	plan := planOf(f, 3)
	for _, words := range []string{
		"check plan.xlsx", "check plan.xlsx --annotate marked.xlsx", "briefing plan.xlsx --template owner -d out", "tracker plan.xlsx -o t.xlsx --public", "extract plan.xlsx -d",
		"collect plan.xlsx out -o new.xlsx", "new OUT.xlsx --organisation", "snapshot -d -- plan.xlsx", "compare plan.xlsx plan.xlsx --format json", "export plan.xlsx -d out --format csv",
		"upgrade plan.xlsx -o new.xlsx", "draft letter.txt -o new.xlsx --into plan.xlsx", "portfolio . -o p.html", "explain optimistic", "--version", "help check", "plan.xlsx", "letter.txt plan.xlsx",
		"briefing plan.xlsx --area A1 --area", "briefing --print-template board -o x.yaml", "check --as-of 31/01/2023 plan.xlsx -q", "check -- plan.xlsx", "check \xff", "completion bash", "man", "licences", "-h",
	} {
		f.Add(strings.ReplaceAll(words, " ", "\x00"))
	}
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Split(line, "\x00")
		for _, a := range args {
			if strings.ContainsAny(a, "/\\~") || len(a) > 60 {
				t.Skip() // stays within the folder
			}
		}
		dir := t.TempDir()
		t.Chdir(dir)
		for name, data := range map[string][]byte{"plan.xlsx": plan, "letter.txt": []byte("Dear Director\n\nInspectors found that delay is long.\n")} {
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		var stdout, stderr bytes.Buffer
		switch code := run(append([]string{"actionplan"}, args...), &stdout, &stderr, workbook.MustDate("2026-09-30")); {
		case code < 0 || code > 2:
			t.Errorf("%q: exit code %d", args, code)
		case dropped(args): // said in a window
		case code == 2 && !strings.HasPrefix(stderr.String(), "actionplan: "):
			t.Errorf("%q: exit 2 without a sentence: %q", args, stderr.String())
		case code != 2 && strings.HasPrefix(stderr.String(), "actionplan: "):
			t.Errorf("%q: exit %d and a failure: %q", args, code, stderr.String())
		}
		if now, err := os.ReadFile("plan.xlsx"); err != nil || !bytes.Equal(now, plan) {
			t.Errorf("%q: the plan is gone or has changed", args)
		}
		if left, _ := filepath.Glob(".actionplan-*"); len(left) > 0 {
			t.Errorf("%q: left %q", args, left)
		}
		for _, name := range []string{"--", "-d", "-o"} {
			if files.Exists(name) {
				t.Errorf("%q: made %q", args, name)
			}
		}
	})
}

// TestOtherSoftware: a workbook that another program wrote, with sheets and
// columns moved and renamed, makes the same briefing, word for word.
func TestOtherSoftware(t *testing.T) {
	if os.Getenv("CI") != "true" {
		t.Skip("openpyxl takes seconds")
	}
	python := openpyxl(t)
	for _, s := range samples {
		if s.exit != 0 {
			continue // where its problems stand is part of what it shows
		}
		t.Run(s.name, func(t *testing.T) {
			council := filepath.Join(t.TempDir(), "council.xlsx")
			ours := "samples/" + s.name + ".xlsx"
			if out, err := exec.Command(python, "testdata/council.py", ours, council).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if d := cmp.Diff(briefOf(t, ours, s.asOf), briefOf(t, council, s.asOf)); d != "" {
				t.Error(d)
			}
		})
	}
}

// briefOf is a workbook's Brief as JSON, without what tells one file from
// another.
func briefOf(t *testing.T, path, asOf string) string {
	t.Helper()
	plan, problems, err := workbook.Load("plan.xlsx", []byte(mustRead(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	f := facts.Derive(plan, workbook.MustDate(asOf))
	found := check.Run(plan, f, problems, check.Options{})
	b := report.Build(f, report.Options{Problems: found.Problems})
	b.Quality.SHA256 = ""
	for i := range b.Quality.Problems {
		p := &b.Quality.Problems[i]
		p.Place, p.Sheet, p.Cell = "", "", ""
	}
	sort.Slice(b.Quality.Problems, func(i, j int) bool { return b.Quality.Problems[i].Message < b.Quality.Problems[j].Message })
	text, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// openpyxl is a Python that has it. Without one the test is skipped, but
// under CI it fails.
func openpyxl(t *testing.T) string {
	t.Helper()
	for _, python := range []string{"/usr/bin/python3", "python3", "python"} {
		if exec.Command(python, "-c", "import openpyxl").Run() == nil {
			return python
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no Python with openpyxl")
	}
	t.Skip("no Python with openpyxl")
	return ""
}

// TestNamesAreSpelledAsGiven: whatever a file is called and whatever is wrong
// with it, the failure prints the name as the user spells it, and a suggested
// command can be pasted.
func TestNamesAreSpelledAsGiven(t *testing.T) {
	example := filepath.Join(t.TempDir(), "example.xlsx")
	if code, _, stderr := runIn(t.TempDir(), "new", example, "--example"); code != 0 {
		t.Fatal(stderr)
	}
	plan, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	for _, stem := range []string{"plan", "Plan v1. Final", "two  spaces", "Plan. Excel. Copy: Two", "Children’s plan", `C:\plans\plan`, "£5 & more", "A. B"} {
		t.Run(stem, func(t *testing.T) {
			dir := t.TempDir()
			name := stem + ".xlsx"
			for what, args := range map[string][]string{
				"missing":        {"check", name},
				"missing folder": {"new", filepath.Join(stem, "plan.xlsx")},
				"another kind":   {"new", stem + ".pdf"},
				"an unknown":     {stem},
				"too many":       {"check", name, name},
				"no date":        {"check", "--as-of", stem, name},
				"no format":      {"check", "--format", stem, name},
				"no template":    {"briefing", "--template", stem + ".yaml", name},
				"no earlier":     {"briefing", "--since", stem, name},
			} {
				expectNamed(t, dir, what, stem, args...)
			}
			for what, data := range map[string]string{"empty": "", "a PDF": "%PDF-1.4", "text": "Ref,Area", "damaged": "PK\x03\x04", "old": "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
					t.Fatal(err)
				}
				expectNamed(t, dir, what, name, "check", name)
				expectNamed(t, dir, what, name, "upgrade", name, "-o", "new.xlsx")
			}
			if err := os.WriteFile(filepath.Join(dir, name), plan, 0o644); err != nil {
				t.Fatal(err)
			}
			expectNamed(t, dir, "already there", name, "new", name)
			expectNamed(t, dir, "itself", name, "briefing", name, "-o", filepath.Join(dir, stem+".pdf"), "--since", name)
			expectNamed(t, dir, "no area", stem, "briefing", name, "--area", stem)
			if _, stdout, _ := runIn(dir, "new", stem+"2.xlsx"); !strings.Contains(stdout, "actionplan check "+words.Argument(stem+"2.xlsx")) {
				t.Errorf("what to run next cannot be pasted: %s", stdout)
			}
			if err := os.Mkdir(filepath.Join(dir, stem), 0o755); err != nil {
				t.Fatal(err)
			}
			expectNamed(t, dir, "a folder", stem, "check", stem)
		})
	}
	expectNamed(t, t.TempDir(), "the folder itself", `"." is a folder; name the workbook in it, such as plan.xlsx`, "briefing", ".")
}

func expectNamed(t *testing.T, dir, what, name string, args ...string) {
	t.Helper()
	code, stdout, stderr := runIn(dir, args...)
	if code != 2 || stdout != "" || strings.Count(stderr, "\n") != 1 {
		t.Errorf("%s: exit %d, %q on standard output, %q on standard error", what, code, stdout, stderr)
	}
	if !strings.Contains(stderr, name) {
		t.Errorf("%s: %q is not named as it is spelled: %s", what, name, stderr)
	}
}

// runIn runs the program in a folder.
func runIn(dir string, args ...string) (code int, stdout, stderr string) {
	back, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	if err := os.Chdir(dir); err != nil {
		panic(err)
	}
	defer os.Chdir(back)
	var out, errs bytes.Buffer
	code = run(append([]string{"actionplan"}, args...), &out, &errs, workbook.MustDate("2026-09-30"))
	return code, out.String(), errs.String()
}

// TestValueOptions: every option that takes a value, given last without one, is
// named, with what it needs.
func TestValueOptions(t *testing.T) {
	for _, command := range (&program{stdout: io.Discard, stderr: io.Discard}).app().Commands {
		for _, f := range command.Flags {
			if _, isBool := f.(*cli.BoolFlag); isBool {
				continue
			}
			for _, name := range f.Names() {
				option := strings.Repeat("-", min(len(name), 2)) + name
				for _, after := range [][]string{nil, {"--"}, {option}, {""}} {
					code, stdout, stderr := runIn(t.TempDir(), append([]string{command.Name, "plan.xlsx", option}, after...)...)
					if code != 2 || stdout != "" || !strings.HasPrefix(stderr, "actionplan: "+option+" needs a ") {
						t.Errorf("%s %s %q: exit %d, %s%s", command.Name, option, after, code, stdout, stderr)
					}
				}
			}
		}
	}
}

// errFull is what a full disk says.
var errFull = errors.New("no space left on device")

// fullDevice takes nothing.
type fullDevice struct{}

func (fullDevice) Write([]byte) (int, error) { return 0, errFull }

func TestNothingPrinted(t *testing.T) {
	for _, args := range [][]string{{"explain"}, {"explain", "owner-known"}, {"briefing", "--print-template", "board"}} {
		var said bytes.Buffer
		code := run(append([]string{"actionplan"}, args...), fullDevice{}, &said, workbook.MustDate("2026-09-30"))
		if code != 2 || !strings.Contains(said.String(), "no space left on device") {
			t.Errorf("%v: exit %d, %s", args, code, said.String())
		}
	}
}

// In a window of its own the program says what it did in a few lines, opens
// what needs somebody first, and waits.
func TestInWindow(t *testing.T) {
	plan := filepath.Join(t.TempDir(), "our plan.xlsx")
	if code := run([]string{"actionplan", "new", plan, "--example", "--quiet"}, io.Discard, io.Discard, workbook.MustDate("2026-09-30")); code != 0 {
		t.Fatal(code)
	}
	var out bytes.Buffer
	opened := ""
	code := inWindow([]string{plan}, strings.NewReader("\n"), &out, workbook.MustDate("2026-09-30"), func(path string) error { opened = filepath.Base(path); return nil })
	if code != 0 || opened != "our plan-board.pdf" {
		t.Errorf("code %d, opened %q\n%s", code, opened, out.String())
	}
	for _, name := range []string{"our plan-marked.xlsx", "our plan-tracker.xlsx", "our plan-board.pdf"} {
		if _, err := os.Stat(filepath.Join(filepath.Dir(plan), name)); err != nil {
			t.Error(err)
		}
	}
	if said := strings.Split(strings.TrimSpace(out.String()), "\n"); len(said) > 7 || said[len(said)-1] != "Press Enter to close." {
		t.Errorf("said\n%s", out.String())
	}
}

// TestNoNetwork: nothing in the program opens a connection, on any system that
// a release is made for. Three libraries import a network package for something
// else; whoever else does so has to say here what for.
func TestNoNetwork(t *testing.T) {
	known := map[string]string{
		"golang.org/x/sys/windows":      "the form of addresses, among all that Windows has",
		"github.com/google/uuid":        "the number of a network card, for a kind of ID that is not made here",
		"github.com/andybalholm/brotli": "a helper for web servers, beside the compression that Parquet may have",
	}
	for _, system := range []string{"windows", "darwin", "linux"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}} {{join .Imports \" \"}}{{end}}", ".")
		cmd.Env = append(os.Environ(), "GOOS="+system)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(out), "\n") {
			linked := strings.Fields(line)
			if len(linked) == 0 || known[linked[0]] != "" {
				continue
			}
			for _, i := range linked[1:] {
				if i == "net" || strings.HasPrefix(i, "net/http") || i == "crypto/tls" {
					t.Errorf("%s imports %s on %s", linked[0], i, system)
				}
			}
		}
	}
}

// copyShape is "shape NAME FILE": one of the plan shapes that the upgrade is
// tested with.
func copyShape(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: shape NAME FILE")
	}
	data, err := os.ReadFile(filepath.Join("workbook", "upgrade", "testdata", "plans", args[0]+".xlsx"))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o644))
}

// TestPatternsCompile: a pattern is compiled when it is first used, so that a
// slip in one would be met by whoever uses it first.
func TestPatternsCompile(t *testing.T) {
	walkGo(t, func(path, _ string, _ []string, source []byte) {
		file, err := parser.ParseFile(token.NewFileSet(), path, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); !ok || f.Sel.Name != "MustCompile" {
				return true
			}
			if literal, ok := call.Args[0].(*ast.BasicLit); ok {
				expression, err := strconv.Unquote(literal.Value)
				if err == nil {
					_, err = regexp.Compile(expression)
				}
				if err != nil {
					t.Errorf("%s: %v", path, err)
				}
			}
			return true
		})
	})
}

// TestHelpIsWhereItIsSaidToBe runs what every failure of a command line points to:
// the help of the program and of each of its commands.
func TestHelpIsWhereItIsSaidToBe(t *testing.T) {
	helps := [][]string{{"--help"}}
	for _, c := range (&program{}).app().Commands {
		helps = append(helps, []string{c.Name, "--help"}, []string{"help", c.Name})
	}
	for _, help := range helps {
		var out, errs strings.Builder
		code := run(append([]string{"actionplan"}, help...), &out, &errs, workbook.Date{})
		if code != 0 || errs.Len() > 0 || !strings.Contains(out.String(), "USAGE:") {
			t.Errorf("actionplan %s: exit %d\n%s%s", strings.Join(help, " "), code, errs.String(), out.String())
		}
	}
}

// TestExamples runs what the help of each command ends with, in a folder that
// holds what the examples name.
func TestExamples(t *testing.T) {
	t.Chdir(makeExampleFolder(t))
	app := (&program{}).app()
	for _, c := range app.Commands {
		list := examples[c.Name]
		if len(list) != 2 {
			t.Errorf("the help of %s ends with %d examples", c.Name, len(list))
		}
		for _, example := range list {
			line := strings.FieldsFunc(example, func(r rune) bool { return r == '>' || r == '|' })[0]
			if code, _, stderr := runIn(".", shellWords(line)...); code != 0 {
				t.Errorf("actionplan %s: exit %d, %s", example, code, stderr)
			}
			var help bytes.Buffer
			if run([]string{"actionplan", "help", c.Name}, &help, &help, workbook.MustDate("2026-09-30")); !strings.Contains(help.String(), "   actionplan "+example+"\n") {
				t.Errorf("the help of %s does not show %s", c.Name, example)
			}
		}
	}
	for name := range examples {
		if app.Command(name) == nil {
			t.Errorf("there are examples of %s, which is no command", name)
		}
	}
}

func makeExampleFolder(t *testing.T) string {
	dir := t.TempDir()
	for from, to := range map[string]string{"samples/letter.pdf": "letter.pdf", "samples/own-table.xlsx": "own-table.xlsx"} {
		if to != "" {
			if err := os.WriteFile(filepath.Join(dir, to), []byte(mustRead(t, from)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "plans"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"new", "plan.xlsx", "--example"}, {"new", "june.xlsx", "--example"}, {"new", "old.xlsx", "--example"},
		{"new", "plans/ours.xlsx", "--example"}, {"new", "plans/theirs.xlsx", "--example"},
		{"snapshot", "plan.xlsx", "--as-of", "2026-09-01"}, {"extract", "plan.xlsx", "-d", "returns"},
	} {
		if code, _, stderr := runIn(dir, args...); code != 0 {
			t.Fatalf("%v: exit %d, %s", args, code, stderr)
		}
	}
	return dir
}

// TestNothingPrivateIsPublished: words planted wherever a plan keeps what may not
// be published are in no byte of any public output of any command; and the same
// words are all found in what is made for the board, so that a word that is
// planted in vain is noticed.
func TestNothingPrivateIsPublished(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	const mark = "zqvkx" // so rare that no compressed byte spells it
	planted := plantedPlan(t, mark+"file.xlsx", mark)
	plantedPlan(t, mark+"other.xlsx", mark) // a second plan, left out because it may identify somebody
	f, err := excelize.OpenFile(mark + "other.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.SetCellStr(workbook.SheetAreas, "C2", "The file 943 476 5919 was read"), f.Save(), f.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("plan.xlsx", []byte(mustRead(t, mark+"file.xlsx")), 0o644); err != nil { // a paper of one plan names its file
		t.Fatal(err)
	}
	made := func(edition string, more ...string) string {
		if err := os.Mkdir(edition, 0o755); err != nil {
			t.Fatal(err)
		}
		commands := [][]string{
			{"portfolio", "-o", edition + "/portfolio.pdf"}, {"portfolio", "-o", edition + "/portfolio.docx"},
			{"portfolio", "-o", edition + "/portfolio.html"}, {"portfolio", "-o", edition + "/portfolio.xlsx"},
			{"export", "-d", edition + "/parquet"}, {"export", "-d", edition + "/csv", "--format", "csv"}, {"export", "-d", edition + "/jsonl", "--format", "jsonl"},
		}
		for _, c := range commands {
			args := append(append(c, mark+"file.xlsx", mark+"other.xlsx", "--as-of", "2026-09-30"), more...)
			var said bytes.Buffer
			if code := run(append([]string{"actionplan"}, args...), io.Discard, &said, workbook.MustDate("2026-09-30")); code > 1 {
				t.Fatalf("%v: %s", args, said.String())
			}
		}
		for _, c := range [][]string{{"tracker", "-o", "tracker.xlsx"}, {"briefing", "-o", "full.pdf"}, {"briefing", "-o", "full.docx"}, {"briefing", "-o", "full.html"}} {
			args := append([]string{c[0], "plan.xlsx", "-o", filepath.Join(edition, c[2]), "--as-of", "2026-09-30"}, more...)
			if c[0] == "briefing" {
				args = append(args, "--template", "full")
			}
			var said bytes.Buffer
			if code := run(append([]string{"actionplan"}, args...), &said, &said, workbook.MustDate("2026-09-30")); code > 1 {
				t.Fatalf("%v: %s", args, said.String())
			}
		}
		return strings.ToLower(everyByte(t, edition))
	}
	board, public := made("board"), made("public", "--public")
	for _, word := range planted {
		if !strings.Contains(board, word) {
			t.Errorf("%s is not in what is made for the board either, so this shows nothing of it", word)
		}
	}
	found := strings.Split(public, mark)
	for i := range min(len(found)-1, 10) {
		before, after := found[i], found[i+1]
		t.Errorf("published: …%s%s%s…", strings.ToValidUTF8(before[max(0, len(before)-80):], "?"), mark, strings.ToValidUTF8(after[:min(len(after), 60)], "?"))
	}
}

// plantedPlan writes a plan whose restricted rows, people, evidence and own file
// hold words that begin with mark, and returns those words.
func plantedPlan(t *testing.T, path, mark string) (planted []string) {
	t.Helper()
	n := 0
	word := regexp.MustCompile(`@`)
	source := word.ReplaceAllStringFunc(plantedYAML, func(string) string {
		n++
		planted = append(planted, fmt.Sprintf("%s%dz", mark, n))
		return planted[n-1]
	})
	source = strings.ReplaceAll(source, "PERSON", mark+"person")
	if err := writeWorkbook(path, []byte(source)); err != nil {
		t.Fatal(err)
	}
	return append(planted, mark+"person", strings.TrimSuffix(path, ".xlsx"))
}

// Every @ is a word of its own.
const plantedYAML = `
Plan:
  - {Field: Organisation, Value: Exampleshire Council}
  - {Field: Plan title, Value: Improvement plan}
  - {Field: Senior responsible owner, Value: PERSON Smith}
Visits:
  - {Ref: V1, Kind: Inspection, Title: Inspection, Started: "2026-01-10", Ended: "2026-01-20", Letter dated: "2026-03-01", Letter received: "2026-03-02", Published: "Yes"}
  - {Ref: V2, Kind: Monitoring visit, Title: "@ visit", Started: "2026-06-10", Letter dated: "2026-07-01", Outcome: "@ outcome", Scope: "@ scope", Published: "No"}
Areas:
  - {Ref: A1, Improvement area: Planning, Outcome for children: Plans that work, Accountable owner: PERSON Smith}
  - {Ref: A2, Improvement area: "@ area", Outcome for children: "@ outcome", Accountable owner: PERSON Smith, Reason for status: "@ reason", Status: On track, Publish: Restricted}
Findings:
  - {Ref: F1, Visit: V1, Kind: Concern, Finding: Plans are not specific, Areas: A1}
  - {Ref: F2, Visit: V1, Kind: Concern, Finding: "@ finding of the letter", Areas: A2, Publish: Restricted}
  - {Ref: F3, Visit: V2, Kind: Concern, Finding: "@ finding of the visit", Areas: A1}
Actions:
  - {Ref: "1", Area: A1, Findings: F1, Action: Audit every plan, Owner: PERSON Smith, Due: "2026-08-31", Status: On track, Success measure: M1, Evidence: "@ evidence", Checked by: "@ checker"}
  - {Ref: "2", Area: A1, Findings: F1, Action: "@ action", Short name: "@ short", Owner: PERSON Smith, Due: "2026-05-31", Revised due: "2026-06-30", Reason for revision: "@ revision",
     Status: On track, Progress note: "@ note", Success measure: "@ success", Impact for children: "@ impact", Partner body: "@ partner", If it slips: "@ contingency", Publish: Restricted}
  - {Ref: "3", Area: A2, Action: "@ action of a restricted area", Owner: PERSON Smith, Due: "2026-05-01", Status: On track, Success measure: M2}
Measures:
  - {Ref: M1, Area: A1, Measure: Plans on time, Unit: "%", Better when: Higher, Baseline: 60, Baseline date: "2026-01-31", Target: 90, Target date: "2026-12-31"}
  - {Ref: M2, Area: A2, Measure: "@ measure", Unit: "%", Better when: Higher, Baseline: 60, Baseline date: "2026-01-31", Target: 90, Target date: "2026-12-31", Data quality note: "@ quality"}
Readings:
  - {Measure: M1, Period end: "2026-08-31", Value: 70, Numerator: 70, Denominator: 100}
  - {Measure: M2, Period end: "2026-08-31", Value: 71, Numerator: 71, Denominator: 100, Comment: "@ comment"}
Updates:
  - {Date: "2026-07-01", Action: "2", Status: On track, Note: "@ update", By: "@ reporter"}
  - {Date: "2026-07-01", Action: "1", Status: On track, Note: Half of the plans, By: "@ another reporter"}
Risks:
  - {Ref: R1, Area: A2, Risk: "@ risk", Likelihood: 3, Impact: 4, Mitigation: "@ mitigation", Owner: PERSON Smith, Status: Open}
People:
  - {Name: PERSON Smith, Role: Director of children's services, Email: "@mail@example.org"}
`

// everyByte is what stands in the files of a folder, and their names: packages
// unpacked, tables read, and papers as they are drawn and as they are heard.
func everyByte(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		all.WriteString(path + "\n")
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		all.Write(data)
		switch filepath.Ext(path) {
		case ".pdf":
			all.WriteString(pdfua.Tree(data).All())
			for _, stream := range pdfStreams(data) {
				all.Write(stream)
			}
		case ".xlsx", ".docx":
			z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				return err
			}
			for _, f := range z.File {
				part, err := f.Open()
				if err != nil {
					return err
				}
				content, err := io.ReadAll(part)
				if err != nil {
					return err
				}
				all.WriteString(f.Name + "\n")
				all.Write(content)
			}
		case ".parquet":
			rows := parquet.NewReader(bytes.NewReader(data))
			defer rows.Close()
			buffer := make([]parquet.Row, 64)
			for {
				n, err := rows.ReadRows(buffer)
				for _, row := range buffer[:n] {
					for _, v := range row {
						all.WriteString(v.String() + "\n")
					}
				}
				if err != nil {
					break
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// pdfStreams are the compressed streams of a PDF.
func pdfStreams(data []byte) (all [][]byte) {
	for _, part := range bytes.Split(data, []byte("stream"))[1:] {
		r, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(part, "\r\n")))
		if err != nil {
			continue
		}
		content, _ := io.ReadAll(r)
		all = append(all, content)
	}
	return all
}

// TestInterrupted: somebody stops a job on many plans after the first of them. No
// half file is left: what is there is what a whole run makes, and no paper is
// there that was not finished.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" { // where a test can't send what Ctrl-C sends
		return
	}
	dir := t.TempDir()
	plan := []byte(mustRead(t, "samples/south-gloucestershire.xlsx"))
	if err := os.Mkdir(filepath.Join(dir, "plans"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		if err := os.WriteFile(filepath.Join(dir, "plans", fmt.Sprintf("%02d.xlsx", i)), plan, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	program := filepath.Join(dir, "actionplan") // by this name the tests' binary is the program
	if self, err := os.Executable(); err != nil || os.Symlink(self, program) != nil {
		t.Fatal("the program can't be run apart", err)
	}
	stopped := func(args ...string) {
		t.Helper()
		c := exec.Command(program, append(args, "plans", "--as-of", "2023-01-31")...)
		c.Dir = dir
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		said := bufio.NewReader(out)
		if line, err := said.ReadString('\n'); err != nil || !strings.Contains(line, "29 actions") {
			t.Fatalf("it begins with %q, %v", line, err)
		}
		if err := c.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, said)
		if err := c.Wait(); c.ProcessState.ExitCode() != 130 {
			t.Errorf("%v ends with %v, not as one that was interrupted", args, err)
		}
	}
	stopped("portfolio", "-o", "out.pdf")
	stopped("export", "-d", "tables", "--format", "csv")
	stopped("tracker", "-d", "trackers")
	if code, _, said := runIn(dir, "export", "plans", "-d", "whole", "--format", "csv", "--as-of", "2023-01-31"); code != 0 {
		t.Fatal(said)
	}
	if code, _, said := runIn(dir, "tracker", "plans/00.xlsx", "-o", "one.xlsx", "--as-of", "2023-01-31"); code != 0 {
		t.Fatal(said)
	}
	if _, err := os.Stat(filepath.Join(dir, "out.pdf")); err == nil {
		t.Error("a paper is there that was not finished")
	}
	count := map[string]int{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if strings.HasSuffix(path, ".tmp") {
			t.Errorf("%s is left", path)
		}
		name, _ := filepath.Rel(dir, path)
		switch top := strings.Split(filepath.ToSlash(name), "/")[0]; top {
		case "tables":
			if count[top]++; mustRead(t, path) != mustRead(t, filepath.Join(dir, "whole", strings.TrimPrefix(name, "tables"))) {
				t.Errorf("%s is not what a whole run makes", name)
			}
		case "trackers":
			if kind, ours := seal.Ours([]byte(mustRead(t, path))); kind != seal.KindTracker || !ours {
				t.Errorf("%s is no whole tracker", name)
			}
		}
		return nil
	})
	if err != nil || count["tables"] == 0 {
		t.Errorf("%d tables of the first plan are there, %v", count["tables"], err)
	}
}
