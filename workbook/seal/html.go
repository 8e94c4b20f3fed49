package seal

import (
	"bytes"
	"crypto/sha256"
)

const (
	commentStart = "<!-- actionplan "
	commentEnd   = " -->\n"
)

// HTML appends a last comment that keeps the kind and the hash of everything
// before it. kind is lower-case words joined by single hyphens.
func HTML(data []byte, kind string) []byte {
	if !goodKind(kind) {
		panic("seal: kind " + kind)
	}
	out := append([]byte(nil), data...)
	return append(out, commentStart+mark(kind, sha256.Sum256(data))+commentEnd...)
}

func oursHTML(data []byte) (kind string, ok bool) {
	at := bytes.LastIndex(data, []byte(commentStart))
	if at < 0 || !bytes.HasSuffix(data, []byte(commentEnd)) {
		return "", false
	}
	from, to := at+len(commentStart), len(data)-len(commentEnd)
	if from > to {
		return "", false
	}
	return kindOf(string(data[from:to]), sha256.Sum256(data[:at]))
}
