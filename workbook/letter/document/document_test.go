package document

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/workbook/words"
)

// The letters in testdata were written for these tests as HTML, and made into
// PDF and Word by LibreOffice.

func mustRead(t testing.TB, name string) *Document {
	t.Helper()
	data, err := os.ReadFile(at(name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Read(name, data)
	if err != nil {
		t.Fatal(name, err)
	}
	return doc
}

// at is where a letter of the tests stands. One is a sample too.
func at(name string) string {
	if name == "letter.pdf" {
		return filepath.Join("..", "..", "..", "samples", name)
	}
	return filepath.Join("testdata", name)
}

// shape is what every format can tell of a block.
func shape(doc *Document) []string {
	var list []string
	for _, b := range doc.Blocks {
		mark := ""
		if b.Label != "" {
			mark = strings.Repeat("*", max(b.Level, 1)) + " "
		}
		list = append(list, mark+b.Text)
	}
	return list
}

func TestOneLetterInEveryFormat(t *testing.T) {
	word := shape(mustRead(t, "focused-visit.docx"))
	if len(word) < 35 {
		t.Fatalf("only %d blocks", len(word))
	}
	for _, name := range []string{"focused-visit.md", "focused-visit.txt"} {
		if diff := cmp.Diff(word, shape(mustRead(t, name))); diff != "" {
			t.Errorf("%s reads otherwise than the Word document (-docx +this):\n%s", name, diff)
		}
	}
	// LibreOffice's PDF has the signature's lines in one paragraph.
	pdf := mustRead(t, "letter.pdf")
	if !pdf.Tagged || pdf.Pages != 2 {
		t.Errorf("tagged %v, pages %d", pdf.Tagged, pdf.Pages)
	}
	if diff := cmp.Diff(strings.Join(word, " "), strings.Join(shape(pdf), " ")); diff != "" {
		t.Errorf("the PDF reads otherwise than the Word document:\n%s", diff)
	}
}

func TestTables(t *testing.T) {
	for _, name := range []string{"area-send.pdf", "area-send.docx"} {
		doc := mustRead(t, name)
		at := slices.IndexFunc(doc.Blocks, func(b Block) bool { return b.Text == "NHS Exampleshire Integrated Care Board" && b.Row == 2 })
		if at < 0 {
			t.Fatalf("%s: the responsible body is lost", name)
		}
		if b := doc.Blocks[at]; b.Table != 1 || b.Col != 2 {
			t.Errorf("%s: %v stands in table %d, column %d", name, b.Text, b.Table, b.Col)
		}
	}
}

// TestWithoutTags: the same PDF without its structure is read by its lines.
func TestWithoutTags(t *testing.T) {
	data, err := os.ReadFile(at("letter.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.ReplaceAll(data, []byte("/StructTreeRoot"), []byte("/NoStructuralKey"[:15]))
	doc, err := Read("x.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Tagged {
		t.Fatal("the structure is still found")
	}
	want := strings.Fields(strings.Join(shape(mustRead(t, "letter.pdf")), " "))
	got := strings.Fields(strings.Join(shape(doc), " "))
	if diff := cmp.Diff(strings.Join(withoutMarks(want), " "), strings.Join(withoutMarks(got), " ")); diff != "" {
		t.Errorf("other words:\n%s", diff)
	}
	for _, text := range []string{"Headline findings", "What needs to improve in this area of social work practice?", "families know what comes next."} {
		if !slices.ContainsFunc(doc.Blocks, func(b Block) bool { return b.Text == text }) {
			t.Errorf("%q is no block of its own", text)
		}
	}
}

func withoutMarks(words []string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return strings.Trim(w, "*") == "" })
}

// made is a PDF put together by hand, for what LibreOffice never writes.
type made struct{ objects []string }

func (m *made) add(body string) int {
	m.objects = append(m.objects, body)
	return len(m.objects)
}

func (m *made) stream(dict, body string) int {
	return m.add(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(body), body))
}

// bytes writes the file; root is the number of its catalogue.
func (m *made) bytes(root int, trailer string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.5\n")
	for i, body := range m.objects {
		if body != "" {
			fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
		}
	}
	fmt.Fprintf(&out, "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n0\n%%%%EOF\n", len(m.objects)+1, root, trailer)
	return out.Bytes()
}

func packed(text string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.String()
}

// filler makes a page look like one of a letter.
const filler = "This sentence is here so that the page has as many letters as a page of a letter has, and is not taken for a picture."

// page makes a PDF of one page of marked content; the structure's kids are
// given as the markup of elements, whose page is object 4.
func page(content string, kids ...string) []byte {
	m := &made{}
	m.add("<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R>>")
	m.add("<</Type/Pages/Kids[4 0 R]/Count 1>>")
	m.add("<</Type/StructTreeRoot/K[" + strings.Join(kids, " ") + "]>>")
	m.add("<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 6 0 R/F2 7 0 R>>>>>>")
	m.stream("", content)
	m.add("<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>")
	m.add("<</Type/Font/Subtype/TrueType/BaseFont/Arial-BoldMT/Encoding/WinAnsiEncoding>>")
	return m.bytes(1, "")
}

func element(kind, marks string) string {
	return "<</S/" + kind + "/Pg 4 0 R/K[" + marks + "]>>"
}

func shown(mark int, x, y int, text string) string {
	return fmt.Sprintf("/P <</MCID %d>> BDC BT /F1 12 Tf %d %d Td (%s) Tj ET EMC\n", mark, x, y, text)
}

func read(t *testing.T, data []byte) []Block {
	t.Helper()
	doc, err := Read("made.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Blocks
}

func texts(blocks []Block) []string {
	var list []string
	for _, b := range blocks {
		list = append(list, b.Text)
	}
	return list
}

// TestFontIsSavedAcrossQ: Q brings the font back that q saved. A font without
// a map for a curly quote would garble all that follows.
func TestFontIsSavedAcrossQ(t *testing.T) {
	content := "/P <</MCID 0>> BDC BT /F1 12 Tf 50 700 Td (children) Tj ET q BT /F2 12 Tf 98 700 Td (\\222) Tj ET Q BT 104 700 Td (s plans) Tj ET EMC\n" +
		shown(1, 50, 680, filler)
	blocks := read(t, page(content, element("P", "0"), element("P", "1")))
	if got := blocks[0].Text; got != "children’s plans" {
		t.Errorf("%q", got)
	}
	if blocks[0].Bold {
		t.Error("a bold quote makes a paragraph no heading")
	}
}

func TestHyphensAndLines(t *testing.T) {
	content := shown(0, 50, 700, "timely decision-") + shown(1, 50, 686, "making, and short- and") + shown(2, 50, 672, "long-term plans") + shown(3, 50, 640, filler)
	blocks := read(t, page(content, element("P", "0 1 2"), element("P", "3")))
	if got, want := blocks[0].Text, "timely decision-making, and short- and long-term plans"; got != want {
		t.Errorf("%q", got)
	}
}

// TestTailOfAnItemInALabel: Word tags the tail of an item that a page end has
// broken as the label of the next.
func TestTailOfAnItemInALabel(t *testing.T) {
	content := shown(0, 50, 700, "\\225") + shown(1, 64, 700, "Leaders do not know how needs") + shown(2, 64, 686, "will be met.") +
		shown(3, 50, 672, "\\225") + shown(4, 64, 672, "There is variability in plans") + shown(5, 64, 658, "for these children.") + shown(6, 50, 620, filler)
	list := element("L", "") // its items
	list = strings.Replace(list, "K[]", "K["+
		element("LI", element("Lbl", "0")+element("LBody", element("P", "1")))+
		element("LI", element("Lbl", "2 4")+element("LBody", element("P", "3 5")))+"]", 1)
	blocks := read(t, page(content, list, element("P", "6")))
	want := []string{"Leaders do not know how needs will be met.", "There is variability in plans for these children.", filler}
	if diff := cmp.Diff(want, texts(blocks)); diff != "" {
		t.Error(diff)
	}
	if blocks[1].Label != "•" || blocks[1].Kind != Item {
		t.Errorf("%v", blocks[1])
	}
}

func TestFootnotesStandApart(t *testing.T) {
	content := shown(0, 50, 700, "What needs to improve?") + "/P <</MCID 1>> BDC BT /F1 7 Tf 190 704 Td (1) Tj ET EMC\n" + shown(2, 50, 100, "1 A note on where this is said.") + shown(3, 50, 680, filler)
	heading := "<</S/H2/Pg 4 0 R/K[0 " + element("Link", "1") + " " + element("Note", element("P", "2")) + "]>>"
	blocks := read(t, page(content, heading, element("P", "3")))
	if got := blocks[0]; got.Text != "What needs to improve?" || got.Kind != Heading || got.Level != 2 {
		t.Errorf("%v", got)
	}
	if got := blocks[1]; got.Kind != Note {
		t.Errorf("%v", got)
	}
}

// TestFurnitureIsLeftOut: what is marked as an artifact is no text.
func TestFurnitureIsLeftOut(t *testing.T) {
	content := "/Artifact <</Type/Pagination>> BDC BT /F1 9 Tf 50 20 Td (Page 3 of 4) Tj ET EMC\n" + shown(0, 50, 700, filler)
	if got := texts(read(t, page(content, element("P", "0")))); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

// TestStructureBehindXRefStm: Word hides the structure's objects in a stream
// that only /XRefStm leads to.
func TestStructureBehindXRefStm(t *testing.T) {
	m := &made{}
	m.add("<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R>>")
	m.add("<</Type/Pages/Kids[4 0 R]/Count 1>>")
	m.add("") // the root of the structure is in the stream
	m.add("<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>>>")
	m.stream("", shown(0, 50, 700, "Main findings")+shown(1, 50, 680, filler))
	m.add("<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>")
	inner := "<</Type/StructTreeRoot/K[" + element("H2", "0") + element("P", "1") + "]>>"
	head := "3 0 "
	m.stream(fmt.Sprintf("/Type/ObjStm/N 1/First %d/Filter/FlateDecode", len(head)), packed(head+inner))
	doc, err := Read("hybrid.pdf", m.bytes(1, "/XRefStm 99"))
	if err != nil {
		t.Fatal(err)
	}
	if !doc.Tagged || doc.Blocks[0].Kind != Heading {
		t.Errorf("tagged %v: %v", doc.Tagged, doc.Blocks)
	}
}

func TestRefusals(t *testing.T) {
	pdf, err := os.ReadFile(at("letter.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	scan := &made{}
	scan.add("<</Type/Catalog/Pages 2 0 R>>")
	scan.add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	scan.add("<</Type/Page/Parent 2 0 R/Contents 4 0 R>>")
	scan.stream("", "q 600 0 0 800 0 0 cm /Im1 Do Q")
	workbook := zipped(t, "xl/workbook.xml", "<workbook/>")
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"cut.pdf":      {pdf[:len(pdf)*2/3], errCut},
		"locked.pdf":   {scan.bytes(1, "/Encrypt 9 0 R"), errEncrypted},
		"scan.pdf":     {scan.bytes(1, ""), errScan},
		"page2.pdf":    {[]byte("<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html><body>Report</body></html>"), errWebPage},
		"letter.txt":   {[]byte("{\\rtf1\\ansi Letter}"), errRichText},
		"page.pdf":     {[]byte("\n<!DOCTYPE html><html><body>Report</body></html>"), errWebPage},
		"text.pdf":     {[]byte("Dear Director"), errNoLetter},
		"old.doc":      {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), errOldWord},
		"plan.xlsx":    {workbook, errWorkbook},
		"package.docx": {zipped(t, "word/styles.xml", "<styles/>"), errNotWord},
		"broken.docx":  {zipped(t, "word/document.xml", "<w:document><w:body><w:p>"), errCut},
		"empty.txt":    {nil, errEmpty},
		"blank.md":     {[]byte(" \n\n"), errEmpty},
		"picture.txt":  {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), errNoLetter},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read(name, c.data)
			if err == nil {
				t.Fatalf("read %d words", doc.Words())
			}
			var failure *words.Failure
			if !errors.As(err, &failure) || failure.Hint == "" {
				t.Errorf("%v is no failure with a hint", err)
			}
			if !errors.Is(err, c.want) {
				t.Errorf("%v, not %v", err, c.want)
			}
		})
	}
}

