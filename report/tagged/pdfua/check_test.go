package pdfua_test

import (
	"fmt"
	"strings"
	"testing"

	"actionplan/report/tagged/pdfua"
)

// A file with one of everything, and nothing wrong with it.
const good = `%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R /Lang (en-GB) /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>
 /StructTreeRoot 10 0 R /Metadata 8 0 R /Outlines 30 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1 /Resources <</Font <</F1 5 0 R>>>>>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /Tabs /S /StructParents 0 /Contents 4 0 R /Annots [9 0 R]>> endobj
4 0 obj <</Length 0>>
stream
BT /F1 12 Tf ET
/Artifact <</Type /Pagination>> BDC BT <0042> Tj ET EMC
/H1 <</MCID 0>> BDC BT <00410042> Tj ET EMC
/P <</MCID 1>> BDC BT [<0041> 20 <0042>] TJ ET EMC
/Link <</MCID 2>> BDC BT <0043> Tj ET EMC
/Figure <</MCID 3>> BDC 0 0 m 9 9 l S EMC
/TH <</MCID 4>> BDC BT <0041> Tj ET EMC
/TD <</MCID 5>> BDC BT <0042> Tj ET EMC
/Lbl <</MCID 6>> BDC BT <0041> Tj ET EMC
/LBody <</MCID 7 /ActualText <FEFF0058>>> BDC BT <0042> Tj ET EMC
endstream endobj
5 0 obj <</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Sans /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R>> endobj
6 0 obj <</Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Sans /FontDescriptor <</FontFile2 40 0 R>>>> endobj
7 0 obj <</Length 0>> stream
2 beginbfchar <0041> <0041> <0042> <0042> endbfchar 1 beginbfrange <0043> <0050> <0043> endbfrange
endstream endobj
8 0 obj <</Type /Metadata /Length 0>> stream
<r xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:u="http://www.aiim.org/pdfua/ns/id/"><dc:title>T</dc:title><u:part>1</u:part></r>
endstream endobj
9 0 obj <</Type /Annot /Subtype /Link /Contents (Go) /StructParent 1 /Dest [3 0 R /Fit]>> endobj
10 0 obj <</Type /StructTreeRoot /K 11 0 R /ParentTree <</Nums [0 [12 0 R 13 0 R 14 0 R 15 0 R 18 0 R 19 0 R 22 0 R 23 0 R] 1 14 0 R]>>>> endobj
11 0 obj <</S /Document /P 10 0 R /K [12 0 R 13 0 R 15 0 R 16 0 R 20 0 R]>> endobj
12 0 obj <</S /H1 /P 11 0 R /Pg 3 0 R /K 0>> endobj
13 0 obj <</S /P /P 11 0 R /Pg 3 0 R /K [1 14 0 R]>> endobj
14 0 obj <</S /Link /P 13 0 R /Pg 3 0 R /K [2 <</Type /OBJR /Obj 9 0 R>>]>> endobj
15 0 obj <</S /Figure /P 11 0 R /Pg 3 0 R /Alt (A line) /A <</O /Layout /BBox [0 0 9 9]>> /K <</Type /MCR /MCID 3>>>> endobj
16 0 obj <</S /Table /P 11 0 R /K 17 0 R>> endobj
17 0 obj <</S /TR /P 16 0 R /K [18 0 R 19 0 R]>> endobj
18 0 obj <</S /TH /P 17 0 R /Pg 3 0 R /A <</O /Table /Scope /Row>> /K 4>> endobj
19 0 obj <</S /TD /P 17 0 R /Pg 3 0 R /K 5>> endobj
20 0 obj <</S /L /P 11 0 R /K 21 0 R>> endobj
21 0 obj <</S /LI /P 20 0 R /K [22 0 R 23 0 R]>> endobj
22 0 obj <</S /Lbl /P 21 0 R /Pg 3 0 R /K 6>> endobj
23 0 obj <</S /LBody /P 21 0 R /Pg 3 0 R /K 7>> endobj
30 0 obj <</First 31 0 R /Last 31 0 R /Count 1>> endobj
31 0 obj <</Title (A) /Dest [3 0 R /Fit]>> endobj
40 0 obj <</Length 0>> stream
endstream endobj
trailer <</Root 1 0 R /ID [<00> <00>]>>
`

