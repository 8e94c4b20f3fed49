package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// cafe is a workbook whose texts have letters beyond ASCII, and a date.
func cafe(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		f.SetSheetName("Sheet1", "Café"), f.SetCellValue("Café", "A1", "Café – “quoted” £5"), f.SetCellValue("Café", "B1", 46300),
		f.SetCellStyle("Café", "B1", "B1", date), f.SetCellValue("Café", "A3", "third"), f.SetCellValue("Café", "B3", "row"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// remade is a workbook with its parts changed.
func remade(t testing.TB, data []byte, edit func(name string, content []byte) (string, []byte)) []byte {
	t.Helper()
	p, err := OpenPackage(data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.parts {
		p.parts[i].name, p.parts[i].content = edit(p.parts[i].name, p.parts[i].content)
	}
	p.parts = slices.DeleteFunc(p.parts, func(part packagePart) bool { return part.name == "" })
	out, err := p.Zip()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// cellsOf is what a workbook's first sheet holds, a line each.
func cellsOf(data []byte) ([]string, error) {
	if err := Accept("plan.xlsx", data); err != nil {
		return nil, err
	}
	b, err := Read(data)
	if err != nil {
		return nil, err
	}
	g, err := b.Grid(b.Sheets[0], LastRow)
	if err != nil {
		return nil, err
	}
	lines := []string{b.Sheets[0].Name}
	for _, r := range g.Rows {
		for _, c := range g.Row(r) {
			date := c.Style < len(b.Formats) && b.Formats[c.Style].Date
			lines = append(lines, fmt.Sprint(r.Number, c.Col, c.Text, date))
		}
	}
	return lines, nil
}

// declaring gives a part a declaration, and encodes it.
func declaring(label string, encode func(string) []byte) func([]byte) []byte {
	return func(content []byte) []byte {
		text := string(content)
		if strings.HasPrefix(text, "<?xml") {
			text = text[strings.Index(text, "?>")+2:]
		}
		return encode(`<?xml version="1.0" encoding="` + label + `"?>` + text)
	}
}

func bigEndian(s string) []byte {
	out := []byte("\xFE\xFF")
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out
}

func littleEndian(s string) []byte {
	b := bigEndian(s)
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return b
}

// windows writes what the sample holds as Windows-1252 does, all else as
// numbered characters.
func windows(s string) []byte {
	var out []byte
	for _, r := range s {
		switch {
		case r < 0x80 || r >= 0xA0 && r < 0x100:
			out = append(out, byte(r))
		case r == '–':
			out = append(out, 0x96)
		case r == '“':
			out = append(out, 0x93)
		case r == '”':
			out = append(out, 0x94)
		default:
			out = append(out, fmt.Sprintf("&#%d;", r)...)
		}
	}
	return out
}

// TestEncodings: each encoding, for each part.
func TestEncodings(t *testing.T) {
	data := cafe(t)
	want, err := cellsOf(data)
	if err != nil {
		t.Fatal(err)
	}
	raw := func(s string) []byte { return []byte(s) }
	var parts []string
	remade(t, data, func(name string, content []byte) (string, []byte) {
		if isMarkup(name) {
			parts = append(parts, name)
		}
		return name, content
	})
	for label, encode := range map[string]func([]byte) []byte{
		"UTF-16 little endian": declaring("UTF-16", littleEndian), "UTF-16 big endian": declaring("utf-16", bigEndian),
		"windows-1252": declaring("windows-1252", windows), "Latin 1 as Windows writes it": declaring("ISO-8859-1", windows),
		"utf8": declaring("utf8", raw), "a mark before UTF-8": declaring("utf-8", func(s string) []byte { return []byte("\xEF\xBB\xBF" + s) }),
		"UTF-8 that says UTF-16": declaring("utf-16", raw),
	} {
		for _, part := range append(parts, "every part") {
			odd := remade(t, data, func(name string, content []byte) (string, []byte) {
				if part == "every part" && isMarkup(name) || name == part {
					content = encode(content)
				}
				return name, content
			})
			got, err := cellsOf(odd)
			if err != nil {
				t.Errorf("%s, %s: %v", label, part, err)
				continue
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %s\n%s", label, part, diff)
			}
			wellFormed(t, odd)
		}
	}
}

// wellFormed opens and packs a workbook, and reads each part as others would.
func wellFormed(t testing.TB, data []byte) {
	t.Helper()
	p, err := OpenPackage(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range p.parts {
		d := xml.NewDecoder(bytes.NewReader(part.content))
		for isMarkup(part.name) {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", part.name, err)
				break
			}
		}
	}
}

// TestOddPackages: what other programs may write, and what is damaged.
func TestOddPackages(t *testing.T) {
	data := cafe(t)
	want, err := cellsOf(data)
	if err != nil {
		t.Fatal(err)
	}
	sheet := func(old, new string) func(string, []byte) (string, []byte) {
		return func(name string, content []byte) (string, []byte) {
			if strings.HasPrefix(name, "xl/worksheets/") {
				if !strings.Contains(string(content), old) {
					t.Fatalf("the sheet has no %s: %s", old, content)
				}
				content = []byte(strings.Replace(string(content), old, new, 1))
			}
			return name, content
		}
	}
	rowOf := func(n string) string {
		text := ""
		remade(t, data, func(name string, content []byte) (string, []byte) {
			if strings.HasPrefix(name, "xl/worksheets/") {
				s := string(content)
				from := strings.Index(s, `<row r="`+n+`"`)
				text = s[from : from+strings.Index(s[from:], "</row>")+6]
			}
			return name, content
		})
		return text
	}
	one, three := rowOf("1"), rowOf("3")
	first, second := strings.Index(three, `<c r="A3"`), strings.Index(three, `<c r="B3"`)
	swapped := func(rows string) func(string, []byte) (string, []byte) {
		return func(name string, content []byte) (string, []byte) {
			if strings.HasPrefix(name, "xl/worksheets/") {
				content = []byte(strings.Replace(strings.Replace(string(content), three, "", 1), one, rows, 1))
			}
			return name, content
		}
	}
	for reason, edit := range map[string]func(string, []byte) (string, []byte){
		"backslashes in names": func(name string, content []byte) (string, []byte) { return strings.ReplaceAll(name, "/", `\`), content },
		"a folder of another name": func(name string, content []byte) (string, []byte) {
			if strings.HasSuffix(name, ".rels") || name == contentTypesPart {
				content = []byte(strings.ReplaceAll(string(content), "xl/", "book/"))
			}
			return strings.Replace(name, "xl/", "book/", 1), content
		},
		"rows out of order":  swapped(three + one),
		"rows without r":     sheet(`<row r="3"`, `<row`),
		"a row in two parts": swapped(three[:second] + "</row>" + one + three[:first] + three[second:]),
	} {
		odd := remade(t, data, edit)
		got, err := cellsOf(odd)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", reason, err, diff)
		}
	}
	for reason, edit := range map[string]func(string, []byte) (string, []byte){
		"no relations of the workbook": func(name string, content []byte) (string, []byte) {
			if name == "xl/_rels/workbook.xml.rels" {
				name = ""
			}
			return name, content
		},
		"a sheet without its relation": func(name string, content []byte) (string, []byte) {
			if name == "xl/_rels/workbook.xml.rels" {
				content = []byte(strings.ReplaceAll(string(content), "relationships/worksheet", "relationships/other"))
				content = []byte(strings.ReplaceAll(string(content), `Id="rId1"`, `Id="rId99"`))
			}
			return name, content
		},
		"letters that are not in UTF-8": func(name string, content []byte) (string, []byte) {
			return name, bytes.ReplaceAll(content, []byte("é"), []byte("\xE9"))
		},
		"an encoding that nobody has": func(name string, content []byte) (string, []byte) {
			if name == "xl/sharedStrings.xml" {
				content = declaring("utf-77", func(s string) []byte { return []byte(s) })(content)
			}
			return name, content
		},
	} {
		if got, err := cellsOf(remade(t, data, edit)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v %q", reason, err, got)
		}
	}
}

// TestBoundedTexts: a text longer than a cell can hold is cut and says so, and
// no way of writing it takes more than a pass over it.
func TestBoundedTexts(t *testing.T) {
	for reason, text := range map[string]string{
		"ampersands": strings.Repeat("&amp;", 1_000_000), "escapes": strings.Repeat("_x0041_", 1_000_000), "almost escapes": strings.Repeat("_x", 2_000_000),
		"letters of two bytes": strings.Repeat("é", 1_000_000), "spaces": strings.Repeat("a ", 1_000_000),
	} {
		for _, shared := range []bool{false, true} {
			data := remade(t, cafe(t), func(name string, content []byte) (string, []byte) {
				switch {
				case shared && name == "xl/sharedStrings.xml":
					content = []byte(strings.Replace(string(content), "<t>third</t>", "<t>"+text+"</t>", 1))
				case !shared && strings.HasPrefix(name, "xl/worksheets/"):
					content = []byte(strings.Replace(string(content), "</row></sheetData>", `<c r="D3" t="inlineStr"><is><t>`+text+`</t></is></c></row></sheetData>`, 1))
				}
				return name, content
			})
			b, err := Read(data)
			if err != nil {
				t.Fatal(err)
			}
			g, err := b.Grid(b.Sheets[0], LastRow)
			if err != nil {
				t.Fatal(err)
			}
			col := 4
			if shared {
				col = 1
			}
			c := g.Cell(col, 3)
			if n := len([]rune(c.Text)); !c.Lost.End || n > mostText || n < mostText-1 {
				t.Errorf("%s, shared %v: %d characters, cut %v", reason, shared, n, c.Lost.End)
			}
		}
	}
}

// TestBoundedWork: texts that many cells share are counted for each of them.
func TestBoundedWork(t *testing.T) {
	var rows strings.Builder
	for n := 1; n <= 2000; n++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>`, n, n)
	}
	data := remade(t, cafe(t), func(name string, content []byte) (string, []byte) {
		s := string(content)
		switch {
		case name == "xl/sharedStrings.xml":
			content = []byte(strings.Replace(s, "<t>", "<t>"+strings.Repeat("long ", 6000), 1))
		case strings.HasPrefix(name, "xl/worksheets/"):
			from, to := strings.Index(s, "<sheetData>")+len("<sheetData>"), strings.Index(s, "</sheetData>")
			content = []byte(s[:from] + rows.String() + s[to:])
		}
		return name, content
	})
	if got, err := cellsOf(data); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%v, %d cells", err, len(got))
	}
}
