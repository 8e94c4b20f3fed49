package briefing

import (
	"os"
	"testing"

	"actionplan/report"
	"actionplan/report/pdf/pdfua"
)

// drawn draws a Brief and demands an accessible PDF.
func drawn(t *testing.T, b *report.Brief, o Options) []byte {
	t.Helper()
	file, _, err := PDF(b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range pdfua.Check(file) {
		t.Errorf("not PDF/UA-1: %s", broken)
	}
	if dir := os.Getenv("BRIEFING_KEEP"); dir != "" {
		if err := os.WriteFile(dir+"/"+t.Name()+".pdf", file, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

func TestBoard(t *testing.T) { drawn(t, aBrief(), Options{}) }
