package xlsx

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook/seal"
	"actionplan/workbook/words"
)

// PackageOf is the workbook that excelize holds, taken apart as it writes it:
// nothing is packed that is going to be edited.
func PackageOf(x *excelize.File) (*Package, error) {
	p := &Package{}
	x.SetZipWriter(func(io.Writer) excelize.ZipWriter { return taken{p} })
	if _, err := x.WriteToBuffer(); err != nil {
		return nil, err
	}
	return p, nil
}

// taken is a zip to excelize: each part that is written into it is one of the
// package.
type taken struct{ *Package }

func (t taken) Create(name string) (io.Writer, error) {
	t.parts = append(t.parts, packagePart{name: name})
	return &t.parts[len(t.parts)-1], nil
}

func (t taken) AddFS(fs.FS) error { return errors.ErrUnsupported }

func (t taken) Close() error { return nil }

// Write takes a part's content as excelize hands it over.
func (p *packagePart) Write(content []byte) (int, error) {
	p.content = append(p.content, content...)
	return len(content), nil
}

// Edit passes each part of a workbook that excelize has written through edit,
// for what excelize cannot say. The list of content types, which excelize puts
// together from a map, is sorted: the same content gives the same bytes.
func (p *Package) Edit(edit func(part string, content []byte) []byte) {
	for i := range p.parts {
		one := &p.parts[i]
		if one.name == contentTypesPart {
			one.content = sortContentTypes(one.content)
		}
		one.content = edit(one.name, seal.PrefixCore(one.name, one.content))
	}
}

var contentType = words.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

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
