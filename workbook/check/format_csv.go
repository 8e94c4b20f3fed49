package check

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"actionplan/workbook"
)

// WriteCSV prints one problem a line, for Excel: the waived ones last, with
// who answers for them. No cell can start a formula. It begins with a byte
// order mark, without which Excel misreads curly quotes and dashes.
func WriteCSV(w io.Writer, r Result) error {
	out, err := newCSV(w, csvHeadings)
	if err != nil {
		return err
	}
	for _, p := range r.Problems {
		out.Write(r.csvLine(p))
	}
	for _, p := range r.Waived {
		out.Write(r.csvLine(p))
	}
	out.Flush()
	return out.Error()
}

var csvHeadings = []string{"Severity", "Rule", "Sheet", "Cell", "Row", "Column", "Ref", "Value", "Message", "Hint", "Related", "Waived by", "Reason", "Until", "Owner"}

func newCSV(w io.Writer, headings []string) (*csv.Writer, error) {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return nil, err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return out, out.Write(headings)
}

func (r Result) csvLine(p workbook.Problem) []string {
	j := r.problemJSON(p)
	row := ""
	if j.Row > 0 {
		row = strconv.Itoa(j.Row)
	}
	line := []string{j.Severity, j.Rule, j.Sheet, j.Cell, row, j.Column, j.Ref, j.Value, j.Message, j.Hint, strings.Join(j.Related, " "), "", "", "", j.Owner}
	if p.Waived != nil {
		line[11], line[12], line[13] = p.Waived.By, masked(p.Waived.Reason), p.Waived.Until.String()
	}
	for i := range line {
		line[i] = inert(line[i])
	}
	return line
}

// inert puts an apostrophe before what Excel would take for a formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n|", rune(s[0])) {
		return "'" + s
	}
	return s
}
