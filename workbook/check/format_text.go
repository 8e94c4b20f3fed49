package check

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// TextStyle says how problems are printed for people.
type TextStyle struct {
	Width  int  // of the terminal in characters; 0 means 100
	Colour bool // colour the places by severity
	Quiet  bool // problems only: nothing of what was checked
	All    bool // every problem in full, none gathered
	By     By   // problems grouped by this; "" the errors first, then by sheet
}

// Of one rule on one sheet the first few are printed in full; the others are
// gathered into one line, unless there are so few that it would save nothing.
const (
	shownInFull = 3
	gatherFrom  = 6
	placesShown = 12
)

// totalsFrom is the number of problems from which a list ends with totals:
// fewer can be counted by eye.
const totalsFrom = 20

// WriteText prints problems for people, errors first, by sheet: place, ref,
// what is wrong and the rule, below it how to fix it; then counts, and what
// was checked.
func WriteText(w io.Writer, r Result, style TextStyle) error {
	if style.Width <= 0 {
		style.Width = 100
	}
	t := &textWriter{style: style}
	if style.By == "" {
		t.bySeverity(r.Problems)
	} else {
		t.byGroup(r)
	}
	t.waived(r.Waived)
	t.summary(r)
	if r.Options.Submission && !style.Quiet {
		t.line("")
		statement := Statement(r)
		statement.Parts = slices.DeleteFunc(statement.Parts, func(p StatementPart) bool { return len(p.Left) > 0 }) // printed above
		t.statement(statement.Text())
	}
	_, err := io.WriteString(w, t.out.String())
	return err
}

// statement prints the submission statement, its paragraphs broken to the
// width.
func (t *textWriter) statement(text string) {
	for _, paragraph := range strings.Split(strings.TrimSpace(text), "\n") {
		indent := len(paragraph) - len(strings.TrimLeft(paragraph, " "))
		if paragraph == "" {
			t.line("")
		}
		for _, line := range wrap(paragraph, t.room(indent)) {
			t.line(strings.Repeat(" ", indent) + line)
		}
	}
}

type textWriter struct {
	out   strings.Builder
	style TextStyle
}

func (t *textWriter) line(s string) { t.out.WriteString(strings.TrimRight(s, " ") + "\n") }

// bySeverity prints the errors, then the warnings, then the advice, under a
// line that counts them where there is more than one of these.
func (t *textWriter) bySeverity(list workbook.Problems) {
	counts := list.Count()
	mixed := counts.Error < len(list) && counts.Warning < len(list) && counts.Advice < len(list)
	for _, part := range []struct {
		severity workbook.Severity
		heading  string
	}{
		{workbook.Error, words.Figures(counts.Error, "error", "errors") + ", to be put right"},
		{workbook.Warning, words.Figures(counts.Warning, "warning", "warnings") + ": the board could be misled"},
		{workbook.Advice, words.Figures(counts.Advice, "piece of advice", "pieces of advice") + " on wording and load"},
	} {
		of := ofSeverity(list, part.severity)
		if mixed && len(of) > 0 {
			t.line(part.heading)
			t.line("")
		}
		t.problems(of)
	}
}

// worst is the first of the problems that matter most.
func worst(list workbook.Problems) workbook.Problem {
	return slices.MinFunc(list, func(a, b workbook.Problem) int { return cmp.Compare(a.Severity, b.Severity) })
}

func ofSeverity(list workbook.Problems, severity workbook.Severity) workbook.Problems {
	var of workbook.Problems
	for _, p := range list {
		if p.Severity == severity {
			of = append(of, p)
		}
	}
	return of
}

// byGroup prints what each owner, rule or sheet has, to chase from, errors
// first.
func (t *textWriter) byGroup(r Result) {
	for _, g := range r.groups(t.style.By) {
		t.line(g.name + ": " + countsLine(g.problems.Count()))
		t.line("")
		var list workbook.Problems
		for _, severity := range []workbook.Severity{workbook.Error, workbook.Warning, workbook.Advice} {
			list = append(list, ofSeverity(g.problems, severity)...)
		}
		t.sheet(list)
		t.line("")
	}
}

// totals count a long list by sheet, rule and owner.
func (t *textWriter) totals(r Result) {
	if len(r.Problems) < totalsFrom {
		return
	}
	for _, part := range []struct {
		by   By
		name string
	}{{BySheet, "By sheet: "}, {ByRule, "By rule: "}, {ByOwner, "By owner (--by owner lists them): "}} {
		totals := r.Totals(part.by)
		var counted []string
		for _, x := range totals[:min(len(totals), placesShown)] {
			counted = append(counted, x.Name+" "+strconv.Itoa(x.Counts.Error+x.Counts.Warning+x.Counts.Advice)+ofErrors(x.Counts.Error))
		}
		text := part.name + strings.Join(counted, "; ")
		if n := len(totals) - placesShown; n > 0 {
			text += "; and " + words.Figures(n, "other", "others")
		}
		for _, line := range wrap(text+".", t.style.Width) {
			t.line(line)
		}
	}
}

