package workbook

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook/xlsx"
)

// bigPlan is a plan with that many actions, each row as full as in a real
// one.
func bigPlan(t testing.TB, actions int) []byte {
	t.Helper()
	x := excelize.NewFile()
	defer x.Close()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	write := func(sheet string, content func(row int) []any) {
		_, err := x.NewSheet(sheet)
		check(err)
		w, err := x.NewStreamWriter(sheet)
		check(err)
		for row := 1; ; row++ {
			values := content(row - 1)
			if values == nil {
				break
			}
			check(w.SetRow(xlsx.Cell{Col: 1, Row: row}.Name(), values))
		}
		check(w.Flush())
	}
	table := func(content rows) func(int) []any {
		return func(i int) []any {
			if i >= len(content) {
				return nil
			}
			return content[i]
		}
	}
	write("Plan", table(planRows))
	write("Areas", table(areaRows))
	write("Measures", table(rows{{"Ref", "Area", "Measure", "Unit", "Better when", "Baseline", "Target"}, {"M1", "A1", "Records on time", "%", "Higher", 48, 95}}))
	write("Actions", func(i int) []any {
		switch {
		case i == 0:
			return []any{"Ref", "Area", "Action", "Owner", "Start", "Due", "Revised due", "Status", "Progress note", "Updated", "Success measure", "Evidence", "Publish", "Our own"}
		case i > actions:
			return nil
		}
		return []any{fmt.Sprintf("A1-%d", i), "A1", fmt.Sprintf("A one-page summary stands on the record of every child, part %d", i), "Head of quality", 46000 + i%300, 46200 + i%300, nil, "On track", "Summaries are on 212 of 236 records", 46190, "M1", "Records audit", "Public", i}
	})
	check(x.DeleteSheet("Sheet1"))
	var b bytes.Buffer
	check(x.Write(&b))
	return b.Bytes()
}

func BenchmarkLoad(b *testing.B) {
	for _, actions := range []int{30, 300, 3000, 100_000} {
		data := bigPlan(b, actions)
		b.Run(fmt.Sprintf("actions=%d", actions), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := Load("plan.xlsx", data); err != nil {
					b.Fatal(err)
				}
			}
		})
		// What a bare walk over the rows by excelize takes, to compare with.
		b.Run(fmt.Sprintf("bare/actions=%d", actions), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				walk(b, data)
			}
		})
	}
}

func walk(b *testing.B, data []byte) {
	x, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	for _, sheet := range x.GetSheetList() {
		rows, err := x.Rows(sheet)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// TestLoadBigPlan: work grows with the rows, and every row is read.
func TestLoadBigPlan(t *testing.T) {
	p, problems, err := Load("plan.xlsx", bigPlan(t, 3000))
	if err != nil || len(p.Actions) != 3000 || len(problems) != 1 {
		t.Fatalf("%v, %d problems", err, len(problems))
	}
}