// TestPictureWithinThePage: its bytes are no operators.
func TestPictureWithinThePage(t *testing.T) {
	picture := "q BI /W 2 /H 2 /BPC 8 /CS /G ID \x00)]>(<\xff EI Q\n"
	if got := texts(read(t, page(picture+shown(0, 50, 700, filler), element("P", "0")))); len(got) != 1 || got[0] != filler {
		t.Errorf("%q", got)
	}
}

// TestUnclosedString: a string that is never closed ends the page, not the
// program.
func TestUnclosedString(t *testing.T) {
	for _, end := range []string{"[<41", "(never closed", "<<", "[[[", strings.Repeat("[", 1000)} {
		if got := read(t, page(shown(0, 50, 700, filler)+end, element("P", "0"))); len(got) != 1 {
			t.Errorf("%q: %v", end, got)
		}
	}
}

func zipped(t *testing.T, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(text))
	z.Close()
	return b.Bytes()
}

func TestWordLeavesOutWhatIsStruck(t *testing.T) {
	const body = `<w:document xmlns:w="w" xmlns:mc="mc"><w:body><w:p><w:r><w:t>Plans are </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>` +
		`<w:ins><w:r><w:t>always</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> clear.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>` +
		`<mc:AlternateContent><mc:Choice><w:r><w:t> Yes.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> Yes.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p></w:body></w:document>`
	doc, err := Read("x.docx", zipped(t, "word/document.xml", body))
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.Blocks[0].Text; got != "Plans are always clear. Yes." {
		t.Errorf("%q", got)
	}
}

