package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"actionplan/report"
	"actionplan/report/pdf/pdfua"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

var update = flag.Bool("update", false, "write the samples and their outputs anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"actionplan": func() {
			os.Exit(run(os.Args, os.Stdout, os.Stderr, workbook.MustDate("2026-09-30")))
		},
	})
}

// TestScripts are the promises of the command line, one story a file.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			root, err := os.Getwd()
			env.Setenv("ROOT", root)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"workbook": makeWorkbook,
			"setcell":  setCell,
			"cells":    printCells,
			"pdftext":  printPDF,
			"snapshot": takeHash,
			"hex":      writeHex,
			"foreign":  makeForeign,
		},
	})
}

// makeWorkbook makes an xlsx from a YAML plan: workbook OUT.xlsx PLAN.yaml.
func makeWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	content, err := workbook.ParseContent([]byte(ts.ReadFile(args[1])))
	ts.Check(err)
	data, err := workbook.Write(content, workbook.BlankOptions{})
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// setCell changes one cell as somebody in another program would: setcell
// FILE SHEET CELL VALUE.
func setCell(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	ts.Check(f.SetCellValue(args[1], args[2], args[3]))
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
				fmt.Fprintf(ts.Stdout(), "%s%d %s\n", workbook.ColumnLetters(c+1), r+1, v)
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

// TestArrows keeps the house in order: which package may import what.
func TestArrows(t *testing.T) {
	const us = "actionplan/"
	allowed := map[string][]string{ // package → packages of ours that it may import
		".":                 {"report", "report/briefing", "report/html", "report/pdf", "report/tracker", "templates", "workbook", "workbook/check", "workbook/exchange", "workbook/facts", "workbook/files", "workbook/history"},
		"workbook":          {"templates", "workbook/seal"},
		"workbook/facts":    {"workbook"},
		"workbook/check":    {"workbook", "workbook/facts"},
		"workbook/seal":     {},
		"workbook/files":    {"workbook/seal"},
		"workbook/exchange": {"workbook", "workbook/facts", "workbook/seal"},
		"workbook/history":  {"workbook", "workbook/facts", "workbook/files"},
		"report":            {"workbook", "workbook/facts", "workbook/history"},
		"report/briefing":   {"report", "report/pdf", "workbook", "templates"},
		"report/html":       {"report", "workbook", "templates"},
		"report/tracker":    {"report", "workbook", "workbook/seal"},
		"report/pdf":        {},
		"report/pdf/pdfua":  {},
		"templates":         {},
	}
	libraries := map[string][]string{ // library → packages that may import it
		"github.com/xuri/excelize/v2": {"workbook", "workbook/exchange", "report/tracker"},
		"github.com/jung-kurt/gofpdf": {"report/pdf"},
		"github.com/urfave/cli/v2":    {"."},
	}
	excelizeFiles := []string{"read", "blank", "annotate"}
	walkGo(t, func(path, dir string, imports []string, source []byte) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		mayImport, known := allowed[dir]
		if !known {
			t.Errorf("%s: the package %s is not in the house", path, dir)
		}
		for _, i := range imports {
			if ours, ok := strings.CutPrefix(i, us); ok && !contains(mayImport, ours) {
				t.Errorf("%s imports %s", path, i)
			}
			if by, fenced := libraries[i]; fenced && !contains(by, dir) {
				t.Errorf("%s imports %s", path, i)
			}
			if i == "github.com/xuri/excelize/v2" && dir == "workbook" && !hasPrefix(filepath.Base(path), excelizeFiles) {
				t.Errorf("%s imports excelize; only read, blank and annotate may", path)
			}
		}
		if path != "main.go" && bytes.Contains(source, []byte("time.Now(")) {
			t.Errorf("%s reads the clock", path)
		}
	})
}

func walkGo(t *testing.T, visit func(path, dir string, imports []string, source []byte)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
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

func hasPrefix(name string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(name, p) {
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
}{
	{"south-gloucestershire", "2023-01-31", 0},
	{"gloucestershire", "2018-09-30", 0},
}

// TestSamplesAreFresh says when a sample or an output of one is stale; go
// test -run Fresh . -update writes them anew.
func TestSamplesAreFresh(t *testing.T) {
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) {
			source, err := os.ReadFile("samples/source/" + s.name + ".yaml")
			if err != nil {
				t.Fatal(err)
			}
			content, err := workbook.ParseContent(source)
			if err != nil {
				t.Fatal(err)
			}
			data, err := workbook.Write(content, workbook.BlankOptions{})
			if err != nil {
				t.Fatal(err)
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

// TestReadme runs every command that the README prints, in a folder with
// nothing but the samples.
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
		code := run(append([]string{"actionplan"}, words(args)...), &stdout, &stderr, workbook.MustDate("2026-09-30"))
		if code != want {
			t.Errorf("%s: exit %d, want %d\n%s", c, code, want, stderr.String())
		}
	}
}

// readmeCommands are the lines of the README's shell blocks.
func readmeCommands(readme string) []string {
	var commands []string
	for i, block := range strings.Split(readme, "```") {
		if i%2 == 0 || !strings.HasPrefix(block, "sh\n") {
			continue
		}
		for _, line := range strings.Split(strings.TrimPrefix(block, "sh\n"), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				commands = append(commands, line)
			}
		}
	}
	return commands
}

// words splits a command line at spaces outside double quotes.
func words(line string) []string {
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

const (
	picture     = "samples/briefing-page.png"
	pictureOf   = "samples/south-gloucestershire-board.pdf"
	picturePage = "3"
)

// TestPictureIsFresh: the README's picture says in itself of which bytes of
// the briefing it is a page. go test -run Picture . -update draws it anew with
// poppler's pdftoppm.
func TestPictureIsFresh(t *testing.T) {
	paper, err := os.ReadFile(pictureOf)
	if err != nil {
		t.Fatal(err)
	}
	note := fmt.Appendf(nil, "Source\x00%s page %s, SHA-256 %x", pictureOf, picturePage, sha256.Sum256(paper))
	if *update {
		drawn, err := exec.Command("pdftoppm", "-r", "80", "-png", "-f", picturePage, "-l", picturePage, pictureOf).Output()
		if err != nil {
			t.Fatal(err)
		}
		const header = 8 + 25 // the signature and the first chunk
		noted := append(append(bytes.Clone(drawn[:header]), pngChunk("tEXt", note)...), drawn[header:]...)
		if err := os.WriteFile(picture, noted, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	drawn, err := os.ReadFile(picture)
	if err != nil || !bytes.Contains(drawn, pngChunk("tEXt", note)) {
		t.Errorf("%s is stale; draw it anew with: go test -run Picture . -update", picture)
	}
	if !bytes.Contains([]byte(mustRead(t, "README.md")), []byte("("+picture+")")) {
		t.Errorf("the README does not show %s", picture)
	}
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

// TestOtherSoftware: a workbook that another program wrote, with sheets and
// columns moved and renamed, makes the same briefing, word for word.
func TestOtherSoftware(t *testing.T) {
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
