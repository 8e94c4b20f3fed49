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
		return nil, fmt.Errorf("there is no file %q here%s", path, nearest(path))
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("%s may not be opened by you; ask whoever owns it for access", name)
	case err != nil:
		return nil, fmt.Errorf("%s could not be found: %w", name, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder; name the workbook in it, such as %s", name, filepath.Join(path, "plan.xlsx"))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a file that can be read", name)
	case info.Size() > mostBytes:
		return nil, fmt.Errorf("%s is larger than %d MB, which no plan is; take out pictures and old sheets", name, mostBytes>>20)
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("%s may not be opened by you; if it is open in Excel, close it there first", name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s could not be read: %w", name, err)
	}
	return data, nil
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
			return fmt.Sprintf("; did you mean %q?", filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return ""
}

func stem(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }
