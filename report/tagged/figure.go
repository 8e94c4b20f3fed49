package tagged

import "fmt"

// Figure is a drawing that means something. What it says must be in Alt; text
// drawn in it belongs to it.
type Figure struct {
	Alt           string
	W, H          float64
	Draw          func(*Canvas)
	Before, After float64
}

func (f Figure) lay(d *Doc, parent *element, width float64) []slice {
	elem := parent.child("Figure")
	if elem != nil {
		elem.alt = Clean(f.Alt)
	}
	return []slice{{
		before: f.Before, after: f.After, height: f.H, natural: f.W,
		draw: func(x, y float64) {
			elem.attribute(fmt.Sprintf("/O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]",
				pt(x), fromBottom(y+f.H), pt(x+f.W), fromBottom(y)))
			drawIn(d, elem, x, y, f.Draw)
		},
	}}
}

// Drawn is a drawing without meaning, such as a rule.
type Drawn struct {
	H             float64
	Draw          func(*Canvas)
	Before, After float64
}

func (a Drawn) lay(d *Doc, parent *element, width float64) []slice {
	return []slice{{
		before: a.Before, after: a.After, height: a.H,
		draw: func(x, y float64) { drawIn(d, nil, x, y, a.Draw) },
	}}
}

func drawIn(d *Doc, elem *element, x, y float64, draw func(*Canvas)) {
	c := &Canvas{doc: d, x: x, y: y, scale: 1, elem: elem}
	if elem == nil {
		c.artifact = layoutArtifact
	}
	draw(c)
}
