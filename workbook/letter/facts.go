package letter

import (
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
