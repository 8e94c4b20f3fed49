package blank

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// liveRule is one thing that may be wrong with a row: a condition in Excel's
// words, in which {Heading} is the row's cell as words, {#Heading} as a number
// or day, {?Heading} whether it is one and {=Heading} more than 0 if it has
// something that can be seen; and a formula for what to say.
type liveRule struct{ level, when, say string }

// Levels of what Check says, the worst last. The worked column behind Check
// has them as its first character.
const (
	levelFine    = "0"
	levelLate    = "1" // nothing to fix, but overdue
	levelWarning = "2"
	levelError   = "3"
)

// fillCheck writes the Check column and gives back the formula that Excel puts
// into rows that it adds. It shows what the Lists sheet works out, so it holds
// no reference that deleting a column could break.
func (b *blankBook) fillCheck(s *workbook.Sheet) string {
	letter := xlsx.ColumnLetters(checkCol)
	b.do(b.x.SetColWidth(s.Name, letter, letter, checkWidth))
	b.do(b.x.SetColStyle(s.Name, letter, b.looks.check))
	b.say(s.Name, checkCol, 1, workbook.CheckHeading)
	b.do(b.x.SetCellStyle(s.Name, letter+"1", letter+"1", b.looks.headCheck))
	b.note(s.Name, letter+"1", checkNote())
	b.guardCheck(s, b.helped(s, letter))
	last := b.reach.table(s.Name)
	formula := fmt.Sprintf("IFERROR(MID(%s,2,250),%s)", ownOn(checkOf(s.Name)), literal(fmt.Sprintf("Below row %d actionplan check looks at it", b.reach.refs(s.Name))))
	b.formulaDown(s.Name, checkCol, 2, last, formula)
	b.do(b.x.SetCellStyle(s.Name, letter+"2", fmt.Sprintf("%s%d", letter, last), b.looks.check))
	return formula
}

// checkWidth leaves room for action, owner, due and status on a laptop.
const checkWidth = 34

// checkFormula is what stands behind the Check cell of row {row}: blank for a
// blank row, else a level and OK or the worst thing wrong, the first of several.
func checkFormula(s *workbook.Sheet, r reach) string {
	var f strings.Builder
	rules := liveRules(s, r)
	for _, rule := range rules {
		fmt.Fprintf(&f, "IF(%s,%s&%s,", inRow(s, rule.when), literal(rule.level), inRow(s, rule.say))
	}
	f.WriteString(fineWords(s) + strings.Repeat(")", len(rules)))
	begun := hasContent(s, own(refNames[s.Name]))
	if s.Name == workbook.SheetActions {
		begun = own(actionMeaning) + `<>""`
	}
	return choose(begun, "IFERROR("+f.String()+","+literal(levelError+errorInRow)+")", `""`)
}

const errorInRow = "A cell of this row holds an error such as #REF!"

// fineWords is what a row with nothing wrong says. An action that is overdue
// and says so honestly is fine, and its colour alone must not tell.
func fineWords(s *workbook.Sheet) string {
	fine := literal(levelFine + "OK")
	if s.Name != workbook.SheetActions {
		return fine
	}
	days := today + "-" + own(actionDue)
	return choose(own(actionLate)+"=1", literal(levelLate+"OK, but overdue by ")+"&"+days+`&IF(`+days+`=1," day"," days")`, fine)
}

// inRow puts the row's cells in the place of {Heading}.
func inRow(s *workbook.Sheet, formula string) string {
	for _, c := range s.Columns {
		if !strings.Contains(formula, c.Heading+"}") {
			continue
		}
		words := text(s, c.Heading)
		length := lengthOf(words)
		number, isOne := numberIn(s, c.Heading), isNumber(s, c.Heading)
		switch name := workedFrom(s, c); {
		case c.Kind == workbook.Day:
			number, isOne, length = own(name), own(name)+">0", "ABS("+own(name)+")"
		case isFigureKind(c.Kind):
			number, isOne = own(name), "ISNUMBER("+own(name)+")"
		case name != "":
			words, length = own(name), "LEN("+own(name)+")"
		}
		formula = strings.NewReplacer("{"+c.Heading+"}", words, "{="+c.Heading+"}", length, "{#"+c.Heading+"}", number, "{?"+c.Heading+"}", isOne).Replace(formula)
	}
	return formula
}

