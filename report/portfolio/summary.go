// Package portfolio sets the plans of many organisations or services side by
// side: what each comes to in figures, why it stands where it stands, which
// concerns they share, and how measures of one name compare. It keeps a
// summary of each plan and never the plan, so that memory grows with the
// summaries only.
package portfolio

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/report/reading"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	"actionplan/workbook/history"
	"actionplan/workbook/region"
	"actionplan/workbook/words"
)

// Summary is what is kept of one plan.
type Summary struct {
	Organisation, Title, File string
	Region                    string // "" where the organisation is none of the authorities
	AsOf                      workbook.Date
	Figures                   facts.Figures
	Errors, Warnings          int
	Words                     []string // of its key, where they are its own: "Green means on track"
	NoDate                    string   // why no statutory date is to come: "None outstanding; plan sent 27 Aug 2026"; "" where it asks for none
	Unread                    []string // what could not be brought together, in sentences
	Late                      []LateAction
	Unanswered                []string
	Measures                  []Measure

	Then   *facts.Figures // the earlier state; nil without one
	ThenOn workbook.Date

	themes  map[string]said // by the two words
	without []string        // the keys of the measures without a reading
}

// said is a theme as one text has it.
type said struct{ words, text string }

// LateAction is one of the actions that are late longest.
type LateAction struct {
	Ref, Text, Owner string
	Days             int
}

// Measure is a measure's latest reading.
type Measure struct {
	Name, Unit             string
	Percent                bool
	Value                  float64
	Numerator, Denominator workbook.Number
	PeriodEnd              workbook.Date
	England, Neighbours    workbook.Number
	Lower                  bool // is better
	Direction              facts.Direction
}

const (
	mostLate       = 4
	mostUnanswered = 3
	textInTable    = 400 // letters: past what a finding says, short of a letter pasted whole
)

// Of is the summary of a plan, beside the state of it among the earlier ones
// where there is one.
func Of(plan *reading.Plan, earlier history.States, public bool) (*Summary, error) {
	s := Summarise(plan.Facts, plan.Result, public)
	if plan.OwnTable {
		s.Unread = append(s.Unread, "It is kept as a table of its own shape, and was read for what it has columns for; what it has none for counts as not given.")
	}
	path := earlier.Of(plan.Path, plan.Facts.Plan)
	if path == "" {
		return s, nil
	}
	old, _, err := reading.Load(path)
	if err != nil {
		return nil, err
	}
	then, err := report.SinceWorkbook(old, plan.Facts)
	if err != nil {
		return nil, err
	}
	s.Since(then.Facts, public)
	return s, nil
}

// Summarise keeps what a comparison needs of a plan. Nothing restricted is in
// it where it is for publication.
func Summarise(f *facts.Facts, r check.Result, public bool) *Summary {
	info := f.Plan.Info
	s := &Summary{Organisation: cmp.Or(info.Organisation, "Organisation not given"), Title: info.Title, AsOf: f.AsOf, Figures: f.Figures(public),
		Errors: r.Counts.Error, Warnings: r.Counts.Warning}
	if !public {
		s.File = f.Plan.File
	}
	s.Region = region.Of(info.Organisation)
	s.NoDate = noDate(f)
	s.key(f.Plan.Key)
	s.unread(f, r)
	for _, a := range facts.LateFirst(f.Actions) {
		if len(s.Late) < mostLate && !(public && a.Restricted) {
			s.Late = append(s.Late, LateAction{a.Ref, words.ClipWords(cmp.Or(a.ShortName, a.Text), textInTable), owner(f, a.Owner, public), a.DaysLate})
		}
	}
	for _, x := range s.Figures.Coverage.Unanswered {
		if len(s.Unanswered) < mostUnanswered {
			s.Unanswered = append(s.Unanswered, strings.TrimSpace(x.Ref+" "+words.ClipWords(x.Text, textInTable)))
		}
	}
	s.Figures.Coverage.Unanswered = nil // it would hold the plan
	for _, m := range f.Measures {
		switch {
		case public && m.Restricted:
		case m.Latest == nil:
			s.without = append(s.without, Measure{Name: m.Name, Unit: m.Unit, Percent: m.Percent()}.key())
		default:
			s.Measures = append(s.Measures, Measure{Name: m.Name, Unit: m.Unit, Percent: m.Percent(), Value: m.Latest.Value.Value, Numerator: m.Latest.Numerator, Denominator: m.Latest.Denominator,
				PeriodEnd: m.Latest.PeriodEnd, England: m.England, Neighbours: m.Neighbours, Lower: m.BetterWhen == workbook.LowerBetter, Direction: m.Direction})
		}
	}
	s.gatherThemes(f, public)
	return s
}

