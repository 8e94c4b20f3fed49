package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// text is one cell that people write sentences or names of things into.
type text struct {
	workbook.Source
	record              workbook.Record
	heading, ref, value string
	restricted          bool           // kept out of the public edition
	printed             bool           // a public paper prints it as it stands
	finding             *facts.Finding // whose cell it is, nil for other sheets
}

// readTexts lists every prose of the plan, sheet by sheet and row by row.
func (p *Pass) readTexts() []text {
	list := p.textsOf((*workbook.Column).Prose)
	findings := make(map[workbook.Record]*facts.Finding, len(p.Facts.Findings))
	for _, f := range p.Facts.Findings {
		findings[f.Finding] = f
	}
	for i := range list {
		list[i].finding = findings[list[i].record]
	}
	return list
}

// textsOf lists the filled cells of the columns that are asked for.
func (p *Pass) textsOf(asked func(*workbook.Column) bool) []text {
	list := make([]text, 0, 8*len(p.Plan.Actions)+2*len(p.Plan.Findings)+len(p.Plan.Updates)+64)
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
			record := text{Source: r.Place(), record: r, restricted: p.Facts.Restricted(r)}
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
