package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var familyNamed = Rule{
	Name: "family-named", Severity: workbook.Error, Publication: true, Doc: doc("family-named"),
	Run: publish(identify.FamilyNamed, "the name of a child, a relation or a carer", "Take the name out, and the age and place beside it, and speak of children, families or carers in general."),
}
