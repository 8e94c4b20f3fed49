package upgrade

// tableByContent finds a table none of whose headings anybody knows by what
// stands under them: sentences, and beside them two of posts, dates and status
// words. It is nil where there is none.
func tableByContent(v *view, m *mapping) *table {
	const rowsLooked = 20
	for i := 0; i < len(v.rows) && i < rowsLooked; i++ {
		r := v.rows[i]
		if len(r.filled()) < 3 || !looksLikeHeadings(r) || len(v.rows)-i < 3 {
			continue
		}
		t := &table{view: v, top: r.number, bottom: r.number, end: v.rows[len(v.rows)-1].number}
		for _, c := range r.filled() {
			one := &column{col: c.Col, heading: c.text()}
			one.know(m)
			t.columns = append(t.columns, one)
		}
		t.profile(m)
		if t.tellsByContent() {
			return t
		}
	}
	return nil
}

// tellsByContent is true of columns that hold sentences and two of who, when
// and how it goes.
func (t *table) tellsByContent() bool {
	sentences, who, when, how := false, false, false, false
	for _, c := range t.columns {
		p := c.profile
		switch {
		case p.filled < 2:
		case p.days >= 0.7:
			when = true
		case p.plain >= 0.8 && p.length < 26:
			how = true
		case p.posts >= 0.6 && p.length < 60:
			who = true
		case p.length > 18 && 2*p.distinct > p.filled:
			sentences = true
		}
	}
	two := 0
	for _, is := range []bool{who, when, how} {
		if is {
			two++
		}
	}
	return sentences && two >= 2
}
