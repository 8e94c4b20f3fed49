// Package check judges a plan. Each rule is one value with a name, a severity,
// a doc and a function; Run tries them all on a plan and its facts and brings
// their problems, and those of loading, into one order. Rules see the typed
// plan only and never print.
package check

import (
	"cmp"
	"slices"
	"sync"

	"actionplan/workbook"
	"actionplan/workbook/check/identify"
	"actionplan/workbook/facts"
	"actionplan/workbook/parallel"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Rule is one thing that a plan can get wrong.
type Rule struct {
	Name     string // kebab-case, as it is printed and waived
	Severity workbook.Severity
	Doc      string // Markdown: what, why, a bad and a good example, how to fix it
	Run      func(*Pass)

	// Needs are columns without which it can't judge: where a sheet has rows
	// and lacks one of them, the rule does not run, because the missing column
	// is the problem and not what follows from it.
	Needs []Need

	// Submission is the severity in a submission; 0: the same as otherwise.
	Submission workbook.Severity
	// OnlySubmission: the rule runs only before a submission.
	OnlySubmission bool
	// OnlySince: the rule runs only beside an earlier state of the plan.
	OnlySince bool
	// OnlyFile: the rule runs only where the folder of the workbook is known.
	OnlyFile bool
	// Publication: it looks for text that could identify a child. What it
	// finds is never repeated, and only a waiver with an end date holds.
	Publication bool
	// OfWaivers: it judges the Waivers sheet, and can't be waived itself.
	OfWaivers bool
	// AfterWaivers: it runs when it is known which waivers were used.
	AfterWaivers bool
}

// Need is a column of a sheet.
type Need struct{ Sheet, Heading string }

// Pass is what a rule sees in one run.
type Pass struct {
	Plan  *workbook.Plan
	Facts *facts.Facts
	AsOf  workbook.Date
	// Report takes a problem; the driver fills in Rule, and Severity where
	// the rule leaves it open.
	Report func(workbook.Problem)

	sheets      map[string]string  // canonical name of a sheet → as the file spells it
	rules       map[string]bool    // every rule that exists, and whether it can be waived
	publication map[string]bool    // rules whose waivers need an end date
	since       workbook.Problems  // Options.Since
	logo        func(string) error // Options.Logo
	used        map[*workbook.Waiver]bool
	unclear     map[*workbook.Waiver]bool // its ref fits records on several sheets
	texts       []text
	searched    []text            // texts, and names and terms that a public paper prints
	marks       [][]identify.Span // by searched text, what could identify somebody
	known       identify.Options  // what readers of the plan know
	public      bool              // it is judged for publication: weak evidence counts as any other
	*memory
}

// memory is what rules, which run side by side, have worked out for each other.
type memory struct {
	spans    parallel.Memo[[]identify.Span] // by text, what in it could identify somebody
	said     parallel.Memo[[]identify.Span] // the same of what is said of texts
	notes    parallel.Memo[reading]         // by note, what it says
	kinds    parallel.Memo[told]            // by word, as what it is weighed
	dates    parallel.Memo[[]dateIn]        // by text, the dates that it names
	likeness parallel.Memo[string]          // by owner not on People, the hint that names somebody alike

	twice         sync.Once
	refsOfSeveral map[string]bool // see actionsTwice
}

// Options says how to judge.
type Options struct {
	Submission bool // also what a submission needs
	Strict     bool // warnings count as errors
	// Since is what only shows beside an earlier state of the plan, found by
	// whoever read that one; nil where none was read.
	Since workbook.Problems
	// Logo says why a picture of that name in the folder of the workbook can't be
	// used, nil where it can; itself nil where the folder is not known.
	Logo func(name string) error
	// Progress, if there is one, is told after each rule how many are done.
	Progress func(done, of int)
}

// stricterInSubmission: what it finds is an error only before a submission.
func (r Rule) stricterInSubmission() bool {
	return r.Severity != workbook.Error && r.Submission == workbook.Error || r.OnlySubmission && cmp.Or(r.Submission, r.Severity) == workbook.Error
}

// Counted is how many records a sheet holds.
type Counted struct {
	Sheet   string `json:"sheet"`
	Records int    `json:"records"`
}

// Result is everything that one run found.
type Result struct {
	File     string
	SHA256   string
	AsOf     workbook.Date
	Sheets   []string          // the file's sheets, in its order
	Problems workbook.Problems // sorted, without the waived ones
	Counts   workbook.Counts
	Waived   workbook.Problems // sorted; each names its waiver
	Checked  []Counted         // by sheet, in the order of the schema
	Rules    int               // how many rules were tried, those of loading too
	Untried  []Untried         // the others, by what they are for
	Coverage facts.Coverage    // of the findings that ask for an answer
	Options  Options

	facts *facts.Facts
	owner map[sheetRow]string // see ownersOfRows
}

// Failed says whether the plan is not clean: it has an error, or where
// warnings count an error or a warning.
func (r Result) Failed() bool {
	return r.Counts.Error > 0 || r.Options.Strict && r.Counts.Warning > 0
}

// Run tries every rule. loaded are the problems that loading found; they are
// judged by the same waivers and stand in the same order.
func Run(p *workbook.Plan, f *facts.Facts, loaded workbook.Problems, opts Options) Result {
	pass := newPass(p, f)
	pass.since, pass.logo = opts.Since, opts.Logo
	problems := make(workbook.Problems, 0, len(loaded))
	for _, problem := range loaded {
		problems = append(problems, problem.On(f.AsOf))
	}
	rules := rulesFor(opts)
	tried := len(rules) + len(workbook.LoadRules) - count(rules, pass.cannot)
	problems, waived := pass.waive(append(problems, pass.runAll(rules, opts)...))
	problems = gatherMissing(problems)
	for _, r := range rules {
		if r.AfterWaivers {
			problems = append(problems, pass.run(r, opts)...)
		}
	}
	pass.hide(problems)
	pass.hide(waived)
	problems.Sort(p.SheetOrder)
	waived.Sort(p.SheetOrder)
	counts := problems.Count()
	counts.Waived = len(waived)
	return Result{
		File: p.File, SHA256: p.SHA256, AsOf: f.AsOf, Sheets: p.SheetOrder,
		Problems: problems, Counts: counts, Waived: waived,
		Checked: countRecords(p), Rules: tried, Untried: pass.untried(opts), Coverage: facts.Cover(f.Findings), Options: opts,
		facts: f, owner: ownersOfRows(f),
	}
}

func rulesFor(opts Options) []Rule {
	var rules []Rule
	for _, r := range All {
		if (!r.OnlySubmission || opts.Submission) && (!r.OnlySince || opts.Since != nil) && (!r.OnlyFile || opts.Logo != nil) {
			rules = append(rules, r)
		}
	}
	return rules
}

func newPass(p *workbook.Plan, f *facts.Facts) *Pass {
	pass := &Pass{Plan: p, Facts: f, AsOf: f.AsOf, sheets: sheetNames(p), rules: make(map[string]bool), publication: make(map[string]bool), memory: new(memory)}
	for _, r := range All {
		pass.rules[r.Name] = !r.OfWaivers
		pass.publication[r.Name] = r.Publication
	}
	for _, r := range workbook.LoadRules {
		pass.rules[r.Name] = !firm(r)
	}
	pass.readTexts()
	pass.search()
	return pass
}

// firm are the rules of loading that nobody can answer for: a cell is missing
// or can't be read, so there is nothing to accept.
func firm(r workbook.RuleDoc) bool { return r.Severity == workbook.Error }

// runAll tries, side by side, the rules that need not know which waivers were
// used. Their problems stand in the order of the rules.
func (p *Pass) runAll(rules []Rule, opts Options) workbook.Problems {
	found := make([]workbook.Problems, len(rules))
	var mu sync.Mutex
	done := 0
	parallel.Each(len(rules), func(i int) {
		if !rules[i].AfterWaivers {
			found[i] = p.run(rules[i], opts)
		}
		if opts.Progress != nil {
			mu.Lock()
			defer mu.Unlock()
			done++
			opts.Progress(done, len(rules))
		}
	})
	return slices.Concat(found...)
}

// run tries one rule and completes its problems.
func (p *Pass) run(r Rule, opts Options) workbook.Problems {
	severity := r.Severity
	if opts.Submission && r.Submission != workbook.SeverityInvalid {
		severity = r.Submission
	}
	if p.cannot(r) {
		return nil
	}
	var found workbook.Problems
	own := *p // others run meanwhile
	own.Report = func(problem workbook.Problem) {
		problem.Rule = r.Name
		problem.Severity = cmp.Or(problem.Severity, severity)
		found = append(found, problem)
	}
	r.Run(&own)
	return found
}

// cannot is true of a rule that needs a column which is not there.
func (p *Pass) cannot(r Rule) bool { return slices.ContainsFunc(r.Needs, p.lacks) }

// Untried is how many rules were not tried, and what they are for.
type Untried struct {
	Rules int
	For   string // "for a submission"
}

func (p *Pass) untried(opts Options) []Untried {
	all := []Untried{
		{count(All, func(r Rule) bool { return r.OnlySubmission && !opts.Submission }), "for a submission"},
		{len(editionRules), "for a public edition"},
		{count(All, func(r Rule) bool { return r.OnlySince && opts.Since == nil }), "for a plan beside an earlier one"},
		{count(All, func(r Rule) bool { return r.OnlyFile && opts.Logo == nil }), "for a file in its folder"},
		{count(rulesFor(opts), p.cannot), "for columns that are missing"},
	}
	return slices.DeleteFunc(all, func(u Untried) bool { return u.Rules == 0 })
}

func count(rules []Rule, is func(Rule) bool) int {
	n := 0
	for _, r := range rules {
		if is(r) {
			n++
		}
	}
	return n
}

// lacks is true of a column that is not in the file, on a sheet that has rows.
func (p *Pass) lacks(n Need) bool {
	first := workbook.FindSheet(n.Sheet).First(p.Plan)
	return first != nil && first.Place().SheetName() != "" && !first.Place().Has(n.Heading)
}

// report places a problem at a cell of a record.
func (p *Pass) report(s workbook.Source, heading, ref, message, hint string, related ...xlsx.Cell) {
	p.Report(at(s, heading, ref, message, hint, related...))
}

// at makes a problem at a cell of a record.
func at(s workbook.Source, heading, ref, message, hint string, related ...xlsx.Cell) workbook.Problem {
	return workbook.Problem{Cell: s.At(heading), Column: s.Heading(heading), Ref: ref, Message: message, Hint: addColumn(s, heading) + hint, Value: s.Raw(heading), Related: related}
}

// addColumn begins a hint about a cell that the file has no column for: only
// there can be entered what is missing.
func addColumn(s workbook.Source, heading string) string {
	switch {
	case s.SheetName() == "" || s.Has(heading):
		return ""
	case s.Row == 0:
		return "Add a row with " + quote(heading) + " in the first column. "
	}
	return "Add a column headed " + quote(heading) + ". "
}

// sheet is how the file spells a sheet's name.
func (p *Pass) sheet(name string) string { return cmp.Or(p.sheets[name], name) }

// sheetNames learns how the file spells its sheets: from the records, and of a
// sheet without records from its name.
func sheetNames(p *workbook.Plan) map[string]string {
	names := make(map[string]string)
	for _, sheet := range workbook.Sheets {
		for _, typed := range p.SheetOrder {
			if slices.ContainsFunc(append([]string{sheet.Name}, sheet.Aliases...), func(s string) bool { return words.Same(s, typed) }) {
				names[sheet.Name] = typed
				break
			}
		}
	}
	for _, sheet := range workbook.Sheets {
		for _, r := range sheet.Records(p) {
			if name := r.Place(); name.SheetName() != "" {
				names[sheet.Name] = name.SheetName()
				break
			}
		}
	}
	return names
}

// countRecords counts the rows of every sheet that says something of the
// plan: not the sheet Plan, which is one, nor the key.
func countRecords(p *workbook.Plan) []Counted {
	var list []Counted
	for _, s := range workbook.Sheets {
		if !s.Fields && s.Name != workbook.SheetKey {
			list = append(list, Counted{s.Name, s.Count(p)})
		}
	}
	return list
}
