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
	var list []Source
	for _, s := range Sheets {
		for _, r := range s.Records(p) {
			list = append(list, r.Place())
		}
	}
	return list
}
