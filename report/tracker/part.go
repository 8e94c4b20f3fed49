package tracker

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"actionplan/workbook"
)

// What the library can't say is said in the finished parts: patterns and
// outlines in charts, figures as the values of formulas, formulas that belong
// to a table's column, and links.

var numberedPart = regexp.MustCompile(`^xl/(charts/chart|worksheets/sheet|worksheets/_rels/sheet|tables/table)(\d+)\.xml(\.rels)?$`)

// sparklineColours are those of the theme, which the library lets no colour of
// ours replace.
var sparklineColours = regexp.MustCompile(`<x14:color(Markers|Last) theme="4"[^>]*>`)

func (k *book) editPart(name string, data []byte) []byte {
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
		data = sparklineColours.ReplaceAll(k.formulaValues(data), []byte(`<x14:color$1 rgb="FF`+ink+`">`))
		return addLinks(data, k.links[k.sheets[n-1]])
	}
	relations := linkRelations(k.links[k.sheets[n-1]])
	return bytes.Replace(data, []byte("</Relationships>"), []byte(relations+"</Relationships>"), 1)
}

// formulaValues: the library marks every formula's value as words. One that
// is a figure must be one, and words stand in it by their number.
func (k *book) formulaValues(data []byte) []byte {
	const asWords, close = ` t="str"`, "</v></c>"
	mark := []byte(asWords + "><f>")
	out := make([]byte, 0, len(data)+len(data)/8)
	for {
		at := bytes.Index(data, mark)
		if at < 0 {
			return append(out, data...)
		}
		end := at + bytes.Index(data[at:], []byte("</c>")) + len("</c>")
		cell, value := data[at:end], []byte(nil)
		out = append(out, data[:at]...)
		if from := bytes.LastIndex(cell, []byte("<v>")) + len("<v>"); from > len("<v>") {
			value = cell[from : len(cell)-len(close)]
		}
		switch {
		case len(value) > 1 && value[0] == '0' && value[1] == '0':
			n, _ := strconv.Atoi(string(value))
			out = append(out, cell[:len(cell)-len(close)-len(value)]...)
			out = append(append(out, escape(literal(k.results[n]))...), close...)
		case len(value) > 0:
			out = append(out, cell[len(asWords):]...)
		default:
			out = append(out, cell...)
		}
		data = data[end:]
	}
}

// addLinks puts a sheet's links where the format wants them.
func addLinks(data []byte, links []link) []byte {
	element := linksElement(links)
	if element == "" {
		return data
	}
	at := bytes.Index(data, []byte("<pageMargins"))
	return append(append(append([]byte(nil), data[:at]...), element...), data[at:]...)
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
