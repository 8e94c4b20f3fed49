package xlsx

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Look is how a cell is drawn, as far as people say something by it. Colours
// are RRGGBB, "" where there is none.
type Look struct {
	Fill, Ink string
	Symbols   bool // a font whose letters are pictures: l is ● in Wingdings
}

// TextRuns is a text of which a part is struck through or coloured.
type TextRuns struct{ Live, Struck, Ink string }

// runReader watches the runs of a text while it is read.
type runReader struct {
	live, dead []byte
	ink        string
	struck     bool
}

func (r *runReader) reset() { *r = runReader{live: r.live[:0], dead: r.dead[:0]} }

// start looks at the element that begins.
func (r *runReader) start(x *markup) {
	switch string(x.name) {
	case "r":
		r.struck = false
	case "strike":
		r.struck = x.attr("val") == "" || isOn(x.attr("val"))
	case "color":
		if rgb := x.attr("rgb"); r.ink == "" && len(rgb) == 8 {
			r.ink = rgb[2:]
		}
	}
}

func (r *runReader) text(s []byte) {
	if r.struck {
		r.dead = append(r.dead, s...)
		return
	}
	r.live = append(r.live, s...)
}

// result is what the runs say; told is false of a text without any.
func (r *runReader) result() (runs TextRuns, told bool) {
	if len(r.dead) == 0 && r.ink == "" {
		return TextRuns{}, false
	}
	return TextRuns{cleanText(string(r.live)), cleanText(string(r.dead)), r.ink}, true
}

func isOn(value string) bool { return value == "1" || value == "true" }

// hideColumns notes the columns of one entry that are hidden. Those of a
// closed group are not: a plus sign above them says that they are there.
func (s *sheetReader) hideColumns() {
	if level := s.x.attr("outlineLevel"); !isOn(s.x.attr("hidden")) || level != "" && level != "0" {
		return
	}
	first, err1 := strconv.Atoi(s.x.attr("min"))
	last, err2 := strconv.Atoi(s.x.attr("max"))
	if err1 == nil && err2 == nil && first >= 1 && first <= last {
		s.hiddenCols = append(s.hiddenCols, Block{Col: first, LastCol: last})
	}
}

// IsHidden is true of a column that nobody sees.
func (g *Grid) IsHidden(col int) bool {
	return slices.ContainsFunc(g.hiddenCols, func(m Block) bool { return m.Col <= col && col <= m.LastCol })
}

// mostColoured is how far to the right blank cells are looked at.
const mostColoured = 400

// isColoured is true of a blank cell that is to be kept for its colour.
func (s *sheetReader) isColoured(c RawCell) bool {
	return s.coloured && c.Col <= mostColoured && c.Style > 0 && c.Style < len(s.book.looks) && s.book.looks[c.Style].Fill != ""
}

func (s *sheetReader) keepRuns(col int, r TextRuns) {
	if s.Grid.runs == nil {
		s.Grid.runs = map[place]TextRuns{}
	}
	s.Grid.runs[place{s.line, col}] = r
}

// Struck is what of a cell is struck through, and what is not.
func (b *Book) Struck(g *Grid, row int, c RawCell, words string) (struck, live string) {
	if c.Style >= 0 && c.Style < len(b.struck) && b.struck[c.Style] {
		return words, ""
	}
	if r, ok := g.runs[place{row, c.Col}]; ok && r.Struck != "" {
		return r.Struck, r.Live
	}
	return "", words
}

// Look is how a cell is drawn; of one that is coloured in part its first
// colour counts.
func (b *Book) Look(g *Grid, row int, c RawCell) Look {
	l := Look{}
	if c.Style >= 0 && c.Style < len(b.looks) {
		l = b.looks[c.Style]
	}
	if ink := g.runs[place{row, c.Col}].Ink; ink != "" {
		l.Ink = ink
	}
	return l
}

// takeLooks lets excelize say what colours the styles come to, of which a theme
// and a tint may be parts.
func (b *Book) takeLooks(data []byte, a *archive, links []relation) error {
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return errDamaged
	}
	defer file.Close()
	if name := stylesPart(links); name != usualStyles && file.Styles != nil { // which is where excelize looks for them
		content, err := a.part(name)
		if err != nil {
			return err
		}
		_ = xml.Unmarshal(content, file.Styles) // it has been read before
	}
	b.looks, b.effects = styleLooks(file), effectLooks(file)
	return nil
}

// styleLooks lists the looks by cell style.
func styleLooks(file *excelize.File) []Look {
	if file.Styles == nil || file.Styles.CellXfs == nil {
		return nil
	}
	looks := make([]Look, len(file.Styles.CellXfs.Xf))
	for i := range looks {
		if style, err := file.GetStyle(i); err == nil {
			looks[i] = lookOf(file, style)
		}
	}
	return looks
}

