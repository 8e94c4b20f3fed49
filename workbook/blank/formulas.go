package blank

import (
	"fmt"
	"strings"

	"actionplan/workbook"
)

// What formulas are put together from.

// ownDay is the day of a column of days, 0 of a blank cell and notDay of
// another.
func ownDay(s *workbook.Sheet, heading string) string { return own(dayName(s, heading)) }

// own is a worked column's value in the same row of the Lists sheet.
func own(name string) string { return "$" + workedLetter(name) + "{row}" }

// above is a worked column's value in the row before.
func above(name string) string { return "$" + workedLetter(name) + "{before}" }

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
	alone := both(`ISERROR(FIND(";",`+value+"))", isRef(one, sheet)) // what is not there takes longest to search
	return choose("LEN("+value+")=0", `""`, `" "&`+choose(alone, one, spacedRefs(value, folded))+`&" "`)
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
