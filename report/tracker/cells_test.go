package tracker

import (
	"strings"
	"testing"
	"unicode/utf16"

	"actionplan/report"
	"actionplan/workbook"
)

func TestCellMarkup(t *testing.T) {
	k := newBook(about{})
	defer k.x.Close()
	tests := []struct {
		reason string
		c      content
		style  int
		want   string
	}{
		{"nothing", content{}, 0, ""},
		{"a look alone", content{}, 3, `<c r="AB7" s="3"></c>`},
		{"words are shared", content{v: "one"}, 3, `<c r="AB7" s="3" t="s"><v>0</v></c>`},
		{"the same words", content{v: "one"}, 0, `<c r="AB7" t="s"><v>0</v></c>`},
		{"no words", content{v: ""}, 0, ""},
		{"a status without a word", content{v: report.Status{}}, 0, `<c r="AB7" t="s"><v>1</v></c>`},
		{"a whole number", content{v: -12}, 0, `<c r="AB7"><v>-12</v></c>`},
		{"a fraction", content{v: 0.25}, 0, `<c r="AB7"><v>0.25</v></c>`},
		{"a day", content{v: workbook.MustDate("2026-10-05")}, 0, `<c r="AB7"><v>46300</v></c>`},
		{"no day", content{v: workbook.Date{}}, 0, ""},
		{"a formula of a number", content{v: 2, formula: "1+1"}, 0, `<c r="AB7"><f>1+1</f><v>2</v></c>`},
		{"a formula of words", content{v: `_x0041_ "b"`, formula: `A1&"b"`}, 0, `<c r="AB7" t="str"><f>A1&amp;&#34;b&#34;</f><v>_x005F_x0041_ &#34;b&#34;</v></c>`},
		{"a formula that gives no day", content{v: workbook.Date{}, formula: `""`}, 0, `<c r="AB7" t="str"><f>&#34;&#34;</f></c>`},
	}
	for _, test := range tests {
		c := cell{col: 28, style: test.style, value: k.valueOf(test.c), formula: test.c.formula}
		if got := string(c.appendTo(nil, "AB", "7")); got != test.want {
			t.Errorf("%s: %s, want %s", test.reason, got, test.want)
		}
	}
}

func TestRowsKeepTheirOrder(t *testing.T) {
	k := newBook(about{})
	defer k.x.Close()
	for _, at := range [][3]int{{3, 2, 1}, {1, 2, 2}, {2, 2, 3}, {3, 2, 4}, {1, 5, 5}} { // column, row, value
		k.put("S", at[0], at[1], 0, content{v: at[2]})
	}
	k.height("S", 3, 18.5)
	const want = `<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c><c r="C2"><v>4</v></c></row><row r="3" ht="18.5" customHeight="true"></row><row r="5"><c r="A5"><v>5</v></c></row>`
	if got := string(k.cells["S"].appendTo(nil)); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestTextIsEscapedAsTheFormatWants compares with the standard library, of each
// byte and of what stands before and after it.
func TestTextIsEscapedAsTheFormatWants(t *testing.T) {
	all := append([]string{"", "plain", "a < b & c > d", "‘quoted’ – £5", "\uFFFE\uFFFF", "\xff\xfe", "tab\tand\r\nline"}, hostile...)
	for b := range 256 {
		all = append(all, "a\"b"+string([]byte{byte(b)})+"<c", string(rune(b)))
	}
	for _, s := range all {
		if got, want := string(appendText(nil, s)), escape(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
}

func TestSharedTexts(t *testing.T) {
	long := strings.Repeat("😀", mostText)
	got := string(sharedTexts([]string{"a", " edge", long}))
	if !strings.HasSuffix(got, "</sst>") || !strings.Contains(got, `count="3"`) || !strings.Contains(got, `<si><t>a</t></si><si><t xml:space="preserve"> edge</t></si>`) {
		t.Errorf("%.200s", got)
	}
	if n := len(utf16.Encode([]rune(fitting(long)))); n > mostText {
		t.Errorf("a cell of %d units", n)
	}
	if fitting("short") != "short" {
		t.Error("what fits is changed")
	}
}
