package files

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

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

// CopyEnding is how the name of a workbook's copy ends: as the workbook's own,
// since Excel refuses macros under another, but .xlsx where a workbook has a
// name that Excel would not open it under, or there is none.
func CopyEnding(workbook string) string {
	switch ext := filepath.Ext(workbook); strings.ToLower(ext) {
	case ".xlsx", ".xlsm", ".xltx", ".xltm":
		return ext
	}
	return ".xlsx"
}

// Beside is a name beside the input: plan.xlsx with "-tracker.xlsx" is
// plan-tracker.xlsx in the same folder.
func Beside(input, suffix string) string {
	dir, name := filepath.Split(input)
	return dir + Fit(strings.TrimSuffix(name, filepath.Ext(name)), suffix)
}

// mostName is how many bytes the name of a file may have, its ending too: 255
// on Linux, and on Windows 255 letters, which are no fewer.
const mostName = 255

// roomToNumber is kept free for a number such as " (2)" or ".bak-2".
const roomToNumber = 8

// Fit is a stem with what ends the name, the stem cut where both together would
// be longer than a file's name can be.
func Fit(stem, ending string) string {
	n := max(mostName-roomToNumber-len(ending), 0)
	if len(stem) <= n {
		return stem + ending
	}
	for n > 0 && !utf8.RuneStart(stem[n]) {
		n--
	}
	return strings.TrimRight(stem[:n], " .") + ending
}

// Names gives each of several outputs a name of its own; no two are the same
// to Windows.
type Names struct{ taken map[string]bool }

// NewNames has none taken.
func NewNames() *Names { return &Names{map[string]bool{}} }

// Next is the name of a stem, with a number where it is taken.
func (n *Names) Next(stem, extension string) string {
	name := Fit(stem, extension)
	for i := 2; n.taken[strings.ToLower(name)]; i++ {
		name = Fit(stem, fmt.Sprintf(" (%d)%s", i, extension))
	}
	n.taken[strings.ToLower(name)] = true
	return name
}

// Places gives each of several outputs a place of its own, beside its input or
// all in one folder, so that none takes another's.
type Places struct {
	dir   string
	names map[string]*Names // by folder
}

// NewPlaces is places in the folder dir; "" is wherever each output would be.
func NewPlaces(dir string) *Places { return &Places{dir, map[string]*Names{}} }

// Of is the place of an output that would have that path, with a number in its
// name where another has taken it.
func (p *Places) Of(path string) string {
	dir, name := filepath.Split(path)
	if p.dir != "" {
		dir = p.dir
	}
	dir = filepath.Clean(dir)
	if p.names[dir] == nil {
		p.names[dir] = NewNames()
	}
	ext := filepath.Ext(name)
	return filepath.Join(dir, p.names[dir].Next(strings.TrimSuffix(name, ext), ext))
}

// mostStem keeps the whole path below the 260 characters that older programs
// take, and two stems with a date below the bytes that a name may have.
const (
	mostStem        = 60
	mostBytesOfStem = 100
)

// deviceName is what Windows keeps for devices, with any ending.
var deviceName = words.MustCompile(`(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)`)

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
	for len(string(stem)) > mostBytesOfStem {
		stem = stem[:len(stem)-1]
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
