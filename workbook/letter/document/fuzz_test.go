package document

import (
	"os"
	"path/filepath"
	"testing"
)

// Whatever the bytes are, a reader gives blocks or a failure: it never panics,
// and it comes to an end.

func seed(f *testing.F, pattern string) {
	names, err := filepath.Glob(at(pattern))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

func fuzz(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(name, data)
		if (doc == nil) == (err == nil) {
			t.Fatalf("%v, %v", doc, err)
		}
		if doc == nil {
			return
		}
		for _, b := range doc.Blocks {
			if b.Text == "" {
				t.Fatalf("an empty block: %+v", b)
			}
		}
	})
}

func FuzzPDF(f *testing.F) {
	seed(f, "*.pdf")
	seed(f, "letter.pdf")
	f.Add(page(shown(0, 50, 700, filler), element("P", "0")))
	f.Add(page("BT /F1 12 Tf [<41", element("P", "0")))
	fuzz(f, "x.pdf")
}

func FuzzDocx(f *testing.F) {
	seed(f, "*.docx")
	fuzz(f, "x.docx")
}

// FuzzWordBody reads the part that holds the text: within a package a fuzzer
// would hardly reach it.
func FuzzWordBody(f *testing.F) {
	f.Add([]byte(`<w:document><w:body><w:p><w:r><w:t>One</w:t><w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		w := &wordReader{doc: &Document{}, styles: readStyles(body)}
		if w.read(body) == nil {
			w.doc.tidy()
		}
	})
}

func FuzzText(f *testing.F) {
	seed(f, "*.md")
	seed(f, "*.txt")
	fuzz(f, "x.md")
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(at("letter.pdf"))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read("x.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
}
