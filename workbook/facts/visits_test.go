package facts

import (
	"strings"
	"testing"

	"actionplan/workbook"
)

func TestOrderOfVisits(t *testing.T) {
	const none = -1
	visit := func(ref string, started, letter int, number float64) *workbook.Visit {
		v := &workbook.Visit{Ref: ref, Kind: workbook.KindMonitoring}
		if started > 0 {
			v.Started = today.Add(started)
		}
		if letter > 0 {
			v.LetterDated = today.Add(letter)
		}
		if number >= 0 {
			v.Number = num(number)
		}
		return v
	}
	inspection := func(v *workbook.Visit) *workbook.Visit {
		v.Kind = workbook.KindInspection
		return v
	}
	tests := []struct {
		reason string
		visits []*workbook.Visit
		want   string
	}{
		{"by Started", []*workbook.Visit{visit("b", 2, 0, none), visit("a", 1, 0, none)}, "a b"},
		{"Letter dated where Started is not stated", []*workbook.Visit{visit("b", 20, 0, none), visit("c", 0, 30, none), visit("a", 0, 10, none)}, "a b c"},
		{"Started goes before Letter dated", []*workbook.Visit{visit("b", 20, 21, none), visit("a", 10, 99, none)}, "a b"},
		{"one day: by Number, one without last", []*workbook.Visit{visit("c", 1, 0, none), visit("b", 1, 0, 2), visit("a", 1, 0, 1)}, "a b c"},
		{"one day, no Number: by row", []*workbook.Visit{visit("a", 1, 0, none), visit("b", 1, 0, none)}, "a b"},
		{"no dates: by Number", []*workbook.Visit{visit("c", 0, 0, 3), visit("a", 0, 0, 1), visit("b", 0, 0, 2)}, "a b c"},
		{"no dates, no Number: by row", []*workbook.Visit{visit("a", 0, 0, none), visit("b", 0, 0, none), visit("c", 0, 0, none)}, "a b c"},
		{"an undated second visit comes before a dated fifth", []*workbook.Visit{visit("five", 50, 0, 5), visit("six", 60, 0, 6), visit("two", 0, 0, 2)}, "two five six"},
		{"an undated visit stands between its neighbours", []*workbook.Visit{visit("five", 50, 0, 5), visit("three", 0, 0, 3), visit("two", 20, 0, 2), visit("four", 0, 0, 4)}, "two three four five"},
		{"the last visit, undated, comes after the others of its kind", []*workbook.Visit{visit("seven", 0, 0, 7), visit("five", 50, 0, 5), visit("later", 90, 0, none)}, "five seven later"},
		{"the same Number without a day comes after the dated one", []*workbook.Visit{visit("undated", 0, 0, 2), visit("dated", 50, 0, 2), visit("three", 60, 0, 3)}, "dated undated three"},
		{"a Number of another kind says nothing", []*workbook.Visit{inspection(visit("i", 50, 0, 9)), visit("two", 0, 0, 2)}, "i two"},
		{"nothing to go by: after the row above", []*workbook.Visit{visit("b", 50, 0, none), visit("a", 10, 0, none), visit("x", 0, 0, none), visit("y", 0, 0, none)}, "a x y b"},
		{"nothing to go by in the first row: in front", []*workbook.Visit{visit("x", 0, 0, none), visit("a", 10, 0, none)}, "x a"},
		{"numbers without any date of their kind keep their order where the first stands", []*workbook.Visit{inspection(visit("i", 10, 0, none)), visit("two", 0, 0, 2), visit("one", 0, 0, 1), inspection(visit("j", 90, 0, none))}, "i one two j"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			var got []string
			for i, v := range derive(&workbook.Plan{Visits: test.visits}).Visits {
				got = append(got, v.Ref)
				if v.Order != i+1 {
					t.Errorf("%s is numbered %d at place %d", v.Ref, v.Order, i+1)
				}
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("order %v, want %s", got, test.want)
			}
		})
	}
}
