package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook/seal"
	"actionplan/workbook/xlsx"
)

// zipOf is an archive with these parts: name, content, and so on.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		to, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func compound(stream string) []byte {
	b := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 504)...)
	for i := range len(stream) {
		b = append(b, stream[i], 0)
	}
	return b
}

func TestRefusals(t *testing.T) {
	plan := smallPlan(t).bytes()
	foreign := newFixture(t).sheet("Budget", rows{{"Code", "Amount"}, {"x", 1}}).bytes()
	actions, err := xlsx.OpenPackage(newFixture(t).sheet("Actions", rows{{"Ref", "Area", "Action", "Owner", "Due", "Status"}, {"1.1", "A1", "Train", "Lead", "2026-09-30", "On track"}}).bytes())
	if err != nil {
		t.Fatal(err)
	}
	tracker, err := actions.Sealed(seal.KindTracker)
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(tracker))
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellValue("Actions", "F2", "At risk"); err != nil {
		t.Fatal(err)
	}
	saved, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		reason string
		name   string
		data   []byte
		kind   error
		says   string
	}{
		{"nothing in it", "plan.xlsx", nil, xlsx.ErrNotWorkbook, "empty"},
		{"a CSV file", "plan.xlsx", []byte("Ref,Area\r\n1.1,A1\r\n"), xlsx.ErrNotWorkbook, "CSV"},
		{"text beyond ASCII", "plan.csv", []byte("R\u00e9f;Area\n"), xlsx.ErrNotWorkbook, "CSV"},
		{"a web page", "plan.xlsx", []byte("<html><table><tr><td>1</td></tr></table></html>"), xlsx.ErrNotWorkbook, "web page"},
		{"a spreadsheet of 2003", "plan.xlsx", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`), xlsx.ErrNotWorkbook, "2003"},
		{"a PDF", "plan.xlsx", []byte("%PDF-1.7\n"), xlsx.ErrNotWorkbook, "PDF"},
		{"noise", "plan.xlsx", []byte{1, 2, 3, 0, 200}, xlsx.ErrNotWorkbook, "not an Excel workbook"},
		{"an old workbook", "plan.xls", compound("Workbook"), xlsx.ErrNotWorkbook, ".xls"},
		{"an older workbook", "plan.xls", compound("Book"), xlsx.ErrNotWorkbook, ".xls"},
		{"an old document", "plan.xls", compound("WordDocument"), xlsx.ErrNotWorkbook, "Word"},
		{"a password", "plan.xlsx", compound("EncryptedPackage"), xlsx.ErrPassword, "password"},
		{"LibreOffice's own format", "plan.ods", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"), xlsx.ErrNotWorkbook, ".ods"},
		{"a Word document renamed", "plan.xlsx", zipOf(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"), xlsx.ErrNotWorkbook, "Word"},
		{"a presentation renamed", "plan.xlsx", zipOf(t, "[Content_Types].xml", "<x/>", "ppt/presentation.xml", "<x/>"), xlsx.ErrNotWorkbook, "PowerPoint"},
		{"a binary workbook", "plan.xlsb", zipOf(t, "[Content_Types].xml", "<x/>", "xl/workbook.bin", "x"), xlsx.ErrNotWorkbook, ".xlsb"},
		{"an archive", "plan.zip", zipOf(t, "plan.xlsx", string(plan)), xlsx.ErrNotWorkbook, "zip"},
		{"half a file", "plan.xlsx", plan[:len(plan)/2], xlsx.ErrDamaged, "damaged"},
		{"a byte changed", "plan.xlsx", flipped(plan), xlsx.ErrDamaged, "damaged"},
		{"a workbook without its parts", "plan.xlsx", zipOf(t, "[Content_Types].xml", "<x/>", "xl/other.xml", "<x/>"), xlsx.ErrDamaged, "damaged"},
		{"sheets that share one part", "plan.xlsx", sharing(t, plan), xlsx.ErrDamaged, "damaged"},
		{"Excel's lock file", "~$plan.xlsx", []byte("\x05Staff"), xlsx.ErrLockFile, "lock file"},
		{"what was made from a plan", "plan-tracker.xlsx", tracker, ErrNotPlan, "tracker"},
		{"the same, saved by its readers", "plan-tracker.xlsx", saved.Bytes(), ErrNotPlan, "tracker"},
		{"somebody else's workbook", "budget.xlsx", foreign, ErrNotPlan, "upgrade"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			p, problems, err := Load(test.name, test.data)
			if err == nil || p != nil || problems != nil {
				t.Fatalf("accepted")
			}
			if !errors.Is(err, test.kind) {
				t.Errorf("is not %q: %v", test.kind, err)
			}
			if !strings.Contains(err.Error(), test.says) || strings.Contains(err.Error(), "\n") {
				t.Errorf("says %q, not %q", err, test.says)
			}
		})
	}
}

// sharing makes every sheet of a workbook the same part.
func sharing(t testing.TB, data []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/_rels/workbook.xml.rels" {
			content = regexp.MustCompile(`worksheets/sheet\d+\.xml`).ReplaceAll(content, []byte("worksheets/sheet1.xml"))
		}
		parts = append(parts, f.Name, string(content))
	}
	return zipOf(t, parts...)
}

// flipped changes a byte in the packed data of the first part.
func flipped(data []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		panic(err)
	}
	at, err := z.File[0].DataOffset()
	if err != nil {
		panic(err)
	}
	c := bytes.Clone(data)
	c[at+int64(z.File[0].CompressedSize64)/2] ^= 0x55
	return c
}

// stating is an archive of parts that hold packed and state another size.
func stating(t testing.TB, size uint64, packed []byte, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range parts {
		to, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: size})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(packed); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBombs: a small file that unpacks to very much costs next to nothing,
// whether it states its size or not.
func TestBombs(t *testing.T) {
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(make([]byte, 32<<20)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	const mb = 1 << 20
	for _, test := range []struct {
		reason string
		data   []byte
		kind   error
	}{
		{"four sheets of 60 MB", stating(t, 60*mb, nil, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"), xlsx.ErrTooLarge},
		{"styles of 60 MB", stating(t, 60*mb, nil, "xl/worksheets/sheet1.xml", "xl/styles.xml"), xlsx.ErrTooLarge},
		{"more than can be counted", stating(t, 1<<63, nil, "xl/worksheets/sheet1.xml"), xlsx.ErrTooLarge},
		{"a false size", stating(t, 100, packed.Bytes(), "xl/worksheets/sheet1.xml", "xl/workbook.xml"), xlsx.ErrDamaged},
	} {
		t.Run(test.reason, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, _, err := Load("plan.xlsx", test.data)
			runtime.ReadMemStats(&after)
			if !errors.Is(err, test.kind) {
				t.Errorf("got %v", err)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 8<<20 {
				t.Errorf("used %d MB", used>>20)
			}
		})
	}
}

// TestLoneValueFarDown: a value in Excel's last cell costs nothing.
func TestLoneValueFarDown(t *testing.T) {
	f := smallPlan(t)
	f.rawCell("Actions", "", `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)
	f.rawCell("Areas", "", `<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row>`)
	data := f.bytes()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, problems, err := Load("plan.xlsx", data)
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
		t.Errorf("used %d MB", used>>20)
	}
	found := false
	for _, p := range problems {
		found = found || p.Cell.String() == "Areas!A1048576"
	}
	if !found {
		t.Errorf("the value in the last row is not reported: %v", problems)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("plan.xlsx", smallPlan(f).bytes())
	f.Add("plan.xlsx", fullPlan(f).bytes())
	f.Add("plan.xlsx", compound("Workbook"))
	f.Add("~$x", []byte("PK\x03\x04"))
	if data, err := os.ReadFile("testdata/messy-libreoffice.xlsx"); err == nil {
		f.Add("plan.xlsx", data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		p, _, err := Load(name, data)
		if (p == nil) == (err == nil) {
			t.Fatalf("a plan or an error, never both or neither: %v %v", p, err)
		}
	})
}

