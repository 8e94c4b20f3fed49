package check

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var evidenceWeak = Rule{
	Name: "evidence-weak", Severity: workbook.Warning, Doc: doc("evidence-weak"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.Meaning.Done() || blank(a.Evidence) || isPlaceholder(a.Evidence) || a.Bad(workbook.ColEvidence) {
				continue
			}
			if what := p.weakness(a); what != "" {
				p.report(a.Source, workbook.ColEvidence, a.Action.Ref,
					"The evidence for what is done is "+what+".",
					"Name what anybody can open and read: the document and its date, the sample, the minute, the figures.")
			}
		}
	},
}

var (
	ownPath = words.MustCompile(`(?i)(\b[a-z]:[\\/]|\\\\[a-z0-9]|file://|/users/|/home/|\bc drive\b|\b[a-z]:? drive\b|\bdesktop\b|\bmy documents\b|\bdownloads\b|\bpersonal drive\b|\bmy drive\b|\bonedrive\b|\b(?:my|his|her|their|own|the|whose|'s) (?:laptop|computer|pc|phone|notebook|inbox|desk|cupboard)\b|\bmemory stick\b|\busb\b|\bmy inbox\b|\bmailbox\b)`)

	promised = phrasesOf(`
		will/shall
		it'll/they'll/we'll/i'll
		going to
		to be <made>/taken/shown/done
		is/are/being/still/now being? <making>
		being <made>/put/pulled/worked
		expected/due/planned/scheduled before/after/by/in/once/when/later/next/shortly/soon
		once/when/until the/it/they .. is/are/has/have
		nothing/not/never .. yet
		nothing written
		can/could/should/may be <made>/shown
		should report
		commissioned and
		will be? ..  provided/available/sent/follow/written/uploaded/collected/completed/produced/attached/shared/circulated/added/gathered/supplied/submitted/published/ready/done/evidenced/reported/audited/sampled/confirmed/seen
		will follow
		going to send/provide/share/supply/produce/collect/write/upload/confirm/put
		promised/promises/promising/undertaken/offered to?
		promise from/of/to/that/by
		has/have agreed to send/provide/share/supply/produce/collect/write
		to be provided/confirmed/sent/collected/completed/produced/uploaded/attached/shared/circulated/added/gathered/supplied/submitted/written/agreed/developed/published/finalised/audited/reported
		to follow
		being gathered/collected/prepared/developed/written/compiled/drafted/finalised/produced
		in draft/development/preparation/progress
		draft/drafts
		planned/expected/due/scheduled/intended/forthcoming/upcoming/proposed for/in/by/to/audit/review/survey/report/sample
		audit/review/survey/report/evaluation planned/due/scheduled/booked
		awaiting/pending
		not yet
		to be
		next month/quarter/audit/year`)

	// spoken are words for talk and for belief. They are evidence of nothing
	// unless a paper stands beside them, or a count of those who said it.
	spoken = phrasesOf(`
		talk/talked/talks/talking
		chat/chats/chatted/chatting
		spoke/spoken/speak
		said/says/say/saying
		told/tells/tell
		heard/hear/hears
		mentioned/mentions
		discussed/discussion/discussions
		conversation/conversations
		corridor/phone/phoned/call/rang
		vouch/vouches/vouched
		assured/assures/assurance/reassured
		satisfied/confident/happy/pleased/content that/with/it
		agreed it/that/this/they/everyone
		everyone/everybody/all agree/agreed/agrees/know/knows
		very? positive about/on
		common/general/local knowledge/feeling/view/sense
		feel/feels/felt
		impression/hearsay/gossip/rumour/anecdote/anecdotes
		reckon/reckons/reckoned/insist/insists/swear/swears
		see? correspondence
		ask the/our/any/me/him/her
		comments/feedback in/at/from/by the? team/staff/management/service? meeting/meetings/briefing/huddle/supervision`)

	// elsewhere are words for a place or a person to turn to, where no paper
	// is named.
	elsewhere = phrasesOf(`
		correspondence
		my/his/her/their notebook/diary/notes/memory
		see? the? attached? email/emails/e-mail/e-mails from?/to?
		on the? shared/team/network? drive/system/sharepoint/teams/intranet/server/folder
		in the? shared/team/usual? folder/system/drive/inbox
		available/held/kept from/by/on/with/in the? .. request/service/team/manager/office/system/file/drive
		saved on/in/to
		on file/request
		ask`)

	// papers are what anybody can open and read.
	documents = setOf(`minute minutes report reports audit audits survey surveys sample samples record records letter letters register log data figures file transcript notes note
		form forms return returns certificate certificates spreadsheet dashboard scorecard paper papers review reviews analysis evaluation questionnaire list photograph photographs contract agreement
		procedure policy protocol decision decisions judgment judgement inspection statement book diary observation observations sampled dip moderated moderation feedback-forms pack template templates
		extract export screenshot screenshots certificate publication published webpage leaflet guide answers questionnaires slides handbook plans case-files summary table chart rota timesheets`)

	said = phrasesOf(`
		verbal/verbally/oral/orally/anecdotal/anecdotally
		conversation/conversations/discussion/discussions/chat/chats/catch-up/catch-ups with/between/held/at/about/in
		discussed with/at/in
		discussed/agreed/confirmed/reported/checked by/over/on the? phone/telephone
		phone/telephone call/conversation/discussion
		spoke/spoken/speaking to/with
		told/tells/assured/advised/confirmed/informed by
		assurance/assurances/confirmation/update from/by/given
		manager/managers/lead/head/director/owner/staff/team/teams/workers/service/hos/ad/practitioners/partners/colleagues tell/tells/says/said/say/confirms/confirmed/confirm/reported/assures/assured/advises/advised/states/stated/feel/feels/believes/believe
		has/have told/said/assured us/me/that
		manager/managers/lead/head/director/owner/staff/team/teams/workers/service/hos/ad/practitioners/partners/colleagues report/reports that/it/this/all/good/no/improved/better/positive
		we/everyone/everybody know/knows/believe/believes/think/thinks/feel
		see/in my/his/her email/emails/e-mail/e-mails
		word of mouth
		as agreed/discussed with
		says/said/tells/claims/claim/insists/reckons that?/these/it/they/this/all/everything/most
		general/positive/informal feedback
		professional/local knowledge
		known/understood to
		no formal
		self-assessment/self-reported/self-report`)

	onlyPlan = phrasesOf(`
		the? our? implementation/project/action/delivery/improvement/development/training/work/service/roll-out/rollout/team/audit/comms/communication/communications/draft/business plan/plans
		plan/plans for/to/in/is/are
		plan/roadmap/timeline/proposal/proposals
		project initiation/brief`)
)

