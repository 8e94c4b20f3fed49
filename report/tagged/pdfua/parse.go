package pdfua

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
)

// The kinds of PDF object, beside bool, float64 and nil.
type (
	name   string
	ref    int
	text   []byte
	array  []any
	dict   map[string]any
	stream struct {
		dict dict
		raw  []byte
	}
	operator string // in content streams, and words such as "endobj"
)

// A file is the objects of a PDF. Missing or broken parts read as nil, so that
// a check can say what is wrong instead of failing.
type file struct {
	objects map[ref]any
	trailer dict
}

var objectStart = regexp.MustCompile(`(\d{1,9})[ \r\n\t]+\d{1,5}[ \r\n\t]+obj\b`)

// load finds the objects by looking for them and ignores the cross-reference
// table: whether that is right is a question for other tools.
func load(data []byte) *file {
	f := &file{objects: map[ref]any{}, trailer: dict{}}
	var packed []stream
	for at := 0; at < len(data); {
		m := objectStart.FindSubmatchIndex(data[at:])
		if m == nil {
			break
		}
		n, _ := strconv.Atoi(string(data[at+m[2] : at+m[3]]))
		l := &lexer{data: data, at: at + m[1]}
		object := l.object(0)
		if d, ok := object.(dict); ok {
			if raw, ok := l.stream(d); ok {
				s := stream{d, raw}
				object = s
				switch d["Type"] {
				case name("ObjStm"):
					packed = append(packed, s)
				case name("XRef"):
					f.addTrailer(d)
				}
			}
		}
		f.objects[ref(n)] = object
		at = max(l.at, at+m[1])
	}
	if at := bytes.LastIndex(data, []byte("trailer")); at >= 0 {
		l := &lexer{data: data, at: at + len("trailer")}
		if d, ok := l.object(0).(dict); ok {
			f.addTrailer(d)
		}
	}
	for _, s := range packed {
		f.unpack(s)
	}
	return f
}

func (f *file) addTrailer(d dict) {
	for _, key := range []string{"Root", "Info", "ID"} {
		if d[key] != nil {
			f.trailer[key] = d[key]
		}
	}
}

// unpack reads the objects of an object stream.
func (f *file) unpack(s stream) {
	data := f.decode(s)
	first := int(number(f.get(s.dict["First"])))
	if first < 0 || first > len(data) {
		return
	}
	index := &lexer{data: data[:first]}
	for {
		n, ok1 := index.object(0).(float64)
		offset, ok2 := index.object(0).(float64)
		if !ok1 || !ok2 || offset < 0 || int(offset) > len(data)-first {
			return
		}
		l := &lexer{data: data, at: first + int(offset)}
		f.objects[ref(n)] = l.object(0)
	}
}

const maxInflated = 1 << 28 // a small file must not fill the memory

func (f *file) decode(s stream) []byte {
	filter := f.get(s.dict["Filter"])
	if a, ok := filter.(array); ok && len(a) == 1 {
		filter = f.get(a[0])
	}
	if filter != name("FlateDecode") {
		return s.raw
	}
	r, err := zlib.NewReader(bytes.NewReader(s.raw))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(r, maxInflated)) // what can be read of a damaged stream is of use
	return out
}

// get follows references.
func (f *file) get(v any) any {
	for range 8 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[r]
	}
	return nil
}

func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array {
	a, _ := f.get(v).(array)
	return a
}

// list is an array, or the single thing that stands for an array of one.
func (f *file) list(v any) array {
	switch v := f.get(v).(type) {
	case nil:
		return nil
	case array:
		return v
	}
	return array{v}
}

func (f *file) name(v any) string {
	n, _ := f.get(v).(name)
	return string(n)
}

func number(v any) float64 {
	n, _ := v.(float64)
	return n
}

type lexer struct {
	data []byte
	at   int
}

const maxDepth = 64

func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0
}

func isDelimiter(b byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), b) >= 0 }

