package check

import (
	"strings"

	"actionplan/workbook"
)

var activityOnly = Rule{
	Name: "activity-only", Severity: workbook.Advice, Doc: doc("activity-only"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if len(a.Action.Measures) > 0 || a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColSuccessMeasure) || !countsActivity(a.SuccessMeasure) {
				continue
			}
			p.report(a.Source, workbook.ColSuccessMeasure, a.Ref,
				"The success measure shows that something was done, not that anything got better.",
				"Say what children, families or their records will show, or link a measure by its ref.")
		}
		for _, m := range p.Facts.Measures {
			if m.Bad(workbook.ColMeasure) || !countsOutput(m.Name) {
				continue
			}
			p.report(m.Source, workbook.ColMeasure, m.Ref,
				"The measure counts what staff make, hold or hand out, and not what gets better for anybody.",
				"Measure what children, families or their records will show; how much was handed out belongs in a progress note.")
		}
	},
}

var (
	// activities are things that staff do or make.
	activities = setOf(`applications applicants interviews e-learning elearning training trainings trained train workshop workshops briefing briefings meeting meetings session sessions policy policies procedure
		procedures protocol protocols strategy strategies framework frameworks guidance guide toolkit toolkits newsletter newsletters group groups plan plans report reports
		audit audits reviewed review reviews event events conference conferences launch module modules course courses e-learning webinar webinars document documents template
		templates process processes pathway terms programme programmes panel panels board dashboard scorecard tracker register checklist minutes agenda attendance forum forums
		awareness structure structures governance recruitment system charter manual handbook kit champions network consultation staff managers workers practitioners memo email
		bulletin intranet website form forms standard standards presentation minutes roadshow roadshows induction supervision communications leaflet leaflets poster posters list lists
		pack packs card cards booklet booklets flyer flyers video videos page pages app letter letters newsletter newsletters copy copies bag bags licence licences advert adverts podcast
		seminar seminars drop-in drop-ins assembly assemblies stall stalls handbooks guides manuals charters workbook workbooks survey surveys certificate certificates badges lanyards invitation invitations
		laptops phones magnets calendars diaries contract contracts agreement agreements`)
	// doings say that such a thing has happened or is there.
	doings = setOf(`delivered held holds hold had written place complete completed published produced established launched signed agreed attended attend attends trained train
		developed ratified circulated implemented approved reviewed rolled created updated undertaken done issued shared finalised happen happens take takes
		presented commissioned refreshed introduced use used met meet meets meeting run running runs recruited appointed available distributed sent adopted embedded
		operational live exist exists strengthened revised received receive receives complied aware briefed informed convened scheduled organised monitored attendance
		printed posted handed displayed translated added uploaded designed ordered bought sent e-mailed emailed drafted filmed recorded made gave given gets put advertised downloaded copy copies`)
	// outcomes are what a success measure should speak of, beside children and
	// their families.
	outcomes = setOf(`safer safe stable stability wait waits waiting waited timely sooner earlier quicker quickly promptly
		faster late fewer reduced reduction reduces reduce falls fall fell rise rises rose increase increased increases improves improved improving improvement rated good
		outstanding quality confidence confident feel feels feedback says say report-back reoffending re-referrals referrals repeat placement placements homes home turnover
		vacancies vacancy caseloads caseload sickness retention visits seen judged inadequate decisions drift delay delays understand understands experience experiences
		time better less shorter longer trust trusted harm risk risks independence attainment health wellbeing well-being permanence permanent exclusions missing know knows
		danger dangers correctly noticed notice hear heard listened belong protected help helped asked ask contact recognise recognised remember trusted talk talks school believe
		stay stays remain remains leave leaves lonely settle settles settled`)
	// people are those for whom things should get better.
	people = setOf(`child children child's children's young youth youths people's families family parent parents carer carers leaver leavers
		babies baby siblings brothers sisters girls boys pupils they their them voice teenagers adolescents mother father mothers fathers kin everyone`)
	// ofServices make a word for children the name of a service: children's
	// services, family support workers.
	ofServices = setOf(`services service social workforce team teams department directorate practitioners workers worker plan plans record records panel board partnership
		centre centres hub hubs staff scrutiny trust visitor visitors nurse nurses professional professionals partner partners colleagues officer officers leads governors policy policies council group managers management homes home support safeguarding assessment safeguarding care finding`)
)

