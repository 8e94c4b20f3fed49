package check

import (
	"cmp"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var noteAgainstStatus = Rule{
	Name: "note-against-status", Severity: workbook.Warning, Doc: doc("note-against-status"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Bad(workbook.ColStatus) || a.Bad(workbook.ColProgressNote) {
				continue
			}
			if told := tells(a.ProgressNote, a.Meaning); told != "" {
				p.report(a.Source, workbook.ColProgressNote, a.Ref,
					"The status is "+quote(a.Word)+", but the note "+told+".",
					"Make the two agree: change the status, or say in the note what has happened since.", a.At(workbook.ColStatus))
			}
		}
		p.reasonsAgainstStatus()
	},
}

// reasonsAgainstStatus reads the reason for an area's status in the same way.
func (p *Pass) reasonsAgainstStatus() {
	for _, a := range p.Facts.Areas {
		if blank(a.Status) || a.Bad(workbook.ColStatus) || a.Bad(workbook.ColStatusReason) || a.Meaning == workbook.OnTrack && troubleNamed(a) {
			continue
		}
		if told := tells(a.StatusReason, a.Stated); told != "" {
			p.report(a.Source, workbook.ColStatusReason, a.Ref,
				"The status is "+quote(a.Word)+", but its reason "+told+".",
				"Make the two agree.", a.At(workbook.ColStatus))
		}
	}
}

// troubleNamed is true of an area whose reason names one of its actions: what
// it says is then of that action, and not of the area.
func troubleNamed(a *facts.Area) bool {
	for _, action := range a.Actions {
		if namesAction(a.StatusReason, action) {
			return true
		}
	}
	return false
}

// tells is what a note says against a status, as the rest of a sentence; ""
// where the two can both be true.
func tells(note string, status workbook.Meaning) string {
	if blank(note) {
		return ""
	}
	n := readNote(note)
	switch status {
	case workbook.OnTrack:
		switch {
		case n.trouble != "" || n.tookLonger != "":
			return "tells of trouble (" + quote(cmp.Or(n.trouble, n.tookLonger)) + ")"
		case n.waiting != "" && !n.dated:
			return "says that it waits for somebody else (" + quote(n.waiting) + ") and not until when"
		case n.notBegun != "":
			return "says that it has not begun (" + quote(n.notBegun) + ")"
		}
	case workbook.Delivered, workbook.Embedded:
		switch {
		case n.unfinished != "":
			return "says that something is still to be done (" + quote(n.unfinished) + ")"
		case n.waiting != "":
			return "says that it still waits for somebody (" + quote(n.waiting) + ")"
		case n.notBegun != "":
			return "says that it has not begun (" + quote(n.notBegun) + ")"
		case n.trouble != "":
			return "tells of trouble (" + quote(n.trouble) + ")"
		}
	case workbook.OffTrack:
		switch {
		case n.trouble != "" || n.tookLonger != "" || n.waiting != "" || n.unfinished != "":
		case n.allWell != "" && !n.reserve:
			return "says that all is well (" + quote(n.allWell) + ")"
		case n.finished != "":
			return "says that it is finished (" + quote(n.finished) + ")"
		}
	case workbook.AtRisk:
		switch {
		case n.trouble != "" || n.tookLonger != "" || n.waiting != "" || n.unfinished != "":
		case n.noDoubt != "":
			return "says that all is well (" + quote(n.noDoubt) + ")"
		case n.finished != "":
			return "says that it is finished (" + quote(n.finished) + ")"
		}
	case workbook.NotStarted:
		switch {
		case n.finished != "" && !n.toCome:
			return "says that it is finished (" + quote(n.finished) + ")"
		case n.completed != "" && !n.toCome:
			return "says that it is finished (" + quote(n.completed) + ")"
		case n.underWay != "" && !n.toCome:
			return "says that work is under way (" + quote(n.underWay) + ")"
		}
	}
	return ""
}

// reading is what a note was found to say, each in its own words.
type reading struct {
	trouble    string // stopped, delayed, in danger
	tookLonger string // later or slower than was meant
	waiting    string // for sign-off, approval, a decision
	unfinished string // something is still to be done
	notBegun   string
	allWell    string // on track, going well
	reserve    bool   // there is a reserve: "none in the south"
	noDoubt    string // the same, without any reserve
	finished   string // all of it
	completed  string // a thing is finished that may be the action
	underWay   string
	dated      bool // it names a month or a day
	toCome     bool // it says that the work begins later
}

