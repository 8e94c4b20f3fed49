package report

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// AreaPage is all that the plan says on one improvement area.
type AreaPage struct {
	*Area
	Lines       []Line // an empty text is a gap
	AreaActions []*ActionRecord
	AreaMeasure []*Measure
	Findings    []Finding // of the area, that ask for an answer
	Answered    []Finding // of other areas, that its actions answer
	Praised     string    // names the findings that its actions name and no list has; "" for none
	Risks       []Risk
}

// NoneWords stand where the page lists no action.
func (p *AreaPage) NoneWords() string {
	if p.Hidden.all() > 0 {
		return "The area's actions are in the exempt part, which is not published."
	}
	return "No actions."
}

// ActionRecord is one action with all that is recorded on it.
type ActionRecord struct {
	*Action
	Lines []Line // an empty text is a gap
}

// areaPages are the areas in sheet order.
func areaPages(b *Brief) []*AreaPage {
	measures := map[string][]*Measure{}
	for _, m := range b.Measures.Items {
		key := words.Fold(m.AreaRef)
		measures[key] = append(measures[key], m)
	}
	findings := map[string][]Finding{}
	for _, x := range b.Coverage.All {
		if !x.NeedsAnswer {
			continue
		}
		for _, ref := range x.AreaRefs {
			key := words.Fold(ref)
			findings[key] = append(findings[key], x)
		}
	}
	byAction := findingsByAction(b)
	risks := map[string][]Risk{}
	for _, r := range b.Risks {
		key := words.Fold(r.AreaRef)
		risks[key] = append(risks[key], r)
	}
	list := make([]*AreaPage, len(b.Areas))
	for i, a := range b.Areas {
		key := words.Fold(a.Ref)
		list[i] = &AreaPage{Area: a, Lines: areaLines(a), AreaMeasure: measures[key], Findings: findings[key], Risks: risks[key], Answered: answeredElsewhere(b, a, byAction),
			Praised: praisedWords(b, namedBy(a, byAction))}
		for _, x := range a.Actions {
			list[i].AreaActions = append(list[i].AreaActions, record(x, len(b.Coverage.All) > 0))
		}
	}
	return list
}

// answeredElsewhere are the findings of other areas that an area's actions answer,
// in the order of the letters.
func answeredElsewhere(b *Brief, a *Area, byAction map[string][]int) []Finding {
	var list []Finding
	for _, i := range namedBy(a, byAction) {
		x := b.Coverage.All[i]
		if x.NeedsAnswer && !slices.ContainsFunc(x.AreaRefs, func(ref string) bool { return words.Same(ref, a.Ref) }) {
			list = append(list, x)
		}
	}
	return list
}