// countsActivity is true of a text that names things done and nothing that
// gets better for anybody.
func countsActivity(s string) bool {
	list := lowerWords(strings.ReplaceAll(s, "’", "'"))
	if len(list) == 0 || len(list) > 24 {
		return false
	}
	if measuresUse(list) || holdsOn(list) || (list[0] == "no" || list[0] == "none") && anyIn(failings, list) {
		return false
	}
	list = recipientsLeftOut(list)
	if praisesOnly(list) || standsOpen(list) {
		return true
	}
	act, do := activityIn(list)
	if showsMore(list) {
		return false
	}
	visits := countsVisits(list)
	if !visits && (!act || !do && !countsHeads(list) && !betters(list)) {
		return false
	}
	for i, w := range list {
		if better[w] && anyIn(activities, list[i+1:min(len(list), i+4)]) || visits && w == "visits" || w == "their" && i+1 < len(list) && papers[list[i+1]] {
			continue
		}
		if outcomes[w] && !asTopic(list, i) && !serviceName(list, i) && !schoolAsBody(list, i) || people[w] && !asTopic(list, i) && !serviceName(list, i) {
			return false
		}
	}
	return true
}

// failings are what no longer befalls a thing that staff hold or make: "no meeting
// put off for want of a chair".
var failings = setOf("off cancelled missed late postponed lost overdue delayed adjourned")

// holdsOn is true of teams that hold on to those who work in them: it is a change,
// and no meeting that is held.
func holdsOn(list []string) bool {
	for i := 1; i+2 < len(list); i++ {
		if (list[i] == "hold" || list[i] == "holds" || list[i] == "hang" || list[i] == "hangs") && list[i+1] == "on" && list[i+2] == "to" {
			return true
		}
	}
	return false
}

// measuresUse is true of a share of those who use or follow a thing, or do so
// correctly: it is what a tool or a training is for.
func measuresUse(list []string) bool {
	share := false
	for i, w := range list {
		share = share || strings.ContainsAny(w, "0123456789") || w == "in" && i > 0 && amount(list[i-1]) > 0
		if share && (usesIt[w] && i > 1 && !(w == "use" && i > 0 && (list[i-1] == "in" || list[i-1] == "for")) || w == "correctly" || w == "well") {
			return true
		}
	}
	return false
}

var usesIt = setOf("use uses follow follows apply applies")

// praisesOnly is true of a text that says of a thing that it is to get better and
// neither what shows it nor how much: "improved participation".
func praisesOnly(list []string) bool {
	if len(list) > 4 || !onlyBetter[list[0]] || anyIn(people, list) {
		return false
	}
	for _, w := range list[1:] {
		if w == "than" || w == "from" || w == "to" || strings.ContainsAny(w, "0123456789") || amount(w) > 0 || visible[w] {
			return false
		}
	}
	return true
}

var (
	onlyBetter = setOf("better improved improve improving improvement improvements increased increase increasing stronger strengthened strengthen enhanced enhance greater raised")
	// visible are words that say of what gets better how it is seen.
	visible = setOf("who feel feels say says fewer less shorter longer attendance attainment rate rates share number stability timeliness retention re-referrals score scores average median")
)

// standsOpen is true of a text that says only that what was to be set up is there:
// "drop-in is open", "the new team is in post".
func standsOpen(list []string) bool {
	if len(list) > 7 || anyIn(people, list) {
		return false
	}
	if products[list[0]] && len(list) < 6 && list[1%len(list)] != "of" && anyIn(shelves, list[1:]) {
		return true
	}
	for i, w := range list {
		if i == 0 || i+1 >= len(list) || w != "is" && w != "are" {
			continue
		}
		rest := strings.Join(list[i+1:], " ")
		if thereIs[rest] && (setUp[list[i-1]] || activities[list[i-1]]) {
			return true
		}
	}
	return false
}

