package word

import (
	"encoding/xml"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// flow is about where on its pages a document stands: what has been written, put
// on pages as another program will put it, give or take a line. It says how full a page is
// that another might follow on, and which page something is on, until the program
// counts its own.
type flow struct {
	looks  map[string]look // by keys of styles
	wider  float64         // letters against ours
	boxes  []*flowBox      // those open, the innermost last; the first is the page
	para   *flowPara       // the open paragraph, nil between two
	placed int             // items of the page that have their place
	stands []*stand
	leads  []string // IDs of what comes next
}

// look is what of a style decides about height.
type look struct {
	size, before, after float64 // points
	line                float64 // of the height of its letters; 0 where exact says it
	exact               float64 // points
	heavy, keeps        bool
}

// flowBox is something that paragraphs stand in one below the other: the page, or a cell.
type flowBox struct {
	wide  float64
	items []flowItem

	// Of a table that is open in it.
	row            flowItem
	head           float64 // mm of the heading row that comes again
	above, sides   float64 // mm of space in each cell: above and below its words, and beside them
	ruled          bool
	heading, whole bool
}

// flowItem is a paragraph or a row.
type flowItem struct {
	high, before, after float64
	line                float64 // mm of each line where it may part between lines; 0 where not
	head                float64 // mm that come again above it on a new page
	keeps, turns        bool
	ids                 []string
}

type flowPara struct {
	item          flowItem
	look          look
	first, others float64 // mm that the first line and the others stand in
	wide          float64
	x             float64
	lines         int
	tallest       float64 // of the line: mm of a picture in it
	high          float64
	empty         bool
}

func newFlow(d dress) *flow {
	return &flow{looks: looksOf(d.styles, d.ids), wider: d.letters, stands: stands(d.high), boxes: []*flowBox{{wide: d.wide}}}
}

func (f *flow) box() *flowBox { return f.boxes[len(f.boxes)-1] }

// across is how wide what comes next may be, in mm.
func (f *flow) across() float64 { return f.box().wide }

// open begins a paragraph, keeps of which is nil where its style says whether it stays
// with the next.
func (f *flow) open(p paragraph, keeps *bool, turns, ruled bool) {
	l := f.looks[p.style]
	made := &flowPara{look: l, wide: f.across(), empty: true, item: flowItem{before: l.before * mmPerPoint, after: l.after * mmPerPoint, keeps: l.keeps, turns: turns}}
	if ruled {
		made.item.before = aboveRule*mmPerPoint + 6*mmPerPoint
	}
	if keeps != nil {
		made.item.keeps = *keeps
	}
	made.first, made.others = p.in, p.in+p.hang
	if p.number > 0 {
		made.first, made.others = boxHang, boxHang
	}
	if made.item.ids, f.leads = f.leads, nil; p.id != "" {
		made.item.ids = append(made.item.ids, p.id)
	}
	made.x = made.first
	f.para = made
}

// leadHere says that an ID is that of what comes next; "" is none.
func (f *flow) leadHere(id string) {
	if id != "" {
		f.leads = append(f.leads, id)
	}
}

func (f *flow) close() {
	p := f.para
	f.para = nil
	p.endLine()
	p.item.high = p.high
	if p.lines > 3 && !p.item.keeps {
		p.item.line = p.high / float64(p.lines)
	}
	b := f.box()
	b.items = append(b.items, p.item)
}

// text adds words to the paragraph, with a run's properties.
func (f *flow) text(s, properties string) {
	p := f.para
	heavy, size := p.look.heavy || strings.Contains(properties, `<w:b/>`), p.look.size
	if _, after, found := strings.Cut(properties, `<w:sz w:val="`); found {
		if n, err := strconv.Atoi(after[:strings.Index(after, `"`)]); err == nil {
			size = float64(n) / 2
		}
	}
	border := 0.0 // points
	if strings.Contains(properties, `<w:bdr `) {
		border = 0.5
	}
	for len(s) > 0 {
		at := strings.IndexAny(s, " \n\t")
		word := s
		if at >= 0 {
			word = s[:at]
		}
		if word != "" {
			p.put(f.wider*advance(word, heavy)*size*mmPerPoint, size*p.look.height()+border)
		}
		if at < 0 {
			return
		}
		switch s[at] {
		case '\n':
			p.empty = false
			p.endLine()
		case '\t':
			p.x = max(p.x, p.others)
		default:
			p.x += f.wider * advance(" ", heavy) * size * mmPerPoint
		}
		s = s[at+1:]
	}
}

// picture adds one, which stands in the line like a letter: the space between lines comes
// on top of it.
func (f *flow) picture(wide, high float64) {
	l := f.para.look
	f.para.put(wide, high/mmPerPoint+l.size*l.height()*max(0, 1-1/l.line))
}

// put sets something of a width in mm and a height in points on the line, or where it
// has no room there on the next.
func (p *flowPara) put(wide, high float64) {
	if p.x+wide > p.wide && !p.empty {
		p.endLine()
	}
	p.empty = false
	p.x += wide
	p.tallest = max(p.tallest, high*mmPerPoint)
}

func (p *flowPara) endLine() {
	high := max(p.tallest, p.look.size*p.look.height()*mmPerPoint)
	if p.look.exact > 0 {
		high = p.look.exact * mmPerPoint
	}
	p.lines++
	p.high += high
	p.x, p.tallest, p.empty = p.others, 0, true
}

// height is that of a line, against the size of its letters.
func (l look) height() float64 {
	const natural = 1.144 // of our letters, and about that of most
	return natural * l.line
}

// openTable begins a table, whose cells have the space around their words that its
// style and its own margins give them.
func (f *flow) openTable(g grid) {
	const usual, close, bar = 0.7, 0.25, 3.0
	b := f.box()
	b.head, b.above, b.sides, b.ruled = 0, usual, cellPad, g.plain == ""
	switch {
	case g.tight && g.style == "line cell":
		b.above, b.sides = 0, linePad
	case g.tight:
		b.above = close
	case g.plain == "card":
		b.above, b.sides = 0, cellPad+bar
	case g.plain != "":
		b.above = 0
	}
}

// openRow begins a row, whole where it never breaks over a page.
func (f *flow) openRow(heading, whole bool) {
	b := f.box()
	b.row, b.heading, b.whole = flowItem{head: b.head}, heading, whole
}

func (f *flow) openCell(wide float64) {
	f.boxes = append(f.boxes, &flowBox{wide: wide - f.box().sides})
}

func (f *flow) closeCell() {
	cell := f.box()
	f.boxes = f.boxes[:len(f.boxes)-1]
	b := f.box()
	high, after := 2*b.above, 0.0
	for i, item := range cell.items {
		high += max(item.before, after) + item.high
		after = item.after
		b.row.keeps = b.row.keeps || i == 0 && item.keeps
		b.row.turns = b.row.turns || item.turns
		b.row.ids = append(b.row.ids, item.ids...)
	}
	b.row.high = max(b.row.high, high+after)
}

func (f *flow) closeRow() {
	const rule = 0.18 // mm
	b := f.box()
	if b.ruled {
		b.row.high += rule
	}
	if b.heading {
		b.head += b.row.high
		b.row.keeps = true
	}
	if !b.whole {
		b.row.line = 5
	}
	b.items = append(b.items, b.row)
}

// used is the page that what has been written ends on, and which share of it is taken.
func (f *flow) used() (page int, share float64) {
	f.settle()
	return f.stands[asMeasured].page, f.stands[asMeasured].used()
}

// settled is how all that has been written fills the pages.
func (f *flow) settled() []*stand {
	f.settle()
	return f.stands
}

// leaves says whether the page that what has been written ends on has more than a share
// of it taken, in another program too, whose lines may be a little higher or lower.
func (f *flow) leaves(share float64) bool {
	f.settle()
	return !slices.ContainsFunc(f.stands, func(s *stand) bool { return s.used() <= share })
}

// settle gives all that has been written its place on the page. What stays with the
// next goes where that has room.
func (f *flow) settle() {
	items := f.boxes[0].items
	for f.placed < len(items) {
		to := f.placed
		for to+1 < len(items) && items[to].keeps && !items[to+1].turns {
			to++
		}
		for _, s := range f.stands {
			s.place(items[f.placed : to+1])
		}
		f.placed = to + 1
	}
}

// stand is how far the pages are filled, of a height in mm.
type stand struct {
	high  float64
	page  int     // from 1
	y     float64 // mm of the page that are taken
	after float64 // mm that what stands last asks for below it
	pages map[string]int
}

// How the pages are filled: as they are measured, and with lines a little higher and a
// little lower.
const (
	asMeasured = iota
	higher
	lower
)

func stands(high float64) []*stand {
	const apart = 0.03
	made := make([]*stand, lower+1)
	for i, share := range map[int]float64{asMeasured: 1, higher: 1 - apart, lower: 1 + apart} {
		made[i] = &stand{high: high * share, page: 1, pages: map[string]int{}}
	}
	return made
}

func (s *stand) used() float64 { return s.y / s.high }

// place puts items that stay together on a page.
func (s *stand) place(items []flowItem) {
	need, after := 0.0, s.after
	for i, item := range items {
		high := item.high
		if i == len(items)-1 && item.line > 0 {
			high = min(high, fewestLines*item.line)
		}
		need += max(item.before, after) + high
		after = item.after
	}
	if s.y > 0 && (items[0].turns || s.y+need > s.high && need <= s.high) {
		s.turn(items[0])
	}
	for _, item := range items {
		s.put(item)
	}
}

// fewestLines are the lines of a paragraph that stand together.
const fewestLines = 2

func (s *stand) put(item flowItem) {
	space := max(item.before, s.after)
	room := s.high - s.y - space
	switch {
	case s.y == 0 || item.high <= room:
	case item.line > 0 && fewestLines*item.line <= room:
		here := item.line * math.Floor(room/item.line)
		s.mark(item)
		s.turn(item)
		space, item.high = 0, max(item.high-here, fewestLines*item.line)
	default:
		s.turn(item)
	}
	if s.y == 0 && !item.turns { // what was to begin a page keeps the space above it
		space = 0
	}
	s.mark(item)
	s.y, s.after = s.y+space+item.high, item.after
	for s.y > s.high { // one of more than a page
		s.page, s.y = s.page+1, s.y-s.high
	}
}

// turn begins a page, with what comes again there.
func (s *stand) turn(item flowItem) { s.page, s.y, s.after = s.page+1, item.head, 0 }

func (s *stand) mark(item flowItem) {
	for _, id := range item.ids {
		if s.pages[id] == 0 {
			s.pages[id] = s.page
		}
	}
}

// looksOf are the looks of the styles of a style sheet, by their keys.
func looksOf(sheet []byte, ids map[string]string) map[string]look {
	type number struct {
		Val float64 `xml:"val,attr"`
	}
	type texts struct {
		Size *number `xml:"sz"`
		Bold *onOff  `xml:"b"`
	}
	type paras struct {
		Keeps   *onOff `xml:"keepNext"`
		Spacing *struct {
			Before *float64 `xml:"before,attr"`
			After  *float64 `xml:"after,attr"`
			Line   *float64 `xml:"line,attr"`
			Rule   string   `xml:"lineRule,attr"`
		} `xml:"spacing"`
	}
	type sheetStyle struct {
		ID    string `xml:"styleId,attr"`
		Based struct {
			Val string `xml:"val,attr"`
		} `xml:"basedOn"`
		Run  texts `xml:"rPr"`
		Para paras `xml:"pPr"`
	}
	var in struct {
		Run   texts        `xml:"docDefaults>rPrDefault>rPr"`
		Para  paras        `xml:"docDefaults>pPrDefault>pPr"`
		Style []sheetStyle `xml:"style"`
	}
	_ = xml.Unmarshal(sheet, &in) // it has been read before
	apply := func(l look, r texts, p paras) look {
		if r.Size != nil {
			l.size = r.Size.Val / 2
		}
		if r.Bold != nil {
			l.heavy = r.Bold.on()
		}
		if p.Keeps != nil {
			l.keeps = p.Keeps.on()
		}
		if s := p.Spacing; s != nil {
			if s.Before != nil {
				l.before = *s.Before / 20
			}
			if s.After != nil {
				l.after = *s.After / 20
			}
			switch {
			case s.Line == nil:
			case s.Rule == "exact":
				l.exact = *s.Line / 20
			case s.Rule == "atLeast":
			default:
				l.line, l.exact = *s.Line/240, 0
			}
		}
		return l
	}
	named := map[string]sheetStyle{}
	for _, s := range in.Style {
		named[s.ID] = s
	}
	var of func(id string, depth int) look
	of = func(id string, depth int) look {
		const deepest = 12 // styles that are based on one another
		s, ok := named[id]
		if !ok || depth > deepest {
			return apply(look{size: 10, line: 1}, in.Run, in.Para)
		}
		return apply(of(s.Based.Val, depth+1), s.Run, s.Para)
	}
	looks := map[string]look{}
	for _, key := range slices.Sorted(maps.Keys(ids)) {
		looks[key] = of(ids[key], 0)
	}
	return looks
}

// lastMeasured is the last of the characters whose widths are known; others are as
// wide as most.
const lastMeasured = 0x17f

// advances are how wide our letters are, of their size, by weight.
var advances = sync.OnceValue(func() map[bool]*[lastMeasured + 1]float64 {
	of := map[bool]*[lastMeasured + 1]float64{}
	for heavy, f := range faces() {
		const size = 100
		made, err := opentype.NewFace(f.usual, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic(err) // only for sizes that are no sizes
		}
		of[heavy] = new([lastMeasured + 1]float64)
		for r := range of[heavy] {
			wide, _ := made.GlyphAdvance(rune(r))
			of[heavy][r] = float64(wide) / float64(fixed.I(size))
		}
		made.Close()
	}
	return of
})

// advance is how wide a word is, of the size of its letters.
func advance(word string, heavy bool) float64 {
	const usual = 0.56
	wide, of := 0.0, advances()[heavy]
	for _, r := range word {
		if r <= lastMeasured {
			wide += of[r]
		} else {
			wide += usual
		}
	}
	return wide
}
