package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var phone = Rule{
	Name: "phone", Severity: workbook.Warning, Publication: true, Doc: doc("phone"),
	Run: publish(identify.Phone, "a phone number", "Take the number out; the plan's contact stands on the Plan sheet."),
}
