package check

import "strings"

var (
	waitingFor = phrasesOf(`
		ready for sign-off/signoff/approval/signature/ratification
		await*/pending .. sign-off/signoff/sign/approval/agreement/decision/decisions/ratification/confirmation/feedback/outcome/response/reply/funding/cabinet/board/procurement/legal/quote/quotes/appointment/clearance/authorisation/comments/answer/permission/direction/guidance/results/recruitment/final
		wait*/waits/waiting for/on/to .. sign-off/signoff/sign/approval/agreement/decision/ratification/confirmation/funding/cabinet/board/panel/legal/hr/it/response/reply/answer/feedback/partner/partners/colleagues/director/senior
		subject to .. sign-off/signoff/approval/agreement/ratification/funding/confirmation/checks/check
		yet/still/remains/remain/waiting/needs/need/has/have to be signed/approved/agreed/ratified/confirmed/authorised/endorsed
		not yet been? signed/approved/agreed/ratified/confirmed/authorised
		for/awaiting final sign-off/signoff/approval
		with .. for sign-off/signoff/approval/comment/decision
		is/are/remains/currently/still with .. for her/his/their/final/its signature/agreement`)
	// waitingForIt is the same of anything.
	waitingForIt = phrasesOf(`
		await*
		waiting for/on`)
	// heldBy tells with whom it lies.
	heldBy = phrasesOf(`
		is/are/now/still/currently/sits/remains with the? our? council's? lawyers/lawyer/solicitors/solicitor/legal/printers/printer/designers/translators/procurement/finance/hr/union/unions/cabinet/committee/monitoring
		goes/go/going/comes/come/coming/back/up to/before .. for approval/sign-off/signoff/decision/agreement/ratification/comment/comments/adoption/sign`)
	// waitingAtOnce are the words with which a clause that says it begins.
	waitingAtOnce = phrasesOf(`
		still/now/currently? with .. for her/his/their/final/its? signature/agreement`)

	// leftOver is said of what is still to be done, and as often of what lies
	// beside a thing that stands: it counts where nothing says that it does.
	leftOver = phrasesOf(`
		asked for changes/amendments/edits/another
		not yet? been? fully? <made>/launched/rolled/switched/implemented/started/issued/adopted/approved/in/live/communicated/printed/trained/recruited/appointed/opened
		wants/want changes/amendments/edits/more/another
		<be> coming
		still needs/need
		needs/need to go/be
		yet to be?
		not yet
		has/have not .. yet
		remains/remain/still/is/are outstanding/incomplete/unfinished
		outstanding
		next step/steps/stage/phase
		still/yet have/has/need/needs to
		have/has/having yet/still to
		we/it/this/team just/still/now/only/also need/needs/has/have to?
		still working/waiting/writing/training/recruiting/drafting/talking/looking/trying/negotiating/finishing/building/testing/moving/chasing/clearing/collecting/gathering/rolling/designing/procuring/short/missing
		work/training/recruitment/roll-out/rollout/writing continues/continue/carries/goes/is on/with/in/for/until
		nearly/almost/getting there
		more to do/come/follow/be/go
		more work/still to/needed/required/is
		not universally
		in progress
		underway
		under way`)
	// standing tells that what was to be made is there and at work.
	standing = phrasesOf(`
		in use/place/force/operation since/across/from/by
		in use/place in every/all/each
		open/live/running/established/operational since/from/in
		used/followed by/in every/all/each
		started/opened/launched/began/published/issued/introduced/completed/finished/closed on/in/since
		went live
		have/has run/met/worked/used/sat .. every/each/weekly/since/monthly/fortnightly
		runs/meets/sits/reports every/each/weekly/monthly/fortnightly`)
	stillToDo = phrasesOf(`
		recruitment/training/roll-out/rollout/building/procurement/writing/drafting .. has/have begun/started
		those .. are/have not
		remaining/other/last <groups> once/when/after
		deciding/considering/discussing whether/how
		advertised twice/again/three/anew/without
		without success
		rest/others/remainder wait/waits/depend/depends
		recruiting/extending/finalising/drafting/rolling/procuring/tendering/negotiating/consulting to/the/a/out/for/it/with/on
		now/then extending/expanding/rolling/moving to/out/on/into
		consultation/working/early/latest/first/initial/second draft
		while the final
		# .. to go
		<be> being tested/piloted/trialled
		soft launch
		remaining/other # will/to/still
		fifth/fourth/third/sixth/second/last/others/other/rest to follow/go/do
		<groups>/protection/service will follow
		is/are now? finishing/completing/building/writing/drafting/finalising/rolling
		about to <made>/roll/launch/start/begin/go/issue/send/train
		still use/uses/using the/an/their old
		ready to launch/go/issue/roll/start
		once .. have/has finished
		only half/some/one/two/three of? the? <groups>
		about/around/roughly/some/nearly/over # complete/done/finished/there/built/rolled
		but/and not yet? implemented/launched/published/started/circulated/communicated/rolled/switched/used/adopted/issued/live/signed/approved/in
		<be> <be>? built/written/agreed/drafted/ready/bought/designed but/and not
		holding out
		out to advert/tender/consultation
		references/checks <be>/being <be>? taken/awaited/outstanding/pending/sought
		offered .. references/checks
		with/at/from the printers/printer/designer/designers
		only/just in/used/live/running/started/available/piloted .. in/by/at/one/two/north/south/east/west/central
		in the? north/south/east/west/central/one/two .. only
		excluded/except/excluding for/until now/later
		pilot in/at/with one/two/three/1/2/3
		still/remain/remains/remaining/left to be?/do?/come? done/completed/agreed/written/trained/finished/launched/implemented/recruited/appointed/published/finalised/rolled/do/come/start/join/take/happen/follow/go/deliver/finalise/finish/complete/embed/develop/produce/write/agree/confirm/sign/issue
		work/drafting/training/roll-out/rollout/recruitment/implementation/this/it/delivery/negotiation*/action is?/now?/still? continu*/ongoing/underway
		is/are/still/remains/remain/work/currently/now being/under/in draft*/develop*/progress/written/finalised/completed/produced/rolled/recruited/procured/consulted/built/tested/discussion/negotiation/construction/consultation
		in draft
		draft* stage/form/only
		first/initial/working/early/second draft
		under/in development/consultation/construction/negotiation
		partially/partly/part/half/nearly/almost/mostly/largely/substantially/not-yet/90%/nearing complete*/done/finished/delivered/implemented/completion/rolled/in/there/written/built/drafted/staffed
		roll-out/rollout .. starts/begins in/on/after/from
		will/to/should be now? completed/complete/finished/finalised/launched/published/rolled/delivered/implemented/issued/recruited/appointed/trained/signed/agreed/approved/in/ready/circulated/introduced/done/written
		expected/due/scheduled/planned/hoped/intended/aiming/aim/going/set to be? complete*/finish*/launch*/publish*/deliver*/go/start*/begin*/finalise*/conclude*/sign*/roll*/implement*
		teams/team/staff/managers/schools/services/localities/workers/plans/records still/yet? to? remain/remains/outstanding/awaiting/follow/go
		two/three/four/five/six/few/some teams/schools/managers/services/localities/workers left
		two/three/four/five/six/few/some teams/schools/managers/services/localities/workers to go/do/follow/be/train/visit/join/start/come
		teams/schools/managers/workers are/still/who left
		rest/others/remainder to be/follow/go/do/start/join
		rest/others/remainder in/by/after/before/follow/follows/get/gets/start/starts/join/joins/will/next/once/when/later/still
		other <groups>/two/three/four/five/six/half get/gets/follow/follows/start/starts/join/joins/will/next/once/when/still/later/to
		second/third/fourth/last/final/remaining/other .. <groups> start/starts/begin/begins/join/joins/follow/follows/get/gets/will/cannot/can't/won't/postponed/deferred/still/put/to
		<groups> has/have still? not/n't/never yet? been? had/got/received/seen/used/done/been/started/joined/moved/signed/taken/completed/met/returned/attended/trained/visited/gone
		<groups> haven't/hasn't yet? been? had/got/received/seen/used/done/started/joined/moved/signed/taken/completed/met/returned/attended/trained/visited/gone
		still not <be>/had/got/received/<done>
		done/complete/completed/finished/everything/everyone/ready/all bar/except/save/barring/apart
		carries/carry/carrying/goes on with
		half/thirds/third/quarter/quarters/part/most/much/bulk of? it/them/this/these/the? .. done/complete/completed/finished/place/trained/written/moved
		half/thirds/quarters done/complete/completed/finished/through
		others/rest .. say/after/until/by/not/waiting/promised/promise
		needs/need one/some/a/more .. more/rewrite/redraft/check/changes/work/version/round
		is/are/still/now out for/to comment/comments/consultation/tender/signature
		made/making a? start/inroads
		everyone/everybody/all but the .. team/teams/school/schools/service/locality/area
		to be arranged/booked/set/fixed/scheduled/confirmed/decided/announced/appointed/agreed/written/printed/built/trained/done/finalised/rolled
		rota/service/programme/scheme/course/training/panel/group/use/pilot/line begins/starts in/on/from/after/once
		going live/out
		on its/their/the way to
		working on the last/final/remaining
		<groups> will get/have/receive it/theirs/their/this
		waiting for
		not all/every/everyone/everybody .. <done>/have/has/had/use/uses/in/on/trained/signed
		will begin/start/launch/roll/open/finish/issue/send/join/introduce
		will go to/out/live/on/into
		will let/give/tell us
		sign-off/signoff/approval/agreement/ratification .. is/are/still expected/due/awaited/needed/planned/outstanding
		last/final/remaining cohort/cohorts/group/groups/team/teams/locality/localities/session/sessions/part/parts start/starts/begin/begins/join/joins/follow/follows/go/goes
		final/version/launch/roll-out/rollout/completion/publication/training/policy/document/finish/go-live due in/by/on/for/from/next
		will/hope/hoping to? have/finish/reach the lot/rest/remainder/others by/before/in/after
		halfway`)
	// becomesLater tells that it is not yet what it is meant to be.
	becomesLater = phrasesOf(`
		starts/start/begins/begin/opens/happens/follows once/when
		testing/draft/design/planning/pilot/early/consultation/procurement/tender/trial stage/phase
		before/until it/this/we/they can be signed/closed/launched/approved/used/finished/completed
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
)

func (n *reading) readOpen(c clause) {
	say(&n.notBegun, c, beginsNot)
	if anyIn(ofAbsence, c) {
		return // they will have it when they are back
	}
	n.standing = n.standing || standing.has(c)
	n.readWaiting(c)
	if say(&n.unfinished, c, becomesLater) || ofItsEffect.hasAnyhow(c) {
		return
	}
	if i := beingMade(c); i >= 0 {
		n.unfinished = strings.Join(c[i:i+3], " ")
		return
	}
	if from, _, found := earlierLevel.in(c); found {
		c = c[:from]
	}
	if say(&n.unfinished, c, stillToDo) || say(&n.leftOver, c, leftOver) || sumsUp(c) && say(&n.unfinished, c, soFar) {
		return
	}
	if i := someOf(c); i >= 0 {
		n.unfinished = strings.Join(c[i:min(len(c), i+6)], " ")
	}
}

// readWaiting looks for a decision that the work waits for. That children wait
// for something is what the work is about.
func (n *reading) readWaiting(c clause) {
	if waitingAtOnce.begin(c) {
		n.waiting = strings.Join(c[:min(len(c), 4)], " ")
	}
	from, _, found := waitingFor.in(c)
	if !found {
		from, _, found = waitingForIt.in(c)
	}
	if found && anyIn(people, c[:from]) {
		return
	}
	if !say(&n.waiting, c, waitingFor) && !ofItsEffect.hasAnyhow(c) {
		_ = say(&n.waiting, c, heldBy) || say(&n.waiting, c, waitingForIt)
	}
}

var ofAbsence = setOf("leave maternity sick sickness secondment sabbatical")

// beingMade is where a clause says that something is being made: "is being
// typeset"; -1 where none does. What is being used or watched is there.
func beingMade(c clause) int {
	for i := 1; i+1 < len(c); i++ {
		if c[i] == "being" && isNow[c[i-1]] && strings.ContainsRune("dnt", rune(c[i+1][len(c[i+1])-1])) && !inUseNow[c[i+1]] && !denied(c, i) && !ofLivesIn(c[:i]) {
			return i - 1
		}
	}
	return -1
}

var (
	isNow    = setOf("is are still now currently")
	inUseNow = setOf(`dealt addressed used followed monitored audited tested reviewed checked tracked sustained maintained applied supported embedded delivered offered picked measured sampled evaluated met
		captured recorded shared discussed reported completed held managed kept helped invited asked called watched observed seen heard visited`)
)

// someOf is where a clause says that only some of those whom the action is for
// have it: "12 of 20 staff"; -1 where none does. What was read, asked or found
// in a sample is no such part.
func someOf(c clause) int {
	if anyIn(routine, c) || anyIn(ofSamples, c) || ofLivesIn(c) {
		return -1
	}
	for i := range c {
		if i+2 >= len(c) || c[i+1] != "of" {
			continue
		}
		of := i + 2
		if c[of] == "the" || c[of] == "our" {
			of++
		}
		if of+1 >= len(c) || !groups[c[of+1]] && !staff[c[of+1]] && !joiners[c[of+1]] {
			continue
		}
		if part, all := amount(c[i]), amount(c[of]); part > 0 && 5*part < 4*all && (i == 0 || !earlierThan[c[i-1]]) {
			return i
		}
	}
	return -1
}

var (
	joiners     = setOf("partners partner agencies bodies members schools managers settings hubs homes councils districts posts recommendations milestones actions")
	ofSamples   = setOf("said say says found find felt feel asked told read sampled followed named name knew know rated mentioned replied answered thought think scored passed better good was only left retired resigned declined missed late liked")
	staff       = setOf(lexicons["staff"])
	earlierThan = setOf("from than was against at")
)

var soFar = phrasesOf("so far\nto date")

// sumsUp is true of a clause that counts those for whom the action is meant,
// as against all of them or one by one: what it counts "so far" is not all. A
// running total of families or calls may grow for ever.
func sumsUp(c clause) bool {
	for i, w := range c {
		if w == "of" && i > 0 && i+1 < len(c) && amount(c[i-1]) > 0 && (amount(c[i+1]) > amount(c[i-1]) || c[i+1] == "the") {
			return true
		}
	}
	return anyIn(groups, c) || len(c) > 0 && c[0] == "only"
}

var groups = setOf(lexicons["groups"])
