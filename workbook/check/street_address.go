package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var streetAddress = Rule{
	Name: "street-address", Severity: workbook.Error, Publication: true, Doc: doc("street-address"),
	Run: publish(identify.Address, "an address at which a family may live", "Take the address out."),
}
