package portfolio

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// Comparison is many plans side by side, worded and in order, ready to be
// composed.
type Comparison struct {
	Title    string
	Sentence string
	AsOf     workbook.Date
	Lines    []Line
	Asked    []Question // of the heat table
	Order    string     // by what the rows are sorted
	Rows     []Row      // worst first
	HasThen  bool
	LeftOut  []Line // workbooks that could not be used, and why
	Themes   []Theme
	Rule     string // by which themes are found
	Measures []Compared
	Alone    string // of the measures that can't be compared; "" for none
	Foot     string
}

// Line is a term and what it says.
type Line struct{ Term, Text string }

// Level is how a figure of the heat table stands.
type Level int

// The levels.
const (
	Calm    Level = iota
	Watch         // asks for a look
	Concern       // asks for an answer
	Unsaid        // nothing to judge by
)

// Mark is one figure of the heat table.
type Mark struct {
	Level  Level
	Text   string // what the cell says
	Reason string // why it is not calm; ""
	Sort   int
}

// Row is one plan of the comparison.
type Row struct {
	*Summary
	Name                                       string // its organisation, with its title or file where that is needed to tell it from another
	Late, Covered, Unowned, Measured, Problems Mark
	Reason                                     string
	Statutory                                  string
	Movement                                   string
	weight                                     float64
}

// Heats are the marks of a row, in the order of the table's columns.
func (r Row) Heats() []Mark { return []Mark{r.Late, r.Covered, r.Unowned, r.Measured, r.Problems} }

// Theme is what several plans share.
type Theme struct {
	Words   string   // as they stand in the example
	Plans   []string // by name
	Example string

	key string // both words
}

// Compare sets summaries side by side. leftOut are the workbooks that could
// not be used.
func Compare(all []*Summary, leftOut []Line, asOf workbook.Date, public bool) *Comparison {
	c := &Comparison{Title: "Plans side by side", AsOf: asOf, LeftOut: leftOut, Foot: "Plans side by side, position at " + asOf.Long()}
	names := namesOf(all)
	for i, s := range all {
		c.Rows = append(c.Rows, rowOf(s, names[i]))
		c.HasThen = c.HasThen || s.Then != nil
	}
	slices.SortStableFunc(c.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.Name, b.Name))
	})
	c.Lines = []Line{{"Position at", asOf.Long()}, {"Plans", words.Digits(len(all))}}
	if public {
		c.Lines = append(c.Lines, Line{"Edition", "Public. What is restricted is neither shown nor counted, and owners are given by their posts."})
	}
	if len(leftOut) > 0 {
		c.Lines = append(c.Lines, Line{"Left out", words.Count(len(leftOut), "workbook", "workbooks") + ", listed with the reason at the end"})
	}
	c.Sentence = sentence(c.Rows)
	c.Asked, c.Order = asked(c.Rows), order
	c.Themes, c.Rule = themes(c.Rows)
	c.Measures, c.Alone = measures(c.Rows), alone(c.Rows)
	return c
}

// namesOf tells plans of one organisation apart by their titles, and those of
// one title by their files: names are read in narrow columns, and have no more in
// them than tells them apart.
func namesOf(all []*Summary) []string {
	count := func(of func(*Summary) string) map[string]int {
		n := map[string]int{}
		for _, s := range all {
			n[words.Fold(of(s))]++
		}
		return n
	}
	organisation := func(s *Summary) string { return s.Organisation }
	titled := func(s *Summary) string { return strings.TrimSuffix(s.Organisation+": "+s.Title, ": ") }
	filed := func(s *Summary) string {
		return s.Organisation + " (" + strings.TrimSuffix(s.File, filepath.Ext(s.File)) + ")"
	}
	organisations, both, files := count(organisation), count(titled), count(filed)
	names := make([]string, len(all))
	for i, s := range all {
		switch {
		case organisations[words.Fold(organisation(s))] == 1:
			names[i] = organisation(s)
		case both[words.Fold(titled(s))] == 1:
			names[i] = titled(s)
		case s.File != "" && files[words.Fold(filed(s))] == 1:
			names[i] = filed(s)
		default:
			names[i] = fmt.Sprintf("%s (plan %d)", s.Organisation, i+1)
		}
	}
	return names
}

