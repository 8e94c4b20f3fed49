package check

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// A column whose heading is gone is one problem, at the heading or, where too
// few headings are left to know the sheet by, at the sheet; and not also all
// that can't be judged without it.
func TestBlankHeadingIsOneProblem(t *testing.T) {
	book := plainBook(t, cleanContent(t))
	for _, sheet := range workbook.Sheets {
		if sheet.Fields {
			continue
		}
		for i, column := range sheet.Columns {
			f, err := excelize.OpenReader(bytes.NewReader(book))
			if err != nil {
				t.Fatal(err)
			}
			if rows, _ := f.GetRows(sheet.Name); len(rows) < 2 || !holds(rows[1:], i) {
				continue
			}
			f.SetCellStr(sheet.Name, xlsx.ColumnLetters(i+1)+"1", "")
			var out bytes.Buffer
			if err := f.Write(&out); err != nil {
				t.Fatal(err)
			}
			f.Close()
			plan, loaded, err := workbook.Load("plan.xlsx", out.Bytes())
			if err != nil {
				t.Errorf("%s without %s: %v", sheet.Name, column.Heading, err)
				continue
			}
			r := runOn(plan, loaded)
			told := append(ofRule(r.Problems, workbook.RuleHeadingBlank), ofRule(r.Problems, workbook.RuleHeadingMissing)...)
			if len(told) != 1 || len(r.Problems) != 1 {
				t.Errorf("%s without %s: %v", sheet.Name, column.Heading, others(r.Problems, ""))
			}
		}
	}
}

func holds(rows [][]string, i int) bool {
	for _, row := range rows {
		if i < len(row) && row[i] != "" {
			return true
		}
	}
	return false
}
