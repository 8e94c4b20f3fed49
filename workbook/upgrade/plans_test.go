package upgrade

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/blank"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestPlans reads plans of every shape we know (testdata/plans.py makes them)
// and compares what was made of each with a golden text that somebody has
// looked through.
func TestPlans(t *testing.T) {
	names, err := filepath.Glob("testdata/plans/*.xlsx")
	if err != nil || len(names) < 40 {
		t.Fatalf("%d plans, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			got := described(t, name)
			golden := strings.TrimSuffix(name, ".xlsx") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// described is what an upgrade makes of a workbook, in short.
func described(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	survey, err := workbook.MakeSurvey(filepath.Base(path), data)
	if err != nil {
		t.Fatal(err)
	}
	u := newUpgrade(filepath.Base(path), data, survey, Options{})
	defer u.close()
	if !u.carryAll() {
		t.Fatal(u.noTable())
	}
	u.nameAreas()
	u.fillKey()
	var out strings.Builder
	for _, sheet := range []string{workbook.SheetPlan, workbook.SheetKey, workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions} {
		for _, row := range u.content.Rows[sheet] {
			fmt.Fprintf(&out, "%s: %s\n", sheet, inOrder(sheet, row))
		}
	}
	u.count()
	for _, line := range u.log.lines() {
		fmt.Fprintln(&out, strings.Join(strings.Fields(line), " "))
	}
	fmt.Fprintf(&out, "To decide: %s\n", u.log.Decide())
	return out.String()
}

func inOrder(sheet string, row blank.ContentRow) string {
	headings := []string{blank.HeadingField, blank.HeadingValue}
	if sheet != workbook.SheetPlan {
		headings = nil
		for _, c := range workbook.FindSheet(sheet).Columns {
			headings = append(headings, c.Heading)
		}
	}
	var parts []string
	for _, h := range headings {
		if row[h] != "" {
			parts = append(parts, h+"="+strings.ReplaceAll(row[h], "\n", "⏎"))
		}
	}
	return strings.Join(parts, " | ")
}

// TestPlansLoseNothing looks for every value of some old plans in the new
// ones.
func TestPlansLoseNothing(t *testing.T) {
	for _, name := range []string{"02-school", "06-quarters", "07-transposed", "08-forms", "09-word", "12-digits", "14-struck-date", "24-emoji-text", "29-struck-done", "40-covered", "47-dates"} {
		data, err := os.ReadFile("testdata/plans/" + name + ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		made, err := Workbook(name+".xlsx", data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range lost(t, data, made.Data) {
			t.Errorf("%s: %q is lost", name, v)
		}
	}
}

// TestMap reads a plan whose headings nobody knows, as somebody says, and as
// the made workbook keeps it.
func TestMap(t *testing.T) {
	data, err := os.ReadFile("testdata/plans/22-odd.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := ParseMap("# ours\nOur pledge = Area\nSheet!Where are we at = Action\ncolumn E = -\n")
	if err != nil {
		t.Fatal(err)
	}
	entries = entries[:2]
	made, err := Workbook("22-odd.xlsx", data, Options{Map: entries})
	if err != nil {
		t.Fatal(err)
	}
	plan, _ := load(t, made.Data)
	if len(plan.Areas) != 2 || plan.Areas[0].Name != "Map every team and its demand" || plan.Actions[0].Text != "Has been mapped in four of six teams" {
		t.Errorf("areas %+v, actions %+v", plan.Areas, plan.Actions)
	}
	kept, err := KeptMap("new.xlsx", made.Data)
	if err != nil || len(kept) != 2 || kept[1].String() != "Sheet!Where are we at = Action" {
		t.Errorf("kept %v, %v", kept, err)
	}
	again, err := Workbook("22-odd.xlsx", data, Options{Map: append(kept, Entry{Heading: "Nobody's", To: "Owner", means: workbook.ColOwner})})
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Log.Unused) != 1 || !slices.ContainsFunc(again.Log.Notes, func(n Note) bool { return strings.Contains(n.Text, "no such heading") }) {
		t.Errorf("a mapping that fits nothing is not told: %+v", again.Log.Notes)
	}
	for _, bad := range []string{"Owner", "Who = Boss", "= Owner", "Who = skip", "sheet Plan = Owner"} {
		if _, err := ParseEntry(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
	if text := made.Log.MapFile("actionplan upgrade"); !strings.Contains(text, "Sheet!Our pledge = Area") || !strings.Contains(text, "# What the headings") {
		t.Error(text)
	} else if _, err := ParseMap(text); err != nil {
		t.Errorf("the mapping file cannot be read: %v", err)
	}
}

// TestAsIs takes problems back to the cells of the old plan.
func TestAsIs(t *testing.T) {
	data, err := os.ReadFile("testdata/plans/47-dates.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	made, err := Workbook("47-dates.xlsx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan, problems := load(t, made.Data)
	there, left := made.Problems(plan, problems)
	if len(there) != 1 || there[0].Cell.String() != "Sheet!C5" || there[0].Column != "By when" || left == 0 {
		t.Errorf("%+v, %d left", there, left)
	}
}

func TestNoTableSaysWhatCameNearest(t *testing.T) {
	f := newSheet(t, [][]any{{"Notes of a meeting"}, {"Item", "Lead", "Colour of the door"}, {"1", "Chair", "Blue"}})
	_, err := Workbook("notes.xlsx", f, Options{})
	if err == nil {
		t.Fatal("notes were upgraded")
	}
	for _, want := range []string{"row 2", `"Lead" (Owner)`, `"Colour of the door"`, "--map"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
}

func FuzzStatus(f *testing.F) {
	for _, s := range []string{"Green - not on track", "🟢 fine", "C", "", "Amber/Red", "1 = done"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if g, ok := guessStatus(s); ok == (g.means == workbook.MeaningUnknown) {
			t.Errorf("%q is guessed as %s, %v", s, g.means, ok)
		}
		word, _ := splitReport(s)
		if len([]rune(word)) > longestStatus {
			t.Errorf("%q has the status %q", s, word)
		}
		if ref := fixRef(s); ref != "" && !workbook.IsRef(ref) {
			t.Errorf("%q becomes the ref %q", s, ref)
		}
		if w := shortWord(s); len([]rune(w)) > longestStatus {
			t.Errorf("%q is shortened to %q", s, w)
		}
	})
}

func FuzzParseMap(f *testing.F) {
	f.Add("# x\nWho = Owner\nPlan!column E=Due\nsheet Old = skip")
	f.Add("SHEET İİİİİİİİ = skip") // a letter that is longer when it is small
	f.Fuzz(func(t *testing.T, s string) {
		entries, err := ParseMap(s)
		if err != nil {
			return
		}
		for _, e := range entries {
			if e.means == "" {
				t.Errorf("%q means nothing", e)
			}
		}
	})
}

func TestFixRef(t *testing.T) {
	for in, want := range map[string]string{"H&S 05": "H-S-05", "PR 02": "PR-02", "REC 3(a)": "REC-3-a", "1.1.": "1.1", "1.1.1": "1.1.1", "1.1/1.2": "1.1-1.2", "A–1": "A-1", " ": "", "a ref of far too many letters": ""} {
		if got := fixRef(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
