package check

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook/words"
)

var (
	// means tells that those or that without which the work can't go on are
	// missing, going or broken. It is put together of the lexicons.
	means = phrasesOf(`
		nobody/no-one/none/neither .. in post/place
		nobody/no-one/none is/are/was/were/now?/left? left/to/covering/covers/available/free/trained/leading/running/chairing/doing/able
		nobody/no-one to/covers/covering/applied/came/turned/volunteered/replied/responded/attended
		nobody/no-one/none/neither .. has/have/can/could/will/is/are been/be/yet? <done>
		nobody/no-one/none/neither .. has/have/can/could/will/is/are .. <done>
		none/neither of .. <staff>/<events>/<posts> .. <done>
		neither <staff> .. in/able/available/there/here/working/attending
		no <staff>/<events>/<money>/<posts> .. has/have/is/are/was/were/can/could/will <be>? <be>? able/<done>
		no <staff>/<events>/<money>/chair/host since/until/yet/available/left
		<be> no <staff>/<events>/<money> since/until/yet/available/left/to
		no longer meet/meets/meeting/attend/attends/attending/fund/funds/funded/available/running/runs/sit/sits/in/offered/offers/working/works/supported/supports/delivered/delivers/staffed/there/part/used/comes/comes
		<staff> has/have/had? all/both/since/now/also? left/gone/resigned/quit/departed/retired/withdrawn/folded/walked/leaving
		<staff> leaves/resigned/quit/retires/retired/walked/withdrew/folded
		<staff> went off/sick/in/last/bust/without/elsewhere
		<staff> leave/left on/in/at/and/last/this/for
		lost/losing/lose .. <staff>/<money>
		losing/lost half/most/its/our
		<money>/<events> .. has/have/is/was/were/been/now/then ended/expired/lapsed/dried/cut/withdrawn/frozen
		<money> .. has/have/is/are gone
		<money>/<events> .. has/have/had/now run out
		<money>/<events> expired/lapsed/dried/collapsed/folded/fizzled/dwindled
		<money>/work/<events> ran/runs/run out
		<staff>/they/he/she .. off sick/ill
		<staff> .. on long-term/sick/maternity/sickness .. leave/absence
		ran/run/running/runs out of
		walked away/out
		fallen/fell/falling/fall apart/through/flat/foul/over
		fallen/fell/falling/fall by the wayside
		dried up
		dwindled/fizzled/petered/foundered/faltered/folded/unravelled/imploded
		never .. off/started/began/took/happened/arrived/came/materialised/opened/met/replied
		pulled/withdrawn/withdrew/removed/took/taken its/their/the/our/away .. <staff>/<money>
		stripped of
		froze/frozen/freezing/cut/cutting/halved its/their/the/all/our .. <money>/share/posts
		condemned/flooded/gutted/bankrupt/insolvent/unsafe
		has/have/had had? to shut/close/cancel/fold/stop/pause/abandon/suspend/rethink/restart
		closed/ended/stopped/wound early/down
		came/come/comes/drew/drawn to a/an end/halt/close/stop/standstill
		<posts> .. is/are/was/been/stands/stand/remain/remains/still/lie/lies/sits/now still/now? empty/vacant/unfilled/uncovered/unstaffed/idle/unused/shut
		empty/vacant/unfilled/uncovered/unstaffed since
		put/puts/putting off until/till/to/for/because/by/again/indefinitely
		put/pushed/knocked/set/carried back/into/out/to/over/forward .. <later>
		moved/moving back .. <later>
		moved/moving to/into next/spring/summer/autumn/winter/2027/2028
		moved/moving to/into the? new year
		slipped/slips/slip by/past/to/into/again
		<deferred> until/till/to/for/because/again/indefinitely/this/by/after/since/while/as/pending/and .. <later>
		<deferred> until/till/because/indefinitely/again/pending/for
		keep/keeps/kept/keeping crashing/failing/freezing/breaking/falling/dropping/slipping
		crash/crashed/crashes/crashing
		does/do/did/is/are/was/were not/n't? not work/working
		doesn't/don't/isn't/aren't/didn't/wasn't work/working
		system/server/it/software/supplier/staffing/technical/building trouble/troubles/problem/problems/failure/outage/fault
		hit/ran/run/hits/into a/into? trouble/problems/snag/snags/difficulties/buffers/wall
		objected/objects/objecting/objection/objections
		can't/cannot be <done>
		can/could/will not be <done>
		rest/others/remainder won't/can't/cannot
		do/make/manage without
		doubtful/doubt
		unavailable/unaffordable/unresolved/uncertain/unclear/unsigned/unworkable/unusable/unsuccessful/unrealistic/unachievable/unsustainable/unwilling/unstaffed/unfunded
		too low/few/small/little/late/slow/busy/stretched/expensive to/for
		proved/proving/proves impossible/difficult/hard/too/harder/unworkable
		impossible to
		still/yet/as no <money>/<staff>/agreement/decision/answer/reply/word/sign/date/news/response/building/site/venue/replacement/chair from/with/after/on/for/since/to/about
		still no agreement/decision/answer/reply/word/sign/date/response/venue/replacement/chair/funding
		can/could no longer
		is/are/was/were/been/being turned down/away
		<posts> .. is/was/been/were deleted/frozen/cut/removed
		<events>/feed/system/link/line/server/lift/heating/boiler/van broke/breaks/crashed/failed
		nobody/no-one knows
		back burner
		on ice
		out of the question
		came/come to nothing
		nothing since/from/after
		nothing can/could now? begin/start/happen/move/proceed
		no <staff>/<events>/<money> means no
		won't touch/use/open it
		do/does/will not touch/use/open it
		overtaken by
		firefighting/fire-fighting
		slid/slips/sliding down/back/off
		missed .. delivery/dates/deadlines/milestones
		career break
		shortage/shortages/shortfall/dispute/disputes/impasse of/in/with/over
		problem/problems/trouble with/over/at/getting/finding/recruiting
		hangs/hinges/depends on a/an/whether/somebody
		let us/them down
		nowhere near
		well/far/way/still/badly/falling/fell short of/by
		short of <staff>/<money>
		not enough <staff>/<money>/<events>
		short-staffed/understaffed/under-staffed/overstretched
		unfortunately/regrettably/sadly/alas/disappointingly`)
	// reverted tells that the work is done as it was before.
	reverted = phrasesOf(`
		has/have gone back to
		gone/went/going/fallen/fell/reverted/reverting/back back? to/on/onto the? old/former/previous/paper/earlier`)
	// stopping tells that the work itself has stopped, whatever its subject.
	stopping = phrasesOf(`
		is/are/was/were/been/being/now/currently/temporarily paused/suspended/halted/postponed/deferred/shelved/stalled/cancelled/abandoned/parked/frozen/aborted/stood
		has/have/had/work/project/programme/pilot/roll-out/rollout/training/recruitment/delivery/progress/it/this/everything/implementation/action/procurement now?/currently?/since?/largely?/completely? has?/have?/been? stopped/stalled/halted/ceased/lapsed/paused/slipped/slowed/stagnated
		put/placed/remains/remain/currently/now/is/are/been/was/were/still on hold
		on hold
		at/to a standstill
		ground to a? halt
		froze/freeze/frozen/freezing all?/the? recruit*/hiring/posts/vacancies/spend*/funding/appointments
		recruitment/hiring/spending/vacancy/budget freeze/moratorium
		has/have/had/then pulled out/back
		pulled the/its/their/our/all .. back/out/to/off
		had/have/having to stop/pause/suspend/halt/cancel/postpone/defer/restart/redo
		asked/told/ordered/instructed/directed/required/advised/forced/decided/agreed us/them? to pause/suspend/halt/postpone/freeze the/all/this/our new? work/rollout/roll-out/launch/pilot/programme/project/training/recruitment/delivery/use
		handed/gave/given/giving back/notice
		redeployed/diverted
		no .. has/have/had had .. visit/visits/session/sessions/meeting/meetings/review/reviews/training/supervision/contact
		no longer going/proceeding/being/progressing
		not going/proceeding ahead
		in abeyance
		cannot/can't/unable/couldn't/not to?/be?/currently?/yet? proceed/progress/continue/start/begin/commence
		unable to ..  proceed/progress/continue/start/begin/deliver/complete/recruit/meet
		brought/come/came to a stop/halt`)
	// stoppedAtOnce are the words with which a clause that says it begins.
	stoppedAtOnce = phrasesOf(`
		now/currently/temporarily/this/it/project/work/pilot? paused/suspended/halted/postponed/deferred/shelved/stalled/cancelled/abandoned/parked/frozen/delayed/slipped/stopped/blocked
		stood down
		on hold
		put on hold
		delay/delays
		slippage`)
	// lateness tells that it is late or will be.
	lateness = phrasesOf(`
		timescale/timescales/date/dates/deadline/timetable/milestone/target .. need/needs/needed/requires/has/have/will/to .. extended/revised/moved/pushed/reviewed/changed/renegotiated
		timescale/timescales/date/dates/deadline/timetable .. extended/pushed/slip/slips
		behind schedule/plan/time/timetable/target/profile/programme/trajectory
		fall*/fell/slip*/running/run/well/some/significantly/now/already behind
		running/runs/run late
		has/have/had/is/are/been/now/again/date/dates/timescale/timescales/deadline/start/launch/target/completion slipped/slipping
		slippage
		past its/the/their due? date/deadline
		miss*/missed/missing its/the/our/their/this/that? .. deadline/date/milestone/target/timescale
		deadline/date/milestone/timescale/target missed
		deadline/date/milestone/timescale/target .. has/have/had/was/were/will/be been?/be? missed
		date/deadline/timescale/target/timetable .. cannot/can't/won't/not now? be? met/achieved/made/held/achievable/realistic
		will now? not now? be? meet/make/hit/achieve/complete/finish/completed/finished/met/achieved/ready/delivered/done
		won't meet/make/hit/achieve/complete/finish/be
		not be? met/completed/finished/achieved/possible/ready/achievable by/before/within/in/on/this/as
		not been possible
		not on track/schedule/target/course
		off track/course
		at risk of slipping/missing/delay/not/failing
		needs/need/require*/request*/seeking/sought an? extension
		extension .. needed/required/requested/sought
		new/revised/later date/timescale/deadline .. needed/required/sought/proposed/requested
		not/don't/doesn't/no-longer expect/expected/likely to be? meet/make/finish/complete/reach/hit/ready/met/finished
		likely/expected/set/going to be? finish/finished/late/slip/overrun .. after/late/later/behind
		months/month/weeks/week/days after its/the/their/our due? date/deadline
		will not open/launch/start/begin/happen/run/proceed/reopen/resume
		won't open/launch/start/begin/happen/run/proceed/reopen/resume`)
	// comparedLate tells that something took longer than was meant, which may
	// also be true of what is done.
	comparedLate = phrasesOf(`
		later/slower/longer than .. planned/expected/hoped/anticipated/intended/scheduled/needed/wanted/wished/meant/thought/promised/agreed`)
	// delayed needs its own guard: "delay" is also what children suffer.
	delayed = phrasesOf(`
		is/are/was/were/been/being/now/further/significantly/badly/again/launch/start/delivery/procurement/recruitment/roll-out/rollout/work/project/implementation/completion/go-live/publication/significantly/slightly delayed
		delayed by/because/due/owing/while/pending/until/again/as/following/after
		delay/delays in/to/with/on/from the?/our?/their? recruit*/appoint*/procur*/supplier*/sign*/funding/it/getting/receiv*/approv*/contract*/publi*/roll*/launch*/implement*/deliver*/complet*/start*/agree*/building*/system*/tender*/legal/vendor*/software/hr/governance/union*/budget*/cabinet
		further/significant/considerable/serious/some/unexpected/ongoing/continuing/continued/long/lengthy/recruitment/procurement/supplier/funding/contract/it/technical delay/delays
		subject to .. delay/delays
		delays/delay caused/arising/because/due/experienced/continue`)
	// blocked tells what stands in its way.
	blocked = phrasesOf(`
		no appointable/suitable/qualified/eligible/shortlistable
		produced/attracted/yielded/brought/drew no/nobody/none/nothing
		no/little/limited/insufficient/minimal/hardly progress/movement
		no/insufficient/limited/little/lack capacity/resource/resources/funding/budget/staff/money of?/to?/available?
		lack of capacity/resource/resources/funding/staff/staffing/engagement/agreement
		held up
		blocked by/because/from/until/pending/at/since/while/as/due
		remains/still/currently/now/completely/progress/work/recruitment/project/it/this/everything is?/remains? blocked
		has/have not progressed/moved
		not progressed/progressing/moved/advanced
		fails/failing
		failed to/in/because/at/after/again
		has/have/had/was/were/procurement/recruitment/tender/bid/round/trial/test/migration/upload/supplier/provider failed
		asked/asking/asks for .. more/further/extra months/weeks/month
		disbanded/dissolved
		drawn/drew a blank
		unsuccessful/unsuccessfully
		collapsed
		broken/broke down
		fallen through
		start/started/starting/begin/back again/over/scratch/one
		square one
		no work/activity/action/progress/movement/sessions/meetings/meeting/reviews/review/visits/visit/training/audits/audit/panels/panel/courses/course/workshops/workshop/groups/group/observations/clinics/interviews .. place/undertaken/happened/completed/made/possible/held/done
		nobody/no-one .. available/appointed/allocated/identified
		hampered/hindered/impeded/frustrated/thwarted
		set-back/setback/setbacks/set-backs
		stuck/deadlock*/stalemate/impasse/bottleneck/derailed
		lost momentum
		in/into/entered/enters/entering administration/liquidation/receivership
		out of business
		readvertis*/re-advertis* again/twice/for/three/because/after/since/without
		new/another/second/fresh tender/procurement .. required/needed
		not in a? position to
		not been? able/possible/feasible to
		cannot/can't/could-not go/be/launch/open/recruit/appoint/proceed/happen/take ..  live/ahead/until/before/done/completed/finished/met/place/because
		has/have not met/happened/taken/moved/convened/responded/replied/engaged/attended/materialised
		not going to be? achieved/met/done/finished/ready/possible/delivered/happen/make
		put/pushed/moved/set/knocked back
		nothing .. done/happened/achieved/progressed/moved
		refused/declined/refuses/declines to/our/us/permission/funding/planning/access
		permission/bid/application/request/funding/case/proposal/consent/access .. <be> refused/declined/rejected
		<staff>/council/cabinet/union/police/health/landlord has/have/had? refused/declined
		would not/release/agree/engage/commit
		funding/money/budget .. withdrawn/cut/refused/ended/lost/reduced/rejected
		funding/money/budget .. not .. secured/agreed/approved/confirmed/available/identified
		no start? date/timescale/timetable .. set/agreed/given/known
		no longer achievable/realistic/possible/viable/deliverable/feasible
		more/additional/further/extra time .. needed/required
		concern/concerns/worries about/over/around the? delivery/capacity/timescale/timescales/progress/pace/deadline/date
		re-scoped/rescoped/re-planned/re-profiled/reprofiled/rescheduled/re-scheduled
		struggling/struggled
		fell through
		nobody/no-one has?/have?/had? been? applied/trained/recruited/appointed/attended/replied/responded/started/volunteered/enrolled
		no applicants/applications/bids/bidders/tenders/takers/candidates
		turned/voted the/our/this .. down
		turned/voted down the/our business/bid/case/proposal/application/plan/request
		rejected/refused/declined the/our business/bid/case/proposal/application/plan/request/funding
		have/has no replacement/successor/cover/provider/supplier
		little/nothing has/have been? done/happened/moved/changed
		withdrew/withdrawn from
		not being delivered/used/followed/attended
		work .. not continue*
		major/serious/significant/real concern/concerns/problem/problems/barrier/barriers/obstacle/obstacles/issue/issues
		unlikely
		in doubt/jeopardy`)
	// disrupted needs its own guard: it is also what is done to gangs.
	disrupted = phrasesOf("disrupted")
	// ofHarm are words beside "disrupted" that make it a success.
	ofHarm = setOf(`hotspot hotspots gang gangs perpetrator perpetrators offender offenders dealer dealers dealing drug drugs exploitation exploiters trafficking traffickers
		criminal criminals suspects grooming groomers`)
	phrasesOfOverdue = phrasesOf("overdue")
	// ofChildren are words beside "delayed" and "overdue" that make it something about
	// children's lives, and not about the action.
	ofChildren = setOf(`decisions plans assessments reviews visits cases placements children permanence discharge discharges transfers referrals assessment review visit case checks records conferences meetings allocation
		responses ones actions items tasks`)

	// noneIs are words beside "overdue" that deny it.
	noneIs = setOf("none no nothing never not nobody no-one")

	// overcome tells that a trouble is past.
	overcome = phrasesOf(`
		was/were/got sorted/resolved/fixed/cleared/settled/filled/overcome/solved/put/dealt
		now/since/already/subsequently/has/have/been/is/are now?/been?/since?/all? resolved/resumed/recovered/restarted/fixed/filled/overcome/cleared/settled/sorted/agreed/complete/completed/back/underway/reinstated/addressed/approved/signed/unblocked/found/delivered/live/finished/appointed/started
		resumed/recovered/restarted/resolved
		has/have since
		since then
		back on/in/to track/schedule/course/time/plan/line/pace
		locum/cover/stand-in/substitute/agency is/was/now? in/there/there/found/started/covers/covering/from
		has/have had? a new one/chair/worker/lead/manager/provider/supplier/host
		caught/catch* up
		made up/good
		time .. recovered/regained
		now under way
		now on/in/running/meets/meet/met/ahead/works/work
		does/do/did/will not affect/change/alter/move
		still be? met/on/expected/hold/holds
		without affecting/moving/changing
		successor/replacement/successors/replacements .. has/have/started/starts/arrived/appointed/begins/joined/began/joins/found/is/are
		new one/nurse/worker/manager/lead/trainer/provider/supplier began/begins/started/starts/has/is/took
		handed over
		rearranged/rebooked/rerun/re-run/rehoused
		date .. stands/holds/unchanged/unaffected/kept
		remains on track
		on track
		and began/went/started/came`)
)

