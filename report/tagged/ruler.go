package tagged

// A Ruler measures text that is not being drawn. It is not for several
// goroutines at once.
type Ruler struct{ doc Doc }

// NewRuler is a Ruler with the fonts of a document.
func NewRuler() *Ruler {
	return &Ruler{Doc{faces: newFaces(), seen: map[Substitution]bool{}}}
}

// Width is how wide a text is on one line of a style, in mm, with its spaces.
func (r *Ruler) Width(text string, s Style) float64 {
	wide := 0.0
	for _, g := range r.doc.glyphs(Text(text), s) {
		wide += g.width
	}
	return wide
}