// namedBy are the findings that an area's actions name, as places in Coverage.All.
func namedBy(a *Area, byAction map[string][]int) []int {
	var found []int
	for _, x := range a.Actions {
		found = append(found, byAction[words.Fold(x.Ref)]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// praisedWords name those of some findings that ask for no action, which lists of what
// is to be answered leave out; "" for none.
func praisedWords(b *Brief, found []int) string {
	var refs []string
	for _, i := range found {
		if x := b.Coverage.All[i]; !x.NeedsAnswer && !isShell(x.Ref) && !slices.Contains(refs, x.Ref) {
			refs = append(refs, x.Ref)
		}
	}
	if len(refs) == 0 {
		return ""
	}
	return words.And(refs) + ", which actions name, " + words.Form(len(refs), "is a finding", "are findings") + " of progress or strength: " +
		words.Form(len(refs), "it asks", "they ask") + " for no action and " + words.Are(len(refs)) + " not listed here."
}

// unplaced are the actions whose area is not in the plan, so that none goes
// missing.
func unplaced(b *Brief) []*ActionRecord {
	placed := map[*Action]bool{}
	for _, a := range b.Areas {
		for _, x := range a.Actions {
			placed[x] = true
		}
	}
	var list []*ActionRecord
	for _, x := range b.Actions {
		if !placed[x] {
			list = append(list, record(x, len(b.Coverage.All) > 0))
		}
	}
	return list
}

func areaLines(a *Area) []Line {
	if a.Exempt {
		return []Line{{"Status", words.Stop(orElse(a.Status.Word, "No status"))}, {"Done", doneOf(a)}, {"Edition", "The rest is in the exempt part, which is not published."}}
	}
	lines := []Line{
		{"Owner", a.Owner},
		{"For children", a.Outcome},
		{"Status", statusWords(a)},
		{"Done", doneOf(a)},
	}
	if len(a.Partners) > 0 {
		lines = append(lines, Line{"Partners", words.Capital(partners(a.Partners))})
	}
	if a.Priority != "" {
		lines = append(lines, Line{"Priority", priorityWords(a.Priority)})
	}
	if n := a.Hidden.all(); n > 0 {
		lines = append(lines, Line{"Edition", strings.TrimSpace(exemptOf("its actions", n))})
	}
	lines = append(lines, Line{"Next date", nextWords(a.Next)})
	if !a.TargetDate.IsZero() {
		lines = append(lines, Line{"Target date", a.TargetDate.Long()})
	}
	for _, c := range a.More {
		if words := c.Words(); words != "" {
			lines = append(lines, Line{c.Heading, words})
		}
	}
	return lines
}

// statusWords are an area's status, its reason and its date.
func statusWords(a *Area) string {
	text := orElse(a.Status.Word, "No status")
	if a.FromActions {
		text += " (from its actions)"
	}
	text = words.Stop(text) + " " + words.Stop(orElse(a.Reason, "No reason given"))
	if a.UpdatedWords != "" {
		text += " " + a.UpdatedWords + "."
	}
	if a.Disagreement != "" {
		text += " " + a.Disagreement + "."
	}
	return text
}

func doneOf(a *Area) string {
	if a.NoActions || a.Total == 0 {
		return "No actions"
	}
	if a.Total == 1 {
		return "Its one action is " + notDone(a.Done) + ": " + strings.TrimPrefix(blockWords(a.Counts), "one ")
	}
	return a.DoneWords + " actions (" + words.Percent(a.Done, a.Total) + "): " + blockWords(a.Counts)
}

// notDone says of one action whether it is done.
func notDone(done int) string {
	if done > 0 {
		return "done"
	}
	return "not done"
}

// blockWords counts the actions that a total counts by their status, and apart
// those that have left it.
func blockWords(blocks []Block) string {
	var parts []string
	left := ""
	for _, b := range blocks {
		said := inSentence(b.Status)
		if b.Status.Meaning == workbook.Withdrawn {
			left = "; " + words.Number(b.Count) + " more " + words.Was(b.Count) + " " + said
			if b.Status.Word == leftThePlan {
				left = "; " + words.Number(b.Count) + " more " + words.LowerFirst(leftThePlan)
			}
			continue
		}
		parts = append(parts, words.Number(b.Count)+" "+said)
	}
	return words.And(parts) + left
}

func nextWords(n Next) string {
	if n.Date.IsZero() {
		return orElse(n.What, "None")
	}
	text := n.Date.Long()
	if n.Overdue {
		text = "Overdue since " + text
	}
	return joinComma(text, n.Says())
}

// record is every field of an action that a reader may ask about. What a plan
// has to say stands as a gap where it does not; the rest is left out. Found says that
// the plan has findings, which an action may answer.
func record(a *Action, found bool) *ActionRecord {
	r := &ActionRecord{Action: a}
	must := func(term, text string) { r.Lines = append(r.Lines, Line{term, text}) }
	may := func(term, text string) {
		if text != "" {
			must(term, text)
		}
	}
	if a.Name != a.Text {
		may("Action", a.Text)
	}
	owner := a.Owner
	if owner != "" && a.Partner != "" {
		owner += ", with " + partners(strings.FieldsFunc(a.Partner, func(r rune) bool { return r == ';' || r == '\n' }))
	}
	must("Owner", owner)
	must("Date", datesOf(a))
	must("Progress", a.Latest)
	may("Why it moved", a.RevisionReason)
	must("Success", a.Success)
	must("For children", a.ForChildren)
	switch {
	case len(a.Findings) > 0:
		must("Findings", strings.Join(a.Findings, ", "))
	case found && !a.Withheld: // it may name some that this edition does not show
		must("Findings", "None named")
	}
	if a.Status.Meaning.Done() {
		must("Completed", a.Completed.Long())
	}
	if a.Status.Meaning.Done() && !a.Withheld {
		must("Evidence", a.Evidence)
	} else {
		may("Evidence", a.Evidence)
	}
	may("Checked by", a.CheckedBy)
	if a.DaysLate > 0 || a.Status.Meaning == workbook.OffTrack {
		may("Recovery", a.Recovery)
	} else {
		may("If it slips", a.Recovery)
	}
	if !a.ImpactReview.IsZero() {
		must("Impact review", a.ImpactReview.Long()+a.ReviewWords)
	}
	for _, c := range a.More {
		may(c.Heading, c.Words())
	}
	if len(a.Problems) > 0 {
		must("Workbook", problemWords(a.Problems))
	}
	return r
}

// mostProblemsOfRow is how many of a row's problems are told; more are counted.
const mostProblemsOfRow = 3

// problemWords are what check finds in an action's row, in its own sentences.
func problemWords(said []string) string {
	if n := len(said); n > mostProblemsOfRow {
		said = append(slices.Clone(said[:mostProblemsOfRow-1]), words.Opening(n-mostProblemsOfRow+1)+" more, which check names")
	}
	list := make([]string, len(said))
	for i, s := range said {
		list[i] = words.Stop(s)
	}
	return strings.Join(list, " ")
}

// priorityWords say what a priority means to those who have not set it.
func priorityWords(priority string) string {
	switch {
	case words.Same(priority, workbook.KindPriorityAction):
		return "Priority action: inspectors' term for what can wait least"
	case words.Same(priority, "Improvement"):
		return "Improvement: inspectors ask for it"
	case words.Same(priority, "Local"):
		return "Local: the council's own choice"
	}
	return priority
}

// commonBodies are the first words of bodies that are no names.
var commonBodies = strings.Fields("police schools school colleges college health housing probation education courts carers parents partners voluntary community adult youth district hospitals nurseries charities landlords foster all local public")

// partners are bodies as a list in words. Their names keep their capitals.
func partners(bodies []string) string {
	list := make([]string, 0, len(bodies))
	for _, body := range bodies {
		body = strings.TrimSpace(body)
		first, _, _ := strings.Cut(body, " ")
		if slices.Contains(commonBodies, strings.ToLower(first)) {
			body = words.LowerFirst(body)
		}
		if body != "" {
			list = append(list, body)
		}
	}
	return words.And(list)
}

// datesOf is when an action starts and every date that it has been due.
func datesOf(a *Action) string {
	switch {
	case a.Start.IsZero():
		return a.WholeDate()
	case a.EffectiveDue.IsZero():
		return "From " + a.Start.Short() + "; no due date"
	}
	return "From " + a.Start.Short() + "; due " + a.WholeDate()
}
