package files

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"actionplan/workbook/seal"
	"actionplan/workbook/words"
)

// Out is one output. People's own work (Typed) is never replaced without
// Force, and then the old file is kept beside it; what the program drew is
// replaced only while nobody else has saved it since.
type Out struct {
	Path   string
	Data   []byte
	Inputs []string // files that the output must not be
	Typed  bool     // people will type into it
	Force  bool
}

// Write puts the output in its place: into a temporary file in the same
// folder, synced, then renamed. It returns the name under which an old file
// was kept, "" if none was. Its errors are sentences for the user.
func (o Out) Write() (kept string, err error) {
	path, err := o.target()
	if err != nil {
		return "", err
	}
	old, err := os.ReadFile(path)
	switch {
	case err == nil && bytes.Equal(old, o.Data):
		return "", nil
	case err == nil:
		if kept, err = o.makeWay(path, old); err != nil {
			return "", err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("%s cannot be replaced: %w", o.Path, plain(err))
	}
	return kept, replace(path, o.Data)
}

// Check says beforehand whether Write would be refused, so that a command
// does not work for a file it may not write.
func (o Out) Check() error {
	path, err := o.target()
	if err != nil {
		return err
	}
	old, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return o.mayReplace(old)
}

// target follows links, and refuses a folder and every spelling of an input.
func (o Out) target() (string, error) {
	path := o.Path
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	info, err := os.Stat(path)
	if err != nil {
		dir := filepath.Dir(path)
		if d, err := os.Stat(dir); err != nil || !d.IsDir() {
			return "", words.Fail("", "there is no folder %s to write %s into", words.Quote(dir), filepath.Base(o.Path))
		}
		return path, nil
	}
	if info.IsDir() {
		return "", words.Fail("name a file in it", "%s is a folder", folderName(o.Path))
	}
	for _, in := range o.Inputs {
		if i, err := os.Stat(in); err == nil && os.SameFile(i, info) {
			return "", words.Fail("choose another name for the output", "%s is the workbook itself, which is never changed", o.Path)
		}
	}
	return path, nil
}

func (o Out) mayReplace(old []byte) error {
	if bytes.Equal(old, o.Data) || o.Force {
		return nil
	}
	if o.Typed {
		return words.Fail("choose another name, or add --force to replace it and keep the old one", "%s is already there and may hold somebody's work", o.Path)
	}
	if _, ours := seal.Ours(old); !ours {
		return words.Fail("choose another name with -o, or add --force", "%s is already there and was not written by this program, or has been saved since", o.Path)
	}
	return nil
}

// makeWay lets the old file be replaced, or says why not. What may hold
// people's work is kept first.
func (o Out) makeWay(path string, old []byte) (kept string, err error) {
	if err := o.mayReplace(old); err != nil {
		return "", err
	}
	if _, ours := seal.Ours(old); ours {
		return "", nil
	}
	kept = spare(path)
	if err := replace(kept, old); err != nil {
		return "", err
	}
	return kept, nil
}

// spare is the first free name like plan.bak.xlsx.
func spare(path string) string {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(path, ext)
	for n := 1; ; n++ {
		name := base + ".bak" + ext
		if n > 1 {
			name = fmt.Sprintf("%s.bak-%d%s", base, n, ext)
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name
		}
	}
}

// replace writes a temporary file beside path and renames it, so that path
// holds the old bytes or the new ones and never half of either.
func replace(path string, data []byte) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), ".actionplan-*.tmp")
	if err != nil {
		return fmt.Errorf("nothing can be written in the folder of %s: %w", path, plain(err))
	}
	defer func() {
		if err != nil {
			temp.Close()
			os.Remove(temp.Name())
		}
	}()
	if _, err = temp.Write(data); err != nil {
		return fmt.Errorf("%s could not be written: %w", path, plain(err))
	}
	if err = temp.Chmod(0o644); err != nil {
		return fmt.Errorf("%s could not be written: %w", path, plain(err))
	}
	if err = temp.Sync(); err != nil {
		return fmt.Errorf("%s could not be written: %w", path, plain(err))
	}
	if err = temp.Close(); err != nil {
		return fmt.Errorf("%s could not be written: %w", path, plain(err))
	}
	if err = os.Rename(temp.Name(), path); err != nil {
		return fmt.Errorf("%s could not be replaced; if it is open in another program, close it there first (%w)", path, plain(err))
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
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
