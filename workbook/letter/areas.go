package letter

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// Area is an improvement area that letters give rise to.
type Area struct {
	Name        string
	Priority    bool   // the letter calls it a priority action
	Letters     []int  // the letters that it comes from
	Responsible string // bodies that the letter names
	Given       bool   // it stood in the plan already
	text        string // what is compared
	theme       int    // of a theme's area; -1 else
}

// MakeAreas gives every finding that somebody has to answer exactly one area:
// the item of a letter's own list that it is evidence for, else the chapter of
// the letter it stands in where that names a matter, else a theme. Areas that
// stand in the plan already come first. Letters are in date order. Repeats of
// earlier concerns are linked.
func MakeAreas(letters []*Letter, given []string) []Area {
	m := newMatcher(letters)
	for _, name := range given {
		m.areas = append(m.areas, Area{Name: name, Given: true, text: name, theme: themeNamed(name)})
	}
	for i, l := range letters {
		if !l.Known {
			m.listed(i, l)
		}
	}
	for i, l := range letters {
		if !l.Known {
			m.place(i, l)
		}
	}
	m.gatherAlone()
	for i := range letters {
		m.repeats(i)
	}
	return m.areas
}

func themeNamed(name string) int {
	for i, t := range themes {
		if t.name == name {
			return i
		}
	}
	return -1
}

type matcher struct {
	letters []*Letter
	areas   []Area
	rarity  map[string]float64
	common  []float64 // by theme, the share of findings that speak of it most

	stemmed map[string]map[string]bool // by text
	scored  map[string][]float64       // by text
}

// newMatcher weighs words by how few findings have them.
func newMatcher(letters []*Letter) *matcher {
	m := &matcher{letters: letters, rarity: map[string]float64{}, stemmed: map[string]map[string]bool{}, scored: map[string][]float64{}}
	count, all := map[string]int{}, 0
	m.common = make([]float64, len(themes))
	for _, l := range letters {
		for _, f := range l.Findings {
			all++
			if t := bestTheme(m.scores(f.Text)); t >= 0 {
				m.common[t]++
			}
			for w := range m.stems(f.Text) {
				count[w]++
			}
		}
	}
	for w, n := range count {
		m.rarity[w] = math.Log(float64(all+2) / float64(n))
		if strings.HasPrefix(w, matterMark) {
			m.rarity[w] *= matterWeight
		}
	}
	for t := range m.common {
		m.common[t] /= float64(max(all, 1))
	}
	return m
}

// stems and scores are worked out once for each text.
func (m *matcher) stems(text string) map[string]bool {
	if m.stemmed[text] == nil {
		m.stemmed[text] = stems(text)
	}
	return m.stemmed[text]
}

func (m *matcher) scores(text string) []float64 {
	if m.scored[text] == nil {
		m.scored[text] = themeScores(text)
	}
	return m.scored[text]
}

func (m *matcher) weight(w string) float64 {
	if r, ok := m.rarity[w]; ok {
		return r
	}
	return 2
}

// listed makes an area of each item of a letter's own list, unless there is
// one of the same words.
func (m *matcher) listed(i int, l *Letter) {
	long := countListed(l) > longestList
	for n := range l.Findings {
		f := &l.Findings[n]
		if !f.Listed || long && f.Kind != PriorityAction {
			continue
		}
		at := m.sameArea(f.Text)
		if at < 0 {
			m.areas = append(m.areas, Area{Name: areaName(f.Text), text: f.Text, theme: -1, Responsible: f.Responsible})
			at = len(m.areas) - 1
		}
		m.assign(f, at, i)
		m.areas[at].Priority = m.areas[at].Priority || f.Kind == PriorityAction
	}
}

// longestList is how many items of a letter's own list make areas of their
// own. A longer one is a list of findings: nobody works with forty areas, so
// that its items are gathered under themes.
const longestList = 24

func countListed(l *Letter) int {
	n := 0
	for _, f := range l.Findings {
		if f.Listed {
			n++
		}
	}
	return n
}

func (m *matcher) assign(f *Finding, area, letter int) {
	f.Area = area
	if letters := &m.areas[area].Letters; !slices.Contains(*letters, letter) {
		*letters = append(*letters, letter)
		slices.Sort(*letters)
	}
}

func (m *matcher) sameArea(text string) int {
	name := strings.ToLower(areaName(text))
	for i, a := range m.areas {
		if strings.ToLower(a.Name) == name || m.likeness(text, a.text) > 0.8 {
			return i
		}
	}
	return -1
}

