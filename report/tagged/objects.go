package tagged

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strconv"
	"sync"

	"actionplan/workbook/parallel"
	"actionplan/workbook/words"
)

// An objectFile is a PDF as its numbered objects. Objects that are not streams
// are packed into compressed ones, which makes a tagged file about a fifth of
// the size.
type objectFile struct {
	bodies [][]byte // by object number; nil: not used
}

// readObjects takes gofpdf's own output apart. It is no reader of other PDFs:
// gofpdf writes one cross-reference table, with the objects in any order.
func readObjects(data []byte) (*objectFile, error) {
	unexpected := errors.New("pdf: gofpdf wrote an unexpected file")
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return nil, unexpected
	}
	var table, count int
	if _, err := fmt.Sscanf(string(data[at+len("startxref\n"):]), "%d", &table); err != nil || table >= at {
		return nil, unexpected
	}
	if _, err := fmt.Sscanf(string(data[table:at]), "xref\n0 %d\n", &count); err != nil {
		return nil, unexpected
	}
	const line = 20
	first := table + len("xref\n0 \n") + len(strconv.Itoa(count))
	if first+count*line > at {
		return nil, unexpected
	}
	offsets := make([]int, count)
	for n := 1; n < count; n++ {
		offset, err := strconv.Atoi(string(data[first+n*line:][:10]))
		if err != nil || offset >= table {
			return nil, unexpected
		}
		offsets[n] = offset
	}
	ends := append([]int{table}, offsets[1:]...)
	sort.Ints(ends)
	f := &objectFile{bodies: make([][]byte, count)}
	for n := 1; n < count; n++ {
		end := ends[sort.SearchInts(ends, offsets[n]+1)]
		body := bytes.TrimPrefix(data[offsets[n]:end], []byte(strconv.Itoa(n)+" 0 obj\n"))
		body = bytes.TrimSuffix(body, []byte("endobj\n"))
		f.bodies[n] = bytes.TrimSuffix(body, []byte("\n"))
	}
	return f, nil
}

// reserve gives out an object number.
func (f *objectFile) reserve() int {
	f.bodies = append(f.bodies, nil)
	return len(f.bodies) - 1
}

func (f *objectFile) add(body []byte) int {
	n := f.reserve()
	f.bodies[n] = body
	return n
}

func ref(n int) string { return strconv.Itoa(n) + " 0 R" }

func isStream(body []byte) bool { return bytes.HasSuffix(body, []byte("endstream")) }

func stream(dict string, data []byte) []byte {
	b := make([]byte, 0, len(data)+len(dict)+50)
	b = fmt.Appendf(b, "<<%s /Length %d>>\nstream\n", dict, len(data))
	return append(append(b, data...), "\nendstream"...)
}

// streamData is the data of a stream that gofpdf did not compress.
func streamData(body []byte) []byte {
	_, data, _ := bytes.Cut(body, []byte(">>\nstream\n"))
	return bytes.TrimSuffix(data, []byte("\nendstream"))
}

// compressors are kept: a new one costs more than the stream. The slower levels
// save a tenth and take four times as long.
var compressors = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

func flateStream(dict string, data ...[]byte) []byte {
	var b bytes.Buffer
	w := compressors.Get().(*zlib.Writer)
	defer compressors.Put(w)
	w.Reset(&b)
	for _, part := range data {
		w.Write(part)
	}
	w.Close()
	return stream(dict+" /Filter /FlateDecode", b.Bytes())
}

// packSize is how many objects go into one compressed stream: few enough for a
// reader that needs only one of them.
const packSize = 400

// write puts the file together. Its ID comes from its content, so that the same
// document has the same one.
func (f *objectFile) write(root, info int) []byte {
	var out bytes.Buffer
	streams := 0
	for _, body := range f.bodies {
		if isStream(body) {
			streams += len(body)
		}
	}
	out.Grow(streams)
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	entries := make([]xrefEntry, len(f.bodies))
	put := func(n int, body []byte) {
		for len(entries) <= n {
			entries = append(entries, xrefEntry{})
		}
		entries[n] = xrefEntry{kind: 1, where: out.Len()}
		fmt.Fprintf(&out, "%d 0 obj\n", n)
		out.Write(body)
		out.WriteString("\nendobj\n")
	}
	var plain []int
	for n, body := range f.bodies {
		if isStream(body) {
			put(n, body)
		} else if body != nil {
			plain = append(plain, n)
		}
	}
	packs := slices.Collect(slices.Chunk(plain, packSize))
	packed := make([][]byte, len(packs))
	parallel.Each(len(packs), func(i int) { packed[i] = f.pack(packs[i]) })
	next := len(f.bodies)
	for i, numbers := range packs {
		for at, n := range numbers {
			entries[n] = xrefEntry{kind: 2, where: next, index: at}
		}
		put(next, packed[i])
		next++
	}
	id := sha256.Sum256(out.Bytes())
	start := out.Len()
	entries = append(entries, xrefEntry{kind: 1, where: start})
	dict := fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %s /Info %s /ID [<%X> <%X>]",
		len(entries), ref(root), ref(info), id[:16], id[:16])
	put(next, flateStream(dict, encodeXref(entries)))
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

// pack is a compressed stream of objects.
func (f *objectFile) pack(numbers []int) []byte {
	length := 0
	for _, n := range numbers {
		length += len(f.bodies[n]) + 1
	}
	index, bodies := make([]byte, 0, 16*len(numbers)), make([]byte, 0, length)
	for _, n := range numbers {
		index = append(strconv.AppendInt(index, int64(n), 10), ' ')
		index = append(strconv.AppendInt(index, int64(len(bodies)), 10), ' ')
		bodies = append(append(bodies, f.bodies[n]...), '\n')
	}
	return flateStream(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(numbers), len(index)), index, bodies)
}

// An xrefEntry says where an object is: 1, at an offset; 2, in an object stream.
type xrefEntry struct {
	kind, index int
	where       int
}

func encodeXref(entries []xrefEntry) []byte {
	b := make([]byte, 0, 7*len(entries))
	for i, e := range entries {
		if i == 0 {
			e.index = 65535 // the head of the list of free objects
		}
		b = append(b, byte(e.kind))
		b = binary.BigEndian.AppendUint32(b, uint32(e.where))
		b = binary.BigEndian.AppendUint16(b, uint16(e.index))
	}
	return b
}

// textString is a PDF text string: plain where it can be, else UTF-16.
func textString(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return hexText(s)
		}
	}
	return literal(s)
}

var literalEscapes = words.MustCompile(`[\\()]`)

func literal(s string) string {
	return "(" + literalEscapes.ReplaceAllString(s, `\$0`) + ")"
}
