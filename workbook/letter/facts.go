package letter

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"actionplan/workbook/words"
)

// Facts are what a letter says of itself. What it does not print is blank.
type Facts struct {
	Organisation   string
	Addressees     []string // posts, as printed, without the names of the people
	Kind           string   // one of the Visits sheet's kinds
	Number         int      // which monitoring visit, from 1; 0 where not said
	Title          string
	Started, Ended date
	Dated          date // of the letter
	Framework      string
	Judgements     []Judgement
	Outcome        string // the overall grade, or the sentence that gives the outcome
	Previous       string // the previous judgement, as printed
	PreviousDate   string // its month and year or dates, as printed
	Scope          string // what the visit covered
	PlanDue        date   // of the plan or written statement, where printed
	DraftDue       date   // of its draft
	PlanSentence   string // the sentence that prints them
	Partners       []string
}

// Judgement is a graded area.
type Judgement struct{ Area, Grade string }

// The kinds of visit, in the words of the plan's Visits sheet.
const (
	Inspection      = "Inspection"
	FocusedVisit    = "Focused visit"
	MonitoringVisit = "Monitoring visit"
	AssuranceVisit  = "Assurance visit"
	JTAI            = "JTAI"
	AreaSEND        = "Area SEND inspection"
)

// titles are how letters and reports name themselves, with the place named.
var titles = []struct {
	kind, framework string
	re              *words.Pattern
}{
	{MonitoringVisit, "", titleOf(`(?:Ofsted )?monitoring visit (?:of|to|at|in) (.+)`)},
	{FocusedVisit, "ILACS", titleOf(`(?:Ofsted )?focus(?:s)?ed visit (?:of|to|at|in) (.+)`)},
	{AssuranceVisit, "ILACS", titleOf(`(?:Ofsted )?assurance visit (?:of|to|at|in) (.+)`)},
	{AssuranceVisit, "ILACS", titleOf(`(?:Ofsted )?(?:COVID.19 )?assurance visit`)},
	{JTAI, "JTAI", titleOf(`joint targeted area inspections?.* in (.+)`)},
	{JTAI, "JTAI", titleOf(`joint targeted area inspections? of (?:services in )?(.+)`)},
	{JTAI, "JTAI", titleOf(`joint targeted area inspections?.*`)},
	{AreaSEND, "Area SEND", titleOf(`area SEND (?:full )?(?:inspection|monitoring inspection|revisit|visit) (?:of|in) (.+)`)},
	{AreaSEND, "Area SEND", titleOf(`joint (?:local )?area (?:SEND|special educational needs and.{0,4}disabilit(?:y|ies)(?: \(SEND\))?) (?:inspection|revisit|re-visit)(?: (?:in|of) (.+))?`)},
	{AreaSEND, "Area SEND", titleOf(`(?:joint )?(?:local )?area SEND (?:inspection|revisit|re-visit)(?: (?:in|of) (.+))?`)},
	{Inspection, "SIF", titleOf(`(?:re-?)?inspection of services for children in need of help and protection.*`)},
	{Inspection, "ILACS", titleOf(`(?:re-?)?inspection of (?:local authority children's services|children's (?:social care )?services)`)},
	{Inspection, "ILACS", titleOf(`(?:re-?)?inspection of (.+?) (?:local authority )?(?:children's (?:social care )?services|children’s services)`)},
	{Inspection, "ILACS", titleOf(`(?:Ofsted )?(?:short|standard) inspection of (.+)`)},
	{Inspection, "", titleOf(`inspection of safeguarding and (?:looked after children|children looked after) services(?: in (.+))?`)},
	{Inspection, "", titleOf(`(?:annual )?(?:unannounced )?inspection of (?:contact, referral and assessment arrangements|local authority arrangements for the protection of children|arrangements for .+?)(?: (?:within|in|for) (.+))?`)},
}

func titleOf(pattern string) *words.Pattern { return words.MustCompile(`(?i)^` + pattern + `$`) }

