package identify

import "strings"

// isColleague is true where a post or a department stands right behind
// capitals: DP, Head of Finance; MR from Legal.
func (t *text) isColleague(end int) bool {
	next := t.at(end)
	if gap := t.gap(end); gap == ", " || gap == " (" {
		return next.class&post != 0 && next.capital
	}
	if departments[t.at(end+1).low] && next.low == "from" && t.follows(end) {
		return true
	}
	return next.low == "from" && t.follows(end) && t.at(end+1).capital && (t.at(end+1).allCaps || t.at(end+1).class&noPlace != 0 && t.place[end+1] == 0)
}

// departments are where colleagues work.
var departments = setOf(`legal finance hr it performance commissioning education housing comms communications business data policy procurement payroll`)

// isOfDepartment is true of capitals in brackets behind the name of a department
// or post: Legal (GM).
func (t *text) isOfDepartment(i, end int) bool {
	before := t.at(i - 1)
	return t.gap(i) == " (" && strings.HasPrefix(t.gapAfter(end-1), ")") && before.capital && before.class&(noPlace|post) != 0 && before.class&(childWord|kinWord|familyWord|manyKin|manyChildren|given) == 0
}

// isInRange is true of a letter that ends a row of things with letters: teams A
// to D, forms B, C and F.
func (t *text) isInRange(i int) bool {
	k := i - 2
	switch t.at(i - 1).low {
	case "to", "and", "or":
	default:
		return false
	}
	for k > max(0, i-26) && t.at(k).allCaps && t.at(k).end-t.at(k).start == 1 {
		if t.at(k-1).class&label != 0 || plainLabel(t.at(k-1).low) != 0 {
			return true
		}
		k--
	}
	return false
}

// dottedForms are short forms that some people write with full stops.
var dottedForms = setOf(`uk us eu un id it pm am tv pc hr gp`)

// isShortForm is true of capitals in brackets after the words for which they
// stand: residence orders (RO).
func (t *text) isShortForm(i, end int, letters string) bool {
	if !strings.HasSuffix(t.gap(i), "(") || end < len(t.words) && !strings.HasPrefix(t.gap(end), ")") {
		return false
	}
	at := len(letters) - 1
	for k := i - 1; k >= max(0, i-2*len(letters)) && at >= 0; k-- {
		if strings.EqualFold(t.words[k].low[:1], letters[at:at+1]) {
			at--
		}
	}
	return at < 0
}

// publishedReviews are the names under which everybody knows two national
// reviews (City & Hackney, 2022; Haringey, 2009) and a judgment on what courts
// must weigh before adoption ([2013] EWCA Civ 1146).
var publishedReviews = map[string]string{"Q": "child", "P": "baby", "BS": "re"}

// isPublished is true of a child known from a published review, in a sentence
// about what services learn from it and not about anybody's life.
func (t *text) isPublished(i int, letters string) bool {
	if before := t.at(i - 1); publishedReviews[letters] != before.low && before.low != "re" || !before.capital || !t.follows(i) || t.in(i)&pronoun != 0 {
		return false
	}
	s := t.sentences[t.words[i].sentence]
	if t.at(i+1).class&preposition != 0 && i+2 < len(t.words) && t.place[i+2] > 0 {
		return false // the national one is known without its place
	}
	for k := max(s.from, i-16); k < min(s.to, i+16); k++ {
		switch t.words[k].low {
		case "review", "policy", "guidance", "report", "national", "lessons", "learning", "strip", "recommendations", "practice", "effect", "inquiry", "tragedy", "scandal", "analysis":
			return true
		}
	}
	switch t.at(i - 2).low {
	case "the":
		return t.at(i+1).low == "case"
	case "after", "since":
		return t.at(i+1).low == "and" || t.first(i-2) && t.gap(i+1) == ", "
	}
	return publishedReviews[letters] == "re"
}

// isExplained is true of a short form that the plan explains or everybody
// writes.
func (t *text) isExplained(letters string) bool {
	return t.Known != nil && t.Known(letters)
}

// hasSurname is true of initials before a surname: J.B. Priestley.
func (t *text) hasSurname(i, end int) bool {
	next := t.at(end)
	gap := t.gap(end)
	return strings.HasPrefix(t.gap(i+1), ".") && (gap == ". " || gap == " ") && next.capital && !next.allCaps && !hasDigit(next.low) && next.class&(noPlace|month) == 0
}

// officeThings are what posts and bodies have.
var officeThings = setOf(`report paper slides presentation update advice budget policy strategy leave diary email e-mail role remit comments feedback agenda minutes website portal guidance framework
	contract offices staff chair members post vacant room venue dates slot rota log own share funding system systems data survey action actions response position decision letter approval sign-off duty duties deputy successor proposal draft`)

// haveChildren are short forms of bodies and workers whose children's things are
// spoken of.
var haveChildren = setOf(`la sw pa gp hv ya iro lac cic`)

// isOffice says whether a sentence speaks of posts, papers and meetings.
func (t *text) isOffice(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-16); k < min(s.to, i+16); k++ {
		w := t.words[k]
		if w.clause != t.words[i].clause {
			continue
		}
		if w.class&(post|roleNoun|platform) != 0 || officeThings[w.low] || w.low == "team" || w.low == "teams" || w.low == "service" {
			return true
		}
	}
	return false
}

// isTeam says whether capitals are used as those of a post or team are: after
// an article, before a noun, or doing what posts do.
func (t *text) isTeam(i, end int) bool {
	before, next := t.at(i-1), t.at(end)
	if t.follows(i) && (before.class&(anyOf|label) != 0 || before.class&oneOf != 0 && before.class&pronoun == 0 && before.low != "that" || before.class&premises != 0) {
		return true
	}
	if !t.follows(end) {
		return false
	}
	if next.low == "will" || next.low == "should" || next.low == "must" || next.low == "to" && (t.first(i) || t.at(end+1).class&staffVerb != 0) {
		return !childDoes[t.at(end+1).low]
	}
	return next.class&staffVerb != 0 || next.class&(humanVerb|linking) != 0 && (t.at(end+1).class&staffVerb != 0 || t.at(end+2).class&staffVerb != 0 && t.at(end+1).class&humanVerb != 0)
}

// saysPost says whether the sentence of word i speaks of a job.
func (t *text) saysPost(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := i + 1; k < min(s.to, i+5); k++ {
		if low := t.words[k].low; (low == "is" || low == "are" || low == "was") && ofPapers[t.at(k+1).low] || low == "in" && t.at(k+1).low == "use" {
			return true
		}
	}
	for k := max(s.from, i-near); k < min(s.to, i+near); k++ {
		switch t.words[k].low {
		case "leave", "absence", "sickness", "covering", "covers", "role", "post", "vacant", "vacancy", "secondment", "seconded", "retired", "maternity", "resigned", "rota", "shift":
			return true
		}
	}
	return false
}

// ofPapers are what is said of forms and systems.
var ofPapers = setOf(`live used available green amber red complete due delayed draft ready final`)
