package upgrade

import (
	"slices"
	"strings"

	"actionplan/workbook"

	"actionplan/workbook/words"
)

// A plan is often kept as one tab a month or a quarter, each a copy of the one
// before. Only one of them is the plan; the last counts, unless somebody says
// otherwise.

// pickTabs leaves out the sheets that hold the same actions as another, at an
// earlier date.
func (u *upgrade) pickTabs() {
	var names []string
	for _, v := range u.views {
		if len(u.tables[v.s.Name]) > 0 {
			names = append(names, v.s.Name)
		}
	}
	var order []string // the tabs that are kept, the newest of each plan
	for _, name := range names {
		switch u.mapping.sheet(name) {
		case mapSkip:
			u.skip(name, "left out, as you said")
			continue
		}
		same := slices.IndexFunc(order, func(other string) bool { return u.samePlan(other, name) })
		if same < 0 {
			order = append(order, name)
			continue
		}
		older, newer := order[same], name
		if u.later(older, newer) {
			older, newer = newer, older
		}
		order[same] = newer
		u.skip(older, "an earlier copy of the same plan; "+quoted(newer)+" is carried over")
		u.note(harmLost, "tabs to choose between", place{sheet: older}, "The tabs %s and %s hold the same plan at two dates. %s is carried over; the other stands on Not carried over. To take the other: --map \"sheet %s = skip\".", quoted(older), quoted(newer), quoted(newer), newer)
	}
}

func (u *upgrade) skip(name, why string) {
	u.skipped[name] = why
	delete(u.tables, name)
}

// samePlan is true of two sheets most of whose actions are the same.
func (u *upgrade) samePlan(a, b string) bool {
	x, y := u.actionKeys(a), u.actionKeys(b)
	same := 0
	for key := range x {
		if y[key] {
			same++
		}
	}
	return same > 0 && 2*same >= min(len(x), len(y)) && (3*same >= max(len(x), len(y)) || tabDate(a) != 0 && tabDate(b) != 0)
}

// actionKeys are the words of a sheet's actions.
func (u *upgrade) actionKeys(name string) map[string]bool {
	keys := map[string]bool{}
	for _, t := range u.tables[name] {
		for _, r := range t.rows() {
			if c := t.read(r, workbook.ColAction); c.text() != "" && t.hasOwn(r) {
				keys[plainText(c.text())] = true
			}
		}
	}
	return keys
}

// later is true where tab a is of a later date than tab b: by their names,
// else by their order. A hidden tab is the older.
func (u *upgrade) later(a, b string) bool {
	if u.mapping.sheet(a) == mapTake || u.mapping.sheet(b) == mapTake {
		return u.mapping.sheet(a) == mapTake
	}
	if x, y := u.isHidden(a), u.isHidden(b); x != y {
		return y
	}
	if x, y := tabDate(a), tabDate(b); x != 0 && y != 0 {
		return x > y
	}
	if old := words.MustCompile(`(?i)\b(old|previous|archive|backup|copy|superseded|draft|v?1)\b`); old.MatchString(a) != old.MatchString(b) {
		return old.MatchString(b)
	}
	return false
}

func (u *upgrade) isHidden(name string) bool {
	return slices.ContainsFunc(u.survey.Sheets, func(s workbook.SurveyedSheet) bool { return s.Name == name && s.Hidden })
}

var (
	tabMonth   = words.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b`)
	tabYear    = words.MustCompile(`(20\d{2}|\b\d{2}\b)`)
	tabQuarter = words.MustCompile(`(?i)\bq(?:tr|uarter)?\s?([1-4])\b`)
	tabTerm    = words.MustCompile(`(?i)\b(autumn|spring|summer)\b`)
	tabCount   = words.MustCompile(`(?i)\b(?:v|version|update|month|week|meeting|review)\s?(\d{1,3})\b`)
)

// tabDate orders the names of tabs by the date in them, 0 without one.
func tabDate(name string) int {
	if w, ok := workbook.ReadWhen(strings.NewReplacer("_", " ", ".", "/").Replace(name), workbook.DayFirst); ok && !w.Due.IsZero() {
		return w.Due.Serial()
	}
	year := 0
	if f := tabYear.FindStringSubmatch(name); f != nil {
		year = int(numberOf(f[1])) % 100
	}
	months := "janfebmaraprmayjunjulaugsepoctnovdec"
	switch {
	case tabMonth.MatchString(name):
		return 1 + year*400 + strings.Index(months, strings.ToLower(tabMonth.FindString(name)[:3]))/3*30
	case tabQuarter.MatchString(name):
		return 1 + year*400 + int(numberOf(tabQuarter.FindStringSubmatch(name)[1]))*90
	case tabTerm.MatchString(name):
		return 1 + year*400 + map[string]int{"autumn": 1, "spring": 2, "summer": 3}[strings.ToLower(tabTerm.FindString(name))]*100
	case tabCount.MatchString(name):
		return 1 + int(numberOf(tabCount.FindStringSubmatch(name)[1]))
	}
	return 0
}
