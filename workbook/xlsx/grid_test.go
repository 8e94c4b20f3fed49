package xlsx

import "testing"

// FuzzGrid reads arbitrary markup as a sheet.
func FuzzGrid(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>x</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`))
	f.Add([]byte(`<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t='b'><x:f>A1&lt;2</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`))
	f.Add([]byte(`<worksheet><!-- a --><sheetData><row r="7"><c r="C7" s="9"><v><![CDATA[5]]></v></c></row></sheetData></worksheet>`))
	f.Fuzz(func(t *testing.T, markup []byte) {
		b := &Book{strings: []string{"shared"}}
		g, err := b.Grid(Sheet{Name: "Actions", XML: markup}, LastRow)
		if (g == nil) == (err == nil) {
			t.Fatalf("cells or an error, never both or neither: %v", err)
		}
	})
}
