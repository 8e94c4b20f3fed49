package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

const (
	mostTimelineRows = 30 // past it only open actions in the window are drawn
	monthsBefore     = 3
	monthsAfter      = 4
	mostMonths       = 12 // past it the scale is quarters
	mostQuarters     = 12
)

// timeline is when actions are due: three months before the position's month
// to four after, up to twelve months where open actions need it, then
// quarters.
func timeline(f *facts.Facts, b *Brief) Timeline {
	t := Timeline{
		Heading: "When actions are due", Today: f.AsOf, TodayLabel: "Position, " + f.AsOf.DayMonth(),
		Sentence: "Position at " + f.AsOf.Long() + ". Bars run from start to due date.",
	}
	if len(f.Actions) == 0 {
		t.Sentence = "This plan has no actions yet."
		if b.left.actions > 0 {
			t.Sentence = "The plan's actions are " + exemptRef + "."
		}
		return t
	}
	quarters := window(f, &t)
	t.Ticks = ticks(t.From, t.To, quarters)
	if m := b.MeetingDate; !m.IsZero() && m.After(f.AsOf) && m.Before(t.To) {
		t.Board, t.BoardLabel = m, "Board, "+m.DayMonth()
	}
	moved, goesOn, leftOut := false, false, []*facts.Action(nil)
	var last *facts.Area
	drawn := pressing(f, t)
	for _, i := range byArea(f) {
		a := f.Actions[i]
		if !drawn[a] {
			leftOut = append(leftOut, a)
			continue
		}
		row := timelineRow(a, b.Actions[i])
		row.NewArea = len(t.Rows) == 0 || a.Area != last
		last = a.Area
		moved, goesOn = moved || !row.Now.IsZero(), goesOn || row.pastEdge(t)
		t.Rows = append(t.Rows, row)
	}
	tellApart(t.Rows)
	if goesOn {
		t.Sentence += " One that goes on past the edge ends in a point there."
	}
	if moved {
		t.Sentence += " A dashed box is time added by moving the date; the line in it has the status's colour."
	}
	t.LeftOut = leftOutWords(f.Plan.Key, leftOut, t)
	if n := b.left.actions; n > 0 {
		t.LeftOut = joinWords(t.LeftOut, exemptShare("the actions", n)+" and not drawn.")
	}
	return t
}

// pastEdge says whether a row's bar goes on past the first day of the chart or the last.
func (r TimelineRow) pastEdge(t Timeline) bool {
	last := r.FirstDue
	if !r.Now.IsZero() {
		last = r.Now
	}
	if r.BeforeStart || last.IsZero() {
		return false
	}
	return !last.Before(t.To) || last.Before(t.From) || !r.Start.IsZero() && r.Start.Before(t.From)
}

// tellApart leaves out of names that are cut to the same words what they have in common,
// so that two actions are not called the same.
func tellApart(rows []TimelineRow) {
	named := map[string][]int{}
	for i, r := range rows {
		named[words.Fold(r.Name)] = append(named[words.Fold(r.Name)], i)
	}
	for _, same := range named {
		for _, i := range same {
			whole := strings.Fields(rows[i].Action.Name)
			alike := 0
			for _, j := range same {
				if other := strings.Fields(rows[j].Action.Name); !slices.Equal(whole, other) {
					alike = max(alike, commonStart(whole, other))
				}
			}
			if alike > 0 && alike < len(whole) {
				rows[i].Name = withoutMiddle(whole, alike)
			}
		}
	}
}

