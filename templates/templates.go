// Package templates carries the files that the program hands out or fills in.
package templates

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

// Example is the content of the small plan that shows how the sheets are
// filled in, as workbook.ParseContent reads it.
//
//go:embed example.yaml
var Example []byte

// Licences is the licence of the program, and of everything that is built into
// it, in full.
//
//go:embed licences.txt
var Licences string

// Regions is each of the 153 English authorities that have children's services
// and its region: two columns with a heading, "authority,region".
//
//go:embed regions.csv
var Regions string

//go:embed briefing/*.yaml
var briefings embed.FS

// Briefing is the template of a paper by its name, such as "board".
func Briefing(name string) (source []byte, ok bool) {
	source, err := briefings.ReadFile("briefing/" + name + ".yaml")
	return source, err == nil
}

// Briefings are the names of the papers' templates, in order of the alphabet.
func Briefings() []string {
	files, _ := fs.Glob(briefings, "briefing/*.yaml") // the pattern is well formed
	for i, f := range files {
		files[i] = strings.TrimSuffix(path.Base(f), ".yaml")
	}
	return files
}
