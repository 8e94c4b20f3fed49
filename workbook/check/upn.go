package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var upn = Rule{
	Name: "upn", Severity: workbook.Error, Publication: true, Doc: doc("upn"),
	Run: publish(identify.UPN, "a unique pupil number", "Take the number out."),
}
