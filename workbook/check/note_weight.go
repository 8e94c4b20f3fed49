package check

import (
	_ "embed"
	"strings"
	"sync"

	"actionplan/workbook"
	"actionplan/workbook/check/weigh"
)

// Phrases find what a note says; whether it is said of the action, and still
// true, they often can't tell: everybody words a note anew. So a note is also
// weighed. A corpus of notes by many authors teaches how much each word, the kind of
// word that it is, each two in a row and their places in the note speak for or
// against it that the note contradicts its status, by logistic regression.

// limits are weights in hundredths of the logarithm of the odds: the one from
// which a phrase that speaks against a status is believed, and the one from which a
// note is reported without any.
type limits struct{ believed, enough int }

// limitsOf were chosen on the notes of authors from whom nothing had been learned,
// so that about one innocent note in a hundred of a plan is reported; TestHeldOut
// prints what they mean. What is done is told in the same words as what is left to
// do, so that of it the least is believed.
var limitsOf = map[workbook.Meaning]limits{
	workbook.OnTrack:    {-200, 200},
	workbook.Delivered:  {-100, 125},
	workbook.Embedded:   {-100, 125},
	workbook.OffTrack:   {-100, 100},
	workbook.AtRisk:     {-100, 100},
	workbook.NotStarted: {-50, 200},
}

//go:embed note_weights.table
var noteWeightTable string

// noteScale weighs one note after another.
type noteScale struct {
	*weigh.Balance
	words []told
}

var noteScales = sync.Pool{New: func() any { return &noteScale{Balance: weigh.NewBalance(weigh.Open(noteWeightTable))} }}

// weightOf says how much a note speaks against a status.
func (m *memory) weightOf(note string, status workbook.Meaning) int {
	s := noteScales.Get().(*noteScale)
	defer noteScales.Put(s)
	s.Clear()
	s.words = m.wordsTold(s.words[:0], note)
	t := &traits{groups: groupsOfStatus(status), found: func(h uint64) { s.Add(h) }}
	t.ofNote(s.words)
	return s.Weight()
}

// told is a word of a note as it is weighed: itself, or what it stands for, and
// the kind of word that it is.
type told struct {
	is, kind string
	isHash   uint64
	kindHash uint64
	senses   []sense
	mark     string // what stands before it that is no space
	markHash uint64
	sentence int
}

// What a trait is of. Single words are learned for each status and for those that
// share something; two of them only for the latter: they are too many, and most
// too rare.
var (
	ofNote    = newTrait("note", true)
	ofWord    = newTrait("word", true)
	ofKind    = newTrait("kind", true)
	ofOpening = newTrait("opening", true) // the first word
	ofStart   = newTrait("start", true)   // the first word of a sentence, and the first two
	ofFirst   = newTrait("first", true)   // a word of the first sentence of several
	ofLast    = newTrait("last", true)    // of the last
	ofThen    = newTrait("then", true)    // one, and one in a later sentence
	ofEnd     = newTrait("end", true)
	ofWords   = newTrait("words", false) // two in a row
	ofKinds   = newTrait("kinds", false)
	ofOver    = newTrait("over", false) // two with one between
	ofSense   = newTrait("sense", true)
	ofSenses  = newTrait("senses", false) // two near each other
)

// statusGroup is a group of statuses for which weights are learned.
type statusGroup int

const (
	sharePromise statusGroup = iota // on track or delivered: trouble speaks against it
	shareWant                       // off track, at risk or not started: what is done does
	groupOnTrack
	groupDelivered
	groupOffTrack
	groupNotStarted
	groupCount
)

var groupNames = [groupCount]string{"promised", "wanting", "on track", "delivered", "off track", "not started"}

// groupsOfStatus are the groups by which a note with a status is weighed: that
// with which it shares what can speak against it, and its own (Daumé, Frustratingly
// Easy Domain Adaptation, 2007).
func groupsOfStatus(status workbook.Meaning) [2]statusGroup {
	switch status {
	case workbook.OnTrack:
		return [2]statusGroup{sharePromise, groupOnTrack}
	case workbook.Delivered, workbook.Embedded:
		return [2]statusGroup{sharePromise, groupDelivered}
	case workbook.NotStarted:
		return [2]statusGroup{shareWant, groupNotStarted}
	}
	return [2]statusGroup{shareWant, groupOffTrack}
}

// trait is what a trait is of.
type trait struct {
	name  string
	each  bool // it is learned for each status, and not only for those that share something
	under [groupCount]uint64
}

func newTrait(name string, each bool) *trait {
	t := &trait{name: name, each: each}
	for g, group := range groupNames {
		t.under[g] = weigh.With(weigh.With(0, weigh.Hash(group)), weigh.Hash(name))
	}
	return t
}

// traits finds what a note is weighed by.
type traits struct {
	groups [2]statusGroup
	found  func(trait uint64)
	named  func(trait uint64, names ...string) // nil but where the weights are learned
}

