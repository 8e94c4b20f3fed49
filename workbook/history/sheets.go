package history

import (
	"strings"

	"actionplan/workbook"
)

// sheet is how the records of one sheet are compared. What a cell's kind
// means for comparing comes from the schema.
type sheet struct {
	name     string
	noun     string // of one record, in a sentence
	key      string // heading of the cell that stands for the whole row
	headings []string
	columns  []*workbook.Column
	// renumbers is true where a record keeps its identity under another ref.
	renumbers bool
	rows      func(p *workbook.Plan, r refs) []*row
}

// field is one column: where its value stands in the record.
type field[T any] struct {
	heading string
	read    func(*T) value
}

// identity is what a record is found by in the other plan.
type identity struct{ ref, id, parent, title string }

// newSheet makes a sheet from its record type.
func newSheet[T any](name, noun, key string, all func(*workbook.Plan) []*T, source func(*T) workbook.Source,
	identify func(*T, refs) identity, fields []field[T]) *sheet {
	s := &sheet{name: name, noun: noun, key: key}
	for _, f := range fields {
		s.headings = append(s.headings, f.heading)
		s.columns = append(s.columns, workbook.FindSheet(name).Column(f.heading))
	}
	s.rows = func(p *workbook.Plan, r refs) []*row {
		records := all(p)
		rows := make([]*row, len(records))
		for i, record := range records {
			who, src := identify(record, r), source(record)
			rows[i] = &row{sheet: s, nth: i, ref: clean(who.ref), id: who.id, parent: who.parent, title: clean(who.title),
				record: record, source: src, values: make([]value, len(fields))}
			for k, f := range fields {
				rows[i].values[k] = f.read(record)
				if src.Bad(f.heading) {
					rows[i].values[k] = text(src.Raw(f.heading))
				}
			}
		}
		return rows
	}
	return s
}

// withRefs is a sheet whose records have a ref of their own.
func withRefs[T any](name, noun string, all func(*workbook.Plan) []*T, source func(*T) workbook.Source,
	ref, title func(*T) string, fields []field[T]) *sheet {
	s := newSheet(name, noun, workbook.ColRef, all, source, func(r *T, _ refs) identity {
		return identity{ref: ref(r), id: foldRef(ref(r)), title: title(r)}
	}, fields)
	s.renumbers = true
	return s
}

var planSheet = newSheet(workbook.SheetPlan, "plan", workbook.FieldTitle,
	func(p *workbook.Plan) []*workbook.Info { return []*workbook.Info{&p.Info} },
	func(i *workbook.Info) workbook.Source { return i.Source },
	func(*workbook.Info, refs) identity { return identity{id: workbook.SheetPlan} },
	[]field[workbook.Info]{
		{workbook.FieldOrganisation, func(i *workbook.Info) value { return text(i.Organisation) }},
		{workbook.FieldTitle, func(i *workbook.Info) value { return text(i.Title) }},
		{workbook.FieldBoard, func(i *workbook.Info) value { return text(i.Board) }},
		{workbook.FieldSRO, func(i *workbook.Info) value { return text(i.SRO) }},
		{workbook.FieldChair, func(i *workbook.Info) value { return text(i.Chair) }},
		{workbook.FieldJudgement, func(i *workbook.Info) value { return text(i.Judgement) }},
		{workbook.FieldReportReceived, func(i *workbook.Info) value { return day(i.ReportReceived) }},
		{workbook.FieldDueOverride, func(i *workbook.Info) value { return day(i.PlanDueOverride) }},
		{workbook.FieldOverrideReason, func(i *workbook.Info) value { return text(i.OverrideReason) }},
		{workbook.FieldPlanSent, func(i *workbook.Info) value { return day(i.PlanSent) }},
		{workbook.FieldMeetingDate, func(i *workbook.Info) value { return day(i.MeetingDate) }},
		{workbook.FieldReportAuthor, func(i *workbook.Info) value { return text(i.ReportAuthor) }},
		{workbook.FieldContact, func(i *workbook.Info) value { return text(i.Contact) }},
		{workbook.FieldMessage, func(i *workbook.Info) value { return text(i.Message) }},
		{workbook.FieldDecisions, func(i *workbook.Info) value { return several(i.DecisionsAsked) }},
		{workbook.FieldBoardEvery, func(i *workbook.Info) value { return whole(i.BoardEvery) }},
		{workbook.FieldDueSoon, func(i *workbook.Info) value { return whole(i.DueSoon) }},
		{workbook.FieldPlanEnds, func(i *workbook.Info) value { return day(i.PlanEnds) }},
		{workbook.FieldActionsPerOwner, func(i *workbook.Info) value { return whole(i.ActionsPerOwner) }},
		{workbook.FieldActionsPerArea, func(i *workbook.Info) value { return whole(i.ActionsPerArea) }},
		{workbook.FieldSmallCount, func(i *workbook.Info) value { return whole(i.SmallCount) }},
		{workbook.FieldBrandColour, func(i *workbook.Info) value { return text(i.BrandColour) }},
		{workbook.FieldLogo, func(i *workbook.Info) value { return text(i.Logo) }},
		// Template version is left out: we write it, no member of staff does.
	})

