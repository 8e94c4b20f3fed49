package history

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"actionplan/workbook"
)

// several edits, for the outputs.
func edited() Changes {
	old, new := small(), small()
	old.File, new.File = "september.xlsx", "october.xlsx"
	new.Actions[0].Status, new.Actions[0].Completed, new.Actions[0].ProgressNote = "Complete", on("2026-10-01"), "All records have a summary, and foster carers say that they read it before a placement begins"
	new.Actions[1].RevisedDue, new.Actions[1].RevisionReason = on("2026-11-30"), "The second officer left"
	new.Areas[0].Status = "Red"
	new.Findings = new.Findings[:1]
	new.Actions = append(new.Actions, &workbook.Action{Ref: "2.2", Area: "A2", Text: "Managers observe one supervision a month"})
	new.Updates = append(new.Updates[1:], &workbook.Update{Date: on("2026-10-01"), Action: "1.1", Status: "Complete", Note: "Done <all> & checked"})
	new.Readings = append(new.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: on("2026-09-30"), Value: num(61)})
	new.Measures[0].Ref, new.Measures[1].Ref = "K1", "K2"
	new.Actions[0].Measures = []string{"K1", "K2"}
	for _, r := range new.Readings {
		r.Measure = "K" + r.Measure[1:]
	}
	place(new)
	return Compare(old, new)
}

func TestWriteText(t *testing.T) {
	want := `What changed from september.xlsx to october.xlsx
14 changes: completed 1, slipped 1, got worse 2, history rewritten 1, new 3,
  gone 1, renumbered 2, other changes 3.

Completed (1)
  Action 1.1 "A one-page summary stands on the record of every child in care" is
    completed: it was Green (on track) and is now Complete (delivered).

Slipped (1)
  Action 1.2 "Two reviewing officers check twenty records each month" slipped by
    30 days, from 31 October 2026 to 30 November 2026; it has now moved twice.

Got worse (2)
  Area A1 "Children's records up to date" is doing worse: it was Amber (at risk)
    and is now Red (off track).
  Area A2 "Supervision that gives direction" is doing worse: it was White (not
    started) from its actions and is now Amber (at risk) from its actions.

History rewritten (1)
  The update of 1 July 2026 on action 1.2 was deleted from the log: "First month
    of checks done".

New (3)
  Action 2.2 "Managers observe one supervision a month" is new.
  1 update of 1 action: added.
  1 reading of 1 measure: added.

Gone (1)
  Finding F2 "Supervision seldom sets a next step with a date" was dropped.

Renumbered (2)
  Measures: 2 rows have another ref; they were recognised by their words: M1 is
    now K1, M2 is now K2.

Other changes (3)
  Action 1.1 "A one-page summary stands on the record of every child in care":
    Progress note is filled in; Completed is now 1 October 2026.
  Action 1.2 "Two reviewing officers check twenty records each month": Reason
    for revision is now "The second officer left"; it was blank.
`
	var got bytes.Buffer
	if err := WriteText(&got, edited(), 80); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got.String()); d != "" {
		t.Errorf("text (-want +got):\n%s", d)
	}
}

func TestWriteTextWidth(t *testing.T) {
	for _, width := range []int{40, 60, 100} {
		var got bytes.Buffer
		if err := WriteText(&got, edited(), width); err != nil {
			t.Fatal(err)
		}
		for _, l := range strings.Split(got.String(), "\n") {
			if n := utf8.RuneCountInString(l); n > width {
				t.Errorf("width %d: a line of %d: %s", width, n, l)
			}
		}
	}
	var got bytes.Buffer
	WriteText(&got, edited(), 0)
	if strings.Contains(got.String(), "\n    ") {
		t.Error("width 0 breaks lines")
	}
}

func TestWriteTextNothing(t *testing.T) {
	var got bytes.Buffer
	if err := WriteText(&got, Compare(small(), small()), 80); err != nil {
		t.Fatal(err)
	}
	if want := "Nothing has changed from plan.xlsx to plan.xlsx.\n"; got.String() != want {
		t.Errorf("got %q", got.String())
	}
}

func TestWriteJSON(t *testing.T) {
	for _, c := range []Changes{edited(), Compare(small(), small())} {
		var got, again bytes.Buffer
		if err := WriteJSON(&got, c); err != nil {
			t.Fatal(err)
		}
		WriteJSON(&again, c)
		if !bytes.Equal(got.Bytes(), again.Bytes()) {
			t.Error("two runs differ")
		}
		checkSchema(t, got.Bytes())
	}
	var got struct {
		Old, New string
		Changes  []map[string]any
		Counts   map[string]int
	}
	var out bytes.Buffer
	WriteJSON(&out, edited())
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"kind": "slipped", "sheet": "Actions", "ref": "1.2", "field": "Revised due", "old": "2026-10-31", "new": "2026-11-30", "days": 30.0}
	if !slices.ContainsFunc(got.Changes, func(x map[string]any) bool { return cmp.Equal(x, want) }) {
		t.Errorf("no %v in\n%s", want, out.String())
	}
	if got.Counts["slipped"] != 1 || got.Counts["renumbered"] != 2 || len(got.Counts) != len(Kinds) || got.Old != "september.xlsx" {
		t.Errorf("old %q, counts %v", got.Old, got.Counts)
	}
	if !strings.Contains(out.String(), "Done <all> & checked") {
		t.Error("words are changed on their way out")
	}
}

const schemaPath = "../../templates/schema/compare.json"

func checkSchema(t *testing.T, out []byte) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("output and schema disagree: %v", err)
	}
}

// TestSchemaListsEveryKind fails where a kind or sheet is added in one place
// only.
func TestSchemaListsEveryKind(t *testing.T) {
	source, err := os.ReadFile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Defs struct {
			Kind   struct{ Enum []Kind }
			Change struct {
				Properties struct{ Sheet struct{ Enum []string } }
			}
		} `json:"$defs"`
	}
	if err := json.Unmarshal(source, &schema); err != nil {
		t.Fatal(err)
	}
	kinds := slices.Clone(Kinds)
	slices.Sort(kinds)
	slices.Sort(schema.Defs.Kind.Enum)
	if !slices.Equal(kinds, schema.Defs.Kind.Enum) {
		t.Errorf("kinds %q, schema %q", kinds, schema.Defs.Kind.Enum)
	}
	for i, s := range workbook.Sheets {
		if schema.Defs.Change.Properties.Sheet.Enum[i] != s.Name {
			t.Errorf("sheet %q is not in the schema", s.Name)
		}
	}
	for _, k := range Kinds {
		if k.Heading() == "" {
			t.Errorf("kind %q has no heading", k)
		}
	}
}
