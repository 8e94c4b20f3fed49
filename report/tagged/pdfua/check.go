// Package pdfua reads tagged PDF files and checks the conditions of PDF/UA-1
// that a machine can check. It is for tests: it is no viewer and no validator,
// and a file without problems here has not been seen by a person.
package pdfua

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

// Check returns the broken conditions, in a fixed order.
func Check(pdf []byte) []string {
	c := &checker{document: read(pdf)}
	if c.catalog == nil {
		return []string{"the file has no catalog: it is not a PDF, or too damaged to read"}
	}
	c.checkCatalog()
	c.checkMetadata()
	c.checkPages()
	c.checkFonts()
	if c.root == nil {
		c.problem("there is no structure tree")
		return c.problems
	}
	c.checkStructure()
	c.checkParentTree()
	c.checkLinks()
	c.checkOutline()
	return c.problems
}

type checker struct {
	*document
	problems []string
}

func (c *checker) problem(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *checker) checkCatalog() {
	if lang, ok := c.get(c.catalog["Lang"]).(text); !ok || len(lang) == 0 {
		c.problem("the catalog has no Lang")
	}
	if c.get(c.dict(c.catalog["MarkInfo"])["Marked"]) != true {
		c.problem("MarkInfo does not say Marked")
	}
	if c.get(c.dict(c.catalog["ViewerPreferences"])["DisplayDocTitle"]) != true {
		c.problem("DisplayDocTitle is not set")
	}
	if c.trailer["ID"] == nil {
		c.problem("the trailer has no ID")
	}
}

func (c *checker) checkMetadata() {
	s, ok := c.get(c.catalog["Metadata"]).(stream)
	if !ok {
		c.problem("there is no XMP metadata")
		return
	}
	var path []string
	values := map[string]string{}
	decoder := xml.NewDecoder(strings.NewReader(string(c.decode(s))))
	for {
		token, err := decoder.Token()
		if err != nil {
			if err.Error() != "EOF" {
				c.problem("XMP metadata is not well formed: %v", err)
			}
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			path = append(path, t.Name.Space+" "+t.Name.Local)
		case xml.EndElement:
			path = path[:max(len(path)-1, 0)]
		case xml.CharData:
			for _, name := range path {
				values[name] += strings.TrimSpace(string(t))
			}
		}
	}
	if values["http://purl.org/dc/elements/1.1/ title"] == "" {
		c.problem("XMP has no dc:title")
	}
	if values["http://www.aiim.org/pdfua/ns/id/ part"] != "1" {
		c.problem("XMP does not say pdfuaid:part 1")
	}
}

func (c *checker) checkPages() {
	if len(c.pages) == 0 {
		c.problem("there are no pages")
	}
	for _, p := range c.pages {
		if c.name(p.dict["Tabs"]) != "S" {
			c.problem("page %d: Tabs is not S", p.number)
		}
		c.problems = append(c.problems, p.problems...)
	}
}

func (c *checker) checkFonts() {
	var all []string
	for _, f := range c.fonts {
		all = append(all, f.problems...)
	}
	sort.Strings(all)
	c.problems = append(c.problems, all...)
}

// kidsOf are the roles that an element may hold, where that is limited.
var kidsOf = map[string]string{
	"Table": "Caption THead TBody TFoot TR", "THead": "TR", "TBody": "TR", "TFoot": "TR", "TR": "TH TD",
	"L": "Caption L LI", "LI": "Lbl LBody", "TOC": "Caption TOC TOCI",
}

// parentsOf are the roles that an element may stand in, where that is limited.
var parentsOf = map[string]string{
	"THead": "Table", "TBody": "Table", "TFoot": "Table", "TR": "Table THead TBody TFoot", "TH": "TR", "TD": "TR",
	"LI": "L", "LBody": "LI", "TOCI": "TOC",
}

var standard = " Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form "

func has(roles, role string) bool { return strings.Contains(" "+roles+" ", " "+role+" ") }

