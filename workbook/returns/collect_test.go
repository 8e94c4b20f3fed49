package returns

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/facts"
	_ "actionplan/workbook/memory" // collected as the program does: it is a third of what the tests take
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

var sentOn, collectedOn = workbook.MustDate("2026-09-30"), workbook.MustDate("2026-10-05")

// smallPlan has two owners, one of them spelled in two ways.
const smallPlan = `
Plan:
  - {Field: Organisation, Value: Exampleshire Council}
  - {Field: Plan title, Value: Improvement plan}
  - {Field: Senior responsible owner, Value: Director}
  - {Field: Report author, Value: Improvement lead}
  - {Field: Meeting date, Value: 2026-10-13}
Areas:
  - {Ref: A1, Improvement area: Records, Outcome for children: They know why, Accountable owner: Head of quality}
Actions:
  - {Ref: "1.1", Area: A1, Action: Write a summary for every child in care, Owner: Head of quality, Due: 2026-11-30, Status: At risk, Progress note: Half are written, Success measure: They know why}
  - {Ref: "1.2", Area: A1, Action: Audit forty records each quarter, Owner: head of  Quality, Due: 2026-08-31, Status: On track, Success measure: They know why}
  - {Ref: "1.3", Area: A1, Action: Supervise every social worker monthly, Owner: Head of service, Due: 2026-12-31, Revised due: 2027-01-31, Status: On track, Success measure: They know why}
  - {Ref: "1.4", Area: A1, Action: Publish the supervision standard, Owner: Head of service, Due: 2026-03-31, Status: Delivered, Completed: 2026-03-20, Success measure: They know why}
Updates:
  - {Date: 2026-09-01, Action: "1.1", Status: At risk, Note: Half are written, By: Head of quality}
`

