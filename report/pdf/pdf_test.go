package pdf_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"actionplan/report/pdf"
	"actionplan/report/pdf/pdfua"
)

var demoFile = flag.String("demo", "", "write the demo to this file")

func render(t testing.TB, draw func(*pdf.Doc)) *pdf.File {
	t.Helper()
	f, err := pdf.Render(options("A demo: ‘briefing’ & more"), draw)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func checkClean(t testing.TB, data []byte) {
	t.Helper()
	for _, problem := range pdfua.Check(data) {
		t.Error(problem)
	}
}

func TestDemoIsAccessible(t *testing.T) {
	f := render(t, demo)
	if *demoFile != "" {
		if err := os.WriteFile(*demoFile, f.Bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	checkClean(t, f.Bytes)
	if strings.Contains(pdfua.Tree(f.Bytes).All(), "page 0") {
		t.Error("a page number was never found")
	}
}

func TestSameCallsSameBytes(t *testing.T) {
	if !bytes.Equal(render(t, demo).Bytes, render(t, demo).Bytes) {
		t.Error("two runs differ")
	}
}
