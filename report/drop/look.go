package drop

import (
	"os"
	"path/filepath"
	"strings"

	"actionplan/report/reading"
	"actionplan/workbook/files"
	"actionplan/workbook/returns"
)

// Look is what a file is, by what is in it. A workbook that can't be read, and
// what an office program saves instead of one, is a plan, and so of a letter:
// what is wrong with it, and what to do, check and draft say.
func Look(path string) Thing {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return Folder
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf", ".docx", ".txt", ".md", ".doc", ".odt", ".rtf":
		return Letter
	case ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".numbers":
	default:
		return Other
	}
	data, err := files.Read(path)
	if err != nil {
		return Plan
	}
	if _, err := returns.ReadReturn(filepath.Base(path), data); err == nil {
		return Return
	}
	return Plan
}

// LastUpdate is the last day that a plan tells of, as yyyy-mm-dd; "" where it
// tells of none.
func LastUpdate(path string) string {
	plan, _, err := reading.Load(path)
	if err != nil {
		return ""
	}
	last := plan.Info.MeetingDate
	for _, u := range plan.Updates {
		if u.Date.After(last) {
			last = u.Date
		}
	}
	if last.IsZero() {
		return ""
	}
	return last.String()
}
