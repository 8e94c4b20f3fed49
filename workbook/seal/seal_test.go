package seal

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// minimal is the smallest workbook that a spreadsheet program opens.
var minimal = map[string]string{
	"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	"xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`,
	rootRelsPart: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	contentTypesPart: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
}

// zipped zips the parts in the map's order, which is never the same.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func with(parts map[string]string, name, content string) map[string]string {
	all := map[string]string{name: content}
	for k, v := range parts {
		if k != name {
			all[k] = v
		}
	}
	return all
}

func unzipped(t testing.TB, data []byte) map[string]string {
	t.Helper()
	parts, err := partsIn(data)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, p := range parts {
		all[p.Name] = string(p.Content)
	}
	return all
}

func partsIn(data []byte) ([]Part, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var parts []Part
	for _, f := range z.File {
		content, err := readPart(f, mostMarkup)
		if err != nil {
			return nil, err
		}
		parts = append(parts, Part{f.Name, content})
	}
	return parts, nil
}

func partsOf(contents map[string]string) []Part {
	var parts []Part
	for name, content := range contents {
		parts = append(parts, Part{name, []byte(content)})
	}
	return parts
}

func sealed(t testing.TB, parts map[string]string, kind string) []byte {
	t.Helper()
	data, err := Parts(partsOf(parts), kind)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestParts(t *testing.T) {
	data := sealed(t, minimal, "tracker")
	kind, ok := Ours(data)
	if kind != "tracker" || !ok {
		t.Fatalf("Ours = %q, %v for a file just sealed", kind, ok)
	}
	for range 5 {
		if !bytes.Equal(data, sealed(t, minimal, "tracker")) {
			t.Fatal("the same parts in another order gave other bytes")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != contentTypesPart || z.File[1].Name != rootRelsPart {
		t.Errorf("the package starts with %s, %s", z.File[0].Name, z.File[1].Name)
	}
}

func TestPartsAgain(t *testing.T) {
	first := sealed(t, minimal, "tracker")
	second, err := Parts(partsOf(unzipped(t, first)), "comparison")
	if err != nil {
		t.Fatal(err)
	}
	if kind, ok := Ours(second); kind != "comparison" || !ok {
		t.Errorf("sealed twice: Ours = %q, %v", kind, ok)
	}
	if n := strings.Count(unzipped(t, second)[customPart], `name="actionplan"`); n != 1 {
		t.Errorf("sealed twice: %d properties", n)
	}
}

func TestXLSXKeepsProperties(t *testing.T) {
	custom := `<x:Properties xmlns:x="` + customSpace + `" xmlns:v="` + valueSpace + `"><x:property fmtid="` + customFormat +
		`" pid="9" name="Label &lt;1&gt;"><v:lpwstr>Official</v:lpwstr></x:property></x:Properties>`
	parts := with(minimal, "docProps/mine.xml", custom)
	parts = with(parts, rootRelsPart, strings.Replace(minimal[rootRelsPart], "</Relationships>",
		`<Relationship Id="rId7" Type="`+customType+`" Target="/docProps/mine.xml"/></Relationships>`, 1))
	data := sealed(t, parts, "annotated-copy")
	if kind, ok := Ours(data); kind != "annotated-copy" || !ok {
		t.Errorf("Ours = %q, %v", kind, ok)
	}
	after := unzipped(t, data)
	head := strings.TrimSuffix(custom, "</x:Properties>")
	if got := after["docProps/mine.xml"]; !strings.HasPrefix(got, head) || !strings.Contains(got, `pid="10"`) {
		t.Errorf("custom properties became %s", got)
	}
	if _, twice := after[customPart]; twice {
		t.Error("a second part for custom properties was made")
	}
}

func TestOursAfterChange(t *testing.T) {
	tests := []struct {
		reason string
		change func(map[string]string) map[string]string
	}{
		{"a cell was changed", func(p map[string]string) map[string]string {
			return with(p, "xl/worksheets/sheet1.xml", strings.Replace(p["xl/worksheets/sheet1.xml"], ">7<", ">8<", 1))
		}},
		{"a part was added", func(p map[string]string) map[string]string { return with(p, "xl/comments1.xml", "<x/>") }},
		{"a part was renamed", func(p map[string]string) map[string]string {
			all := with(p, "xl/worksheets/sheet2.xml", p["xl/worksheets/sheet1.xml"])
			delete(all, "xl/worksheets/sheet1.xml")
			return all
		}},
		{"another kind was claimed", func(p map[string]string) map[string]string {
			return with(p, customPart, strings.Replace(p[customPart], ">tracker ", ">tracker x", 1))
		}},
		{"the property was taken out", func(p map[string]string) map[string]string {
			return with(p, customPart, strings.Replace(p[customPart], `name="actionplan"`, `name="other"`, 1))
		}},
		{"the relationships are broken", func(p map[string]string) map[string]string { return with(p, rootRelsPart, "<") }},
	}
	parts := unzipped(t, sealed(t, minimal, "tracker"))
	if _, ok := Ours(zipped(t, parts)); !ok {
		t.Fatal("zipping the same parts anew must not matter")
	}
	for _, test := range tests {
		if kind, ok := Ours(zipped(t, test.change(parts))); ok {
			t.Errorf("%s: still ours (%q)", test.reason, kind)
		}
	}
}