// spacedBy is the worked columns of columns of several refs.
var spacedBy = map[string]string{workbook.SheetActions + workbook.ColFindings: actionFindings, workbook.SheetFindings + workbook.ColAreas: findingAreas, workbook.SheetFindings + workbook.ColRepeats: findingRepeats}

// workedFrom is the worked column that has a column's words already, or "".
func workedFrom(s *workbook.Sheet, c workbook.Column) string {
	switch {
	case c.Kind == workbook.Ref:
		return refNames[s.Name]
	case c.Kind == workbook.Day:
		return dayName(s, c.Heading)
	case isFigureKind(c.Kind):
		return figureName(s, c.Heading)
	case s.Name != workbook.SheetActions:
		return ""
	}
	return map[string]string{workbook.ColArea: actionArea, workbook.ColStatus: actionWord, workbook.ColOwner: actionOwner}[c.Heading]
}

// liveRules are what the schema asks of every row, then what the sheet's own
// cells have to say to each other. The first that holds is shown: errors come
// before warnings.
func liveRules(s *workbook.Sheet, r reach) []liveRule {
	rules := []liveRule{{levelError, hasError(s), literal(errorInRow)}}
	for _, c := range s.Columns {
		if c.Required {
			rules = append(rules, liveRule{levelError, blank(c.Heading), literal(c.Heading + " missing")})
		}
	}
	for i := range s.Columns {
		rules = append(rules, kindRules(s, &s.Columns[i])...)
	}
	rules = append(rules, sheetRules(s, r)...)
	slices.SortStableFunc(rules, func(a, b liveRule) int { return strings.Compare(b.level, a.level) })
	return rules
}

// kindRules are what a column's kind asks of a filled cell.
func kindRules(s *workbook.Sheet, c *workbook.Column) []liveRule {
	cell := "{" + c.Heading + "}"
	// listed is true of a cell that is found, as it is compared or as most people
	// type it.
	listed := func(found func(string) string, how func(string) string) string {
		if workedFrom(s, *c) != "" {
			return found(cell)
		}
		return found(how(cell))
	}
	words, refs := cleaned, asRef
	if s.Name == workbook.SheetAreas || s.Name == workbook.SheetMeasures {
		words, refs = folded, folded // the formulas of the others would be too long for Excel
	}
	is := func(when, say string) []liveRule { return []liveRule{{levelError, when, say}} }
	switch c.Kind {
	case workbook.Ref:
		again := fmt.Sprintf("OR(%s>0,ISNUMBER(MATCH(ROW()-1,%s,0)))", own(repeatOf(s.Name)), repeatOf(s.Name))
		return append(is(both(ownTally(s, tallyRepeats)+">0", again), saying("Ref ", cell, " stands on more than one row")),
			is(fmt.Sprintf("OR(LEN(%s)>%d,SUMPRODUCT(--ISNUMBER(FIND(%s,%[1]s)))>0)", cell, workbook.MaxRef, titledRange(notInRefs)), literal("Ref is too long, or holds a space or mark that no ref can have"))...)
	case workbook.RefTo:
		known := listed(func(ref string) string { return isRef(ref, c.To) }, refs)
		return is(both(filled(c.Heading), "NOT("+known+")"), saying(c.Heading+" ", cell, " is not on the "+c.To+" sheet"))
	case workbook.RefsTo:
		one, lost := spacedRefs(cell, refs), dangling(spacedRefs(cell, refs), c.To)
		if spaced := spacedBy[s.Name+c.Heading]; spaced != "" {
			one = "TRIM(" + own(spaced) + ")"
			lost = dangling(one, c.To)
		}
		lost = choose(isRef(one, c.To), "FALSE", fmt.Sprintf("OR(%s,%s)", joined(cell), lost))
		if spacedBy[s.Name+c.Heading] != "" {
			several := fmt.Sprintf(`ISNUMBER(FIND(" ",%s))`, one)
			lost = choose(both(several, eachTyped(one, c.To)), joined(cell), lost)
		}
		return is(both(filled(c.Heading), lost), saying(c.Heading+" ", cell, ": not all of it is on the "+c.To+" sheet"))
	case workbook.RefsOrText:
		return is(both(own(actionMeasures)+`<>""`, lostMeasure(own(actionMeasures), c.To)), saying(c.Heading+" ", cell, ": not all of it is on the "+c.To+" sheet"))
	case workbook.StatusWord:
		known := listed(func(word string) string { return isIn(word, keyWord) }, words)
		return is(both(filled(c.Heading), "NOT("+known+")"), saying(c.Heading+" ", cell, " is not a word of the Key sheet"))
	case workbook.Owner:
		people := workbook.FindSheet(workbook.SheetPeople)
		known := listed(func(name string) string { return isIn(`SUBSTITUTE(`+name+`," ","")`, refNames[people.Name]) }, folded)
		judged := filled(c.Heading)
		if s.Name == workbook.SheetActions {
			judged = both(judged, own(actionMeaning)+`<>"withdrawn"`)
		}
		return is(both(judged, both(ownTally(people, tallyLast)+">0", "NOT("+known+")")), literal(c.Heading+" is not on the People sheet"))
	case workbook.List:
		list := ownList(c.List)
		if len(c.Also) > 0 {
			list = titledRange(spellingsTitle(s, c))
		}
		return is(both(filled(c.Heading), "NOT("+isIn(words(cell), list)+")"), saying(c.Heading+" ", cell, " is not one of its list"))
	case workbook.Day:
		return is("{#"+c.Heading+"}<0", literal(c.Heading+" is not a real date"))
	case workbook.Figure, workbook.Amount, workbook.Whole:
		return is("{#"+c.Heading+"}="+literal(notFigure), literal(c.Heading+" is not a number"))
	}
	return nil
}

