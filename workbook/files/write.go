package files

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

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
	Folder bool // its folder is made where it is not there
}

// Write puts the output in its place: into a temporary file in the same
// folder, synced, then renamed. It returns the name under which an old file
// was kept, "" if none was. Its errors are sentences for the user.
func (o Out) Write() (kept string, err error) {
	all, err := WriteAll([]Out{o})
	if err != nil {
		return "", err
	}
	return all[0], nil
}

// WriteAll puts several outputs in their places, all or none: each stands in
// its temporary file before the first is renamed, and where a later one cannot
// be, all is put back as it was. kept is, for each, as Write's.
func WriteAll(outs []Out) (kept []string, err error) {
	staged := make([]*stagedOut, len(outs))
	var folders []string
	defer func() {
		if err != nil {
			for _, s := range staged {
				s.undo()
			}
			RemoveFolders(folders)
		}
	}()
	for i, o := range outs {
		if o.Folder {
			made, err := MakeFolder(filepath.Dir(o.Path))
			folders = append(folders, made...)
			if err != nil {
				return nil, err
			}
		}
		if staged[i], err = o.stage(); err != nil {
			return nil, err
		}
	}
	kept = make([]string, len(outs))
	for i, s := range staged {
		if kept[i], err = s.commit(); err != nil {
			return nil, err
		}
	}
	return kept, nil
}

// stagedOut is an output in its temporary file; nil where its place holds the
// same bytes already.
type stagedOut struct {
	Out
	path string
	temp string
	old  []byte // nil without an old file
	mode fs.FileMode
	kept string // where the old one is
	done bool
}

func (o Out) stage() (*stagedOut, error) {
	path, err := o.target()
	if err != nil {
		return nil, err
	}
	s := &stagedOut{Out: o, path: path}
	old, err := os.ReadFile(path)
	switch {
	case err == nil && bytes.Equal(old, o.Data):
		return nil, nil
	case err == nil:
		s.old = append([]byte{}, old...)
		if info, err := os.Stat(path); err == nil {
			s.mode = info.Mode().Perm()
		}
		if err := o.mayReplace(old); err != nil {
			return nil, err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s cannot be written: %w", o.Path, plain(err))
	}
	s.temp, err = writeTemporary(path, o.Data, s.mode)
	return s, err
}

// commit renames the temporary file. What may hold people's work is kept
// first.
func (s *stagedOut) commit() (kept string, err error) {
	if s == nil {
		return "", nil
	}
	if s.old != nil {
		if _, ours := seal.Ours(s.old); !ours {
			kept = spare(s.path)
			temp, err := writeTemporary(kept, s.old, s.mode)
			if err != nil {
				return "", err
			}
			if err := rename(temp, kept); err != nil {
				return "", err
			}
			s.kept = kept
		}
	}
	if err := rename(s.temp, s.path); err != nil {
		return "", err
	}
	s.done = true
	return kept, nil
}

// undo leaves the folder as it was. Where the disk does not let it, an old file
// that was kept stays where it is kept.
func (s *stagedOut) undo() {
	switch {
	case s == nil:
		return
	case !s.done:
		discard(s.temp)
	case s.old == nil:
		remove(s.path)
	default:
		temp, err := writeTemporary(s.path, s.old, s.mode)
		if err != nil || rename(temp, s.path) != nil {
			return
		}
	}
	if s.kept != "" {
		remove(s.kept)
	}
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

// target follows links, and refuses a folder, what is no file, and every
// spelling of an input.
func (o Out) target() (string, error) {
	path := o.Path
	if _, err := os.Stat(path); err != nil {
		path = filepath.Clean(path) // ./gone/../plan.xlsx is plan.xlsx
	}
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
	if !info.Mode().IsRegular() {
		return "", words.Fail("name a file", "%s is no file that an output could be kept in", o.Path)
	}
	for n, in := range o.Inputs {
		if i, err := os.Stat(in); err != nil || !os.SameFile(i, info) {
			continue
		}
		if n == 0 {
			return "", words.Fail("choose another name for the output", "%s is the workbook itself, which is never changed", o.Path)
		}
		return "", words.Fail("choose another name for the output", "%s is one of the files that are read here, and none of them is ever changed", o.Path)
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

// spare is the first free name like plan.bak.xlsx.
func spare(path string) string {
	ext := filepath.Ext(path)
	for n := 1; ; n++ {
		name := Beside(path, ".bak"+ext)
		if n > 1 {
			name = Beside(path, fmt.Sprintf(".bak-%d%s", n, ext))
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name
		}
	}
}

var errLongName = errors.New("its name is longer than the disk allows; choose a shorter one")

// plain takes the operation and the path off an error of the system: the
// sentence around it has already named them.
func plain(err error) error {
	switch {
	case inUse(err):
		return errInUse
	case errors.Is(err, syscall.ENAMETOOLONG):
		return errLongName
	}
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
