package seal

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"

	"actionplan/workbook/words"
)

var (
	pdfEnd = words.MustCompile(`\nstartxref\n(\d{1,10})\n%%EOF\n$`)
	pdfID  = words.MustCompile(`^\d{1,10} 0 obj\n<</Type /XRef [^>]*/ID \[<([0-9A-F]{32})> <([0-9A-F]{32})>\]`)
)

// oursPDF: the briefing's writer makes the file's ID from the hash of
// everything before the cross-reference stream. Whoever saves the file again
// either writes all of it anew or appends to it, and then the last
// cross-reference lies behind bytes that the ID does not have.
func oursPDF(data []byte) bool {
	tail := data[max(0, len(data)-64):]
	end := pdfEnd.FindSubmatch(tail)
	if end == nil {
		return false
	}
	at, err := strconv.Atoi(string(end[1]))
	if err != nil || at >= len(data) {
		return false
	}
	id := pdfID.FindSubmatch(data[at:min(len(data), at+1024)])
	if id == nil || !bytes.Equal(id[1], id[2]) {
		return false
	}
	sum := sha256.Sum256(data[:at])
	return string(id[1]) == fmt.Sprintf("%X", sum[:16])
}
