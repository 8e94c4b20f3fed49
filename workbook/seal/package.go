package seal

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"
)

const (
	contentTypesPart = "[Content_Types].xml"
	rootRelsPart     = "_rels/.rels"

	// Bounds on what is read out of a compressed file. A tracker of 10,000
	// actions has about 60 MB in 40 parts.
	mostInflated = 256 << 20
	mostParts    = 10000
	mostMarkup   = 4 << 20 // of a part that is parsed
)

// Part is one file of a package.
type Part struct {
	Name    string
	Content []byte
}

func readPart(f *zip.File, most int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(min(f.UncompressedSize64, mostRatio*f.CompressedSize64, uint64(most))) + bytes.MinRead)
	_, err := copyPart(&b, f, most)
	return b.Bytes(), err
}

// mostRatio is how much longer than its compressed form a content can be: RFC
// 1951 has no shorter form of 258 bytes than two bits.
const mostRatio = 1032

// copyPart writes a part's content to w. The size in its header may be a lie
// and does not bound the reading.
func copyPart(w io.Writer, f *zip.File, most int64) (int64, error) {
	if f.UncompressedSize64 > uint64(most) {
		return 0, errors.New("too large")
	}
	r, err := f.Open()
	if err != nil {
		return 0, err
	}
	defer r.Close()
	n, err := io.Copy(w, io.LimitReader(r, most+1))
	if err == nil && n > most {
		err = errors.New("too large")
	}
	return n, err
}

// zipTime stands on every part: the earliest that zip can say.
var zipTime = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// writePackage zips the parts, so that the same parts give the same bytes.
func writePackage(parts []Part) ([]byte, error) {
	slices.SortFunc(parts, func(a, b Part) int {
		if d := partRank(a.Name) - partRank(b.Name); d != 0 {
			return d
		}
		return strings.Compare(a.Name, b.Name)
	})
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	// One packer for all parts: it takes more room than most of them.
	packer, err := flate.NewWriter(&out, 4)
	if err != nil {
		return nil, err
	}
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		packer.Reset(w)
		return packer, nil
	})
	for _, p := range parts {
		method := zip.Deflate
		if isPacked(p.Name) {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: method, Modified: zipTime})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.Content); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// isPacked says whether a part is a picture, which would not become shorter.
func isPacked(name string) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg", ".gif"}, strings.ToLower(path.Ext(name)))
}

// partRank: readers that stream want the content types first.
func partRank(name string) int {
	return map[string]int{contentTypesPart: -2, rootRelsPart: -1}[name]
}

// contentTypes is [Content_Types].xml.
type contentTypes struct {
	Default []struct {
		Extension   string `xml:",attr"`
		ContentType string `xml:",attr"`
	}
	Override []override
}

type override struct {
	PartName    string `xml:",attr"`
	ContentType string `xml:",attr"`
}

// sortedContentTypes writes the content types in one order, with the part
// added if its type is not stated.
func sortedContentTypes(content []byte, partName, contentType string) ([]byte, error) {
	var t contentTypes
	if err := decode(content, &t); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(t.Override, func(o override) bool { return strings.EqualFold(o.PartName, "/"+partName) }) {
		t.Override = append(t.Override, override{"/" + partName, contentType})
	}
	var lines []string
	for _, d := range t.Default {
		lines = append(lines, `<Default Extension="`+escape(d.Extension)+`" ContentType="`+escape(d.ContentType)+`"/>`)
	}
	for _, o := range t.Override {
		lines = append(lines, `<Override PartName="`+escape(o.PartName)+`" ContentType="`+escape(o.ContentType)+`"/>`)
	}
	slices.Sort(lines)
	return []byte(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` + strings.Join(slices.Compact(lines), "") + `</Types>`), nil
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// relationships is a .rels part.
type relationships struct {
	Relationship []relationship
}

type relationship struct {
	ID         string `xml:"Id,attr"`
	Type       string `xml:",attr"`
	Target     string `xml:",attr"`
	TargetMode string `xml:",attr"`
}

// find is the target of the relationship of that type, as a part's name.
func (r relationships) find(kind string) (target string, ok bool) {
	i := slices.IndexFunc(r.Relationship, func(x relationship) bool { return x.Type == kind })
	if i < 0 {
		return "", false
	}
	return strings.TrimPrefix(r.Relationship[i].Target, "/"), true
}

// freeID is an ID that no relationship has.
func (r relationships) freeID() string {
	for n := len(r.Relationship) + 1; ; n++ {
		id := fmt.Sprintf("rId%d", n)
		if !slices.ContainsFunc(r.Relationship, func(x relationship) bool { return x.ID == id }) {
			return id
		}
	}
}

func (r relationships) encode() []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, x := range r.Relationship {
		b.WriteString(`<Relationship Id="` + escape(x.ID) + `" Type="` + escape(x.Type) + `" Target="` + escape(x.Target) + `"`)
		if x.TargetMode != "" {
			b.WriteString(` TargetMode="` + escape(x.TargetMode) + `"`)
		}
		b.WriteString("/>")
	}
	b.WriteString("</Relationships>")
	return []byte(b.String())
}

func decode(content []byte, into any) error {
	if len(content) > mostMarkup {
		return errors.New("too large")
	}
	return xml.Unmarshal(content, into)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