// Question is one figure of the heat table: what it counts, where each level
// begins, and how many plans are at it.
type Question struct {
	Name, About    string
	Concern, Watch string // where the level begins
	Without        string // what a plan has none of that can't be judged
	Plans          [4]int // by Level
}

// questions are those of the heat table, in the order of its columns.
var questions = []Question{
	{Name: "Late", About: "Share of open actions that are past their date", Concern: "from 25%", Watch: "from 10%", Without: "open actions"},
	{Name: "Answered", About: "Share of the findings that need an answer and have an action", Concern: "below 80%", Watch: "below 100%", Without: "findings"},
	{Name: "No owner", About: "Improvement areas without an accountable owner", Concern: "from 2", Watch: "from 1", Without: "areas"},
	{Name: "Worse", About: "Measures whose readings get worse", Concern: "more worse than better", Watch: "any worse", Without: "enough readings"},
	{Name: "Errors", About: "What check finds wrong in the workbook: how far its figures can be relied on", Concern: "from 10", Watch: "from 1"},
}

// asked counts the plans at each level of each question.
func asked(rows []Row) []Question {
	all := slices.Clone(questions)
	for _, r := range rows {
		for i, m := range r.Heats() {
			all[i].Plans[m.Level]++
		}
	}
	return all
}

func rowOf(s *Summary, name string) Row {
	n := s.Figures
	r := Row{Summary: s, Name: name}
	lateShare := share(n.Late, n.Open)
	r.Late = Mark{Level: above(lateShare, 10, 25), Text: percent(n.Late, n.Open), Sort: int(lateShare * 10), Reason: fmt.Sprintf("%s of %s late", words.Digits(n.Late), words.Figures(n.Open, "open action", "open actions"))}
	missing := n.Coverage.Needing - n.Coverage.Answered
	r.Covered = Mark{Text: percent(n.Coverage.Answered, n.Coverage.Needing), Sort: missing, Reason: fmt.Sprintf("%s of %s without an action", words.Digits(missing), words.Figures(n.Coverage.Needing, "finding", "findings"))}
	switch {
	case n.Coverage.Needing == 0:
		r.Covered.none("findings")
	case share(n.Coverage.Answered, n.Coverage.Needing) < 80:
		r.Covered.Level = Concern
	case missing > 0:
		r.Covered.Level = Watch
	}
	r.Unowned = Mark{Level: above(float64(n.AreasUnowned), 1, 2), Text: fmt.Sprint(n.AreasUnowned), Sort: n.AreasUnowned,
		Reason: words.Figures(n.AreasUnowned, "area", "areas") + " unowned"}
	r.Measured = Mark{Text: fmt.Sprint(n.Worse), Sort: n.Worse - n.Better, Reason: fmt.Sprintf("%d of %s worse", n.Worse, words.Figures(n.Judged, "measure", "measures"))}
	switch {
	case n.Measures == 0:
		r.Measured.none("measures")
	case n.Read == 0:
		r.Measured.none("readings")
	case n.Judged == 0: // no direction can be told
		r.Measured = Mark{Level: Unsaid, Text: "Too few readings", Sort: r.Measured.Sort}
	case n.Worse > n.Better:
		r.Measured.Level = Concern
	case n.Worse > 0:
		r.Measured.Level = Watch
	}
	if n.Open == 0 {
		r.Late.none("open actions")
	}
	if n.Areas == 0 {
		r.Unowned.none("areas")
	}
	r.Problems = Mark{Level: above(float64(s.Errors), 1, 10), Text: words.Digits(s.Errors), Sort: s.Errors, Reason: words.Figures(s.Errors, "error", "errors")}
	r.Statutory, r.Movement = statutory(s), movement(s)
	r.weigh()
	return r
}

