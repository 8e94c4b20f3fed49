package workbook

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestColumnsKnowTheirRecord puts a value into every column of every sheet and
// gets the same back, with nothing in any other column.
func TestColumnsKnowTheirRecord(t *testing.T) {
	for _, s := range Sheets {
		for i := range s.Columns {
			c := &s.Columns[i]
			r := s.store.add(&Plan{}, Source{})
			if SheetOf(r) != s {
				t.Fatalf("a record of %s belongs to %s", s.Name, SheetOf(r).Name)
			}
			want := sampleOf(c)
			c.set(r, want)
			got := c.Value(r)
			if len(want.Parts) > 0 && c.Kind != RefsOrText {
				want.Text = got.Text // all parts in one
			}
			if d := cmp.Diff(want, got, cmp.Comparer(func(a, b Date) bool { return a == b })); d != "" {
				t.Errorf("%s, %s: %s", s.Name, c.Heading, d)
			}
			for j := range s.Columns {
				other := s.Columns[j].Value(r)
				if j != i && (other.Text != "" || other.Parts != nil || !other.Date.IsZero() || other.Num.Set) {
					t.Errorf("%s: %s stands in %s too", s.Name, c.Heading, s.Columns[j].Heading)
				}
			}
		}
	}
}

func sampleOf(c *Column) Value {
	switch c.Kind {
	case RefsTo, People:
		return Value{Parts: []string{"A1", "A2"}}
	case RefsOrText:
		return Value{Text: "M1; M2", Parts: []string{"M1", "M2"}}
	case Day:
		return Value{Date: MustDate("2026-09-30")}
	case Figure, Amount, Whole:
		return Value{Num: Number{Value: 7, Set: true}}
	case List:
		return Value{Text: c.List[0]}
	}
	if c.Repeats {
		return Value{Text: "Agree the date", Parts: []string{"Agree the date"}}
	}
	return Value{Text: "Words"}
}

// TestNothingIsPublishedUndecided: of a record with something in every column
// a public paper gets what the table says and nothing else, and no column that
// nobody has decided on.
func TestNothingIsPublishedUndecided(t *testing.T) {
	a := &Action{}
	s := FindSheet(SheetActions)
	for i := range s.Columns {
		s.Columns[i].set(a, sampleOf(&s.Columns[i]))
	}
	a.keep("New on the table", Value{Text: "Words"})
	p := Publish(a, func(name string) string { return "Post of " + name })
	for i := range s.Columns {
		c := &s.Columns[i]
		v := c.Value(p)
		switch {
		case c.Public == AsPost && v.Text != "Post of Words":
			t.Errorf("%s is published as %q", c.Heading, v.Text)
		case (c.Public == Withheld || c.Leads() && c.Kind != RefTo) && (v.Text != "" || v.Parts != nil || !v.Date.IsZero()):
			t.Errorf("%s is published", c.Heading)
		}
	}
	if p.kept != nil {
		t.Errorf("published without a word on the table: %v", p.kept)
	}
	if (Column{}).Public != Withheld {
		t.Error("a column is published unless the table says otherwise")
	}
}
