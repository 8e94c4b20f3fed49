package blank

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// The Lists sheet is hidden. It holds everything that formulas work out behind
// the other sheets, so that those hold next to none. From the left: single
// values and where each column stands; a tally of each sheet; the fixed lists
// that dropdowns offer; and columns that are worked out row by row. A worked
// column is reached by a defined name. Its row n belongs to row n of its sheet
// however rows are sorted, added or deleted there.
//
// A worked column is written once and shared by its rows, which keeps the
// workbook small. Excel shares a formula only if it names no other sheet but
// through a defined name, and has no list in braces and no range made by a
// colon between two functions.

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
	personShown    = "PersonShown"  // the names of people as they stand
	actionArea     = "ActionArea"
	actionWord     = "ActionWord"
	actionMeaning  = "ActionMeaning"  // "" for a blank row
	actionFindings = "ActionFindings" // refs with a space before and after each
	findingAreas   = "FindingAreas"   // the same
	actionDue      = "ActionDue"      // Revised due, else Due, else 0
	actionOpen     = "ActionOpen"     // 1 or 0
	actionLate     = "ActionLate"     // 1 or 0
	actionTally    = "ActionTally"    // packed: 1 unless withdrawn, 1, 1 if done
	actionSignal   = "ActionSignal"   // packed: 1 if late, 1 if off track by its dates too, 1 if at risk by them
	actionState    = "ActionState"    // packed: 1 if embedded, 1 if not started
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

// Defined names of single cells.
const (
	today      = "Today"
	boardEvery = "BoardEvery" // days
	dueSoon    = "DueSoon"    // days
	freshFrom  = "FreshFrom"  // the first row of the log that was written since the last board
)

// logSince is the defined name of the actions that the log names from that row
// on. A log is written in the order of time, so nearly all of it is older.
const logSince = "LogSince"

// Before a ref in logRef: whether the line was written since the last board. A
// date in words counts as fresh, so that nothing is said that check does not.
const (
	logFresh = "+"
	logOld   = "-"
)

const (
	notKnown = "not known"
	farOff   = 100000 // later than any date
)

// Columns of the Lists sheet, and the first row of its single values.
const (
	tallyCol     = 3 // sheet, and what is counted of it
	listsFrom    = tallyCol + 8
	singleFrom   = 2
	sheetDeleted = "sheet deleted"
)

// singles are the values that stand once.
func singles(r reach) []struct{ name, formula string } {
	return []struct{ name, formula string }{
		{today, "TODAY()"},
		{boardEvery, threshold(workbook.FieldBoardEvery)},
		{dueSoon, threshold(workbook.FieldDueSoon)},
		{freshFrom, firstFresh(r)},
	}
}

// firstFresh looks at the log as it is typed, which is longer than what is
// worked out from it.
func firstFresh(r reach) string {
	log := workbook.FindSheet(workbook.SheetUpdates)
	days := down(log, workbook.ColDate, r.help(log.Name))
	return fmt.Sprintf("IFERROR(%[1]d-SUMPRODUCT(MAX(ISNUMBER(%[2]s)*(%[2]s>=%[3]s-%[4]s)*(%[1]d-ROW(%[2]s)))),%[1]d)", xlsx.LastRow, days, today, boardEvery)
}

// refNames are the worked columns of the refs and names that others point to:
// cleaned, so that 1.1 typed as a number or with a stray space is still found.
var refNames = map[string]string{workbook.SheetVisits: "VisitRef", workbook.SheetAreas: "AreaRef", workbook.SheetFindings: "FindingRef",
	workbook.SheetActions: "ActionRef", workbook.SheetMeasures: "MeasureRef", workbook.SheetPeople: "PersonName"}

// pickNames are the dropdowns of refs and names: what has been typed so far.
var pickNames = map[string]string{workbook.SheetVisits: "PickVisit", workbook.SheetAreas: "PickArea", workbook.SheetFindings: "PickFinding",
	workbook.SheetActions: "PickAction", workbook.SheetMeasures: "PickMeasure", workbook.SheetPeople: "PickPerson"}

const pickStatus = "PickStatus"

// repeatOf is the worked column that says which earlier row has a row's ref,
// counted from the heading; 0: none.
func repeatOf(sheet string) string { return refNames[sheet] + "Again" }

// checkOf is the worked column with what Check says, after its level.
func checkOf(sheet string) string { return "CheckOf" + sheet }

// chartMeanings is the order of the chart's bars, which ends with the actions
// whose status is blank or not on the Key sheet.
func chartMeanings() []string {
	return append(workbook.Names(workbook.Meanings), notKnown)
}

