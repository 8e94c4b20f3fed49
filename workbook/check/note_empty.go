package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

var noteEmpty = Rule{
	Name: "note-empty", Severity: workbook.Advice, Doc: doc("note-empty"),
	Run: func(p *Pass) {
		due, written := 0, 0
		for _, a := range p.Facts.Actions {
			if wantsNote(a) {
				due++
			}
			if !blank(a.ProgressNote) {
				written++
			}
		}
		if due == 0 {
			return
		}
		if written == 0 {
			first := p.Facts.Actions[0]
			p.Report(workbook.Problem{
				Cell:    xlsx.Cell{File: first.At(workbook.ColRef).File, Sheet: first.SheetName()},
				Column:  columnIfMissing(first.Source, workbook.ColProgressNote),
				Message: "No action has a progress note, so the board can't be told what has happened.",
				Hint:    "Say under Progress note, in a sentence, what has changed since the board last met.",
			})
			return
		}
		for _, a := range p.Facts.Actions {
			p.judgeNote(a)
		}
	},
}

func (p *Pass) judgeNote(a *facts.Action) {
	if a.Bad(workbook.ColProgressNote) || a.Bad(workbook.ColStatus) {
		return
	}
	const hint = "Say in a sentence what has changed since the board last met: what is there, how many, what is next."
	switch {
	case blank(a.ProgressNote) && wantsNote(a) && !p.loggedLately(a):
		problem := at(a.Source, workbook.ColProgressNote, a.Action.Ref, "The action is open, and no note says how it stands.", hint, a.At(workbook.ColStatus))
		if a.Meaning == workbook.OffTrack || a.Meaning == workbook.AtRisk || a.Late {
			problem.Severity = workbook.Warning
		}
		p.Report(problem)
	case a.Open && saysNothing(a.ProgressNote):
		p.report(a.Source, workbook.ColProgressNote, a.Action.Ref, quote(a.ProgressNote)+" tells the board nothing about this action.", hint)
	}
}

// columnIfMissing is a heading that the file has no column for, "" if it has
// one: a problem of a whole sheet is then one of that column.
func columnIfMissing(s workbook.Source, heading string) string {
	if s.Has(heading) {
		return ""
	}
	return heading
}

// wantsNote is true of an action that is under way or should be.
func wantsNote(a *facts.Action) bool {
	return a.Open && !blank(a.Status) && (a.Meaning != workbook.NotStarted || a.ShouldHaveStarted || a.Late)
}

// loggedLately is true if the log has said something since the board last met.
func (p *Pass) loggedLately(a *facts.Action) bool {
	n := len(a.Updates)
	return n > 0 && !saysNothing(a.Updates[n-1].Note) && !blank(a.Updates[n-1].Note) && p.AsOf.Sub(a.Updates[n-1].Date) <= p.Facts.BoardEvery
}

// nothingNew are words that can be said of any action at any time.
var nothingNew = setOf(`ongoing on-going on going in progress continuing continues continue continued work works working underway under way no not change changed changes update
	updates updated none nothing to report new as above before previous previously see last month month's months week week's per track schedule target good progressing progressed
	progresses well fine ok okay awaiting await pending tbc tba n/a na monitoring monitored business usual bau hand still same this is it the a action actions further at time moment
	present currently current all plan according planned steady some made making being been addressed actioned noted yes remains remain has have further-update since information available
	be confirmed provided verbal verbally with and will reviewed discussed meeting board next keep keeping developing development moving forward forwards ahead nicely position
	period quarter reported reporting cycle term year additional news entry earlier stated said then pace course unchanged stage process started live open active amber green red blue rag rated comment comments follow`)

// saysNothing is true of a note made only of such words.
func saysNothing(note string) bool {
	list := lowerWords(note)
	if len(list) == 0 {
		return !blank(note)
	}
	if len(list) > 12 {
		return false
	}
	for _, w := range list {
		if !nothingNew[w] {
			return false
		}
	}
	return true
}
