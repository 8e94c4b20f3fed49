package report

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// OwnerPage is what one owner needs to know and do: what is mine, what is
// late, what is next.
type OwnerPage struct {
	ID           string
	Name         string
	Place        string  // "Owner 2 of 5", "" where there is one only
	Sentence     string  // to "you"
	Areas        []*Area // that the owner answers for; they come first
	AreasHeading string
	AreasAsk     string
	AreasNeed    []string // below AreasAsk: what is needed for these areas, one of them each
	Figures      []KeyFigure
	Asks         string // what heads Needed
	Parts        []OwnerPart
	Measures     []*Measure
	Findings     []string // behind the actions: "F2, October 2022: …"
	Decisions    []string // of the board, that they act on
	Risks        []string // in sentences
	Counts       OwnerCounts
}

// OwnerCounts is an owner's row of the overview, in words.
type OwnerCounts struct{ Open, Overdue, Soon, NoDate string }

// OwnerPart is a table of actions under a heading, or the words where it has
// none.
type OwnerPart struct {
	Heading string
	None    string
	Rows    []OwnerRow
}

// OwnerRow is one action as its owner sees it.
type OwnerRow struct {
	Action *Action
	By     workbook.Date // zero without a date
	Due    string        // the same in words: "17 Feb 2023", "No date"
	Late   string        // "Overdue by 11 days", "" if not
	Moved  string        // "First due 30 Nov 2022, moved twice", "" if not
	Review string        // "Impact review", where that is what is due; "" if not
	Needed string        // what the workbook needs next
}

// ownerPages are the owners in the order of Brief.Owners.
func ownerPages(f *facts.Facts, b *Brief, e edition) []*OwnerPage {
	facted := map[*Action]*facts.Action{}
	for i, a := range b.Actions {
		facted[a] = f.Actions[i]
	}
	faults, areaFaults := faultsByRow(f, e.problems)
	findings := findingsByAction(b)
	ids := idMaker{}
	if n := e.left.actions; n > 0 {
		b.OwnersNote = "The plan's " + words.Count(n, "action", "actions") + " in the exempt part " + words.Are(n) + " not counted here."
	}
	var list []*OwnerPage
	for i := range b.Owners {
		o := &b.Owners[i]
		page := &OwnerPage{
			Name: orElse(o.Name, "No owner"), Sentence: toOwner(f.Plan.Key, o), Areas: o.Areas, AreasHeading: "Areas you answer for", Asks: "What is needed from you",
			Counts: OwnerCounts{words.Digits(o.Open), o.LateWords, words.Digits(o.DueSoon), words.Digits(o.NoDate)},
		}
		page.AreasAsk = "What " + words.Form(len(o.Areas), "this area needs", "these areas need") + " from you"
		if o.Name == "" {
			page.AreasHeading, page.AreasAsk, page.Asks = "Areas nobody answers for", strings.TrimSuffix(page.AreasAsk, " from you"), "What is needed"
		}
		page.Sentence = joinWords(page.Sentence, b.OwnersNote)
		page.AreasNeed = areasNeed(f, b, o, areaFaults)
		page.ID = ids.make("owner", page.Name)
		var own []*facts.Action
		for _, a := range o.Actions {
			own = append(own, facted[a])
		}
		if len(own) > 0 { // else the sentence has said that there are none
			page.Figures, page.Parts = ownerFigures(f, o, own), ownerParts(f, o, own, faults)
		}
		page.Measures = ownMeasures(b, own, o)
		page.Findings = behind(b, o.Actions, findings)
		list = append(list, page)
	}
	list = besideActions(f, b, list, ids)
	if len(list) > 1 {
		for i, page := range list {
			page.Place = fmt.Sprintf("Owner %d of %d", i+1, len(list))
		}
	}
	return list
}

