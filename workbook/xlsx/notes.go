package xlsx

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"actionplan/workbook/words"
)

// What we say in a cell's note stands between these lines, so that it can be
// taken out again and whatever people wrote before or after it stays.
const (
	NoteOpens  = "[actionplan check]"
	NoteCloses = "[end of check]"
	noteAuthor = "actionplan"
)

// ourNote is what we said in a note, with the line that joins it to what was
// there before.
var ourNote = words.MustCompile(`(?s)(?:\s*\n ?Reply:\s*|\n*)` + regexp.QuoteMeta(NoteOpens) + `.*?` + regexp.QuoteMeta(NoteCloses))

const commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"

// Notes is the notes of one sheet: their texts stand in one part, the
// boxes that show them in another, and answers in a conversation in a third.
type Notes struct {
	File  *Package
	Sheet string // part of the sheet
}

// Clear takes out everything we have said on the sheet.
func (n Notes) Clear() error {
	if err := n.clearThreads(); err != nil {
		return err
	}
	r, ok := n.File.related(n.Sheet, "comments")
	if !ok {
		return nil
	}
	content, root, err := n.File.Open(r.Target)
	if err != nil {
		return err
	}
	var edits []Splice
	gone := map[string]bool{}
	list := root.Kid("commentList").KidsOf()
	for _, c := range list {
		cut, empty := clearedNote(content, c)
		if empty {
			gone[c.Attr("ref")] = true
			cut = []Splice{c.Remove()}
		}
		edits = append(edits, cut...)
	}
	n.File.Set(r.Target, Spliced(content, edits...))
	if len(gone) == 0 {
		return nil
	}
	if len(gone) == len(list) {
		if err := n.dropPart(r); err != nil {
			return err
		}
	}
	return n.clearBoxes(gone)
}

// dropPart takes out a part that the sheet points to.
func (n Notes) dropPart(r relation) error {
	if err := n.File.unrelate(n.Sheet, r.ID); err != nil {
		return err
	}
	return n.File.drop(r.Target)
}

// pieces are the elements of a note that hold its words.
func notePieces(comment *Element) (pieces []*Element, runs map[*Element]*Element) {
	runs = map[*Element]*Element{}
	for _, k := range comment.Kid("text").KidsOf() {
		switch k.Name {
		case "t":
			pieces = append(pieces, k)
		case "r":
			if t := k.Kid("t"); t != nil {
				pieces = append(pieces, t)
				runs[t] = k
			}
		}
	}
	return pieces, runs
}

// clearedNote is how to take our words out of a note, and whether nothing is
// left of it then.
func clearedNote(content []byte, comment *Element) (edits []Splice, empty bool) {
	pieces, runs := notePieces(comment)
	whole := ""
	for _, p := range pieces {
		whole += p.Text(content)
	}
	ours := ourNote.FindAllStringIndex(whole, -1)
	if ours == nil {
		return nil, false
	}
	if strings.TrimSpace(ourNote.ReplaceAllString(whole, "")) == "" {
		return nil, true
	}
	at := 0
	for _, p := range pieces {
		text := p.Text(content)
		kept := without(text, at, ours)
		at += len(text)
		switch {
		case kept == text:
		case kept == "" && runs[p] != nil:
			edits = append(edits, runs[p].Remove())
		default:
			edits = append(edits, Splice{p.from, p.till, "<" + p.tag + withAttr(p.attrs, "xml:space", "preserve") + ">" + cellText(kept) + "</" + p.tag + ">"})
		}
	}
	return edits, false
}

// without is a text, which begins at from in a whole, without the ranges of
// that whole.
func without(text string, from int, ranges [][]int) string {
	var kept []byte
	for i := range len(text) {
		inside := false
		for _, r := range ranges {
			inside = inside || from+i >= r[0] && from+i < r[1]
		}
		if !inside {
			kept = append(kept, text[i])
		}
	}
	return string(kept)
}

