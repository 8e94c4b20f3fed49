package tagged_test

import (
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/jung-kurt/gofpdf"

	"actionplan/report/tagged"
)

// The same text in the same places, once through this package with all its
// tags and once through gofpdf alone: 40 rows of 5 columns on every page. The
// plain one measures each text, as anybody must who wants to know where a row
// ends, and draws a rule under each cell.

var benchTexts = [5]string{"A1.2", "Review every supervision record", "Head of service", "On track", "28 Feb 2023"}

const benchRows = 40

func BenchmarkTagged(b *testing.B) {
	for _, pages := range []int{50, 500} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			for b.Loop() {
				f := render(b, func(d *tagged.Doc) { benchTable(d, pages) })
				b.ReportMetric(float64(len(f.Bytes)), "bytes")
				b.ReportMetric(float64(f.Pages), "pages")
			}
		})
	}
}

func benchTable(d *tagged.Doc, pages int) {
	t := tagged.Table{Style: dense, RowRule: tagged.Stroke{Width: 0.2, Color: rule}}
	for i, w := range [5]float64{15, 65, 40, 25, 25} {
		t.Columns = append(t.Columns, tagged.Column{Width: w, Title: tagged.Text("Column"), RowHeader: i == 0})
	}
	t.Pad = tagged.Inset{Top: 0.7, Bottom: 0.7, Right: 2}
	for range pages * benchRows {
		var cells [][]tagged.Block
		for _, s := range benchTexts {
			cells = append(cells, []tagged.Block{tagged.Words(dense, s)})
		}
		t.Rows = append(t.Rows, tagged.Row{Cells: cells})
	}
	d.Add(t)
}

func BenchmarkPlainGofpdf(b *testing.B) {
	for _, pages := range []int{50, 500} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			for b.Loop() {
				plainGofpdf(pages)
			}
		})
	}
}

func plainGofpdf(pages int) {
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetCreationDate(time.Unix(0, 0))
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes("regular", "", liberationsansregular.TTF)
	f.AddUTF8FontFromBytes("bold", "", liberationsansbold.TTF)
	for range pages {
		f.AddPage()
		for row := range benchRows {
			y := 25 + 6*float64(row)
			f.SetFont("bold", "", 10)
			x := 20.0
			for i, w := range [5]float64{15, 65, 40, 25, 25} {
				f.SetXY(x, y)
				for _, line := range f.SplitText(benchTexts[i], w) {
					f.CellFormat(w, 6, line, "B", 0, "L", false, 0, "")
				}
				x += w
				f.SetFont("regular", "", 10)
			}
		}
	}
	if err := f.Output(io.Discard); err != nil {
		panic(err)
	}
}
