package blank

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// The Summary sheet counts the plan as it stands today. All of it is formulas,
// so it is right after every edit.

// Rows of the Summary sheet, from the top. Its areas begin a page.
const (
	glanceRow = 4
	wordsRow  = glanceRow + 8
)

func (r reach) ownersRow() int { return wordsRow + r.words() + 4 }
func (r reach) areasRow() int  { return r.ownersRow() + summaryOwners + 3 }
func (r reach) areasLast() int { return r.areasRow() + 1 + r.areas() }

var summaryWidths = []float64{10, 52, 32, 26, 10, 10, 12, 15}

func (b *blankBook) fillSummary() {
	for i, width := range summaryWidths {
		letter := xlsx.ColumnLetters(i + 1)
		b.do(b.x.SetColWidth(summarySheet, letter, letter, width))
	}
	b.summaryTitle()
	b.summaryGlance()
	b.summaryStatus()
	b.summaryOwners()
	b.summaryAreas()
	b.statusChart()
	b.hideGrid(summarySheet)
	b.finish(page{sheet: summarySheet, lastCol: len(summaryWidths), lastRow: b.reach.areasLast(), tab: ownTab})
	areasRow := b.reach.areasRow()
	b.repeat(summarySheet, fmt.Sprintf("%s!$%d:$%d", summarySheet, areasRow, areasRow+1))
	b.do(b.x.InsertPageBreak(summarySheet, fmt.Sprintf("A%d", areasRow)))
	if b.reach.breaks[summarySheet] {
		b.do(b.x.InsertPageBreak(summarySheet, fmt.Sprintf("A%d", areasRow+1+b.reach.rows[workbook.SheetAreas])))
	}
}

func (b *blankBook) summaryTitle() {
	title := fmt.Sprintf(`IF(LEN(%[1]s)=0,"Summary of the plan",%[1]s)`, `TRIM(IFERROR(`+fieldValue(workbook.FieldTitle)+`,""))`)
	b.formula(summarySheet, 1, 1, title)
	b.formula(summarySheet, 1, 2, `TRIM(IFERROR(`+fieldValue(workbook.FieldOrganisation)+`,"")&" as at "&DAY(Today)&" "&`+monthName()+`&" "&YEAR(Today)&", worked out from the other sheets. Nothing is typed here.")`)
	b.do(b.x.SetCellStyle(summarySheet, "A1", "A1", b.looks.title))
	b.do(b.x.SetCellStyle(summarySheet, "A2", "A2", b.looks.plain))
	b.do(b.x.SetRowHeight(summarySheet, 1, 30))
}

// monthName does not depend on the language that Excel runs in.
func monthName() string {
	return `CHOOSE(MONTH(Today),"January","February","March","April","May","June","July","August","September","October","November","December")`
}

func (b *blankBook) summaryGlance() {
	b.section(glanceRow, "At a glance")
	toFix := ""
	for _, name := range checkedSheets {
		toFix += "+" + tallyCell(workbook.FindSheet(name), tallyToFix)
	}
	lines := []struct{ formula, words string }{ // both formulas
		{tallyCell(workbook.FindSheet(workbook.SheetAreas), tallyFilled), literal("improvement areas")},
		{fmt.Sprintf(`SUMPRODUCT((%[1]s<>"")*(%[1]s<>"withdrawn"))`, actionMeaning), literal("actions, without those withdrawn")},
		{fmt.Sprintf(`COUNTIF(%[1]s,"delivered")+COUNTIF(%[1]s,"embedded")`, actionMeaning), literal("of them done (delivered or embedded)")},
		{fmt.Sprintf("SUM(%s)", actionLate), literal("open actions overdue")},
		{fmt.Sprintf("SUMPRODUCT(%s*(%s<=%s+%s))", ahead, actionDue, today, dueSoon), `"open actions due in the next "&` + dueSoon + `&" days"`},
		{toFix[1:], literal("rows to fix, as their Check says")},
	}
	for i, line := range lines {
		row := glanceRow + 1 + i
		b.formula(summarySheet, 1, row, line.formula)
		b.formula(summarySheet, 2, row, line.words)
		b.styleRow(row, 1, 1, b.looks.count)
		b.styleRow(row, 2, 3, b.looks.plain)
	}
	b.ruleRows("A", "C", glanceRow+1, glanceRow+len(lines))
}

