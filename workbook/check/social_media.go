package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var socialMedia = Rule{
	Name: "social-media", Severity: workbook.Warning, Publication: true, Doc: doc("social-media"),
	Run: publish(identify.SocialMedia, "the name that somebody has in social media", "Take the name out."),
}
