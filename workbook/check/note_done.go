package check

import "strings"

var (
	// wholly tells that the action as a whole is finished.
	wholly = phrasesOf(`
		the/all/this work/action/project/programme/task finished/completed/ended in/on/by/last
		task/job/everything/this complete/completed/closed/finished/done
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
		recruited/appointed
		now?/action?/this?/all?/work?/fully?/successfully? is?/was?/has?/been?/now?/all? complete/completed/done/finished/delivered/implemented/closed/achieved/launched/published/live/operational
		now? fully? in place/use
		up and running`)
	// preparing are subjects whose completion is no completion of the action.
	preparing = phrasesOf(`
		facilitator*
		train-the-trainer
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
		all/both posts filled
		went to .. board/panel/cabinet/dmt/committee in/on
		did this/it in/last/over
		up and running
		training/course/courses/session/sessions/review/workshop/workshops/audit/survey/launch/event/visits/briefing/briefings <be>? held/took/ran/run place/in/on/at
		has/have had its/their/the/a first?
		have/has now? already? trained/seen/visited/interviewed/held/completed/helped/reached/audited/sampled/moved #/all/most/half/every/over/about/nearly/some
		second/third/fourth/fifth/last meeting/session/visit/audit/cohort/round/panel/clinic/group was/held/met/took/on/in
		introduced and
		replies/responses/returns/referrals received/so
		most/half/many/all/several/some <groups> have/has moved/changed/switched/started/adopted/signed/taken/trained/completed
		half/most/third/quarter/thirds/quarters of the? .. have/has/had/were been? <done>
		pilot/group/course/clinic/panel/service/scheme/team/sessions/line/hub running/runs/meets/sits/works/open
		run/running/works/working/runs well/smoothly
		nearly/almost/largely/mostly/partly/half done/finished/complete/completed/there
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
		reviewed/used/checked/updated/completed weekly/daily/monthly/fortnightly
		is/are used/followed/attended by/in/across/every/each/weekly/daily/monthly
		now live/running/meeting/operating/open/used
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
)

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
		if w == "one" && i > 0 && (c[i-1] == "this" || c[i-1] == "that") {
			continue
		}
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

// cameAbout are verbs for what is more than preparation: after one of them, in
// a note that says nothing of a beginning to come, the work has begun.
var cameAbout = setOf(`completed complete finished published launched trained delivered opened implemented introduced issued visited seen seeing helped audited reviewed rewritten rolled
	moved doing using used working embedded achieved closed worked sat dealt considered`)

// approvedSo are verbs that tell of a beginning only beside a count or all of
// those concerned: "12 carers approved", "signed by all agencies".
var approvedSo = setOf("approved signed recruited placed matched assessed returned received")

// cameAboutIn is where a clause tells of work that was done; -1 where none
// does, or where what was done is only got ready.
func cameAboutIn(c clause) int {
	if preparing.hasAnyhow(c) || ofTheOld(c) || supposed(c) || anyIn(stillToCome, c) {
		return -1
	}
	for i, w := range c {
		if denied(c, i) || toCome(c[:i]) && !strings.HasSuffix(w, "ing") && !isDoing(c, i) {
			continue
		}
		if cameAbout[w] && (i > 0 || len(c) < 4) || approvedSo[w] && (anyIn(allOf, c) || countsGood(c)) {
			return i
		}
	}
	return -1
}

// isDoing is true of a participle after "is" or "are" alone: "are used".
func isDoing(c clause, i int) bool { return i > 0 && (c[i-1] == "is" || c[i-1] == "are") }

var allOf = setOf("all every each both")
