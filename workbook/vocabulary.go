package workbook

import (
	"slices"
	"strings"
	"sync"

	"actionplan/workbook/words"
)

// What a plan kept as one table has in columns of their own, beside the
// columns of the Actions sheet. Their values go to other sheets, or nowhere.
const (
	MeansArea           = "improvement area"
	MeansRecommendation = "recommendation" // the area where there is no other, else a finding
	MeansFinding        = "finding"
	MeansWhere          = "where in letter"
	MeansAreaOutcome    = "outcome of the area"
	MeansAreaOwner      = "owner of the area"
	MeansWhat           = "what" // the action, or the goal where another column says how
	MeansHow            = "how"
	MeansCompletion     = "completion date" // due while actions are open
	MeansTarget         = "target"          // a date or a measure
	MeansLevel          = "level"           // high, medium, low
	MeansNothing        = "no place of its own"
)

// vocabulary is the headings that councils, schools, NHS bodies, police forces
// and auditors use, by the column of the Actions sheet that they mean or by
// one of the above. One list serves check, upgrade and collect. Those of the
// schema itself, with its aliases, are known as well.
var vocabulary = map[string]string{
	ColRef: `ref; ref no; ref number; reference; reference number; reference no; action id; action ref; action reference; action no; action number; action #; no; number; id; item; item no; item number; s/n; s no;
 sr no; sn; serial no; #; №; nr; num; line; line no; unique id; unique ref; unique reference; task id; task no; rec no; rec ref; rec; recommendation no; recommendation number; recommendation ref; poam id; poa&m id; control id; step no;
 priority no; index; row; log no; tracker ref; issue no; issue id; milestone no; milestone ref; ap ref; ap no; plan ref; action code; code; key`,
	ColAction: `action; actions; action required; actions required; action to be taken; actions to be taken; action needed; actions needed; key action; key actions; specific action; specific actions; improvement action; improvement actions; agreed action; agreed actions;
 agreed management action; management action; management actions; management action plan; action plan; action agreed; actions agreed; planned action; planned actions; proposed action; proposed actions; corrective action; corrective actions; remedial action; remedial actions;
 preventive action; capa; activity; activities; key activity; key activities; planned activity; task; tasks; key task; key tasks; task name; task description; step; steps; key steps; next steps; steps to be taken; steps to success; what will we do; what we will do;
 what will be done; what we are going to do; what are we going to do; what do we need to do; what needs to be done; what needs to happen; what action will we take; what actions will be taken; what is the action; what must be done; to do; action description; description of action; description of the action;
 details of action; action details; action detail; detail of action; action/task; action/activity; action point; action points; actions/tasks; actions / steps; intervention; interventions; strategy; strategies; actions and strategies; deliverable; deliverables; key deliverables;
 initiative; initiatives; improvement activity; improvement measures; improvement work; action we will take; actions we will take; action taken to address; planned remediation; remediation; remediation plan; remediation action; milestones and actions; commitment/action; action item; action items;
 our actions; school action; school actions; trust action; trust actions; provider action; force action; force response; planned work; work required; work to be undertaken; how will we achieve this; how we will do it; how we will get there; how will this be achieved; action(s); how will we do this;
 management response and agreed action; response and action; required action; required actions; must do action; should do action; actions to achieve objective; actions to achieve; actions to address; actions to improve; what we'll do; tasks to be completed`,
	ColShortName: `short name; short title; action title; action name; title; headline; summary; action summary; short description; project title`,
	ColOwner: `owner; owners; action owner; action owners; action lead; action leads; lead; leads; lead officer; lead officers; lead person; lead name; lead professional; lead manager; lead responsible; delivery lead; operational lead; operational owner; project lead; task owner; task lead; named lead; named officer;
 named person; responsible; responsible officer; responsible officers; responsible owner; responsible person; responsible persons; responsible manager; responsible lead; responsible individual; responsible post; person responsible; persons responsible; people responsible; person(s) responsible; officer responsible; officer(s) responsible;
 officer; officer lead; lead for action; who; by whom; who by; who is responsible; who is responsible for it; who will do it; who will do this; who will lead; who will lead it; who will lead this; who leads; who is leading; who's responsible; who is accountable; who will be responsible; whose responsibility; responsibility; responsibilities; responsibility for action; responsible for action; accountable;
 accountable officer; accountable owner; accountable lead; accountable person; accountability; assigned to; assigned; assignee; allocated to; allocated officer; action by; action by whom; actioned by; to be actioned by; poc; point of contact; contact; resource owner; manager; manager responsible; lead/owner; owner/lead; lead and support;
 staff responsible; staff lead; slt lead; slt link; leader; led by; lead by; subject lead; governor lead; clinical lead; nursing lead; senior lead; strategic owner; business owner; process owner; key lead; key person; key personnel; personnel; delegated to; who?; lead(s); owner(s); head of service; implementation lead; implementer; lead agency and officer; lead officer and agency; resource; implementation officer; lead resp`,
	MeansAreaOwner: `sro; senior responsible owner; senior responsible officer; executive lead; exec lead; executive sponsor; exec sponsor; executive director; executive owner; executive; sponsor; strategic lead; director; lead director; accountable director; smt lead; senior sponsor; area lead; priority lead; theme lead; workstream lead; objective lead; overall lead; overall owner; chief officer lead; chief officer; gold lead; priority owner; theme owner; board sponsor`,
	ColPartner: `partner; partners; partner agency; partner agencies; partner body; partner bodies; agency; agencies; lead agency; lead agencies; lead organisation; organisation; organisations; partner organisation; lead partner; lead body; support; supported by; supporting; supporting officer; supporting officers; support officer; support required; others involved; other leads; who else; who else is involved; contributors;
 key partners; involved; partners involved; agencies involved; in partnership with; joint with; team; teams; service; service area; department; directorate; division; business unit; portfolio; consulted; care group; responsible agency; responsible team; team responsible; lead team; lead service; key stakeholders; stakeholders; office/organization; location; site; force area; consultant`,
	ColStart: `start; start date; started; date started; date start; starting; starts; planned start; planned start date; actual start; actual start date; from; commencement; commencement date; commence; date commenced; begin; begin date; start by; start when; date to start; action start date; initiated; forecast start; estimated start`,
	ColDue: `due; due date; date due; due by; by when; by when date; by when?; deadline; deadlines; deadline date; deadline for completion; completion deadline; target date; target date for completion; target completion; target completion date; target deadline; target end date; target for completion; target by; target timescale; completion target; completion due; completion due date; completion by; complete by; complete by date; completed by; to be completed by; to be complete by; to be done by;
 date to be completed; date to be completed by; date for completion; expected completion; expected completion date; expected date of completion; anticipated completion; anticipated completion date; estimated completion; estimated completion date; planned completion; planned completion date; scheduled completion; scheduled completion date; proposed completion date; intended completion date; agreed completion date; agreed date; agreed deadline; agreed implementation date; agreed timescale; planned date; planned end; planned end date; planned finish; scheduled date;
 timescale; timescales; time scale; time scales; timescale for completion; timescale/deadline; time frame; timeframe; timeframes; timeline; timelines; timing; timings; time; when; when by; when will it be done; when will it be done by; when will this be done; when will it happen; when will we do it; when will it be completed; when will it be completed by; by what date; end date; end; finish; finish date; finish by; delivery date; delivery by; deliver by; delivery deadline; implementation date; implementation deadline; date for implementation; date of implementation; target implementation date; original due date; original due; original date; original target date; original deadline; original completion date; original timescale; original implementation date; initial target date; initial due date; baseline date; baseline due date; baseline completion date; baseline finish; milestone date; milestone dates; date; dates; action due; action due date; action deadline; action by date; required by; required date; date required; date required by; review deadline; resolve by; resolution date; timescale (by when); by date; term; completion timescale; recovery date; compliance date; compliance deadline; date of compliance`,
	ColRevisedDue:       `revised due; revised due date; revised date; revised dates; revised deadline; revised target; revised target date; revised timescale; revised timescales; revised completion; revised completion date; revised implementation date; revised date for completion; revised end date; revised; new date; new due date; new deadline; new target date; new timescale; new completion date; new target; extended to; extended date; extended deadline; extension; extension date; amended date; amended due date; amended deadline; updated deadline; updated due date; updated target date; updated timescale; updated completion date; current due date; current target date; current deadline; current completion date; forecast date; forecast completion; forecast completion date; forecast; forecast end; forecast finish; rescheduled date; re-scheduled date; reset date; re-forecast date; reforecast; slipped to; latest date; latest due date; latest deadline; revised by when; proposed new date; proposed revised date; revised forecast; changed date; amended timescale; moved to; adjusted date; adjusted due date`,
	ColRevisionReason:   `reason for revision; reason for delay; reason for change; reason for change of date; reason for revised date; reason for slippage; reason for extension; reason date changed; reason for missed deadline; reason for variance; reason for non-completion; why has it slipped; delay reason; cause of delay; explanation for delay; justification for extension; reason for new date; revision reason; slippage reason`,
	ColStatus:           `status; rag; brag; bragg; braga; rag status; brag status; rag rating; brag rating; rag rated; rag score; rag colour; rag assessment; rag position; rag progress; progress rag; progress rag rating; overall rag; current rag; current rag rating; current rag status; latest rag; delivery rag; action rag; completion rag; outcome rag; rating; r/a/g; b/r/a/g; r.a.g; r.a.g.; r.a.g rating; r a g; b.r.a.g; bragrs; ragb; rags; gra; progress rating; progress status; current status; overall status; latest status; action status; completion status; delivery status; implementation status; task status; project status; plan status; open/closed; open or closed; open / closed; complete y/n; completed y/n; done?; done; y/n complete; closed?; achieved?; achieved; on track; on track?; is it on track; traffic light; traffic lights; colour; colour code; colour rating; delivery confidence; confidence; confidence rating; state of progress; status rating; status code; status (rag); rag q1; rag q2; rag q3; rag q4; compliance status; assurance rating; how are we doing; stage; judgement of progress; progress score; smiley; status (open/closed); status of action; state of completion; met / not met; milestone status; weakness status; recommendation status; internal audit status; assessed status; self-assessment`,
	ColProgressNote:     `progress; progress note; progress notes; progress to date; progress so far; progress update; progress updates; progress report; progress reported; progress made; progress summary; progress comment; progress comments; progress commentary; progress narrative; progress against action; progress against actions; progress since last report; progress since last meeting; progress this month; progress this quarter; progress/update; latest progress; current progress; summary of progress; evidence of progress; record of progress; update; updates; update on progress; update on actions; latest update; last update; current update; monthly update; quarterly update; weekly update; board update; action update; action updates; status update; status updates; status report; status comment; status comments; status commentary; status narrative; status note; status notes; status detail; status details; rag commentary; rag comment; rag comments; rag narrative; rag rationale; reason for rag; rag explanation; comment; comments; comments/update; comments and updates; further comments; additional comments; lead comments; officer comments; commentary; commentary on progress; narrative; narrative update; notes; note; additional notes; position; current position; position statement; latest position; current situation; where are we now; where we are now; where are we at; where are we; actions taken; action taken; action taken to date; actions taken to date; action taken so far; action completed; actions completed; work completed; work to date; work done; work undertaken; what have we done; what we have done; what has been done; what has been achieved; what has happened; what has happened so far; achievements; achieved to date; achievements to date; highlights; key achievements; response; management comment; management comments; management update; management response update; outcome of action; review notes; review comments; review of progress; monitoring notes; monitoring comments; meeting notes; feedback; remarks; latest comments; latest position statement; autumn review; spring review; summer review; autumn update; spring update; summer update; autumn term progress; mid year review; mid-year review; end of year review; follow up; follow-up; follow up comments; milestone changes; progress towards target; progress/impact; impact/progress; narrative on progress; comments/evidence; activity to date; activity since last meeting; journey so far`,
	ColUpdated:          `updated; last updated; date updated; date last updated; update date; date of update; date of last update; last update date; last reviewed; date reviewed; date last reviewed; status date; as at; as of; position as at; date of last review; last amended; last modified; modified; date modified; last changed; updated on; latest update date; reporting date; date of report; reviewed on; rag date; date rated`,
	ColSuccessMeasure:   `success measure; success measures; measure; measures; measure of success; measures of success; measurable outcome; measurable outcomes; measure of impact; measure/evidence; success criteria; success criterion; success indicator; success indicators; success looks like; what success looks like; what does success look like; what will success look like; what good looks like; what does good look like; what will good look like; how will we know; how will we know?; how will we know it has worked; how will we know it is working; how will we know we have succeeded; how will we know we have made a difference; how we will know; how we will measure success; how we will measure; how will we measure success; how will we measure this; how will we measure it; how will success be measured; how will it be measured; how will this be measured; how measured; how is it measured; kpi; kpis; kpi/measure; key performance indicator; key performance indicators; performance indicator; performance indicators; performance measure; performance measures; outcome measure; outcome measures; indicator; indicators; indicators of success; impact measure; impact measures; metric; metrics; key metric; measurement; quantitative measure; quantifiable outcome; output; outputs; expected output; expected outputs; key milestones; milestone; milestones; target measure; targets; target outcome; expected impact measure; acceptance criteria; completion criteria; closure criteria; criteria for success; pupil outcome target; what will be different; exit criteria; data measure; benchmark; goal measure; quality measure; pi; test of success`,
	ColImpactChildren:   `impact; impacts; impact on children; impact for children; impact on children and families; impact on children and young people; impact for children and young people; impact on pupils; impact on learners; impact on patients; impact on service users; impact on outcomes; impact of action; impact of actions; impact to date; impact so far; impact achieved; intended impact; expected impact; anticipated impact; desired impact; difference made; what difference has it made; what difference has this made; what difference will it make; what difference will this make; what difference will it make for children; what difference have we made; so what; so what?; benefit; benefits; expected benefit; expected benefits; outcome; outcomes; outcome for children; outcomes for children; outcome achieved; outcomes achieved; outcome of the action; actual outcome; child impact; impact statement; impact/outcome; outcome/impact; voice of the child; benefit to patients; benefits realised; intended benefits`,
	MeansAreaOutcome:    `intended outcome; intended outcomes; desired outcome; desired outcomes; expected outcome; expected outcomes; required outcome; required outcomes; planned outcome; anticipated outcome; target outcome for children; what will be different for children; outcome we want; outcomes we want; what outcome do we want; the outcome we want; what do we want to achieve; what we want to achieve; what are we trying to achieve; what will it look like; vision; where we want to be; where do we want to be; ambition for children; long term outcome; strategic outcome; end goal; what do we want to be different`,
	ColEvidence:         `evidence; evidences; evidence of completion; evidence of impact; evidence of achievement; evidence of success; evidence of implementation; evidence of change; evidence base; evidence source; evidence sources; evidence link; evidence ref; evidence reference; evidence location; evidence required; evidence provided; evidence received; evidence to support; evidence to support completion; evidence to support closure; evidence for closure; evidence we will use; supporting evidence; supporting documents; supporting documentation; source of evidence; sources of evidence; how evidenced; how will it be evidenced; how will this be evidenced; how will we evidence this; how will we evidence it; what evidence do we have; what is the evidence; what evidence will there be; where is the evidence; proof; documentation; document link; documents; attachments; hyperlink; link to evidence; audit trail; assurance evidence; monitoring; monitoring and evaluation; monitoring arrangements; monitoring/evaluation; monitoring method; how monitored; how it is monitored; how will it be monitored; how will this be monitored; how will we monitor; how will we monitor this; monitored how; evaluation; evaluation method; evidence and impact; evidence/impact; impact and evidence; impact/evidence; assurance; assurance mechanism; source of assurance; sources of assurance; means of verification; quality assurance; proof of completion; validation; verification; audit evidence; evidence file`,
	ColCheckedBy:        `checked by; verified by; signed off by; sign off; sign-off; sign off by; signoff; quality assured by; assured by; validated by; approved by; reviewed by; monitored by; monitoring by; who will monitor; who monitors; who will monitor this; who will check; evaluated by; qa by; closed by; closure approved by; authorised by; agreed by; signed off; monitoring lead; assurance lead; assurance by; audited by; tested by; confirmed by; governor monitoring; sign off authority; validation by`,
	ColCompleted:        `completed; date completed; completed date; completed on; date complete; date of actual completion; actual completion; actual completion date; actual date; actual date completed; actual date of completion; actual end; actual end date; actual finish; actual finish date; actual delivery date; actual implementation date; actual closure date; date closed; closed date; closed on; closure date; date of closure; date achieved; achieved date; achieved on; date delivered; delivered on; date finished; date implemented; implemented on; date done; date actioned; date signed off; signed off date; sign off date; date action completed; date action closed; when completed; action completed date; action closed date; date evidenced; date verified; resolved date; date resolved`,
	MeansCompletion:     `completion date; date of completion; complete date; completion; action completion date; date completion; complete`,
	MeansTarget:         `target; targets and dates; milestone target; goal date`,
	ColIfItSlips:        `if it slips; contingency; contingencies; contingency plan; mitigation; mitigations; mitigating action; mitigating actions; risk mitigation; risks and mitigation; risks/mitigation; risk and mitigation; risks and mitigations; risk/mitigation; risks; risk; risk/issue; risks/issues; risks and issues; issues; issues/risks; barriers; barriers to progress; barriers and risks; blockers; key risks; risk to delivery; risks to delivery; obstacles; recovery plan; recovery action; recovery actions; corrective plan; exception; exceptions; action to recover; remedial plan; path to green; route to green; return to green; plan to get back on track; what could go wrong; dependencies and risks; constraints; challenges; mitigation plan; controls`,
	ColImpactReview:     `impact review; impact review date; review date; date of review; date for review; next review; next review date; review; review due; review on; review by; reviewed when; follow up date; follow-up date; evaluation date; monitoring date; date of next review; revisit date; when will we review`,
	ColPublish:          `publish; public or restricted; publication; public; restricted; confidential; part 1/part 2; sensitivity; exempt`,
	MeansArea:           `area; improvement area; areas; improvement areas; area of improvement; area for improvement; areas for improvement; area of focus; focus area; focus; key area; ofsted area for improvement; area name; area for development; area of work; area of practice; priority; priorities; priority area; priority name; priority theme; key priority; improvement priority; strategic priority; school priority; corporate priority; plan priority; priority/theme; theme; themes; sub-theme; thematic area; theme/area; key theme; improvement theme; ambition; ambitions; aim; aims; goal; goals; objective; objectives; key objective; strategic objective; smart objective; improvement objective; objective/priority; outcome area; commitment; commitments; workstream; work stream; workstreams; work stream name; strand; strands; programme strand; programme; project; pillar; domain; cqc domain; key question; key line of enquiry; kloe; quality statement; section; chapter; category; subject; topic; heading; standard; standards; national standard; regulation; regulations; cqc regulation; core service; hmicfrs theme; pillar/theme; peel area; peel question; driver; primary driver; enabler; element; module; work package; key issue area; ofsted category; judgement area; key judgement; ofsted judgement area; eif area; inspection theme; inspection area; improvement outcome; control family; control name; project area; strategic aim; strategic goal; overall aim; overarching aim; programme area; priority action area`,
	MeansRecommendation: `recommendation; recommendations; ofsted recommendation; audit recommendation; recommendation text; recommendation/finding; recommendation made; recommendations made; agreed recommendation; key recommendation; inspection recommendation; report recommendation; hmicfrs recommendation; cqc recommendation; cqc requirement; requirement; requirements; what needs to improve; what we need to improve; what needs improving; what do we need to improve; improvement required; improvements required; improvement needed; improvement; must do; should do; must do / should do; must-do; must dos; required improvement; area for improvement text; cause of concern; area for action; priority action; learning point; learning; key learning; lesson; lessons learned; learning from review; peer review recommendation; afi; aois; aspect to improve; development point; next step from inspection; condition; conditions`,
	MeansFinding:        `finding; findings; audit finding; audit findings; ofsted finding; ofsted findings; inspection finding; inspection findings; key finding; key findings; finding text; what ofsted said; what ofsted found; what inspectors said; what inspectors found; what the letter says; what the report says; what did ofsted say; what the inspector said; inspector comment; ofsted comment; ofsted feedback; ofsted statement; inspection comment; feedback from inspection; issue; issue identified; issues identified; issue/concern; issue description; concern; concerns; concern identified; area of concern; weakness; weaknesses; weakness description; weakness name; deficiency; deficiencies; gap; gaps; gap identified; identified gap; observation; observations; problem; problem statement; root cause; rationale; reason; reason for action; why; why?; why are we doing this; why is this important; background; context; baseline position; starting point; current baseline; non-conformance; nonconformity; identified need; need; risk identified; finding/issue; strength or weakness; description of weakness; vulnerability`,
	MeansWhere:          `ofsted para no; ofsted para; ofsted paragraph; para; paras; para no; paragraph; paragraphs; paragraph no; paragraph number; report para; report paragraph; report ref; report reference; report section; letter reference; letter paragraph; where in letter; where in report; ofsted ref; ofsted reference; ofsted report reference; inspection ref; inspection reference; page; page no; page number; page ref; report page; link to report; link to ofsted; source paragraph; regulation ref; regulation number; audit ref; audit reference; report title; audit title; audit; audit name; audit report; name of audit; source; source of action; source of recommendation; source document; origin; origin of action; source report; inspection; source identifying weakness; linked to; link to plan; link to priority; links; link`,
	MeansLevel:          `priority level; priority rating; level of priority; risk rating; risk level; risk score; severity; significance; urgency; importance; grade; h/m/l; high/medium/low; priority high/medium/low; risk category; risk grade; recommendation priority; priority of recommendation; rec priority; impact rating; impact level; likelihood; criticality; ranking; rank; weighting; original risk rating; adjusted risk rating; must/should`,
	MeansNothing:        `cost; costs; budget; funding; financial implications; finance; cost/resources; resources; resources required; resource required; resources needed; resource implications; resources/cost; resource/cost; cost and resources; resources and cost; training; training needs; cpd; time and cost; what resources; date raised; raised; raised by; raised on; date added; added by; date identified; identified by; date opened; opened; date logged; date created; created by; created; created on; original detection date; date of audit; audit date; date of inspection; inspection date; date of meeting; meeting date; date agreed; year; month; quarter; days overdue; days late; days remaining; days open; overdue; overdue by; overdue?; % complete; percent complete; percentage complete; completion %; progress %; percentage; type; action type; kind; tags; label; governance; governance route; governance group; governance board; oversight; oversight group; reporting to; reports to; report to; board; committee; forum; meeting; dependency; dependencies; interdependencies; related actions; predecessor; predecessors; duration; effort; baseline; budget code; cost centre; version; published; visible; direction of travel; dot; trend; previous rag; previous status; last rag; previous rag rating; rag last month; rag last quarter; prior rag; last status; previous progress; decision required; escalation; escalated; escalate; escalation required; communication; comms; equality impact; eia; checklist; complexity; effort/impact; accepted; accepted?; agreed y/n; agreed?; management agreement; policy link; colour key; sequence; order; order no; vendor dependency; adjustments; deviation rationale; asset identifier; auto-approve; false positive; operational requirement; weakness detector source; detector source; plugin id; service name; comments by; next meeting; next update due; next update; frequency; reporting frequency`,
}

