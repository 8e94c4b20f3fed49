package upgrade

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	_ "actionplan/workbook/memory" // collected as the program does: it is a third of what the tests take
)

var olds = []string{"flat.xlsx", "paired.xlsx", "paired-libreoffice.xlsx", "word.xlsx", "own.xlsx", "tabs.xlsx"}

// done keeps what upgraded has made: an upgrade takes half a second.
var done = map[string]struct {
	old, out []byte
	log      Log
}{}

func upgraded(t *testing.T, name string) (old, out []byte, log Log) {
	t.Helper()
	if d, ok := done[name]; ok {
		return d.old, d.out, d.log
	}
	old, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	made, err := Workbook(name, old, Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := done[name]
	d.old, d.out, d.log = old, made.Data, made.Log
	done[name] = d
	return d.old, d.out, d.log
}

func load(t *testing.T, out []byte) (*workbook.Plan, workbook.Problems) {
	t.Helper()
	plan, problems, err := workbook.Load("new.xlsx", out)
	if err != nil {
		t.Fatal(err)
	}
	return plan, problems
}

// shown is every filled cell of a workbook as it is stored, read by the
// library alone.
func shown(t *testing.T, data []byte) []string {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var values []string
	for _, sheet := range x.GetSheetList() {
		rows, err := x.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, v := range row {
				if v = plain(v); v != "" {
					values = append(values, v)
				}
			}
		}
	}
	return values
}

func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// lost lists what stands in an old workbook and nowhere in the new one: every
// cell must be in it whole, alone or within a longer text. A date may have
// become words, and words a date; the words are then told with the change.
func lost(t *testing.T, old, out []byte) []string {
	t.Helper()
	now := shown(t, out)
	all := "\n" + strings.Join(now, "\n") + "\n"
	var gone []string
	for _, v := range shown(t, old) {
		if strings.Contains(all, v) {
			continue
		}
		if n, err := strconv.ParseFloat(v, 64); err == nil && n > 30000 && n < 60000 && strings.Contains(all, workbook.DateOfSerial(int(n)).Time().Format("02/01/2006")) {
			continue
		}
		if d, ok := workbook.ReadDate(v); ok && slices.Contains(now, strconv.Itoa(d.Serial())) {
			continue
		}
		gone = append(gone, v)
	}
	return gone
}

func TestUpgradeLosesNothing(t *testing.T) {
	for _, name := range olds {
		old, out, _ := upgraded(t, name)
		for _, v := range lost(t, old, out) {
			t.Errorf("%s: %q is lost", name, v)
		}
	}
}

func TestUpgradeTwiceIsTheSame(t *testing.T) {
	for _, name := range olds {
		old, out, _ := upgraded(t, name)
		again, err := Workbook(name, old, Options{})
		if err != nil || !bytes.Equal(out, again.Data) {
			t.Errorf("%s: other bytes the second time (%v)", name, err)
		}
	}
}

// gaps are rules about what an old plan never had: nobody but the council can
// supply it.
var gaps = []string{"required", "row-stray", "key-missing"}

func TestUpgradeComesOutValid(t *testing.T) {
	tests := []struct {
		name  string
		other []string // further rules, and the value that each is about
	}{
		{"flat.xlsx", []string{"date-real ongoing", "date-real end of March"}},
		{"paired.xlsx", []string{"date-real Q3"}},
		{"paired-libreoffice.xlsx", []string{"date-real Q3"}},
		{"word.xlsx", []string{"date-real Monthly"}},
		{"own.xlsx", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, out, _ := upgraded(t, tt.name)
			_, problems := load(t, out)
			var other []string
			for _, p := range problems {
				if !slices.Contains(gaps, p.Rule) {
					other = append(other, p.Rule+" "+p.Value)
				}
			}
			slices.Sort(other)
			slices.Sort(tt.other)
			if diff := cmp.Diff(tt.other, other); diff != "" {
				t.Error(diff)
				for _, p := range problems {
					t.Log(p.Cell, p.Rule, p.Message)
				}
			}
		})
	}
}

