package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// text is one cell that people write sentences or names of things into.
type text struct {
	workbook.Record
	heading, ref, value string
	restricted          bool           // kept out of the public edition
	printed             bool           // a public paper prints it as it stands
	finding             *facts.Finding // whose cell it is, nil for other sheets
}

// readTexts lists every prose of the plan, sheet by sheet and row by row, and
// behind it what else is searched.
func (p *Pass) readTexts() {
	list := make([]text, 0, 8*len(p.Plan.Actions)+2*len(p.Plan.Findings)+2*len(p.Plan.Updates)+64)
	list = p.textsOf(list, (*workbook.Column).Prose)
	prose := len(list)
	list = p.textsOf(list, mayHoldAnything)
	p.texts, p.searched = list[:prose:prose], list
	findings := make(map[*workbook.Finding]*facts.Finding, len(p.Facts.Findings))
	for _, f := range p.Facts.Findings {
		findings[f.Finding] = f
	}
	for i := range p.texts {
		if f, is := p.texts[i].Record.(*workbook.Finding); is {
			p.texts[i].finding = findings[f]
		}
	}
}

// textsOf adds the filled cells of the columns that are asked for.
func (p *Pass) textsOf(list []text, asked func(*workbook.Column) bool) []text {
	for _, s := range workbook.Sheets {
		var columns []*workbook.Column
		for i := range s.Columns {
			if asked(&s.Columns[i]) {
				columns = append(columns, &s.Columns[i])
			}
		}
		if len(columns) == 0 {
			continue
		}
		for _, r := range s.Records(p.Plan) {
			record := text{Record: r, restricted: p.Facts.Restricted(r)}
			for _, c := range columns {
				for _, value := range c.Words(r) {
					if !blank(value) {
						t := record
						t.heading, t.ref, t.value, t.printed = c.Heading, s.RefOf(r, c), value, c.Public == workbook.Printed
						list = append(list, t)
					}
				}
			}
		}
	}
	return list
}
