package identify

import "strings"

// withoutQuotations leaves out counts and descriptions that are quoted from a
// letter that has been published: whoever wants to can read them there. What
// identifies by itself (a name, a number, an address) is never left out.
func (t *text) withoutQuotations() []Span {
	if len(t.found) == 0 || !strings.ContainsAny(t.s, "\"“‘'") {
		return t.found
	}
	quoted := t.quotations()
	if len(quoted) == 0 {
		return t.found
	}
	var left []Span
	for _, f := range t.found {
		if f.Kind == SmallCount || f.Kind == Described {
			if i := firstEndingAfter(quoted, f.Start); i < len(quoted) && quoted[i].Start <= f.Start && f.End <= quoted[i].End {
				continue
			}
		}
		left = append(left, f)
	}
	return left
}

func firstEndingAfter(list []Span, at int) int {
	low, high := 0, len(list)
	for low < high {
		if mid := (low + high) / 2; list[mid].End <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// quotations are the places between quotation marks whose lead-in names an
// inspection letter or report, or those who write them.
func (t *text) quotations() []Span {
	var list []Span
	for at := 0; at < len(t.s); {
		open := strings.IndexAny(t.s[at:], "\"“")
		if open < 0 {
			break
		}
		open += at
		size := 1
		closing := "\""
		if t.s[open] != '"' {
			size, closing = len("“"), "”"
		}
		if !strings.HasPrefix(t.s[open:], "\"") && !strings.HasPrefix(t.s[open:], "“") { // a part of another character
			at = open + 1
			continue
		}
		end := strings.Index(t.s[open+size:], closing)
		if end < 0 {
			break
		}
		end += open + size
		if t.leadsFromLetter(open) || t.ledToLetter(end) {
			list = append(list, Span{Start: open, End: end})
		}
		at = end + len(closing)
	}
	return list
}

// leadsFromLetter looks at the words before a quotation.
func (t *text) leadsFromLetter(open int) bool {
	i := t.wordAt(open) - 1
	if i < -1 {
		i = len(t.words) - 1
	}
	letter := false
	for k := i; k >= max(0, i-14); k-- {
		if i-k > 1 && t.words[k].sentence != t.words[i].sentence {
			break
		}
		w := t.words[k]
		if w.class&(pronoun|kinWord|childWord) != 0 || w.low == "draft" || w.low == "unpublished" {
			return false
		}
		letter = letter || w.class&letterWord != 0 || w.low == "letter" || w.low == "report"
	}
	return letter
}

// ledToLetter looks at the words right behind a quotation: “…”, as Ofsted's
// letter of May put it.
func (t *text) ledToLetter(end int) bool {
	i := t.wordAt(end + 1)
	if i < 0 {
		return false
	}
	letter := false
	for k := i; k < min(len(t.words), i+8) && t.words[k].sentence == t.words[i].sentence; k++ {
		w := t.words[k]
		if w.class&(pronoun|kinWord|childWord) != 0 || w.low == "draft" || w.low == "unpublished" {
			return false
		}
		letter = letter || w.class&letterWord != 0 || w.low == "letter" || w.low == "report"
	}
	switch t.words[i].low {
	case "as", "said", "says", "wrote", "inspectors", "ofsted", "the", "according":
		return letter
	}
	return false
}
