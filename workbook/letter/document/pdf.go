package document

import (
	"bytes"

	"github.com/ledongthuc/pdf"
)

type pdfFile struct {
	reader    *pdf.Reader
	pages     []pdfPage
	fonts     map[int64]*font
	operators int
	damaged   bool
}

type pdfPage struct {
	number    int64 // of its object
	content   pdf.Value
	resources pdf.Value
	runs      []run
}

// readPDF reads a PDF by the structure that its author gave it, or, where it
// has none, by the lines and gaps on its pages.
func readPDF(data []byte) (*Document, error) {
	plainest, err := rebuild(data)
	if err != nil {
		return nil, err
	}
	reader, err := pdf.NewReader(bytes.NewReader(plainest), int64(len(plainest)))
	if err != nil {
		return nil, errCut
	}
	file := &pdfFile{reader: reader, fonts: map[int64]*font{}}
	if err := file.findPages(); err != nil {
		return nil, err
	}
	shown := 0
	for i := range file.pages {
		file.pages[i].runs = readPageRuns(file, file.pages[i])
		shown += countLetters(file.pages[i].runs)
	}
	if file.damaged {
		return nil, errCut
	}
	if shown < 20*len(file.pages) || shown < 60 {
		return nil, errScan
	}
	doc := file.byStructure()
	if doc == nil {
		doc = file.byLines()
	}
	doc.Pages = len(file.pages)
	return doc, nil
}

// font gives the font of a dictionary, read once.
func (f *pdfFile) font(v pdf.Value) *font {
	if v.Kind() != pdf.Dict {
		return nil
	}
	number := v.Key(ownKey).Int64()
	known, ok := f.fonts[number]
	if !ok || number == 0 {
		known = newFont(v)
		f.fonts[number] = known
	}
	return known
}

// findPages walks the tree of pages. A page that the tree counts and the file
// lacks means that the file is damaged.
func (f *pdfFile) findPages() error {
	root := f.reader.Trailer().Key("Root").Key("Pages")
	seen := map[int64]bool{}
	f.gatherPages(root, pdf.Value{}, seen, 0)
	if len(f.pages) == 0 || int64(len(f.pages)) < root.Key("Count").Int64() {
		return errCut
	}
	if len(f.pages) > maxPages {
		return errHuge
	}
	return nil
}

func (f *pdfFile) gatherPages(node, resources pdf.Value, seen map[int64]bool, depth int) {
	number := node.Key(ownKey).Int64()
	if depth > 50 || number != 0 && seen[number] || len(f.pages) > maxPages {
		return
	}
	seen[number] = true
	if own := node.Key("Resources"); !own.IsNull() {
		resources = own
	}
	if kids := node.Key("Kids"); kids.Kind() == pdf.Array {
		for i := range kids.Len() {
			f.gatherPages(kids.Index(i), resources, seen, depth+1)
		}
		return
	}
	if node.Kind() == pdf.Dict {
		f.pages = append(f.pages, pdfPage{number: number, content: node.Key("Contents"), resources: resources})
	}
}

func countLetters(runs []run) int {
	n := 0
	for _, r := range runs {
		n += len(r.text)
	}
	return n
}
