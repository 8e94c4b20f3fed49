package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var niNumber = Rule{
	Name: "ni-number", Severity: workbook.Error, Publication: true, Doc: doc("ni-number"),
	Run: publish(identify.NINumber, "a National Insurance number", "Take the number out."),
}
