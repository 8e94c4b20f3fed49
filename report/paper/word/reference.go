package word

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"slices"
	"strings"
)

// dress is how a document looks: its styles, its page, and what stands at the
// head and foot of its pages.
type dress struct {
	styles     []byte
	ids        map[string]string // of styles, by their keys
	page       string            // size and margins
	wide, high float64           // mm of text between the margins
	letters    float64           // how wide its letters are, against ours
	room       float64           // what a page of a reference holds, as a share of what ours does
	furniture  []runningHead     // the reference's own; else ours are made when they are needed
	foreign    bool              // the styles are those of a reference, whose typeface may be any
	alikeFirst bool              // the reference's first page has the head and foot of all
	theme      []byte            // the reference's typefaces and colours, which its styles name; nil without one
}

func (d dress) style(key string) string {
	id, ok := d.ids[key]
	if !ok {
		panic("word: no style " + key)
	}
	return id
}

var ownPage = fmt.Sprintf(`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="%d" w:right="%[2]d" w:bottom="%d" w:left="%[2]d" w:header="%[4]d" w:footer="%[4]d" w:gutter="0"/>`,
	twips(20), twips(20), twips(22), twips(10))

var errReference = errors.New("the reference document can't be read: it has to be a Word document (.docx or .dotx)")

// readReference takes the dress of a Word document; ours without one.
func readReference(data []byte) (dress, error) {
	if len(data) == 0 {
		d := dress{styles: ownStyles(), page: ownPage, wide: ownWidth, high: ownHigh, letters: 1, ids: map[string]string{}}
		for _, s := range styles {
			d.ids[s.key] = s.id
		}
		return d, nil
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return dress{}, errReference
	}
	r := reference{zip: z}
	theirs, document := r.part("word/styles.xml"), r.part("word/document.xml")
	if theirs == nil || document == nil {
		return dress{}, errReference
	}
	d := dress{foreign: true, page: ownPage, wide: ownWidth, high: ownHigh, letters: 1, theme: r.part("word/theme/theme1.xml")}
	if d.styles, d.ids, err = joinStyles(theirs); err != nil {
		return dress{}, errReference
	}
	section, err := sectionOf(document)
	if err != nil {
		return dress{}, errReference
	}
	if section.Size.W > 0 && section.Size.H > 0 {
		d.page = section.page()
		d.wide, d.high = cmp.Or(section.wide(), d.wide), cmp.Or(section.high(), d.high)
	}
	d.room = section.share()
	if typeface := strings.ToLower(typefaceOf(d.styles, d.ids["normal"], d.theme)); !slices.Contains(notWider, typeface) {
		d.room /= wider
		d.letters = usuallyWider
	}
	d.furniture = r.heads(section)
	d.alikeFirst = len(d.furniture) > 0 && !section.firstApart()
	return d, nil
}

// reference is a Word document whose looks are taken.
type reference struct{ zip *zip.Reader }

// notWider are common typefaces whose letters are no wider than ours. Those of any
// other may be.
var notWider = []string{"arial", "arial narrow", "calibri", "cambria", "carlito", "garamond", "gill sans mt", "helvetica", "liberation sans", "liberation serif", "times new roman"}

// typefaceOf is the typeface of running text in a style sheet: that of its Normal, or
// of its document, which the theme may name; "" where none says.
func typefaceOf(sheet []byte, normal string, theme []byte) string {
	type fonts struct {
		Name  string `xml:"ascii,attr"`
		Theme string `xml:"asciiTheme,attr"`
	}
	var in struct {
		Default fonts `xml:"docDefaults>rPrDefault>rPr>rFonts"`
		Style   []struct {
			ID    string `xml:"styleId,attr"`
			Fonts fonts  `xml:"rPr>rFonts"`
		} `xml:"style"`
	}
	var drawn struct {
		Major struct {
			Name string `xml:"typeface,attr"`
		} `xml:"themeElements>fontScheme>majorFont>latin"`
		Minor struct {
			Name string `xml:"typeface,attr"`
		} `xml:"themeElements>fontScheme>minorFont>latin"`
	}
	if xml.Unmarshal(sheet, &in) != nil {
		return ""
	}
	_ = xml.Unmarshal(theme, &drawn) // without a theme it names nothing
	of := func(f fonts) string {
		switch {
		case strings.HasPrefix(f.Theme, "major"):
			return drawn.Major.Name
		case f.Theme != "":
			return drawn.Minor.Name
		}
		return f.Name
	}
	for _, s := range in.Style {
		if s.ID == normal && of(s.Fonts) != "" {
			return of(s.Fonts)
		}
	}
	return of(in.Default)
}

// mostOfPart bounds what is read of one part of a reference.
const mostOfPart = 16 << 20

// part is a part of the reference, nil where it has none of that name.
func (r reference) part(name string) []byte {
	for _, f := range r.zip.File {
		if f.Name != name {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return nil
		}
		defer in.Close()
		content, err := io.ReadAll(io.LimitReader(in, mostOfPart+1))
		if err != nil || len(content) > mostOfPart {
			return nil
		}
		return content
	}
	return nil
}

