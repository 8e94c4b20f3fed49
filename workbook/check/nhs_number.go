package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var nhsNumber = Rule{
	Name: "nhs-number", Severity: workbook.Error, Publication: true, Doc: doc("nhs-number"),
	Run: publish(identify.NHSNumber, "an NHS number", "Take the number out."),
}