var (
	frameworkTail = words.MustCompile(`(?i)\s*\((?:outcomes?|enablers?|principles?)\b[^)]*\)\.?$`)
	danglingTail  = words.MustCompile(`(?i)[.,]? (?:including|such as|in particular|this includes|this is to ensure that|to ensure that|so that|specifically|namely)$`)
	firstClause   = words.MustCompile(`[.;:]\s`)
)

// longestName is how long an area's name may be, in characters: it stands in
// tables and headings of papers. The whole item stands among the findings.
const longestName = 200

// asideClause opens what an area can do without.
var asideClause = words.MustCompile(`,? (?:so that|in order to|to enable|to ensure|to reduce|including|for example|such as|which|with specific regard|with particular)\b|; |: | [–-] `)

// areaName quotes an item as the name of an area: whole where it is short,
// otherwise its first sentence, cut between words.
func areaName(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	text = strings.TrimRight(frameworkTail.ReplaceAllString(strings.TrimSpace(text), ""), " .;:")
	text = danglingTail.ReplaceAllString(text, "")
	if utf8.RuneCountInString(text) > longestName {
		if at := firstClause.FindStringIndex(text); at != nil {
			text = text[:at[0]]
		}
	}
	if utf8.RuneCountInString(text) > longestName {
		for _, at := range slices.Backward(asideClause.FindAllStringIndex(text, -1)) {
			if n := utf8.RuneCountInString(text[:at[0]]); n <= longestName && n >= 40 {
				return text[:at[0]]
			}
		}
		runes := []rune(text)
		cut := string(runes[:longestName])
		if at := strings.LastIndexAny(cut, " ,"); at > 0 {
			cut = strings.TrimRight(cut[:at], " ,")
		}
		text = cut + " …"
	}
	return text
}

// matterWeight is what a matter tells more than a word.
const matterWeight = 2

// fits is how alike a concern and an area must be for it to be evidence.
const fits = 0.33

// nearlyFits is enough where the concern has no other area of its theme.
const nearlyFits = 0.26

// place finds the area of each concern in a letter's narrative.
func (m *matcher) place(i int, l *Letter) {
	for n := range l.Findings {
		f := &l.Findings[n]
		if f.Area >= 0 || !f.Kind.NeedsAction() {
			continue
		}
		scores := m.matter(l, f)
		at := m.bestArea(f, scores)
		if at < 0 {
			at = m.ownArea(f, scores)
		}
		m.assign(f, at, i)
	}
}

// matter is what a concern speaks of; its paragraph counts for less.
func (m *matcher) matter(l *Letter, f *Finding) []float64 {
	scores := slices.Clone(m.scores(f.Text))
	if f.Passage < len(l.Passages) {
		for i, s := range m.scores(l.Passages[f.Passage].Text) {
			scores[i] += 0.4 * s
		}
	}
	return scores
}

func (m *matcher) bestArea(f *Finding, scores []float64) int {
	best, most := -1, fits
	words := m.stems(f.Text)
	for i, a := range m.areas {
		if a.theme >= 0 {
			continue
		}
		if p := m.fit(words, scores, a); p > most {
			best, most = i, p
		}
	}
	return best
}

// fit is how alike the telling words of a concern and an area are, and up to
// a fifth of a point for the same theme.
func (m *matcher) fit(words map[string]bool, scores []float64, a Area) float64 {
	points := 2 * m.alike(words, m.stems(a.text))
	areaScores := m.scores(a.Name)
	if t := bestTheme(areaScores); t >= 0 && scores[t] > 0 {
		tells := 0.07 * (1 - m.common[t]) // a theme of the whole letter tells nothing
		points += tells
		if bestTheme(scores) == t {
			points += tells
		}
	}
	return points
}

// ownArea is the area for a concern that shares too few words with the item
// of a list: one of the same theme with at least one word in common or one
// that nearly fits, else that of its chapter, or of its theme.
func (m *matcher) ownArea(f *Finding, scores []float64) int {
	t, words := bestTheme(scores), m.stems(f.Text)
	best, most := -1, 0.0
	for i, a := range m.areas {
		sameTheme := t >= 0 && bestTheme(m.scores(a.Name)) == t && shareAny(words, m.stems(a.text))
		if p := m.fit(words, scores, a); a.theme < 0 && (sameTheme && p > nearlyFits/2 || p > nearlyFits) && p > most {
			best, most = i, p
		}
	}
	if best >= 0 {
		return best
	}
	switch name := chapterName(f.Heading); {
	case name != "":
		return m.named(name, -1)
	case t < 0:
		return m.named(otherConcerns, len(themes))
	}
	return m.named(themes[t].name, t)
}

