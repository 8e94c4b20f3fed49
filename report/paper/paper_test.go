package paper_test

import (
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/paper/pdf"
	"actionplan/report/tagged/pdfua"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	_ "actionplan/workbook/memory" // collected as the program does: it is a third of what the tests take
)

// south is the larger sample's Brief.
func south(t *testing.T) *report.Brief {
	t.Helper()
	plan, loaded := loadSample(t, "south-gloucestershire")
	f := facts.Derive(plan, workbook.MustDate("2023-01-31"))
	found := check.Run(plan, f, loaded, check.Options{})
	return report.Build(f, report.Options{Problems: append(found.Problems, found.Waived...)})
}

// each visits everything of a type that a paper holds, however deep.
func each[T any](within any, visit func(T)) {
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		if v.Kind() == reflect.Func || v.Kind() == reflect.Pointer && v.IsNil() {
			return
		}
		if v.Kind() != reflect.Interface && v.CanInterface() {
			if found, ok := v.Interface().(T); ok {
				visit(found)
			}
		}
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			walk(v.Elem())
		case reflect.Struct:
			if v.Type().PkgPath() == "time" {
				return
			}
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(within))
}

// idsOf are all IDs of a paper, in their order.
func idsOf(within any) []string {
	var ids []string
	add := func(id string) {
		if id != "" {
			ids = append(ids, id)
		}
	}
	each(within, func(h block.Heading) { add(h.ID) })
	each(within, func(r block.Row) { add(r.ID) })
	each(within, func(r block.TimelineRow) { add(r.ID) })
	return ids
}

// Every link leads to an ID of the paper, and no ID stands twice; also where
// more and more is left out.
func TestLinksLead(t *testing.T) {
	for _, template := range templates.Briefings() {
		p := composed(t, south(t), template)
		versions := [][]block.Section{p.Sections}
		if p.Shorter != nil {
			for n := range p.Shorter.Tries {
				versions = append(versions, p.Shorter.At(n))
			}
		}
		for _, sections := range versions {
			ids := idsOf(sections)
			slices.Sort(ids)
			if n := len(slices.Compact(slices.Clone(ids))); n != len(ids) {
				t.Errorf("%s: %d IDs stand twice", template, len(ids)-n)
			}
			each(sections, func(l block.Link) {
				if _, ok := slices.BinarySearch(ids, l.To); l.To != "" && !ok {
					t.Errorf("%s: a link leads to %q, which is not in the paper", template, l.To)
				}
			})
		}
		if len(p.Contents) == 1 {
			t.Errorf("%s: the contents are one place, %q, which is no choice", template, p.Contents[0].Title)
		}
		ids := idsOf(p.Sections)
		for _, e := range p.Contents {
			if !slices.Contains(ids, e.To) {
				t.Errorf("%s: the contents lead to %q, which is not in the paper", template, e.To)
			}
		}
	}
}

// A table has a cell for each column, words in each, and one column that heads
// the rows.
func TestTablesAreWhole(t *testing.T) {
	b := south(t)
	for _, template := range templates.Briefings() {
		each(composed(t, b, template).Sections, func(table block.Table) {
			heads := 0
			for _, c := range table.Columns {
				if c.RowHeader {
					heads++
				}
			}
			if heads != 1 || table.Caption == "" || len(table.Rows) == 0 {
				t.Errorf("%s: the table %q, %q has %d rows, and %d columns head them", template, table.Name, table.Caption, len(table.Rows), heads)
			}
			for _, r := range table.Rows {
				if len(r.Cells) != len(table.Columns) {
					t.Errorf("%s: the table %q has a row of %d cells under %d columns", template, table.Name, len(r.Cells), len(table.Columns))
				}
				for _, c := range r.Cells {
					if len(c.Blocks) == 0 {
						t.Errorf("%s: the table %q has an empty cell", template, table.Name)
					}
				}
			}
		})
	}
}