// none marks that a plan has nothing to judge by, which is neither good nor bad.
func (m *Mark) none(what string) {
	*m = Mark{Level: Unsaid, Text: "No " + what, Sort: m.Sort}
}

// order says how weigh orders rows.
const order = "A concern weighs three times what is to be watched; a statutory date that has passed weighs as a concern; among equals the larger share late stands first."

func (r *Row) weigh() {
	var concerns, watched, without []string
	for _, m := range r.Heats() {
		switch m.Level {
		case Concern:
			r.weight += 3
			concerns = append(concerns, m.Reason)
		case Watch:
			r.weight++
			watched = append(watched, m.Reason)
		case Unsaid:
			without = append(without, words.LowerFirst(m.Text))
		}
	}
	if d := r.Figures.NextStatutory; !d.IsZero() && d.Before(r.AsOf) {
		r.weight += 3
		concerns = append(concerns, "plan due "+d.Short()+", not recorded as sent")
	}
	r.weight += share(r.Figures.Late, r.Figures.Open) / 101
	switch {
	case len(concerns) > 0:
		r.Reason = words.Capital(words.And(concerns)) + "."
	case len(watched) > 0:
		r.Reason = "To watch: " + words.And(watched) + "."
	case len(without) > 0:
		r.Reason = "Nothing stands out; it has " + words.And(without) + "."
	default:
		r.Reason = "Nothing stands out."
	}
}

