package history

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"actionplan/workbook"
)

// How alike the words of two rows have to be. The figures are judgement,
// tried on the sample plans: two actions of one plan that have nothing to do
// with each other share up to 0.15 of their shingles; an action whose wording
// was tightened keeps 0.4 and more.
const (
	// sameRefTitle or sameRefAll is enough for a row that kept its ref.
	sameRefTitle, sameRefAll = 0.2, 0.5
	// otherRefTitle alone is enough for a row under another ref; so is
	// someTitle with otherRefAll.
	otherRefTitle, someTitle, otherRefAll = 0.6, 0.35, 0.6
	// keptRef is what keeping its ref counts for where several rows fit.
	keptRef = 0.2
)

// wording is the shingles of a row: single words and pairs of neighbours,
// hashed, sorted, each once.
type wording struct{ title, all []uint64 }

// commonWords say nothing about what a row is about.
var commonWords = map[string]bool{"a": true, "an": true, "and": true, "are": true, "as": true, "at": true, "be": true, "by": true,
	"for": true, "from": true, "in": true, "is": true, "it": true, "of": true, "on": true, "or": true, "that": true, "the": true,
	"their": true, "to": true, "will": true, "with": true}

// splitWords is the words of a text, without case or punctuation.
func splitWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func shingles(s string) []uint64 {
	var set []uint64
	last := ""
	for _, w := range splitWords(s) {
		if commonWords[w] {
			continue
		}
		set = append(set, hash(w))
		if last != "" {
			set = append(set, hash(last, " ", w))
		}
		last = w
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// hash is FNV-1a over the parts of a shingle.
func hash(parts ...string) uint64 {
	h := uint64(14695981039346656037)
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint64(p[i])) * 1099511628211
		}
	}
	return h
}

// wordsOf is a row's shingles. All of them are the title's, those of every
// other cell that holds words, names or dates, and those of the records that
// belong to it: an area is also known by its actions.
func (r *row) wordsOf(members map[*row][]string) *wording {
	if r.words != nil {
		return r.words
	}
	var all strings.Builder
	for i, c := range r.columns {
		switch c.Kind {
		case workbook.Text, workbook.LongText, workbook.Owner, workbook.Day, workbook.RefsOrText:
			all.WriteString(strings.ReplaceAll(r.values[i].shown, "-", ""))
			all.WriteString(" ")
		}
	}
	for _, m := range members[r] {
		all.WriteString(m)
		all.WriteString(" ")
	}
	r.words = &wording{title: shingles(r.title), all: shingles(all.String())}
	return r.words
}

// candidates finds, for one row, the rows that share its rarest shingles. It
// never looks at more than lookups of them, so that the work grows with the
// number of rows and not with its square.
type candidates struct {
	rows     []*row
	words    []*wording
	postings map[uint64][]int32 // shingle of the title → rows that have it
	asked    int32              // how often near was called
	seen     []int32            // by row, when it was last found
}

const lookups = 100

func newCandidates(rows []*row, members map[*row][]string) *candidates {
	c := &candidates{rows: rows, postings: map[uint64][]int32{}, seen: make([]int32, len(rows))}
	for i, r := range rows {
		w := r.wordsOf(members)
		c.words = append(c.words, w)
		for _, s := range w.title {
			c.postings[s] = append(c.postings[s], int32(i))
		}
	}
	return c
}

func (c *candidates) near(w *wording) []*row {
	rarest := slices.Clone(w.title)
	slices.SortFunc(rarest, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(len(c.postings[a]), len(c.postings[b])), cmp.Compare(a, b))
	})
	c.asked++
	var found []*row
	left := lookups
	for _, s := range rarest {
		for _, i := range c.postings[s] {
			if left--; left < 0 {
				return found
			}
			if c.seen[i] != c.asked {
				c.seen[i] = c.asked
				found = append(found, c.rows[i])
			}
		}
	}
	return found
}