// toOwner says to an owner how their actions stand. Every count is in it.
func toOwner(k workbook.Key, o *Owner) string {
	nobody := o.Name == ""
	answering := answersFor(k, o)
	if len(o.Actions) == 0 {
		if nobody {
			return answering + "No action is without an owner."
		}
		return answering + "You own no actions."
	}
	var n facts.ByMeaning
	for _, a := range o.Actions {
		n[a.Status.Meaning]++
	}
	parts := standings(k, n)
	who := "You own "
	if nobody {
		who = "Nobody owns "
	}
	if len(o.Actions) == 1 {
		return answering + who + "one action, which " + strings.TrimPrefix(parts[0], "one ") + "." + overdueOf(o.Actions)
	}
	return answering + who + words.Count(len(o.Actions), "action", "actions") + ": " + eachOf(parts, len(o.Actions)) + "." + overdueOf(o.Actions)
}

// answersFor is the sentence on the areas that somebody answers for and how
// each stands, worst first; "" for nobody's.
func answersFor(k workbook.Key, o *Owner) string {
	if len(o.Areas) == 0 {
		return ""
	}
	var n facts.ByMeaning
	for _, a := range o.Areas {
		n[a.Status.Meaning]++
	}
	parts := standings(k, n)
	who := "You answer for "
	if o.Name == "" {
		who = "Nobody answers for "
	}
	if len(o.Areas) == 1 {
		return who + "one area, which " + strings.TrimPrefix(parts[0], "one ") + ". "
	}
	return who + words.Count(len(o.Areas), "area", "areas") + ": " + eachOf(parts, len(o.Areas)) + ". "
}

// standings are how many stand how, worst first: "one is off track", "2 are at risk".
func standings(k workbook.Key, n facts.ByMeaning) []string {
	var parts []string
	for _, m := range workbook.WorstFirst {
		if n[m] > 0 {
			parts = append(parts, words.Number(n[m])+" "+standing(k, m, n[m]))
		}
	}
	return parts
}

// eachOf joins counts of several; where one is of all of them it says so.
func eachOf(parts []string, all int) string {
	if len(parts) > 1 {
		return words.And(parts)
	}
	every, none := "all", "none"
	if all == 2 {
		every, none = "both", "neither"
	}
	said := strings.TrimPrefix(parts[0], words.Number(all))
	if not, is := strings.CutPrefix(said, " have not "); is {
		return none + " has " + not
	}
	if no, is := strings.CutPrefix(said, " have no "); is {
		return none + " has any " + no
	}
	return every + said
}

// overdueOf is the sentence on what is overdue, "" if nothing is.
func overdueOf(actions []*Action) string {
	late, longest := 0, 0
	for _, a := range actions {
		if a.DaysLate > 0 {
			late++
			longest = max(longest, a.DaysLate)
		}
	}
	switch {
	case late == 0:
		return ""
	case len(actions) == 1:
		return " It is overdue, by " + words.Days(longest) + "."
	case late == 1:
		return " One is overdue, by " + words.Days(longest) + "."
	}
	return " " + words.Opening(late) + " are overdue, the longest by " + words.Days(longest) + "."
}

