package paper

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook"
	"actionplan/workbook/words"
)

// quality is how the figures were checked: which file they come from, what is
// wrong with it, and what somebody has looked at and answers for.
func (c *composer) quality() []block.Block {
	q := c.brief.Quality
	var blocks []block.Block
	for _, s := range q.Sentences {
		blocks = append(blocks, sentence(s))
	}
	if from := provenance(q); len(from) > 0 {
		blocks = append(blocks, terms(block.Details, from))
	}
	if !c.says("problems") {
		blocks = append(blocks, c.problemsListed(q.Problems, true)...)
		blocks = append(blocks, c.waived(q.Waived)...)
	}
	if c.tellsEarly() {
		return blocks
	}
	return append(blocks, c.contact()...)
}

// problems are the cells that need attention, and what was looked at and
// accepted, where a paper has them apart from how the figures were checked.
func (c *composer) problems() []block.Block {
	q := c.brief.Quality
	return append(c.problemsListed(q.Problems, false), c.waived(q.Waived)...)
}

// closing is the end of a paper without that section: whom to ask for it in
// another format, which every paper says.
func (c *composer) closing() []block.Section {
	contact := c.contact()
	if contact == nil {
		return nil
	}
	return []block.Section{{Name: closingName, Blocks: contact}}
}

const closingName = "closing"

var mail = words.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// contact is whom to ask for another format; an e-mail address in it is a link.
func (c *composer) contact() []block.Block {
	whom := strings.TrimSpace(c.brief.Contact)
	if whom == "" {
		return nil
	}
	runs := text("For this paper in another format, ask: " + whom)
	if at := mail.FindStringIndex(whom); at != nil {
		address := whom[at[0]:at[1]]
		runs = []block.Run{{Text: "For this paper in another format, ask: " + whom[:at[0]]},
			{Text: address, Link: &block.Link{URI: "mailto:" + address, Says: "Write to " + address}}}
		if rest := whom[at[1]:]; rest != "" {
			runs = append(runs, block.Run{Text: rest})
		}
	}
	return []block.Block{block.Para{Runs: runs, As: block.Closing}}
}

// tellsBelow says whether a section, the key or the table of statuses that is one, is
// where a paper says whom to ask for another format: who needs that does not read on
// to its end. A paper of one side says it there.
func (c *composer) tellsBelow(section string) bool {
	return !c.layout.OneSide && (section == "key" || section == "status" && !c.says("key"))
}

func (c *composer) tellsEarly() bool {
	return slices.ContainsFunc(c.layout.Sections, func(s report.Section) bool { return c.tellsBelow(s.Kind) })
}

// belowKey says that a paper's annex is a file of its own, where it is one, and whom
// to ask for another format.
func (c *composer) belowKey() []block.Block {
	var runs []block.Run
	if len(c.layout.Apart) > 0 {
		runs = text("This paper's annex is a file of its own.")
	}
	for _, b := range c.contact() {
		if len(runs) > 0 {
			runs = append(runs, block.Run{Text: " "})
		}
		runs = append(runs, b.(block.Para).Runs...)
	}
	if len(runs) == 0 {
		return nil
	}
	return []block.Block{block.Para{Runs: runs, As: block.Note}}
}

func provenance(q report.Quality) []report.Line {
	var from []report.Line
	if q.File != "" {
		from = append(from, report.Line{Term: "Workbook", Text: q.File})
	}
	if q.SHA256 != "" {
		from = append(from, fingerprint(q.SHA256))
	}
	return from
}

// fingerprint is what a workbook's bytes come to, and in a sentence what for.
func fingerprint(sha256 string) report.Line {
	return report.Line{Term: "SHA-256", Text: grouped(sha256) + "\nThis is the workbook's fingerprint: another copy has the same one only if nothing in it has been changed."}
}

// grouped puts a space after every eight digits, so that two long numbers can
// be compared by eye.
func grouped(digits string) string {
	var out []byte
	for i := range len(digits) {
		if i > 0 && i%8 == 0 {
			out = append(out, ' ')
		}
		out = append(out, digits[i])
	}
	return string(out)
}

// isError is 1 for an error.
func isError(p report.ProblemLine) int {
	if p.Severity == workbook.Error.String() {
		return 1
	}
	return 0
}

// allProblems is up to how many problems the paper lists all; of more it lists the errors
// and some of every sheet, fewer where a long plan leaves less room. The tracker lists all.
const allProblems = 40

// allErrors is up to how many errors are all listed, however many problems there are.
const allErrors = 100

func (c *composer) mostProblems() int {
	if len(c.brief.Actions) > 100 {
		return 8
	}
	return 24
}

