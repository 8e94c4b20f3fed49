package check

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestPageText(t *testing.T) {
	const page = "# owner-known\n\n*error · can't be waived*\n\nAn owner who is not on the People sheet of the plan.\n\n## Bad\nActions:\n\n| Ref | Owner |\n|---|---|\n| 1.2 | **Locality services manager** |\n| 1.3 | `Head` |\n\n## Why\nA board asks the owner."
	for _, c := range []struct {
		reason string
		style  TextStyle
		want   string
	}{
		{"a page", TextStyle{Width: 40}, `owner-known

error · can't be waived

An owner who is not on the People sheet
of the plan.

Bad
Actions:

Ref  Owner
---  ---------------------------
1.2  > Locality services manager
1.3  Head

Why
A board asks the owner.
`},
		{"cells are broken where lines are short", TextStyle{Width: 24}, `owner-known

error · can't be waived

An owner who is not on
the People sheet of the
plan.

Bad
Actions:

Ref  Owner
---  -------------------
1.2  > Locality services
     manager
1.3  Head

Why
A board asks the owner.
`},
	} {
		if diff := cmp.Diff(c.want, PageText(page, c.style)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
	coloured := PageText(page, TextStyle{Width: 80, Colour: true})
	for _, want := range []string{"\x1b[1mBad\x1b[0m\n", "1.2  \x1b[1mLocality services manager\x1b[0m\n"} {
		if !strings.Contains(coloured, want) {
			t.Errorf("in colour there is no %q in\n%q", want, coloured)
		}
	}
}

// A table with more columns than fit has a line for each cell.
func TestPageTextOfAWideTable(t *testing.T) {
	const page = "| Reference | Responsible | Afterwards |\n|---|---|---|\n| 1.2 | Head of service | **no** |\n| 1.3 |  | yes |"
	want := "Reference: 1.2\nResponsible: Head of\n             service\nAfterwards: > no\n\nReference: 1.3\nAfterwards: yes\n"
	if diff := cmp.Diff(want, PageText(page, TextStyle{Width: 24})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPagesFit: the page of no rule, and no line of the list, is wider than a
// terminal or holds Markdown.
func TestPagesFit(t *testing.T) {
	texts := map[string]string{"the list": List(80)}
	for _, name := range RuleNames() {
		page, err := Explain(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = PageText(page, TextStyle{Width: 80})
	}
	for name, text := range texts {
		for _, line := range strings.Split(text, "\n") {
			if utf8.RuneCountInString(line) > 80 {
				t.Errorf("%s: too wide: %s", name, line)
			}
			if strings.HasPrefix(line, "#") && name != "formula-error" || strings.HasPrefix(line, "|") || strings.Contains(line, "**") || strings.Contains(line, "`") {
				t.Errorf("%s: Markdown: %s", name, line)
			}
		}
	}
}
