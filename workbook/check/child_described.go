package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var childDescribed = Rule{
	Name: "child-described", Severity: workbook.Warning, Publication: true, Doc: doc("child-described"),
	Run: publish(identify.Described, "a description of one child or family (an age, a school, a place, a trait) by which they may be known", "Take out the age, the school and the place, and speak of children or families in general."),
}
