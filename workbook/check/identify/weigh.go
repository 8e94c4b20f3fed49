package identify

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"actionplan/workbook/check/weigh"
)

// What no rule of grammar sees is weighed: whoever writes about one child says
// who (a boy, mum, JB, she) beside what tells them from others (an age, a
// count, a place, a date, a trait, what befell them), in whatever words and
// order. The corpus teaches how much each word, and each two and three of them,
// speaks for or against that, by logistic regression. Words are taken together by
// what they are, so that a boy in Thornley weighs what a girl in Overbeck does.

// enough, in hundredths of the logarithm of the odds, is the weight from which a
// sentence is found: held out, one innocent sentence in a hundred weighs more.
const enough = 150

//go:embed weights.table
var weights string

// shortest is the least number of words that say enough to be weighed.
const shortest = 4

// findWeighed marks every sentence in which no rule has found anything and that
// weighs enough.
func (t *text) findWeighed() {
	has := make([]bool, len(t.sentences))
	for _, f := range t.found {
		for i := t.wordAt(f.Start); i >= 0 && i < len(t.words) && t.words[i].start < f.End; i++ {
			has[t.words[i].sentence] = true
		}
	}
	quoted := sync.OnceValue(t.quotations)
	for n, s := range t.sentences {
		if has[n] || s.to-s.from < shortest || !t.mayBeAbout(s) || t.isOfWorker(n) {
			continue
		}
		t.tokenise(s.from, s.to)
		if weight := t.weigh(s.from, s.to); weight >= enough && !isQuotation(quoted(), t.words[s.from].start, t.words[s.to-1].end) {
			kind := t.whatWeighs(s)
			t.mark(kind, s.from, s.to)
			t.found[len(t.found)-1].Weak = kind == Described && weight < sure && !t.isToldApart(s.from, s.to-1)
		}
	}
}

// isOfWorker says whether he or she, with whom a sentence begins, is the worker
// with whom the one before began, and nobody else is told of: the advocate saw 18
// of 20. She is brilliant with the lads.
func (t *text) isOfWorker(n int) bool {
	s := t.sentences[n]
	if s.has&(childWord|kinWord|familyWord|given) != 0 {
		return false
	}
	who := s.from
	for who < s.to && t.words[who].low != "she" && t.words[who].low != "he" {
		who++
	}
	from := s.from
	if who == s.from && n > 0 {
		from = t.sentences[n-1].from
	}
	if who == s.to || who == from || !strings.Contains(t.gap(who), ".") {
		return false
	}
	if low := t.words[from].low; low == "the" || low == "our" || low == "their" {
		from++
	}
	for k := from + 1; k < who; k++ {
		if t.words[k].class&(pronoun|childWord|kinWord|familyWord|given) != 0 && t.words[k].low != t.words[who].low {
			return false
		}
	}
	for k := who + 1; k < s.to; k++ {
		if t.words[k].class&pronoun != 0 {
			return false
		}
	}
	return workers[t.words[from].low]
}

// workers are words for one who works with children.
var workers = setOf("advocate mentor counsellor therapist nurse worker teacher trainer coordinator psychologist tutor coach solicitor manager officer practitioner adviser lead")

// mayBeAbout says whether a sentence holds any word for somebody, a number or a
// capital that is no word's first: without these it is about nobody.
func (t *text) mayBeAbout(s sentence) bool {
	if s.has&(childWord|kinWord|familyWord|manyChildren|manyKin|counted|pronoun|cue|given|nationality|living|month) != 0 {
		return true
	}
	for i := s.from; i < s.to; i++ {
		if w := &t.words[i]; w.low[0] <= '9' || w.number >= 0 || w.kind != w.low || w.capital && i > s.from && w.class == 0 || w.allCaps && w.end-w.start <= 2 {
			return true
		}
	}
	return false
}

// isQuotation says whether a place overlaps one of those.
func isQuotation(quoted []Span, start, end int) bool {
	i := firstEndingAfter(quoted, start)
	return i < len(quoted) && quoted[i].Start < end
}

