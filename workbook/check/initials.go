package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var initials = Rule{
	Name: "initials", Severity: workbook.Warning, Publication: true, Doc: doc("initials"),
	Run: publish(identify.Initials, "a child's or relation's initials", "Take the initials out, and the age and place beside them, and speak of children in general."),
}