var (
	// setUp are things that an action sets up, beside what staff do or make.
	setUp = setOf(`drop-in service line helpline team hub clinic centre office room home house club café cafe post posts desk fund portal app tool contract forum duty scheme project`)
	// shelves are where a thing lies or hangs: "toolkit on the intranet".
	shelves = setOf("intranet website webpage sharepoint portal noticeboard noticeboards wall walls reception office offices room rooms")
	// thereIs are the words that say so.
	thereIs = map[string]bool{"open": true, "in place": true, "in post": true, "running": true, "up": true, "live": true, "operational": true, "established": true,
		"up and running": true, "open to all": true, "available": true, "staffed": true, "filled": true, "set up": true, "working": true, "in use": true, "ready": true, "there": true}
)

// showsMore is true of a text in which plans or records show something, and not
// who came or was trained.
func showsMore(list []string) bool {
	for i, w := range list {
		if (w == "show" || w == "shows") && i > 0 {
			return !anyIn(heads, list)
		}
	}
	return false
}

var heads = setOf("attended attendance attend trained met held completed completion")

func activityIn(list []string) (act, do bool) {
	for i, w := range list {
		act = act || activities[w] && !circumstance(list, i)
		if i+1 < len(list) {
			tells := w == "reported" && list[i+1] == "to"
			act, do = act || tells, do || tells || (w == "been" || w == "gone") && (list[i+1] == "on" || list[i+1] == "to" || list[i+1] == "through")
		}
		do = do || w == "read" && i+1 < len(list) && (list[i+1] == "by" || list[i+1] == "every" || list[i+1] == "each") || doings[w] && !(w == "used" && i+1 < len(list) && list[i+1] == "to")
	}
	return act, do
}

// circumstance is true of a meeting that is a child's own, or that only says
// when or where something shows: "after a strategy meeting", "at conference".
func circumstance(list []string, i int) bool {
	if list[i] == "strategy" && i+1 < len(list) && (ownMeetings[list[i+1]] || list[i+1] == "discussion" || list[i+1] == "discussions") {
		return true
	}
	if !ownMeetings[list[i]] {
		return false
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		switch list[j] {
		case "at", "after", "before", "during", "between", "following":
			return true
		}
	}
	return i > 0 && ofCases[list[i-1]]
}

var (
	ownMeetings = setOf("meeting meetings conference conferences review reviews panel panels reviewed group groups")
	ofCases     = setOf("strategy protection core planning looked-after initial gateway care")
)

// countsHeads is true of a text that counts meetings or those who came: "12
// briefings", "number of sessions", "monthly meetings".
func countsHeads(list []string) bool {
	for i, w := range list {
		if i+1 >= len(list) {
			return false
		}
		if (w[0] >= '0' && w[0] <= '9' || w == "number" || w == "monthly" || w == "weekly" || w == "quarterly" || w == "regular" || w == "more" || w == "new" || w == "all") &&
			anyIn(activities, list[i+1:min(len(list), i+4)]) {
			return true
		}
	}
	return false
}

// countsVisits is true of a text that counts the visits that were made, and not
// those made in time.
func countsVisits(list []string) bool {
	return len(list) > 2 && list[0] == "number" && list[1] == "of" && strings.Contains(strings.Join(list, " "), "visits made") && !anyIn(inTime, list)
}

var (
	inTime = setOf("within timescale timescales timely day days hours week weeks date due")
	// papers are a meeting's own: "their minutes" are not those of families.
	papers = setOf("minutes agenda agendas papers")
)

// schoolAsBody is true of a school that takes part in something, and not of one
// that a child goes to.
func schoolAsBody(list []string, i int) bool {
	return list[i] == "school" && !(i > 0 && whereTheyAre[list[i-1]])
}

// whereTheyAre are words before a school that a child goes to.
var whereTheyAre = setOf("in at to from into attend attends attending miss missed missing their")

// serviceName is true of a word for children or families that is part of the
// name of a service.
func serviceName(list []string, i int) bool {
	if list[i] == "help" && i > 0 && list[i-1] == "early" {
		return true
	}
	if i+2 < len(list) && list[i] == "child" && list[i+1] == "protection" && activities[list[i+2]] && !ownMeetings[list[i+2]] && list[i+2] != "plan" && list[i+2] != "plans" {
		return true // child protection procedures
	}
	return i+1 < len(list) && ofServices[list[i+1]]
}

