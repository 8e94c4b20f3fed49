package xlsx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// handMade is a workbook file of a given sheet, with the least around it. main
// stands for the attributes of workbookPr.
func handMade(t *testing.T, main, sheet string) []byte {
	t.Helper()
	const space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + typesXML + `"><Override PartName="/xl/workbook.xml" ContentType="` + types + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + types + `worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="` + types + `styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + relationsXML + `"><Relationship Id="r1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + space + `" xmlns:r="` + rel + `"><workbookPr` + main + `/><sheets><sheet name="Actions" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + relationsXML + `"><Relationship Id="r1" Type="` + rel + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + rel + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", `<x:styleSheet xmlns:x="` + space + `"><x:fonts count="1"><x:font/></x:fonts><x:cellXfs count="3"><x:xf numFmtId="0"/><x:xf numFmtId="14"/><x:xf numFmtId="49" fontId="0"><x:alignment wrapText="1"/></x:xf></x:cellXfs></x:styleSheet>`},
		{"xl/worksheets/sheet1.xml", sheet},
	} {
		to, err := w.Create(p[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write([]byte(p[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSetCells(t *testing.T) {
	const open, shut = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`, `</worksheet>`
	const day = 46300 // 5 October 2026
	in := func(col, row int) Cell { return Cell{Sheet: "Actions", Col: col, Row: row} }
	for _, c := range []struct {
		reason, main, sheet string
		changes             []CellChange
		want                string
		recalculated        bool
	}{
		{reason: "a cell keeps its format, and the others their bytes", sheet: `<sheetData><row r="1"><c r="A1" s="2" t="s"><v>0</v></c><c   r="B1"/></row></sheetData>`,
			changes: []CellChange{{Cell: in(1, 1), Text: "<b> & _x0041_"}}, want: `<sheetData><row r="1"><c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">&lt;b&gt; &amp; _x005F_x0041_</t></is></c><c   r="B1"/></row></sheetData>`},
		{reason: "an emptied cell keeps its format", sheet: `<sheetData><row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row></sheetData>`,
			changes: []CellChange{{Cell: in(1, 1)}}, want: `<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>`},
		{reason: "a day in a format of days", sheet: `<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>`,
			changes: []CellChange{{Cell: in(1, 1), Day: day}}, want: `<sheetData><row r="1"><c r="A1" s="1"><v>46300</v></c></row></sheetData>`},
		{reason: "a day in a format of text gets one of its own", sheet: `<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>`,
			changes: []CellChange{{Cell: in(1, 1), Day: day}}, want: `<sheetData><row r="1"><c r="A1" s="3"><v>46300</v></c></row></sheetData>`},
		{reason: "a workbook that counts from 1904", main: ` date1904="1"`, sheet: `<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>`,
			changes: []CellChange{{Cell: in(1, 1), Day: day}}, want: `<sheetData><row r="1"><c r="A1" s="1"><v>44838</v></c></row></sheetData>`},
		{reason: "rows between, behind and in an empty sheet", sheet: `<dimension ref="A1:B5"/><sheetData><row r="1"/><row r="5"/></sheetData>`,
			changes: []CellChange{{Cell: in(3, 7), Text: "c"}, {Cell: in(1, 3), Text: "b"}, {Cell: in(1, 1), Text: "a"}},
			want: `<dimension ref="A1:C7"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c></row>` +
				`<row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve">b</t></is></c></row><row r="5"/><row r="7"><c r="C7" t="inlineStr"><is><t xml:space="preserve">c</t></is></c></row></sheetData>`},
		{reason: "an empty sheet", sheet: `<sheetData/>`, changes: []CellChange{{Cell: in(1, 2), Text: "b"}, {Cell: in(1, 1), Text: "a"}},
			want: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">b</t></is></c></row></sheetData>`},
		{reason: "cells without addresses are given them", sheet: `<sheetData><row><c><v>1</v></c><c s="1"/></row></sheetData>`, changes: []CellChange{{Cell: in(2, 1), Text: "x"}, {Cell: in(4, 1), Text: "y"}},
			want: `<sheetData><row><c r="A1"><v>1</v></c><c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">x</t></is></c><c r="D1" t="inlineStr"><is><t xml:space="preserve">y</t></is></c></row></sheetData>`},
		{reason: "a stored height goes, one that somebody set stays", sheet: `<sheetData><row r="1" spans="1:2" ht="15" foo:dyDescent="0.2"/><row r="2" ht="40" customHeight="1"/></sheetData>`,
			changes: []CellChange{{Cell: in(1, 1), Text: "x"}, {Cell: in(1, 2), Text: "y"}},
			want:    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row><row r="2" ht="40" customHeight="1"><c r="A2" t="inlineStr"><is><t xml:space="preserve">y</t></is></c></row></sheetData>`},
		{reason: "a bare cell looks like that of another row, or of its column", sheet: `<cols><col min="2" max="2" style="2"/></cols><sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>`,
			changes: []CellChange{{Cell: in(1, 2), Text: "x", Like: 1}, {Cell: in(2, 2), Text: "y", Like: 1}},
			want:    `<cols><col min="2" max="2" style="2"/></cols><sheetData><row r="1"><c r="A1" s="1"/></row><row r="2"><c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">x</t></is></c><c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">y</t></is></c></row></sheetData>`},
		{reason: "the last of two changes counts, and formulas are worked out anew", sheet: `<sheetData><row r="1"><c r="A1"/><c r="B1"><f>A1</f><v>0</v></c></row></sheetData>`, recalculated: true,
			changes: []CellChange{{Cell: in(1, 1), Text: "x"}, {Cell: in(1, 1), Text: "y"}},
			want:    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">y</t></is></c><c r="B1"><f>A1</f><v>0</v></c></row></sheetData>`},
	} {
		t.Run(c.reason, func(t *testing.T) {
			out, err := SetCells("plan.xlsx", handMade(t, c.main, open+c.sheet+shut), c.changes)
			if err != nil {
				t.Fatal(err)
			}
			p, err := OpenPackage(out)
			if err != nil {
				t.Fatal(err)
			}
			if got := string(p.get("xl/worksheets/sheet1.xml")); got != open+c.want+shut {
				t.Errorf("got  %s\nwant %s", got, open+c.want+shut)
			}
			if got := strings.Contains(string(p.get(p.main)), `<calcPr fullCalcOnLoad="1"/>`); got != c.recalculated {
				t.Errorf("formulas are worked out anew: %v", got)
			}
			if _, err := Read(out); err != nil {
				t.Errorf("it cannot be read again: %v", err)
			}
		})
	}
}

func TestSetCellsWithPrefixes(t *testing.T) {
	const open = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>`
	out, err := SetCells("plan.xlsx", handMade(t, "", open+`<x:row r="1"><x:c r="A1" s="2"/></x:row></x:sheetData></x:worksheet>`),
		[]CellChange{{Cell: Cell{Sheet: "Actions", Col: 1, Row: 1}, Day: 46300}, {Cell: Cell{Sheet: "Actions", Col: 2, Row: 2}, Text: "a < b"}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := OpenPackage(out)
	if err != nil {
		t.Fatal(err)
	}
	want := open + `<x:row r="1"><x:c r="A1" s="3"><x:v>46300</x:v></x:c></x:row><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t xml:space="preserve">a &lt; b</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
	if got := string(p.get("xl/worksheets/sheet1.xml")); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	styles := string(p.get("xl/styles.xml"))
	for _, part := range []string{`<x:numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>`, `<x:cellXfs count="4">`, `<x:xf numFmtId="164" fontId="0" applyNumberFormat="1"><x:alignment wrapText="1"/></x:xf></x:cellXfs>`} {
		if !strings.Contains(styles, part) {
			t.Errorf("the styles lack %s: %s", part, styles)
		}
	}
}

func TestSetNothing(t *testing.T) {
	data := []byte("anything")
	if out, err := SetCells("plan.xlsx", data, nil); err != nil || &out[0] != &data[0] {
		t.Errorf("without a change the file has to come back as it is: %v", err)
	}
}
