package returns

import (
	"os"
	"path/filepath"
	"strings"

	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Spread names the files behind each argument: a folder stands for the
// workbooks in it, and *.xlsx, where the command line has left it as it is,
// for the files of that pattern.
func Spread(paths []string) []string {
	var all []string
	for _, path := range paths {
		pattern := path
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			pattern = filepath.Join(path, "*.xlsx")
		}
		found, err := filepath.Glob(pattern)
		if _, missing := os.Stat(pattern); missing == nil || err != nil || len(found) == 0 {
			found = []string{path}
		}
		all = append(all, found...)
	}
	return all
}

// ReadReturns reads what came back. A file that is not there or is a folder
// stops the command; one that is no return of ours is named and left.
func ReadReturns(paths []string) (returns []*Return, strange []Stranger, err error) {
	for _, path := range paths {
		name := filepath.Base(path)
		if strings.HasPrefix(name, "~$") {
			strange = append(strange, Stranger{File: name, Reason: "it is the small lock file that Excel keeps while the workbook is open", Skipped: true})
			continue
		}
		data, err := files.Read(path)
		if err != nil {
			return nil, nil, err
		}
		r, err := ReadReturn(name, data)
		if err != nil {
			strange = append(strange, Stranger{File: name, Reason: err.Error()})
			continue
		}
		returns = append(returns, r)
	}
	return returns, strange, nil
}

// NoReturns is the error of a run in which no file was a return of this plan.
func NoReturns(strange []Stranger) error {
	why := make([]string, len(strange))
	for i, s := range strange {
		why[i] = s.File + ": " + s.Reason
	}
	return words.Fail(strings.Join(why, "; "), "none of these is a return of this plan, so nothing was written")
}
