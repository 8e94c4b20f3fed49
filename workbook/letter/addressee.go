package letter

import (
	"strings"

	"actionplan/workbook/words"
)

// postWords are in the posts of those who get letters.
var postWords = words.MustCompile(`(?i)\b(?:director|chief|executive|officer|head of|commissioner|lead|manager|chair|president|constable|leader|mayor|member|secretary|superintendent|scrutineer|nurse|deputy|partnership|dcs|principal)\b`)

// address reads the posts of those to whom the letter is written. Only these
// are kept, never the names.
func (r *factReader) address() {
	end := -1
	for i, p := range r.opening() {
		if salutation.MatchString(p.Text) {
			end = i
			break
		}
	}
	if end < 0 {
		return
	}
	start := 0
	for i := range end {
		if phoneOrWeb.MatchString(r.passages[i].Text) {
			start = i + 1
		}
	}
	for _, p := range r.passages[start:end] {
		r.addressLine(p.Text)
	}
}

var (
	phoneOrWeb = words.MustCompile(`(?i)@|www\.|textphone|^T:? ?0|enquiries|piccadilly gate|^gov\.uk`)
	personName = words.MustCompile(`^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Professor|Cllr|Councillor|Rt Hon|Lord|Lady)\.? )?[A-Z][\pL’'\-]+(?: (?:[A-Z]\.?|[A-Z][\pL’'\-]+|[a-z]{2,3}))* [A-Z][\pL’'\-]+(?: (?:OBE|CBE|MBE|QPM|CBE DL))?$`)
)

// addressLine takes the post from a line of the address: a line of its own,
// or what follows a name and a comma.
func (r *factReader) addressLine(text string) {
	if at := nextName.FindStringIndex(text); at != nil {
		r.addressLine(text[at[0]+2:])
		text = text[:at[0]]
	}
	if !postWords.MatchString(text) || departments.MatchString(text) || len(text) > 220 || len(findSpans(text)) > 0 {
		return
	}
	if name, post, ok := strings.Cut(text, ","); ok && personName.MatchString(strings.TrimSpace(name)) && !postWords.MatchString(name) {
		text = strings.TrimSpace(post)
	} else if m := styledName.FindStringSubmatch(text); m != nil {
		text = m[1]
	} else if m := nameFirst.FindStringSubmatch(text); m != nil && !postWords.MatchString(m[1]) {
		text = m[2]
	}
	r.facts.Addressees = append(r.facts.Addressees, strings.TrimRight(text, " ,."))
}

var (
	nextName    = words.MustCompile(`\. [A-Z][\pL’'\-]+ [A-Z][\pL’'\-]+, `)
	styledName  = words.MustCompile(`^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Professor|Cllr)\.? [A-Z][\pL’'\-]+ [A-Z][\pL’'\-]+,? (.+)$`)
	departments = words.MustCompile(`(?:Department|Directorate|House|Office)$`)
)

var nameFirst = words.MustCompile(`^((?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Professor)\.? )?[A-Z][\pL’'\-]+ [A-Z][\pL’'\-]+)(?: [-–—] | \()(.+?)\)?$`)
