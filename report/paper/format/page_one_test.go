package format

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/paper"
	"actionplan/report/reading"
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// Page 1 answers by itself in all three formats, as other people's programs print
// them: every area stands on it, with its owner.
func TestPageOneAnswers(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Skip("needs LibreOffice and Chromium")
	}
	for name, b := range map[string]*report.Brief{
		"needs-attention":                   plan(t, "needs-attention", "2026-09-30").Brief(false),
		"twelve areas":                      twelve(t, false),
		"twelve areas since the last board": twelve(t, true),
	} {
		made, err := paper.Compose(b, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, ending := range Endings {
			data, _, err := Of("x" + ending).Write(made)
			if err != nil {
				t.Fatal(err)
			}
			words := onPageOne(t, data, ending)
			for _, a := range b.Areas {
				row := regexp.MustCompile(`\b` + regexp.QuoteMeta(a.Ref) + ` ` + regexp.QuoteMeta(strings.Fields(a.Name)[0]))
				if !row.MatchString(words) || !strings.Contains(words, strings.Fields(a.Owner + " No owner")[0]) {
					t.Errorf("%s, %s: page 1 lacks area %s", name, ending, a.Ref)
				}
			}
		}
	}
}

func plan(t *testing.T, name, asOf string) *reading.Plan {
	t.Helper()
	p, err := reading.File("../../../samples/"+name+".xlsx", reading.Options{AsOf: workbook.MustDate(asOf)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// twelve is a plan of twelve areas, of whom some are another status than at the
// last board.
func twelve(t *testing.T, since bool) *report.Brief {
	t.Helper()
	asOf := workbook.MustDate("2023-01-31")
	shared := func() *workbook.Plan {
		p := plan(t, "south-gloucestershire", "2023-01-31").Facts.Plan
		own := p.Areas
		p.Areas = nil
		for i := range 12 {
			a := *own[i%len(own)]
			a.Ref = "A" + string(rune('A'+i))
			p.Areas = append(p.Areas, &a)
		}
		for i, a := range p.Actions {
			a.Area = p.Areas[i%12].Ref
		}
		p.Index()
		return p
	}
	o := report.Options{}
	if since {
		then := shared()
		for i, a := range then.Areas {
			a.Status = []string{"On track", "Off track", "At risk"}[i%3]
		}
		o.Since = &report.Since{Facts: facts.Derive(then, asOf.Add(-60)), On: asOf.Add(-60), Board: true}
	}
	return report.Build(facts.Derive(shared(), asOf), o)
}

// onPageOne are the words on page 1 of a paper as it is printed.
func onPageOne(t *testing.T, data []byte, ending string) string {
	t.Helper()
	dir := t.TempDir()
	file, printed := filepath.Join(dir, "paper"+ending), filepath.Join(dir, "paper.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	switch ending {
	case ".docx":
		run(t, "soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, file)
	case ".html":
		run(t, chromium(t), "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+dir+"/profile", "--no-pdf-header-footer", "--print-to-pdf="+printed, "file://"+file)
	}
	return strings.Join(strings.Fields(string(run(t, "pdftotext", "-l", "1", "-layout", printed, "-"))), " ")
}

func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("there is no Chromium")
	return ""
}

func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out.Bytes()
}
