package report

import (
	"fmt"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// besideActions gives owners the decisions of the board that they act on and the risks
// that they own. Who owns nothing else gets a page too: else no page would tell them.
func besideActions(f *facts.Facts, b *Brief, pages []*OwnerPage, ids idMaker) []*OwnerPage {
	pageOf := func(name string) *OwnerPage {
		for _, p := range pages {
			if words.SameName(p.Name, name) {
				return p
			}
		}
		p := &OwnerPage{ID: ids.make("owner", name), Name: name, Sentence: joinWords("You own no actions.", b.OwnersNote), Counts: OwnerCounts{"0", "0", "0", "0"}}
		pages = append(pages, p)
		return p
	}
	info := f.Plan.Info
	for i, text := range info.DecisionsAsked {
		if name := nth(info.DecisionOwners, i); name != "" {
			p := pageOf(name)
			p.Decisions = append(p.Decisions, words.Stop(text)+meets(f, b))
		}
	}
	for _, r := range b.Risks {
		if r.Owner != "" && r.Owner != postNotGiven {
			p := pageOf(r.Owner)
			p.Risks = append(p.Risks, riskInWords(r))
		}
	}
	for _, p := range pages {
		also := "also "
		if len(p.Areas)+len(p.Figures) == 0 {
			also = ""
		}
		p.Sentence = joinWords(p.Sentence, p.besides(also))
	}
	return pages
}

// meets is when the board answers what it is asked, "" where that is not known or past.
func meets(f *facts.Facts, b *Brief) string {
	if b.MeetingDate.IsZero() || b.MeetingDate.Before(f.AsOf) {
		return ""
	}
	return " The board meets on " + b.MeetingDate.Long() + "."
}

func riskInWords(r Risk) string {
	said := words.Stop(joinWords(r.Ref, r.Text))
	if r.ScoreValue > 0 {
		said += " Its score is " + r.Score + "."
	}
	if r.Mitigation == "" {
		return said + " The plan does not say what is done about it."
	}
	return said + " What we are doing: " + words.Stop(words.LowerFirst(r.Mitigation))
}

// besides counts what an owner has beside areas and actions, "" for nothing.
func (p *OwnerPage) besides(also string) string {
	decisions := "act on " + words.Count(len(p.Decisions), "decision", "decisions") + " that the board is asked for"
	risks := "own " + words.Count(len(p.Risks), "risk", "risks")
	switch {
	case len(p.Decisions)+len(p.Risks) == 0:
		return ""
	case len(p.Risks) == 0:
		return fmt.Sprintf("You %s%s.", also, decisions)
	case len(p.Decisions) == 0:
		return fmt.Sprintf("You %s%s.", also, risks)
	}
	return fmt.Sprintf("You %s%s and %s.", also, decisions, risks)
}

// answerBy is the day by which an owner is to say something: when the action's next
// update is to be made, or sooner when the board meets before.
func answerBy(f *facts.Facts, update workbook.Date) (on workbook.Date, said string) {
	meeting := f.Plan.Info.MeetingDate
	if meeting.After(f.AsOf) && meeting.Before(update) {
		return meeting, meeting.Long() + ", when the board meets,"
	}
	return update, update.Long()
}