var keySheet = newSheet(workbook.SheetKey, "status word", workbook.ColWord,
	func(p *workbook.Plan) []*workbook.KeyWord {
		if p.Key.Default {
			return nil
		}
		return p.Key.Words
	},
	func(w *workbook.KeyWord) workbook.Source { return w.Source },
	func(w *workbook.KeyWord, _ refs) identity {
		return identity{ref: w.Word, id: fold(w.Word), title: w.Word}
	},
	[]field[workbook.KeyWord]{
		{workbook.ColMeans, func(w *workbook.KeyWord) value {
			if w.Means == workbook.MeaningUnknown {
				return value{}
			}
			return text(w.Means.String())
		}},
		{workbook.ColColour, func(w *workbook.KeyWord) value { return text(w.Colour) }},
		{workbook.ColDefinition, func(w *workbook.KeyWord) value { return text(w.Definition) }},
	})

var visitsSheet = withRefs(workbook.SheetVisits, "visit",
	func(p *workbook.Plan) []*workbook.Visit { return p.Visits },
	func(v *workbook.Visit) workbook.Source { return v.Source },
	func(v *workbook.Visit) string { return v.Ref },
	func(v *workbook.Visit) string { return v.Title },
	[]field[workbook.Visit]{
		{workbook.ColKind, func(v *workbook.Visit) value { return text(v.Kind) }},
		{workbook.ColTitle, func(v *workbook.Visit) value { return text(v.Title) }},
		{workbook.ColStarted, func(v *workbook.Visit) value { return day(v.Started) }},
		{workbook.ColEnded, func(v *workbook.Visit) value { return day(v.Ended) }},
		{workbook.ColLetterDated, func(v *workbook.Visit) value { return day(v.LetterDated) }},
		{workbook.ColLetterReceived, func(v *workbook.Visit) value { return day(v.LetterReceived) }},
		{workbook.ColNumber, func(v *workbook.Visit) value { return figure(v.Number) }},
		{workbook.ColFramework, func(v *workbook.Visit) value { return text(v.Framework) }},
		{workbook.ColOutcome, func(v *workbook.Visit) value { return text(v.Outcome) }},
		{workbook.ColScope, func(v *workbook.Visit) value { return text(v.Scope) }},
		{workbook.ColPublished, func(v *workbook.Visit) value { return text(v.Published) }},
		{workbook.ColLink, func(v *workbook.Visit) value { return text(v.Link) }},
	})

