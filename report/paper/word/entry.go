package word

import (
	"unicode/utf8"

	"actionplan/report/paper/block"
)

// entry is a card or record: a heading, what state the thing is in, and its
// fields. One of usual height never parts over two pages; a longer one says its
// name again at the head of each. Rows of a table do both: LibreOffice parts
// paragraphs that are to stay with the next.
func (d *document) entry(h block.Heading, fields block.Terms, barred bool, state func(keep bool)) {
	const usual = 110.0 // mm
	if fieldsHigh(fields) <= usual {
		d.heading(h)
		d.openEntry(barred)
		d.entryRow(true, func() {
			state(false)
			d.terms(fields, false)
		})
		d.closeTable()
		return
	}
	d.openEntry(barred)
	d.openRow(true)
	d.openCell(d.dress.wide)
	d.heading(h)
	d.closeCell()
	d.closeRow()
	d.entryRow(true, func() { state(true) })
	for i := range fields.Items {
		one := block.Terms{As: fields.As, Items: fields.Items[i : i+1]}
		d.entryRow(fieldsHigh(one) <= usual/2, func() { d.terms(one, false) })
	}
	d.closeTable()
}

func (d *document) openEntry(barred bool) {
	style := "record"
	if barred {
		style = "card"
	}
	d.openTable(grid{plain: style, widths: []float64{d.dress.wide}})
}

func (d *document) entryRow(whole bool, put func()) {
	if whole {
		d.openRow(false)
	} else {
		d.flow.openRow(false, false)
		d.body.WriteString(`<w:tr>`)
	}
	d.openCell(d.dress.wide)
	put()
	d.closeCell()
	d.closeRow()
}

// fieldsHigh is about how high fields are, in mm.
func fieldsHigh(t block.Terms) float64 {
	const line, perLine = 4.9, 74
	high := 0.0
	for _, item := range t.Items {
		for _, says := range item.Says {
			letters := 0
			for _, r := range says {
				letters += utf8.RuneCountInString(r.Text)
			}
			high += 0.7 + line*float64(1+letters/perLine)
		}
	}
	return high
}
