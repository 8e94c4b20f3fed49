package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

var bodyAbsent = Rule{
	Name: "body-absent", Severity: workbook.Advice, Doc: doc("body-absent"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			p.judgeBodies(a)
		}
		p.judgePartnersOfAreas()
		for _, x := range p.Facts.Findings {
			if !x.NeedsAnswer() || !x.Answered || x.Resolved() || x.Bad(workbook.ColFinding) {
				continue
			}
			list := clauses(x.Text)
			if !slices.ContainsFunc(list, anyBody().hasAnyhow) {
				continue
			}
			var absent []string
			for _, b := range bodies {
				if named := b.namedIn(list); named != nil && !p.takesPart(b, x) {
					absent = append(absent, asTyped(x.Text, named))
				}
			}
			if len(absent) == 0 {
				continue
			}
			cells, refs := []xlsx.Cell{}, []string{}
			for _, a := range x.Actions {
				cells = append(cells, a.At(workbook.ColPartner))
				refs = append(refs, a.Action.Ref)
			}
			answers := ", which answers it, has"
			if len(refs) > 1 {
				answers = ", which answer it, have"
			}
			p.report(x.Source, workbook.ColFinding, x.Ref,
				"The finding speaks of "+words.And(absent)+", and "+words.And(refs)+answers+" neither owner nor partner there.",
				"Name the body under Partner body of the action that needs it, or say in the action why it is not needed.", cells...)
		}
	},
}

// judgePartnersOfAreas reports the partners of areas for whom nobody answers: no
// post on People is theirs, and no action has them as owner or partner or speaks
// of them.
func (p *Pass) judgePartnersOfAreas() {
	if p.lacks(Need{workbook.SheetActions, workbook.ColOwner}) || p.lacks(Need{workbook.SheetActions, workbook.ColPartner}) {
		return
	}
	var names, texts []string
	for _, person := range p.Plan.People {
		names = append(names, person.Name, person.Role, person.Body)
	}
	for _, a := range p.Facts.Actions {
		if a.Meaning != workbook.Withdrawn {
			names = append(names, a.Owner, a.Partner, a.CheckedBy)
			texts = append(texts, a.Text, a.SuccessMeasure)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	have := sync.OnceValue(func() map[string]bool { return wordsOf(names) })
	for _, a := range p.Facts.Areas {
		if a.Bad(workbook.ColPartners) || a.NoActions || a.Meaning == workbook.Withdrawn || slices.ContainsFunc(a.Actions, namesNoPartner) {
			continue
		}
		nobody := slices.DeleteFunc(slices.Clone(a.Partners), func(partner string) bool { return p.hasSomebody(partner, names, texts, have) })
		if len(nobody) > 0 {
			p.report(a.Source, workbook.ColPartners, a.Ref,
				"Nobody answers for "+words.And(nobody)+": no action has an owner or partner there or speaks of it, and no post on People is theirs.",
				"Name the body under Partner body of the action that needs it, or its post on People, or take it out here.")
		}
	}
}

// namesNoPartner is true of an action whose partner may be any: "all partners".
func namesNoPartner(a *facts.Action) bool {
	return !blank(a.Partner) && !slices.ContainsFunc(lowerWords(a.Partner), func(w string) bool { return !nobodysName[w] })
}

// hasSomebody says whether a name of a post or body shares a word with a partner
// that tells it from others of its kind, or its initials, or whether a text has
// all such words.
func (p *Pass) hasSomebody(partner string, said, texts []string, names func() map[string]bool) bool {
	var own []string
	for _, w := range lowerWords(partner) {
		if !ofBodies[w] && !nobodysName[w] && !p.known.Own(w) {
			own = append(own, stem(w))
		}
	}
	if len(own) == 0 {
		return true // it says of what kind the body is, and not which
	}
	short := initialsOf(partner)
	named := names()
	return slices.ContainsFunc(own, func(w string) bool { return named[w] }) || len(short) > 2 && named[short] ||
		slices.ContainsFunc(texts, func(s string) bool { return mayHold(s, own[0], short) && holdsAll(s, own, short) }) ||
		slices.ContainsFunc(bodies[:3], func(b body) bool {
			return b.spokenIn(partner) && slices.ContainsFunc(said, b.knownIn)
		})
}

// mayHold is quick to say that a text has neither a word that begins so nor the
// initials.
func mayHold(s, word, short string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, word) || strings.Contains(s, short)
}

// holdsAll says whether a text has all of the words, or the initials.
func holdsAll(s string, own []string, short string) bool {
	list := lowerWords(s)
	for i, w := range list {
		list[i] = stem(w)
	}
	return slices.Contains(list, short) || !slices.ContainsFunc(own, func(w string) bool { return !slices.Contains(list, w) })
}

// wordsOf are the stems of all words of names, and their initials.
func wordsOf(names []string) map[string]bool {
	have := make(map[string]bool)
	for _, s := range names {
		list := lowerWords(s)
		for _, w := range list {
			have[stem(w)], have[w] = true, true
		}
		if len(list) > 2 {
			have[initialsOf(s)] = true
		}
	}
	return have
}

// initialsOf is what a body is called for short: icb of Integrated care board.
func initialsOf(body string) string {
	var short strings.Builder
	for _, w := range lowerWords(body) {
		if w != "and" && w != "of" && w != "the" && w != "for" {
			short.WriteByte(w[0])
		}
	}
	return short.String()
}

// ofBodies are words in the names of many bodies.
var ofBodies = setOf(`service services team teams trust council board boards partnership partners partner local the of and for nhs charity foundation group association city county borough district authority
	care support community youth limited ltd cic agency office department`)

// judgeBodies reports the bodies that an action names in its own words as those
// it is done with, by or in, and that are neither its owner nor its partner.
func (p *Pass) judgeBodies(a *facts.Action) {
	if a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColAction) || a.Bad(workbook.ColPartner) || !blank(a.Partner) {
		return
	}
	var absent []string
	list := clauses(a.Text)
	if !slices.ContainsFunc(list, anyBody().hasAnyhow) {
		return
	}
	for _, b := range bodies {
		if named := b.sharesIn(list); named != nil && !p.belongs(b, a) {
			absent = append(absent, asTyped(a.Text, named))
		}
	}
	if len(absent) == 0 {
		return
	}
	p.report(a.Source, workbook.ColPartner, a.Ref,
		"The action speaks of "+words.And(absent)+" as sharing the work, and no partner is named.",
		"Name the body under Partner body, so that it answers for its share, or word the action so that it is plain who does it.", a.At(workbook.ColAction))
}

