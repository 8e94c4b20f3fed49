package letter

import (
	"strings"

	"actionplan/workbook/words"
)

var (
	lookedAt   = words.MustCompile(`(?i)^(?:during (?:the course of )?this visit,? )?(?:the )?inspectors (?:looked at|evaluated|reviewed|considered|focused on|assessed|examined) (?:the )?(?:local authority’s arrangements|progress|arrangements|areas?|effectiveness|experiences|quality)`)
	jointAbout = words.MustCompile(`(?i:joint targeted area inspections?)(?: \(JTAI\))? of ((?:the )?\p{Ll}.+?) in \p{Lu}`)
	multiAbout = words.MustCompile(`(?i)\bmulti-agency response to (.+?)(?: in [A-Z]| between | from \d|\.|$)`)
)

// scope reads what the visit covered, with the items that follow a colon.
func (r *factReader) scope() {
	for i, p := range r.opening() {
		text := strings.ReplaceAll(p.Text, "'", "’")
		if p.IsHeading && r.facts.Kind != JTAI {
			continue
		}
		for _, s := range sentences(text) {
			if lookedAt.MatchString(s.text) && r.facts.Kind != JTAI {
				r.facts.Scope = r.withItems(i, scopeText(text, s))
				return
			}
		}
		if r.facts.Kind != JTAI || r.facts.Scope != "" {
			continue
		}
		if m := multiAbout.FindStringSubmatch(text); m != nil {
			r.facts.Scope = "The multi-agency response to " + strings.TrimSpace(m[1])
		} else if m := jointAbout.FindStringSubmatch(text); m != nil {
			r.facts.Scope = words.Capital(strings.TrimSpace(m[1]))
		}
	}
}

// scopeText is a sentence with those that go on about what was looked at.
func scopeText(text string, first sentence) string {
	end := first.end
	for _, s := range sentences(text) {
		if s.at >= first.end && words.MustCompile(`(?i)^(?:(?:specifically, )?(?:they|inspectors|the visit) (?:also )?(?:looked|considered|focused)(?: specifically)?|this included)`).MatchString(s.text) && !evidence.MatchString(s.text) {
			end = s.end
		}
	}
	return text[first.at:end]
}

var evidence = words.MustCompile(`(?i)range of evidence|case records|case files|discussions with|performance (?:management )?(?:information|data)|local authority performance`)

func (r *factReader) withItems(i int, text string) string {
	if !strings.HasSuffix(strings.TrimSpace(text), ":") {
		return strings.TrimSpace(text)
	}
	lines := []string{strings.TrimSpace(text)}
	for _, p := range r.passages[i+1 : min(len(r.passages), i+16)] {
		if p.Label == "" && p.Kind == 0 && !scopeItem.MatchString(p.Text) || p.IsHeading {
			break
		}
		lines = append(lines, "• "+p.Text)
	}
	return strings.Join(lines, "\n")
}

// scopeItem is an item whose bullet was lost in copying.
var scopeItem = words.MustCompile(`^(?:[Tt]he|[Hh]ow|[Ww]hether)\b.{0,240}$`)
