package pdfua

import (
	"maps"
	"slices"
	"strings"
)

// A Node is an element of the structure tree.
type Node struct {
	Role  string
	Text  string // its own content, without that of its kids
	Alt   string
	Scope string
	Page  int // of its first content, from 1; 0 if it has none of its own
	Kids  []*Node

	attributes dict
	contents   []content
	annots     []ref
	object     ref
	parts      []any // text of marked content and kids, in reading order
}

// content is a stretch of marked content that belongs to a node.
type content struct{ page, id int }

// Tree reads the structure tree; nil if there is none. The root of the nodes is
// the structure tree's root itself, with an empty Role.
func Tree(pdf []byte) *Node {
	d := read(pdf)
	return d.root
}

// Find returns the nodes with a role, this one or below it, in reading order.
func (n *Node) Find(role string) []*Node {
	if n == nil {
		return nil
	}
	var out []*Node
	if n.Role == role {
		out = append(out, n)
	}
	for _, k := range n.Kids {
		out = append(out, k.Find(role)...)
	}
	return out
}

// All is the text of a node and all below it, in reading order.
func (n *Node) All() string {
	var b strings.Builder
	n.write(&b)
	return strings.TrimSpace(b.String())
}

func (n *Node) write(b *strings.Builder) {
	if n == nil {
		return
	}
	for _, part := range n.parts {
		switch part := part.(type) {
		case string:
			b.WriteString(part)
		case *Node:
			// A block is a word of its own even where nobody wrote a space.
			if part.Role != "Link" && part.Role != "Span" && b.Len() > 0 && !strings.HasSuffix(b.String(), " ") {
				b.WriteByte(' ')
			}
			part.write(b)
		}
	}
}

// A document is a PDF with its pages and structure tree read.
type document struct {
	*file
	catalog dict
	pages   []*pageText
	pageOf  map[ref]int // index of a page by its object
	pageRef []ref
	fonts   map[ref]*pageFont
	root    *Node
	visited map[ref]bool
	doubled bool // an element is reached twice
}

func read(pdf []byte) *document {
	f := load(pdf)
	d := &document{file: f, catalog: f.dict(f.trailer["Root"]), pageOf: map[ref]int{}, fonts: map[ref]*pageFont{}, visited: map[ref]bool{}}
	d.collectPages(d.catalog["Pages"], map[ref]bool{}, 0)
	if root := f.dict(d.catalog["StructTreeRoot"]); root != nil {
		d.root = &Node{}
		for _, k := range f.list(root["K"]) {
			d.addKid(d.root, k, -1, 0)
		}
	}
	return d
}

func (d *document) collectPages(v any, seen map[ref]bool, depth int) {
	r, _ := v.(ref)
	if depth > maxDepth || r != 0 && seen[r] {
		return
	}
	seen[r] = true
	node := d.dict(v)
	if node == nil {
		return
	}
	if kids := d.array(node["Kids"]); kids != nil {
		for _, k := range kids {
			d.collectPages(k, seen, depth+1)
		}
		return
	}
	d.pageOf[r] = len(d.pages)
	d.pageRef = append(d.pageRef, r)
	d.pages = append(d.pages, d.readPage(len(d.pages)+1, node, d.fonts))
}

// addKid adds what an entry of /K stands for. page is the index that a bare
// marked content ID refers to.
func (d *document) addKid(n *Node, v any, page, depth int) {
	if depth > 4*maxDepth {
		return
	}
	if id, ok := d.get(v).(float64); ok {
		d.addContent(n, page, int(id))
		return
	}
	kid := d.dict(v)
	if r, ok := kid["Pg"].(ref); ok {
		page = d.pageIndex(r)
	}
	switch d.name(kid["Type"]) {
	case "MCR":
		d.addContent(n, page, int(number(d.get(kid["MCID"]))))
		return
	case "OBJR":
		if r, ok := kid["Obj"].(ref); ok {
			n.annots = append(n.annots, r)
		}
		return
	}
	if kid["S"] == nil {
		return
	}
	r, _ := v.(ref)
	if r != 0 && d.visited[r] {
		d.doubled = true
		return
	}
	d.visited[r] = true
	child := &Node{Role: d.name(kid["S"]), object: r, attributes: dict{}}
	if alt, ok := d.get(kid["Alt"]).(text); ok {
		child.Alt = textString(alt)
	}
	for _, a := range d.list(kid["A"]) {
		for key, value := range d.dict(a) {
			child.attributes[key] = d.get(value)
		}
	}
	child.Scope = d.name(child.attributes["Scope"])
	n.Kids = append(n.Kids, child)
	n.parts = append(n.parts, child)
	for _, k := range d.list(kid["K"]) {
		d.addKid(child, k, page, depth+1)
	}
}

func (d *document) pageIndex(r ref) int {
	if i, ok := d.pageOf[r]; ok {
		return i
	}
	return -1
}

func (d *document) addContent(n *Node, page, id int) {
	n.contents = append(n.contents, content{page, id})
	if page < 0 || page >= len(d.pages) {
		return
	}
	if n.Page == 0 {
		n.Page = page + 1
	}
	if b := d.pages[page].texts[id]; b != nil {
		n.Text += b.String()
		n.parts = append(n.parts, b.String())
	}
}

// PageText is what the marked content of a page says, in the order in which it
// is drawn, without the artifacts.
func PageText(pdf []byte, page int) string {
	d := read(pdf)
	if page < 1 || page > len(d.pages) {
		return ""
	}
	p := d.pages[page-1]
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(p.texts)) {
		b.WriteString(p.texts[id].String() + " ")
	}
	return b.String()
}
