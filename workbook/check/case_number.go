package check

import "actionplan/workbook"

var caseNumber = Rule{
	Name: "case-number", Severity: workbook.Error, Publication: true, Doc: doc("case-number"),
	Run: publish("case-number", "the number of a case record", "Take the number out."),
}
