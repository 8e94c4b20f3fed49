package report

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// coverage answers whether every finding has an action.
func coverage(f *facts.Facts, e edition) Coverage {
	c := Coverage{Heading: "Does every finding have an action?"}
	counted := facts.Cover(f.Findings)
	c.Answered, c.ByArea, c.Needing = counted.Answered, len(counted.ByArea), counted.Needing
	repeated := 0
	var early []*facts.Finding // said to be resolved before they were raised
	type row struct {
		Finding
		order int
	}
	var rows []row
	var unlisted []*facts.Finding
	columns, offTrack := unknownOf(workbook.SheetFindings), saidAs(f.Plan.Key, workbook.OffTrack)
	for _, x := range f.Findings {
		if isShell(x.Ref) {
			if x.NeedsAnswer() {
				unlisted = append(unlisted, x)
			}
			continue
		}
		printed := finding(x, offTrack)
		printed.More = more(x.Finding, columns)
		c.All = append(c.All, printed)
		if !x.NeedsAnswer() {
			continue
		}
		if x.RaisedBefore() {
			repeated++
		}
		if x.ResolvedTooEarly {
			early = append(early, x)
		}
		order := 0
		if x.Visit != nil {
			order = x.Visit.Order
		}
		rows = append(rows, row{printed, order})
	}
	sort.SliceStable(rows, func(i, j int) bool {
		if rows[i].Answered != rows[j].Answered {
			return !rows[i].Answered
		}
		if (rows[i].Resolved == "") != (rows[j].Resolved == "") {
			return rows[i].Resolved == ""
		}
		return rows[i].order > rows[j].order
	})
	for _, r := range rows {
		c.Rows = append(c.Rows, r.Finding)
	}
	c.Matrix = matrix(f)
	c.Sentence = coverageSentence(c, repeated, len(f.Findings)) + standingSentence(facts.CountStandings(f.Findings), offTrack) +
		tooEarlySentence(early) + unlistedOf(unlisted)
	if c.Needing > 0 {
		c.Sentence = joinWords(c.Sentence, e.letterWords())
	}
	others := func(x *facts.Finding) bool {
		return x.NeedsAnswer() || x.Visit != nil && x.Visit.Unpublished && isShell(x.Ref)
	}
	if n := len(slices.DeleteFunc(slices.Clone(f.Findings), others)); n > 0 {
		c.Others = words.OpeningCount(n, "finding of progress or strength needs", "findings of progress or strength need") + " no action and " + words.Are(n) + " not listed" + praisedNamed(c.All) + "."
	}
	return c
}

// praisedNamed ends a sentence on findings that ask for no action with those of them that
// an action names all the same, "" for none.
func praisedNamed(all []Finding) string {
	var refs []string
	for _, x := range all {
		if !x.NeedsAnswer && len(x.Actions) > 0 && !isShell(x.Ref) {
			refs = append(refs, x.Ref)
		}
	}
	if len(refs) == 0 {
		return ""
	}
	if len(refs) == 1 {
		return "; one of them, " + refs[0] + ", is named by an action"
	}
	return "; of them actions name " + words.And(refs)
}

func coverageSentence(c Coverage, repeated, all int) string {
	var text string
	switch {
	case all == 0:
		return "No findings are recorded, so this paper can't show whether each one is answered."
	case c.Needing == 0:
		return "No finding asks for an action: all of them are progress or strengths."
	case c.Answered == c.Needing && c.Needing == 1:
		text = "Yes. The one finding that asks for improvement has an action."
	case c.Answered == c.Needing:
		text = "Yes. All " + words.Digits(c.Needing) + " findings that ask for improvement have an action."
	case c.Answered == 0:
		text = "No. None of the " + words.Digits(c.Needing) + " findings that ask for improvement has an action."
		if c.Needing == 1 {
			text = "No. The one finding that asks for improvement has no action."
		}
	default:
		open := c.Needing - c.Answered
		text = fmt.Sprintf("No. %s of the %s findings that ask for improvement %s no action.", words.Opening(open), words.Digits(c.Needing), words.Have(open))
	}
	text += byAreaSentence(c.ByArea, c.Needing)
	if repeated > 0 {
		text += fmt.Sprintf(" %s %s already raised at an earlier visit.", words.Opening(repeated), words.Was(repeated))
	}
	return text
}

