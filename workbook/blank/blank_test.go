package blank

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"html"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/contrast"
)

var update = flag.Bool("update", false, "write the files that the tests compare with")

func TestBlankTemplateIsFresh(t *testing.T) {
	const file = "../../templates/blank.xlsx"
	now := writeWorkbook(t, &Content{}, Options{})
	if *update {
		if err := os.WriteFile(file, now, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, now) {
		t.Errorf("%s is stale: run go test ./workbook/blank -run TestBlankTemplateIsFresh -update", file)
	}
}

func TestWriteGivesTheSameBytes(t *testing.T) {
	first := writeWorkbook(t, exampleContent(t), Options{})
	for range 3 {
		if !bytes.Equal(first, writeWorkbook(t, exampleContent(t), Options{})) {
			t.Fatal("the same content gave other bytes")
		}
	}
}

func TestBlankReadsAsEmpty(t *testing.T) {
	plan, problems, err := workbook.Load("blank.xlsx", writeWorkbook(t, &Content{}, Options{Organisation: "Exampleshire Council"}))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{ // by cell: rule
		"Plan!B3": workbook.RuleRequired, "Plan!B5": workbook.RuleRequired, // title, senior responsible owner
		"Areas": workbook.RuleSheetEmpty, "Actions": workbook.RuleSheetEmpty,
	}
	for _, p := range problems {
		if want[p.Cell.String()] != p.Rule {
			t.Errorf("unexpected %s at %s: %s", p.Rule, p.Cell, p.Message)
		}
		delete(want, p.Cell.String())
	}
	for cell, rule := range want {
		t.Errorf("no %s at %s", rule, cell)
	}
	if plan.Info.Organisation != "Exampleshire Council" || plan.Info.TemplateVersion != workbook.TemplateVersion {
		t.Errorf("the Plan sheet says %q, version %q", plan.Info.Organisation, plan.Info.TemplateVersion)
	}
	if len(plan.Key.Words) != len(workbook.Meanings) || plan.Key.Default {
		t.Errorf("the key has %d words of its own", len(plan.Key.Words))
	}
}

func TestExampleReadsClean(t *testing.T) {
	content := exampleContent(t)
	plan, problems, err := workbook.Load("example.xlsx", writeWorkbook(t, content, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s at %s: %s", p.Rule, p.Cell, p.Message)
	}
	if len(plan.Actions) != len(content.Rows[workbook.SheetActions]) || len(plan.Readings) != len(content.Rows[workbook.SheetReadings]) {
		t.Errorf("%d actions and %d readings came back", len(plan.Actions), len(plan.Readings))
	}
}

func TestValuesAreWrittenAsTheirColumnsHaveThem(t *testing.T) {
	file := openBlank(t, &Content{Rows: map[string][]ContentRow{
		workbook.SheetActions:  {{workbook.ColRef: "1.10", workbook.ColDue: "2026-11-30", workbook.ColStart: "end of March", workbook.ColEvidence: "=SUM(1)"}},
		workbook.SheetMeasures: {{workbook.ColRef: "M1", workbook.ColBaseline: "48", workbook.ColTarget: "60%"}},
	}})
	for _, c := range []struct {
		sheet, column, want string
		kind                excelize.CellType
		reason              string
	}{
		{workbook.SheetActions, "Ref", "1.10", excelize.CellTypeSharedString, "a ref is words, else 1.10 becomes 1.1"},
		{workbook.SheetActions, "Due", strconv.Itoa(workbook.MustDate("2026-11-30").Serial()), excelize.CellTypeUnset, "a date is a real date"},
		{workbook.SheetActions, "Start", "end of March", excelize.CellTypeSharedString, "what is no date stays as typed"},
		{workbook.SheetActions, "Evidence", "=SUM(1)", excelize.CellTypeSharedString, "words are never a formula"},
		{workbook.SheetMeasures, "Baseline", "48", excelize.CellTypeUnset, "a figure is a number"},
		{workbook.SheetMeasures, "Target", "60%", excelize.CellTypeSharedString, "what is no plain number stays as typed"},
	} {
		s := workbook.FindSheet(c.sheet)
		cell := sheetLetter(s, s.ColumnIndex(c.column)) + "2"
		got, _ := file.GetCellValue(c.sheet, cell, excelize.Options{RawCellValue: true})
		kind, _ := file.GetCellType(c.sheet, cell)
		if got != c.want || kind != c.kind {
			t.Errorf("%s!%s is %q (%d), want %q (%d): %s", c.sheet, cell, got, kind, c.want, c.kind, c.reason)
		}
	}
}

// Excel repairs or refuses a file that breaks these limits, and says so to
// the person who opens it.
func TestWorkbookKeepsExcelsLimits(t *testing.T) {
	file := openBlank(t, &Content{})
	for _, sheet := range file.GetSheetList() {
		validations, err := file.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range validations {
			checkLimit(t, sheet+" "+v.Sqref+" prompt", v.Prompt, 255)
			checkLimit(t, sheet+" "+v.Sqref+" message", v.Error, 255)
			checkLimit(t, sheet+" "+v.Sqref+" prompt's title", v.PromptTitle, 32)
			checkLimit(t, sheet+" "+v.Sqref+" message's title", v.ErrorTitle, 32)
			checkLimit(t, sheet+" "+v.Sqref+" formula", &v.Formula1, 255)
		}
	}
	for _, name := range checkedSheets {
		formula := atRow(checkFormula(workbook.FindSheet(name), reachOf(&Content{})), 100_000)
		checkLimit(t, name+" Check", &formula, 8192)
		if n := nesting(formula); n > 64 {
			t.Errorf("%s Check nests %d levels; Excel takes 64", name, n)
		}
		if strings.ContainsAny(formula, "{}") {
			t.Errorf("%s Check still has a heading in it: %s", name, formula)
		}
	}
}

// nesting is how deep functions stand in each other.
func nesting(formula string) int {
	depth, deepest := 0, 0
	for _, r := range words.ReplaceAllString(formula, "") {
		switch r {
		case '(':
			depth++
			deepest = max(deepest, depth)
		case ')':
			depth--
		}
	}
	return deepest
}

// A sheet that is more than half full gets room to grow.
func TestHelpReachesBeyondTheRows(t *testing.T) {
	tests := []struct {
		rows              int
		sheet             string
		table, help, refs int
		reason            string
	}{
		{0, workbook.SheetActions, 31, 601, 601, "a new workbook"},
		{3, workbook.SheetActions, 31, 601, 601, "few rows: as a new workbook"},
		{300, workbook.SheetActions, 306, 601, 601, "the table ends soon after its rows"},
		{1500, workbook.SheetActions, 1506, 2001, 2001, "a long plan"},
		{5000, workbook.SheetUpdates, 5006, 5501, 5501, "a long log"},
		{90, workbook.SheetAreas, 96, 601, 201, "few areas"},
		{150, workbook.SheetAreas, 156, 601, 651, "many areas"},
	}
	for _, tt := range tests {
		r := reachOf(&Content{Rows: map[string][]ContentRow{tt.sheet: slices.Repeat([]ContentRow{{workbook.ColRef: "1"}}, tt.rows)}})
		got := [3]int{r.table(tt.sheet), r.help(tt.sheet), r.refs(tt.sheet)}
		if want := [3]int{tt.table, tt.help, tt.refs}; got != want {
			t.Errorf("%s: %d rows of %s reach to %v, want %v", tt.reason, tt.rows, tt.sheet, got, want)
		}
	}
}

// Excel shares a formula among cells only if it names no other sheet, has no
// list in braces and no range between two functions. Nothing may name a
// column of a sheet by its letter, or deleting the column would break it.
func TestFormulasSurvive(t *testing.T) {
	data := writeWorkbook(t, exampleContent(t), Options{})
	size, parts := 0, partsOf(t, data)
	for name, part := range parts {
		size += len(part)
		for _, f := range regexp.MustCompile(`<f( [^>]*)?>([^<]*)</f>`).FindAllStringSubmatch(part, -1) {
			if strings.Contains(f[1], "shared") && (strings.ContainsAny(words.ReplaceAllString(f[2], ""), "!{") || strings.Contains(f[2], "):")) {
				t.Errorf("%s shares a formula that Excel does not: %s", name, f[2])
			}
			if direct.MatchString(f[2]) {
				t.Errorf("%s: a formula names a column that may be deleted: %s", name, f[2])
			}
		}
		for _, f := range regexp.MustCompile(`<(?:formula1?|definedName name="Pick[^>]*)>([^<]*)<`).FindAllStringSubmatch(part, -1) {
			if direct.MatchString(f[1]) {
				t.Errorf("%s: a dropdown or colour names a column that may be deleted: %s", name, f[1])
			}
		}
	}
	if blank := writeWorkbook(t, &Content{}, Options{}); len(blank) > 150_000 {
		t.Errorf("the blank workbook has %d bytes", len(blank))
	}
	if size > 1_500_000 {
		t.Errorf("the example has %d bytes of XML", size)
	}
}

// words are what a formula says.
var words = regexp.MustCompile(`"[^"]*"`)

// direct is a reference into another sheet that staff may change. The Plan
// sheet has two columns, and both are needed.
var direct = regexp.MustCompile(`\b(?:Key|Visits|Areas|Findings|Actions|Measures|Readings|Updates|Risks|People|Glossary|Waivers)!\$`)

func checkLimit(t *testing.T, what string, text *string, limit int) {
	t.Helper()
	if text != nil && utf8.RuneCountInString(*text) > limit {
		t.Errorf("%s has %d characters, Excel takes %d: %s", what, utf8.RuneCountInString(*text), limit, *text)
	}
}

func TestEveryColumnHasItsHelp(t *testing.T) {
	file := openBlank(t, &Content{})
	for _, s := range workbook.Sheets {
		if s.Fields {
			continue
		}
		notes := map[string]string{}
		comments, err := file.GetComments(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range comments {
			for _, run := range c.Paragraph {
				notes[c.Cell] += run.Text
			}
		}
		for i, c := range s.Columns {
			cell := sheetLetter(s, i) + "1"
			heading, _ := file.GetCellValue(s.Name, cell)
			if heading != c.Heading {
				t.Errorf("%s!%s says %q, want %q", s.Name, cell, heading, c.Heading)
			}
			if !strings.Contains(notes[cell], c.Help) || strings.Contains(notes[cell], "Required:") != c.Required {
				t.Errorf("%s!%s has the note %q", s.Name, cell, notes[cell])
			}
		}
	}
}

func TestColoursCanBeRead(t *testing.T) {
	for name, pair := range map[string][2]string{"required": {navy, paper}, "optional": {mist, ink}, "check": {slate, paper}, "doubt": {doubtFill, doubtInk},
		"missing": {missingFill, missingEdge}, "fine": {paper, okInk}, "link": {paper, linkInk}} {
		if got := contrast.Of(pair[0], pair[1]); got < contrast.Least {
			t.Errorf("%s: contrast %.2f", name, got)
		}
	}
}

func partsOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	parts := map[string]string{}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		part, err := fs.ReadFile(archive, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(part)
	}
	return parts
}

func TestPackageIsWhatExcelExpects(t *testing.T) {
	parts := partsOf(t, writeWorkbook(t, exampleContent(t), Options{}))
	for part, want := range map[string]string{
		"docProps/core.xml":    "Improvement plan: Exampleshire Council",
		"xl/workbook.xml":      `fullCalcOnLoad="true"`,
		"xl/charts/chart1.xml": `<invertIfNegative val="0"/><dPt>`,
		"xl/tables/table5.xml": `name="Check"><calculatedColumnFormula>IFERROR(MID(INDEX(CheckOfActions,ROW()-1),2,250)`,
		"[Content_Types].xml":  `<Default Extension="rels"`,
	} {
		if !strings.Contains(parts[part], want) {
			t.Errorf("%s lacks %s", part, want)
		}
	}
	for name, part := range parts {
		if strings.Contains(part, "xuri") {
			t.Errorf("%s names the writing library", name)
		}
	}
	if strings.Contains(parts["xl/worksheets/sheet8.xml"], `<row r="2" ht="44" customHeight`) {
		t.Error("a row's height is fixed, so it does not grow while somebody types")
	}
}

func writeWorkbook(t *testing.T, c *Content, o Options) []byte {
	t.Helper()
	data, err := Write(c, o)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func openBlank(t *testing.T, c *Content) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(writeWorkbook(t, c, Options{})))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

func exampleContent(t *testing.T) *Content {
	t.Helper()
	source, err := os.ReadFile("../../templates/example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := ParseContent(source)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// exceljs, for one, keeps an entry for each cell of a dropdown, and knows the
// document's properties only by their usual prefix.
func TestOtherReadersCanOpen(t *testing.T) {
	for name, part := range partsOf(t, writeWorkbook(t, exampleContent(t), Options{})) {
		for _, area := range regexp.MustCompile(`<dataValidation [^>]*sqref="([^"]*)"`).FindAllStringSubmatch(part, -1) {
			if strings.HasSuffix(area[1], strconv.Itoa(excelize.TotalRows)) {
				t.Errorf("%s has a dropdown to the end of the sheet: %s", name, area[1])
			}
		}
		if name == "docProps/core.xml" && !strings.Contains(part, "<cp:lastModifiedBy>") {
			t.Errorf("%s has names without their prefix: %s", name, part)
		}
	}
}

// Blank rows stand on a page with others.
func TestSpareRowsStayOnThePage(t *testing.T) {
	for _, tt := range []struct {
		heights     []float64
		least, most int
		rows        int
		breaks      bool
		reason      string
	}{
		{nil, 5, 30, 30, false, "no rows: a form"},
		{[]float64{30, 30}, 5, 28, 28, false, "few rows"},
		{slices.Repeat([]float64{60}, 9), 5, 21, 6, false, "as many as fit"},
		{slices.Repeat([]float64{60}, 10), 5, 20, 5, true, "the page is full: the last row begins another"},
		{slices.Repeat([]float64{60}, 12), 5, 18, 18, false, "two rows on the second page"},
		{[]float64{409, 409, 220}, 5, 27, 5, true, "rows that do not share a page"},
	} {
		if rows, breaks := spare(tt.heights, tt.least, tt.most); rows != tt.rows || breaks != tt.breaks {
			t.Errorf("%s: %d, %v, want %d, %v", tt.reason, rows, breaks, tt.rows, tt.breaks)
		}
	}
}

// What Check says of one cell colours that cell, and no other whose heading
// begins alike.
func TestTheCellThatCheckNamesIsColoured(t *testing.T) {
	parts := partsOf(t, writeWorkbook(t, &Content{}, Options{}))
	all := ""
	for name, part := range parts {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			all += html.UnescapeString(part)
		}
	}
	says := func(sheet, heading string) string {
		return fmt.Sprintf(`MID(INDEX(CheckOf%s,ROW()-1),2,%d)="%s "`, sheet, len(heading)+1, heading)
	}
	for _, name := range checkedSheets {
		for _, c := range workbook.FindSheet(name).Columns[1:] {
			for _, level := range []string{levelError, levelWarning} {
				if want := fmt.Sprintf(`AND(LEFT(INDEX(CheckOf%s,ROW()-1))="%s",%s`, name, level, says(name, c.Heading)); !strings.Contains(all, want) {
					t.Errorf("%s, %s has no colour for what Check says of it: %s", name, c.Heading, want)
				}
			}
		}
	}
	if !strings.Contains(all, says(workbook.SheetMeasures, workbook.ColTarget)+",NOT("+says(workbook.SheetMeasures, workbook.ColTargetDate)+")") {
		t.Error("Target has the colour of Target date")
	}
}