// isTitle tells the line in which a letter names itself.
func isTitle(text string) bool {
	if len(text) > 260 || strings.HasSuffix(text, ".") {
		return false
	}
	_, _, _, ok := readTitle(text)
	return ok
}

func readTitle(text string) (kind, framework, place string, ok bool) {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "’", "'")), " ")
	text = strings.TrimRight(text, ": ")
	for _, t := range titles {
		if m := t.re.FindStringSubmatch(text); m != nil {
			if len(m) > 1 {
				place = m[1]
			}
			return t.kind, t.framework, cleanPlace(place), true
		}
	}
	return "", "", "", false
}

// cleanPlace leaves of "Medway local authority children's services" the name.
func cleanPlace(place string) string {
	place = placeTail.ReplaceAllString(strings.ReplaceAll(place, "’", "'"), "")
	place = strings.TrimPrefix(place, "the ")
	return strings.ReplaceAll(strings.TrimSpace(strings.Trim(place, " ,.:")), "'", "’")
}

var placeTail = words.MustCompile(`(?i)(?:'s?)?(?:\s+|^)(?:local authority(?:'s)?|local area(?: partnership)?|area partnership|partnership|children's (?:social care )?services?|children services|children and (?:young people|families)'?s? services|services? for .*|(?:local )?safeguarding .*|SEND .*|special educational needs.*|care leavers.*|on \d.*|between \d.*|\(.*|\d{4}.*)(?:\s.*)?$|'s$`)

// readFacts gathers the facts, and what in them contradicts itself.
func readFacts(passages []Passage) (Facts, []string) {
	r := factReader{passages: passages}
	r.title()
	r.address()
	r.dates()
	r.number()
	r.judgements()
	r.previous()
	r.scope()
	r.planDates()
	r.partners()
	return r.facts, r.notes()
}

type factReader struct {
	passages []Passage
	facts    Facts
	titleAt  int
}

// opening is the passages in which a letter names itself and its visit.
func (r *factReader) opening() []Passage {
	return r.passages[:min(len(r.passages), 45)]
}

func (r *factReader) title() {
	r.titleAt = -1
	for i, p := range r.opening() {
		kind, framework, place, ok := readTitle(p.Text)
		if !ok || strings.HasSuffix(p.Text, ".") || len(p.Text) > 260 {
			continue
		}
		r.titleAt = i
		r.facts.Kind, r.facts.Framework, r.facts.Title = kind, framework, strings.TrimRight(p.Text, ": ")
		r.facts.Organisation = place
		break
	}
	r.summary()
	r.named()
	if r.facts.Organisation == "" {
		r.organisationFromCover()
	}
	r.fullName()
	r.framework()
}

var summaries = []*words.Pattern{
	words.MustCompile(`(?:findings|outcomes?) of (?:the|a|an|our) (?:recent |\w+ )?(?P<kind>focused visit|monitoring visit|assurance visit|joint targeted area inspection|JTAI|inspection)(?: \(.*?\))?,? (?:to|of|in|at) (?P<place>.+?)(?:,? (?:on|between|from|which|that|carried|conducted|undertaken|dated)\b|\.)`),
	words.MustCompile(`(?P<kind>focused visit|monitoring visit|assurance visit) (?:to|of|in|at) (?P<place>.+?)(?:,? (?:on|between|from|which)\b|\.)`),
}

// summary reads the sentence that says what the letter is about.
func (r *factReader) summary() {
	for _, p := range r.opening() {
		for _, re := range summaries {
			m := re.FindStringSubmatch(p.Text)
			if m == nil {
				continue
			}
			if r.facts.Kind == "" {
				r.facts.Kind, r.facts.Framework = kindOf(m[1])
			}
			place := cleanPlace(m[2])
			if r.facts.Organisation == "" && len(place) < 60 && !strings.Contains(place, "multi-agency") {
				r.facts.Organisation = place
			}
			return
		}
	}
}

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

