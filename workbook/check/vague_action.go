package check

import (
	"strings"

	"actionplan/workbook"
)

var vagueAction = Rule{
	Name: "vague-action", Severity: workbook.Advice, Doc: doc("vague-action"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning.Done() || a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColAction) || !isVague(a.Text) {
				continue
			}
			p.report(a.Source, workbook.ColAction, a.Ref,
				"The action does not say what will exist when it is done.",
				"Say what will exist or be in use on the due date, so that anybody can tell whether it is there.")
		}
	},
}

var (
	// effort are verbs that say that somebody tries, watches or goes on.
	effort = setOf(`review explore consider continue embed ensure monitor support promote strengthen improve enhance develop progress maintain
		discuss liaise investigate look work encourage facilitate address focus raise reinforce scope drive increase further prioritise remind seek aim strive
		endeavour try optimise maximise build champion engage communicate collaborate coordinate co-ordinate oversee escalate understand reflect respond tackle
		scrutinise share revisit assess evaluate examine analyse identify manage sustain keep foster nurture empower align streamline reduce tighten boost
		consolidate accelerate deepen broaden raise challenge influence lead help assist make be have get provide deliver implement utilise use learn grow cultivate
		reviewing exploring considering continuing embedding ensuring monitoring supporting promoting strengthening improving developing working raising
		building enhancing maintaining addressing driving increasing reinforcing focusing reducing managing engaging`)
	// softEffort are those of them that can name a real step as well: only with
	// a word of quality after them do they say nothing.
	softEffort = setOf(`raise reduce increase provide deliver implement use make have be get lead share keep help assess identify build manage respond challenge`)
	// states are words with which a wish begins that has no verb at all.
	states = setOf(`better improved greater more stronger enhanced increased ongoing on-going continued continuous effective robust regular closer clearer consistent
		timely tighter good further wider`)
	// qualities are things that nobody can see or count.
	qualities = setOf(`awareness oversight quality practice culture compliance consistency communication engagement partnership partnerships relationships relationship
		working performance outcomes outcome timeliness accountability grip rigour resilience understanding confidence leadership ownership visibility collaboration
		effectiveness efficiency management delivery support focus impact improvement improvements approach approaches ways needs issues concerns arrangements
		response responses challenge expectations progress situation risk risks decision-making planning recording drift delay learning voice participation
		involvement capacity morale stability sufficiency safeguarding priorities opportunities options robust robustly effectively appropriately consistently
		timely regularly appropriate effective collaborative collaboratively sensitively strategically proactively well necessary`)
	// deliverables are words for something that will be there to be seen, or
	// that say how much, how often or for whom.
	deliverables = setOf(`report reports written publish published launch launched live recruit recruited recruitment appoint appointed template
		checklist dashboard tracker list register guide agreed signed agreement timetable schedule calendar every each
		weekly monthly quarterly fortnightly daily termly yearly annual audit audits audited panel trained
		survey week month weeks months days hours letter leaflet page app website portal module script rota spreadsheet
		business commissioned scorecard sample handbook toolkit hub scheme minutes workshop workshops fee fees rate rates median average manual charter
		questionnaire summary report-card helpline conference contract contracts pilot`)
	// things are words for what may be there already: only "a standard" or "the
	// new protocol" is something that will be there.
	things = setOf(`protocol pathway programme system standard standards threshold budget paper document documents procedure procedures strategy policy policies training
		form forms format record records course kit role post posts home homes beds placements worker workers board session sessions group forum plan plans team teams
		guidance model officer coordinator lead nurse tool desk line phone service services process processes framework centre clinic carers caseloads supervision meeting
		meetings contact case offer`)
	// makers are verbs after which a deliverable is really made, whatever else
	// the action says.
	makers = setOf(`write publish produce launch recruit appoint agree sign issue commission buy procure build create draft introduce open install set hold train complete
		design report submit present map collect survey audit sample test replace move transfer fill allocate rewrite convert adopt pay fund employ`)
)

// beside are words after which a thing is named that is there already, and
// that the action only refers to: "compliance with statutory guidance".
var beside = phrasesOf(`
	report/reporting back/upwards/progress/exceptions/concerns/issues
	compliance/comply/complies/accordance/line/keeping/consistent/aligned/conjunction with ..
	adherence/adhere/according/contribute/contribution/regard/respect to ..
	as/where/when/if necessary/required/appropriate/needed/possible/applicable
	in liaison with ..
	across/within/throughout the? ..
	through/via effective/robust/better/good/regular/stronger ..`)

// isVague is true of a short action that opens with a verb for effort, or a
// word for a state, and names nothing that will be there to be seen.
func isVague(s string) bool {
	list := subjectLeftOut(lowerWords(strings.ReplaceAll(s, "’", "'")))
	if len(list) == 0 || len(list) > 20 {
		return false
	}
	if gathers(list) || looksForWays(list) {
		return true
	}
	verb := list[0]
	if verb == "foster" && fosters[list[min(1, len(list)-1)]] {
		return false // no verb
	}
	if !effort[verb] && !states[verb] {
		return false
	}
	rest := besideLeftOut(list)
	for i, w := range rest {
		if w[0] >= '0' && w[0] <= '9' || i > 0 && (makers[w] && !effort[w] || deliverables[w] || things[w] && made(rest, i)) {
			return false
		}
	}
	if softEffort[verb] && !anyIn(qualities, list[1:]) {
		return false
	}
	return !toBenchmark(list)
}

