// Package letter finds in a letter or report of an inspection what an
// improvement plan is begun from: the facts at its head, its own lists of
// priority actions and of what needs to improve, and its findings, each with
// its place. It judges by a stated grammar of cue words, so that every row
// can be explained, and knows nothing of workbooks.
package letter

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"actionplan/workbook/files"
	"actionplan/workbook/letter/document"
)

// Kind is what a finding is.
type Kind int

// The kinds of finding. Process is what says how inspectors worked and what
// they looked at: no finding.
const (
	Process Kind = iota
	PriorityAction
	ImprovementNeeded
	Concern
	Progress
	Strength
)

func (k Kind) String() string {
	return [...]string{"Process", "Priority action", "Improvement needed", "Concern", "Progress", "Strength"}[k]
}

// NeedsAction tells whether somebody has to answer a finding of the kind.
func (k Kind) NeedsAction() bool {
	return k == PriorityAction || k == ImprovementNeeded || k == Concern
}

// Letter is a letter or report that has been read and judged.
type Letter struct {
	Name     string // of the file, to speak of it
	Facts    Facts
	Findings []Finding // the lists' items and the narrative's findings, in the order of the letter
	Passages []Passage // the whole text
	Pages    int
	Notes    []string // what the letter contradicts itself in, as sentences
	Known    bool     // its findings stand in the plan already, and keep their areas
}

// Finding is one row: an item of the letter's own list, or a run of joined
// sentences of one kind in a paragraph.
type Finding struct {
	Kind        Kind
	Text        string // verbatim; sub-bullets on lines of their own
	Heading     string // the heading it stands under
	Number      string // of its paragraph, where printed
	Page        int    // 0 where the letter has no pages
	Passage     int    // index of the passage where it begins
	Last        int    // index of the passage where it ends
	Listed      bool   // from the letter's own list
	Doubtful    bool   // the cues are weak or pull both ways: somebody has to look
	Cues        []string
	Responsible string // the bodies that the letter names as responsible
	Restricted  bool   // from a case study: it tells of a child
	Area        int    // index of the area it belongs to, -1 for none
	Repeats     []Link // earlier findings of the same matter
}

// Link names a finding of an earlier letter.
type Link struct{ Letter, Finding int }

// Place says where a finding stands, in words.
func (f Finding) Place() string {
	var parts []string
	if f.Heading != "" {
		parts = append(parts, f.Heading)
	}
	if f.Number != "" {
		parts = append(parts, "paragraph "+f.Number)
	}
	if f.Page > 0 {
		parts = append(parts, "page "+itoa(f.Page))
	}
	return strings.Join(parts, ", ")
}

// ReadFiles reads the letter in each file. The error is a sentence for the user.
func ReadFiles(paths []string) ([]*Letter, error) {
	var letters []*Letter
	for _, path := range paths {
		data, err := files.Read(path)
		if err != nil {
			return nil, err
		}
		l, err := Read(filepath.Base(path), data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		letters = append(letters, l)
	}
	return letters, nil
}

// Read reads and judges a file. Every failure is a *words.Failure.
func Read(name string, data []byte) (*Letter, error) {
	doc, err := document.Read(name, data)
	if err != nil {
		return nil, err
	}
	return Judge(name, doc), nil
}

// Judge finds what a document says.
func Judge(name string, doc *document.Document) *Letter {
	passages := sections(doc.Blocks)
	l := &Letter{Name: name, Passages: passages, Pages: doc.Pages}
	l.Facts, l.Notes = readFacts(passages)
	withoutNames(passages)
	items := listItems(passages)
	l.Findings = inOrder(items, narrative(passages, items))
	return l
}

// date is a civil day, zero for none.
type date = time.Time