// whatWeighs is the kind of what a sentence is found for: its small number, or
// its letters, if it would be innocent without them.
func (t *text) whatWeighs(s sentence) Kind {
	options := t.Options
	defer func() { t.Options = options }()
	t.Small = 0
	t.tokenise(s.from, s.to)
	if t.weigh(s.from, s.to) < enough {
		return SmallCount
	}
	t.Known = func(string) bool { return true }
	t.tokenise(s.from, s.to)
	if t.weigh(s.from, s.to) < enough {
		return Initials
	}
	return Described
}

// token is a word as it is weighed: itself, or what it stands for.
type token struct {
	is, kind string // the word, and the kind of word where that is known
	h, k     uint64 // their hashes
	mark     string // what stands before it that is no space
	m        uint64
}

// The kinds of traits.
var (
	hashWord    = weigh.With(0, weigh.Hash("word"))
	hashKind    = weigh.With(0, weigh.Hash("kind"))
	hashFirst   = weigh.With(0, weigh.Hash("first"))
	hashOpening = weigh.With(0, weigh.Hash("opening"))
	hashWords   = weigh.With(0, weigh.Hash("words"))
	hashKinds   = weigh.With(0, weigh.Hash("kinds"))
	hashThree   = weigh.With(0, weigh.Hash("three"))
	hashOver    = weigh.With(0, weigh.Hash("over"))
	hashNear    = weigh.With(0, weigh.Hash("near"))
	hashHas     = weigh.With(0, weigh.Hash("has"))
)

// together is how many words apart two that say who and what are still weighed
// together.
const together = 8

// traits are the hashes of everything about the words from to to that is
// weighed; some come more than once.
func (t *text) traits(from, to int) []uint64 {
	t.trait = t.trait[:0]
	for i := from; i < to; i++ {
		a := &t.tokens[i]
		t.note(weigh.With(hashWord, a.h), "word", a.is)
		t.note(weigh.With(hashKind, a.k), "kind", a.kind)
		if i == from || t.first(i) {
			t.note(weigh.With(hashFirst, a.k), "first", a.kind)
		}
		if i+1 < to {
			b := &t.tokens[i+1]
			t.note(weigh.With(weigh.With(weigh.With(hashWords, a.h), b.m), b.h), "words", a.is, b.mark, b.is)
			t.note(weigh.With(weigh.With(weigh.With(hashKinds, a.k), b.m), b.k), "kinds", a.kind, b.mark, b.kind)
			if i == from || t.first(i) {
				t.note(weigh.With(weigh.With(weigh.With(hashOpening, a.k), b.m), b.k), "opening", a.kind, b.mark, b.kind)
			}
			if i+2 < to {
				c := &t.tokens[i+2]
				t.note(weigh.With(weigh.With(weigh.With(weigh.With(weigh.With(hashThree, a.k), b.m), b.k), c.m), c.k), "three", a.kind, b.mark, b.kind, c.mark, c.kind)
				t.note(weigh.With(weigh.With(hashOver, a.k), c.k), "over", a.kind, c.kind)
			}
		}
		if a.kind == t.words[i].low {
			continue
		}
		for j := i + 1; j < min(to, i+together+1); j++ {
			if b := &t.tokens[j]; b.kind != t.words[j].low {
				t.note(weigh.With(weigh.With(hashNear, a.k), b.k), "near", a.kind, b.kind)
			}
		}
	}
	has := class(0)
	for i := from; i < to; i++ {
		has |= t.words[i].class
	}
	for _, is := range told {
		if has&is.class != 0 {
			t.note(weigh.With(hashHas, is.h), "has", is.name)
		}
	}
	return t.trait
}