// Every table is as wide as the text, whatever its rows hold: no rule of one ends
// beside the margin.
func TestTablesAreAsWideAsTheText(t *testing.T) {
	const text = 170.0 // mm
	whole, unnamed := south(t), south(t)
	for _, o := range unnamed.OwnerPages {
		for _, part := range o.Parts {
			for _, r := range part.Rows {
				r.Action.ShortName, r.Action.Name = "", r.Action.Text
			}
		}
	}
	for _, b := range []*report.Brief{whole, unnamed} {
		for _, template := range templates.Briefings() {
			p := composed(t, b, template)
			partly := map[string]bool{} // tables that share the text's width with others
			each(p.Sections, func(s block.SideBySide) {
				for _, part := range s.Parts {
					each(part.Blocks, func(table block.Table) { partly[table.Caption] = part.PerRow > 1 })
				}
			})
			each(p.Sections, func(table block.Table) {
				wide := 0.0
				for _, c := range table.Columns {
					wide += c.Width
				}
				if math.Abs(wide-text) > 0.1 && !partly[table.Caption] {
					t.Errorf("%s: the table %q, %q is %.1f mm wide", template, table.Name, table.Caption, wide)
				}
			})
		}
	}
}

// An owner's tables stand under each other with columns of the same widths, wide
// enough for a plan's own words of status, and what is needed has the more room the
// longer it is.
func TestOwnersTables(t *testing.T) {
	widths := func(status, needed string) [4]float64 {
		b := south(t)
		for _, part := range b.OwnerPages[1].Parts {
			for i := range part.Rows {
				part.Rows[i].Action.Status.Word, part.Rows[i].Needed = status, needed
			}
		}
		if err := b.OnlyOwner(b.OwnerPages[1].Name); err != nil {
			t.Fatal(err)
		}
		var of [][4]float64
		each(composed(t, b, "owner").Sections, func(table block.Table) {
			if table.Name == "owner" {
				of = append(of, [4]float64{table.Columns[0].Width, table.Columns[1].Width, table.Columns[2].Width, table.Columns[3].Width})
			}
		})
		if len(of) < 2 || len(slices.Compact(slices.Clone(of))) != 1 {
			t.Fatalf("the tables' columns are %v mm wide", of)
		}
		return of[0]
	}
	usual := widths("On track", "Nothing now.")
	if own := widths("Green – complete", "Nothing now."); usual[2] != 30 || own[2] < 36 {
		t.Errorf("the statuses have %.1f mm, and the plan's own %.1f", usual[2], own[2])
	}
	if long := widths("On track", strings.Repeat("a ", 600)); long[3] <= usual[3] {
		t.Errorf("what is needed has %.1f mm, and %.1f where it is long", usual[3], long[3])
	}
}

// A visit without findings has a row in the table of visits and no page of its own.
func TestVisitWithoutFindingsHasNoPage(t *testing.T) {
	b := south(t)
	b.Visits[1].None, b.Visits[1].Findings, b.Visits[1].Others = "No finding in the plan", nil, nil
	p := composed(t, b, "visit")
	pages, said := 0, 0
	each(p.Sections, func(block.Page) { pages++ })
	each(p.Sections, func(r block.Run) { said += strings.Count(r.Text, "No finding in the plan") })
	if pages != len(b.Visits)-1 || said != 1 {
		t.Errorf("%d pages of %d visits, said %d times", pages, len(b.Visits), said)
	}
}

// Every paper says whom to ask for it in another format. On one side that
// gives way to what the paper is about.
func TestWhomToAskForAnotherFormat(t *testing.T) {
	for _, template := range templates.Briefings() {
		for _, one := range []bool{false, true} {
			b := south(t)
			if one {
				if err := b.OnlyOwner(b.OwnerPages[1].Name); err != nil {
					t.Fatal(err)
				}
			}
			p := composed(t, b, template)
			said := 0
			each(p.Sections, func(para block.Para) {
				for _, r := range para.Runs {
					said += strings.Count(r.Text, "in another format, ask")
				}
			})
			if said != 1 {
				t.Errorf("%s: it is said %d times", template, said)
			}
			early := p.Sections[:min(7, len(p.Sections))] // on the first pages, and not where only those come who have read it all
			each(early, func(para block.Para) {
				for _, r := range para.Runs {
					said -= strings.Count(r.Text, "in another format, ask")
				}
			})
			if said != 0 {
				t.Errorf("%s: it is said too late", template)
			}
			file, err := pdf.Write(p)
			if err != nil {
				t.Fatal(err)
			}
			if says := strings.Contains(strings.Join(wordsOfPDF(file.Bytes), " "), strings.Join(strings.Fields(b.Contact), " ")); !says && p.Shorter == nil {
				t.Errorf("%s: the PDF does not say it", template)
			}
		}
	}
}

