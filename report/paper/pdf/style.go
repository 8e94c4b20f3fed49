package pdf

import "actionplan/report/tagged"

// The styles of type. Nothing is smaller than 9.5 points, and what does not fit
// goes to another line or page; only in tables of one line for each row it is
// small.
var (
	h1       = tagged.Style{Size: 22, Leading: 26, Bold: true, Color: ink}
	h2       = tagged.Style{Size: 15, Leading: 19, Bold: true, Color: ink}
	h2Box    = tagged.Style{Size: 13, Leading: 16, Bold: true, Color: ink}
	h3Card   = tagged.Style{Size: 12, Leading: 15, Bold: true, Color: ink}
	goesOn   = tagged.Style{Size: 9.5, Leading: 10.2, Bold: true, Color: ink} // close, for it may stand on every page
	h3Small  = tagged.Style{Size: 10.5, Leading: 13.5, Bold: true, Color: ink}
	lead     = tagged.Style{Size: 15, Leading: 20, Bold: true, Color: ink}
	body     = tagged.Style{Size: 12, Leading: 16, Color: ink}
	fields   = tagged.Style{Size: 11, Leading: 14.5, Color: ink}
	meanings = tagged.Style{Size: 10.5, Leading: 14, Color: ink}
	table    = tagged.Style{Size: 10.5, Leading: 13.5, Color: ink}
	dense    = tagged.Style{Size: 10, Leading: 13, Color: ink}
	small    = tagged.Style{Size: 8.5, Leading: 10.2, Color: ink}
	label    = tagged.Style{Size: 9.5, Leading: 12, Color: ink}
	tagWord  = tagged.Style{Size: 10, Leading: 13, Bold: true, Color: ink}
	figure   = tagged.Style{Size: 22, Leading: 25, Bold: true, Color: ink}
	caption  = tagged.Style{Size: 10.5, Leading: 13.5, Color: ink}
	count    = tagged.Style{Size: 12.5, Leading: 16, Bold: true, Color: ink}
	latest   = tagged.Style{Size: 18, Leading: 21, Bold: true, Color: ink}
	beside   = tagged.Style{Size: 10, Leading: 12.5, Color: ink}
)

func bold(s tagged.Style) tagged.Style {
	s.Bold = true
	return s
}

func coloured(s tagged.Style, c tagged.Color) tagged.Style {
	s.Color = c
	return s
}

// The rules of tables.
var (
	headRule = tagged.Stroke{Width: 0.35, Color: ink}
	rowRule  = tagged.Stroke{Width: 0.2, Color: grey}
)
