package letter

import (
	"slices"
	"strings"

	"actionplan/workbook/letter/document"
	"actionplan/workbook/words"
)

// verdict is what the grammar says of one sentence.
type verdict struct {
	kind     Kind
	doubtful bool
	cues     []string
}

// weighed is what the cues of a sentence add up to.
type weighed struct {
	weakness float64 // two points make a concern
	conceded float64 // of these, in a clause that the sentence concedes
	strength int
	progress int
	cues     []string
}

// concededShare is what a cue weighs in a clause that is conceded.
const concededShare = 0.67

// concernAt is how many points make a concern.
const concernAt = 2

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// narrative judges the prose of a letter: one finding for each run of joined
// sentences of one kind in a paragraph.
func narrative(passages []Passage, items []Finding) []Finding {
	listed := map[int]bool{}
	for _, item := range items {
		for i := item.Passage; i <= item.Last; i++ {
			listed[i] = true
		}
	}
	var found []Finding
	scope := false // the items of what was looked at are being read
	for i, p := range passages {
		if scope = scope && isMarked(p) || announcesScope(p); scope || listed[i] || !p.tells() {
			continue
		}
		found = append(found, paragraphFindings(i, p)...)
	}
	return found
}

// announcesScope tells a passage that leads in to what inspectors looked at.
func announcesScope(p Passage) bool {
	all := sentences(p.Text)
	return strings.HasSuffix(p.Text, ":") && len(all) > 0 && judge(all[len(all)-1].text, verdict{}, findings).kind == Process
}

// tells tells whether a passage can hold findings.
func (p Passage) tells() bool {
	switch p.role {
	case findings, strengths, weaknesses, caseStudy, goodStudy:
	default:
		return false
	}
	if p.besides && len(strings.Fields(p.Text)) < 15 {
		return false
	}
	count := len(strings.Fields(p.Text))
	whole := count >= 5 || count >= 3 && strings.HasSuffix(p.Text, ".")
	return whole && !p.IsHeading && p.Kind != document.Note && !leadIn.MatchString(p.Text)
}

// leadIn is a line that only announces what follows.
var leadIn = words.MustCompile(`(?i)^[^.]{0,120}(?:noted|found|include|following|including|because|saw|identified|that|are)?:$`)

func paragraphFindings(i int, p Passage) []Finding {
	var found []Finding
	var before verdict
	for _, s := range sentences(p.Text) {
		v := judge(s.text, before, p.role)
		if n := len(found) - 1; n >= 0 && v.kind == found[n].Kind && v.kind != Process && before.kind == v.kind {
			found[n].Text += " " + s.text
			found[n].Doubtful = found[n].Doubtful && v.doubtful
			found[n].Cues = addCues(found[n].Cues, v.cues)
		} else if v.kind != Process {
			found = append(found, Finding{Kind: v.kind, Text: s.text, Heading: p.Heading, Number: p.Number(), Page: p.Page, Passage: i, Last: i,
				Doubtful: v.doubtful, Cues: v.cues, Restricted: p.role == caseStudy || p.role == goodStudy, Area: -1})
		}
		before = v
	}
	return found
}

func addCues(cues, more []string) []string {
	for _, c := range more {
		if !slices.Contains(cues, c) {
			cues = append(cues, c)
		}
	}
	return cues
}