var areasSheet = withRefs(workbook.SheetAreas, "area",
	func(p *workbook.Plan) []*workbook.Area { return p.Areas },
	func(a *workbook.Area) workbook.Source { return a.Source },
	func(a *workbook.Area) string { return a.Ref },
	func(a *workbook.Area) string { return a.Name },
	[]field[workbook.Area]{
		{workbook.ColAreaName, func(a *workbook.Area) value { return text(a.Name) }},
		{workbook.ColVisits, func(a *workbook.Area) value { return several(a.Visits) }},
		{workbook.ColAreaOutcome, func(a *workbook.Area) value { return text(a.Outcome) }},
		{workbook.ColAccountable, func(a *workbook.Area) value { return text(a.Owner) }},
		{workbook.ColPartners, func(a *workbook.Area) value { return several(a.Partners) }},
		{workbook.ColPriority, func(a *workbook.Area) value { return text(a.Priority) }},
		{workbook.ColTargetDate, func(a *workbook.Area) value { return day(a.TargetDate) }},
		{workbook.ColStatus, func(a *workbook.Area) value { return text(a.Status) }},
		{workbook.ColStatusReason, func(a *workbook.Area) value { return text(a.StatusReason) }},
		{workbook.ColUpdated, func(a *workbook.Area) value { return day(a.Updated) }},
		{workbook.ColPublish, func(a *workbook.Area) value { return text(a.Publish) }},
	})

var findingsSheet = withRefs(workbook.SheetFindings, "finding",
	func(p *workbook.Plan) []*workbook.Finding { return p.Findings },
	func(f *workbook.Finding) workbook.Source { return f.Source },
	func(f *workbook.Finding) string { return f.Ref },
	func(f *workbook.Finding) string { return f.Text },
	[]field[workbook.Finding]{
		{workbook.ColVisit, func(f *workbook.Finding) value { return text(f.Visit) }},
		{workbook.ColKind, func(f *workbook.Finding) value { return text(f.Kind) }},
		{workbook.ColFinding, func(f *workbook.Finding) value { return text(f.Text) }},
		{workbook.ColWhere, func(f *workbook.Finding) value { return text(f.Where) }},
		{workbook.ColAreas, func(f *workbook.Finding) value { return several(f.Areas) }},
		{workbook.ColRepeats, func(f *workbook.Finding) value { return several(f.Repeats) }},
		{workbook.ColResolvedBy, func(f *workbook.Finding) value { return text(f.ResolvedBy) }},
		{workbook.ColPublish, func(f *workbook.Finding) value { return text(f.Publish) }},
	})

var actionsSheet = withRefs(workbook.SheetActions, "action",
	func(p *workbook.Plan) []*workbook.Action { return p.Actions },
	func(a *workbook.Action) workbook.Source { return a.Source },
	func(a *workbook.Action) string { return a.Ref },
	func(a *workbook.Action) string { return a.Text },
	[]field[workbook.Action]{
		{workbook.ColArea, func(a *workbook.Action) value { return text(a.Area) }},
		{workbook.ColFindings, func(a *workbook.Action) value { return several(a.Findings) }},
		{workbook.ColAction, func(a *workbook.Action) value { return text(a.Text) }},
		{workbook.ColShortName, func(a *workbook.Action) value { return text(a.ShortName) }},
		{workbook.ColOwner, func(a *workbook.Action) value { return text(a.Owner) }},
		{workbook.ColPartner, func(a *workbook.Action) value { return split(a.Partner) }},
		{workbook.ColStart, func(a *workbook.Action) value { return day(a.Start) }},
		{workbook.ColDue, func(a *workbook.Action) value { return day(a.Due) }},
		{workbook.ColRevisedDue, func(a *workbook.Action) value { return day(a.RevisedDue) }},
		{workbook.ColRevisionReason, func(a *workbook.Action) value { return text(a.RevisionReason) }},
		{workbook.ColStatus, func(a *workbook.Action) value { return text(a.Status) }},
		{workbook.ColProgressNote, func(a *workbook.Action) value { return text(a.ProgressNote) }},
		{workbook.ColUpdated, func(a *workbook.Action) value { return day(a.Updated) }},
		{workbook.ColSuccessMeasure, measured},
		{workbook.ColImpactChildren, func(a *workbook.Action) value { return text(a.Impact) }},
		{workbook.ColEvidence, func(a *workbook.Action) value { return text(a.Evidence) }},
		{workbook.ColCheckedBy, func(a *workbook.Action) value { return text(a.CheckedBy) }},
		{workbook.ColCompleted, func(a *workbook.Action) value { return day(a.Completed) }},
		{workbook.ColIfItSlips, func(a *workbook.Action) value { return text(a.IfItSlips) }},
		{workbook.ColImpactReview, func(a *workbook.Action) value { return day(a.ImpactReview) }},
		{workbook.ColPublish, func(a *workbook.Action) value { return text(a.Publish) }},
	})

