package drop

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// desk is a window without a system: commands answer as they are told to, and
// what is run, said and opened is kept.
type desk struct {
	answers map[string]Result // by command
	ran     []string
	said    []string
	opened  []string
	dates   map[string]string
}

func (d *desk) window() Window {
	kinds := map[string]Thing{"plan": Plan, "old": Plan, "new": Plan, "return": Return, "letter": Letter, "folder": Folder}
	return Window{
		Run: func(args ...string) Result {
			d.ran = append(d.ran, strings.Join(args, " "))
			return d.answers[args[0]]
		},
		Look: func(path string) Thing {
			return kinds[strings.TrimRight(strings.TrimSuffix(path, ".xlsx"), "0123456789")]
		},
		Open: func(path string) error { d.opened = append(d.opened, path); return nil },
		Say:  func(line string) { d.said = append(d.said, line) },
		Date: func(path string) string { return d.dates[path] },
	}
}

func found(code, errors, warnings string) Result {
	r := Result{Stdout: `{"counts":{"error":` + errors + `,"warning":` + warnings + `,"advice":7}}`}
	if code == "1" {
		r.Code = 1
	}
	return r
}

func TestOnePlan(t *testing.T) {
	for _, c := range []struct {
		reason string
		check  Result
		tables Result
		opened string
		code   int
		says   string
	}{
		{"a clean plan opens its paper", found("0", "0", "0"), Result{}, "plan-board.pdf", 0, "plan.xlsx: nothing needs attention."},
		{"warnings are told, and the paper opened", found("0", "0", "2"), Result{}, "plan-board.pdf", 0, "plan.xlsx: 0 errors and 2 warnings."},
		{"errors open the marked copy", found("1", "3", "1"), Result{Code: 1}, "plan-marked.xlsx", 1, "plan.xlsx: 3 errors and 1 warning."},
	} {
		d := &desk{answers: map[string]Result{"check": c.check, "tracker": c.tables, "briefing": c.tables}}
		if code := d.window().Files([]string{"plan.xlsx"}); code != c.code {
			t.Errorf("%s: code %d", c.reason, code)
		}
		if !slices.Equal(d.opened, []string{c.opened}) {
			t.Errorf("%s: opened %q", c.reason, d.opened)
		}
		if !slices.Contains(d.said, c.says) || len(d.said) > 5 {
			t.Errorf("%s: said %q", c.reason, d.said)
		}
	}
}

// What somebody has saved since is not replaced: that is told, and the rest is
// made all the same.
func TestWhatCannotBeReplacedIsTold(t *testing.T) {
	refused := Result{Code: 2, Stderr: "actionplan: plan-tracker.xlsx is already there and has been saved since\n"}
	d := &desk{answers: map[string]Result{"check": found("0", "0", "0"), "tracker": refused}}
	if code := d.window().Files([]string{"plan.xlsx"}); code != 2 {
		t.Errorf("code %d", code)
	}
	if !slices.Contains(d.said, "plan-tracker.xlsx is already there and has been saved since") || !slices.Equal(d.opened, []string{"plan-board.pdf"}) {
		t.Errorf("said %q, opened %q", d.said, d.opened)
	}
}

