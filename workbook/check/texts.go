package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// text is one cell that people write sentences or names of things into.
type text struct {
	workbook.Source
	heading, ref, value string
	restricted          bool           // kept out of the public edition
	printed             bool           // stands in the board's papers
	finding             *facts.Finding // whose cell it is, nil for other sheets
}

// readTexts lists every text of the plan, sheet by sheet and row by row.
// People is left out: names and e-mails belong there. So are Waivers.
func (p *Pass) readTexts() []text {
	list := make([]text, 0, 8*len(p.Plan.Actions)+2*len(p.Plan.Findings)+len(p.Plan.Updates)+64)
	var record text // what the cells of one record share
	add := func(heading, value string, printed bool) {
		if !blank(value) {
			t := record
			t.heading, t.value, t.printed = heading, value, printed
			list = append(list, t)
		}
	}
	info := &p.Plan.Info
	field := func(name, value string) {
		record = text{Source: info.Source, ref: name}
		add(name, value, true)
	}
	field(workbook.FieldTitle, info.Title)
	field(workbook.FieldJudgement, info.Judgement)
	field(workbook.FieldOverrideReason, info.OverrideReason)
	field(workbook.FieldMessage, info.Message)
	for _, d := range info.DecisionsAsked {
		field(workbook.FieldDecisions, d)
	}
	for _, w := range p.Plan.Key.Words {
		record = text{Source: w.Source, ref: w.Word}
		add(workbook.ColDefinition, w.Definition, true)
	}
	for _, v := range p.Plan.Visits {
		record = text{Source: v.Source, ref: v.Ref}
		add(workbook.ColTitle, v.Title, true)
		add(workbook.ColOutcome, v.Outcome, true)
		add(workbook.ColScope, v.Scope, true)
	}
	for _, a := range p.Facts.Areas {
		record = text{Source: a.Source, ref: a.Ref, restricted: a.Restricted}
		add(workbook.ColAreaName, a.Name, true)
		add(workbook.ColAreaOutcome, a.Outcome, true)
		add(workbook.ColStatusReason, a.StatusReason, true)
	}
	for _, f := range p.Facts.Findings {
		record = text{Source: f.Source, ref: f.Ref, restricted: f.Restricted, finding: f}
		add(workbook.ColFinding, f.Text, true)
		add(workbook.ColWhere, f.Where, true)
	}
	for _, a := range p.Facts.Actions {
		record = text{Source: a.Source, ref: a.Action.Ref, restricted: a.Restricted}
		add(workbook.ColAction, a.Text, true)
		add(workbook.ColShortName, a.ShortName, true)
		add(workbook.ColPartner, a.Partner, true)
		add(workbook.ColRevisionReason, a.RevisionReason, true)
		add(workbook.ColProgressNote, a.ProgressNote, true)
		if len(a.Action.Measures) == 0 {
			add(workbook.ColSuccessMeasure, a.SuccessMeasure, true)
		}
		add(workbook.ColImpactChildren, a.Impact, true)
		add(workbook.ColEvidence, a.Evidence, false)
		add(workbook.ColIfItSlips, a.IfItSlips, true)
	}
	for _, m := range p.Facts.Measures {
		record = text{Source: m.Source, ref: m.Ref, restricted: m.Restricted}
		add(workbook.ColMeasure, m.Name, true)
		add(workbook.ColSource, m.From, false)
		add(workbook.ColDataQualityNote, m.DataQualityNote, true)
	}
	for _, r := range p.Plan.Readings {
		record = text{Source: r.Source, ref: r.Measure, restricted: p.Facts.ReadingRestricted(r)}
		add(workbook.ColComment, r.Comment, true)
	}
	for _, u := range p.Plan.Updates {
		record = text{Source: u.Source, ref: u.Action, restricted: p.Facts.UpdateRestricted(u)}
		add(workbook.ColNote, u.Note, true)
	}
	for _, r := range p.Plan.Risks {
		record = text{Source: r.Source, ref: r.Ref, restricted: p.Facts.RiskRestricted(r)}
		add(workbook.ColRisk, r.Text, true)
		add(workbook.ColMitigation, r.Mitigation, true)
	}
	for _, t := range p.Plan.Glossary {
		record = text{Source: t.Source, ref: t.Term}
		add(workbook.ColMeaning, t.Meaning, true)
	}
	return list
}