var (
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
		date/deadline/timescale/target/timetable .. cannot/can't/won't/not be? met/achieved/made/held/achievable/realistic
		will not/now?/be? not? meet/make/hit/achieve/complete/finish/completed/finished/met/achieved/ready/delivered
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
		administration/liquidation
		out of business
		retender*/re-tender*/readvertis*/re-advertis*
		new/another/second/fresh tender/procurement .. required/needed
		not in a? position to
		not been? able/possible/feasible to
		cannot/can't/could-not go/be/launch/open/recruit/appoint/proceed/happen/take ..  live/ahead/until/before/done/completed/finished/met/place/because
		has/have not met/happened/taken/moved/convened/responded/replied/engaged/attended/materialised
		not going to be? achieved/met/done/finished/ready/possible/delivered/happen/make
		put/pushed/moved/set/knocked back
		nothing .. done/happened/achieved/progressed/moved
		refused/declined/refuses/declines to?
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
		responses`)

	waitingFor = phrasesOf(`
		await*/pending .. sign-off/signoff/sign/approval/agreement/decision/decisions/ratification/confirmation/feedback/outcome/response/reply/funding/cabinet/board/procurement/legal/quote/quotes/appointment/clearance/authorisation/comments/answer/permission/direction/guidance/results/recruitment/final
		await*
		wait*/waits/waiting for/on/to .. sign-off/signoff/sign/approval/agreement/decision/ratification/confirmation/funding/cabinet/board/panel/legal/hr/it/response/reply/answer/feedback/partner/partners/colleagues/director/senior
		waiting for/on
		subject to .. sign-off/signoff/approval/agreement/ratification/funding/confirmation
		yet/still/remains/remain/waiting/needs/need/has/have to be signed/approved/agreed/ratified/confirmed/authorised/endorsed
		not yet been? signed/approved/agreed/ratified/confirmed/authorised
		for/awaiting final sign-off/signoff/approval
		with .. for sign-off/signoff/approval/comment/decision
		is/are/remains/currently/still with .. for her/his/their/final/its signature/agreement`)
	// waitingAtOnce are the words with which a clause that says it begins.
	waitingAtOnce = phrasesOf(`
		still/now/currently? with .. for her/his/their/final/its? signature/agreement`)

	stillToDo = phrasesOf(`
		yet to be?
		not yet
		has/have not .. yet
		still/remain/remains/remaining/left to be?/do?/come? done/completed/agreed/written/trained/finished/launched/implemented/recruited/appointed/published/finalised/rolled/do/come/start/join/take/happen/follow/go/deliver/finalise/finish/complete/embed/develop/produce/write/agree/confirm/sign/issue
		remains/remain/still/is/are outstanding/incomplete/unfinished
		outstanding
		work/drafting/training/roll-out/rollout/recruitment/implementation/this/it/delivery/negotiation*/action is?/now?/still? continu*/ongoing/underway
		is/are/still/remains/remain/work/currently/now being/under/in draft*/develop*/progress/written/finalised/completed/produced/rolled/recruited/procured/consulted/built/tested/discussion/negotiation/construction/consultation
		in draft
		draft* stage/form/only
		first/initial/working/early/second draft
		under/in development/consultation/construction/negotiation
		partially/partly/part/half/nearly/almost/mostly/largely/substantially/not-yet/90%/nearing complete*/done/finished/delivered/implemented/completion/rolled/in/there/written
		will/to/should be now? completed/complete/finished/finalised/launched/published/rolled/delivered/implemented/issued/recruited/appointed/trained/signed/agreed/approved/in/ready/circulated/introduced/done/written
		expected/due/scheduled/planned/hoped/intended/aiming/aim/going/set to be? complete*/finish*/launch*/publish*/deliver*/go/start*/begin*/finalise*/conclude*/sign*/roll*/implement*
		teams/team/staff/managers/schools/services/localities/workers/plans/records still/yet? to? remain/remains/outstanding/left/awaiting/follow/go
		next step/steps/stage/phase
		still/yet have/has/need/needs to
		have/has/having yet/still to
		so far
		not all/every/everyone/everybody/universally
		will begin/start/launch/roll/open/finish/issue/send/join/introduce
		will go to/out/live/on/into
		will let/give/tell us
		sign-off/signoff/approval/agreement/ratification .. is/are/still expected/due/awaited/needed/planned/outstanding
		last/final/remaining cohort/cohorts/group/groups/team/teams/locality/localities/session/sessions/part/parts start/starts/begin/begins/join/joins/follow/follows/go/goes
		final/version/launch/roll-out/rollout/completion/publication/training/policy/document/finish/go-live due in/by/on/for/from/next
		halfway
		in progress
		underway
		under way`)
	// becomesLater tells that it is not yet what it is meant to be.
	becomesLater = phrasesOf(`
		will become daily/weekly/fortnightly/monthly/termly/routine/standard/normal/universal/permanent/mandatory/compulsory/available once/when`)
	// ofItsEffect are words that make what is still to come a look at the effect
	// of what is done: that may wait.
	ofItsEffect = phrasesOf(`
		impact*
		effect*
		difference
		audit*
		check*
		review*
		evaluat*
		evidence*
		survey*
		sample*
		outcome*
		embed*
		benefit*
		help lasts
		test*
		measur*
		reading*
		figure*
		data
		feedback
		follow-up
		say
		known
		tell`)

	// earlierLevel is how much it was before: what was half done then may be
	// whole now.
	earlierLevel = phrasesOf(`
		from/against about/around/roughly/nearly/only/barely/just? over/under/above/below? a/one? half/third/quarter in/at/last/before/when/during`)

	beginsNot = phrasesOf(`
		not yet? started/begun/commenced/begin
		yet to be? start/begin/commence/started/begun
		has/have/had not been? started/begun/commenced
		hasn't/haven't/hadn't yet? started/begun/commenced
		not yet? due to start
		no work/action has? been? started/begun/undertaken/done/yet
		start* has/have been put/pushed/moved back
		nothing has? been? done/started/happened/begun`)

	goesWell = phrasesOf(`
		on track/schedule/course/target/time/programme
		ahead of schedule/plan/time/target
		going/go/proceeding/progressing/running/proceeds/progresses/moving to plan/schedule
		going/goes/progress*/proceed*/running/runs/moving/working very?/really?/extremely? well/smoothly/nicely/strongly
		as planned
		in line with plan/the/schedule
		good/great/excellent/strong/steady/positive/real/significant/very progress
		good progress
		very well under
		no issues/concerns/problems/barriers/risks/slippage/delays/worries/exceptions/issue/concern/problem/delay
		nothing to report/escalate
		without issue/issues/problem/problems/difficulty/delay
		good/great/excellent news
		will/shall/should comfortably/easily/certainly/surely/definitely
		comfortably ahead/within/on/above
		in/well in hand
		very? confident of/that/we
		could/couldn't not? be better/happier
		all/every/everything milestones?/milestone?/actions?/action?/steps?/step?/is?/are?/on?/in? met/achieved/track/place/complete/completed/hand/order/well/fine
		all is/going well`)
	// surely are those of goesWell that leave no room for a risk.
	surely = phrasesOf(`
		on track/schedule/course/target
		ahead of schedule/plan/time
		going/proceeding/progressing/running to plan/schedule
		no issues/concerns/problems/barriers/risks/slippage/worries/exceptions
		nothing to report/escalate
		without issue/issues/problem/problems
		will/shall comfortably/easily/certainly/surely/definitely
		comfortably ahead/within/on/above
		all/everything is? going/on well/track/plan`)
	// wasOrShallBe makes what goes well something of the past or of a wish.
	wasOrShallBe = phrasesOf(`
		back on
		was/were .. on/going/progressing/ahead/to
		until
		get/bring/brought/put/return*/bringing/getting/come/coming .. on/to track/schedule/plan
		to be/get/stay/keep/remain on/back
		keep/keeps/keeping/stay/stays/remain ..  on
		apart/aside from
		except
		some/parts/part/others/most of?
		will/would/should/could be
		had been`)

	// wholly tells that the action as a whole is finished.
	wholly = phrasesOf(`
		fully/wholly/entirely/all/now complete/completed/implemented/delivered/embedded/done/finished/operational/achieved/rolled/live/launched
		work/action/everything/this is/was/has/now been?/now? complete/completed/finished/done/closed
		everything went/gone/is/has been? live/out/done/complete/completed/finished/ready/place
		in use/place in/across/by all/every/each
		nothing/no further? left/more/action to? do/needed/required/outstanding
		action complete/completed/closed`)
	// completely tells of a thing that it is finished.
	completely = phrasesOf(`
		is/was/has/been/now/are/were/have fully/now/been/all/since/both complete/completed/done/finished/delivered/implemented/launched/closed/achieved/signed/rolled/published/embedded
		has/have been successfully? completed/finished/delivered/implemented/launched/rolled/closed/published/embedded/achieved/issued/introduced/signed
		went/gone/now/is/are live on?/in?/at?/with?/for?/across?/from?
		is/are now? complete/finished/done
		now in use/place
		successfully completed/delivered/launched/implemented/finished/rolled
		signed off and/by
		was/were completed/delivered/launched/finished/published/implemented/rolled`)
	// doneWords are those with which a short clause ends that tells of something
	// finished: "policy approved and launched".
	doneWords = setOf(`launched published implemented completed delivered issued embedded finished closed achieved`)
	// completeAtOnce are the words with which a note that says it begins.
	completeAtOnce = phrasesOf(`
		now?/action?/this?/all?/work?/fully?/successfully? is?/was?/has?/been?/now?/all? complete/completed/done/finished/delivered/implemented/closed/achieved/launched/published/live/operational
		now? fully? in place/use
		up and running`)
	// preparing are subjects whose completion is no completion of the action.
	preparing = phrasesOf(`
		prepar*
		scop*
		planning
		draft*
		specification
		bid
		business case
		sites?
		talks
		procure*
		tender*
		consult*
		design*
		interviews?
		budget
		terms of reference
		funding
		job description*
		standard
		work is not? done/twice`)

	// inPart are words for a part of the action.
	inPart = setOf(`first second third initial early several phase stage module pilot`)

	begun = phrasesOf(`
		work/drafting/recruitment/training/it/this/we/roll-out/rollout/delivery/pilot/implementation/consultation/project/has/have/sessions/action has/have/is/are/was/now?/been? started/begun/commenced/underway/begin
		work/drafting/recruitment/training/roll-out/rollout/delivery/implementation/consultation/sessions started/began/commenced
		started/began/begun/commenced in/on/last/at/this
		opened/launched/began/started/commenced/introduced/mobilised in/on/last/from/at/this
		is/are working/running/operating/functioning/meeting
		is/are/now/well/already underway
		is/are/now/well/already under way
		well/now/already advanced/progressing/established
		good/steady/excellent/strong progress
		progress* well
		first/initial draft is/has/was/been? complete*/written/shared/ready/circulated
		taken/took/take up .. post/posts/place/places/role/roles/job/jobs/duties
		is/are/now/all/both in post
		been and gone
		is/are/now/already in use
		opened its/their doors
		has/have gone to/out/live/into
		has/have been using/running/meeting/working/through
		has/have been held/run/delivered/completed/rewritten/rolled
		so far
		has/have been to .. board/panel/cabinet/committee/partnership
		has/have already
		has/have seen/visited/helped/supported/received/attended/graduated/joined/met
		has/have been already? seen/visited/helped/supported/received/trained/used/opened
		every/all/both .. has/have gone/left/closed/moved/opened
		half/most/three/four/five/two .. have/has been? completed/finished/done/trained/written/started
		in progress
		on track
		ongoing`)
	// inUse tells that what the action makes has reached those it is for.
	inUse = phrasesOf(`
		in daily/everyday/regular/routine/full use
		guidance/policy/procedure/protocol/form/forms/tool/toolkit/kit/leaflet/handbook was/were issued/given to every/all/each
		every/all/each/both .. had/have/has had? its/their first/last/own? visit/visits/training/session/sessions/briefing/copy`)
	// laterStart tells that the work is still to come.
	laterStart = phrasesOf(`
		begin/begins/start/starts/starting/beginning/commence/commences on/in/once/when/after/from/at/next
		will/to/due/planned/scheduled/booked/set/expected to?/be? begin/start/commence/follow/launch/run/take
		booked/planned/scheduled/timetabled/arranged for/in/from
		wait/waits/waiting
		until
		once
		not due/started/begun/yet
		yet to
		nothing is? due
		after
		next month/week/year/term/quarter
		in readiness/preparation
		ready to/for`)

	// overcome tells that a trouble is past.
	overcome = phrasesOf(`
		now/since/already/subsequently/has/have/been/is/are now?/been?/since?/all? resolved/resumed/recovered/restarted/fixed/filled/overcome/cleared/settled/sorted/agreed/complete/completed/back/underway/reinstated/addressed/approved/signed/unblocked/found/delivered/live/finished/appointed/started
		resumed/recovered/restarted/resolved
		has/have since
		since then
		back on/in/to track/schedule/course/time/plan/line
		caught/catch* up
		made up/good
		time .. recovered/regained
		now under way
		now on/in/running/meets/meet/met/ahead/works/work
		does/do/did/will not affect/change/alter/move
		still be? met/on/expected/hold/holds
		without affecting/moving/changing
		date .. stands/holds/unchanged/unaffected/kept
		remains on track
		on track
		and began/went/started/came`)
)

// readNote finds what a note says, clause by clause.
func readNote(note string) reading {
	var n reading
	list := clauses(note)
	recovered := false
	for i := len(list) - 1; i >= 0; i-- {
		c := list[i]
		n.dated = n.dated || hasDate(c)
		if !supposed(c) {
			n.readTrouble(c, recovered)
			n.readOpen(c)
			n.readWell(c)
			n.readDone(c, i == 0)
		}
		n.toCome = n.toCome || laterStart.hasAnyhow(c)
		recovered = recovered || isPast(c)
	}
	return n
}

// say remembers the words of a clause in which something was found. The first
// clause of the note wins, and it is read last.
func say(into *string, c clause, ps *phrases) bool {
	from, to, found := ps.in(c)
	if found {
		*into = strings.Join(c[from:to], " ")
	}
	return found
}

// readTrouble looks for trouble that nothing later in the note calls past.
func (n *reading) readTrouble(c clause, recovered bool) {
	if recovered || isPast(c) || ofTheOld(c) || lessThanItWas(c) {
		return
	}
	if stoppedAtOnce.begin(c) {
		n.trouble = strings.Join(c[:min(len(c), 4)], " ")
		return
	}
	if say(&n.trouble, c, stopping) || say(&n.trouble, c, lateness) || say(&n.trouble, c, blocked) {
		return
	}
	if i := fewOf(c); i >= 0 {
		n.trouble = strings.Join(c[i:min(len(c), i+5)], " ")
		return
	}
	say(&n.tookLonger, c, comparedLate)
	if from, to, found := delayed.in(c); found && !(to < len(c) && ofChildren[c[to]]) {
		n.trouble = strings.Join(c[from:to], " ")
	}
	if !anyIn(ofChildren, c) {
		say(&n.trouble, c, phrasesOfOverdue)
	}
	if !anyIn(ofHarm, c) {
		say(&n.trouble, c, disrupted)
	}
}

// isPast is true of a clause that calls a trouble past, and not of one that
// says what the work waits for: "until the restructure is complete".
func isPast(c clause) bool { return overcome.has(c) && !anyIn(stillToCome, c) }

var stillToCome = setOf("until once when while pending awaiting if before unless")

// ofTheOld is true of a clause about what the action has replaced: that it
// has stopped is no trouble.
func ofTheOld(c clause) bool {
	return anyIn(replaced, c)
}

var replaced = setOf("old former previous duplicate paper outdated legacy redundant interim agency")

// fewOf is where a clause says that only a small part was done: "only 2 of the
// 30 visits"; -1 where none does. More than a third is no small part.
func fewOf(c clause) int {
	for i := 0; i+3 < len(c) && anyIn(didSo, c); i++ {
		of := i + 3
		if of < len(c)-1 && c[of] == "the" {
			of++
		}
		if c[i] == "only" && c[i+2] == "of" {
			if part, all := amount(c[i+1]), amount(c[of]); part > 0 && all > 0 && 3*part < all {
				return i
			}
		}
	}
	return -1
}

// didSo are what was done to so few.
var didSo = setOf(`made done held took taken went completed finished trained visited written rewritten seen recruited filled attended started delivered appointed moved returned
	signed sent met`)

// amount is a figure or a word for one up to twelve, 0 for other words.
func amount(w string) int {
	if n, err := strconv.Atoi(w); err == nil {
		return n
	}
	for n := 1; n <= 12; n++ {
		if words.InWords(n) == w {
			return n
		}
	}
	return 0
}

// lessThanItWas is true of a clause that tells of trouble that was, or that
// grows less: "had been delayed", "delays fell", "the list has stopped growing".
func lessThanItWas(c clause) bool {
	for i, w := range c {
		if w == "had" && i+1 < len(c) && c[i+1] == "been" {
			return true
		}
		if i > 0 && stops[c[i-1]] && growth[w] {
			return true
		}
	}
	return anyIn(waits, c) && anyIn(lessening, c)
}

var (
	stops     = setOf("stopped stops stopping ceased")
	waits     = setOf("delay delays overdue slippage")
	lessening = setOf("fell fallen falling reduced halved shorter fewer lower down cut ended gone cleared")
	growth    = setOf("growing rising increasing falling worsening slipping getting climbing")
)

func (n *reading) readOpen(c clause) {
	say(&n.notBegun, c, beginsNot)
	if say(&n.unfinished, c, becomesLater) || ofItsEffect.hasAnyhow(c) {
		return
	}
	if waitingAtOnce.begin(c) {
		n.waiting = strings.Join(c[:min(len(c), 4)], " ")
	}
	say(&n.waiting, c, waitingFor)
	if from, _, found := earlierLevel.in(c); found {
		c = c[:from]
	}
	say(&n.unfinished, c, stillToDo)
}

func (n *reading) readWell(c clause) {
	n.reserve = n.reserve || anyIn(reserves, c)
	if wasOrShallBe.hasAnyhow(c) || partial(c) {
		return
	}
	wellIn(&n.allWell, c, goesWell)
	wellIn(&n.noDoubt, c, surely)
}

// reserves are words with which praise for one part leaves out another.
var reserves = setOf("none only except apart except neither short lost")

// wellIn is say for phrases that may begin with a denial of their own: no
// issues.
func wellIn(into *string, c clause, ps *phrases) {
	for i := range c {
		if n := ps.at(c[i:]); n > 0 && (deniers[c[i]] || !denied(c, i)) {
			*into = strings.Join(c[i:i+n], " ")
			return
		}
	}
}

func (n *reading) readDone(c clause, first bool) {
	if preparing.hasAnyhow(c) {
		return
	}
	say(&n.underWay, c, begun)
	if !ofTheOld(c) {
		say(&n.underWay, c, inUse)
	}
	if partial(c) || anyIn(inPart, c) {
		return
	}
	if first && completeAtOnce.begin(c) {
		n.finished = strings.Join(c[:min(len(c), 4)], " ")
		return
	}
	if say(&n.finished, c, wholly) || say(&n.completed, c, completely) {
		return
	}
	if last := len(c) - 1; last > 0 && last < 8 && doneWords[c[last]] && !denied(c, last) && !toCome(c) {
		n.completed = strings.Join(c, " ")
	}
}

// partial is true of a clause that counts: what is finished is then so many.
func partial(c clause) bool {
	for i, w := range c {
		if shares[w] || w[0] >= '0' && w[0] <= '9' && len(w) < 4 && !dayOfMonth(c, i) {
			return true
		}
	}
	return false
}

// dayOfMonth is true of a figure that is a date's and no count.
func dayOfMonth(c clause, i int) bool {
	return i+1 < len(c) && months[c[i+1]] > 0 || i > 0 && months[c[i-1]] > 0 && c[i-1] != "may"
}

var shares = setOf(`one two three four five six seven eight nine ten eleven twelve half most some many several quarter third thirds part only`)

// hasDate is true of a clause that names a month, a day of the week or a day.
func hasDate(c clause) bool {
	for i, w := range c {
		if months[w] > 0 && (w != "may" && w != "march" && w != "mar" || i > 0 && (timePrepositions[c[i-1]] || c[i-1] == "on" || c[i-1][0] >= '0' && c[i-1][0] <= '9') || i == 0) {
			return true
		}
	}
	return anyIn(weekdays, c)
}

var weekdays = setOf("monday tuesday wednesday thursday friday tomorrow fortnight week weeks days")
