package letter

import (
	"regexp"
	"slices"
	"strings"

	"actionplan/workbook/words"
)

// named reads the kind of visit where a text that has no title, such as an
// article, says "in the second monitoring visit since".
func (r *factReader) named() {
	if r.facts.Kind != "" {
		return
	}
	for _, p := range r.opening() {
		if m := visitNumber.FindStringSubmatch(p.Text); m != nil && slices.Contains(ordinals, strings.ToLower(m[1])) {
			r.facts.Kind = MonitoringVisit
			return
		}
	}
}

var councilName = words.MustCompile(`^(?:The )?(?:(?:London|Royal|Metropolitan) )*(?:Borough of [A-Z][\pL’'\- ]+|[A-Z][\pL’'\-.&]+(?: (?:[A-Z][\pL’'\-.&]+|of|and|upon|on|the|with|in|under|le|by))* (?:Council|Borough|County Council|City Council|Combined Authority|Children’s Trust|Children’s Services Trust)|Council of the Isles of Scilly|City of [A-Z][\pL’'\- ]+|Achieving for Children)$`)

// organisationFromCover takes the council's name that stands by itself on
// the cover of a report.
func (r *factReader) organisationFromCover() {
	for i, p := range r.opening() {
		if r.titleAt >= 0 && i > r.titleAt+4 {
			break
		}
		text := strings.ReplaceAll(p.Text, "'", "’")
		if councilName.MatchString(text) && !postWords.MatchString(text) {
			r.facts.Organisation = text
			return
		}
	}
	// The line over the title names the place.
	if r.titleAt > 0 && r.facts.Kind == Inspection {
		if text := r.passages[r.titleAt-1].Text; len(strings.Fields(text)) <= 7 && !strings.ContainsAny(text, ".:@0123456789") {
			r.facts.Organisation = text
		}
	}
}

// fullName prefers the council's full name where the letter prints it in the
// address or among the details.
func (r *factReader) fullName() {
	place := r.facts.Organisation
	if place == "" || councilName.MatchString(place) {
		return
	}
	for i, p := range r.passages {
		if i > 40 && plainHeading(p.Heading) != "local area partnership details" {
			continue
		}
		for part := range strings.SplitSeq(strings.ReplaceAll(p.Text, "'", "’"), ",") {
			if part = strings.TrimSpace(part); councilName.MatchString(part) && !postWords.MatchString(part) && strings.Contains(foldPlace(part), foldPlace(place)) && len(part) < 70 {
				r.facts.Organisation = part
				return
			}
		}
	}
	r.nameInText(place)
}

// longerPlace is a word before a place's name that makes it another place.
var longerPlace = words.MustCompile(`^(?:South|North|East|West|Mid|Central|Greater|Upper|Lower|Inner|Outer|New|and|upon)$|-$`)

// nameInText takes the council's name from the letter's sentences, unless a
// longer place name, such as South before it, makes it another council's.
func (r *factReader) nameInText(place string) {
	full, err := regexp.Compile(`(?:^|([\pL’-]+) |[^\pL ])((?:(?:London |Royal )(?:Metropolitan )?Borough of )` + regexp.QuoteMeta(place) + `|` + regexp.QuoteMeta(place) + ` (?:(?:County|City|Metropolitan|Borough|District) )*Council)\b`)
	if err != nil {
		return
	}
	for _, p := range r.passages {
		for _, m := range full.FindAllStringSubmatch(strings.ReplaceAll(p.Text, "'", "’"), -1) {
			if !longerPlace.MatchString(m[1]) {
				r.facts.Organisation = m[2]
				return
			}
		}
	}
}

func foldPlace(text string) string {
	return strings.NewReplacer("-", " ", "’", "", "'", "", " and ", " & ").Replace(strings.ToLower(text))
}
