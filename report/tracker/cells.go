package tracker

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// The cells of a sheet are kept and written here. The library would look for
// the place of each one, and of what is known of formulas, and then write it
// by reflection: for a plan of thousands of actions that is most of the work.
// It makes the workbook and everything in it but <sheetData> and the texts
// that cells share.

// rows are a sheet's rows, row 1 first.
type rows []row

type row struct {
	height float64 // in points; 0: as high as the sheet's rows are
	cells  []cell  // by column
}

type cell struct {
	col, style int
	value      any    // nil, int, float64, sharedText, or a string as a formula's value
	formula    string // without the equals sign
}

// sharedText is a text's place among those of the workbook.
type sharedText int

func (k *book) row(sheet string, n int) *row {
	all := k.cells[sheet]
	for len(all) < n {
		all = append(all, row{})
	}
	k.cells[sheet] = all
	return &all[n-1]
}

func (k *book) height(sheet string, row int, points float64) {
	k.row(sheet, row).height = points
}

// put writes one cell. Words are always written as words, whatever they start
// with; a formula is only ever one of ours.
func (k *book) put(sheet string, col, row, style int, c content) {
	k.row(sheet, row).set(cell{col: col, style: style, value: k.valueOf(c), formula: c.formula})
	if c.to != "" {
		k.link(sheet, link{cell: cellName(col, row), to: c.to, tip: c.tip, outside: c.outside, place: c.place})
	}
}

// set puts a cell into its place, or in that of the one that stands there.
func (r *row) set(c cell) {
	at := len(r.cells)
	for at > 0 && r.cells[at-1].col > c.col {
		at--
	}
	if at > 0 && r.cells[at-1].col == c.col {
		r.cells[at-1] = c
		return
	}
	r.cells = append(r.cells, cell{})
	copy(r.cells[at+1:], r.cells[at:])
	r.cells[at] = c
}

func (k *book) valueOf(c content) any {
	switch v := c.v.(type) {
	case string:
		if c.formula != "" {
			return v
		}
		if v != "" {
			return k.share(v)
		}
		return nil
	case report.Status:
		return k.share(statusWord(v))
	case workbook.Date:
		if v.IsZero() {
			return nil
		}
		return v.Serial()
	}
	return c.v
}

func (k *book) share(s string) sharedText {
	n, known := k.textOf[s]
	if !known {
		n = sharedText(len(k.texts))
		k.texts = append(k.texts, s)
		k.textOf[s] = n
	}
	return n
}

// length is about how much markup the rows are.
func (all rows) length() int {
	const ofCell, ofRow = 40, 60
	n := ofRow * len(all)
	for _, r := range all {
		for _, c := range r.cells {
			n += ofCell + len(c.formula)*5/4
		}
	}
	return n
}

// appendTo adds the rows' markup.
func (all rows) appendTo(out []byte) []byte {
	var letters []string
	for i, r := range all {
		if r.height == 0 && len(r.cells) == 0 {
			continue
		}
		number := strconv.Itoa(i + 1)
		out = append(append(append(out, `<row r="`...), number...), '"')
		if r.height > 0 {
			out = append(strconv.AppendFloat(append(out, ` ht="`...), r.height, 'f', -1, 64), `" customHeight="true"`...)
		}
		out = append(out, '>')
		for _, c := range r.cells {
			for len(letters) <= c.col {
				letters = append(letters, xlsx.ColumnLetters(len(letters)))
			}
			out = c.appendTo(out, letters[c.col], number)
		}
		out = append(out, "</row>"...)
	}
	return out
}

// appendTo adds the cell's markup; one without anything has none. The value of a
// formula is there so that programs that do not calculate show the right thing.
func (c cell) appendTo(out []byte, letters, row string) []byte {
	if c.value == nil && c.formula == "" && c.style == 0 {
		return out
	}
	out = append(append(append(append(out, `<c r="`...), letters...), row...), '"')
	if c.style != 0 {
		out = append(strconv.AppendInt(append(out, ` s="`...), int64(c.style), 10), '"')
	}
	switch c.value.(type) {
	case sharedText:
		out = append(out, ` t="s"`...)
	case string:
		out = append(out, ` t="str"`...)
	case nil:
		if c.formula != "" { // it gives no number, but nothing
			out = append(out, ` t="str"`...)
		}
	}
	out = append(out, '>')
	if c.formula != "" {
		out = append(appendText(append(out, "<f>"...), c.formula), "</f>"...)
	}
	if c.value != nil {
		out = append(appendValue(append(out, "<v>"...), c.value), "</v>"...)
	}
	return append(out, "</c>"...)
}

func appendValue(out []byte, v any) []byte {
	switch v := v.(type) {
	case sharedText:
		return strconv.AppendInt(out, int64(v), 10)
	case int:
		return strconv.AppendInt(out, int64(v), 10)
	case float64:
		return strconv.AppendFloat(out, v, 'f', -1, 64)
	}
	return appendText(out, literal(v.(string)))
}

// sharedTexts is the part with the texts that cells share.
func sharedTexts(all []string) []byte {
	n := strconv.Itoa(len(all))
	out := []byte(xml.Header + `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="` + n + `" uniqueCount="` + n + `">`)
	for _, s := range all {
		s = fitting(literal(s))
		out = append(out, "<si><t"...)
		if s != strings.TrimSpace(s) {
			out = append(out, ` xml:space="preserve"`...)
		}
		out = append(appendText(append(out, '>'), s), "</t></si>"...)
	}
	return append(out, "</sst>"...)
}

// mostText is how much a cell holds, in units of UTF-16.
const mostText = 32767

func fitting(s string) string {
	if len(s) <= mostText {
		return s
	}
	units := utf16.Encode([]rune(s))
	return string(utf16.Decode(units[:min(len(units), mostText)]))
}

// signs are those that stand for something else in markup.
var signs = [utf8.RuneSelf]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;"}

// appendText adds s as markup holds it: as xml.EscapeText does, which takes
// several times as long for the formulas of thousands of rows.
func appendText(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf { // it may be one that markup cannot hold
			return append(append(out, s[from:i]...), escape(s[i:])...)
		}
		if signs[c] != "" {
			out = append(append(out, s[from:i]...), signs[c]...)
			from = i + 1
		}
	}
	return append(out, s[from:]...)
}