// TestOursAfterSaving saves a sealed workbook through another program.
func TestOursAfterSaving(t *testing.T) {
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("openpyxl is not installed")
		}
		t.Skip("openpyxl is not installed")
	}
	name := filepath.Join(t.TempDir(), "sealed.xlsx")
	if err := os.WriteFile(name, sealed(t, minimal, "tracker"), 0o644); err != nil {
		t.Fatal(err)
	}
	save := "import openpyxl, sys; b = openpyxl.load_workbook(sys.argv[1]); assert b['S']['A1'].value == 7; b.save(sys.argv[1])"
	if out, err := exec.Command(python, "-c", save, name).CombinedOutput(); err != nil {
		t.Fatalf("openpyxl: %v\n%s", err, out)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := Ours(data); ok {
		t.Error("still ours after openpyxl saved it")
	}
}

func TestPartsRefuses(t *testing.T) {
	tests := []struct {
		reason, kind string
		parts        map[string]string
	}{
		{"no parts", "tracker", nil},
		{"no workbook", "tracker", map[string]string{"a": "b"}},
		{"a kind with a space could not be told from the hash", "my tracker", minimal},
		{"a kind with two hyphens would end a comment", "a--b", minimal},
	}
	for _, test := range tests {
		if _, err := Parts(partsOf(test.parts), test.kind); err == nil {
			t.Errorf("%s: no error", test.reason)
		}
	}
}

func TestHTML(t *testing.T) {
	page := "<!doctype html>\n<title>Briefing</title>\n"
	data := HTML([]byte(page), "briefing")
	if !strings.HasPrefix(string(data), page) {
		t.Error("the page was changed")
	}
	tests := []struct {
		reason, data string
		ours         bool
	}{
		{"as written", string(data), true},
		{"a letter changed", strings.Replace(string(data), "Briefing", "Briefinh", 1), false},
		{"something appended", string(data) + "<p>", false},
		{"another kind", strings.Replace(string(data), "actionplan briefing", "actionplan letter", 1), true},
		{"no seal", page, false},
		{"nothing", "", false},
		{"an unfinished comment", commentStart, false},
	}
	for _, test := range tests {
		kind, ok := Ours([]byte(test.data))
		if ok != test.ours || ok && kind == "" {
			t.Errorf("%s: Ours = %q, %v", test.reason, kind, ok)
		}
	}
}

// fakePDF is laid out as the briefing's writer lays out its file.
func fakePDF(body string) string {
	id := sha256.Sum256([]byte(body))
	return fmt.Sprintf("%s9 0 obj\n<</Type /XRef /Size 10 /W [1 4 2] /Root 1 0 R /Info 2 0 R /ID [<%X> <%X>] /Length 3>>\nstream\nabc\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		body, id[:16], id[:16], len(body))
}

func TestPDF(t *testing.T) {
	body := "%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n"
	data := fakePDF(body)
	xref := data[len(body):]
	tests := []struct {
		reason, data string
		ours         bool
	}{
		{"as written", data, true},
		{"an object changed", strings.Replace(data, "Catalog", "Catalug", 1), false},
		{"an update appended with the same ID", data + fmt.Sprintf("%sstartxref\n%d\n%%%%EOF\n", xref[:strings.Index(xref, "startxref")], len(data)), false},
		{"cut off", data[:len(data)-9], false},
		{"a cross-reference past the end", strings.Replace(data, fmt.Sprintf("startxref\n%d", len(body)), "startxref\n99999", 1), false},
		{"only a head", "%PDF-1.7\n", false},
	}
	for _, test := range tests {
		if kind, ok := Ours([]byte(test.data)); ok != test.ours || ok && kind != KindBriefing {
			t.Errorf("%s: Ours = %q, %v", test.reason, kind, ok)
		}
	}
}

func TestBounds(t *testing.T) {
	parts := with(minimal, "0", "")
	if kind := WasXLSX(sealed(t, parts, "tracker")); kind != "tracker" {
		t.Errorf("WasXLSX = %q of few parts", kind)
	}
	for i := range mostParts {
		parts[fmt.Sprint(i)] = ""
	}
	if kind := WasXLSX(sealed(t, parts, "tracker")); kind != "" {
		t.Errorf("too many parts: WasXLSX = %q", kind)
	}
	bomb := sealed(t, with(minimal, "xl/big.bin", strings.Repeat("\x00", 1<<20)), "tracker")
	z2, err := zip.NewReader(bytes.NewReader(bomb), int64(len(bomb)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z2.File {
		if f.Name != "xl/big.bin" {
			continue
		}
		if _, err := readPart(f, 1<<20-1); err == nil {
			t.Error("a part one byte too large: no error")
		}
		f.UncompressedSize64 = 10 // a lie
		if got, err := readPart(f, 1<<10); err == nil {
			t.Errorf("a part larger than its header says: %d bytes and no error", len(got))
		}
	}
}

func FuzzOurs(f *testing.F) {
	f.Add([]byte(""))
	f.Add(sealed(f, minimal, "tracker"))
	f.Add(HTML([]byte("<p>x"), "briefing"))
	f.Add([]byte(fakePDF("%PDF-1.7\n")))
	f.Add([]byte("%PDF-1.7\nstartxref\n0\n%%EOF\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if kind, ok := Ours(data); ok && !goodKind(kind) {
			t.Errorf("kind %q", kind)
		}
		parts, err := partsIn(data)
		if err != nil {
			return
		}
		if out, err := Parts(parts, "tracker"); err == nil {
			if _, ok := Ours(out); !ok {
				t.Error("sealed, and not ours")
			}
		}
	})
}
