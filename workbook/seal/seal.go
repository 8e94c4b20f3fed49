// Package seal lets a file say that this program wrote it and that nobody has
// saved it since: a hash of its content is kept in it. Such a file may be
// replaced; one that somebody has worked on may not.
package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"actionplan/workbook/words"
)

// Kinds that are known beyond the package that writes them: of a PDF, of which
// this program writes no other, and of the workbooks that are made from plans.
const (
	KindBriefing  = "briefing"
	KindTracker   = "tracker"
	KindPortfolio = "portfolio" // of many plans
)

// Ours says whether this program wrote the file and its content is still what
// was written, and of which kind it is. It takes any bytes at all, and reads
// at most mostInflated bytes out of a compressed file.
func Ours(data []byte) (kind string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		return oursXLSX(data)
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return KindBriefing, oursPDF(data)
	}
	return oursHTML(data)
}

// mark is what a sealed file carries: its kind and the hash of its content.
func mark(kind string, sum [sha256.Size]byte) string { return kind + " " + hex.EncodeToString(sum[:]) }

// kindOf is the kind if the mark found in a file is the one that its content
// has.
func kindOf(found string, sum [sha256.Size]byte) (kind string, ok bool) {
	kind, _, ok = strings.Cut(found, " ")
	if !ok || !goodKind(kind) || found != mark(kind, sum) {
		return "", false
	}
	return kind, true
}

var kindShape = words.MustCompile(`^[a-z][a-z-]*$`)

func goodKind(kind string) bool { return kindShape.MatchString(kind) && !strings.Contains(kind, "--") }
