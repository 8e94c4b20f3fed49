package files

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"actionplan/workbook/seal"
	"actionplan/workbook/words"
)

// Workbooks names the workbooks behind each argument: a folder stands for
// those in it, and a pattern such as *.xlsx, where the command line has left
// it as it is, for the files that fit it; both in order of the alphabet. No
// file is named twice. The small lock files that Excel keeps beside an open
// workbook are passed over, and so is what this program drew from plans, such
// as the trackers that lie beside them, unless it is named itself.
func Workbooks(arguments []string) ([]string, error) {
	var all []string
	seen := map[string]bool{}
	for _, argument := range arguments {
		found, err := behind(argument)
		if err != nil {
			return nil, err
		}
		for _, path := range found {
			if key := filepath.Clean(path); !seen[key] {
				seen[key] = true
				all = append(all, path)
			}
		}
	}
	return all, nil
}

// Several is true of an argument that stands for several workbooks, however
// many there are: a folder, or a pattern.
func Several(argument string) bool {
	info, err := os.Stat(argument)
	if err != nil {
		return isPattern(argument)
	}
	return info.IsDir()
}

func isPattern(argument string) bool { return strings.ContainsAny(argument, "*?[") }

// behind is the workbooks that one argument stands for.
func behind(argument string) ([]string, error) {
	info, err := os.Stat(argument)
	switch {
	case err == nil && !info.IsDir():
		return []string{argument}, nil
	case err == nil:
		found, err := inFolder(argument)
		if err == nil && len(found) == 0 {
			err = words.Fail("name another folder, or the workbooks themselves", "there is no .xlsx or .xlsm workbook in the folder %s", folderName(argument))
		}
		return found, err
	}
	if !isPattern(argument) {
		return []string{argument}, nil // reading it says that it is not there
	}
	found, err := filepath.Glob(argument)
	found = slices.DeleteFunc(found, func(path string) bool { return isLock(path) || isDrawn(path) })
	if err != nil || len(found) == 0 {
		return nil, words.Fail("look at the spelling, or name the folder", "no file fits %s", words.Quote(argument))
	}
	return found, nil
}

func inFolder(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, words.Fail("", "the folder %s cannot be read: %v", folderName(dir), plain(err))
	}
	var found []string
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		path := filepath.Join(dir, e.Name())
		if !e.IsDir() && !isLock(path) && (ext == ".xlsx" || ext == ".xlsm") && !isDrawn(path) {
			found = append(found, path)
		}
	}
	return found, nil
}

func isLock(path string) bool { return strings.HasPrefix(filepath.Base(path), "~$") }

// isDrawn is true of what this program drew and nobody has saved since.
func isDrawn(path string) bool {
	data, err := Read(path)
	if err != nil {
		return false // whoever works on it says why
	}
	_, ours := seal.Ours(data)
	return ours
}

// Each works on many files with all processors and takes the results in the
// order of the files. At most a few results wait to be taken, so that memory
// grows with what take keeps and not with the number of files. The first error
// of take is the end: no further file is begun.
func Each[T any](paths []string, work func(path string) T, take func(i int, result T) error) error {
	workers := min(runtime.GOMAXPROCS(0), max(len(paths), 1))
	waiting := make(chan chan T, workers)
	stop := make(chan struct{})
	go func() {
		defer close(waiting)
		free := make(chan struct{}, workers)
		for _, path := range paths {
			select {
			case <-stop:
				return
			case free <- struct{}{}:
			}
			result := make(chan T, 1)
			go func() {
				defer func() { <-free }()
				result <- work(path)
			}()
			waiting <- result
		}
	}()
	i := 0
	var failed error
	for result := range waiting {
		done := <-result
		if failed != nil {
			continue
		}
		if failed = take(i, done); failed != nil {
			close(stop)
		}
		i++
	}
	return failed
}

// Replace puts data in the place of whatever is there, whole or not at all:
// for one of many files in a folder that the program alone writes into.
func Replace(path string, data []byte) error {
	temp, err := writeTemporary(path, data, 0)
	if err != nil {
		return err
	}
	return rename(temp, path)
}
