// Package format writes a composed paper as what the name of its file asks
// for: a PDF, a Word document or a web page.
package format

import (
	"path/filepath"
	"strings"

	"actionplan/report/paper/block"
	"actionplan/report/paper/html"
	"actionplan/report/paper/pdf"
	"actionplan/report/paper/word"
	"actionplan/report/tagged"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Endings are what the name of a paper may end in, the usual one first.
var Endings = []string{".pdf", ".docx", ".html"}

// Format is how a composed paper is written.
type Format struct {
	Ending    string // one of Endings
	reference []byte // of a Word document: the one whose looks it takes
}

// Of is the format that the name of a file asks for, whatever its case; another
// ending stands for a PDF.
func Of(path string) Format {
	for _, e := range Endings {
		if strings.EqualFold(filepath.Ext(path), e) {
			return Format{Ending: e}
		}
	}
	return Format{Ending: Endings[0]}
}

// Like is the format with the looks of the Word document at path; "" changes
// nothing.
func (f Format) Like(path string) (Format, error) {
	if path == "" {
		return f, nil
	}
	if f.Ending != ".docx" {
		return f, words.Fail("name an output that ends in .docx: -o paper.docx", "--reference is for Word documents")
	}
	var err error
	f.reference, err = files.Read(path)
	return f, err
}

// Write also says which characters a PDF has no letter for.
func (f Format) Write(made *block.Paper) (data []byte, substituted []tagged.Substitution, err error) {
	switch f.Ending {
	case ".html":
		data, err = page(made)
		return data, nil, err
	case ".docx":
		data, err = f.word(made)
		return data, nil, err
	}
	file, err := pdf.Write(made)
	if err != nil {
		return nil, nil, err
	}
	return file.Bytes, file.Substitutions, nil
}

// page writes a web page; what has room on page 1 where it is printed is found by
// laying it out as a PDF, where there is a choice.
func page(made *block.Paper) ([]byte, error) {
	if !made.Chooses() && made.Shorter == nil {
		return html.Write(made, nil)
	}
	laid, err := pdf.Lay(made)
	if err != nil {
		return nil, err
	}
	return html.Write(made, laid)
}

// word writes a Word document; what has room on its pages, and on which page
// things are, is found by laying it out as a PDF.
func (f Format) word(made *block.Paper) ([]byte, error) {
	laid, err := pdf.Lay(made)
	if err != nil {
		return nil, err
	}
	return word.Write(made, word.Options{Reference: f.reference, Laid: laid})
}