// mayBePath is false of a text without any of what ownPath looks for.
func mayBePath(s string) bool {
	return strings.ContainsAny(s, `\/:`) || within(strings.ToLower(s), "drive", "desk", "documents", "download", "laptop", "computer", "pc", "phone", "notebook", "inbox", "cupboard", "stick", "usb", "mailbox")
}

// weakness says what is wrong with an action's evidence, "" if nothing shows.
func (p *Pass) weakness(a *facts.Action) string {
	if mayBePath(a.Evidence) && ownPath.MatchString(a.Evidence) {
		return "a place that only one person can open"
	}
	for _, d := range p.datesIn(a.Evidence) {
		if d.year > 0 && d.nearest(a.Updated).After(p.AsOf) {
			return "dated " + d.typed + ", which has not come yet"
		}
	}
	pieces := clauses(a.Evidence)
	weak := 0
	kind := ""
	paper := false
	for _, c := range pieces {
		switch {
		case promised.hasAnyhow(c):
			weak, kind = weak+1, "a promise"
		case said.hasAnyhow(c) || spoken.hasAnyhow(c) && !anyIn(documents, c) && !countsSomebody(c):
			weak, kind = weak+1, cmp.Or(kind, "what somebody said")
		}
		paper = paper || anyIn(documents, c)
	}
	switch {
	case weak > 0 && (weak == len(pieces) || kind == "a promise" || len(pieces) <= 2 && !(paper && spokenOnly(pieces))):
		return kind + " (" + quote(a.Evidence) + ")"
	case !paper && !strings.ContainsAny(a.Evidence, "0123456789") && elsewhere.begin(first(pieces)):
		return "a place to look, and no paper (" + quote(a.Evidence) + ")"
	case isPlan(pieces) && !strings.Contains(words.Fold(a.Text), "plan") && !sharesHead(pieces, a.Text):
		return "a plan, which shows what was meant to be done (" + quote(a.Evidence) + ")"
	}
	if agendas.begin(first(pieces)) && !slices.ContainsFunc(pieces, func(c clause) bool { return anyIn(documents, c) }) {
		return "an agenda, which shows what was to be talked about (" + quote(a.Evidence) + ")"
	}
	if a.Meaning == workbook.Embedded && isRule(pieces) || asPublished(pieces) {
		return "a rule, which shows what is meant to happen and not that it does (" + quote(a.Evidence) + ")"
	}
	return ""
}

// agendas are papers that say what was to be talked about.
var agendas = phrasesOf(`
	the? standing? agenda/agendas
	a/the? standing? item/slot on/in the/an/every/each? .. agenda/agendas
	a/the? agenda/agendas of/for/from
	on/listed/added/put on? the? .. agenda/agendas
	standing/agenda item/items
	meeting/teams/outlook/email? invitation/invitations/invite/invites
	invitation/invitations/invite/invites to/for
	calendar/diary invitation/invitations/invite/invites/entry/entries`)

// ruling are papers that say what is to be done from now on.
var ruling = setOf("policy policies procedure procedures protocol protocols guidance guide handbook manual standards template templates framework terms pathway flowchart")