func (b *blankBook) summaryStatus() {
	b.section(wordsRow, "Actions by status word")
	b.heads(wordsRow+1, "Actions", "Status word", "What it means")
	words := b.reach.words()
	last := tallyCell(workbook.FindSheet(workbook.SheetKey), tallyLast)
	for i := 1; i <= words+1; i++ {
		row := wordsRow + 1 + i
		word := fmt.Sprintf("INDEX(%s,%d)", keyWord, i)
		other := fmt.Sprintf("%s=%d", last, i-1)
		b.formula(summarySheet, 1, row, choose(other, fmt.Sprintf(`COUNTIF(%s,"%s")`, actionMeaning, notKnown), choose("LEN("+word+")=0", `""`, fmt.Sprintf("COUNTIF(%s,%s)", actionWord, word))))
		b.formula(summarySheet, 2, row, choose(other, `"No status, or not on the Key sheet"`, word+`&""`))
		b.formula(summarySheet, 3, row, choose("LEN("+word+")=0", `""`, fmt.Sprintf("INDEX(%s,%d)", keyMeaning, i)))
		b.styleRow(row, 1, 1, b.looks.count)
		b.styleRow(row, 2, 3, b.looks.words)
	}
	b.colourStatus(summarySheet, fmt.Sprintf("B%d:B%d", wordsRow+2, wordsRow+2+words), fmt.Sprintf("$B%d", wordsRow+2))
	b.ruleRows("A", "C", wordsRow+2, wordsRow+2+words)
}

func (b *blankBook) summaryOwners() {
	ownersRow := b.reach.ownersRow()
	b.section(ownersRow, "Overdue by owner")
	b.heads(ownersRow+1, "Overdue", "Owner", "Open actions", "Longest overdue, in days")
	for i := 1; i <= summaryOwners; i++ {
		row := ownersRow + 1 + i
		order := fmt.Sprintf("LARGE(%s,%d)", ownerOrder, i)
		name := fmt.Sprintf("$B%d", row)
		nobody := `""`
		if i == 1 {
			nobody = `"Nobody has an overdue action"`
		}
		b.formula(summarySheet, 1, row, choose(order+"<1", `""`, "INT("+order+")"))
		b.formula(summarySheet, 2, row, choose(order+"<1", nobody, lookUp(order, ownerOrder, actionOwner)))
		b.formula(summarySheet, 3, row, choose(order+"<1", `""`, fmt.Sprintf("COUNTIFS(%s,%s,%s,1)", actionOwner, name, actionOpen)))
		b.formula(summarySheet, 4, row, choose(order+"<1", `""`, fmt.Sprintf("SUMPRODUCT(MAX((%s=%s)*(%s=1)*(Today-%s)))", actionOwner, name, actionLate, actionDue)))
		b.styleRow(row, 1, 1, b.looks.count)
		b.styleRow(row, 2, 2, b.looks.words)
		b.styleRow(row, 3, 4, b.looks.count)
	}
	b.ruleRows("A", "D", ownersRow+2, ownersRow+1+summaryOwners)
}

