package files

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFileNames(t *testing.T) {
	for _, c := range []struct {
		reason string
		owners []string
		want   []string
	}{
		{"plain names stay", []string{"Head of quality"}, []string{"Head of quality.xlsx"}},
		{"no way out of the folder", []string{"../../etc/passwd", `..\boot.ini`, "/root", "C:\\x"}, []string{"etc-passwd.xlsx", "boot.ini.xlsx", "root.xlsx", "C--x.xlsx"}},
		{"what Windows keeps for devices", []string{"CON", "nul.txt", "Com1", "Console"}, []string{"Owner CON.xlsx", "Owner nul.txt.xlsx", "Owner Com1.xlsx", "Console.xlsx"}},
		{"what Windows forbids", []string{`a<b>"c"?*|`, "trailing. ", "tab\tand\nline"}, []string{"abc-.xlsx", "trailing.xlsx", "tab and line.xlsx"}},
		{"what Excel does not open", []string{"[Vacant]"}, []string{"(Vacant).xlsx"}},
		{"names that would be the same on Windows", []string{"A/B", "a-b", "A|B", "A-B (2)"}, []string{"A-B.xlsx", "a-b (2).xlsx", "A-B (3).xlsx", "A-B (2) (2).xlsx"}},
		{"an option, a lock file, a hidden file, nothing", []string{"-o", "~$x", ".hidden", "???"}, []string{"o.xlsx", "$x.xlsx", "hidden.xlsx", "Owner.xlsx"}},
		{"text that turns round", []string{"Head\u202exslx"}, []string{"Headxslx.xlsx"}},
		{"a very long name", []string{strings.Repeat("é", 300)}, []string{strings.Repeat("é", 50) + ".xlsx"}},
	} {
		names := NewNames()
		var got []string
		for _, o := range c.owners {
			got = append(got, names.Next(SafeStem(o), ".xlsx"))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\n%s", c.reason, diff)
		}
	}
}

// TestPlaces: no output takes the place of another, whatever folder each comes
// from and however its name is spelled.
func TestPlaces(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	for _, test := range []struct {
		dir         string
		given, want []string
	}{
		{"", []string{"a/plan-tracker.xlsx", "b/plan-tracker.xlsx", "./a/Plan-tracker.xlsx"}, []string{"a/plan-tracker.xlsx", "b/plan-tracker.xlsx", "a/Plan-tracker (2).xlsx"}},
		{dir, []string{"a/plan-tracker.xlsx", "b/plan-tracker.xlsx"}, []string{dir + "/plan-tracker.xlsx", dir + "/plan-tracker (2).xlsx"}},
	} {
		places := NewPlaces(test.dir)
		for i, given := range test.given {
			if got := places.Of(given); got != filepath.FromSlash(test.want[i]) {
				t.Errorf("%s goes to %s, want %s", given, got, test.want[i])
			}
		}
	}
}

// TestLongNames: whatever is added to a name, it stays one that a disk takes,
// whole letters long, and with a number where it is taken.
func TestLongNames(t *testing.T) {
	for _, letter := range []string{"a", "é", "計", "🙂"} {
		long := strings.Repeat(letter, 245/len(letter))
		names := NewNames()
		made := []string{Beside(long+".xlsx", "-one-page-public.pdf"), Beside(long+".xlsx", ".bak-12.xlsx"), Fit(long, "-"+SafeStem(long)+".docx"),
			names.Next(long+"-tracker", ".xlsx"), names.Next(long+"-tracker", ".xlsx"), SafeStem(long) + " - " + SafeStem(long) + " - 2026-09-30 (12).xlsx"}
		seen := map[string]bool{}
		for _, name := range made {
			if len(name) > mostName || !utf8.ValidString(name) || seen[name] {
				t.Errorf("%d bytes, or not whole, or there already: %s", len(name), name)
			}
			seen[name] = true
			put(t, filepath.Join(t.TempDir(), name), "x")
		}
	}
	if got := Beside("a folder/plan.xlsx", "-tracker.xlsx"); got != "a folder/plan-tracker.xlsx" {
		t.Error(got)
	}
}
