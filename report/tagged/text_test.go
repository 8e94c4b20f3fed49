package tagged

import (
	"crypto/sha256"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ reason, in, want string }{
		{"plain text stays", "Actions due", "Actions due"},
		{"empty stays empty", "", ""},
		{"line ends become one kind", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"},
		{"accents are composed", "cafe\u0301 w\u0302", "café ŵ"},
		{"controls go", "a\x00b\x07c\x7fd", "abcd"},
		{"tabs are spaces", "a\tb", "a b"},
		{"zero-width and soft hyphens go", "a\u200bb\u00adc\ufeffd\u200de", "abcde"},
		{"direction marks go", "\u202eabc\u202c\u2067d\u2069", "abcd"},
		{"variation selectors go", "✔\ufe0f", "✔"},
		{"no-break spaces stay", "1\u00a0May", "1\u00a0May"},
		{"broken UTF-8 is shown", "a\xffb", "a\uFFFDb"},
		{"emoji stay for the record", "ok 😀", "ok 😀"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.reason, c.in, got, c.want)
		}
	}
}

// breakText breaks text into lines as wide as so many letters x.
func breakText(s string, letters float64) []string {
	d := New(Options{})
	style := Style{Size: 10, Leading: 12}
	width := letters * lineWidth(d.glyphs(Text("x"), style))
	var out []string
	for _, line := range breakLines(d.glyphs(Text(s), style), width) {
		out = append(out, lineText(line))
	}
	return out
}

func lineText(line []glyph) string {
	var b strings.Builder
	for _, g := range line {
		b.WriteRune(g.written())
	}
	return b.String()
}

func TestBreakLines(t *testing.T) {
	for _, c := range []struct {
		reason, in string
		letters    float64
		want       []string
	}{
		{"nothing", "", 5, nil},
		{"it fits", "xx xx", 5, []string{"xx xx"}},
		{"at a space, which stays at the end of the line", "xxx xxx xxx", 4, []string{"xxx ", "xxx ", "xxx"}},
		{"spaces hang", "xxx    xxx", 3, []string{"xxx    ", "xxx"}},
		{"after a hyphen", "xxx-xxx", 5, []string{"xxx-", "xxx"}},
		{"after a slash", "xxx/xxx", 5, []string{"xxx/", "xxx"}},
		{"not after a minus", "xxx -xx", 6, []string{"xxx ", "-xx"}},
		{"not within a date", "xxx 31/03/2023", 11, []string{"xxx ", "31/03/2023"}},
		{"between the slashes of an address never", "xxxx://xx", 6.5, []string{"xxxx://", "xx"}},
		{"a word wider than the column at the last letter that fits", "xx xxxxxxxx x", 5, []string{"xx ", "xxxxx", "xxx x"}},
		{"never at a no-break space", "xx xx\u00a0xx", 6, []string{"xx ", "xx\u00a0xx"}},
		{"a break that was asked for", "x\nx\n\nx", 9, []string{"x\n", "x\n", "\n", "x"}},
		{"a letter keeps its accent", "xxxxq\u0303", 4, []string{"xxxx", "q\u0303"}},
		{"even one that takes room", "xxxxq\u065a", 5.5, []string{"xxxx", "q\u065a"}},
		{"a column narrower than a letter", "xx", 0.1, []string{"x", "x"}},
		{"a space alone", " ", 1, []string{" "}},
	} {
		if got := breakText(c.in, c.letters); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q breaks into %q, want %q", c.reason, c.in, got, c.want)
		}
	}
}

func TestLongWordBreaks(t *testing.T) {
	lines := breakText(strings.Repeat("x", 10_000), 10)
	if len(lines) != 1000 {
		t.Errorf("10,000 letters at 10 a line make %d lines", len(lines))
	}
}

func TestWidthsAreThoseOfTheFile(t *testing.T) {
	f := gofpdf.New("P", "mm", "A4", "")
	for _, face := range newFaces() {
		f.AddUTF8FontFromBytes(face.key, "", face.ttf)
		f.SetFont(face.key, "", 10)
		for r := rune(' '); r <= 0xFFFD; r++ {
			if w, ok := face.advance(r); ok && w != f.GetStringSymbolWidth(string(r)) {
				t.Fatalf("%s %U: %d, the file says %d", face.name, r, w, f.GetStringSymbolWidth(string(r)))
			}
		}
	}
}

func TestFallbackFaces(t *testing.T) {
	d := New(Options{})
	for _, c := range []struct {
		r     rune
		bold  bool
		face  uint8
		found bool
	}{
		{'a', false, faceRegular, true}, {'ŵ', true, faceBold, true}, {'✓', false, faceSymbols, true},
		{'☐', true, faceSymbolsBold, true}, {'\u2011', false, faceSymbols, true},
		{'漢', false, faceSymbols, false}, {'😀', true, faceSymbolsBold, false},
	} {
		drawn, face, w, found := d.faceFor(c.r, c.bold)
		if face != c.face || found != c.found || w == 0 || found != (drawn == c.r) {
			t.Errorf("%q: face %d, width %d, found %v", c.r, face, w, found)
		}
	}
}