// sheetRules are the facts that must not contradict each other. Their levels
// are those of the rules of check.
func sheetRules(s *workbook.Sheet, r reach) []liveRule {
	meaning, open, late := own(actionMeaning), own(actionOpen), own(actionLate)
	done := oneOf(meaning, "delivered", "embedded")
	switch s.Name {
	case workbook.SheetAreas:
		return []liveRule{
			{levelError, "AND({?Updated},{#Updated}>" + today + ")", literal("Updated is in the future")},
			{levelError, "NOT(" + isIn("{Ref}", actionArea) + ")", literal("No action belongs to this area")},
			{levelError, both(oneOf(meaningOf("{Status}"), "delivered", "embedded"), openInArea(r)+">0"), literal("Status says done, but the area has open actions")},
			{levelError, both(meaningOf("{Status}")+`="on track"`, r.unpack(own(areaSignal), 2)+">0"), saying("Status is ", "{Status}", ", but an action is off track or long overdue")},
		}
	case workbook.SheetFindings:
		return []liveRule{
			{levelError, both(needsAnswer(), blank(workbook.ColAreas)), saying("", "{Kind}", " has no area")},
			{levelError, both(filled(workbook.ColResolvedBy), asRef("{Resolved by}")+"="+asRef("{Visit}")), literal("Resolved by is the visit that raised it")},
			{levelWarning, choose(both(needsAnswer(), blank(workbook.ColResolvedBy)), choose(answeredAlone(), "FALSE", choose(named(), "FALSE", r.unanswered())), "FALSE"), literal("No action answers it")},
		}
	case workbook.SheetActions:
		return []liveRule{
			{levelError, "AND({?Start},{?Due},{#Due}<{#Start})", literal("Due is before Start")},
			{levelError, "AND({?Start},{?Completed},{#Completed}<{#Start})", literal("Completed is before Start")},
			{levelError, "AND({?Completed},{#Completed}>" + today + ")", literal("Completed date is in the future")},
			{levelError, "AND({?Updated},{#Updated}>" + today + ")", literal("Updated is in the future")},
			{levelError, both(done, blank(workbook.ColCompleted)), literal("Completed date missing")},
			{levelError, both(meaning+`="embedded"`, blank(workbook.ColEvidence)), literal("Evidence missing: embedded means shown to work")},
			{levelError, both(meaning+`="embedded"`, blank(workbook.ColCheckedBy)), literal("Checked by missing: embedded means checked")},
			{levelError, both(meaning+`="embedded"`, spaceless("{Checked by}")+"="+`SUBSTITUTE({Owner}," ","")`), literal("Checked by is the owner: somebody else has to check")},
			{levelError, both(late+"=1", oneOf(meaning, "on track", "not started")), saying("Due date has passed, but Status is ", own(actionWord), "")},
			{levelError, "AND({?Completed}," + open + "=1)", saying("It is completed, but Status is ", own(actionWord), "")},
			{levelWarning, both("AND({?Due},{?Revised due},{#Revised due}>{#Due},"+meaning+`<>"withdrawn")`, blank(workbook.ColRevisionReason)), literal("Revised date has no reason")},
			{levelWarning, both(meaning+`="withdrawn"`, both(blank(workbook.ColProgressNote), both(blank(workbook.ColRevisionReason), "NOT("+isIn("{Ref}", typed(workbook.FindSheet(workbook.SheetUpdates), workbook.ColAction))+")"))), literal("Withdrawn, and nothing says why")},
			{levelWarning, "AND(" + meaning + `="not started",{?Start},{#Start}<` + today + ")", saying("Start date has passed, but Status is ", own(actionWord), "")},
			{levelWarning, both("OR("+late+"=1,"+meaning+`="off track")`, blank(workbook.ColIfItSlips)), literal("If it slips missing: how will it be brought back?")},
			{levelWarning, choose("OR("+open+"=0,{#Updated}>="+today+"-"+boardEvery+")", "FALSE",
				choose("AND("+meaning+`="not started",{?Start},{#Start}>`+today+")", "FALSE", untouched())), literal("Nothing reported since the last board")},
		}
	case workbook.SheetMeasures:
		inPercent := fmt.Sprintf(`OR(LEFT(%[1]s)="%%",LEFT(%[1]s,8)="per cent",LEFT(%[1]s,7)="percent")`, cleaned("{Unit}"))
		better := func(way string) string { return isIn(folded("{Better when}"), titledRange(betterTitle(way))) }
		return []liveRule{
			{levelError, both(percentOfMeasure(s), both(filled(workbook.ColUnit), "NOT("+inPercent+")")), literal("A figure is a percentage, but Unit is not")},
			{levelError, "AND({?Baseline date},{?Target date},{#Target date}<={#Baseline date})", literal("Target date is not after Baseline date")},
			{levelWarning, both("AND({?Baseline},{?Target})", "OR(AND("+better(workbook.HigherBetter)+",{#Target}<={#Baseline},NOT(AND({#Baseline}>=97,"+inPercent+"))),AND("+better(workbook.LowerBetter)+",{#Target}>={#Baseline},{#Baseline}<>0,NOT(AND({#Baseline}<=3,"+inPercent+"))))"), literal("Target is no better than Baseline")},
			{levelWarning, both("OR("+filled(workbook.ColEngland)+","+filled(workbook.ColNeighbours)+")", blank(workbook.ColComparatorYear)), literal("Comparator year missing: of which year is the figure to compare with?")},
		}
	}
	return nil
}

