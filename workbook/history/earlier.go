package history

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// Earlier is an earlier state of a plan that a user asked for.
type Earlier struct {
	Path      string // of the workbook that holds it
	Snapshot  bool   // it is a snapshot, and Date is known
	Date      workbook.Date
	LastBoard bool // it was asked for as last-board
}

// FindEarlier finds what a user asks to compare with: last-board, a date, or
// the path of an earlier workbook. plan is the path of the plan itself and
// asOf the date it is read at. The error is a sentence for the user.
func FindEarlier(plan, asked string, asOf workbook.Date) (Earlier, error) {
	want, ok := ParseWant(asked)
	if !ok {
		return earlierWorkbook(plan, asked)
	}
	if !want.LastBoard && !want.On.Before(asOf) {
		return Earlier{}, fmt.Errorf("--since %s is not before the position at %s", asked, asOf.Long())
	}
	s, err := Find(Folder(plan), want, asOf)
	if err != nil {
		return Earlier{}, err
	}
	return Earlier{Path: s.Path, Snapshot: true, Date: s.Date, LastBoard: want.LastBoard}, nil
}

func earlierWorkbook(plan, path string) (Earlier, error) {
	then, err := os.Stat(path)
	ext := strings.ToLower(filepath.Ext(path))
	if err != nil && ext != ".xlsx" && ext != ".xlsm" {
		return Earlier{}, words.Fail("", "--since takes an earlier workbook, a date such as 2026-09-30, or last-board; %s is none of these", words.Quote(path))
	}
	if now, e := os.Stat(plan); err == nil && e == nil && os.SameFile(then, now) {
		return Earlier{}, words.Fail("give an earlier workbook, a date, or last-board", "--since names the plan itself, %s", filepath.Base(path))
	}
	return Earlier{Path: path}, nil
}
