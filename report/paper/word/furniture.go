package word

import (
	"cmp"
	"fmt"
	"slices"
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

// contents are a list of sections with their pages, where nobody laid the paper
// out links in one line of text. A paper of one side has none, and one of few pages
// on paper needs none: a line at the foot of page 1 would here stand among what is
// on it.
func (d *document) contents() {
	const few = 4 // pages
	entries := d.listed()
	switch {
	case len(entries) == 0 || d.paper.Shorter != nil:
		return
	case d.laid != nil:
		if d.laid.Contents.List || d.page(entries[len(entries)-1].To) > few {
			d.contentsList(entries)
		}
		return
	}
	d.open(paragraph{style: "contents"})
	d.text("In this paper: ", `<w:b/>`)
	for i, e := range entries {
		if i > 0 {
			d.text("; ", "")
		}
		d.run(block.Run{Text: e.Title, Link: &block.Link{To: e.To, Says: "Go to " + e.Title, As: block.InText}})
	}
	d.close()
}

// listed are the contents without what stands on page 1.
func (d *document) listed() []block.Entry {
	if d.laid == nil {
		return d.paper.Contents
	}
	return slices.DeleteFunc(slices.Clone(d.paper.Contents), func(e block.Entry) bool { return d.page(e.To) < 2 })
}

// contentsList is two columns of sections with their pages.
func (d *document) contentsList(entries []block.Entry) {
	const besideNumber = 14.0 // mm at the right of a title: some dots, and the page
	d.heading(block.Heading{Level: 2, Runs: []block.Run{words("In this paper")}})
	half := (len(entries) + 1) / 2
	column := d.dress.wide/2 - cellPad
	columns := [][]block.Entry{entries[:half], entries[half:]}
	d.sideBySide(len(columns), len(columns), func(i int) {
		for _, e := range columns[i] {
			d.open(paragraph{style: "contents entry", dots: column})
			d.linkTo(e.To, "Go to "+e.Title, func() { // the whole line
				look := `<w:rStyle w:val="` + d.dress.style("link") + `"/>`
				d.text(strings.Join(wrap(e.Title, letters{10, false, ink}, column-besideNumber), "\n"), look)
				d.text("\t", "")
				d.pageField(e.To, look, d.page(e.To))
			})
			d.close()
		}
	})
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
	b.WriteString(d.dress.page)
	if !d.dress.alikeFirst {
		b.WriteString(`<w:titlePg/>`)
	}
	b.WriteString(`</w:sectPr>`)
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
	head := d.headParagraph("header", r.Left, run(right, r.Draft), width(right, letters{9.5, r.Draft, ink}))
	foot := d.headParagraph("footer", r.Foot, run("Page ", false)+field("PAGE")+run(" of ", false)+field("NUMPAGES"), width("Page 100 of 100", label))
	own := func(kind, when, name, content string) runningHead {
		element := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
		file := "word/" + name
		return runningHead{kind, when, name,
			[]part{{file, []byte(xmlHead + `<w:` + element + ` ` + namespaces + `>` + content + `</w:` + element + `>`)}},
			[]string{file, wordType + kind + "+xml"}}
	}
	return []runningHead{
		own("header", "default", "header1.xml", head),
		own("header", "first", "header2.xml", d.brandRule()),
		own("footer", "default", "footer1.xml", foot),
		own("footer", "first", "footer2.xml", foot),
	}
}

// brandRule is what the first page has for a head: a rule in the organisation's
// colour.
func (d *document) brandRule() string {
	brand := cmp.Or(d.paper.Front.Brand, ink)
	return `<w:p><w:pPr><w:pStyle w:val="` + d.dress.style("header") + `"/><w:pBdr><w:top w:val="single" w:sz="54" w:space="0" w:color="` + hex(brand) + `"/></w:pBdr></w:pPr></w:p>`
}

// headParagraph has words at the left, and at the right beyond a tab stop. Words
// at the left that would run into those go on over further lines.
func (d *document) headParagraph(style, left, right string, rightWide float64) string {
	const between = 4.0
	lines := wrap(left, label, d.dress.wide-rightWide-between)
	further := ""
	for _, line := range lines[1:] {
		further += `<w:r><w:br/></w:r>` + run(line, false)
	}
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/><w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs></w:pPr>%s<w:r><w:tab/></w:r>%s%s</w:p>`,
		d.dress.style(style), twips(d.dress.wide), run(lines[0], false), right, further)
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
