package check

import "actionplan/workbook"

var upn = Rule{
	Name: "upn", Severity: workbook.Error, Publication: true, Doc: doc("upn"),
	Run: publish("upn", "a unique pupil number", "Take the number out."),
}
