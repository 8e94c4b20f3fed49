// Package xlsx is the file format of workbooks, and knows nothing of plans. It
// refuses what is no workbook, reads the cells of one that is under limits that
// a hostile file cannot pass, and edits a workbook by cutting and inserting in
// the bytes of its parts: cells, sheets, names, styles and notes. What an edit
// does not concern stays as its own program wrote it.
package xlsx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
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
	cells    atomic.Int64     // read so far, against maxCells
	letters  atomic.Int64     // read so far, against maxLetters, in bytes
}

// Sheet is one sheet of a Book, its cells not yet read.
type Sheet struct {
	Name   string // as spelled in the file
	XML    []byte // nil of a sheet that holds only a chart
	Hidden bool
}

// Read takes the parts that hold cells, and what is needed to understand them,
// out of the file. Parts that say nothing of that are not unpacked.
func Read(data []byte) (b *Book, err error) { return read(data, false) }

// ReadLooks is Read, and also says how cells look: colours cost time that most
// readers need not spend.
func ReadLooks(data []byte) (b *Book, err error) { return read(data, true) }

func read(data []byte, looking bool) (b *Book, err error) {
	// A part that a library cannot digest must not take the program down.
	defer func() {
		if recover() != nil {
			b, err = nil, errDamaged
		}
	}()
	if data, err = plain(data); err != nil {
		return nil, err
	}
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	main := a.main()
	links := a.relations(main)
	b = &Book{runs: map[int]TextRuns{}, lost: map[int]Lost{}}
	if err := b.takeStyles(a, links); err != nil {
		return nil, err
	}
	if looking {
		if err := b.takeLooks(data, a, links); err != nil {
			return nil, err
		}
	}
	if err := b.takeSheets(a, main, links); err != nil {
		return nil, err
	}
	return b, nil
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

// stylesPart is where the styles are.
func stylesPart(links []relation) string {
	if r, ok := typed(links, "styles"); ok {
		return r.Target
	}
	return usualStyles
}

const usualStyles = "xl/styles.xml"

// storedStyles is what is read of the styles.
type storedStyles struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Fonts []struct {
		Strike *struct {
			Val *bool `xml:"val,attr"`
		} `xml:"strike"`
	} `xml:"fonts>font"`
	Cells []struct {
		Format *int `xml:"numFmtId,attr"`
		Font   *int `xml:"fontId,attr"`
	} `xml:"cellXfs>xf"`
}

func (b *Book) takeStyles(a *archive, links []relation) error {
	content, err := a.part(stylesPart(links))
	if err != nil {
		return err
	}
	var styles storedStyles
	if err := xml.Unmarshal(content, &styles); err != nil && err != io.EOF { // no part, or an empty one
		return errDamaged
	}
	b.Formats, b.struck = styles.formats(), styles.struck()
	return nil
}

// storedWorkbook is what is read of the part that lists the sheets.
type storedWorkbook struct {
	Properties struct {
		Date1904 bool `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		ID    string `xml:"id,attr"`
		State string `xml:"state,attr"`
	} `xml:"sheets>sheet"`
}

// takeSheets finds each sheet's part by way of the workbook's relations.
func (b *Book) takeSheets(a *archive, main string, links []relation) error {
	content, err := a.part(main)
	if err != nil {
		return err
	}
	var stored storedWorkbook
	if xml.Unmarshal(content, &stored) != nil || len(stored.Sheets) == 0 {
		return errDamaged
	}
	b.Date1904 = stored.Properties.Date1904
	var wanted []string // the texts, and then sheets
	byID := map[string]relation{}
	for _, r := range links {
		byID[r.ID] = r
		if strings.HasSuffix(r.Type, "/sharedStrings") {
			wanted = append(wanted, r.Target)
		}
	}
	texts := len(wanted)
	var sheets []int // of the Book, those that have cells
	for _, s := range stored.Sheets {
		r, ok := byID[s.ID]
		if !ok {
			return errDamaged // nobody can tell what it would have held
		}
		if strings.HasSuffix(r.Type, "/worksheet") {
			sheets, wanted = append(sheets, len(b.Sheets)), append(wanted, r.Target)
		}
		b.Sheets = append(b.Sheets, Sheet{Name: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden"})
	}
	parts, err := a.unpack(wanted)
	if err != nil {
		return err
	}
	for i, content := range parts[texts:] {
		if content == nil {
			return errDamaged
		}
		b.Sheets[sheets[i]].XML = content
	}
	for _, content := range parts[:texts] {
		if err := b.takeStrings(content); err != nil {
			return err
		}
	}
	return nil
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

// formats lists the formats by cell style.
func (s *storedStyles) formats() []Format {
	codes := map[int]string{}
	for _, f := range s.Formats {
		codes[f.ID] = f.Code
	}
	formats := make([]Format, len(s.Cells))
	for i, cell := range s.Cells {
		if cell.Format == nil {
			continue
		}
		if code, ok := codes[*cell.Format]; ok {
			formats[i] = parseFormat(code)
		} else {
			formats[i] = builtInFormat(*cell.Format)
		}
	}
	return formats
}

// struck says of each cell style whether it is struck through.
func (s *storedStyles) struck() []bool {
	struck := make([]bool, len(s.Cells))
	for i, cell := range s.Cells {
		if cell.Font == nil || *cell.Font < 0 || *cell.Font >= len(s.Fonts) {
			continue
		}
		if mark := s.Fonts[*cell.Font].Strike; mark != nil {
			struck[i] = mark.Val == nil || *mark.Val
		}
	}
	return struck
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
