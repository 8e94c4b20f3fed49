package letter

import (
	"strings"

	"actionplan/workbook/words"
)

// theme is a matter that letters of all kinds speak of, with its words.
type theme struct {
	name string
	re   *words.Pattern
}

func themeOf(name, pattern string) theme {
	return theme{name, words.MustCompile(`(?i)\b(?:` + pattern + `)`)}
}

// themes are tried in this order: of two that fit alike the first counts.
var themes = []theme{
	themeOf("Education, health and care plans", `EHC|education, health and care plans?`),
	themeOf("Care leavers and pathway planning", `care leavers?|pathway plan\w*|personal advisers?|staying put|leaving care|transition\w* (?:in)?to (?:adult|independ)\w*|transition planning|preparation for adulthood`),
	themeOf("Missing children and exploitation", `missing|exploit\w*|return (?:home )?interviews?|trafficking|county lines|youth violence`),
	themeOf("Front door, thresholds and child protection enquiries", `front door|thresholds?|contacts?\b|referrals?|MASH|MACH|hub\b|screening|single point of access|triage|strategy (?:meetings?|discussions?)|child protection (?:enquir|investigat|conference)\w*|section 47|early help|early intervention|statutory (?:involvement|intervention)`),
	themeOf("Domestic abuse and neglect", `domestic (?:abuse|violence)|neglect\w*`),
	themeOf("Supervision and management oversight", `supervis\w*|management (?:oversight|direction|decision\w*|grip)|managers?'? (?:oversight|direction)|oversight|signed off|independent reviewing|IROs?\b|child protection chairs?|review(?:ing)? (?:process|meetings?|minutes)`),
	themeOf("Quality assurance, audit and performance information", `audit\w*|quality assurance|moderation|learning from|self-evaluation|performance (?:management|information|data)|data\b|management information`),
	themeOf("Workforce stability, caseloads and training", `workforce|turnover|recruit\w*|retention|vacanc\w*|agency (?:staff|social|workers)|changes? (?:of|in) (?:social )?worker\w*|caseloads?|workloads?|staffing|staff instability|capacity|training|trained`),
	themeOf("Permanence, drift and delay", `permanen\w*|drift|adopt\w*|care proceedings|pre-proceedings|public law outline|life[- ]story|long[- ]term foster\w*`),
	themeOf("Homes for children and sufficiency", `placements?|sufficien(?:cy|t homes)|unregistered|unregulated|children's homes?|foster\w*|connected (?:persons|carers)|placement stability|accommodation|housing|homeless\w*`),
	themeOf("Children's health and waiting times", `health\w*|CAMHS|emotional well-?being|neuro\w+|autism|speech and language|therap\w*|wait(?:s|ing)? (?:times?|lists?|too)|mental`),
	themeOf("Education and inclusion", `school\w*|education\w*|exclusions?|attendance|virtual school|NEET|apprentic\w*|suspension\w*`),
	themeOf("Children's voice and direct work", `voices?|wishes|children's views|views of (?:children|the child)|direct work|participat\w*|feedback|advocacy|ethnicity|culture|identity|diversity`),
	themeOf("Case recording", `record\w*|case files?|chronolog\w*|summar(?:y|ies)|minutes`),
	themeOf("Assessments, plans and visits", `assess\w*|plans?\b|planning|contingenc\w*|step\w*[- ]down|child in need|visits?\b|visited|seen alone`),
	themeOf("Partnership working and information-sharing", `partner\w*|multi-agency|agenc(?:y|ies)|information[- ]sharing|share\w* information|joint\w*|polic(?:e|ing)|constabulary|force\b|information\b`),
	themeOf("Leadership, governance and pace of change", `leader\w*|governance|strateg\w*|scrutiny|boards?\b|corporate parent\w*|vision|commission\w*|pace\b|senior managers?`),
}

// otherConcerns is for what fits no theme.
const otherConcerns = "Other concerns"

// themeScores is how much a text speaks of each theme. What stands early in a
// text is what it is about.
func themeScores(text string) []float64 {
	text = straight.Replace(text)
	scores := make([]float64, len(themes))
	for i, t := range themes {
		for n, at := range t.re.FindAllStringIndex(text, 4) {
			score := 1.0 / float64(n+1)
			if at[0] < 60 {
				score++
			}
			scores[i] += score
		}
		scores[i] *= 1 - float64(i)*0.005
	}
	return scores
}

// bestTheme is the theme that a text speaks of most, -1 for none.
func bestTheme(scores []float64) int {
	best := -1
	for i, s := range scores {
		if s > 0 && (best < 0 || s > scores[best]) {
			best = i
		}
	}
	return best
}

