package check

// lexicons are the words of which phrases are put together: a phrase names one
// by "<staff>". What a kind of fault can be said of stands here once, so that
// a phrase catches every noun and verb of its kind and not only those that
// somebody happened to think of beside it.
var lexicons = map[string]string{
	// those without whom the work does not get done
	"staff": `staff trainer trainers nurse nurses worker workers manager managers lead leads coordinator coordinators co-ordinator co-ordinators officer officers
		practitioner practitioners psychologist psychologists therapist therapists clinician clinicians teacher teachers tutor tutors mentor mentors coach coaches advocate
		advocates adviser advisers advisor advisors consultant consultants facilitator facilitators supervisor supervisors head director chair host administrator
		administrators analyst analysts auditor auditors moderator moderators assessor assessors supplier suppliers provider providers contractor contractors developer
		developers vendor partner partners charity icb school schools team teams postholder postholders post-holder post-holders volunteer volunteers interpreter
		interpreters doctor doctors solicitor solicitors landlord owner sponsor owners employees colleague colleagues secretary reviewer reviewers supporter speaker
		speakers agency agencies`,
	"money": `money funding fund funds grant budget contract contracts licence licences lease cash resource resources subsidy bursary sponsorship`,
	// those that an action is rolled out to, one after another
	"groups": `team teams locality localities school schools staff managers workers hub hubs service services wave waves cohort cohorts half phase round part parts tranche
		chapter chapters course courses session sessions group groups cases files records plans posts policy policies localities districts areas wards homes settings teaching
		leads practitioners sites managers governors volunteers stage module modules section sections workshops`,
	// what is held, run or kept open
	"events": `meeting meetings session sessions course courses training workshop workshops visit visits panel panels group groups clinic clinics round rounds class
		classes lesson lessons date dates slot slots appointment appointments interview interviews audit audits review reviews event events conference cohort cohorts wave
		teaching programme project pilot scheme work rollout roll-out service hub hubs centre line rota partnership board forum tender build building site system tool
		platform app launch move refurbishment half rest remainder phase part induction supervision survey consultation launch milestone milestones`,
	"posts": `post posts desk seat chair role roles vacancy vacancies building hub office room rooms centre slot slots line`,
	// what is done with such a thing
	"done": `held met meet meeting run running ran taken place happened happen made booked offered found find appointed recruited sent sat delivered agreed able possible
		available started begun arrived replied responded came come attended turned opened trained covered staffed filled launched visited completed finished used
		moved convened signed picked provided heard resumed restarted volunteered`,
	// how a paper comes about
	"made": `put pulled gathered collected prepared written drafted compiled finalised worked produced completed provided supplied sent shared uploaded attached added confirmed seen
		submitted published audited sampled evidenced developed agreed carried signed reported checked`,
	"making": `gathering collecting preparing writing drafting compiling finalising producing completing developing pulling putting`,
	"be":     `is are was were has have had been be being`,
	"later": `spring summer autumn winter next new year later january february march april may june july august september october november december 2027 2028 2029 indefinitely
		christmas easter term`,
	"deferred": `postponed deferred shelved cancelled abandoned suspended paused mothballed parked delayed halted frozen pushed`,
}