func kindOf(words string) (kind, framework string) {
	switch strings.ToLower(words) {
	case "focused visit":
		return FocusedVisit, "ILACS"
	case "monitoring visit":
		return MonitoringVisit, ""
	case "assurance visit":
		return AssuranceVisit, "ILACS"
	case "joint targeted area inspection", "jtai":
		return JTAI, "JTAI"
	}
	return Inspection, ""
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

func (r *factReader) framework() {
	if r.facts.Kind == Inspection && r.facts.Framework != "SIF" {
		for _, p := range r.opening() {
			if strings.Contains(p.Text, "ILACS") {
				r.facts.Framework = "ILACS"
			}
			if strings.Contains(p.Text, "single inspection framework") && r.facts.Framework == "" {
				r.facts.Framework = "SIF"
			}
		}
	}
}

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

// dates reads the letter's own date and those of the visit.
func (r *factReader) dates() {
	for _, p := range r.opening() {
		if salutation.MatchString(p.Text) || p.role != cover && !r.addressed() {
			break
		}
		if found := findSpans(p.Text); len(found) == 1 && !found[0].noYear && found[0].from.Equal(found[0].to) && letterDate.MatchString(strings.TrimSpace(p.Text[:found[0].at]+p.Text[found[0].end:])) {
			r.facts.Dated = found[0].from
			break
		}
	}
	for i, re := range visitDates {
		for _, p := range r.opening() {
			if r.visitSpan(p, re) {
				return
			}
		}
		if i == 0 && r.datesInCells() {
			return
		}
	}
}

// addressed tells a letter from a report.
func (r *factReader) addressed() bool {
	return slices.ContainsFunc(r.opening(), func(p Passage) bool { return salutation.MatchString(p.Text) })
}

var letterDate = words.MustCompile(`(?i)^(?:date:?|dated:?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|letter date:?|,)?$`)

// visitDates are the words before the dates of a visit, the surest first.
var visitDates = []*words.Pattern{
	words.MustCompile(`(?i)^(?:inspection|visit|monitoring visit|focused visit)s?(?: \w+)? dates?:?`),
	words.MustCompile(`(?i)(?:letter|report) (?:summarises|summarizes|outlines|sets out|provides|details|contains|reports).{0,260}?\b(?:on|from|between|dated|of)\s+(?:the )?$`),
	words.MustCompile(`(?i)(?:visit|inspection|revisit)\b.{0,120}?\b(?:took place|was carried out|was conducted|was undertaken|conducted|carried out|undertaken|held)(?: on-?site)?(?: from| between| on| over)?\s*(?:the )?$`),
	opensWithDates,
	words.MustCompile(`(?i)(?:visit|inspection)\b.{0,160}?\b(?:on|from|between)\s+(?:the )?$`),
}

// opensWithDates is "Between 20 and 24 June, Ofsted undertook an inspection".
var opensWithDates = words.MustCompile(`(?i)^(?:between|from|on|during)\s+(?:the )?$`)

// visitSpan takes the first dates of a passage that stand behind the words.
func (r *factReader) visitSpan(p Passage, re *words.Pattern) bool {
	for _, s := range findSpans(p.Text) {
		before := p.Text[:s.at]
		before = before[strings.LastIndex(before, ". ")+1:]
		if !re.MatchString(strings.TrimSpace(before)+" ") && !re.MatchString(before) || previousWords.MatchString(before) {
			continue
		}
		if re == opensWithDates && !visitWords.MatchString(sentences(p.Text[s.end:])[0].text) {
			continue
		}
		if s, ok := s.withYear(r.facts.Dated); ok && !s.to.Before(s.from) {
			r.facts.Started, r.facts.Ended = s.from, s.to
			return true
		}
	}
	return false
}

var visitWords = words.MustCompile(`(?i)\b(?:undertook|carried out|conducted|completed|visited|inspected)\b`)

var previousWords = words.MustCompile(`(?i)\b(?:previous|last|since|prior|earlier|first|judged)\b`)

// datesInCells reads "Inspection dates:" and the dates in the cell beside it.
func (r *factReader) datesInCells() bool {
	for i, p := range r.opening() {
		if !visitDates[0].MatchString(p.Text) || previousWords.MatchString(p.Text) || i+1 >= len(r.passages) {
			continue
		}
		if found := findSpans(r.passages[i+1].Text); len(found) > 0 {
			if s, ok := found[0].withYear(r.facts.Dated); ok {
				r.facts.Started, r.facts.Ended = s.from, s.to
				return true
			}
		}
	}
	return false
}

var ordinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

var visitNumber = words.MustCompile(`(?i)\b(?:the|a|our|its|this) (\w+) (?:and (?:final|last) )?monitoring visit\b`)

// number reads which monitoring visit this is.
func (r *factReader) number() {
	if r.facts.Kind != MonitoringVisit {
		return
	}
	for _, p := range r.opening() {
		for _, m := range visitNumber.FindAllStringSubmatch(p.Text, -1) {
			for i, word := range ordinals {
				if strings.EqualFold(m[1], word) {
					r.facts.Number = i + 1
					return
				}
			}
		}
	}
}

var grade = words.MustCompile(`(?i)^(outstanding|good|requires improvement(?: to be good)?|inadequate|adequate|satisfactory|not judged|no grade)\*?\.?$`)

// judgements reads the table of grades, or sentences that give them.
func (r *factReader) judgements() {
	type rowKey struct{ table, row int }
	first := map[rowKey]string{}
	for _, p := range r.passages {
		if p.Table == 0 {
			continue
		}
		key := rowKey{p.Table, p.Row}
		if m := grade.FindStringSubmatch(p.Text); m != nil {
			if area := first[key]; area != "" {
				r.judge(area, m[1])
			}
			continue
		}
		first[key] = strings.TrimSpace(first[key] + " " + p.Text)
	}
	tabled := len(r.facts.Judgements) > 0
	for _, p := range r.passages {
		m := gradedHeading.FindStringSubmatch(strings.ReplaceAll(p.Text, "judgment", "judgement"))
		if m != nil && len(p.Text) < 180 && (!tabled || overall.MatchString(m[1]) || boardName.MatchString(m[1])) {
			r.judge(m[1], m[2])
		}
	}
	r.gradesBelow()
	for _, p := range r.opening() {
		if m := overallSentence.FindStringSubmatch(strings.ReplaceAll(p.Text, "'", "’")); m != nil && r.facts.Outcome == "" && len(p.Text) < 160 {
			r.facts.Outcome = words.Capital(strings.TrimSpace(m[1]))
		}
	}
	for _, j := range r.facts.Judgements {
		if overall.MatchString(j.Area) {
			r.facts.Outcome = j.Grade
		}
	}
	if r.facts.Outcome == "" && r.facts.Kind == AreaSEND {
		r.outcomeOfSEND()
	}
}

var (
	overall       = words.MustCompile(`(?i)^(?:the )?overall (?:effectiveness|judge?ment)`)
	gradedHeading = words.MustCompile(`(?i)^((?:the )?(?:overall (?:effectiveness|judgement)|experiences and progress of .+?|impact of leaders .+?|effectiveness of .+?|graded judgement for .+?|leadership, management and governance|adoption performance))(?:: | is | are | – | - )(outstanding|good|requires improvement(?: to be good)?|inadequate|adequate)\.?$`)
)

// gradedArea is what a grade is given for, on a line of its own.
var gradedArea = words.MustCompile(`(?i)^(?:the )?(?:overall (?:effectiveness|judge?ment)|experiences and progress of|impact of leaders|effectiveness of|leadership, management and governance|adoption performance|children who need help and protection|children looked after|quality of)[^.]{0,110}$`)

// overallSentence gives the overall grade of a report whose table has none.
var overallSentence = words.MustCompile(`(?i)^(?:the overall judge?ment is (?:that )?)?(?:children’s services|services for children)(?: in .{3,60}?)? (?:(?:is|are) )?((?:outstanding|good|inadequate)|requires? improvement(?: to be good)?)\.?$`)

var gradeBelow = words.MustCompile(`(?i)^grade:? \d\s*\(?(outstanding|good|adequate|inadequate)\)?\.?$`)

// gradesBelow reads "Grade 3 (Adequate)" under the heading of what is graded.
func (r *factReader) gradesBelow() {
	for i, p := range r.passages {
		if i == 0 {
			continue
		}
		over := r.passages[i-1]
		if m := gradeBelow.FindStringSubmatch(p.Text); m != nil && len(over.Text) < 120 {
			r.judge(strings.TrimPrefix(over.Text, "The inspection outcome: "), m[1])
		}
		if m := grade.FindStringSubmatch(p.Text); m != nil && p.Table == 0 && gradedArea.MatchString(over.Text) {
			r.judge(over.Text, m[1])
		}
	}
}

func (r *factReader) judge(area, grade string) {
	area = strings.Trim(area, " :*")
	grade = strings.ToUpper(grade[:1]) + strings.ToLower(grade[1:])
	for _, j := range r.facts.Judgements {
		if sameArea(j.Area) == sameArea(area) {
			return
		}
	}
	r.facts.Judgements = append(r.facts.Judgements, Judgement{area, grade})
}

// boardName is the safeguarding board, which has a grade of its own.
var boardName = words.MustCompile(`(?i)(?:local safeguarding children board(?: \(lscb\))?|lscb)`)

func sameArea(area string) string {
	area = boardName.ReplaceAllString(plainHeading(area), "lscb")
	return strings.TrimPrefix(strings.Replace(area, "judgment", "judgement", 1), "the ")
}

var sendOutcome = words.MustCompile(`(?i)local area partnership’s (?:special educational needs.{0,60})?arrangements .{0,40}lead to|there are widespread and/or systemic failings|(?:raises|raise) significant concerns about the effectiveness of the local area|written statement of action is required`)

func (r *factReader) outcomeOfSEND() {
	for _, p := range r.opening() {
		text := strings.ReplaceAll(p.Text, "'", "’")
		if sendOutcome.MatchString(text) {
			r.facts.Outcome = sentences(p.Text)[0].text
			return
		}
	}
}

var (
	judgedIn   = words.MustCompile(`(?i)\b(?:judged|rated|found|graded)(?: (?:to be|as))? ‘?(outstanding|good|requir(?:es|ing|e) improvement(?: to be good)?|inadequate|adequate)’?(?:,? (?:overall )?(?:in|at|by Ofsted in|following|by)(?: (?:an?|the|its|our) .{0,80}? in)? ((?:` + monthPattern + ` )?(?:19|20)\d{2}))?`)
	previousOn = words.MustCompile(`(?i)\bdates? of (?:the )?previous inspection:? *(.+)$`)
	whenJudged = words.MustCompile(`(?i)\b(?:last|previous) (?:[\w’]+ ){0,4}inspection (?:in|of|on) ((?:` + monthPattern + ` )?(?:19|20)\d{2}),? when (?:[\w’]+ ){1,4}(?:was|were) (?:judged|rated|found|graded)(?: as| to be| to)? (outstanding|good|require(?:s|d)? improvement(?: to be good)?|inadequate|adequate)\b`)
	lastIn     = words.MustCompile(`(?i)\b(?:since|at|following|after) (?:the|its|our|their) (?:last|previous|most recent) (?:Ofsted |full |standard |short |ILACS |single |graded )*inspection (?:of (?:children’s )?services )?(?:in|of|on) ((?:` + monthPattern + ` )?(?:19|20)\d{2})`)
)

// previous reads the judgement before, and when.
func (r *factReader) previous() {
	for i, p := range r.opening() {
		text := strings.ReplaceAll(p.Text, "'", "’")
		if m := previousOn.FindStringSubmatch(text); m != nil {
			r.facts.PreviousDate = strings.TrimSpace(m[1])
		} else if previousOnly.MatchString(text) && i+1 < len(r.passages) && len(findSpans(r.passages[i+1].Text)) > 0 {
			r.facts.PreviousDate = r.passages[i+1].Text
		}
		for _, s := range sentences(text) {
			if m := judgedIn.FindStringSubmatch(s.text); m != nil && r.facts.Previous == "" && m[2] != "" && r.facts.Kind != "" {
				r.facts.Previous, r.facts.PreviousDate = strings.ToUpper(m[1][:1])+m[1][1:], m[2]
			}
		}
		if m := whenJudged.FindStringSubmatch(text); m != nil && r.facts.Previous == "" {
			r.facts.PreviousDate, r.facts.Previous = m[1], words.Capital(strings.Replace(m[3], "require improvement", "requires improvement", 1))
		}
		if m := lastIn.FindStringSubmatch(text); m != nil && r.facts.PreviousDate == "" {
			r.facts.PreviousDate = m[1]
		}
	}
}

var previousOnly = words.MustCompile(`(?i)^dates? of (?:the )?previous inspection:?$`)

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

var (
	planWords = words.MustCompile(`(?i)\b(?:(?:written )?statement of (?:proposed )?action|action plan|improvement plan|plan)\b`)
	sendWords = words.MustCompile(`(?i)\b(?:send|sent|submit|submitted|publish|provide|return|share|shared|receive|completed?)\b`)
	byDate    = words.MustCompile(`(?i)\b(?:by|no later than|before|on or before|not later than)(?: \d{1,2}(?::\d\d|\.\d\d)?(?: ?[ap]m| noon)? on)? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$`)
)

// planDates reads by when the plan, or its draft, is to be sent.
func (r *factReader) planDates() {
	for _, p := range r.passages {
		if p.role == descriptors {
			continue
		}
		for _, s := range sentences(p.Text) {
			if !planWords.MatchString(s.text) || !sendWords.MatchString(s.text) {
				continue
			}
			for _, d := range findSpans(s.text) {
				before := s.text[:d.at]
				if d.noYear || !byDate.MatchString(before) || !d.from.Equal(d.to) {
					continue
				}
				r.planDate(d.from, before[clauseStart(before):], s.text)
			}
		}
	}
}

// clauseStart is where the part of a sentence begins that speaks of one date.
func clauseStart(before string) int {
	return max(strings.LastIndex(before, ";"), strings.LastIndex(before, " and the "), 0)
}

func (r *factReader) planDate(d date, clause, sentence string) {
	draft := words.MustCompile(`(?i)\bdraft\b`).MatchString(clause)
	switch {
	case draft && r.facts.DraftDue.IsZero():
		r.facts.DraftDue = d
	case !draft && r.facts.PlanDue.IsZero():
		r.facts.PlanDue, r.facts.PlanSentence = d, withoutMailbox(namesInText(sentence))
	}
}

// partnerName is a body as the address lines and details name it.
var partnerName = words.MustCompile(`\b(?:NHS [A-Z][\pL’'&,\- ]*?(?:ICB|Integrated Care Board|CCG|Clinical Commissioning Group|Trust)|[A-Z][\pL’'&\-]+(?: (?:[A-Z][\pL’'&\-]+|and|of|upon|&))* (?:ICB|Integrated Care Board|CCG|Clinical Commissioning Group(?: \(CCG\))?|Constabulary|Police(?: [Ff]orce| Service)?|Probation Service|Youth Offending (?:Team|Service)|Youth Justice Service|Rehabilitation Company|LSCB|Safeguarding (?:Children )?(?:Board|Partnership)|NHS (?:Foundation )?Trust)|Metropolitan Police(?: Service)?|National Probation Service|City Council|Borough Council|County Council)`)

// partners reads the bodies beside the council that are named in the address
// or among the details of a partnership.
func (r *factReader) partners() {
	if r.facts.Kind != JTAI && r.facts.Kind != AreaSEND {
		return
	}
	for _, a := range r.facts.Addressees {
		for _, at := range partnerName.FindAllStringIndex(a, -1) {
			if strings.HasPrefix(a[at[1]:], " and Crime Commissioner") {
				r.partner(postBefore.ReplaceAllString(a[at[0]:at[1]], "") + " and Crime Commissioner")
			} else if !strings.HasPrefix(a[at[1]:], " and Crime") {
				r.partner(postBefore.ReplaceAllString(a[at[0]:at[1]], ""))
			}
		}
	}
	if r.facts.Kind == AreaSEND {
		r.partnersInDetails()
	}
}

// postBefore is a post that runs into the name of its body.
var postBefore = words.MustCompile(`^(?:(?:Interim|Independent|Chief|Operating|Officer|Chair|of|Executive|Director|Deputy|Manager|Head|Lead|Assistant|Accountable)\s+)+`)

func (r *factReader) partner(name string) {
	name = strings.TrimSpace(name)
	if name != "" && !strings.HasSuffix(name, "Council") && !slices.Contains(r.facts.Partners, name) {
		r.facts.Partners = append(r.facts.Partners, name)
	}
}

// partnersInDetails reads the names under "Integrated care board".
func (r *factReader) partnersInDetails() {
	for i, head := range r.passages {
		if head.Table == 0 || !words.MustCompile(`^integrated care boards?$`).MatchString(plainHeading(head.Text)) {
			continue
		}
		for _, p := range r.passages[i+1:] {
			if p.Table != head.Table || p.Row > head.Row+1 {
				break
			}
			if p.Row == head.Row+1 && p.Col == head.Col {
				r.partner(p.Text)
			}
		}
	}
}

// notes says what the letter contradicts itself in. It is kept as printed.
func (r *factReader) notes() []string {
	var notes []string
	f := r.facts
	if !f.Dated.IsZero() && !f.Ended.IsZero() && f.Dated.Before(f.Ended) {
		notes = append(notes, "The letter is dated "+printed(f.Dated)+", before its visit ended on "+printed(f.Ended)+". Both are kept as printed.")
	}
	if !f.PlanDue.IsZero() && !f.Dated.IsZero() && f.PlanDue.Before(f.Dated) {
		notes = append(notes, "The letter is dated "+printed(f.Dated)+" and asks for the plan by "+printed(f.PlanDue)+". Both are kept as printed.")
	}
	if !f.Started.IsZero() && f.Ended.Sub(f.Started) > 120*24*time.Hour {
		notes = append(notes, "The visit is said to have lasted from "+printed(f.Started)+" to "+printed(f.Ended)+". This is kept as printed.")
	}
	return append(notes, r.otherPlaces()...)
}

func printed(d date) string { return d.Format("2 January 2006") }

var placeInTitle = words.MustCompile(`(?i)(?:focused|monitoring|assurance) visit (?:to|of) (.+?)(?: on | between | from |\.|$)`)

// otherPlaces tells of a letter whose title and text name two places.
func (r *factReader) otherPlaces() []string {
	titled := ""
	for _, p := range r.opening() {
		m := placeInTitle.FindStringSubmatch(p.Text)
		if m == nil {
			continue
		}
		place := cleanPlace(m[1])
		folded := foldPlace(place)
		if titled == "" {
			titled = place
			continue
		}
		if place != "" && len(place) < 60 && !strings.Contains(folded, foldPlace(titled)) && !strings.Contains(foldPlace(titled), folded) {
			return []string{"The letter names both " + titled + " and " + place + " as the place of the visit. The first is kept."}
		}
		return nil
	}
	return nil
}