// readTrouble looks for trouble that nothing later in the note calls past.
func (n *reading) readTrouble(c clause, w weather) {
	if !w.recovered && say(&n.trouble, c, reverted) || w.recovered || w.goodSince && wasOnce(c) || isPast(c) || ofTheOld(c) || lessThanItWas(c) {
		return
	}
	before := n.trouble
	if !n.readStop(c) && !(w.anyGood && wasOnce(c)) {
		n.readLate(c)
	}
	if n.trouble != before {
		n.wasOnce = wasOnce(c)
	}
}

// readStop looks for work that has stopped or for what it can't go on without.
func (n *reading) readStop(c clause) bool {
	if stoppedAtOnce.begin(c) {
		n.trouble = strings.Join(c[:min(len(c), 4)], " ")
		return true
	}
	if sayOfWork(&n.trouble, c, stopping) || !n.progress && (sayOfWork(&n.trouble, c, means) || sayOfWork(&n.trouble, c, blocked)) {
		return true
	}
	if i := fewOf(c); i >= 0 {
		n.trouble = strings.Join(c[i:min(len(c), i+5)], " ")
		return true
	}
	if !anyIn(ofHarm, c) {
		return say(&n.trouble, c, disrupted)
	}
	return false
}

// readLate looks for work that is late or will be.
func (n *reading) readLate(c clause) {
	if say(&n.trouble, c, lateness) {
		return
	}
	if !n.progress {
		say(&n.tookLonger, c, comparedLate)
	}
	if from, to, found := delayed.in(c); found && !(to < len(c) && ofChildren[c[to]]) {
		n.trouble = strings.Join(c[from:to], " ")
	}
	if !anyIn(ofChildren, c) && !anyIn(noneIs, c) && !smallerPart(c) {
		say(&n.trouble, c, phrasesOfOverdue)
	}
}

