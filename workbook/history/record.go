package history

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// row is one record of one plan, as the comparison sees it.
type row struct {
	sheet   *sheet
	nth     int    // in sheet order, from 0
	ref     string // as printed
	id      string // what it is found by, folded; "" where it has none
	parent  string // id of the record it belongs to; rows of different parents are never the same
	title   string // the words that it is recognised by
	record  workbook.Record
	source  workbook.Source
	columns []*workbook.Column // that are compared
	values  []value            // by columns

	words *wording // of title and of everything written in the row; nil until asked for
}

// value is one cell of a record.
type value struct {
	shown string   // as JSON prints it: dates yyyy-mm-dd, several parts joined by "; "
	parts []string // of a cell that holds several refs, names or decisions
	date  workbook.Date
	num   workbook.Number
}

func (v value) blank() bool { return v.shown == "" }

func text(s string) value       { return value{shown: words.Clean(s)} }
func day(d workbook.Date) value { return value{shown: d.String(), date: d} }

// number is a figure without the dust that sums in Excel leave behind.
func number(n float64) string {
	return strconv.FormatFloat(math.Round(n*1e9)/1e9, 'f', -1, 64)
}

func figure(n workbook.Number) value {
	if !n.Set {
		return value{}
	}
	return value{shown: number(n.Value), num: n}
}

// several is a cell whose parts may stand in any order.
func several(parts []string) value {
	v := value{}
	for _, p := range parts {
		if p = words.Clean(p); p != "" {
			v.parts = append(v.parts, p)
		}
	}
	v.shown = strings.Join(v.parts, "; ")
	return v
}

// split is several parts in a cell that is read as one text.
func split(s string) value {
	return several(strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ',' || r == '\n' }))
}

// foldedSet is the parts of a cell, each once, in one order.
func foldedSet(parts []string, by func(string) string) []string {
	set := make([]string, len(parts))
	for i, p := range parts {
		set[i] = by(p)
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// samePerson says whether two cells name one owner: the same but for case and
// spaces, or the same words in another order ("Smith, Jane").
func samePerson(a, b string) bool {
	return words.SameName(a, b) || words.SameWords(a, b)
}