func (l *lexer) skipSpace() {
	for l.at < len(l.data) {
		switch b := l.data[l.at]; {
		case isSpace(b):
			l.at++
		case b == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// end is what object returns when there is no more, or at a closing bracket.
type end struct{}

// object reads the next object or operator.
func (l *lexer) object(depth int) any {
	l.skipSpace()
	if l.at >= len(l.data) || depth > maxDepth {
		l.at = min(l.at+1, len(l.data))
		return end{}
	}
	rest := l.data[l.at:]
	switch rest[0] {
	case '/':
		return l.name()
	case '(':
		return l.literal()
	case '[':
		l.at++
		a := array{}
		for {
			switch v := l.object(depth + 1).(type) {
			case end:
				return a
			case operator:
				if v == "endobj" || v == "endstream" {
					return a
				}
				if n := len(a); v == "R" && n >= 2 {
					a = append(a[:n-2], ref(number(a[n-2])))
				}
			default:
				a = append(a, v)
			}
		}
	case '<':
		if len(rest) > 1 && rest[1] == '<' {
			l.at += 2
			return l.dict(depth)
		}
		return l.hex()
	case '>':
		l.at++
		if len(rest) > 1 && rest[1] == '>' {
			l.at++
		}
		return end{}
	case ']', ')', '{', '}':
		l.at++
		return end{}
	}
	return l.word()
}

func (l *lexer) dict(depth int) any {
	d := dict{}
	var key string
	var values array
	put := func() {
		if key != "" && len(values) > 0 {
			d[key] = values[len(values)-1]
		}
	}
	for {
		switch v := l.object(depth + 1).(type) {
		case end:
			put()
			return d
		case name:
			// A name is a key unless the key before it still waits for a value.
			if key == "" || len(values) > 0 {
				put()
				key, values = string(v), nil
				continue
			}
			values = append(values, v)
		case operator:
			if v == "endobj" || v == "stream" || v == "endstream" {
				put()
				return d
			}
			if n := len(values); v == "R" && n >= 2 {
				values = array{ref(number(values[n-2]))}
			}
		case nil:
			values = append(values, nil)
		default:
			values = append(values, v)
		}
	}
}

func (l *lexer) name() name {
	l.at++
	var b []byte
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		c := l.data[l.at]
		if c == '#' && l.at+2 < len(l.data) {
			if v, err := strconv.ParseUint(string(l.data[l.at+1:l.at+3]), 16, 8); err == nil {
				c = byte(v)
				l.at += 2
			}
		}
		b = append(b, c)
		l.at++
	}
	return name(b)
}

func (l *lexer) literal() text {
	out := text{}
	depth := 0
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch c {
		case '(':
			depth++
			if depth == 1 {
				continue
			}
		case ')':
			depth--
			if depth == 0 {
				l.at++
				return out
			}
		case '\\':
			l.at++
			if l.at >= len(l.data) {
				return out
			}
			if b, ok := l.escape(); ok {
				out = append(out, b)
			}
			continue
		}
		out = append(out, c)
	}
	return out
}

// escape reads what follows a backslash and leaves at on its last byte.
func (l *lexer) escape() (byte, bool) {
	c := l.data[l.at]
	switch c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case '\n':
		return 0, false
	}
	if c < '0' || c > '7' {
		return c, true
	}
	v := 0
	for n := 0; n < 3 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; n++ {
		v = v*8 + int(l.data[l.at]-'0')
		l.at++
	}
	l.at--
	return byte(v), true
}

func (l *lexer) hex() text {
	l.at++
	out := text{}
	high := -1
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		if c == '>' {
			l.at++
			break
		}
		v, err := strconv.ParseUint(string(c), 16, 8)
		if err != nil {
			continue
		}
		if high < 0 {
			high = int(v)
			continue
		}
		out = append(out, byte(high<<4|int(v)))
		high = -1
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return out
}

func (l *lexer) word() any {
	from := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	w := string(l.data[from:l.at])
	switch w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if c := w[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, err := strconv.ParseFloat(w, 64); err == nil {
			return n
		}
	}
	return operator(w)
}

// stream reads the data after a dictionary, if there is any.
func (l *lexer) stream(d dict) ([]byte, bool) {
	before := l.at
	if l.object(0) != operator("stream") {
		l.at = before
		return nil, false
	}
	if l.at < len(l.data) && l.data[l.at] == '\r' {
		l.at++
	}
	if l.at < len(l.data) && l.data[l.at] == '\n' {
		l.at++
	}
	length, known := d["Length"].(float64)
	if stop := l.at + int(length); known && length >= 0 && length <= float64(len(l.data)-l.at) &&
		bytes.HasPrefix(bytes.TrimLeft(l.data[stop:min(stop+12, len(l.data))], "\r\n"), []byte("endstream")) {
		raw := l.data[l.at:stop]
		l.at = stop
		return raw, true
	}
	size := bytes.Index(l.data[l.at:], []byte("endstream"))
	if size < 0 {
		size = len(l.data) - l.at
	}
	raw := l.data[l.at : l.at+size]
	l.at += size
	return raw, true
}