// workedNames are the worked columns in their order. The table is whole by the
// time that somebody asks.
var workedNames = sync.OnceValue(func() []string {
	names := []string{keyWord, keyMeaning, keyColour, meaningWord, meaningCount}
	for _, sheet := range []string{workbook.SheetVisits, workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures, workbook.SheetPeople} {
		names = append(names, refNames[sheet])
	}
	names = append(names, personShown, findingAreas, actionArea, actionWord, actionMeaning, actionFindings, actionDue, actionOpen, actionLate, actionTally, actionSignal, actionState, actionOwner, actionAreaAt, actionNext, actionLateBy, ownerOrder, areaTally, areaSignal, areaState, areaNext, logRef)
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
	return append(all, workedColumn{findingAreas, r.refs(findings.Name), spacedOut(text(findings, workbook.ColAreas), workbook.SheetAreas)}, workedColumn{refNames[workbook.SheetPeople], to, spaceless(name)}, workedColumn{personShown, to, name}, workedColumn{logRef, r.refs(log.Name), line})
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
		{actionDue, to, choose(ownDay(actions, workbook.ColRevisedDue)+">0", ownDay(actions, workbook.ColRevisedDue), "MAX(0,"+ownDay(actions, workbook.ColDue)+")")},
		{actionOpen, to, choose(oneOf(meaning, "", "delivered", "embedded", "withdrawn"), "0", "1")},
		{actionLate, to, fmt.Sprintf("IF(AND(%s=1,%s>0,%[2]s<%s),1,0)", open, due, today)},
		{actionTally, to, choose(meaning+`=""`, "0", r.pack(is(meaning+`<>"withdrawn"`), "1", is(oneOf(meaning, "delivered", "embedded"))))},
		{actionSignal, to, choose(open+"=0", "0", r.pack(late, is(offTrack), is("AND(NOT("+offTrack+"),"+atRisk+")")))},
		{actionState, to, choose(meaning+`=""`, "0", r.pack(is(meaning+`="embedded"`), is(meaning+`="not started"`), "0"))},
		{actionOwner, to, likeListed(text(actions, workbook.ColOwner), personShown)},
		{actionAreaAt, to, choose(meaning+`=""`, "0", choose(own(actionArea)+`=""`, "0", "IFERROR(MATCH("+own(actionArea)+","+refNames[workbook.SheetAreas]+",0),0)"))},
		{actionNext, to, choose(open+"=0", "0", choose("OR("+late+"=1,"+due+"=0)", "0", fmt.Sprintf("%d-", farOff)+due))},
		{actionLateBy, to, choose(late+"=1", own(actionOwner), `""`)},
		{ownerOrder, to, choose(own(actionLateBy)+`=""`, "0", choose(fmt.Sprintf("MATCH(%s,%s,0)<ROW()-1", own(actionLateBy), actionLateBy), "0",
			fmt.Sprintf("COUNTIF(%s,%s)+(%d-ROW())/%d", actionLateBy, own(actionLateBy), to, max(10000, to))))},
	}
}

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

// The words of formulas.

// ownDay is the day of a column of days, 0 of a blank cell and notDay of
// another.
func ownDay(s *workbook.Sheet, heading string) string { return own(dayName(s, heading)) }

// own is a worked column's value in the same row of the Lists sheet.
func own(name string) string { return "$" + workedLetter(name) + "{row}" }

// ownOn is a worked column's value for a row of the sheet that asks.
func ownOn(name string) string { return "INDEX(" + name + ",ROW()-1)" }

// oneOf is true of a value that is one of some words.
func oneOf(value string, words ...string) string {
	var each []string
	for _, w := range words {
		each = append(each, value+"="+literal(w))
	}
	return "OR(" + strings.Join(each, ",") + ")"
}

func choose(when, then, otherwise string) string {
	return "IF(" + when + "," + then + "," + otherwise + ")"
}

func literal(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }

// orElse is a formula, or words where it has no result.
func orElse(formula, words string) string { return "IFERROR(" + formula + "," + literal(words) + ")" }

// lookUp finds a value in one range and gives its neighbour in the other.
func lookUp(value, in, give string) string {
	return "INDEX(" + give + ",MATCH(" + value + "," + in + ",0))"
}

func isIn(value, list string) string { return "ISNUMBER(MATCH(" + value + "," + list + ",0))" }