func TestVisualOrder(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"abc שלום def", "abc םולש def"},
		{"(שלום) abc", "(םולש) abc"},
		{"שלום abc", "םולש abc"},
	} {
		d := New(Options{})
		glyphs := d.glyphs(Text(c.in), Style{Size: 10, Leading: 12})
		if got := lineText(visualOrder(glyphs)); got != c.want {
			t.Errorf("%q is drawn as %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFontsAreNotChanged(t *testing.T) {
	sum := func() (out [][32]byte) {
		for _, f := range newFaces() {
			out = append(out, sha256.Sum256(f.ttf))
		}
		return out
	}
	before := sum()
	d := New(Options{Title: "t", Lang: "en"})
	d.Add(Words(Style{Size: 10, Leading: 12}, "a ✓ �"))
	if _, err := d.Output(); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(before, sum()) {
		t.Error("drawing changed a font's bytes, which other documents share")
	}
}

func TestLooksAreDrawn(t *testing.T) {
	d := New(Options{Title: "t", Lang: "en"})
	red := Color{R: 255}
	d.Add(Para{Style: Style{Size: 10, Leading: 12}, Runs: []Run{{Text: "a"}, {Text: "b", Color: &red}}},
		Words(Style{Size: 22, Leading: 26, Color: red}, "c"))
	d.flush()
	d.closeMark()
	drawn, err := d.draw()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{" 10.00 Tf", " 22.00 Tf", "1.000 0.000 0.000 rg"} {
		if !strings.Contains(string(drawn), want) {
			t.Errorf("no %q is drawn", want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "plain words", "a-b/c d", "e\u0301\u0301\u0301", "😀漢字", "שלום abc (123)", "\r\n\t\x00", "x\xff", strings.Repeat("x", 300), " \u00a0 "} {
		f.Add(s, 20.0)
	}
	d := New(Options{})
	style := Style{Size: 10, Leading: 12}
	f.Fuzz(func(t *testing.T, s string, width float64) {
		clean := Clean(s)
		if !utf8.ValidString(clean) || !norm.NFC.IsNormalString(clean) {
			t.Errorf("Clean(%q) = %q", s, clean)
		}
		if Clean(clean) != clean {
			t.Errorf("cleaning %q twice differs", s)
		}
		var joined strings.Builder
		for _, line := range breakLines(d.glyphs(Text(s), style), width) {
			joined.WriteString(lineText(line))
			if w := lineWidth(line); w > width+tolerance && letters(line) > 1 {
				t.Errorf("line %q is %g wide, not %g", lineText(line), w, width)
			}
			if visual := visualOrder(line); len(visual) != len(line) {
				t.Errorf("%q loses letters from right to left", lineText(line))
			}
		}
		if joined.String() != clean {
			t.Errorf("%q breaks into %q", clean, joined.String())
		}
	})
}

// letters counts what a line must hold even when it is too narrow: one letter
// with its accents.
func letters(line []glyph) int {
	n := 0
	for _, g := range line {
		if g.r != ' ' && g.r != '\n' && !unicode.Is(unicode.Mn, g.r) {
			n++
		}
	}
	return n
}

// TestPlainTextIsClean: what is taken for plain is what cleaning leaves alone.
func TestPlainTextIsClean(t *testing.T) {
	for r := range rune(0x3000) {
		s := "a" + string(r) + "b"
		if !isPlain(s) {
			continue
		}
		if clean := norm.NFC.String(strings.Map(visible, lineEnds.Replace(s))); clean != s {
			t.Errorf("%U is taken for plain and becomes %q", r, clean)
		}
	}
	for _, s := range []string{"", "plain", "two\nlines", "‘quoted’ – £5 é"} {
		if !isPlain(s) {
			t.Errorf("%q is not taken for plain", s)
		}
	}
	for _, s := range []string{"\xff", "e\u0301", "soft\u00adhyphen", "tab\t", "\u2028"} {
		if isPlain(s) {
			t.Errorf("%q is taken for plain", s)
		}
	}
}

// TestParagraphsAreKept: what was laid out is not laid out again, but for text that
// lacks a letter, which each pass has to say.
func TestParagraphsAreKept(t *testing.T) {
	style := Style{Size: 10, Leading: 12}
	const plain, lacking = "two words of a paragraph", "a letter \U0001F600 that no font has"
	first := New(Options{})
	lines := first.linesOf(Text(plain), style, 20)
	first.linesOf(Text(lacking), style, 20)
	if len(first.settings.lines) != 1 {
		t.Errorf("%d paragraphs are kept, want the one without a substitution", len(first.settings.lines))
	}
	second := New(Options{})
	second.settings = first.settings
	if again := second.linesOf(Text(plain), style, 20); &again[0][0] != &lines[0][0] {
		t.Error("a paragraph is laid out again")
	}
	for _, other := range [][][]glyph{second.linesOf(Text(plain), style, 30), second.linesOf([]Run{Bold(plain)}, style, 20)} {
		if &other[0][0] == &lines[0][0] {
			t.Error("another width or weight has the same lines")
		}
	}
	second.linesOf(Text(lacking), style, 20)
	if len(second.Substitutions()) != 1 {
		t.Errorf("substitutions %v", second.Substitutions())
	}
	first.settings.kept = mostKept
	first.linesOf(Text("no more room"), style, 20)
	if len(first.settings.lines) != 3 {
		t.Errorf("%d paragraphs are kept past the most", len(first.settings.lines))
	}
}