var vocabularyIndex = sync.OnceValue(func() map[string]string {
	index := map[string]string{}
	add := func(name, means string) {
		if folded := plainHeading(name); folded != "" && index[folded] == "" {
			index[folded] = means
		}
	}
	// The schema's own names stand first: what is on both lists keeps the
	// meaning that check gives it. Its Area and Findings hold refs, not words.
	for _, c := range actionsSheet.Columns {
		if c.Heading == ColArea || c.Heading == ColFindings {
			continue
		}
		for _, name := range slices.Concat([]string{c.Heading}, c.Aliases, c.Flat) {
			add(name, c.Heading)
		}
	}
	meanings := make([]string, 0, len(vocabulary))
	for means := range vocabulary {
		meanings = append(meanings, means)
	}
	slices.Sort(meanings)
	for _, means := range meanings {
		for _, name := range strings.Split(vocabulary[means], ";") {
			add(name, means)
		}
	}
	// Some names mean more in a table of one's own than on our sheet.
	for _, means := range []string{MeansCompletion, MeansTarget} {
		for _, name := range strings.Split(vocabulary[means], ";") {
			index[plainHeading(name)] = means
		}
	}
	index["reason"], index["outcome for children"] = MeansFinding, ColImpactChildren
	return index
})

var (
	notWord   = words.MustCompile(`[^\pL\pN%#№]+`)
	fillWords = words.MustCompile(`\b(the|a|an|our|your|of|for|please|state|column)\b`)
)

