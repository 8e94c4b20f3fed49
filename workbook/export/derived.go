package export

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/region"
)

// told is a column and its value of a thing that is no record of a sheet.
type told[T any] struct {
	name  string
	is    Type
	about string
	value func(*source, T) any

	withheld bool // from an edition for publication
}

func columnsOf[T any](all []told[T], public bool) (columns []Column, kept []told[T]) {
	for _, x := range all {
		if !public || !x.withheld {
			columns = append(columns, Column{x.name, x.is, x.about})
			kept = append(kept, x)
		}
	}
	return columns, kept
}

func row[T any](s *source, of []told[T], x T) []any {
	values := make([]any, len(of))
	for i, c := range of {
		values[i] = c.value(s, x)
	}
	return values
}

var factColumns = []told[*facts.Action]{
	{name: "ref", is: String, about: "The action's ref.", value: func(_ *source, a *facts.Action) any { return text(a.Ref) }},
	{name: "area", is: String, about: "The ref of its improvement area.", value: func(s *source, a *facts.Action) any {
		if a.Area == nil || s.public && a.Area.Restricted {
			return nil
		}
		return text(a.Area.Ref)
	}},
	{name: "owner", is: String, about: "Who owns it; in an edition for publication the post.", value: func(s *source, a *facts.Action) any {
		if s.public {
			return text(s.post(a.Owner, false))
		}
		return text(a.Owner)
	}},
	{name: "word", is: String, about: "Its status in the plan's own word.", value: func(s *source, a *facts.Action) any {
		if s.public && s.Facts.Plan.Key.Find(a.Word) == nil {
			return nil
		}
		return text(a.Word)
	}},
	{name: "meaning", is: String, about: "What that word means, the same words for every plan.", value: func(_ *source, a *facts.Action) any { return meaningWord(a.Meaning) }},
	{name: "counted", is: Boolean, about: "It counts: it was not withdrawn.", value: func(_ *source, a *facts.Action) any { return a.Meaning != workbook.Withdrawn }},
	{name: "done", is: Boolean, about: "Delivered or embedded.", value: func(_ *source, a *facts.Action) any {
		return a.Meaning == workbook.Delivered || a.Meaning == workbook.Embedded
	}},
	{name: "open", is: Boolean, about: "Neither done nor withdrawn.", value: func(_ *source, a *facts.Action) any { return a.Open }},
	{name: "effective_due", is: Date, about: "The date that holds: the revised one, else the first.", value: func(_ *source, a *facts.Action) any { return day(a.EffectiveDue) }},
	{name: "no_date", is: Boolean, about: "Open without any date.", value: func(_ *source, a *facts.Action) any { return a.NoDate }},
	{name: "late", is: Boolean, about: "Open past its date.", value: func(_ *source, a *facts.Action) any { return a.Late }},
	{name: "days_late", is: Bigint, about: "Calendar days past its date, 0 unless late.", value: func(_ *source, a *facts.Action) any { return whole(a.DaysLate) }},
	{name: "due_soon", is: Boolean, about: "Due within the plan's own number of days.", value: func(_ *source, a *facts.Action) any { return a.DueSoon }},
	{name: "should_have_started", is: Boolean, about: "Its start has passed and it is not started.", value: func(_ *source, a *facts.Action) any { return a.ShouldHaveStarted }},
	{name: "slipped_days", is: Bigint, about: "Days from its first date to a later revised one, else 0.", value: func(_ *source, a *facts.Action) any { return whole(a.Slipped) }},
	{name: "times_moved", is: Bigint, about: "How often its date has moved.", value: func(_ *source, a *facts.Action) any { return whole(a.TimesMoved) }},
	{name: "finished_late", is: Boolean, about: "Done after its date.", value: func(_ *source, a *facts.Action) any { return a.FinishedLate }},
	{name: "stale", is: Boolean, about: "Open and not updated since the last board.", value: func(_ *source, a *facts.Action) any { return a.Stale }},
	{name: "last_touched", is: Date, about: "The last day on which it was updated.", value: func(_ *source, a *facts.Action) any { return day(a.LastTouched) }},
	{name: "optimistic", is: Boolean, about: "Called on track although its date has passed.", value: func(_ *source, a *facts.Action) any { return a.Optimistic }},
	{name: "restricted", is: Boolean, about: "An edition for publication leaves it out.", value: func(_ *source, a *facts.Action) any { return a.Restricted }, withheld: true},
}

func factsTable(public bool) Table {
	columns, kept := columnsOf(factColumns, public)
	return Table{Name: "facts", About: "An action a row: what follows from it on the date.", Columns: columns, rows: func(s *source) [][]any {
		var rows [][]any
		for _, a := range s.Facts.Actions {
			if s.public && a.Restricted {
				continue
			}
			rows = append(rows, row(s, kept, a))
		}
		return rows
	}}
}

// problem is one that check found.
type problem struct {
	*workbook.Problem
	waived bool
}

