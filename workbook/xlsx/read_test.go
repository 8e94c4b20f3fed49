package xlsx

import (
	"bytes"
	"testing"
)

func TestSharedStrings(t *testing.T) {
	tests := []struct{ reason, markup, want string }{
		{"plain", `<si><t>Owner</t></si>`, "Owner"},
		{"formatted in parts", `<si><r><rPr><b/></rPr><t xml:space="preserve">Head </t></r><r><t>of care</t></r></si>`, "Head of care"},
		{"a reading aid is not text", `<si><t>評価</t><rPh sb="0" eb="2"><t>ひょうか</t></rPh></si>`, "評価"},
		{"entities", `<si><t>Q&amp;A &lt;5 &#8217; &#x201C;</t></si>`, "Q&A <5 ’ “"},
		{"escaped line end", `<si><t>one_x000D_
two</t></si>`, "one\ntwo"},
		{"an escape that is none", `<si><t>a_x00</t></si>`, "a_x00"},
		{"literal", `<si><t><![CDATA[1 < 2]]></t></si>`, "1 < 2"},
		{"with a prefix and a comment", `<x:si><!-- no --><x:t>Owner</x:t></x:si>`, "Owner"},
		{"zero-width and non-breaking", "<si><t>\u200b Head\u00a0of care\u00a0</t></si>", "Head of care"},
	}
	for _, test := range tests {
		b := &Book{}
		if err := b.takeStrings([]byte("<sst>" + test.markup + "</sst>")); err != nil || len(b.strings) != 1 || b.strings[0] != test.want {
			t.Errorf("%s: got %q, %v", test.reason, b.strings, err)
		}
	}
}

func TestFormats(t *testing.T) {
	tests := []struct {
		code string
		want Format
	}{
		{"General", Format{}}, {"0.00", Format{}}, {"0%", Format{Percent: true}}, {"dd/mm/yyyy", Format{Date: true}},
		{"mmm-yy", Format{Date: true, Month: true}}, {`[$-809]d mmmm yyyy;@`, Format{Date: true}}, {"[h]:mm", Format{}},
		{`0" days"`, Format{}}, {`mmmm\ yyyy`, Format{Date: true, Month: true}}, {"[Red]0", Format{}}, {`0.0"`, Format{}},
	}
	for _, test := range tests {
		if got := parseFormat(test.code); got != test.want {
			t.Errorf("%s: got %+v, want %+v", test.code, got, test.want)
		}
	}
}

// A workbook of more cells than are read is refused before one is read, also
// where only one sheet of several has them; cells that hold only a format do not
// count.
func TestFit(t *testing.T) {
	cell, blank := []byte(`<c r="A1" t="inlineStr"><is><t>x</t></is></c>`), []byte(`<c r="A1" s="1"/>`)
	few, many := Sheet{XML: append(bytes.Repeat(cell, maxCells/2), bytes.Repeat(blank, maxCells)...)}, Sheet{XML: bytes.Repeat([]byte("<c><v>1</v></c>"), maxCells/2+1)}
	b := &Book{}
	if err := b.Fit(few, few); err != nil {
		t.Error(err)
	}
	if err := b.Fit(few, many); err != errTooMuch {
		t.Errorf("%v", err)
	}
}