// sharing are words before a body that takes part in the work.
var sharing = setOf("with by from between through via alongside under")

// taught are verbs before those who get what is done.
var taught = phrasesOf("train/brief/teach/coach/tell/inform\ntraining/briefing/briefings/course/courses/workshop/workshops for")

// asTyped quotes the words of a clause as a text has them.
func asTyped(text string, c clause) string {
	parts := make([]string, len(c))
	for i, w := range c {
		parts[i] = strings.ReplaceAll(regexp.QuoteMeta(w), "'", "['’]")
	}
	return quote(cmp.Or(words.MustCompile(`(?i)\b`+strings.Join(parts, `[^\pL\pN]+`)+`\b`).FindString(text), strings.Join(c, " ")))
}

// sharesIn are the words by which a text speaks of a body as one that takes part,
// and not as one to whom or for whom something is done; nil where it does not.
func (b body) sharesIn(list []clause) clause {
	for n, c := range list {
		from, to, found := b.spoken.anyhowIn(c)
		if !found || n > 0 && from <= 1 && !anyIn(sharing, list[n-1]) || taught.hasAnyhow(c[:from]) {
			continue
		}
		for i := from - 1; i >= max(0, from-4); i-- {
			if sharing[c[i]] {
				return c[from:to]
			}
			if c[i] == "to" || c[i] == "for" || c[i] == "in" || c[i] == "of" || c[i] == "on" || c[i] == "at" || theirs[c[i]] {
				break
			}
		}
		if from <= 1 && to < len(c) && (from == 0 || c[0] == "the") || to == len(c) && from > 0 && c[from-1] == "the" && len(list) == 1 && from > 1 && sharing[c[from-2]] {
			return c[from:to]
		}
	}
	return nil
}

// belongs says whether the owner or partner of an action is of a body.
func (p *Pass) belongs(b body, a *facts.Action) bool {
	texts := []string{a.Owner, a.Partner}
	if person := p.Plan.FindPerson(a.Owner); person != nil {
		texts = append(texts, person.Body, person.Role)
	}
	return slices.ContainsFunc(texts, b.knownIn)
}

