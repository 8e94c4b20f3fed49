package facts

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"actionplan/workbook"
)

// clockDays is how many working days a council has from the receipt of a
// letter to sending its statement of action.
const clockDays = 70

// Clock is one run of the statutory clock. A council sends a written
// statement of what it will do after an inspection report (Education and
// Inspections Act 2006, section 137) within 70 working days of receiving it,
// and so after a joint targeted area inspection (the regulations of 2015 on
// joint area reviews) and after a focused visit that finds areas for priority
// action. The day of receipt is day 0. Working days are as in the regulations
// of 2007 under the Act: not Saturday, Sunday, Christmas Day, Good Friday or
// a bank holiday in England and Wales, one-off days included.
type Clock struct {
	Visit       *Visit // nil when it runs from the Plan sheet's Report received
	Received    workbook.Date
	Due         workbook.Date // the date computed, or the override
	Computed    workbook.Date
	Overridden  bool            // by Plan due override; its reason is in Plan.Info
	WorkingDays int             // 70
	Holidays    []workbook.Date // bank holidays on weekdays left out between Received and Computed
	Sent        workbook.Date   // zero if NotRecorded
	Met         bool
	DaysLate    int // working days that it was sent late, at least 1 if it was
	// NotRecorded: no Plan sent date by AsOf that belongs to this letter. It is
	// late only if Due is before AsOf.
	NotRecorded bool
}

// Overdue is true of a plan that is not recorded as sent and was due before
// that day.
func (c Clock) Overdue(asOf workbook.Date) bool { return c.NotRecorded && c.Due.Before(asOf) }

// StartsClock says whether a visit's letter starts the statutory clock: an
// Inspection of children's services, a JTAI, or a Focused visit with a
// Priority action. Monitoring visits and other focused visits never do, nor
// does a visit under another inspectorate's or another framework's rules.
func (v *Visit) StartsClock() bool { return v.asksForPlan() && v.ofChildrensServices() }

// asksForPlan is true of a visit whose letter has to be answered by a plan,
// whichever framework sets the time for it.
func (v *Visit) asksForPlan() bool {
	switch v.Kind {
	case workbook.KindInspection, workbook.KindJTAI, workbook.KindAreaSEND:
		return true
	case workbook.KindFocusedVisit:
		return slices.ContainsFunc(v.Findings, func(x *Finding) bool { return x.Kind == workbook.KindPriorityAction })
	}
	return false
}

// ofChildrensServices reads the free text under Framework: ILACS and the
// single inspection framework before it, joint targeted area inspections, and
// what names no framework at all. Where it is blank the title must not name
// another one.
func (v *Visit) ofChildrensServices() bool {
	if v.Kind == workbook.KindAreaSEND {
		return false
	}
	framework := strings.ToLower(v.Framework)
	if strings.TrimSpace(framework) == "" {
		return !namesOtherFramework(strings.ToLower(v.Title))
	}
	if namesOtherFramework(framework) {
		return false
	}
	return frameworkWord(framework, "ilacs", "sif", "jtai", "ofsted", "eia") || containsAny(framework, "single inspection", "joint targeted",
		"local authority children", "children's services", "children’s services", "children’s social care", "children's social care", "need of help and protection")
}

// namesOtherFramework is true of a text that speaks of an inspection with
// times of its own.
func namesOtherFramework(folded string) bool {
	return frameworkWord(folded, "send", "cqc", "hmicfrs", "hmip", "hmcip") ||
		containsAny(folded, "special educational", "care quality commission", "youth justice", "youth offending", "adult social care", "probation", "fire and rescue",
			"registered home", "fostering agency", "adoption agency", "residential", "early years", "school inspection", "further education")
}

func containsAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

// frameworkWord says whether a text in lower case has any of these as a word
// of its own.
func frameworkWord(s string, list ...string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(list, w) {
			return true
		}
	}
	return false
}

// runClocks runs the clock for each letter received by AsOf, in the order
// received. It lists the visits whose letter would start it but has no date
// of receipt, and those whose letter asks for a plan under another framework.
// Where Visits is empty it runs from the Plan sheet's Report received.
func (f *Facts) runClocks() {
	var clocks []Clock
	if len(f.Visits) == 0 && !f.Plan.Info.ReportReceived.IsZero() {
		clocks = append(clocks, Clock{Received: f.Plan.Info.ReportReceived})
	}
	for _, v := range f.Visits {
		switch {
		case v.asksForPlan() && !v.ofChildrensServices():
			f.NotComputed = append(f.NotComputed, v)
		case !v.StartsClock():
		case v.LetterReceived.IsZero():
			f.NoReceipt = append(f.NoReceipt, v)
		default:
			clocks = append(clocks, Clock{Visit: v, Received: v.LetterReceived})
		}
	}
	clocks = slices.DeleteFunc(clocks, func(c Clock) bool { return c.Received.After(f.AsOf) })
	slices.SortStableFunc(clocks, func(a, b Clock) int { return cmp.Compare(a.Received.Serial(), b.Received.Serial()) })
	days := newCalendar()
	for i := range clocks {
		c := &clocks[i]
		c.WorkingDays = clockDays
		c.Computed, c.Holidays = days.add(c.Received, clockDays)
		c.Due = c.Computed
	}
	f.override(clocks)
	for i := range clocks {
		clocks[i].settle(f.sentFor(clocks, i), days)
	}
	f.Clocks = clocks
}

// override puts the date agreed instead of the computed one. The Plan sheet
// has one such date; it belongs to the latest letter received before it.
func (f *Facts) override(clocks []Clock) {
	agreed := f.Plan.Info.PlanDueOverride
	for i := len(clocks) - 1; i >= 0 && !agreed.IsZero(); i-- {
		if clocks[i].Received.Before(agreed) {
			clocks[i].Due = agreed
			clocks[i].Overridden = true
			return
		}
	}
}

// AgreedAlone is the date agreed for the plan where no clock has it, because the
// framework of its letter has times of its own; zero otherwise.
func (f *Facts) AgreedAlone() workbook.Date {
	if slices.ContainsFunc(f.Clocks, func(c Clock) bool { return c.Overridden }) || len(f.NoReceipt)+len(f.NotComputed) == 0 {
		return workbook.Date{}
	}
	return f.Plan.Info.PlanDueOverride
}

// sentFor is the Plan sent date as far as it belongs to a letter. The Plan
// sheet has one such date for all letters: a plan sent before the letter came
// does not answer it, nor one sent after a further letter that came when this
// one's time was already over. One plan may answer two letters that overlap.
func (f *Facts) sentFor(clocks []Clock, i int) workbook.Date {
	sent := f.Plan.Info.PlanSent
	if sent.IsZero() || sent.After(f.AsOf) || sent.Before(clocks[i].Received) {
		return workbook.Date{}
	}
	for _, later := range clocks[i+1:] {
		if later.Received.After(clocks[i].Due) && !later.Received.After(sent) {
			return workbook.Date{}
		}
	}
	return sent
}

// settle says whether the plan was sent in time: met if sent on or before the
// day due. Sent on the weekend after, it is one working day late.
func (c *Clock) settle(sent workbook.Date, days calendar) {
	c.Sent = sent
	c.NotRecorded = sent.IsZero()
	if c.NotRecorded {
		return
	}
	c.Met = !sent.After(c.Due)
	if !c.Met {
		c.DaysLate = max(1, days.between(c.Due, sent))
	}
}
