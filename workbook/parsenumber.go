package workbook

import (
	"math"
	"strconv"
	"strings"

	"actionplan/workbook/xlsx"

	"actionplan/workbook/words"
)

// quantity is a number together with the way in which it was written.
type quantity struct {
	value   float64
	percent bool // written as 60% or shown so: value is then 60
	set     bool
}

func (q quantity) number() Number { return Number{Value: q.value, Set: q.set} }

var (
	plainNumber = words.MustCompile(`^[+-]?(\d+(\.\d+)?|\.\d+)$`)
	anyNumber   = words.MustCompile(`[+-]?\d[\d,]*(\.\d+)?`)
)

// quantity reads a number cell, or text that is nothing but a number; ok is
// false for anything else.
func (r cellReader) quantity(c xlsx.RawCell) (quantity, bool) {
	switch c.Kind {
	case xlsx.NumberCell:
		n, err := strconv.ParseFloat(c.Text, 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) || r.format(c).Date {
			return quantity{}, false
		}
		if r.format(c).Percent {
			return quantity{rounded(n * 100), true, true}, true
		}
		return quantity{rounded(n), false, true}, true
	case xlsx.TextCell:
		s, percent := strings.CutSuffix(strings.ReplaceAll(c.Text, "\u2212", "-"), "%")
		s = strings.TrimSpace(s)
		if !plainNumber.MatchString(s) {
			return quantity{}, false
		}
		n, err := strconv.ParseFloat(s, 64)
		return quantity{n, percent, err == nil}, err == nil
	}
	return quantity{}, false
}

// rounded takes off what binary arithmetic adds beyond Excel's 15 digits.
func rounded(n float64) float64 {
	v, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return n
	}
	return v
}

// figure reads a plain number.
func (r cellReader) figure(col *Column, c xlsx.RawCell) (quantity, *fault) {
	q, ok := r.quantity(c)
	if !ok || q.percent {
		return quantity{}, r.notNumber(col, c)
	}
	return q, nil
}

// amount reads a number in the unit of its measure.
func (r cellReader) amount(col *Column, c xlsx.RawCell) (quantity, *fault) {
	q, ok := r.quantity(c)
	if !ok {
		return quantity{}, r.notNumber(col, c)
	}
	return q, nil
}

// whole reads a whole number from Min to Max.
func (r cellReader) whole(col *Column, c xlsx.RawCell) (quantity, *fault) {
	q, ok := r.quantity(c)
	if !ok || q.percent {
		return quantity{}, r.notNumber(col, c)
	}
	hint := "Enter a whole number from " + strconv.Itoa(col.Min) + " to " + strconv.Itoa(col.Max) + ", such as " + col.Example + "."
	switch {
	case q.value != math.Trunc(q.value):
		return quantity{}, faulty(RuleNumberReal, hint, "%s %s is not a whole number.", col.Heading, decimal(q.value))
	case q.value < float64(col.Min) || q.value > float64(col.Max):
		return quantity{}, faulty(RuleNumberRange, hint, "%s %s is not from %d to %d.", col.Heading, decimal(q.value), col.Min, col.Max)
	}
	return q, nil
}

// notNumber says what to type where there should be a number.
func (r cellReader) notNumber(col *Column, c xlsx.RawCell) *fault {
	s := r.words(c)
	if c.Kind == xlsx.NumberCell && r.format(c).Date {
		return faulty(RuleNumberReal, "Format the cell as Number and type the figure again, such as "+col.Example+".", "Excel shows the figure as the date %s.", quoted(s))
	}
	return faulty(RuleNumberReal, numberHint(col, s), "%s %s is not a number that can be read.", col.Heading, quoted(s))
}

func numberHint(col *Column, s string) string {
	found := anyNumber.FindAllString(s, -1)
	if len(found) == 1 && !strings.HasPrefix(found[0], ",") {
		bare := strings.ReplaceAll(found[0], ",", "")
		if strings.Contains(s, "%") && col.Kind == Amount {
			bare += "%"
		}
		return "Enter only the number: " + bare + "."
	}
	hint := "Enter a number, such as " + col.Example
	if !col.Required {
		hint += ", or leave the cell blank if it is not known"
	}
	return hint + "."
}