func TestNothingWrong(t *testing.T) {
	for _, problem := range pdfua.Check([]byte(good)) {
		t.Error(problem)
	}
}

func TestEveryConditionIsFound(t *testing.T) {
	for _, c := range []struct{ change, to, want string }{
		{"/Lang (en-GB)", "", "no Lang"},
		{"/Marked true", "/Marked false", "Marked"},
		{"/DisplayDocTitle true", "", "DisplayDocTitle"},
		{"/ID [<00> <00>]", "", "no ID"},
		{"/Metadata 8 0 R", "", "no XMP"},
		{"<dc:title>T", "<dc:title>", "dc:title"},
		{"<u:part>1", "<u:part>2", "pdfuaid"},
		{"</r>", "", "well formed"},
		{"/Tabs /S", "", "Tabs"},
		{"/StructParents 0", "", "no StructParents"},
		{"/FontFile2 40 0 R", "", "not embedded"},
		{"/ToUnicode 7 0 R", "", "no ToUnicode"},
		{"/ABCDEF+Sans /Encoding", "/Sans /Encoding", "subset's name"},
		{"<0043> Tj", "<0061> Tj", "no character"},
		{"<0043> Tj", "<0000> Tj", "is not in font"},
		{"/StructTreeRoot 10 0 R", "", "no structure tree"},
		{"/Artifact <</Type /Pagination>> BDC BT <0042> Tj ET EMC", "BT <0042> Tj ET", "neither tagged"},
		{"/Artifact <</Type /Pagination>> BDC BT <0042> Tj ET EMC", "1 1 m 2 2 l S", "a drawing is neither"},
		{"/H1 <</MCID 0>> BDC", "/H1 <</MCID 0>> BDC /Artifact BMC EMC", "an artifact inside tagged"},
		{"<</Type /Pagination>> BDC", "<</Type /Pagination>> BDC /P <</MCID 9>> BDC EMC", "tagged content inside an artifact"},
		{"/H1 <</MCID 0>> BDC", "/H1 <</MCID 0>> BDC /P <</MCID 9>> BDC EMC", "tagged content inside tagged"},
		{"9 9 l S EMC", "9 9 l S", "not closed"},
		{"9 9 l S EMC", "9 9 l S EMC EMC", "closes nothing"},
		{"/P <</MCID 1>>", "/P <</MCID 0>>", "used twice"},
		{"/K 0>>", "/K 8>>", "which is not there"},
		{"/K 0>>", "/K []>>", "is in no element"},
		{"/K 0>>", "/K [0 1]>>", "belongs to two"},
		{"[0 [12 0 R 13 0 R", "[0 [13 0 R 12 0 R", "parent tree does not lead"},
		{"1 14 0 R]", "1 13 0 R]", "parent tree does not lead from a link"},
		{"/StructParent 1", "", "parent tree does not lead from a link"},
		{"/Contents (Go)", "", "no Contents"},
		{"<</Type /OBJR /Obj 9 0 R>>", "", "no annotation"},
		{"/StructParent 1 /Dest [3 0 R /Fit]", "/StructParent 1", "leads nowhere"},
		{"/Alt (A line)", "", "alternative text"},
		{"/BBox [0 0 9 9]", "", "no BBox"},
		{"/S /H1 /P 11", "/S /H2 /P 11", "after level 0"},
		{"/S /H1 /P 11", "/S /Title /P 11", "not a standard role"},
		{"/S /Document", "/S /Sect", "one Document"},
		{"/Scope /Row", "", "no Scope"},
		{"/S /TR /P 16", "/S /P /P 16", "inside Table"},
		{"/S /TD /P 17", "/S /P /P 17", "inside TR"},
		{"/S /LI /P 20", "/S /P /P 20", "inside L"},
		{"/S /Lbl /P 21", "/S /Span /P 21", "inside LI"},
		{"/S /LBody /P 21", "/S /Lbl /P 21", "no LBody"},
		{"/S /L /P 11", "/S /P /P 11", "is not inside L"},
		{"/S /TH /P 17", "/S /TD /P 17", "no header cells"},
		{"/P 17 0 R /Pg 3 0 R /K 5", "/P 16 0 R /Pg 3 0 R /K 5", "point back"},
		{"/P 16 0 R /K [18 0 R 19 0 R]", "/P 16 0 R /K [18 0 R 19 0 R 18 0 R]", "reached twice"},
		{"/K 17 0 R>>", "/K [17 0 R <</S /TR /P 16 0 R>>]>>", "a row of 0"},
		{"/Outlines 30 0 R", "", "no outline"},
		{"/Count 1>> endobj\n31", ">> endobj\n31", "no Count"},
		{"/Title (A) /Dest [3 0 R /Fit]", "/Title (A)", "bookmark"},
		{"/Title (A)", "/Title (A) /Next 31 0 R", "circle"},
		{"/Last 31 0 R", "/Last 30 0 R", "do not end"},
		{"/Root 1 0 R", "", "no catalog"},
	} {
		changed := strings.Replace(good, c.change, c.to, 1)
		if changed == good {
			t.Errorf("%q is not in the file", c.change)
		}
		if got := strings.Join(pdfua.Check([]byte(changed)), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%q for %q gives %q, not %q", c.to, c.change, got, c.want)
		}
	}
}