// percent is a share that is 100% or 0% only where it is all or none.
func percent(n, of int) string {
	switch {
	case of == 0:
		return ""
	case n == 0 || n == of:
		return fmt.Sprintf("%d%%", 100*n/of)
	}
	return fmt.Sprintf("%.0f%%", min(max(share(n, of), 1), 99))
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

func above(v, watch, concern float64) Level {
	switch {
	case v >= concern:
		return Concern
	case v >= watch:
		return Watch
	}
	return Calm
}

// statutory is the next date, or why there is none.
func statutory(s *Summary) string {
	next := s.Figures.NextStatutory
	switch {
	case next.IsZero():
		return cmp.Or(s.NoDate, "None")
	case next.Before(s.AsOf):
		return "Plan due " + next.Short() + ", " + words.Days(s.AsOf.Sub(next)) + " overdue, not recorded as sent"
	case next == s.AsOf:
		return "Plan due " + next.Short() + ", today, not recorded as sent"
	}
	return "Plan due " + next.Short() + ", in " + words.Days(next.Sub(s.AsOf)) + ", not recorded as sent"
}

// Measured says how a plan's measures stand against their targets, and of how many no
// direction can be told; "" without measures.
func (s *Summary) Measured() string {
	n := s.Figures
	switch {
	case n.Measures == 0:
		return ""
	case n.Read == 0 && n.Measures == 1:
		return "Its one measure has no reading yet"
	case n.Read == 0:
		return "None of its " + words.Digits(n.Measures) + " measures has a reading yet"
	}
	var said []string
	if n.Targeted > 0 {
		said = append(said, words.Part(n.AtTarget, n.Targeted, "measure", "measures")+" at "+words.Form(n.AtTarget, "its", "their")+" target")
	}
	if few := n.Read - n.Judged; few > 0 {
		said = append(said, words.Figures(few, "has", "have")+" too few readings to say whether "+words.Form(few, "it gets", "they get")+" better or worse")
	}
	if none := n.Measures - n.Read; none > 0 {
		said = append(said, words.Figures(none, "has", "have")+" no reading")
	}
	if len(said) == 0 {
		return words.Figures(n.Read, "measure has", "measures have") + " readings and no target"
	}
	return strings.Join(said, "; ")
}

// movement is what has changed since the earlier state.
func movement(s *Summary) string {
	if s.Then == nil {
		return "No earlier plan"
	}
	var parts []string
	change := func(now, then int, one, many string) {
		switch d := now - then; {
		case d > 0:
			parts = append(parts, words.Digits(d)+" more "+pick(d, one, many))
		case d < 0:
			parts = append(parts, words.Digits(-d)+" fewer "+pick(-d, one, many))
		}
	}
	change(s.Figures.Done, s.Then.Done, "done", "done")
	change(s.Figures.Late, s.Then.Late, "late", "late")
	change(s.Figures.Slipped, s.Then.Slipped, "slipped", "slipped")
	change(s.Figures.Coverage.Answered, s.Then.Coverage.Answered, "finding with an action", "findings with an action")
	if len(parts) == 0 {
		return "No change since " + s.ThenOn.Short()
	}
	return words.Capital(words.And(parts)) + " since " + s.ThenOn.Short()
}

func sentence(rows []Row) string {
	if len(rows) == 0 {
		return "No plan could be read."
	}
	late, open, concerns := 0, 0, 0
	for _, r := range rows {
		late += r.Figures.Late
		open += r.Figures.Open
		if r.weight >= 3 && !strings.HasPrefix(r.Reason, "To watch") {
			concerns++
		}
	}
	across := " across " + words.Count(len(rows), "plan", "plans") + "."
	text := fmt.Sprintf("%s of %s %s late", words.Opening(late), words.Figures(open, "open action", "open actions"), words.Are(late)) + across
	if late == 0 {
		text = "No open action is late" + across
	}
	if concerns > 0 {
		text += " " + words.OpeningCount(concerns, "plan gives", "plans give") + " cause for concern; the most pressing is " + rows[0].Name + "."
	}
	return text
}

const mostThemes = 12

// themes are the pairs of words that stand in the concerns or areas of several
// plans. The rule is printed with them.
func themes(rows []Row) ([]Theme, string) {
	least := max(2, int(math.Ceil(float64(len(rows))/10)))
	rule := fmt.Sprintf("A theme is two words that stand next to one another in the concerns or the improvement areas of at least %s, once small words such as “the” and “not” are left out. "+
		"Two that share a word, or the sentence shown, are one theme where every plan with the rarer has the other too. "+
		"Nothing is read into the words: plans that say the same in other words are not found.", words.Count(least, "plan", "plans"))
	found := map[string]*Theme{}
	for _, r := range rows {
		for key, x := range r.themes {
			t := found[key]
			if t == nil {
				t = &Theme{key: key}
				found[key] = t
			}
			t.Plans = append(t.Plans, r.Name)
			if t.Example == "" || x.text < t.Example {
				t.Words, t.Example = x.words, x.text // whichever comes first in the alphabet, so that it is always the same
			}
		}
	}
	var all []Theme
	for _, t := range found {
		if len(t.Plans) >= least {
			all = append(all, *t)
		}
	}
	slices.SortFunc(all, func(a, b Theme) int {
		return cmp.Or(cmp.Compare(len(b.Plans), len(a.Plans)), strings.Compare(a.key, b.key))
	})
	var kept []Theme
	for _, t := range all {
		if !slices.ContainsFunc(kept, t.within) {
			kept = append(kept, t)
		}
	}
	return kept[:min(len(kept), mostThemes)], rule
}

// within is true of a theme that says no more than a wider one: they share a
// word or the example, and its plans are all among the other's.
func (t Theme) within(wider Theme) bool {
	first, second, _ := strings.Cut(t.key, " ")
	if t.Example != wider.Example && !slices.Contains(strings.Fields(wider.key), first) && !slices.Contains(strings.Fields(wider.key), second) {
		return false
	}
	return !slices.ContainsFunc(t.Plans, func(plan string) bool { return !slices.Contains(wider.Plans, plan) })
}
