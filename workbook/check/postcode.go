package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var postcode = Rule{
	Name: "postcode", Severity: workbook.Warning, Publication: true, Doc: doc("postcode"),
	Run: publish(identify.Postcode, "a postcode", "Take the postcode out."),
}
