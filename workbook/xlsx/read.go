// Package xlsx is the file format of workbooks, and knows nothing of plans. It
// refuses what is no workbook, reads the cells of one that is under limits that
// a hostile file cannot pass, and edits a workbook by cutting and inserting in
// the bytes of its parts: cells, sheets, names, styles and notes. What an edit
// does not concern stays as its own program wrote it.
package xlsx

import (
	"bytes"
	"encoding/xml"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook file as it is stored: its sheets, and what their cells
// need to be understood. It knows nothing of plans.
type Book struct {
	Sheets   []Sheet
	Date1904 bool
	Formats  []Format         // by cell style
	looks    []Look           // by cell style, only where they were asked for
	effects  []Look           // by number of a conditional format, likewise
	struck   []bool           // by cell style: struck through
	strings  []string         // shared texts, cleaned
	runs     map[int]TextRuns // by shared text: those that are struck or coloured in part
	lost     map[int]Lost     // by shared text: what of it is not read
	cells    int              // read so far, against maxCells
	letters  int              // read so far, against maxLetters, in bytes
}

// Sheet is one sheet of a Book, its cells not yet read.
type Sheet struct {
	Name   string // as spelled in the file
	XML    []byte // nil of a sheet that holds only a chart
	Hidden bool
}

// Read lets excelize open and judge the file, and takes the parts that
// hold cells out of it. excelize's own row reader gives neither a cell's type
// nor its style, and its look-ups of those load a whole sheet as a tree; the
// cells are therefore read by grid.
func Read(data []byte) (b *Book, err error) { return read(data, false) }

// ReadLooks is Read, and also says how cells look: colours cost time that most
// readers need not spend.
func ReadLooks(data []byte) (b *Book, err error) { return read(data, true) }

func read(data []byte, looking bool) (b *Book, err error) {
	// A part that excelize cannot digest must not take the program down.
	defer func() {
		if recover() != nil {
			b, err = nil, errDamaged
		}
	}()
	if data, err = plain(data); err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return nil, errDamaged
	}
	defer file.Close()
	readStyles(file)
	b = &Book{Formats: styleFormats(file), struck: struckStyles(file), runs: map[int]TextRuns{}, lost: map[int]Lost{}}
	if looking {
		b.looks, b.effects = styleLooks(file), effectLooks(file)
	}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		b.Date1904 = *props.Date1904
	}
	if err := b.takeSheets(file); err != nil {
		return nil, err
	}
	return b, nil
}

// readStyles reads the styles where they are not in the place where excelize
// looks for them.
func readStyles(file *excelize.File) {
	const usual = "xl/styles.xml"
	if r, ok := typed(relations(file, mainPart(file)), "styles"); ok && r.Target != usual && file.Styles != nil {
		_ = xml.Unmarshal(part(file, r.Target), file.Styles) // without styles no cell shows a date
	}
}

// typed is the first relation of a kind; the kind is how its type ends.
func typed(list []relation, kind string) (relation, bool) {
	for _, r := range list {
		if strings.HasSuffix(r.Type, "/"+kind) {
			return r, true
		}
	}
	return relation{}, false
}

// mainPart is the part that lists the sheets.
func mainPart(file *excelize.File) string {
	if r, ok := typed(relations(file, ""), "officeDocument"); ok {
		return r.Target
	}
	return "xl/workbook.xml"
}

