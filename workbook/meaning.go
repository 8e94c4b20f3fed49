package workbook

import (
	"slices"

	"actionplan/workbook/words"
)

// Meaning is what a status word stands for. Councils use their own words; all
// counting is done on meanings. The order is the palette's: best first, then
// what is not running.
type Meaning int

const (
	MeaningUnknown Meaning = iota // a word not in the key, or none
	Embedded                      // done, and checked evidence shows that it works
	Delivered                     // done, not yet shown to work
	OnTrack
	AtRisk
	OffTrack
	NotStarted
	Withdrawn
)

// Meanings lists the seven in palette order.
var Meanings = []Meaning{Embedded, Delivered, OnTrack, AtRisk, OffTrack, NotStarted, Withdrawn}

// KeyOrder is the seven as an action goes through them, which is how a key
// offers them.
var KeyOrder = []Meaning{NotStarted, OnTrack, AtRisk, OffTrack, Delivered, Embedded, Withdrawn}

// WorstFirst is the order of exceptions: what asks most of the board first. A
// status that is not known counts as at risk does (facts), so it stands beside
// it.
var WorstFirst = []Meaning{OffTrack, AtRisk, MeaningUnknown, NotStarted, OnTrack, Delivered, Embedded, Withdrawn}

// meanings is everything that the program says and shows of a meaning. The
// looks never follow the user's own colours, so that every paper reads alike,
// in grey too: text on a fill has a contrast of at least 4.5 to 1, neighbours
// in palette order differ by at least 25 in lightness (L* of CIELAB), and where
// two fills are near in grey one has a pattern.
var meanings = [...]struct {
	name       string
	definition string
	short      string
	colour     string // what the key calls it; see Swatches
	pattern    Pattern
	stripe     RGB
	shape      Shape
}{
	MeaningUnknown: {"status not known", "No status, or a word that the key does not have", "not in the key", "white", DashedOutline, "", Dash},
	Embedded:       {"embedded", "Done, and checked evidence shows that it works", "shown to work", "blue", InnerFrame, Paper, TickedDisc},
	Delivered:      {"delivered", "Done; not yet shown to work", "done, not yet shown to work", "light blue", Plain, "", Tick},
	OnTrack:        {"on track", "Expected to finish by its date", "will meet its date", "green", Plain, "", Pointer},
	AtRisk:         {"at risk", "May miss its date unless things change", "may miss its date", "amber", Diagonals, "C98F00", WarningTriangle},
	OffTrack:       {"off track", "Has missed its date, or will", "late, or will be", "red", Plain, "", StopOctagon},
	NotStarted:     {"not started", "Not due to start yet", "not due to start yet", "white", Plain, "", Ring},
	Withdrawn:      {"withdrawn", "No longer part of the plan, with a reason", "left the plan", "grey", Horizontals, "F0F1F2", Cross},
}

func (m Meaning) String() string { return meanings[m].name }

// Word is the meaning as a status word of its own: with a capital.
func (m Meaning) Word() string { return words.Capital(m.String()) }

// Definition is the meaning in a sentence without its full stop.
func (m Meaning) Definition() string { return meanings[m].definition }

// Short is the meaning in a few words, for a key in little room.
func (m Meaning) Short() string { return meanings[m].short }

// Colour is the name that the key gives the meaning's colour.
func (m Meaning) Colour() string { return meanings[m].colour }

// Look is how every output shows the meaning.
func (m Meaning) Look() Look {
	row := meanings[m]
	s := FindSwatch(row.colour)
	return Look{Fill: s.Fill, Ink: s.Ink, Pattern: row.pattern, Stripe: row.stripe, Shape: row.shape}
}

// Look is how a meaning is shown, in terms that any writer can draw.
type Look struct {
	Fill, Ink RGB // a block's fill, and the text that can be read on it
	Pattern   Pattern
	Stripe    RGB // the pattern's lines, "" where it has none
	Shape     Shape
}

// RGB is a colour as six hexadecimal digits in capitals, as workbooks store it.
type RGB string

// CSS is the colour as style sheets and pictures write it: #1f5597.
func (c RGB) CSS() string { return "#" + words.Fold(string(c)) }

// Ink is the text of every output, Paper what it is printed on.
const (
	Ink   RGB = "0B0C0C"
	Paper RGB = "FFFFFF"
)

// Pattern lies over a fill, so that it can be told from others in grey.
type Pattern int

const (
	Plain Pattern = iota
	InnerFrame
	Diagonals
	Horizontals
	DashedOutline // no status: nothing to show
)

// Shape stands beside a status word, so that colour is never the only signal.
// No two of the seven meanings share one.
type Shape int

const (
	Dash            Shape = iota // no status: nothing to show
	TickedDisc                   // a disc with a tick left out of it
	Tick                         //
	Pointer                      // a triangle that points to the right
	WarningTriangle              // on its base, with an exclamation mark left out of it
	StopOctagon                  // with a bar left out of it
	Ring
	Cross // two diagonal lines
)

// Swatch is a colour that the Key sheet may name, with the ink that can be
// read on it.
type Swatch struct {
	Name      string
	Fill, Ink RGB
}

// Swatches are in the order in which the Key sheet offers them.
var Swatches = []Swatch{
	{"grey", "8F9499", Ink},
	{"white", Paper, Ink},
	{"green", "1B824E", Paper},
	{"amber", "FFD659", Ink},
	{"yellow", "FFF2A8", Ink},
	{"red", "760B1A", Paper},
	{"light blue", "8FBAE6", Ink},
	{"blue", "1F5597", Paper},
	{"purple", "53277E", Paper},
}

// FindSwatch is the swatch of that name, the zero Swatch where there is none.
func FindSwatch(name string) Swatch {
	i := slices.IndexFunc(Swatches, func(s Swatch) bool { return words.Same(s.Name, name) })
	if i < 0 {
		return Swatch{}
	}
	return Swatches[i]
}

// Colours are the names of the swatches; the Colour column takes #rrggbb too.
var Colours = func() []string {
	names := make([]string, len(Swatches))
	for i, s := range Swatches {
		names[i] = s.Name
	}
	return names
}()

// Open means that the work still has to be finished. A word that is not in
// the key counts as open: it must never pass for done.
func (m Meaning) Open() bool { return m != Embedded && m != Delivered && m != Withdrawn }

// Done means delivered or embedded.
func (m Meaning) Done() bool { return m == Embedded || m == Delivered }

// ParseMeaning reads one of the seven, without regard to case or spaces.
func ParseMeaning(s string) (Meaning, bool) {
	for _, m := range Meanings {
		if words.Same(m.String(), s) {
			return m, true
		}
	}
	return MeaningUnknown, false
}

// MarshalText writes the meaning's name, for JSON.
func (m Meaning) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Names are those of some meanings, in their order.
func Names(of []Meaning) []string {
	list := make([]string, len(of))
	for i, m := range of {
		list[i] = m.String()
	}
	return list
}