// effectLooks lists the looks of conditional formats by their number.
func effectLooks(file *excelize.File) []Look {
	if file.Styles == nil || file.Styles.Dxfs == nil {
		return nil
	}
	looks := make([]Look, len(file.Styles.Dxfs.Dxfs))
	for i := range looks {
		if style, err := file.GetConditionalStyle(i); err == nil {
			looks[i] = lookOf(file, style)
		}
	}
	return looks
}

func lookOf(file *excelize.File, style *excelize.Style) Look {
	var l Look
	if f := style.Fill; f.Type == "pattern" && f.Pattern == 1 && len(f.Color) > 0 || f.Type == "gradient" && len(f.Color) > 0 {
		l.Fill = plainColour(f.Color[0])
	}
	if style.Font != nil {
		l.Ink = plainColour(style.Font.Color)
		if style.Font.ColorTheme != nil {
			l.Ink = plainColour(file.GetBaseColor("", 0, style.Font.ColorTheme))
		}
		family := strings.ToLower(style.Font.Family)
		l.Symbols = strings.Contains(family, "dings") || strings.HasPrefix(family, "symbol")
	}
	return l
}

// plainColour is RRGGBB in capitals, "" for white and what is no colour.
func plainColour(rgb string) string {
	rgb = strings.ToUpper(strings.TrimPrefix(rgb, "#"))
	if len(rgb) == 8 {
		rgb = rgb[2:]
	}
	if _, err := strconv.ParseUint(rgb, 16, 32); err != nil || len(rgb) != 6 || rgb == "FFFFFF" {
		return ""
	}
	return rgb
}

// Colouring is one rule of a sheet that colours cells by what stands in them:
// ECMA-376 part 1, 18.3.1.10.
type Colouring struct {
	Blocks   []Block // the cells it is for
	Kind     string  // cellIs, expression, containsText, iconSet …
	Operator string
	Text     string
	Formulas []string
	Icons    string // of an icon set its name, such as 3TrafficLights1
	Reverse  bool   // its icons stand in the other order
	Stops    []IconStop
	Priority int
	Fill     string // what it gives the cell
	Ink      string
}

// IconStop is from where on an icon of a set counts.
type IconStop struct{ Kind, Value string }

type storedColouring struct {
	Cells string `xml:"sqref,attr"`
	Rules []struct {
		Type     string   `xml:"type,attr"`
		Effect   *int     `xml:"dxfId,attr"`
		Priority int      `xml:"priority,attr"`
		Operator string   `xml:"operator,attr"`
		Text     string   `xml:"text,attr"`
		Formulas []string `xml:"formula"`
		Icons    *struct {
			Set     string `xml:"iconSet,attr"`
			Reverse string `xml:"reverse,attr"`
			Stops   []struct {
				Type  string `xml:"type,attr"`
				Value string `xml:"val,attr"`
			} `xml:"cfvo"`
		} `xml:"iconSet"`
	} `xml:"cfRule"`
}

// Colourings reads the rules that colour cells, the first to count first. The
// newer rules in a sheet's extension are taken as well.
func (b *Book) Colourings(sheet Sheet) []Colouring {
	var all []Colouring
	open, closing := []byte("<conditionalFormatting"), []byte("</conditionalFormatting>")
	for rest := sheet.XML; ; {
		i := bytes.Index(rest, open)
		if i < 0 {
			break
		}
		j := bytes.Index(rest[i:], closing)
		if j < 0 {
			break
		}
		var stored storedColouring
		if xml.Unmarshal(rest[i:i+j+len(closing)], &stored) == nil {
			all = append(all, b.colouringsOf(stored)...)
		}
		rest = rest[i+j+len(closing):]
	}
	slices.SortStableFunc(all, func(x, y Colouring) int { return x.Priority - y.Priority })
	return all
}

func (b *Book) colouringsOf(stored storedColouring) []Colouring {
	var blocks []Block
	for _, part := range strings.Fields(stored.Cells) {
		if !strings.Contains(part, ":") {
			part += ":" + part
		}
		if m, ok := ParseRange(part); ok {
			blocks = append(blocks, m)
		}
	}
	var all []Colouring
	for _, r := range stored.Rules {
		one := Colouring{Blocks: blocks, Kind: r.Type, Operator: r.Operator, Text: r.Text, Formulas: r.Formulas, Priority: r.Priority}
		if r.Effect != nil && *r.Effect >= 0 && *r.Effect < len(b.effects) {
			one.Fill, one.Ink = b.effects[*r.Effect].Fill, b.effects[*r.Effect].Ink
		}
		if r.Icons != nil {
			one.Icons, one.Reverse = r.Icons.Set, isOn(r.Icons.Reverse)
			if one.Icons == "" {
				one.Icons = "3TrafficLights1"
			}
			for _, s := range r.Icons.Stops {
				one.Stops = append(one.Stops, IconStop{s.Type, s.Value})
			}
		}
		all = append(all, one)
	}
	return all
}
