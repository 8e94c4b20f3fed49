// Package files reads what a user names and puts outputs in their place:
// whole or not at all, never over an input, never over what people typed.
package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"actionplan/workbook/words"
)

// mostBytes is the largest file that is read: a plan of 100,000 rows is a
// tenth of it.
const mostBytes = 100 << 20

// Read is a file's bytes. Its errors are sentences for the user that start
// with the file's name.
func Read(path string) ([]byte, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, words.Fail(nearest(path), "there is no file %s here", words.Quote(path))
	case errors.Is(err, fs.ErrPermission):
		return nil, words.Fail("ask whoever owns it for access", "%s may not be opened by you", name)
	case err != nil:
		return nil, fmt.Errorf("%s could not be found: %w", name, err)
	case info.IsDir():
		return nil, words.Fail("name the workbook in it, such as "+filepath.Join(path, "plan.xlsx"), "%s is a folder", folderName(path))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a file that can be read", name)
	case info.Size() > mostBytes:
		return nil, words.Fail("take out pictures and old sheets", "%s is larger than %d MB, which no plan is", name, mostBytes>>20)
	}
	data, err := os.ReadFile(path)
	if inUse(err) {
		return nil, fmt.Errorf("%s could not be read: %w", name, errInUse)
	}
	if errors.Is(err, fs.ErrPermission) {
		return nil, words.Fail("if it is open in Excel, close it there first", "%s may not be opened by you", name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s could not be read: %w", name, err)
	}
	return data, nil
}

// folderName is the last part of a folder's path; one that has only dots
// stands in quotes, since nobody would take them for a name.
func folderName(path string) string {
	name := filepath.Base(path)
	if strings.Trim(name, ".") == "" {
		return words.Quote(name)
	}
	return name
}

// Exists says whether there is anything of that name.
func Exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// nearest suggests a workbook of almost that name in the same folder: the
// usual slips are a missing or another extension, and capitals.
func nearest(path string) string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return ""
	}
	want := strings.ToLower(stem(filepath.Base(path)))
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		if (ext == ".xlsx" || ext == ".xlsm") && strings.ToLower(stem(e.Name())) == want {
			return "did you mean " + words.Quote(filepath.Join(filepath.Dir(path), e.Name())) + "?"
		}
	}
	return ""
}

func stem(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }
