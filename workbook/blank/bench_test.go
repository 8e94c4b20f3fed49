package blank_test

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// BenchmarkCheck times what check does with a workbook's bytes, and beside it
// what a bare walk over the same rows takes the library that most programs
// read workbooks with.
func BenchmarkCheck(b *testing.B) {
	for _, actions := range []int{300, 5000, 100_000} {
		data := plainBook(b, longContent(actions))
		b.Run(fmt.Sprintf("actions=%d/check", actions), func(b *testing.B) {
			for b.Loop() {
				plan, problems, err := workbook.Load("plan.xlsx", data)
				if err != nil {
					b.Fatal(err)
				}
				derived := facts.Derive(plan, workbook.MustDate("2026-09-30"))
				check.Run(plan, derived, problems, check.Options{})
			}
		})
		b.Run(fmt.Sprintf("actions=%d/bare", actions), func(b *testing.B) {
			for b.Loop() {
				walkRows(b, data)
			}
		})
	}
}

// plainBook is content as another program might write it: values only.
func plainBook(tb testing.TB, c *blank.Content) []byte {
	tb.Helper()
	x := excelize.NewFile()
	defer x.Close()
	ok := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	for _, s := range workbook.Sheets {
		headings := []string{blank.HeadingField, blank.HeadingValue}
		if !s.Fields {
			headings = headings[:0]
			for _, column := range s.Columns {
				headings = append(headings, column.Heading)
			}
		}
		_, err := x.NewSheet(s.Name)
		ok(err)
		w, err := x.NewStreamWriter(s.Name)
		ok(err)
		for i := range len(c.Rows[s.Name]) + 1 {
			values := make([]any, len(headings))
			for j, heading := range headings {
				if i == 0 {
					values[j] = heading
				} else if value := c.Rows[s.Name][i-1][heading]; value != "" {
					values[j] = plainValue(value)
				}
			}
			ok(w.SetRow("A"+strconv.Itoa(i+1), values))
		}
		ok(w.Flush())
	}
	ok(x.DeleteSheet("Sheet1"))
	var out bytes.Buffer
	ok(x.Write(&out))
	return out.Bytes()
}

// plainValue is a day as the number that workbooks keep, or words.
func plainValue(value string) any {
	if day, err := workbook.ParseISO(value); err == nil {
		return day.Serial()
	}
	return value
}

func walkRows(tb testing.TB, data []byte) {
	x, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		tb.Fatal(err)
	}
	defer x.Close()
	for _, sheet := range x.GetSheetList() {
		rows, err := x.Rows(sheet)
		if err != nil {
			tb.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				tb.Fatal(err)
			}
		}
	}
}
