package word

import (
	"fmt"
	"strings"
)

// style is a named look. Those with a name of Word's own are the
// organisation's where the paper takes a reference; the others are ours in any
// document, and take their typeface from its Normal.
type style struct {
	key   string // in this package
	id    string
	name  string
	kind  string // "paragraph", "character" or "table"
	based string // a style's key
	para  string
	run   string
	table string
}

func spaced(before, after float64, line int) string {
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="auto"/>`, int(before*20), int(after*20), line)
}

func size(points float64) string {
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%[1]d"/>`, int(points*2))
}

const boldRun = `<w:b/><w:bCs/>`

func headingStyle(level int, points, before, after float64) style {
	return style{
		key: fmt.Sprintf("heading %d", level), id: fmt.Sprintf("Heading%d", level), name: fmt.Sprintf("heading %d", level),
		kind: "paragraph", based: "normal",
		para: `<w:keepNext/><w:keepLines/>` + spaced(before, after, 252) + fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, level-1),
		run:  boldRun + size(points),
	}
}

// normalLine is the leading of running text: 16 points for 12.
const normalLine = 278

var styles = []style{
	{key: "normal", id: "Normal", name: "Normal", kind: "paragraph", para: spaced(0, 4, normalLine)},
	{key: "default font", id: "DefaultParagraphFont", name: "Default Paragraph Font", kind: "character"},
	headingStyle(1, 22, 0, 4),
	headingStyle(2, 15, 14, 4),
	headingStyle(3, 12, 8, 2),
	headingStyle(4, 11, 6, 2),
	{key: "list", id: "ListParagraph", name: "List Paragraph", kind: "paragraph", based: "normal", para: spaced(0, 3, normalLine)},
	{key: "link", id: "Hyperlink", name: "Hyperlink", kind: "character", based: "default font", run: `<w:color w:val="1D4F91"/><w:u w:val="single"/>`},
	{key: "header", id: "Header", name: "header", kind: "paragraph", based: "normal", para: spaced(0, 8, 252), run: size(9.5)},
	{key: "footer", id: "Footer", name: "footer", kind: "paragraph", based: "normal", para: spaced(0, 0, 252), run: size(9.5)},
	{key: "contents", id: "PlanContents", name: "Plan contents", kind: "paragraph", based: "normal", para: spaced(4, 2, 252), run: size(10)},
	{key: "contents entry", id: "PlanContentsEntry", name: "Plan contents entry", kind: "paragraph", based: "contents", para: spaced(0, 2, 252)},
	{key: "plain table", id: "TableNormal", name: "Normal Table", kind: "table",
		table: `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr>`},
	{key: "table", id: "PlanTable", name: "Plan table", kind: "table", based: "plain table",
		table: `<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="0B0C0C"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="8A9297"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="8A9297"/></w:tblBorders>` +
			`<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
			`<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="0B0C0C"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`},
	{key: "card", id: "PlanCard", name: "Plan card", kind: "table", based: "plain table",
		table: `<w:tblPr><w:tblBorders><w:left w:val="single" w:sz="36" w:space="0" w:color="0B0C0C"/></w:tblBorders>` +
			`<w:tblCellMar><w:left w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>`},
	{key: "record", id: "PlanRecord", name: "Plan record", kind: "table", based: "plain table"},
	{key: "headline", id: "PlanHeadline", name: "Plan headline", kind: "paragraph", based: "normal", para: spaced(10, 8, 278), run: boldRun + size(15)},
	{key: "statement", id: "PlanStatement", name: "Plan statement", kind: "paragraph", based: "normal", para: spaced(4, 6, 278), run: boldRun + size(12.5)},
	{key: "fields", id: "PlanFields", name: "Plan fields", kind: "paragraph", based: "normal", para: spaced(0, 2, 270), run: size(11)},
	{key: "signature", id: "PlanSignature", name: "Plan signature", kind: "paragraph", based: "fields", para: spaced(0, 6, 270), run: boldRun},
	{key: "first", id: "PlanFirst", name: "Plan first sentence", kind: "paragraph", based: "normal", para: spaced(4, 1, normalLine)},
	{key: "note", id: "PlanNote", name: "Plan note", kind: "paragraph", based: "normal", para: spaced(3, 4, 262), run: size(10)},
	{key: "small list", id: "PlanSmallList", name: "Plan small list", kind: "paragraph", based: "list", para: spaced(0, 2, 262), run: size(10.5)},
	{key: "figure", id: "PlanFigure", name: "Plan figure", kind: "paragraph", based: "normal", para: spaced(4, 0, 252), run: boldRun + size(22)},
	{key: "cell", id: "PlanCell", name: "Plan cell", kind: "paragraph", based: "normal", para: spaced(0, 0, 262), run: size(10.5)},
	{key: "dense cell", id: "PlanDenseCell", name: "Plan dense cell", kind: "paragraph", based: "cell", run: size(10)},
	{key: "line cell", id: "PlanLineCell", name: "Plan line cell", kind: "paragraph", based: "cell", run: size(8.5)},
	{key: "line note", id: "PlanLineNote", name: "Plan line note", kind: "paragraph", based: "note", para: spaced(2, 2, 250), run: size(8.5)},
	{key: "timeline cell", id: "PlanTimelineCell", name: "Plan timeline cell", kind: "paragraph", based: "cell", run: size(9.5)},
	{key: "picture", id: "PlanPicture", name: "Plan picture", kind: "paragraph", based: "normal", para: `<w:keepNext/>` + spaced(2, 2, 240)},
	{key: "gap", id: "PlanGap", name: "Plan gap", kind: "paragraph", based: "normal", para: `<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>`, run: size(2)},
	{key: "organisation", id: "PlanOrganisation", name: "Plan organisation", kind: "paragraph", based: "normal", para: spaced(0, 0, normalLine), run: boldRun},
}

// ownStyles is the style sheet of a paper without a reference.
func ownStyles() []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles ` + namespaces + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="0B0C0C"/>` + size(12) +
		`<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`)
	ids := map[string]string{}
	for _, s := range styles {
		ids[s.key] = s.id
	}
	for _, s := range styles {
		b.WriteString(s.xml(ids))
	}
	b.WriteString(`</w:styles>`)
	return []byte(b.String())
}

// xml is the style, with the IDs that the styles have in its document.
func (s style) xml(ids map[string]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:style w:type="%s"`, s.kind)
	if s.key == "normal" || s.key == "default font" || s.key == "plain table" {
		b.WriteString(` w:default="1"`)
	}
	if strings.HasPrefix(s.id, "Plan") {
		b.WriteString(` w:customStyle="1"`)
	}
	fmt.Fprintf(&b, ` w:styleId="%s"><w:name w:val="%s"/>`, s.id, s.name)
	if s.based != "" {
		b.WriteString(`<w:basedOn w:val="` + ids[s.based] + `"/>`)
	}
	if strings.HasPrefix(s.key, "heading") {
		b.WriteString(`<w:next w:val="` + ids["normal"] + `"/>`)
	}
	b.WriteString(`<w:qFormat/>`)
	if s.para != "" {
		b.WriteString(`<w:pPr>` + s.para + `</w:pPr>`)
	}
	if s.run != "" {
		b.WriteString(`<w:rPr>` + s.run + `</w:rPr>`)
	}
	b.WriteString(s.table + `</w:style>`)
	return b.String()
}
