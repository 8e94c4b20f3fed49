package upgrade

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// legend is what a plan itself says about its status words and colours,
// beside, above or below its tables or on a sheet of its own.
type legend struct {
	byFill map[string]string // RRGGBB → the words beside or in that colour
	byWord map[string]string // folded word → what it says of it
	at     map[place]bool    // cells that belong to it
}

// keyLine is "R = will not be met" in one cell.
var keyLine = words.MustCompile(`^\s*([\pL\pN][\pL\pN /]{0,24}?)\s*(?:=|:|–|—| - |-)\s*(\S.*)$`)

// readLegend looks through the cells that belong to no table.
func (u *upgrade) readLegend() {
	u.legend = legend{byFill: map[string]string{}, byWord: map[string]string{}, at: map[place]bool{}}
	for _, v := range u.views {
		if u.skipped[v.s.Name] != "" {
			continue
		}
		for _, r := range v.rows {
			for _, c := range r.cells {
				if u.inTable(v, r.number, c.Col) || utf8.RuneCountInString(c.text()) > 200 {
					continue
				}
				u.legend.note(v, r, c)
			}
		}
	}
	if len(u.legend.byFill) < 2 {
		u.legend.byFill = map[string]string{} // a title in a colour is no legend
	}
}

// inTable is true of a cell within the headings or the columns of a table.
func (u *upgrade) inTable(v *view, number, col int) bool {
	return slices.ContainsFunc(u.tables[v.s.Name], func(t *table) bool {
		if t.view.turned {
			return true
		}
		first, last := t.columns[0].col, t.columns[len(t.columns)-1].col
		for _, c := range t.columns {
			if c.heading != "" {
				last = max(last, c.col)
			}
		}
		return number >= t.top && number <= t.end && col >= first && col <= last && !t.below(number)
	})
}

// below is true of a row under the last action of a table, where legends
// stand.
func (t *table) below(number int) bool {
	action := t.column("Action")
	if action == nil {
		return false
	}
	last := t.bottom
	for _, r := range t.rows() {
		if r.at(action.col).text() != "" && len(r.filled()) > 2 {
			last = r.number
		}
	}
	return number > last
}

func (l *legend) note(v *view, r row, c cell) {
	text := strings.TrimSpace(c.text())
	beside := strings.TrimSpace(r.at(c.Col + 1).text())
	if m, ok := v.block(r.number, c.Col); ok && beside == "" {
		beside = strings.TrimSpace(r.at(m.LastCol + 1).text())
	}
	if fill := c.Fill; fill != "" && colourWord(fill) != "" {
		words := text
		if words == "" || onlyColour(words) && beside != "" {
			words = beside
		}
		if words != "" && utf8.RuneCountInString(words) <= 120 && l.byFill[fill] == "" {
			l.byFill[fill] = words
			l.at[c.at] = true
		}
	}
	switch {
	case text == "":
	case beside != "" && utf8.RuneCountInString(text) <= 24 && utf8.RuneCountInString(beside) > 2:
		l.say(text, beside, c.at)
	default:
		for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' }) {
			line = strings.TrimPrefix(strings.TrimSpace(line), "Key:")
			if f := keyLine.FindStringSubmatch(line); f != nil {
				l.say(f[1], f[2], c.at)
			}
		}
	}
}

func (l *legend) say(word, definition string, at place) {
	_, known := guessStatus(word)
	if folded := plainText(word); (known || utf8.RuneCountInString(word) <= 3) && l.byWord[folded] == "" && plainText(definition) != folded {
		l.byWord[folded] = strings.TrimSpace(definition)
		l.at[at] = true
	}
}

// shortWord is a legend's words as a status word: up to the first comma or
// bracket, and no longer than a status may be.
func shortWord(words string) string {
	short := words
	for _, mark := range []string{"\n", " (", " - ", " – ", ": ", "; ", ", ", " = "} {
		if i := strings.Index(short, mark); i > 2 {
			short = short[:i]
		}
	}
	if utf8.RuneCountInString(short) > longestStatus {
		short = string([]rune(short)[:longestStatus])
		if i := strings.LastIndexByte(short, ' '); i > 0 {
			short = short[:i]
		}
	}
	return strings.Trim(short, " .,;:-–")
}

func sortedByLightness(used map[string]int) []string {
	all := make([]string, 0, len(used))
	for rgb := range used {
		all = append(all, rgb)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(lightness(a), lightness(b)), strings.Compare(a, b))
	})
	return all
}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }
