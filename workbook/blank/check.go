package blank

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// liveRule is one thing that may be wrong with a row: a condition in Excel's
// words, in which {Heading} is the row's cell, and a formula for what to say.
type liveRule struct{ when, say string }

// fillCheck writes the Check column and gives back the formula of its first
// row.
func (b *blankBook) fillCheck(s *workbook.Sheet, col int) string {
	letter := xlsx.ColumnLetters(col)
	b.do(b.x.SetColWidth(s.Name, letter, letter, 44))
	b.do(b.x.SetColStyle(s.Name, letter, b.looks.check))
	b.say(s.Name, col, 1, workbook.CheckHeading)
	b.do(b.x.SetCellStyle(s.Name, letter+"1", letter+"1", b.looks.headCheck))
	b.note(s.Name, letter+"1", checkNote())
	b.guardCheck(s, fmt.Sprintf("%s2:%s%d", letter, letter, b.reach.table(s.Name)))
	formula := checkFormula(s, b.reach)
	last := b.reach.table(s.Name)
	b.formulaDown(s.Name, col, last, formula)
	b.do(b.x.SetCellStyle(s.Name, letter+"2", fmt.Sprintf("%s%d", letter, last), b.looks.check))
	return strings.ReplaceAll(formula, "{row}", "2")
}

// checkFormula is the Check cell of row {row}: blank for a blank row, OK, or
// the first thing wrong.
func checkFormula(s *workbook.Sheet, r reach) string {
	var f strings.Builder
	rules := liveRules(s, r)
	fmt.Fprintf(&f, `IF(COUNTA($A{row}:$%s{row})=0,"",IFERROR(`, xlsx.ColumnLetters(len(s.Columns)))
	for _, rule := range rules {
		fmt.Fprintf(&f, "IF(%s,%s,", inRow(s, rule.when), inRow(s, rule.say))
	}
	f.WriteString(fineWords(s) + strings.Repeat(")", len(rules)))
	f.WriteString(`,"A cell of this row holds an error such as #REF!"))`)
	return f.String()
}

// fineWords is what a row with nothing wrong says. An action that is overdue
// and says so honestly is fine, and its colour alone must not tell.
func fineWords(s *workbook.Sheet) string {
	if s.Name != workbook.SheetActions {
		return `"OK"`
	}
	days := "TODAY()-" + own(actionDue)
	return choose(own(actionLate)+"=1", `"OK, but overdue by "&`+days+`&IF(`+days+`=1," day"," days")`, `"OK"`)
}

// inRow puts the row's cells in the place of {Heading}.
func inRow(s *workbook.Sheet, formula string) string {
	for i, c := range s.Columns {
		formula = strings.ReplaceAll(formula, "{"+c.Heading+"}", "$"+xlsx.ColumnLetters(i+1)+"{row}")
	}
	return formula
}

// liveRules are what the schema asks of every row, then what the sheet's own
// cells have to say to each other. The first that holds is shown.
func liveRules(s *workbook.Sheet, r reach) []liveRule {
	var rules []liveRule
	for _, c := range s.Columns {
		if c.Required {
			rules = append(rules, liveRule{blank(c.Heading), literal(c.Heading + " missing")})
		}
	}
	for i := range s.Columns {
		rules = append(rules, kindRules(s, &s.Columns[i], r)...)
	}
	return append(rules, sheetRules(s, r)...)
}

// kindRules are what a column's kind asks of a filled cell.
func kindRules(s *workbook.Sheet, c *workbook.Column, r reach) []liveRule {
	cell := "{" + c.Heading + "}"
	switch c.Kind {
	case workbook.Ref:
		return []liveRule{{fmt.Sprintf("SUMPRODUCT(--(%s=%s))>1", refNames[s.Name], asRef(cell)), saying("Ref ", cell, " stands on more than one row")}}
	case workbook.RefTo:
		return []liveRule{{both(filled(c.Heading), "NOT("+isIn(asRef(cell), refNames[c.To])+")"), saying(c.Heading+" ", cell, " is not on the "+c.To+" sheet")}}
	case workbook.RefsTo:
		return []liveRule{{r.sparing(isIn(spacedRefs(cell), refNames[c.To]), dangling(cell, refNames[c.To])), saying(c.Heading+" ", cell, ": not all of it is on the "+c.To+" sheet")}}
	case workbook.StatusWord:
		return []liveRule{{both(filled(c.Heading), "NOT("+isIn(cleaned(cell), keyWord)+")"), saying(c.Heading+" ", cell, " is not a word of the Key sheet")}}
	case workbook.Owner:
		someone := "COUNTA(" + columnRange(workbook.FindSheet(workbook.SheetPeople), workbook.ColName, r.help(workbook.SheetPeople)) + ")>1"
		return []liveRule{{fmt.Sprintf("AND(%s,%s,NOT(%s))", filled(c.Heading), someone, isIn(spaceless(cell), refNames[workbook.SheetPeople])), literal(c.Heading + " is not on the People sheet")}}
	case workbook.List:
		return []liveRule{{both(filled(c.Heading), "NOT("+isIn("LOWER("+cleaned(cell)+")", listConstant(c))+")"), saying(c.Heading+" ", cell, " is not one of its list")}}
	case workbook.Day:
		return []liveRule{{fmt.Sprintf("IF(ISNUMBER(%[1]s),OR(%[1]s<%[2]d,%[1]s>=%[3]d),LEN(%[4]s)>0)", cell, earliest, latest+1, cleaned(cell)), literal(c.Heading + " is not a real date")}}
	case workbook.Figure, workbook.Amount, workbook.Whole:
		return []liveRule{{fmt.Sprintf("AND(%s,NOT(ISNUMBER(%s)),ISERROR(VALUE(%[2]s)))", filled(c.Heading), cell), literal(c.Heading + " is not a number")}}
	}
	return nil
}

// sheetRules are the facts that must not contradict each other.
func sheetRules(s *workbook.Sheet, r reach) []liveRule {
	switch s.Name {
	case workbook.SheetAreas:
		return []liveRule{
			{"AND(ISNUMBER({Updated}),{Updated}>TODAY())", literal("Updated is in the future")},
			{"NOT(" + isIn(asRef("{Ref}"), actionArea) + ")", literal("No action belongs to this area")},
			{both("OR("+meaningOf("{Status}")+`={"delivered","embedded"})`, countOf("{Ref}", actionOpen+"=1")+">0"), literal("Status says done, but the area has open actions")},
			{both(meaningOf("{Status}")+`="on track"`, countOf("{Ref}", actionSignal+`="off track"`)+">0"), saying("Status is ", "{Status}", ", but an action is off track or long overdue")},
		}
	case workbook.SheetFindings:
		return []liveRule{
			{both(needsAnswer, blank(workbook.ColAreas)), saying("", "{Kind}", " has no area")},
			{r.sparing(answeredAlone(), "AND("+needsAnswer+","+blank(workbook.ColResolvedBy)+","+unanswered()+")"), literal("No action answers it")},
			{both(filled(workbook.ColResolvedBy), asRef("{Resolved by}")+"="+asRef("{Visit}")), literal("Resolved by is the visit that raised it")},
		}
	case workbook.SheetActions:
		return []liveRule{
			{"AND(ISNUMBER({Start}),ISNUMBER({Due}),{Due}<{Start})", literal("Due is before Start")},
			{"AND(ISNUMBER({Start}),ISNUMBER({Completed}),{Completed}<{Start})", literal("Completed is before Start")},
			{"AND(ISNUMBER({Completed}),{Completed}>TODAY())", literal("Completed date is in the future")},
			{"AND(ISNUMBER({Updated}),{Updated}>TODAY())", literal("Updated is in the future")},
			{"AND(ISNUMBER({Due}),ISNUMBER({Revised due}),{Revised due}>{Due}," + own(actionMeaning) + `<>"withdrawn",` + blank(workbook.ColRevisionReason) + ")", literal("Revised date has no reason")},
			{both("OR("+own(actionMeaning)+`={"delivered","embedded"})`, blank(workbook.ColCompleted)), literal("Completed date missing")},
			{both(own(actionMeaning)+`="embedded"`, blank(workbook.ColEvidence)), literal("Evidence missing: embedded means shown to work")},
			{both(own(actionMeaning)+`="embedded"`, blank(workbook.ColCheckedBy)), literal("Checked by missing: embedded means checked")},
			{both(own(actionMeaning)+`="embedded"`, spaceless("{Checked by}")+"="+spaceless("{Owner}")), literal("Checked by is the owner: somebody else has to check")},
			{"AND(" + own(actionLate) + "=1,OR(" + own(actionMeaning) + `={"on track","not started"}))`, saying("Due date has passed, but Status is ", "{Status}", "")},
			{"AND(ISNUMBER({Completed})," + own(actionOpen) + "=1)", saying("It is completed, but Status is ", "{Status}", "")},
			{"AND(" + own(actionMeaning) + `="not started",ISNUMBER({Start}),{Start}<TODAY())`, saying("Start date has passed, but Status is ", "{Status}", "")},
			{"AND(OR(" + own(actionLate) + "=1," + own(actionMeaning) + `="off track"),` + blank(workbook.ColIfItSlips) + ")", literal("If it slips missing: how will it be brought back?")},
			{r.sparing("OR("+own(actionOpen)+"=0,N({Updated})>=TODAY()-"+boardEvery+")",
				"AND("+own(actionOpen)+"=1,NOT(AND("+own(actionMeaning)+`="not started",ISNUMBER({Start}),{Start}>TODAY())),`+untouched(r)+")"), literal("Nothing reported since the last board")},
		}
	case workbook.SheetMeasures:
		return []liveRule{
			{`AND(ISNUMBER({Baseline}),ISNUMBER({Target}),OR(AND(LOWER(` + cleaned("{Better when}") + `)="higher",{Target}<{Baseline}),AND(LOWER(` + cleaned("{Better when}") + `)="lower",{Target}>{Baseline})))`, literal("Target is worse than Baseline")},
			{"AND(ISNUMBER({Baseline date}),ISNUMBER({Target date}),{Target date}<={Baseline date})", literal("Target date is not after Baseline date")},
		}
	}
	return nil
}

// untouched: somebody reported on the action once, in Updated or in the log,
// and nobody since the last board.
func untouched(r reach) string {
	log, to := workbook.FindSheet(workbook.SheetUpdates), r.help(workbook.SheetUpdates)
	action, date := columnRange(log, workbook.ColAction, to), columnRange(log, workbook.ColDate, to)
	return fmt.Sprintf(`N({Updated})<TODAY()-%[1]s,COUNTIFS(%[2]s,{Ref},%[3]s,">="&TODAY()-%[1]s)=0,N({Updated})+COUNTIF(%[2]s,{Ref})>0`, boardEvery, action, date)
}

// needsAnswer is true of the kinds of finding that a plan has to answer.
var needsAnswer = "OR(LOWER(" + cleaned("{Kind}") + ")=" + answerKinds() + ")"

func answerKinds() string {
	c := workbook.FindSheet(workbook.SheetFindings).Column(workbook.ColKind)
	var kinds []string
	for _, kind := range []string{workbook.KindPriorityAction, workbook.KindImprovementNeeded, workbook.KindConcern} {
		kinds = append(kinds, words.Fold(kind))
		for also, value := range c.Also {
			if value == kind {
				kinds = append(kinds, also)
			}
		}
	}
	return constant(kinds)
}

// listConstant is what a list's cells may say, other spellings included.
func listConstant(c *workbook.Column) string {
	var all []string
	for _, v := range c.List {
		all = append(all, words.Fold(v))
	}
	for also := range c.Also {
		all = append(all, also)
	}
	return constant(all)
}

func constant(words []string) string {
	slices.Sort(words)
	return `{"` + strings.Join(words, `","`) + `"}`
}

// unanswered: no action that is not withdrawn names the finding, and the
// actions of its areas either name other findings or are all withdrawn.
func unanswered() string {
	live := actionMeaning + `<>"withdrawn"`
	named := fmt.Sprintf(`SUMPRODUCT(ISNUMBER(SEARCH(" "&%s&" "," "&%s&" "))*(%s))=0`, asRef("{Ref}"), actionFindings, live)
	inAreas := fmt.Sprintf(`(%s<>"")*ISNUMBER(SEARCH(" "&%[1]s&" "," "&%s&" "))`, actionArea, spacedRefs("{Areas}"))
	return fmt.Sprintf(`%s,OR(SUMPRODUCT(%s*(%s))=0,SUMPRODUCT(%[2]s*(%[4]s<>""))>0)`, named, inAreas, live, actionFindings)
}

// answeredAlone: an action that is not withdrawn names this finding and no
// other.
func answeredAlone() string {
	return orElse(lookUp(asRef("{Ref}"), actionFindings, actionMeaning), workbook.Withdrawn.String()) + `<>"withdrawn"`
}

// dangling is true if a cell of several refs has one that the list lacks.
func dangling(cell, list string) string {
	refs := spacedRefs(cell)
	return fmt.Sprintf(`AND(LEN(%s)>0,SUMPRODUCT((%s<>"")*ISNUMBER(SEARCH(" "&%[2]s&" "," "&%[1]s&" ")))<LEN(%[1]s)-LEN(SUBSTITUTE(%[1]s," ",""))+1)`, refs, list)
}

// countOf is how many actions of an area fulfil a condition.
func countOf(area, condition string) string {
	return fmt.Sprintf("SUMPRODUCT((%s=%s)*(%s))", actionArea, asRef(area), condition)
}

func meaningOf(cell string) string {
	return orElse(lookUp(cleaned(cell), keyWord, keyMeaning), notKnown)
}

func blank(heading string) string  { return "LEN(" + cleaned("{"+heading+"}") + ")=0" }
func filled(heading string) string { return "LEN(" + cleaned("{"+heading+"}") + ")>0" }
func both(a, b string) string      { return "AND(" + a + "," + b + ")" }

// saying is words, the value of a cell, and words.
func saying(before, cell, after string) string {
	parts := []string{}
	if before != "" {
		parts = append(parts, literal(before))
	}
	parts = append(parts, cell)
	if after != "" {
		parts = append(parts, literal(after))
	}
	return strings.Join(parts, "&")
}