func ownerFigures(f *facts.Facts, o *Owner, own []*facts.Action) []KeyFigure {
	soonest := f.AsOf.Add(f.DueSoon)
	overdue, soon, later := "overdue", "due by "+soonest.Long(), "due later"
	if len(o.Areas) > 0 && o.Name != "" {
		overdue = "of your own actions overdue"
	}
	var next workbook.Date
	for _, a := range o.Actions {
		if a.Open && a.DaysLate == 0 && !a.DueSoon && !a.EffectiveDue.IsZero() && (next.IsZero() || a.EffectiveDue.Before(next)) {
			next = a.EffectiveDue
		}
	}
	if !next.IsZero() {
		later += ", next on " + next.Long()
	}
	if o.NoDate > 0 {
		later += "; " + words.Number(o.NoDate) + " without a date"
	}
	reviewsSoon, reviewsLater, offSoon, offLater := 0, 0, 0, 0
	for _, a := range own {
		switch off := a.Open && !a.Late && a.Meaning == workbook.OffTrack; {
		case off && a.DueSoon:
			offSoon++
		case off && !a.EffectiveDue.IsZero():
			offLater++
		}
		switch {
		case a.ReviewDue.IsZero() || a.ReviewDue.Before(f.AsOf):
		case a.ReviewDue.After(soonest):
			reviewsLater++
		default:
			reviewsSoon++
		}
	}
	return []KeyFigure{{Figure: words.Digits(o.Late), Words: overdue}, {Figure: words.Digits(o.DueSoon), Words: soon + listedFirst(f.Plan.Key, offSoon, o.DueSoon) + andReviews(reviewsSoon)},
		{Figure: words.Digits(o.Later), Words: later + listedFirst(f.Plan.Key, offLater, o.Later) + andReviews(reviewsLater)}}
}

// listedFirst says of how many actions of a count the list of what is late or off track
// has them, and not the one by date.
func listedFirst(k workbook.Key, n, of int) string {
	off := saidAs(k, workbook.OffTrack)
	switch {
	case n == 0:
		return ""
	case n == of && n == 1:
		return "; it is " + off + ", so listed first"
	case n == of:
		return "; all are " + off + ", so listed first"
	}
	return "; " + words.Number(n) + " " + words.Are(n) + " " + off + ", so listed first"
}

// andReviews counts the impact reviews that are due beside actions.
func andReviews(n int) string {
	if n == 0 {
		return ""
	}
	return "; " + words.Count(n, "impact review", "impact reviews")
}

// ownerParts sorts an owner's actions by what has to happen: late or off
// track, due soon, later, and done where something is still to be recorded.
func ownerParts(f *facts.Facts, o *Owner, own []*facts.Action, faults map[int][]fault) []OwnerPart {
	to, off, printed := f.AsOf.Add(f.DueSoon), saidAs(f.Plan.Key, workbook.OffTrack), o.Actions
	nothing := "Nothing is"
	if len(o.Areas) > 0 { // others' actions in them may be
		nothing = "None of your own actions is"
	}
	if o.Name == "" {
		nothing = "None of these actions is"
	}
	parts := []OwnerPart{
		{Heading: "Late or " + off, None: nothing + " late or " + off + "."},
		{Heading: fmt.Sprintf("Due in the next %d days", f.DueSoon),
			None: "Nothing is due from " + f.AsOf.Long() + " to " + to.Long() + "."},
		{Heading: "Later", None: "Nothing is due later."},
		{Heading: "Done, with something still to record"},
	}
	for i, a := range own {
		n := needs(f, a, printed[i].Withheld, faults[a.Row])
		part := 2
		switch {
		case a.Meaning == workbook.Withdrawn || a.Meaning.Done() && len(n) == 0:
			part = -1
		case a.Meaning.Done():
			part = 3
		case a.Late || a.Meaning == workbook.OffTrack:
			part = 0
		case a.DueSoon:
			part = 1
		}
		if part >= 0 {
			parts[part].Rows = append(parts[part].Rows, ownerRow(f, a, printed[i], n))
		}
		if !a.ReviewDue.IsZero() {
			part := reviewPart(f, a)
			parts[part].Rows = append(parts[part].Rows, reviewRow(f, a, printed[i]))
		}
	}
	if len(parts[0].Rows) > 0 {
		for i := 1; i < 3; i++ {
			parts[i].None = "Nothing else" + strings.TrimPrefix(parts[i].None, "Nothing")
		}
	}
	slices.SortStableFunc(parts[0].Rows, func(x, y OwnerRow) int { return y.Action.DaysLate - x.Action.DaysLate })
	for i := 1; i < 3; i++ {
		slices.SortStableFunc(parts[i].Rows, func(x, y OwnerRow) int { return compareDue(x.By, y.By) })
	}
	if !slices.ContainsFunc(parts, func(p OwnerPart) bool { return len(p.Rows) > 0 }) {
		return []OwnerPart{{Heading: "Actions", None: nothingLeft(o, nothing, off)}}
	}
	return slices.DeleteFunc(parts, func(p OwnerPart) bool { return p.None == "" && len(p.Rows) == 0 })
}

