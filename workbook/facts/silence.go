package facts

import (
	"slices"
	"strings"
	"unicode"

	"actionplan/workbook"
)

// Silence is why a measure's readings count as stopped: its latest reading is then no
// word on how things are now.
type Silence int

const (
	NotSilent     Silence = iota
	SaidOften             // it is said how often it is measured, and two figures or more have not come
	LongAgo               // a reading or two, the last more than half a year ago
	AgainstRhythm         // the figures came in a rhythm, and the next is overdue by half of that
)

// GraceDays is what it takes to work out a figure after its period has ended.
const GraceDays = 21

// longestSilence is the number of days after which a board should ask for a
// newer figure where there are too few to have a rhythm: more than half a year
// and the time that it takes to work one out.
const longestSilence = 183 + GraceDays

// silence judges how long it is since the latest reading. Where a target date has
// passed without a reading, or a reading can't be read, that is what is to be said.
func (m *Measure) silence(asOf workbook.Date) Silence {
	if m.Latest == nil || m.Position == NoReadingSince || m.ReadingsUnread > 0 {
		return NotSilent
	}
	since := asOf.Sub(m.Latest.PeriodEnd)
	rhythm, _ := m.Rhythm()
	_, said := m.RhythmSaid()
	switch {
	case said > 0 && len(m.Readings) <= 2 && since > 2*said+GraceDays:
		return SaidOften
	case rhythm == 0 && since > longestSilence && !m.saysOnceAYear():
		return LongAgo
	case rhythm > 0 && since > rhythm+rhythm/2+GraceDays:
		return AgainstRhythm
	}
	return NotSilent
}

// RhythmSaid is how often a measure is taken by the words of its source or note,
// and the days from one to the next; 0 where they do not say.
func (m *Measure) RhythmSaid() (said string, every int) {
	if m.saysOnceAYear() {
		return "", 0
	}
	for _, s := range []string{m.From, m.DataQualityNote} {
		for _, w := range lowerWords(s) {
			switch w {
			case "weekly":
				return w, 7
			case "fortnightly":
				return w, 14
			case "monthly":
				return w, 31
			case "quarterly":
				return w, 92
			}
		}
	}
	return "", 0
}

// Rhythm is the usual number of days from one measurement to the next, 0
// where there are fewer than three of them, and whether it is much the same each
// time. Where that makes three, the baseline is one.
func (m *Measure) Rhythm() (days int, alike bool) {
	ends := m.measuredOn()
	if len(ends) < 3 {
		return 0, false
	}
	gaps := make([]int, 0, len(ends)-1)
	for i := 1; i < len(ends); i++ {
		gaps = append(gaps, ends[i].Sub(ends[i-1]))
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2], 2*gaps[len(gaps)-1] <= 3*gaps[0]
}

// measuredOn are the days up to which a measure was taken; of one with two
// readings that of its baseline, too.
func (m *Measure) measuredOn() []workbook.Date {
	days := make([]workbook.Date, 0, len(m.Readings)+1)
	if len(m.Readings) == 2 && !m.BaselineDate.IsZero() && m.BaselineDate.Before(m.Readings[0].PeriodEnd) {
		days = append(days, m.BaselineDate)
	}
	for _, r := range m.Readings {
		days = append(days, r.PeriodEnd)
	}
	return days
}

// saysOnceAYear is true of a measure of which something says that it comes once a
// year.
func (m *Measure) saysOnceAYear() bool {
	texts := []string{m.Name, m.From, m.DataQualityNote}
	if m.Latest != nil {
		texts = append(texts, m.Latest.Comment)
	}
	return slices.ContainsFunc(texts, func(s string) bool {
		return slices.ContainsFunc(lowerWords(s), func(w string) bool { return slices.Contains(onceAYear, w) })
	})
}

var onceAYear = strings.Fields("annual annually yearly year census ssda903 903 gcse gcses attainment progress key-stage stage exam exams census cin sef school academic")

// lowerWords are the words of a text in lower case, a hyphen within one kept.
func lowerWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' })
}

// metOn is the first reading of the target date or later that met the target of a
// measure that misses it now; nil where none did.
func (m *Measure) metOn() *workbook.Reading {
	if m.Position != Missed {
		return nil
	}
	for _, r := range m.Readings {
		if !r.PeriodEnd.Before(m.TargetDate) && sign(m.better()*(r.Value.Value-m.Target.Value)) >= 0 {
			return r
		}
	}
	return nil
}

// Final is true of a measure whose latest reading is of its target date or later: what
// it says of the target needs no newer one.
func (m *Measure) Final() bool {
	return m.Latest != nil && !m.TargetDate.IsZero() && !m.Latest.PeriodEnd.Before(m.TargetDate)
}

// Stopped is true of a measure whose readings have stopped before its target date, so
// that nobody knows where it stands. One that was behind is not known to be better.
func (m *Measure) Stopped() bool {
	return m.Silence != NotSilent && !m.Final() && m.Position != Behind
}
