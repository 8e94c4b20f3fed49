package html

import (
	"html/template"
	"regexp"
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/workbook"
)

// words are what the templates call.
var words = template.FuncMap{
	"look": look, "known": known, "patterned": patterned, "word": word, "order": order,
	"lines": lines, "given": orMissing, "emphasised": emphasised, "either": either, "refAnd": refAnd,
	"fields": exceptionFields, "commented": commented, "grouped": grouped,
	"bar": newBar, "parts": parts, "join": strings.Join,
}

// look is the name of a meaning in the style sheet and of its shape.
func look(m workbook.Meaning) string {
	if !known(m) {
		return "unknown"
	}
	return strings.ReplaceAll(m.String(), " ", "-")
}

// known meanings have a shape.
func known(m workbook.Meaning) bool { return m != workbook.MeaningUnknown }

// patterned meanings have lines across their fill, so that they can be told in
// grey; words on them stand on a plate.
func patterned(m workbook.Meaning) bool { return m == workbook.AtRisk || m == workbook.Withdrawn }

func word(s report.Status) string {
	if s.Word == "" {
		return "No status"
	}
	return s.Word
}

// severity orders statuses where a table is sorted by them: worst first, as
// comparisons do.
var severity = []workbook.Meaning{
	workbook.MeaningUnknown, workbook.OffTrack, workbook.AtRisk, workbook.NotStarted,
	workbook.OnTrack, workbook.Delivered, workbook.Embedded, workbook.Withdrawn,
}

func order(m workbook.Meaning) int { return slices.Index(severity, m) }

// lines are a text's own lines, without empty ones.
func lines(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// given is a text, or what is printed in bold where there is none: the gap is
// the news.
type given struct {
	Text    string
	Missing bool
}

func orMissing(text, missing string) given {
	if strings.TrimSpace(text) == "" {
		return given{missing, true}
	}
	return given{text, false}
}

func emphasised(text string, bold bool) given { return given{text, bold} }

func either(is bool, yes, no any) any {
	if is {
		return yes
	}
	return no
}

// refAnd puts a ref before a name. Either may be missing.
func refAnd(ref, name string) string { return strings.TrimSpace(ref + " " + name) }

// part is a paragraph or a list of a text that a template words itself.
type part struct {
	Words string
	Items []string
}

// parts reads such a text: a blank line ends a paragraph, and lines that begin
// with a hyphen are a list.
func parts(text string) []part {
	var all []part
	last := func() *part {
		if len(all) == 0 {
			all = append(all, part{})
		}
		return &all[len(all)-1]
	}
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		item, isItem := strings.CutPrefix(line, "- ")
		switch {
		case line == "":
			all = append(all, part{})
		case isItem:
			if last().Words != "" {
				all = append(all, part{})
			}
			last().Items = append(last().Items, item)
		case len(last().Items) > 0:
			n := len(last().Items) - 1
			last().Items[n] += " " + line
		default:
			last().Words = strings.TrimSpace(last().Words + " " + line)
		}
	}
	return slices.DeleteFunc(all, func(p part) bool { return p.Words == "" && len(p.Items) == 0 })
}

// line is a term and what it says; where it says nothing, that in bold.
type line struct {
	Term  string
	Given given
}

// Gaps are lines with their gaps shown.
func (p *page) Gaps(lines []report.Line) []line {
	var out []line
	for _, l := range lines {
		missing := "Not given"
		if l.Term == "Owner" {
			missing = "No owner"
		}
		out = append(out, line{l.Term, orMissing(l.Text, missing)})
	}
	return out
}

// Owner is who answers for an area. One in the exempt part is left out on
// purpose, which is no gap.
func (p *page) Owner(a *report.Area) given {
	if a.Exempt && a.Owner == "" {
		return given{"In the exempt part", false}
	}
	return orMissing(a.Owner, "No owner")
}

// A record is everything on one action or finding in a block of its own; its
// status is a tag, or words where it is a finding's.
type record struct {
	heading
	Status *report.Status
	State  string
	Flags  string
	Says   string
	Lines  []line
}

// ActionRecord is one action.
func (p *page) ActionRecord(a *report.ActionRecord, level int) record {
	return record{heading: heading{level, p.Claim(a.ID), refAnd(a.Ref, a.Name)}, Status: &a.Status,
		Flags: strings.Join(a.Flags, ". "), Lines: p.Gaps(a.Lines)}
}

// FindingRecord is one finding of a visit.
func (p *page) FindingRecord(f report.FindingPosition) record {
	return record{heading: heading{3, "", f.Heading}, State: f.State, Says: f.Text, Lines: p.Gaps(f.Lines)}
}

// A heading is at a level that depends on where it stands.
type heading struct {
	Level    int
	ID, Text string
}

// H makes a heading.
func (p *page) H(level int, id, text string) heading { return heading{level, id, text} }

// A listing is a table of records, with the columns that stand.
type listing struct {
	page    *page
	Name    string
	columns func(string) bool
	Rows    any
}

