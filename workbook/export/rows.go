package export

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// Plan is a plan that goes into the tables.
type Plan struct {
	Facts  *facts.Facts
	Result check.Result
}

// source is a plan as the rows of one edition are made from it.
type source struct {
	Plan
	public  bool
	derived map[workbook.Record]any
	common  []any // the values of All
}

func newSource(p Plan, public bool) *source {
	info := p.Facts.Plan.Info
	s := &source{Plan: p, public: public, derived: map[workbook.Record]any{},
		common: []any{text(info.Organisation), text(info.Title), p.Facts.AsOf, text(p.Facts.Plan.SHA256)}}
	for _, a := range p.Facts.Areas {
		s.derived[a.Area] = a
	}
	for _, x := range p.Facts.Findings {
		s.derived[x.Finding] = x
	}
	for _, m := range p.Facts.Measures {
		s.derived[m.Measure] = m
	}
	for _, v := range p.Facts.Visits {
		s.derived[v.Visit] = v
	}
	return s
}

// Rows are a plan's rows of a table, a value for each column: a string, a
// workbook.Date, a float64, an int64, a bool, or nil.
func (t Table) Rows(p Plan, public bool) [][]any { return t.rowsOf(newSource(p, public)) }

func (t Table) rowsOf(s *source) [][]any {
	rows := t.rows(s)
	for i, row := range rows {
		rows[i] = append(slices.Clone(s.common), row...)
	}
	return rows
}

// value is what a record has in a column of its sheet. In an edition for
// publication a person is their post, a ref leads only to what is published,
// and of a visit whose letter is not published only what it was and when is
// said.
func (s *source) value(c *workbook.Column, r workbook.Record) any {
	v := c.Value(r)
	if s.public {
		var ok bool
		if v, ok = s.published(c, r, v); !ok {
			return nil
		}
	}
	switch typeOf(c.Kind) {
	case Date:
		return day(v.Date)
	case Double:
		return number(v.Num)
	case Bigint:
		if !v.Num.Set {
			return nil
		}
		return int64(v.Num.Value)
	}
	return text(v.Text)
}

// saidOfUnpublished is what is said of a visit whose letter is not published.
var saidOfUnpublished = []string{workbook.ColRef, workbook.ColKind, workbook.ColStarted, workbook.ColEnded,
	workbook.ColLetterDated, workbook.ColLetterReceived, workbook.ColNumber}

func (s *source) published(c *workbook.Column, r workbook.Record, v workbook.Value) (workbook.Value, bool) {
	if visit, is := s.derived[r].(*facts.Visit); is && visit.Unpublished && !slices.Contains(saidOfUnpublished, c.Heading) {
		return v, false
	}
	if finding, is := s.derived[r].(*facts.Finding); is && c.Heading == workbook.ColResolvedBy && finding.FateUnpublished() {
		return v, false
	}
	switch {
	case c.Public == workbook.AsPost:
		v.Text = s.post(v.Text, workbook.SheetOf(r).Fields)
	case c.Kind == workbook.RefTo:
		if !s.shown(c.To, v.Text) {
			return v, false
		}
	case c.Leads() && len(v.Parts) > 0:
		kept := slices.DeleteFunc(slices.Clone(v.Parts), func(ref string) bool { return !s.shown(c.To, ref) })
		v.Text = strings.Join(kept, "; ")
	case c.Kind == workbook.StatusWord && s.Facts.Plan.Key.Find(v.Text) == nil:
		return v, false // a word that is not in the key may say anything
	}
	return v, true
}

// post is the role of whoever is named. A field of the Plan sheet may hold a
// post itself; elsewhere a name without a post stays back.
func (s *source) post(name string, mayBePost bool) string {
	person := s.Facts.Plan.FindPerson(name)
	switch {
	case person != nil:
		return strings.TrimSpace(person.Role)
	case mayBePost:
		return name
	}
	return ""
}

// shown is true of a ref whose record is published.
func (s *source) shown(sheet, ref string) bool {
	p := s.Facts.Plan
	var r workbook.Record
	switch sheet {
	case workbook.SheetVisits:
		if x := p.FindVisit(ref); x != nil && !facts.Unpublished(x) { // that it looked at an area, or resolved a finding, stands in its letter
			r = x
		}
	case workbook.SheetAreas:
		if x := p.FindArea(ref); x != nil {
			r = x
		}
	case workbook.SheetFindings:
		if x := p.FindFinding(ref); x != nil {
			r = x
		}
	case workbook.SheetActions:
		if x := p.FindAction(ref); x != nil {
			r = x
		}
	case workbook.SheetMeasures:
		if x := p.FindMeasure(ref); x != nil {
			r = x
		}
	}
	return r != nil && !s.Facts.Restricted(r)
}

// meaning is what a status word means, nil for none.
func (s *source) meaning(word string) any {
	if strings.TrimSpace(word) == "" {
		return nil
	}
	return meaningWord(s.Facts.Plan.Key.Meaning(word))
}

// meaningWord is a meaning as every plan's rows spell it.
func meaningWord(m workbook.Meaning) any { return m.String() }

func text(s string) any {
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

func day(d workbook.Date) any {
	if d.IsZero() {
		return nil
	}
	return d
}

func number(n workbook.Number) any {
	if !n.Set {
		return nil
	}
	return n.Value
}

func whole(n int) any { return int64(n) }