// Add says something at cells; the texts are in the order of the cells.
func (n Notes) Add(cells []Cell, texts []string) error {
	if err := n.ensureComments(); err != nil {
		return err
	}
	r, _ := n.File.related(n.Sheet, "comments")
	content, root, err := n.File.Open(r.Target)
	if err != nil {
		return err
	}
	existing := map[string]*Element{}
	for _, c := range root.Kid("commentList").KidsOf() {
		existing[strings.ToUpper(c.Attr("ref"))] = c
	}
	threads, err := n.answer(cells, texts)
	if err != nil {
		return err
	}
	author, edits := noteAuthorID(content, root)
	var added strings.Builder
	var boxes []Cell
	var lines []int
	for i, cell := range cells {
		if c := existing[cell.Name()]; c != nil {
			edits = append(edits, appendToNote(content, c, texts[i], threads[cell.Name()])...)
			continue
		}
		fmt.Fprintf(&added, `<comment ref="%s" authorId="%d"><text>%s</text></comment>`, cell.Name(), author, noteRuns(texts[i]))
		boxes, lines = append(boxes, cell), append(lines, wrappedNoteLines(texts[i]))
	}
	if added.Len() > 0 {
		edits = append(edits, root.Kid("commentList").push(WithPrefix(added.String(), root.Prefix())))
	}
	n.File.Set(r.Target, Spliced(content, edits...))
	return n.addBoxes(boxes, lines)
}

// ensureComments makes sure that the sheet has a part for the texts of notes.
func (n Notes) ensureComments() error {
	if r, ok := n.File.related(n.Sheet, "comments"); ok {
		content, root, err := n.File.Open(r.Target)
		if err != nil {
			return err
		}
		for _, name := range []string{"authors", "commentList"} {
			if root.Kid(name) == nil {
				at := root.InsertBy([]string{"authors", "commentList", "extLst"}, name, false)
				content = Spliced(content, Splice{at, at, WithPrefix("<"+name+"/>", root.Prefix())})
				if root, err = outline(content); err != nil {
					return err
				}
			}
		}
		n.File.Set(r.Target, content)
		return nil
	}
	part := n.File.freeName("xl/comments%d.xml")
	empty := xmlHead + `<comments xmlns="` + n.File.mainSpace() + `"><authors></authors><commentList></commentList></comments>`
	if err := n.File.add(part, commentsType, empty); err != nil {
		return err
	}
	_, err := n.File.relate(n.Sheet, n.File.relSpace+"/comments", part)
	return err
}

// noteAuthorID is our number among the authors of notes.
func noteAuthorID(content []byte, root *Element) (int, []Splice) {
	authors := root.Kid("authors")
	for i, a := range authors.Kids {
		if a.Text(content) == noteAuthor {
			return i, nil
		}
	}
	return len(authors.Kids), []Splice{authors.push(WithPrefix("<author>"+noteAuthor+"</author>", root.Prefix()))}
}

const noteFont = `<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/>`

func noteRuns(text string) string {
	first, rest, _ := strings.Cut(text, "\n")
	return `<r><rPr><b/>` + noteFont + `</rPr><t xml:space="preserve">` + cellText(first) + "\n" + `</t></r>` +
		`<r><rPr>` + noteFont + `</rPr><t xml:space="preserve">` + cellText(rest) + `</t></r>`
}

// appendToNote puts our words behind those of a note. In a note that stands
// for a conversation they are one more answer.
func appendToNote(content []byte, comment *Element, text string, thread bool) []Splice {
	joint := "\n\n"
	if thread {
		joint = "\nReply:\n    "
	}
	prefix := comment.Prefix()
	runs := WithPrefix(`<r><t xml:space="preserve">`+joint+`</t></r>`+noteRuns(text), prefix)
	body := comment.Kid("text")
	if body == nil {
		return []Splice{comment.push(WithPrefix("<text>", prefix) + WithPrefix(noteRuns(text), prefix) + WithPrefix("</text>", prefix))}
	}
	plain := body.Kid("t")
	if plain == nil {
		return []Splice{body.push(runs)}
	}
	return []Splice{{plain.from, plain.from, WithPrefix("<r>", prefix)}, {plain.till, plain.till, WithPrefix("</r>", prefix) + runs}}
}

// The boxes that show notes.

