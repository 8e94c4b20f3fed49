package upgrade

import (
	"bytes"
	"strconv"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook/xlsx"
)

// cellColours reads the colours of cells: many plans show a status by the
// colour of its cell alone.
type cellColours struct{ file *excelize.File }

func openColours(data []byte) (cellColours, error) {
	file, err := excelize.OpenReader(bytes.NewReader(data))
	return cellColours{file}, err
}

// word is the status word that a cell's colour stands for, "" for none.
func (c cellColours) word(at xlsx.Cell) string {
	id, err := c.file.GetCellStyle(at.Sheet, at.Name())
	if err != nil {
		return ""
	}
	style, err := c.file.GetStyle(id)
	if err != nil || style.Fill.Type != "pattern" || style.Fill.Pattern != 1 || len(style.Fill.Color) == 0 {
		return ""
	}
	return colourWord(style.Fill.Color[0])
}

// colourWord names a colour, given as RRGGBB, by its hue. Pale and dark
// shades count too; what is nearly grey has no name.
func colourWord(rgb string) string {
	n, err := strconv.ParseUint(rgb, 16, 32)
	if err != nil || len(rgb) < 6 {
		return ""
	}
	r, g, b := int(n>>16&255), int(n>>8&255), int(n&255)
	most, least := max(r, g, b), min(r, g, b)
	if most-least < 40 {
		return ""
	}
	span := most - least
	hue := 0 // degrees
	switch most {
	case r:
		hue = (60*(g-b)/span + 360) % 360
	case g:
		hue = 60*(b-r)/span + 120
	default:
		hue = 60*(r-g)/span + 240
	}
	switch {
	case hue < 20 || hue >= 330:
		return "Red"
	case hue < 68:
		return "Amber"
	case hue < 170:
		return "Green"
	case hue < 258:
		return "Blue"
	}
	return "Purple"
}