// planOf makes a plan; making one takes longer than merging.
func planOf(t testing.TB, yaml string) []byte {
	t.Helper()
	if data, made := plans[yaml]; made {
		return data
	}
	c, err := blank.ParseContent([]byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	data, err := blank.Write(c, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plans[yaml] = data
	return data
}

var plans = map[string][]byte{}

func loadPlan(t testing.TB, data []byte) *workbook.Plan {
	t.Helper()
	p, _, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// requests are the workbooks that go out, by owner.
func requests(t testing.TB, data []byte, asOf workbook.Date) map[string][]byte {
	t.Helper()
	x, err := MakeExtract(facts.Derive(loadPlan(t, data), asOf), ExtractOptions{DueWithin: -1})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, r := range x.Requests {
		if r.Data != nil {
			all[r.Owner] = r.Data
		}
	}
	return all
}

// edited changes cells of a workbook as another program would.
func edited(t testing.TB, data []byte, sheet string, edit func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	edit(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestStrayRows: what stands in rows that are no action of the owner's is
// refused where it stands, and not lost.
func TestStrayRows(t *testing.T) {
	plan := planOf(t, smallPlan)
	back := edited(t, requests(t, plan, sentOn)["Head of quality"], "", func(f *excelize.File) {
		for cell, v := range map[string]string{"A2": "", "E2": "On track", "F1": "My words", "A4": "1.3", "E4": "At risk", "J6": "A lone remark", "A8": "9.9"} {
			if err := f.SetCellValue(workbook.SheetActions, cell, v); err != nil {
				t.Fatal(err)
			}
		}
	})
	want := []string{
		"refused  : The column \"Progress note\" is gone from this sheet, so nothing in it could be read.",
		"refused E2 : " + noRef,
		"refused E4 1.3: The action 1.3 is somebody else's: it belongs to Head of service.",
		"refused J6 : " + noRef,
		"refused A8 9.9: There is no action 9.9 in the plan.",
	}
	if diff := cmp.Diff(want, said(collect(t, plan, CollectOptions{}, readReturn(t, "q.xlsx", back)))); diff != "" {
		t.Error(diff)
	}
}

// formula is typed as one, and its result is not stored.
type formula string

// fill types values into a return: "1.1 Status" → value. Dates are days.
func fill(t testing.TB, data []byte, values map[string]any) []byte {
	t.Helper()
	return edited(t, data, workbook.SheetActions, func(f *excelize.File) {
		rows, err := f.GetRows(workbook.SheetActions)
		if err != nil {
			t.Fatal(err)
		}
		for at, v := range values {
			ref, heading, _ := strings.Cut(at, " ")
			row := slices.IndexFunc(rows, func(r []string) bool { return r[0] == ref })
			col := slices.Index(rows[0], heading)
			if row < 0 || col < 0 {
				t.Fatalf("no cell for %s", at)
			}
			cell := xlsx.Cell{Col: col + 1, Row: row + 1}.Name()
			if d, ok := v.(workbook.Date); ok {
				v = d.Serial()
			}
			if typed, ok := v.(formula); ok {
				if err := f.SetCellFormula(workbook.SheetActions, cell, string(typed)); err != nil {
					t.Fatal(err)
				}
				continue
			}
			if err := f.SetCellValue(workbook.SheetActions, cell, v); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func readReturn(t testing.TB, name string, data []byte) *Return {
	t.Helper()
	r, err := ReadReturn(name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

func collect(t testing.TB, plan []byte, o CollectOptions, returns ...*Return) *Collected {
	t.Helper()
	o.AsOf = collectedOn
	c, err := Collect("plan.xlsx", plan, returns, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// said is what became of the returns, without the cells.
func said(c *Collected) []string {
	var all []string
	for _, x := range c.Accepted {
		all = append(all, fmt.Sprintf("accepted %s %s: %s", x.Ref, x.Heading, x.Now))
	}
	for _, x := range c.Conflicts {
		line := fmt.Sprintf("conflict %s %s: plan %s", x.Ref, x.Heading, x.PlanValue)
		for _, claim := range x.Claims {
			line += ", " + claim.By + " " + claim.Value
		}
		if x.Taken {
			line += ", taken"
		}
		all = append(all, line)
	}
	for _, x := range c.Refused {
		all = append(all, fmt.Sprintf("refused %s %s: %s", x.At.Name(), x.Ref, x.Reason))
	}
	for _, x := range c.Strange {
		all = append(all, "not read "+x.File+": "+x.Reason)
	}
	return all
}

// TestMerge holds one return of Head of quality against the plan as it was
// sent and as it is now.
func TestMerge(t *testing.T) {
	for _, c := range []struct {
		reason  string
		typed   map[string]any
		now     string // replaced in the plan since, "old → new"
		returns bool   // preferred
		want    []string
	}{
		{reason: "what was not touched is not taken"},
		{reason: "a status, a note and a date are taken", typed: map[string]any{"1.1 Status": "On track", "1.1 Progress note": "All are written", "1.2 Revised due": workbook.MustDate("2026-12-31")},
			want: []string{"accepted 1.1 Status: On track", "accepted 1.1 Progress note: All are written", "accepted 1.2 Revised due: 2026-12-31"}},
		{reason: "a date typed as words is a date", typed: map[string]any{"1.2 Revised due": "31 December 2026"}, want: []string{"accepted 1.2 Revised due: 2026-12-31"}},
		{reason: "a word in other capitals is the same word", typed: map[string]any{"1.1 Status": " at RISK "}},
		{reason: "a cleared note is taken, a cleared status is not", typed: map[string]any{"1.1 Progress note": "", "1.1 Status": ""},
			want: []string{"accepted 1.1 Progress note: ", "refused E2 1.1: The status has been cleared; an action always has one."}},
		{reason: "a date that does not exist is refused", typed: map[string]any{"1.1 Revised due": "31/02/2027"},
			want: []string{"refused G2 1.1: The revised due date \"31/02/2027\" does not exist. Enter a real date, such as 28/02/2027."}},
		{reason: "a word that is nearly one of the key's is named", typed: map[string]any{"1.1 Status": "Off trak"},
			want: []string{"refused E2 1.1: The status \"Off trak\" is not a word of the plan's key. Did you mean \"Off track\"? Use one of: Not started, On track, At risk, Off track, Delivered, Embedded, Withdrawn."}},
		{reason: "a locked cell is refused, the rest of its row is not", typed: map[string]any{"1.1 Due": workbook.MustDate("2027-11-30"), "1.1 Status": "On track"},
			want: []string{"accepted 1.1 Status: On track", "refused C2 1.1: Due is locked and cannot be changed in a return; it was \"30 Nov 2026\"."}},
		{reason: "an unknown ref is refused with what was meant", typed: map[string]any{"1.1 Ref": "1.9"}, want: []string{"refused E2 1.9: There is no action 1.9 in the plan; did you mean 1.1?", "refused F2 1.9: There is no action 1.9 in the plan; did you mean 1.1?"}},
		{reason: "another owner's action is refused", typed: map[string]any{"1.1 Ref": "1.3"}, want: []string{"refused E2 1.3: The action 1.3 is somebody else's: it belongs to Head of service.", "refused F2 1.3: The action 1.3 is somebody else's: it belongs to Head of service."}},
		{reason: "a ref that stands at another's text is refused", typed: map[string]any{"1.1 Ref": "1.2", "1.1 Evidence": "Audit"},
			want: []string{"refused E2 1.2: The ref 1.2 stands at the text of another action.", "refused F2 1.2: The ref 1.2 stands at the text of another action.", "refused J2 1.2: The ref 1.2 stands at the text of another action."}},
		{reason: "what the plan changed and the return did not stays", now: "Half are written → Most are written"},
		{reason: "both changed: the plan's stays", typed: map[string]any{"1.1 Progress note": "All are written"}, now: "Half are written → Most are written",
			want: []string{"conflict 1.1 Progress note: plan Most are written, Head of quality All are written"}},
		{reason: "both changed: the return's is taken if preferred", typed: map[string]any{"1.1 Progress note": "All are written"}, now: "Half are written → Most are written", returns: true,
			want: []string{"accepted 1.1 Progress note: All are written", "conflict 1.1 Progress note: plan Most are written, Head of quality All are written, taken"}},
		{reason: "both changed to the same", typed: map[string]any{"1.1 Progress note": "Most are written"}, now: "Half are written → Most are written"},
		{reason: "the action has another owner now", typed: map[string]any{"1.1 Status": "On track"}, now: "each child in care, Owner: Head of quality → each child in care, Owner: Head of service"},
		{reason: "the action was renumbered", typed: map[string]any{"1.1 Status": "On track"}, now: `Ref: "1.1" → Ref: "1.7"`, want: []string{"refused E2 1.1: The action 1.1 is now 1.7 in the plan."}},
		{reason: "the ref was given to another action", typed: map[string]any{"1.1 Status": "On track"}, now: "Write a summary for every child in care → Recruit twelve foster carers",
			want: []string{"refused E2 1.1: The plan has another action under 1.1 now: \"Recruit twelve foster carers\"."}},
		{reason: "the wording was fixed", typed: map[string]any{"1.1 Status": "On track"}, now: "Write a summary for every child in care → Write a one-page summary for each child in care", want: []string{"accepted 1.1 Status: On track"}},
		{reason: "the plan has the ref twice now", typed: map[string]any{"1.1 Status": "On track"}, now: `Ref: "1.4" → Ref: "1.1"`,
			want: []string{"refused E2 1.1: The plan has the ref 1.1 more than once, so nobody can tell which action is meant."}},
		{reason: "a formula without a result says nothing that could be taken", typed: map[string]any{"1.1 Evidence": formula("A1")},
			want: []string{"refused J2 1.1: The result of the formula is not stored in the file. Open the workbook in Excel and save it, or type the values in place of the formulas."}},
		{reason: "text that looks like a formula stays text", typed: map[string]any{"1.1 Evidence": "=HYPERLINK(\"http://x\")"}, want: []string{"accepted 1.1 Evidence: =HYPERLINK(\"http://x\")"}},
	} {
		t.Run(c.reason, func(t *testing.T) {
			sent := planOf(t, smallPlan)
			yaml := smallPlan
			if old, new, ok := strings.Cut(c.now, " → "); ok {
				yaml = strings.ReplaceAll(smallPlan, old, new)
				if c.reason == "the action has another owner now" {
					yaml = strings.Replace(smallPlan, "care, Owner: Head of quality", "care, Owner: Head of service", 1)
					c.want = []string{"refused E2 1.1: The action 1.1 is somebody else's now: it belongs to Head of service."}
				}
				if yaml == smallPlan {
					t.Fatal("the plan did not change")
				}
			}
			back := fill(t, requests(t, sent, sentOn)["Head of quality"], c.typed)
			plan := planOf(t, yaml)
			got := collect(t, plan, CollectOptions{PreferReturns: c.returns}, readReturn(t, "q.xlsx", back))
			if diff := cmp.Diff(c.want, said(got)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			if len(got.Accepted) == 0 && !bytes.Equal(got.Data, plan) {
				t.Error("nothing was accepted, and the workbook has changed")
			}
		})
	}
}

func TestLogLines(t *testing.T) {
	plan := planOf(t, smallPlan)
	sent := requests(t, plan, sentOn)
	q := readReturn(t, "q.xlsx", fill(t, sent["Head of quality"], map[string]any{"1.1 Status": "Delivered", "1.1 Progress note": "All are written", "1.2 Evidence": "Audit of June"}))
	s := readReturn(t, "s.xlsx", fill(t, sent["Head of service"], map[string]any{"1.3 Revised due": workbook.MustDate("2027-02-28"), "1.3 Status": "At risk"}))
	out := loadPlan(t, collect(t, plan, CollectOptions{}, s, q).Data)
	var got []string
	for _, u := range out.Updates {
		got = append(got, fmt.Sprint(u.At(workbook.ColDate).Name(), " ", u.Date, " ", u.Action, " ", u.Status, " ", u.RevisedDue, " ", u.Note, " ", u.By))
	}
	want := []string{
		"A2 2026-09-01 1.1 At risk  Half are written Head of quality",
		"A3 2026-10-05 1.1 Delivered  All are written Head of quality",
		"A4 2026-10-05 1.2 On track  Evidence: Audit of June. Head of quality",
		"A5 2026-10-05 1.3 At risk 2027-02-28 Status changed from On track to At risk. Revised due: 28 Feb 2027. Head of service",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, c := range []struct{ ref, updated, reason string }{
		{"1.1", "2026-10-05", "its status is new"}, {"1.2", "", "only its evidence is new"}, {"1.3", "2026-10-05", "its status is new"},
	} {
		if got := out.FindAction(c.ref).Updated.String(); got != c.updated {
			t.Errorf("%s was updated %q, want %q: %s", c.ref, got, c.updated, c.reason)
		}
	}
}

// TestUpdatedAhead: a day that the plan has from somebody who knows better
// stays.
func TestUpdatedAhead(t *testing.T) {
	plan := planOf(t, strings.Replace(smallPlan, "Status: At risk, Progress", "Status: At risk, Updated: 2026-10-06, Progress", 1))
	back := readReturn(t, "q.xlsx", fill(t, requests(t, plan, sentOn)["Head of quality"], map[string]any{"1.1 Status": "On track"}))
	if got := loadPlan(t, collect(t, plan, CollectOptions{}, back).Data).Actions[0].Updated.String(); got != "2026-10-06" {
		t.Errorf("updated on %s", got)
	}
}

// TestUnderTheLog: lines go under whatever stands in the log's columns.
func TestUnderTheLog(t *testing.T) {
	log := workbook.SurveyedSheet{HeadingRow: 1, Columns: []int{1, 2, 3, 0, 4, 5}}
	row := func(n, col int, text string) workbook.SurveyedRow {
		return workbook.SurveyedRow{Number: n, Cells: []workbook.SurveyedCell{{Col: col, Text: text}}}
	}
	for _, c := range []struct {
		reason     string
		rows       []workbook.SurveyedRow
		merges     []workbook.SurveyedMerge
		next, like int
	}{
		{"nothing yet", nil, nil, 2, 0},
		{"a column of the council's own is no line", []workbook.SurveyedRow{row(2, 1, "1/5/26"), row(3, 9, "OK")}, nil, 3, 2},
		{"a remark under the table", []workbook.SurveyedRow{row(2, 1, "1/5/26"), row(6, 2, "Kept by the office")}, nil, 7, 6},
		{"a formula copied down", []workbook.SurveyedRow{{Number: 4, Cells: []workbook.SurveyedCell{{Col: 3, Formula: true}}}}, nil, 5, 4},
		{"a block of merged cells", []workbook.SurveyedRow{row(2, 1, "1/5/26")}, []workbook.SurveyedMerge{{Col: 1, Row: 2, LastCol: 1, LastRow: 4}}, 5, 2},
		{"a block beside the log", []workbook.SurveyedRow{row(2, 1, "1/5/26")}, []workbook.SurveyedMerge{{Col: 8, Row: 2, LastCol: 9, LastRow: 4}}, 3, 2},
	} {
		log.Rows, log.Merges = c.rows, c.merges
		if got, why := placeLog(log); why != "" || got.next != c.next || got.like != c.like {
			t.Errorf("%s: row %d like %d, want %d like %d %s", c.reason, got.next, got.like, c.next, c.like, why)
		}
	}
	if _, why := placeLog(workbook.SurveyedSheet{Name: "Updates"}); why == "" {
		t.Error("there is no place in a sheet without headings")
	}
}

// TestReturnsDisagree: two returns of one owner, also of two rounds.
func TestReturnsDisagree(t *testing.T) {
	plan := planOf(t, smallPlan)
	sent := requests(t, plan, sentOn)["Head of quality"]
	one := readReturn(t, "one.xlsx", fill(t, sent, map[string]any{"1.1 Evidence": "Audit"}))
	two := readReturn(t, "two.xlsx", fill(t, sent, map[string]any{"1.1 Evidence": "Survey", "1.2 Evidence": "Audit"}))
	want := []string{"accepted 1.2 Evidence: Audit", "conflict 1.1 Evidence: plan , Head of quality Audit, Head of quality Survey"}
	for _, prefer := range []bool{false, true} {
		for _, order := range [][]*Return{{one, two}, {two, one}, {two, one, two}} {
			if diff := cmp.Diff(want, said(collect(t, plan, CollectOptions{PreferReturns: prefer}, order...))); diff != "" {
				t.Error(diff)
			}
		}
	}
	// The next round starts from what was collected; the old return, found
	// again in the folder, has nothing new to say.
	first := collect(t, plan, CollectOptions{}, one).Data
	next := readReturn(t, "next.xlsx", fill(t, requests(t, first, sentOn.Add(30))["Head of quality"], map[string]any{"1.1 Evidence": "Audit of October"}))
	second := collect(t, first, CollectOptions{}, next)
	if diff := cmp.Diff([]string{"accepted 1.1 Evidence: Audit of October"}, said(second)); diff != "" {
		t.Error(diff)
	}
	again := collect(t, second.Data, CollectOptions{PreferReturns: true}, one, next)
	if !again.Clean() || !bytes.Equal(again.Data, second.Data) {
		t.Errorf("an old return undoes a new one: %q", said(again))
	}
}

// TestDeletedSince: a return whose actions have all been deleted in the plan is
// still of this plan, and what the owner wrote is told.
func TestDeletedSince(t *testing.T) {
	back := fill(t, requests(t, planOf(t, smallPlan), sentOn)["Head of service"], map[string]any{"1.3 Progress note": "It began in May"})
	plan := planOf(t, strings.Replace(smallPlan, `  - {Ref: "1.3", Area: A1, Action: Supervise every social worker monthly, Owner: Head of service, Due: 2026-12-31, Revised due: 2027-01-31, Status: On track, Success measure: They know why}
`, "", 1))
	got := collect(t, plan, CollectOptions{}, readReturn(t, "s.xlsx", back))
	if diff := cmp.Diff([]string{"refused F2 1.3: The action 1.3 is no longer in the plan."}, said(got)); diff != "" {
		t.Error(diff)
	}
	if got.Refused[0].Value != "It began in May" {
		t.Errorf("what the owner wrote is lost: %+v", got.Refused)
	}
}

// TestReasonWithItsDate: a reason is never taken for a date that was not.
func TestReasonWithItsDate(t *testing.T) {
	const was = "Due: 2026-12-31, Revised due: 2027-01-31, Status: On track"
	plan := planOf(t, strings.Replace(smallPlan, was, was+", Reason for revision: The training comes later", 1))
	moved := planOf(t, strings.Replace(smallPlan, was, "Due: 2026-12-31, Revised due: 2027-03-31, Status: On track, Reason for revision: The training comes later", 1))
	held := "refused H2 1.3: " + reasonWithoutDate
	for _, c := range []struct {
		reason string
		plan   []byte
		typed  map[string]any
		want   []string
	}{
		{"a date that is none", plan, map[string]any{"1.3 Revised due": "soon", "1.3 Reason for revision": "Two posts are empty"},
			[]string{"refused G2 1.3: The revised due date \"soon\" is not a date. Enter a real date, such as 31/12/2026.", held}},
		{"both have moved the date", moved, map[string]any{"1.3 Revised due": workbook.MustDate("2027-02-28"), "1.3 Reason for revision": "Two posts are empty"},
			[]string{"conflict 1.3 Revised due: plan 2027-03-31, Head of service 2027-02-28", held}},
		{"the plan has moved the date since", moved, map[string]any{"1.3 Reason for revision": "Two posts are empty"}, []string{held}},
		{"the date is taken", plan, map[string]any{"1.3 Revised due": workbook.MustDate("2027-02-28"), "1.3 Reason for revision": "Two posts are empty"},
			[]string{"accepted 1.3 Revised due: 2027-02-28", "accepted 1.3 Reason for revision: Two posts are empty"}},
		{"only the wording is new", plan, map[string]any{"1.3 Reason for revision": "Two posts are empty"}, []string{"accepted 1.3 Reason for revision: Two posts are empty"}},
	} {
		back := fill(t, requests(t, plan, sentOn)["Head of service"], c.typed)
		if diff := cmp.Diff(c.want, said(collect(t, c.plan, CollectOptions{}, readReturn(t, "s.xlsx", back)))); diff != "" {
			t.Errorf("%s\n%s", c.reason, diff)
		}
	}
}

// TestEveryFileAccountedFor collects a folder of twelve files in every state.
func TestEveryFileAccountedFor(t *testing.T) {
	three := strings.Replace(smallPlan, "Publish the supervision standard, Owner: Head of service, Due: 2026-03-31, Status: Delivered, Completed: 2026-03-20", "Publish the supervision standard, Owner: Director, Due: 2026-12-31, Status: On track", 1) +
		"  - {Date: 2026-09-02, Action: \"1.3\", Status: On track, Note: It began, By: Head of service}\n"
	plan := planOf(t, three)
	sent, next := requests(t, plan, sentOn), requests(t, plan, sentOn.Add(4))
	quality := sent["Head of quality"]
	taken := fill(t, next["Head of quality"], map[string]any{"1.1 Evidence": "Audit"})
	other := planOf(t, strings.NewReplacer("Improvement plan", "SEND plan", "Write a summary for every child in care", "Recruit four therapists", "Audit forty", "Open two", "records each quarter", "resource bases").Replace(smallPlan))
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"01 taken.xlsx":     taken,
		"02 twice.xlsx":     taken,
		"03 older.xlsx":     fill(t, quality, map[string]any{"1.2 Evidence": "Survey"}),
		"04 unchanged.xlsx": sent["Head of service"],
		"05 refused.xlsx":   fill(t, next["Head of service"], map[string]any{"1.3 Status": ""}),
		"06 row gone.xlsx":  edited(t, quality, "", func(f *excelize.File) { _ = f.RemoveRow(workbook.SheetActions, 3) }),
		"07 other.xlsx":     fill(t, requests(t, other, sentOn)["Head of quality"], map[string]any{"1.1 Status": "Delivered"}),
		"08 plan.xlsx":      plan,
		"09 words.docx":     []byte("PK\x03\x04"),
		"10 mail.msg":       []byte("\xD0\xCF\x11\xE0"),
		"11 list.csv":       []byte("a,b"),
		"~$01 taken.xlsx":   []byte("x"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	paths, err := Spread([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	read, strange, err := ReadReturns(paths)
	if err != nil {
		t.Fatal(err)
	}
	c := collect(t, plan, CollectOptions{}, read...)
	c.Strange = append(strange, c.Strange...)
	var got []string
	for _, a := range c.Accounts() {
		got = append(got, fmt.Sprintf("%s: %s", a.File, a.said()))
	}
	want := []string{
		"01 taken.xlsx: merged: one value taken",
		"02 twice.xlsx: twice: it is the same as 01 taken.xlsx",
		"03 older.xlsx: merged: one value taken, an older round: 01 taken.xlsx is of 4 October 2026",
		"04 unchanged.xlsx: unchanged: an older round: 05 refused.xlsx is of 4 October 2026",
		"05 refused.xlsx: undecided: one value refused",
		"06 row gone.xlsx: undecided: one action not returned, an older round: 01 taken.xlsx is of 4 October 2026",
		"07 other.xlsx: not read: it belongs to another plan, Exampleshire Council: SEND plan",
		"08 plan.xlsx: not read: it is not a workbook that \"actionplan extract\" made, or its hidden sheet of what was sent is gone; copy what it says into the workbook that was sent out",
		"09 words.docx: not read: the file is damaged and cannot be read; open it in Excel, let Excel repair it, and save it again as an Excel Workbook (.xlsx)",
		"10 mail.msg: not read: it is an e-mail; save the workbook that is attached to it into the folder",
		"11 list.csv: not read: this is a text or CSV file, not an Excel workbook; open it in Excel and save it as an Excel Workbook (.xlsx)",
		"~$01 taken.xlsx: skipped: it is the small lock file that Excel keeps while the workbook is open",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(fmt.Sprint([]Absent{{"Director", sentOn.Add(4)}}), fmt.Sprint(c.Absent)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Missing{{File: "06 row gone.xlsx", Owner: "Head of quality", Ref: "1.2", Action: "Audit forty records each quarter"}}, c.Missing); diff != "" {
		t.Error(diff)
	}
	reportStands(t, c)
}

// reportStands: the report is a sheet of the collected copy, once however
// often it is collected, and the plan reads as without it.
func reportStands(t *testing.T, c *Collected) {
	t.Helper()
	for range 2 {
		var err error
		if c.Data, err = c.WithReport(); err != nil {
			t.Fatal(err)
		}
	}
	survey, err := workbook.MakeSurvey("out.xlsx", c.Data)
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	sheets := 0
	for _, s := range survey.Sheets {
		if strings.HasPrefix(s.Name, reportSheet) {
			sheets++
			for _, r := range s.Rows {
				text = append(text, fmt.Sprint(r.Cells))
			}
		}
	}
	all := strings.Join(text, "\n")
	for _, want := range []string{"Survey", "07 other.xlsx", "Director", "The status has been cleared"} {
		if !strings.Contains(all, want) {
			t.Errorf("the sheet does not say %q", want)
		}
	}
	if sheets != 1 {
		t.Errorf("%d sheets report", sheets)
	}
	if _, problems, err := workbook.Load("out.xlsx", c.Data); err != nil || len(problems) > 0 {
		t.Errorf("the collected copy has problems of its own: %v %v", problems, err)
	}
}

func TestNotOurs(t *testing.T) {
	plan := planOf(t, smallPlan)
	for _, c := range []struct {
		reason string
		data   []byte
		want   string
	}{
		{"the plan itself", plan, "it is not a workbook that"},
		{"an empty file", nil, "the file is empty"},
		{"a PDF", []byte("%PDF-1.7"), "this is a PDF"},
		{"a return whose sheet was renamed", edited(t, requests(t, plan, sentOn)["Head of service"], "", func(f *excelize.File) { _ = f.DeleteSheet(workbook.SheetActions) }), "its sheet Actions is gone"},
	} {
		if _, err := ReadReturn("x.xlsx", c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.reason, err, c.want)
		}
	}
	other := planOf(t, strings.NewReplacer("Improvement plan", "SEND plan", "Write a summary for every child in care", "Recruit four therapists", "Audit forty", "Open two", "records each quarter", "resource bases").Replace(smallPlan))
	back := readReturn(t, "send.xlsx", fill(t, requests(t, other, sentOn)["Head of quality"], map[string]any{"1.1 Status": "Delivered"}))
	if diff := cmp.Diff([]string{"not read send.xlsx: it belongs to another plan, Exampleshire Council: SEND plan"}, said(collect(t, plan, CollectOptions{}, back))); diff != "" {
		t.Error(diff)
	}
	renamed := planOf(t, strings.ReplaceAll(smallPlan, "Improvement plan", "Plan for 2027"))
	back = readReturn(t, "q.xlsx", fill(t, requests(t, plan, sentOn)["Head of quality"], map[string]any{"1.1 Status": "Delivered"}))
	if diff := cmp.Diff([]string{"accepted 1.1 Status: Delivered"}, said(collect(t, renamed, CollectOptions{}, back))); diff != "" {
		t.Errorf("a plan with a new title is the same plan: %s", diff)
	}
}

// texts are what people type, and what looks like something else.
var texts = []string{"Done", "=1+1", "+44 1452 000000", "-", "@home", "First line\nsecond line", "“Quoted” – and dashed", "Ŵyn & <b>", "  spaces  ", "100%", "1.10", "_x0041_", strings.Repeat("long ", 400), "'apostrophe", "31 March"}

// TestRandomEdits: what is typed into returns, and nothing else, is in the
// plan afterwards.
func TestRandomEdits(t *testing.T) {
	seeds := int64(1)
	if os.Getenv("CI") == "true" {
		seeds = 6
	}
	for seed := range seeds {
		r := rand.New(rand.NewSource(seed))
		plan := randomPlan(t, r)
		was := loadPlan(t, plan)
		want := map[string]map[string]string{} // folded ref → heading → value
		var returns []*Return
		for owner, data := range requests(t, plan, sentOn) {
			returns = append(returns, readReturn(t, owner+".xlsx", randomEdits(t, r, data, was, want)))
		}
		got := collect(t, plan, CollectOptions{}, returns...)
		if len(got.Conflicts)+len(got.Refused) > 0 { // rows that were deleted are missing
			t.Fatalf("seed %d: %q", seed, said(got))
		}
		checkEdits(t, seed, was, loadPlan(t, got.Data), want)
		const logTable = "xl/tables/table8.xml"
		onlyChanged(t, plan, got.Data, "xl/worksheets/sheet8.xml", "xl/worksheets/sheet11.xml", "xl/styles.xml", logTable)
		onlyGrew(t, partsOf(t, plan)[logTable], partsOf(t, got.Data)[logTable])

		slices.Reverse(returns)
		if again := collect(t, plan, CollectOptions{}, append(returns, returns...)...); !bytes.Equal(again.Data, got.Data) {
			t.Errorf("seed %d: another order of the returns gives another plan", seed)
		}
		if again := collect(t, got.Data, CollectOptions{}, returns...); len(again.Accepted) > 0 || !bytes.Equal(again.Data, got.Data) {
			t.Errorf("seed %d: collecting twice changes the plan again: %q", seed, said(again))
		}
	}
}

func randomPlan(t *testing.T, r *rand.Rand) []byte {
	c := &blank.Content{Rows: map[string][]blank.ContentRow{
		workbook.SheetPlan:  {{"Field": workbook.FieldOrganisation, "Value": "Exampleshire"}, {"Field": workbook.FieldTitle, "Value": "Plan"}},
		workbook.SheetAreas: {{workbook.ColRef: "A1", workbook.ColAreaName: "Records"}},
	}}
	words := []string{"Not started", "On track", "At risk", "Off track", "Delivered"}
	pick := func(list []string) string { return list[r.Intn(len(list))] }
	for i := range 10 + r.Intn(30) {
		row := blank.ContentRow{workbook.ColRef: fmt.Sprintf("1.%d", i+1), workbook.ColArea: "A1", workbook.ColAction: fmt.Sprintf("Do thing %d of the plan", i),
			workbook.ColOwner: pick([]string{"Head of quality", "head of QUALITY", "Police / partner", "Ŵyn Jones"}), workbook.ColDue: workbook.MustDate("2026-06-01").Add(r.Intn(400)).String(), workbook.ColStatus: pick(words)}
		for _, h := range []string{workbook.ColProgressNote, workbook.ColEvidence, workbook.ColIfItSlips, workbook.ColRevisionReason} {
			if r.Intn(2) == 0 {
				row[h] = pick(texts)
			}
		}
		if r.Intn(3) == 0 {
			row[workbook.ColRevisedDue] = pick([]string{"2027-01-31", "ongoing"})
		}
		c.Rows[workbook.SheetActions] = append(c.Rows[workbook.SheetActions], row)
		if r.Intn(3) == 0 {
			c.Rows[workbook.SheetUpdates] = append(c.Rows[workbook.SheetUpdates], blank.ContentRow{workbook.ColDate: "2026-09-01", workbook.ColAction: row[workbook.ColRef], workbook.ColStatus: row[workbook.ColStatus], workbook.ColNote: "Seen"})
		}
	}
	data, err := blank.Write(c, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// randomEdits types into a return, deletes some of its rows and sorts the
// others, and notes in want what that comes to.
func randomEdits(t *testing.T, r *rand.Rand, data []byte, plan *workbook.Plan, want map[string]map[string]string) []byte {
	type cell struct {
		value any
		want  string
	}
	cells := map[string][]cell{
		workbook.ColStatus:     {{"on TRACK", "On track"}, {"Delivered", "Delivered"}, {"At risk", "At risk"}},
		workbook.ColRevisedDue: {{workbook.MustDate("2027-03-31").Serial(), "2027-03-31"}, {"1/4/27", "2027-04-01"}, {"2 May 2027", "2027-05-02"}, {"", ""}},
		workbook.ColCompleted:  {{46300, "2026-10-05"}, {"", ""}},
	}
	for _, h := range []string{workbook.ColProgressNote, workbook.ColEvidence, workbook.ColIfItSlips, workbook.ColRevisionReason, workbook.ColImpactChildren} {
		for _, s := range append([]string{""}, texts...) {
			cells[h] = append(cells[h], cell{escapedCode.ReplaceAllString(s, "_x005F_$1"), strings.TrimSpace(s)})
		}
	}
	return edited(t, data, "", func(f *excelize.File) {
		const sheet = workbook.SheetActions
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y := len(rows); y > 1; y-- {
			if r.Intn(6) == 0 {
				if err := f.RemoveRow(sheet, y); err != nil {
					t.Fatal(err)
				}
				rows = slices.Delete(rows, y-1, y)
			}
		}
		for y := 1; y < len(rows); y++ {
			ref := words.Fold(rows[y][0])
			for x, h := range rows[0] {
				if choices := cells[h]; len(choices) > 0 && r.Intn(4) == 0 {
					c := choices[r.Intn(len(choices))]
					if err := f.SetCellValue(sheet, xlsx.Cell{Col: x + 1, Row: y + 1}.Name(), c.value); err != nil {
						t.Fatal(err)
					}
					if c.want != written(plan.FindAction(ref), h) {
						if want[ref] == nil {
							want[ref] = map[string]string{}
						}
						want[ref][h] = c.want
					}
				}
			}
		}
		// A copy of a row behind all the others, then its own row away: that is
		// what sorting comes to.
		for range min(3, len(rows)-1) {
			if err := f.DuplicateRowTo(sheet, 2, len(rows)+1); err != nil {
				t.Fatal(err)
			}
			if err := f.RemoveRow(sheet, 2); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func checkEdits(t *testing.T, seed int64, was, now *workbook.Plan, want map[string]map[string]string) {
	t.Helper()
	if len(was.Actions) != len(now.Actions) {
		t.Fatalf("seed %d: %d actions became %d", seed, len(was.Actions), len(now.Actions))
	}
	for i, a := range was.Actions {
		b, edits := now.Actions[i], want[words.Fold(a.Ref)]
		for _, c := range workbook.FindSheet(workbook.SheetActions).Columns {
			expected, got := written(a, c.Heading), written(b, c.Heading)
			if v, ok := edits[c.Heading]; ok {
				expected = v
			}
			_, status := edits[workbook.ColStatus]
			_, note := edits[workbook.ColProgressNote]
			if c.Heading == workbook.ColUpdated && (status || note) {
				expected, got = collectedOn.String(), b.Updated.String()
			}
			if got != expected {
				t.Errorf("seed %d: %s %s is %q, want %q", seed, a.Ref, c.Heading, got, expected)
			}
		}
	}
	added := now.Updates[len(was.Updates):]
	if len(added) != len(want) {
		t.Errorf("seed %d: %d lines were added to the log, want %d", seed, len(added), len(want))
	}
	for i, u := range was.Updates {
		if n := now.Updates[i]; n.Row != u.Row || n.Note != u.Note || n.Action != u.Action {
			t.Errorf("seed %d: line %d of the log has changed", seed, i+1)
		}
	}
	for _, u := range added {
		if want[words.Fold(u.Action)] == nil || u.Date != collectedOn || u.Note == "" || u.By == "" || u.Status != now.FindAction(u.Action).Status {
			t.Errorf("seed %d: added to the log: %+v", seed, u)
		}
	}
}

func partsOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// onlyChanged fails if any part but the named ones differs.
func onlyChanged(t *testing.T, before, after []byte, named ...string) {
	t.Helper()
	a, b := partsOf(t, before), partsOf(t, after)
	for name, content := range a {
		if now, ok := b[name]; !ok || now != content && !slices.Contains(named, name) {
			t.Errorf("the part %s is gone or has changed", name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok && !slices.Contains(named, name) {
			t.Errorf("the part %s is new", name)
		}
	}
}

// tableRange is where a table, or the filter of one, says which cells it has.
var tableRange = regexp.MustCompile(`(<(?:table|autoFilter)\b[^>]*? ref="[A-Z]+[0-9]+:[A-Z]+)([0-9]+)"`)

// onlyGrew fails if the part of a table differs in anything but its last row,
// which its filter shares and which is never further up than before.
func onlyGrew(t *testing.T, before, after string) {
	t.Helper()
	const anyRow = `${1}N"`
	if diff := cmp.Diff(tableRange.ReplaceAllString(before, anyRow), tableRange.ReplaceAllString(after, anyRow)); diff != "" {
		t.Errorf("the part of a table has changed in more than its last row:\n%s", diff)
	}
	was, now := lastRows(before), lastRows(after)
	if len(was) != 2 || len(now) != 2 || now[0] != now[1] || now[0] < was[0] {
		t.Errorf("a table and its filter ended in the rows %v and now do in %v", was, now)
	}
}

// lastRows are the last row of a table and that of its filter.
func lastRows(part string) (rows []int) {
	for _, m := range tableRange.FindAllStringSubmatch(part, -1) {
		row, _ := strconv.Atoi(m[2])
		rows = append(rows, row)
	}
	return rows
}

// What was typed and not taken is no action that came back unchanged.
func TestRefusedIsNotUnchanged(t *testing.T) {
	plan := planOf(t, smallPlan)
	sent := requests(t, plan, sentOn)["Head of quality"]
	for typed, want := range map[string]int{"1.1 Due": 1, "1.1 Status": 1, "": 2} {
		data := sent
		if typed != "" {
			data = fill(t, sent, map[string]any{typed: "no such"})
		}
		if got := collect(t, plan, CollectOptions{}, readReturn(t, "r.xlsx", data)); got.Unchanged != want {
			t.Errorf("with %q typed %d actions are said to be unchanged, want %d: %q", typed, got.Unchanged, want, said(got))
		}
	}
}
