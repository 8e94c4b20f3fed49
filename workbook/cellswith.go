package workbook

import (
	"strings"

	"actionplan/workbook/xlsx"
)

// CellsWith is every cell of the plan whose text holds that character, in
// sheet order: where to look when a font lacks it.
func (p *Plan) CellsWith(r rune) []xlsx.Cell {
	var cells []xlsx.Cell
	for _, s := range p.sources() {
		for i, raw := range s.raw {
			if strings.ContainsRune(raw, r) {
				cells = append(cells, s.At(s.table.sheet.Columns[i].Heading))
			}
		}
	}
	return cells
}

// sources is where every record of the plan stands.
func (p *Plan) sources() []Source {
	list := []Source{p.Info.Source}
	list = collect(list, p.Key.Words, func(x *KeyWord) Source { return x.Source })
	list = collect(list, p.Visits, func(x *Visit) Source { return x.Source })
	list = collect(list, p.Areas, func(x *Area) Source { return x.Source })
	list = collect(list, p.Findings, func(x *Finding) Source { return x.Source })
	list = collect(list, p.Actions, func(x *Action) Source { return x.Source })
	list = collect(list, p.Measures, func(x *Measure) Source { return x.Source })
	list = collect(list, p.Readings, func(x *Reading) Source { return x.Source })
	list = collect(list, p.Updates, func(x *Update) Source { return x.Source })
	list = collect(list, p.Risks, func(x *Risk) Source { return x.Source })
	list = collect(list, p.People, func(x *Person) Source { return x.Source })
	list = collect(list, p.Glossary, func(x *Term) Source { return x.Source })
	return collect(list, p.Waivers, func(x *Waiver) Source { return x.Source })
}

func collect[T any](list []Source, records []*T, source func(*T) Source) []Source {
	for _, r := range records {
		list = append(list, source(r))
	}
	return list
}
