package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var email = Rule{
	Name: "email", Severity: workbook.Warning, Publication: true, Doc: doc("email"),
	Run: publish(identify.Email, "an e-mail address", "Take the address out; addresses belong on the People sheet, which is not published."),
}
