package words

import (
	"errors"
	"fmt"
	"testing"
)

// oneSpelling are texts that a reader cannot tell apart, or that a keyboard
// and a word processor spell differently: each line is one word.
var oneSpelling = [][]string{
	{"Children's Services", "children’s services", "  Children‘s \u00a0 SERVICES\n", "Childrenʼs Services", "Children´s Services", "Children′s Services"},
	{`the "front door"`, "The “front door”", "the \u201ffront door\u201d"},
	{"A1-01", "a1–01", "A1—01", "A1‑01", "A1−01", "A1\uff0d01", " A1-01\u202f"},
	{"Zoë", "Zoe\u0308", "ZOË", "zo\u200bë"},
	{"soft", "so\u00adft", "\ufeffsoft"},
	{"and so on...", "and so on…"},
	{"two words", "two\u2003words", "two\r\nwords", "two\t words"},
}

func TestFold(t *testing.T) {
	for i, line := range oneSpelling {
		for _, s := range line {
			if Fold(s) != Fold(line[0]) || FoldName(s) != FoldName(line[0]) || !Same(s, line[0]) {
				t.Errorf("%q folds to %q, %q to %q", s, Fold(s), line[0], Fold(line[0]))
			}
			for j, other := range oneSpelling {
				if i != j && Same(s, other[0]) {
					t.Errorf("%q and %q are the same", s, other[0])
				}
			}
		}
	}
	if FoldName("Jane  Smith") != FoldName("JaneSmith") || Same("Jane Smith", "JaneSmith") {
		t.Error("only names are compared without spaces")
	}
	if got := Clean(" Jane’s \u200b\n plan "); got != "Jane’s plan" {
		t.Errorf("clean is %q", got)
	}
}

func FuzzFold(f *testing.F) {
	for _, line := range oneSpelling {
		for _, s := range line {
			f.Add(s)
		}
	}
	f.Add("İstanbul ẞ Ω K\u212a \u037e \u1fef")
	f.Add("A \u0344 a\u200b\u0308")
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Errorf("%q folds to %q and then to %q", s, once, Fold(once))
		}
		if name := FoldName(s); FoldName(name) != name {
			t.Errorf("name %q folds to %q and then to %q", s, name, FoldName(name))
		}
	})
}