// openInArea is how many open actions the row's area has.
func openInArea(r reach) string {
	return r.unpack(own(areaTally), 1) + "-" + r.unpack(own(areaTally), 3)
}

// percentOfMeasure is true if one of a measure's figures is typed with %.
func percentOfMeasure(s *workbook.Sheet) string {
	var each []string
	for _, heading := range figureHeadings(s) {
		each = append(each, "RIGHT({"+heading+`})="%"`)
	}
	return "OR(" + strings.Join(each, ",") + ")"
}

// untouched: somebody reported on the action once, in Updated or in the log,
// and nobody since the last board.
func untouched() string {
	log := workbook.FindSheet(workbook.SheetUpdates)
	day := fmt.Sprintf("INDEX(%s,%s-1+MATCH({Ref},%s,0),%s)", rowsOf(log), freshFrom, logSince, found(log, workbook.ColDate))
	odd := ownTally(log, tallyOdd) + ">0"
	fresh := "IFERROR(N(" + day + ")>=" + today + "-" + boardEvery + ",FALSE)"
	old := choose(isIn("{Ref}", typed(log, workbook.ColAction)), "TRUE", choose(odd, isIn(literal(logOld)+"&{Ref}", logRef), "FALSE"))
	return choose(fresh, "FALSE", choose(choose(odd, isIn(literal(logFresh)+"&{Ref}", logRef), "FALSE"), "FALSE", choose("{#Updated}>0", "TRUE", old)))
}

// needsAnswer is true of the kinds of finding that a plan has to answer.
func needsAnswer() string { return isIn(cleaned("{Kind}"), titledRange(kindsToAnswer)) }

// answeredAlone: the first action that names this finding and no other is not
// withdrawn.
func answeredAlone() string {
	asTyped := fmt.Sprintf("INDEX(%s,MATCH({Ref},%s,0)-1)", actionMeaning, typed(workbook.FindSheet(workbook.SheetActions), workbook.ColFindings))
	return "IFERROR(" + asTyped + `<>"withdrawn",FALSE)`
}

