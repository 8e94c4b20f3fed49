package tracker

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Every sheet prints as many pages as it needs in words of 8 points: none is
// squeezed onto one.
func TestEverySheetPrintsInWordsToRead(t *testing.T) {
	const fullSize = 128.0 // characters of the sheet's font, 11 points, on a page
	data, err := Portfolio(sideBySide(t, 12))
	if err != nil {
		t.Fatal(err)
	}
	side, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer side.Close()
	files := map[string]*excelize.File{"portfolio": side}
	for name, b := range trackers(t) {
		files[name] = open(t, b)
	}
	for name, file := range files {
		for _, sheet := range file.GetSheetList() {
			layout, err := file.GetPageLayout(sheet)
			if err != nil {
				t.Fatal(err)
			}
			props, err := file.GetSheetProps(sheet)
			if err != nil {
				t.Fatal(err)
			}
			scale := float64(*layout.AdjustTo) / 100
			if *props.FitToPage {
				scale = min(1, fullSize/printedAcross(t, file, sheet))
			}
			if points := 11 * scale; points < 8 {
				t.Errorf("%s: %s prints in words of %.1f points", name, sheet, points)
			}
			if *props.FitToPage && *layout.FitToHeight != 0 {
				t.Errorf("%s: %s is squeezed onto %d pages", name, sheet, *layout.FitToHeight)
			}
		}
	}
}

// printedAcross is how wide a sheet prints, in characters.
func printedAcross(t *testing.T, file *excelize.File, sheet string) float64 {
	t.Helper()
	for _, n := range file.GetDefinedName() {
		if n.Name != "_xlnm.Print_Area" || n.Scope != sheet {
			continue
		}
		last := n.RefersTo[strings.LastIndex(n.RefersTo, ":$")+2:]
		letters, _, _ := strings.Cut(last, "$")
		cols, err := excelize.ColumnNameToNumber(letters)
		if err != nil {
			t.Fatal(err)
		}
		across := 0.0
		for col := 1; col <= cols; col++ {
			letters, _ := excelize.ColumnNumberToName(col)
			w, err := file.GetColWidth(sheet, letters)
			if err != nil {
				t.Fatal(err)
			}
			across += w
		}
		return across
	}
	t.Fatalf("%s has no print area", sheet)
	return 0
}

// A bar begins at 0, and a legend names statuses where all actions have one: a
// program that chooses by itself begins where the shortest bar nearly ends.
func TestBarsBeginAtZero(t *testing.T) {
	for name, b := range trackers(t) {
		data, err := XLSX(b)
		if err != nil {
			t.Fatal(err)
		}
		bars := 0
		for part, source := range partsOf(t, data) {
			if !strings.Contains(source, "<barChart>") {
				continue
			}
			bars++
			if !strings.Contains(source, `<min val="0">`) || strings.Contains(source, `<varyColors val="1">`) {
				t.Errorf("%s: the bars of %s begin where a program likes, or its legend names what they stand for", name, part)
			}
		}
		if bars == 0 {
			t.Errorf("%s has no bars", name)
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
	charts := 0
	for name, source := range partsOf(t, data) {
		if !strings.HasPrefix(name, "xl/charts/chart") {
			continue
		}
		if !strings.Contains(source, "Readings!$D$") {
			continue
		}
		charts++
		for _, want := range []string{"<scatterChart>", "Readings!$B$", "Readings!$I$", "Readings!$J$"} {
			if !strings.Contains(source, want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
		for _, ofNames := range []string{"<auto ", "<lblAlgn ", "<lblOffset ", "<noMultiLvlLbl "} {
			if strings.Contains(source, ofNames) {
				t.Errorf("%s has %s on an axis of figures, where the format has none", name, ofNames)
			}
		}
		first, _, _ := strings.Cut(source, "</ser>")
		bare := strings.Contains(first, "noFill")
		if strings.Contains(source, "M7 Care") && !bare {
			t.Errorf("%s joins readings that years lie between", name)
		}
		if strings.Contains(source, "M3 Children") && bare {
			t.Errorf("%s does not join its readings", name)
		}
	}
	if want := len(charted(b.Measures.Items)); charts != want {
		t.Errorf("%d charts of measures, not %d", charts, want)
	}
}

// partsOf is the parts of a workbook, by name.
func partsOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		part, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(part)
	}
	return parts
}
