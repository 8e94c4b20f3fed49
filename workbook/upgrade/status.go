package upgrade

import (
	"slices"
	"strings"
	"unicode"

	"actionplan/workbook"

	"actionplan/workbook/words"
)

// statusGuess is what a council's status word probably means. No national
// standard exists; the guess leans to the less finished meaning, and
// "embedded" is guessed only where the word itself says so.
type statusGuess struct {
	means  workbook.Meaning
	colour string
}

// colourGuesses are what colours mean where no word says more.
var colourGuesses = map[string]statusGuess{
	"r": {workbook.OffTrack, "red"}, "red": {workbook.OffTrack, "red"}, "dark red": {workbook.OffTrack, "red"},
	"a": {workbook.AtRisk, "amber"}, "amber": {workbook.AtRisk, "amber"}, "yellow": {workbook.AtRisk, "yellow"}, "y": {workbook.AtRisk, "yellow"}, "orange": {workbook.AtRisk, "amber"},
	"g": {workbook.OnTrack, "green"}, "green": {workbook.OnTrack, "green"}, "light green": {workbook.OnTrack, "green"}, "dark green": {workbook.OnTrack, "green"},
	"b": {workbook.Delivered, "blue"}, "blue": {workbook.Delivered, "blue"}, "light blue": {workbook.Delivered, "light blue"}, "dark blue": {workbook.Delivered, "blue"},
	"p": {workbook.Delivered, "purple"}, "purple": {workbook.Delivered, "purple"},
	"w": {workbook.NotStarted, "white"}, "white": {workbook.NotStarted, "white"}, "grey": {workbook.NotStarted, "grey"}, "gray": {workbook.NotStarted, "grey"},
}

// codeGuesses are letters that stand for words.
var codeGuesses = map[string]workbook.Meaning{
	"c": workbook.Delivered, "comp": workbook.Delivered, "cl": workbook.Delivered, "ip": workbook.OnTrack, "inp": workbook.OnTrack, "wip": workbook.OnTrack, "ns": workbook.NotStarted, "nys": workbook.NotStarted,
	"od": workbook.OffTrack, "pc": workbook.AtRisk, "nd": workbook.NotStarted, "oh": workbook.AtRisk, "del": workbook.AtRisk, "emb": workbook.Embedded, "bau": workbook.Embedded, "ont": workbook.OnTrack, "off": workbook.OffTrack,
}