var measuresSheet = withRefs(workbook.SheetMeasures, "measure",
	func(p *workbook.Plan) []*workbook.Measure { return p.Measures },
	func(m *workbook.Measure) workbook.Source { return m.Source },
	func(m *workbook.Measure) string { return m.Ref },
	func(m *workbook.Measure) string { return m.Name },
	[]field[workbook.Measure]{
		{workbook.ColArea, func(m *workbook.Measure) value { return text(m.Area) }},
		{workbook.ColMeasure, func(m *workbook.Measure) value { return text(m.Name) }},
		{workbook.ColUnit, func(m *workbook.Measure) value { return text(m.Unit) }},
		{workbook.ColBetterWhen, func(m *workbook.Measure) value { return text(m.BetterWhen) }},
		{workbook.ColBaseline, func(m *workbook.Measure) value { return figure(m.Baseline) }},
		{workbook.ColBaselineDate, func(m *workbook.Measure) value { return day(m.BaselineDate) }},
		{workbook.ColTarget, func(m *workbook.Measure) value { return figure(m.Target) }},
		{workbook.ColTargetDate, func(m *workbook.Measure) value { return day(m.TargetDate) }},
		{workbook.ColTolerance, func(m *workbook.Measure) value { return figure(m.Tolerance) }},
		{workbook.ColEngland, func(m *workbook.Measure) value { return figure(m.England) }},
		{workbook.ColNeighbours, func(m *workbook.Measure) value { return figure(m.Neighbours) }},
		{workbook.ColComparatorYear, func(m *workbook.Measure) value { return text(m.ComparatorYear) }},
		{workbook.ColSource, func(m *workbook.Measure) value { return text(m.From) }},
		{workbook.ColDataQualityNote, func(m *workbook.Measure) value { return text(m.DataQualityNote) }},
	})

var readingsSheet = newSheet(workbook.SheetReadings, "reading", workbook.ColMeasure,
	func(p *workbook.Plan) []*workbook.Reading { return p.Readings },
	func(r *workbook.Reading) workbook.Source { return r.Source },
	func(r *workbook.Reading, to refs) identity {
		measure := to.translate(workbook.SheetMeasures, r.Measure)
		return identity{ref: r.Measure, id: measure + "|" + r.PeriodEnd.String(), parent: measure,
			title: dated(r.PeriodEnd, figure(r.Value).shown)}
	},
	[]field[workbook.Reading]{
		{workbook.ColValue, func(r *workbook.Reading) value { return figure(r.Value) }},
		{workbook.ColNumerator, func(r *workbook.Reading) value { return figure(r.Numerator) }},
		{workbook.ColDenominator, func(r *workbook.Reading) value { return figure(r.Denominator) }},
		{workbook.ColComment, func(r *workbook.Reading) value { return text(r.Comment) }},
	})

var updatesSheet = newSheet(workbook.SheetUpdates, "update", workbook.ColAction,
	func(p *workbook.Plan) []*workbook.Update { return p.Updates },
	func(u *workbook.Update) workbook.Source { return u.Source },
	func(u *workbook.Update, to refs) identity {
		action := to.translate(workbook.SheetActions, u.Action)
		return identity{ref: u.Action, id: action + "|" + u.Date.String(), parent: action, title: u.Note}
	},
	[]field[workbook.Update]{
		{workbook.ColDate, func(u *workbook.Update) value { return day(u.Date) }},
		{workbook.ColStatus, func(u *workbook.Update) value { return text(u.Status) }},
		{workbook.ColRevisedDue, func(u *workbook.Update) value { return day(u.RevisedDue) }},
		{workbook.ColNote, func(u *workbook.Update) value { return text(u.Note) }},
		{workbook.ColBy, func(u *workbook.Update) value { return text(u.By) }},
	})

