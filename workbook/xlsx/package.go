package xlsx

import (
	"compress/flate"

	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"runtime"
	"strings"

	"actionplan/workbook/seal"
)

// Package is a workbook file taken apart: its parts, in their order.
type Package struct {
	parts    []packagePart
	main     string // the part that lists the sheets
	relSpace string // what the types of the format's own relations begin with
}

type packagePart struct {
	name    string
	content []byte
}

const (
	contentTypesPart = "[Content_Types].xml"

	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relationsXML = "http://schemas.openxmlformats.org/package/2006/relationships"
	typesXML     = "http://schemas.openxmlformats.org/package/2006/content-types"
)

// OpenPackage takes a workbook file apart that Accept has let through. The
// error is a sentence for the user.
func OpenPackage(data []byte) (*Package, error) {
	data, err := plain(data)
	if err != nil {
		return nil, err
	}
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errDamaged
	}
	p := &Package{}
	for _, f := range in.File {
		content, err := readPart(f)
		if err != nil {
			return nil, errDamaged
		}
		p.parts = append(p.parts, packagePart{f.Name, content})
	}
	for _, r := range p.relations("") {
		if space, ok := strings.CutSuffix(r.Type, "/officeDocument"); ok {
			p.main, p.relSpace = r.Target, space
		}
	}
	if p.get(p.main) == nil || p.get(contentTypesPart) == nil {
		return nil, errDamaged
	}
	return p, nil
}

// packed is the date that parts carry, 1 January 2026 as the format writes it:
// always the same, and one that programs which look at it take.
const packed = (2026-1980)<<9 | 1<<5 | 1

// tightness is how hard parts are packed: a blank workbook takes 1 % more than
// at the hardest, and a third of the time.
const tightness = 7

// Zip packs the parts; the same parts give the same bytes.
func (p *Package) Zip() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	// One packer for all parts: it takes more room than most of them.
	packer, err := flate.NewWriter(&out, tightness)
	if err != nil {
		return nil, fmt.Errorf("pack the workbook: %w", err)
	}
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		packer.Reset(to)
		return packer, nil
	})
	for _, part := range p.parts {
		// Modified would also write an extra field to each part, which Excel does not.
		//lint:ignore SA1019 the old field is what the format of workbooks has
		to, err := w.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, ModifiedDate: packed})
		if err != nil {
			return nil, fmt.Errorf("pack the workbook: %w", err)
		}
		if _, err := to.Write(part.content); err != nil {
			return nil, fmt.Errorf("pack the workbook: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack the workbook: %w", err)
	}
	return out.Bytes(), nil
}

// Sealed is Zip with the seal of a kind.
func (p *Package) Sealed(kind string) ([]byte, error) {
	parts := make([]seal.Part, len(p.parts))
	for i, one := range p.parts {
		parts[i] = seal.Part{Name: one.name, Content: one.content}
	}
	return seal.Parts(parts, kind)
}

// find compares names without case, as the format demands.
func (p *Package) find(name string) int {
	for i := range p.parts {
		if strings.EqualFold(p.parts[i].name, name) {
			return i
		}
	}
	return -1
}

// get is a part's content, nil without the part.
func (p *Package) get(name string) []byte {
	if i := p.find(name); i >= 0 {
		return p.parts[i].content
	}
	return nil
}

// Set puts content in the place of a part, or behind the others where there is
// none of that name.
func (p *Package) Set(name string, content []byte) {
	i := p.find(name)
	if i < 0 {
		p.parts = append(p.parts, packagePart{name, content})
		return
	}
	large := len(p.parts[i].content) > largePart
	p.parts[i].content = content
	if large {
		runtime.GC()
	}
}

// largePart is from where on what a part was is cleared away as soon as it is
// replaced: the collector would let as much as is in use pile up first.
const largePart = 48 << 20

// add puts in a new part with its content type.
func (p *Package) add(name, contentType, content string) error {
	p.Set(name, []byte(content))
	types, root, err := p.Open(contentTypesPart)
	if err != nil {
		return err
	}
	p.Set(contentTypesPart, Spliced(types, root.push(WithPrefix(`<Override PartName="/`+AttrText(name)+`" ContentType="`+contentType+`"/>`, root.Prefix()))))
	return nil
}