// nothingLeft is said in place of all parts.
func nothingLeft(o *Owner, nothing, off string) string {
	return nothing + " late, " + off + " or due, and nothing is left to record of " + words.Form(len(o.Actions), "it", "them") + "."
}

// compareDue puts the earlier first and what has no date last.
func compareDue(x, y workbook.Date) int {
	switch {
	case x.IsZero() == y.IsZero():
		return x.Compare(y)
	case x.IsZero():
		return 1
	}
	return -1
}

// areasNeed is what each area that somebody answers for needs: of the actions in
// it that are others' what is late or off track, and what check found in its row.
func areasNeed(f *facts.Facts, b *Brief, o *Owner, faults map[int][]fault) []string {
	var list []string
	for i, a := range f.Areas {
		if !slices.Contains(o.Areas, b.Areas[i]) {
			continue
		}
		var needs []string
		if trouble := othersTrouble(f, a, o); len(trouble) > 0 {
			needs = append(needs, askOthers(trouble))
		}
		for _, x := range faults[a.Row] {
			needs = append(needs, string(x))
		}
		if len(needs) > 0 {
			list = append(list, joinWords(orElse(a.Ref, a.Name)+":", strings.Join(needs, " ")))
		}
	}
	return list
}

// An ailing is an action of an area that is late or off track, whose it is, and how it
// stands.
type ailing struct{ action, owner, late, off string }

func (t ailing) stands() string { return joinComma(t.off, t.late) }

// askOthers asks the owners of these actions how and by when they will be done.
func askOthers(list []ailing) string {
	if len(list) > 1 {
		said := make([]string, len(list))
		for i, t := range list {
			said[i] = t.action + " (" + orElse(t.owner, "no owner") + "), " + t.stands()
		}
		return "Ask how and by when these will be done: " + strings.Join(said, "; ") + "."
	}
	t := list[0]
	if t.owner == "" {
		return "Ask how and by when " + t.action + " will be done, which has no owner and is " + strings.Replace(t.stands(), ", ", " and ", 1) + "."
	}
	return "Ask its owner (" + t.owner + ") how and by when " + t.action + " will be done: it is " + strings.Replace(t.stands(), ", ", " and ", 1) + "."
}

// othersTrouble are the actions of an area that are late, the longest first, or
// off track, and somebody else's than the owner's.
func othersTrouble(f *facts.Facts, a *facts.Area, o *Owner) []ailing {
	others := slices.DeleteFunc(slices.Clone(a.Actions), func(x *facts.Action) bool {
		return isShell(x.Ref) || x.Owner != "" && words.SameName(x.Owner, o.Name)
	})
	var list []ailing
	off := saidAs(f.Plan.Key, workbook.OffTrack)
	for _, x := range facts.LateFirst(others) {
		t := ailing{action: what(x), owner: x.Owner, late: words.Days(x.DaysLate) + " late"}
		if x.Meaning == workbook.OffTrack {
			t.off = off
		}
		list = append(list, t)
	}
	for _, x := range others {
		if x.Meaning == workbook.OffTrack && !x.Late {
			list = append(list, ailing{action: what(x), owner: x.Owner, off: off})
		}
	}
	return list
}

func ownerRow(f *facts.Facts, a *facts.Action, printed *Action, needs []string) OwnerRow {
	r := OwnerRow{Action: printed, By: a.EffectiveDue, Due: orElse(a.EffectiveDue.Short(), "No date"), Needed: joinWords(beforeDue(f, a), strings.Join(needs, " "))}
	if a.Late {
		r.Late = "Overdue by " + words.Days(a.DaysLate)
	}
	if a.TimesMoved > 0 && len(a.Dates) > 1 {
		r.Moved = "First due " + a.Dates[0].Short() + ", moved " + words.Times(a.TimesMoved)
	}
	if r.Needed == "" {
		r.Needed = nothingNeeded(f, a)
	}
	return r
}

