// Package word writes a paper as a Word document that a report author can go
// on working in: Word's own headings, lists and tables with repeated heading
// rows, figures as pictures with alternative text, and every look in a named
// style, so that the document can be dressed in the organisation's own template.
// It knows blocks, not plans, and says no word but page furniture.
//
// The same paper gives the same bytes.
package word

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"actionplan/report/paper/block"
	"actionplan/workbook/seal"
)

// Options say how a paper is dressed.
type Options struct {
	// Reference is a Word document whose styles, page and running heads the
	// paper takes, as .docx or .dotx; nil for our own.
	Reference []byte

	// Laid is how the writer for paper laid the paper out: what has room on a
	// page, and on which page things are. nil where nobody did: then no page is
	// named.
	Laid *block.Laid
}

// Write writes the paper, sealed. It fails where the reference is no Word
// document.
func Write(p *block.Paper, o Options) ([]byte, error) {
	dress, err := readReference(o.Reference)
	if err != nil {
		return nil, err
	}
	d := newDocument(p, dress)
	d.laid = o.Laid
	d.write()
	const most = 2 // times more, with the pages that things are on, which may move them
	for n := 0; n < most && o.Laid != nil; n++ {
		stands := d.flow.settled()
		if d.stands != nil && maps.Equal(stands[asMeasured].pages, d.stands[asMeasured].pages) {
			break
		}
		turns := d.turns
		d = newDocument(p, dress)
		d.laid, d.stands, d.turned = o.Laid, stands, turns
		d.write()
	}
	var parts []seal.Part
	for _, p := range d.parts() {
		parts = append(parts, seal.Part{Name: p.name, Content: p.content})
	}
	return seal.Parts(parts, p.Kind)
}

// part is one file of the package.
type part struct {
	name    string
	content []byte
}

// document is a Word document in the making.
type document struct {
	paper  *block.Paper
	dress  dress
	laid   *block.Laid // nil where nobody laid the paper out
	body   strings.Builder
	flow   *flow
	stands []*stand // of the flow when it was written before; nil the first time
	turned []bool   // what turned a page then
	turns  []bool   // what does of all that may

	bookmarks  map[string]string // by ID of the paper
	placed     int               // bookmarks that have been put down
	numbered   int               // lists that begin at 1
	relations  []relation
	pictures   []picture
	shapes     map[shapeKey]string // relations to those that are drawn already
	drawn      int                 // pictures placed
	one        oneOfMany           // that the page is on
	under      string              // the heading that stands nearest above
	marked     int                 // marks given
	paged      int                 // pages on one of many, begun
	boxed      bool                // paragraphs stand in a box
	together   bool                // paragraphs stay with the next
	ruled      bool                // the next paragraph has a rule above it
	apart      bool                // no paragraph does, whatever its style
	breakFirst bool                // the next paragraph begins a page
	tableEnds  bool                // the space after a table or card is still to come
	leads      bool                // the block stays with the one after it
	noted      bool                // a note follows the block
	endNoted   bool                // one follows the blocks that come next
	belowLines bool                // the block stands below a table of small lines
	small      bool                // shapes stand in small type
	half       bool                // what comes has half the page's width
}

func newDocument(p *block.Paper, dress dress) *document {
	return &document{paper: p, dress: dress, flow: newFlow(dress), bookmarks: map[string]string{}, shapes: map[shapeKey]string{}}
}

func (d *document) write() {
	sections := d.paper.Sections
	if s := d.paper.Shorter; s != nil {
		sections = s.At(min(d.shortened(), s.Tries-1))
	}
	contents := d.contentsBefore(sections)
	d.front()
	for i, s := range sections {
		if i == contents {
			d.contents()
		}
		d.breakFirst = d.breakFirst || d.turn(func() bool { return d.beginsPage(i, s) })
		d.endNoted = i+1 < len(sections) && len(sections[i+1].Blocks) > 0 && isNote(sections[i+1].Blocks[0])
		d.blocks(s.Blocks)
	}
	d.endTable("")
}

// shortened is how much a paper of one side leaves out: what it does on paper, or more
// where the reference's page or its letters leave less room.
func (d *document) shortened() int {
	switch {
	case d.laid == nil:
		return 0
	case d.dress.foreign && d.dress.room < 1 && d.laid.ShorterIn != nil:
		return d.laid.ShorterIn(d.dress.room)
	}
	return d.laid.Shorter
}

// contentsBefore is the section that the contents stand before: as on paper, where
// they may stand nowhere, or where nobody laid the paper out after what belongs on page 1.
func (d *document) contentsBefore(sections []block.Section) int {
	if d.laid != nil {
		return cmp.Or(d.laid.Contents.Before, -1)
	}
	return 1 + slices.IndexFunc(sections, func(s block.Section) bool { return block.Ways(s.Blocks) > 1 })
}

// turn says whether what may begin a page does. It is asked when the document is first
// written, and stays so when it is written again: the names that come then would else turn
// other pages, which ask for other names.
func (d *document) turn(asked func() bool) bool {
	n := len(d.turns)
	if n < len(d.turned) {
		d.turns = append(d.turns, d.turned[n])
	} else {
		d.turns = append(d.turns, asked())
	}
	return d.turns[n]
}

// beginsPage says whether a section begins a page. One of pages on one of many
// leaves that to them.
func (d *document) beginsPage(i int, s block.Section) bool {
	if d.laid == nil {
		return s.NewPage
	}
	if len(s.Blocks) > 0 {
		if _, paged := s.Blocks[0].(block.Page); paged {
			return false
		}
	}
	if page, _ := d.flow.used(); s.Annex && page > 1 {
		return s.NewPage && d.flow.leaves(muchUsed)
	}
	return d.laid.Sections[i] && d.flow.leaves(littleUsed)
}

