package facts

import (
	"cmp"
	"slices"

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
// Inspection, a JTAI, or a Focused visit with a Priority action. Monitoring
// visits and other focused visits never do.
func (v *Visit) StartsClock() bool {
	switch v.Kind {
	case workbook.KindInspection, workbook.KindJTAI:
		return true
	case workbook.KindFocusedVisit:
		return slices.ContainsFunc(v.Findings, func(x *Finding) bool { return x.Kind == workbook.KindPriorityAction })
	}
	return false
}

// runClocks runs the clock for each letter received by AsOf, in the order
// received, and lists the visits whose letter would start it but has no date
// of receipt. Where Visits is empty it runs from the Plan sheet's Report
// received.
func (f *Facts) runClocks() (clocks []Clock, noReceipt []*Visit) {
	if len(f.Visits) == 0 && !f.Plan.Info.ReportReceived.IsZero() {
		clocks = append(clocks, Clock{Received: f.Plan.Info.ReportReceived})
	}
	for _, v := range f.Visits {
		switch {
		case !v.StartsClock():
		case v.LetterReceived.IsZero():
			noReceipt = append(noReceipt, v)
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
	return clocks, noReceipt
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
