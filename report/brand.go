package report

import (
	"regexp"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/contrast"
)

var hexColour = regexp.MustCompile(`^#?[0-9a-fA-F]{6}$`)

// brand is the council's colour, darkened where it could not be read on
// white.
func brand(info workbook.Info) Brand {
	b := Brand{Logo: info.Logo}
	if !hexColour.MatchString(strings.TrimSpace(info.BrandColour)) {
		return b
	}
	b.Colour = "#" + strings.ToLower(strings.TrimPrefix(strings.TrimSpace(info.BrandColour), "#"))
	if readable := contrast.OnWhite(b.Colour); readable != b.Colour {
		b.Given, b.Colour = b.Colour, readable
	}
	return b
}
