package workbook

import (
	"fmt"
	"slices"
)

// amount is one figure in the unit of a measure.
type amount struct {
	rec    Record
	src    *Source
	column int
	quantity
}

func (a amount) col() *Column { return &a.src.table.sheet.Columns[a.column] }

func (a amount) set(value float64) {
	a.col().set(a.rec, Value{Num: Number{Value: value, Set: true}})
}

// decides is true of the figures that show how a measure is written down:
// its tolerance and its comparators follow them.
func (a amount) decides() bool {
	h := a.col().Heading
	return h == ColBaseline || h == ColTarget || h == ColValue
}

// isFraction is true of a plain figure that a percentage can only be as a
// fraction, or as less than one per cent.
func (a amount) isFraction() bool { return !a.percent && a.value > 0 && a.value < 1 }

// scaleAmounts brings the figures of each measure to one unit.
func (l *loader) scaleAmounts() {
	of := map[*Measure][]amount{}
	for _, a := range l.amounts {
		switch rec := a.rec.(type) {
		case *Measure:
			of[rec] = append(of[rec], a)
		case *Reading:
			if m := l.plan.FindMeasure(rec.Measure); m != nil {
				of[m] = append(of[m], a)
			}
		}
	}
	for _, m := range l.plan.Measures {
		switch {
		case m.Unit == "":
		case isPercentUnit(m.Unit):
			l.scalePercent(m, of[m])
		default:
			l.refusePercent(m, of[m])
		}
	}
}

// refusePercent reports percentages of a measure that is none.
func (l *loader) refusePercent(m *Measure, amounts []amount) {
	for _, a := range amounts {
		if !a.percent {
			continue
		}
		a.col().set(a.rec, Value{})
		l.report(a.src, a.column, faulty(RuleNumberReal, "Enter the plain number, or change the measure's Unit to %.",
			"%s is a percentage, but the unit of the measure is %s.", quoted(a.src.raw[a.column]), quoted(m.Unit)), m.At(ColUnit))
	}
}

// scalePercent reads a percentage's figures. All from 0 to 1 are fractions,
// also where they are only nothing and all; fractions beside percentages are
// a mixture that nobody can read for sure.
func (l *loader) scalePercent(m *Measure, amounts []amount) {
	fractions, whole := 0, 0
	for _, a := range amounts {
		switch {
		case !a.decides():
		case a.isFraction(), !a.percent && a.value == 1:
			fractions++
		case a.percent || a.value > 1 || a.value < 0:
			whole++
		}
	}
	if fractions == 0 || whole > 0 {
		l.reportMixed(amounts, whole > 0)
		return
	}
	first := amounts[slices.IndexFunc(amounts, func(a amount) bool { return a.decides() && !a.percent && a.value > 0 })]
	for _, a := range amounts {
		if !a.percent && a.value >= 0 && a.value <= 1 {
			a.set(rounded(a.value * 100))
		}
	}
	l.report(first.src, first.column, faultOf(RulePercentFraction, Advice,
		fmt.Sprintf("The values of %s all lie from 0 to 1, so they are read as fractions: %s as %s%%.", quoted(m.Name), decimal(first.value), decimal(first.value*100)),
		"Enter percentages as 60 or 60%, so that nobody has to guess."))
}

func (l *loader) reportMixed(amounts []amount, whole bool) {
	if !whole {
		return
	}
	for _, a := range amounts {
		if !a.isFraction() || a.col().Heading == ColTolerance {
			continue
		}
		a.col().set(a.rec, Value{}) // neither guess is judged or drawn
		l.report(a.src, a.column, faulty(RulePercentMixed, fmt.Sprintf("Enter %s%% if that is what it is, or %s%% if it really is less than one per cent.", decimal(a.value*100), decimal(a.value)),
			"%s may be %s%% or %s%%: other values of this measure are written as whole percentages.", decimal(a.value), decimal(a.value*100), decimal(a.value)))
	}
}
