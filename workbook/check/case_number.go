package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var caseNumber = Rule{
	Name: "case-number", Severity: workbook.Error, Publication: true, Doc: doc("case-number"),
	Run: publish(identify.CaseNumber, "the number of a case or a court case", "Take the number out."),
}