// reviewPart is which of the parts an impact review stands in: past ones with
// what is still to record.
func reviewPart(f *facts.Facts, a *facts.Action) int {
	switch {
	case a.ReviewDue.Before(f.AsOf):
		return 3
	case a.ReviewDue.After(f.AsOf.Add(f.DueSoon)):
		return 2
	}
	return 1
}

// reviewRow is the impact review of an action that is done.
func reviewRow(f *facts.Facts, a *facts.Action, printed *Action) OwnerRow {
	r := OwnerRow{Action: printed, By: a.ReviewDue, Due: a.ReviewDue.Short(), Review: "Impact review", Needed: "See whether it has made a difference, and record what you find."}
	if a.ReviewDue.Before(f.AsOf) {
		r.Needed = "The review was to be held by now: record what was found, or set another day."
	}
	return r
}

// nothingNeeded says by when an action has to be looked at again.
func nothingNeeded(f *facts.Facts, a *facts.Action) string {
	if !a.Open || a.LastTouched.IsZero() {
		return "Nothing now."
	}
	return "Nothing now. Update it by " + a.LastTouched.Add(f.BoardEvery).Short() + "."
}

// beforeDue asks of an action that is to be updated no sooner than it is due, is due
// soon or may miss its date whether it will be done; "" of others, and where more
// pressing things ask the same.
func beforeDue(f *facts.Facts, a *facts.Action) string {
	atRisk := a.Meaning == workbook.AtRisk
	if !a.Open || a.NoDate || a.Late || a.Stale || a.LastTouched.IsZero() || a.Meaning == workbook.OffTrack || atRisk && a.TimesMoved > 1 {
		return ""
	}
	update, due := a.LastTouched.Add(f.BoardEvery), a.EffectiveDue
	on, by := answerBy(f, update)
	if !on.Before(due) {
		by = "then"
	}
	switch {
	case atRisk:
		holds := ""
		if a.IfItSlips != "" {
			holds = ", and whether what you wrote under \"If it slips\" still holds"
		}
		return "Due on " + due.Long() + " and " + saidAs(f.Plan.Key, workbook.AtRisk) + ": say by " + by + " how you will keep that date" + holds + "."
	case a.DueSoon || !update.Before(due):
		return "Due on " + due.Long() + ": say by " + by + " whether it will be done."
	}
	return ""
}

// A fault is what a rule found and how to fix it, in whole sentences: a remedy
// without its fault tells an owner nothing.
type fault string

// toldFromFacts are rules whose fault and remedy needs says in its own words.
var toldFromFacts = []string{
	"optimistic", "revised-reason", "stale", "moved-twice", "start-passed", sameWords, "slips-contingency", "status-undated",
	"impact-review-overdue", "delivered-completed", "delivered-evidence", "embedded-evidence", "embedded-checked",
}

