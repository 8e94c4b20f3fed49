package check

import "strings"

var (
	waitingFor = phrasesOf(`
		await*/pending .. sign-off/signoff/sign/approval/agreement/decision/decisions/ratification/confirmation/feedback/outcome/response/reply/funding/cabinet/board/procurement/legal/quote/quotes/appointment/clearance/authorisation/comments/answer/permission/direction/guidance/results/recruitment/final
		await*
		wait*/waits/waiting for/on/to .. sign-off/signoff/sign/approval/agreement/decision/ratification/confirmation/funding/cabinet/board/panel/legal/hr/it/response/reply/answer/feedback/partner/partners/colleagues/director/senior
		waiting for/on
		subject to .. sign-off/signoff/approval/agreement/ratification/funding/confirmation/checks/check
		yet/still/remains/remain/waiting/needs/need/has/have to be signed/approved/agreed/ratified/confirmed/authorised/endorsed
		not yet been? signed/approved/agreed/ratified/confirmed/authorised
		for/awaiting final sign-off/signoff/approval
		with .. for sign-off/signoff/approval/comment/decision
		is/are/remains/currently/still with .. for her/his/their/final/its signature/agreement`)
	// heldBy tells with whom it lies.
	heldBy = phrasesOf(`
		is/are/now/still/currently/sits/remains with the? our? council's? lawyers/lawyer/solicitors/solicitor/legal/printers/printer/designers/translators/procurement/finance/hr/union/unions/cabinet/committee/monitoring
		goes/go/going/comes/come/coming/back/up to/before .. for approval/sign-off/signoff/decision/agreement/ratification/comment/comments/adoption/sign`)
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
		partially/partly/part/half/nearly/almost/mostly/largely/substantially/not-yet/90%/nearing complete*/done/finished/delivered/implemented/completion/rolled/in/there/written/built/drafted/staffed
		roll-out/rollout .. starts/begins in/on/after/from
		will/to/should be now? completed/complete/finished/finalised/launched/published/rolled/delivered/implemented/issued/recruited/appointed/trained/signed/agreed/approved/in/ready/circulated/introduced/done/written
		expected/due/scheduled/planned/hoped/intended/aiming/aim/going/set to be? complete*/finish*/launch*/publish*/deliver*/go/start*/begin*/finalise*/conclude*/sign*/roll*/implement*
		teams/team/staff/managers/schools/services/localities/workers/plans/records still/yet? to? remain/remains/outstanding/awaiting/follow/go
		two/three/four/five/six/few/some teams/schools/managers/services/localities/workers left
		two/three/four/five/six/few/some teams/schools/managers/services/localities/workers to go/do/follow/be/train/visit/join/start/come
		teams/schools/managers/workers are/still/who left
		next step/steps/stage/phase
		still/yet have/has/need/needs to
		have/has/having yet/still to
		rest/others/remainder to be/follow/go/do/start/join
		rest/others/remainder in/by/after/before/follow/follows/get/gets/start/starts/join/joins/will/next/once/when/later/still
		other <groups>/two/three/four/five/six/half get/gets/follow/follows/start/starts/join/joins/will/next/once/when/still/later/to
		second/third/fourth/last/final/remaining/other .. <groups> start/starts/begin/begins/join/joins/follow/follows/get/gets/will/cannot/can't/won't/postponed/deferred/still/put/to
		<groups> has/have still? not/n't/never yet? been? had/got/received/seen/used/done/been/started/joined/moved/signed/taken/completed/met/returned/attended/trained/visited/gone
		<groups> haven't/hasn't yet? been? had/got/received/seen/used/done/started/joined/moved/signed/taken/completed/met/returned/attended/trained/visited/gone
		still not <be>/had/got/received/<done>
		done/complete/completed/finished/everything/everyone/ready/all bar/except/save/barring/apart
		we/it/this/team just/still/now/only/also need/needs/has/have to?
		still working/waiting/writing/training/recruiting/drafting/talking/looking/trying/negotiating/finishing/building/testing/moving/chasing/clearing/collecting/gathering/rolling/designing/procuring/short/missing
		carries/carry/carrying/goes on with
		work/training/recruitment/roll-out/rollout/writing continues/continue/carries/goes/is on/with/in/for/until
		nearly/almost/getting there
		half/thirds/third/quarter/quarters/part/most/much/bulk of? it/them/this/these/the? .. done/complete/completed/finished/place/trained/written/moved
		half/thirds/quarters done/complete/completed/finished/through
		others/rest .. say/after/until/by/not/waiting/promised/promise
		more to do/come/follow/be/go
		more work/still to/needed/required/is
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
)

func (n *reading) readOpen(c clause) {
	say(&n.notBegun, c, beginsNot)
	if say(&n.unfinished, c, becomesLater) || ofItsEffect.hasAnyhow(c) {
		return
	}
	if waitingAtOnce.begin(c) {
		n.waiting = strings.Join(c[:min(len(c), 4)], " ")
	}
	_ = say(&n.waiting, c, waitingFor) || say(&n.waiting, c, heldBy)
	if from, _, found := earlierLevel.in(c); found {
		c = c[:from]
	}
	if !say(&n.unfinished, c, stillToDo) && sumsUp(c) {
		say(&n.unfinished, c, soFar)
	}
}

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
