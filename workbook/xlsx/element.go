package xlsx

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"

	"actionplan/workbook/words"
)

// Element is one element of a part's markup and where it stands in the part's
// bytes. A workbook is edited by cutting and inserting bytes at such
// places: what is not touched stays exactly as its own program wrote it.
type Element struct {
	Name  string // without prefix
	tag   string // as written
	attrs string // as written, all that stands after the tag
	Kids  []*Element

	from, open  int // of "<", and behind the start tag's ">"
	close, till int // of "</", and behind the end tag's ">"; an empty element has open = close = till
}

// outline reads a part's elements. What stands inside an element of the given
// names is passed over.
func outline(part []byte, without ...string) (*Element, error) {
	x := markup{data: part}
	var root *Element
	var open []*Element
	for {
		before := x.pos
		switch x.next() {
		case markBroken:
			return nil, errDamaged
		case markDone:
			if root == nil {
				return nil, errDamaged
			}
			return root, nil
		case markStart:
			e := newElement(&x, before)
			if n := len(open); n > 0 {
				open[n-1].Kids = append(open[n-1].Kids, e)
			} else if root == nil {
				root = e
			}
			if !x.empty && slices.Contains(without, e.Name) {
				if !x.skip() {
					return nil, errDamaged
				}
				e.till = x.pos
				e.close = bytes.LastIndexByte(part[:x.pos], '<')
				continue
			}
			open = append(open, e)
		case markEnd:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			e.close, e.till = x.pos, x.pos
			if before != x.pos {
				e.close = before + bytes.LastIndexByte(part[before:x.pos], '<')
			}
		}
	}
}

// newElement is the element whose start was just read; the reader stood at
// before. No start tag holds a second "<".
func newElement(x *markup, before int) *Element {
	from := before + bytes.LastIndexByte(x.data[before:x.pos], '<')
	inside := strings.TrimSuffix(strings.TrimSuffix(string(x.data[from+1:x.pos]), ">"), "/")
	tag := inside
	if i := strings.IndexAny(inside, " \t\r\n"); i >= 0 {
		tag = inside[:i]
	}
	return &Element{Name: string(x.name), tag: tag, attrs: strings.TrimRight(inside[len(tag):], " \t\r\n"), from: from, open: x.pos}
}

// Kid is the first child of that name, nil without one or of a nil element.
func (e *Element) Kid(name string) *Element {
	if e == nil {
		return nil
	}
	for _, k := range e.Kids {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// Attr is the value of an attribute by its name without prefix, "" without it.
func (e *Element) Attr(name string) string { return (&markup{attrs: []byte(e.attrs)}).attr(name) }

// Prefix is what the part's elements are written with: "" or such as "x:".
func (e *Element) Prefix() string { return strings.TrimSuffix(e.tag, e.Name) }

func (e *Element) isEmpty() bool { return e.open == e.till }

// Text is the text directly inside an element, entities resolved.
func (e *Element) Text(part []byte) string {
	x := markup{data: part[e.open:e.close]}
	var b []byte
	for depth := 0; ; {
		switch x.next() {
		case markStart:
			depth++
		case markEnd:
			depth--
		case markText:
			if depth == 0 {
				b = x.appendText(b)
			}
		default:
			return string(b)
		}
	}
}

// start is the element's start tag with one attribute set, or removed by "";
// as it is where none is named.
func (e *Element) start(attr, value string) string {
	return "<" + e.tag + withAttr(e.attrs, attr, value) + ">"
}

func withAttr(attrs, name, value string) string {
	if name == "" {
		return attrs
	}
	was := regexp.MustCompile(`\s` + regexp.QuoteMeta(name) + `\s*=\s*("[^"]*"|'[^']*')`).FindStringIndex(attrs)
	now := ""
	if value != "" {
		now = " " + name + `="` + AttrText(value) + `"`
	}
	if was == nil {
		return attrs + now
	}
	return attrs[:was[0]] + now + attrs[was[1]:]
}

// Splice puts text in the place of the bytes from from to to.
type Splice struct {
	From, To int
	Text     string
}

// Spliced applies splices that do not overlap; those at one place in their
// order.
func Spliced(part []byte, list ...Splice) []byte {
	if len(list) == 0 {
		return part
	}
	slices.SortStableFunc(list, func(a, b Splice) int { return cmp.Compare(a.From, b.From) })
	size := len(part)
	for _, s := range list {
		size += len(s.Text) - (s.To - s.From)
	}
	var out bytes.Buffer
	out.Grow(size)
	at := 0
	for _, s := range list {
		out.Write(part[at:s.From])
		out.WriteString(s.Text)
		at = s.To
	}
	out.Write(part[at:])
	return out.Bytes()
}

// Remove cuts an element out.
func (e *Element) Remove() Splice { return Splice{e.from, e.till, ""} }

// SetStart sets one attribute of an element.
func (e *Element) SetStart(attr, value string) Splice {
	if e.isEmpty() {
		return Splice{e.from, e.till, strings.TrimSuffix(e.start(attr, value), ">") + "/>"}
	}
	return Splice{e.from, e.open, e.start(attr, value)}
}

// push appends markup to an element's content.
func (e *Element) push(markup string) Splice {
	if e.isEmpty() {
		return Splice{e.from, e.till, "<" + e.tag + e.attrs + ">" + markup + "</" + e.tag + ">"}
	}
	return Splice{e.close, e.close, markup}
}

// InsertBy is where a child belongs whose place in the format's fixed order
// is known: behind the last child that comes before it. Children that the
// order does not name stay behind it.
func (e *Element) InsertBy(order []string, name string, afterSame bool) int {
	rank := slices.Index(order, name)
	at := e.open
	for _, k := range e.Kids {
		if r := slices.Index(order, k.Name); r >= 0 && (r < rank || afterSame && r == rank) {
			at = k.till
		}
	}
	return at
}

var anyTag = words.MustCompile(`<(/?)([A-Za-z])`)

// WithPrefix writes our markup, which has no prefixes, with a part's own.
func WithPrefix(markup, prefix string) string {
	if prefix == "" {
		return markup
	}
	return anyTag.ReplaceAllString(markup, "<${1}"+prefix+"${2}")
}

// AttrText is a text as the markup of an attribute or element holds it.
func AttrText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

// escapedCode is what a reader would take for an escaped character.
var escapedCode = words.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// cellText is a text as the markup of a cell or note holds it.
func cellText(s string) string {
	return strings.ReplaceAll(AttrText(escapedCode.ReplaceAllString(s, "_x005F_$1")), "&#xA;", "\n")
}
