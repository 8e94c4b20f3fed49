package check

import "actionplan/workbook"

var phone = Rule{
	Name: "phone", Severity: workbook.Warning, Publication: true, Doc: doc("phone"),
	Run: publish("phone", "a phone number", "Take the number out; the plan's contact stands on the Plan sheet."),
}
