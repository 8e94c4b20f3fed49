package document

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"actionplan/workbook/words"
)

// ownKey is a key that every object gets: its own number. The library that
// reads the objects doesn't tell it, and pages and cycles are known by it.
const ownKey = "ActionplanObject"

const maxObjects = 400_000

// rebuilt is the file written anew in the plainest form: every object in the
// open, text streams unpacked, pictures and fonts empty, one table of where
// things are. Objects are found by looking for them, so it makes no odds that
// Word hides the structure tree behind /XRefStm, or that a table is wrong.
type rebuilt struct {
	objects  map[int]pdfObject
	root     []byte
	locked   bool
	unpacked int
}

func rebuild(data []byte) ([]byte, error) {
	if start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); start > 0 {
		data = data[start:]
	}
	if !bytes.Contains(data[max(0, len(data)-2048):], []byte("%%EOF")) {
		return nil, errCut
	}
	r := rebuilt{objects: map[int]pdfObject{}}
	if err := r.find(data); err != nil {
		return nil, err
	}
	if r.locked {
		return nil, errEncrypted
	}
	if r.root == nil {
		return nil, errCut
	}
	return r.write()
}

// find collects the objects in the order of the file: a later one of the same
// number stands for the earlier one.
func (r *rebuilt) find(data []byte) error {
	for at := 0; at < len(data); {
		next := bytes.IndexByte(data[at:], 'o')
		trailer := bytes.Index(data[at:min(len(data), at+max(next, 0)+1)], []byte("trailer"))
		if trailer >= 0 {
			end := r.trailer(data, at+trailer+len("trailer"))
			at = end
			continue
		}
		if next < 0 {
			return nil
		}
		at += next
		if !bytes.HasPrefix(data[at:], []byte("obj")) {
			at++
			continue
		}
		num, gen, ok := numbersBefore(data, at)
		if !ok {
			at += 3
			continue
		}
		end, err := r.object(data, at+3, num, gen)
		if err != nil {
			return err
		}
		at = end
	}
	return nil
}

// numbersBefore are the object's number and generation in "12 0 obj".
func numbersBefore(data []byte, at int) (num, gen int, ok bool) {
	gen, at, ok = numberBefore(data, at)
	if ok {
		num, _, ok = numberBefore(data, at)
	}
	return num, gen, ok && num > 0 && num < maxObjects && gen < 1<<16
}

// numberBefore is the number that ends before a place, and where it starts.
func numberBefore(data []byte, at int) (n, start int, ok bool) {
	for at > 0 && isSpace(data[at-1]) {
		at--
	}
	end := at
	for at > 0 && data[at-1] >= '0' && data[at-1] <= '9' && end-at < 9 {
		at--
	}
	n, err := strconv.Atoi(string(data[at:end]))
	return n, at, err == nil
}

func (r *rebuilt) trailer(data []byte, at int) int {
	start := skipSpace(data, at)
	end, ok := skipValue(data, start)
	if !ok {
		return at
	}
	r.learn(entries(data[start:end]))
	return end
}

// learn takes from a trailer where the document starts and whether it is
// locked.
func (r *rebuilt) learn(trailer map[string][]byte) {
	if root := trailer["Root"]; root != nil {
		r.root = root
	}
	if trailer["Encrypt"] != nil {
		r.locked = true
	}
}

// object takes in one object and gives the place behind it.
func (r *rebuilt) object(data []byte, at, num, gen int) (int, error) {
	start := skipSpace(data, at)
	end, ok := skipValue(data, start)
	if !ok {
		return at, nil
	}
	end = behindReference(data, start, end)
	o := pdfObject{gen: gen, body: data[start:end]}
	after := skipSpace(data, end)
	if !bytes.HasPrefix(data[after:], []byte("stream")) {
		r.objects[num] = o
		return end, nil
	}
	dict := entries(o.body)
	o.stream, end = streamAt(data, after+len("stream"), dict)
	r.objects[num] = o
	switch string(dict["Type"]) {
	case "/XRef":
		r.learn(dict)
	case "/ObjStm":
		return end, r.expand(o, dict)
	}
	return end, nil
}

// streamAt is a stream's bytes, and the place behind it. Its length is
// believed only where the stream really ends there.
func streamAt(data []byte, at int, dict map[string][]byte) ([]byte, int) {
	if at < len(data) && data[at] == '\r' {
		at++
	}
	if at < len(data) && data[at] == '\n' {
		at++
	}
	if n, ok := number(dict["Length"]); ok && n >= 0 && n <= len(data)-at {
		if end := skipSpace(data[:min(len(data), at+n+4)], at+n); bytes.HasPrefix(data[end:], []byte("endstream")) {
			return data[at : at+n], end
		}
	}
	end := bytes.Index(data[at:], []byte("endstream"))
	if end < 0 {
		return data[at:], len(data)
	}
	return data[at : at+end], at + end
}

