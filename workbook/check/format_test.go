package check

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

func cellAt(sheet, name string) xlsx.Cell {
	c := xlsx.Cell{File: "plan.xlsx", Sheet: sheet}
	for _, r := range name {
		if r >= 'A' && r <= 'Z' {
			c.Col = c.Col*26 + int(r-'A') + 1
		} else {
			c.Row = c.Row*10 + int(r-'0')
		}
	}
	return c
}

func resultOf(problems ...workbook.Problem) Result {
	list := workbook.Problems(problems)
	return Result{File: "plan.xlsx", AsOf: workbook.MustDate("2026-09-30"), Problems: list, Counts: list.Count(), Rules: 100,
		Checked: []Counted{{"Areas", 3}, {"Actions", 7}}, Coverage: facts.Coverage{Needing: 15, Answered: 12}, facts: &facts.Facts{Plan: &workbook.Plan{}}}
}

func textOf(t *testing.T, r Result, style TextStyle) string {
	t.Helper()
	var out bytes.Buffer
	if err := WriteText(&out, r, style); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var badDate = workbook.Problem{Rule: "date-real", Severity: workbook.Error, Cell: cellAt("Actions", "F12"), Column: "Due", Ref: "1.4",
	Message: `The due date "31/02/2026" does not exist.`, Hint: "Enter a real date, such as 28/02/2026.", Value: "31/02/2026"}

func TestTextLayout(t *testing.T) {
	for _, c := range []struct {
		reason string
		r      Result
		style  TextStyle
		want   string
	}{
		{"place, ref, what is wrong, the rule at the right; below it how to fix it", resultOf(badDate), TextStyle{Width: 100, Quiet: true},
			`Actions!F12  1.4  The due date "31/02/2026" does not exist.                       (date-real, error)
                  Enter a real date, such as 28/02/2026.

plan.xlsx: 1 error, 0 warnings, 0 pieces of advice.
`},
		{"a narrow terminal breaks the message, and the rule has a line of its own", resultOf(badDate), TextStyle{Width: 50, Quiet: true},
			`Actions!F12  1.4  The due date "31/02/2026" does
                  not exist.    (date-real, error)
                  Enter a real date, such as
                  28/02/2026.

plan.xlsx: 1 error, 0 warnings, 0 pieces of advice.
`},
		{"what is not an error says so without colour", resultOf(workbook.Problem{Rule: "stale", Severity: workbook.Warning, Cell: cellAt("Areas", "K2"), Ref: "A1", Message: "Old.", Hint: "Look."}), TextStyle{Width: 60, Quiet: true},
			`Areas!K2  A1  Old.                          (stale, warning)
              Look.

plan.xlsx: 0 errors, 1 warning, 0 pieces of advice.
`},
		{"nothing wrong: what was checked is said", resultOf(), TextStyle{Width: 200},
			"plan.xlsx: no problems. Checked 3 on Areas and 7 on Actions against 100 of " + strconv.Itoa(len(RuleNames())) + " rules, as at 30 September 2026. 12 of 15 findings that ask for improvement have an action (80%).\n"},
		{"nothing wrong and quiet: nothing is said", resultOf(), TextStyle{Quiet: true}, ""},
	} {
		if got := textOf(t, c.r, c.style); got != c.want {
			t.Errorf("%s:\n%s\nwanted:\n%s", c.reason, got, c.want)
		}
	}
}

func TestTextGathersManyOfOneKind(t *testing.T) {
	var problems []workbook.Problem
	for i := range 20 {
		p := badDate
		p.Cell, p.Ref = cellAt("Actions", fmt.Sprintf("F%d", i+2)), fmt.Sprintf("1.%d", i)
		problems = append(problems, p)
	}
	r := resultOf(problems...)
	text := textOf(t, r, TextStyle{Width: 100})
	if n := strings.Count(text, "does not exist"); n != shownInFull {
		t.Errorf("%d in full, wanted %d:\n%s", n, shownInFull, text)
	}
	for _, want := range []string{"and 17 more (date-real): F5 (1.3), F6 (1.4)", "and 5 others", "--format json", "20 errors"} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	if n := strings.Count(textOf(t, r, TextStyle{All: true}), "does not exist"); n != 20 {
		t.Errorf("all asked for, %d printed", n)
	}
}

// A list by rule goes over several sheets: where a place is on another sheet
// than the one before it, it says which.
func TestTextGathersOverSheets(t *testing.T) {
	var problems []workbook.Problem
	for i := range 8 {
		p := badDate
		p.Ref = fmt.Sprintf("1.%d", i)
		p.Cell = cellAt([]string{"Areas", "Actions"}[i/5], fmt.Sprintf("F%d", i+2))
		problems = append(problems, p)
	}
	text := strings.Join(strings.Fields(textOf(t, resultOf(problems...), TextStyle{Width: 100, By: ByRule})), " ")
	if want := "and 5 more (date-real): F5 (1.3), F6 (1.4), Actions!F7 (1.5), F8 (1.6), F9 (1.7)"; !strings.Contains(text, want) {
		t.Errorf("%q is missing:\n%s", want, text)
	}
}

// Without its column a problem has no cell: what is gathered is told apart by
// the records.
func TestTextGathersRecordsOfNoCell(t *testing.T) {
	var problems []workbook.Problem
	for i := range shownInFull + placesShown + 1 {
		p := badDate
		p.Cell, p.Ref = xlsx.Cell{File: "plan.xlsx", Sheet: "Actions"}, fmt.Sprintf("1.%d", i)
		problems = append(problems, p)
	}
	text := strings.Join(strings.Fields(textOf(t, resultOf(problems...), TextStyle{Width: 100})), " ")
	if want := "and 13 more (date-real): 1.3, 1.4,"; !strings.Contains(text, want) || !strings.Contains(text, "1.14 and 1 other; all") {
		t.Errorf("%q, or its end, is missing:\n%s", want, text)
	}
}

func TestTextColourOnlyIfAsked(t *testing.T) {
	if text := textOf(t, resultOf(badDate), TextStyle{}); strings.Contains(text, "\x1b") {
		t.Errorf("colour without being asked: %q", text)
	}
	if text := textOf(t, resultOf(badDate), TextStyle{Colour: true}); !strings.Contains(text, "\x1b[31mActions!F12") {
		t.Errorf("no colour though asked: %q", text)
	}
}

func TestTextNeverObeysACell(t *testing.T) {
	p := badDate
	p.Message = "The owner \"\x1b[2Jx\u009b31m\" is odd."
	if text := textOf(t, resultOf(p), TextStyle{}); strings.ContainsAny(text, "\x1b\u009b") {
		t.Errorf("a control character is printed: %q", text)
	}
}

func TestCSVStartsNoFormula(t *testing.T) {
	p := badDate
	p.Value, p.Ref = `=HYPERLINK("http://example.org")`, "@SUM(A1)"
	p.Message = "+1"
	p.Related = []xlsx.Cell{cellAt("Action plan", "H3")}
	waived := badDate
	waived.Waived = &workbook.Waiver{By: "-2+3", Reason: "Known", Until: workbook.MustDate("2026-12-31")}
	r := resultOf(p)
	r.Waived = workbook.Problems{waived}
	var out bytes.Buffer
	if err := WriteCSV(&out, r); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(lines) != 3 {
		t.Fatalf("%v %v", lines, err)
	}
	for _, cell := range slices.Concat(lines...) {
		if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
			t.Errorf("Excel would take %q for a formula", cell)
		}
	}
	if got := lines[2][13]; got != "2026-12-31" {
		t.Errorf("until %q", got)
	}
}

