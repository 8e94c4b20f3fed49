package annotate

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/seal"
	"actionplan/workbook/xlsx"
)

// foreign are workbooks that other programs wrote; testdata/make.py
// says how.
var foreign = []string{"macros.xlsm", "pivot.xlsx", "libreoffice.xlsx"}

func readForeign(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// annotated annotates a workbook with what Load finds in it and with some
// more problems in places that are hard to mark.
func annotated(t *testing.T, name string, data []byte) ([]byte, workbook.Problems) {
	t.Helper()
	_, problems, err := workbook.Load(name, data)
	if err != nil {
		t.Fatal(err)
	}
	problems = append(problems,
		workbook.Problem{Rule: "stale", Severity: workbook.Warning, Cell: xlsx.Cell{File: name, Sheet: "Actions", Col: 12, Row: 40}, Message: "A cell that is not in the file.", Hint: "Fill it in."},
		workbook.Problem{Rule: "all-green", Severity: workbook.Advice, Cell: xlsx.Cell{File: name, Sheet: "Actions"}, Message: "A whole sheet.", Hint: "Look again."},
		workbook.Problem{Rule: "clock-late", Severity: workbook.Error, Cell: xlsx.Cell{File: name}, Message: "A whole file.", Hint: "Send it."},
		workbook.Problem{Rule: "vague-action", Severity: workbook.Advice, Cell: xlsx.Cell{File: name, Sheet: "Actions", Col: 4, Row: 3}, Message: "A cell that has a note already.", Hint: "Read it."},
		workbook.Problem{Rule: "owner-known", Severity: workbook.Advice, Cell: xlsx.Cell{File: name, Sheet: "Areas", Col: 4, Row: 4}, Message: "A cell inside merged cells.", Hint: "Ask."},
		workbook.Problem{Rule: "overload-owner", Severity: workbook.Warning, Cell: xlsx.Cell{File: name, Sheet: "Actions", Col: 4, Row: 2}, Message: "Somebody answers for this.", Waived: &workbook.Waiver{By: "Improvement lead", Reason: "agreed"}})
	out, err := Copy(name, data, problems)
	if err != nil {
		t.Fatal(err)
	}
	return out, problems
}

func partsOf(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		content, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = content
	}
	return parts
}

// mayChange says which parts an annotated copy may differ in; every other one
// must be the same, byte for byte.
var mayChange = regexp.MustCompile(`^(\[Content_Types\]\.xml|_rels/\.rels|docProps/custom\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/styles\.xml|` +
	`xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/(comments/)?comments?\d+\.xml|xl/drawings/(vmlDrawing|commentsDrawing)\d+\.vml|xl/drawings/.*\.vml|xl/threadedComments/.*|xl/persons/.*)$`)

func TestAnnotateKeepsEveryPart(t *testing.T) {
	for _, name := range foreign {
		t.Run(name, func(t *testing.T) {
			data := readForeign(t, name)
			out, _ := annotated(t, name, data)
			before, after := partsOf(t, data), partsOf(t, out)
			for part, content := range before {
				now, kept := after[part]
				switch {
				case !kept:
					t.Errorf("%s is gone", part)
				case bytes.Equal(now, content):
				case !mayChange.MatchString(part):
					t.Errorf("%s has changed", part)
				default:
					keepsElements(t, part, content, now)
				}
			}
			if name == "macros.xlsm" {
				for _, part := range []string{"xl/vbaProject.bin", "xl/slicers/slicer1.xml", "customXml/item1.xml", "docMetadata/LabelInfo.xml", "xl/charts/chart1.xml"} {
					if len(after[part]) == 0 {
						t.Errorf("%s is not in the copy, or empty", part)
					}
				}
			}
		})
	}
}

// keepsElements fails if any element of a part, with its attributes and its
// text, is no longer there. What may change: a sheet is no longer the one
// that is shown, rules move behind ours, lists grow.
func keepsElements(t *testing.T, part string, before, after []byte) {
	t.Helper()
	left := elementCounts(t, part, after)
	for element, n := range elementCounts(t, part, before) {
		if left[element] < n {
			t.Errorf("%s: %d of %d left of %s", part, left[element], n, element)
		}
	}
	if strings.HasPrefix(part, "xl/worksheets/sheet") {
		cells := regexp.MustCompile(`(?s)<sheetData.*</sheetData>`)
		if !bytes.Equal(cells.Find(before), cells.Find(after)) {
			t.Errorf("%s: the cells have changed", part)
		}
	}
}

