package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var nearDuplicate = Rule{
	Name: "near-duplicate", Severity: workbook.Advice, Doc: doc("near-duplicate"),
	Run: func(p *Pass) {
		seen := make(map[uint64][]*wording, bandCount*len(p.Facts.Actions))
		for _, a := range p.Facts.Actions {
			w := wordingOf(a)
			if len(w.list) < 4 || a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColAction) {
				continue
			}
			bands := w.bands()
			if twin := twinIn(seen, bands, w); twin != nil {
				p.report(a.Source, workbook.ColAction, a.Ref,
					"The action says nearly the same as "+twin.action.Action.Ref+".",
					"Make one action of the two, or say how this one differs.", twin.action.At(workbook.ColAction))
			}
			for _, band := range bands {
				if len(seen[band]) < perBand {
					seen[band] = append(seen[band], w)
				}
			}
		}
	},
}

// Two wordings are compared only if they share a band: of 24 least hashes,
// taken three at a time in 8 bands (Broder 1997). Texts that share 85 % of
// their words share a band in all but 1 of 2,000 cases. A band keeps its first
// few wordings, so that the work stays in proportion to the number of actions.
const (
	bandCount = 8
	bandRows  = 3
	perBand   = 4
	alike     = 0.92 // likeness: 85 % of the words of both are in common
)

// wording is an action's words, without those that any sentence has.
type wording struct {
	action *facts.Action
	list   []string // sorted, each once
	names  []string // words with a capital inside the sentence, and figures
}

var fillers = setOf(`a an the of to and or in on for with by at from as is are be will that this which it its all our their we`)

// presentOf are the verbs of which plans use now this form and now that.
var presentOf = map[string]string{
	"brought": "bring", "held": "hold", "given": "give", "gave": "give", "written": "write", "wrote": "write", "made": "make", "taken": "take", "took": "take",
	"sent": "send", "met": "meet", "built": "build", "drawn": "draw", "chosen": "choose", "told": "tell", "run": "run", "ran": "run", "taught": "teach",
}

func wordingOf(a *facts.Action) *wording {
	w := &wording{action: a}
	i := -1
	for s := range eachWord(a.Text) {
		i++
		typed := a.Text[s.start:s.end]
		word := strings.ToLower(typed)
		if fillers[word] {
			continue
		}
		if present := presentOf[word]; present != "" {
			word = present
		}
		w.list = append(w.list, word)
		if first, _ := utf8.DecodeRuneInString(typed); i > 0 && unicode.IsUpper(first) || first >= '0' && first <= '9' {
			w.names = append(w.names, word)
		}
	}
	slices.Sort(w.list)
	w.list = slices.Compact(w.list)
	return w
}

// bands are the keys under which a wording can be found again.
func (w *wording) bands() []uint64 {
	var least [bandCount * bandRows]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for _, word := range w.list {
		base := fnv64a(word)
		for i := range least {
			if v := mix(base + uint64(i)*0x9E3779B97F4A7C15); v < least[i] {
				least[i] = v
			}
		}
	}
	bands := make([]uint64, bandCount)
	for b := range bands {
		key := uint64(b)
		for _, v := range least[b*bandRows : (b+1)*bandRows] {
			key = mix(key ^ v)
		}
		bands[b] = key
	}
	return bands
}

// fnv64a is the hash of package fnv, which can't take a string as it is.
func fnv64a(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix spreads the bits of a number (the finisher of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

func twinIn(seen map[uint64][]*wording, bands []uint64, w *wording) *wording {
	for _, band := range bands {
		for _, other := range seen[band] {
			if w.like(other) {
				return other
			}
		}
	}
	return nil
}

// like is true if two wordings share most words and what differs is not a
// name or a figure: the same step for North and for South is two actions.
func (w *wording) like(other *wording) bool {
	return words.Likeness(w.list, other.list) >= alike && !w.namesApart(other) && !other.namesApart(w)
}

// namesApart is true of a wording with a name that the other does not have.
func (w *wording) namesApart(other *wording) bool {
	for _, name := range w.names {
		if _, has := slices.BinarySearch(other.list, name); !has {
			return true
		}
	}
	return false
}
