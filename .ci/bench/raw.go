// Command raw streams every row of a workbook with excelize, as stored, and does
// nothing with them: what reading costs before anything is understood.
package main

import (
	"log"
	"os"

	"github.com/xuri/excelize/v2"
)

func main() {
	f, err := excelize.OpenFile(os.Args[1], excelize.Options{RawCellValue: true})
	if err != nil {
		log.Fatal(err)
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		if err != nil {
			log.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(excelize.Options{RawCellValue: true}); err != nil {
				log.Fatal(err)
			}
		}
	}
}