// faultsByRow are those of the actions' sheet and of the areas', each by its row.
func faultsByRow(f *facts.Facts, problems workbook.Problems) (actions, areas map[int][]fault) {
	actions, areas = map[int][]fault{}, map[int][]fault{}
	sheets := map[string]map[int][]fault{}
	if len(f.Plan.Actions) > 0 {
		sheets[f.Plan.Actions[0].SheetName()] = actions
	}
	if len(f.Plan.Areas) > 0 {
		sheets[f.Plan.Areas[0].SheetName()] = areas
	}
	copied, unnamed := copiedByCell(problems), ownerCells(f.Plan)
	worst := slices.Clone(problems)
	slices.SortStableFunc(worst, func(x, y workbook.Problem) int { return severe(y) - severe(x) })
	for _, p := range worst {
		if said := unnamed[p.Cell]; said != "" && p.Rule == workbook.RuleRequired && p.Waived == nil {
			p.Message, p.Hint = "", said
		}
		if of := sheets[p.Cell.Sheet]; of != nil && p.Cell.Sheet != "" && p.Waived == nil && p.Severity != workbook.Advice &&
			p.Hint != "" && !slices.Contains(toldFromFacts, p.Rule) {
			of[p.Cell.Row] = append(of[p.Cell.Row], fault(joinWords(words.Stop(p.Message), words.Stop(p.Hint))))
		}
	}
	for _, a := range f.Plan.Actions {
		addCopied(actions, a.Source, copied, copiedOfActions)
	}
	for _, a := range f.Plan.Areas {
		addCopied(areas, a.Source, copied, copiedOfAreas)
	}
	return actions, areas
}

// severe is 1 for an error, which a row says first.
func severe(p workbook.Problem) int {
	if p.Severity == workbook.Error {
		return 1
	}
	return 0
}

// ownerCells are the cells of owners that are blank, each with what to do: the page
// that says so goes to nobody, and what a column is for is no sentence on it.
func ownerCells(p *workbook.Plan) map[xlsx.Cell]string {
	cells := map[xlsx.Cell]string{}
	for _, a := range p.Areas {
		if a.Owner == "" && a.Source.Has(workbook.ColAccountable) {
			cells[a.Source.At(workbook.ColAccountable)] = "Name the one post that answers to the board for " + orElse(a.Name, "this area") + "."
		}
	}
	for _, a := range p.Actions {
		if a.Owner == "" && a.Source.Has(workbook.ColOwner) {
			cells[a.Source.At(workbook.ColOwner)] = "Name the one post that does it or sees it done."
		}
	}
	return cells
}

// sameWords is the rule that finds words that stand in many rows at once. Each owner
// is told of their own row only.
const sameWords = "same-words"

// copiedByCell is in how many other cells the words of a cell stand too.
func copiedByCell(problems workbook.Problems) map[xlsx.Cell]int {
	copied := map[xlsx.Cell]int{}
	for _, p := range problems {
		if p.Rule != sameWords || p.Waived != nil {
			continue
		}
		for _, c := range append([]xlsx.Cell{p.Cell}, p.Related...) {
			copied[c] = len(p.Related)
		}
	}
	return copied
}

// A mayBeCopied is a column whose words are to be true of one row, and what they are.
type mayBeCopied struct{ column, said string }

var (
	copiedOfActions = []mayBeCopied{
		{workbook.ColProgressNote, "progress note"}, {workbook.ColRevisionReason, "reason for the new date"}, {workbook.ColSuccessMeasure, "measure of success"},
		{workbook.ColImpactChildren, "difference for children"}, {workbook.ColIfItSlips, "plan if it slips"},
	}
	copiedOfAreas = []mayBeCopied{{workbook.ColAreaOutcome, "outcome for children"}, {workbook.ColStatusReason, "reason for the status"}}
)

// addCopied gives a row one sentence on all of its words that stand elsewhere too.
func addCopied(of map[int][]fault, s workbook.Source, copied map[xlsx.Cell]int, columns []mayBeCopied) {
	var said []string
	others := 0
	for _, c := range columns {
		if n := copied[s.At(c.column)]; n > 0 && s.Has(c.column) {
			said, others = append(said, c.said), n
		}
	}
	switch len(said) {
	case 0:
	case 1:
		of[s.Row] = append(of[s.Row], fault("The "+said[0]+" is word for word what stands in "+words.Figures(others, "other cell", "other cells")+": say what is true of this one."))
	default:
		of[s.Row] = append(of[s.Row], fault("The "+words.And(said)+" are word for word what stands in other rows: say what is true of this one."))
	}
}

