// Package madeup makes up plans, as many as are asked for, of varied quality,
// status words and headings: what a comparison of all the country's plans
// would meet. They bear the names of authorities so that regions can be told,
// and nothing in them is true. Only tests use it, and no file of it is kept.
package madeup

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/templates"
	"actionplan/workbook"
)

// AsOf is the date that the made-up plans stand at.
var AsOf = workbook.MustDate("2026-09-30")

// Most is how many different plans there are: one for each authority.
func Most() int { return len(authorities()) }

func authorities() []string {
	lines := strings.Split(strings.TrimSpace(templates.Regions), "\n")[1:]
	for i, l := range lines {
		lines[i], _, _ = strings.Cut(l, ",")
	}
	return lines
}

// Name is what the workbook of plan i is called.
func Name(i int) string { return fmt.Sprintf("plan-%03d.xlsx", i+1) }

// Workbook is made-up plan i with so many actions, as it was some months
// before AsOf. The same numbers give the same plan, if not the same bytes.
func Workbook(i, actions, monthsBefore int) ([]byte, error) {
	m := &maker{rand: rand.New(rand.NewPCG(2026, uint64(i))), i: i, at: AsOf.Add(-30 * monthsBefore), quality: i % 5,
		words: vocabularies[i%len(vocabularies)], file: excelize.NewFile()}
	m.plan(authorities()[i%Most()])
	m.key()
	m.visits()
	areas := 3 + i%5
	m.areas(areas)
	m.findings(areas)
	m.actions(actions, areas, monthsBefore)
	m.measures(areas)
	m.people()
	if m.err != nil {
		return nil, m.err
	}
	if err := m.file.DeleteSheet("Sheet1"); err != nil {
		return nil, err
	}
	data, err := m.file.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return data.Bytes(), nil
}

// vocabulary is status words in the order not started, on track, at risk, off
// track, delivered, embedded, withdrawn.
type vocabulary []string

var vocabularies = []vocabulary{
	{"Not started", "On track", "At risk", "Off track", "Delivered", "Embedded", "Withdrawn"},
	{"White", "Green", "Amber", "Red", "Blue", "Purple", "Grey"},
	{"Not yet begun", "On target", "Some slippage", "Significant delay", "Complete", "Complete and evidenced", "No longer needed"},
	{"To do", "In progress", "Concern", "Stuck", "Done", "Business as usual", "Dropped"},
}

type maker struct {
	rand    *rand.Rand
	i       int
	at      workbook.Date
	quality int // 0 the best to 4 the worst
	words   vocabulary
	file    *excelize.File
	err     error
}

// slip is true the more often the worse the plan is kept.
func (m *maker) slip(percent int) bool { return m.rand.IntN(100) < percent*m.quality/2 }

func pick[T any](m *maker, list []T) T { return list[m.rand.IntN(len(list))] }

// sheet writes rows below headings, which are the sheet's own or, in every
// third plan, names that staff use for them.
func (m *maker) sheet(name string, headings []string, rows [][]any) {
	if m.err != nil {
		return
	}
	if _, m.err = m.file.NewSheet(name); m.err != nil {
		return
	}
	out, err := m.file.NewStreamWriter(name)
	if err != nil {
		m.err = err
		return
	}
	head := make([]any, len(headings))
	for i, h := range headings {
		head[i] = h
		if sheet := workbook.FindSheet(name); m.i%3 == 1 && !sheet.Fields && name == workbook.SheetActions {
			if aliases := sheet.Column(h).Aliases; len(aliases) > 0 && h != workbook.ColArea {
				head[i] = aliases[0]
			}
		}
	}
	for r, row := range append([][]any{head}, rows...) {
		if err := out.SetRow(fmt.Sprintf("A%d", r+1), row); err != nil {
			m.err = err
			return
		}
	}
	m.err = out.Flush()
}