func (c *checker) checkStructure() {
	if c.doubled {
		c.problem("an element of the structure tree is reached twice")
	}
	if len(c.root.Kids) != 1 || c.root.Kids[0].Role != "Document" {
		c.problem("the structure tree does not have one Document at its root")
	}
	c.checkNode(c.root, nil)
	c.checkHeadings()
	for _, t := range c.root.Find("Table") {
		c.checkTable(t)
	}
}

func (c *checker) checkNode(n, parent *Node) {
	if parent != nil {
		where := fmt.Sprintf("%s %q", n.Role, clip(n.All()))
		if !has(standard, n.Role) {
			c.problem("%s: not a standard role", where)
		}
		if allowed := kidsOf[parent.Role]; allowed != "" && !has(allowed, n.Role) {
			c.problem("%s inside %s", where, parent.Role)
		}
		if allowed := parentsOf[n.Role]; allowed != "" && !has(allowed, parent.Role) {
			c.problem("%s is not inside %s", where, allowed)
		}
		if kidsOf[n.Role] != "" && len(n.contents) > 0 {
			c.problem("%s holds content of its own", where)
		}
		if p, _ := c.dict(n.object)["P"].(ref); p != parent.object && parent.Role != "" {
			c.problem("%s does not point back to its parent", where)
		}
		c.checkRole(n, where)
	}
	for _, k := range n.Kids {
		c.checkNode(k, n)
	}
}

func (c *checker) checkRole(n *Node, where string) {
	switch n.Role {
	case "Figure":
		if strings.TrimSpace(n.Alt) == "" {
			c.problem("%s on page %d has no alternative text", where, n.Page)
		}
		if box, _ := n.attributes["BBox"].(array); len(box) != 4 {
			c.problem("%s on page %d has no BBox", where, n.Page)
		}
	case "TH":
		if n.Scope != "Row" && n.Scope != "Column" && n.Scope != "Both" {
			c.problem("%s has no Scope", where)
		}
	case "Link":
		if len(n.annots) == 0 {
			c.problem("%s has no annotation", where)
		}
	case "LI":
		if len(n.Find("LBody")) == 0 {
			c.problem("%s has no LBody", where)
		}
	}
}

func clip(s string) string {
	if r := []rune(s); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return s
}

// checkHeadings wants H1 first and no level skipped on the way down.
func (c *checker) checkHeadings() {
	level := 0
	var walk func(n *Node)
	walk = func(n *Node) {
		if len(n.Role) == 2 && n.Role[0] == 'H' && n.Role[1] >= '1' && n.Role[1] <= '6' {
			next := int(n.Role[1] - '0')
			if next > level+1 {
				c.problem("heading %q is %s after level %d", clip(n.All()), n.Role, level)
			}
			if strings.TrimSpace(n.All()) == "" {
				c.problem("an empty heading %s", n.Role)
			}
			level = next
		}
		for _, k := range n.Kids {
			walk(k)
		}
	}
	walk(c.root)
}

func (c *checker) checkTable(t *Node) {
	width := -1
	for _, row := range t.Find("TR") {
		if width < 0 {
			width = len(row.Kids)
		}
		if len(row.Kids) != width {
			c.problem("a table of %d columns has a row of %d: %q", width, len(row.Kids), clip(row.All()))
		}
	}
	if len(t.Find("TH")) == 0 {
		c.problem("a table has no header cells: %q", clip(t.All()))
	}
}