// sayOfWork is say for phrases whose subject may be something in children's
// lives, or that is counted, and then is no trouble of the work: "calls are
// abandoned". Nor is it one where the same clause goes on to what was gained.
func sayOfWork(into *string, c clause, ps *phrases) bool {
	from, to, found := ps.in(c)
	if found && (ps != stopping && goodNewsFrom(c, to) || evilEnds(c, from, to) || isNational(c)) {
		return false
	}
	if found && from > 0 && ((ofLives[c[from-1]] || relatives[c[from-1]]) && smallerPart(c[:from]) || ps != stopping && doneByPeople(c[:from])) {
		return false
	}
	return say(into, c, ps)
}

// evilEnds is true where what has stopped was the trouble: "complaints have
// stopped", "late payments have stopped".
func evilEnds(c clause, from, to int) bool {
	if !anyIn(stops, c[from:to]) && !anyIn(ceases, c[from:to]) {
		return false
	}
	return anyIn(evils, c[max(0, from-3):to])
}

// isNational is true of trouble that everybody has, told as what lies behind.
func isNational(c clause) bool {
	return anyIn(everywhere, c) && (slices.Contains(c, "remains") || slices.Contains(c, "remain") || slices.Contains(c, "is") || slices.Contains(c, "are"))
}

// doneByPeople is true of words that end with children or families as those who do
// what follows: "some of the children have".
func doneByPeople(c clause) bool {
	for i := len(c) - 1; i >= 0; i-- {
		switch c[i] {
		case "has", "have", "had", "were", "was", "are", "been", "also", "since":
			continue
		}
		return people[c[i]]
	}
	return false
}

