package report

import (
	"fmt"
	"strings"

	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// VisitPosition is where a council stands on what one letter found.
type VisitPosition struct {
	ID, Ref, Title string
	When           string // "14 and 15 September 2022", "date not stated"
	Lines          []Line // kind, dates, outcome, scope
	Sentence       string
	None           string            // that the plan holds no finding of it, and what came of it; "" where it holds some
	Findings       []FindingPosition // that ask for an answer
	Others         []string          // of progress and strength, which need none
	Needing        int
	Resolved       int
	Done           int // with all actions done, and not resolved
	Open           int // neither resolved nor with all actions done
	Unanswered     int // of those open: without an action
}

// FindingPosition is where the council stands on one finding.
type FindingPosition struct {
	Heading string // ref and kind: "F2, improvement needed"
	Text    string
	State   string // where it stands, in words
	Lines   []Line // from raised to resolved; an empty text is a gap
}

// standingWords are what a paper calls where a finding stands. A plan with a
// word of its own for off track has it in the words of trouble too.
var standingWords = map[facts.Standing]string{
	facts.FindingResolved:   "Resolved",
	facts.FindingDone:       "All actions done",
	facts.FindingUnderWay:   "Under way",
	facts.FindingNotStarted: "Not started",
	facts.FindingInTrouble:  "Late or off track",
	facts.FindingNotKnown:   "Not known",
	facts.FindingAfterwards: "Raised after its actions were closed",
	facts.FindingUnanswered: "No action",
}

// stateOf is where a finding stands, in the plan's own word for off track.
func stateOf(x *facts.Finding, offTrack string) string {
	if x.Standing == facts.FindingInTrouble {
		return "Late or " + offTrack
	}
	return standingWords[x.Standing]
}

// StillOpen is the term of what is still to be done about a finding. Without a text
// nothing answers it.
const StillOpen = "Still open"

// visitPositions are the visits in time order, the latest first: an inspector
// begins with the letter before.
func visitPositions(f *facts.Facts, b *Brief) []*VisitPosition {
	printed := map[*facts.Action]*Action{}
	for i, a := range f.Actions {
		printed[a] = b.Actions[i]
	}
	later := laterFindings(f)
	ids := idMaker{}
	var list []*VisitPosition
	for i := len(f.Visits) - 1; i >= 0; i-- {
		v := visitPosition(f.Visits[i], b.Public, b.OffTrack, printed, later)
		v.ID = ids.make("visit", v.Ref)
		list = append(list, v)
	}
	if v := withoutVisit(f, b.OffTrack, printed, later); v != nil {
		v.ID = ids.make("visit", "")
		list = append(list, v)
	}
	return list
}

// laterFindings are the findings that repeat each finding.
func laterFindings(f *facts.Facts) map[*facts.Finding][]*facts.Finding {
	later := map[*facts.Finding][]*facts.Finding{}
	for _, x := range f.Findings {
		for _, e := range x.Lineage {
			later[e] = append(later[e], x)
		}
	}
	return later
}

func visitPosition(v *facts.Visit, public bool, offTrack string, printed map[*facts.Action]*Action, later map[*facts.Finding][]*facts.Finding) *VisitPosition {
	r := &VisitPosition{Ref: v.Ref, Title: orElse(v.Title, v.Kind), When: words.Capital(visitDates(v))}
	add := func(term, text string) {
		if text != "" {
			r.Lines = append(r.Lines, Line{term, text})
		}
	}
	add("Kind", v.Kind)
	add("When", r.When)
	if !v.LetterDated.IsZero() {
		add("Letter", letterDates(v))
	}
	add("Looked at", v.Scope)
	add("Outcome", v.Outcome)
	r.take(offTrack, v.Findings, printed, later)
	switch {
	case public && v.Unpublished:
		r.None = letterUnpublished
		r.Sentence = letterUnpublished + "."
		if r.Needing > 0 {
			r.Sentence = letterUnpublished + ": what it found is counted, and not listed here."
		}
	case len(v.Findings) == 0:
		r.None = "No finding in the plan"
		if v.Outcome != "" {
			r.None += "; outcome: " + words.LowerFirst(v.Outcome)
		}
	}
	return r
}

// letterUnpublished is all that a public edition says of what a visit found.
const letterUnpublished = "Its letter is not published"

func letterDates(v *facts.Visit) string {
	text := "Dated " + v.LetterDated.Long()
	if !v.LetterReceived.IsZero() {
		text += ", received " + v.LetterReceived.Long()
	}
	return text
}

// withoutVisit holds the findings whose visit is not in the workbook, so that
// none goes missing; nil where there are none.
func withoutVisit(f *facts.Facts, offTrack string, printed map[*facts.Action]*Action, later map[*facts.Finding][]*facts.Finding) *VisitPosition {
	var lost []*facts.Finding
	for _, x := range f.Findings {
		if x.Visit == nil {
			lost = append(lost, x)
		}
	}
	if len(lost) == 0 {
		return nil
	}
	r := &VisitPosition{Title: "Findings of no visit that is in the workbook", When: "Not known"}
	r.take(offTrack, lost, printed, later)
	return r
}

func (r *VisitPosition) take(offTrack string, findings []*facts.Finding, printed map[*facts.Action]*Action, later map[*facts.Finding][]*facts.Finding) {
	n := facts.CountStandings(findings)
	var unlisted []*facts.Finding
	for _, x := range findings {
		switch {
		case !x.NeedsAnswer() && !isShell(x.Ref):
			r.Others = append(r.Others, joinWords(x.Ref, words.Stop(x.Text))+resolvedWords(x))
		case !x.NeedsAnswer():
		case isShell(x.Ref):
			unlisted = append(unlisted, x)
		default:
			r.Findings = append(r.Findings, findingPosition(x, offTrack, printed, later))
		}
	}
	r.Needing, r.Resolved, r.Done, r.Open, r.Unanswered = n.Needing(), n[facts.FindingResolved], n[facts.FindingDone], n.Open(), n[facts.FindingUnanswered]
	if len(findings) == 0 {
		r.Sentence = "The plan holds no finding of this visit."
		return
	}
	r.Sentence = visitSentence(n, len(facts.Cover(findings).ByArea), offTrack) + unlistedOf(unlisted)
}

func resolvedWords(x *facts.Finding) string {
	if !x.Resolved() {
		return ""
	}
	return " Resolved at " + visitName(x.ResolvedBy) + "."
}

// reopenedWords is when a matter that was resolved was raised again: "raised
// again in January 2019 (F6.12)". What an edition does not show has no place.
func reopenedWords(x *facts.Finding) string {
	by := x.ReopenedBy
	switch {
	case by == nil:
		return "raised again since"
	case monthOf(by.Visit) == "":
		return "raised again at " + visitName(by.Visit) + " (" + by.Ref + ")"
	}
	return "raised again in " + monthOf(by.Visit) + " (" + by.Ref + ")"
}

func visitName(v *facts.Visit) string { return nameInSentence(orElse(v.Title, v.Kind)) }

// visitSentence counts findings by where they stand; every one is in it.
func visitSentence(n facts.ByStanding, byArea int, offTrack string) string {
	needing := n.Needing()
	if needing == 0 {
		return "None of its findings asks for improvement."
	}
	var parts []string
	for _, s := range facts.Standings {
		if n[s] > 0 {
			parts = append(parts, words.Number(n[s])+" "+standingSaid(s, n[s], offTrack))
		}
	}
	switch {
	case needing == 1:
		return "One finding asks for improvement; it " + strings.TrimPrefix(parts[0], "one ") + "." + byAreaSentence(byArea, needing)
	case len(parts) == 1:
		return words.Opening(needing) + " findings ask for improvement; " + eachOf(parts, needing) + "." + byAreaSentence(byArea, needing)
	}
	return words.Opening(needing) + " findings ask for improvement: " + words.And(parts) + "." + byAreaSentence(byArea, needing)
}

// standingSaid is what is said of n findings that stand so.
func standingSaid(s facts.Standing, n int, offTrack string) string {
	switch s {
	case facts.FindingResolved:
		return words.Are(n) + " resolved"
	case facts.FindingDone:
		return words.Have(n) + " all " + its(n) + " actions done"
	case facts.FindingUnderWay:
		return words.Have(n) + " work under way"
	case facts.FindingNotStarted:
		return words.Have(n) + " no work started yet"
	case facts.FindingInTrouble:
		return words.Have(n) + " an action that is late or " + offTrack
	case facts.FindingNotKnown:
		return words.Have(n) + " actions of which no status is known"
	case facts.FindingAfterwards:
		return words.Was(n) + " raised after " + its(n) + " actions were closed"
	}
	return words.Have(n) + " no action"
}

func its(n int) string {
	if n == 1 {
		return "its"
	}
	return "their"
}

func findingPosition(x *facts.Finding, offTrack string, printed map[*facts.Action]*Action, later map[*facts.Finding][]*facts.Finding) FindingPosition {
	p := FindingPosition{Heading: joinComma(x.Ref, words.LowerFirst(x.Kind)), Text: x.Text}
	var done, open, evidence []string
	exempt, withheld := 0, false
	for _, a := range x.Actions {
		shown := printed[a]
		if shown == nil { // left out of this edition, but it counts
			exempt++
			continue
		}
		withheld = withheld || shown.Withheld
		switch {
		case x.ByArea && !a.Open: // it was done for whatever else
		case a.Meaning.Done():
			done = append(done, doneWords(a, shown))
			if !shown.Withheld {
				evidence = append(evidence, shown.Ref+": "+orElse(words.Stop(a.Evidence), "no evidence named yet."))
			}
		default:
			open = append(open, openWords(a, shown))
			if a.Evidence != "" {
				evidence = append(evidence, shown.Ref+": "+words.Stop(a.Evidence))
			}
		}
	}
	p.State = stateOf(x, offTrack)
	p.Lines = append(p.Lines, Line{"Raised", lineage(x)})
	if x.Where != "" {
		p.Lines = append(p.Lines, Line{"Source", x.Where})
	}
	if praised, _ := praise(x.Lineage); len(praised) > 0 {
		p.Lines = append(p.Lines, Line{"Praised before", raisedAt(praised)})
	}
	praised, raised := praise(later[x])
	if l := raisedAt(raised); l != "" {
		p.Lines = append(p.Lines, Line{"Raised again", l})
	}
	if l := raisedAt(praised); l != "" {
		p.Lines = append(p.Lines, Line{"Praised later", l})
	}
	nothingDone, nothingOpen := "Nothing yet", "Nothing"
	if exempt > 0 {
		nothingDone, nothingOpen = "Nothing that this edition shows", "Nothing that this edition shows"
	}
	p.Lines = append(p.Lines, Line{"Done", orElse(strings.Join(done, "\n"), nothingDone)})
	if x.Answered && !withheld && exempt == 0 {
		p.Lines = append(p.Lines, Line{"Evidence", orElse(strings.Join(evidence, "\n"), "None yet")})
	}
	p.Lines = append(p.Lines, Line{StillOpen, stillOpen(x, open, nothingOpen)})
	if exempt > 0 {
		p.Lines = append(p.Lines, Line{"Edition", strings.TrimSpace(exemptOf("its actions", exempt))})
	}
	if x.ResolvedBy != nil {
		p.Lines = append(p.Lines, Line{"Resolved", resolvedLine(x)})
	}
	return p
}

// stillOpen is what is still to be done about a finding, "" where nothing is
// there to do it.
func stillOpen(x *facts.Finding, open []string, nothing string) string {
	switch {
	case x.ByArea && len(open) == 0:
		return "No action names it, and no action of its area is open."
	case x.ByArea:
		return "No action names it. Its area has:\n" + strings.Join(open, "\n")
	case x.Standing == facts.FindingUnanswered:
		return ""
	case x.Standing == facts.FindingAfterwards && x.Reopened:
		return "All of it: no action has been opened since it was raised again."
	case x.Standing == facts.FindingAfterwards:
		return "All of it: no action has been opened since this visit raised it."
	}
	return orElse(strings.Join(open, "\n"), nothing)
}

// resolvedLine is the visit that is said to have resolved a finding, and what
// stands against that.
func resolvedLine(x *facts.Finding) string {
	at := visitName(x.ResolvedBy) + ", " + visitDates(x.ResolvedBy)
	switch {
	case x.ResolvedTooEarly:
		return "The workbook says at " + at + ", " + tooEarly(x) + ", so it counts as open."
	case x.Reopened && x.Standing == facts.FindingDone: // by what was done since
		return "At " + at + "; " + reopenedWords(x) + ", so it is no longer resolved"
	case x.Reopened:
		return "At " + at + "; " + reopenedWords(x) + ", so it is open again"
	}
	return "At " + at
}

// tooEarly is why a visit can't have resolved a finding.
func tooEarly(x *facts.Finding) string {
	if x.ResolvedBy == x.Visit {
		return "which is the visit that raised it"
	}
	return "which was before it was raised"
}

func doneWords(a *facts.Action, shown *Action) string {
	text := joinWords(shown.Ref, shown.Name) + ": " + orElse(shown.Status.Word, "No status")
	if !a.Completed.IsZero() {
		text += ", finished " + a.Completed.Short()
	}
	switch {
	case checked(a):
		text += ", checked by " + a.CheckedBy
	case a.CheckedBy != "":
		text += ", checked only by its owner"
	}
	return text + "."
}

func openWords(a *facts.Action, shown *Action) string {
	text := joinWords(shown.Ref, shown.Name) + ": " + orElse(shown.Status.Word, "No status")
	switch {
	case a.Late:
		text += ", was due " + a.EffectiveDue.Short() + ", " + words.Days(a.DaysLate) + " late"
	case a.EffectiveDue.IsZero():
		text += ", no date"
	default:
		text += dueAfter(text) + a.EffectiveDue.Short()
	}
	text += "."
	if note := shown.Latest; note != "" {
		text += " " + note
	}
	return text
}

// dueAfter leads from a status to its date: "Not due" is no word on the date that follows.
func dueAfter(status string) string {
	if strings.HasSuffix(strings.ToLower(status), " due") {
		return "; its date is "
	}
	return ", due "
}

// lineage is when a matter was first raised, and each time since up to its own
// visit.
func lineage(x *facts.Finding) string {
	_, raised := praise(x.Lineage)
	switch {
	case x.Visit == nil && len(raised) == 0:
		return "Not known: its visit is not in the workbook"
	case x.Visit == nil:
		return raisedAt(raised)
	case len(raised) == 0:
		return "At this visit"
	}
	return raisedAt(raised) + ", then at this visit"
}

// praise tells findings of progress and strength from those that raise a
// matter.
func praise(list []*facts.Finding) (praised, raised []*facts.Finding) {
	for _, x := range list {
		if x.Praises() {
			praised = append(praised, x)
		} else {
			raised = append(raised, x)
		}
	}
	return praised, raised
}

// raisedAt names the visits of findings, each once with its refs: "November
// 2018 (F5.2, F5.4), then January 2019 (F6.12)".
func raisedAt(list []*facts.Finding) string {
	var visits []string
	refs := map[string][]string{}
	for _, x := range list {
		name := visitMonth(x.Visit)
		if refs[name] == nil {
			visits = append(visits, name)
		}
		refs[name] = append(refs[name], x.Ref)
	}
	for i, name := range visits {
		visits[i] = name + " (" + strings.Join(refs[name], ", ") + ")"
	}
	return strings.Join(visits, ", then ")
}

// positionHeadline is the visit paper's headline: where the council stands on
// everything that was ever found.
func positionHeadline(list []*VisitPosition) string {
	needing, resolved, open, unanswered := 0, 0, 0, 0
	for _, v := range list {
		needing, resolved, open, unanswered = needing+v.Needing, resolved+v.Resolved, open+v.Open, unanswered+v.Unanswered
	}
	if needing == 0 {
		return "No letter asks for improvement."
	}
	done := needing - resolved - open
	if needing == 1 {
		switch {
		case resolved == 1:
			return "The one finding that asks for improvement is resolved."
		case done == 1:
			return "The one finding that asks for improvement has all its actions done."
		}
		return "The one finding that asks for improvement is still open" + ofThemUnanswered(unanswered, 1) + "."
	}
	var parts []string
	for _, x := range []struct {
		n    int
		said string
	}{{resolved, words.Are(resolved) + " resolved"}, {done, words.Have(done) + " all " + its(done) + " actions done"}, {open, words.Are(open) + " still open"}} {
		if x.n > 0 {
			parts = append(parts, words.Number(x.n)+" "+x.said)
		}
	}
	said := ofThemUnanswered(unanswered, open) + "."
	if len(parts) == 1 {
		all := "All " + words.Digits(needing)
		if needing == 2 {
			all = "Both"
		}
		return all + " findings that ask for improvement" + strings.TrimPrefix(parts[0], words.Number(needing)) + said
	}
	return fmt.Sprintf("Of %s findings that ask for improvement, %s", words.Digits(needing), words.And(parts)) + said
}

// ofThemUnanswered ends a sentence on findings that are open with how many of them have
// no action, "" for none.
func ofThemUnanswered(n, open int) string {
	switch {
	case n == 0:
		return ""
	case open == 1:
		return "; it has no action"
	case n == open:
		return "; none of them has an action"
	}
	return "; " + words.Number(n) + " of them " + words.Have(n) + " no action"
}

// latestWords is what an action's status rests on: what was last said of it and when.
func latestWords(a *facts.Action) string {
	switch note, on := latestNote(a); {
	case note == "" && a.Updated.IsZero():
		return ""
	case note == "":
		return "No note. Updated " + a.Updated.Short() + "."
	case on.IsZero():
		return words.Stop(note) + " Not dated."
	default:
		return dated(note, on)
	}
}
