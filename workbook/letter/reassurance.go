package letter

import (
	"strings"

	"actionplan/workbook/words"
)

// A weakness that is denied, prevented, dealt with or small is no weakness:
// "no child waits too long", "managers challenge drift", "delays are rare".
// These three forms are told by rule, so that each of them holds for every
// word that names a weakness.

// weakWords name what nobody wants. They are matched after a word's start.
const weakWords = `(?:delay\w*|drift\w*|gaps?|backlogs?|wait(?:s|ed|ing)?(?: lists?| times?)?|weak\w*|deficits?|shortfalls?|shortages?|problems?|issues|concerns|failures?|failings?|errors?|mistakes?|breakdowns?|disrupt\w*|instability|inconsisten\w+|variab\w+|variations?|duplicat\w+|poor|harm\w*|unnecessar\w+|inappropriat\w+|unallocated|overdue|late|lost|miss(?:ed|ing)|unsafe|unmet|unplanned|uncertain\w*|confus\w+|difficult\w*|challenges|barriers?|tensions?|slip(?:page|s|ped)?|cris[ie]s|homeless\w*|slow\w*|lengthy|too \w+|left|over-\w+|bureaucra\w+|stigma\w*|discriminat\w+|complacen\w+|unregistered|unregulated|bed and breakfast|excessive\w*|undue|adverse\w*|negative\w*|detriment\w*|disadvantag\w+|inadequa\w+|lack|forgotten|overlooked|ignored|absent|blam\w+|overwhelmed|rushed|worse|worsen\w*|deteriorat\w*|short of|need to (?:wait|repeat|move|retell|chase)|ha(?:ve|s|ving) to (?:wait|repeat|move|retell|chase|tell|travel|change)|pressures?|limited|lose|risks?|out(?:side)? (?:of )?timescales?)`

var (
	// denied is a weakness within the reach of a word that denies it. Only
	// words that do nothing may stand between: "does not address drift" denies
	// what is good.
	denied = words.MustCompile(`(?:\b(?:no|not|never|without|rarely|seldom|few|fewer|little|minimal|free (?:of|from)|nor|neither|nobody|none|cannot|hardly any)\b|n't\b)` +
		`(?: (?:any|a|an|of|in|to|at|by|their|its|them|these|this|such|other|undue|significant|evidence|evident|signs?|examples|instances|cases|child|children|young|people|person|families|family|parents|care|leavers|one|experienc\w+|suffer\w*|fac(?:e|es|ed|ing)|have|has|had|having|be|been|being|is|are|was|were|lead|leading|led|result\w*|caus\w+|creat\w+|allow\w*|let|mean|meant|work|things|immediate|serious|further|become|becoming|get|getting|from|feel|made|live|lives|living|currently|time|widespread|systemic|or|find|identify|see|come|across)){0,6} ` +
		weakWords + `(?:(?:,| or| and|, or|, and| of)? (?:any |of |in |for )?` + weakWords + `)*(?:(?: or|,| in| at| with| of) [^,.;]{0,60})?`)

	// dealtWith is a weakness that somebody sees and acts on. Its verb stays,
	// for "does not address" is a weakness.
	dealtWith = words.MustCompile(`\b((?:avoid|prevent|reduc|minimis|mitigat|tackl|address|eliminat|overcom|challeng|resolv|remov|counter|combat|manag|monitor|scrutinis|recognis|identif|assess|explor|consider|understand|understood|know|discuss|analys|track|rectif|remed|clos|bridg|fill|narrow|cut|spot|notic|handl|deal(?:s|t|ing)? with|pick(?:s|ed|ing)? up|guard(?:s|ed|ing)? against|protect(?:s|ed|ing)? (?:\w+ )?(?:from|against)|respond(?:s|ed|ing)?(?: \w+)? to|compensat(?:e|es|ed|ing) for|aware of|informed about|clear about|worried about|alert to|sensitive to|learn(?:s|ed|ing|t)? (?:\w+ )?from|act(?:s|ed|ing)? on|listen(?:s|ed|ing)? to)(?:s|es|ed|d|e|y|ies|ied|ing|ting|n)?)\b((?: [\w'-]+){0,5}?) ` +
		`(?:` + weakWords + `|areas? (?:for|of) (?:\w+ ){0,2}(?:improvement|development|weakness)|(?:areas?|work|practice|services?|any\w*) (?:that|which|where) [^,.;]*|(?:what|where|when|how much)(?: \w+){0,4} (?:needs?|must|should|has|have|falls?|fell|is|are|was|were) [^,.;]*)(?:,? (?:and|or|in|of) (?:\w+ )?` + weakWords + `)*(?: from \w+ing [^,.;]*)?`)

	// passedOver is the same in the passive, or a weakness that is small.
	passedOver = words.MustCompile(`\b` + weakWords + `((?: [\w'-]+){0,7}?) (?:is|are|was|were|has been|have been|had been|being|be)((?: \w+)?) (?:(?:well|kept|being|to a) )?(?:avoided|prevented|reduced|minimised|minimal|minimum|mitigated|tackled|addressed|eliminated|overcome|challenged|resolved|remedied|rectified|cleared|managed|monitored|escalated|closed|explored|rare|short|low|small|few|minimal|reducing|falling|infrequent|uncommon|exceptional|brief|dealt|acted|followed up)\b`)
	// and "gaps are identified", in the present: what inspectors say that they
	// identified is a weakness.
	seenAndKnown = words.MustCompile(`\b` + weakWords + `((?: [\w'-]+){0,5}?) (?:is|are|being)((?: \w+)?) (?:identified|recognised|understood|known|picked up|considered|noticed)\b`)

	// turnsWithin are words that part a weakness from what deals with it.
	turnsWithin  = words.MustCompile(`\b(?:not|rarely|never|seldom|too|slow\w*|but|and|yet|although|though|while|when|which|who|because|lack\w*|poor\w*|limited|only|partly|partially|insufficient\w*|inconsistent\w*|is|are|was|were)\b`)
	byInspectors = words.MustCompile(`\binspectors(?: \w+)? (?:identif\w+|recognis\w+|notic\w+)$`)
)

// reassured takes out of a sentence the weaknesses that it says are none.
func reassured(plain string) string {
	text := denied.ReplaceAllString(strings.ReplaceAll(plain, "a few ", "several "), " · ")
	text = withoutDealtWith(text)
	for _, re := range []*words.Pattern{passedOver, seenAndKnown} {
		text = replaceUnless(re, text, func(m []string) bool {
			return turnsWithin.MatchString(m[1]) || turnsWithin.MatchString(m[2])
		})
	}
	return text
}

// withoutDealtWith looks again behind each verb that deals with nothing, for
// what follows may hold another.
func withoutDealtWith(text string) string {
	for at := 0; ; {
		m := dealtWith.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return text
		}
		verbEnd, end := at+m[3], at+m[1]
		between := text[at+m[4] : at+m[5]]
		if turnsWithin.MatchString(between) || strings.Contains(between+" ", " that ") || byInspectors.MatchString(text[:verbEnd]) {
			at = verbEnd
			continue
		}
		text = text[:verbEnd] + " · " + text[end:]
		at = verbEnd
	}
}

// replaceUnless takes out what matches, but for the matches that keep says.
func replaceUnless(re *words.Pattern, text string, keep func(groups []string) bool) string {
	return re.ReplaceAllStringFunc(text, func(found string) string {
		if keep(re.FindStringSubmatch(found)) {
			return found
		}
		return " · "
	})
}