// named: an action that is not withdrawn names the finding.
func named() string {
	return fmt.Sprintf(`SUMPRODUCT(--ISNUMBER(FIND(UPPER(" "&{Ref}&" "),%s)))>0`, namedBlocks)
}

// unanswered: of a finding that no action names, that the actions of its areas
// either name other findings or are all withdrawn.
func (r reach) unanswered() string {
	inAreas := fmt.Sprintf(`(%[1]s<>"")*ISNUMBER(SEARCH(" "&%[1]s&" ",%[2]s))`, pickNames[workbook.SheetAreas], own(findingAreas))
	return fmt.Sprintf("OR(SUMPRODUCT(%[1]s*%[2]s)=0,SUMPRODUCT(%[1]s*%[3]s)>0)", inAreas, r.unpack(pickTally, 1), r.unpack(pickState, 3))
}

// dangling is true if one of several refs, a space between each, is not on a
// sheet: those that are there, with a space behind each, are not as long as all.
func dangling(refs, sheet string) string {
	return fmt.Sprintf(`SUMPRODUCT((%[2]s<>"")*ISNUMBER(SEARCH(" "&%[2]s&" "," "&%[1]s&" "))*(1+LEN(%[2]s)))<1+LEN(%[1]s)`, refs, pickNames[sheet])
}

// eachTyped is true of a few refs, a space between each, that a sheet with a
// Check has as they are typed. Where nothing is wrong it takes the place of
// dangling, which takes ten times as long.
func eachTyped(refs, sheet string) string {
	apart := fmt.Sprintf(`SUBSTITUTE(%s&REPT(" ¦",%d)," ",REPT(" ",%d))`, refs, fewRefs, refWidth)
	each := fmt.Sprintf("TRIM(MID(%s,1+%d*(ROW($A$1:$A$%d)-1),%[2]d))", apart, refWidth, fewRefs)
	return fmt.Sprintf(`SUMPRODUCT(--ISNUMBER(1/(MATCH(%s,%s,0)-1)))=1+LEN(%[3]s)-LEN(SUBSTITUTE(%[3]s," ",""))`, each, refsOf(workbook.FindSheet(sheet)), refs)
}

// fewRefs are as many refs as are searched one by one, each in a room of its own.
const (
	fewRefs  = 8
	refWidth = 2 * workbook.MaxRef
)

// lostMeasure is true of several refs of which one is not on a sheet, while all
// have the shape of its refs: the same but for their figures. What has another
// shape is words.
func lostMeasure(refs, sheet string) string {
	alike := fmt.Sprintf(`SUMPRODUCT((%[2]s<>"")*(TRIM(SUBSTITUTE(" "&%[1]s," "&%[3]s,""))=""))>0`, withoutFigures(refs), pickNames[sheet], pickShape)
	return both(alike, dangling(refs, sheet))
}

// maybeMeasures is the refs of a cell with a space between each if it may hold
// refs of measures and is not one of them: a short one with figures. Else it is "".
func maybeMeasures(cell string) string {
	measures := workbook.FindSheet(workbook.SheetMeasures)
	short := fmt.Sprintf("AND(%s>0,LEN(%s)<60,LEN(%s)<LEN(%[2]s))", ownTally(measures, tallyLast), cell, withoutFigures(cell))
	refs := cleaned(separated(cell, ";"))
	for _, change := range [][2]string{{"; ", ";"}, {" ", "¦"}, {";", " "}} { // a space within a part is none between two
		refs = "SUBSTITUTE(" + refs + "," + literal(change[0]) + "," + literal(change[1]) + ")"
	}
	return choose(short, choose(isRef(cell, measures.Name), `""`, refs), `""`)
}

func withoutFigures(value string) string {
	for figure := range 10 {
		value = without(value, fmt.Sprint(figure))
	}
	return value
}

func meaningOf(cell string) string {
	return orElse(lookUp(cleaned(cell), keyWord, keyMeaning), notKnown)
}

func blank(heading string) string  { return "{=" + heading + "}=0" }
func filled(heading string) string { return "{=" + heading + "}>0" }

// lengthOf is how many characters a cell has that can be seen.
func lengthOf(cell string) string {
	return "LEN(TRIM(" + oneLine(cell) + "))"
}

// both asks for the second only where the first holds: AND works out all that
// it is given, also a search through a long list.
func both(a, b string) string { return choose(a, b, "FALSE") }

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