// dull are words that most sentences of a letter have: they tell nothing of
// what it is about.
var dull = wordSet(`the and that this with for are was were has have had not but they their them from which who when where while although however also been being
	more most some all any each other such than then there these those into over about after before between during through under very well will would could should may might can
	children child young people person families family local authority authorities area areas services service social care work workers worker practice quality good
	effective effectively consistent consistently consistency always improve improved improvement improvements improving need needs needed ensure ensures ensuring
	timely timeliness frequency effectiveness extent appropriate sufficient sufficiently sufficiency clear clearly including include includes result results means mean what how their ofsted inspectors letter visit
	senior leaders leader council number small case cases level impact support supported supports provide provides provided made make makes lead leads identified identify
	across within because too many few yet only just like using used use help helps helped receive receives received outcome outcomes national framework particular particularly`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

var wordPattern = words.MustCompile(`[\pL]{3,}`)

// matters are what concerns and areas speak of in different words: a concern
// about caseloads belongs to an area on numbers of cases.
var matters = []theme{
	themeOf("workload", `caseloads?|workloads?|(?:numbers?|allocation) of (?:\w+ ){0,3}(?:cases|work)|volumes? of work|(?:\d+|many|more|fewer) cases|protected`),
	themeOf("supervision", `supervis\w+|management oversight|managers'? (?:oversight|direction|grip)|oversight (?:by|of) managers|reflect(?:ion|ive)`),
	themeOf("recording", `record(?:s|ed|ing)?|case notes?|files?|minutes|document\w*`),
	themeOf("police", `police|officers?|constabular\w+|the force|custody|crimes?|suspects?|intelligence`),
	themeOf("investigation", `investigat\w+|enquir\w+|section 47`),
	themeOf("school", `schools?|exclu(?:ded|sion)s?|pupils?|suspensions?|education(?:al)?|virtual school|attendance at school|headteachers?|SENCos?`),
	themeOf("training", `train(?:ed|ing)?|learning offer|upskill\w*|confidence of (?:staff|workers)`),
	themeOf("health", `health|CAMHS|therap\w+|clinic\w*|medicals?|GPs?|nurs(?:es?|ing)|midwi\w+`),
	themeOf("information-sharing", `information(?: |-)sharing|shar(?:e|es|ed|ing) (?:\w+ ){0,3}(?:information|intelligence)|information (?:is|was|are) (?:not |rarely )?(?:\w+ )?shared|intelligence|communicat\w+`),
	themeOf("governance", `governance|accountab\w+|strateg(?:y|ic|ically)|leadership|boards?|partnership oversight|scrutiny|hold\w* (?:\w+ )?to account|duty|priorit\w+`),
	themeOf("needs analysis", `needs (?:analysis|assessment)|problem profiles?|threats?|census|demograph\w*|understanding of (?:need|the extent)|ethnic\w*|data\b|mapp(?:ed|ing)`),
	themeOf("networks", `networks?|adults (?:that|who) (?:exploit|pose)|perpetrators?|mapp(?:ed|ing)|disrupt(?:ion|ed) of`),
	themeOf("curiosity", `curio(?:us|sity)|vulnerab\w+ (?:is|are) (?:not )?(?:seen|recognised|identified)|professional challenge`),
	themeOf("tools", `tools?|screening`),
	themeOf("prevention", `prevent(?:ion|ative|ive)|early intervention|early help|commissioned (?:services|programmes)|programmes?|interventions?`),
	themeOf("evaluation", `evaluat\w+|measur\w+ (?:of )?(?:impact|outcomes?)|audit\w*|quality assurance|impact of (?:\w+ ){0,3}(?:services?|work|training)`),
	themeOf("strategy meetings", `strategy (?:meetings?|discussions?)`),
	themeOf("assessment", `assess(?:ed|ments?|ing)`),
	themeOf("plans", `plans?\b(?: for)?|planning|contingenc\w+|goals`),
	themeOf("timeliness", `timel(?:y|iness)|delay\w*|drift\w*|wait\w*|late\b|too long|slow\w*|swift\w*|prompt\w*`),
	themeOf("thresholds", `thresholds?|referrals?|contacts?\b|front door|MASH|decision-making at`),
	themeOf("missing", `missing|return (?:home )?interviews?|exploit\w*|trafficking`),
	themeOf("domestic abuse", `domestic (?:abuse|violence)|coercive`),
	themeOf("neglect", `neglect\w*`),
	themeOf("permanence", `permanen\w+|adopt\w+|early permanence|special guardian\w*|life[- ]story`),
	themeOf("court", `proceedings|court|public law|PLO|letters before`),
	themeOf("homes", `placements?|sufficien\w+|unregistered|unregulated|foster\w*|homes for children|accommodation|housing|homeless\w*|matching`),
	themeOf("care leavers", `care leavers?|pathway plans?|personal advisers?|independence|custody`),
	themeOf("workforce", `workforce|turnover|recruit\w*|retention|vacanc\w*|agency (?:staff|workers)|changes? (?:of|in) (?:social )?workers?|stab(?:le|ility) of`),
	themeOf("voice", `voices?|views|wishes|participat\w+|advoca\w+|listen\w*|co-?production`),
	themeOf("fathers", `fathers?|male carers|family networks?|wider family`),
	themeOf("EHC plans", `EHC|education, health and care plans?|annual reviews?`),
	themeOf("transitions", `transition\w*|preparation for adulthood|adult services|adulthood`),
	themeOf("private arrangements", `private fostering|privately fostered|connected (?:persons|carers)|unaccompanied`),
	themeOf("capacity", `capacity|resourc\w+|shortages?|short of staff|administrators?`),
}

// stems are the telling words of a text, without their endings, and the
// matters that it speaks of, each once.
func stems(text string) map[string]bool {
	set := map[string]bool{}
	text = straight.Replace(text)
	for _, w := range wordPattern.FindAllString(strings.ToLower(text), -1) {
		if !dull[w] {
			set[stem(w)] = true
		}
	}
	for _, m := range matters {
		if m.re.MatchString(text) {
			set[matterMark+m.name] = true
		}
	}
	return set
}

// matterMark sets matters apart from words.
const matterMark = "about "

func stem(w string) string {
	for _, end := range []string{"ations", "ation", "ments", "ment", "ness", "ities", "ity", "ingly", "ing", "ies", "ied", "ed", "ely", "ly", "es", "s", "e", "y"} {
		if strings.HasSuffix(w, end) && len(w)-len(end) >= 4 {
			return w[:len(w)-len(end)]
		}
	}
	return w
}