// told is what a sentence as a whole may hold that is weighed.
var told = []struct {
	class class
	name  string
	h     uint64
}{{past, "past", weigh.Hash("past")}, {ruling, "ruling", weigh.Hash("ruling")}, {anyOf, "any", weigh.Hash("any")}, {pronoun, "pronoun", weigh.Hash("pronoun")}, {cue, "cue", weigh.Hash("cue")},
	{post, "post", weigh.Hash("post")}, {staff, "staff", weigh.Hash("staff")}, {premises, "premises", weigh.Hash("premises")}}

func (t *text) note(h uint64, name ...string) {
	t.trait = append(t.trait, h)
	if t.names != nil {
		t.names[h] = strings.Join(name, "\t")
	}
}

// weigh is the weight of the words from to to.
func (t *text) weigh(from, to int) int {
	if t.balance == nil {
		t.balance = weigh.NewBalance(weigh.Open(weights))
	}
	t.balance.Clear()
	for _, h := range t.traits(from, to) {
		t.balance.Add(h)
	}
	return t.balance.Weight()
}

// tokenise reads the words from to to as they are weighed.
func (t *text) tokenise(from, to int) {
	t.tokens = slices.Grow(t.tokens[:0], len(t.words))[:len(t.words)]
	for i := from; i < to; i++ {
		k := &t.tokens[i]
		w := &t.words[i]
		k.is, k.kind, k.h, k.k = w.low, w.kind, w.hash, w.kindHash
		if other := t.standsFor(i); other != "" {
			k.is, k.kind, k.h = other, other, weigh.Hash(other)
			k.k = k.h
		}
		k.mark = markIn(t.gap(i))
		k.m = noMark
		if k.mark != "" {
			k.m = weigh.Hash(k.mark)
		}
	}
}

var noMark = weigh.Hash("")

// markIn is the last mark between two words, "" for space and hyphens.
func markIn(gap string) string {
	if gap == " " {
		return ""
	}
	gap = strings.TrimSpace(gap)
	switch {
	case gap == "" || gap == "-":
		return ""
	case strings.HasSuffix(gap, "("), strings.HasSuffix(gap, ")"), strings.HasSuffix(gap, "'"):
		return gap[len(gap)-1:]
	case gap == "’":
		return "'"
	case gap == "–" || gap == "—":
		return "–"
	case len(gap) > 4:
		return "…"
	}
	return gap
}

// standsFor is what the word at i is an instance of: a place, a year, a number
// small or large, initials, a name; "" for a word that is only itself.
func (t *text) standsFor(i int) string {
	w := &t.words[i]
	switch {
	case t.place[i] > 0 && (t.village[i] || w.class&noPlace == 0):
		return "PLACE"
	case w.number > 0 && t.follows(i+1) && t.at(i+1).low == "in" && t.follows(i+2) && t.at(i+2).number > w.number && t.at(i+2).number <= 20:
		return "RATE" // 1 in 4
	case hasDigit(w.low):
		return t.figure(w)
	case w.number > 1 && w.number < t.Small:
		return "TWO"
	case w.number > 1:
		return "TEN"
	case w.number == 1 && t.Small < 2:
		return "TEN"
	case t.isOwn(w.low):
		return "OWN"
	case t.shouted:
		return ""
	case w.allCaps && w.end-w.start == 1 && w.low != "a" && w.low != "i":
		if t.isExplained(t.s[w.start:w.end]) {
			return "SHORT"
		}
		return "LETTER"
	case w.allCaps && w.end-w.start == 2 && w.class&acronym == 0:
		if t.isExplained(t.s[w.start:w.end]) {
			return "SHORT"
		}
		return "INITIALS"
	case w.capital && w.class&given != 0 && w.class&^given == 0:
		return "NAME"
	case w.capital && w.class == 0 && !w.allCaps && !t.first(i) && !hasInnerCapitals(t.s[w.start:w.end]):
		return "CAPITAL"
	case w.class&month != 0 && isMonthName(w.low) && w.low != "march" && w.low != "may":
		return "MONTH"
	case w.class&nationality != 0:
		return "NATION"
	}
	return ""
}

