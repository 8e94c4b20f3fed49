package tagged

// List is a list of items with their labels beside them: bullets, numbers, or
// terms.
type List struct {
	Numbering     string // "None", "Disc" or "Decimal"
	Items         []Item
	Style         Style // of the labels
	LabelWidth    float64
	Gap           float64
	LabelRight    bool    // labels end at the gap
	Between       float64 // space between items
	Before, After float64

	// Continued is printed in ContinuedStyle, as artifact, at the head of every page
	// that the list goes on over.
	Continued      string
	ContinuedStyle Style
}

// Item is one of a List.
type Item struct {
	Label []Run
	Body  []Block
	ID    string
}

func (l List) lay(d *Doc, parent *element, width float64) []slice {
	list := parent.child("L")
	if l.Numbering != "" && l.Numbering != "None" {
		list.attribute("/O /List /ListNumbering /" + l.Numbering)
	}
	const wholeItem = 30 // mm up to which an item is not split
	indent := l.LabelWidth + l.Gap
	var slices []slice
	for _, item := range l.Items {
		li := list.child("LI")
		row := &band{doc: d, width: width, whole: wholeItem, id: idIn(li, item.ID)}
		if len(item.Label) > 0 {
			label := Para{Runs: item.Label, Style: l.Style, Right: l.LabelRight, Role: "Lbl"}
			row.stacks = append(row.stacks, stack{slices: label.lay(d, li, l.LabelWidth)})
		}
		body := layContent(d, li.child("LBody"), width-indent, item.Body)
		row.stacks = append(row.stacks, stack{x: indent, slices: body})
		s := row.slice()
		s.before, s.after = l.Between, l.Between
		slices = append(slices, s)
	}
	for i := range len(slices) - 1 {
		keepEnds(slices, i)
		if l.Continued != "" {
			slices[i+1].again = func() []slice {
				title := Para{Runs: Text(l.Continued), Style: l.ContinuedStyle, After: 2}
				return append(title.layIn(d, nil, width), slice{draw: func(float64, float64) {}})
			}
		}
	}
	space(slices, l.Before, l.After)
	return slices
}

// keepEnds keeps the first of several items with the second, and the last with the
// one before it, unless that would leave much of a page empty: one alone on its
// side of a break is an orphan.
func keepEnds(items []slice, at int) {
	if at == 0 || at == len(items)-2 {
		keepPair(&items[at], items[at+1])
	}
}

func keepPair(first *slice, second slice) {
	const together = 100 // mm: more would leave much of a page empty
	if first.height+second.height <= together {
		first.glued = true
	}
}
