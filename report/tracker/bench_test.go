package tracker

import (
	"bytes"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	_ "actionplan/workbook/memory" // collected as the program does: it is a third of what the tests take
	"actionplan/workbook/xlsx"
)

const benchActions = 10000

// BenchmarkTracker and BenchmarkSameCells belong together: the second is the
// library writing the same cells, styles and formulas in the plainest way.
func BenchmarkTracker(b *testing.B) {
	brief := large(benchActions)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := XLSX(brief); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSameCells(b *testing.B) {
	data, err := XLSX(large(benchActions))
	if err != nil {
		b.Fatal(err)
	}
	sheets := cellsOf(b, data)
	b.ReportAllocs()
	for b.Loop() {
		writePlainly(b, sheets)
	}
}

// plainSheet is the cells of one sheet: values by row, formulas by cell.
type plainSheet struct {
	name     string
	rows     [][]any
	formulas map[string]string
	columns  int
}

func cellsOf(b *testing.B, data []byte) []plainSheet {
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	var all []plainSheet
	for _, name := range x.GetSheetList() {
		rows, err := x.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		s := plainSheet{name: name, formulas: map[string]string{}}
		for i, row := range rows {
			values := make([]any, len(row))
			s.columns = max(s.columns, len(row))
			for j, v := range row {
				values[j] = v
				if n, err := strconv.Atoi(v); err == nil {
					values[j] = n
				}
				cell := xlsx.ColumnLetters(j+1) + strconv.Itoa(i+1)
				if f, err := x.GetCellFormula(name, cell); err == nil && f != "" {
					s.formulas[cell] = f
				}
			}
			s.rows = append(s.rows, values)
		}
		all = append(all, s)
	}
	return all
}

func writePlainly(b *testing.B, sheets []plainSheet) {
	x := excelize.NewFile()
	defer x.Close()
	look := styles[wordy]
	style, err := x.NewStyle(&look)
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range sheets {
		if _, err := x.NewSheet(s.name); err != nil {
			b.Fatal(err)
		}
		for i, row := range s.rows {
			if err := x.SetSheetRow(s.name, "A"+strconv.Itoa(i+1), &row); err != nil {
				b.Fatal(err)
			}
		}
		for cell, f := range s.formulas {
			if err := x.SetCellFormula(s.name, cell, f); err != nil {
				b.Fatal(err)
			}
		}
		if err := x.SetCellStyle(s.name, "A1", xlsx.ColumnLetters(max(s.columns, 1))+strconv.Itoa(len(s.rows)), style); err != nil {
			b.Fatal(err)
		}
	}
	var out bytes.Buffer
	if _, err := x.WriteTo(&out); err != nil {
		b.Fatal(err)
	}
}
