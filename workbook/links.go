package workbook

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// link is one cell that refers to another sheet.
type link struct {
	rec    Record
	src    *Source
	column int
	text   string
	parts  []string
	number bool // the cell holds a number
}

func (k link) col() *Column { return &k.src.table.sheet.Columns[k.column] }

// checkLinks looks whether every ref leads somewhere, now that every sheet is
// read.
func (l *loader) checkLinks() {
	lost := map[string][]link{} // by the sheet that is not there
	var order []string
	for _, k := range l.links {
		to := k.col().To
		list := l.refs[to]
		switch {
		case k.col().Kind == RefsOrText:
			l.checkMeasures(k, list)
		case list != nil && len(list.order) > 0:
			l.checkLink(k, list)
		case FindSheet(to).Required:
			// that the sheet is missing, or has no rows, is said already
		case l.match.of[FindSheet(to)] == nil, list != nil && list.table.columns[0] > 0:
			if lost[to] == nil {
				order = append(order, to)
			}
			lost[to] = append(lost[to], k)
		}
	}
	for _, to := range order {
		l.reportLost(to, lost[to])
	}
}

// reportLost says once that a sheet to which refs lead is not there, or has
// no rows.
func (l *loader) reportLost(to string, links []link) {
	var cells []xlsx.Cell
	for _, k := range links {
		cells = append(cells, k.src.At(k.col().Heading))
		k.src.markBad(k.column)
	}
	k := links[0]
	state := "there is no sheet " + to
	if l.refs[to] != nil {
		state = "the sheet " + to + " has no rows"
	}
	l.report(k.src, k.column, faulty(RuleRefDangling, fmt.Sprintf("Add a row for %s to the sheet %s, or clear the refs.", quoted(k.text), to),
		"%s refers to %s, but %s.", quoted(k.text), aOrAn(singular(FindSheet(to))), state), cells[1:]...)
}

// checkMeasures decides whether a success measure is refs or words: refs if
// every part is, or is shaped like, a ref of the Measures sheet.
func (l *loader) checkMeasures(k link, list *refList) {
	if len(k.parts) == 0 {
		return
	}
	if list == nil || len(list.order) == 0 {
		k.col().set(k.rec, Value{Text: k.text}) // no measures, so these are words
		return
	}
	for _, part := range k.parts {
		if !list.has(part) && !list.like().shapes[refShape(words.Fold(part))] && list.span(part) == nil {
			k.col().set(k.rec, Value{Text: k.text})
			return
		}
	}
	k.col().set(k.rec, Value{Text: k.text, Parts: k.parts})
	l.checkLink(k, list)
}

// checkLink judges the refs of one cell; the first thing wrong with it is
// reported.
func (l *loader) checkLink(k link, list *refList) {
	parts := k.parts
	if k.col().Kind == RefTo {
		parts = []string{k.text}
		if several := splitParts(k.text); len(several) > 1 && !list.has(k.text) && list.hasAll(several) {
			l.report(k.src, k.column, faulty(RuleRefSingle, fmt.Sprintf("Enter one ref, such as %s.", several[0]),
				"%s holds %d refs, %s, but takes one.", k.src.Heading(k.col().Heading), len(several), quoted(k.text)))
			return
		}
	}
	for i, part := range parts {
		if !k.number && list.has(part) {
			continue
		}
		if refs := list.joined(part); refs != nil && k.col().Kind != RefTo {
			// What is meant is plain: it counts, so that nothing else is
			// reported because of it.
			k.parts = slices.Concat(parts[:i], refs, parts[i+1:])
			k.col().set(k.rec, Value{Text: k.text, Parts: k.parts})
			l.report(k.src, k.column, faulty(RuleRefDangling, "Put a semicolon between: "+strings.Join(k.parts, "; ")+".",
				"%s is %d refs joined by a word.", quoted(part), len(refs)))
			return
		}
		if f := list.judge(part, k.number, len(parts) > 1); f != nil {
			if f.rule == RuleRefDangling && !k.col().Required && len(parts) == 1 && list.like().loose[looseRef(part)] == "" && list.like().named[words.Fold(part)] == "" {
				f.hint = strings.TrimSuffix(f.hint, ".") + ", or leave the cell blank."
			}
			l.report(k.src, k.column, f)
			return
		}
	}
}

// refJoin is what people put between refs instead of a semicolon.
var refJoin = words.MustCompile(`(?i)\s+(?:and|plus|with)\s+|\s*[&+/|]\s*|\s+`)

// joined is the refs that part joins by a word or a mark, if all are there.
func (l *refList) joined(part string) []string {
	if l.has(part) || l.span(part) != nil {
		return nil
	}
	refs := refJoin.Split(strings.TrimSpace(part), -1)
	if len(refs) < 2 || !l.hasAll(refs) {
		return nil
	}
	return refs
}

func (l *refList) hasAll(refs []string) bool {
	for _, r := range refs {
		if !l.has(r) {
			return false
		}
	}
	return true
}

// judge says what is wrong with one ref, nil if it leads somewhere.
func (l *refList) judge(part string, number, several bool) *fault {
	if l.has(part) {
		if longer := part + "0"; number && strings.Contains(part, ".") && l.has(longer) {
			return faulty(RuleRefNumber, fmt.Sprintf("Format the cell as Text and type %s or %s.", part, longer),
				"Excel keeps the ref as the number %s, so it may mean %s or %s.", part, part, longer)
		}
		return nil
	}
	noun := singular(l.table.sheet)
	if refs := l.span(part); refs != nil {
		return faulty(RuleRefRange, "List them one by one: "+strings.Join(refs, "; ")+".", "%s is a range, and a range is not read.", quoted(part))
	}
	hint := fmt.Sprintf("Enter a ref from the sheet %s%s, or add a row for it there.", l.table.name, l.some())
	if ref, ok := l.like().named[words.Fold(part)]; ok {
		return faulty(RuleRefDangling, fmt.Sprintf("Enter its ref, %s.", ref), "%s is the name of %s, not its ref.", quoted(part), aOrAn(noun))
	}
	if meant := l.like().loose[looseRef(part)]; meant != "" {
		hint = fmt.Sprintf("Did you mean %s? %s", meant, hint)
	}
	where := ""
	if several {
		where = ", one of the refs in this cell"
	}
	return faulty(RuleRefDangling, hint, "There is no %s with the ref %s%s.", noun, quoted(part), where)
}

// some gives a few refs as examples.
func (l *refList) some() string {
	const few = 4
	var refs []string
	for _, r := range l.order[:min(few, len(l.order))] {
		refs = append(refs, r.ref)
	}
	switch {
	case len(refs) == 0:
		return ""
	case len(l.order) > few:
		return " (" + strings.Join(refs, ", ") + " and so on)"
	}
	return " (" + strings.Join(refs, ", ") + ")"
}

// span is the refs from F1 to F4 where part says "F1-F4" or "F1 to F4" and
// both are there, else nil.
func (l *refList) span(part string) []string {
	folded := " " + words.Fold(part) + " "
	for i := 1; i < len(folded)-1; i++ {
		width := 0
		switch {
		case folded[i] == '-':
			width = 1
		case strings.HasPrefix(folded[i:], " to "):
			width = 4
		default:
			continue
		}
		from, ok1 := l.first[strings.TrimSpace(folded[:i])]
		to, ok2 := l.first[strings.TrimSpace(folded[i+width:])]
		if !ok1 || !ok2 || from >= to {
			continue
		}
		var refs []string
		for _, r := range l.order[from : to+1] {
			refs = append(refs, r.ref)
		}
		return refs
	}
	return nil
}
