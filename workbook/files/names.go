package files

import (
	"path/filepath"
	"strings"

	"actionplan/workbook/words"
)

// Ending says that the name of a file has to end in one of the endings, the
// usual one first, or nothing where it does. what is the file ("the output"),
// and more what stands after them in the sentence (" as the plan's does").
func Ending(what, path, more string, endings ...string) error {
	for _, e := range endings {
		if strings.EqualFold(filepath.Ext(path), e) {
			return nil
		}
	}
	return words.Fail("", "%s's name has to end in %s%s, such as %s", what, words.Or(endings), more, Beside(path, endings[0]))
}

// Beside is a name beside the input: plan.xlsx with "-tracker.xlsx" is
// plan-tracker.xlsx in the same folder.
func Beside(input, suffix string) string {
	return strings.TrimSuffix(input, filepath.Ext(input)) + suffix
}
