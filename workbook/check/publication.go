package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/check/identify"
	"actionplan/workbook/facts"
	"actionplan/workbook/parallel"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// publicationRules look for text that could identify a child. They share one
// reading of every text.
func publicationRules() []Rule {
	return []Rule{nhsNumber, upn, niNumber, dateOfBirth, caseNumber, initials, familyNamed, childDescribed, staffPrivate, streetAddress, postcode, phone, email, socialMedia, smallCount}
}

// publish is the function of a publication rule: it reports each text of a row
// that is not restricted in which something of a kind stands, and never says
// what it is. In what a published letter says it is advice: it is public
// already. It is advice, too, where the evidence is weak, or where a count or a
// description stands in what is hoped for any child; a public edition is refused
// for it all the same.
func publish(kind identify.Kind, what, hint string) func(*Pass) {
	return func(p *Pass) {
		for i, t := range p.searched {
			if t.restricted || !p.trips(i, kind) {
				continue
			}
			problem := at(t.Place(), t.heading, p.masked(t.ref), "The text seems to hold "+what+".", hint+p.orRestrict(t.Place()))
			problem.Value = ""
			switch {
			case t.finding != nil && fromPublished(t.finding):
				problem.Severity = workbook.Advice
			case !p.public && (p.weakly(i, kind) || (kind == identify.SmallCount || kind == identify.Described) && t.isHope()):
				problem.Severity = workbook.Advice
				problem.Hint += " No public edition is made before."
			}
			p.Report(problem)
		}
	}
}

// isHope is true of a text that says what is to become true of children: it
// stands where that is asked for, tells of nothing past, and names no place.
func (t *text) isHope() bool {
	switch t.heading {
	case workbook.ColSuccessMeasure, workbook.ColImpactChildren, workbook.ColAreaOutcome:
	default:
		return false
	}
	for i, w := range strings.Fields(t.value) {
		word := strings.Trim(w, ".,;:()’'\"")
		first, _ := utf8.DecodeRuneInString(word)
		if past[strings.ToLower(word)] || i > 0 && unicode.IsUpper(first) && !strings.HasSuffix(word, "day") && len(word) > 1 {
			return false
		}
	}
	return true
}

var past = setOf("was were had did went moved left lost died told said ran came got hurt taken placed removed arrested")

// orRestrict is the other way to keep a text out of the public edition, by
// the column Publish of its own sheet or of the one that its row follows; ""
// where there is none, as on the Plan sheet.
func (p *Pass) orRestrict(s workbook.Source) string {
	switch s.SheetName() {
	case p.sheet(workbook.SheetAreas), p.sheet(workbook.SheetFindings), p.sheet(workbook.SheetActions):
		return " Or mark the row Restricted."
	case p.sheet(workbook.SheetMeasures), p.sheet(workbook.SheetRisks):
		return " Or mark its area Restricted."
	case p.sheet(workbook.SheetReadings):
		return " Or mark the area of its measure Restricted."
	case p.sheet(workbook.SheetUpdates):
		return " Or mark its action Restricted."
	}
	return ""
}

// fromPublished is true of a finding whose letter is said to be published.
func fromPublished(f *facts.Finding) bool {
	return f.Visit != nil && strings.EqualFold(f.Visit.Published, "Yes")
}

// trips says whether something of a kind stands in a text.
func (p *Pass) trips(i int, kind identify.Kind) bool {
	return slices.ContainsFunc(p.found(i), func(s identify.Span) bool { return s.Kind == kind })
}

// weakly says whether all that of a kind stands in a text is weak evidence.
func (p *Pass) weakly(i int, kind identify.Kind) bool {
	return !slices.ContainsFunc(p.found(i), func(s identify.Span) bool { return s.Kind == kind && !s.Weak })
}

// found is what in a text could identify somebody.
func (p *Pass) found(i int) []identify.Span { return p.marks[i] }

