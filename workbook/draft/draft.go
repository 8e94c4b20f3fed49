// Package draft makes of inspectors' letters the workbook that a plan begins
// with, or adds letters to a plan: visits, areas and findings in their places,
// and the whole text of every letter beside the rows that were made from it.
// Owners, actions and dates are left to people.
package draft

import (
	"fmt"
	"strings"
	"time"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/letter"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Log says what was made.
type Log struct {
	Letters []LetterLog // in date order
	Notes   []string    // sentences: what a letter contradicts itself in, what was left as it stood
	Areas   int         // areas that are new
}

// LetterLog is what was made of one letter.
type LetterLog struct {
	File     string
	Visit    string // its ref
	Title    string // kind and dates, in words
	Kinds    map[letter.Kind]int
	Doubtful int // rows whose cues are weak
	Known    int // findings that stood in the plan already
}

// Rows is how many findings are new.
func (l LetterLog) Rows() int {
	n := 0
	for _, count := range l.Kinds {
		n += count
	}
	return n
}

// Columns that a draft adds to Findings. Nothing reads them.
const (
	colConfidence = "Confidence"
	colCues       = "Cue words"
	pleaseCheck   = "Please check"
	clearCues     = "Clear"
)

var extraColumns = []blank.Extra{
	{Heading: colConfidence, Width: 15, Mark: pleaseCheck, Help: "How sure the draft is of the kind. Please check means: read the sentence in the letter and decide. You may delete this column."},
	{Heading: colCues, Width: 34, Help: "The words by which the draft decided the kind; those with a plus tell of progress. Nothing reads this column: you may delete it."},
}

// Workbook makes a plan's workbook of letters of one organisation. Letters may
// be in any order. The same letters give the same bytes. The error is a
// sentence for the user.
func Workbook(letters []*letter.Letter) ([]byte, *Log, error) {
	letters, err := ordered(letters)
	if err != nil {
		return nil, nil, err
	}
	d := newDraft(letters)
	d.areas = letter.MakeAreas(letters, nil)
	d.records()
	content := &blank.Content{
		Rows: map[string][]blank.ContentRow{
			workbook.SheetPlan: d.planFields(), workbook.SheetVisits: d.visits, workbook.SheetAreas: d.areaRows, workbook.SheetFindings: d.findings,
		},
		Extra: map[string][]blank.Extra{workbook.SheetFindings: extraColumns},
		Notes: []string{"This workbook was drafted from " + words.And(fileNames(letters)) + ". Read the findings against the letters, join and rename areas, then fill in owners, actions and dates."},
	}
	for i, row := range d.findings {
		d.rowOf[row[workbook.ColRef]] = i + 2
	}
	data, err := blank.Write(content, blank.Options{})
	if err != nil {
		return nil, nil, fmt.Errorf("the letters are too long for a workbook: %w", err)
	}
	data, err = xlsx.AddSheets(data, d.sheets(workbook.SheetFindings)...)
	return data, d.log, err
}

func fileNames(letters []*letter.Letter) []string {
	var names []string
	for _, l := range letters {
		names = append(names, l.Name)
	}
	return names
}

// draft is a workbook on its way.
type draft struct {
	letters  []*letter.Letter
	areas    []letter.Area
	refs     refs
	visitOf  []string       // ref of each letter's visit
	areaOf   []string       // ref of each area
	refOf    [][]string     // ref of each letter's findings; "" of those that are left out
	rowOf    map[string]int // row of each finding's ref
	visits   []blank.ContentRow
	areaRows []blank.ContentRow
	findings []blank.ContentRow
	taken    []string // names of sheets
	log      *Log

	known func(letter int, f letter.Finding) string // ref of a finding that stands in the plan, "" for none
}

func newDraft(letters []*letter.Letter) *draft {
	return &draft{letters: letters, refs: refs{}, visitOf: make([]string, len(letters)), refOf: make([][]string, len(letters)), rowOf: map[string]int{}, log: &Log{},
		known: func(int, letter.Finding) string { return "" }}
}

// refs gives out refs that nothing has yet: the highest number by prefix.
type refs map[string]int

func (r refs) next(prefix string) string {
	r[prefix]++
	return fmt.Sprint(prefix, r[prefix])
}

// taken notes a ref that is there already.
func (r refs) taken(prefix, ref string) {
	var n int
	if _, err := fmt.Sscanf(strings.ToUpper(ref), prefix+"%d", &n); err == nil && n > r[prefix] {
		r[prefix] = n
	}
}

// records makes the rows of the three sheets.
func (d *draft) records() {
	for i, l := range d.letters {
		if !l.Known && d.visitOf[i] == "" {
			d.visit(i)
		}
	}
	for i := len(d.areaOf); i < len(d.areas); i++ {
		d.area(d.areas[i])
	}
	for i, l := range d.letters {
		if !l.Known {
			d.findingsOf(i)
		}
	}
}

func (d *draft) visit(i int) {
	l, ref := d.letters[i], d.refs.next("V")
	d.visitOf[i] = ref
	f := l.Facts
	d.visits = append(d.visits, blank.ContentRow{
		workbook.ColRef: ref, workbook.ColKind: f.Kind, workbook.ColTitle: visitTitle(l), workbook.ColNumber: number(f.Number),
		workbook.ColStarted: iso(f.Started), workbook.ColEnded: iso(f.Ended), workbook.ColLetterDated: iso(f.Dated),
		workbook.ColFramework: f.Framework, workbook.ColOutcome: f.Outcome, workbook.ColScope: f.Scope,
	})
}

// visitTitle is the letter's own title, or its first line of some length.
func visitTitle(l *letter.Letter) string {
	if l.Facts.Title != "" {
		return l.Facts.Title
	}
	for _, p := range l.Passages {
		if len(strings.Fields(p.Text)) > 3 {
			return words.ClipWords(p.Text, 120)
		}
	}
	return l.Name
}

func (d *draft) area(a letter.Area) {
	ref := d.refs.next("A")
	d.areaOf = append(d.areaOf, ref)
	var visits []string
	for _, n := range a.Letters {
		visits = append(visits, d.visitOf[n])
	}
	priority := "Improvement"
	if a.Priority {
		priority = workbook.KindPriorityAction
	}
	d.areaRows = append(d.areaRows, blank.ContentRow{workbook.ColRef: ref, workbook.ColAreaName: a.Name,
		workbook.ColVisits: strings.Join(visits, "; "), workbook.ColPartners: a.Responsible, workbook.ColPriority: priority})
	d.log.Areas++
}

func (d *draft) findingsOf(i int) {
	l := d.letters[i]
	log := LetterLog{File: l.Name, Visit: d.visitOf[i], Title: inWords(l.Facts), Kinds: map[letter.Kind]int{}}
	d.refOf[i] = make([]string, len(l.Findings))
	for n, f := range l.Findings {
		if ref := d.known(i, f); ref != "" {
			d.refOf[i][n] = ref
			log.Known++
			continue
		}
		ref := d.refs.next("F")
		d.refOf[i][n] = ref
		d.findings = append(d.findings, d.finding(i, ref, f))
		log.Kinds[f.Kind]++
		if f.Doubtful {
			log.Doubtful++
		}
	}
	d.log.Letters = append(d.log.Letters, log)
	d.log.Notes = append(d.log.Notes, l.Notes...)
}

func (d *draft) finding(i int, ref string, f letter.Finding) blank.ContentRow {
	row := blank.ContentRow{workbook.ColRef: ref, workbook.ColVisit: d.visitOf[i], workbook.ColKind: f.Kind.String(),
		workbook.ColFinding: f.Text, workbook.ColWhere: f.Place(), colConfidence: confidence(f), colCues: cues(f)}
	if f.Area >= 0 {
		row[workbook.ColAreas] = d.areaOf[f.Area]
	}
	var earlier []string
	for _, link := range f.Repeats {
		earlier = append(earlier, d.refOf[link.Letter][link.Finding])
	}
	row[workbook.ColRepeats] = strings.Join(earlier, "; ")
	if f.Restricted {
		row[workbook.ColPublish] = workbook.Restricted
	}
	return row
}

func confidence(f letter.Finding) string {
	if f.Doubtful {
		return pleaseCheck
	}
	return clearCues
}

func cues(f letter.Finding) string {
	if f.Listed {
		return "the letter's own list"
	}
	return strings.Join(f.Cues, "; ")
}

const (
	isoDay  = "2006-01-02"
	longDay = "2 January 2006"
)

func iso(day time.Time) string { return inForm(day, isoDay) }

// inForm writes a day, "" for none.
func inForm(day time.Time, form string) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(form)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// planFields is what the letters say for the Plan sheet: the last that says
// it counts.
func (d *draft) planFields() []blank.ContentRow {
	values := map[string]string{workbook.FieldTitle: "Improvement plan"}
	for _, l := range d.letters {
		f := l.Facts
		if len(f.Organisation) > len(values[workbook.FieldOrganisation]) {
			values[workbook.FieldOrganisation] = f.Organisation
		}
		if judged := judgement(f); judged != "" {
			values[workbook.FieldJudgement] = judged
		}
		if !f.PlanDue.IsZero() {
			values[workbook.FieldDueOverride] = iso(f.PlanDue)
			values[workbook.FieldOverrideReason] = "The letter says: " + f.PlanSentence
		}
	}
	var rows []blank.ContentRow
	for _, c := range workbook.FindSheet(workbook.SheetPlan).Columns {
		if value := values[c.Heading]; value != "" {
			rows = append(rows, blank.ContentRow{blank.HeadingField: c.Heading, blank.HeadingValue: value})
		}
	}
	return rows
}

// judgement is the latest overall judgement that a letter prints, with its
// date. That of an earlier inspection counts only in a letter that judges
// nothing anew: it never stands in for a report's own.
func judgement(f letter.Facts) string {
	judgesAnew := f.Kind != letter.FocusedVisit && f.Kind != letter.MonitoringVisit && f.Kind != letter.AssuranceVisit
	switch {
	case f.Outcome != "" && !f.Ended.IsZero():
		return strings.TrimSuffix(f.Outcome, ".") + ", " + f.Ended.Format("January 2006")
	case f.Outcome != "":
		return f.Outcome
	case judgesAnew:
		return ""
	case f.Previous != "" && f.PreviousDate != "":
		return f.Previous + ", " + f.PreviousDate
	}
	return f.Previous
}

// inWords names a visit by its kind and dates.
func inWords(f letter.Facts) string {
	name := strings.TrimSpace(f.Kind + " " + number(f.Number))
	if name == "" {
		name = "Letter"
	}
	switch {
	case f.Started.IsZero():
		return name
	case f.Started.Equal(f.Ended):
		return name + ", " + f.Started.Format(longDay)
	}
	return name + ", " + f.Started.Format(longDay) + " to " + f.Ended.Format(longDay)
}