// statusRules read the words of a status, the first that holds: what says
// that something is not so stands before what says that it is.
var statusRules = []struct {
	means workbook.Meaning
	has   *words.Pattern
}{
	{workbook.Withdrawn, words.MustCompile(`\b(cancel\w*|withdrawn|superseded|no longer (required|needed|relevant|applicable|proceeding|pursued)|abandoned|removed|rejected|de ?scoped|not proceeding|merged (with|into)|duplicate|void|discontinued|not pursued)\b`)},
	{workbook.Delivered, words.MustCompile(`^(action )?(complete|completed|closed|delivered|achieved|done|finished)\b.*\b(late|overdue|delay\w*|after)\b`)},
	{workbook.NotStarted, words.MustCompile(`\bnot (yet )?(started|commenced|begun|initiated|due|actioned|scheduled)\b|\b(to be|yet to|awaiting|due to) (start|started|commence|begin|begun|scheduled|actioned)\b|\bno (action|progress)( taken| made)?( yet| to date)?\b|\b(future|unstarted|to do|todo|planned|scheduled|queued|backlog)\b|\bnot yet$`)},
	{workbook.AtRisk, words.MustCompile(`\b(partial|partially|partly|part|mostly|largely|nearly|almost|substantially|half|in part|some|not (yet )?fully)\b.{0,12}\b(complete\w*|met|implemented|achieved|done|delivered|addressed|closed|compliant|embedded|on track|resolved)\b|\bnot (yet )(complete\w*|met|achieved|delivered|implemented|done|finished|resolved|closed|embedded)\b|^part(ial|ially|ly)?$`)},
	{workbook.OffTrack, words.MustCompile(`\b(not|isnt|cannot be|wont be|will not be|unlikely to be|never)\b.{0,10}\b(complete\w*|achiev\w+|met|delivered|implemented|done|finished|resolved|compliant|on track|on target|on schedule|on course|progressing|addressed)\b|\b(incomplete|non compliant|noncompliant|off track|off target|off course|off schedule|overdue|over due|late|missed|behind|breach\w*|fail\w*|stalled|blocked|past due|date passed|deadline passed|unachievable|critical|critically|serious|severe|major (issue|concern|delay|slippage)s?|significant (issue|concern|delay|slippage|risk)s?|exceeded|expired|outstanding|will miss|not happening|escalat\w*|intervention (needed|required))\b`)},
	{workbook.AtRisk, words.MustCompile(`\b(at risk|slip\w*|delay\w*|on hold|paused|hold|held|deferred|suspended|needs attention|attention|concern\w*|issues?|caution|minor|some (issues|delay|slippage|risk)|extended|revised|rescheduled|postponed|drift\w*|struggling|under review|parked|risk|risks|behind plan)\b`)},
	{workbook.OnTrack, words.MustCompile(`\b(awaiting|pending|subject to|ready for|for|submitted for|with)\b.{0,12}\b(sign ?off|approval|closure|evidence|verification|validation|confirmation|assurance|ratification|review)\b|\bproposed for closure\b`)},
	{workbook.OnTrack, words.MustCompile(`\b(on (track|target|schedule|course|time|plan|trajectory)|to (plan|schedule|time)|in (hand|progress|train|development|process|motion|delivery)|under ?way|progress\w*|on ?going|started|commenced|continuing|continuous|active|wip|working on|being \w+ed|live|begun|moving|draft|drafted|developing|good|as planned|satisfactory)\b`)},
	{workbook.Embedded, words.MustCompile(`\b(embedded|sustained|business as usual|bau|embedding evidenced|impact (seen|evidenced|shown))\b`)},
	{workbook.Delivered, words.MustCompile(`\b(complete|completed|completion|done|closed|close|finished|delivered|achieved|met|implemented|resolved|signed off|actioned|discharged|fulfilled|compliant|addressed|yes|fully|concluded|verified|evidenced|in place|remediated)\b`)},
}

var statusMarks = words.MustCompile(`[^\pL\pN ]+`)

// guessStatus guesses a word's meaning. Words outrank colours: "Blue - not
// started" is not started. Of two colours the worse counts.
func guessStatus(word string) (statusGuess, bool) {
	folded := strings.ReplaceAll(strings.ReplaceAll(workbook.FoldHeading(word), "'", ""), "’", "")
	plain := strings.Join(strings.Fields(statusMarks.ReplaceAllString(folded, " ")), " ")
	if g, ok := colourGuesses[plain]; ok {
		return g, true
	}
	colour := worstColour(plain)
	if means, ok := codeGuesses[plain]; ok {
		return statusGuess{means, ""}, true
	}
	for _, rule := range statusRules {
		if rule.has.MatchString(plain) {
			return statusGuess{rule.means, colour.colour}, true
		}
	}
	return colour, colour.means != workbook.MeaningUnknown
}

// worstColour is the worst of the colours that a word begins with.
func worstColour(plain string) statusGuess {
	worst, first := statusGuess{}, ""
	for i, part := range strings.Fields(plain) {
		g, ok := colourGuesses[part]
		if i == 0 {
			first = part
		}
		if !ok || i > 0 && len(part) == 1 && len(first) > 1 {
			break
		}
		if i == 0 || g.means > worst.means && g.means <= workbook.OffTrack {
			worst = g
		}
	}
	return worst
}

// plainStatus is a status and nothing else: a colour, a code, or one of the
// words that everybody uses.
var plainStatus = words.MustCompile(`^(((dark|light) )?(red|amber|yellow|orange|green|blue|purple|grey|gray|white|black)( ?(and|to)? ?(red|amber|yellow|green|blue))?|[ragbwpy]|brag|(not|partially|partly|fully|mostly|not yet|un)?[ -]?(complete|completed|met|achieved|implemented|delivered|done|compliant|embedded|closed|started|due|commenced|on track|resolved)( and embedded)?|open|closed|on ?going|in progress|in hand|under ?way|on (track|target|schedule|hold|course)|(off|behind|ahead of) (track|target|schedule)|at risk|overdue|delayed|late|slipping|slippage|some slippage|planned|pending|paused|superseded|withdrawn|cancelled|no longer required|outstanding|awaiting (sign ?off|approval|closure|evidence)|progressing|to do|missed|high risk|future|not due|started)$`)