// ofErrors says in brackets how many of a total are errors.
func ofErrors(n int) string {
	if n == 0 {
		return ""
	}
	return " (" + words.Figures(n, "error", "errors") + ")"
}

// problems prints every sheet's problems with a blank line between sheets.
func (t *textWriter) problems(list workbook.Problems) {
	for start := 0; start < len(list); {
		end := start
		for end < len(list) && list[end].Cell.Sheet == list[start].Cell.Sheet {
			end++
		}
		t.sheet(list[start:end])
		t.line("")
		start = end
	}
}

// sheet prints one sheet's problems under one margin.
func (t *textWriter) sheet(list workbook.Problems) {
	place, ref := 0, 0
	for _, p := range list {
		place = max(place, utf8.RuneCountInString(p.Cell.String()))
		ref = max(ref, utf8.RuneCountInString(p.Ref))
	}
	place, ref = min(place, 28), min(ref, 16)
	count := make(map[string]int)
	for _, p := range list {
		count[p.Rule]++
	}
	seen := make(map[string]int)
	for i, p := range list {
		seen[p.Rule]++
		gathered := count[p.Rule] >= gatherFrom && !t.style.All
		if !gathered || seen[p.Rule] <= shownInFull {
			t.problem(p, place, ref)
		}
		if gathered && seen[p.Rule] == shownInFull {
			t.gathered(list[i+1:], p, place+ref+4)
		}
	}
}

// problem prints one problem: place, ref, message, rule; then the hint.
func (t *textWriter) problem(p workbook.Problem, placeWidth, refWidth int) {
	indent := placeWidth + 2
	if refWidth > 0 {
		indent += refWidth + 2
	}
	where := padded(p.Cell.String(), placeWidth)
	if refWidth > 0 {
		where += "  " + padded(shortened(p.Ref, refWidth), refWidth)
	}
	where += "  "
	rule := ruleLabel(p)
	lines := wrap(p.Message, t.room(indent))
	for i, line := range lines {
		text := strings.Repeat(" ", indent) + line
		if i == 0 {
			text = t.coloured(where, p.Severity) + strings.Repeat(" ", max(0, indent-utf8.RuneCountInString(where))) + line
			if utf8.RuneCountInString(where) > indent {
				t.line(t.coloured(where, p.Severity))
				text = strings.Repeat(" ", indent) + line
			}
		}
		if i == len(lines)-1 {
			t.lineWithRule(text, indent+utf8.RuneCountInString(line), rule, indent)
			continue
		}
		t.line(text)
	}
	for _, line := range wrap(p.Hint, t.room(indent)) {
		t.line(strings.Repeat(" ", indent) + line)
	}
}

// ruleLabel names the rule and how much it matters: colour is never the only
// sign.
func ruleLabel(p workbook.Problem) string {
	return "(" + p.Rule + ", " + p.Severity.String() + ")"
}

// lineWithRule puts the rule's name at the right edge, on a line of its own
// where the message leaves no room.
func (t *textWriter) lineWithRule(text string, width int, rule string, indent int) {
	gap := t.style.Width - width - utf8.RuneCountInString(rule)
	if gap >= 2 {
		t.line(text + strings.Repeat(" ", gap) + rule)
		return
	}
	t.line(text)
	t.line(strings.Repeat(" ", max(indent, t.style.Width-utf8.RuneCountInString(rule))) + rule)
}

// ownHint are the rules whose hint is what to type into that very cell: it is
// printed also where the problem itself is not.
var ownHint = []string{workbook.RuleDateReal, workbook.RuleRefFormat, workbook.RuleRefDangling}

// gathered prints the places of the problems of a rule that are not printed in
// full, and the hints that differ from cell to cell.
func (t *textWriter) gathered(rest workbook.Problems, like workbook.Problem, indent int) {
	var places []string
	var hints workbook.Problems
	sheet := like.Cell.Sheet
	for _, p := range rest {
		switch {
		case p.Rule != like.Rule:
		case p.Hint != like.Hint && slices.Contains(ownHint, p.Rule):
			hints = append(hints, p)
		default:
			place := cellAndRef(p)
			if p.Cell.Sheet != sheet && p.Cell.Name() != "" { // grouped by rule or owner, over several sheets
				place = strings.Replace(place, p.Cell.Name(), p.Cell.String(), 1)
			}
			sheet = p.Cell.Sheet
			places = append(places, place)
		}
	}
	for _, p := range hints {
		for _, line := range wrap(cellAndRef(p)+" ("+like.Rule+"): "+p.Hint, t.room(indent)) {
			t.line(strings.Repeat(" ", indent) + line)
		}
	}
	if len(places) == 0 {
		return
	}
	shown, hidden := places, 0
	if len(places) > placesShown {
		shown, hidden = places[:placesShown], len(places)-placesShown
	}
	text := fmt.Sprintf("and %d more (%s): %s", len(places), like.Rule, strings.Join(shown, ", "))
	if hidden > 0 {
		others := "others"
		if hidden == 1 {
			others = "other"
		}
		text += fmt.Sprintf(" and %d %s; all of them with --format json or csv", hidden, others)
	}
	for _, line := range wrap(text, t.room(indent)) {
		t.line(strings.Repeat(" ", indent) + line)
	}
}

