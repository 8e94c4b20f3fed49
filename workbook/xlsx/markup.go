package xlsx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// markup walks over the markup of one part of a workbook without copying
// it. Sheets are nothing but elements, attributes and short texts, and a walk
// by bytes reads them about ten times as fast as a general reader; a hundred
// thousand rows are the reason. Prefixes of names are dropped.
type markup struct {
	data []byte
	pos  int
	open [][]byte // names of the elements that are not closed yet

	name  []byte // of the element
	attrs []byte // of a start: all that stands after the name
	text  []byte // of a text, entities unresolved unless literal
	plain bool   // the text is literal (CDATA)
	empty bool   // the start was also the end
}

type mark int

const (
	markDone mark = iota
	markStart
	markEnd
	markText
	markBroken
)

// maxDepth is far more than any workbook nests.
const maxDepth = 64

// next reads one token. An element that is written as empty gives a start and
// then an end.
func (x *markup) next() mark {
	if x.empty {
		x.empty = false
		return markEnd
	}
	for x.pos < len(x.data) {
		if x.data[x.pos] != '<' {
			return x.readText()
		}
		rest := x.data[x.pos:]
		switch {
		case len(rest) > 1 && rest[1] == '/':
			return x.readEnd()
		case len(rest) > 1 && rest[1] != '!' && rest[1] != '?':
			return x.readStart()
		case bytes.HasPrefix(rest, []byte("<!--")):
			if !x.skipPast("-->") {
				return markBroken
			}
		case bytes.HasPrefix(rest, []byte("<?")):
			if !x.skipPast("?>") {
				return markBroken
			}
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			end := bytes.Index(rest, []byte("]]>"))
			if end < 0 {
				return markBroken
			}
			x.text, x.plain = rest[len("<![CDATA["):end], true
			x.pos += end + 3
			return markText
		default:
			return markBroken // a document type has no place in a workbook
		}
	}
	if len(x.open) > 0 {
		return markBroken
	}
	return markDone
}

func (x *markup) skipPast(mark string) bool {
	i := bytes.Index(x.data[x.pos:], []byte(mark))
	if i < 0 {
		return false
	}
	x.pos += i + len(mark)
	return true
}

func (x *markup) readText() mark {
	end := bytes.IndexByte(x.data[x.pos:], '<')
	if end < 0 {
		end = len(x.data) - x.pos
	}
	x.text, x.plain = x.data[x.pos:x.pos+end], false
	x.pos += end
	return markText
}

func (x *markup) readEnd() mark {
	end := bytes.IndexByte(x.data[x.pos:], '>')
	if end < 0 || len(x.open) == 0 {
		return markBroken
	}
	name := x.data[x.pos+2 : x.pos+end]
	for len(name) > 0 && isSpace(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	x.name = localName(name)
	x.pos += end + 1
	last := len(x.open) - 1
	if !bytes.Equal(x.open[last], x.name) {
		return markBroken
	}
	x.open = x.open[:last]
	return markEnd
}

func (x *markup) readStart() mark {
	i := x.pos + 1
	for i < len(x.data) && !isSpace(x.data[i]) && x.data[i] != '>' && x.data[i] != '/' {
		i++
	}
	x.name = localName(x.data[x.pos+1 : i])
	from := i
	i += endOfStart(x.data[i:])
	if i >= len(x.data) || len(x.name) == 0 || len(x.open) >= maxDepth {
		return markBroken
	}
	x.attrs = x.data[from:i]
	x.pos = i + 1
	if n := len(x.attrs); n > 0 && x.attrs[n-1] == '/' {
		x.attrs, x.empty = x.attrs[:n-1], true
	} else {
		x.open = append(x.open, x.name)
	}
	return markStart
}

// endOfStart is where the > stands that ends a start, given from behind its
// name; the length of what is given where there is none. One between quotes ends
// nothing.
func endOfStart(s []byte) int {
	var quote byte
	for i, c := range s {
		switch {
		case c == quote:
			quote = 0
		case quote != 0:
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return len(s)
}

// skip leaves the element whose start was just read.
func (x *markup) skip() bool {
	for depth := 1; depth > 0; {
		switch x.next() {
		case markStart:
			depth++
		case markEnd:
			depth--
		case markBroken, markDone:
			return false
		}
	}
	return true
}

// nextAttr takes the first attribute off a list of attributes.
func nextAttr(attrs []byte) (name, value, rest []byte, ok bool) {
	i := 0
	for i < len(attrs) && isSpace(attrs[i]) {
		i++
	}
	from := i
	for i < len(attrs) && attrs[i] != '=' && !isSpace(attrs[i]) {
		i++
	}
	name = attrs[from:i]
	for i < len(attrs) && (isSpace(attrs[i]) || attrs[i] == '=') {
		i++
	}
	if len(name) == 0 || i >= len(attrs) || attrs[i] != '"' && attrs[i] != '\'' {
		return nil, nil, nil, false
	}
	end := bytes.IndexByte(attrs[i+1:], attrs[i])
	if end < 0 {
		return nil, nil, nil, false
	}
	return localName(name), attrs[i+1 : i+1+end], attrs[i+2+end:], true
}

// attr is the value of one attribute of the element just read, "" without it.
func (x *markup) attr(want string) string {
	for rest := x.attrs; ; {
		name, value, after, ok := nextAttr(rest)
		if !ok {
			return ""
		}
		if string(name) == want {
			return plainText(value)
		}
		rest = after
	}
}

// appendText adds the text just read, entities resolved and line ends as \n.
func (x *markup) appendText(b []byte) []byte {
	if x.plain {
		return append(b, x.text...)
	}
	return appendPlain(b, x.text)
}

func plainText(s []byte) string {
	if bytes.IndexByte(s, '&') < 0 {
		return string(s)
	}
	return string(appendPlain(nil, s))
}

func appendPlain(b, s []byte) []byte {
	for {
		i := bytes.IndexByte(s, '&')
		if i < 0 {
			return append(b, s...)
		}
		b = append(b, s[:i]...)
		end := bytes.IndexByte(s[i:], ';')
		if end < 0 {
			return append(b, s[i:]...)
		}
		b = appendEntity(b, string(s[i+1:i+end]))
		s = s[i+end+1:]
	}
}

func appendEntity(b []byte, name string) []byte {
	switch name {
	case "lt":
		return append(b, '<')
	case "gt":
		return append(b, '>')
	case "amp":
		return append(b, '&')
	case "quot":
		return append(b, '"')
	case "apos":
		return append(b, '\'')
	}
	if digits, ok := strings.CutPrefix(name, "#"); ok {
		base := 10
		if hex, ok := strings.CutPrefix(digits, "x"); ok {
			digits, base = hex, 16
		}
		if n, err := strconv.ParseUint(digits, base, 32); err == nil && n <= utf8.MaxRune {
			return utf8.AppendRune(b, rune(n))
		}
	}
	b = append(b, '&')
	b = append(b, name...)
	return append(b, ';')
}

func localName(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
