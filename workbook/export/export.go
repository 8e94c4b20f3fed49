// Package export writes plans as typed tables that engines read as they are:
// one for each sheet, by walking the one table of columns, and beside them
// what follows on a date (facts), what check says (problems) and each plan in
// figures (plans).
//
// A folder of tables is TABLE/as_of=YYYY-MM-DD/PLAN.FORMAT. Each plan has
// files of its own, named by what it is, so that the months of a year stand
// beside one another, a plan that is exported again for the same day takes
// its own place, and any split of the workbooks over machines writes the same
// files.
package export

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"
	"unicode"

	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// File is one file of tables: where it stands below the folder, and its bytes.
type File struct {
	Path string
	Data []byte
}

// Make makes the files of a plan, that of plans last: where it is there, all
// of them are.
func Make(p Plan, format Format, public bool) ([]File, error) {
	s := newSource(p, public)
	name := Name(p) + "." + string(format)
	var all []File
	for _, t := range Tables(public) {
		data, err := format.encode(t, t.rowsOf(s))
		if err != nil {
			return nil, words.Fail("", "the table %s could not be made: %v", t.Name, err)
		}
		all = append(all, File{filepath.Join(t.Name, "as_of="+p.Facts.AsOf.String(), name), data})
	}
	return all, nil
}

// Name is what a plan's files are called: its organisation's name in letters
// that any disk takes, and signs that tell it from every other plan by its
// organisation, its title and its workbook's name.
func Name(p Plan) string {
	info := p.Facts.Plan.Info
	sum := sha256.Sum256([]byte(info.Organisation + "\x00" + info.Title + "\x00" + p.Facts.Plan.File))
	letters := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return ' '
	}, info.Organisation)
	const most = 60
	name := strings.Join(strings.Fields(letters), "-")
	if len(name) > most {
		name = name[:most]
	}
	return strings.Trim(name+"-"+hex.EncodeToString(sum[:6]), "-")
}

// Folder is where the tables of a run go. It is made where it is not there.
type Folder struct {
	dir   string
	taken map[string]bool // plans of this run, by their table of plans
}

// NewFolder is a folder of that name.
func NewFolder(dir string) *Folder { return &Folder{dir, map[string]bool{}} }

// Write puts a plan's files into the folder, each whole or not at all. Two
// plans of a run that can't be told apart are not both written: the second
// would take the place of the first.
func (to *Folder) Write(all []File) error {
	if last := all[len(all)-1].Path; to.taken[last] {
		return words.Fail("give its workbook another name, or name one of them only", "another workbook of this run has the same name, organisation and title")
	} else {
		to.taken[last] = true
	}
	for _, f := range all {
		path := filepath.Join(to.dir, f.Path)
		made, err := files.MakeFolder(filepath.Dir(path))
		if err == nil {
			err = files.Replace(path, f.Data)
		}
		if err != nil {
			files.RemoveFolders(made)
			return err
		}
	}
	return nil
}