// isRule is true of evidence that names a rule and nothing that came of it.
func isRule(pieces []clause) bool {
	found := false
	for _, c := range pieces {
		for i, w := range c {
			found = found || ruling[w] && (i+1 == len(c) || headEnds[c[i+1]] || versions[c[i+1]] || isDigit(c[i+1][0]) || months[c[i+1]] > 0)
			if documents[w] && !ruling[w] || shown[w] || strings.HasPrefix(w, "audit") || strings.HasPrefix(w, "check") {
				return false
			}
		}
	}
	return found
}

// asPublished is true of evidence that is the paper itself, as it came out: "Guide
// as published". What the action was to make is there; that it is used is not shown.
func asPublished(pieces []clause) bool {
	return len(pieces) == 1 && len(pieces[0]) < 6 && anyIn(ruling, pieces[0]) && asItCameOut.hasAnyhow(pieces[0])
}

var asItCameOut = phrasesOf(`
	as published/approved/issued/agreed/adopted/printed
	the published/printed/approved
	as it? was? published/issued`)

// shown are words beside a rule that tell of its use.
var shown = setOf("used use using followed read tested sampled feedback children families parents outcome outcomes results result")

// countsSomebody is true of a clause with a figure that is not a day's: how many
// said so.
func countsSomebody(c clause) bool {
	for i, w := range c {
		if isDigit(w[0]) && !dayOfMonth(c, i) && !(len(w) == 4 && i > 0 && months[c[i-1]] > 0) {
			return true
		}
	}
	return false
}

// spokenOnly is true of evidence whose talk is such only by its words, so that
// a paper beside it bears it out.
func spokenOnly(pieces []clause) bool {
	for _, c := range pieces {
		if said.hasAnyhow(c) {
			return false
		}
	}
	return true
}

// intents are papers that say what was meant to be done.
var intents = setOf("plan plans strategy strategies roadmap roadmaps proposal proposals timeline timelines milestones blueprint pid gantt programme")

// ofChild are words before "plan" that make it a child's, which is a record of
// work done.
var ofChild = setOf(`care pathway support safety child child's children's protection education ehc ehcp ehcps family permanence placement transition health young person's young protection need
	exit discharge personal supervision behaviour contingency placement`)

// isPlan is true of evidence that is a plan and nothing else: the head of its
// first words is one, and what follows only dates or approves it.
func isPlan(pieces []clause) bool {
	c := first(pieces)
	head := -1
	for i, w := range c {
		if i > 0 && (headEnds[w] || w[0] >= '0' && w[0] <= '9' || versions[w]) {
			break
		}
		if intents[w] {
			head = i
		}
	}
	if head < 0 || head > 0 && ofChild[c[head-1]] || anyIn(documents, c[:head]) && c[head] != "plan" {
		return endsInPlan(c) && len(pieces) == 1 || onlyPlan.begin(c) && len(pieces) == 1 && len(c) <= 7
	}
	for _, w := range c[:head] {
		if notOfPlan[w] {
			return false
		}
	}
	if head+1 < len(c) && !headEnds[c[head+1]] && !versions[c[head+1]] && !(c[head+1][0] >= '0' && c[head+1][0] <= '9') && months[c[head+1]] == 0 {
		return false
	}
	for i, c := range pieces {
		if i == 0 {
			c = c[head+1:]
		}
		if anyIn(documents, c) || anyIn(didSo, c) {
			return false
		}
	}
	return true
}

var (
	headEnds = setOf("for to of in on and at by with from which as until about approved agreed signed dated refreshed revised updated finalised adopted published owned")
	versions = setOf("version v1 v2 v3 v4 v5 v6 draft final approved agreed signed refreshed revised updated dated")
	// notOfPlan are words before a plan that make it another paper: a review of
	// the plan, an audit of plans.
	notOfPlan = setOf("audit review sample survey report minutes evaluation test dip read completed progress all these those")
)

// sharesHead is true of an action that is to make such a paper.
func sharesHead(pieces []clause, action string) bool {
	for _, w := range lowerWords(action) {
		for _, x := range first(pieces) {
			if w == x && intents[w] {
				return true
			}
		}
	}
	return false
}

// endsInPlan is true of "team action plan" and "plan, version 3".
func endsInPlan(c clause) bool {
	for i := len(c) - 1; i >= 0 && len(c) <= 5; i-- {
		switch w := c[i]; {
		case w == "plan" || w == "plans":
			return true
		case w == "version" || w == "draft" || w == "final" || len(w) > 1 && w[0] == 'v' && w[1] >= '0' && w[1] <= '9' || w[0] >= '0' && w[0] <= '9':
		default:
			return false
		}
	}
	return false
}

func first(pieces []clause) clause {
	if len(pieces) == 0 {
		return nil
	}
	return pieces[0]
}
