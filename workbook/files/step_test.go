package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/workbook/seal"
)

// steps counts the steps of a run; where one is chosen it fails as on a full
// disk, with half of what is being written written, and, where the disk is gone,
// so does every later one.
type steps struct {
	n, fails int
	gone     bool
}

func (s *steps) take(what, path string) error {
	s.n++
	if s.n != s.fails && !(s.gone && s.fails > 0 && s.n > s.fails) {
		return nil
	}
	if what == StepWrite && s.n == s.fails {
		_ = os.WriteFile(path, []byte("hal"), 0o666)
	}
	return &fs.PathError{Op: what, Path: path, Err: syscall.ENOSPC}
}

func (s *steps) use(t *testing.T) {
	Step = s.take
	t.Cleanup(func() { Step = nil })
}

func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err == nil && d.IsDir() {
			found[filepath.ToSlash(name)] = "a folder"
		} else if err == nil {
			var data []byte
			data, err = os.ReadFile(path)
			found[filepath.ToSlash(name)] = string(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// outsOf are outputs of every kind in a folder: a new one in a folder that is
// not there, one over what this program drew, and one over what people typed.
func outsOf(t *testing.T, dir string) []Out {
	drawn := seal.HTML([]byte("<html><body>old</body></html>"), "briefing")
	if err := os.WriteFile(filepath.Join(dir, "drawn.html"), drawn, 0o644); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "typed.xlsx"), "old")
	return []Out{
		{Path: filepath.Join(dir, "drawn.html"), Data: []byte("new drawn")},
		{Path: filepath.Join(dir, "typed.xlsx"), Data: []byte("new typed"), Typed: true, Force: true},
		{Path: filepath.Join(dir, "a", "b", "new.pdf"), Data: []byte("new"), Folder: true},
	}
}

// TestEveryStepFails: whichever step fails, one sentence says why, and the
// folder is as it was.
func TestEveryStepFails(t *testing.T) {
	for n := 1; ; n++ {
		dir := t.TempDir()
		outs := outsOf(t, dir)
		was := tree(t, dir)
		s := &steps{fails: n}
		s.use(t)
		_, err := WriteAll(outs)
		if s.n < n {
			if err != nil || n < 12 {
				t.Fatalf("%d steps: %v", s.n, err)
			}
			return
		}
		if err == nil || !strings.Contains(err.Error(), syscall.ENOSPC.Error()) || strings.Contains(err.Error(), "\n") {
			t.Errorf("step %d: %v", n, err)
		}
		if diff := cmp.Diff(was, tree(t, dir)); diff != "" {
			t.Errorf("step %d: %s", n, diff)
		}
	}
}

// TestDiskGone: whichever step is the last that can be done, as where the
// program is killed, every output is the old one or the new one, whole, and the
// old work of people is still there. What lies about has a name by which the
// next run knows it.
func TestDiskGone(t *testing.T) {
	for n := 1; ; n++ {
		dir := t.TempDir()
		outs := outsOf(t, dir)
		drawn := tree(t, dir)["drawn.html"]
		s := &steps{fails: n, gone: true}
		s.use(t)
		if _, err := WriteAll(outs); s.n < n {
			if err != nil {
				t.Fatal(err)
			}
			return
		}
		may := map[string][]string{"drawn.html": {drawn, "new drawn"}, "typed.xlsx": {"old", "new typed"}, "typed.bak.xlsx": {"old"}, "a/b/new.pdf": {"new"}, "a": {"a folder"}, "a/b": {"a folder"}}
		now := tree(t, dir)
		for name, data := range now {
			if ours, _ := filepath.Match(temporaryName, filepath.Base(name)); ours {
				continue
			}
			if fine := may[name]; len(fine) == 0 || data != fine[0] && data != fine[len(fine)-1] {
				t.Errorf("step %d: %s holds %q", n, name, data)
			}
		}
		if now["drawn.html"] == "" || now["typed.xlsx"] == "" || now["typed.xlsx"] != "old" && now["typed.bak.xlsx"] != "old" {
			t.Errorf("step %d: %v", n, now)
		}
	}
}