// needs is what the workbook needs next for an action, most pressing first.
// Of what an edition withholds nobody can say that it is missing.
func needs(f *facts.Facts, a *facts.Action, withheld bool, faults []fault) []string {
	var all []string
	add := func(is bool, said string) {
		if is {
			all = append(all, said)
		}
	}
	open := a.Open
	off := a.Meaning == workbook.OffTrack
	add(a.Meaning == workbook.MeaningUnknown, "Enter a status that the key has.")
	add(open && a.NoDate, "Enter a due date.")
	add(a.Late, "Enter a revised date and the reason, or record that it is done.")
	add(open && !a.RevisedDue.IsZero() && a.Slipped > 0 && a.RevisionReason == "" && !a.Late, "Give the reason for the new date.")
	add(off || a.Late, howAndByWhen(a))
	add(open && a.TimesMoved > 1 && !a.Late, "Say how you will keep this date; it has moved "+words.Times(a.TimesMoved)+".")
	add(a.ShouldHaveStarted && !a.Late, "It was to start on "+a.Start.Short()+": update its status, or its start.")
	add(a.Meaning.Done() && a.Completed.IsZero(), "Enter the date it was completed.")
	add(a.Meaning.Done() && a.Evidence == "" && !withheld, "Name the evidence.")
	add(a.Meaning == workbook.Embedded && a.CheckedBy == "" && !withheld, "Say who checked the evidence.")
	for _, x := range faults {
		add(!slices.Contains(all, string(x)), string(x))
	}
	switch {
	case !open:
	case a.LastTouched.IsZero():
		all = append(all, "Enter a progress note and the date.")
	case a.Stale && !a.Ahead:
		all = append(all, "Update the progress note; the last is of "+a.LastTouched.Short()+".")
	}
	return all
}

// howAndByWhen asks of an action off track what the board will ask.
func howAndByWhen(a *facts.Action) string {
	if a.IfItSlips == "" {
		return "Say how and by when it will recover, under \"If it slips\"."
	}
	return "Say how and by when it will recover, and whether what you wrote under \"If it slips\" still holds."
}

// ownMeasures are those that the owner's actions link to, and those of the
// areas that they answer for.
func ownMeasures(b *Brief, own []*facts.Action, o *Owner) []*Measure {
	refs := map[string]bool{}
	for _, a := range own {
		for _, m := range a.Measures {
			refs[words.Fold(m.Ref)] = true
		}
	}
	areas := map[string]bool{}
	for _, a := range o.Areas {
		areas[words.Fold(a.Ref)] = true
	}
	var list []*Measure
	for _, m := range b.Measures.Items {
		if refs[words.Fold(m.Ref)] || areas[words.Fold(m.AreaRef)] {
			list = append(list, m)
		}
	}
	return list
}

// findingsByAction finds, by folded ref, which of Coverage.All an action
// answers.
func findingsByAction(b *Brief) map[string][]int {
	byAction := map[string][]int{}
	for i, x := range b.Coverage.All {
		for _, ref := range x.Actions {
			key := words.Fold(ref)
			byAction[key] = append(byAction[key], i)
		}
	}
	return byAction
}

// behind are the findings that actions answer, in the order of the letters.
func behind(b *Brief, actions []*Action, byAction map[string][]int) []string {
	var found []int
	for _, a := range actions {
		found = append(found, byAction[words.Fold(a.Ref)]...)
	}
	slices.Sort(found)
	var list []string
	for _, i := range slices.Compact(found) {
		x := b.Coverage.All[i]
		if !x.NeedsAnswer {
			continue // of progress or strength: nothing to act on
		}
		when := x.FirstRaised
		if x.RaisedBefore {
			when = "first raised " + when
		}
		said := joinWords(x.Ref, "("+when+")") + ": " + words.Stop(x.Text)
		if fate := orElse(x.Resolved, x.Reopened); fate != "" {
			said = joinWords(said, words.Stop(fate))
		}
		list = append(list, said)
	}
	return list
}
