package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"actionplan/workbook/words"
)

// Step is asked before each step that changes the disk, by what it is and the
// path; where it gives an error the step fails with that. It is nil but in
// tests, which let every step fail in turn or be the last.
var Step func(step, path string) error

// The steps.
const (
	StepFolder = "folder" // is made
	StepCreate = "create" // a temporary file
	StepWrite  = "write"  // into it
	StepSync   = "sync"   // it
	StepRename = "rename" // it to its place
	StepRemove = "remove" // a file or an empty folder
)

func step(what, path string) error {
	if Step == nil {
		return nil
	}
	return Step(what, path)
}

func remove(path string) {
	if step(StepRemove, path) == nil {
		os.Remove(path)
	}
}

// MakeFolder makes a folder, and those that it is to be in, and says which of
// them were not there, the outermost first. Its errors are sentences for the
// user.
func MakeFolder(dir string) (made []string, err error) {
	var missing []string
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		missing = append([]string{at}, missing...)
	}
	if len(missing) > 0 {
		if err := step(StepFolder, dir); err != nil {
			return nil, noFolder(dir, err)
		}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		RemoveFolders(missing)
		return nil, noFolder(dir, err)
	}
	return missing, nil
}

func noFolder(dir string, err error) error {
	if info, gone := os.Stat(dir); gone == nil && !info.IsDir() {
		return words.Fail("there is a file of that name; name another with -d", "the folder %s could not be made", words.Quote(dir))
	}
	return words.Fail("name another with -d", "the folder %s could not be made: %v", words.Quote(dir), plain(err))
}

// RemoveFolders takes away folders that MakeFolder has made, where nothing is
// in them.
func RemoveFolders(made []string) {
	for i := len(made) - 1; i >= 0; i-- {
		remove(made[i])
	}
}