var risksSheet = withRefs(workbook.SheetRisks, "risk",
	func(p *workbook.Plan) []*workbook.Risk { return p.Risks },
	func(r *workbook.Risk) workbook.Source { return r.Source },
	func(r *workbook.Risk) string { return r.Ref },
	func(r *workbook.Risk) string { return r.Text },
	[]field[workbook.Risk]{
		{workbook.ColArea, func(r *workbook.Risk) value { return text(r.Area) }},
		{workbook.ColRisk, func(r *workbook.Risk) value { return text(r.Text) }},
		{workbook.ColLikelihood, func(r *workbook.Risk) value { return whole(r.Likelihood) }},
		{workbook.ColImpact, func(r *workbook.Risk) value { return whole(r.Impact) }},
		{workbook.ColMitigation, func(r *workbook.Risk) value { return text(r.Mitigation) }},
		{workbook.ColOwner, func(r *workbook.Risk) value { return text(r.Owner) }},
		{workbook.ColStatus, func(r *workbook.Risk) value { return text(r.Status) }},
	})

var peopleSheet = newSheet(workbook.SheetPeople, "person or post", workbook.ColName,
	func(p *workbook.Plan) []*workbook.Person { return p.People },
	func(x *workbook.Person) workbook.Source { return x.Source },
	func(x *workbook.Person, _ refs) identity {
		return identity{ref: x.Name, id: foldName(x.Name), title: x.Name}
	},
	[]field[workbook.Person]{
		{workbook.ColRole, func(x *workbook.Person) value { return text(x.Role) }},
		{workbook.ColBody, func(x *workbook.Person) value { return text(x.Body) }},
		{workbook.ColEmail, func(x *workbook.Person) value { return text(x.Email) }},
	})

var glossarySheet = newSheet(workbook.SheetGlossary, "term", workbook.ColTerm,
	func(p *workbook.Plan) []*workbook.Term { return p.Glossary },
	func(t *workbook.Term) workbook.Source { return t.Source },
	func(t *workbook.Term, _ refs) identity { return identity{ref: t.Term, id: fold(t.Term), title: t.Term} },
	[]field[workbook.Term]{
		{workbook.ColMeaning, func(t *workbook.Term) value { return text(t.Meaning) }},
	})

var waiversSheet = newSheet(workbook.SheetWaivers, "waiver", workbook.ColRule,
	func(p *workbook.Plan) []*workbook.Waiver { return p.Waivers },
	func(w *workbook.Waiver) workbook.Source { return w.Source },
	func(w *workbook.Waiver, to refs) identity {
		return identity{ref: strings.TrimSpace(w.Rule + " " + w.Ref), id: fold(w.Rule) + "|" + to.translateAny(w.Ref), title: w.Rule}
	},
	[]field[workbook.Waiver]{
		{workbook.ColReason, func(w *workbook.Waiver) value { return text(w.Reason) }},
		{workbook.ColBy, func(w *workbook.Waiver) value { return text(w.By) }},
		{workbook.ColUntil, func(w *workbook.Waiver) value { return day(w.Until) }},
	})

// inMatchingOrder is every sheet; those whose rows are found through a ref of
// another stand after it.
var inMatchingOrder = []*sheet{planSheet, keySheet, peopleSheet, visitsSheet, areasSheet, findingsSheet, actionsSheet, measuresSheet,
	risksSheet, readingsSheet, updatesSheet, glossarySheet, waiversSheet}

// dated is a line of the log or a reading in short.
func dated(d workbook.Date, s string) string {
	if d.IsZero() {
		return s
	}
	return d.String() + ": " + s
}
