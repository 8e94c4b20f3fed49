package facts

import "actionplan/workbook"

// NextBoard is when the board meets after the meeting that the plan names: Meeting
// date and Board every days, and as often again as it takes to come after AsOf; zero
// without a meeting date.
func (f *Facts) NextBoard() workbook.Date {
	next := f.Plan.Info.MeetingDate
	if next.IsZero() || f.BoardEvery < 1 {
		return workbook.Date{}
	}
	times := 1
	if gone := f.AsOf.Sub(next); gone >= f.BoardEvery {
		times += gone / f.BoardEvery
	}
	return next.Add(times * f.BoardEvery)
}
