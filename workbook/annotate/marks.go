package annotate

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// markFills are the colours of marks. The dark text on them has a contrast of
// more than 10:1; severity is also said in words in the note.
var markFills = map[workbook.Severity]string{workbook.Error: "FFC7CE", workbook.Warning: "FFE699", workbook.Advice: "DDEBF7"}

const markInk = "1A1A1A"

// markLook is the number of the look that a cell takes on on top of its own.
func markLook(styles *xlsx.StyleSheet, severity workbook.Severity) int {
	return styles.Add("dxfs", `<dxf><font><color rgb="FF`+markInk+`"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF`+markFills[severity]+
		`"/><bgColor rgb="FF`+markFills[severity]+`"/></patternFill></fill></dxf>`)
}

// markFormula is always true. Its words tell our marks from the formatting
// rules of the user, also after another program has saved the file.
func markFormula(severity workbook.Severity) string {
	return `LEN("actionplan ` + severity.String() + `")>0`
}

var isMarkFormula = words.MustCompile(`(?i)^\s*LEN\(\s*"actionplan (error|warning|advice)"\s*\)\s*>\s*0\s*$`)