// drop takes a part out, with its relations and its content type.
func (p *Package) drop(name string) error {
	for _, n := range []string{name, relationsPart(name)} {
		if i := p.find(n); i >= 0 {
			p.parts = append(p.parts[:i:i], p.parts[i+1:]...)
		}
	}
	types, root, err := p.Open(contentTypesPart)
	if err != nil {
		return err
	}
	for _, k := range root.Kids {
		if strings.EqualFold(k.Attr("PartName"), "/"+name) {
			types = Spliced(types, k.Remove())
			break
		}
	}
	p.Set(contentTypesPart, types)
	return nil
}

// defaultType states the content type of a file ending, if none is stated.
func (p *Package) defaultType(ending, contentType string) error {
	types, root, err := p.Open(contentTypesPart)
	if err != nil {
		return err
	}
	for _, k := range root.Kids {
		if strings.EqualFold(k.Attr("Extension"), ending) {
			return nil
		}
	}
	p.Set(contentTypesPart, Spliced(types, Splice{root.open, root.open, WithPrefix(`<Default Extension="`+ending+`" ContentType="`+contentType+`"/>`, root.Prefix())}))
	return nil
}

// Open is a part with its outline.
func (p *Package) Open(name string, without ...string) ([]byte, *Element, error) {
	content := p.get(name)
	if content == nil {
		return nil, nil, errDamaged
	}
	root, err := outline(content, without...)
	if err == nil && root.isEmpty() { // then it can be added to
		content = Spliced(content, Splice{root.from, root.till, root.start("", "") + "</" + root.tag + ">"})
		p.Set(name, content)
		root, err = outline(content, without...)
	}
	return content, root, err
}

// freeName is the first name of the pattern that no part has.
func (p *Package) freeName(pattern string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(pattern, n); p.find(name) < 0 {
			return name
		}
	}
}

func relationsPart(of string) string {
	folder, base := path.Split(of)
	return folder + "_rels/" + base + ".rels"
}

// relations lists where a part points to. The part "" is the file itself.
func (p *Package) relations(of string) []relation { return relationsIn(p.get(relationsPart(of)), of) }

// related is the first part of a kind that a part points to; the kind is how
// the relation's type ends.
func (p *Package) related(of, kind string) (relation, bool) {
	for _, r := range p.relations(of) {
		if strings.HasSuffix(r.Type, "/"+kind) && p.get(r.Target) != nil {
			return r, true
		}
	}
	return relation{}, false
}

// relate makes a part point to another, and gives the relation's ID.
func (p *Package) relate(of, relationType, target string) (id string, err error) {
	name := relationsPart(of)
	if p.get(name) == nil {
		p.Set(name, []byte(xmlHead+`<Relationships xmlns="`+relationsXML+`"></Relationships>`))
	}
	content, root, err := p.Open(name)
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	for _, k := range root.Kids {
		taken[k.Attr("Id")] = true
	}
	for n := len(root.Kids) + 1; ; n++ {
		if id = fmt.Sprintf("rId%d", n); !taken[id] {
			break
		}
	}
	one := `<Relationship Id="` + id + `" Type="` + relationType + `" Target="` + AttrText(relativeTo(of, target)) + `"/>`
	p.Set(name, Spliced(content, root.push(WithPrefix(one, root.Prefix()))))
	return id, nil
}

// unrelate takes a relation out, and the list when it was the last one.
func (p *Package) unrelate(of, id string) error {
	name := relationsPart(of)
	content, root, err := p.Open(name)
	if err != nil {
		return err
	}
	for _, k := range root.Kids {
		if k.Attr("Id") != id {
			continue
		}
		if len(root.Kids) == 1 {
			i := p.find(name)
			p.parts = append(p.parts[:i:i], p.parts[i+1:]...)
			return nil
		}
		p.Set(name, Spliced(content, k.Remove()))
		return nil
	}
	return nil
}

// relativeTo is a target as seen from a part's folder.
func relativeTo(part, target string) string {
	var from []string
	if folder := path.Dir(part); folder != "." {
		from = strings.Split(folder, "/")
	}
	to := strings.Split(target, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}

func readPart(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	// Room that reading never passes; Grow would first write over all of it.
	b := bytes.NewBuffer(make([]byte, 0, int(min(f.UncompressedSize64, maxUnzipped))+bytes.MinRead))
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}