// Keeps says whether a column stands.
func (l listing) Keeps(column string) bool { return l.columns(column) }

// FindingsOf is the table of a section.
func (v view) FindingsOf(rows []report.Finding) listing {
	return listing{v.page, v.S.Heading, v.Keeps, rows}
}

// FindingsOfArea are those behind one area.
func (p *page) FindingsOfArea(rows []report.Finding) listing {
	return listing{p, "Findings behind it", func(c string) bool { return c != "area" && c != "status" }, rows}
}

// OwnerTable is one part of an owner's page. Its name says whose it is.
func (v view) OwnerTable(owner, heading string, rows []report.OwnerRow) listing {
	return listing{v.page, owner + ": " + heading, v.Keeps, rows}
}

// Claim gives an anchor to a row, as the page does.
func (l listing) Claim(id string) string { return l.page.Claim(id) }

// RisksOf is the table of a section.
func (v view) RisksOf(rows []report.Risk) listing {
	return listing{v.page, v.S.Heading, v.Keeps, rows}
}

// RisksOfArea are those of one area.
func (p *page) RisksOfArea(rows []report.Risk) listing {
	return listing{p, "Risks", func(string) bool { return true }, rows}
}

// panels are measures under a heading of a level.
type panels struct {
	page  *page
	Level int
	Items []*report.Measure
}

// PanelsOf makes a panel of each measure; their headings have the level.
func (p *page) PanelsOf(items []*report.Measure, level int) panels { return panels{p, level, items} }

// WithTables says that readings are shown under the charts.
func (s panels) WithTables() bool { return s.page.readingsUnderCharts() }

// Number counts the charts of the page.
func (s panels) Number() int {
	s.page.charts++
	return s.page.charts
}

// Chart draws a measure.
func (s panels) Chart(m *report.Measure, number int) chart { return newChart(m, number) }

// H makes a heading.
func (s panels) H(level int, id, text string) heading { return heading{level, id, text} }

// readingsUnderCharts: all readings stand under their own charts; only a page
// without that section of charts has them by themselves.
func (p *page) readingsUnderCharts() bool { return p.Has("readings") && p.Has("measures") }

// field is one line of an exception. Value is what a table sorts by, "" for
// the words.
type field struct {
	Term  string
	Given given
	Value string
}

func exceptionFields(a *report.Action) []field {
	return []field{
		{"Owner", orMissing(a.Owner, "No owner"), ""},
		{"Date", orMissing(a.DateWords, "No date"), a.EffectiveDue.String()},
		{"Why", orMissing(a.Why, "Not given"), ""},
		{"Recovery", orMissing(a.Recovery, "Not given"), ""},
		{"For children", orMissing(a.ForChildren, "Not given"), ""},
	}
}

// commented says whether any reading has a comment.
func commented(m *report.Measure) bool {
	return slices.ContainsFunc(m.Readings, func(r report.Reading) bool { return r.Comment != "" })
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

// ShapesUsed are the meanings that the area table shows shapes of.
func (p *page) ShapesUsed() []workbook.Meaning {
	if !p.ShowShapes || p.AreasNote == "" {
		return nil
	}
	shown := map[workbook.Meaning]bool{}
	for _, a := range p.Areas {
		for _, m := range a.Marks {
			shown[m.Meaning] = true
		}
	}
	var used []workbook.Meaning
	for _, m := range append(slices.Clone(workbook.Meanings), workbook.MeaningUnknown) {
		if shown[m] {
			used = append(used, m)
		}
	}
	return used
}

// Done is what the area table sorts by in its column: the share that is done.
func (p *page) Done(a *report.Area) int { return 1000 * a.Done / max(1, a.Total) }

// WithReadings are the measures that have been read at least once, where their
// readings are not shown under the charts.
func (p *page) WithReadings() []*report.Measure {
	if p.readingsUnderCharts() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.Measures.Items), func(m *report.Measure) bool { return len(m.Readings) == 0 })
}

// mostProblems is how many problems the paper lists; the tracker lists all.
const mostProblems = 40

// Problems are the errors and warnings; advice is for those who keep the
// workbook.
func (p *page) Problems() []report.ProblemLine {
	all := p.problems()
	return all[:min(mostProblems, len(all))]
}

// MoreProblems says that there are some which are not listed.
func (p *page) MoreProblems() bool { return len(p.problems()) > mostProblems }

func (p *page) problems() []report.ProblemLine {
	return slices.DeleteFunc(slices.Clone(p.Quality.Problems), func(l report.ProblemLine) bool {
		return l.Severity == workbook.Advice.String()
	})
}

// contact is whom to ask for another format; an e-mail address in it is a link.
type contact struct{ Before, Mail, After string }

var mail = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// ContactParts is nil where no contact is given.
func (p *page) ContactParts() *contact {
	text := strings.TrimSpace(p.Contact)
	if text == "" {
		return nil
	}
	at := mail.FindStringIndex(text)
	if at == nil {
		return &contact{Before: text}
	}
	return &contact{text[:at[0]], text[at[0]:at[1]], text[at[1]:]}
}