// takeSheets finds each sheet's part by way of the workbook's relations.
func (b *Book) takeSheets(file *excelize.File) error {
	main := mainPart(file)
	byID := map[string]relation{}
	for _, r := range relations(file, main) {
		byID[r.ID] = r
		if strings.HasSuffix(r.Type, "/sharedStrings") {
			if err := b.takeStrings(part(file, r.Target)); err != nil {
				return err
			}
		}
	}
	if file.WorkBook == nil || len(file.WorkBook.Sheets.Sheet) == 0 {
		return errDamaged
	}
	for _, s := range file.WorkBook.Sheets.Sheet {
		sheet := Sheet{Name: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden"}
		r, ok := byID[s.ID]
		if !ok {
			return errDamaged // nobody can tell what it would have held
		}
		if strings.HasSuffix(r.Type, "/worksheet") {
			if sheet.XML = part(file, r.Target); sheet.XML == nil {
				return errDamaged
			}
		}
		b.Sheets = append(b.Sheets, sheet)
	}
	return nil
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relations lists where a part points to, targets as full part names. The
// part "" is the file itself.
func relations(file *excelize.File, of string) []relation {
	folder, base := path.Split(of)
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	if xml.Unmarshal(part(file, folder+"_rels/"+base+".rels"), &list) != nil {
		return nil
	}
	for i := range list.Relations {
		r := &list.Relations[i]
		if strings.HasPrefix(r.Target, "/") {
			r.Target = strings.TrimPrefix(r.Target, "/")
		} else {
			r.Target = path.Join(folder, r.Target)
		}
	}
	return list.Relations
}

// part is a part's content, nil if there is none. Names of parts are compared
// without case, as the format demands.
func part(file *excelize.File, name string) []byte {
	if content, ok := file.Pkg.Load(name); ok {
		return content.([]byte)
	}
	var found []byte
	file.Pkg.Range(func(k, v any) bool {
		if strings.EqualFold(k.(string), name) {
			found = v.([]byte)
			return false
		}
		return true
	})
	return found
}

// takeStrings reads the texts that cells share. Formatting inside a text is
// dropped, and so are the reading aids of East Asian scripts.
func (b *Book) takeStrings(data []byte) error {
	x := markup{data: data}
	var text []byte
	var runs runReader
	inText := false
	for {
		switch x.next() {
		case markDone:
			return nil
		case markBroken:
			return errDamaged
		case markStart:
			switch string(x.name) {
			case "si":
				text = text[:0]
				runs.reset()
			case "rPh":
				if !x.skip() {
					return errDamaged
				}
			}
			runs.start(&x)
			inText = string(x.name) == "t"
		case markText:
			if inText && x.within(len(text)) {
				from := len(text)
				text = x.appendText(text)
				runs.text(text[from:])
			}
		case markEnd:
			inText = false
			if string(x.name) == "si" {
				if len(b.strings) >= maxCells {
					return errTooLarge
				}
				if r, told := runs.result(); told {
					b.runs[len(b.strings)] = r
				}
				whole, lost, err := storedText(text)
				if err != nil {
					return err
				}
				if lost != (Lost{}) {
					b.lost[len(b.strings)] = lost
				}
				b.strings = append(b.strings, whole)
			}
		}
	}
}

// Format is what matters of a number format.
type Format struct {
	Date    bool // shows a day or a month
	Month   bool // shows month and year, but no day
	Percent bool
}

// styleFormats lists the formats by cell style.
func styleFormats(file *excelize.File) []Format {
	if file.Styles == nil || file.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if file.Styles.NumFmts != nil {
		for _, f := range file.Styles.NumFmts.NumFmt {
			if f != nil {
				codes[f.NumFmtID] = f.FormatCode
			}
		}
	}
	formats := make([]Format, len(file.Styles.CellXfs.Xf))
	for i, xf := range file.Styles.CellXfs.Xf {
		if xf.NumFmtID == nil {
			continue
		}
		if code, ok := codes[*xf.NumFmtID]; ok {
			formats[i] = parseFormat(code)
		} else {
			formats[i] = builtInFormat(*xf.NumFmtID)
		}
	}
	return formats
}

// builtInFormat knows the formats that have a number but no code in the file:
// ECMA-376 part 1, 18.8.30.
func builtInFormat(id int) Format {
	switch {
	case id == 9 || id == 10:
		return Format{Percent: true}
	case id == 17 || id == 55:
		return Format{Date: true, Month: true}
	case id >= 14 && id <= 16, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id >= 56 && id <= 58:
		return Format{Date: true}
	}
	return Format{}
}

// parseFormat looks for the letters d, m, y, h and s and for % in the first
// section of a format code, outside quotes, brackets and escapes.
func parseFormat(code string) Format {
	if strings.EqualFold(code, "general") || strings.EqualFold(code, "standard") {
		return Format{}
	}
	var day, month, year, clock, percent bool
scan:
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case ';':
			break scan
		case '"':
			i = closing(code, i, '"')
		case '[':
			end := closing(code, i, ']')
			// [h], [mm] and [ss] are time that has passed; other brackets
			// hold colours, languages and conditions.
			clock = clock || strings.Trim(code[i+1:end], "hHmMsS") == ""
			i = end
		case '\\', '_', '*':
			i++
		case 'd', 'D':
			day = true
		case 'm', 'M':
			month = true
		case 'y', 'Y':
			year = true
		case 'h', 'H', 's', 'S':
			clock = true
		case '%':
			percent = true
		}
	}
	return Format{
		Date:    day || year || month && !clock,
		Month:   month && year && !day,
		Percent: percent,
	}
}

