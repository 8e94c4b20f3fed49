package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

const contentTypesPart = "[Content_Types].xml"

// Repack writes a workbook's parts again so that the same content always
// gives the same bytes, and passes each part through edit. The parts keep
// their order and get no times; the list of content types, which the writing
// library puts together from a map, is sorted.
func Repack(file []byte, edit func(name string, part []byte) []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("open the workbook just written: %w", err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		part, err := readPart(f)
		if err != nil {
			return nil, err
		}
		if f.Name == contentTypesPart {
			part = sortContentTypes(part)
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(edit(f.Name, part)); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func readPart(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

var contentType = regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

// sortContentTypes puts the entries into alphabetical order, which also
// brings every Default before every Override.
func sortContentTypes(part []byte) []byte {
	text := string(part)
	entries := contentType.FindAllString(text, -1)
	if len(entries) == 0 {
		return part
	}
	first := contentType.FindStringIndex(text)[0]
	slices.Sort(entries)
	rest := contentType.ReplaceAllString(text[first:], "")
	return []byte(text[:first] + strings.Join(entries, "") + rest)
}
