package history

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSaveAndFind(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "plan-history")
	first, second := []byte("first state"), []byte("second state")
	saves := []struct {
		date, content, name string
		wantFile            string
		wantCreated         bool
		wantFiles           int
		reason              string
	}{
		{"2026-09-30", "first state", "plan.xlsx", "2026-09-30-" + shortHash(first) + ".xlsx", true, 1, "a new state"},
		{"2026-09-30", "first state", "plan.xlsx", "2026-09-30-" + shortHash(first) + ".xlsx", false, 1, "the same again leaves no trace"},
		{"2026-09-30", "second state", "plan.XLSX", "2026-09-30-2-" + shortHash(second) + ".xlsx", true, 2, "a second state of the same day"},
		{"2026-10-31", "first state", "plan.xlsx", "2026-09-30-" + shortHash(first) + ".xlsx", false, 3, "an earlier state again: only the day is noted"},
		{"2026-10-31", "first state", "plan.xlsx", "2026-09-30-" + shortHash(first) + ".xlsx", false, 3, "and noted once"},
		{"2026-11-30", "macro state", "plan.xlsm", "2026-11-30-" + shortHash([]byte("macro state")) + ".xlsm", true, 4, "a copy keeps its ending"},
	}
	for _, s := range saves {
		path, created, err := Save(dir, s.name, []byte(s.content), on(s.date))
		if err != nil || filepath.Base(path) != s.wantFile || created != s.wantCreated {
			t.Fatalf("%s: got %s, %v, %v; want %s, %v", s.reason, path, created, err, s.wantFile, s.wantCreated)
		}
		if data, err := os.ReadFile(path); err != nil || string(data) != s.content {
			t.Errorf("%s: the copy holds %q, %v", s.reason, data, err)
		}
		if entries, _ := os.ReadDir(dir); len(entries) != s.wantFiles {
			t.Errorf("%s: %d files, want %d", s.reason, len(entries), s.wantFiles)
		}
	}
	os.WriteFile(filepath.Join(dir, "minutes.xlsx"), []byte("somebody's own"), 0o644)
	finds := []struct {
		want, before    string
		content, reason string
	}{
		{"last-board", "2026-10-13", "second state", "the newest before T, of one day the last"},
		{"last-board", "2026-10-31", "second state", "a snapshot of T itself is not the last board"},
		{"last-board", "2026-11-01", "first state", "a noted day leads to the copy"},
		{"2026-09-30", "2026-12-01", "second state", "on the day itself"},
		{"2026-11-29", "2026-12-01", "first state", "the newest on or before"},
		{"2026-12-24", "2026-12-25", "macro state", "the newest of all"},
	}
	for _, f := range finds {
		want, ok := ParseWant(f.want)
		if !ok {
			t.Fatalf("%s is not read", f.want)
		}
		got, err := Find(dir, want, on(f.before))
		if err != nil {
			t.Errorf("%s: %v", f.reason, err)
			continue
		}
		if data, _ := os.ReadFile(got.Path); string(data) != f.content {
			t.Errorf("%s: got %q, want %q", f.reason, data, f.content)
		}
	}
}

func TestSnapshotErrors(t *testing.T) {
	kept := func(t *testing.T) (dir, path string) {
		dir = t.TempDir()
		path, _, err := Save(dir, "plan.xlsx", []byte("as it was"), on("2026-09-30"))
		if err != nil {
			t.Fatal(err)
		}
		return dir, path
	}
	lastBoard := Want{LastBoard: true}
	tests := []struct {
		name, want, reason string
		run                func(t *testing.T) error
	}{
		{"no folder", "no folder", "nothing was ever kept", func(t *testing.T) error {
			_, err := Find(filepath.Join(t.TempDir(), "none"), lastBoard, on("2026-10-13"))
			return err
		}},
		{"empty folder", "has no snapshot", "a folder without any", func(t *testing.T) error {
			_, err := Find(t.TempDir(), lastBoard, on("2026-10-13"))
			return err
		}},
		{"too early", "no snapshot dated before 30 September 2026; the earliest is of 30 September 2026", "the only one is of T itself", func(t *testing.T) error {
			dir, _ := kept(t)
			_, err := Find(dir, lastBoard, on("2026-09-30"))
			return err
		}},
		{"date too early", "on or before 1 September 2026", "none so early", func(t *testing.T) error {
			dir, _ := kept(t)
			_, err := Find(dir, Want{On: on("2026-09-01")}, on("2026-10-13"))
			return err
		}},
		{"edited", "changed or damaged since it was kept", "its content no longer fits its name", func(t *testing.T) error {
			dir, path := kept(t)
			os.WriteFile(path, []byte("as it is told now"), 0o644)
			_, err := Find(dir, lastBoard, on("2026-10-13"))
			return err
		}},
		{"edited, saved again", "changed or damaged since it was kept", "a copy is never replaced", func(t *testing.T) error {
			dir, path := kept(t)
			os.WriteFile(path, []byte("cut"), 0o644)
			_, _, err := Save(dir, "plan.xlsx", []byte("as it was"), on("2026-10-31"))
			return err
		}},
		{"copy deleted", "no longer in the folder", "only the noted day is left", func(t *testing.T) error {
			dir, path := kept(t)
			if _, _, err := Save(dir, "plan.xlsx", []byte("as it was"), on("2026-10-31")); err != nil {
				t.Fatal(err)
			}
			os.Remove(path)
			_, err := Find(dir, Want{On: on("2026-11-01")}, on("2026-11-02"))
			return err
		}},
		{"not a workbook", "not an .xlsx or .xlsm workbook", "only workbooks are kept", func(t *testing.T) error {
			_, _, err := Save(t.TempDir(), "plan.pdf", nil, on("2026-10-31"))
			return err
		}},
		{"folder in the way", "could not be made", "a file has the folder's name", func(t *testing.T) error {
			file := filepath.Join(t.TempDir(), "plan-history")
			os.WriteFile(file, nil, 0o644)
			_, _, err := Save(file, "plan.xlsx", nil, on("2026-10-31"))
			return err
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := tt.run(t); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q: %s", err, tt.want, tt.reason)
			}
		})
	}
}

func TestParseWant(t *testing.T) {
	for s, want := range map[string]bool{"last-board": true, "2026-09-30": true, "30/09/2026": true, "30 September 2026": true, "plan.xlsx": false, "2026-02-30": false, "": false} {
		if _, ok := ParseWant(s); ok != want {
			t.Errorf("%q: read %v, want %v", s, ok, want)
		}
	}
	if got := Folder("/plans/plan.xlsx"); got != "/plans/plan-history" {
		t.Errorf("folder %s", got)
	}
}