// standingSentence counts the findings that ask for improvement by where they
// stand, as the paper on visits does: having an action is not being done.
func standingSentence(n facts.ByStanding, offTrack string) string {
	needing, open := n.Needing(), n.Open()
	if needing == n[facts.FindingUnanswered] {
		return "" // that none has an action has been said
	}
	if needing == 1 {
		for _, s := range facts.Standings {
			if n[s] == 1 {
				return " It " + standingSaid(s, 1, offTrack) + "."
			}
		}
	}
	text := ""
	if k := n[facts.FindingResolved]; k > 0 {
		text += fmt.Sprintf(" %s %s resolved, as a later visit said.", words.Opening(k), words.Are(k))
	}
	if k := n[facts.FindingDone]; k > 0 {
		text += " " + words.Opening(k) + " " + standingSaid(facts.FindingDone, k, offTrack)
		if n[facts.FindingResolved] > 0 { // which may have all theirs done too
			text += " and " + words.Are(k) + " not resolved yet"
		}
		text += "."
	}
	if open == 0 {
		return text
	}
	text += " " + words.Opening(open) + " " + words.Are(open) + " open"
	var parts []string
	for _, s := range []facts.Standing{facts.FindingInTrouble, facts.FindingAfterwards, facts.FindingUnanswered, facts.FindingNotKnown, facts.FindingNotStarted, facts.FindingUnderWay} {
		if n[s] > 0 {
			parts = append(parts, words.Number(n[s])+" "+standingSaid(s, n[s], offTrack))
		}
	}
	switch {
	case open == 1:
		return text + ": it " + strings.TrimPrefix(parts[0], "one ") + "."
	case len(parts) == 1:
		return text + ": " + eachOf(parts, open) + "."
	}
	return text + ", of which " + words.And(parts) + "."
}

// tooEarlySentence names the findings whose Resolved by can't be right.
func tooEarlySentence(early []*facts.Finding) string {
	refs := make([]string, len(early))
	for i, x := range early {
		refs[i] = x.Ref
	}
	switch {
	case len(refs) == 0:
		return ""
	case len(refs) == 1:
		return " " + refs[0] + " counts as open: the visit that is said to have resolved it was no later one."
	}
	return " " + words.And(refs) + " count as open: the visits that are said to have resolved them were no later ones."
}

// byAreaSentence says of how many findings it is not known which action
// answers them.
func byAreaSentence(n, needing int) string {
	switch {
	case n == 0:
		return ""
	case needing == 1:
		return " It is mapped by area only: its area has actions, and none of them says which finding it answers."
	case n == 1:
		return " Of those without, one is mapped by area only: its area has actions, and none of them says which finding it answers."
	}
	return fmt.Sprintf(" Of those without, %s are mapped by area only: their areas have actions, and none of them says which finding it answers.", words.Number(n))
}

// AnsweredBy are the refs of the actions that answer a finding: "1.2, 3.4", those
// of the exempt part counted.
func (f Finding) AnsweredBy() string {
	shown := slices.DeleteFunc(slices.Clone(f.Actions), isShell)
	exempt := ""
	if n := len(f.Actions) - len(shown); n > 0 {
		exempt = words.Number(n) + " " + exemptRef
	}
	if len(shown) == 0 {
		exempt = words.Capital(exempt)
	}
	return joinComma(strings.Join(shown, ", "), exempt)
}

// notReadable is printed for a cell that holds something which could not be
// read: "None" would deny what may be true.
const notReadable = "Not readable"

func finding(x *facts.Finding, offTrack string) Finding {
	r := Finding{
		Ref: x.Ref, Kind: x.Kind, Text: x.Text, VisitRef: x.Finding.Visit, Where: x.Where,
		Answered: x.Answered, ByArea: x.ByArea, NeedsAnswer: x.NeedsAnswer(), RaisedBefore: x.RaisedBefore(),
	}
	if !x.Praises() { // which raises nothing
		r.FirstRaised, r.RaisedShort = visitMonth(x.FirstRaised), visitMonthShort(x.FirstRaised)
	}
	if r.NeedsAnswer {
		r.State = stateOf(x, offTrack)
	}
	if x.Visit != nil {
		r.Visit = x.Visit.Title
	}
	if x.AreasUnread != "" {
		r.AreasTyped, r.AreasSay = x.AreasUnread, notReadable
		if len(x.Areas) > 0 {
			r.AreasSay = "The rest is not readable"
		}
	}
	for _, a := range x.Areas {
		r.AreaRefs = append(r.AreaRefs, a.Ref)
		r.AreaStatus = append(r.AreaStatus, Status{a.Word, a.Meaning})
	}
	for _, a := range x.Actions {
		r.Actions = append(r.Actions, a.Ref)
		r.ActionStatus = append(r.ActionStatus, Status{a.Word, a.Meaning})
	}
	for _, e := range x.Lineage {
		r.Earlier = append(r.Earlier, e.Ref)
	}
	switch {
	case x.Resolved():
		r.Resolved = "Resolved at " + visitName(x.ResolvedBy)
	case x.ResolvedTooEarly:
		r.Reopened = "Open: said to be resolved at " + visitName(x.ResolvedBy) + ", " + tooEarly(x)
	case x.Reopened && x.Standing == facts.FindingDone:
		r.Reopened = "Resolved no longer: resolved at " + visitName(x.ResolvedBy) + ", " + reopenedWords(x)
	case x.Reopened:
		r.Reopened = "Open again: resolved at " + visitName(x.ResolvedBy) + ", " + reopenedWords(x)
	}
	return r
}
