package check

import "actionplan/workbook"

var nhsNumber = Rule{
	Name: "nhs-number", Severity: workbook.Error, Publication: true, Doc: doc("nhs-number"),
	Run: publish("nhs-number", "an NHS number", "Take the number out."),
}