// expand takes in the objects that a stream of objects holds.
func (r *rebuilt) expand(o pdfObject, dict map[string][]byte) error {
	text, err := r.unpack(o, dict)
	if err != nil || text == nil {
		return err
	}
	count, _ := number(dict["N"])
	first, _ := number(dict["First"])
	at := 0
	for range min(count, len(text)/4) {
		num, next := integerAt(text, at)
		offset, end := integerAt(text, next)
		at = end
		start := first + offset
		if num <= 0 || num >= maxObjects || start < 0 || start >= len(text) {
			continue
		}
		start = skipSpace(text, start)
		if stop, ok := skipValue(text, start); ok {
			r.objects[num] = pdfObject{body: text[start:behindReference(text, start, stop)]}
		}
	}
	return nil
}

// integerAt is the number at a place, -1 for none, and the place behind it.
func integerAt(data []byte, at int) (int, int) {
	at = skipSpace(data, at)
	if at >= len(data) {
		return -1, at
	}
	end, _ := skipToken(data, at)
	n, err := strconv.Atoi(string(data[at:end]))
	if err != nil {
		return -1, end
	}
	return n, end
}

// unpack is the text of a stream, nil for one that holds no text that is read
// here: a picture, a font, a form of packing that no letter uses.
func (r *rebuilt) unpack(o pdfObject, dict map[string][]byte) ([]byte, error) {
	if string(dict["Subtype"]) == "/Image" || dict["Length1"] != nil || dict["Length2"] != nil || dict["DecodeParms"] != nil {
		return nil, nil
	}
	switch string(bytes.Trim(dict["Filter"], "[] \r\n\t")) {
	case "":
		r.unpacked += len(o.stream)
		return o.stream, r.affordable()
	case "/FlateDecode", "/Fl":
	default:
		return nil, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(o.stream))
	if err != nil {
		return nil, nil
	}
	// A checksum that is wrong, or an end that is missing, still leaves text.
	text, _ := io.ReadAll(io.LimitReader(z, int64(maxUnpacked-r.unpacked)+1))
	r.unpacked += len(text)
	return text, r.affordable()
}

func (r *rebuilt) affordable() error {
	if r.unpacked > maxUnpacked {
		return errHuge
	}
	return nil
}

// write gives the file in its plainest form.
func (r *rebuilt) write() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	numbers := slices.Sorted(maps.Keys(r.objects))
	offsets := make([]int, 1)
	for _, num := range numbers {
		for len(offsets) <= num {
			offsets = append(offsets, 0)
		}
		offsets[num] = out.Len()
		if err := r.writeObject(&out, num); err != nil {
			return nil, err
		}
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n", len(offsets))
	for num, offset := range offsets {
		if offset == 0 {
			out.WriteString("0000000000 65535 f \n")
		} else {
			fmt.Fprintf(&out, "%010d %05d n \n", offset, r.objects[num].gen)
		}
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root %s>>\nstartxref\n%d\n%%%%EOF\n", len(offsets), r.root, start)
	return out.Bytes(), nil
}

func (r *rebuilt) writeObject(out *bytes.Buffer, num int) error {
	o := r.objects[num]
	fmt.Fprintf(out, "%d %d obj\n", num, o.gen)
	switch {
	case !bytes.HasPrefix(o.body, []byte("<<")):
		out.Write(o.body)
	case o.stream == nil:
		fmt.Fprintf(out, "<</%s %d ", ownKey, num)
		out.Write(o.body[2:])
	default:
		if err := r.writeStream(out, num, o); err != nil {
			return err
		}
	}
	out.WriteString("\nendobj\n")
	return nil
}

// inlinePicture is a picture within the drawing of a page: bytes that are no
// operators.
var inlinePicture = words.MustCompile(`(?s)\sBI\s[^>]{0,600}?\sID\s.*?\sEI\s`)

func (r *rebuilt) writeStream(out *bytes.Buffer, num int, o pdfObject) error {
	dict := entries(o.body)
	var text []byte
	if kind := string(dict["Type"]); kind != "/ObjStm" && kind != "/XRef" && kind != "/Metadata" {
		var err error
		if text, err = r.unpack(o, dict); err != nil {
			return err
		}
	}
	text = sound(inlinePicture.ReplaceAll(text, []byte("\n")))
	fmt.Fprintf(out, "<</%s %d", ownKey, num)
	for _, key := range slices.Sorted(maps.Keys(dict)) {
		if key != "Length" && key != "Filter" && key != "DecodeParms" && key != "F" {
			fmt.Fprintf(out, "/%s %s", key, dict[key])
		}
	}
	fmt.Fprintf(out, "/Length %d>>\nstream\n", len(text))
	out.Write(text)
	out.WriteString("\nendstream")
	return nil
}
