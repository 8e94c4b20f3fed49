package check

import "actionplan/workbook"

var initials = Rule{
	Name: "initials", Severity: workbook.Warning, Publication: true, Doc: doc("initials"),
	Run: publish("initials", "a child's initials", "Speak of children in general instead. If it is a short form, add it to the glossary."),
}