// period is what a report's heading says of its time: "RAG Jan 2019", "Update
// Q2", "Progress (autumn term)".
var period = words.MustCompile(`\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|q(tr|uarter)? ?[1-4]|qtr|autumn( \d)?|spring( \d)?|summer( \d)?|term( \d)?|half term|week \d+|month \d+|\d{1,2}(st|nd|rd|th)?|(19|20)\d{2}|at|as at|in)\b`)

// plainHeading is how headings are compared in the vocabulary: foldHeading,
// and only words.
func plainHeading(s string) string {
	s = strings.ReplaceAll(foldHeading(s), "’", "'")
	s = strings.ReplaceAll(s, "'", "")
	plain := strings.TrimSpace(notWord.ReplaceAllString(s, " "))
	if plain == "" {
		return strings.TrimSpace(s)
	}
	return plain
}

// headingRules read a heading that the vocabulary does not list by its words,
// the first that holds: "Agreed completion date for the action" is due.
var headingRules = []struct {
	means string
	has   *words.Pattern
	not   *words.Pattern
}{
	{MeansNothing, words.MustCompile(`\b(previous|prior|last (month|quarter|year|period)s?|overdue|days|percent(age)?|%|cost|budget|funding|resources?|raised|identified|logged|direction of travel)\b`), words.MustCompile(`\b(progress|owner|lead|who|since|issues?|gaps?|weakness|concerns?|risks?)\b`)},
	{ColRevisionReason, words.MustCompile(`\b(reason|why|cause|explanation|justification)\b.*\b(delay|revis\w+|slip\w*|chang\w+|extension|extended|variance|late|missed)\b`), nil},
	{ColIfItSlips, words.MustCompile(`\b(contingenc\w+|mitigat\w+|barriers?|blockers?|recovery|risks?|(to|back) (green|on track))\b`), words.MustCompile(`\b(rating|score|level|rag|owner|lead|ref|no)\b`)},
	{MeansLevel, words.MustCompile(`\b(risk|priority|impact|severity|urgency)\b.*\b(rating|level|score|grade|category|rag)\b`), nil},
	{ColProgressNote, words.MustCompile(`\b(rag|brag|status|rating|progress)\b.*\b(comment\w*|narrative|update\w*|notes?|rationale|reason|explanation|detail\w*|description|summary)\b|\b(comment\w*|narrative|update|reason|rationale|explanation|notes?)\b.*\b(rag|brag|status|rating|progress)\b`), nil},
	{ColImpactReview, words.MustCompile(`\breview\b.*\b(date|due|by|on|when)\b|\b(date|when|next)\b.*\breview\b`), words.MustCompile(`\b(last|complet\w+)\b`)},
	{ColUpdated, words.MustCompile(`\b(date|when)\b.*\b(updated?|reviewed|reported|amended|modified)\b|\b(updated|reviewed|modified|amended)\b.*\b(date|on)\b|\blast (updated|reviewed|amended)\b|\bas at\b`), words.MustCompile(`\b(deadline|due|target|timescale)\b`)},
	{ColCompleted, words.MustCompile(`\bactual\b.*\b(date|complet\w+|finish|end|closure|delivery)\b|\b(date|when)\b.*\b(completed|closed|achieved|delivered|implemented|done|actioned|resolved|finished|signed off)\b|\b(completed|closed|achieved|resolved|finished)\b.*\b(date|on)\b|\bclosure date\b`), words.MustCompile(`\b(to be|will|by when|due|target|planned|expected)\b`)},
	{ColRevisedDue, words.MustCompile(`\b(revised|new|extended|amended|updated|current|latest|forecast|rescheduled|reset|slipped|extension|changed|adjusted)\b.*\b(dates?|deadline|timescales?|timeframe|due|target|completion|finish|end)\b`), words.MustCompile(`\b(status|rag|progress|comment\w*)\b`)},
	{ColStart, words.MustCompile(`\b(start|commence\w*|begins?|started|starting)\b`), words.MustCompile(`\b(point|position|baseline)\b`)},
	{ColDue, words.MustCompile(`\b(due|deadlines?|time ?scales?|time ?frames?|time ?lines?|by when|when by)\b|\b(target|planned|expected|scheduled|estimated|anticipated|proposed|agreed|original|initial|baseline|required|intended|delivery|milestone|end|finish|implementation|completion|complete|completed)\b.*\b(date|by|end|finish|when)\b|\bdates?\b.*\b(complet\w+|implement\w+|deliver\w+|achiev\w+|finish|action|target)\b|\bwhen (will|is|do|does|should|must)\b|^when\b|^to be \w+ by$`), words.MustCompile(`\b(status|rag|lead|owner|responsible|officer|comment\w*|progress|verified|signed|checked)\b`)},
	{ColStatus, words.MustCompile(`\b(rag|brag|bragg|status|traffic lights?)\b|\b(progress|delivery|completion|overall|current|action|implementation)\b.*\b(rating|rated|score|colour)\b|\bis it (complete|done|on track)\b`), nil},
	{ColCheckedBy, words.MustCompile(`\b(verified|signed off|assured|validated|checked|monitored|approved|evaluated|reviewed|authorised)\b.*\bby\b|\bwho (will )?(monitors?|checks?|evaluates?|verif\w+)\b|\bsign off\b`), nil},
	{MeansAreaOwner, words.MustCompile(`\b(sro|sponsor|executive|exec|strategic|director|chief officer)\b.*\b(lead|owner|officer|sponsor|responsible)?\b`), words.MustCompile(`\b(objective|aim|goal|plan|outcome|risk|action|responsible (director|officer))\b`)},
	{ColOwner, words.MustCompile(`\b(lead|leads|leader|owner|owners|owned|officers?|responsible|responsibility|responsibilities|accountable|accountability|assigned|allocated|personnel|poc)\b|\b(by whom|named (person|officer|lead)|person)\b|^who\b|\bwho (will|is|are|does|leads?)\b`), words.MustCompile(`\b(comment\w*|update|evidence)\b`)},
	{ColPartner, words.MustCompile(`\b(partners?|agency|agencies|organisations?|organizations?|supported by|stakeholders?|directorate|department|involved)\b`), nil},
	{ColEvidence, words.MustCompile(`\bevidenc\w+\b|\b(proof|documentation|audit trail)\b|\bmonitor\w*\b|\bevaluat\w+\b|\bassurance\b`), nil},
	{ColSuccessMeasure, words.MustCompile(`\b(success|successful|measures?|measured|measurable|kpis?|indicators?|metrics?|criteria|milestones?)\b|\bhow (will|do|would|can) we know\b|\bgood looks? like\b`), nil},
	{MeansAreaOutcome, words.MustCompile(`\b(intended|desired|expected|required|planned|anticipated)\b.*\boutcomes?\b|\bwant to (achieve|be)\b|\btrying to achieve\b`), nil},
	{ColImpactChildren, words.MustCompile(`\b(impacts?|difference|benefits?|outcomes?|so what)\b`), words.MustCompile(`\b(action|area|priority|ref|no)\b.*\boutcomes?\b`)},
	{ColAction, words.MustCompile(`^(the |key |planned |proposed |agreed |improvement |specific )?actions?\b.*\b(to be|required|needed|to (meet|address|achieve|improve)|we will|planned)\b`), nil},
	{ColProgressNote, words.MustCompile(`\b(progress|updates?|comment|comments|commentary|narrative|notes?|remarks|position|achievements?|highlights|feedback)\b|\b(action|actions|work)\b.*\b(taken|completed|undertaken|to date|so far)\b|\bwhat (have|has)\b.*\b(we|been|happened)\b|\b(have|has) been done\b`), nil},
	{MeansWhere, words.MustCompile(`\b(paragraphs?|paras?|page|source|origin)\b|\b(ofsted|inspection|report|letter|cqc|audit|hmicfrs)\b.*\b(ref|reference|no|number|section)\b`), nil},
	{ColRef, words.MustCompile(`\b(ref|refs|reference|number|no|id|item|identifier)\b|#`), words.MustCompile(`\b(of|children|cases|longer)\b`)},
	{MeansFinding, words.MustCompile(`\b(findings?|issues?|weakness(es)?|concerns?|gaps?|deficienc\w+|observations?|problems?|(ofsted|inspectors?|inspection|letter|report|hmi|cqc) (said|says|found|told|comment\w*|feedback|stated?))\b|\bwhy\b`), nil},
	{MeansRecommendation, words.MustCompile(`\b(recommendations?|recs?|requirements?|must dos?|should dos?|improvements? (required|needed)|needs? to improve|need(s|ed)? improv\w+|afis?|learning)\b`), nil},
	{ColAction, words.MustCompile(`\b(actions?|tasks?|steps?|activit(y|ies)|interventions?|deliverables?|remediation|initiatives?)\b|\bwhat (we|will|do|needs?|must|are|is)\b.*\b(do|done|doing|take|happen|taken)\b|\bhow (we|will|do)\b.*\b(do|achieve|get|deliver|done|achieved)\b`), nil},
	{MeansArea, words.MustCompile(`\b(areas?|priorit(y|ies)|themes?|objectives?|ambitions?|goals?|aims?|work ?streams?|strands?|domains?|pillars?|standards?|regulations?|commitments?|programmes?|projects?|kloes?)\b`), nil},
	{MeansHow, words.MustCompile(`^how$`), nil},
	{MeansWhat, words.MustCompile(`^what$`), nil},
}

