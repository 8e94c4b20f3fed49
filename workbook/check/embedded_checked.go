package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var embeddedChecked = Rule{
	Name: "embedded-checked", Severity: workbook.Error, Doc: doc("embedded-checked"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Embedded || a.Bad(workbook.ColStatus) || a.Bad(workbook.ColCheckedBy) {
				continue
			}
			switch {
			case blank(a.CheckedBy):
				p.report(a.Source, workbook.ColCheckedBy, a.Ref,
					"The status is "+quote(a.Word)+", but nobody is named who has checked it.",
					"Name who, other than the owner, has checked that it works, or "+p.calledDelivered()+" until somebody has.", a.At(workbook.ColStatus))
			case words.SameName(a.CheckedBy, a.Owner):
				p.report(a.Source, workbook.ColCheckedBy, a.Ref,
					"The owner has checked their own work.",
					"Name somebody other than the owner who has checked that it works.", a.At(workbook.ColOwner))
			}
		}
	},
}
