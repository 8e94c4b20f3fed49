package briefing

import (
	"os"
	"slices"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// attention is the Brief of the sample that holds every problem at once.
func attention(t *testing.T) *report.Brief {
	t.Helper()
	data, err := os.ReadFile("../../samples/needs-attention.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	plan, loaded, err := workbook.Load("needs-attention.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	f := facts.Derive(plan, workbook.MustDate("2026-09-30"))
	found := check.Run(plan, f, loaded, check.Options{})
	return report.Build(f, report.Options{Problems: append(found.Problems, found.Waived...)})
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
