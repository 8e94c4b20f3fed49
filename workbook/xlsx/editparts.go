package xlsx

import (
	"archive/zip"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook/seal"
)

// Stored is for excelize's SetZipWriter: it writes the parts as they are, for
// a workbook that EditParts or a seal is going to compress.
func Stored(w io.Writer) excelize.ZipWriter { return stored{zip.NewWriter(w)} }

type stored struct{ *zip.Writer }

func (z stored) Create(name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
}

// EditParts passes each part of a workbook that excelize has written through
// edit, for what excelize cannot say, and packs them again. The parts keep
// their order and get no times, and the list of content types, which excelize
// puts together from a map, is sorted: the same content gives the same bytes.
func EditParts(data []byte, edit func(part string, content []byte) []byte) ([]byte, error) {
	p, err := OpenPackage(data)
	if err != nil {
		return nil, err
	}
	for i := range p.parts {
		one := &p.parts[i]
		if one.name == contentTypesPart {
			one.content = sortContentTypes(one.content)
		}
		one.content = edit(one.name, seal.PrefixCore(one.name, one.content))
	}
	return p.Zip()
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
