package html

import (
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/reading"
	"actionplan/workbook"
)

// attention is the Brief of the sample that holds every problem at once.
func attention(t *testing.T) *report.Brief {
	t.Helper()
	plan, err := reading.File("../../../samples/needs-attention.xlsx", reading.Options{AsOf: workbook.MustDate("2026-09-30")})
	if err != nil {
		t.Fatal(err)
	}
	return plan.Brief(false)
}

// What a plan in need of attention does not give, the page says.
func TestNeedsAttention(t *testing.T) {
	b := attention(t)
	file, root := drawn(t, b, Options{})
	sound(t, file, root)
	for _, want := range []string{b.NoArea, b.RunningHead.Text + ".", "1-3", "Not readable"} {
		if !strings.Contains(text(root), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Count(string(file), `<path class="dot" d="M0 0L8 8L0 16L-8 8z"/>`) != 1 || !strings.Contains(text(root), "Due before it starts") {
		t.Error("what is due before it starts has no marker, or no words")
	}
	if !strings.Contains(string(file), "@top-right{content:"+quoted("Draft: position at 30 September 2026")) {
		t.Error("printed pages do not say that they are a draft")
	}
}
