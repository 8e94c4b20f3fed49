package check

import "actionplan/workbook"

var postcode = Rule{
	Name: "postcode", Severity: workbook.Warning, Publication: true, Doc: doc("postcode"),
	Run: publish("postcode", "a postcode", "Name the district or the service instead."),
}