func TestLabels(t *testing.T) {
	for _, c := range []struct{ text, label, rest string }{
		{"• plans", "•", "plans"},
		{"■ plans", "■", "plans"},
		{"\uf0b7 plans", "\uf0b7", "plans"},
		{"12. Children are seen", "12.", "Children are seen"},
		{"o plans", "o", "plans"},
		{"optimistic plans", "", "optimistic plans"},
		{"- plans", "-", "plans"},
		{"-plans", "", "-plans"},
		{"2.1 Adoption", "2.1", "Adoption"},
		{"2014 was a year", "", "2014 was a year"},
		{"(a) plans", "(a)", "plans"},
	} {
		if label, rest := splitLabel(c.text); label != c.label || rest != c.rest {
			t.Errorf("%q parts into %q and %q", c.text, label, rest)
		}
	}
}

func TestTextInOtherCodes(t *testing.T) {
	for name, data := range map[string][]byte{
		"windows": []byte("The child\x92s plan was read in full."),
		"utf16":   append([]byte("\xff\xfe"), utf16le("The child’s plan was read in full.")...),
		"utf8":    []byte("\xef\xbb\xbfThe child’s plan was read in full."),
	} {
		doc, err := Read("x.txt", data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := doc.Blocks[0].Text; got != "The child’s plan was read in full." {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func utf16le(s string) []byte {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return b
}

// TestPagesOfText: a form feed ends a page, and a sentence goes on over it.
func TestPagesOfText(t *testing.T) {
	doc, err := Read("x.txt", []byte("Children are seen by workers who know\n\fthem well.\n\nPlans are clear.\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Blocks) != 2 || doc.Blocks[0].Page != 1 || doc.Blocks[1].Page != 2 {
		t.Errorf("%v", doc.Blocks)
	}
}