// FuzzSheet reads arbitrary markup as a sheet of a plan: what is inside an
// archive is out of FuzzLoad's reach, because changed bytes break the archive
// first.
func FuzzSheet(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>x</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`))
	f.Add([]byte(`<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t='b'><x:f>A1&lt;2</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`))
	f.Add([]byte(`<worksheet><!-- a --><sheetData><row r="7"><c r="C7" s="9"><v><![CDATA[5]]></v></c></row></sheetData></worksheet>`))
	plan := fullPlan(f).bytes()
	z, err := zip.NewReader(bytes.NewReader(plan), int64(len(plan)))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, markup []byte) {
		var changed bytes.Buffer
		w := zip.NewWriter(&changed)
		for _, part := range z.File {
			if part.Name != "xl/worksheets/sheet3.xml" {
				if err := w.Copy(part); err != nil {
					t.Fatal(err)
				}
				continue
			}
			to, err := w.Create(part.Name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := to.Write(markup); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		p, _, err := Load("plan.xlsx", changed.Bytes())
		if (p == nil) == (err == nil) {
			t.Fatalf("a plan or an error, never both or neither: %v %v", p, err)
		}
	})
}

// A plan of more actions than anything is made of is refused by its number, and
// the largest that is not is no matter to tell.
func TestTooMany(t *testing.T) {
	plan := fullPlan(t).bytes()
	loaded, _, err := Load("plan.xlsx", plan)
	if err != nil {
		t.Fatal(err)
	}
	n := len(loaded.Actions)
	if _, _, err := LoadWith("plan.xlsx", plan, LoadOptions{MostActions: n}); err != nil {
		t.Error(err)
	}
	want := fmt.Sprintf("it has more than %d actions, and papers and workbooks are made of no more; keep what is closed in a workbook of its own", n-1)
	if _, _, err := LoadWith("plan.xlsx", plan, LoadOptions{MostActions: n - 1}); err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}
