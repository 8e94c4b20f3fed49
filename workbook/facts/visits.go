package facts

import (
	"cmp"
	"math"
	"slices"

	"actionplan/workbook"
)

// orderVisits puts visits, given in sheet order, into time order and numbers
// them.
//
// A visit's day is Started, else Letter dated; visits with a day stand by it,
// those of one day by Number, then by row. A visit without a day cannot be
// compared by pairs with the others (a Number says nothing against a date), so
// it is put into their line: one with a Number just before the first of its
// kind with a higher Number, or just after the last with a lower one; one
// that has nothing to go by, just after the visit in the row above it.
func orderVisits(sheet []*Visit) []*Visit {
	line := visitLine{placed: make(map[*Visit]bool, len(sheet))}
	line.placeDated(sheet)
	numbered := byNumber(sheet)
	for _, v := range numbered {
		line.placeByNumber(v)
	}
	for i, v := range sheet {
		if !line.placed[v] {
			line.placeByRow(sheet[:i], line.fellows(v, numbered))
		}
	}
	for i, v := range line.visits {
		v.Order = i + 1
	}
	return line.visits
}

// visitLine is the visits placed so far, earliest first.
type visitLine struct {
	visits []*Visit
	placed map[*Visit]bool
}

func (l *visitLine) insert(at int, v *Visit) {
	l.visits = slices.Insert(l.visits, at, v)
	l.placed[v] = true
}

func (l *visitLine) placeDated(sheet []*Visit) {
	for _, v := range sheet {
		if !v.Day().IsZero() {
			l.insert(len(l.visits), v)
		}
	}
	slices.SortStableFunc(l.visits, func(a, b *Visit) int {
		return cmp.Or(a.Day().Compare(b.Day()), compareNumbers(a, b))
	})
}

// placeByNumber puts a visit beside the numbered ones of its kind, if the
// line has any.
func (l *visitLine) placeByNumber(v *Visit) {
	after := -1
	for i, other := range l.visits {
		if other.Kind != v.Kind || !other.Number.Set {
			continue
		}
		if other.Number.Value > v.Number.Value {
			l.insert(i, v)
			return
		}
		after = i
	}
	if after >= 0 {
		l.insert(after+1, v)
	}
}

// fellows is the visit itself, or, where it has a Number, all visits of its
// kind that nothing with a day could place, lowest Number first.
func (l *visitLine) fellows(v *Visit, numbered []*Visit) []*Visit {
	if !v.Number.Set {
		return []*Visit{v}
	}
	var found []*Visit
	for _, other := range numbered {
		if other.Kind == v.Kind && !l.placed[other] {
			found = append(found, other)
		}
	}
	return found
}

// placeByRow puts visits after the one in the last of the rows above, or in
// front where there is none.
func (l *visitLine) placeByRow(above, visits []*Visit) {
	at := 0
	if len(above) > 0 {
		at = slices.Index(l.visits, above[len(above)-1]) + 1
	}
	for i, v := range visits {
		l.insert(at+i, v)
	}
}

// byNumber is the visits with a Number and no day, lowest first.
func byNumber(sheet []*Visit) []*Visit {
	var numbered []*Visit
	for _, v := range sheet {
		if v.Day().IsZero() && v.Number.Set {
			numbered = append(numbered, v)
		}
	}
	slices.SortStableFunc(numbered, compareNumbers)
	return numbered
}

// compareNumbers puts visits without a Number last.
func compareNumbers(a, b *Visit) int {
	return cmp.Compare(numberOr(a, math.Inf(1)), numberOr(b, math.Inf(1)))
}

func numberOr(v *Visit, otherwise float64) float64 {
	if !v.Number.Set {
		return otherwise
	}
	return v.Number.Value
}

// Day is the day by which a visit is placed in time, zero if it has none.
func (v *Visit) Day() workbook.Date {
	if !v.Started.IsZero() {
		return v.Started
	}
	return v.LetterDated
}

// SurelyBefore says whether a visit came before another by their days, or by
// their numbers where both are of one kind. By their rows alone nothing is sure.
func (v *Visit) SurelyBefore(other *Visit) bool {
	if a, b := v.Day(), other.Day(); !a.IsZero() && !b.IsZero() {
		return a.Before(b)
	}
	return v.Kind == other.Kind && v.Number.Set && other.Number.Set && v.Number.Value < other.Number.Value
}
