package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"path"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"

	"actionplan/workbook/parallel"
)

// archive is a workbook file whose parts are unpacked when they are asked for.
// Names of parts are compared without case, as the format demands.
type archive struct{ files map[string]*zip.File }

func openArchive(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errDamaged
	}
	if err := acceptSize(z); err != nil {
		return nil, err
	}
	z.RegisterDecompressor(zip.Deflate, flate.NewReader) // which takes half the time of the standard library's
	a := &archive{make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		a.files[strings.ToLower(f.Name)] = f
	}
	return a, nil
}

// part is a part's content, nil if there is none.
func (a *archive) part(name string) ([]byte, error) {
	f := a.files[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	content, err := readPart(f)
	if err != nil {
		return nil, errDamaged
	}
	return content, nil
}

// unpack is the content of several parts, side by side. No name may stand there
// twice: a small part could be unpacked many times.
func (a *archive) unpack(names []string) ([][]byte, error) {
	seen := map[string]bool{}
	for _, name := range names {
		if name = strings.ToLower(name); seen[name] {
			return nil, errDamaged
		}
		seen[name] = true
	}
	parts, errs := make([][]byte, len(names)), make([]error, len(names))
	order := a.largestFirst(names)
	parallel.Each(len(names), func(i int) { parts[order[i]], errs[order[i]] = a.part(names[order[i]]) })
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// largestFirst is the order in which parts are unpacked: the actions' sheet is
// larger than all others together, and waiting for it alone costs most.
func (a *archive) largestFirst(names []string) []int {
	size := func(i int) uint64 {
		if f := a.files[strings.ToLower(names[i])]; f != nil {
			return f.CompressedSize64
		}
		return 0
	}
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(size(j), size(i)) })
	return order
}

// main is the part that lists the sheets.
func (a *archive) main() string {
	if r, ok := typed(a.relations(""), "officeDocument"); ok {
		return r.Target
	}
	return "xl/workbook.xml"
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relations lists where a part points to. The part "" is the file itself.
func (a *archive) relations(of string) []relation {
	content, err := a.part(relationsPart(of))
	if err != nil {
		return nil
	}
	return relationsIn(content, of)
}

// relationsIn reads the list of where a part points to, targets as full part
// names.
func relationsIn(content []byte, of string) []relation {
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	if xml.Unmarshal(content, &list) != nil {
		return nil
	}
	for i := range list.Relations {
		r := &list.Relations[i]
		if strings.HasPrefix(r.Target, "/") {
			r.Target = strings.TrimPrefix(r.Target, "/")
		} else {
			r.Target = path.Join(path.Dir(of), r.Target)
		}
	}
	return list.Relations
}