// summaryAreas lists the areas with their status: the one stated, else the
// one that follows from the actions, by the same rules as the board papers.
func (b *blankBook) summaryAreas() {
	areasRow, areasLast := b.reach.areasRow(), b.reach.areasLast()
	none := tallyCell(workbook.FindSheet(workbook.SheetAreas), tallyFilled) + "=0"
	b.formula(summarySheet, 1, areasRow, choose(none, `"Improvement areas: none yet. They come from the Areas sheet."`, `"Improvement areas"`))
	b.sectionLook(areasRow)
	b.heads(areasRow+1, "Ref", "Improvement area", "Accountable owner", "Status", "Done", "Of", "Overdue", "Next date")
	first := areasRow + 2
	for j, formula := range b.reach.areaFormulas(first) {
		b.formulaDown(summarySheet, j+1, first, areasLast, formula)
	}
	for row := first; row <= areasLast; row++ {
		if row-first < b.reach.rows[workbook.SheetAreas] {
			b.do(b.x.SetRowHeight(summarySheet, row, areaHeight))
		}
		b.styleRow(row, 1, 4, b.looks.words)
		b.styleRow(row, 5, 7, b.looks.count)
		b.styleRow(row, 8, 8, b.looks.date)
	}
	status := fmt.Sprintf(`LEFT($D%d&" (",FIND(" (",$D%[1]d&" (")-1)`, first)
	b.colourStatus(summarySheet, fmt.Sprintf("D%d:D%d", first, areasLast), status)
	b.ruleRows("A", "H", first, areasLast)
}

// areaHeight has room for two lines where there is an area already: formulas do
// not fit their rows.
const areaHeight = 30

// ahead is 1 for each open action with a date that has not passed.
const ahead = "(" + actionOpen + "=1)*(" + actionLate + "=0)*(" + actionDue + ">0)"

// areaFormulas are the columns of an area's row, the same in every row from a
// first one on.
func (r reach) areaFormulas(first int) []string {
	areas := workbook.FindSheet(workbook.SheetAreas)
	n := fmt.Sprintf("ROW()-%d", first-1)
	cell := func(place string) string {
		return fmt.Sprintf("INDEX(%s,ROW()-%d,%s)", rowsOf(areas), first-2, place)
	}
	words := func(place string) string { return "IFERROR(" + cell(place) + `&"","")` }
	ifThere := func(formula string) string { return choose(`$A{row}=""`, `""`, formula) }
	of := func(name string) string {
		return fmt.Sprintf("INDEX(%s,MATCH($A{row},%s,0))", name, refNames[workbook.SheetAreas])
	}
	target := fmt.Sprintf("INDEX(%s,%s)", dayName(areas, workbook.ColTargetDate), n)
	stated := cleaned(words(areaStatusAt))
	return []string{
		fmt.Sprintf(`IFERROR(INDEX(%s,%s)&"","")`, refNames[workbook.SheetAreas], n),
		ifThere(words(areaNameAt)),
		ifThere(words(areaOwnerAt)),
		ifThere(choose("LEN("+stated+")>0", stated, r.derivedStatus(of)+`&" (from its actions)"`)),
		ifThere(r.unpack(of(areaTally), 3)), ifThere(r.unpack(of(areaTally), 1)), ifThere(r.unpack(of(areaSignal), 1)),
		ifThere(choose(of(areaNext)+">0", fmt.Sprintf("%d-", farOff)+of(areaNext), choose(target+">0", target, `""`))),
	}
}

// derivedStatus is the first line that holds, of the actions that are not
// withdrawn. Lateness and missing dates are in what each action signals.
func (r reach) derivedStatus(of func(string) string) string {
	word := func(m workbook.Meaning) string {
		return lookUp(literal(m.String()), chartMeaningName, meaningWord)
	}
	return choose(of(areaTally)+"=0", `"No actions"`,
		choose("$F{row}=0", word(workbook.Withdrawn),
			choose(r.unpack(of(areaSignal), 2)+">0", word(workbook.OffTrack),
				choose(r.unpack(of(areaSignal), 3)+">0", word(workbook.AtRisk),
					choose(r.unpack(of(areaState), 1)+"=$F{row}", word(workbook.Embedded),
						choose("$E{row}=$F{row}", word(workbook.Delivered),
							choose(r.unpack(of(areaState), 2)+"=$F{row}", word(workbook.NotStarted), word(workbook.OnTrack))))))))
}