func closing(s string, from int, mark byte) int {
	if i := strings.IndexByte(s[from+1:], mark); i >= 0 {
		return from + 1 + i
	}
	return len(s)
}

// mostMarkup is far more than mostText takes with every character escaped.
const mostMarkup = 1 << 20

// within cuts the text just read where a cell's text has begun to be longer
// than any cell can hold; it is false where nothing of it is needed any more.
func (x *markup) within(have int) bool {
	if cut := mostMarkup; len(x.text) > cut {
		for cut > 0 && !utf8.RuneStart(x.text[cut]) {
			cut--
		}
		x.text = x.text[:cut]
	}
	return have < mostMarkup
}

// storedText is a text as it is stored, cleaned, and cut where it is longer
// than a cell can hold.
func storedText(stored []byte) (text string, lost Lost, err error) {
	if !utf8.Valid(stored) {
		return "", Lost{}, errEncoding
	}
	text = cleanText(string(stored))
	lost = Lost{End: len(stored) >= mostMarkup, Turns: hasTurns(stored)}
	if len(text) <= mostText {
		return text, lost, nil
	}
	n := 0
	for i := range text {
		if n++; n > mostText {
			lost.End = true
			return strings.TrimSpace(text[:i]), lost, nil
		}
	}
	return text, lost, nil
}

// hasTurns looks for controls that turn the direction, also where the format
// has written them as _x202E_.
func hasTurns(stored []byte) bool {
	if bytes.IndexByte(stored, 0xe2) < 0 && !bytes.Contains(stored, []byte("_x20")) {
		return false
	}
	return strings.ContainsFunc(unescape(string(stored)), turns)
}

// turns is true of the controls that make what follows run the other way, so
// that a reader sees another text than is there: the embeddings, overrides and
// isolates of Unicode Standard Annex 9. Marks of direction stay: they are of
// words in scripts that run from right to left.
func turns(r rune) bool { return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' }

// cleanText makes every text comparable and printable: line ends become \n,
// non-breaking spaces spaces, what cannot be seen goes, and so do spaces at
// either end. Quotes and dashes stay as typed.
func cleanText(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ReplaceAll(unescape(s), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\u00a0', '\u202f', '\u2007', '\t':
			return ' '
		case '\r', '\u2028', '\u2029', '\v':
			return '\n'
		case '\n':
			return r
		case '\u200b', '\u2060', '\ufeff', '\u00ad':
			return -1
		}
		if unicode.IsControl(r) || turns(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.TrimSpace(s)
}

// isPlain is true of a text that cleanText would leave alone.
func isPlain(s string) bool {
	if s == "" {
		return true
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f || s[i] == '_' {
			return false
		}
	}
	return true
}

// unescape resolves _x000D_, the format's way to write what its markup cannot
// hold: ECMA-376 part 1, 22.9.2.19.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		if len(s) >= 7 && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				s = s[7:]
				continue
			}
		}
		b.WriteString(s[:2])
		s = s[2:]
	}
}
