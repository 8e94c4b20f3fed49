package html

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	parse "golang.org/x/net/html"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// samples are the plans that come with the program, on the date of each.
var samples = map[string]string{"south-gloucestershire": "2023-01-31", "gloucestershire": "2018-09-30"}

// sample is a real plan's Brief, from the workbook on. The plan is read once,
// the Brief is each test's own.
func sample(t testing.TB, name string) *report.Brief {
	t.Helper()
	p, ok := plans[name]
	if !ok {
		p = readSample(t, name)
		plans[name] = p
	}
	return report.Build(p.facts, report.Options{Problems: p.problems})
}

type plan struct {
	facts    *facts.Facts
	problems workbook.Problems
}

var plans = map[string]plan{}

func readSample(t testing.TB, name string) plan {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "..", "..", "samples", "source", name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	content, err := blank.ParseContent(source)
	if err != nil {
		t.Fatal(err)
	}
	data, err := blank.Write(content, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	read, loaded, err := workbook.Load(name+".xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	f := facts.Derive(read, workbook.MustDate(samples[name]))
	result := check.Run(read, f, loaded, check.Options{})
	return plan{f, append(result.Problems, result.Waived...)}
}

// drawn is the page of a Brief, as bytes and as a browser reads it. With
// HTML_KEEP the page is kept in that folder, to be looked at and run through
// axe.
func drawn(t testing.TB, b *report.Brief, o Options) ([]byte, *parse.Node) {
	t.Helper()
	file, root := unkept(t, b, o)
	if dir := os.Getenv("HTML_KEEP"); dir != "" {
		name := strings.NewReplacer("/", "-", " ", "-").Replace(t.Name())
		if err := os.WriteFile(filepath.Join(dir, name+".html"), file, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return file, root
}

// unkept is drawn without keeping the page.
func unkept(t testing.TB, b *report.Brief, o Options) ([]byte, *parse.Node) {
	t.Helper()
	file, err := Page(b, o)
	if err != nil {
		t.Fatal(err)
	}
	root, err := parse.Parse(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return file, root
}

// all are the elements below a node that a test holds for, in their order.
func all(root *parse.Node, is func(*parse.Node) bool) []*parse.Node {
	var found []*parse.Node
	for n := range root.Descendants() {
		if n.Type == parse.ElementNode && is(n) {
			found = append(found, n)
		}
	}
	return found
}

func named(names ...string) func(*parse.Node) bool {
	return func(n *parse.Node) bool {
		for _, name := range names {
			if n.Data == name {
				return true
			}
		}
		return false
	}
}

func attr(n *parse.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text is what a reader of the page reads, each run of spaces one space.
func text(root *parse.Node) string {
	var out strings.Builder
	var walk func(*parse.Node)
	walk = func(n *parse.Node) {
		switch {
		case n.Type == parse.TextNode:
			out.WriteString(n.Data)
		case n.Data == "script" || n.Data == "style":
			return
		case n.Data == "br":
			out.WriteByte(' ')
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(root)
	return oneLine(out.String())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