var relatives = setOf("who that which whose")

// tellsProgress is true of a clause that counts how far things have come: most
// of so many, or from one figure to another. What stands in the way beside it is
// then part of the story, and not what the note is about.
func tellsProgress(c clause) bool {
	for i, w := range c {
		n := amount(w)
		if n == 0 || i+2 >= len(c) {
			continue
		}
		next := i + 2
		if c[next] == "the" || c[next] == "all" {
			next++
		}
		if next < len(c) && c[i+1] == "of" && 3*n >= 2*amount(c[next]) && amount(c[next]) > 0 {
			return true
		}
		if i > 0 && (c[i-1] == "from" || c[i-1] == "not") && (c[i+1] == "to" && amount(c[i+2]) > 0 || c[i-1] == "not") {
			return true
		}
	}
	return false
}

// isPast is true of a clause that calls a trouble past, and not of one that
// says what the work waits for: "until the restructure is complete".
func isPast(c clause) bool {
	return overcome.has(c) && !anyIn(stillToCome, c) && !hadTo.has(c) && !sinceGone.has(c)
}

// sinceGone tells that what has happened since is the trouble itself.
var sinceGone = phrasesOf("since left/dropped/resigned/gone/stopped/withdrawn/pulled/collapsed/closed/lapsed/ended/quit/retired/moved\nsince been cancelled/withdrawn/stopped/paused/closed/cut")

