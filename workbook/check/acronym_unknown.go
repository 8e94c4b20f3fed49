package check

import (
	"slices"
	"strings"
	"unicode"

	"actionplan/workbook"
	"actionplan/workbook/check/identify"
)

var acronymUnknown = Rule{
	Name: "acronym-unknown", Severity: workbook.Advice, Doc: doc("acronym-unknown"),
	Run: func(p *Pass) {
		known := p.knownAcronyms()
		for i, t := range p.texts {
			if !t.printed || !hasCapitalPair(t.value) || t.Place().Bad(t.heading) || mostlyCapitals(t.value) {
				continue
			}
			value := t.value
			if found := p.found(i); len(found) > 0 {
				value = identify.Mask(value, found) // initials are no acronym, and are not repeated
			}
			for _, a := range acronyms(value) {
				if known[a] {
					continue
				}
				known[a] = true // at its first place only
				message, hint := quote(a)+" is not in the glossary.", "Add it to "+p.sheet(workbook.SheetGlossary)+", or write it out here: board members and families read this."
				if identify.MayBeInitials(a) {
					message, hint = "Two capitals stand here that the plan does not explain.", "Write out what they stand for; if that is a person, write the post, or speak of people in general."
				}
				p.report(t.Place(), t.heading, t.ref, message, hint)
			}
		}
	},
}

// everydayAcronyms need no explaining to anybody.
var everydayAcronyms = setOf(`NHS GP UK EU IT HR PDF CEO OK ID AM PM TV BBC PC FAQ QR ICT RAG BRAG KPI II III IV VI VII VIII IX XI XII GCSE AGM
	AND NOT ALL MUST NO ONLY NEW WILL ANY OR THE BUT SMART TBC TBA TBD NA AOB CV GDPR PE USA VIP SMS ASAP MP HM`)

// knownAcronyms are those of the glossary, those that the plan itself writes
// out, status words, and everyday ones.
func (p *Pass) knownAcronyms() map[string]bool {
	known := make(map[string]bool)
	for a := range everydayAcronyms {
		known[a] = true
	}
	learn := func(s string) {
		for _, a := range acronyms(s) {
			known[a] = true
		}
	}
	for _, t := range p.Plan.Glossary {
		learn(t.Term)
		learn(strings.ToUpper(t.Term))
		if strings.Contains(t.Meaning, "(") {
			learn(t.Meaning)
		}
	}
	for _, w := range p.Plan.Key.Words {
		learn(strings.ToUpper(w.Word))
	}
	for _, t := range p.texts {
		for _, a := range writtenOut(t.value) {
			known[a] = true
		}
	}
	for _, m := range p.Plan.Measures {
		learn(m.Unit)
	}
	return known
}

// acronyms are the words of 2 to 6 capitals in a text, with a plural s taken
// off. A word with a figure in it is a ref.
func acronyms(s string) []string {
	if !hasCapitalPair(s) {
		return nil
	}
	var found []string
	for _, w := range wordSpans(s) {
		for _, part := range strings.FieldsFunc(s[w.start:w.end], func(r rune) bool { return r == '-' || r == '‑' }) {
			if a := acronymOf(part); a != "" {
				found = append(found, a)
			}
		}
	}
	return found
}

// hasCapitalPair is true of a text with two capitals side by side.
func hasCapitalPair(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' && s[i-1] >= 'A' && s[i-1] <= 'Z' {
			return true
		}
	}
	return false
}

// acronymOf takes the plural or possessive s off: IROs, IRO's.
func acronymOf(word string) string {
	for _, suffix := range []string{"'s", "’s", "s"} {
		word = strings.TrimSuffix(word, suffix)
	}
	if len(word) < 2 || len(word) > 6 {
		return ""
	}
	for _, r := range word {
		if r < 'A' || r > 'Z' {
			return ""
		}
	}
	return word
}

// writtenOut are the acronyms in brackets after words that begin with their
// letters: "independent reviewing officers (IROs)"; and those followed by such
// words in brackets.
func writtenOut(s string) []string {
	var found []string
	for open := strings.Index(s, "("); open >= 0; {
		end := strings.Index(s[open:], ")")
		if end < 0 {
			break
		}
		inside, before := s[open+1:open+end], s[:open]
		if a := acronymOf(strings.TrimSpace(inside)); a != "" && spells(before, a) {
			found = append(found, a)
		}
		if list := strings.Fields(before); len(list) > 0 {
			if a := acronymOf(list[len(list)-1]); a != "" && spells(inside, a) {
				found = append(found, a)
			}
		}
		next := strings.Index(s[open+end:], "(")
		if next < 0 {
			break
		}
		open += end + next
	}
	return found
}

// spells is true if the last words of a text begin with an acronym's letters,
// small words between them left out if need be.
func spells(s, acronym string) bool {
	list := strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	slices.Reverse(list)
	letters := []byte(acronym)
	slices.Reverse(letters)
	i := 0
	for n, w := range list {
		if i == len(letters) || n > 2*len(letters) {
			break
		}
		if w[0] == letters[i] {
			i++
		}
	}
	return i == len(letters)
}

// mostlyCapitals is true of a text written in capitals: its words are not
// acronyms.
func mostlyCapitals(s string) bool {
	capital, letters := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				capital++
			}
		}
	}
	return letters > 12 && capital*2 > letters
}

// sorted sorts names in place and returns them.
func sorted(names []string) []string {
	slices.Sort(names)
	return names
}