const (
	drawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing"
	noteShape   = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
	drawSpaces  = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`
	bareDrawing = `<xml` + drawSpaces + `><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>` + noteShape + `</xml>`
)

var (
	drawnShape  = words.MustCompile(`(?s)<(?:\w+:)?shape\s.*?</(?:\w+:)?shape>\s*`)
	usualSpaces = words.MustCompile(`<xml[^>]*\sxmlns:v=[^>]*\sxmlns:o=[^>]*\sxmlns:x=`)
	shapeNumber = words.MustCompile(`_x0000_s(\d+)`)
	shapeRow    = words.MustCompile(`<(?:\w+:)?Row>\s*(\d+)\s*<`)
	shapeColumn = words.MustCompile(`<(?:\w+:)?Column>\s*(\d+)\s*<`)
)

// clearBoxes takes the boxes of notes out that are gone, and the drawing with
// the last of them. Drawings of this old kind are often not well formed, so
// they are edited as text.
func (n Notes) clearBoxes(gone map[string]bool) error {
	r, ok := n.drawing()
	if !ok {
		return nil
	}
	drawing := drawnShape.ReplaceAllFunc(n.File.get(r.Target), func(shape []byte) []byte {
		row, col := shapeRow.FindSubmatch(shape), shapeColumn.FindSubmatch(shape)
		if row == nil || col == nil || !strings.Contains(string(shape), `"Note"`) {
			return shape
		}
		y, _ := strconv.Atoi(string(row[1]))
		x, _ := strconv.Atoi(string(col[1]))
		if gone[ColumnLetters(x+1)+strconv.Itoa(y+1)] {
			return nil
		}
		return shape
	})
	if drawnShape.Match(drawing) {
		n.File.Set(r.Target, drawing)
		return nil
	}
	content, root, err := n.File.Open(n.Sheet, "sheetData")
	if err != nil {
		return err
	}
	n.File.Set(n.Sheet, Spliced(content, root.Kid("legacyDrawing").Remove()))
	return n.dropPart(r)
}

// drawing is the part with the boxes of the sheet's notes: the one that the
// sheet names; others belong to headers and footers.
func (n Notes) drawing() (relation, bool) {
	_, root, err := n.File.Open(n.Sheet, "sheetData")
	if err != nil || root.Kid("legacyDrawing") == nil {
		return relation{}, false
	}
	for _, r := range n.File.relations(n.Sheet) {
		if r.ID == root.Kid("legacyDrawing").Attr("id") && n.File.get(r.Target) != nil {
			return r, true
		}
	}
	return relation{}, false
}

func (n Notes) addBoxes(cells []Cell, lines []int) error {
	if len(cells) == 0 {
		return nil
	}
	r, ok := n.drawing()
	if !ok {
		var err error
		if r, err = n.newDrawing(); err != nil {
			return err
		}
	}
	drawing := string(n.File.get(r.Target))
	end := strings.LastIndex(drawing, "</xml>")
	if end < 0 {
		return errDamaged
	}
	number := 1024
	for _, m := range shapeNumber.FindAllStringSubmatch(drawing, -1) {
		if used, err := strconv.Atoi(m[1]); err == nil {
			number = max(number, used)
		}
	}
	// Programs use other prefixes than the usual ones, and declare them where
	// they use them; ours then carry their own.
	spaces := drawSpaces
	if usualSpaces.MatchString(drawing) {
		spaces = ""
	}
	var shapes strings.Builder
	if !strings.Contains(drawing, `"_x0000_t202"`) {
		shapes.WriteString(strings.Replace(noteShape, "<v:shapetype", "<v:shapetype"+spaces, 1))
	}
	for i, c := range cells {
		number++
		shapes.WriteString(strings.Replace(noteBox(number, c, lines[i]), "<v:shape", "<v:shape"+spaces, 1))
	}
	n.File.Set(r.Target, []byte(drawing[:end]+shapes.String()+drawing[end:]))
	return nil
}

func (n Notes) newDrawing() (relation, error) {
	part := n.File.freeName("xl/drawings/vmlDrawing%d.vml")
	if err := n.File.defaultType("vml", drawingType); err != nil {
		return relation{}, err
	}
	n.File.Set(part, []byte(bareDrawing))
	id, err := n.File.relate(n.Sheet, n.File.relSpace+"/vmlDrawing", part)
	if err != nil {
		return relation{}, err
	}
	content, root, err := n.File.Open(n.Sheet, "sheetData")
	if err != nil {
		return relation{}, err
	}
	at := root.InsertBy(WorksheetOrder, "legacyDrawing", false)
	one := WithPrefix("<legacyDrawing", root.Prefix()) + fmt.Sprintf(` xmlns:r="%s" r:id="%s"/>`, n.File.relSpace, id)
	n.File.Set(n.Sheet, Spliced(content, Splice{at, at, one}))
	return relation{ID: id, Target: part}, nil
}

const noteColumns = 46 // characters in a line of a note's box

func wrappedNoteLines(text string) int {
	n := 0
	for _, line := range strings.Split(text, "\n") {
		n += WrappedLines(line, noteColumns)
	}
	return n
}

// noteBox is a hidden box to the right of its cell, high enough for its text.
func noteBox(number int, c Cell, lines int) string {
	return fmt.Sprintf(`<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:250pt;height:%dpt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
		`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
		number, 12*lines+8, number-1023, c.Col, c.Row-1, c.Col+4, c.Row-1+lines*4/5+2, c.Row-1, c.Col-1)
}