// isRef is true of a ref that a sheet has. A long column of formulas takes many
// times as long to search as what is typed, so the refs as they are typed are
// searched first, and what is worked out from them only where a ref is not
// typed as it is compared, such as 1.1 as a number.
func isRef(ref, sheet string) string {
	s := workbook.FindSheet(sheet)
	if !hasCheck(s) {
		return isIn(ref, refNames[sheet])
	}
	return choose("IFERROR(MATCH("+ref+","+refsOf(s)+",0),0)>1", "TRUE", choose(ownTally(s, tallyOdd)+"=0", "FALSE", isIn(ref, refNames[sheet])))
}

// typed is a column of a sheet as it is typed, with its heading.
func typed(s *workbook.Sheet, heading string) string {
	return "INDEX(" + rowsOf(s) + ",0," + found(s, heading) + ")"
}

// spacedRefs is several refs of one cell with a single space between, as they
// are searched.
func spacedRefs(value string, how func(string) string) string { return how(separated(value, " ")) }

// spacedOut is those refs with a space before and after each, "" of a blank
// cell.
func spacedOut(value, sheet string) string {
	one := cleaned(value)
	return choose("LEN("+value+")=0", `""`, `" "&`+choose(isRef(one, sheet), one, spacedRefs(value, folded))+`&" "`)
}

// joined is true of a cell in which a space stands between refs where a
// semicolon should: check does not take such refs apart.
func joined(value string) string {
	return fmt.Sprintf(`ISNUMBER(FIND(" ",SUBSTITUTE(SUBSTITUTE(%s,"; ",";")," ;",";")))`, cleaned(separated(value, ";")))
}

// separated has one mark where refs of a cell are told apart.
func separated(value, mark string) string {
	for _, separator := range []string{literal(";"), literal(","), lineBreak} {
		if separator != literal(mark) {
			value = "SUBSTITUTE(" + value + "," + separator + "," + literal(mark) + ")"
		}
	}
	return value
}

// cleaned is a value as people type and paste it: without outer and double
// spaces, with non-breaking spaces and line breaks as plain ones, without the space of
// no width that web pages leave behind, and with the apostrophe that Word bends
// as that of the keyboard.
func cleaned(value string) string {
	return "TRIM(" + straight(oneLine(value)) + ")"
}

// folded is a value as check compares it: also with any dash as a hyphen, and
// without what else other programs leave in a text and nobody sees.
func folded(value string) string {
	for _, change := range [][2]string{{"\ufeff", ""}, {"\u00ad", ""}, {"\u202f", " "}, {"–", "-"}, {"—", "-"}, {"‐", "-"}, {"‑", "-"}, {"−", "-"}} {
		value = "SUBSTITUTE(" + value + "," + literal(change[0]) + "," + literal(change[1]) + ")"
	}
	return cleaned("SUBSTITUTE(" + value + `,CHAR(9)," ")`)
}

// asRef is a value as refs are compared that somebody types: a dash is a hyphen.
func asRef(value string) string {
	return `SUBSTITUTE(SUBSTITUTE(` + cleaned(value) + `,"–","-"),"‑","-")`
}

// likeListed is a value as it is compared with a list.
func likeListed(value, list string) string {
	return choose(isIn(cleaned(value), list), cleaned(value), folded(value))
}

func straight(value string) string {
	return `SUBSTITUTE(SUBSTITUTE(` + value + `,"’","'"),"‘","'")`
}

func oneLine(value string) string {
	return "SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(" + value + "," + literal(noBreak) + `," "),` + lineBreak + `," "),` + literal(noWidth) + `,"")`
}

// What pasted text brings and nobody sees.
const (
	noBreak   = "\u00a0" // the non-breaking space
	noWidth   = "\u200b"
	lineBreak = "CHAR(10)"
)

// spaceless is how names are compared.
func spaceless(value string) string { return "SUBSTITUTE(" + folded(value) + `," ","")` }

// fixedList is one column of values on the Lists sheet.
type fixedList struct {
	title  string
	values []string
}

