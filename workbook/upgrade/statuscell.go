package upgrade

import (
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// longestStatus is how long a status word may be; what is longer is a report.
const longestStatus = 40

// statusReader reads the statuses of one table, which may be words, letters,
// signs, colours, or what a rule of the sheet makes of the cell.
type statusReader struct {
	u      *upgrade
	t      *table
	column *column
	shades map[string]string // fill → word
	inks   map[string]string
	words  bool // some cells say their status in words
	rows   bool // whole rows are coloured by their status
	same   bool // every cell has the same text, so that only colours tell
	mixed  bool // a status and a report stand in one cell
}

func newStatusReader(u *upgrade, t *table) *statusReader {
	s := &statusReader{u: u, t: t, column: t.column(workbook.ColStatus)}
	if s.column == nil {
		return s
	}
	fills, inks, rowFills, texts := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, r := range t.rows() {
		if t.read(r, workbook.ColAction).text() == "" {
			continue
		}
		c := r.at(s.column.col)
		texts[plainText(c.text())]++
		if c.text() != "" && !isSign(c) {
			s.words = true
		}
		if colourWord(c.Ink) != "" {
			inks[c.Ink]++
		}
		switch {
		case colourWord(c.Fill) == "":
		case t.wholeRow(r, s.column, c.Fill):
			rowFills[c.Fill]++
		default:
			fills[c.Fill]++
		}
	}
	s.mixed = s.column.profile.fronts >= 0.7 && s.column.profile.plain < 0.7
	s.same = len(texts) == 1 && texts[""] == 0 && max(len(fills), len(inks)) > 1
	s.rows = !s.words && len(fills) == 0 && tellsByColour(rowFills) || u.legend.covers(rowFills)
	if s.rows {
		for fill, n := range rowFills {
			fills[fill] += n
		}
	}
	s.shades, s.inks = shades(fills), shades(inks)
	s.noteShades(fills)
	return s
}

// wholeRow is true where most other cells of a row have the same colour: that
// is how people tell rows apart, and no status.
func (t *table) wholeRow(r row, status *column, fill string) bool {
	same, others := 0, 0
	for _, c := range t.columns {
		if c == status {
			continue
		}
		others++
		if r.at(c.col).Fill == fill {
			same++
		}
	}
	return others > 0 && 2*same >= others
}

// tellsByColour is true of row colours that are plainly red, amber and green,
// and not two colours by turns.
func tellsByColour(fills map[string]int) bool {
	words := map[string]bool{}
	for fill := range fills {
		word := colourWord(fill)
		if word == "Yellow" {
			word = "Amber"
		}
		words[word] = true
	}
	return words["Red"] && (words["Amber"] || words["Green"])
}

// covers is true of a legend that explains every one of the colours.
func (l legend) covers(fills map[string]int) bool {
	for fill := range fills {
		if l.byFill[fill] == "" {
			return false
		}
	}
	return len(fills) > 0
}

// noteShades says that two shades of a colour were found, and what became of
// them.
func (s *statusReader) noteShades(fills map[string]int) {
	byWord := map[string][]string{}
	for fill := range fills {
		if s.u.legend.byFill[fill] == "" {
			word := strings.TrimPrefix(lower(s.shades[fill]+" "), "light ")
			byWord[strings.TrimSpace(word)] = append(byWord[strings.TrimSpace(word)], fill)
		}
	}
	for _, word := range sortedKeys(byWord) {
		if len(byWord[word]) > 1 && s.shades[byWord[word][0]] != s.shades[byWord[word][1]] {
			s.u.note(harmStatus, "shades of colour to tell apart", s.t.at(s.t.top, s.column.col), "%d shades of %s stand for a status and are kept apart as %s. Say on the Key sheet what each means.", len(byWord[word]), word, joinWords(wordsOf(byWord[word], s.shades)))
		}
	}
	if names := wordsOf(keysOf(fills), s.shades); slices.Contains(names, "Yellow") && slices.Contains(names, "Amber") && len(s.u.legend.byFill) == 0 {
		s.u.note(harmStatus, "shades of colour to tell apart", s.t.at(s.t.top, s.column.col), "Two shades, yellow and orange, stand for a status and are kept apart as Yellow and Amber. Say on the Key sheet what each means.")
	}
}

func wordsOf(fills []string, names map[string]string) []string {
	var words []string
	for _, f := range fills {
		if w := names[f]; w != "" && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return words
}

// statusFound is what a row's status is, and where it stands.
type statusFound struct {
	word   string
	report string // a sentence that stood in its place
	from   cell
}

// read is the status of one row.
func (s *statusReader) read(r row) statusFound {
	if s.column == nil {
		return statusFound{}
	}
	c := s.t.view.shared(r, s.column.col)
	if c.at.sheet == "" {
		c.at = s.t.at(r.number, s.column.col)
	}
	text := c.text()
	f := statusFound{from: c}
	switch {
	case text == "" || s.same || isSign(c) && signOf(text) == "":
		f.word = s.byColour(r, c)
		if f.word == "" && text != "" {
			f.word = text
		}
		if f.word != "" && text != "" && f.word != text {
			s.u.changed(c.at, s.column.title(), text, f.word, "the colour says the status")
		}
	case signOf(text) != "":
		f.word = withoutSigns(text)
		if f.word == "" {
			f.word = signOf(text)
		}
		s.u.changed(c.at, s.column.title(), text, f.word, "signs are written as words, which every printer has")
	case c.Number && wholeNumber.MatchString(text) && s.u.colourings(s.t.view.s).icon(c.at, numberOf(text)) != "":
		f.word = s.u.colourings(s.t.view.s).icon(c.at, numberOf(text))
		s.u.changed(c.at, s.column.title(), text, f.word, "the sheet shows the number as a coloured sign")
	case utf8.RuneCountInString(text) > longestStatus || strings.Contains(text, "\n") || s.mixed && !isPlainStatus(text):
		f.word, f.report = splitReport(text)
		if f.word == "" {
			s.u.note(harmStatus, "statuses to choose", c.at, "A report stands in place of a status; it is now in Progress note, and the status is blank.")
		} else {
			s.u.changed(c.at, s.column.title(), text, f.word, "the words behind the status are in Progress note")
		}
	default:
		f.word = text
		s.compare(r, c, text)
	}
	return f
}

// splitReport takes a status off the front of a report: "Amber: two posts are
// still empty".
func splitReport(text string) (word, report string) {
	head := strings.TrimSpace(text)
	if i := strings.IndexAny(head, "\n:;.,–—-"); i > 0 && i <= longestStatus {
		front := strings.TrimSpace(head[:i])
		if _, ok := guessStatus(front); ok && len(strings.Fields(front)) <= 4 {
			return front, strings.TrimSpace(strings.TrimLeft(head[i:], "\n:;.,–—- "))
		}
	}
	return "", text
}

// byColour is the word for a cell's own colour, or the one that a rule of the
// sheet gives it.
func (s *statusReader) byColour(r row, c cell) string {
	fill, ink := c.Fill, c.Ink
	if rule, ok := s.u.colourings(s.t.view.s).at(c.at); ok {
		fill, ink = firstOf(rule.Fill, fill), firstOf(rule.Ink, ink)
		s.u.byRule++
	} else if s.u.colourings(s.t.view.s).unread(c.at) && fill == "" {
		s.u.unreadRules = append(s.u.unreadRules, c.at)
	}
	switch {
	case c.text() != "" && colourWord(ink) != "" && (c.Fill == "" || colourWord(c.Fill) == ""):
		return s.named(ink, s.inks)
	case colourWord(fill) == "" && s.u.legend.byFill[fill] == "":
		return ""
	case !s.rows && s.column != nil && fill == c.Fill && s.t.wholeRow(r, s.column, fill):
		s.u.banded = append(s.u.banded, c.at)
		return ""
	}
	return s.named(fill, s.shades)
}

// named is the word for a colour: the legend's, else the colour's name.
func (s *statusReader) named(rgb string, names map[string]string) string {
	s.u.shaded++
	if words := s.u.legend.word(rgb); words != "" {
		return words
	}
	return firstOf(names[rgb], shades(map[string]int{rgb: 1})[rgb])
}

// word is a legend's status word for a colour. Two that begin alike stay
// whole.
func (l legend) word(rgb string) string {
	words := l.byFill[rgb]
	if words == "" {
		return ""
	}
	short := shortWord(words)
	for other, said := range l.byFill {
		if other != rgb && plainText(shortWord(said)) == plainText(short) && plainText(said) != plainText(words) && utf8.RuneCountInString(words) <= longestStatus {
			return words
		}
	}
	return short
}

// compare tells of a cell whose colour says something else than its word.
func (s *statusReader) compare(r row, c cell, text string) {
	if colourWord(c.Fill) == "" || s.t.wholeRow(r, s.column, c.Fill) {
		return
	}
	shown, ok1 := guessStatus(firstOf(s.u.legend.word(c.Fill), colourWord(c.Fill)))
	said, ok2 := guessStatus(text)
	plain := said.colour != "" && shown.colour != "" && sameColour(said.colour, shown.colour)
	if !ok1 || !ok2 || plain || alike(shown.means, said.means) {
		return
	}
	s.u.note(harmStatus, "statuses whose colour says otherwise", c.at, "The cell says %s and is coloured %s. The word is carried over.", quoted(text), lower(colourWord(c.Fill)))
}

func sameColour(a, b string) bool {
	orange := func(s string) string {
		if s == "yellow" {
			return "amber"
		}
		return strings.TrimPrefix(s, "light ")
	}
	return orange(a) == orange(b)
}

// alike is true of meanings that councils show in one colour: green is done in
// one key and on track in the next.
func alike(a, b workbook.Meaning) bool {
	group := func(m workbook.Meaning) int {
		switch m {
		case workbook.OffTrack:
			return 2
		case workbook.AtRisk:
			return 1
		case workbook.NotStarted, workbook.Withdrawn:
			return 3
		}
		return 0
	}
	return group(a) == group(b) || group(a) == 3 || group(b) == 3
}

// at is the place in the file of a place in the table.
func (t *table) at(number, col int) place {
	if t.view.turned {
		return place{t.view.s.Name, col, number}
	}
	return place{t.view.s.Name, number, col}
}

func joinWords(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

func sortedKeys[T any](m map[string]T) []string {
	keys := keysOf(m)
	slices.Sort(keys)
	return keys
}

func keysOf[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}

// quoted repeats what stands in a cell, cut to what a line has room for.
func quoted(s string) string { return words.Quote(words.Clip(s, words.InLine)) }