var problemColumns = []told[problem]{
	{name: "rule", is: String, about: "The rule that found it; actionplan explain RULE says why it exists.", value: func(_ *source, p problem) any { return text(p.Rule) }},
	{name: "severity", is: String, about: "error, warning or advice.", value: func(_ *source, p problem) any { return text(p.Severity.String()) }},
	{name: "waived", is: Boolean, about: "Somebody answers for it on the Waivers sheet.", value: func(_ *source, p problem) any { return p.waived }},
	{name: "sheet", is: String, about: "The sheet, as the file spells it.", value: func(_ *source, p problem) any { return text(p.Cell.Sheet) }, withheld: true},
	{name: "cell", is: String, about: "The cell that somebody must change.", value: func(_ *source, p problem) any { return text(p.Cell.String()) }, withheld: true},
	{name: "ref", is: String, about: "The record's ref.", value: func(_ *source, p problem) any { return text(p.Ref) }, withheld: true},
	{name: "column_heading", is: String, about: "The heading of the cell's column, as the file spells it.", value: func(_ *source, p problem) any { return text(p.Column) }, withheld: true},
	{name: "message", is: String, about: "What is wrong.", value: func(_ *source, p problem) any { return text(p.Message) }, withheld: true},
	{name: "hint", is: String, about: "How to fix it.", value: func(_ *source, p problem) any { return text(p.Hint) }, withheld: true},
	{name: "found", is: String, about: "What is there, as typed; never what may identify somebody.", value: func(_ *source, p problem) any { return text(p.Value) }, withheld: true},
}

func problemsTable(public bool) Table {
	columns, kept := columnsOf(problemColumns, public)
	return Table{Name: "problems", About: "A problem a row: what check says of the workbook.", Columns: columns, rows: func(s *source) [][]any {
		var rows [][]any
		for i := range s.Result.Problems {
			rows = append(rows, row(s, kept, problem{&s.Result.Problems[i], false}))
		}
		for i := range s.Result.Waived {
			rows = append(rows, row(s, kept, problem{&s.Result.Waived[i], true}))
		}
		return rows
	}}
}

// planColumns follow the fields of the Plan sheet.
var planColumns = []told[facts.Figures]{
	{name: "file", is: String, about: "The workbook's name.", value: func(s *source, _ facts.Figures) any { return text(s.Facts.Plan.File) }, withheld: true},
	{name: "region", is: String, about: "The region of the authority; null where its name is not one of the 153.", value: func(s *source, _ facts.Figures) any { return text(region.Of(s.Facts.Plan.Info.Organisation)) }},
	{name: "actions", is: Bigint, about: "Actions, without those withdrawn.", value: func(_ *source, n facts.Figures) any { return whole(n.Total) }},
	{name: "actions_done", is: Bigint, about: "Actions delivered or embedded.", value: func(_ *source, n facts.Figures) any { return whole(n.Done) }},
	{name: "actions_late", is: Bigint, about: "Actions that are late.", value: func(_ *source, n facts.Figures) any { return whole(n.Late) }},
	{name: "actions_due_soon", is: Bigint, about: "Actions that are due soon.", value: func(_ *source, n facts.Figures) any { return whole(n.DueSoon) }},
	{name: "findings_needing_answer", is: Bigint, about: "Priority actions, improvements needed and concerns.", value: func(_ *source, n facts.Figures) any { return whole(n.Coverage.Needing) }},
	{name: "findings_answered", is: Bigint, about: "Those of them that an action answers.", value: func(_ *source, n facts.Figures) any { return whole(n.Coverage.Answered) }},
	{name: "areas", is: Bigint, about: "Improvement areas.", value: func(_ *source, n facts.Figures) any { return whole(n.Areas) }},
	{name: "areas_without_owner", is: Bigint, about: "Improvement areas without an accountable owner.", value: func(_ *source, n facts.Figures) any { return whole(n.AreasUnowned) }},
	{name: "measures_better", is: Bigint, about: "Measures whose readings get better.", value: func(_ *source, n facts.Figures) any { return whole(n.Better) }},
	{name: "measures_worse", is: Bigint, about: "Measures whose readings get worse.", value: func(_ *source, n facts.Figures) any { return whole(n.Worse) }},
	{name: "next_statutory_date", is: Date, about: "The earliest date by which a plan is due that is not recorded as sent; it may be past.", value: func(_ *source, n facts.Figures) any { return day(n.NextStatutory) }},
	{name: "errors", is: Bigint, about: "Errors that check finds.", value: func(s *source, _ facts.Figures) any { return whole(s.Result.Counts.Error) }},
	{name: "warnings", is: Bigint, about: "Warnings that check finds.", value: func(s *source, _ facts.Figures) any { return whole(s.Result.Counts.Warning) }},
}

// plansTable has a row a plan: the fields of its Plan sheet, and its figures.
func plansTable(public bool) Table {
	sheet := workbook.FindSheet(workbook.SheetPlan)
	fields := slices.DeleteFunc(fieldsOf(sheet, public), func(f field) bool { return f.Name == "organisation" || f.Name == "plan_title" }) // columns of every table
	t := Table{Name: "plans", About: "A plan a row: the fields of the sheet Plan, then the plan in figures."}
	for _, f := range fields {
		t.Columns = append(t.Columns, f.Column)
	}
	columns, kept := columnsOf(planColumns, public)
	t.Columns = append(t.Columns, columns...)
	t.rows = func(s *source) [][]any {
		var values []any
		for _, f := range fields {
			values = append(values, f.value(s, &s.Facts.Plan.Info))
		}
		return [][]any{append(values, row(s, kept, s.Facts.Figures(s.public))...)}
	}
	return t
}
