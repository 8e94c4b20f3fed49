package tracker

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// The Summary prints as many pages as it needs in words of 8 points: it is never
// squeezed onto one.
func TestSummaryPrintsInWordsToRead(t *testing.T) {
	const fullSize = 128.0 // characters of the sheet's font, 11 points, on a page
	across := 0.0
	for _, w := range summaryWidths {
		across += w
	}
	if points := 11 * fullSize / across; points < 8 {
		t.Errorf("Summary prints in words of %.1f points", points)
	}
	for _, name := range []string{"south-gloucestershire", "gloucestershire", "large"} {
		layout, err := open(t, trackers(t)[name]).GetPageLayout(sheetSummary)
		if err != nil {
			t.Fatal(err)
		}
		if high := *layout.FitToHeight; high != 0 {
			t.Errorf("%s: Summary is squeezed onto %d pages", name, high)
		}
	}
}

// A measure's chart runs to scale, by the dates of its readings, and has its
// baseline; where years lie between two readings no line joins them.
func TestMeasureChartsRunToScale(t *testing.T) {
	b := sample(t, "south-gloucestershire", "2023-01-31")
	data, err := XLSX(b)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	charts := 0
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/charts/chart") {
			continue
		}
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		source, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(source, []byte("Readings!$D$")) {
			continue
		}
		charts++
		for _, want := range []string{"<scatterChart>", "Readings!$B$", "Readings!$I$", "Readings!$J$"} {
			if !bytes.Contains(source, []byte(want)) {
				t.Errorf("%s has no %s", f.Name, want)
			}
		}
		for _, ofNames := range []string{"<auto ", "<lblAlgn ", "<lblOffset ", "<noMultiLvlLbl "} {
			if bytes.Contains(source, []byte(ofNames)) {
				t.Errorf("%s has %s on an axis of figures, where the format has none", f.Name, ofNames)
			}
		}
		first, _, _ := bytes.Cut(source, []byte("</ser>"))
		bare := bytes.Contains(first, []byte("noFill"))
		if bytes.Contains(source, []byte("M7 Care")) && !bare {
			t.Errorf("%s joins readings that years lie between", f.Name)
		}
		if bytes.Contains(source, []byte("M3 Children")) && bare {
			t.Errorf("%s does not join its readings", f.Name)
		}
	}
	if want := len(charted(b.Measures.Items)); charts != want {
		t.Errorf("%d charts of measures, not %d", charts, want)
	}
}
