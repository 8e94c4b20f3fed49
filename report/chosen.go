package report

import (
	"path/filepath"
	"strings"

	"actionplan/templates"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Chosen is how a user asks for a paper.
type Chosen struct {
	Template string   // a shipped template's name or a file; "" goes by what the paper is about
	Areas    []string // refs of the areas it is to be about; none: all
	Owner    string   // the owner it is to be about; "": all
	Since    bool     // it is to say what changed since an earlier position
}

// ReadTemplate is the template asked for: by name, else by what the paper is
// to be about, else the board's. read gives the bytes of a file, and exists
// says whether there is one. The error is a sentence for the user.
func (c Chosen) ReadTemplate(read func(path string) ([]byte, error), exists func(path string) bool) (*Template, error) {
	about := map[string]bool{"area": len(c.Areas) > 0, "owner": c.Owner != ""}
	name := c.Template
	switch {
	case name != "":
	case about["area"]:
		name = "area"
	case about["owner"]:
		name = "owner"
	default:
		name = "board"
	}
	template, err := readTemplate(name, read, exists)
	if err != nil {
		return nil, err
	}
	for _, what := range []string{"area", "owner"} {
		if about[what] && !template.Has(what+"-pages") {
			return nil, words.Fail("use --template "+what, "the paper %s has no pages for each %s, so --%[2]s can't be followed", words.Quote(template.Name), what)
		}
	}
	if c.Since && !template.saysWhatChanged() {
		return nil, words.Fail("use --template board", "the paper %s has no section on what changed, so --since can't be followed", words.Quote(template.Name))
	}
	return template, nil
}

// saysWhatChanged is true of a template with a section that compares.
func (t *Template) saysWhatChanged() bool {
	return t.Has("movement") || t.Has("status") || t.Has("bar")
}

// Suffix is what tells this paper's name from that of another on the same
// template: the areas or the owner that it is about, "" where it is about all.
func (c Chosen) Suffix() string {
	suffix := ""
	for _, name := range append(append([]string{}, c.Areas...), c.Owner) {
		if name != "" {
			suffix += "-" + files.SafeStem(name)
		}
	}
	return suffix
}

// readTemplate is a file where the name looks like one or there is one, else a
// template that comes with the program.
func readTemplate(name string, read func(path string) ([]byte, error), exists func(path string) bool) (*Template, error) {
	looksLikeFile := strings.ContainsAny(name, "/\\") || strings.EqualFold(filepath.Ext(name), ".yaml")
	source, shipped := templates.Briefing(name)
	if shipped && !looksLikeFile {
		return ParseTemplate(name+".yaml", source)
	}
	if !looksLikeFile && !exists(name) {
		return nil, NoTemplate(name)
	}
	source, err := read(name)
	if err != nil {
		return nil, err
	}
	return ParseTemplate(filepath.Base(name), source)
}

// NoTemplate is the error of a name that no shipped template has.
func NoTemplate(name string) error {
	known := templates.Briefings()
	if near := words.Likely(name, known); near != "" {
		return words.Fail("did you mean "+words.Quote(near)+"?", "there is no template %s", words.Quote(name))
	}
	return words.Fail("there are "+strings.Join(known, ", "), "there is no template %s", words.Quote(name))
}

// Only keeps the areas and the owner that the paper is asked to be about.
func (c Chosen) Only(b *Brief) error {
	if len(c.Areas) > 0 {
		if err := b.OnlyAreas(c.Areas); err != nil {
			return err
		}
	}
	if c.Owner != "" {
		return b.OnlyOwner(c.Owner)
	}
	return nil
}