func TestLikely(t *testing.T) {
	colours := []string{"Grey", "White", "Green", "Amber", "Red", "Light blue"}
	owners := []string{"Head of Early Help", "Head of Safeguarding", "Director of Children's Services", "Jane Smith", "Principal Social Worker"}
	for _, tt := range []struct {
		typed string
		names []string
		want  string
	}{
		{"gren", colours, "Green"},
		{"Abmer", colours, "Amber"},
		{"light-blue", colours, "Light blue"},
		{"Purple", colours, ""},
		{"", colours, ""},
		{"A9", []string{"A1", "A2"}, ""}, // every ref is a letter away from every other
		{"a1", []string{"A1"}, "A1"},
		{"A1-1", []string{"A1-01", "A2-01"}, "A1-01"},
		{"Smith, Jane", owners, "Jane Smith"},
		{"Director of Childrens Service", owners, "Director of Children's Services"},
		{"director of children’s services", owners, "Director of Children's Services"},
		{"Principal", owners, "Principal Social Worker"},
		{"Safeguarding head", owners, "Head of Safeguarding"},
		{"principal worker", owners, "Principal Social Worker"},
		{"Head", owners, ""}, // there are two
		{"of", owners, ""},
		{"Finance", owners, ""},
		{"one_page", []string{"board", "one-page", "owner"}, "one-page"},
		{"children in care", []string{"board", "Head of service, children in care"}, "Head of service, children in care"},
		{"scruttiny", []string{"board", "scrutiny"}, "scrutiny"},
	} {
		if got := Likely(tt.typed, tt.names); got != tt.want {
			t.Errorf("%q is probably %q, want %q", tt.typed, got, tt.want)
		}
	}
	for typed, want := range map[string]string{"gren": "Green", "blue light": "", "Amb": "", "": ""} {
		if got := Nearest(typed, colours); got != want {
			t.Errorf("%q goes by %q, want %q", typed, got, want)
		}
	}
	if got := DidYouMean("gren", colours); got != `Did you mean "Green"? ` {
		t.Errorf("the hint begins %q", got)
	}
	if got := DidYouMean("xyzzy", colours); got != "" {
		t.Errorf("the hint begins %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b        string
		limit, want int
	}{
		{"amber", "amber", 2, 0}, {"abmer", "amber", 2, 1}, {"amer", "amber", 2, 1}, {"amberr", "amber", 2, 1},
		{"anbar", "amber", 2, 2}, {"green", "amber", 2, 3}, {"zoë", "zoe", 2, 1}, {"", "ab", 1, 2},
	} {
		if got := Distance(tt.a, tt.b, tt.limit); got != tt.want {
			t.Errorf("%q and %q differ by %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestLikeness(t *testing.T) {
	for _, tt := range []struct {
		a, b []string
		want float64
	}{
		{nil, nil, 0}, {[]string{"a"}, nil, 0}, {[]string{"a", "b"}, []string{"a", "b"}, 1}, {[]string{"a", "b", "c"}, []string{"b"}, 0.5},
	} {
		if got := Likeness(tt.a, tt.b); got != tt.want {
			t.Errorf("%v and %v are %g alike, want %g", tt.a, tt.b, got, tt.want)
		}
	}
	if !SameWords("Smith, Jane", "jane SMITH") || SameWords("Jane Smith", "Jane Smythe") {
		t.Error("the order of the words does not count, their spelling does")
	}
}

func TestNumbers(t *testing.T) {
	for got, want := range map[string]string{
		Count(0, "action", "actions"): "no actions", Count(1, "action", "actions"): "one action", Count(2, "action", "actions"): "2 actions",
		Figures(0, "day", "days"): "0 days", Figures(1, "day", "days"): "1 day", Figures(2, "day", "days"): "2 days",
		Number(0): "none", Number(1): "one", Number(12): "12",
		InWords(0): "zero", InWords(13): "thirteen", InWords(40): "forty", InWords(99): "ninety-nine", InWords(100): "100", InWords(-1): "-1",
		Opening(3): "Three", Opening(100): "In all, 100",
		OpeningCount(1, "area", "areas"): "One area", OpeningCount(21, "area", "areas"): "Twenty-one areas",
		Are(1) + Have(1) + Was(1): "ishaswas", Are(2) + Have(0) + Was(2): "arehavewere",
		Count(1614, "action", "actions"): "1,614 actions", OpeningCount(1614, "action", "actions"): "In all, 1,614 actions", Part(999, 12500, "day", "days"): "999 of 12,500 days", Digits(-2000): "-2,000",
		Days(1): "one day", Days(1444): "1,444 days", Times(1) + Times(2) + Times(3): "oncetwice3 times",
		Percent(1, 1000): "1%", Percent(999, 1000): "99%", Percent(0, 5): "0%", Percent(5, 5): "100%", Percent(1, 8): "13%",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMeasured(t *testing.T) {
	for _, c := range []struct {
		v          float64
		unit, want string
	}{
		{4.55, "days", "4.6"}, {999.94, "", "999.9"}, {1000, "", "1,000"}, {12500, "contacts", "12,500"}, {1234567.89, "", "1,234,567.9"},
		{38, "%", "38%"}, {1100000, "£", "£1,100,000"}, {-2500, "£", "-£2,500"}, {-12500.5, "", "-12,500.5"}, {-0.01, "", "0"},
	} {
		if got := Measured(c.v, c.unit); got != c.want {
			t.Errorf("%v in %q is %s, want %s", c.v, c.unit, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for got, want := range map[string]string{
		And(nil): "", And([]string{"a"}): "a", And([]string{"a", "b"}): "a and b", And([]string{"a", "b", "c"}): "a, b and c",
		Or([]string{"a", "b", "c"}): "a, b or c",
		Some(nil, 2):                "none", Some([]string{"a", "b"}, 2): "a; b", Some([]string{"a", "b", "c", "d"}, 2): "a; b; and 2 more",
		Some([]string{"x", "y", "z"}, 2): "x; y; and one more",
		Capital("élan"):                  "Élan", Capital(""): "", Capital("\xff"): "\xff", Capital("1 day"): "1 day",
		LowerFirst("Children's plan"): "children's plan", LowerFirst("SEND plan"): "SEND plan", LowerFirst("A1 plan"): "A1 plan", LowerFirst("Élan"): "élan", LowerFirst("\xffA"): "\xffA",
		Stop(" Done "): "Done.", Stop("Done."): "Done.", Stop("Done?"): "Done?", Stop(""): "", Stop(`It said "Done."`): `It said "Done".`, Stop(`It said "Done"`): `It said "Done".`,
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestQuotation(t *testing.T) {
	for got, want := range map[string]string{
		Quote("Plan v1.  Final.xlsx"):       `"Plan v1.  Final.xlsx"`,
		Quote(`C:\plans\plan.xlsx`):         `"C:\plans\plan.xlsx"`,
		Quote("a\x1b[31m\nb"):               `"a�[31m�b"`,
		Clip("one  two\nthree", 60):         "one two three",
		Clip("one two three", 8):            "one two…",
		ClipWords("one two three four", 12): "one two …",
		ClipWords("one two", 7):             "one two",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestArgument(t *testing.T) {
	for _, tt := range []struct{ name, unix, windows string }{
		{"plan.xlsx", "plan.xlsx", "plan.xlsx"},
		{"../plans/Zoë_1.xlsx", "../plans/Zoë_1.xlsx", "../plans/Zoë_1.xlsx"},
		{"Plan v1. Final.xlsx", `"Plan v1. Final.xlsx"`, `"Plan v1. Final.xlsx"`},
		{`C:\plans\plan.xlsx`, `'C:\plans\plan.xlsx'`, `C:\plans\plan.xlsx`},
		{`C:\my plans\plan.xlsx`, `'C:\my plans\plan.xlsx'`, `"C:\my plans\plan.xlsx"`},
		{"Children's plan.xlsx", `"Children's plan.xlsx"`, `"Children's plan.xlsx"`},
		{"a$b's.xlsx", `'a$b'\''s.xlsx'`, `"a$b's.xlsx"`},
		{"a&b.xlsx", `"a&b.xlsx"`, `"a&b.xlsx"`},
		{"a,b.xlsx", "a,b.xlsx", `"a,b.xlsx"`},
		{"@plan.xlsx", "@plan.xlsx", `"@plan.xlsx"`},
		{`\\server\plans\plan.xlsx`, `'\\server\plans\plan.xlsx'`, `\\server\plans\plan.xlsx`},
		{"", `""`, `""`},
	} {
		if got := argument(tt.name, false); got != tt.unix {
			t.Errorf("a shell is given %s, want %s", got, tt.unix)
		}
		if got := argument(tt.name, true); got != tt.windows {
			t.Errorf("Windows is given %s, want %s", got, tt.windows)
		}
	}
}

func TestFailure(t *testing.T) {
	kind := errors.New("a kind")
	f := Fail("give another", "there is no %s", Quote("Plan v1. Final.xlsx"))
	f.Kind = kind
	if want := `there is no "Plan v1. Final.xlsx"; give another`; f.Error() != want {
		t.Errorf("%q, want %q", f.Error(), want)
	}
	wrapped := fmt.Errorf("plan.xlsx: %w", f)
	var found *Failure
	if !errors.Is(wrapped, kind) || !errors.As(wrapped, &found) || found.Hint != "give another" {
		t.Error("the kind and the hint are not found")
	}
	if got := Fail("", "nothing").Error(); got != "nothing" {
		t.Errorf("%q", got)
	}
}

func BenchmarkFold(b *testing.B) {
	for _, s := range []string{"on track", "Head of Safeguarding", "Director of Children’s Services"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(s)
			}
		})
	}
}
