package tagged

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"actionplan/workbook/parallel"
)

// gofpdf writes page n (from 0) as object 3+2n and the catalog last.
func pageObject(n int) int { return 3 + 2*n }

// rewrite turns gofpdf's output into a tagged PDF.
func (d *Doc) rewrite(drawn []byte) ([]byte, error) {
	if d.options.Title == "" || d.options.Lang == "" {
		return nil, errors.New("pdf: an accessible document needs a title and a language")
	}
	f, err := readObjects(drawn)
	if err != nil {
		return nil, err
	}
	catalog := len(f.bodies) - 1
	info := catalog - 1
	d.nameFonts(f)
	annotations := d.addAnnotations(f)
	structure := d.addStructure(f, annotations)
	d.patchPages(f, annotations)
	f.bodies[info] = d.info()
	f.bodies[catalog] = d.catalog(structure, d.addOutline(f), f.add(d.metadata()), f.outputIntent())
	return f.write(catalog, info), nil
}

// An annotationObject is a link with the object numbers it needs.
type annotationObject struct {
	*annotation
	object int
	key    int // in the parent tree
}

func (d *Doc) addAnnotations(f *objectFile) map[*annotation]annotationObject {
	made := map[*annotation]annotationObject{}
	key := len(d.pages)
	for _, p := range d.pages {
		for _, a := range p.links {
			body := fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] /StructParent %d /Contents %s /P %s %s>>",
				a.x1, a.y1, a.x2, a.y2, key, textString(a.says), ref(pageObject(a.page)), d.target(a))
			made[a] = annotationObject{a, f.add(body), key}
			key++
		}
	}
	return made
}

func (d *Doc) target(a *annotation) string {
	if a.uri == "" {
		return "/Dest " + destination(d.places[a.to])
	}
	var ascii strings.Builder // a URI is 7 bits wide
	for _, b := range []byte(a.uri) {
		if b <= ' ' || b > '~' {
			fmt.Fprintf(&ascii, "%%%02X", b)
		} else {
			ascii.WriteByte(b)
		}
	}
	return "/A <</S /URI /URI " + literal(ascii.String()) + ">>"
}

// destination shows a little of what is above the place.
func destination(p place) string {
	return fmt.Sprintf("[%s /XYZ 0 %.2f null]", ref(pageObject(p.page)), fromBottom(p.y-3))
}

func (d *Doc) patchPages(f *objectFile, annotations map[*annotation]annotationObject) {
	for i, p := range d.pages {
		extra := fmt.Appendf(nil, "<</Type /Page /StructParents %d /Tabs /S", i)
		if len(p.links) > 0 {
			extra = append(extra, " /Annots ["...)
			for _, a := range p.links {
				extra = append(extra, ref(annotations[a].object)+" "...)
			}
			extra = append(extra, ']')
		}
		n := pageObject(i)
		f.bodies[n] = append(extra, bytes.TrimPrefix(f.bodies[n], []byte("<</Type /Page"))...)
	}
	parallel.Each(len(d.pages), func(i int) {
		n := pageObject(i) + 1
		f.bodies[n] = flateStream("", streamData(f.bodies[n]))
	})
}

// addStructure writes the structure tree and the parent tree, which leads from
// marked content back to its element, and returns the root's number.
func (d *Doc) addStructure(f *objectFile, annotations map[*annotation]annotationObject) int {
	root := f.reserve()
	f.bodies = slices.Grow(f.bodies, d.root.count()+len(d.pages))
	d.number(f, d.root)
	d.writeElement(f, d.root, root, annotations)

	var nums []byte
	for i, p := range d.pages {
		parents := []byte("[")
		for _, e := range p.parents {
			parents = append(strconv.AppendInt(parents, int64(e.object), 10), " 0 R "...)
		}
		nums = fmt.Appendf(nums, "%d %s ", i, ref(f.add(append(parents, ']'))))
	}
	key := len(d.pages)
	for _, p := range d.pages {
		for _, a := range p.links {
			nums = fmt.Appendf(nums, "%d %s ", key, ref(a.elem.object))
			key++
		}
	}
	tree := f.add(fmt.Appendf(nil, "<</Nums [%s]>>", nums))
	f.bodies[root] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %d>>",
		ref(d.root.object), ref(tree), key)
	return root
}

func (d *Doc) number(f *objectFile, e *element) {
	e.object = f.reserve()
	for _, k := range e.kids {
		if k.elem != nil {
			d.number(f, k.elem)
		}
	}
}