// cellAndRef tells the places of like problems apart, by cell and by record;
// where the cell can't be named, because its column is missing, by the record.
func cellAndRef(p workbook.Problem) string {
	switch {
	case p.Ref == "":
		return cellOrSheet(p.Cell)
	case p.Cell.Name() == "":
		return p.Ref
	}
	return cellOrSheet(p.Cell) + " (" + shortened(p.Ref, 16) + ")"
}

func cellOrSheet(c xlsx.Cell) string {
	if name := c.Name(); name != "" {
		return name
	}
	return c.String()
}

// waived lists what somebody answers for.
func (t *textWriter) waived(list workbook.Problems) {
	if len(list) == 0 || t.style.Quiet {
		return
	}
	t.line("Waived:")
	for _, p := range list {
		text := fmt.Sprintf("%s  %s: %s Waived by %s: %s", p.Cell, p.Rule, p.Message, p.Waived.By, masked(p.Waived.Reason))
		if !p.Waived.Until.IsZero() {
			text += " (until " + p.Waived.Until.Long() + ")"
		}
		for _, line := range wrap(text, t.room(2)) {
			t.line("  " + line)
		}
	}
	t.line("")
}

// summary is the counts and, unless quiet, what was checked.
func (t *textWriter) summary(r Result) {
	if len(r.Problems) == 0 {
		if t.style.Quiet {
			return
		}
		for _, line := range wrap(r.File+": no problems. "+checkedLine(r), t.style.Width) {
			t.line(line)
		}
		return
	}
	line := fmt.Sprintf("%s: %s.", r.File, countsLine(r.Counts))
	if r.Options.Strict && r.Counts.Error == 0 && r.Counts.Warning > 0 {
		line += " Warnings count (--strict)."
	}
	t.line(line)
	if t.style.Quiet {
		return
	}
	t.totals(r)
	for _, line := range wrap(checkedLine(r), t.style.Width) {
		t.line(line)
	}
	t.line("To learn more about a rule: actionplan explain " + worst(r.Problems).Rule)
}

func countsLine(c workbook.Counts) string {
	line := words.Figures(c.Error, "error", "errors") + ", " + words.Figures(c.Warning, "warning", "warnings") + ", " + words.Figures(c.Advice, "piece of advice", "pieces of advice")
	if c.Waived > 0 {
		line += ", " + strconv.Itoa(c.Waived) + " waived"
	}
	return line
}

// checkedLine says what was looked at, and how far the findings are answered.
func checkedLine(r Result) string {
	line := checkedRows(r)
	if coverage := coverageLine(r.Coverage); coverage != "" {
		line += " " + coverage
	}
	return line
}

// checkedRows says which records were tried against how many of the rules that
// explain lists, and what the others are for.
func checkedRows(r Result) string {
	var parts []string
	for _, c := range r.Checked {
		if c.Records > 0 {
			parts = append(parts, strconv.Itoa(c.Records)+" on "+c.Sheet)
		}
	}
	line := "Checked " + words.And(parts)
	if len(parts) == 0 {
		line = "Checked"
	}
	var others []string
	for _, u := range r.Untried {
		others = append(others, strconv.Itoa(u.Rules)+" "+u.For)
	}
	line += " against " + strconv.Itoa(r.Rules) + " of " + strconv.Itoa(len(RuleNames())) + " rules"
	if len(others) > 0 {
		line += " (not tried: " + words.And(others) + ")"
	}
	return line + ", as at " + r.AsOf.Long() + "."
}

// coverageLine says how far the findings are answered; "" where none asks for
// an answer.
func coverageLine(c facts.Coverage) string {
	if c.Needing == 0 {
		return ""
	}
	line := answeredWords(c)
	if n := len(c.ByArea); n > 0 {
		line += " " + words.OpeningCount(n, "is", "are") + " mapped by area, not by finding."
	}
	return line
}

// answeredWords says how many of the findings that ask for an answer have one.
func answeredWords(c facts.Coverage) string {
	switch {
	case c.Needing > 1:
		return fmt.Sprintf("%d of %d findings that ask for improvement have an action (%d%%).", c.Answered, c.Needing, c.Percent())
	case c.Answered == 1:
		return "The one finding that asks for improvement has an action."
	}
	return "The one finding that asks for improvement has no action."
}

// room is what is left of a line beside a margin.
func (t *textWriter) room(indent int) int { return max(24, t.style.Width-indent) }

// coloured puts the severity's colour on a place: red, yellow, cyan.
func (t *textWriter) coloured(s string, severity workbook.Severity) string {
	if !t.style.Colour {
		return s
	}
	code := map[workbook.Severity]string{workbook.Error: "31", workbook.Warning: "33", workbook.Advice: "36"}[severity]
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

func shortened(s string, width int) string {
	if utf8.RuneCountInString(s) <= width {
		return s
	}
	return string([]rune(s)[:width-1]) + "…"
}

// wrap breaks a text into lines of at most width characters; a longer word
// stands alone.
func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		word = words.Printable(word) // what stands in a cell is shown, never carried out
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
