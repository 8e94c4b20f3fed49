package tagged

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"actionplan/workbook/words"
)

var toUnicodeRef = words.MustCompile(`/ToUnicode (\d+) 0 R`)

// nameFonts gives the fonts that gofpdf embedded the names that subsets must
// have, and maps from codes to characters that hold what was really drawn.
func (d *Doc) nameFonts(f *objectFile) {
	for _, face := range d.faces {
		if !face.isUsed {
			continue
		}
		made := []byte("/utf8" + face.key)
		for n, body := range f.bodies {
			if isStream(body) || !bytes.Contains(body, made) {
				continue
			}
			f.bodies[n] = bytes.ReplaceAll(body, made, []byte("/"+face.subsetTag()+"+"+face.name))
			if m := toUnicodeRef.FindSubmatch(body); m != nil {
				if object, err := strconv.Atoi(string(m[1])); err == nil {
					f.bodies[object] = flateStream("", face.toUnicode())
				}
			}
		}
	}
}

// subsetTag is six letters that differ where the subset differs.
func (f *face) subsetTag() string {
	sum := sha256.Sum256([]byte(f.name + string(f.runes())))
	tag := sum[:6]
	for i, b := range tag {
		tag[i] = 'A' + b%26
	}
	return string(tag)
}

// toUnicode maps each code that was drawn to its character. gofpdf's codes are
// the characters themselves.
func (f *face) toUnicode() []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const block = 100 // the most that one block may hold
	for part := range slices.Chunk(f.runes(), block) {
		b = fmt.Appendf(b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			b = fmt.Appendf(b, "<%04X> <%04X>\n", r, r)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
