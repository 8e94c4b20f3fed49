package workbook

// LastWritten is the last day on which anything in a plan was updated, by its
// areas, its actions and its log.
func (p *Plan) LastWritten() Date {
	var last Date
	see := func(d Date) {
		if d.After(last) {
			last = d
		}
	}
	for _, a := range p.Areas {
		see(a.Updated)
	}
	for _, a := range p.Actions {
		see(a.Updated)
	}
	for _, u := range p.Updates {
		see(u.Date)
	}
	return last
}

// LastKnown is the last day of which a plan tells anything: that something was
// updated on it, or, if it is before a day, that something was completed on it or
// measured up to it. On that day the plan stood as it says.
func (p *Plan) LastKnown(before Date) Date {
	last := p.LastWritten()
	see := func(d Date) {
		if d.After(last) && d.Before(before) {
			last = d
		}
	}
	for _, a := range p.Actions {
		see(a.Completed)
	}
	for _, r := range p.Readings {
		see(r.PeriodEnd)
	}
	return last
}
