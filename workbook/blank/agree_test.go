package blank_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// TestCheckAgreesOnHoweverItIsWritten fills rows with one cell or two written in
// one of the many ways in which people write, lets LibreOffice work them out,
// and compares Check with check row for row. The same seed gives the same rows.
func TestCheckAgreesOnHoweverItIsWritten(t *testing.T) {
	w := newWritten()
	data := w.book(t)
	live := recalculate(t, map[string][]byte{"written": data})["written"]
	plan, loaded, err := workbook.Load("written.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	found := problemsByRow(check.Run(plan, facts.Derive(plan, workbook.MustDate(writtenAsOf)), loaded, check.Options{}))
	for _, sheet := range []string{workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures} {
		for i, line := range rowsOf(t, live, sheet)[1:] {
			row := i + 2
			if row > len(w.rows[sheet])+1 {
				break
			}
			said := ""
			if len(line) > 1 {
				said = line[1]
			}
			w.agrees(t, sheet, row, said, found[fmt.Sprintf("%s!%d", sheet, row)])
		}
	}
}

// writtenAsOf lies where no date of the rows is near.
const writtenAsOf = "2026-09-30"

// agrees compares what Check says of one row with what check finds there.
func (w *written) agrees(t *testing.T, sheet string, row int, said string, found []workbook.Problem) {
	t.Helper()
	var rules []string
	for _, p := range found {
		rules = append(rules, p.Rule+" at "+p.Column)
	}
	told := fmt.Sprintf("%s row %d, %s: Check says %q, check finds %q", sheet, row, w.changed[fmt.Sprintf("%s!%d", sheet, row)], said, rules)
	if slices.ContainsFunc(found, func(p workbook.Problem) bool { return beyondRows[p.Rule] }) {
		return
	}
	if strings.HasPrefix(said, "OK") != (len(found) == 0) {
		t.Error(told)
		return
	}
	for end, rule := range saidOfCells {
		heading, is := strings.CutSuffix(said, end)
		if is && !slices.ContainsFunc(found, func(p workbook.Problem) bool { return p.Column == heading && slices.Contains(rule, p.Rule) }) {
			t.Error(told)
		}
	}
}

// saidOfCells is what Check says of one cell, after its heading, and the rules
// of check that say the same.
var saidOfCells = map[string][]string{
	" missing":                    {workbook.RuleRequired},
	" is not a real date":         {workbook.RuleDateReal},
	" is not a number":            {workbook.RuleNumberReal},
	" is not on the People sheet": {"owner-known", "owner-single"},
}

// beyondRows are rules that weigh what words say or how figures lie to each
// other, with exceptions. check says them, Check does not; where one holds, what
// hangs on the same words or figures is not judged.
var beyondRows = map[string]bool{"placeholder": true, "figure-impossible": true, "percent-mixed": true, "target-easy": true, "target-date-passed": true}

// problemsByRow is the errors and warnings that a formula of a row can see, by
// sheet and row.
func problemsByRow(result check.Result) map[string][]workbook.Problem {
	found := map[string][]workbook.Problem{}
	for _, p := range result.Problems {
		if p.Severity == workbook.Advice || beyondFormulas[p.Rule] {
			continue
		}
		at := []string{fmt.Sprintf("%s!%d", p.Cell.Sheet, p.Cell.Row)}
		if p.Rule == workbook.RuleRefDuplicate || p.Rule == workbook.RuleRefDangling || p.Rule == workbook.RuleStatusInKey {
			for _, c := range p.Related {
				at = append(at, fmt.Sprintf("%s!%d", c.Sheet, c.Row))
			}
		}
		for _, place := range at {
			found[place] = append(found[place], p)
		}
	}
	return found
}

// written is the content of a workbook in which each row is right but for some
// cells.
type written struct {
	random  *rand.Rand
	rows    map[string][]blank.ContentRow
	typed   map[string]map[string]any // by sheet: cells that hold no words, as edit takes them
	changed map[string]string         // by sheet and row: what was changed
}

func newWritten() *written {
	w := &written{random: rand.New(rand.NewPCG(13, 2026)), typed: map[string]map[string]any{}, changed: map[string]string{}}
	w.rows = faultyContent().Rows
	for _, sheet := range []string{workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures} {
		w.rows[sheet] = nil
	}
	w.rows[workbook.SheetVisits] = append(w.rows[workbook.SheetVisits], blank.ContentRow{workbook.ColRef: "V-2", workbook.ColKind: "Inspection", workbook.ColTitle: "Inspection"})
	add := func(sheet, ref string, more blank.ContentRow) {
		row := blank.ContentRow{workbook.ColRef: ref}
		for _, values := range []blank.ContentRow{rightRows[sheet], more} {
			for heading, value := range values {
				row[heading] = value
			}
		}
		w.rows[sheet] = append(w.rows[sheet], row)
	}
	const areas, findings, actions, measures = 60, 150, 560, 200
	for i := range areas {
		add(workbook.SheetAreas, fmt.Sprintf("A-%d", i+1), blank.ContentRow{workbook.ColVisits: "V1", workbook.ColPriority: "Local"})
	}
	for i := range findings {
		add(workbook.SheetFindings, fmt.Sprintf("F%d", i+1), blank.ContentRow{workbook.ColAreas: "A-1", workbook.ColFinding: fmt.Sprintf("Plans in sample %d are lists of tasks.", i+1)})
	}
	for i := range actions {
		add(workbook.SheetActions, fmt.Sprintf("%d-%d", i/30+1, i%30+1), blank.ContentRow{workbook.ColArea: fmt.Sprintf("A-%d", i%areas+1), workbook.ColFindings: fmt.Sprintf("F%d", i%10+1),
			workbook.ColAction: fmt.Sprintf("A written guide to topic %d in use in every team", i+1), workbook.ColSuccessMeasure: "Families say that they were heard",
			workbook.ColIfItSlips: "A second team joins.", workbook.ColUpdated: ahead, workbook.ColStart: past})
		w.rows[workbook.SheetActions][i][workbook.ColUpdated] = ""
	}
	for i := range measures {
		add(workbook.SheetMeasures, fmt.Sprintf("M%d", i+1), blank.ContentRow{workbook.ColArea: "A-1", workbook.ColMeasure: fmt.Sprintf("Core groups of kind %d on time", i+1)})
	}
	for _, sheet := range []string{workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures} {
		for i := range w.rows[sheet] {
			if sheet == workbook.SheetAreas && i >= areas/2 || sheet == workbook.SheetFindings && i < 10 || i%8 == 7 {
				continue // some rows stay right, and the refs that others use
			}
			w.change(sheet, i)
		}
	}
	return w
}

// change writes one cell of a row in another way, now and then two.
func (w *written) change(sheet string, i int) {
	s := workbook.FindSheet(sheet)
	columns := slices.DeleteFunc(slices.Clone(s.Columns), func(c workbook.Column) bool {
		return !slices.Contains([]workbook.Kind{workbook.Ref, workbook.RefTo, workbook.RefsTo, workbook.RefsOrText, workbook.StatusWord, workbook.Owner, workbook.List, workbook.Day, workbook.Amount}, c.Kind) && !c.Required
	})
	turns := 1
	if w.random.IntN(6) == 0 {
		turns = 2
	}
	for range turns {
		c := &columns[w.random.IntN(len(columns))]
		value := w.as(s, c, w.rows[sheet][i][c.Heading])
		if words, ok := value.(string); ok {
			w.rows[sheet][i][c.Heading] = words
		} else {
			w.rows[sheet][i][c.Heading] = ""
			if w.typed[sheet] == nil {
				w.typed[sheet] = map[string]any{}
			}
			w.typed[sheet][fmt.Sprintf("%s %d", c.Heading, i+2)] = value
		}
		w.changed[fmt.Sprintf("%s!%d", sheet, i+2)] += fmt.Sprintf("%s %#v ", c.Heading, value)
	}
}

// book is the workbook.
func (w *written) book(t *testing.T) []byte {
	t.Helper()
	data, err := blank.Write(&blank.Content{Rows: w.rows}, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for sheet, cells := range w.typed {
		data = edit(t, data, sheet, cells)
	}
	return data
}

// as is a value of a column written in some way, right or wrong.
func (w *written) as(s *workbook.Sheet, c *workbook.Column, now string) any {
	if w.random.IntN(12) == 0 {
		return w.one("", " ", "\n", "\u00a0", "\u00a0 \n")
	}
	switch c.Kind {
	case workbook.Day:
		return w.day()
	case workbook.Amount:
		return w.amount()
	case workbook.List:
		return w.spelt(w.one(append(slices.Clone(c.List), spare(c)...)...))
	case workbook.StatusWord:
		return w.pasted(w.one("Not started", "On track", "At risk", "Off track", "On trak", "Green", "Won't do", "On-track"))
	case workbook.Owner:
		return w.pasted(w.one("Head of safeguarding", "Head of quality", "Head of children's homes", "Head of nowhere", "Headof quality", "Head of quality and Head of safeguarding", "HoS"))
	case workbook.Ref:
		return w.ref(now)
	case workbook.RefTo:
		return w.spelt(w.one(known[c.To][0], known[c.To][1], known[c.To][0], "nowhere", known[c.To][0]+"; "+known[c.To][1], known[c.To][0]+"0"))
	case workbook.RefsTo:
		a, b := known[c.To][0], known[c.To][1]
		return w.spelt(w.one(a, b, a+"; "+b, a+";"+b, a+", "+b, a+"\n"+b, a+" ;"+b+" ; ", ";"+a, a+";;"+b, a+" "+b, a+" and "+b, a+"-"+b, a+"/"+b, "nowhere; "+a, a+", nowhere", "nowhere"))
	case workbook.RefsOrText:
		a, b := known[c.To][0], known[c.To][1]
		return w.spelt(w.one(a, b, a+"; "+b, a+", "+b, "M999", a+"; M999", "M999; M998", "Audit", a+" and the audit", "A5", "KPI 4", "90% on time by March", "m 1", "In 2027, nine in ten"))
	}
	return w.spelt(w.one("Plans that change things", "x", "42", "2.5"))
}

// known is two refs of a sheet that no row has changed.
var known = map[string][2]string{workbook.SheetVisits: {"V1", "V-2"}, workbook.SheetAreas: {"A-40", "A-41"}, workbook.SheetFindings: {"F8", "F16"}, workbook.SheetMeasures: {"M8", "M16"}}

// spare is what else is read as a value of a list, and what is not.
func spare(c *workbook.Column) []string {
	all := []string{"Nonesuch", c.List[0] + "s", c.List[0] + " " + c.List[0]}
	for _, v := range c.List {
		for also, of := range c.Also {
			if of == v {
				all = append(all, also)
			}
		}
	}
	slices.Sort(all)
	return all
}

func (w *written) one(of ...string) string { return of[w.random.IntN(len(of))] }

// spelt is words with another case, space or mark, which changes nothing.
func (w *written) spelt(words string) string {
	space := w.one("\u00a0", "\n", "  ", " ")
	switch w.random.IntN(14) {
	case 0:
		return words + space
	case 1:
		return space + words
	case 2:
		return strings.ReplaceAll(words, " ", space)
	case 3:
		return strings.ToUpper(words)
	case 4:
		return strings.ToLower(words)
	case 5:
		return strings.ReplaceAll(words, "'", w.one("\u2019", "\u2018"))
	case 6:
		return strings.ReplaceAll(words, "-", w.one("\u2013", "\u2011", "\u2014", "\u2212"))
	case 7:
		return words + "\u200b"
	}
	return words
}

// pasted is words spelt so, and now and then with what only folded takes away.
func (w *written) pasted(words string) string {
	if w.random.IntN(8) == 0 {
		return w.one("\u202f", "\u00ad", "\ufeff") + w.spelt(words) + w.one("\u202f", "\u00ad", "\ufeff")
	}
	return w.spelt(words)
}

func (w *written) ref(now string) any {
	switch w.random.IntN(8) {
	case 0:
		return w.one("1-1", "F1", "M1", "A-1") // there already, or another sheet's
	case 1:
		return strings.Replace(now, "-", w.one(" ", "/", "(", "&", ":"), 1)
	case 2:
		return now + w.one(" a", "?", "#1", "'", "_b", ".c", "\u00e9")
	case 3:
		return now + "-12345678901234567890"
	case 4:
		return float64(100+w.random.IntN(900)) + 0.5
	}
	return w.pasted(now)
}

func (w *written) amount() any {
	if w.random.IntN(5) == 0 {
		return w.random.IntN(100)
	}
	return w.pasted(w.one("48", "48%", "48 %", "0.6", ".5", "5.", "+4", "-3", "\u22123", "1,000", "1e3", "1.2.3", "--3", "-", "+", ".", "%", "5 0", "about half", "£5", "5 days", "n/a", "31/03/2027", "31 March 2027", "12:30", "TRUE", "½", "(5)", "5%%", "1/2"))
}

func (w *written) day() any {
	d, m, year := 1+w.random.IntN(28), w.random.IntN(12), w.one("2090", "2091", "90", "2024", "24")
	month, day, n := months[m], fmt.Sprint(d), fmt.Sprint(m+1)
	if w.random.IntN(3) == 0 {
		day, n = fmt.Sprintf("%02d", d), fmt.Sprintf("%02d", m+1)
	}
	short := month[:min(3, len(month))]
	if month == "September" && w.random.IntN(2) == 0 {
		short = "Sept"
	}
	name := w.one(month, short)
	suffix := w.one("st", "nd", "rd", "th")
	long := year
	if len(long) == 2 {
		long = "20" + long
	}
	switch w.random.IntN(24) {
	case 0:
		return []any{46000, 65000, 65000.75, 36525, 36526, 73050, 73051, 5, 0, -1, 400000}[w.random.IntN(11)]
	case 1, 2, 3, 4, 5:
		return w.pasted(w.one(day+"/"+n+"/"+year, day+" / "+n+" / "+year, day+"/ "+n+"/"+year))
	case 6, 7, 8, 9, 10, 11:
		return w.pasted(w.one(day+" "+name+" "+year, day+suffix+" "+name+" "+year, day+suffix+" of "+name+" "+year, day+" of "+name+", "+year, day+"-"+name+"-"+year, day+" "+name+". "+year, day+" "+name+"., "+year, day+" "+name+"-"+year))
	case 12, 13:
		return w.pasted(w.one(long+"-"+n+"-"+day, long+"-"+n+"-"+day+" 10:00", long+"-"+n))
	case 14:
		return w.pasted(w.one("31/02/2090", "30 February 2090", "31 April 90", "2090-13-01", "2090-02-30", "0/1/2090", "1/0/2090", "29/02/2092", "29/02/2091", "32/1/2090", "1/13/2090"))
	case 15:
		return w.pasted(w.one(day+"."+n+"."+year, day+"-"+n+"-"+year, n+"/"+day+"/"+year+"x", year+"/"+n+"/"+day, day+" "+n+" "+year, day+n+year, long+n+day))
	case 16:
		return w.pasted(w.one("end of "+month, month+" "+year, short+"-"+year, name+" "+day+" "+year, day+" "+name, "Sunday "+day+" "+name+" "+year, day+" "+name+" "+year+" 10:00", "by "+day+" "+name+" "+year))
	case 17:
		return w.pasted(w.one("ongoing", "TBC", "Q4", "n/a", "2090", "asap", "5", "46000", "0", "-1", "March", "1.5 March 2090", "1. March 2090", "1 Marchh 2090", "1 Ma 2090", "1st 2nd 2090", "1 March 2090 1", "001/1/2090", "1/001/2090", "1/1/090", "1/1/20900", "1 March 209", "1st", "x/y/z", "1/1", "//", "1 / / 2090", "- -"))
	case 18:
		return w.pasted(w.one("1/1/1999", "31/12/1999", "1/1/2000", "31/12/2099", "1/1/2100", "1 January 1066", "1999-12-31", "2100-01-01"))
	}
	return fmt.Sprintf("%s-%02d-%02d", long, m+1, d)
}

var months = strings.Fields("January February March April May June July August September October November December")
