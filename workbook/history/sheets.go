package history

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// sheet is how the records of one sheet are told apart. Which of its columns
// are compared, and what a cell's kind means for that, comes from the table.
type sheet struct {
	schema *workbook.Sheet
	name   string
	noun   string // of one record, in a sentence
	key    string // heading of the cell that stands for the whole row
	// renumbers is true where a record keeps its identity under another ref.
	renumbers bool
	identify  func(record workbook.Record, r refs) identity
}

// identity is what a record is found by in the other plan.
type identity struct{ ref, id, parent, title string }

// columns are those that are compared.
func (s *sheet) columns() []*workbook.Column {
	var list []*workbook.Column
	for i := range s.schema.Columns {
		c := &s.schema.Columns[i]
		if c.Kind != workbook.Ref && c.Compare != workbook.AsKey && c.Compare != workbook.Never {
			list = append(list, c)
		}
	}
	return list
}

// rows is every record of a plan as the comparison sees it.
func (s *sheet) rows(p *workbook.Plan, r refs) []*row {
	if s == keySheet && p.Key.Default {
		return nil
	}
	records, columns := s.schema.Records(p), s.columns()
	rows := make([]*row, len(records))
	for i, record := range records {
		who := s.identify(record, r)
		rows[i] = &row{sheet: s, nth: i, ref: words.Clean(who.ref), id: who.id, parent: who.parent, title: words.Clean(who.title),
			record: record, source: record.Place(), columns: columns, values: make([]value, len(columns))}
		for k, c := range columns {
			rows[i].values[k] = rows[i].read(c)
		}
	}
	return rows
}

// read is a cell of a record; one that could not be read is the words in it.
func (r *row) read(c *workbook.Column) value {
	if r.source.Bad(c.Heading) {
		return text(r.source.Raw(c.Heading))
	}
	v := c.Value(r.record)
	switch {
	case c.Compare == workbook.AsParts:
		return split(v.Text)
	case c.Kind == workbook.Day:
		return day(v.Date)
	case c.Kind == workbook.Figure, c.Kind == workbook.Amount, c.Kind == workbook.Whole:
		return figure(v.Num)
	case v.Parts != nil:
		return several(v.Parts)
	}
	return text(v.Text)
}

// newSheet makes a sheet of records of one type.
func newSheet[T any](name, noun, key string, identify func(*T, refs) identity) *sheet {
	return &sheet{schema: workbook.FindSheet(name), name: name, noun: noun, key: key,
		identify: func(record workbook.Record, r refs) identity { return identify(any(record).(*T), r) }}
}

// withRefs is a sheet whose records have a ref of their own.
func withRefs(name, noun string) *sheet {
	s := &sheet{schema: workbook.FindSheet(name), name: name, noun: noun, key: workbook.ColRef, renumbers: true}
	s.identify = func(record workbook.Record, _ refs) identity {
		ref := s.schema.Column(workbook.ColRef).Value(record).Text
		return identity{ref: ref, id: words.Fold(ref), title: s.schema.NameColumn().Value(record).Text}
	}
	return s
}

// named is a sheet whose records are known by a name, word or term.
func named(name, noun, key string, by func(string) string) *sheet {
	s := &sheet{schema: workbook.FindSheet(name), name: name, noun: noun, key: key}
	s.identify = func(record workbook.Record, _ refs) identity {
		word := s.schema.Column(key).Value(record).Text
		return identity{ref: word, id: by(word), title: word}
	}
	return s
}

var (
	planSheet = newSheet(workbook.SheetPlan, "plan", workbook.FieldTitle, func(*workbook.Info, refs) identity { return identity{id: workbook.SheetPlan} })

	keySheet      = named(workbook.SheetKey, "status word", workbook.ColWord, words.Fold)
	peopleSheet   = named(workbook.SheetPeople, "person or post", workbook.ColName, words.FoldName)
	glossarySheet = named(workbook.SheetGlossary, "term", workbook.ColTerm, words.Fold)

	visitsSheet   = withRefs(workbook.SheetVisits, "visit")
	areasSheet    = withRefs(workbook.SheetAreas, "area")
	findingsSheet = withRefs(workbook.SheetFindings, "finding")
	actionsSheet  = withRefs(workbook.SheetActions, "action")
	measuresSheet = withRefs(workbook.SheetMeasures, "measure")
	risksSheet    = withRefs(workbook.SheetRisks, "risk")

	readingsSheet = newSheet(workbook.SheetReadings, "reading", workbook.ColMeasure, func(r *workbook.Reading, to refs) identity {
		measure := to.translate(workbook.SheetMeasures, r.Measure)
		return identity{ref: r.Measure, id: measure + "|" + r.PeriodEnd.String(), parent: measure,
			title: dated(r.PeriodEnd, figure(r.Value).shown)}
	})
	updatesSheet = newSheet(workbook.SheetUpdates, "update", workbook.ColAction, func(u *workbook.Update, to refs) identity {
		action := to.translate(workbook.SheetActions, u.Action)
		return identity{ref: u.Action, id: action + "|" + u.Date.String(), parent: action, title: u.Note}
	})
	waiversSheet = newSheet(workbook.SheetWaivers, "waiver", workbook.ColRule, func(w *workbook.Waiver, to refs) identity {
		return identity{ref: strings.TrimSpace(w.Rule + " " + w.Ref), id: words.Fold(w.Rule) + "|" + to.translateAny(w.Ref), title: w.Rule}
	})
)

// inMatchingOrder is every sheet; those whose rows are found through a ref of
// another stand after it.
var inMatchingOrder = []*sheet{planSheet, keySheet, peopleSheet, visitsSheet, areasSheet, findingsSheet, actionsSheet, measuresSheet,
	risksSheet, readingsSheet, updatesSheet, glossarySheet, waiversSheet}

// inSheetOrder is the same as they stand in the workbook.
func inSheetOrder() []*sheet {
	return slices.SortedFunc(slices.Values(inMatchingOrder), func(a, b *sheet) int {
		return slices.Index(workbook.Sheets, a.schema) - slices.Index(workbook.Sheets, b.schema)
	})
}

// dated is a line of the log or a reading in short.
func dated(d workbook.Date, s string) string {
	if d.IsZero() {
		return s
	}
	return d.String() + ": " + s
}
