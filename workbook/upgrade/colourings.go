package upgrade

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/efp"
	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"

	"actionplan/workbook/words"
)

// colourings works out what a sheet's rules make of its cells, as Excel does
// when it shows them. Rules that ask for the day, or that cannot be worked
// out, are not read: that is told at the cell.
type colourings struct {
	u     *upgrade
	sheet *workbook.SurveyedSheet
	known map[place]xlsx.Colouring
	asked map[place]bool
	not   map[place]bool
}

// scratch is a sheet on which formulas are worked out.
const scratch = "actionplan scratch"

// mostFormulas bounds the work on a sheet full of rules.
const mostFormulas = 20_000

func (u *upgrade) colourings(s *workbook.SurveyedSheet) *colourings {
	if u.rules[s.Name] == nil {
		u.rules[s.Name] = &colourings{u: u, sheet: s, known: map[place]xlsx.Colouring{}, asked: map[place]bool{}, not: map[place]bool{}}
	}
	return u.rules[s.Name]
}

// at is the first rule that holds for a cell and gives it a colour.
func (c *colourings) at(p place) (xlsx.Colouring, bool) {
	if !c.asked[p] {
		c.asked[p] = true
		for _, rule := range c.sheet.Colourings {
			if rule.Fill == "" && rule.Ink == "" || !covers(rule, p) {
				continue
			}
			holds, read := c.holds(rule, p)
			if !read {
				c.not[p] = true
			}
			if holds {
				c.known[p] = rule
				break
			}
		}
	}
	rule, ok := c.known[p]
	return rule, ok
}

// unread is true of a cell that has a rule which could not be worked out.
func (c *colourings) unread(p place) bool {
	c.at(p)
	return c.not[p]
}

func covers(rule xlsx.Colouring, p place) bool {
	return slices.ContainsFunc(rule.Blocks, func(m xlsx.Block) bool {
		return m.Col <= p.col && p.col <= m.LastCol && m.Row <= p.row && p.row <= m.LastRow
	})
}

// holds says whether a rule holds for a cell; read is false where nobody can
// tell from the file.
func (c *colourings) holds(rule xlsx.Colouring, p place) (holds, read bool) {
	self := xlsx.Cell{Col: p.col, Row: p.row}.Name()
	quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	first := ""
	if len(rule.Formulas) > 0 {
		first = c.moved(rule, p, rule.Formulas[0])
	}
	on := c.onSheet(self)
	switch rule.Kind {
	case "expression":
		return c.work(first)
	case "cellIs":
		sign := map[string]string{"equal": "=", "notEqual": "<>", "greaterThan": ">", "lessThan": "<", "greaterThanOrEqual": ">=", "lessThanOrEqual": "<="}[rule.Operator]
		if sign == "" && len(rule.Formulas) == 2 && (rule.Operator == "between" || rule.Operator == "notBetween") {
			between := "AND(" + on + ">=" + first + "," + on + "<=" + c.moved(rule, p, rule.Formulas[1]) + ")"
			if rule.Operator == "notBetween" {
				between = "NOT(" + between + ")"
			}
			return c.work(between)
		}
		if sign == "" || first == "" {
			return false, false
		}
		return c.work(on + sign + first)
	case "containsText", "notContainsText", "beginsWith", "endsWith":
		text := quote(rule.Text)
		formula := map[string]string{
			"containsText": "ISNUMBER(SEARCH(" + text + "," + on + "))", "notContainsText": "NOT(ISNUMBER(SEARCH(" + text + "," + on + ")))",
			"beginsWith": "LEFT(" + on + "," + strconv.Itoa(len([]rune(rule.Text))) + ")=" + text, "endsWith": "RIGHT(" + on + "," + strconv.Itoa(len([]rune(rule.Text))) + ")=" + text,
		}[rule.Kind]
		return c.work(formula)
	case "containsBlanks":
		return c.work("LEN(TRIM(" + on + "))=0")
	case "notContainsBlanks":
		return c.work("LEN(TRIM(" + on + "))>0")
	}
	return false, false
}

func (c *colourings) onSheet(name string) string {
	return "'" + strings.ReplaceAll(c.sheet.Name, "'", "''") + "'!" + name
}

var (
	address  = words.MustCompile(`^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$`)
	byTheDay = words.MustCompile(`(?i)\b(today|now|rand|randbetween|offset|indirect|info|cell)\(`)
)