func TestWhatGoesTogether(t *testing.T) {
	for _, c := range []struct {
		reason string
		paths  []string
		ran    string // the first command, "" for none
	}{
		{"a letter", []string{"letter"}, "draft letter -o letter-plan.xlsx"},
		{"letters", []string{"letter1", "letter2"}, "draft letter1 letter2 -o letter1-plan.xlsx"},
		{"two plans, the later first", []string{"new.xlsx", "old.xlsx"}, "compare old.xlsx new.xlsx -o new-changes.html"},
		{"two plans that do not say", []string{"plan1.xlsx", "plan2.xlsx"}, "compare plan1.xlsx plan2.xlsx -o plan2-changes.html"},
		{"a plan and what came back", []string{"return1.xlsx", "plan.xlsx", "return2.xlsx"}, "collect plan.xlsx return1.xlsx return2.xlsx -o plan-collected.xlsx"},
		{"a plan and the folder of what came back", []string{"plan.xlsx", "folder"}, "collect plan.xlsx folder -o plan-collected.xlsx"},
		{"a folder", []string{"folder"}, "portfolio folder -o folder-portfolio.pdf"},
		{"three plans", []string{"plan1.xlsx", "plan2.xlsx", "plan3.xlsx"}, ""},
		{"two plans and a folder", []string{"plan1.xlsx", "plan2.xlsx", "folder"}, ""},
		{"a return alone", []string{"return.xlsx"}, ""},
		{"a plan and a letter", []string{"plan.xlsx", "letter"}, "draft letter --into plan.xlsx -o plan-with-letter.xlsx"},
		{"a plan and letters", []string{"letter1", "plan.xlsx", "letter2"}, "draft letter1 letter2 --into plan.xlsx -o plan-with-letter.xlsx"},
		{"a letter and two plans", []string{"letter", "plan1.xlsx", "plan2.xlsx"}, ""},
		{"a letter and a folder", []string{"letter", "folder"}, ""},
		{"a photograph", []string{"holiday.jpg"}, ""},
	} {
		d := &desk{dates: map[string]string{"old.xlsx": "2026-01-01", "new.xlsx": "2026-02-01"}}
		code := d.window().Files(c.paths)
		got := ""
		if len(d.ran) > 0 {
			got = d.ran[0]
		}
		if got != c.ran {
			t.Errorf("%s: ran %q, want %q", c.reason, got, c.ran)
		}
		if c.ran == "" && (code != 2 || !strings.Contains(strings.Join(d.said, " "), Takes)) {
			t.Errorf("%s: code %d, said %q", c.reason, code, d.said)
		}
	}
}

func TestMenu(t *testing.T) {
	d := &desk{answers: map[string]Result{"check": found("0", "0", "0")}}
	d.window().Menu(strings.NewReader("1\n2\n3\n\"plan.xlsx\"\n\nnever read\n"))
	want := []string{"new plan.xlsx", "new example plan.xlsx --example", "--help", "check plan.xlsx --format json --annotate plan-marked.xlsx"}
	if len(d.ran) < len(want) || !slices.Equal(d.ran[:len(want)], want) {
		t.Errorf("ran %q", d.ran)
	}
	if slices.ContainsFunc(d.ran, func(s string) bool { return strings.Contains(s, "never") }) {
		t.Error("read on after Enter alone")
	}
}

func TestDraggedPaths(t *testing.T) {
	for line, want := range map[string][]string{
		`plan.xlsx`:                      {"plan.xlsx"},
		`"our plan.xlsx"`:                {"our plan.xlsx"},
		`"our plan.xlsx" other.xlsx`:     {"our plan.xlsx", "other.xlsx"},
		`a.xlsx "b c.xlsx"  "d e.pdf"`:   {"a.xlsx", "b c.xlsx", "d e.pdf"},
		`"never closed.xlsx`:             {"never closed.xlsx"},
		`C:\Plans\our.xlsx D:\b.xlsx`:    {`C:\Plans\our.xlsx`, `D:\b.xlsx`},
		`"\\share\our plans\a.xlsx"`:     {filepath.Clean(`\\share\our plans\a.xlsx`)},
		`/Users/our\ plan\ \(2\).xlsx `:  {"/Users/our plan (2).xlsx"},
		`'/home/our plan’s.xlsx' b.xlsx`: {"/home/our plan’s.xlsx", "b.xlsx"},
		`C:\Plans\(old)\our.xlsx`:        {`C:\Plans\(old)\our.xlsx`},
		`Dave's.xlsx Ann's.xlsx`:         {"Dave's.xlsx", "Ann's.xlsx"},
	} {
		separator := '/'
		if strings.Contains(line, `:\`) || strings.Contains(line, `\\`) { // of Windows
			separator = '\\'
		}
		if got := dragged(line, separator); !slices.Equal(got, want) {
			t.Errorf("%s: %q", line, got)
		}
	}
}

// A file that can't be opened is named, so that somebody opens it themselves.
func TestNothingToOpenWith(t *testing.T) {
	d := &desk{answers: map[string]Result{"check": found("0", "0", "0")}}
	w := d.window()
	w.Open = func(string) error { return errors.New("no program for it") }
	w.Files([]string{"plan.xlsx"})
	if last := d.said[len(d.said)-1]; last != "Open plan-board.pdf yourself: no program for it" {
		t.Errorf("said %q", last)
	}
}