func elementCounts(t *testing.T, part string, content []byte) map[string]int {
	t.Helper()
	counts := map[string]int{}
	d := xml.NewDecoder(bytes.NewReader(content))
	d.Strict = false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return counts
		}
		if err != nil {
			t.Fatalf("%s: %v", part, err)
		}
		switch e := token.(type) {
		case xml.CharData:
			if text := strings.TrimSpace(string(e)); text != "" {
				counts[text]++
			}
		case xml.StartElement:
			text := e.Name.Local
			slices.SortFunc(e.Attr, func(a, b xml.Attr) int { return strings.Compare(a.Name.Local, b.Name.Local) })
			for _, a := range e.Attr {
				if !slices.Contains([]string{"tabSelected", "priority", "count", "activeTab", "space"}, a.Name.Local) {
					text += " " + a.Name.Local + "=" + a.Value
				}
			}
			counts[text]++
		}
	}
}

func TestAnnotateMarks(t *testing.T) {
	for _, name := range foreign {
		t.Run(name, func(t *testing.T) {
			data := readForeign(t, name)
			out, problems := annotated(t, name, data)
			if kind, ok := seal.Ours(out); !ok || kind != Kind {
				t.Errorf("seal = %q, %v", kind, ok)
			}
			_, again, err := workbook.Load(name, out)
			if err != nil {
				t.Fatal(err)
			}
			_, first, _ := workbook.Load(name, data)
			if len(again) != len(first) {
				t.Errorf("the copy has %d problems of its own, the plan %d", len(again), len(first))
			}
			x, err := excelize.OpenReader(bytes.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			defer x.Close()
			for _, p := range problems {
				checkMark(t, x, p)
			}
			checkList(t, x, problems)
		})
	}
}

func checkMark(t *testing.T, x *excelize.File, p workbook.Problem) {
	t.Helper()
	if p.Cell.Name() == "" {
		return
	}
	comments, err := x.GetComments(p.Cell.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, c := range comments {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		found = found || strings.Contains(text, p.Message) && strings.Contains(text, p.Hint)
	}
	if found != (p.Waived == nil) {
		t.Errorf("%s (%s): noted %v", p.Cell, p.Message, found)
	}
	formats, err := x.GetConditionalFormats(p.Cell.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	coloured := false
	for area, rules := range formats {
		for _, r := range rules {
			coloured = coloured || strings.Contains(r.Criteria, "actionplan") && areaHas(area, p.Cell)
		}
	}
	if coloured != (p.Waived == nil) {
		t.Errorf("%s (%s): coloured %v", p.Cell, p.Message, coloured)
	}
}

func areaHas(areas string, c xlsx.Cell) bool {
	for _, a := range strings.Fields(areas) {
		if !strings.Contains(a, ":") {
			a += ":" + a
		}
		m, _ := xlsx.ParseRange(a)
		if c.Row >= m.Row && c.Row <= m.LastRow && c.Col >= m.Col && c.Col <= m.LastCol {
			return true
		}
	}
	return false
}

func checkList(t *testing.T, x *excelize.File, problems workbook.Problems) {
	t.Helper()
	sheet := x.GetSheetName(x.GetActiveSheetIndex())
	rows, err := x.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	rows = rows[5:]
	if len(rows) != len(problems) {
		t.Errorf("%s lists %d of %d problems", sheet, len(rows), len(problems))
	}
	order := map[string]int{"Error": 1, "Warning": 2, "Advice": 3, "Waived warning": 4}
	for i, r := range rows {
		if order[r[0]] == 0 || i > 0 && order[r[0]] < order[rows[i-1][0]] {
			t.Errorf("row %d: %q stands after %q", i, r[0], rows[i-1][0])
		}
		if strings.Contains(r[1], "!") {
			if linked, to, _ := x.GetCellHyperLink(sheet, "B"+itoa(i+6)); !linked || to != strings.TrimSuffix(r[1], " (hidden sheet)") {
				t.Errorf("%s leads to %q", r[1], to)
			}
		}
	}
}

func itoa(n int) string { return strings.TrimPrefix(xlsx.Cell{Col: 1, Row: n}.Name(), "A") }

func TestAnnotateReplacesItsMarks(t *testing.T) {
	for _, name := range foreign {
		t.Run(name, func(t *testing.T) {
			out, problems := annotated(t, name, readForeign(t, name))
			again, err := Copy(name, out, problems)
			if err != nil {
				t.Fatal(err)
			}
			a, b := partsOf(t, out), partsOf(t, again)
			if len(a) != len(b) {
				t.Errorf("%d parts, then %d", len(a), len(b))
			}
			for part := range a {
				// The seal is written anew each time, with another number.
				if part != "docProps/custom.xml" && !bytes.Equal(a[part], b[part]) {
					t.Errorf("%s differs when a copy is annotated again:\n%s\n%s", part, a[part], b[part])
				}
			}
		})
	}
}

func TestAnnotateClears(t *testing.T) {
	for _, name := range foreign {
		t.Run(name, func(t *testing.T) {
			data := readForeign(t, name)
			out, _ := annotated(t, name, data)
			clean, err := Copy(name, out, nil)
			if err != nil {
				t.Fatal(err)
			}
			before, after := partsOf(t, data), partsOf(t, clean)
			for part := range after {
				text := string(after[part])
				if strings.Contains(text, xlsx.NoteOpens) || strings.Contains(text, "actionplan error") {
					t.Errorf("%s still has a mark", part)
				}
				if strings.HasPrefix(part, "xl/comments") && before[part] == nil {
					t.Errorf("%s is left over", part)
				}
			}
			if r := regexp.MustCompile(`<comment `); len(r.FindAll(after["xl/comments1.xml"], -1)) != len(r.FindAll(before["xl/comments1.xml"], -1)) {
				t.Errorf("the user's own notes have changed")
			}
		})
	}
}

func TestAnnotateOurOwnWorkbook(t *testing.T) {
	data, err := blank.Write(&blank.Content{Rows: map[string][]blank.ContentRow{workbook.SheetActions: {{workbook.ColRef: "1.1", workbook.ColDue: "ongoing"}}}}, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, problems, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	out, err := Copy("plan.xlsx", data, problems)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Copy("plan.xlsx", data, problems)
	if err != nil || !bytes.Equal(out, again) {
		t.Errorf("the same plan gives other bytes (%v)", err)
	}
	_, now, err := workbook.Load("plan.xlsx", out)
	if err != nil || len(now) != len(problems) {
		t.Errorf("%d problems in the copy, %d in the plan (%v)", len(now), len(problems), err)
	}
	before, after := partsOf(t, data), partsOf(t, out)
	for part := range before {
		if strings.HasPrefix(part, "xl/worksheets/") && after[part] != nil {
			keepsElements(t, part, before[part], after[part])
		}
	}
}

func TestAnnotateRefuses(t *testing.T) {
	for reason, data := range map[string][]byte{"empty": nil, "text": []byte("Ref,Action\n1,2\n"), "half a zip": []byte("PK\x03\x04rest")} {
		if _, err := Copy("plan.xlsx", data, nil); err == nil {
			t.Errorf("%s was annotated", reason)
		}
	}
}

// TestAnnotateComesFirst: on every sheet our rules stand before the user's,
// which keep their order, and only one sheet is selected.
func TestAnnotateComesFirst(t *testing.T) {
	priority := regexp.MustCompile(`cfRule[^>]* priority="(\d+)"[^>]*>(?:<formula>(LEN\(&#34;actionplan))?`)
	for _, name := range foreign {
		out, _ := annotated(t, name, readForeign(t, name))
		selected := 0
		for part, content := range partsOf(t, out) {
			if !strings.HasPrefix(part, "xl/worksheets/sheet") {
				continue
			}
			selected += strings.Count(string(content), `tabSelected="1"`)
			for _, m := range priority.FindAllStringSubmatch(string(content), -1) {
				if ours := m[2] != ""; ours != (m[1] <= "3" && len(m[1]) == 1) {
					t.Errorf("%s %s: a rule of the user's, or ours, has priority %s", name, part, m[1])
				}
			}
		}
		if selected != 1 {
			t.Errorf("%s: %d sheets are selected", name, selected)
		}
	}
}