// fixedLists are the schema's lists, each once, then the colours, and by
// meaning the colour and the default word.
var fixedLists = sync.OnceValue(func() []fixedList {
	var all []fixedList
	for _, s := range workbook.Sheets {
		for _, c := range s.Columns {
			known := slices.ContainsFunc(all, func(l fixedList) bool { return slices.Equal(l.values, c.List) })
			if c.Kind == workbook.List && !known {
				all = append(all, fixedList{s.Name + ": " + c.Heading, c.List})
			}
		}
	}
	var colours, words []string
	for _, m := range workbook.KeyOrder {
		colours = append(colours, m.Colour())
		words = append(words, m.Word())
	}
	for _, s := range workbook.Sheets {
		for i := range s.Columns {
			if c := &s.Columns[i]; len(c.Also) > 0 {
				all = append(all, fixedList{spellingsTitle(s, c), spellings(c, c.List...)})
			}
		}
	}
	kind := workbook.FindSheet(workbook.SheetFindings).Column(workbook.ColKind)
	all = append(all, fixedList{kindsToAnswer, spellings(kind, workbook.KindPriorityAction, workbook.KindImprovementNeeded, workbook.KindConcern)})
	measures := workbook.FindSheet(workbook.SheetMeasures).Column(workbook.ColBetterWhen)
	for _, way := range measures.List {
		all = append(all, fixedList{betterTitle(way), spellings(measures, way)})
	}
	all = append(all, fixedList{numberMarks, []string{".0", "+.0", "-.0", "+0", "-0", "0"}})
	all = append(all, fixedList{notInRefs, strings.Split(` !"#$%&'()*+,/:;<=>?@[\]^`+"`"+`{|}~£€¦“”…•`, "")})
	all = append(all, writtenDates()...)
	return append(all, fixedList{"Colours", workbook.Colours}, fixedList{"Colour by meaning", colours}, fixedList{"Default word", words},
		fixedList{"Meanings of the chart", chartMeanings()})
})

// kindsToAnswer is the list of the kinds of finding that a plan has to answer.
const kindsToAnswer = "Kinds of finding to answer"

// notInRefs is the list of marks that a ref can't have.
const notInRefs = "Not in a ref"

// betterTitle is the list of all that is read as one way of getting better.
func betterTitle(way string) string { return "Better when: " + way }

func spellingsTitle(s *workbook.Sheet, c *workbook.Column) string {
	return s.Name + ": " + c.Heading + ", as it may be spelt"
}

// spellings is some values of a list and what else is read as one of them.
func spellings(c *workbook.Column, values ...string) []string {
	all := slices.Clone(values)
	for _, other := range slices.Sorted(maps.Keys(c.Also)) {
		if slices.Contains(values, c.Also[other]) {
			all = append(all, other)
		}
	}
	return all
}

// meaningList is the seven meanings in the order in which the key offers
// them.
func meaningList() []string {
	return workbook.FindSheet(workbook.SheetKey).Column(workbook.ColMeans).List
}

// ownList is where a list stands on the Lists sheet, for its own formulas;
// listRange is that for other sheets.
func ownList(values []string) string {
	return fixedRange(func(l fixedList) bool { return slices.Equal(l.values, values) })
}

func listRange(values []string) string { return listsSheet + "!" + ownList(values) }

func meaningRange() string       { return ownList(meaningList()) }
func colourRange() string        { return ownList(workbook.Colours) }
func meaningColourRange() string { return titledRange("Colour by meaning") }
func defaultWordRange() string   { return titledRange("Default word") }

func titledRange(title string) string {
	return fixedRange(func(l fixedList) bool { return l.title == title })
}

// firstOf is where the first values of a list stand.
func firstOf(title string, n int) string {
	whole := titledRange(title)
	return fmt.Sprintf("%s$%d", whole[:strings.LastIndexByte(whole, '$')], n+1)
}

func fixedRange(is func(fixedList) bool) string {
	lists := fixedLists()
	i := slices.IndexFunc(lists, is)
	letter := xlsx.ColumnLetters(listsFrom + i)
	return fmt.Sprintf("$%s$2:$%s$%d", letter, letter, len(lists[i].values)+1)
}

// fillLists writes the Lists sheet.
func (b *blankBook) fillLists() {
	b.fillSingles()
	b.fillTallies()
	lists := fixedLists()
	for i, l := range lists {
		b.say(listsSheet, listsFrom+i, 1, l.title)
		for j, v := range l.values {
			b.say(listsSheet, listsFrom+i, j+2, v)
		}
	}
	b.name(chartMeaningName, listRange(chartMeanings()))
	columns := workedColumns(b.reach)
	for i, name := range workedNames() {
		w := columns[slices.IndexFunc(columns, func(w workedColumn) bool { return w.name == name })]
		col, letter := listsFrom+len(lists)+i, workedLetter(name)
		b.say(listsSheet, col, 1, name)
		b.formulaDown(listsSheet, col, 2, w.to, w.formula)
		b.name(name, fmt.Sprintf("%s!$%s$2:$%s$%d", listsSheet, letter, letter, w.to))
	}
	last := listsFrom + len(lists) + len(workedNames()) - 1
	b.do(b.x.SetCellStyle(listsSheet, "A1", xlsx.ColumnLetters(last)+"1", b.looks.tableHead))
	b.do(b.x.SetColWidth(listsSheet, "A", xlsx.ColumnLetters(last), 18))
	b.finish(page{sheet: listsSheet, lastCol: last, lastRow: b.reach.longest(), freezeRows: 1, tab: otherTab})
}

