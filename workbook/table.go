package workbook

import (
	"slices"
	"strings"
)

// The table knows each record both ways: a column says where its value stands
// in a record, so that reading a workbook, comparing two of them, searching
// texts, publishing, asking owners and tracking all walk the same table.

// Publication is what a public paper may print of a column. What nobody has
// decided on is withheld.
type Publication int

const (
	Withheld Publication = iota
	Printed              // as it stands; of a column that leads to other records only those refs whose records stay
	AsPost               // the post of whoever it names
)

// Comparison is how two states of a cell are compared.
type Comparison int

const (
	ByKind   Comparison = iota // as its kind says
	AsKey                      // the row is found by it
	AsParts                    // as several names in one text, in any order
	AsPerson                   // as a person or post
	Never                      // no member of staff fills it in
)

// Asking says whether an owner may fill in a column of what is sent to them.
type Asking bool

const (
	Shown Asking = false
	Asked Asking = true
)

// Return is how a column of Actions stands in what is sent to an owner.
type Return struct {
	Place  int // from the left, the lowest first
	Asking Asking
	Width  float64 // in characters
}

// Record is one row of a plan, or its Plan sheet. Every record embeds a
// Source.
type Record interface {
	// Place is where the record stands in its workbook.
	Place() Source
	source() *Source
}

// Place is where the record stands.
func (s *Source) Place() Source   { return *s }
func (s *Source) source() *Source { return s }

// store is where the records of a sheet stand in a plan.
type store interface {
	add(p *Plan, s Source) Record
	all(p *Plan) []Record
	first(p *Plan) Record
	count(p *Plan) int
	holds(r Record) bool
}

// inSlice is the store of a sheet with a record a row.
func inSlice[T any, P interface {
	*T
	Record
}](slice func(*Plan) *[]P) store {
	return sliceStore[T, P](slice)
}

type sliceStore[T any, P interface {
	*T
	Record
}] func(*Plan) *[]P

func (of sliceStore[T, P]) add(p *Plan, s Source) Record {
	record := P(new(T))
	*record.source() = s
	all := of(p)
	*all = append(*all, record)
	return record
}

func (of sliceStore[T, P]) all(p *Plan) []Record {
	records := *of(p)
	all := make([]Record, len(records))
	for i, r := range records {
		all[i] = r
	}
	return all
}

func (of sliceStore[T, P]) first(p *Plan) Record {
	if records := *of(p); len(records) > 0 {
		return records[0]
	}
	return nil
}

func (of sliceStore[T, P]) count(p *Plan) int { return len(*of(p)) }

func (of sliceStore[T, P]) holds(r Record) bool {
	_, is := r.(P)
	return is
}

// one is the store of the Plan sheet, which is one record.
func one(of func(*Plan) *Info) store { return oneStore(of) }

type oneStore func(*Plan) *Info

func (of oneStore) add(p *Plan, s Source) Record {
	of(p).Source = s
	return of(p)
}

func (of oneStore) all(p *Plan) []Record { return []Record{of(p)} }

func (of oneStore) first(p *Plan) Record { return of(p) }

func (of oneStore) count(*Plan) int { return 1 }

func (of oneStore) holds(r Record) bool {
	_, is := r.(*Info)
	return is
}

// Records is the records of a sheet, in its order.
func (s *Sheet) Records(p *Plan) []Record { return s.store.all(p) }

// First is the first record of a sheet, nil where it has none.
func (s *Sheet) First(p *Plan) Record { return s.store.first(p) }

// Count is how many records a sheet has.
func (s *Sheet) Count(p *Plan) int { return s.store.count(p) }

// SheetOf is the sheet that a record belongs to.
func SheetOf(r Record) *Sheet {
	return Sheets[slices.IndexFunc(Sheets, func(s *Sheet) bool { return s.store.holds(r) })]
}

// RefOf is the ref by which a problem names a record: its own, or that of the
// measure or action that the row is about; on the Plan sheet the field.
func (s *Sheet) RefOf(r Record, column *Column) string {
	if s.Fields {
		return column.Heading
	}
	return s.Columns[s.keyColumn()].Value(r).Text
}

// keyColumn is the first column by which a row is found.
func (s *Sheet) keyColumn() int {
	return slices.IndexFunc(s.Columns, func(c Column) bool { return c.Kind == Ref || c.Compare == AsKey })
}

