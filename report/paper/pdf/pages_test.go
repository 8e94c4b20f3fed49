package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	_ "actionplan/workbook/memory" // collected as the program does: it is a third of what the tests take
)

// A pageDrawing is what one page's content stream puts on the paper.
type pageDrawing struct {
	texts []placedText
	path  []float64 // x, y of every corner of every path, mm from the top left
}

type placedText struct {
	x, y, size float64 // mm and points
	text       string
}

var (
	streams   = regexp.MustCompile(`(?s)stream\r?\n(.*?)\nendstream`)
	operation = regexp.MustCompile(`(?s)\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|[^\s<>()\[\]]+`)
)

// pages reads the content streams of a PDF in page order.
func pages(t *testing.T, file []byte) []pageDrawing {
	t.Helper()
	var out []pageDrawing
	for _, m := range streams.FindAllSubmatch(file, -1) {
		z, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue
		}
		content, err := io.ReadAll(z)
		if err != nil || !bytes.Contains(content, []byte(" BDC")) {
			continue
		}
		out = append(out, readDrawing(string(content)))
	}
	return out
}

func mm(points string) float64 {
	v, _ := strconv.ParseFloat(points, 64)
	return v * 25.4 / 72
}

func readDrawing(content string) pageDrawing {
	var p pageDrawing
	var last []string
	var x, y, size float64
	operand := func(back int) string {
		if len(last) < back {
			return ""
		}
		return last[len(last)-back]
	}
	for _, token := range operation.FindAllString(content, -1) {
		switch token {
		case "Tf":
			size, _ = strconv.ParseFloat(operand(1), 64)
		case "Td":
			x, y = mm(operand(2)), 297-mm(operand(1))
		case "Tj":
			p.texts = append(p.texts, placedText{x, y, size, written(operand(1))})
		case "m", "l":
			p.path = append(p.path, mm(operand(2)), 297-mm(operand(1)))
		case "c":
			for i := 6; i >= 2; i -= 2 {
				p.path = append(p.path, mm(operand(i)), 297-mm(operand(i-1)))
			}
		}
		last = append(last, token)
	}
	return p
}

// written decodes a string operand: two bytes a character, with backslashes
// before what would end it.
func written(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "("), ")")
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
			if s[i] == 'r' {
				b = append(b, '\r')
				continue
			}
		}
		b = append(b, s[i])
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}

const margin = 12.0

// insideMargins demands that nothing lies in the outer 12 mm of any page. A text
// counts by its baseline: the running head's is at 12. What a pattern draws
// past its block is clipped, hence the allowance for paths.
func insideMargins(t *testing.T, drawings []pageDrawing) {
	t.Helper()
	const clipped = 0.1
	for i, p := range drawings {
		for _, text := range p.texts {
			if text.x < margin || text.y < margin || text.y > 297-margin {
				t.Errorf("page %d: %q stands at %.1f, %.1f", i+1, text.text, text.x, text.y)
			}
			if text.size < small.Size { // in tables of a line for each row; label.Size elsewhere
				t.Errorf("page %d: %q is %.1f points", i+1, text.text, text.size)
			}
		}
		for j := 0; j < len(p.path); j += 2 {
			x, y := p.path[j], p.path[j+1]
			if x < margin-clipped || x > 210-margin+clipped || y < margin-clipped || y > 297-margin+clipped {
				t.Errorf("page %d: something is drawn at %.1f, %.1f", i+1, x, y)
				break
			}
		}
	}
}

// pageNumbers demands "Page x of y" once on every page.
func pageNumbers(t *testing.T, drawings []pageDrawing) {
	t.Helper()
	for i, p := range drawings {
		want := "Page " + strconv.Itoa(i+1) + " of " + strconv.Itoa(len(drawings))
		n := 0
		for _, text := range p.texts {
			if strings.TrimSpace(text.text) == want {
				n++
			}
		}
		if n != 1 {
			t.Errorf("page %d has %q %d times", i+1, want, n)
		}
	}
}
