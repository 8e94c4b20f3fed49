package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"unicode/utf8"

	"actionplan/workbook/words"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// plain is a workbook file whose parts are as our readers want them: in UTF-8
// that says so, and named with slashes. Nearly every file is so already and
// comes back as it is. Other programs write UTF-16 (ECMA-376 part 2, 6.2.5
// allows it) and, against the format, Latin encodings and backslashes. The
// error names an encoding that cannot be read.
func plain(data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errDamaged
	}
	odd := false
	for _, f := range z.File {
		odd = odd || strings.Contains(f.Name, `\`)
		if odd || !isMarkup(f.Name) {
			continue
		}
		head, err := headOf(f)
		if err != nil {
			return nil, errDamaged
		}
		odd = encodingOf(head) != ""
	}
	if !odd {
		return data, nil
	}
	return rewritten(z)
}

// rewritten packs the parts anew.
func rewritten(z *zip.Reader) ([]byte, error) {
	p := &Package{}
	for _, f := range z.File {
		content, err := readPart(f)
		if err != nil {
			return nil, errDamaged
		}
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if isMarkup(name) {
			if content, err = inUTF8(name, content); err != nil {
				return nil, err
			}
		}
		p.parts = append(p.parts, packagePart{name, content})
	}
	return p.Zip()
}

// isMarkup is true of the parts that are read as markup.
func isMarkup(part string) bool {
	part = strings.ToLower(part)
	return strings.HasSuffix(part, ".xml") || strings.HasSuffix(part, ".rels") || strings.HasSuffix(part, ".vml")
}

// mostHead is more than any declaration takes.
const mostHead = 256

func headOf(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, mostHead))
}

var declaredEncoding = words.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']`)

// encodingOf is the encoding of a part by its first bytes, "" for UTF-8 that is
// called so: XML 1.0, appendix F.
func encodingOf(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("<\x00")):
		return "utf-16le"
	case bytes.HasPrefix(head, []byte("\xFE\xFF")), bytes.HasPrefix(head, []byte("\x00<")):
		return "utf-16be"
	}
	m := declaredEncoding.FindSubmatch(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")))
	if m == nil || strings.EqualFold(string(m[1]), "utf-8") {
		return ""
	}
	return strings.ToLower(string(m[1]))
}

// inUTF8 is a part in UTF-8 that is declared as such.
func inUTF8(name string, content []byte) ([]byte, error) {
	label := encodingOf(content[:min(len(content), mostHead)])
	switch {
	case label == "":
		return content, nil
	case bytes.HasPrefix(content, []byte("\xEF\xBB\xBF")), strings.HasPrefix(label, "utf-16") && bytes.HasPrefix(content, []byte("<?")), label == "utf8", label == "utf_8":
		// It is single bytes, whatever it says of itself.
	default:
		from, err := encodingNamed(label)
		if err != nil {
			return nil, Refuse(ErrDamaged, "open it in Excel and save it again as an Excel Workbook (.xlsx)", "a part of the file, %s, is in the encoding %s, which cannot be read", name, shortLabel(label))
		}
		if content, err = from.NewDecoder().Bytes(content); err != nil || bytes.ContainsRune(content, utf8.RuneError) {
			return nil, errEncoding
		}
	}
	content = bytes.TrimPrefix(content, []byte("\xEF\xBB\xBF"))
	if m := declaredEncoding.FindSubmatchIndex(content[:min(len(content), 2*mostHead)]); m != nil {
		content = append(append(append([]byte{}, content[:m[2]]...), "UTF-8"...), content[m[3]:]...)
	}
	return content, nil
}

func encodingNamed(label string) (encoding.Encoding, error) {
	switch label {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	}
	return htmlindex.Get(label)
}

var errEncoding = Refuse(ErrDamaged, "open it in Excel and save it again as an Excel Workbook (.xlsx)", "the file is damaged: a part of it is not in the encoding that it says")

// shortLabel is a label that a hostile file may have made long.
func shortLabel(label string) string {
	if len(label) > 40 {
		label = label[:40] + "…"
	}
	return strings.ToValidUTF8(label, "?")
}

// saysWorkbook is true of a package whose list of types names a part of a
// workbook, wherever its parts are kept: no folder's name is laid down.
func saysWorkbook(z *zip.Reader) bool {
	for _, f := range z.File {
		if !strings.EqualFold(f.Name, contentTypesPart) {
			continue
		}
		content, err := readPart(f)
		if err != nil {
			return false
		}
		if content, err = inUTF8(f.Name, content); err != nil {
			return false
		}
		var types struct {
			Overrides []struct {
				Type string `xml:"ContentType,attr"`
			} `xml:"Override"`
		}
		if xml.Unmarshal(content, &types) != nil {
			return false
		}
		for _, o := range types.Overrides {
			if strings.Contains(o.Type, "spreadsheetml.sheet.main") || strings.Contains(o.Type, "ms-excel.sheet.macroEnabled.main") || strings.Contains(o.Type, "spreadsheetml.template.main") {
				return true
			}
		}
	}
	return false
}
