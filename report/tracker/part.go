package tracker

import (
	"bytes"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// What the library can't say is said in the finished parts: cells, patterns and
// outlines in charts, formulas that belong to a table's column, and links.

var numberedPart = words.MustCompile(`^xl/(charts/chart|worksheets/sheet|worksheets/_rels/sheet|tables/table)(\d+)\.xml(\.rels)?$`)

// sparklineColours are those of the theme, which the library lets no colour of
// ours replace.
var sparklineColours = words.MustCompile(`<x14:color(Markers|Last) theme="4"[^>]*>`)

// sparklines begins those of a sheet. The library forgets the weight of their line.
const sparklines = `<x14:sparklineGroup type="line"`

func (k *book) editPart(name string, data []byte) []byte {
	if name == "xl/sharedStrings.xml" {
		return sharedTexts(k.texts)
	}
	m := numberedPart.FindStringSubmatch(name)
	if m == nil {
		return data
	}
	n, _ := strconv.Atoi(m[2])
	switch m[1] {
	case "charts/chart":
		return editChart(data)
	case "tables/table":
		return editTable(data, k.tables[n-1])
	case "worksheets/sheet":
		data = bytes.ReplaceAll(data, []byte(sparklines), []byte(sparklines+` lineWeight="1.5"`))
		return k.fill(k.sheets[n-1], sparklineColours.ReplaceAll(data, []byte(`<x14:color$1 rgb="FF`+ink+`">`)))
	}
	relations := linkRelations(k.links[k.sheets[n-1]])
	return bytes.Replace(data, []byte("</Relationships>"), []byte(relations+"</Relationships>"), 1)
}

// fill puts a sheet's cells into its part, and its links where the format wants
// them.
func (k *book) fill(sheet string, part []byte) []byte {
	const start, end = "<sheetData>", "</sheetData>"
	rows, links := k.cells[sheet], linksElement(k.links[sheet])
	from, till := bytes.Index(part, []byte(start))+len(start), bytes.Index(part, []byte(end))
	margins := bytes.Index(part, []byte("<pageMargins"))
	out := make([]byte, 0, len(part)+rows.length()+len(links))
	out = rows.appendTo(append(out, part[:from]...))
	out = append(append(out, part[till:margins]...), links...)
	return append(out, part[margins:]...)
}

// editTable gives columns their formula, so that Excel fills it into rows
// that somebody adds.
func editTable(data []byte, t table) []byte {
	for heading, formula := range t.columns {
		from := ` name="` + escape(heading) + `">`
		data = bytes.Replace(data, []byte(from), []byte(from+"<calculatedColumnFormula>"+escape(formula)+"</calculatedColumnFormula>"), 1)
	}
	return data
}

// editChart gives bars and rings an ink outline, and a pattern to those that
// would look alike in grey.
func editChart(data []byte) []byte {
	s := orderAxes(orderSeries(strings.ReplaceAll(string(data), `"en-US"`, `"en-GB"`)))
	if strings.Contains(s, "<lineChart>") {
		return []byte(s)
	}
	for _, m := range append([]workbook.Meaning{workbook.MeaningUnknown}, workbook.Meanings...) {
		s = outlineFill(s, fillOf(m), m.Look())
	}
	return []byte(s)
}

func outlineFill(s, colour string, look workbook.Look) string {
	const outline = `<a:ln w="9525"><a:solidFill><a:srgbClr val="` + ink + `"/></a:solidFill></a:ln>`
	fill := `<a:solidFill><a:srgbClr val="` + colour + `"></a:srgbClr></a:solidFill>`
	drawn := fill
	if pattern := chartPatterns[look.Pattern]; pattern != "" {
		drawn = `<a:pattFill prst="` + pattern + `"><a:fgClr><a:srgbClr val="` + string(look.Stripe) + `"/></a:fgClr><a:bgClr><a:srgbClr val="` + colour + `"/></a:bgClr></a:pattFill>`
	}
	// A bar's fill comes after its name, a part of a ring's after its number;
	// the plates behind labels stay as they are.
	for _, before := range []string{"</tx><spPr>", "</idx><spPr>"} {
		s = strings.ReplaceAll(s, before+fill, before+drawn+outline)
	}
	return s
}
