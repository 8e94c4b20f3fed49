package xlsx

import "strconv"

// Cell is one place in a workbook file. Col and Row are the physical ones,
// counted from 1 as Excel shows them; 0 means that the place is the whole
// sheet, and an empty Sheet that it is the whole file.
type Cell struct {
	File  string // base name of the file
	Sheet string // as the file spells it
	Col   int
	Row   int
}

// Name is the address without the sheet ("F12"), or "" for a whole sheet or
// file.
func (c Cell) Name() string {
	if c.Col < 1 || c.Row < 1 {
		return ""
	}
	return ColumnLetters(c.Col) + strconv.Itoa(c.Row)
}

// String is the address as Excel writes it: Actions!F12, 'Action plan'!F12,
// the sheet alone, or the file alone.
func (c Cell) String() string {
	switch {
	case c.Sheet == "":
		return c.File
	case c.Name() == "":
		return c.Sheet
	}
	return QuoteSheet(c.Sheet) + "!" + c.Name()
}

// ColumnLetters turns 1 into A, 27 into AA.
func ColumnLetters(col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}

// QuoteSheet adds the quotes that a formula needs round a sheet's name.
func QuoteSheet(name string) string {
	for _, r := range name {
		plain := r == '_' || r == '.' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
		if !plain {
			return "'" + doubleQuotes(name) + "'"
		}
	}
	return name
}

func doubleQuotes(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\'' {
			out = append(out, '\'')
		}
		out = append(out, s[i])
	}
	return string(out)
}
