package files

import (
	"path/filepath"
	"strings"
)

// Beside is a name beside the input: plan.xlsx with "-tracker.xlsx" is
// plan-tracker.xlsx in the same folder.
func Beside(input, suffix string) string {
	return strings.TrimSuffix(input, filepath.Ext(input)) + suffix
}