func shareAny(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

// gatherAlone moves the only concern of a theme to the area of another theme
// that it speaks of too, so that a plan is not begun with an area a sentence.
func (m *matcher) gatherAlone() {
	count := make([]int, len(m.areas))
	m.eachConcern(func(_ int, _ *Letter, f *Finding) { count[f.Area]++ })
	m.eachConcern(func(i int, l *Letter, f *Finding) {
		if m.areas[f.Area].theme < 0 || count[f.Area] > 1 {
			return
		}
		best, most := -1, 0.0
		scores := m.matter(l, f)
		for k, a := range m.areas {
			t := a.theme
			if t < 0 {
				t = bestTheme(m.scores(a.Name))
			}
			near := a.theme >= 0 || m.fit(m.stems(f.Text), scores, a) > nearlyFits/2
			if k != f.Area && count[k] > 0 && near && t >= 0 && t < len(themes) && scores[t] > most {
				best, most = k, scores[t]
			}
		}
		if best >= 0 {
			count[f.Area]--
			count[best]++
			m.assign(f, best, i)
		}
	})
	m.dropEmpty()
}

func (m *matcher) eachConcern(do func(letter int, l *Letter, f *Finding)) {
	for i, l := range m.letters {
		for n := range l.Findings {
			if f := &l.Findings[n]; f.Area >= 0 {
				do(i, l, f)
			}
		}
	}
}

// dropEmpty takes out areas that nothing belongs to, and gives each its
// letters anew.
func (m *matcher) dropEmpty() {
	letters := make([][]int, len(m.areas))
	m.eachConcern(func(i int, _ *Letter, f *Finding) {
		if !slices.Contains(letters[f.Area], i) {
			letters[f.Area] = append(letters[f.Area], i)
		}
	})
	moved := make([]int, len(m.areas))
	var kept []Area
	for i, a := range m.areas {
		if a.Letters = letters[i]; len(letters[i]) > 0 || a.Given {
			moved[i] = len(kept)
			kept = append(kept, a)
		}
	}
	m.areas = kept
	m.eachConcern(func(_ int, _ *Letter, f *Finding) { f.Area = moved[f.Area] })
}

func (m *matcher) named(name string, theme int) int {
	for i, a := range m.areas {
		if strings.EqualFold(a.Name, name) {
			return i
		}
	}
	m.areas = append(m.areas, Area{Name: name, text: name, theme: theme})
	return len(m.areas) - 1
}

var gradeTail = words.MustCompile(`(?i)\s*(?::|–|-|\bis\b|\bare\b)?\s*(?:outstanding|good|requires? improvement(?: to be good)?|inadequate)$`)

var chapterLead = words.MustCompile(`(?i)^(?:the )?graded judge?ment for `)

// chapterName is a heading that names a matter, without its grade; "" for
// headings such as "Main findings" that every letter has.
func chapterName(heading string) string {
	role, known := byWording(heading)
	if heading == "" || known && role != cover || strings.HasSuffix(heading, "?") {
		return ""
	}
	return words.Capital(strings.TrimSpace(chapterLead.ReplaceAllString(gradeTail.ReplaceAllString(heading, ""), "")))
}

// repeated is how alike two concerns are that speak of one matter.
const repeated = 0.5

// repeats links the concerns of a letter to those of earlier ones.
func (m *matcher) repeats(i int) {
	for n := range m.letters[i].Findings {
		f := &m.letters[i].Findings[n]
		if !f.Kind.NeedsAction() {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			if at := m.mostAlike(f, j); at >= 0 {
				f.Repeats = append(f.Repeats, Link{j, at})
				break
			}
		}
	}
}

func (m *matcher) mostAlike(f *Finding, letter int) int {
	best, most := -1, repeated
	for k, earlier := range m.letters[letter].Findings {
		if !earlier.Kind.NeedsAction() {
			continue
		}
		if p := m.likeness(f.Text, earlier.Text); p > most {
			best, most = k, p
		}
	}
	return best
}

// likeness is the cosine of two texts' telling words, the rare ones weighing
// more.
func (m *matcher) likeness(a, b string) float64 { return m.alike(m.stems(a), m.stems(b)) }

func (m *matcher) alike(x, y map[string]bool) float64 {
	both, xx, yy := 0.0, 0.0, 0.0
	for w := range x {
		v := m.weight(w) * m.weight(w)
		xx += v
		if y[w] {
			both += v
		}
	}
	for w := range y {
		yy += m.weight(w) * m.weight(w)
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return both / math.Sqrt(xx*yy)
}
