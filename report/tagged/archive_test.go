package tagged

import (
	"encoding/binary"
	"testing"
)

// Readers refuse a colour profile whose table leads outside it.
func TestColourProfileHoldsItsTags(t *testing.T) {
	profile := srgbProfile()
	at := func(n int) int { return int(binary.BigEndian.Uint32(profile[n:])) }
	if at(0) != len(profile) {
		t.Errorf("the header says %d bytes, there are %d", at(0), len(profile))
	}
	const table, entry = 128, 12
	for i := range at(table) {
		from := table + 4 + entry*i
		name, start, size := string(profile[from:from+4]), at(from+4), at(from+8)
		if start%4 != 0 || start < table || start+size > len(profile) {
			t.Errorf("%s stands at %d for %d bytes of %d", name, start, size, len(profile))
		}
	}
}
