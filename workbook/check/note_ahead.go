package check

import (
	"strconv"
	"strings"

	"actionplan/workbook"
)

var (
	// begins are verbs for what comes about on a day, in the present or the
	// future; beside a day that lies ahead it has not come about.
	begins = phrasesOf(`
		will
		arriving/arrives/arrive/coming/launch/launching/opening/starting/beginning/joining
		in place/use by/from
		ready/complete/finished/done by/in
		goes live/out/to/before/into
		go live/out/to/before/into
		go-live
		starts/start/begins/begin/opens/open/launches/launch/commences/mobilises/completes/finishes
		will/to start/begin/open/launch/ratify/sign/approve/agree/adopt/publish/consider/decide/recruit/appoint/train/interview/issue/move/switch/finish/complete
		first/inaugural meeting/session/panel/cohort/visit/visits/clinic/group/course/run/use
		interviews/launch/roll-out/rollout/go-live/publication/sign-off/training/recruitment/mobilisation/consultation/tender/procurement/construction/building <be>?
		consultation/comments/advert/tender closes/close/ends/end/until/by
		for comment/comments/consultation until/by/to
		takes/take effect/over/up/post
		comes/come into
		moves/move/switches/switch/joins/join/follows/follow
		expected/due/scheduled/planned/booked/hoped/soft
		set/going to
		second/third/last/final/next/remaining/other phase/half/wave/tranche/part/stage/team/teams/locality/localities/area/hub/hubs
		should be/have`)
	// routine are words beside which a day ahead is the next of many, or a look
	// at how what is done works.
	routine = setOf(`look looked next annual annually yearly quarterly monthly weekly refresh refreshed renewal renewed again anniversary induction starters starter joiners second-year
		re-audit reaudit re-review reviewed review reviews audit audits audited evaluation evaluated survey surveys sampled sample samples sampling dip check checks checked impact effect test tested
		tests monitored monitoring measure measured reading readings follow-up refresher ends expires sustain sustained data figures report reports reported feedback repeat repeated continues
		further conference inspection embed embedded benefit lessons learning`)
)

// comesLater is the words of the first clause of a note that tell of what
// begins or is decided after a day; "" where none does. Of a day that names no
// year the nearest counts.
func comesLater(note string, day workbook.Date) string {
	for _, c := range clauses(note) {
		if supposed(c) && !shouldBe.has(c) || anyIn(routine, c) || ofItsEffect.hasAnyhow(c) || !liesAhead(c, day) {
			continue
		}
		if from, _, found := begins.in(c); found && !toldBefore(c[:from]) {
			return strings.Join(c[from:min(len(c), from+7)], " ")
		}
	}
	return ""
}

var shouldBe = phrasesOf("should be/have")

// toldBefore is true where the words before a verb make it one of the past.
func toldBefore(c clause) bool {
	for _, w := range c[max(0, len(c)-3):] {
		switch w {
		case "did", "had", "was", "were", "since", "ago":
			return true
		}
	}
	return false
}

// liesAhead is true of a clause that names a day or a month after a day, or
// speaks of the next one.
func liesAhead(c clause, day workbook.Date) bool {
	for i, w := range c {
		switch w {
		case "tomorrow", "christmas", "easter":
			return true
		case "week", "month", "term", "year", "quarter":
			if i > 0 && (c[i-1] == "next" || c[i-1] == "new" || c[i-1] == "financial") {
				return true
			}
		}
		if monthAhead(c, i, day) {
			return true
		}
	}
	return false
}

// monthAhead is true of a month at place i of a clause that, with the day and
// year beside it, lies after a day: of the month without a day only if it is
// not that of the day itself.
func monthAhead(c clause, i int, day workbook.Date) bool {
	month := months[c[i]]
	if month == 0 || i == 0 {
		return false
	}
	d := dateIn{month: month, day: dayNumber(c[i-1])}
	if d.day == 0 && !timePrepositions[c[i-1]] {
		return false
	}
	if i+1 < len(c) && len(c[i+1]) == 4 {
		d.year = amount(c[i+1])
	}
	when := d.nearest(day)
	return !when.IsZero() && when.After(day)
}

// dayNumber is the number of a day as it is written before a month: 1, 1st; 0
// if the word is none.
func dayNumber(w string) int {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, ending)
	}
	n, _ := strconv.Atoi(w)
	return n
}
