package html

import (
	"bytes"
	"image"
	"image/png"
	"reflect"
	"strings"
	"testing"

	parse "golang.org/x/net/html"

	"actionplan/report/paper"
	"actionplan/workbook"
)

// attack tries to leave an attribute, an element, a style sheet, a comment and
// a script.
const attack = `"'><script>alert(1)</script><img src=x onerror=alert(2)></style></title><!--{{.}}--> javascript:alert(3) \`

// poison puts text behind every string that can be reached, IDs among them.
func poison(v reflect.Value, seen map[any]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Interface()] {
			return
		}
		seen[v.Interface()] = true
		poison(v.Elem(), seen)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[workbook.Date]() {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				poison(v.Field(i), seen)
			}
		}
	case reflect.Interface:
		if !v.IsNil() { // what it holds can't be set in place
			own := reflect.New(v.Elem().Type()).Elem()
			own.Set(v.Elem())
			poison(own, seen)
			v.Set(own)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), seen)
		}
	case reflect.String:
		v.SetString(v.String() + attack)
	}
}

func TestNoTextBecomesMarkup(t *testing.T) {
	b := sample(t, "south-gloucestershire")
	poison(reflect.ValueOf(b), map[any]bool{})
	// Not kept: labels that the program itself words would not fit their places.
	file, root := unkept(t, b, Options{})
	sound(t, file, root)
	if n := all(root, named("img")); len(n) > 0 {
		t.Errorf("%d pictures came out of text", len(n))
	}
	if n := bytes.Count(file, []byte("<script>")); n != 1 {
		t.Errorf("%d scripts", n)
	}
	if got := strings.Count(text(root), oneLine(attack)); got < 500 {
		t.Errorf("the text is printed only %d times: some is lost", got)
	}
	for _, n := range all(root, named("style")) {
		if strings.Contains(n.FirstChild.Data, "alert(") {
			t.Error("the style sheet has text as it stands")
		}
	}
}

// Nothing of a paper becomes markup, what its composer words itself neither.
func TestNoPaperBecomesMarkup(t *testing.T) {
	b := sample(t, "south-gloucestershire")
	p, err := paper.Compose(b, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	kind := p.Kind // sealing refuses another
	poison(reflect.ValueOf(p), map[any]bool{})
	p.Kind = kind
	file, err := Write(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	root, err := parse.Parse(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if n := all(root, named("img")); len(n) > 0 {
		t.Errorf("%d pictures came out of text", len(n))
	}
	if n := bytes.Count(file, []byte("<script>")); n != 1 {
		t.Errorf("%d scripts", n)
	}
	if got := strings.Count(text(root), oneLine(attack)); got < 500 {
		t.Errorf("the text is printed only %d times: some is lost", got)
	}
	for _, n := range all(root, named("style")) {
		if strings.Contains(n.FirstChild.Data, "alert(") {
			t.Error("the style sheet has text as it stands")
		}
	}
}

// awkward texts are read as they are: long words, many lines, other scripts.
func TestAwkwardTexts(t *testing.T) {
	b := sample(t, "gloucestershire")
	long := strings.Repeat("Llanfairpwllgwyngyll", 12)
	b.Areas[0].Name = long
	b.Areas[0].Owner = "Cyfarwyddwr gwasanaethau plant â ŵ ŷ, مدير, 部長 👩‍👧"
	b.Areas[0].Status.Word = "Needs attention from everybody before the next board"
	b.Areas[1].Reason = "First line.\n\nSecond line.\r\nhttps://example.org/" + long
	b.Exceptions.Cards[0].Text = long
	b.Exceptions.Cards[0].Why = long
	b.Timeline.Rows[0].Name = long
	b.Timeline.Rows[1].Ref = "a very long ref, which a workbook should not have"
	b.Contact = "Write to " + long + "@example.org or ring 0117 496 0000"
	b.Glossary[0].Term = long
	b.Measures.Items[0].LatestLabel = "September 1,234,567.5 children and young people"
	b.Title = long + " " + b.Title
	file, root := drawn(t, b, Options{})
	sound(t, file, root)
	page := text(root)
	for _, want := range []string{long, b.Areas[0].Owner, "First line. Second line. https://example.org/" + long, b.Areas[0].Status.Word, "@example.org or ring 0117 496 0000"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestRefsThatAreNoAnchors(t *testing.T) {
	b := sample(t, "gloucestershire")
	b.Areas[0].ID, b.Areas[1].ID, b.Areas[2].ID = "area-a 1", "area-a_20_1", "area-é/#%"
	b.Asks[0].Targets, b.Asks[0].Says = []string{"area-é/#%"}, "Go to area é"
	file, root := drawn(t, b, Options{})
	sound(t, file, root)
	if n := len(all(root, func(n *parse.Node) bool { return n.Data == "a" && text(n) == "Go to area é" })); n != 1 {
		t.Errorf("%d links to the area", n)
	}
}

func TestLogo(t *testing.T) {
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 400, 100))); err != nil {
		t.Fatal(err)
	}
	b := sample(t, "gloucestershire")
	file, root := drawn(t, b, Options{Logo: logo.Bytes()})
	sound(t, file, root)
	pictures := all(root, named("img"))
	if len(pictures) != 1 || attr(pictures[0], "alt") != "Gloucestershire County Council logo" || attr(pictures[0], "width") != "151" || attr(pictures[0], "height") != "37" {
		t.Errorf("the logo is %v", pictures)
	}
	if _, err := Page(b, Options{Logo: []byte("GIF89a")}); err == nil || !strings.Contains(err.Error(), "PNG or a JPEG") {
		t.Errorf("a GIF gives %v", err)
	}
}