// looksForWays is true of an action that only looks for something to do: explore
// ways in which learning could be shared. What is to be written or decided at its
// end makes it one that can be done.
func looksForWays(list []string) bool {
	if !looksFor[list[0]] || len(list) < 3 {
		return false
	}
	to := 1
	if list[1] == "at" || list[1] == "into" || list[1] == "the" || list[1] == "other" || list[1] == "different" || list[1] == "new" {
		to++
	}
	if !waysTo[list[to]] {
		return false
	}
	for _, w := range list[to+1:] {
		if w[0] >= '0' && w[0] <= '9' || amount(w) > 0 || endsIn[w] {
			return false
		}
	}
	return true
}

var (
	looksFor = setOf("explore consider look investigate examine identify discuss")
	waysTo   = setOf("ways how options opportunities whether possibilities")
	// endsIn are words for what comes of looking, with which it is done.
	endsIn = setOf(`report reports paper papers written publish present presented recommend recommends recommendation recommendations decide decides decision agree agreed options-paper proposal proposals
		business case costed pilot trial test month week monthly weekly`)
)

// gathers is true of an action that is nothing but being there: attend a forum,
// hold monthly meetings with a partner. How many of them, or what they are to
// decide, write or train, makes it one that can be done.
func gathers(list []string) bool {
	gathering := attends[list[0]]
	for i, w := range list {
		switch {
		case w[0] >= '0' && w[0] <= '9' || amount(w) > 0 || i > 0 && (makers[w] || settledBy[w]):
			return false
		case i > 0 && gatherers[list[0]] && gatherings[w] && i <= 5:
			gathering = true
		}
	}
	return gathering
}

var (
	attends    = setOf("attend join participate meet liaise")
	gatherers  = setOf("hold have arrange organise convene host")
	gatherings = setOf("workshops meetings meeting discussions conversations catch-ups liaison")
	// settledBy are words after which something comes of a meeting.
	settledBy = setOf("decide decides deciding agree agrees agreeing approve approves approving decision decisions so that until plan plans child children families parents young every each")
)

// made is true of a thing that an action brings about: "develop a protocol",
// "introduce the new form".
func made(list []string, i int) bool {
	for j := i - 1; j > 0 && j >= i-4; j-- {
		switch list[j] {
		case "a", "an":
			return j == 0 || list[j-1] != "as" // how we learn as a service
		case "one", "new", "revised", "joint", "single", "shared", "dedicated", "specialist", "additional", "extra", "own":
			return true
		case "the", "of", "in", "for", "to", "with", "all", "our", "their":
			return false
		}
	}
	return i > 0 && makes[list[0]]
}

// makes are verbs of effort after which a thing is made all the same.
var makes = setOf(`develop build implement provide deliver use introduce`)

var benchmarks = setOf("median average level rate target half double zero third quarter national regional england all full")

// toBenchmark is true of a step that says how far it goes: "raise the fees to
// the regional median", "from weekly to daily".
func toBenchmark(list []string) bool {
	for i, w := range list {
		if w != "to" && w != "below" && w != "above" && w != "by" || i == 0 {
			continue
		}
		if anyIn(benchmarks, list[i+1:]) {
			return true
		}
	}
	return false
}

// subjectLeftOut takes off what stands before the verb: "to", "we will", "all
// managers to", "staff should".
func subjectLeftOut(list []string) []string {
	for i := 0; i < min(len(list), 6); i++ {
		switch list[i] {
		case "to", "will", "should", "must", "shall":
			rest := list[i+1:]
			if len(rest) > 0 && rest[0] == "be" && len(rest) > 1 {
				rest = rest[1:]
			}
			for len(rest) > 0 && (rest[0] == "to" || rest[0] == "also" || rest[0] == "continue" && len(rest) > 1 && rest[1] == "to") {
				rest = rest[1:]
			}
			if len(rest) > 0 && (effort[rest[0]] || effort[strings.TrimSuffix(rest[0], "ed")] || effort[strings.TrimSuffix(rest[0], "d")]) {
				return append([]string{withoutPast(rest[0])}, rest[1:]...)
			}
			return list
		}
		if effort[list[i]] && !(list[i] == "foster" && i+1 < len(list) && fosters[list[i+1]]) {
			return list
		}
	}
	return list
}

var fosters = setOf("carer carers care home homes family families placement placements parent parents household households")

func withoutPast(w string) string {
	for _, cut := range []string{"", "d", "ed"} {
		if verb := strings.TrimSuffix(w, cut); effort[verb] {
			return verb
		}
	}
	return w
}

// besideLeftOut takes out what an action only refers to.
func besideLeftOut(list []string) []string {
	for i := range list {
		if n := beside.at(list[i:]); n > 0 {
			end := min(len(list), i+max(n, 4))
			return append(append([]string{}, list[:i]...), list[end:]...)
		}
	}
	return list
}