// better are words that praise what stands after them: "improved governance"
// is governance.
var better = setOf(`better improved improve improves improving increased increase stronger strengthened strengthen good enhanced enhance timely quality effective more`)

// betters is true of a text that begins with praise for something that staff
// do: "improved governance structure".
func betters(list []string) bool {
	return better[list[0]] && anyIn(activities, list[1:min(len(list), 4)])
}

// asTopic is true of a word that only says what a training or a policy is
// about: "training on children's voice delivered", "policy on risk agreed".
func asTopic(list []string, i int) bool {
	if i > 0 && (list[i-1] == "that" || list[i-1] == "this" || list[i-1] == "not" || i > 1 && list[i-1] == "on" && list[i-2] == "not") {
		return false // put right for that child
	}
	reach := 3
	if i+1 < len(list) && list[i+1] == "of" {
		reach = 5 // "the voice of the child e-learning"
	}
	if anyIn(courses, list[i+1:min(len(list), i+reach)]) {
		return true
	}
	from := -1
	for j := i - 1; j >= max(0, i-6); j-- {
		switch list[j] {
		case "on", "about", "regarding", "around", "covering", "in", "for", "of":
			from = j
		}
		if doings[list[j]] && !activities[list[j]] && from < 0 {
			return false
		}
		if activities[list[j]] && from > j {
			return !(list[j] == "attendance" && (list[from] == "of" || list[from] == "for")) // theirs, in school
		}
	}
	return false
}

// recipientsLeftOut takes out those to whom something is given: "handbook issued
// to every care leaver" tells nothing of care leavers.
func recipientsLeftOut(list []string) []string {
	for i := 1; i < len(list); i++ {
		if list[i] != "to" || !anyIn(handed, list[:i]) {
			continue
		}
		for j := i + 1; j < min(len(list), i+6); j++ {
			if people[list[j]] || list[j] == "leaver" || list[j] == "school" {
				end := j + 1
				return append(append([]string{}, list[:i]...), list[end:]...)
			}
		}
	}
	return list
}

// handed are what is done with a thing that somebody is to have.
var handed = setOf(`sent issued posted printed handed given distributed circulated delivered shared provided presented emailed e-mailed offered`)

// courses are what staff sit through, named after its topic.
var courses = setOf("e-learning elearning training course courses module modules workshop workshops webinar webinars toolkit briefing")

var (
	// products are what can be counted when it is made, held or handed out.
	products = setOf(`training trainings workshop workshops briefing briefings meeting meetings session sessions newsletter newsletters event events conference conferences module modules course courses
		e-learning webinar webinars toolkit toolkits pack packs card cards booklet booklets flyer flyers video videos leaflet leaflets poster posters guide guides handbook handbooks bulletin bulletins
		roadshow roadshows presentation presentations seminar seminars drop-in drop-ins policy policies procedure procedures protocol protocols template templates champions bags copies newsletters
		audits letters laptops phones kits adverts assemblies certificates invitations magnets`)
	// produced are how they come about and where they go.
	produced = setOf(`delivered held written published produced launched downloaded carried issued distributed circulated printed posted handed displayed translated created developed made sent given run ran
		attended attending completed approved signed ratified drafted uploaded organised undertaken filmed bought ordered trained`)
	// betterThan are words that make a count one of how well or how soon.
	betterThan = setOf(`within time timely days weeks hours months date due average rated graded good better outstanding quality late who`)
)

// countsOutput is true of the name of a measure that counts what is made, held
// or handed out.
func countsOutput(name string) bool {
	list := recipientsLeftOut(lowerWords(strings.ReplaceAll(name, "’", "'")))
	if len(list) == 0 || anyIn(betterThan, list) && !anyIn(trainees, list) {
		return false
	}
	for i, w := range list {
		if (outcomes[w] || people[w]) && !asTopic(list, i) && !serviceName(list, i) {
			return false
		}
	}
	return anyIn(products, list) && (anyIn(produced, list) || list[0] == "number" || anyIn(trainees, list))
}

// trainees are those who sit in a course; that they did is no effect of it.
var trainees = setOf("staff workers managers practitioners attendees attendance attended")
