package check

import "strings"

// setbacks are words for trouble that are also said of much that is no trouble
// of the action's. They count only where the note ends with them: nothing after
// them is good news, and no count makes them the smaller part.
var setbacks = phrasesOf(`
	adrift
	has/have/had drifted
	drifted/drifting over/since/for/in/because/badly/again
	stood down to/for/from/in/while/after/until
	in limbo
	in the long grass
	on pause
	bust
	gone quiet/silent/cold/cool
	not been? released/renewed/supported/granted/materialised/forthcoming
	not .. place/operational/available/live/ready/going
	isn't .. place/operational/available/live/ready
	<be> not <be>? done/held/run for/since/because
	has/have/had pulled its/their/the/our/all/out/funding
	has/have/been/was/were pulled
	<events>/bid/paper/report/proposal <be>? <be>? scrapped/cancelled/deferred/dropped/postponed/pulled/delayed/rejected
	cabinet/council/board/committee/members/dmt/scrutiny/icb/police/<staff> has/have? deferred/postponed/rejected/vetoed/blocked/halted the/our/it/this
	cancelled/deferred/scrapped/postponed twice/again/three/four/because/due/owing/after/the/this/it/our/all/until/to/for/indefinitely
	restarted/redone after/because/from/due/following
	drawing board
	no/little response/reply/answer/feedback/word/interest/take-up/uptake/appetite/engagement/buy-in/commitment/traction
	no/little .. capacity/time/chance
	not/n't had/have .. capacity/time/resource/resources/chance
	haven't/hasn't/hadn't/don't/doesn't had?/have? the? capacity/time/resource/resources/chance
	in/formal/lodged .. dispute/grievance/challenge
	<be>/has/have/had/into/an ongoing? dispute
	overran/overrun/overrunning
	<be> growing/mounting
	pressure/pressures/demand/queue/queues/backlog/backlogs/list/lists/arrears/waits/concern/concerns/anxiety/resentment/tension .. <be> building
	growing backlog/queue/list
	lost/losing momentum/traction/pace/ground
	momentum lost/gone/faded
	dropped out
	out of reach
	can't/cannot/couldn't/unable commit/release/recruit/open/run/deliver/start/proceed/go/appoint/staff/fund/spare
	unable to
	about/around/some/nearly/roughly/over/at #? weeks/months/week/month late/behind
	weeks/months/week/month late/behind/adrift/overdue
	extra/additional/further/more .. months/weeks/time
	still vacant/empty/unfilled/unstaffed/open
	lack/shortage/shortages/absence/shortfall of/in
	staff*/worker/driver/nurse/carer/trainer/manager shortage/shortages
	piecemeal/chaotic/scrappy
	nothing/none .. been .. <done>/signed/approved/written/decided
	near halt/standstill/collapse
	half-hearted/unpopular
	no longer <done>
	has/have not? <be>? slow/sluggish/disappointing/poor
	<be> proving/more difficult/harder/hard
	harder/slower/longer/costlier than
	over budget/spent
	bottom of the/our pile/list/agenda
	not .. priority
	de-prioritised/deprioritised
	other/competing/more urgent? priorities/pressures/work/demands
	fallen/falls/fell off/back/between
	withdrew/withdrawn/withdraws/pulled/backed/opted/dropped out
	absence/absences/sickness/illness/vacancies/turnover means/meant/mean
	because/due/owing to? of? the? .. absence/absences/sickness/illness/vacancies/turnover/pressure/pressures/restructure/restructuring/inspection/strike
	only/leaving/with # vacant/unfilled`)

// subordinates begin a clause that grants something and leaves the main one
// standing: "although two were cancelled".
var subordinates = setOf("although though whereas despite while whilst even notwithstanding")

// setbackIn is where a clause tells of a setback of the action's own.
func setbackIn(c clause) (from, to int, found bool) {
	from, to, found = setbacks.in(c)
	if !found || subordinates[c[0]] || ofLivesIn(c[:min(len(c), to+2)]) || smallerPart(c[:to]) {
		return 0, 0, false
	}
	return from, to, true
}

// ofLives are words beside which a setback is one of children's lives, or of
// what the work reads and counts, and not one of the work.
var ofLives = setOf(`plans child children child's children's family families parent parents mother father sibling siblings boy girl pupil pupils baby babies complaint complaints
	cases case file files records record referral referrals contacts calls household households young placement placements carer carers applicant applicants tenancy tenancies`)