// search looks at every text.
func (p *Pass) search() {
	p.known = identify.Options{Small: p.smallCount(), Known: p.explains(), Own: p.ownName()}
	letters := p.publishedLetters()
	p.marks = make([][]identify.Span, len(p.searched))
	p.spans.Expect(len(p.searched))
	parallel.Each(len(p.searched), func(i int) {
		t := &p.searched[i]
		p.marks[i] = p.find(t.value)
		if t.finding == nil && letters != "" && len(p.marks[i]) > 0 {
			p.marks[i] = slices.DeleteFunc(slices.Clone(p.marks[i]), func(s identify.Span) bool { return isQuoted(letters, t.value, s) })
		}
	})
}

// find looks at one text with what readers of this plan know.
func (p *Pass) find(s string) []identify.Span {
	return p.spans.Get(s, func(s string) []identify.Span { return identify.Find(s, p.known) })
}

// explains says of capitals whether the glossary explains them. A term of two
// letters that its meaning does not spell may be somebody, if the meaning
// speaks of a person.
func (p *Pass) explains() func(string) bool {
	terms := make(map[string]bool)
	for _, t := range p.Plan.Glossary {
		term := strings.ReplaceAll(strings.TrimSpace(t.Term), ".", "")
		if len(term) > 2 || spells(t.Meaning, strings.ToUpper(term)) || !identify.SpeaksOfPerson(t.Meaning) {
			terms[term] = true
		}
	}
	return func(capitals string) bool { return terms[capitals] || terms[capitals+"s"] }
}

// ownName says whether a word is of the organisation's name: Northmoor of
// Northmoor Council.
func (p *Pass) ownName() func(string) bool {
	name := setOf(words.Fold(p.Plan.Info.Organisation))
	return func(word string) bool { return name[word] }
}

// publishedLetters is what published letters say, sentence by sentence.
func (p *Pass) publishedLetters() string {
	var all strings.Builder
	for _, f := range p.Facts.Findings {
		if fromPublished(f) {
			all.WriteString(words.Fold(f.Text) + "\n")
		}
	}
	return all.String()
}

// isQuoted says whether a count or a description stands in a sentence that a
// published letter holds word for word.
func isQuoted(letters, text string, s identify.Span) bool {
	if s.Kind != identify.SmallCount && s.Kind != identify.Described {
		return false
	}
	start, end := 0, len(text)
	if i := strings.LastIndexAny(text[:s.Start], ".!?:;\"“”\n"); i >= 0 {
		start = i + 1
	}
	if i := strings.IndexAny(text[s.End:], ".!?;\"“”\n"); i >= 0 {
		end = s.End + i
	}
	sentence := words.Fold(strings.ToValidUTF8(text[start:end], ""))
	return len(strings.Fields(sentence)) > 4 && strings.Contains(letters, sentence)
}

func (p *Pass) smallCount() int {
	if n := p.Plan.Info.SmallCount; n > 0 {
		return n
	}
	return workbook.DefaultSmallCount
}

// hide takes out of problems what could identify a child: of every problem at
// a cell that holds such text the value and the hint, which may repeat a part
// of it, and from every message, hint and ref whatever was found in the cells
// that the problem is about.
func (p *Pass) hide(problems workbook.Problems) {
	named := make(map[xlsx.Cell][]string)
	for i, t := range p.searched {
		if len(p.found(i)) > 0 {
			cell := t.Place().At(t.heading)
			named[cell] = append(named[cell], t.value)
		}
	}
	for i := range problems {
		problem := &problems[i]
		if p.publication[problem.Rule] {
			continue
		}
		told := named[problem.Cell]
		if len(p.find(problem.Value)) > 0 {
			told = append(told[:len(told):len(told)], problem.Value)
		}
		if len(told) > 0 {
			problem.Value = ""
			problem.Hint = p.hintBeside(*problem, told)
		}
		for _, cell := range problem.Related {
			told = append(told[:len(told):len(told)], named[cell]...)
		}
		problem.Ref = p.without(problem.Ref, told)
		problem.Message = p.without(problem.Message, told)
		problem.Hint = p.without(problem.Hint, told)
	}
}