// figure is what a word with digits stands for.
func (t *text) figure(w *word) string {
	switch {
	case isYear(w.low):
		return "YEAR"
	case w.number == 0:
		return "NONE"
	case w.number > 0 && w.number < t.Small:
		return "FEW"
	case w.number > 0 && w.number <= 19:
		return "SOME"
	case w.number > 0:
		return "MANY"
	}
	digits := onlyDigits(w.low)
	if len(digits) > 2 {
		return "DIGITS"
	}
	switch rest := strings.TrimPrefix(w.low, digits); rest {
	case "st", "nd", "rd", "th":
		return "NTH"
	case "yo", "yr", "yrs", "y", "m", "f", "mth", "mths", "wk", "wks":
		return "AGE"
	}
	if strings.HasPrefix(w.low, "y") {
		return "YEARGROUP"
	}
	return "DIGITS"
}

// kindOf is the kind of a word, or the word.
func kindOf(w word) string {
	c, low := w.class, w.low
	switch {
	case isGendered(low):
		return "BOY"
	case c&childWord != 0:
		return "CHILD"
	case c&kinWord != 0:
		return "KIN"
	case c&familyWord != 0:
		return "FAMILY"
	case c&manyChildren != 0:
		return "CHILDREN"
	case c&manyKin != 0:
		return "PARENTS"
	case c&post != 0:
		return "POST"
	case c&staff != 0:
		return "STAFF"
	case c&premises != 0:
		return "PREMISES"
	case c&school != 0:
		return "SCHOOL"
	case c&setting != 0:
		return "SETTING"
	case c&pronoun != 0:
		return "HE"
	case c&anyOf != 0:
		return "ANY"
	case kinds[low] != "":
		return kinds[low]
	case c&platform != 0:
		return "PLATFORM"
	case c&street != 0 && w.capital:
		return "STREET"
	case c&title != 0 && w.capital:
		return "TITLE"
	}
	return low
}

// kinds are the kinds of words by lists that are not of the lexicon.
var kinds = func() map[string]string {
	of := make(map[string]string)
	for _, list := range []struct {
		kind string
		of   []map[string]bool
	}{{"ELDEST", []map[string]bool{ageRanks}}, {"HARM", []map[string]bool{harms}}, {"CONDITION", []map[string]bool{conditions, traits}}, {"WORK", []map[string]bool{work}},
		{"FATE", []map[string]bool{doneToChildren, childFates, befalls, fates}}} {
		for _, set := range list.of {
			for low := range set {
				of[low] = list.kind
			}
		}
	}
	return of
}()

// conditions and faiths are by what few are known in a place.
var conditions = setOf(`epilepsy autism asperger adhd diabetes asthma cancer leukaemia leukemia tumour hiv hepatitis anorexia bulimia psychosis schizophrenia bipolar deafness blindness paralysis palsy dystrophy fibrosis
	syndrome down downs haemophilia albinism dwarfism amputee amputation tracheostomy colostomy gastrostomy stoma ventilator ventilated transplant dialysis seizures seizure tourette tourettes selective cleft prosthetic
	stammer dyslexia quadriplegic paraplegic scoliosis rickets pica catheter oxygen overdose pregnant pregnancy miscarriage abortion termination stillbirth hearing-impaired nonverbal tube wheelchair hoist
	jehovah witness witnesses mormon amish hasidic orthodox yazidi quaker pagan buddhist rastafarian plymouth brethren nonbinary intersex lesbian gay bisexual`)

// harms are what is done to a child, or by one, and makes news of it.
var harms = setOf(`rape murder manslaughter stabbing shooting arson robbery burglary incest fgm strangulation suffocation drowning poisoning scald scalding burn burns fracture fractures bruise bruising bruises haemorrhage starvation
	torture slavery trafficking grooming cuckooing kidnap kidnapping abduction suicide hanging homicide infanticide killing assault assaults machete knife firearm gun cannabis heroin ketamine crack nitazene
	exorcism beating beatings choking bite bites ligature ligatures noose arrest sentence sentenced conviction manslaughter inquest`)