// commonStart is how many words two texts begin with alike.
func commonStart(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// withoutMiddle is a name's first words and what comes from the one at a place on.
func withoutMiddle(name []string, from int) string {
	const beginning = 20 // letters
	head := strings.TrimSuffix(Shortened(strings.Join(name[:from], " "), beginning), "…")
	return head + "… " + Shortened(strings.Join(name[from:], " "), mostNameOnTimeline-beginning)
}

// byArea are the places of the plan's actions, those of an area together in the
// order of the areas, those of none last.
func byArea(f *facts.Facts) []int {
	area := map[*facts.Area]int{nil: len(f.Areas)}
	for i, a := range f.Areas {
		area[a] = i
	}
	order := make([]int, len(f.Actions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(area[f.Actions[i].Area], area[f.Actions[j].Area]) })
	return order
}

// pressing are the actions that are drawn: all, or of a larger plan those open
// in the window, off track, late and at risk first, then the next due.
func pressing(f *facts.Facts, t Timeline) map[*facts.Action]bool {
	list := slices.Clone(f.Actions)
	if len(list) > mostTimelineRows {
		list = slices.DeleteFunc(list, func(a *facts.Action) bool { return !inWindow(a, t) })
		rank := func(a *facts.Action) int { return (exceptionRank(a) + 3) % 4 } // what is no exception last
		slices.SortStableFunc(list, func(a, b *facts.Action) int {
			return cmp.Or(cmp.Compare(rank(a), rank(b)), a.EffectiveDue.Compare(b.EffectiveDue))
		})
		list = list[:min(len(list), mostTimelineRows)]
	}
	drawn := map[*facts.Action]bool{}
	for _, a := range list {
		drawn[a] = true
	}
	return drawn
}

// mostNameOnTimeline is how many letters of an action without a short name are
// drawn beside its bar.
const mostNameOnTimeline = 48

// Shortened is a text up to the last word that fits into so many letters; the
// whole of it stands elsewhere in the paper or the plan.
func Shortened(s string, most int) string {
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	cut := string(letters[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	for {
		cut = strings.TrimRight(cut, " ,;:.")
		i := strings.LastIndexByte(cut, ' ')
		if i < 0 || !leadsOn[cut[i+1:]] {
			return cut + "…"
		}
		cut = cut[:i]
	}
}

// leadsOn are words that a text can't end with.
var leadsOn = map[string]bool{
	"a": true, "an": true, "the": true, "and": true, "or": true, "of": true, "to": true, "in": true, "on": true, "for": true, "by": true, "with": true,
	"at": true, "from": true, "that": true, "which": true, "who": true, "its": true, "their": true, "is": true, "are": true, "as": true,
}

// window sets From and To and says whether the scale is quarters.
func window(f *facts.Facts, t *Timeline) (quarters bool) {
	t.From, t.To = monthsLater(f.AsOf, -monthsBefore), monthsLater(f.AsOf, monthsAfter+1)
	last := t.To
	for _, a := range f.Actions {
		if a.Open && a.EffectiveDue.After(last) {
			last = a.EffectiveDue
		}
	}
	for last.After(t.To) && months(t.From, t.To) < mostMonths {
		t.To = monthsLater(t.To, 1)
	}
	if !last.After(t.To) {
		return false
	}
	t.From = quarterStart(t.From)
	t.To = monthsLater(quarterStart(t.From), 3)
	for last.Compare(t.To) >= 0 && months(t.From, t.To) < 3*mostQuarters {
		t.To = monthsLater(t.To, 3)
	}
	return true
}

func quarterStart(d workbook.Date) workbook.Date {
	return monthsLater(d, -((int(d.Month()) - 1) % 3))
}

func months(from, to workbook.Date) int {
	return (to.Year()-from.Year())*12 + int(to.Month()) - int(from.Month())
}

func ticks(from, to workbook.Date, quarters bool) []Tick {
	step := 1
	if quarters {
		step = 3
	}
	var list []Tick
	for d := from; d.Before(to); d = monthsLater(d, step) {
		tick := Tick{From: d, Label: d.Time().Format("Jan")}
		if quarters {
			tick.Label = d.Time().Format("Jan") + "–" + monthsLater(d, 2).Time().Format("Jan")
		}
		if len(list) == 0 || d.Year() != list[len(list)-1].From.Year() {
			tick.Year = strconv.Itoa(d.Year())
		}
		list = append(list, tick)
	}
	return list
}

// inWindow: open, and some of its time is drawn.
func inWindow(a *facts.Action, t Timeline) bool {
	if !a.Open {
		return false
	}
	from := a.Start
	if from.IsZero() {
		from = a.EffectiveDue
	}
	return a.EffectiveDue.IsZero() || (from.Before(t.To) && (a.Late || !a.EffectiveDue.Before(t.From)))
}

func timelineRow(a *facts.Action, printed *Action) TimelineRow {
	r := TimelineRow{Action: printed, Ref: a.Ref, Name: Shortened(printed.Name, mostNameOnTimeline), Status: printed.Status, Start: a.Start}
	if a.EffectiveDue.IsZero() {
		r.Words, r.Alt = "No date", "No date"
		return r
	}
	r.FirstDue = a.EffectiveDue
	if len(a.Dates) > 1 && a.EffectiveDue.After(a.Dates[0]) {
		r.FirstDue, r.Now = a.Dates[0], a.EffectiveDue
	}
	var said []string
	if !a.Start.IsZero() && a.EffectiveDue.Before(a.Start) {
		r.BeforeStart = true
		said = append(said, "Due before it starts")
	}
	if a.TimesMoved > 0 && a.Open {
		said = append(said, "moved "+words.Times(a.TimesMoved))
	}
	if a.Late {
		said = append(said, words.Days(a.DaysLate)+" late")
		r.Late = true
	}
	r.Words = words.Capital(strings.Join(said, ", "))
	r.Alt = timelineAlt(a, r)
	return r
}

func timelineAlt(a *facts.Action, r TimelineRow) string {
	text := "Due " + r.FirstDue.Long()
	if r.BeforeStart && r.Now.IsZero() {
		text += ", before it starts on " + a.Start.Long()
	} else if r.FirstDue.Before(a.Start) && !r.BeforeStart {
		text = "Starts " + a.Start.Long() + ", after its first date of " + r.FirstDue.Long()
	} else if !a.Start.IsZero() && !r.BeforeStart {
		text = a.Start.Long() + " to " + r.FirstDue.Long()
	}
	if !r.Now.IsZero() {
		text += fmt.Sprintf("; moved %s, now %s", words.Times(max(1, a.TimesMoved)), r.Now.Long())
		if r.BeforeStart {
			text += ", before it starts on " + a.Start.Long()
		}
	} else if a.TimesMoved > 0 && a.Open {
		text += "; moved " + words.Times(a.TimesMoved)
	}
	if a.Late {
		text += "; " + words.Days(a.DaysLate) + " late"
	}
	return text
}

// leftOutWords says how many actions are not drawn, and why.
func leftOutWords(k workbook.Key, actions []*facts.Action, t Timeline) string {
	var closed, noRoom []*facts.Action
	for _, a := range actions {
		if inWindow(a, t) {
			noRoom = append(noRoom, a)
		} else {
			closed = append(closed, a)
		}
	}
	switch n := len(actions); {
	case n == 0:
		return ""
	case len(t.Rows) == 0:
		return "No open action falls in this time." + wrongOf(k, actions, "Of those not drawn")
	case len(noRoom) == 0:
		return words.OpeningCount(n, "action that is closed or outside this time is", "actions that are closed or outside this time are") + " not drawn." + wrongOf(k, closed, "Of these")
	case len(closed) == 0:
		return words.OpeningCount(n, "more action is", "more actions are") + " not drawn, for want of room." + wrongOf(k, noRoom, "Of these")
	default:
		return words.OpeningCount(n, "action is", "actions are") + " not drawn: " + words.Number(len(closed)) + " closed or outside this time, and " +
			words.Number(len(noRoom)) + " for want of room." + wrongOf(k, closed, "Of the "+words.Number(len(closed))) + wrongOf(k, noRoom, "Of the "+words.Number(len(noRoom)))
	}
}

// wrongOf is a sentence on those of some actions that are off track, late or at risk; ""
// for none.
func wrongOf(k workbook.Key, actions []*facts.Action, of string) string {
	var wrong []string
	for _, x := range troublesOf(k, actions) {
		if rank := exceptionRank(x.first); rank > 0 {
			wrong = append(wrong, words.Number(x.n)+" "+x.said())
		}
	}
	if len(wrong) == 0 {
		return ""
	}
	return " " + of + ", " + words.And(wrong) + "."
}
