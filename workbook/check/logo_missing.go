package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var logoMissing = Rule{
	Name: "logo-missing", Severity: workbook.Warning, Doc: doc("logo-missing"), OnlyFile: true,
	Run: func(p *Pass) {
		info := p.Plan.Info
		if blank(info.Logo) || info.Bad(workbook.FieldLogo) {
			return
		}
		if why := p.logo(info.Logo); why != nil {
			p.report(info.Source, workbook.FieldLogo, workbook.FieldLogo,
				words.Capital(words.Stop(why.Error()))+" The paper is printed without a logo.",
				"Put a PNG or JPEG picture of that name into the folder of the workbook, or clear the cell.")
		}
	},
}
