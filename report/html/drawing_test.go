package html

import (
	"math"
	"regexp"
	"strconv"
	"testing"

	"actionplan/report"
	"actionplan/workbook"
)

func blocks(counts ...int) []report.Block {
	var out []report.Block
	for i, n := range counts {
		out = append(out, report.Block{Status: report.Status{Meaning: workbook.Meanings[i]}, Count: n})
	}
	return out
}

func TestBarWidths(t *testing.T) {
	for _, c := range []struct {
		reason  string
		counts  []int
		widened bool
	}{
		{"one block fills the bar", []int{5}, false},
		{"blocks by their counts", []int{5, 5, 10}, false},
		{"one in many stays readable", []int{1, 99}, true},
		{"seven words, all small but one", []int{1, 1, 1, 250, 1, 1, 1}, true},
	} {
		widths, widened := blockWidths(blocks(c.counts...))
		sum := betweenBlocks * float64(len(widths)-1)
		for i, w := range widths {
			sum += w
			if least := 100 * digit * float64(len(strconv.Itoa(c.counts[i]))) / phoneBar; w < least {
				t.Errorf("%s: block %d is %.1f%% wide, its number needs %.1f%%", c.reason, i, w, least)
			}
		}
		if math.Abs(sum-100) > 0.01 || widened != c.widened {
			t.Errorf("%s: %.2f%% in all, widened %v", c.reason, sum, widened)
		}
	}
	if w, _ := blockWidths(blocks(5, 5, 10)); w[0] != w[1] || math.Abs(w[2]-2*w[0]) > 0.01 {
		t.Errorf("blocks of 5, 5 and 10 are %v wide", w)
	}
}

func day(iso string) workbook.Date {
	if iso == "" {
		return workbook.Date{}
	}
	return workbook.MustDate(iso)
}

func TestTimelineBars(t *testing.T) {
	type bar struct{ x, w float64 }
	for _, c := range []struct {
		reason               string
		start, due, now      string
		block, moved         *bar
		before, after, moves bool
	}{
		{reason: "within the window, the due day included", start: "2023-01-01", due: "2023-01-10", block: &bar{0, 10}},
		{reason: "the start is not known", due: "2023-01-10", block: &bar{8.5, 1.5}},
		{reason: "from before the window", start: "2022-12-01", due: "2023-01-10", block: &bar{0, 10}, before: true},
		{reason: "past the window", start: "2023-03-02", due: "2023-05-10", block: &bar{60, 40}, after: true},
		{reason: "wholly before", start: "2022-10-01", due: "2022-12-10", block: &bar{0, 4}, before: true},
		{reason: "wholly after", start: "2023-05-01", due: "2023-06-10", block: &bar{96, 4}, after: true},
		{reason: "moved within", start: "2023-01-01", due: "2023-01-10", now: "2023-01-20", block: &bar{0, 10}, moved: &bar{10, 10}},
		{reason: "moved from before: the block is still seen", start: "2022-10-01", due: "2022-12-10", now: "2023-01-20", block: &bar{0, 4}, moved: &bar{4, 16}, before: true},
		{reason: "start after due is not drawn backwards", start: "2023-02-01", due: "2023-01-10", block: &bar{8.5, 1.5}},
		{reason: "no date"},
	} {
		tl := report.Timeline{From: day("2023-01-01"), To: day("2023-04-11"), Rows: []report.TimelineRow{
			{Start: day(c.start), FirstDue: day(c.due), Now: day(c.now)},
		}}
		row := newGrid(tl).Rows[0]
		same := func(what string, got *span, want *bar) {
			if (got == nil) != (want == nil) {
				t.Errorf("%s: %s is %v", c.reason, what, got)
			} else if got != nil && (math.Abs(float64(got.X)-want.x) > 0.01 || math.Abs(float64(got.W)-want.w) > 0.01) {
				t.Errorf("%s: %s is at %v, %v wide", c.reason, what, got.X, got.W)
			}
		}
		same("the block", row.Block, c.block)
		same("the moved time", row.Moved, c.moved)
		if row.Block != nil && (row.Block.Before != c.before || row.Block.After != c.after) {
			t.Errorf("%s: points before %v, after %v", c.reason, row.Block.Before, row.Block.After)
		}
	}
}

func TestChartStaysInItsFrame(t *testing.T) {
	for name := range samples {
		for i, m := range sample(t, name).Measures.Items {
			if len(m.Points) == 0 {
				continue
			}
			c := newChart(m, i)
			for _, s := range c.Line {
				if s.X < plotLeft || s.X > plotRight || s.Y < plotTop-0.01 || s.Y > plotBottom+0.01 {
					t.Errorf("%s: a reading is drawn at %v, %v", m.Ref, s.X, s.Y)
				}
			}
			for j := 1; j < len(c.Labels); j++ {
				if c.Labels[j].Y-c.Labels[j-1].Y < labelStep-0.01 {
					t.Errorf("%s: the labels %v and %v meet", m.Ref, c.Labels[j-1].Lines, c.Labels[j].Lines)
				}
			}
		}
	}
}

// luminance is WCAG 2.2's relative luminance of #rgb or #rrggbb.
func luminance(hex string) float64 {
	if len(hex) == 4 {
		hex = "#" + string([]byte{hex[1], hex[1], hex[2], hex[2], hex[3], hex[3]})
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func TestWordsCanBeReadOnEveryFill(t *testing.T) {
	css := embedded("style.css")
	for _, m := range append([]workbook.Meaning{workbook.MeaningUnknown}, workbook.Meanings...) {
		rule := regexp.MustCompile(`(?m)^[^@\n]*\.` + look(m) + `\b[^{\n]*\{--fill:(#\w+);--on:(#\w+)\}`).FindStringSubmatch(css)
		if rule == nil {
			t.Errorf("%v has no colours", m)
		} else if c := contrast(rule[1], rule[2]); c < 4.5 {
			t.Errorf("%v: words on the fill have %.1f to 1", m, c)
		}
	}
	for _, name := range []string{"ink", "quiet", "link"} {
		colour := regexp.MustCompile(`--` + name + `:(#\w+)`).FindStringSubmatch(css)[1]
		if c := contrast(colour, "#fff"); c < 4.5 {
			t.Errorf("%s has %.1f to 1 on white", name, c)
		}
	}
}
