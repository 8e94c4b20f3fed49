package workbook

import (
	"cmp"
	"slices"

	"actionplan/workbook/xlsx"
)

// Severity says how much a problem matters. The zero value is invalid, so
// that a forgotten severity shows.
type Severity int

const (
	SeverityInvalid Severity = iota
	Error                    // a missing or contradictory fact
	Warning                  // the board could be misled
	Advice                   // writing and load
)

func (s Severity) String() string {
	return [...]string{"invalid", "error", "warning", "advice"}[s]
}

// Problem is one thing in the workbook that needs attention. It is data, not
// an error: every problem of a workbook is found in one run.
type Problem struct {
	Rule     string // kebab-case name of the rule, such as owner-known
	Severity Severity
	Cell     xlsx.Cell // the cell that somebody must change
	Column   string    // that cell's heading as the file spells it; on Plan the field
	Ref      string    // the record's ref, "" where it has none
	Message  string    // what is wrong, one sentence
	Hint     string    // how to fix it
	Value    string    // what is there, as typed; never what a publication rule found
	Related  []xlsx.Cell
	Waived   *Waiver // who answers for it; nil: nobody

	// Yearless is a day without its year in a cell that looks ahead, nil
	// elsewhere.
	Yearless *Yearless
}

// On is the problem as it stands on a date: its hint names the next day that
// the words without a year may mean.
func (p Problem) On(asOf Date) Problem {
	if p.Yearless != nil {
		p.Hint = p.Yearless.hint(asOf)
	}
	return p
}

// Problems is every problem of one run.
type Problems []Problem

// Sort brings problems into the one order that every output uses: sheets in
// the order given, then row, column, severity, rule, message.
func (ps Problems) Sort(sheets []string) {
	order := make(map[string]int, len(sheets))
	for i, s := range sheets {
		order[s] = i + 1
	}
	rank := func(c xlsx.Cell) int {
		if c.Sheet == "" {
			return 0
		}
		if n, ok := order[c.Sheet]; ok {
			return n
		}
		return len(sheets) + 1
	}
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(rank(a.Cell), rank(b.Cell)),
			cmp.Compare(a.Cell.Sheet, b.Cell.Sheet),
			cmp.Compare(a.Cell.Row, b.Cell.Row),
			cmp.Compare(a.Cell.Col, b.Cell.Col),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Counts is how many problems there are of each severity. Waived ones stand
// only under Waived.
type Counts struct{ Error, Warning, Advice, Waived int }

// Count counts.
func (ps Problems) Count() Counts {
	var n Counts
	for _, p := range ps {
		switch {
		case p.Waived != nil:
			n.Waived++
		case p.Severity == Error:
			n.Error++
		case p.Severity == Warning:
			n.Warning++
		default:
			n.Advice++
		}
	}
	return n
}