// statusChart draws how many actions have each meaning, under the first word
// that the key has for it.
func (b *blankBook) statusChart() {
	dark := excelize.Font{Family: fontName, Size: 11, Color: ink}
	n := len(chartMeanings()) + 1
	words, counts := workedLetter(meaningWord), workedLetter(meaningCount)
	b.do(b.x.AddChart(summarySheet, fmt.Sprintf("D%d", glanceRow), &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name:              fmt.Sprintf("%s!$A$%d", summarySheet, wordsRow+1),
			Categories:        fmt.Sprintf("%s!$%s$2:$%[2]s$%d", listsSheet, words, n),
			Values:            fmt.Sprintf("%s!$%s$2:$%[2]s$%d", listsSheet, counts, n),
			Fill:              solid(slate),
			Line:              excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(ink), Width: 0.75},
			DataLabel:         excelize.ChartDataLabel{Font: dark},
			DataLabelPosition: excelize.ChartDataLabelsPositionOutsideEnd,
		}},
		Format: excelize.GraphicOptions{
			Name:    "Actions by status",
			AltText: "Bar chart of how many actions have each status. The same counts stand in the table to the left of it, Actions by status word.",
		},
		Dimension: excelize.ChartDimension{Width: 590, Height: 420},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "Actions by status", Font: &excelize.Font{Family: fontName, Size: 13, Bold: true, Color: ink}}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: dark},
		YAxis:     excelize.ChartAxis{None: true, Minimum: ptr(0.0), Font: dark},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		GapWidth:  ptr(uint(45)),
		Border:    excelize.LineOptions{Type: excelize.LineNone},
	}))
}

// finishChart gives each bar its meaning's colour, which the writing library
// does only for round charts, and brings the series into the order that the
// format prescribes.
func finishChart(chart string) string {
	const invert, smooth = `<invertIfNegative val="0"></invertIfNegative>`, `<smooth val="0"></smooth>`
	points := invert
	for i, m := range workbook.Meanings {
		points += fmt.Sprintf(`<dPt><idx val="%d"></idx>%s<bubble3D val="0"></bubble3D><spPr><a:solidFill><a:srgbClr val="%s"></a:srgbClr></a:solidFill>`+
			`<a:ln w="9525"><a:solidFill><a:srgbClr val="%s"></a:srgbClr></a:solidFill></a:ln></spPr></dPt>`, i, invert, m.Look().Fill, ink)
	}
	chart = strings.Replace(chart, invert, "", 1)
	chart = strings.Replace(chart, smooth, "", 1)
	chart = strings.Replace(chart, `<varyColors val="1">`, `<varyColors val="0">`, 1)
	chart = strings.ReplaceAll(chart, `"en-US"`, `"en-GB"`)
	return strings.Replace(chart, "<dLbls>", points+"<dLbls>", 1)
}

func (b *blankBook) section(row int, words string) {
	b.say(summarySheet, 1, row, words)
	b.sectionLook(row)
}

func (b *blankBook) sectionLook(row int) {
	b.styleRow(row, 1, 1, b.looks.section)
	b.do(b.x.SetRowHeight(summarySheet, row, 24))
}

func (b *blankBook) heads(row int, names ...string) {
	for i, name := range names {
		b.say(summarySheet, i+1, row, name)
	}
	b.styleRow(row, 1, len(names), b.looks.tableHead)
}

func (b *blankBook) styleRow(row, from, to, look int) {
	b.do(b.x.SetCellStyle(summarySheet, xlsx.Cell{Col: from, Row: row}.Name(), xlsx.Cell{Col: to, Row: row}.Name(), look))
}

// ruleRows draws a line under the rows that say something.
func (b *blankBook) ruleRows(from, to string, first, last int) {
	b.format(summarySheet, fmt.Sprintf("%s%d:%s%d", from, first, to, last), fmt.Sprintf("LEN($B%d)>0", first), b.looks.started)
}
