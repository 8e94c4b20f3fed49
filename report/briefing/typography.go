package briefing

import "actionplan/report/pdf"

// The styles of type. Nothing is smaller than 9.5 points: what does not fit
// goes to another line or page.
var (
	h1       = pdf.Style{Size: 22, Leading: 26, Bold: true, Color: ink}
	h2       = pdf.Style{Size: 15, Leading: 19, Bold: true, Color: ink}
	h2Box    = pdf.Style{Size: 13, Leading: 16, Bold: true, Color: ink}
	h3Card   = pdf.Style{Size: 12, Leading: 15, Bold: true, Color: ink}
	h3Small  = pdf.Style{Size: 10.5, Leading: 13.5, Bold: true, Color: ink}
	lead     = pdf.Style{Size: 15, Leading: 20, Bold: true, Color: ink}
	body     = pdf.Style{Size: 12, Leading: 16, Color: ink}
	fields   = pdf.Style{Size: 11, Leading: 14.5, Color: ink}
	meanings = pdf.Style{Size: 10.5, Leading: 14, Color: ink}
	table    = pdf.Style{Size: 10.5, Leading: 13.5, Color: ink}
	dense    = pdf.Style{Size: 10, Leading: 13, Color: ink}
	label    = pdf.Style{Size: 9.5, Leading: 12, Color: ink}
	tagWord  = pdf.Style{Size: 10, Leading: 13, Bold: true, Color: ink}
	figure   = pdf.Style{Size: 22, Leading: 25, Bold: true, Color: ink}
	caption  = pdf.Style{Size: 10.5, Leading: 13.5, Color: ink}
	count    = pdf.Style{Size: 12.5, Leading: 16, Bold: true, Color: ink}
	latest   = pdf.Style{Size: 18, Leading: 21, Bold: true, Color: ink}
	beside   = pdf.Style{Size: 10, Leading: 12.5, Color: ink}
)

func bold(s pdf.Style) pdf.Style {
	s.Bold = true
	return s
}

func coloured(s pdf.Style, c pdf.Color) pdf.Style {
	s.Color = c
	return s
}

// The rules of tables.
var (
	headRule = pdf.Stroke{Width: 0.35, Color: ink}
	rowRule  = pdf.Stroke{Width: 0.2, Color: grey}
)