func TestJSONShape(t *testing.T) {
	p := badDate
	p.Related = []xlsx.Cell{cellAt("Action plan", "H3"), {File: "plan.xlsx", Sheet: "Actions"}}
	whole := workbook.Problem{Rule: "sheet-missing", Severity: workbook.Error, Cell: xlsx.Cell{File: "plan.xlsx"}, Message: "The sheet is missing."}
	var out bytes.Buffer
	if err := WriteJSON(&out, resultOf(p, whole)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"asOf": "2026-09-30"`, `"cell": "F12"`, `"row": 12`, `"column": "Due"`, `"value": "31/02/2026"`, `"'Action plan'!H3"`, `"cell": ""`, `"row": 0`, `"error": 2`, `"percent": 80`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is missing:\n%s", want, out.String())
		}
	}
}

// What is printed follows the published schema, with and without problems,
// and with waived ones.
func TestJSONFollowsItsSchema(t *testing.T) {
	schema := readSchema(t, "check.json")
	waivedPlan := readExample(t, section(waiverUnused.Doc, "Good"))
	bad := readExample(t, section(movedTwice.Doc, "Bad"))
	for _, e := range []example{readExample(t, ""), waivedPlan, bad} {
		_, r := runExample(t, e, Options{Submission: true})
		var out bytes.Buffer
		if err := WriteJSON(&out, r); err != nil {
			t.Fatal(err)
		}
		var value any
		if err := json.Unmarshal(out.Bytes(), &value); err != nil {
			t.Fatal(err)
		}
		for _, fault := range conform("", value, schema, schema) {
			t.Error(fault)
		}
	}
	if faults := conform("", map[string]any{"file": 3.0}, schema, schema); len(faults) < 2 {
		t.Errorf("the check of the schema finds nothing wrong with a wrong value: %v", faults)
	}
}

// The runs of many workbooks are one document that follows its schema, with
// each of them, those that were left out, and the counts of all.
func TestManyAsJSON(t *testing.T) {
	schema, of := readSchema(t, "check-many.json"), readSchema(t, "check.json")
	schema["$defs"] = of["$defs"]
	schema["$defs"].(map[string]any)["check.json"] = of
	_, bad := runExample(t, readExample(t, section(movedTwice.Doc, "Bad")), Options{})
	_, good := runExample(t, readExample(t, ""), Options{})
	for _, runs := range [][]Result{{bad, good, bad}, {good}, {}} {
		var out bytes.Buffer
		document, errors := NewJSON(&out), 0
		if err := document.LeftOut("d/gone.xlsx", `there is no "file"`); err != nil {
			t.Fatal(err)
		}
		for i, r := range runs {
			errors += r.Counts.Error
			if err := document.Add(fmt.Sprintf("d/%d.xlsx", i), r); err != nil {
				t.Fatal(err)
			}
		}
		if err := document.End(); err != nil {
			t.Fatal(err)
		}
		var value map[string]any
		if err := json.Unmarshal(out.Bytes(), &value); err != nil {
			t.Fatalf("%v in\n%s", err, out.String())
		}
		for _, fault := range conform("", value, schema, schema) {
			t.Error(fault)
		}
		if plans := anyList(value["plans"]); len(plans) != len(runs) || len(anyList(value["leftOut"])) != 1 || value["counts"].(map[string]any)["error"] != float64(errors) {
			t.Errorf("%d runs give\n%s", len(runs), out.String())
		}
		var again bytes.Buffer
		if err := json.Indent(&again, out.Bytes(), "", "  "); err != nil || again.String() != out.String() {
			t.Errorf("it is not laid out as JSON is:\n%s", out.String())
		}
	}
}

// The problems of many workbooks are one table: every line has a field for each
// heading, and no file's name starts a formula.
func TestManyAsCSV(t *testing.T) {
	_, bad := runExample(t, readExample(t, section(movedTwice.Doc, "Bad")), Options{})
	var out bytes.Buffer
	document := NewCSV(&out)
	for _, err := range []error{document.LeftOut("gone.xlsx", "it is gone"), document.Add("=a.xlsx", bad), document.Add("b.xlsx", bad), document.End()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	each := len(bad.Problems) + len(bad.Waived)
	if len(rows) != 1+2*each+1 || rows[1][0] != "'=a.xlsx" || rows[1+each][0] != "b.xlsx" || !slices.Contains(rows[len(rows)-1], "Left out: it is gone") {
		t.Errorf("%d problems twice give %q", each, rows)
	}
	if rows[0][9] != "Message" {
		t.Errorf("what is said of a workbook that is left out stands under %q", rows[0][9])
	}
}

func readSchema(t *testing.T, name string) (schema map[string]any) {
	t.Helper()
	source, err := os.ReadFile("../../templates/schema/" + name)
	if err == nil {
		err = json.Unmarshal(source, &schema)
	}
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// conform holds a value against the parts of JSON Schema that check.json uses.
func conform(at string, value any, rule, root map[string]any) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, at+": "+fmt.Sprintf(format, args...)) }
	if ref, ok := rule["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		return conform(at, value, root["$defs"].(map[string]any)[name].(map[string]any), root)
	}
	for _, part := range anyList(rule["allOf"]) {
		faults = append(faults, conform(at, value, part.(map[string]any), root)...)
	}
	if kind, ok := rule["type"].(string); ok && kindOf(value) != kind && !(kind == "integer" && isWhole(value)) {
		fault("%s, not %s", kindOf(value), kind)
	}
	if list := anyList(rule["enum"]); list != nil && !slices.Contains(list, value) {
		fault("%v is not one of %v", value, list)
	}
	switch v := value.(type) {
	case string:
		if pattern, ok := rule["pattern"].(string); ok && !regexp.MustCompile(pattern).MatchString(v) {
			fault("%q does not fit %s", v, pattern)
		}
		if least, ok := rule["minLength"].(float64); ok && float64(len(v)) < least {
			fault("%q is too short", v)
		}
	case float64:
		if least, ok := rule["minimum"].(float64); ok && v < least {
			fault("%v is below %v", v, least)
		}
		if most, ok := rule["maximum"].(float64); ok && v > most {
			fault("%v is above %v", v, most)
		}
	case []any:
		if items, ok := rule["items"].(map[string]any); ok {
			for i, x := range v {
				faults = append(faults, conform(fmt.Sprintf("%s[%d]", at, i), x, items, root)...)
			}
		}
	case map[string]any:
		for _, name := range anyList(rule["required"]) {
			if _, ok := v[name.(string)]; !ok {
				fault("%v is missing", name)
			}
		}
		properties, _ := rule["properties"].(map[string]any)
		for name, sub := range properties {
			if x, ok := v[name]; ok {
				faults = append(faults, conform(at+"."+name, x, sub.(map[string]any), root)...)
			}
		}
	}
	return faults
}

func anyList(v any) []any { list, _ := v.([]any); return list }

func isWhole(v any) bool { f, ok := v.(float64); return ok && f == float64(int(f)) }

func kindOf(v any) string {
	switch v.(type) {
	case string:
		return "string"
	case float64:
		return "number"
	case bool:
		return "boolean"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "null"
}