// A paper on some areas is about no others.
func TestPaperOnSomeAreas(t *testing.T) {
	for _, refs := range [][]string{{"A1"}, {"A1", "A2"}} {
		b := south(t)
		others := map[string]bool{}
		for _, a := range b.Areas {
			if !slices.Contains(refs, a.Ref) {
				others[a.Ref+" "+a.Name] = true
			}
		}
		if err := b.OnlyAreas(refs); err != nil {
			t.Fatal(err)
		}
		p := composed(t, b, "area")
		each(p.Sections, func(r block.Run) {
			if others[r.Text] {
				t.Errorf("a paper on %v names %s", refs, r.Text)
			}
		})
		pages := 0
		each(p.Sections, func(block.Page) { pages++ })
		if pages != len(refs) {
			t.Errorf("a paper on %v has %d pages on areas", refs, pages)
		}
	}
}

// What there is to know of a measure's data stands in every paper that shows
// the measure: with its readings, or where it has none in its panel.
func TestNotesOnData(t *testing.T) {
	b := south(t)
	checked := 0
	for _, template := range templates.Briefings() {
		p := composed(t, b, template)
		said := map[string]bool{}
		each(p.Sections, func(r block.Run) { said[r.Text] = true })
		each(p.Sections, func(panel block.Panel) {
			for _, n := range panel.Notes {
				said[n] = true
			}
		})
		each(p.Sections, func(panel block.Panel) {
			for _, m := range b.Measures.Items {
				if panel.Heading == m.Ref+" "+m.Name && len(m.Readings) == 0 && m.Note != "" {
					checked++
					if !said[m.Note] {
						t.Errorf("%s: the note on the data of %s is not said", template, m.Ref)
					}
				}
			}
		})
	}
	if checked == 0 {
		t.Error("the sample has no measure without readings")
	}
}

// One action has one name in a paper, and where that is short its whole text
// stands below it.
func TestActionsAreNamedOnce(t *testing.T) {
	b := south(t)
	for _, template := range templates.Briefings() {
		headings := map[string]string{} // by the action's ID
		name := func(id, heading string) {
			if was, seen := headings[id]; seen && was != heading {
				t.Errorf("%s: one action is %q and %q", template, was, heading)
			}
			headings[id] = heading
		}
		p := composed(t, b, template)
		each(p.Sections, func(c block.Card) {
			heading := c.Heading.Runs[0].Text
			for _, a := range b.Actions {
				if strings.HasPrefix(heading, a.Ref+" ") {
					name(a.ID, heading)
					if heading != a.Ref+" "+a.Name {
						t.Errorf("%s: the card of %s is called %q", template, a.Ref, heading)
					}
					if first := c.Fields.Items[0]; a.Text != a.Name && first.Says[0][0].Text != a.Text {
						t.Errorf("%s: the card of %s does not say the whole of it", template, a.Ref)
					}
				}
			}
		})
		each(p.Sections, func(r block.TimelineRow) {
			for _, a := range b.Actions {
				if r.Ref == a.Ref {
					name(a.ID, r.Ref+" "+r.Name)
				}
			}
		})
	}
}

