package document

import (
	"bytes"
	"strconv"
)

// maxNesting is how deep arrays and dictionaries may stand in each other.
const maxNesting = 60

// A pdfObject is one object of a PDF file as its bytes.
type pdfObject struct {
	gen    int    // its generation, mostly 0
	body   []byte // without its stream
	stream []byte // as it stands in the file; nil for none
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	return isSpace(c) || bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0
}

func skipSpace(data []byte, at int) int {
	for at < len(data) {
		switch {
		case isSpace(data[at]):
			at++
		case data[at] == '%':
			for at < len(data) && data[at] != '\n' && data[at] != '\r' {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// skipString is the place behind a string in brackets.
func skipString(data []byte, at int) int {
	depth := 0
	for ; at < len(data); at++ {
		switch data[at] {
		case '\\':
			at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return at + 1
			}
		}
	}
	return len(data)
}

// skipToken is the place behind the token that starts at a place, and how
// much deeper the nesting is after it.
func skipToken(data []byte, at int) (next, deeper int) {
	two := string(data[at:min(at+2, len(data))])
	switch {
	case two == "<<":
		return at + 2, 1
	case two == ">>":
		return at + 2, -1
	case data[at] == '[':
		return at + 1, 1
	case data[at] == ']':
		return at + 1, -1
	case data[at] == '(':
		return skipString(data, at), 0
	case data[at] == '<':
		if end := bytes.IndexByte(data[at:], '>'); end >= 0 {
			return at + end + 1, 0
		}
		return len(data), 0
	case data[at] == '/' || !isDelimiter(data[at]):
		for at++; at < len(data) && !isDelimiter(data[at]); {
			at++
		}
		return at, 0
	}
	return at + 1, 0
}

// skipValue is the place behind a whole value, such as a dictionary. It fails
// where the data ends first or is nested too deep.
func skipValue(data []byte, at int) (next int, ok bool) {
	depth := 0
	for at = skipSpace(data, at); at < len(data); at = skipSpace(data, at) {
		after, deeper := skipToken(data, at)
		if depth += deeper; depth > maxNesting || depth < 0 {
			return at, false
		}
		if at = after; depth == 0 {
			return at, true
		}
	}
	return at, false
}

// sound is content up to where it stops being well formed: a string that is
// never closed, or nesting deeper than any program writes. The library reads
// past the end of such a string for ever.
func sound(data []byte) []byte {
	depth := 0
	for at := skipSpace(data, 0); at < len(data); at = skipSpace(data, at) {
		after, deeper := skipToken(data, at)
		open := data[at] == '<' && deeper == 0 && data[after-1] != '>' || data[at] == '(' && data[after-1] != ')'
		if depth = max(depth+deeper, 0); open || depth > maxNesting {
			return data[:at]
		}
		at = after
	}
	return data
}

// entries are the keys of a dictionary and the bytes of their values. A value
// may be a reference of three tokens.
func entries(dict []byte) map[string][]byte {
	if !bytes.HasPrefix(dict, []byte("<<")) {
		return nil
	}
	found := map[string][]byte{}
	at := skipSpace(dict, 2)
	for at < len(dict) && dict[at] == '/' {
		keyEnd, _ := skipToken(dict, at)
		key := string(dict[at+1 : keyEnd])
		start := skipSpace(dict, keyEnd)
		end, ok := skipValue(dict, start)
		if !ok {
			return found
		}
		end = behindReference(dict, start, end)
		found[key] = dict[start:end]
		at = skipSpace(dict, end)
	}
	return found
}

func behindReference(dict []byte, start, end int) int {
	if _, err := strconv.Atoi(string(dict[start:end])); err != nil {
		return end
	}
	gen := skipSpace(dict, end)
	genEnd := gen
	for genEnd < len(dict) && dict[genEnd] >= '0' && dict[genEnd] <= '9' {
		genEnd++
	}
	r := skipSpace(dict, genEnd)
	if genEnd > gen && r < len(dict) && dict[r] == 'R' && (r+1 == len(dict) || isDelimiter(dict[r+1])) {
		return r + 1
	}
	return end
}

func number(value []byte) (int, bool) {
	n, err := strconv.Atoi(string(bytes.TrimSpace(value)))
	return n, err == nil
}