// noDate is what stands in place of a next statutory date: what was sent last,
// and of which visits none is known or computed.
func noDate(f *facts.Facts) string {
	var said []string
	var sent workbook.Date
	for _, c := range f.Clocks {
		if c.Sent.After(sent) {
			sent = c.Sent
		}
	}
	if !sent.IsZero() {
		said = append(said, "None outstanding; plan sent "+sent.Short())
	}
	if len(f.NoReceipt) > 0 {
		said = append(said, "Not known: no date of receipt")
	}
	if len(f.NotComputed) > 0 {
		said = append(said, "Not computed: "+strings.TrimPrefix(report.OtherFramework(f.NotComputed[0]), "an "))
	}
	return strings.Join(said, "; ")
}

// Since sets the summary beside an earlier state of the plan.
func (s *Summary) Since(earlier *facts.Facts, public bool) {
	n := earlier.Figures(public)
	n.Coverage.Unanswered = nil
	s.Then, s.ThenOn = &n, earlier.AsOf
}

func owner(f *facts.Facts, name string, public bool) string {
	if !public {
		return cmp.Or(strings.TrimSpace(name), "No owner")
	}
	if person := f.Plan.FindPerson(name); person != nil && person.Role != "" {
		return person.Role
	}
	return "Post not given"
}

// key says what the plan's own words mean, so that a reader sees how they were
// brought together.
func (s *Summary) key(k workbook.Key) {
	if k.Default {
		return
	}
	for _, w := range k.Words {
		if w.Word != "" && !words.Same(w.Word, w.Means.Word()) {
			s.Words = append(s.Words, w.Word+" means "+w.Means.String())
		}
	}
}

// unread says what of the plan could not be brought together with others.
func (s *Summary) unread(f *facts.Facts, r check.Result) {
	if n := s.Figures.StatusUnknown; n > 0 {
		s.Unread = append(s.Unread, words.OpeningCount(n, "action has", "actions have")+" no status, or one that its key does not have; they count as not known.")
	}
	if n := s.Figures.NoDate; n > 0 {
		s.Unread = append(s.Unread, words.OpeningCount(n, "open action has", "open actions have")+" no date that can be read, and can't be late.")
	}
	columns := 0
	for _, p := range r.Problems {
		if p.Rule == workbook.RuleHeadingUnknown {
			columns++
		}
	}
	if columns > 0 {
		s.Unread = append(s.Unread, words.OpeningCount(columns, "column has a heading that is", "columns have headings that are")+" near to one of ours and not it, and "+pick(columns, "is", "are")+" not read.")
	}
	if f.Plan.Info.Organisation == "" {
		s.Unread = append(s.Unread, "Its Plan sheet does not name an organisation.")
	}
}

func pick(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// gatherThemes keeps every pair of neighbouring words of its concerns and
// areas, each with one text that has it. What a later visit called resolved is no
// concern any more.
func (s *Summary) gatherThemes(f *facts.Facts, public bool) {
	s.themes = map[string]said{}
	add := func(text string) {
		for _, p := range pairs(text) {
			if _, has := s.themes[p.key]; !has {
				s.themes[p.key] = said{p.words, words.ClipWords(strings.TrimSpace(text), textInTable)}
			}
		}
	}
	for _, x := range f.Findings {
		resolved := x.Resolved() && !(public && x.FateUnpublished())
		if x.NeedsAnswer() && !resolved && !(public && x.Restricted) {
			add(x.Text)
		}
	}
	for _, a := range f.Areas {
		if !(public && a.Restricted) {
			add(a.Name)
		}
	}
}

// small are words that say nothing of what a concern is about.
var small = strings.Fields("a about all also always an and any are as at be been before better but by can do does enough for from get good has have how improve in into is it its less many more most need needs no not of often on or out so some still that the their them there these they this those to too up very was were what when where which while who will with within yet")

// pair is two neighbouring words of a text once the small words are out: both,
// and as the text has them, so "care leavers" and "care of leavers".
type pair struct{ key, words string }

// word is a word of letters, with what stands within it.
var word = words.MustCompile(`[a-z]+(?:['’][a-z]+)*`)

func pairs(text string) []pair {
	text = words.Fold(text)
	var found []pair
	before := []int(nil)
	for _, at := range word.FindAllStringIndex(text, -1) {
		w := text[at[0]:at[1]]
		if len(w) < 3 || slices.Contains(small, w) {
			continue
		}
		if before != nil {
			found = append(found, pair{text[before[0]:before[1]] + " " + w, strings.Join(strings.Fields(text[before[0]:at[1]]), " ")})
		}
		before = at
	}
	return found
}