// HeadingMeans says what a heading means: a heading of the Actions sheet or
// one of the Means… above. exact is true of one that the vocabulary lists,
// false of one that is read by its words. ok is false of one that nobody can
// know.
func HeadingMeans(text string) (means string, exact, ok bool) {
	folded := plainHeading(text)
	switch folded {
	case "what":
		return MeansWhat, true, true
	case "how":
		return MeansHow, true, true
	}
	index := vocabularyIndex()
	if means = index[folded]; means != "" {
		return means, true, true
	}
	if short := strings.TrimSpace(notWord.ReplaceAllString(fillWords.ReplaceAllString(folded, " "), " ")); short != folded {
		if means = index[short]; means != "" {
			return means, true, true
		}
	}
	if bare := strings.Join(strings.Fields(period.ReplaceAllString(folded, " ")), " "); bare != "" && bare != folded {
		if means = index[bare]; means != "" {
			return means, true, true
		}
	}
	if means, exact, ok = partsMean(text, index); ok {
		return means, exact, true
	}
	for _, rule := range headingRules {
		if rule.has.MatchString(folded) && (rule.not == nil || !rule.not.MatchString(folded)) {
			return rule.means, false, true
		}
	}
	if near := slipOf(folded); near != "" {
		return index[near], false, true
	}
	return "", false, false
}