// knownIn says whether a text has a word by which a body is known.
func (b body) knownIn(s string) bool { return slices.ContainsFunc(clauses(s), b.known.hasAnyhow) }

// spokenIn says whether a text speaks of a body, or has the word of its name.
func (b body) spokenIn(s string) bool {
	return slices.ContainsFunc(clauses(s), func(c clause) bool { return b.spoken.hasAnyhow(c) || !b.common && b.known.hasAnyhow(c) })
}

// body is a kind of partner: how findings speak of it, and the words by which
// an owner or a partner is known to belong to it.
type body struct {
	name   string
	spoken *phrases
	known  *phrases
	common bool // its known words are also said of children's lives: their health
}

var bodies = []body{
	{"the police", phrasesOf("police"), phrasesOf("police\nconstab*\nmash\nsuperintendent\npartnership\nsafeguarding partners"), false},
	{"health services", phrasesOf(`
		health partner/partners/service/services/trust/visitor/visitors/visiting/provider/providers/agencies/agency/colleagues/professionals/practitioners/bodies/team/teams
		integrated care board/boards
		icb
		nhs
		camhs
		healthcare
		emergency department/departments
		accident and emergency
		mental health service/services/team/teams
		school nurse/nurses
		hospital/hospitals
		gps
		general practitioners
		midwi*`), phrasesOf("health*\nnhs\nicb\nintegrated\nhospital*\ncamhs\ntrust\nnurse*\nnursing\nmidwi*\ngp\ngps\nclinical\nemergency\ndoctor\npaediatric*\nmedical\npartnership\nsafeguarding partners"), true},
	{"schools", phrasesOf("schools\nheadteachers\nschool leaders\ndesignated safeguarding leads"), phrasesOf("school*\neducation*\nacadem*\nheadteacher*\nvirtual\nlearning\npartnership\ninclusion\ndesignated"), true},
	{"housing", phrasesOf("housing service/services/department/officers/team/teams/provider/providers/partners/colleagues/authority/authorities\nlandlords"),
		phrasesOf("housing\ndistrict*\nlandlord*\nhomeless*\naccommodation\nborough*"), false},
	{"registered providers", phrasesOf("registered provider/providers\nhousing association/associations"), phrasesOf("provider*\nassociation*\nhomes\nlandlord*"), false},
	{"the probation service", phrasesOf("probation"), phrasesOf("probation\njustice\npartnership"), false},
	{"youth justice", phrasesOf("youth justice/offending"), phrasesOf("youth\njustice\noffending\nyjs\nyot"), false},
	{"Cafcass", phrasesOf("cafcass"), phrasesOf("cafcass\ncourt*\nlegal"), false},
	{"the ambulance service", phrasesOf("ambulance"), phrasesOf("ambulance\nparamedic*"), false},
	{"colleges", phrasesOf("colleges\nfurther education"), phrasesOf("college*\neducation*\nlearning\nskills"), false},
	{"the voluntary sector", phrasesOf("voluntary sector/organisations/groups/services/agencies\ncharities"), phrasesOf("voluntary\nvcs\nvcse\ncommunity\ncharit*\ntrust\npartnership"), false},
	{"adult services", phrasesOf("adult social care\nadult/adults' mental/services/service"), phrasesOf("adult*\npartnership"), false},
}

// anyBody finds all of them at once: most texts speak of none.
var anyBody = sync.OnceValue(func() *phrases {
	var spoken strings.Builder
	for _, b := range bodies {
		spoken.WriteString(b.spoken.list + "\n")
	}
	return phrasesOf(spoken.String())
})

// theirs are words after which a school or hospital is where children are, and
// no body that takes part: "a long way from their schools".
var theirs = setOf("their his her different new several other")

// namedIn are the words by which a text speaks of a body, nil where it does not.
func (b body) namedIn(list []clause) clause {
	for _, c := range list {
		if from, to, found := b.spoken.anyhowIn(c); found && !(from > 0 && theirs[c[from-1]]) {
			return c[from:to]
		}
	}
	return nil
}

// takesPart says whether the body is owner or partner of an action that
// answers the finding, or is spoken of in one.
func (p *Pass) takesPart(b body, x *facts.Finding) bool {
	return slices.ContainsFunc(x.Actions, func(a *facts.Action) bool { return p.belongs(b, a) || b.spokenIn(a.Text) })
}