// joinStyles is their style sheet with those of our styles that it lacks, and
// the IDs of all by their keys. Styles are known by their names, which Word
// keeps alike in every language.
func joinStyles(theirs []byte) ([]byte, map[string]string, error) {
	var sheet struct {
		Style []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	if err := xml.Unmarshal(theirs, &sheet); err != nil {
		return nil, nil, err
	}
	named := map[string]string{}
	for _, s := range sheet.Style {
		named[strings.ToLower(s.Name.Val)] = s.ID
	}
	ids := map[string]string{}
	var missing []style
	for _, s := range styles {
		if id, ok := named[strings.ToLower(s.name)]; ok {
			ids[s.key] = id
		} else {
			ids[s.key] = s.id
			missing = append(missing, s)
		}
	}
	end := bytes.LastIndex(theirs, []byte("</w:styles>"))
	if end < 0 {
		return nil, nil, errReference
	}
	var ours strings.Builder
	for _, s := range missing {
		ours.WriteString(strings.Replace(s.xml(ids), ` w:default="1"`, "", 1))
	}
	return bytes.Join([][]byte{theirs[:end], []byte(ours.String()), theirs[end:]}, nil), ids, nil
}

// pageSection is the page of a reference, in twips.
type pageSection struct {
	Size struct {
		W int `xml:"w,attr"`
		H int `xml:"h,attr"`
	} `xml:"pgSz"`
	Margins struct {
		Top    int `xml:"top,attr"`
		Right  int `xml:"right,attr"`
		Bottom int `xml:"bottom,attr"`
		Left   int `xml:"left,attr"`
		Header int `xml:"header,attr"`
		Footer int `xml:"footer,attr"`
		Gutter int `xml:"gutter,attr"`
	} `xml:"pgMar"`
	Title  *onOff          `xml:"titlePg"`
	Header []headReference `xml:"headerReference"`
	Footer []headReference `xml:"footerReference"`
}

// onOff is a setting that is on where it stands and does not say otherwise.
type onOff struct {
	Val string `xml:"val,attr"`
}

// firstApart says whether the first page has a head and foot of its own, which may
// be none.
func (s pageSection) firstApart() bool { return s.Title != nil && s.Title.on() }

func (o onOff) on() bool { return !slices.Contains([]string{"0", "false", "off"}, o.Val) }

// wide is how wide its text is, in mm; 0 where its margins leave none.
func (s pageSection) wide() float64 {
	return math.Max(0, float64(s.Size.W-s.Margins.Left-s.Margins.Right-s.Margins.Gutter)*25.4/1440)
}

// high is how high its text is, in mm; 0 where its margins leave none.
func (s pageSection) high() float64 {
	return math.Max(0, float64(s.Size.H-s.Margins.Top-s.Margins.Bottom)*25.4/1440)
}

// share is how much of what our page holds this one does; 1 where it says no size.
func (s pageSection) share() float64 {
	const wide, high = 210 - 2*20, 297 - 20 - 22 // mm of ours
	w, h := s.Size.W-s.Margins.Left-s.Margins.Right-s.Margins.Gutter, s.Size.H-s.Margins.Top-s.Margins.Bottom
	if s.Size.W <= 0 || w <= 0 || h <= 0 {
		return 1
	}
	return math.Min(1, float64(w)/float64(twips(wide))) * math.Min(1, float64(h)/float64(twips(high)))
}

type headReference struct {
	When string `xml:"type,attr"`
	ID   string `xml:"id,attr"`
}

func (s pageSection) page() string {
	m := s.Margins
	return fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="%d"/>`,
		s.Size.W, s.Size.H, m.Top, m.Right, m.Bottom, m.Left, m.Header, m.Footer, m.Gutter)
}

// sectionOf is the page of a document's last section, with the heads and feet
// of the last that has any: those after it go on with them.
func sectionOf(document []byte) (pageSection, error) {
	var last pageSection
	for rest := document; ; {
		at := bytes.Index(rest, []byte("<w:sectPr"))
		if at < 0 {
			return last, nil
		}
		var s pageSection
		d := xml.NewDecoder(bytes.NewReader(rest[at:]))
		d.Strict = false // its prefixes are declared further up
		if err := d.Decode(&s); err != nil {
			return last, err
		}
		if len(s.Header)+len(s.Footer) == 0 {
			s.Header, s.Footer = last.Header, last.Footer
		}
		last, rest = s, rest[at+len("<w:sectPr"):]
	}
}

// heads are the reference's heads and feet with the pictures in them, under
// names that no part of ours has.
func (r reference) heads(s pageSection) []runningHead {
	targets := r.relations("word/_rels/document.xml.rels")
	var heads []runningHead
	add := func(kind string, references []headReference) {
		for _, h := range references {
			target, ok := targets[h.ID]
			content := r.part("word/" + target.Target)
			if !ok || content == nil {
				continue
			}
			name := "theirs-" + h.When + "-" + kind + ".xml"
			head := runningHead{kind, h.When, name, []part{{"word/" + name, content}}, []string{"word/" + name, wordType + kind + "+xml"}}
			head.parts = append(head.parts, r.uses(target.Target, name)...)
			heads = append(heads, head)
		}
	}
	add("header", s.Header)
	add("footer", s.Footer)
	return heads
}

// uses are the parts that a head uses, and the relations that say so.
func (r reference) uses(file, name string) []part {
	rels := r.part("word/_rels/" + path.Base(file) + ".rels")
	if rels == nil {
		return nil
	}
	parts := []part{{"word/_rels/" + name + ".rels", rels}}
	for _, t := range r.relations("word/_rels/" + path.Base(file) + ".rels") {
		if content := r.part("word/" + t.Target); content != nil && t.Mode == "" {
			parts = append(parts, part{"word/" + t.Target, content})
		}
	}
	return parts
}

type target struct {
	ID     string `xml:"Id,attr"`
	Target string `xml:",attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func (r reference) relations(name string) map[string]target {
	var rels struct{ Relationship []target }
	targets := map[string]target{}
	if xml.Unmarshal(r.part(name), &rels) == nil {
		for _, t := range rels.Relationship {
			targets[t.ID] = t
		}
	}
	return targets
}
