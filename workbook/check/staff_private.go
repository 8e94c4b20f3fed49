package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var staffPrivate = Rule{
	Name: "staff-private", Severity: workbook.Warning, Publication: true, Doc: doc("staff-private"),
	Run: publish(identify.StaffPrivate, "what is private to one member of staff (their health, family or conduct), whose post says who they are", "Say what the work waits for, and nothing of why the person is away."),
}
