package pdf

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// shared is the South Gloucestershire sample with its actions shared out among so
// many areas, of whom each has a name and an owner from the sample, made long
// where asked for.
func shared(t *testing.T, areas int, long, owners bool) *workbook.Plan {
	t.Helper()
	p := planOf(t, "south-gloucestershire")
	own := p.Areas
	p.Areas = nil
	for i := range areas {
		a := *own[i%len(own)]
		a.Ref = fmt.Sprintf("A%d", i+1)
		if long {
			a.Name += ", information sharing and decisions at the front door, including out of hours"
			if areas <= 8 {
				a.Owner += " and improvement"
			}
		}
		if owners {
			a.Owner = "Assistant director, safeguarding and quality, to " + a.Ref
		}
		p.Areas = append(p.Areas, &a)
	}
	for i, a := range p.Actions {
		a.Area = p.Areas[i%areas].Ref
	}
	p.Index()
	return p
}

// Page 1 has a line or two for each of up to twelve areas, whatever else stands on
// it; of more, the rest follows on page 2 with the same columns.
func TestStripOnPageOne(t *testing.T) {
	asOf := day("2023-01-31")
	for _, c := range []struct {
		areas               int
		long, draft, public bool
		owners              bool // of 50 letters
		since               bool
	}{
		{areas: 1}, {areas: 6}, {areas: 8}, {areas: 9}, {areas: 12}, {areas: 13},
		{areas: 8, draft: true}, {areas: 12, draft: true},
		{areas: 8, since: true}, {areas: 12, since: true}, {areas: 12, since: true, draft: true},
		{areas: 8, public: true}, {areas: 12, public: true},
		{areas: 6, long: true}, {areas: 8, long: true}, {areas: 8, long: true, draft: true}, {areas: 12, long: true}, {areas: 12, long: true, draft: true}, {areas: 20, long: true},
		{areas: 12, owners: true}, {areas: 12, owners: true, long: true},
	} {
		if c.areas != 12 && c.areas != 13 && os.Getenv("CI") != "true" {
			continue // a second each
		}
		t.Run(fmt.Sprintf("%+v", c), func(t *testing.T) {
			o := report.Options{Public: c.public}
			if c.draft {
				o.Problems = workbook.Problems{{Rule: "no-owner", Severity: workbook.Error, Cell: xlsx.Cell{Sheet: "Actions", Row: 9, Col: 6}, Message: "There is no owner."}}
			}
			if c.since {
				then := shared(t, c.areas, c.long, c.owners)
				for i, a := range then.Areas {
					a.Status = []string{"On track", "Off track", "At risk"}[i%3]
				}
				o.Since = &report.Since{Facts: facts.Derive(then, asOf.Add(-60)), On: asOf.Add(-60), Board: true}
			}
			b := report.Build(facts.Derive(shared(t, c.areas, c.long, c.owners), asOf), o)
			drawings := pages(t, drawn(t, b, shipped(t, "board", b)))
			on := func(page int, text string) bool {
				return slices.ContainsFunc(drawings[page].texts, func(p placedText) bool { return strings.HasPrefix(p.text, text) })
			}
			first := 0
			for _, a := range b.Areas {
				if on(0, a.Ref+" ") || on(0, a.Ref) {
					first++
				}
			}
			switch {
			case c.areas <= 12 && first != c.areas:
				t.Errorf("%d of %d areas stand on page 1", first, c.areas)
			case c.areas > 12 && first < c.areas && !on(1, "Accountable owner"):
				t.Errorf("%d of %d areas stand on page 1, and page 2 does not begin with the others", first, c.areas)
			}
		})
	}
}
