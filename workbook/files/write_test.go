package files

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"actionplan/workbook/seal"
)

func put(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func get(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWrite(t *testing.T) {
	ours := string(seal.HTML([]byte("<html><body>a</body></html>"), "briefing"))
	changed := strings.Replace(ours, "<body>a", "<body>b", 1)
	for _, c := range []struct {
		reason  string
		old     string // "" for no file
		out     Out
		refused string // part of the error, "" if it is written
		kept    string
	}{
		{"a new file is written", "", Out{}, "", ""},
		{"what we wrote is replaced", ours, Out{}, "", ""},
		{"what somebody has saved since is not", changed, Out{}, "has been saved since", ""},
		{"somebody else's file is not", "theirs", Out{}, "was not written by this program", ""},
		{"with --force it is, and the old one is kept", "theirs", Out{Force: true}, "", "theirs"},
		{"what we wrote needs no keeping", ours, Out{Force: true}, "", ""},
		{"what people type into is never replaced", "typed", Out{Typed: true}, "may hold somebody's work", ""},
		{"not even if we wrote it", ours, Out{Typed: true}, "may hold somebody's work", ""},
		{"with --force it is, and kept", "typed", Out{Typed: true, Force: true}, "", "typed"},
		{"the same bytes are left alone", "new", Out{Typed: true}, "", ""},
	} {
		t.Run(c.reason, func(t *testing.T) {
			dir := t.TempDir()
			c.out.Path, c.out.Data = filepath.Join(dir, "out.html"), []byte("new")
			if c.old != "" {
				put(t, c.out.Path, c.old)
			}
			checked := c.out.Check()
			kept, err := c.out.Write()
			if c.refused != "" {
				if err == nil || !strings.Contains(err.Error(), c.refused) || checked == nil {
					t.Errorf("got %v and beforehand %v, want %q", err, checked, c.refused)
				}
				if got := get(t, c.out.Path); got != c.old {
					t.Errorf("the old file became %q", got)
				}
				return
			}
			if err != nil || checked != nil || get(t, c.out.Path) != "new" {
				t.Fatalf("not written: %v, beforehand %v", err, checked)
			}
			if c.kept != "" && get(t, kept) != c.kept || c.kept == "" && kept != "" {
				t.Errorf("kept as %q", kept)
			}
			entries, _ := os.ReadDir(dir)
			for _, e := range entries {
				if strings.HasSuffix(e.Name(), ".tmp") {
					t.Errorf("%s was left behind", e.Name())
				}
			}
		})
	}
}

func TestNeverTheInput(t *testing.T) {
	dir := t.TempDir()
	input := put(t, filepath.Join(dir, "plan.xlsx"), "plan")
	link := filepath.Join(dir, "link.xlsx")
	hard := filepath.Join(dir, "hard.xlsx")
	spellings := []string{input, filepath.Join(dir, ".", "x", "..", "plan.xlsx")}
	if os.Symlink(input, link) == nil {
		spellings = append(spellings, link)
	}
	if os.Link(input, hard) == nil {
		spellings = append(spellings, hard)
	}
	for _, s := range spellings {
		_, err := Out{Path: s, Data: []byte("new"), Inputs: []string{input}, Force: true}.Write()
		if err == nil || !strings.Contains(err.Error(), "never changed") && !strings.Contains(err.Error(), "no folder") {
			t.Errorf("%s: %v", s, err)
		}
	}
	if get(t, input) != "plan" {
		t.Error("the input was changed")
	}
}

func TestOldFilesAreAllKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.xlsx")
	put(t, path, "first")
	for _, text := range []string{"second", "third"} {
		if _, err := (Out{Path: path, Data: []byte(text), Typed: true, Force: true}).Write(); err != nil {
			t.Fatal(err)
		}
	}
	if a, b := get(t, Beside(path, ".bak.xlsx")), get(t, Beside(path, ".bak-2.xlsx")); a != "first" || b != "second" {
		t.Errorf("kept %q and %q", a, b)
	}
}

func TestReadRefuses(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "plan.xlsx"), "x")
	for _, c := range []struct{ path, want string }{
		{filepath.Join(dir, "nothing.xlsx"), "there is no file"},
		{filepath.Join(dir, "Plan"), "did you mean"},
		{dir, "is a folder"},
	} {
		if _, err := Read(c.path); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.path, err, c.want)
		}
	}
	if data, err := Read(filepath.Join(dir, "plan.xlsx")); err != nil || !bytes.Equal(data, []byte("x")) {
		t.Errorf("%q, %v", data, err)
	}
}
