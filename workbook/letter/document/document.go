// Package document reads a letter or report as its paragraphs, list items and
// tables, in the order in which a person reads them: from a PDF, a Word
// document, plain text or Markdown. It knows nothing of what they say.
package document

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// Kind is what a block is in the document.
type Kind int

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	Item // an item of a list, whether bulleted or numbered
	Note // a footnote
)

func (k Kind) String() string {
	return [...]string{"paragraph", "heading", "item", "note"}[k]
}

// Block is one paragraph, heading, list item or part of a table cell. Text
// has single spaces and no line breaks.
type Block struct {
	Kind  Kind
	Level int    // of a heading from 1; of an item its depth in lists, from 1
	Label string // the bullet or number printed before it, "" for none
	Text  string
	Bold  bool // the whole text is set in bold
	Page  int  // where it begins, counted from 1; 0 where the format has no pages
	Last  int  // the page where it ends
	Table int  // which table it stands in, counted from 1; 0 for none
	Row   int  // in that table, from 1
	Col   int  // in that table, from 1
}

// Document is a letter or report that has been read.
type Document struct {
	Blocks []Block
	Pages  int  // 0 where the format has no pages
	Tagged bool // read by the structure that its author gave it
}

// Words is how many words the document has.
func (d *Document) Words() int {
	n := 0
	for _, b := range d.Blocks {
		n += len(strings.Fields(b.Text))
	}
	return n
}

// The most that is read, so that no file can exhaust the machine.
const (
	maxFile     = 60 << 20  // bytes of a file
	maxUnpacked = 100 << 20 // bytes that its parts unpack to
	maxWords    = 200_000   // some five hundred pages
	maxBlocks   = 60_000
	maxPages    = 600
)

// refuse says in the user's words why a file can't be read, and what to do.
func refuse(why, hint string) error { return words.Fail(hint, "%s", why) }

var (
	errCut       = refuse("the file is cut short or damaged", "download it again, or save it anew from the program that made it")
	errEncrypted = refuse("the file is protected by a password", "save a copy without protection and use that")
	errScan      = refuse("the file holds pictures of pages and no text", "ask for the letter as Word or as a PDF with text, or type it into a .txt file")
	errWebPage   = refuse("the file is a web page, whatever its name says", "download the letter itself: the page that was saved only leads to it")
	errHuge      = refuse("the file is too large to be a letter or report", "use the letter or report alone, without its annexes")
	errEmpty     = refuse("the file has no text in it", "check that it is the letter")
	errOldWord   = refuse("the file is of Word 97 to 2003, or protected by a password", "open it in Word and save it as .docx without a password")
	errRichText  = refuse("the file is Rich Text (.rtf)", "open it in Word and save it as .docx")
	errNoLetter  = refuse("the file is neither a PDF, a Word document (.docx) nor text (.txt, .md)", "save the letter as one of these")
	errWorkbook  = refuse("the file is an Excel workbook, not a letter", "name the letter as it came, a PDF or Word document")
	errNotWord   = refuse("the file is packed like a Word document and is none", "save the letter as .docx, .pdf or .txt")
)

// Read reads a file. Its name says which format it should be; what it holds
// says which it is. Every failure is a *words.Failure.
func Read(name string, data []byte) (doc *Document, err error) {
	defer func() {
		if recover() != nil {
			doc, err = nil, errCut
		}
	}()
	if doc, err = readAs(format(name, data), data); err != nil {
		var known *words.Failure
		if !errors.As(err, &known) {
			err = errCut
		}
		return nil, err
	}
	doc.tidy()
	switch n := doc.Words(); {
	case n == 0:
		return nil, errEmpty
	case n > maxWords:
		return nil, errHuge
	}
	return doc, nil
}

func readAs(format string, data []byte) (*Document, error) {
	if len(data) > maxFile && slices.Contains([]string{"pdf", "docx", "txt", "md"}, format) {
		return nil, errHuge // of the others it is told what they are
	}
	switch format {
	case "pdf":
		return readPDF(data)
	case "docx":
		return readDocx(data)
	case "txt", "md":
		return readText(string(data), format == "md")
	case "html":
		return nil, errWebPage
	case "doc":
		return nil, errOldWord
	case "rtf":
		return nil, errRichText
	case "empty":
		return nil, errEmpty
	}
	return nil, errNoLetter
}

// format tells by the first bytes what a file is. Only text needs its name,
// for Markdown.
func format(name string, data []byte) string {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf")), " \t\r\n\x00")
	lower := bytes.ToLower(head)
	switch {
	case len(head) == 0:
		return "empty"
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return "pdf"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "docx"
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "doc"
	case bytes.HasPrefix(lower, []byte(`{\rtf`)):
		return "rtf"
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")),
		bytes.HasPrefix(lower, []byte("<")) && bytes.Contains(lower, []byte("<html")):
		return "html"
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "txt"
	case !isText(data):
		return ""
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		return "md"
	case ".pdf", ".docx":
		return "" // text under a name that promises otherwise
	}
	return "txt"
}

// isText tells text from other files: text has no control characters but
// those that part lines and pages.
func isText(data []byte) bool {
	for _, b := range data[:min(len(data), 1<<16)] {
		if b < 32 && !strings.ContainsRune("\t\n\r\f\v", rune(b)) {
			return false
		}
	}
	return true
}

// decode gives the text of bytes that are UTF-8, UTF-16 with its mark, or
// else Windows-1252, as Notepad saves them.
func decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data)
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\uFEFF")
	}
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = windows1252(rune(b))
	}
	return string(runes)
}

func (b Block) String() string {
	place := ""
	if b.Table > 0 {
		place = fmt.Sprintf(" t%dr%dc%d", b.Table, b.Row, b.Col)
	}
	bold := ""
	if b.Bold {
		bold = " bold"
	}
	return fmt.Sprintf("p%d%s %s%d%s %q %s", b.Page, place, b.Kind, b.Level, bold, b.Label, b.Text)
}
