package check

import (
	"strings"

	"actionplan/workbook"
)

var brandColour = Rule{
	Name: "brand-colour", Severity: workbook.Warning, Doc: doc("brand-colour"),
	Run: func(p *Pass) {
		info := p.Plan.Info
		if blank(info.BrandColour) || isHexColour("#"+strings.TrimPrefix(strings.TrimSpace(info.BrandColour), "#")) || info.Bad(workbook.FieldBrandColour) {
			return
		}
		p.report(info.Source, workbook.FieldBrandColour, workbook.FieldBrandColour,
			quote(info.BrandColour)+" is not a colour as six figures, with or without #; the paper is printed without it.",
			"Enter it as your communications team gives it for the web, such as #1f5f5f.")
	},
}