func (d *Doc) writeElement(f *objectFile, e *element, parent int, annotations map[*annotation]annotationObject) {
	b := append(make([]byte, 0, 96+10*len(e.kids)), "<</S /"...)
	b = append(b, e.role...)
	b = append(strconv.AppendInt(append(b, " /P "...), int64(parent), 10), " 0 R"...)
	page := e.firstPage()
	if page >= 0 {
		b = append(strconv.AppendInt(append(b, " /Pg "...), int64(pageObject(page)), 10), " 0 R"...)
	}
	if e.alt != "" || e.role == "Figure" {
		b = append(append(b, " /Alt "...), textString(e.alt)...)
	}
	if e.attrs != "" {
		b = append(append(append(b, " /A <<"...), e.attrs...), ">>"...)
	}
	if len(e.kids) > 0 {
		b = append(b, " /K ["...)
		for _, k := range e.kids {
			b = append(k.append(b, page, annotations), ' ')
		}
		b = append(b, ']')
	}
	f.bodies[e.object] = append(b, ">>"...)
	for _, k := range e.kids {
		if k.elem != nil {
			d.writeElement(f, k.elem, e.object, annotations)
		}
	}
}

// firstPage is the page of an element's first marked content, or -1.
func (e *element) firstPage() int {
	for _, k := range e.kids {
		if k.elem == nil && k.link == nil {
			return k.page
		}
	}
	return -1
}

func (k kid) append(b []byte, page int, annotations map[*annotation]annotationObject) []byte {
	switch {
	case k.elem != nil:
		return append(strconv.AppendInt(b, int64(k.elem.object), 10), " 0 R"...)
	case k.link != nil:
		return fmt.Appendf(b, "<</Type /OBJR /Obj %s /Pg %s>>",
			ref(annotations[k.link].object), ref(pageObject(k.link.page)))
	case k.page != page:
		return fmt.Appendf(b, "<</Type /MCR /Pg %s /MCID %d>>", ref(pageObject(k.page)), k.mcid)
	}
	return strconv.AppendInt(b, int64(k.mcid), 10)
}

func (d *Doc) catalog(structure, outline, metadata, intent int) []byte {
	b := fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R /Lang %s /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot %s /Metadata %s /OutputIntents [%s]",
		textString(d.options.Lang), ref(structure), ref(metadata), ref(intent))
	if outline != 0 {
		b = fmt.Appendf(b, " /Outlines %s /PageMode /UseOutlines", ref(outline))
	}
	return append(b, ">>"...)
}

const producer = "gofpdf"

func (d *Doc) info() []byte {
	b := []byte("<<")
	add := func(key, value string) {
		if value != "" {
			b = append(b, "/"+key+" "+textString(value)+" "...)
		}
	}
	o := d.options
	add("Title", Clean(o.Title))
	add("Author", Clean(o.Author))
	add("Subject", Clean(o.Subject))
	add("Creator", Clean(o.Creator))
	add("Producer", producer)
	if !o.Date.IsZero() {
		date := "D:" + o.Date.Format("20060102150405-07'00'")
		add("CreationDate", date)
		add("ModDate", date)
	}
	return append(b, ">>"...)
}

func (d *Doc) metadata() []byte {
	o := d.options
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	add := func(before, value, after string) {
		if value != "" {
			b.WriteString(before)
			xml.EscapeText(&b, []byte(value))
			b.WriteString(after + "\n")
		}
	}
	add(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, Clean(o.Title), `</rdf:li></rdf:Alt></dc:title>`)
	add(`<dc:creator><rdf:Seq><rdf:li>`, Clean(o.Author), `</rdf:li></rdf:Seq></dc:creator>`)
	add(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, Clean(o.Subject), `</rdf:li></rdf:Alt></dc:description>`)
	add(`<dc:language><rdf:Bag><rdf:li>`, o.Lang, `</rdf:li></rdf:Bag></dc:language>`)
	add(`<xmp:CreatorTool>`, Clean(o.Creator), `</xmp:CreatorTool>`)
	add(`<pdf:Producer>`, producer, `</pdf:Producer>`)
	if !o.Date.IsZero() {
		date := o.Date.Format(time.RFC3339)
		add(`<xmp:CreateDate>`, date, `</xmp:CreateDate>`)
		add(`<xmp:ModifyDate>`, date, `</xmp:ModifyDate>`)
	}
	add(`<pdfuaid:part>`, "1", `</pdfuaid:part>`)
	b.WriteString("</rdf:Description>\n" + archiveMetadata + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return stream("/Type /Metadata /Subtype /XML", []byte(b.String()))
}
