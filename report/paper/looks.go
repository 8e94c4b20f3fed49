package paper

import (
	"slices"
	"strings"
	"sync"

	"actionplan/report"
	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/workbook"
)

// patterns are those of the table of meanings, as charts call them.
var patterns = map[workbook.Pattern]chart.Pattern{
	workbook.Plain: chart.Plain, workbook.InnerFrame: chart.InnerFrame, workbook.Diagonals: chart.Diagonals,
	workbook.Horizontals: chart.Horizontals, workbook.DashedOutline: chart.Dashed,
}

// shapes are those of the table of meanings, as charts call them.
var shapes = map[workbook.Shape]chart.Shape{
	workbook.TickedDisc: chart.TickedDisc, workbook.Tick: chart.TickMark, workbook.Pointer: chart.Pointer, workbook.WarningTriangle: chart.WarningTriangle,
	workbook.StopOctagon: chart.StopOctagon, workbook.Ring: chart.Ring, workbook.Cross: chart.Cross,
}

// look is how a meaning is shown.
func look(m workbook.Meaning) chart.Look { return worked()[m] }

// worked are the looks of all meanings, worked out once.
var worked = sync.OnceValue(func() map[workbook.Meaning]chart.Look {
	all := map[workbook.Meaning]chart.Look{}
	for _, m := range meanings() {
		all[m] = workedOut(m)
	}
	return all
})

func workedOut(m workbook.Meaning) chart.Look {
	of := m.Look()
	l := chart.Look{Name: strings.ReplaceAll(m.String(), " ", "-"), Fill: of.Fill.CSS(), Ink: of.Ink.CSS(),
		Pattern: patterns[of.Pattern], Shape: shapes[of.Shape], Order: slices.Index(workbook.WorstFirst, m)}
	if m == workbook.MeaningUnknown {
		l.Name = "unknown"
	}
	if of.Stripe != "" {
		l.Stripe = of.Stripe.CSS()
	}
	return l
}

func looks() []chart.Look {
	var all []chart.Look
	for _, m := range meanings() {
		all = append(all, look(m))
	}
	return all
}

// meanings are all, in the palette's order.
func meanings() []workbook.Meaning {
	return append(slices.Clone(workbook.Meanings), workbook.MeaningUnknown)
}

// inWords is a status as words after a shape.
func inWords(s report.Status) block.Status {
	if s.Word == "" {
		return block.Status{Word: "No status", None: true, Look: look(s.Meaning)}
	}
	return block.Status{Word: s.Word, Look: look(s.Meaning)}
}

// tag is a status in a filled box.
func tag(s report.Status) block.Status {
	t := inWords(s)
	t.Tag = true
	return t
}

// shapeOf is a meaning's shape in a line of text, none where it has none.
func shapeOf(m workbook.Meaning) []block.Run {
	l := look(m)
	if l.Shape == chart.NoShape {
		return nil
	}
	return []block.Run{{Mark: &l}}
}
