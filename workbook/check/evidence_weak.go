package check

import (
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
		will be? ..  provided/available/sent/follow/written/uploaded/collected/completed/produced/attached/shared/circulated/added/gathered/supplied/submitted/published/ready/done/evidenced/reported/audited/sampled/confirmed/seen
		will follow
		going to send/provide/share/supply/produce/collect/write/upload/confirm/put
		promise/promised/promises/promising/undertaken/offered to?
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

	said = phrasesOf(`
		verbal/verbally/oral/orally/anecdotal/anecdotally
		conversation/conversations/discussion/discussions/chat/chats/catch-up/catch-ups with/between/held/at/about/in
		discussed with/at/in
		discussed/agreed/confirmed/reported/checked by/over/on the? phone/telephone
		phone/telephone call/conversation/discussion
		spoke/spoken/speaking to/with
		told/tells/assured/advised/confirmed/informed by
		assurance/assurances/confirmation/update from/by/given
		manager/managers/lead/head/director/owner/staff/team/teams/workers/service/hos/ad/practitioners/partners/colleagues tell/tells/says/said/say/confirms/confirmed/confirm/report/reports/reported/assures/assured/advises/advised/states/stated/feel/feels/believes/believe
		has/have told/said/assured us/me/that
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

// weakness says what is wrong with an action's evidence, "" if nothing shows.
func (p *Pass) weakness(a *facts.Action) string {
	if ownPath.MatchString(a.Evidence) {
		return "a place that only one person can open"
	}
	for _, d := range datesIn(a.Evidence) {
		if d.year > 0 && d.nearest(a.Updated).After(p.AsOf) {
			return "dated " + d.typed + ", which has not come yet"
		}
	}
	pieces := clauses(a.Evidence)
	weak := 0
	kind := ""
	for _, c := range pieces {
		switch {
		case promised.hasAnyhow(c):
			weak, kind = weak+1, "a promise"
		case said.hasAnyhow(c):
			weak, kind = weak+1, "what somebody said"
		}
	}
	switch {
	case weak > 0 && (weak == len(pieces) || kind == "a promise" || len(pieces) <= 2):
		return kind + " (" + quote(a.Evidence) + ")"
	case (onlyPlan.begin(first(pieces)) || endsInPlan(first(pieces))) && len(pieces) == 1 && !strings.Contains(words.Fold(a.Text), "plan") && len(lowerWords(a.Evidence)) <= 7:
		return "a plan, which shows what was meant to be done (" + quote(a.Evidence) + ")"
	}
	return ""
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
