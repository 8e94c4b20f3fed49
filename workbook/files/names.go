package files

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

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

// Names gives each of several outputs a name of its own; no two are the same
// to Windows.
type Names struct{ taken map[string]bool }

// NewNames has none taken.
func NewNames() *Names { return &Names{map[string]bool{}} }

// Next is the name of a stem, with a number where it is taken.
func (n *Names) Next(stem, extension string) string {
	name := stem
	for i := 2; n.taken[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s (%d)", stem, i)
	}
	n.taken[strings.ToLower(name)] = true
	return name + extension
}

// Places gives each of several outputs a place of its own, beside its input or
// all in one folder, so that none takes another's.
type Places struct {
	dir   string
	names map[string]*Names // by folder
}

// NewPlaces is places in the folder dir, which is made where it is not there;
// "" is wherever each output would be.
func NewPlaces(dir string) *Places { return &Places{dir, map[string]*Names{}} }

// Of is the place of an output that would have that path, with a number in its
// name where another has taken it.
func (p *Places) Of(path string) (string, error) {
	dir, name := filepath.Split(path)
	if p.dir != "" {
		dir = p.dir
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return "", words.Fail("name another with -d", "the folder %s could not be made", words.Quote(dir))
		}
	}
	dir = filepath.Clean(dir)
	if p.names[dir] == nil {
		p.names[dir] = NewNames()
	}
	ext := filepath.Ext(name)
	return filepath.Join(dir, p.names[dir].Next(strings.TrimSuffix(name, ext), ext)), nil
}

// mostStem keeps the whole path below the 260 characters that older programs
// take, and below the 255 bytes that a name may have.
const mostStem = 60

// deviceName is what Windows keeps for devices, with any ending.
var deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)`)

// SafeStem makes part of a file's name of what people are called: Windows,
// Excel and a command line all take it, and it is never a way out of a folder.
func SafeStem(name string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(name), " ") {
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
	name = strings.TrimRight(strings.TrimLeft(string(stem), " .-~"), " .")
	if name == "" {
		return "Owner"
	}
	if deviceName.MatchString(name) {
		return "Owner " + name
	}
	return name
}