func isPlainStatus(text string) bool {
	plain := strings.Join(strings.Fields(statusMarks.ReplaceAllString(workbook.FoldHeading(text), " ")), " ")
	_, code := codeGuesses[plain]
	if signOf(text) != "" && withoutSigns(text) == "" {
		return true
	}
	if plainStatus.MatchString(plain) || code {
		return true
	}
	// A colour and a few words: "Green - on target".
	first, _, _ := strings.Cut(plain, " ")
	return onlyColour(first) && len(first) > 2 && len(strings.Fields(plain)) <= 5
}

// signs are what emoji and marks stand for, as a word that every font has.
var signs = map[rune]string{
	'🟢': "Green", '🟡': "Yellow", '🟠': "Amber", '🔴': "Red", '🔵': "Blue", '🟣': "Purple", '⚪': "White", '⚫': "Black", '🟤': "Brown",
	'🟩': "Green", '🟨': "Yellow", '🟧': "Amber", '🟥': "Red", '🟦': "Blue", '🟪': "Purple", '⬜': "White", '⬛': "Black",
	'💚': "Green", '💛': "Yellow", '🧡': "Amber", '❤': "Red", '💙': "Blue", '💜': "Purple",
	'✅': "Complete", '✔': "Complete", '✓': "Complete", '☑': "Complete", '🏁': "Complete", '👍': "Complete",
	'❌': "Not met", '✖': "Not met", '✗': "Not met", '✘': "Not met", '☒': "Not met", '❎': "Not met",
	'⚠': "At risk", '🚩': "Off track", '🛑': "Off track", '⛔': "Off track", '⏳': "In progress", '⌛': "In progress", '🔄': "In progress", '🚧': "In progress", '⏸': "On hold", '☐': "Not started",
	'😀': "Green", '😊': "Green", '🙂': "Green", '☺': "Green", '😐': "Amber", '😟': "Red", '🙁': "Red", '☹': "Red", '😞': "Red",
}

// signOf is the word for the first sign in a text, "" without one.
func signOf(text string) string {
	for _, r := range text {
		if word := signs[r]; word != "" {
			return word
		}
	}
	return ""
}

// withoutSigns is a text without its signs.
func withoutSigns(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if signs[r] != "" || r == 0xfe0f || r == 0x200d {
			return -1
		}
		return r
	}, text))
}

// isSign is true of a cell that shows a mark and no words.
func isSign(c cell) bool {
	text := c.text()
	if text == "" {
		return false
	}
	if c.Symbols && len([]rune(text)) <= 2 {
		return true
	}
	return !strings.ContainsFunc(withoutSigns(text), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// guessWords guesses the meanings of all status words of a plan: what a letter
// means depends on the others. A legend's own words come first.
func guessWords(words []string, definitions map[string]string, colours map[string]string) map[string]statusGuess {
	guesses := map[string]statusGuess{}
	codes := slices.ContainsFunc(words, func(w string) bool {
		folded := strings.ToLower(strings.TrimSpace(w))
		_, code := codeGuesses[folded]
		return code && len(folded) <= 3
	})
	for _, w := range words {
		folded := plainText(w)
		if codes && len([]rune(folded)) == 1 && codeGuesses[folded] == workbook.MeaningUnknown {
			if d := definitions[folded]; d == "" {
				continue // P beside C, IP and NS is no purple
			}
		}
		g, ok := guessStatus(w)
		if d := definitions[folded]; d != "" {
			if byDefinition, found := guessStatus(d); found && (!ok || onlyColour(w) && !strings.Contains(d, ",") && !mixed(d)) {
				byDefinition.colour = firstOf(g.colour, byDefinition.colour)
				g, ok = byDefinition, true
			}
		}
		if !ok {
			continue
		}
		g.colour = firstOf(g.colour, colours[folded])
		guesses[w] = g
	}
	return guesses
}

// onlyColour is true of a word or letter that names nothing but a colour.
func onlyColour(word string) bool {
	_, ok := colourGuesses[plainText(word)]
	return ok
}

// mixed is true of a definition that says two things: "Done, or will be done
// by the target date".
func mixed(definition string) bool { return orWord.MatchString(definition) }

var orWord = words.MustCompile(`(?i)\b(or|but|and|unless|with)\b`)

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
