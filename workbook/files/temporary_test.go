package files

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func mode(t *testing.T, path string) string {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().String()
}

func namesIn(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// TestModes: an output has the mode of the file that it replaces, and so has
// what is kept of that; a new one has what the umask makes of it.
func TestModes(t *testing.T) {
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "plan.xlsx"), "typed")
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	kept, err := Out{Path: path, Data: []byte("new"), Typed: true, Force: true}.Write()
	if err != nil || mode(t, path) != "-rw-------" || mode(t, kept) != "-rw-------" {
		t.Errorf("%s and %s: %v", mode(t, path), mode(t, kept), err)
	}
	other := put(t, filepath.Join(dir, "other"), "x") // made by the umask of this process
	made := filepath.Join(dir, "made.xlsx")
	if _, err := (Out{Path: made, Data: []byte("new")}).Write(); err != nil || mode(t, made)[4:] != mode(t, other)[4:] {
		t.Errorf("a new file is %s where others are %s: %v", mode(t, made), mode(t, other), err)
	}
}

// TestStopped: between the temporary file and its renaming the program is
// stopped; nothing is left, and the old file stands.
func TestStopped(t *testing.T) {
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "out.html"), "old")
	s, err := (Out{Path: path, Data: []byte("new"), Force: true}).stage()
	if err != nil {
		t.Fatal(err)
	}
	abandon()
	t.Cleanup(func() { temporary.over = false })
	if _, err := s.commit(); err == nil || get(t, path) != "old" {
		t.Errorf("%v, and the file holds %q", err, get(t, path))
	}
	if names := namesIn(t, dir); strings.Contains(names, ".tmp") {
		t.Errorf("left: %s", names)
	}
}

// TestSweep: what a killed run left is removed by the next, and what another
// run is writing now is not.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	old, now := put(t, filepath.Join(dir, ".actionplan-1-0.tmp"), "x"), put(t, filepath.Join(dir, ".actionplan-2-0.tmp"), "x")
	theirs := put(t, filepath.Join(dir, "theirs.tmp"), "x")
	for _, path := range []string{old, theirs} {
		if err := os.Chtimes(path, time.Unix(1e9, 0), time.Unix(1e9, 0)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := (Out{Path: filepath.Join(dir, "a"), Data: []byte("a")}).Write(); err != nil {
		t.Fatal(err)
	}
	if Exists(old) || !Exists(now) || !Exists(theirs) {
		t.Errorf("there are %s", namesIn(t, dir))
	}
}

// TestAllOrNothing: where one of several cannot be written none is.
func TestAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	outs := []Out{{Path: filepath.Join(dir, "a.html"), Data: []byte("a")}, {Path: filepath.Join(dir, "b.html"), Data: []byte("b")}, {Path: put(t, filepath.Join(dir, "c.html"), "theirs"), Data: []byte("c")}}
	if _, err := WriteAll(outs); err == nil || namesIn(t, dir) != "c.html" {
		t.Errorf("%v, and there are %s", err, namesIn(t, dir))
	}
	staged := []*stagedOut{}
	for _, o := range outs[:2] {
		s, err := o.stage()
		if err != nil {
			t.Fatal(err)
		}
		staged = append(staged, s)
	}
	if _, err := staged[0].commit(); err != nil {
		t.Fatal(err)
	}
	for _, s := range staged {
		s.undo()
	}
	if namesIn(t, dir) != "c.html" {
		t.Errorf("after undoing there are %s", namesIn(t, dir))
	}
}

// TestAbandoned: what a killed run of this machine left is removed at once by
// the next, and what a living process or another machine is writing is not.
func TestAbandoned(t *testing.T) {
	dead := exec.Command(os.Args[0], "-test.run", "^$")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	left := put(t, filepath.Join(dir, fmt.Sprintf(temporaryForm, machine(), dead.Process.Pid, 0)), "x")
	living := put(t, filepath.Join(dir, fmt.Sprintf(temporaryForm, machine(), os.Getppid(), 0)), "x")
	elsewhere := put(t, filepath.Join(dir, fmt.Sprintf(temporaryForm, machine()+1, dead.Process.Pid, 0)), "x")
	out := filepath.Join(dir, "out.html")
	if _, err := (Out{Path: out, Data: []byte("new")}).Write(); err != nil {
		t.Fatal(err)
	}
	for path, stands := range map[string]bool{left: false, living: true, elsewhere: true, out: true} {
		if _, err := os.Stat(path); (err == nil) != stands {
			t.Errorf("%s stands: %v, want %v", filepath.Base(path), err == nil, stands)
		}
	}
}
