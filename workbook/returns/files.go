package returns

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Spread names the files behind each argument: a folder stands for everything
// in it, so that each file of it is accounted for, and *.xlsx, where the
// command line has left it as it is, for the files of that pattern. A folder
// without a workbook is an error: nothing could be collected from it.
func Spread(paths []string) ([]string, error) {
	var all []string
	for _, path := range paths {
		found := []string{path}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			if found, err = inFolder(path); err != nil {
				return nil, err
			}
		} else if err != nil {
			if some, err := filepath.Glob(path); err == nil && len(some) > 0 {
				found = some
			}
		}
		all = append(all, found...)
	}
	return all, nil
}

func inFolder(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, words.Fail("", "the folder %s could not be read", words.Quote(dir))
	}
	var paths, names []string
	workbooks := 0
	for _, e := range entries {
		paths, names = append(paths, filepath.Join(dir, e.Name())), append(names, e.Name())
		if isWorkbook(e.Name()) && unmeant(e.Name()) == "" {
			workbooks++
		}
	}
	switch {
	case len(entries) == 0:
		return nil, words.Fail("put the workbooks that came back into it", "the folder %s is empty", words.Quote(dir))
	case workbooks == 0:
		return nil, words.Fail("save what came back into it as Excel Workbook (.xlsx)", "the folder %s holds no workbook, only %s", words.Quote(dir), words.Some(names, mostNamed))
	}
	return paths, nil
}

// mostNamed is how many files a failure names.
const mostNamed = 6

func isWorkbook(name string) bool {
	return slices.Contains([]string{".xlsx", ".xlsm"}, strings.ToLower(filepath.Ext(name)))
}

// unmeant says what a file is that nobody has put there to be collected, ""
// of any other.
func unmeant(name string) string {
	switch lower := strings.ToLower(name); {
	case strings.HasPrefix(name, "~$"):
		return "it is the small lock file that Excel keeps while the workbook is open"
	case name == IndexFile:
		return "it is the page that lists the workbooks"
	case strings.HasPrefix(name, "."), lower == "thumbs.db", lower == "desktop.ini":
		return "it is a file that the computer keeps for itself"
	}
	return ""
}

// notRead says what to do with a file that is known by its name, and that its
// first bytes would not tell apart; "" of any other.
func notRead(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".msg", ".eml":
		return "it is an e-mail; save the workbook that is attached to it into the folder"
	case ".lnk", ".url", ".webloc":
		return "it is only a link; put the workbook itself into the folder"
	case ".gsheet":
		return "it is only a link to Google Sheets; download it there as Microsoft Excel (.xlsx)"
	}
	return ""
}

// ReadReturns reads what came back. A file that is not there stops the
// command; one that is no return of ours is named and left.
func ReadReturns(paths []string) (returns []*Return, strange []Stranger, err error) {
	names := shortNames(paths)
	for i, path := range paths {
		name, base := names[i], filepath.Base(path)
		leave := func(reason string, skipped bool) {
			strange = append(strange, Stranger{File: name, Reason: reason, Skipped: skipped})
		}
		info, err := os.Stat(path)
		switch {
		case unmeant(base) != "":
			leave(unmeant(base), true)
			continue
		case err == nil && info.IsDir():
			leave("it is a folder, and what is in it was not looked at; name it too if it holds returns", false)
			continue
		case notRead(base) != "":
			leave(notRead(base), false)
			continue
		}
		data, err := files.Read(path)
		if err != nil && !files.Exists(path) {
			return nil, nil, err
		}
		if err != nil {
			leave(err.Error(), false)
			continue
		}
		r, err := ReadReturn(name, data)
		if err != nil {
			leave(err.Error(), false)
			continue
		}
		returns = append(returns, r)
	}
	return returns, strange, nil
}

// shortNames are the files' names without their folders, but for those that
// would be the same.
func shortNames(paths []string) []string {
	first, shared := map[string]string{}, map[string]bool{}
	for _, path := range paths {
		base := filepath.Base(path)
		if other, there := first[base]; there && other != path {
			shared[base] = true
		}
		first[base] = path
	}
	names := make([]string, len(paths))
	for i, path := range paths {
		if names[i] = filepath.Base(path); shared[names[i]] {
			names[i] = filepath.ToSlash(path)
		}
	}
	return names
}

// NoReturns is the error of a run in which no file was a return of this plan.
func NoReturns(strange []Stranger) error {
	why := make([]string, len(strange))
	for i, s := range strange {
		why[i] = s.File + ": " + s.Reason
	}
	return words.Fail(strings.Join(why, "; "), "none of these is a return of this plan, so nothing was written")
}