func (m *maker) plan(organisation string) {
	rows := [][]any{
		{workbook.FieldOrganisation, organisation},
		{workbook.FieldTitle, "Children's services improvement plan"},
		{workbook.FieldBoard, "Improvement board"},
	}
	if !m.slip(40) {
		rows = append(rows, []any{workbook.FieldSRO, "Director of children's services"})
	}
	m.sheet(workbook.SheetPlan, []string{"Field", "Value"}, rows)
}

func (m *maker) key() {
	if m.i%len(vocabularies) == 0 {
		return // the meanings are the words
	}
	var rows [][]any
	for i, meaning := range workbook.KeyOrder {
		rows = append(rows, []any{m.words[i], meaning.String(), meaning.Definition()})
	}
	m.sheet(workbook.SheetKey, []string{workbook.ColWord, workbook.ColMeans, workbook.ColDefinition}, rows)
}

func (m *maker) visits() {
	received := m.at.Add(-40 - m.rand.IntN(500))
	m.sheet(workbook.SheetVisits, []string{workbook.ColRef, workbook.ColKind, workbook.ColTitle, workbook.ColStarted, workbook.ColEnded, workbook.ColLetterDated, workbook.ColLetterReceived}, [][]any{
		{"V1", workbook.KindInspection, "Inspection of children's services", received.Add(-60).String(), received.Add(-50).String(), received.Add(-1).String(), received.String()},
	})
}

var themes = []string{"Management oversight and supervision", "Children's records and plans", "Response to risk outside the home", "Placement sufficiency",
	"Help and support for care leavers", "Timeliness of assessments", "The voice of children", "Workforce stability", "Quality assurance and audit"}

func (m *maker) areas(n int) {
	var rows [][]any
	for a := range n {
		owner := pick(m, posts)
		if m.slip(15) {
			owner = ""
		}
		rows = append(rows, []any{fmt.Sprintf("A%d", a+1), themes[(m.i+a)%len(themes)], "Children are safer because of it", owner, m.at.Add(200).String()})
	}
	m.sheet(workbook.SheetAreas, []string{workbook.ColRef, workbook.ColAreaName, workbook.ColAreaOutcome, workbook.ColAccountable, workbook.ColTargetDate}, rows)
}

var concerns = []string{
	"Managers do not oversee decisions about children often enough", "Supervision of social workers is not regular and does not reflect on practice",
	"Children's plans are not specific and have no clear timescales", "Assessments are not completed in a timely way",
	"The voice of children is not heard in plans and reviews", "Care leavers do not get the help and support that they need",
	"Too many children wait for a suitable placement", "Audit does not tell leaders about the quality of practice", "The response to children at risk of exploitation is not consistent",
}

func (m *maker) findings(areas int) {
	var rows [][]any
	for f := range 8 + m.i%9 {
		kind := pick(m, []string{workbook.KindImprovementNeeded, workbook.KindConcern, workbook.KindConcern, workbook.KindStrength})
		rows = append(rows, []any{fmt.Sprintf("F%d", f+1), "V1", kind, pick(m, concerns), fmt.Sprintf("A%d", f%areas+1)})
	}
	m.sheet(workbook.SheetFindings, []string{workbook.ColRef, workbook.ColVisit, workbook.ColKind, workbook.ColFinding, workbook.ColAreas}, rows)
}

var posts = []string{"Head of safeguarding", "Head of care", "Principal social worker", "Head of early help", "Service manager, courts", "Performance lead"}

var doings = []string{"Hold supervision with every social worker each month", "Write a chronology for every child in care", "Train managers to give clear direction on the record",
	"Bring the backlog of assessments to nothing", "Ask children what they think of their plan", "Open two homes for children who wait for one", "Audit forty records each month and tell teams what was found"}

func (m *maker) actions(n, areas, monthsBefore int) {
	rows := make([][]any, 0, n)
	for a := range n {
		due := AsOf.Add(m.rand.IntN(500) - 200)
		status := m.words[m.rand.IntN(len(m.words))]
		roll, ready := m.rand.IntN(100), m.rand.IntN(7)
		if due.Before(m.at) && roll < 70-10*m.quality {
			status = m.words[4+roll%2]
		}
		if ready < monthsBefore { // it was behind what it has come to since
			status = m.words[1+a%3]
		}
		owner, date, moved, measure := pick(m, posts), due.String(), "", "M1"
		if m.slip(12) {
			owner = ""
		}
		if m.slip(8) {
			date = pick(m, []string{"31/02/2026", "ongoing", ""})
		}
		if m.slip(4) {
			status = "Mauve"
		}
		if m.rand.IntN(6) == 0 {
			moved = due.Add(45).String()
		}
		if m.slip(20) {
			measure = ""
		}
		finding := ""
		if !m.slip(30) {
			finding = fmt.Sprintf("F%d", 1+m.rand.IntN(8))
		}
		rows = append(rows, []any{fmt.Sprintf("%d.%d", a%areas+1, a/areas+1), fmt.Sprintf("A%d", a%areas+1), finding, fmt.Sprintf("%s, part %d", pick(m, doings), a+1),
			owner, due.Add(-150).String(), date, moved, status, m.at.Add(-m.rand.IntN(90)).String(), measure})
	}
	m.sheet(workbook.SheetActions, []string{workbook.ColRef, workbook.ColArea, workbook.ColFindings, workbook.ColAction, workbook.ColOwner, workbook.ColStart, workbook.ColDue,
		workbook.ColRevisedDue, workbook.ColStatus, workbook.ColUpdated, workbook.ColSuccessMeasure}, rows)
}

var measured = []struct {
	name, unit, better string
	england            float64
}{
	{"Assessments completed within 45 working days", "%", workbook.HigherBetter, 83}, {"Re-referrals within 12 months", "%", workbook.LowerBetter, 22},
	{"Children in care with an up-to-date health assessment", "%", workbook.HigherBetter, 89}, {"Social worker turnover", "%", workbook.LowerBetter, 16},
}

func (m *maker) measures(areas int) {
	var rows, readings [][]any
	for k, x := range measured[:2+m.i%3] {
		ref, value := fmt.Sprintf("M%d", k+1), x.england+float64(m.rand.IntN(30)-18)
		rows = append(rows, []any{ref, fmt.Sprintf("A%d", k%areas+1), x.name, x.unit, x.better, value, m.at.Add(-300).String(), x.england + 5, m.at.Add(200).String(), x.england, x.england + float64(m.rand.IntN(5)-2)})
		of := 60 + m.rand.IntN(400)
		for r := range 6 {
			value = min(max(value+float64(m.rand.IntN(9)-4), 2), 98)
			count := int(value*float64(of)/100 + 0.5)
			readings = append(readings, []any{ref, m.at.Add(-30 * (6 - r)).String(), float64(int(1000*float64(count)/float64(of)+0.5)) / 10, count, of})
		}
	}
	m.sheet(workbook.SheetMeasures, []string{workbook.ColRef, workbook.ColArea, workbook.ColMeasure, workbook.ColUnit, workbook.ColBetterWhen, workbook.ColBaseline, workbook.ColBaselineDate,
		workbook.ColTarget, workbook.ColTargetDate, workbook.ColEngland, workbook.ColNeighbours}, rows)
	m.sheet(workbook.SheetReadings, []string{workbook.ColMeasure, workbook.ColPeriodEnd, workbook.ColValue, workbook.ColNumerator, workbook.ColDenominator}, readings)
}

func (m *maker) people() {
	var rows [][]any
	for _, post := range append([]string{"Director of children's services"}, posts...) {
		rows = append(rows, []any{post, post, "The council"})
	}
	m.sheet(workbook.SheetPeople, []string{workbook.ColName, workbook.ColRole, workbook.ColBody}, rows)
}
