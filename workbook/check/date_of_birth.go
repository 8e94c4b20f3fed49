package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var dateOfBirth = Rule{
	Name: "date-of-birth", Severity: workbook.Error, Publication: true, Doc: doc("date-of-birth"),
	Run: publish(identify.DateOfBirth, "a date of birth", "Take the date out."),
}