// moved is a rule's formula as it counts for a cell: it is written for the
// first cell of the rule's own.
func (c *colourings) moved(rule xlsx.Colouring, p place, formula string) string {
	first := rule.Blocks[0]
	for _, m := range rule.Blocks {
		first.Row, first.Col = min(first.Row, m.Row), min(first.Col, m.Col)
	}
	parser := efp.ExcelParser()
	parser.Parse(strings.TrimPrefix(formula, "="))
	for i, token := range parser.Tokens.Items {
		if token.TType != efp.TokenTypeOperand || token.TSubType != efp.TokenSubTypeRange || strings.Contains(token.TValue, "!") {
			continue
		}
		parts := strings.Split(token.TValue, ":")
		for j, part := range parts {
			if f := address.FindStringSubmatch(part); f != nil {
				parts[j] = shifted(f, p.row-first.Row, p.col-first.Col)
			}
		}
		parser.Tokens.Items[i].TValue = c.onSheet(strings.Join(parts, ":"))
	}
	return parser.Render()
}

func shifted(f []string, down, right int) string {
	col, err := excelize.ColumnNameToNumber(f[2])
	row, err2 := strconv.Atoi(f[4])
	if err != nil || err2 != nil {
		return f[0]
	}
	if f[1] == "" {
		col += right
	}
	if f[3] == "" {
		row += down
	}
	if col < 1 || row < 1 {
		return "#REF!"
	}
	return xlsx.Cell{Col: col, Row: row}.Name()
}

// work works a formula out on a scratch sheet of a copy of the file.
func (c *colourings) work(formula string) (holds, read bool) {
	u := c.u
	if formula == "" || byTheDay.MatchString(formula) || u.worked >= mostFormulas {
		return false, false
	}
	u.worked++
	if u.sheetFile == nil {
		file, err := excelize.OpenReader(bytes.NewReader(u.data))
		if err != nil {
			return false, false
		}
		if _, err := file.NewSheet(scratch); err != nil {
			return false, false
		}
		u.sheetFile = file
	}
	defer func() {
		// A formula that the library cannot digest is one that is not read.
		if recover() != nil {
			holds, read = false, false
		}
	}()
	at := "A" + strconv.Itoa(u.worked)
	if err := u.sheetFile.SetCellFormula(scratch, at, formula); err != nil {
		return false, false
	}
	value, err := u.sheetFile.CalcCellValue(scratch, at, excelize.Options{RawCellValue: true})
	if err != nil {
		return false, strings.HasPrefix(value, "#")
	}
	n, err := strconv.ParseFloat(value, 64)
	return strings.EqualFold(value, "TRUE") || err == nil && n != 0, true
}

// iconWords are the colours of icon sets, the lowest value first.
var iconWords = map[string][]string{
	"3TrafficLights1": {"Red", "Amber", "Green"}, "3TrafficLights2": {"Red", "Amber", "Green"}, "3Signs": {"Red", "Amber", "Green"}, "3Flags": {"Red", "Amber", "Green"},
	"3Symbols": {"Red", "Amber", "Green"}, "3Symbols2": {"Red", "Amber", "Green"}, "4TrafficLights": {"Black", "Red", "Amber", "Green"}, "4RedToBlack": {"Black", "Grey", "Pink", "Red"},
}

// icon is the colour of the icon that a sheet shows for a number, "" for none.
func (c *colourings) icon(p place, value float64) string {
	for _, rule := range c.sheet.Colourings {
		words := iconWords[rule.Icons]
		if words == nil || !covers(rule, p) || len(rule.Stops) != len(words) {
			continue
		}
		at := -1
		for i, stop := range rule.Stops {
			n, err := strconv.ParseFloat(stop.Value, 64)
			switch {
			case stop.Kind == "percent" || stop.Kind == "percentile":
				n = c.share(rule, n)
			case err != nil:
				return ""
			}
			if i == 0 || value >= n {
				at = i
			}
		}
		if rule.Reverse {
			at = len(words) - 1 - at
		}
		return words[at]
	}
	return ""
}

// share is the value at so many per cent between the least and the most of a
// rule's cells.
func (c *colourings) share(rule xlsx.Colouring, percent float64) float64 {
	least, most, any := 0.0, 0.0, false
	for _, r := range c.sheet.Rows {
		for _, cell := range r.Cells {
			n, err := strconv.ParseFloat(cell.Text, 64)
			if err != nil || !cell.Number || !covers(rule, place{c.sheet.Name, r.Number, cell.Col}) {
				continue
			}
			if !any {
				least, most, any = n, n, true
			}
			least, most = min(least, n), max(most, n)
		}
	}
	return least + (most-least)*percent/100
}