func TestTree(t *testing.T) {
	tree := pdfua.Tree([]byte(good))
	var out strings.Builder
	var walk func(n *pdfua.Node, indent string)
	walk = func(n *pdfua.Node, indent string) {
		fmt.Fprintf(&out, "%s%s %q %q %s %d\n", indent, n.Role, n.Text, n.Alt, n.Scope, n.Page)
		for _, k := range n.Kids {
			walk(k, indent+" ")
		}
	}
	walk(tree.Kids[0], "")
	want := `Document "" ""  0
 H1 "AB" ""  1
 P "AB" ""  1
  Link "C" ""  1
 Figure "" "A line"  1
 Table "" ""  0
  TR "" ""  0
   TH "A" "" Row 1
   TD "B" ""  1
 L "" ""  0
  LI "" ""  0
   Lbl "A" ""  1
   LBody "X" ""  1
`
	if out.String() != want {
		t.Errorf("the tree is\n%s", out.String())
	}
	if got := tree.All(); got != "AB ABC A B A X" {
		t.Errorf("all of it reads %q", got)
	}
	if got := pdfua.PageText([]byte(good), 1); !strings.HasPrefix(got, "AB AB C") {
		t.Errorf("the page reads %q", got)
	}
}

func FuzzTree(f *testing.F) {
	f.Add([]byte(good))
	for _, s := range []string{"", "%PDF", "1 0 obj <<", "1 0 obj [[[[", "1 0 obj <</Length 99>> stream", "trailer <</Root 1 0 R>> 1 0 obj 1 0 R",
		"1 0 obj <</Type /Catalog /Pages 1 0 R /Kids [1 0 R] /StructTreeRoot 1 0 R /K 1 0 R>> endobj trailer <</Root 1 0 R>>", "1 0 obj (\\", "1 0 obj <4", "1 0 obj /#"} {
		f.Add([]byte(s))
	}
	for i := range len(good) / 97 {
		f.Add([]byte(good[:i*97]))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		pdfua.Tree(data).All()
		pdfua.Tree(data).Find("P")
		pdfua.Check(data)
	})
}