func (t *traits) add(of *trait, hashes [3]uint64, names ...string) {
	for _, group := range t.groups {
		if group >= groupOnTrack && !of.each {
			continue
		}
		h := of.under[group]
		for i := range names {
			h = weigh.With(h, hashes[i])
		}
		t.found(h)
		if t.named != nil {
			t.named(h, append([]string{groupNames[group], of.name}, names...)...)
		}
	}
}

func (t *traits) word(of *trait, w *told) { t.add(of, [3]uint64{w.isHash}, w.is) }
func (t *traits) kind(of *trait, w *told) { t.add(of, [3]uint64{w.kindHash}, w.kind) }
func (t *traits) kinds(of *trait, a, b *told) {
	t.add(of, [3]uint64{a.kindHash, b.markHash, b.kindHash}, a.kind, b.mark, b.kind)
}

// ofNote finds everything by which a note is weighed.
func (t *traits) ofNote(list []told) {
	t.add(ofNote, [3]uint64{})
	for i := range list {
		t.ofPlace(list, i)
		w := &list[i]
		t.word(ofWord, w)
		t.kind(ofKind, w)
		t.ofSenses(list, i)
		if i+1 < len(list) {
			next := &list[i+1]
			t.add(ofWords, [3]uint64{w.isHash, next.markHash, next.isHash}, w.is, next.mark, next.is)
			t.kinds(ofKinds, w, next)
		}
		if i+2 < len(list) {
			t.kinds(ofOver, w, &told{kind: list[i+2].kind, kindHash: list[i+2].kindHash, markHash: noMarkHash})
		}
	}
}

var noMarkHash = weigh.Hash("")

// ofPlace adds what the place of a word in the note says.
func (t *traits) ofPlace(list []told, i int) {
	w, last := &list[i], list[len(list)-1].sentence
	if i == 0 {
		t.word(ofOpening, w)
	}
	if i == len(list)-1 {
		t.kind(ofEnd, w)
	}
	if i == 0 || list[i-1].sentence != w.sentence {
		t.kind(ofStart, w)
		if i+1 < len(list) {
			t.kinds(ofStart, w, &list[i+1])
		}
	}
	if last == 0 {
		return
	}
	switch w.sentence {
	case 0:
		t.word(ofFirst, w)
	case last:
		t.word(ofLast, w)
		t.kind(ofLast, w)
	}
	if !turning[w.kind] {
		return
	}
	for k := i + 1; k < len(list); k++ {
		if later := &list[k]; later.sentence > w.sentence && turning[later.kind] {
			t.add(ofThen, [3]uint64{w.kindHash, later.kindHash}, w.kind, later.kind)
		}
	}
}

// wordsTold reads a note as it is weighed, into a list that is empty.
func (m *memory) wordsTold(list []told, note string) []told {
	s := strings.ReplaceAll(strings.ToLower(note), "’", "'")
	last, sentence := 0, 0
	for at := range eachWord(s) {
		mark := ""
		if len(list) > 0 {
			mark = markBetween(s[last:at.start])
		}
		if mark == "." {
			sentence++
		}
		w := m.kinds.Get(s[at.start:at.end], newTold)
		if at.end < len(s) && s[at.end] == '%' {
			w = percent
		}
		if before := len(list) - 1; w.kind == "MONTH" && before >= 0 && list[before].kind == "NUMBER" {
			list[before].is, list[before].isHash, list[before].kind, list[before].kindHash, list[before].senses = day.is, day.isHash, day.kind, day.kindHash, day.senses
		}
		w.mark, w.markHash, w.sentence = mark, weigh.Hash(mark), sentence
		list = append(list, w)
		last = at.end
	}
	return list
}

// markBetween is the mark by which two words are parted: "." for the end of a
// sentence, "" for a space.
func markBetween(gap string) string {
	gap = strings.TrimSpace(gap)
	switch {
	case gap == "":
		return ""
	case strings.ContainsAny(gap, ".!?\n"):
		return "."
	case strings.ContainsAny(gap, ",;:()"):
		return gap[strings.IndexAny(gap, ",;:()"):][:1]
	}
	return "-"
}

var percent, day = standsFor("PERCENT"), standsFor("DAY")

// standsFor is a word that is only one of its kind.
func standsFor(kind string) told {
	h := weigh.Hash(kind)
	return told{is: kind, kind: kind, isHash: h, kindHash: h, senses: sensesOf("", kind)}
}

// newTold is what a word says by itself.
func newTold(w string) told {
	kind := kindOfWord(w)
	switch kind {
	case "MONTH", "WEEKDAY", "YEAR":
		return standsFor(kind)
	case "NUMBER":
		if isDigit(w[0]) {
			return standsFor(kind)
		}
	}
	w = strings.Clone(w)
	return told{is: w, kind: kind, isHash: weigh.Hash(w), kindHash: weigh.Hash(kind), senses: sensesOf(w, kind)}
}
