package report

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/contrast"
	"actionplan/workbook/words"
)

var hexColour = words.MustCompile(`^#?[0-9a-fA-F]{6}$`)

// brand is the council's colour and logo.
func brand(info workbook.Info) Brand {
	b := BrandOf(info.BrandColour)
	b.Logo = info.Logo
	return b
}

// BrandOf is a council's colour as typed, darkened where it could not be read on
// white.
func BrandOf(typed string) Brand {
	var b Brand
	if !hexColour.MatchString(strings.TrimSpace(typed)) {
		return b
	}
	b.Colour = "#" + strings.ToLower(strings.TrimPrefix(strings.TrimSpace(typed), "#"))
	if readable := contrast.OnWhite(b.Colour); readable != b.Colour {
		b.Given, b.Colour = b.Colour, readable
	}
	return b
}