// judge gives the kind of a sentence, after the sentence before it in the
// same paragraph.
func judge(text string, before verdict, part role) verdict {
	plain := strings.ToLower(straight.Replace(text))
	if processWords.MatchString(plain) && !tellsOfPractice(plain) || saysNone.MatchString(plain) || before.kind == Process && goesOnAboutVisit.MatchString(plain) {
		return verdict{kind: Process}
	}
	w := weigh(plain)
	v := verdict{kind: Strength, cues: w.cues}
	switch {
	case part == goodStudy: // its weaknesses are the child's, not the service's
		v.doubtful = w.weakness >= concernAt
	case w.weakness >= concernAt && !(saysMoreOf.MatchString(plain) && isPraise(before.kind) && w.weakness < concernAt+1 && w.strength+w.progress > 0):
		v.kind, v.doubtful = Concern, w.weakness < concernAt+1 && w.strength+w.progress > 1
	case turning.MatchString(plain) && !positively.MatchString(plain) && !reassuring.MatchString(plain) && before.kind != Concern && before.kind != Process:
		v.kind, v.doubtful = Concern, w.weakness == 0
	case goesOnAbout(plain, before, w):
		v.kind, v.doubtful = Concern, true
	case w.weakness >= 1 && w.strength == 0 && w.progress == 0:
		v.kind, v.doubtful = Concern, true
	case part == weaknesses && w.strength+w.progress == 0:
		v.kind, v.doubtful = Concern, true
	case w.progress > 0 && w.progress*2 >= w.strength:
		v.kind, v.doubtful = Progress, w.weakness > 0
	default:
		v.doubtful = w.strength+w.progress == 0 || w.weakness > 0
	}
	return v
}

// goesOnAbout tells that a sentence goes on about the concern before it: it
// says what follows from it, or has no word of its own.
func goesOnAbout(plain string, before verdict, w weighed) bool {
	switch {
	case before.kind != Concern:
		return false
	case w.strength+w.progress == 0 && !turning.MatchString(plain):
		return true
	case !leaning.MatchString(plain):
		return false
	}
	return w.weakness > 0 || leadsTo.MatchString(plain) && w.progress == 0 && w.strength < 2 && !turned.MatchString(plain)
}

// saysMoreOf opens a sentence that says more of the last one.
var saysMoreOf = words.MustCompile(`^(?:this|these|it|which) (?:also )?(?:includes?|ensures?|enables?|helps?|means?|keeps?|allows?|supports?|gives?|provides?|reflects?)\b`)

func isPraise(k Kind) bool { return k == Strength || k == Progress }

var (
	// saysNone is a list without items.
	saysNone = words.MustCompile(`^there (?:are|were) no (?:areas? (?:for|of|requiring|that)|priority|recommendations?|immediate)\b[^.;,]*\.?$|\b(?:did|do) not (?:identify|find|make) any (?:areas? (?:for|of|requiring)|recommendations?)\b`)
	// goesOnAboutVisit says more of what inspectors looked at.
	goesOnAboutVisit = words.MustCompile(`^(?:this|these|it|they|areas?) (?:also |in particular )?(?:includ(?:ed|es?|ing)|considered|covered|looked|focused|explored)\b`)
)

// turned is what somebody has done about a concern.
var turned = words.MustCompile(`\b(?:success\w*|improv\w+|strengthen\w*|resolved|swift\w*|prompt\w*|(?:taken|took) (?:\w+ )?(?:action|steps))\b`)

// leadsTo is the strongest form of going on: the consequence itself.
var leadsTo = words.MustCompile(`^(?:an example of this|this (?:means|meant|leads?|led|results?|resulted|limits?|reduces?|leaves?|has (?:led|resulted|meant|contributed))|as a (?:result|consequence)|consequently|inevitably|without this|these (?:delays|weaknesses|deficits|gaps|issues|concerns|shortfalls))`)

// tellsOfPractice keeps a finding that opens like a sentence about the visit.
func tellsOfPractice(plain string) bool {
	return inspectorsFound.MatchString(plain)
}

var inspectorsFound = words.MustCompile(`\binspectors (?:also )?(?:found|identified|noted|saw|agree|judged|brought|raised|highlighted|recognised)\b|\b(?:practice|quality|children are|children do|oversight|weak\w*|strong\w*|poor\w*|not (?:always|consistently|sufficiently))\b.{0,80}\b(?:is|are|was|were|be)\b.{0,60}\b(?:not|inconsistent|good|poor|variable|effective|strong|weak)`)

