package files

import (
	"strings"
	"testing"

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
		{"a very long name", []string{strings.Repeat("é", 300)}, []string{strings.Repeat("é", 60) + ".xlsx"}},
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
