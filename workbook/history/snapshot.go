package history

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Snapshot is the state of a plan on a day. A folder of snapshots holds one
// copy of each state, named by the day and by its content:
//
//	2026-09-30-5f0c8ab31d24.xlsx     the copy; the 12 signs begin its SHA-256
//	2026-09-30-2-91be02c77a10.xlsx   a second state of the same day
//	2026-10-31-5f0c8ab31d24.txt      on that day the plan was as in the first
//
// so that nothing is kept twice, and a copy that somebody changed no longer
// fits its name.
type Snapshot struct {
	Date workbook.Date
	Path string // of the copy, which may bear an earlier day
	nth  int    // on that day, from 1
	hash string // the first 12 signs
	copy bool   // it is the copy itself, not a note of the day
}

// Want says which snapshot to find: that of the last board, or that of a day.
type Want struct {
	LastBoard bool
	On        workbook.Date
}

// LastBoard is how a user asks for the snapshot of the last board.
const LastBoard = "last-board"

// ParseWant reads last-board or a date, such as 2026-09-30 or 30/09/2026; ok is
// false for anything else, such as the name of a workbook.
func ParseWant(s string) (w Want, ok bool) {
	if s == LastBoard {
		return Want{LastBoard: true}, true
	}
	on, err := workbook.ReadDay(s)
	return Want{On: on}, err == nil
}

// Folder is where a plan's snapshots are kept unless the user says otherwise:
// STEM-history beside it.
func Folder(plan string) string {
	return files.Beside(plan, "-history")
}

var snapshotName = words.MustCompile(`^(\d{4}-\d{2}-\d{2})(?:-([1-9]\d{0,3}))?-([0-9a-f]{12})\.(xlsx|xlsm|txt)$`)

// hashLength is how much of the SHA-256 stands in a name: enough that two
// states of a plan never share it by chance.
const hashLength = 12

func shortHash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:hashLength]
}

// Save keeps a copy of a workbook as it was on a date, in a folder that is
// made if it is not there. name is the workbook's; the copy has its ending.
// path is the copy; created is false where the same content was kept before,
// and then only the day is noted. A copy is never replaced. Errors are
// sentences for the user.
func Save(dir, name string, data []byte, date workbook.Date) (path string, created bool, err error) {
	ext := strings.ToLower(filepath.Ext(name))
	if ext != ".xlsx" && ext != ".xlsm" {
		return "", false, fmt.Errorf("%s is not an .xlsx or .xlsm workbook, so no snapshot of it can be kept", filepath.Base(name))
	}
	var all []Snapshot
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		if all, err = List(dir); err != nil {
			return "", false, err
		}
	}
	hash := shortHash(data)
	stem := nextName(all, date) + "-" + hash
	same := findCopy(all, hash)
	if same == nil {
		path = filepath.Join(dir, stem+ext)
		_, err = files.Out{Path: path, Data: data, Typed: true, Folder: true}.Write()
		return path, err == nil, err
	}
	if err := same.verify(); err != nil {
		return "", false, err
	}
	if last := lastOn(all, date); last != nil && last.hash == hash {
		return same.Path, false, nil
	}
	note := fmt.Sprintf("On %s the plan was as in %s.\n", date.Long(), filepath.Base(same.Path))
	_, err = files.Out{Path: filepath.Join(dir, stem+".txt"), Data: []byte(note), Typed: true}.Write()
	return same.Path, false, err
}

// nextName is the day, and the number of the snapshot where it is not the
// first of that day.
func nextName(all []Snapshot, date workbook.Date) string {
	last := lastOn(all, date)
	if last == nil {
		return date.String()
	}
	return date.String() + "-" + strconv.Itoa(last.nth+1)
}

func lastOn(all []Snapshot, date workbook.Date) *Snapshot {
	for i := range slices.Backward(all) {
		if all[i].Date == date {
			return &all[i]
		}
	}
	return nil
}

func findCopy(all []Snapshot, hash string) *Snapshot {
	i := slices.IndexFunc(all, func(s Snapshot) bool { return s.copy && s.hash == hash })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// List is every snapshot of a folder, the earliest first. Files that are none
// are passed over.
func List(dir string) ([]Snapshot, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, words.Fail("actionplan snapshot makes one", "there is no folder %s with snapshots", dir)
	}
	if err != nil {
		return nil, fmt.Errorf("the folder %s could not be read: %w", dir, plain(err))
	}
	var all []Snapshot
	for _, e := range entries {
		if s, ok := readName(e.Name()); ok && !e.IsDir() {
			s.Path = filepath.Join(dir, e.Name())
			all = append(all, s)
		}
	}
	for i, s := range all {
		if original := findCopy(all, s.hash); !s.copy && original != nil {
			all[i].Path = original.Path
		}
	}
	sortSnapshots(all)
	return all, nil
}

func sortSnapshots(all []Snapshot) {
	slices.SortStableFunc(all, func(a, b Snapshot) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.nth, b.nth), cmp.Compare(a.hash, b.hash))
	})
}

// fits says whether a snapshot may be the one that is wanted.
func (w Want) fits(s Snapshot, before workbook.Date) bool {
	if w.LastBoard {
		return s.Date.Before(before)
	}
	return !s.Date.After(w.On)
}

// asked is which day is wanted, in words.
func (w Want) asked(before workbook.Date) string {
	if w.LastBoard {
		return "dated before " + before.Long()
	}
	return "dated on or before " + w.On.Long()
}

func readName(name string) (Snapshot, bool) {
	m := snapshotName.FindStringSubmatch(name)
	if m == nil {
		return Snapshot{}, false
	}
	date, err := workbook.ParseISO(m[1])
	if err != nil {
		return Snapshot{}, false
	}
	nth := 1
	if m[2] != "" {
		nth, _ = strconv.Atoi(m[2])
	}
	return Snapshot{Date: date, nth: nth, hash: m[3], copy: m[4] != "txt"}, true
}

// Find is the snapshot that the user wants: of the last board, the newest
// dated before the day before; of a date, the newest on or before it. A copy
// that is no longer as it was kept is an error, and no other is taken in its
// place. Errors are sentences for the user.
func Find(dir string, want Want, before workbook.Date) (Snapshot, error) {
	all, err := List(dir)
	if err != nil {
		return Snapshot{}, err
	}
	for _, s := range slices.Backward(all) {
		if want.fits(s, before) {
			return s, s.verify()
		}
	}
	if len(all) == 0 {
		return Snapshot{}, words.Fail("actionplan snapshot keeps one", "the folder %s has no snapshot", dir)
	}
	return Snapshot{}, words.Fail("the earliest is of "+all[0].Date.Long(), "the folder %s has no snapshot %s", dir, want.asked(before))
}

// verify says in a sentence if the copy is gone, or is not what was kept.
func (s Snapshot) verify() error {
	if strings.HasSuffix(s.Path, ".txt") {
		return fmt.Errorf("%s says that a copy was kept earlier, but that copy is no longer in the folder", s.Path)
	}
	data, err := files.Read(s.Path)
	if err != nil {
		return err
	}
	if shortHash(data) != s.hash {
		return words.Fail("restore it from a backup, or move it out of the folder", "%s has been changed or damaged since it was kept, so it can't show what the plan said on %s", s.Path, s.Date.Long())
	}
	return nil
}

// plain takes the operation and the path off an error of the system: the
// sentence around it has already named them.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