// weigh adds up the cues of a sentence.
func weigh(plain string) weighed {
	var w weighed
	text := reassured(plain)
	if found := leftAtRisk.FindString(text); found != "" && !reassuring.MatchString(plain) {
		w.weakness += concernAt
		w.cues = append(w.cues, found)
	}
	text = masks.ReplaceAllString(text, " · ")
	if fallen := falling.FindString(text); fallen != "" {
		w.progress += 2
		w.cues = append(w.cues, "+"+fallen)
		text = falling.ReplaceAllString(text, " · ")
	}
	main, conceded := clauses(text)
	for _, c := range slices.Concat(weaknessCues, plainWeakness) {
		w.addWeakness(c, main, 1)
		w.addWeakness(c, conceded, concededShare)
	}
	w.addContrast(text)
	w.strength = len(strengthCues.FindAllString(main, -1))
	if found := progressCues.FindAllString(main, -1); len(found) > 0 {
		w.progress += len(found)
		w.cues = append(w.cues, "+"+found[0])
	}
	return w
}

func (w *weighed) addWeakness(c cue, text string, share float64) {
	if text == "" {
		return
	}
	for i, found := range c.re.FindAllString(text, -1) {
		if c.weight < 1 && i > 0 {
			return // a sentence is no weaker for hedging twice
		}
		points := c.weight * share
		w.weakness += points
		if share < 1 {
			w.conceded += points
		}
		w.cues = addCues(w.cues, []string{strings.TrimSpace(found)})
	}
}

var (
	leadingContrast  = words.MustCompile(`^(?:although|while|whilst|though|whereas)\b`)
	trailingContrast = words.MustCompile(`[,;] (?:although|though|but|yet) `)
)

// addContrast weighs "although A, B" and "A, but B" where A is praise and B is
// none: what inspectors set against praise falls short of it.
func (w *weighed) addContrast(text string) {
	var a, b string
	if leadingContrast.MatchString(text) {
		if at := commaClause.FindStringIndex(text); at != nil {
			a, b = text[:at[0]], text[at[0]+1:]
		}
	} else if at := trailingContrast.FindStringIndex(text); at != nil {
		a, b = text[:at[0]], text[at[0]+1:]
	}
	if b == "" || strings.HasPrefix(b, " but also") || !strengthCues.MatchString(a) || strengthCues.MatchString(b) || progressCues.MatchString(b) {
		return
	}
	w.weakness++
	w.cues = addCues(w.cues, []string{"set against praise"})
}

var (
	concession  = words.MustCompile(`^(?:despite|notwithstanding|even though|in spite of|albeit)\b`)
	condition   = words.MustCompile(`^(?:when|where|if|once|should|wherever|whenever|for (?:those|children|the) [^,]{0,60}(?:who|where|when))\b`)
	butClause   = words.MustCompile(`(?:,| and|;)? but |, yet `)
	supposing   = words.MustCompile(`,? (?:when|whenever|even if|despite|in spite of|notwithstanding) `)
	commaClause = words.MustCompile(`, (?:[^ao]|a[^n]|an[^d]|o[^r]|or[^ ])`)
)

// clauses parts a sentence into what it says and what it only concedes:
// "despite A, B", "A, but B". "Although A, B" says both: a mixed sentence is a
// concern. What a leading "when" or "where" supposes is
// left out: it is no finding.
func clauses(text string) (main, conceded string) {
	main = text
	if leads := concession.MatchString(text); leads || condition.MatchString(text) {
		if at := commaClause.FindStringIndex(text); at != nil {
			main = text[at[0]+1:]
			if leads {
				conceded = text[:at[0]]
			}
		}
	}
	if at := butClause.FindStringIndex(main); at != nil && at[0] > 0 {
		conceded += " " + main[:at[0]]
		main = main[at[1]:]
	}
	if at := supposing.FindStringIndex(main); at != nil && at[0] > 0 {
		conceded += " " + main[at[0]:]
		main = main[:at[0]]
	}
	return main, conceded
}

// inOrder puts the items of the lists and the findings of the narrative into
// the order of the letter.
func inOrder(items, rows []Finding) []Finding {
	all := append(slices.Clone(items), rows...)
	slices.SortStableFunc(all, func(a, b Finding) int { return a.Passage - b.Passage })
	return all
}
