package tracker

import (
	"cmp"
	"strings"

	"actionplan/report"
	"actionplan/workbook"
)

func (k *book) drawFindings() {
	all := k.b.Coverage.All
	l := list{sheet: workbook.SheetFindings, table: "FindingList", title: "Findings and what answers them", rows: len(all), printed: 11, frozen: 1, note: k.b.Coverage.Sentence}
	of := func(heading string, width float64, l look, v func(f report.Finding) any) column {
		return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: v(all[i])} }}
	}
	l.columns = []column{
		of(workbook.ColRef, 9, refText, func(f report.Finding) any { return f.Ref }),
		of(workbook.ColKind, 15, wordy, func(f report.Finding) any { return f.Kind }),
		of(workbook.ColFinding, 50, wordy, func(f report.Finding) any { return f.Text }),
		{heading: "Answered", width: 12, look: wordy, cell: func(i int) content { return answered(all[i]) }},
		{heading: workbook.SheetActions, width: 14, look: wordy, cell: func(i int) content { return k.actionLinks(all[i]) }},
		of("Status of its actions", 22, wordy, func(f report.Finding) any { return refsAndStatus(f.Actions, f.ActionStatus) }),
		{heading: workbook.ColAreas, width: 9, look: wordy, cell: func(i int) content { return k.areaLinks(all[i]) }},
		of("Status of its areas", 18, wordy, func(f report.Finding) any {
			return strings.TrimSpace(refsAndStatus(f.AreaRefs, f.AreaStatus) + "\n" + f.AreasSay)
		}),
		of("First raised", 16, wordy, func(f report.Finding) any { return f.FirstRaised }),
		of("Raised before in", 12, wordy, func(f report.Finding) any { return joined(f.Earlier) }),
		of("Resolved", 24, wordy, func(f report.Finding) any { return cmp.Or(f.Resolved, f.Reopened) }),
		of(workbook.ColVisit, 30, wordy, func(f report.Finding) any { return f.Visit }),
		of(workbook.ColWhere, 30, wordy, func(f report.Finding) any { return f.Where }),
	}
	l.columns = append(l.columns, k.moreColumns(func(i int) []report.Cell { return all[i].More }, len(all))...)
	k.draw(l)
}

// answered says in words what a colour would only hint at.
func answered(f report.Finding) content {
	switch {
	case !f.NeedsAnswer:
		return content{v: "Needs none"}
	case f.Answered:
		return content{v: "Yes"}
	case f.ByArea:
		return content{v: "By area only", look: boldWords}
	}
	return content{v: "No action", look: boldWords}
}

func (k *book) actionLinks(f report.Finding) content {
	if len(f.Actions) == 0 {
		return content{v: "None"}
	}
	c := content{v: joined(f.Actions), to: k.toAction(f.Actions[0])}
	if c.to != "" {
		c.look, c.tip = linked, "Go to action "+f.Actions[0]
	}
	return c
}

func (k *book) areaLinks(f report.Finding) content {
	refs := f.AreaRefs
	if f.AreasTyped != "" {
		return content{v: f.AreasTyped}
	}
	if len(refs) == 0 {
		return content{v: "None"}
	}
	c := content{v: joined(refs), to: k.toArea(refs[0])}
	if c.to != "" {
		c.look, c.tip = linked, "Go to area "+refs[0]
	}
	return c
}

func refsAndStatus(refs []string, statuses []report.Status) string {
	parts := make([]string, len(refs))
	for i, ref := range refs {
		parts[i] = ref + " " + statusWord(statuses[i])
	}
	return strings.Join(parts, "\n")
}