func TestUpgradeFlat(t *testing.T) {
	_, out, log := upgraded(t, "flat.xlsx")
	plan, _ := load(t, out)
	if plan.Info.Organisation != "Exampleshire Council" || plan.Info.Title != "Ofsted inspection May 2014: improvement plan" {
		t.Errorf("plan %q of %q", plan.Info.Title, plan.Info.Organisation)
	}
	var areas, actions, findings, people, key []string
	for _, a := range plan.Areas {
		areas = append(areas, a.Ref+" "+a.Name+" | "+a.Owner)
	}
	for _, a := range plan.Actions {
		actions = append(actions, strings.Join([]string{a.Ref, a.Area, strings.Join(a.Findings, ","), a.Owner, a.Raw(workbook.ColDue), a.Status}, " | "))
	}
	for _, f := range plan.Findings {
		findings = append(findings, f.Ref+" "+f.Where+" "+strings.Join(f.Areas, ","))
	}
	for _, p := range plan.People {
		people = append(people, p.Name)
	}
	for _, w := range plan.Key.Words {
		key = append(key, w.Word+" "+w.Means.String())
	}
	for what, pair := range map[string][2][]string{
		"areas": {areas, {"1 Ensure that all children have an up-to-date assessment | ", "2 Improve the quality of supervision | ", "3 Strengthen the voice of the child | Participation Lead"}},
		"actions": {actions, {
			"1.1 | 1 | F1 | Head of Safeguarding | 30/09/2014 | G", "1.2 | 1 | F1 | Head of Safeguarding | 31/12/2014 | A", "1.3 | 1 | F1 | Principal Social Worker and HR | ongoing | R",
			"2.1 | 2 | F2 | Principal Social Worker | end of March | B", "2.2 | 2 | F3 | Assistant Director | 31/03/2015 | Green", "3.1 | 3 | F4 | Participation Lead | 31/03/2015 | G"}},
		"findings": {findings, {"F1 17 (57, 138) 1", "F2 21 2", "F3 22 2", "F4 33 3"}},
		"people":   {people, {"Participation Lead", "Head of Safeguarding", "Principal Social Worker", "Assistant Director"}},
		"key":      {key, {"G on track", "A at risk", "R off track", "B delivered", "Green on track"}},
	} {
		slices.Sort(pair[0])
		slices.Sort(pair[1])
		if diff := cmp.Diff(pair[1], pair[0]); diff != "" {
			t.Errorf("%s:\n%s", what, diff)
		}
	}
	lines := strings.Join(log.lines(), "\n")
	for _, want := range []string{"column D (Lead) → Actions: Owner", "Evidence library → Not carried over", "are guesses", "complete V1", "now real dates: 2"} {
		if !strings.Contains(lines, want) {
			t.Errorf("the log does not say %q:\n%s", want, lines)
		}
	}
}

func TestUpgradePaired(t *testing.T) {
	for _, name := range []string{"paired.xlsx", "paired-libreoffice.xlsx"} {
		_, out, log := upgraded(t, name)
		plan, _ := load(t, out)
		if len(plan.Areas) != 2 || plan.Areas[0].Ref != "1" || plan.Areas[1].Name != "Priority 2: Staying put" {
			t.Fatalf("%s: areas %+v", name, plan.Areas)
		}
		if a := plan.FindAction("1.10"); a == nil || a.Text != "Tenth step of the leadership programme" {
			t.Errorf("%s: 1.10, which Excel made 1.1, is %+v", name, a)
		}
		a := plan.FindAction("2.1")
		if a == nil || a.Status != "Complete" || a.ProgressNote != "Agreed by cabinet" || a.Area != "2" {
			t.Errorf("%s: of two reports the last should be read: %+v", name, a)
		}
		if m := plan.Key.Meaning("In hand"); m != workbook.OnTrack {
			t.Errorf("%s: In hand means %s", name, m)
		}
		if !strings.Contains(strings.Join(log.lines(), " "), `"In hand"`) {
			t.Errorf("%s: nobody is told of a word that could not be guessed: %q", name, log.lines())
		}
	}
}

