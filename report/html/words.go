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
	"bar": newBar, "chart": newChart,
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

// WithReadings are the measures that have been read at least once.
func (p *page) WithReadings() []*report.Measure {
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
