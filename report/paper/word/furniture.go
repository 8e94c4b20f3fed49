package word

import (
	"fmt"
	"strings"

	"actionplan/report/paper/block"
)

// front is the head of the first page, and the contents.
func (d *document) front() {
	f := d.paper.Front
	if len(f.Logo) > 0 {
		d.open(paragraph{style: "organisation", right: true})
		d.place(logo(f.Logo, f.LogoAlt, 40, 14), "")
		d.close()
	}
	if f.Organisation != "" {
		d.open(paragraph{style: "organisation", keepNext: true})
		properties := ""
		if f.Brand != "" {
			properties = `<w:color w:val="` + hex(f.Brand) + `"/>`
		}
		d.text(f.Organisation, properties)
		d.close()
	}
	d.para(paragraph{style: "heading 1", keepNext: true}, words(f.Title))
	d.blocks(f.Blocks)
}

// contents are links in one line of text. Word has a table of contents of its
// own for whoever wants page numbers: the headings are there for it. A paper of
// one side needs neither.
func (d *document) contents() {
	entries := d.paper.Contents
	if len(entries) == 0 || d.paper.Shorter != nil {
		return
	}
	d.open(paragraph{style: "contents"})
	d.text("In this paper: ", `<w:b/>`)
	for i, e := range entries {
		if i > 0 {
			d.text("; ", "")
		}
		d.link(block.Link{To: e.To}, e.Title, "")
	}
	d.close()
}

// bulletList is the number of the one list with bullets; the numbered ones
// come after it, each from 1.
const bulletList = 1

func (d *document) numbering() []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:numbering ` + namespaces + `>`)
	level := func(n int, format, text string) {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>`+
			`<w:pPr><w:ind w:left="%d" w:hanging="%[4]d"/></w:pPr></w:lvl></w:abstractNum>`, n, format, text, twips(boxHang))
	}
	level(0, "bullet", "•")
	level(1, "decimal", "%1.")
	fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>`, bulletList)
	for n := 1; n <= d.numbered; n++ {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, bulletList+n)
	}
	b.WriteString(`</w:numbering>`)
	return []byte(b.String())
}

// section is the page, and what stands at the head and foot of all.
func (d *document) section() string {
	var b strings.Builder
	b.WriteString(`<w:sectPr>`)
	for _, f := range d.runningHeads() {
		fmt.Fprintf(&b, `<w:%sReference w:type="%s" r:id="%s"/>`, f.kind, f.when, d.relate(f.kind, f.target, false))
	}
	b.WriteString(d.dress.page + `<w:titlePg/></w:sectPr>`)
	return b.String()
}

// runningHead is a head or foot of pages.
type runningHead struct {
	kind   string // "header" or "footer"
	when   string // "default", "first" or "even"
	target string
	parts  []part
	types  []string
}

// runningHeads are the reference's own, or ours.
func (d *document) runningHeads() []runningHead {
	if len(d.dress.furniture) == 0 {
		d.dress.furniture = d.ownHeads()
	}
	return d.dress.furniture
}

func (d *document) ownHeads() []runningHead {
	r := d.paper.Running
	right := r.Right
	head := d.headParagraph("header", r.Left, run(right, r.Draft))
	foot := d.headParagraph("footer", r.Foot, run("Page ", false)+field("PAGE")+run(" of ", false)+field("NUMPAGES"))
	own := func(kind, when, name, content string) runningHead {
		element := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
		file := "word/" + name
		return runningHead{kind, when, name,
			[]part{{file, []byte(xmlHead + `<w:` + element + ` ` + namespaces + `>` + content + `</w:` + element + `>`)}},
			[]string{file, wordType + kind + "+xml"}}
	}
	return []runningHead{
		own("header", "default", "header1.xml", head),
		own("header", "first", "header2.xml", `<w:p><w:pPr><w:pStyle w:val="`+d.dress.style("header")+`"/></w:pPr></w:p>`),
		own("footer", "default", "footer1.xml", foot),
		own("footer", "first", "footer2.xml", foot),
	}
}

// headParagraph has words at the left, and at the right beyond a tab stop.
func (d *document) headParagraph(style, left, right string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/><w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs></w:pPr>%s<w:r><w:tab/></w:r>%s</w:p>`,
		d.dress.style(style), twips(textWidth), run(left, false), right)
}

func run(s string, inBold bool) string {
	properties := ""
	if inBold {
		properties = `<w:rPr><w:b/></w:rPr>`
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + escape(s) + `</w:t></w:r>`
}

// field is one that Word works out anew whenever it sets the page.
func field(name string) string {
	return `<w:fldSimple w:instr=" ` + name + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
}