// hadTo makes what was begun again a trouble: "had to be restarted".
var hadTo = phrasesOf("had/have/has/having to be?\nneeds/need/needed to be? restarted/redone/repeated")

var stillToCome = setOf("until once when while pending awaiting if before unless")

// ofTheOld is true of a clause about what the action has replaced: that it
// has stopped is no trouble.
func ofTheOld(c clause) bool {
	for i, w := range c {
		if replaced[w] || w == "paper" && i+1 < len(c) && onPaper[c[i+1]] {
			return true
		}
	}
	return false
}

var onPaper = setOf("form forms file files copy copies record records system version versions diary diaries list lists based process log logs")

var replaced = setOf("old former previous duplicate outdated legacy redundant interim agency")

// fewOf is where a clause says that only a small part was done: "only 2 of the
// 30 visits"; -1 where none does. Two fifths is no small part.
func fewOf(c clause) int {
	for i := 0; i+3 < len(c) && anyIn(didSo, c); i++ {
		of := i + 3
		if of < len(c)-1 && c[of] == "the" {
			of++
		}
		if c[i] == "only" && c[i+2] == "of" {
			if part, all := amount(c[i+1]), amount(c[of]); part > 0 && all > 0 && 5*part < 2*all {
				return i
			}
		}
	}
	return -1
}