// checkParentTree goes from each page's marked content to its element and back.
func (c *checker) checkParentTree() {
	parents := c.parentTree()
	owner := map[content]*Node{}
	var walk func(n *Node)
	walk = func(n *Node) {
		for _, k := range n.contents {
			if owner[k] != nil {
				c.problem("content %d of page %d belongs to two elements", k.id, k.page+1)
			}
			owner[k] = n
			if k.page < 0 || k.page >= len(c.pages) || c.pages[k.page].texts[k.id] == nil {
				c.problem("%s points to content %d of page %d, which is not there", n.Role, k.id, k.page+1)
			}
		}
		for _, k := range n.Kids {
			walk(k)
		}
	}
	walk(c.root)
	for i, p := range c.pages {
		key, ok := c.get(p.dict["StructParents"]).(float64)
		if !ok {
			c.problem("page %d has no StructParents", p.number)
			continue
		}
		entries := c.array(parents[int(key)])
		for _, id := range slices.Sorted(maps.Keys(p.texts)) {
			n := owner[content{i, id}]
			switch {
			case n == nil:
				c.problem("content %d of page %d is in no element", id, p.number)
			case id < 0 || id >= len(entries) || entries[id] != any(n.object):
				c.problem("the parent tree does not lead from content %d of page %d to its %s", id, p.number, n.Role)
			}
		}
	}
}

// parentTree reads a number tree.
func (c *checker) parentTree() map[int]any {
	out := map[int]any{}
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		d := c.dict(v)
		if d == nil || depth > maxDepth {
			return
		}
		nums := c.array(d["Nums"])
		for i := 0; i+1 < len(nums); i += 2 {
			out[int(number(c.get(nums[i])))] = nums[i+1]
		}
		for _, k := range c.array(d["Kids"]) {
			walk(k, depth+1)
		}
	}
	walk(c.dict(c.catalog["StructTreeRoot"])["ParentTree"], 0)
	return out
}

func (c *checker) checkLinks() {
	parents := c.parentTree()
	owner := map[ref]*Node{}
	for _, n := range c.root.Find("Link") {
		for _, a := range n.annots {
			owner[a] = n
		}
	}
	for _, p := range c.pages {
		for _, v := range c.list(p.dict["Annots"]) {
			r, _ := v.(ref)
			a := c.dict(v)
			if c.name(a["Subtype"]) != "Link" {
				continue
			}
			if s, _ := c.get(a["Contents"]).(text); len(s) == 0 {
				c.problem("page %d: a link has no Contents", p.number)
			}
			n := owner[r]
			if n == nil {
				c.problem("page %d: a link is in no Link element", p.number)
				continue
			}
			key, ok := c.get(a["StructParent"]).(float64)
			if !ok || parents[int(key)] != any(n.object) {
				c.problem("page %d: the parent tree does not lead from a link to its element", p.number)
			}
			if a["A"] == nil && !c.isDestination(a["Dest"]) {
				c.problem("page %d: a link leads nowhere", p.number)
			}
		}
	}
}

func (c *checker) isDestination(v any) bool {
	to := c.array(v)
	if len(to) == 0 {
		return false
	}
	r, _ := to[0].(ref)
	return c.pageIndex(r) >= 0
}

func (c *checker) checkOutline() {
	headings := 0
	for _, role := range []string{"H1", "H2", "H3"} {
		headings += len(c.root.Find(role))
	}
	outline := c.dict(c.catalog["Outlines"])
	if outline == nil {
		if headings > 0 {
			c.problem("there are headings but no outline")
		}
		return
	}
	if number(c.get(outline["Count"])) <= 0 {
		c.problem("the outline has no Count")
	}
	seen := map[ref]bool{}
	var walk func(parent dict, depth int)
	walk = func(parent dict, depth int) {
		r, _ := parent["First"].(ref)
		last := r
		for r != 0 && depth < maxDepth {
			if seen[r] {
				c.problem("the outline runs in a circle")
				return
			}
			seen[r] = true
			item := c.dict(r)
			title, _ := c.get(item["Title"]).(text)
			if !c.isDestination(item["Dest"]) {
				c.problem("bookmark %q leads nowhere", textString(title))
			}
			walk(item, depth+1)
			last = r
			r, _ = item["Next"].(ref)
		}
		if parent["Last"] != any(last) && last != 0 {
			c.problem("the outline's items do not end with its last")
		}
	}
	walk(outline, 0)
}
