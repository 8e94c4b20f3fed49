package returns

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

func extract(t testing.TB, data []byte, o ExtractOptions) *Extract {
	t.Helper()
	x, err := MakeExtract(facts.Derive(loadPlan(t, data), sentOn), o)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestWhoIsAsked(t *testing.T) {
	odd := strings.NewReplacer(
		`Ref: "1.3", Area: A1`, `Ref: "1.1", Area: A1`,
		"Audit forty records each quarter, Owner: head of  Quality", "Audit forty records each quarter",
	).Replace(smallPlan)
	for _, c := range []struct {
		reason, plan string
		options      ExtractOptions
		want         []string
	}{
		{"one workbook an owner, however the owner is spelled; what is delivered is not asked about", smallPlan, ExtractOptions{DueWithin: -1},
			[]string{"Head of quality - plan - 2026-09-30.xlsx: Head of quality 2 of 2, 1 late, 0 soon", "Head of service - plan - 2026-09-30.xlsx: Head of service 1 of 1, 0 late, 0 soon"}},
		{"one owner, in any spelling; the others are listed and not asked", smallPlan, ExtractOptions{Owner: "HEAD of quality", DueWithin: -1},
			[]string{"Head of quality - plan - 2026-09-30.xlsx: Head of quality 2 of 2, 1 late, 0 soon", "Head of service - plan - 2026-09-30.xlsx: Head of service 0 of 1, 0 late, 0 soon"}},
		{"late, or due in 61 days", smallPlan, ExtractOptions{DueWithin: 61},
			[]string{"Head of quality - plan - 2026-09-30.xlsx: Head of quality 2 of 2, 1 late, 0 soon", "Head of service - plan - 2026-09-30.xlsx: Head of service 0 of 1, 0 late, 0 soon"}},
		{"late, or due in 60 days", smallPlan, ExtractOptions{DueWithin: 60},
			[]string{"Head of quality - plan - 2026-09-30.xlsx: Head of quality 1 of 2, 1 late, 0 soon", "Head of service - plan - 2026-09-30.xlsx: Head of service 0 of 1, 0 late, 0 soon"}},
		{"nobody can say whether an action without a date is due", strings.Replace(smallPlan, "Due: 2026-11-30, ", "", 1), ExtractOptions{DueWithin: 30},
			[]string{"Head of quality - plan - 2026-09-30.xlsx: Head of quality 1 of 2, 1 late, 0 soon", "Head of service - plan - 2026-09-30.xlsx: Head of service 0 of 1, 0 late, 0 soon", "undated 1.1"}},
		{"no owner, and a ref that is there twice", odd, ExtractOptions{DueWithin: -1},
			[]string{"Head of quality - plan - 2026-09-30.xlsx: Head of quality 0 of 1, 0 late, 0 soon", "Head of service - plan - 2026-09-30.xlsx: Head of service 0 of 1, 0 late, 0 soon", "unowned 1.2", "unnamed 1.1", "unnamed 1.1"}},
	} {
		x := extract(t, planOf(t, c.plan), c.options)
		var got []string
		for _, r := range x.Requests {
			got = append(got, fmt.Sprintf("%s: %s %d of %d, %d late, %d soon", r.File, r.Owner, r.Actions, r.Open, r.Late, r.DueSoon))
			if (r.Data != nil) != (r.Actions > 0) {
				t.Errorf("%s: %s has %d actions and a workbook of %d bytes", c.reason, r.Owner, r.Actions, len(r.Data))
			}
		}
		for _, a := range x.Unowned {
			got = append(got, "unowned "+a.Ref)
		}
		for _, a := range x.Unnamed {
			got = append(got, "unnamed "+a.Ref)
		}
		for _, a := range x.Undated {
			got = append(got, "undated "+a.Ref)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\n%s", c.reason, diff)
		}
	}
}

func TestUnknownOwner(t *testing.T) {
	f := facts.Derive(loadPlan(t, planOf(t, smallPlan)), sentOn)
	for name, want := range map[string]string{
		"Head of qualty": `nobody called "Head of qualty" owns anything in plan.xlsx; did you mean "Head of quality"?`,
		"Police":         `nobody called "Police" owns anything in plan.xlsx; owners of open actions are: Head of quality; Head of service`,
	} {
		if _, err := MakeExtract(f, ExtractOptions{Owner: name, DueWithin: -1}); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestRequest looks at a request as a person with Excel would.
func TestRequest(t *testing.T) {
	data := requests(t, planOf(t, smallPlan), sentOn)["Head of quality"]
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(workbook.SheetActions)
	if err != nil {
		t.Fatal(err)
	}
	locked := func(col, row int) bool {
		id, _ := f.GetCellStyle(workbook.SheetActions, xlsx.Cell{Col: col, Row: row}.Name())
		style, _ := f.GetStyle(id)
		return style.Protection == nil || style.Protection.Locked
	}
	open := map[string]bool{}
	for _, c := range requestColumns() {
		open[c.heading] = c.open
	}
	for x, heading := range rows[0] {
		if got := locked(x+1, 2); got == open[heading] {
			t.Errorf("%s is locked: %v", heading, got)
		}
	}
	if diff := cmp.Diff([]string{"1.1", "Write a summary for every child in care", "30/11/2026", "", "At risk", "Half are written"}, rows[1][:6]); diff != "" {
		t.Error(diff)
	}
	if rows[2][3] != "30 days late" {
		t.Errorf("1.2 is %q", rows[2][3])
	}
	start, err := f.GetRows(startSheet)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprint(start)
	for _, want := range []string{"Actions for Head of quality", "2 open actions are in this workbook: one is late.", "send it back to Improvement lead, in good time before the board meets on 13 October 2026.", "Off track"} {
		if !strings.Contains(text, want) {
			t.Errorf("the first sheet does not say %q", want)
		}
	}
	if again := requests(t, planOf(t, smallPlan), sentOn)["Head of quality"]; !bytes.Equal(data, again) {
		t.Error("the same plan gives another workbook")
	}
}

// TestRequestReadsBack: whatever the plan holds stands in the request as it is.
func TestRequestReadsBack(t *testing.T) {
	plan := planOf(t, smallPlan)
	at := loadPlan(t, plan).Actions
	for i, text := range texts {
		plan, err := xlsx.SetCells("plan.xlsx", plan, []xlsx.CellChange{{Cell: at[0].At(workbook.ColProgressNote), Text: text}})
		if err != nil {
			t.Fatal(err)
		}
		r := readReturn(t, "q.xlsx", requests(t, plan, sentOn)["Head of quality"])
		if got := r.actions[0].ProgressNote; got != strings.TrimSpace(text) || r.base.sent["1.1"][workbook.ColProgressNote] != got {
			t.Errorf("text %d: %q came back as %q", i, text, got)
		}
	}
}

func TestIndex(t *testing.T) {
	hostile := strings.ReplaceAll(smallPlan, "Owner: Head of service", `Owner: '<script>alert(1)</script> "x" & javascript:'`)
	f := facts.Derive(loadPlan(t, planOf(t, hostile)), sentOn)
	x, err := MakeExtract(f, ExtractOptions{Owner: "Head of quality", DueWithin: -1})
	if err != nil {
		t.Fatal(err)
	}
	page := func(there bool) string {
		data, err := Index(f, x, func(string) bool { return there })
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	without, with := page(false), page(true)
	if !strings.Contains(without, `<a href="./Head%20of%20quality%20-%20plan%20-%202026-09-30.xlsx">Head of quality - plan - 2026-09-30.xlsx</a>`) {
		t.Error("the workbook just made has no link")
	}
	if strings.Count(without, "<a ") != 1 || strings.Count(with, "<a ") != 2 {
		t.Error("a workbook that is not there is linked, or one that is there is not")
	}
	for _, bad := range []string{"<script>alert", "http://", "https://", `href="javascript`, `"x"`} {
		if strings.Contains(with, bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
}

// BenchmarkExchange asks 100 owners about 2,000 actions and collects what all
// of them have changed.
func BenchmarkExchange(b *testing.B) {
	plan := largePlan(b, 2000, 100)
	var returns []*Return
	for owner, data := range requests(b, plan, sentOn) {
		returns = append(returns, readReturn(b, owner+".xlsx", edited(b, data, "", func(f *excelize.File) {
			for row := 2; row < 22; row++ {
				if err := f.SetCellStr(workbook.SheetActions, fmt.Sprintf("F%d", row), "New note"); err != nil {
					b.Fatal(err)
				}
			}
		})))
	}
	b.Run("extract", func(b *testing.B) {
		for b.Loop() {
			extract(b, plan, ExtractOptions{DueWithin: -1})
		}
	})
	b.Run("collect", func(b *testing.B) {
		for b.Loop() {
			if c := collect(b, plan, CollectOptions{}, returns...); len(c.Accepted) != 2000 {
				b.Fatalf("%d accepted", len(c.Accepted))
			}
		}
	})
}

func largePlan(t testing.TB, actions, owners int) []byte {
	f := excelize.NewFile()
	defer f.Close()
	put := func(sheet string, rows [][]any) {
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	put(workbook.SheetPlan, [][]any{{"Field", "Value"}, {workbook.FieldOrganisation, "Exampleshire"}, {workbook.FieldTitle, "Plan"}})
	put(workbook.SheetAreas, [][]any{{"Ref", "Improvement area", "Outcome for children", "Accountable owner"}, {"A1", "Records", "They know", "Post 1"}})
	list := [][]any{{"Ref", "Area", "Action", "Owner", "Due", "Status", "Progress note", "Success measure"}}
	for i := range actions {
		list = append(list, []any{fmt.Sprintf("X%d", i+1), "A1", fmt.Sprintf("Do thing %d of the plan", i), fmt.Sprintf("Post %d", i%owners+1), 46300 + i%300, "On track", "Old note", "They know"})
	}
	put(workbook.SheetActions, list)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// An owner reads names: of the area and of each measure, and their own words
// where the plan has some.
func TestWhatIsSentIsNamed(t *testing.T) {
	a := &facts.Action{
		Action:   &workbook.Action{},
		Area:     &facts.Area{Area: &workbook.Area{Ref: "A1", Name: "Records"}},
		Measures: []*facts.Measure{{Measure: &workbook.Measure{Ref: "M1", Name: "Records on time"}}, {Measure: &workbook.Measure{Ref: "M2", Name: "Chronologies read"}}},
	}
	for heading, want := range map[string]string{workbook.ColArea: "A1 Records", workbook.ColSuccessMeasure: "M1 Records on time; M2 Chronologies read"} {
		if got := sentValue(a, heading); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}