// didSo are what was done to so few.
var didSo = setOf(`made done held took taken went completed finished trained visited written rewritten seen recruited filled attended started delivered appointed moved returned
	answered signed sent met agreed ready open opened using use replied came responded joined running working`)

// amount is a figure or a word for one up to ninety, 0 for other words.
func amount(w string) int {
	if w != "" && isDigit(w[0]) {
		n, _ := strconv.Atoi(w)
		return n
	}
	return inWords[w]
}

// inWords are the words for numbers up to twenty and for the tens.
var inWords = func() map[string]int {
	all := make(map[string]int)
	for n := 1; n <= 12; n++ {
		all[words.InWords(n)] = n
	}
	for i, w := range strings.Fields("thirteen fourteen fifteen sixteen seventeen eighteen nineteen") {
		all[w] = 13 + i
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		all[w] = 20 + 10*i
	}
	return all
}()

// lessThanItWas is true of a clause that tells of trouble that was, or that
// grows less: "had been delayed", "delays fell", "the list has stopped growing".
func lessThanItWas(c clause) bool {
	for i, w := range c {
		if w == "had" && (i+1 < len(c) && c[i+1] == "been" || i > 0 && (c[i-1] == "who" || c[i-1] == "which" || c[i-1] == "that")) {
			return true
		}
		if w == "had" && anyIn(expected, c[i+1:min(len(c), i+2)]) || i > 0 && stops[c[i-1]] && growth[w] || isReading(c, i) {
			return true
		}
		if hadTo.begin(c[i:]) && anyIn(noneIs, c[:i]) {
			return true
		}
	}
	return anyIn(waits, c) && anyIn(lessening, c) || atFirst.has(c) || settled.has(c)
}

