package check

import (
	"slices"
	"strings"
)

// A note is bleak that tells of nothing but what went wrong. Most ways of
// saying so are no phrase that can be listed: "IT cannot give a date", "nothing
// to show for the summer". What they share is a word for trouble, or a denial,
// and beside it nothing that came about. A note that also tells of something
// gained is left alone: whose trouble it was, and whether it is over, is then
// for its reader.

// trouble is words and beginnings of words for what goes wrong.
var troubleWords = phrasesOf(`
	adrift
	earliest
	re-tender*/retender*
	voted/advised/decided/ruled against
	closed/shut until/for/since/while
	has/have stood down/aside
	nobody/no-one else
	boycott*
	ballot*
	strike/strikes
	dispute*
	disagree*
	grievance*
	injunction
	collaps*
	fail/fails/failing/failure/failures
	failed to/again/because/for/at/in/and/twice/three
	slump*
	stall/stalls/stalled/stalling
	stuck/trapped/mired/bogged/logjam/gridlock
	halt/halted/halting/standstill
	paus*
	suspend*/suspension
	postpon*
	defer/deferred/deferring/deferral
	delay/delays/delaying
	slip/slips/slipped/slipping/slippage
	overshoot/overshot/overshooting
	overr*
	overspen*
	drift/drifts/drifted/drifting
	dwindl*
	resign*
	quit
	redeploy*
	recalled/reassigned/deleted
	withdraw/withdrawn/withdrew/withdrawal
	cancel*
	scrap/scrapped/scrapping
	abandon*
	axed/ditched/derailed/sidelined/overtaken/hijacked/kiboshed/nixed/vetoed
	froz*/freez*
	shelv*/parked/mothball*
	blocked by/until/because
	obstacle/obstacles/barrier/barriers/stumbling
	trouble/troubles
	difficult/difficulty/difficulties
	struggl*
	impossible/unlikely/doubtful/unachievable/unrealistic/unworkable/unaffordable/unresolved/unclear/uncertain/unable/unwilling/unavailable/unusable/unsuccessful/unfilled/unfunded
	inability/reluctan*/resistan*/opposed/objected/objection/objections
	disappoint*/frustrat*
	unfortunately/sadly/regrettabl*/afraid
	missed
	behind
	overdue
	backlog
	bottleneck*
	shortage*/shortfall*/short-staffed
	sick/sickness/ill/illness
	crisis/emergency/flood*
	refus*/reject*
	disengag*/deadlock*/stalemate/impasse/limbo
	expired/lapsed/terminated
	insolv*/liquidat*/bankrupt*/bust
	broke/broken/crash*/outage/unusable
	halfway
	piecemeal/chaotic
	lack/lacks/lacking
	insufficient/inadequate
	vacant
	held/set/put/sent/knocked back
	left us/it/the/to
	has/have/been left
	back at/to the? start/beginning/scratch/square/drawing/drawing-board
	called off
	voted/turned/let .. down
	moved .. to another/other/next/a/spring
	until .. instead
	moved from .. to .. next
	lost/losing
	too late/little/slow/busy/few/stretched/thin/expensive
	longer/slower/later/harder than
	poor/low take-up/uptake/attendance/response/engagement/turnout
	uptake/take-up/attendance/turnout .. poor/low
	on jury
	off with
	gone elsewhere/quiet/cold/backwards/wrong/missing
	fell/fallen/falling/fall through/apart/behind/away/flat/short
	demotivated/exhausted/overwhelmed/overloaded/swamped/overstretched
	competing/conflicting
	diverted/distracted
	hold-up/hold-ups/holdup
	snag/snags/hitch/hitches/glitch/glitches
	confusion/muddle/mess
	asked/asks/wants/decided/agreed for .. to be stopped/paused/delayed/dropped/closed
	no further forward/on/ahead
	recalled`)

// denials are words that say that something did not come about.
var denials = setOf(`no not nobody no-one nothing none neither never cannot can't couldn't won't wouldn't hasn't haven't hadn't isn't aren't wasn't weren't didn't doesn't don't
	unable without nowhere hardly barely little`)

// badThings are what it is good to be without.
var badThings = phrasesOf(`
	issue*/concern*/problem*/risk*/complaint*/breach*/incident*/objection*/challenge*/gap/gaps/error*/fault*/exception*/barrier*/worr*/surprise*/further/reason/need/longer/more/only/one/sign/signs
	late/later/less/least/over/outstanding/overdue/missed/suggest*/found/wrong/placed/excluded/arrested/readmitted/re-referred/affect*/change/changed/waiting/waited/wait/waits/harm/drift/delay*/vacanc*/slippage/escalat*/repeat*/backlog/exceed*/beyond/fewer/just/doubt
	cost/charge/impact/effect/difference/due/has/had/have/needed/needs/necessary/required/needed/applicable/expected/cause/lapse*/loss/losses/downtime/turnover/reserv*/dissent/queue/list/adverse`)

// bleakIn is where a clause is bleak: a word for trouble that nothing denies,
// or a denial of something good.
func bleakIn(c clause) (from, to int, found bool) {
	if subordinates[c[0]] || ofTheOld(c) || lessThanItWas(c) || gains.hasAnyhow(c) {
		return 0, 0, false
	}
	if from, to, found = troubleWords.in(c); found && (anyIn(denials, c[:from]) || anyIn(afterwards, c[max(0, from-2):from])) {
		return 0, 0, false
	} else if !found {
		from, to, found = denialIn(c)
	}
	if !found || ofLivesIn(c[:min(len(c), to+3)]) || smallerPart(c) {
		return 0, 0, false
	}
	return from, to, true
}

// afterwards are words before a trouble that is over: "after the flood".
var afterwards = setOf("after following despite since")

func denialIn(c clause) (from, to int, found bool) {
	for i, w := range c {
		if denials[w] && anyIn(denials, c[i+1:min(len(c), i+5)]) {
			return 0, 0, false // one denies the other: "nobody is without"
		}
		if denials[w] && i+1 < len(c) && !badThings.hasAnyhow(c[i+1:min(len(c), i+4)]) && !troubleWords.hasAnyhow(c[i+1:min(len(c), i+7)]) && !groupsOfGood(c, i) {
			return i, min(len(c), i+4), true
		}
	}
	return 0, 0, false
}

// groupsOfGood is true of "not only", "not until" and the like.
func groupsOfGood(c clause, i int) bool {
	return c[i] == "little" && i > 0 && (c[i-1] == "a" || c[i-1] == "very")
}

// bleak is the words that tell of trouble in a note that has nothing else to
// tell, "" of any other.
func bleak(list []clause) string {
	told := ""
	for _, c := range list {
		sure := certain(c)
		if len(sure) < len(c) && goodNews(c) || len(sure) == 0 {
			return ""
		}
		from, to, found := bleakIn(sure)
		if found && goodNewsFrom(sure, to) {
			return ""
		}
		switch {
		case found && told == "":
			told = strings.Join(sure[from:to], " ")
		case found:
		case !found && (goodNews(c) || countsGood(c) || subordinates[c[0]]):
			return ""
		}
	}
	return told
}

// countsGood is true of a clause with a count of what came about, and not of a
// date or a span of time.
func countsGood(c clause) bool {
	for i, w := range c {
		if w[0] >= '0' && w[0] <= '9' && !dayOfMonth(c, i) && !(i+1 < len(c) && ofTime[c[i+1]]) && len(w) < 4 {
			return !slices.Contains(c, "only") && !smallShare(c)
		}
	}
	return false
}