// Every writer can write every block. Who adds one adds it here, and sees
// which writers lack it.
func TestWritersKnowEveryBlock(t *testing.T) {
	say := func(s string) []block.Run { return []block.Run{{Text: s}} }
	look := chart.Look{Name: "on-track", Fill: "#1b824e", Ink: "#ffffff", Shape: chart.Pointer}
	status := block.Status{Word: "On track", Look: look, Tag: true}
	fields := block.Terms{As: block.Fields, Items: []block.Term{{Term: say("Owner"), Says: [][]block.Run{say("Head of service")}}}}
	h := block.Heading{Level: 2, Size: block.SectionSize, Runs: say("A section"), ID: "section-a"}
	day := 3
	all := []block.Block{
		h,
		block.Para{Runs: say("A paragraph.")},
		block.List{Items: [][]block.Run{say("An item")}},
		fields,
		block.Table{Name: "some", Caption: "Some", Columns: []block.Column{{Name: "a", Title: "A column", Width: 170, RowHeader: true}},
			Rows: []block.Row{{Cells: []block.Cell{{Blocks: []block.Block{block.Para{Runs: say("A cell")}, block.Marks{Alt: "1.1 on track", Looks: []block.Look{look}}}}}}}},
		status,
		block.Marks{Alt: "1.2 on track", Looks: []block.Look{look}},
		block.Figures{PerRow: 3, Items: []block.Figure{{Figure: "3 of 4", Words: "done"}}},
		block.Bar{Alt: "Four on track", Now: []block.Count{{Look: look, N: 4}}},
		block.Timeline{Caption: "Dates", Chart: chart.Timeline{Days: 30, Today: chart.Flag{Day: 2, Label: "Position"}},
			Rows: []block.TimelineRow{{Ref: "1.1", Name: "An action", Status: status, Alt: "To the fourth", Bar: chart.Bar{Due: &day}}}},
		block.Panels{Items: []block.Panel{{Level: 3, Heading: "A measure", Instead: say("No reading yet.")}}},
		block.Card{Heading: block.Heading{Level: 3, Size: block.GroupSize, Runs: say("A card")}, Status: status, Fields: fields},
		block.Record{Heading: block.Heading{Level: 3, Size: block.GroupSize, Runs: say("A record")}, State: "Under way", Fields: fields},
		block.Box{As: block.Asks, Blocks: []block.Block{block.List{Numbered: true, Items: [][]block.Run{say("Agree")}}}},
		block.Key{Items: []block.KeyItem{{Status: block.Status{Word: "On track", Look: look}, Says: "will meet its date"}}},
		block.SideBySide{Parts: []block.Part{{PerRow: 2, Blocks: []block.Block{block.Table{Caption: "Beside", Columns: []block.Column{{Name: "a", Title: "Beside", Width: 83, RowHeader: true}},
			Rows: []block.Row{{Cells: []block.Cell{{Blocks: []block.Block{block.Para{Runs: say("Part")}}}}}}}}}}},
		block.Page{Blocks: []block.Block{block.Para{Runs: say("On a page of its own.")}}},
		block.Turn{Heading: "Over the page"},
		block.Closer{Ways: [][]block.Block{{block.Para{Runs: say("At length.")}}, {block.Para{Runs: say("In short.")}}}},
	}
	source, err := os.ReadFile("block/block.go")
	if err != nil {
		t.Fatal(err)
	}
	written := map[string]bool{}
	for _, b := range all {
		written[reflect.TypeOf(b).Name()] = true
	}
	for _, m := range regexp.MustCompile(`func \((\w+)\) isBlock`).FindAllSubmatch(source, -1) {
		if !written[string(m[1])] {
			t.Errorf("no writer is asked to write a %s", m[1])
		}
	}
	p := &block.Paper{Kind: "briefing", Title: "A paper", Lang: "en-GB", Front: block.Front{Title: "A paper"}, Looks: []chart.Look{look},
		Sections: []block.Section{{Name: "all", Blocks: all}}}
	file, err := pdf.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range pdfua.Check(file.Bytes) {
		t.Errorf("not PDF/UA-1: %s", broken)
	}
	othersSay(t, p, wordsOfPDF(file.Bytes))
}
