package document

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// pieces are runs that make one text, in reading order.
type pieces struct {
	runs  []placedRun
	apart []pdf.Value // elements met within the text that are no part of it
}

type placedRun struct {
	run
	page int
}

func (p *pieces) add(r run, page int) { p.runs = append(p.runs, placedRun{r, page}) }

// join puts the runs together, with a space where one is seen: between lines,
// and where a gap is wide. The raised figures that lead to footnotes are left
// out.
func (p *pieces) join() string {
	main := p.mainSize()
	var text strings.Builder
	var last *placedRun
	for i := range p.runs {
		r := &p.runs[i]
		if r.text == "" || p.footnoteMark(i, main) {
			continue
		}
		if last != nil && spaced(last, r) {
			text.WriteByte(' ')
		}
		text.WriteString(r.text)
		last = r
	}
	return text.String()
}

func (p *pieces) mainSize() float64 {
	letters := map[float64]int{}
	best := 0.0
	for _, r := range p.runs {
		size := math.Round(r.size*2) / 2
		if letters[size] += len(r.text); letters[size] > letters[best] {
			best = size
		}
	}
	return best
}

// footnoteMark tells a raised figure behind text from the text.
func (p *pieces) footnoteMark(i int, main float64) bool {
	r := p.runs[i]
	figure := strings.TrimSpace(r.text)
	if i == 0 || figure == "" || len(figure) > 2 || strings.Trim(figure, "0123456789,") != "" {
		return false
	}
	before := p.runs[i-1]
	return r.size < 0.8*main && (r.y > before.y+0.1*main || before.size > 1.2*r.size || before.text != "" && strings.Trim(strings.TrimSpace(before.text), "0123456789,") == "")
}

func spaced(a, b *placedRun) bool {
	if strings.HasSuffix(a.text, " ") || strings.HasPrefix(b.text, " ") {
		return false
	}
	size := math.Max(a.size, b.size)
	if a.page != b.page || math.Abs(a.y-b.y) > 0.6*size {
		return !strings.HasSuffix(a.text, "-")
	}
	return b.x0-a.x1 > 0.15*size || b.x0 < a.x0-size
}

// bold tells that all letters are bold.
func (p *pieces) bold() bool {
	any := false
	for _, r := range p.runs {
		if strings.TrimSpace(r.text) == "" {
			continue
		}
		if !r.bold {
			return false
		}
		any = true
	}
	return any
}

func (p *pieces) pages() (first, last int) {
	if len(p.runs) == 0 {
		return 0, 0
	}
	return p.runs[0].page, p.runs[len(p.runs)-1].page
}
