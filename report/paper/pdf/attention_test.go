package pdf

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/reading"
	"actionplan/report/tagged/pdfua"
	"actionplan/templates"
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

// attentionPaper draws it after one of the program's own templates.
func attentionPaper(t *testing.T, b *report.Brief, template string) []byte {
	t.Helper()
	source, ok := templates.Briefing(template)
	if !ok {
		t.Fatalf("no template %s", template)
	}
	return drawn(t, b, worded(t, b, template+".yaml", string(source)))
}

func TestActionsThatNoAreaHas(t *testing.T) {
	b := attention(t)
	for _, template := range []string{"board", "one-page"} {
		if !strings.Contains(spoken(attentionPaper(t, b, template)), b.NoArea) {
			t.Errorf("%s: the areas' numbers don't add up to the plan's, and the paper does not say why", template)
		}
	}
}

// The one side has room for every name, once its key stands in lines: none is cut
// for boxes, and no word of the key is lost for a name.
func TestNamesBeforeBoxes(t *testing.T) {
	b := attention(t)
	file := attentionPaper(t, b, "one-page")
	for _, p := range pages(t, file)[0].texts {
		if strings.Contains(p.text, "…") {
			t.Errorf("%q is cut", p.text)
		}
	}
	all := oneSpace(spoken(file))
	for _, r := range b.Status.Rows {
		if said := r.Status.Word + " " + strconv.Itoa(r.Now) + ": " + r.Short + "."; !strings.Contains(strings.ReplaceAll(all, "\u00a0", " "), said) {
			t.Errorf("the page does not say %q: %s", said, all)
		}
	}
}

func TestDraftOnEveryPage(t *testing.T) {
	file := attentionPaper(t, attention(t), "board")
	for i, page := range pages(t, file) {
		if !slices.ContainsFunc(page.texts, func(p placedText) bool { return strings.HasPrefix(p.text, "Draft") }) {
			t.Errorf("page %d does not say that the paper is a draft", i+1)
		}
	}
}

func TestAreasThatCouldNotBeRead(t *testing.T) {
	table := findTable(t, attentionPaper(t, attention(t), "board"), "Finding")
	for _, row := range table.Find("TR") {
		if says := oneSpace(row.All()); strings.HasPrefix(says, "F5 ") && !strings.Contains(says, "1-3 None Not readable") {
			t.Errorf("the row is %q", says)
		}
	}
	if !strings.Contains(oneSpace(table.All()), "Not readable") {
		t.Error("the table has lost F5")
	}
}

func TestOneReadingHasAComment(t *testing.T) {
	b := attention(t)
	all := spoken(attentionPaper(t, b, "board"))
	if strings.Contains(all, "Comment on every reading: One late answer") || !strings.Contains(all, "Comment: One late answer") {
		t.Error("the comment on one reading is not called that on every reading")
	}
}

// TestIntrosStay: no heading and sentence stand at the foot of a page without
// the first row of what they are about. Lines before them move them down a
// line at a time.
func TestIntrosStay(t *testing.T) {
	b := attention(t)
	step := 5
	if os.Getenv("CI") == "true" {
		step = 1
	}
	for lines := 0; lines < 24; lines += step {
		b.Message = &report.Message{Text: strings.Repeat("A line.\n", lines)}
		kids := pdfua.Tree(attentionPaper(t, b, "board")).Kids
		for len(kids) == 1 {
			kids = kids[0].Kids
		}
		for i := 0; i+2 < len(kids); i++ {
			if h, next := kids[i], kids[i+2]; h.Role == "H2" && kids[i+1].Role == "P" && (next.Role == "Table" || next.Role == "H3") && pageOf(h) != pageOf(next) {
				t.Errorf("with %d lines before it, %q is on page %d and what it is about on %d", lines, h.All(), pageOf(h), pageOf(next))
			}
		}
	}
}

// pageOf is the page of a node's first content.
func pageOf(n *pdfua.Node) int {
	for _, kid := range n.Kids {
		if p := pageOf(kid); p > 0 {
			return p
		}
	}
	return n.Page
}