func TestUpgradeWord(t *testing.T) {
	_, out, _ := upgraded(t, "word.xlsx")
	plan, _ := load(t, out)
	if len(plan.Areas) != 3 || len(plan.Actions) != 3 {
		t.Fatalf("%d areas, %d actions", len(plan.Areas), len(plan.Actions))
	}
	if got := plan.Actions[0].ProgressNote; got != "Standard agreed\nand sent out\nSecond round of comments closed" {
		t.Errorf("a cell that goes on in the next row reads %q", got)
	}
	if plan.Areas[2].Owner != "Head of care" {
		t.Errorf("an area without an action has the owner %q", plan.Areas[2].Owner)
	}
	if m := plan.Key.Meaning("Amber E"); m != workbook.AtRisk {
		t.Errorf("Amber E means %s", m)
	}
}

// TestUpgradeTabs reads a plan with one table for each area, its status shown
// by colour alone.
func TestUpgradeTabs(t *testing.T) {
	_, out, log := upgraded(t, "tabs.xlsx")
	plan, _ := load(t, out)
	var got []string
	for _, a := range plan.Actions {
		got = append(got, strings.Join([]string{a.Ref, a.Area, plan.FindArea(a.Area).Name, a.Status, plan.Key.Meaning(a.Status).String()}, " | "))
	}
	want := []string{"1.1 | 1 | Priority 1 Front door | Green | on track", "1.2 | 1 | Priority 1 Front door | Red | off track", "2.1 | 2 | Priority 2 Care | Amber | at risk", "2.2 | 2 | Priority 2 Care |  | status not known"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if lines := strings.Join(log.lines(), "\n"); !strings.Contains(lines, "now a word: 3") {
		t.Errorf("the log does not speak of colours:\n%s", lines)
	}
}

func TestColourWord(t *testing.T) {
	for rgb, want := range map[string]string{"FF0000": "Red", "FFC7CE": "Red", "C00000": "Red", "FFC000": "Amber", "FFFF00": "Yellow", "FFEB9C": "Amber", "00B050": "Green", "92D050": "Green", "C6EFCE": "Green",
		"0070C0": "Blue", "00B0F0": "Blue", "7030A0": "Purple", "FFFFFF": "", "D9D9D9": "", "": "", "none": ""} {
		if got := colourWord(rgb); got != want {
			t.Errorf("%s is %q, want %q", rgb, got, want)
		}
	}
}

func TestUpgradeOwnSheets(t *testing.T) {
	_, out, log := upgraded(t, "own.xlsx")
	plan, _ := load(t, out)
	if plan.Info.SRO != "Director" || len(plan.Info.DecisionsAsked) != 2 {
		t.Errorf("plan %+v", plan.Info)
	}
	a := plan.FindAction("A1")
	if a == nil || a.Area != "A" || a.Due.String() != "2026-05-31" || a.SuccessMeasure != "All records" {
		t.Errorf("action %+v", a)
	}
	lines := strings.Join(log.lines(), "\n")
	for _, want := range []string{"Acton log, column E (Deadlines) → Actions: Due", "Acton log, column H (Work package) → Not carried over", "Attendance → Not carried over", "(Cost centre) → Not carried over"} {
		if !strings.Contains(lines, want) {
			t.Errorf("the log does not say %q:\n%s", want, lines)
		}
	}
}

// TestUpgradeOfOurOwn: a workbook that needs no upgrade comes out as the same
// plan.
func TestUpgradeOfOurOwn(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("..", "..", "templates", "example.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	content, err := blank.ParseContent(source)
	if err != nil {
		t.Fatal(err)
	}
	old, err := blank.Write(content, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	made, err := Workbook("example.xlsx", old, Options{})
	if err != nil {
		t.Fatal(err)
	}
	out, log := made.Data, made.Log
	before, was := load(t, old)
	after, is := load(t, out)
	if len(was) != len(is) {
		t.Errorf("%d problems before, %d after", len(was), len(is))
		for _, p := range is {
			t.Log(p.Cell, p.Message)
		}
	}
	if len(before.Actions) != len(after.Actions) || len(before.Readings) != len(after.Readings) {
		t.Errorf("%d and %d records before, %d and %d after", len(before.Actions), len(before.Readings), len(after.Actions), len(after.Readings))
	}
	for i, a := range before.Actions {
		for _, c := range workbook.FindSheet(workbook.SheetActions).Columns {
			if a.Raw(c.Heading) != after.Actions[i].Raw(c.Heading) {
				t.Errorf("%s %s: %q became %q", a.Ref, c.Heading, a.Raw(c.Heading), after.Actions[i].Raw(c.Heading))
			}
		}
	}
	// Only the example's own notes on its first sheet have no other place.
	rows := rowsOf(t, out, sheetNotCarried)[4:]
	if log.Kept != len(rows) {
		t.Errorf("%d values kept, %d rows", log.Kept, len(rows))
	}
	for _, row := range rows {
		if row[0] != "Start here" {
			t.Errorf("not carried over: %q", row)
		}
	}
}

func rowsOf(t *testing.T, data []byte, sheet string) [][]string {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestUpgradeRefuses(t *testing.T) {
	x := excelize.NewFile()
	defer x.Close()
	if err := x.SetCellStr("Sheet1", "A1", "Shopping list"); err != nil {
		t.Fatal(err)
	}
	file, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	for reason, data := range map[string][]byte{"no table of actions": file.Bytes(), "not a workbook": []byte("Dear colleague,"), "nothing": nil} {
		if _, err := Workbook("old.xlsx", data, Options{}); err == nil {
			t.Errorf("%s was upgraded", reason)
		}
	}
}

func TestGuessStatus(t *testing.T) {
	tests := []struct {
		word, reason string
		want         workbook.Meaning
		ok           bool
	}{
		{"G", "a letter", workbook.OnTrack, true},
		{" red ", "spaces and case do not matter", workbook.OffTrack, true},
		{"Amber/Red", "of two colours the worse", workbook.OffTrack, true},
		{"Green - on target", "a colour with words behind it", workbook.OnTrack, true},
		{"Amber E", "done but not shown to work must not pass for done", workbook.AtRisk, true},
		{"Blue", "not everywhere embedded", workbook.Delivered, true},
		{"In hand", "an everyday word", workbook.OnTrack, true},
		{"closed – evidence seen", "an everyday word", workbook.Delivered, true},
		{"not due", "an everyday word", workbook.NotStarted, true},
		{"Green - not on track", "words outrank colours", workbook.OffTrack, true},
		{"Open", "says nothing of how it goes", workbook.MeaningUnknown, false},
		{"n/k", "not guessable", workbook.MeaningUnknown, false},
		{"Not started", "two words", workbook.NotStarted, true},
	}
	for _, tt := range tests {
		got, ok := guessStatus(tt.word)
		if got.means != tt.want || ok != tt.ok {
			t.Errorf("%q (%s) means %s, %v", tt.word, tt.reason, got.means, ok)
		}
	}
}

// TestUpgradeKeepsNumberedActions has actions whose words begin like a total's
// and beside which nothing but numbers stands.
func TestUpgradeKeepsNumberedActions(t *testing.T) {
	texts := []string{"Count late visits weekly", "Average time to assess", "Sum up each case file", "Total redesign of the front door"}
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{{"No", "Action", "Lead", "By when", "Progress"}, {1, "Write a standard", "Head of quality", "31/12/2026", "Drafted"}}
	for i, text := range texts {
		rows = append(rows, []any{i + 2, text, nil, 46022})
	}
	rows = append(rows, []any{nil, "Total", nil, nil, 12})
	for i := range rows {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	var old bytes.Buffer
	if err := f.Write(&old); err != nil {
		t.Fatal(err)
	}
	made, err := Workbook("old.xlsx", old.Bytes(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan, _ := load(t, made.Data)
	var got []string
	for _, a := range plan.Actions {
		got = append(got, a.Text)
	}
	if d := cmp.Diff(append([]string{"Write a standard"}, texts...), got); d != "" {
		t.Error(d)
	}
}

// newSheet is a workbook of one sheet.
func newSheet(t *testing.T, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i := range rows {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
