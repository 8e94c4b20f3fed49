package tagged

// An element is a node of the structure tree. A nil element stands for an
// artifact: what is drawn in it is not part of the document's content.
type element struct {
	role   string
	parent *element
	kids   []kid
	alt    string
	attrs  string // content of its /A dictionary
	object int    // its object number, given by the rewriter
}

// A kid is a child element, a stretch of marked content or a link's annotation.
type kid struct {
	elem *element
	link *annotation
	page int // from 0
	mcid int
}

// count is how many elements it and those within it are.
func (e *element) count() int {
	n := 1
	for _, k := range e.kids {
		if k.elem != nil {
			n += k.elem.count()
		}
	}
	return n
}

// child adds an element at the end of its parent. Inside an artifact there are
// no elements.
func (e *element) child(role string) *element {
	if e == nil {
		return nil
	}
	c := &element{role: role, parent: e}
	e.kids = append(e.kids, kid{elem: c})
	return c
}

func (e *element) attribute(s string) {
	if e != nil {
		e.attrs = s
	}
}

// An annotation is the area of a link on a page.
type annotation struct {
	page           int
	x1, y1, x2, y2 float64 // points, from the page's bottom left corner
	to, uri, says  string
	elem           *element
}

// A place is where an ID or a bookmark points to.
type place struct {
	page int     // from 0
	y    float64 // mm from the top
}

type bookmark struct {
	level int
	title string
	place
}