// hintBeside is the hint of a problem at a cell that holds what could identify
// somebody. Its own is left out where it has any of the words that were found.
func (p *Pass) hintBeside(problem workbook.Problem, told []string) string {
	const first = "Take out what could identify somebody"
	own := make(map[string]bool)
	for w := range eachWord(problem.Hint) {
		own[words.Fold(problem.Hint[w.start:w.end])] = true
	}
	for _, t := range told {
		for _, s := range p.find(t) {
			for w := range eachWord(t[s.Start:s.End]) {
				word := t[s.Start:s.End][w.start:w.end]
				plain := strings.ToLower(word) == word && !strings.ContainsAny(word, "0123456789") && len(word) < 4
				if !plain && own[words.Fold(word)] {
					return first + ", then fix the cell; see: actionplan explain " + problem.Rule
				}
			}
		}
	}
	if problem.Rule == acronymUnknown.Name {
		return first + "." // the glossary, which it offers, is printed
	}
	return first + ". " + problem.Hint
}

// without puts … in place of what could identify a child, in what is said of
// some texts: also where only a part of such words is left, because the text
// was cut short to be quoted.
func (p *Pass) without(said string, texts []string) string {
	for _, t := range texts {
		t = strings.Join(strings.Fields(t), " ")
		spans := p.find(t)
		said = strings.ReplaceAll(said, quote(t), quote(identify.Mask(t, spans)))
		for _, s := range spans {
			if s.End-s.Start > 1 {
				said = strings.ReplaceAll(said, t[s.Start:s.End], "…")
				said = withoutCut(said, t[s.Start:s.End])
			}
		}
	}
	return p.masked(said)
}

// withoutCut takes the beginning of found words away where an ellipsis cuts
// them short.
func withoutCut(said, found string) string {
	for end := len(found) - 1; end > 1; end-- {
		if utf8.RuneStart(found[end]) {
			said = strings.ReplaceAll(said, strings.TrimSpace(found[:end])+"…", "…")
		}
	}
	return said
}

// masked puts … in place of what could identify a child, in words of ours or a
// ref. What they repeat of a text has been taken out of them before, so a rule
// has to see it.
func (p *Pass) masked(s string) string {
	return identify.Mask(s, p.said.Get(s, func(s string) []identify.Span {
		known := p.known
		known.Unweighed = true
		return identify.Find(s, known)
	}))
}

// masked is the same where no plan is at hand.
func masked(s string) string {
	return identify.Mask(s, identify.Find(s, identify.Options{Small: workbook.DefaultSmallCount}))
}

// Telling counts the cells with words by which somebody could be recognised, advice
// apart.
func Telling(problems workbook.Problems) int {
	rules := publicationRules()
	cells := make(map[xlsx.Cell]bool)
	for _, p := range problems {
		if p.Severity != workbook.Advice && slices.ContainsFunc(rules, func(r Rule) bool { return r.Name == p.Rule }) {
			cells[p.Cell] = true
		}
	}
	return len(cells)
}

// Publication is what stands against publishing the plan: everything that the
// publication rules find at cells that would be printed and that nobody
// answers for until a date. A public edition is refused unless it is empty;
// advice about letters that are published already is left out.
func Publication(p *workbook.Plan, f *facts.Facts) workbook.Problems {
	pass := newPass(p, f)
	pass.public = true
	var problems workbook.Problems
	for _, r := range publicationRules() {
		problems = append(problems, pass.run(r, Options{})...)
	}
	problems = append(problems, pass.namedPeople()...)
	problems = append(problems, pass.ownersWithoutRole()...)
	left, _ := pass.waive(problems)
	var against workbook.Problems
	for _, problem := range left {
		if problem.Severity != workbook.Advice {
			against = append(against, problem)
		}
	}
	against.Sort(p.SheetOrder)
	return against
}