// problemsListed lists errors and then warnings; advice is for those who keep the workbook.
func (c *composer) problemsListed(all []report.ProblemLine, headed bool) []block.Block {
	listed := slices.DeleteFunc(slices.Clone(all), func(p report.ProblemLine) bool { return p.Severity == workbook.Advice.String() })
	if len(listed) == 0 {
		return notes(elsewhere(nil, all))
	}
	found := all
	slices.SortStableFunc(listed, func(x, y report.ProblemLine) int { return isError(y) - isError(x) })
	const heading = "What needs attention in the workbook"
	all = listed
	if len(all) > allProblems {
		listed = ofEverySheet(all, c.mostProblems())
	}
	t := problemsTable(heading, listed)
	t.give("rule", "wrong")
	made := c.closeInAnnex(t.Table)
	c.balance(made)
	blocks := []block.Block{made}
	if headed {
		blocks = append([]block.Block{groupHeading(heading)}, blocks...)
	}
	return append(blocks, notes(elsewhere(listed, found))...)
}

// elsewhere says how many of all problems a list has, and of which kinds the others are,
// which only the tracker names; "" where the list has all.
func elsewhere(listed, all []report.ProblemLine) string {
	var kinds []string
	n := 0
	for _, k := range []struct{ severity, one, many string }{
		{workbook.Error.String(), "error", "errors"}, {workbook.Warning.String(), "warning", "warnings"}, {workbook.Advice.String(), "piece of advice", "pieces of advice"},
	} {
		left := 0
		for _, p := range all {
			if p.Severity == k.severity {
				left++
			}
		}
		for _, p := range listed {
			if p.Severity == k.severity {
				left--
			}
		}
		if left > 0 {
			n += left
			kinds = append(kinds, words.Count(left, k.one, k.many))
		}
	}
	const where = " on the tracker's Problems sheet"
	switch {
	case n == 0:
		return ""
	case len(kinds) == 1 && strings.Contains(kinds[0], "advice"):
		return words.Capital(kinds[0]) + " " + words.Are(n) + where + ", not here."
	}
	return words.Digits(len(listed)) + " of " + words.Digits(len(all)) + " are listed here, errors first. The others, " + words.And(kinds) + ", are" + where + "."
}

// ofEverySheet are so many of a list, in its order: the errors, then of each sheet in
// turn. An error counts for more than the room that it takes.
func ofEverySheet(all []report.ProblemLine, most int) []report.ProblemLine {
	errors := 0
	for _, p := range all {
		errors += isError(p)
	}
	most = max(most, min(errors, allErrors))
	turns, taken := map[string]int{}, make([]int, len(all)) // which of its sheet each is
	for i, p := range all {
		if isError(p) == 0 {
			turns[p.Sheet]++
			taken[i] = turns[p.Sheet]
		}
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return taken[a] - taken[b] })
	chosen := slices.Sorted(slices.Values(order[:min(most, len(order))]))
	list := make([]report.ProblemLine, len(chosen))
	for i, at := range chosen {
		list[i] = all[at]
	}
	return list
}

// problemsTable has every column that some paper prints of problems.
func problemsTable(caption string, list []report.ProblemLine) *listing {
	t := newListing("problems", caption, "cell",
		block.Column{Name: "cell", Title: "Cell, ref, kind", Width: 32},
		block.Column{Name: "wrong", Title: "What is wrong", Width: 40},
		block.Column{Name: "fix", Title: "How to fix it", Width: 64},
		block.Column{Name: "rule", Title: "Rule", Width: 34},
	)
	for _, p := range list {
		t.add(block.Row{Continued: cmp.Or(p.Place, workbookAsPlace) + ", continued"},
			problemCell(p), plain(p.Message), plain(cmp.Or(p.Hint, "–")), plain(p.Rule))
	}
	return t
}

// workbookAsPlace is where a problem of no one cell is.
const workbookAsPlace = "Workbook"

// problemCell is where a problem is, on what, and how serious it is.
func problemCell(p report.ProblemLine) block.Cell {
	made := strong(cmp.Or(p.Place, workbookAsPlace))
	if said := strings.Trim(p.Ref+", "+p.Severity, ", "); said != "" {
		made.Blocks = append(made.Blocks, block.Para{Runs: text(said)})
	}
	return made
}

func (c *composer) waived(found []report.ProblemLine) []block.Block {
	if len(found) == 0 {
		return nil
	}
	const heading = "Looked at and accepted"
	t := waivedTable(heading, found)
	t.give("covers", "found")
	return []block.Block{groupHeading(heading), c.closeInAnnex(t.Table)}
}

// waivedTable has every column that some paper prints of what somebody answers
// for.
func waivedTable(caption string, found []report.ProblemLine) *listing {
	t := newListing("waived", caption, "cell",
		block.Column{Name: "cell", Title: "Cell", Width: 26},
		block.Column{Name: "found", Title: "What was found", Width: 44},
		block.Column{Name: "covers", Title: "What is waived", Width: 36},
		block.Column{Name: "why", Title: "Why it stands", Width: 37},
		block.Column{Name: "who", Title: "Who answers for it", Width: 27},
	)
	for _, p := range found {
		place := cmp.Or(p.Place, p.Ref, workbookAsPlace)
		t.add(block.Row{Continued: place + ", continued"},
			strong(place), plain(p.Message), plain(p.Waives), given(p.WaivedWhy, notGiven), given(p.WaivedBy, notGiven))
	}
	return t
}
