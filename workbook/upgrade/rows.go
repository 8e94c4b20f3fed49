package upgrade

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"

	"actionplan/workbook/words"
)

// kind is what a row of a table is.
type kind int

const (
	blankRow kind = iota
	headingRow
	guidanceRow
	struckRow
	totalRow
	titleRow  // a title over the rows below it
	actionRow // one action
	areaRow   // an area without an action
	moreRow   // goes on with the row above
)

// classify says what a row is.
func (t *table) classify(r row) kind {
	filled := r.filled()
	struck := t.struckOut(r)
	switch {
	case len(filled) == 0 && !struck:
		return blankRow
	case struck:
		return struckRow
	case t.repeatsHeadings(filled):
		return headingRow
	case t.isGuidance(r, filled):
		return guidanceRow
	case t.isTotal(r, filled):
		return totalRow
	case t.isTitle(r, filled):
		return titleRow
	case t.read(r, workbook.ColAction).text() != "" && t.goesOn(r):
		return moreRow
	case t.read(r, workbook.ColAction).text() != "":
		return actionRow
	case t.startsInMerge(r):
		return actionRow
	case t.read(r, workbook.MeansArea).text() != "" && !t.hasOwn(r):
		return areaRow
	}
	return moreRow
}

// goesOn is true of a row whose action goes on with the words of the row
// above, as a table does that was pasted from Word: it begins small and has
// nothing of its own but words.
func (t *table) goesOn(r row) bool {
	text := t.read(r, workbook.ColAction).text()
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsLower(first) || t.read(r, workbook.ColRef).text() != "" {
		return false
	}
	for _, holds := range []string{workbook.ColOwner, workbook.ColDue, workbook.ColStatus} {
		if t.read(r, holds).text() != "" {
			return false
		}
	}
	return true
}

// struckOut is true of a row whose action, and nearly all else, is struck
// through.
func (t *table) struckOut(r row) bool {
	c := t.read(r, workbook.ColAction)
	if c.Struck == "" || c.Live != "" || c.covered {
		return false
	}
	return true
}

// repeatsHeadings is true of a row that says the headings again.
func (t *table) repeatsHeadings(filled []cell) bool {
	same := 0
	for _, c := range filled {
		i := slices.IndexFunc(t.columns, func(o *column) bool { return o.col == c.Col })
		if i < 0 || plainText(t.columns[i].heading) != plainText(c.text()) && plainText(t.columns[i].title()) != plainText(c.text()) {
			return false
		}
		same++
	}
	return same > 1
}

var (
	guiding  = words.MustCompile(`(?i)\?\s*$|^\(.*\)$|\b(e\.?g\.?|for example|please|insert|enter|select|choose|state|describe|specify|drop ?down|delete as appropriate|dd/?mm|to be completed by|should be|must be|list (the|all|any)|give (the|details)|use (the|this)|what (is|was|will|are)|who (is|will|answers)|how (will|is))\b`)
	leastRow = 2
)

// isGuidance is true of a row near the headings that explains them: questions,
// "e.g.", all status words in one cell, and no date.
func (t *table) isGuidance(r row, filled []cell) bool {
	if r.number > t.bottom+4 || len(filled) < leastRow {
		return false
	}
	guides, dates := 0, 0
	for _, c := range filled {
		switch {
		case !c.Date.IsZero():
			dates++
		case c.Number:
			return false
		case guiding.MatchString(c.text()) && utf8.RuneCountInString(c.text()) < 250, t.listsStatuses(c):
			guides++
		}
	}
	if dates > 0 {
		return false
	}
	due := t.read(r, workbook.ColDue).text()
	return 2*guides > len(filled) || 3*guides >= len(filled) && guides >= 2 && (due == "" || !isDayText(due))
}

// listsStatuses is true of a status cell that holds all words there are.
func (t *table) listsStatuses(c cell) bool {
	status := t.column(workbook.ColStatus)
	if status == nil || status.col != c.Col {
		return false
	}
	words := strings.FieldsFunc(c.text(), func(r rune) bool { return r == '\n' || r == '/' || r == ',' || r == ';' || r == '|' })
	if len(words) == 1 {
		words = strings.Fields(c.text())
	}
	known := 0
	for _, w := range words {
		if _, ok := guessStatus(w); ok {
			known++
		}
	}
	return len(words) >= 3 && known == len(words)
}

// isTotal is true of a row in which one cell names a total and every other is
// a number or a formula, unless the row has a number of its own: then it is an
// action whose words begin like a total's.
func (t *table) isTotal(r row, filled []cell) bool {
	if ref := t.read(r, workbook.ColRef); ref.Text != "" && !ref.Formula && !workbook.IsTotalName(ref.Text) {
		return false
	}
	named := false
	for _, c := range filled {
		switch {
		case c.Number || c.Formula:
		case workbook.IsTotalName(c.text()):
			named = true
		default:
			return false
		}
	}
	return named
}