// chartMeaningName is the defined name of the list chartMeanings.
const chartMeaningName = "ChartMeaning"

// fillSingles writes the single values, and where the columns stand.
func (b *blankBook) fillSingles() {
	b.say(listsSheet, 1, 1, "What")
	b.say(listsSheet, 2, 1, "Value, or which column")
	for i, v := range singles(b.reach) {
		b.say(listsSheet, 1, singleFrom+i, v.name)
		b.formula(listsSheet, 2, singleFrom+i, v.formula)
		b.name(v.name, fmt.Sprintf("%s!$B$%d", listsSheet, singleFrom+i))
	}
	row := foundFrom
	for _, s := range workbook.Sheets {
		if !s.Fields {
			b.nameSheet(s)
		}
		for i := range s.Columns {
			if inBlock(s, i) {
				b.say(listsSheet, 1, row, s.Name+": "+s.Columns[i].Heading)
				b.formula(listsSheet, 2, row, findHeading(s, &s.Columns[i]))
				row++
			}
		}
	}
	log := workbook.FindSheet(workbook.SheetUpdates)
	place := listsSheet + "!" + found(log, workbook.ColAction)
	b.name(logSince, fmt.Sprintf("INDEX(%[1]s,%[2]s,%[3]s):INDEX(%[1]s,MAX(%[2]s,%[4]d),%[3]s)", rowsOf(log), freshFrom, place, b.reach.help(log.Name)))
	for _, n := range foundNames() {
		b.name(n.name, listsSheet+"!"+n.at)
	}
}

// nameRanges makes the dropdowns that show what has been typed so far.
func (b *blankBook) nameRanges() {
	for _, s := range workbook.Sheets {
		if name := pickNames[s.Name]; name != "" {
			b.name(name, typedSoFar(pickFrom(s), tallyCell(s, tallyLast)))
		}
	}
	b.name(pickStatus, typedSoFar(keyWord, tallyCell(workbook.FindSheet(workbook.SheetKey), tallyLast)))
}

// pickFrom is the worked column that a dropdown offers.
func pickFrom(s *workbook.Sheet) string {
	switch s.Name {
	case workbook.SheetPeople:
		return personShown
	case workbook.SheetKey:
		return keyWord
	}
	return refNames[s.Name]
}

// threshold is a number of the Plan sheet, or its default.
func threshold(field string) string {
	return fmt.Sprintf("IFERROR(IF(ISNUMBER(%s),%[1]s,%[2]s),%[2]s)", fieldValue(field), workbook.FindSheet(workbook.SheetPlan).Column(field).Default)
}

// fieldValue is the value beside a field of the Plan sheet.
func fieldValue(field string) string {
	return lookUp(literal(field), workbook.SheetPlan+"!$A$1:$A$100", workbook.SheetPlan+"!$B$1:$B$100")
}

// typedSoFar is a worked column down to the last row with something in it.
func typedSoFar(name, last string) string {
	return fmt.Sprintf("INDEX(%[1]s,1):INDEX(%[1]s,MAX(1,%[2]s))", name, last)
}

func (b *blankBook) name(name, refersTo string) {
	b.do(b.x.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo}))
}

// say writes words into a cell.
func (b *blankBook) say(sheet string, col, row int, words string) {
	b.do(b.x.SetCellStr(sheet, xlsx.Cell{Col: col, Row: row}.Name(), words))
}

// formula writes a formula into a cell.
func (b *blankBook) formula(sheet string, col, row int, formula string) {
	b.do(b.x.SetCellFormula(sheet, xlsx.Cell{Col: col, Row: row}.Name(), formula))
}

// formulaDown writes a formula into a column from a first row to a last one.
// {row} in it is the row. It is written once and shared by all rows.
func (b *blankBook) formulaDown(sheet string, col, first, last int, formula string) {
	from, to := xlsx.Cell{Col: col, Row: first}.Name(), xlsx.Cell{Col: col, Row: last}.Name()
	b.do(b.x.SetCellFormula(sheet, from, atRow(formula, first), excelize.FormulaOpts{Type: ptr(excelize.STCellFormulaTypeShared), Ref: ptr(from + ":" + to)}))
}

func atRow(formula string, row int) string {
	return strings.ReplaceAll(formula, "{row}", fmt.Sprint(row))
}