// isReading is true of a figure's way down, which is its own: "slipped to
// twelve".
func isReading(c clause, i int) bool {
	return i+2 < len(c) && (c[i] == "slipped" || c[i] == "fell" || c[i] == "dropped" || c[i] == "slipping") && c[i+1] == "to" && amount(c[i+2]) > 0 && !dayOfMonth(c, i+2)
}

// settled tells of an objection that is no more.
var settled = phrasesOf("objection/objections/concerns/dispute/complaint/challenge .. withdrawn/dropped/answered/met/settled/dismissed/resolved")

var atFirst = phrasesOf("at first\nto begin with\ninitially\nearly on\nat the start/outset/beginning\nin the first week/weeks/month")

var (
	stops      = setOf("stopped stops stopping ceased")
	ceases     = setOf("ended lapsed dried")
	evils      = setOf("complaint complaints delay delays late overdue error errors breach breaches lapse lapses mistake mistakes drift duplicate duplication queue queues backlog backlogs cancellation cancellations escalation escalations no-shows absences losses wait waits waiting repeat")
	everywhere = setOf("national nationally nationwide countrywide")
	waits      = setOf("delay delays overdue slippage")
	lessening  = setOf("fell fallen falling reduced halved shorter fewer lower down cut ended gone cleared")
	growth     = setOf("growing rising increasing falling worsening slipping getting climbing")
)