// sectionWord opens the title of a section.
var sectionWord = words.MustCompile(`(?i)^(improvement |key |strategic |ofsted )?(priority|area|theme|objective|outcome|ambition|recommendation|section|workstream|strand|pillar|standard|goal|aim|domain|part|key question|action area|judgement|phase)\s*(\d+|[a-z])?\s*[:.)–—-]`)

// isTitle is true of a single text over a group of rows: merged across the
// table, numbered or named as a section, or standing where the action stands
// while everything that an action has is blank.
func (t *table) isTitle(r row, filled []cell) bool {
	c, number, ok := titleIn(filled)
	if !ok || utf8.RuneCountInString(c.text()) > 200 || strings.HasPrefix(c.text(), "•") {
		return false
	}
	if m, merged := t.view.block(r.number, c.Col); merged && m.Row == r.number && m.Col == c.Col && m.LastCol-m.Col >= 2 && m.LastRow == m.Row {
		return true
	}
	action, area := t.column(workbook.ColAction), t.column(workbook.MeansArea)
	if action == nil {
		return false
	}
	next, found := t.nextFilled(r)
	switch {
	case area != nil && c.Col == area.col:
		return false
	case number.text() != "" && found:
		after := t.read(next, workbook.ColRef).text()
		return isParent(strings.TrimSuffix(number.text(), "."), after) && t.has2(next)
	case sectionWord.MatchString(c.text()):
		return true
	case c.Col == t.columns[0].col && c.Col != action.col && strings.Contains(c.text(), " "):
		return true
	case c.Col != action.col && !t.isRefColumn(c.Col):
		return false
	case !found:
		return false
	}
	// An action that nobody owns yet looks the same. A title is followed by a
	// row that is more than a text, and such rows are the rule here.
	return t.has2(next) && t.mostlyWhole() && (area == nil || t.readShared(next, workbook.MeansArea).text() == "" || c.Fill != "")
}

func (t *table) isRefColumn(col int) bool {
	ref := t.column(workbook.ColRef)
	return ref != nil && ref.col == col
}

// titleIn is the one text of a row, and the number beside it.
func titleIn(filled []cell) (title, number cell, ok bool) {
	if len(filled) == 2 && (filled[0].Number || wholeNumber.MatchString(filled[0].text()) || sectionNumber.MatchString(filled[0].text())) {
		number = filled[0]
		filled = filled[1:]
	}
	if len(filled) == 0 || filled[0].Number || !filled[0].Date.IsZero() {
		return cell{}, cell{}, false
	}
	for _, c := range filled[1:] {
		if plainText(c.text()) != plainText(filled[0].text()) {
			return cell{}, cell{}, false
		}
	}
	return filled[0], number, true
}

var sectionNumber = words.MustCompile(`^[A-Za-z]{0,3}\d{0,2}(\.\d{1,2})*\.?$`)

// isParent is true of a number whose rows begin with it: 1 of 1.1, A of A1.
func isParent(number, of string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(of), strings.ToLower(strings.TrimSuffix(number, ".0")))
	return of == "" || ok && rest != "" && (rest[0] == '.' || rest[0] == '-' || rest[0] == '/' || rest[0] >= 'a' && rest[0] <= 'z' || number[len(number)-1] > '9')
}

func (t *table) nextFilled(r row) (row, bool) {
	for i := t.view.byRow[r.number] + 1; i < len(t.view.rows) && t.view.rows[i].number <= t.end; i++ {
		if next := t.view.rows[i]; len(next.filled()) > 0 && !t.repeatsHeadings(next.filled()) {
			return next, true
		}
	}
	return row{}, false
}

// has2 is true of a row with an action and something of who, when and how.
func (t *table) has2(r row) bool {
	return t.readShared(r, workbook.ColAction).text() != "" && t.hasOwn(r)
}

// hasOwn is true of a row that says who, when, or how it goes.
func (t *table) hasOwn(r row) bool {
	for _, holds := range []string{workbook.ColOwner, workbook.ColDue, workbook.ColStatus, workbook.ColProgressNote, workbook.ColRevisedDue} {
		if c := t.read(r, holds); c.text() != "" || holds == workbook.ColStatus && colourWord(c.Fill) != "" {
			return true
		}
	}
	return false
}

// mostlyWhole is true of a table whose actions mostly have an owner, a date or
// a status.
func (t *table) mostlyWhole() bool {
	if t.whole == 0 {
		whole, all := 0, 0
		for _, r := range t.rows() {
			if t.read(r, workbook.ColAction).text() != "" {
				all++
				if t.hasOwn(r) {
					whole++
				}
			}
		}
		t.whole = -1
		if 2*whole >= all {
			t.whole = 1
		}
	}
	return t.whole > 0
}

// startsInMerge is true of a row under merged cells of the action above that
// has an owner and a date or a status of its own: what is merged belongs to
// each of its rows.
func (t *table) startsInMerge(r row) bool {
	if t.readShared(r, workbook.ColAction).text() == "" {
		return false
	}
	own := 0
	for _, holds := range []string{workbook.ColOwner, workbook.ColDue, workbook.ColStatus} {
		if t.read(r, holds).text() != "" {
			own++
		}
	}
	return own >= 2
}