var joint = words.MustCompile(`(?i)\s*(?:[/&,;|\n]| and | or | - | – )\s*`)

// partsMean reads a heading that joins listed names, such as "Lead officer /
// agency": the first counts, and where all mean the same it is as good as
// listed.
func partsMean(text string, index map[string]string) (means string, exact, ok bool) {
	parts := joint.Split(strings.TrimSpace(text), -1)
	if len(parts) < 2 {
		return "", false, false
	}
	exact = true
	for i, part := range parts {
		m := index[plainHeading(part)]
		switch {
		case m == "":
			return "", false, false
		case i == 0:
			means = m
		case m != means:
			exact = false
		}
	}
	return means, exact, true
}

// slipOf is the listed name that differs from a long heading by one slip, or
// from a very long one by two.
func slipOf(folded string) string {
	const long, veryLong = 7, 12
	if len(folded) < long {
		return ""
	}
	limit := 1
	if len(folded) >= veryLong {
		limit = 2
	}
	for _, name := range longNames() {
		if name[0] == folded[0] && words.Distance(folded, name, limit) <= limit {
			return name
		}
	}
	return ""
}

// longNames are the names long enough that one slip leaves no doubt.
var longNames = sync.OnceValue(func() []string {
	var names []string
	for name := range vocabularyIndex() {
		if len(name) >= 7 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
})

// isKnownAs is true of a heading that the vocabulary lists for a column.
func (c *Column) isKnownAs(heading string) bool {
	means, exact, ok := HeadingMeans(heading)
	return ok && exact && means == c.Heading
}
