package tagged

import "fmt"

// An outlineItem is a bookmark with those below it.
type outlineItem struct {
	bookmark
	object int
	kids   []*outlineItem
}

// addOutline writes the bookmarks and returns the outline's number, or 0 if
// there are none.
func (d *Doc) addOutline(f *objectFile) int {
	if len(d.bookmarks) == 0 {
		return 0
	}
	top := &outlineItem{object: f.reserve()}
	path := []*outlineItem{top} // path[i+1] is the latest item at depth i
	for _, b := range d.bookmarks {
		for len(path) > 1 && path[len(path)-1].level >= b.level {
			path = path[:len(path)-1]
		}
		item := &outlineItem{bookmark: b, object: f.reserve()}
		parent := path[len(path)-1]
		parent.kids = append(parent.kids, item)
		path = append(path, item)
	}
	f.bodies[top.object] = fmt.Appendf(nil, "<</Type /Outlines /First %s /Last %s /Count %d>>",
		ref(top.kids[0].object), ref(top.kids[len(top.kids)-1].object), top.visible(0))
	top.writeKids(f, 0)
	return top.object
}

// openDepth is how deep the outline is unfolded when the file is opened.
const openDepth = 1

// visible counts the items that show below this one when it is open.
func (o *outlineItem) visible(depth int) int {
	n := len(o.kids)
	if depth >= openDepth {
		return n
	}
	for _, k := range o.kids {
		n += k.visible(depth + 1)
	}
	return n
}

func (o *outlineItem) writeKids(f *objectFile, depth int) {
	for i, k := range o.kids {
		b := fmt.Appendf(nil, "<</Title %s /Parent %s /Dest %s", textString(k.title), ref(o.object), destination(k.place))
		if i > 0 {
			b = fmt.Appendf(b, " /Prev %s", ref(o.kids[i-1].object))
		}
		if i+1 < len(o.kids) {
			b = fmt.Appendf(b, " /Next %s", ref(o.kids[i+1].object))
		}
		if len(k.kids) > 0 {
			count := k.visible(depth + 1)
			if depth >= openDepth {
				count = -count
			}
			b = fmt.Appendf(b, " /First %s /Last %s /Count %d", ref(k.kids[0].object), ref(k.kids[len(k.kids)-1].object), count)
		}
		f.bodies[k.object] = append(b, ">>"...)
		k.writeKids(f, depth+1)
	}
}
