package workbook

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// fault is what is wrong with a cell, before its place is known.
type fault struct {
	rule     string
	severity Severity
	message  string
	hint     string
	yearless *Yearless // what the hint gives a year, nil: nothing
}

func faulty(rule, hint, message string, args ...any) *fault {
	return faultOf(rule, Error, fmt.Sprintf(message, args...), hint)
}

func faultOf(rule string, severity Severity, message, hint string) *fault {
	return &fault{rule: rule, severity: severity, message: message, hint: hint}
}

// cellReader turns cells into values by the kind of their column.
type cellReader struct {
	formats  []xlsx.Format
	date1904 bool
	days     map[string]Date // by text, those that were read; nil: not kept
}

func (r cellReader) format(c xlsx.RawCell) xlsx.Format {
	if c.Style < 0 || c.Style >= len(r.formats) {
		return xlsx.Format{}
	}
	return r.formats[c.Style]
}

// read is the value of a filled cell. What cannot be read comes back as a
// fault; words are then still in Value.Text, dates and figures are not set.
func (r cellReader) read(col *Column, c xlsx.RawCell) (Value, *fault) {
	switch c.Kind {
	case xlsx.ErrorCell:
		return Value{}, faulty(RuleFormulaError, "Fix the formula, or type the value in its place.", "The formula gives %s instead of a value.", c.Text)
	case xlsx.UncalculatedCell:
		return Value{}, faulty(RuleFormulaUncalculated, "Open the workbook in Excel and save it, or type the value in its place.", "The result of the formula is not stored in the file.")
	}
	switch col.Kind {
	case Day:
		d, f := r.day(col, c)
		return Value{Text: r.words(c), Date: d}, f
	case Figure:
		n, f := r.figure(col, c)
		return Value{Num: n.number()}, f
	case Amount:
		n, f := r.amount(col, c)
		return Value{Num: n.number()}, f
	case Whole:
		n, f := r.whole(col, c)
		return Value{Num: n.number()}, f
	case List:
		return r.list(col, c)
	case Ref:
		return r.ref(c)
	case RefTo, RefsTo, RefsOrText:
		return r.refs(col, c)
	case People:
		s := r.words(c)
		return Value{Text: s, Parts: splitParts(s)}, nil
	}
	return Value{Text: r.words(c)}, nil
}

// words is how a cell looks to the person who typed it.
func (r cellReader) words(c xlsx.RawCell) string {
	if c.Kind != xlsx.NumberCell {
		return c.Text
	}
	n, err := strconv.ParseFloat(c.Text, 64)
	if err != nil {
		return c.Text
	}
	switch f := r.format(c); {
	case f.Date && n >= 1 && n < 2_958_466:
		return ukDate(r.serial(n))
	case f.Percent:
		return decimal(n*100) + "%"
	}
	return decimal(n)
}

// serial is the day of a stored number, whichever year the workbook counts
// from; the time of day goes.
func (r cellReader) serial(n float64) Date {
	if r.date1904 {
		n += 1462 // days from 1 January 1900 to 1 January 1904
	}
	return DateOfSerial(int(math.Floor(n)))
}

// decimal is a number's shortest decimal text at Excel's own precision of 15
// digits: what is stored as 1.1000000000000001 was typed as 1.1.
func decimal(n float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		rounded = n
	}
	if math.Abs(rounded) >= 1e15 {
		return strconv.FormatFloat(rounded, 'g', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

func ukDate(d Date) string { return d.format("02/01/2006") }

// quoted is a value in a message.
func quoted(s string) string { return words.Quote(words.Clip(s, words.InLine)) }

// list reads one value of a list.
func (r cellReader) list(col *Column, c xlsx.RawCell) (Value, *fault) {
	s := r.words(c)
	if v, ok := col.listed(s); ok {
		return Value{Text: v}, nil
	}
	hint := "Enter one of: " + strings.Join(col.List, ", ") + "."
	names := append(slices.Clone(col.List), sortedKeys(col.Also)...)
	if near := words.Likely(s, names); near != "" {
		if v, ok := col.listed(near); ok {
			near = v
		}
		hint = "Did you mean " + quoted(near) + "? " + hint
	}
	return Value{Text: s}, faulty(RuleListValue, hint, "%s is not in the list for %s.", quoted(s), col.Heading)
}

// listed is the value of the list that s stands for.
func (col *Column) listed(s string) (string, bool) {
	if slices.Contains(col.List, s) {
		return s, true
	}
	s = words.Fold(s)
	for _, v := range col.List {
		if words.Fold(v) == s {
			return v, true
		}
	}
	v, ok := col.Also[s]
	return v, ok
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// ref reads a record's own ref.
func (r cellReader) ref(c xlsx.RawCell) (Value, *fault) {
	s := r.words(c)
	if f := r.refDate(c); f != nil {
		return Value{Text: s}, f
	}
	if isRefShape(s) {
		return Value{Text: s}, nil
	}
	hint := "Use up to 20 letters, digits, full stops, underscores and hyphens, without spaces."
	if fixed := fixRef(s); fixed != "" {
		hint = "Enter " + fixed + ". " + hint
	}
	if utf8.RuneCountInString(s) > MaxRef {
		return Value{Text: s}, faulty(RuleRefFormat, hint, "The ref %s is longer than %d characters.", quoted(s), MaxRef)
	}
	return Value{Text: s}, faulty(RuleRefFormat, hint, "The ref %s holds a character that a ref cannot have.", quoted(s))
}

// refs reads refs of another sheet. Whether they lead anywhere is judged once
// every sheet is read.
func (r cellReader) refs(col *Column, c xlsx.RawCell) (Value, *fault) {
	s := r.words(c)
	if f := r.refDate(c); f != nil && col.Kind != RefsOrText {
		return Value{Text: s}, f
	}
	if col.Kind == RefTo {
		return Value{Text: s}, nil
	}
	return Value{Text: s, Parts: splitParts(s)}, nil
}

// refDate is the fault of a ref such as 1-2 that Excel took for a date.
func (r cellReader) refDate(c xlsx.RawCell) *fault {
	if c.Kind != xlsx.NumberCell || !r.format(c).Date {
		return nil
	}
	d, _ := r.plainDay(c)
	return faulty(RuleRefDate, fmt.Sprintf("Format the cell as Text and type the ref again, for example %d-%d.", d.Day(), int(d.Month())),
		"Excel has turned the ref into the date %s.", ukDate(d))
}

// MaxRef is how many characters a ref has at most.
const MaxRef = 20

// isRefShape is true of what a ref may be.
func isRefShape(s string) bool {
	n := 0
	for _, r := range words.Fold(s) {
		n++
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '_' && r != '-' {
			return false
		}
	}
	return n > 0 && n <= MaxRef
}

// digitGap is a space between two numbers: "A1 01" is A1-01, not A101.
var digitGap = words.MustCompile(`(\d)\s+(\d)`)

// fixRef is what was probably meant by a ref that is badly formed, or "".
func fixRef(s string) string {
	fixed := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '/' || r == '\\' || r == ':':
			return '-'
		case r == ',':
			return '.'
		case r == '(' || r == ')' || r == '#' || r == '[' || r == ']' || r == '\'' || r == '"':
			return -1
		}
		return r
	}, digitGap.ReplaceAllString(s, "$1-$2"))
	if isRefShape(fixed) {
		return fixed
	}
	return ""
}

// splitParts takes several refs or names in one cell apart.
func splitParts(s string) []string {
	var parts []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ',' || r == '\n' || r == '；' || r == '，' }) {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}
