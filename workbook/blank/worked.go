package blank

import (
	"fmt"
	"slices"
	"sync"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// workedColumn is one column of the Lists sheet that formulas fill.
type workedColumn struct {
	name    string // also the defined name
	to      int    // last row
	formula string // of row {row}
}

// Defined names of the worked columns.
const (
	keyWord        = "KeyWord"      // the key's words, or the seven where it is empty
	keyMeaning     = "KeyMeaning"   // one of the seven, or "not known"
	keyColour      = "KeyColour"    // a name of Colours, or ""
	meaningWord    = "MeaningWord"  // the first word with each meaning, as chartMeanings
	meaningCount   = "MeaningCount" // how many actions have it
	measureShape   = "MeasureShape" // a measure's ref without its figures
	personShown    = "PersonShown"  // the names of people as they stand
	actionArea     = "ActionArea"
	actionWord     = "ActionWord"
	actionMeaning  = "ActionMeaning"  // "" for a blank row
	actionFindings = "ActionFindings" // refs with a space before and after each
	findingAreas   = "FindingAreas"   // the same
	findingRepeats = "FindingRepeats" // the same
	namedSoFar     = "NamedSoFar"     // what actions that are not withdrawn name, from the first of blockRows on, in capitals
	namedBlocks    = "NamedBlocks"    // the last of each blockRows of them
	actionMeasures = "ActionMeasures" // what may be refs of measures and has to be looked at, a space between each
	actionDue      = "ActionDue"      // Revised due, else Due, else 0
	actionOpen     = "ActionOpen"     // 1 or 0
	actionLate     = "ActionLate"     // 1 or 0
	actionTally    = "ActionTally"    // packed: 1 unless withdrawn, 1, 1 if done
	actionSignal   = "ActionSignal"   // packed: 1 if late, 1 if off track by its dates too, 1 if at risk by them
	actionState    = "ActionState"    // packed: 1 if embedded, 1 if not started, 1 if it names a finding and is not withdrawn
	actionOwner    = "ActionOwner"
	actionAreaAt   = "ActionAreaAt" // which row of AreaRef the action belongs to; 0: none
	actionNext     = "ActionNext"   // of an open action whose date is ahead: how many days that is before farOff, else 0
	actionLateBy   = "ActionLateBy" // the owner of a late action, else ""
	areaTally      = "AreaTally"    // the sums of an area's actions, packed alike
	areaSignal     = "AreaSignal"
	areaState      = "AreaState"
	areaNext       = "AreaNext"   // the largest ActionNext of its actions
	logRef         = "LogRef"     // the action of a line of the log, after logFresh or logOld
	ownerOrder     = "OwnerOrder" // on an owner's first late action: how many are late, plus a tie-break
)

// workedNames are the worked columns in their order. The table is whole by the
// time that somebody asks.
var workedNames = sync.OnceValue(func() []string {
	names := []string{keyWord, keyMeaning, keyColour, meaningWord, meaningCount}
	for _, sheet := range []string{workbook.SheetVisits, workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures, workbook.SheetPeople} {
		names = append(names, refNames[sheet])
	}
	names = append(names, measureShape, personShown, findingAreas, findingRepeats, actionArea, actionWord, actionMeaning, actionFindings, namedSoFar, namedBlocks, actionMeasures, actionDue, actionOpen, actionLate, actionTally, actionSignal, actionState, actionOwner, actionAreaAt, actionNext, actionLateBy, ownerOrder, areaTally, areaSignal, areaState, areaNext, logRef)
	for _, sheet := range checkedSheets {
		s := workbook.FindSheet(sheet)
		for _, heading := range dayHeadings(s) {
			names = append(names, dayName(s, heading))
		}
		if len(dayHeadings(s)) > 0 {
			names = append(names, inWords(s))
		}
		for _, heading := range figureHeadings(s) {
			names = append(names, figureName(s, heading))
		}
		names = append(names, repeatOf(sheet), checkOf(sheet))
	}
	return names
})

// workedLetter is the letter of a worked column.
func workedLetter(name string) string {
	i := slices.Index(workedNames(), name)
	if i < 0 {
		panic("no worked column " + name)
	}
	return xlsx.ColumnLetters(listsFrom + len(fixedLists()) + i)
}

func workedColumns(r reach) []workedColumn {
	all := slices.Concat(keyColumns(r.key()), refColumns(r), dayColumns(r), figureColumns(r), actionColumns(r), areaColumns(r))
	for _, sheet := range checkedSheets {
		s := workbook.FindSheet(sheet)
		all = append(all, workedColumn{repeatOf(sheet), r.refs(sheet), repeated(s)}, workedColumn{checkOf(sheet), r.refs(sheet), checkFormula(s, r)})
	}
	return all
}

func keyColumns(to int) []workedColumn {
	key := workbook.FindSheet(workbook.SheetKey)
	empty := fmt.Sprintf("IFERROR(COUNTA(INDEX(%s,0,%s))<2,TRUE)", rowsOf(key), found(key, workbook.ColWord))
	word, means, colour := folded(text(key, workbook.ColWord)), folded(text(key, workbook.ColMeans)), "LOWER("+folded(text(key, workbook.ColColour))+")"
	return []workedColumn{
		{keyWord, to, choose(empty, fmt.Sprintf(`IFERROR(INDEX(%s,ROW()-1)&"","")`, defaultWordRange()), word)},
		{keyMeaning, to, choose(empty, orElse(fmt.Sprintf("INDEX(%s,ROW()-1)", meaningRange()), notKnown),
			choose(own(keyWord)+`=""`, literal(notKnown), orElse(lookUp(means, meaningRange(), meaningRange()), notKnown)))},
		{keyColour, to, choose(own(keyWord)+`=""`, `""`, choose(isIn(colour, colourRange()), colour,
			orElse(lookUp(own(keyMeaning), meaningRange(), meaningColourRange()), "")))},
		{meaningWord, len(chartMeanings()) + 1, fmt.Sprintf(`IF(%[1]s="%[2]s","Not known",IFERROR(%[3]s,UPPER(LEFT(%[1]s,1))&MID(%[1]s,2,20)))`,
			chartMeaning(), notKnown, lookUp(chartMeaning(), keyMeaning, keyWord))},
		{meaningCount, len(chartMeanings()) + 1, fmt.Sprintf("COUNTIF(%s,%s)", actionMeaning, chartMeaning())},
	}
}

func chartMeaning() string { return fmt.Sprintf("INDEX(%s,ROW()-1)", ownList(chartMeanings())) }

func refColumns(r reach) []workedColumn {
	var all []workedColumn
	for _, sheet := range []string{workbook.SheetVisits, workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures} {
		all = append(all, workedColumn{refNames[sheet], r.refs(sheet), folded(text(workbook.FindSheet(sheet), workbook.ColRef))})
	}
	name := text(workbook.FindSheet(workbook.SheetPeople), workbook.ColName)
	to := r.refs(workbook.SheetPeople)
	log := workbook.FindSheet(workbook.SheetUpdates)
	line := choose(text(log, workbook.ColAction)+`=""`, `""`, choose("OR(ISTEXT("+cell(log, workbook.ColDate)+"),"+numberIn(log, workbook.ColDate)+">="+today+"-"+boardEvery+")", literal(logFresh), literal(logOld))+"&"+folded(text(log, workbook.ColAction)))
	findings := workbook.FindSheet(workbook.SheetFindings)
	return append(all, workedColumn{findingAreas, r.refs(findings.Name), spacedOut(text(findings, workbook.ColAreas), workbook.SheetAreas)},
		workedColumn{findingRepeats, r.refs(findings.Name), spacedOut(text(findings, workbook.ColRepeats), findings.Name)}, workedColumn{refNames[workbook.SheetPeople], to, spaceless(name)}, workedColumn{personShown, to, name}, workedColumn{measureShape, r.refs(workbook.SheetMeasures), withoutFigures(own(refNames[workbook.SheetMeasures]))}, workedColumn{logRef, r.refs(log.Name), line})
}

// repeated looks up the first row that has the same ref.
func repeated(s *workbook.Sheet) string {
	name := refNames[s.Name]
	first := choose(ownTally(s, tallyOdd)+"=0", fmt.Sprintf("MATCH(%s,%s,0)-1", own(name), refsOf(s)), fmt.Sprintf("MATCH(%s,%s,0)", own(name), name))
	return choose(own(name)+`=""`, "0", choose(first+"<ROW()-1", first, "0"))
}

func actionColumns(r reach) []workedColumn {
	actions, to := workbook.FindSheet(workbook.SheetActions), r.help(workbook.SheetActions)
	meaning, open, late, due := own(actionMeaning), own(actionOpen), own(actionLate), own(actionDue)
	start := ownDay(actions, workbook.ColStart)
	offTrack := fmt.Sprintf(`OR(%s="off track",AND(%s=1,%s-%s>%s))`, meaning, late, today, due, boardEvery)
	atRisk := fmt.Sprintf(`OR(%[1]s="at risk",%[1]s="%[2]s",%[3]s=1,%[4]s=0,AND(%[1]s="not started",%[5]s>0,%[5]s<%[6]s))`, meaning, notKnown, late, due, start, today)
	is := func(condition string) string { return "--(" + condition + ")" }
	return []workedColumn{
		{actionArea, to, likeListed(text(actions, workbook.ColArea), refNames[workbook.SheetAreas])},
		{actionWord, to, likeListed(text(actions, workbook.ColStatus), keyWord)},
		{actionMeaning, to, choose("NOT("+hasContent(actions, own(refNames[workbook.SheetActions]))+")", `""`, choose(own(actionWord)+`=""`, literal(notKnown), orElse(lookUp(own(actionWord), keyWord, keyMeaning), notKnown)))},
		{actionFindings, to, spacedOut(text(actions, workbook.ColFindings), workbook.SheetFindings)},
		{namedSoFar, to, choose(fmt.Sprintf("MOD(ROW()-%d,%d)=0", firstWorked, blockRows), `""`, above(namedSoFar)) + "&" + choose(meaning+`="withdrawn"`, `""`, "UPPER("+own(actionFindings)+")")},
		{namedBlocks, firstWorked + (to-firstWorked)/blockRows, fmt.Sprintf("INDEX(%[1]s,MIN(ROWS(%[1]s),%[2]d*(ROW()-1)))", namedSoFar, blockRows)},
		{actionMeasures, to, maybeMeasures(text(actions, workbook.ColSuccessMeasure))},
		{actionDue, to, choose(ownDay(actions, workbook.ColRevisedDue)+">0", ownDay(actions, workbook.ColRevisedDue), "MAX(0,"+ownDay(actions, workbook.ColDue)+")")},
		{actionOpen, to, choose(oneOf(meaning, "", "delivered", "embedded", "withdrawn"), "0", "1")},
		{actionLate, to, fmt.Sprintf("IF(AND(%s=1,%s>0,%[2]s<%s),1,0)", open, due, today)},
		{actionTally, to, choose(meaning+`=""`, "0", r.pack(is(meaning+`<>"withdrawn"`), "1", is(oneOf(meaning, "delivered", "embedded"))))},
		{actionSignal, to, choose(open+"=0", "0", r.pack(late, is(offTrack), is("AND(NOT("+offTrack+"),"+atRisk+")")))},
		{actionState, to, choose(meaning+`=""`, "0", r.pack(is(meaning+`="embedded"`), is(meaning+`="not started"`), is("AND("+own(actionFindings)+`<>"",`+meaning+`<>"withdrawn")`)))},
		{actionOwner, to, likeListed(text(actions, workbook.ColOwner), personShown)},
		{actionAreaAt, to, choose(meaning+`=""`, "0", choose(own(actionArea)+`=""`, "0", "IFERROR(MATCH("+own(actionArea)+","+refNames[workbook.SheetAreas]+",0),0)"))},
		{actionNext, to, choose(open+"=0", "0", choose("OR("+late+"=1,"+due+"=0)", "0", fmt.Sprintf("%d-", farOff)+due))},
		{actionLateBy, to, choose(late+"=1", own(actionOwner), `""`)},
		{ownerOrder, to, choose(own(actionLateBy)+`=""`, "0", choose(fmt.Sprintf("MATCH(%s,%s,0)<ROW()-1", own(actionLateBy), actionLateBy), "0",
			fmt.Sprintf("COUNTIF(%s,%s)+(%d-ROW())/%d", actionLateBy, own(actionLateBy), to, max(10000, to))))},
	}
}

// blockRows is how many actions are searched at once for the ref of a finding: to
// search one text is fast, and Excel's texts end at 32,767 characters.
const blockRows = 32

// areaColumns add up an area's actions. One sum of packed numbers takes the
// place of three counts: most of what a long plan takes to open.
func areaColumns(r reach) []workedColumn {
	to := r.refs(workbook.SheetAreas)
	sum := func(name string) string { return fmt.Sprintf("SUMIF(%s,ROW()-1,%s)", actionAreaAt, name) }
	next := fmt.Sprintf("SUMPRODUCT(MAX((%s=ROW()-1)*%s))", actionAreaAt, actionNext)
	ofArea := func(formula string) string { return choose(own(refNames[workbook.SheetAreas])+`=""`, "0", formula) }
	return []workedColumn{{areaTally, to, ofArea(sum(actionTally))}, {areaSignal, to, ofArea(sum(actionSignal))}, {areaState, to, ofArea(sum(actionState))}, {areaNext, to, ofArea(next)}}
}

// pack makes one number of three counts, none of which can be as many as the
// rows that formulas look at; unpack takes one of them out again.
func (r reach) pack(first, second, third string) string {
	return fmt.Sprintf("%[1]s+%[4]d*(%[2]s+%[4]d*(%[3]s))", first, second, third, r.help(workbook.SheetActions))
}

func (r reach) unpack(packed string, which int) string {
	base := r.help(workbook.SheetActions)
	rest := fmt.Sprintf("INT(%s/%d)", packed, base)
	switch which {
	case 1:
		return fmt.Sprintf("(%s-%d*%s)", packed, base, rest)
	case 2:
		return fmt.Sprintf("(%s-%d*INT(%[1]s/%[2]d))", rest, base)
	}
	return fmt.Sprintf("INT(%s/%d)", packed, base*base)
}
