package check

import "actionplan/workbook"

var dateOfBirth = Rule{
	Name: "date-of-birth", Severity: workbook.Error, Publication: true, Doc: doc("date-of-birth"),
	Run: publish("date-of-birth", "a date of birth", "Take the date out."),
}
