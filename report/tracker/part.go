package tracker

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"

	"actionplan/workbook"

	"github.com/xuri/excelize/v2"
)

// What the library can't say is said in the finished parts: patterns and
// outlines in charts, figures as the values of formulas, formulas that belong
// to a table's column, and links.

// storedZip leaves the parts as they are: sealing compresses them.
type storedZip struct{ *zip.Writer }

func newStoredZip(w io.Writer) excelize.ZipWriter { return storedZip{zip.NewWriter(w)} }

func (z storedZip) Create(name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
}

var numberedPart = regexp.MustCompile(`^xl/(charts/chart|worksheets/sheet|worksheets/_rels/sheet|tables/table)(\d+)\.xml(\.rels)?$`)

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
		return addLinks(figureValues(data), k.links[k.sheets[n-1]])
	}
	relations := linkRelations(k.links[k.sheets[n-1]])
	return bytes.Replace(data, []byte("</Relationships>"), []byte(relations+"</Relationships>"), 1)
}

// figureValues: the library marks every formula's value as words; one that is
// a figure must be one.
func figureValues(data []byte) []byte {
	const mark = ` t="str"><f>`
	out := make([]byte, 0, len(data))
	for {
		at := bytes.Index(data, []byte(mark))
		if at < 0 {
			return append(out, data...)
		}
		end := at + bytes.Index(data[at:], []byte("</c>"))
		cell := data[at:end]
		out = append(out, data[:at]...)
		if value := bytes.LastIndex(cell, []byte("<v>")); value >= 0 && isFigure(cell[value+3:len(cell)-len("</v>")]) {
			cell = cell[len(` t="str"`):]
		}
		out, data = append(out, cell...), data[end:]
	}
}

func isFigure(value []byte) bool {
	digits := 0
	for i, c := range value {
		if c >= '0' && c <= '9' {
			digits++
		} else if c != '.' && (c != '-' || i > 0) {
			return false
		}
	}
	return digits > 0
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

// Bars and rings get an ink outline, and those that would look alike in grey
// a pattern.
func editChart(data []byte) []byte {
	const outline = `<a:ln w="9525"><a:solidFill><a:srgbClr val="` + ink + `"/></a:solidFill></a:ln>`
	if bytes.Contains(data, []byte("lineChart>")) {
		return data
	}
	s := string(data)
	for _, m := range workbook.Meanings {
		s = outlineSwatch(s, palette[m], outline)
	}
	return []byte(outlineSwatch(s, palette[workbook.MeaningUnknown], outline))
}

func outlineSwatch(s string, w swatch, outline string) string {
	fill := `<a:solidFill><a:srgbClr val="` + w.fill + `"></a:srgbClr></a:solidFill>`
	drawn := fill
	if w.pattern != "" {
		drawn = `<a:pattFill prst="` + w.pattern + `"><a:fgClr><a:srgbClr val="` + w.stripe + `"/></a:fgClr><a:bgClr><a:srgbClr val="` + w.fill + `"/></a:bgClr></a:pattFill>`
	}
	return strings.ReplaceAll(s, "<c:spPr>"+fill+"</c:spPr>", "<c:spPr>"+drawn+outline+"</c:spPr>")
}
