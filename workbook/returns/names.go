package returns

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// fileNames makes file names of owners' names: names that Windows, Excel and
// a command line all take, each once, never a way out of the folder.
type fileNames struct{ taken map[string]bool }

func newFileNames() *fileNames { return &fileNames{map[string]bool{}} }

func (n *fileNames) next(owner string) string {
	stem := safeStem(owner)
	name := stem
	for i := 2; n.taken[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s (%d)", stem, i)
	}
	n.taken[strings.ToLower(name)] = true
	return name + ".xlsx"
}

// mostStem keeps the whole path below the 260 characters that older programs
// take, and below the 255 bytes that a name may have.
const mostStem = 60

// deviceName is what Windows keeps for devices, with any ending.
var deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)`)

func safeStem(owner string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(owner), " ") {
		switch {
		case strings.ContainsRune(`/\:|`, r):
			b.WriteRune('-')
		case strings.ContainsRune(`<>"?*`, r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
		case r == '[': // Excel opens no file with brackets in its name
			b.WriteRune('(')
		case r == ']':
			b.WriteRune(')')
		default:
			b.WriteRune(r)
		}
	}
	stem := []rune(b.String())
	if len(stem) > mostStem {
		stem = stem[:mostStem]
	}
	// A name that begins with - is taken for an option, with ~ for a lock
	// file, with . for a hidden file.
	name := strings.TrimRight(strings.TrimLeft(string(stem), " .-~"), " .")
	if name == "" {
		return "Owner"
	}
	if deviceName.MatchString(name) {
		return "Owner " + name
	}
	return name
}