// beginsOneOfMany says whether the next page on one of many begins a page: it does where
// the one before has enough on it, and after the title as on paper.
func (d *document) beginsOneOfMany(p block.Page) bool {
	d.paged++
	if d.laid == nil || d.paged > len(d.laid.Pages) {
		return !p.Alone
	}
	if page, _ := d.flow.used(); page > 1 {
		return d.flow.leaves(littleUsed)
	}
	return d.laid.Pages[d.paged-1]
}

// A page that no more than such a share of is used is not left for what begins a new
// one: that goes on below. Of a page before an annex it is more.
const littleUsed, muchUsed = 0.35, 0.6

// relation is something outside the document's own part that it uses.
type relation struct {
	id, kind, target string
	outside          bool
}

const (
	officeRelation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageRelation = "http://schemas.openxmlformats.org/package/2006/relationships/"
	wordType        = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	xmlHead         = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

func (d *document) relate(kind, target string, outside bool) (id string) {
	for _, r := range d.relations {
		if r.kind == kind && r.target == target {
			return r.id
		}
	}
	id = fmt.Sprintf("rId%d", len(d.relations)+1)
	d.relations = append(d.relations, relation{id, kind, target, outside})
	return id
}

// parts are the files of the package.
func (d *document) parts() []part {
	d.relate("styles", "styles.xml", false)
	d.relate("numbering", "numbering.xml", false)
	d.relate("settings", "settings.xml", false)
	var parts []part
	types := []string{
		"word/document.xml", wordType + "document.main+xml",
		"word/styles.xml", wordType + "styles+xml",
		"word/numbering.xml", wordType + "numbering+xml",
		"word/settings.xml", wordType + "settings+xml",
		"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
		"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
	}
	page := d.section()
	for _, f := range d.dress.furniture {
		parts = append(parts, f.parts...)
		types = append(types, f.types...)
	}
	if d.dress.theme != nil {
		d.relate("theme", "theme/theme1.xml", false)
		parts = append(parts, part{"word/theme/theme1.xml", d.dress.theme})
		types = append(types, "word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
	}
	parts = append(parts,
		part{"word/document.xml", []byte(xmlHead + `<w:document ` + namespaces + `><w:body>` + d.body.String() + page + `</w:body></w:document>`)},
		part{"word/styles.xml", d.dress.styles},
		part{"word/numbering.xml", d.numbering()},
		part{"word/settings.xml", []byte(settings)},
		part{"docProps/core.xml", d.coreProperties()},
		part{"docProps/app.xml", []byte(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>actionplan</Application></Properties>`)},
		part{"_rels/.rels", relations([]relation{
			{"rId1", officeRelation + "officeDocument", "word/document.xml", false},
			{"rId2", packageRelation + "metadata/core-properties", "docProps/core.xml", false},
			{"rId3", officeRelation + "extended-properties", "docProps/app.xml", false},
		})},
		part{"[Content_Types].xml", contentTypes(types)})
	pictures, rels := d.drawPictures()
	parts = append(parts, pictures...)
	rels = append(rels, d.relations...)
	for i := range rels {
		rels[i].kind = officeRelation + rels[i].kind
	}
	parts = append(parts, part{"word/_rels/document.xml.rels", relations(rels)})
	slices.SortStableFunc(parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	// Two heads of a reference may use one picture.
	return slices.CompactFunc(parts, func(a, b part) bool { return a.name == b.name })
}

func relations(rels []relation) []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range rels {
		b.WriteString(`<Relationship Id="` + r.id + `" Type="` + r.kind + `" Target="` + escape(r.target) + `"`)
		if r.outside {
			b.WriteString(` TargetMode="External"`)
		}
		b.WriteString(`/>`)
	}
	b.WriteString(`</Relationships>`)
	return []byte(b.String())
}

// contentTypes takes parts and their types in turn.
func contentTypes(types []string) []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	for _, d := range [][2]string{
		{"rels", "application/vnd.openxmlformats-package.relationships+xml"}, {"xml", "application/xml"},
		{"png", "image/png"}, {"jpeg", "image/jpeg"}, {"jpg", "image/jpeg"}, {"gif", "image/gif"}, {"emf", "image/x-emf"}, {"wmf", "image/x-wmf"},
	} {
		b.WriteString(`<Default Extension="` + d[0] + `" ContentType="` + d[1] + `"/>`)
	}
	for i := 0; i+1 < len(types); i += 2 {
		b.WriteString(`<Override PartName="/` + types[i] + `" ContentType="` + types[i+1] + `"/>`)
	}
	b.WriteString(`</Types>`)
	return []byte(b.String())
}

func (d *document) coreProperties() []byte {
	p := d.paper
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	add := func(name, value string) {
		if value != "" {
			b.WriteString(`<` + name + `>` + escape(value) + `</` + name[:strings.IndexAny(name+" ", " ")] + `>`)
		}
	}
	add("dc:title", p.Title)
	add("dc:subject", p.Subject)
	add("dc:creator", p.Author)
	add("dc:language", p.Lang)
	if !p.Date.IsZero() {
		day := p.Date.UTC().Format("2006-01-02T15:04:05Z")
		add(`dcterms:created xsi:type="dcterms:W3CDTF"`, day)
		add(`dcterms:modified xsi:type="dcterms:W3CDTF"`, day)
	}
	b.WriteString(`</cp:coreProperties>`)
	return []byte(b.String())
}

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

// settings: without the newest mode of compatibility Word opens a document as
// one of an older Word.
const settings = xmlHead + `<w:settings ` + namespaces + `><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
	`<w:themeFontLang w:val="en-GB"/></w:settings>`