func ofLivesIn(c clause) bool {
	for i, w := range c {
		if ofLives[w] && !(w == "case" && i > 0 && c[i-1] == "business") {
			return true
		}
	}
	return false
}

// smallerPart is true of a clause that counts what went wrong, and not most of
// a whole: "3 visits were cancelled". A month's or a week's figure is a time.
func smallerPart(c clause) bool {
	for i := 0; i < len(c); i++ {
		n := amount(c[i])
		if n == 0 || i+1 < len(c) && ofTime[c[i+1]] || dayOfMonth(c, i) {
			continue
		}
		if i+2 < len(c) && c[i+1] == "of" && amount(c[i+2]) > 0 && 2*n >= amount(c[i+2]) {
			i += 2
			continue
		}
		return true
	}
	return false
}

var ofTime = setOf("week weeks month months day days year years extra more further times rounds round")

// gotDone are verbs after which the board knows that something came about.
var gotDone = setOf(`appointed recruited started starts began begins begun approved signed launched published opened trained completed finished delivered resolved fixed restored resumed
	restarted recovered cleared replaced filled funded secured covering covers covered joined joins returned reinstated rearranged rebooked supplied installed repaired settled regained
	granted awarded mended arrived came running runs works working back caught passed reopened accepted cleared solved improved made`)

// goodNews is true of a clause that tells of something gained: it came about,
// it grows, or it is safe.
func goodNews(c clause) bool { return goodNewsFrom(c, 0) }

// goodNewsFrom is goodNews of what a clause says from a word on.
func goodNewsFrom(c clause, from int) bool {
	if from >= len(c) || smallShare(c) {
		return false
	}
	if isPast(c[from:]) || gains.has(c[from:]) {
		return true
	}
	for i := from; i < len(c); i++ {
		if gotDone[c[i]] && !anyIn(denials, c[:i]) && !toCome(c[:i]) && !anyIn(stillToCome, c) {
			return true
		}
	}
	return false
}

// smallShare is true of a clause that counts less than two fifths of a whole.
func smallShare(c clause) bool {
	for i := 0; i+2 < len(c); i++ {
		if n := amount(c[i]); n > 0 && c[i+1] == "of" && 5*n < 2*amount(c[i+2]) {
			return true
		}
	}
	return false
}

var gains = phrasesOf(`
	up from/to/by
	ahead of
	as planned/agreed/expected/timetabled/promised
	in/on track/time/schedule/plan/course/line/target/profile
	no effect/impact/bearing/consequence on/for
	not affect/change/alter
	<be> unaffected/unchanged/safe/secure
	not affected/changed
	will be ready/in/there/open/back
	better/improved/improving/improves
	has/have/had offered/agreed/promised/confirmed
	all now
	brought .. back
	absorbed/absorbs
	both/all/they did
	objections/objection .. withdrawn/dropped/answered/met
	still time
	decided/agreed/chose to stay
	unchanged/unaffected/accordingly
	was/were/is/are there/back/out
	out now/again
	so the/it/we/they .. moved/held/ran/used
	so the .. is on/at
	at every
	on time
	<be> down/up
	will be level/back
	none/nobody is/are now
	now all/level/back/ahead/at/on/explains/fixed
	have/has now been? <done>
	put right
	have/has had a/the/it/theirs/one/their
	is/are seeing/level/helping/coaching/back
	level with
	shows/show/agree/agrees
	no longer
	held/met/done/run/took .. instead/since/place
	held on/in
	so/which .. now
	and a/the .. now
	with/from a locum/stand-in/substitute/successor/replacement`)

// presentTense are words with which trouble lasts until the note is written.
var presentTense = setOf(`is are has have cannot can't will won't now currently still remains remain until isn't aren't hasn't haven't don't doesn't do does
	today needs need keeps keep unlikely again indefinitely can`)

// wasOnce is true of trouble told in the past tense only.
func wasOnce(c clause) bool {
	for _, w := range c {
		if presentTense[w] {
			return false
		}
	}
	return true
}

// readSetback looks for a setback with which the note leaves the reader.
func (n *reading) readSetback(c clause, goodSince bool) {
	if goodSince || n.progress && !tellsProgress(c) || ofTheOld(c) || lessThanItWas(c) || isPast(c) {
		return
	}
	if from, to, found := setbackIn(c); found {
		n.setback = strings.Join(c[from:to], " ")
	}
}
