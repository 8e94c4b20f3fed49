package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/workbook"
	form "actionplan/workbook/blank"
)

// respell is a name, ref or word as another keyboard, Word or a web page would
// have put it: readers see no difference.
var respell = strings.NewReplacer("'", "\u2019", "-", "\u2011", " ", "\u00a0", "e", "\u200be", "é", "e\u0301")

// compared are the kinds of cell whose values are compared with others.
var compared = []workbook.Kind{workbook.Ref, workbook.RefTo, workbook.RefsTo, workbook.List, workbook.StatusWord, workbook.Owner, workbook.People}

// TestSpellingChangesNothing: the same plan with every second row's names,
// refs and words spelled in another way has the same problems in the same
// cells.
func TestSpellingChangesNothing(t *testing.T) {
	for _, path := range []string{"testdata/plain-send.yaml", "testdata/clean.yaml", "../../samples/source/gloucestershire.yaml"} {
		plain := readContent(t, path)
		loadedDown(plain)
		want := whatAndWhere(judge(t, plain, "2026-09-30", Options{}))
		for _, rule := range []string{"overload-owner", "embedded-checked"} {
			if !slices.ContainsFunc(want, func(s string) bool { return strings.HasPrefix(s, rule) }) {
				t.Errorf("%s: the plan should break %s", path, rule)
			}
		}
		other := readContent(t, path)
		loadedDown(other)
		for _, sheet := range workbook.Sheets {
			for i, row := range other.Rows[sheet.Name] {
				if i%2 == 1 && !sheet.Fields {
					respellRow(sheet, row)
				}
			}
		}
		if diff := cmp.Diff(want, whatAndWhere(judge(t, other, "2026-09-30", Options{}))); diff != "" {
			t.Errorf("%s: spelling makes a difference (-plain +other)\n%s", path, diff)
		}
	}
}

// loadedDown gives one post with an apostrophe and a hyphen every action, lets
// it check its own work, and waives one of the problems by the name.
func loadedDown(c *form.Content) {
	const post = "Children's co-ordinator Zoé Lee"
	c.Rows[workbook.SheetPeople] = append(c.Rows[workbook.SheetPeople], form.ContentRow{workbook.ColName: "Somebody Else"}, form.ContentRow{workbook.ColName: post})
	for i, row := range c.Rows[workbook.SheetActions] {
		row[workbook.ColOwner], row[workbook.ColCheckedBy] = post, post
		if i < 2 {
			row[workbook.ColStatus] = "Blue"
			for _, w := range c.Rows[workbook.SheetKey] {
				if w[workbook.ColMeans] == "embedded" {
					row[workbook.ColStatus] = w[workbook.ColWord]
				}
			}
		}
	}
	c.Rows[workbook.SheetPlan] = append(c.Rows[workbook.SheetPlan], form.ContentRow{form.HeadingField: workbook.FieldActionsPerOwner, form.HeadingValue: "1"})
	waived := form.ContentRow{workbook.ColRule: "owner-known", workbook.ColReason: "Joins in May", workbook.ColBy: "The chair"}
	c.Rows[workbook.SheetWaivers] = append(c.Rows[workbook.SheetWaivers], waived, waived)
	for i, ref := range []string{"Actions!" + c.Rows[workbook.SheetActions][0][workbook.ColRef], "overload-owner"} {
		w := form.ContentRow{workbook.ColRule: "embedded-evidence", workbook.ColRef: ref, workbook.ColReason: "Seen by the chair", workbook.ColBy: "The chair"}
		if i == 1 {
			w[workbook.ColRule], w[workbook.ColRef] = ref, post
		}
		c.Rows[workbook.SheetWaivers] = append(c.Rows[workbook.SheetWaivers], w)
	}
}

func respellRow(sheet *workbook.Sheet, row form.ContentRow) {
	for i := range sheet.Columns {
		c := &sheet.Columns[i]
		if v := row[c.Heading]; v != "" && (slices.Contains(compared, c.Kind) || sheet.Name == workbook.SheetPeople && i == 0 ||
			sheet.Name == workbook.SheetWaivers && (c.Heading == workbook.ColRef || c.Heading == workbook.ColRule)) {
			row[c.Heading] = respell.Replace(v)
		}
	}
}

func whatAndWhere(r Result) []string {
	var all []string
	for _, p := range append(slices.Clone(r.Problems), r.Waived...) {
		all = append(all, fmt.Sprintf("%s %s waived %v", p.Rule, p.Cell, p.Waived != nil))
	}
	slices.Sort(all)
	return all
}
