package history

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Earlier is an earlier state of a plan that a user asked for.
type Earlier struct {
	Path      string // of the workbook that holds it
	Snapshot  bool   // it is a snapshot, and Date is known
	Date      workbook.Date
	LastBoard bool // it was asked for as last-board
}

// FindEarlier finds what a user asks to compare with: last-board, a date, a
// folder of snapshots (of which that of the last board is meant), or the path
// of an earlier workbook. path is the plan's own and now what it says; asOf is
// the date that it is read at. A snapshot is known by what it says, so that a
// plan may be renamed. The error is a sentence for the user.
func FindEarlier(path string, now *workbook.Plan, asked string, asOf workbook.Date) (Earlier, error) {
	want, ok := ParseWant(asked)
	dirs := folders(path)
	if info, err := os.Stat(asked); err == nil && info.IsDir() {
		want, ok, dirs = Want{LastBoard: true}, true, []string{asked}
	}
	if !ok {
		return earlierWorkbook(path, asked)
	}
	if !want.LastBoard && !want.On.Before(asOf) {
		return Earlier{}, fmt.Errorf("--since %s is not before the position at %s", asked, asOf.Long())
	}
	s, err := findOf(now, dirs, want, asOf)
	if err != nil {
		return Earlier{}, err
	}
	return Earlier{Path: s.Path, Snapshot: true, Date: s.Date, LastBoard: want.LastBoard}, nil
}

// folders are where snapshots of a plan may be: its own folder of them, and
// every other beside it that holds any.
func folders(plan string) []string {
	dirs := []string{Folder(plan)}
	entries, _ := os.ReadDir(filepath.Dir(plan))
	for _, e := range entries {
		dir := filepath.Join(filepath.Dir(plan), e.Name())
		if dir == dirs[0] || !e.IsDir() {
			continue
		}
		if all, err := List(dir); err == nil && len(all) > 0 {
			dirs = append(dirs, dir)
		}
	}
	return dirs
}

// findOf is the newest snapshot of this plan that the user may mean. In the
// plan's own folder one that is no longer as it was kept is an error; elsewhere
// nobody can tell whose it is.
func findOf(now *workbook.Plan, dirs []string, want Want, before workbook.Date) (Snapshot, error) {
	var all []Snapshot
	for _, dir := range dirs {
		some, err := List(dir)
		if err != nil && len(dirs) == 1 {
			return Snapshot{}, err
		}
		all = append(all, some...)
	}
	sortSnapshots(all)
	ours := map[string]bool{} // by hash
	for _, s := range slices.Backward(all) {
		if !want.fits(s, before) {
			continue
		}
		if err := s.verify(); err != nil {
			if filepath.Dir(s.Path) == dirs[0] {
				return Snapshot{}, err
			}
			continue
		}
		is, known := ours[s.hash]
		if !known {
			is = s.isOf(now)
			ours[s.hash] = is
		}
		if is {
			return s, nil
		}
	}
	if len(ours) > 0 {
		return Snapshot{}, words.Fail("actionplan snapshot keeps one", "no snapshot %s is of this plan", want.asked(before))
	}
	return Find(dirs[0], want, before)
}

// isOf says whether a snapshot is of the plan, by what it says.
func (s Snapshot) isOf(now *workbook.Plan) bool {
	data, err := files.Read(s.Path)
	if err != nil {
		return false
	}
	then, _, err := workbook.Load(filepath.Base(s.Path), data)
	return err == nil && samePlan(then, now)
}

// samePlan: the same organisation and title, or, where these have been changed,
// half of the actions under the same refs and in the same words.
func samePlan(then, now *workbook.Plan) bool {
	if words.SameName(then.Info.Organisation, now.Info.Organisation) && words.SameName(then.Info.Title, now.Info.Title) && then.Info.Organisation+then.Info.Title != "" {
		return true
	}
	known := 0
	for _, a := range then.Actions {
		if b := now.FindAction(a.Ref); b != nil && words.SameName(a.Text, b.Text) {
			known++
		}
	}
	return known > 0 && 2*known >= min(len(then.Actions), len(now.Actions))
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
