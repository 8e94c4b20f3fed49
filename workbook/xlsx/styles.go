package xlsx

import (
	"bytes"
	"fmt"
	"strconv"
)

// stylesOrder is the order of the lists in the part that holds the styles:
// ECMA-376 part 1, 18.8.39.
var stylesOrder = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"}

const bareStyles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>`

// firstStyles are what the lists hold at least, in their order: the format's
// own defaults, which a cell without a style has. What is added comes behind.
var firstStyles = []struct {
	list    string
	count   int
	entries string
}{
	{"fonts", 1, `<font><sz val="11"/><name val="Calibri"/></font>`},
	{"fills", 2, `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`},
	{"borders", 1, `<border><left/><right/><top/><bottom/><diagonal/></border>`},
	{"cellStyleXfs", 1, `<xf/>`},
	{"cellXfs", 1, `<xf xfId="0"/>`},
	{"cellStyles", 1, `<cellStyle name="Normal" xfId="0" builtinId="0"/>`},
}

// StyleSheet is the part that holds the workbook's styles. Styles are only
// added to it, behind those that are there, so every number that a cell uses
// goes on meaning what it meant.
type StyleSheet struct {
	file *Package
	part string
	Err  error
}

// Styles is the part with the workbook's styles, which is made if it is missing.
func (p *Package) Styles() (*StyleSheet, error) {
	if r, ok := p.related(p.main, "styles"); ok {
		s := &StyleSheet{file: p, part: r.Target}
		return s, s.complete()
	}
	part := p.freeName("xl/styles%d.xml")
	if err := p.add(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml", xmlHead+bareStyles); err != nil {
		return nil, err
	}
	if _, err := p.relate(p.main, p.relSpace+"/styles", part); err != nil {
		return nil, err
	}
	s := &StyleSheet{file: p, part: part}
	return s, s.complete()
}

// complete gives the lists that are missing or empty their defaults.
func (s *StyleSheet) complete() error {
	for _, f := range firstStyles {
		content, root, err := s.file.Open(s.part)
		if err != nil {
			return err
		}
		in := root.Kid(f.list)
		if in != nil && len(in.Kids) > 0 {
			continue
		}
		entries := WithPrefix(f.entries, root.Prefix())
		open := fmt.Sprintf(`<%s count="%d">`, f.list, f.count)
		list := WithPrefix(open, root.Prefix()) + entries + WithPrefix("</"+f.list+">", root.Prefix())
		edit := Splice{Text: list}
		if in != nil {
			edit.From, edit.To = in.from, in.till
		} else {
			edit.From = root.InsertBy(stylesOrder, f.list, false)
			edit.To = edit.From
		}
		s.file.Set(s.part, Spliced(content, edit))
	}
	return nil
}

// Add is the number of an entry of a list: of one that reads the same, else
// of a new one at the end. The first error stops what follows.
func (s *StyleSheet) Add(list, entry string) int {
	if s.Err != nil {
		return 0
	}
	content, root, err := s.file.Open(s.part)
	if err != nil {
		s.Err = err
		return 0
	}
	entry = WithPrefix(entry, root.Prefix())
	in := root.Kid(list)
	if in == nil {
		at := root.InsertBy(stylesOrder, list, false)
		open := WithPrefix(fmt.Sprintf(`<%s count="1">`, list), root.Prefix())
		s.file.Set(s.part, Spliced(content, Splice{at, at, open + entry + WithPrefix("</"+list+">", root.Prefix())}))
		return 0
	}
	for i, k := range in.Kids {
		if bytes.Equal(content[k.from:k.till], []byte(entry)) {
			return i
		}
	}
	start := in.start("count", strconv.Itoa(len(in.Kids)+1))
	if in.isEmpty() {
		s.file.Set(s.part, Spliced(content, Splice{in.from, in.till, start + entry + "</" + in.tag + ">"}))
	} else {
		s.file.Set(s.part, Spliced(content, Splice{in.from, in.open, start}, Splice{in.close, in.close, entry}))
	}
	return len(in.Kids)
}

func solidFill(colour string) string {
	return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + colour + `"/><bgColor indexed="64"/></patternFill></fill>`
}

// cell is the number of a cell style. Font and fill are markup, "" for the
// workbook's own.
func (s *StyleSheet) cell(font, fill string, lined, wrapped bool) int {
	fontID, fillID, borderID := 0, 0, 0
	if font != "" {
		fontID = s.Add("fonts", font)
	}
	if fill != "" {
		fillID = s.Add("fills", fill)
	}
	if lined {
		const line = ` style="thin"><color rgb="FFBFBFBF"/></`
		borderID = s.Add("borders", `<border><left`+line+`left><right`+line+`right><top`+line+`top><bottom`+line+`bottom><diagonal/></border>`)
	}
	alignment := `<alignment vertical="top"/>`
	if wrapped {
		alignment = `<alignment vertical="top" wrapText="1"/>`
	}
	return s.Add("cellXfs", fmt.Sprintf(`<xf numFmtId="0" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">%s</xf>`, fontID, fillID, borderID, alignment))
}

func fontMarkup(bold bool, size int, colour, more string) string {
	b := ""
	if bold {
		b = "<b/>"
	}
	return fmt.Sprintf(`<font>%s%s<sz val="%d"/><color rgb="FF%s"/><name val="Calibri"/><family val="2"/></font>`, b, more, size, colour)
}