// NameColumn is the column that says in words what a record is, nil for none:
// an area's name, a visit's title.
func (s *Sheet) NameColumn() *Column {
	if i := nameColumn(s); i >= 0 {
		return &s.Columns[i]
	}
	return nil
}

// in lets a column say where its value stands for its own record type.
func in[T any](field func(*T) any) func(Record) any {
	return func(r Record) any { return field(any(r).(*T)) }
}

// refsOrText is a place for words that may be refs.
type refsOrText struct {
	text *string
	refs *[]string
}

// set puts a value into a record. A column without a place of its own in the
// record is kept with its Source.
func (c *Column) set(r Record, v Value) {
	if c.field == nil {
		v.Parts = c.together(c.Value(r).Parts, v)
		r.source().keep(c.Heading, v)
		return
	}
	switch at := c.field(r).(type) {
	case *string:
		*at = v.Text
	case *[]string:
		*at = c.together(*at, v)
	case *Date:
		*at = v.Date
	case *Number:
		*at = v.Num
	case *int:
		*at = v.Int()
	case *Meaning:
		*at, _ = ParseMeaning(v.Text)
	case refsOrText:
		*at.text, *at.refs = v.Text, v.Parts
	}
}

// together is the parts of a value; a field that repeats adds to those before.
func (c *Column) together(before []string, v Value) []string {
	if c.Repeats {
		return append(before, v.Text)
	}
	return v.Parts
}

// Value is what a record holds in a column; the zero Value for nothing. Dates
// and figures are not repeated in Text; of several parts Text is all of them,
// joined by "; ".
func (c *Column) Value(r Record) Value {
	if c.field == nil {
		return r.source().kept[c.Heading]
	}
	switch at := c.field(r).(type) {
	case *string:
		return Value{Text: *at}
	case *[]string:
		return Value{Text: strings.Join(given(*at), "; "), Parts: *at}
	case *Date:
		return Value{Date: *at}
	case *Number:
		return Value{Num: *at}
	case *int:
		return Value{Num: Number{Value: float64(*at), Set: *at != 0}}
	case *Meaning:
		if *at != MeaningUnknown {
			return Value{Text: at.String()}
		}
	case refsOrText:
		return Value{Text: *at.text, Parts: *at.refs}
	}
	return Value{}
}

// given are the parts that say something.
func given(parts []string) []string {
	if !slices.Contains(parts, "") {
		return parts
	}
	return slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" })
}

// keep holds a value that has no field of its own.
func (s *Source) keep(heading string, v Value) {
	if s.kept == nil {
		s.kept = map[string]Value{}
	}
	s.kept[heading] = v
}

// Words are the texts that people write into a column of a record: of a field
// that repeats one each, and none where all of it is refs.
func (c *Column) Words(r Record) []string {
	v := c.Value(r)
	switch {
	case c.Kind == RefsOrText && len(v.Parts) > 0:
		return nil
	case len(v.Parts) > 0:
		return v.Parts
	}
	return []string{v.Text}
}

// Prose is true of a column of sentences and names of things, in which
// anything may be written: it is searched for what may identify a child.
func (c *Column) Prose() bool {
	return !c.Label && (c.Kind == Text || c.Kind == LongText || c.Kind == RefsOrText)
}

// Leads is true of a column whose value is refs of other records.
func (c *Column) Leads() bool { return c.Kind == RefTo || c.Kind == RefsTo || c.Kind == RefsOrText }

// Publish copies of a record what the table lets a public paper print, with
// post giving the words for whoever a cell names. Several refs are not copied:
// which of their records stay only the caller knows. Nor is its place.
func Publish[T any, P interface {
	*T
	Record
}](from P, post func(name string) string) P {
	to := P(new(T))
	for i := range SheetOf(from).Columns {
		c := &SheetOf(from).Columns[i]
		v := c.Value(from)
		switch {
		case c.Public == Withheld || c.Kind == RefsTo:
		case c.Kind == RefsOrText && len(v.Parts) > 0:
		case c.Public == AsPost:
			c.set(to, Value{Text: post(v.Text)})
		case c.Repeats:
			for _, part := range v.Parts {
				c.set(to, Value{Text: part})
			}
		default:
			c.set(to, v)
		}
	}
	return to
}
