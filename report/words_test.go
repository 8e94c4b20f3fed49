package report

import (
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/contrast"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

func TestWords(t *testing.T) {
	day := workbook.MustDate
	for _, c := range []struct{ got, want, reason string }{
		{words.Count(0, "action", "actions"), "no actions", "nothing is said in a word"},
		{words.Count(1, "action", "actions"), "one action", "one in words inside a sentence"},
		{words.Count(2, "action", "actions"), "2 actions", "numerals from 2"},
		{words.Opening(8), "Eight", "a sentence never opens with a figure"},
		{words.Opening(14), "Fourteen", "teens"},
		{words.Opening(40), "Forty", "round tens"},
		{words.Opening(57), "Fifty-seven", "tens and ones"},
		{words.Opening(300), "In all, 300", "past 99 no word would be read"},
		{words.OpeningCount(1, "action is", "actions are"), "One action is", "one of them"},
		{words.OpeningCount(9, "action is", "actions are"), "Nine actions are", "nor with a count"},
		{leftOutWords(workbook.Key{}, slices.Repeat([]*facts.Action{{}}, 9), Timeline{Rows: make([]TimelineRow, 20)}), "Nine actions that are closed or outside this time are not drawn.", "nor below the timeline"},
		{MoreMeasures([]*Measure{{}}, 2), "One more measure is in the board's paper.", "beside those shown"},
		{MoreMeasures([]*Measure{{}, {}}, 0), "Two measures are in the board's paper.", "more than none is not more"},
		{MoreMeasures([]*Measure{{Against: "behind"}}, 2), "One more measure is in the board's paper and is behind.", "one that is behind"},
		{MoreMeasures([]*Measure{{Against: "behind"}, {}, {Against: "missed"}, {Against: "behind"}, {Against: "met, not held"}}, 2),
			"Five more measures are in the board's paper, of which 2 are behind and 2 have missed their targets.", "how many are short of their target"},
		{words.Percent(3, 14), "21%", "whole percentages"},
		{words.Percent(1, 8), "13%", "a half goes up"},
		{words.Percent(0, 5), "0%", "zero is printed"},
		{words.Percent(5, 5), "100%", "all"},
		{words.Percent(199, 200), "99%", "not quite all is never 100%"},
		{words.Percent(1, 300), "1%", "a few are never 0%"},
		{words.And([]string{"a", "b", "c"}), "a, b and c", "no comma before and"},
		{dateRange(day("2022-09-14"), day("2022-09-15")), "14 and 15 September 2022", "two days"},
		{dateRange(day("2022-09-12"), day("2022-09-16")), "12 to 16 September 2022", "ranges with to"},
		{dateRange(day("2022-08-29"), day("2022-09-02")), "29 August to 2 September 2022", "over two months"},
		{dateRange(day("2022-12-30"), day("2023-01-02")), "30 December 2022 to 2 January 2023", "over two years"},
		{dateRange(day("2018-10-24"), workbook.Date{}), "24 October 2018", "no end"},
		{dateRange(workbook.Date{}, workbook.Date{}), "", "no date at all"},
		{words.Times(2), "twice", "twice"},
		{words.Times(3), "3 times", "numerals"},
		{words.LowerFirst("Children's plan"), "children's plan", "inside a sentence"},
		{words.LowerFirst("SEND plan"), "SEND plan", "an abbreviation keeps its capitals"},
		{contrast.OnWhite("#f2b800"), "#967100", "darkened until it can be read"},
		{contrast.OnWhite("#1f5f5f"), "#1f5f5f", "dark enough as it is"},
		{words.Decimal(79.04), "79", "one decimal at most"},
		{words.Decimal(4.25), "4.3", "rounded"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.reason, c.got, c.want)
		}
	}
}

func TestRefsInTheOrderOfPeople(t *testing.T) {
	for _, c := range []struct {
		a, b string
		less bool
	}{{"1.2", "1.10", true}, {"1.10", "1.2", false}, {"2.1", "10.1", true}, {"A1", "A1", false}, {"A1", "A1-1", true}, {"A9", "B1", true}} {
		if got := lessRef(c.a, c.b); got != c.less {
			t.Errorf("%s before %s: %v", c.a, c.b, got)
		}
	}
}

func TestGlossaryTerms(t *testing.T) {
	for _, c := range []struct {
		text, term string
		found      bool
	}{
		{"the IRO checks", "IRO", true},
		{"two IROs check", "IRO", true},
		{"the IRO’s check", "IRO", true},
		{"ENVIRONMENT", "IRO", false},
		{"stay put", "put", true},
		{"computer", "put", false},
		{"", "put", false},
	} {
		if got := hasWord(c.text, c.term); got != c.found {
			t.Errorf("%q in %q: %v", c.term, c.text, got)
		}
	}
}

func TestScaleOfChart(t *testing.T) {
	v := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		reason    string
		m         Measure
		percent   bool
		low, high float64
	}{
		{"tens round all values", Measure{Points: []Point{{Value: 41}, {Value: 38}}, Target: v(25)}, true, 20, 50},
		{"never past 100%", Measure{Points: []Point{{Value: 62}, {Value: 79}}, Target: v(98)}, true, 50, 100},
		{"never below 0 where nothing is", Measure{Points: []Point{{Value: 2}, {Value: 4}}, Target: v(0)}, true, 0, 10},
		{"one value only", Measure{Points: []Point{{Value: 50}}}, true, 40, 60},
		{"days", Measure{Points: []Point{{Value: 38}, {Value: 31}}, Target: v(20)}, false, 10, 50},
	} {
		if low, high := scale(&c.m, c.percent); low != c.low || high != c.high {
			t.Errorf("%s: %v to %v, want %v to %v", c.reason, low, high, c.low, c.high)
		}
	}
}

// Under a figure a few actions stand with their names, and none by its number alone.
func TestByName(t *testing.T) {
	action := func(ref, short string) *facts.Action {
		return &facts.Action{Action: &workbook.Action{Ref: ref, ShortName: short}}
	}
	two := []*facts.Action{action("2.1", "Midway checks"), action("2.2", "Risk assessments")}
	for _, c := range []struct {
		of           []*facts.Action
		want, reason string
	}{
		{nil, "", "none"},
		{two, ": 2.1\u00a0Midway checks and 2.2\u00a0Risk assessments", "each with its name"},
		{append(two[:1:1], action("2.3", "")), "", "one has no short name"},
		{[]*facts.Action{two[0], two[0], two[0], two[0]}, "", "too many"},
		{append(two[:1:1], action("2.3", strings.Repeat("long ", 20))), "", "too long"},
	} {
		if got := byName(c.of); got != c.want {
			t.Errorf("%s: got %q, want %q", c.reason, got, c.want)
		}
	}
}
