package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// tidy makes one block of what a page end has broken in two, and parts labels
// from texts.
func (d *Document) tidy() {
	var kept []Block
	for _, b := range d.Blocks {
		b.Text = oneLine(b.Text)
		b.Label = strings.TrimSpace(b.Label)
		b = b.labelled()
		if b.Text == "" {
			continue
		}
		if n := len(kept) - 1; n >= 0 {
			if at := continued(kept, b); at >= 0 {
				kept[at].Text = joined(kept[at].Text, b.Text)
				kept[at].Last = b.Last
				kept[at].Bold = kept[at].Bold && b.Bold
				continue
			}
		}
		kept = append(kept, b)
	}
	d.Blocks = kept
}

// labelled parts the label from the text. What the author tagged as a label
// may be the tail of an item that a page end has broken; then it is text.
func (b Block) labelled() Block {
	if b.Kind == Heading && len(b.Text) > 90 && strings.HasSuffix(b.Text, ".") {
		b.Kind, b.Level = Paragraph, 0 // a sentence that was tagged as a heading by mistake
	}
	if b.Label != "" && !isLabel(b.Label) {
		if label, rest := splitLabel(b.Label); label != "" && isBullet(label) {
			b.Label, b.Text = label, joined(rest, b.Text)
		} else {
			b.Label, b.Text = "", joined(b.Label, b.Text)
		}
	}
	if b.Label == "" && b.Kind != Heading {
		if label, rest := splitLabel(b.Text); label != "" && rest != "" && !looksLikeDate(b.Text) {
			b.Label, b.Text = label, rest
			if b.Kind == Paragraph && isBullet(label) {
				b.Kind, b.Level = Item, max(b.Level, 1)
			}
		}
	}
	if b.Kind == Item && isLabel(b.Text) && b.Label == "" {
		b.Text = ""
	}
	return b
}

var dateLike = words.MustCompile(`^\d{1,2}\.?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^\d{1,2}\.\d{1,2}\.\d{2,4}\b`)

func looksLikeDate(text string) bool { return dateLike.MatchString(text) }

// continued is the index of the block that b goes on with, or -1. Only a page
// end breaks a paragraph; footnotes may stand between the parts.
func continued(kept []Block, b Block) int {
	if b.Label != "" || b.Kind == Heading || b.Kind == Note || b.Page == 0 {
		return -1
	}
	for at := len(kept) - 1; at >= 0 && at >= len(kept)-4; at-- {
		a := kept[at]
		if a.Kind == Note {
			continue
		}
		if a.Kind == Item && a.Label != "" && b.Kind == Item && a.Last < b.Page {
			return at // an item without its bullet goes on with the last one that had it
		}
		if a.Kind == Heading || a.Col != b.Col || a.Table != b.Table && a.Last == b.Page {
			return -1
		}
		if a.Last == b.Page && !(b.Kind == Item && opensLow(b.Text)) || a.Bold != b.Bold {
			return -1
		}
		if unfinished(a.Text) && (opensLow(b.Text) || cutMidway(a.Text)) {
			return at
		}
		return -1
	}
	return -1
}

func opensLow(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// unfinished tells that a text doesn't end as a sentence or item does.
func unfinished(text string) bool {
	return !strings.ContainsAny(text[len(text)-1:], ".!?:;") && !strings.HasSuffix(text, "”")
}

var midway = words.MustCompile(`(?:,|-|\b(?:a|an|and|are|as|at|be|been|but|by|for|from|had|has|have|in|into|is|its|of|on|or|such|that|the|their|these|this|those|to|was|were|which|who|with|within|not|no|more|all|’s|s’|’))$`)

// cutMidway tells that no sentence can end so, or that a long paragraph
// doesn't end at all.
func cutMidway(text string) bool {
	return midway.MatchString(text) || len(text) > 150
}

// splitWord is a text that ends within a compound word or a range of numbers.
var splitWord = words.MustCompile(`\S-$|\d–$`)

// joined puts two parts of a text together. A hyphen at the end of a line
// stays and needs no space.
func joined(a, b string) string {
	if a == "" || b == "" || splitWord.MatchString(a) {
		return a + b
	}
	return a + " " + b
}
