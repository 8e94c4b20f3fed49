package check

import (
	"slices"
	"strings"

	"actionplan/workbook/check/weigh"
)

// senses are what the words of notes are about, however they are put: the words of a
// sense say much the same of an action. A word may have several. Two senses near each other
// in a sentence ("police", "stopped") say what many authors say in as many ways, so
// that far fewer notes teach them than would teach the words.
var senses = []struct{ name, words string }{
	// who or what goes away
	{"gone", `
		left leave leaves leaving leaver leavers gone resigned resign resigns resignation resignations retired retire retires retiring quit quits moved moves
		withdrew withdrawn withdraw withdraws withdrawal departed departure departures pulled stepped stood returned dropped drops transferred seconded
		promoted recalled released redeployed disbanded dissolved vanished disappeared parted elsewhere away walked defected drifted trickled scattered exit
		notice dismissed sacked redundant redundancy expelled`},
	// what no longer happens, or was refused
	{"stopped", `
		stop stopped stops stopping halted halt halts ceased ceases ended end ends ending paused pause pausing suspended suspends cancelled cancel cancels
		abandoned folded fold folds closed closes close closing closure collapsed collapse lapsed lapse lapses expired expires expiry frozen freeze froze
		freezes shelved parked dropped scrapped axed unplugged died dies dead dormant idle unused unread untouched unopened empty quiet silent broken broke
		breaks breaking failed fails failing fail failure refused refuses refuse refusal declined declines rejected rejects turned unanswered ignored shut
		shuts shutting stalemate deadlock boycott strike overturned revoked terminated crashed crashes crash down offline out-of-service defunct mothballed
		disused fizzled petered foundered derailed`},
	// less or worse
	{"less", `
		fell fall falls falling fallen dropped drop drops dropping dipped dip slipped slip slips slipping slid sliding slide worse worsened worsening worst
		lower lost losing lose loses loss fewer less shrunk shrinking dwindled dwindling declined declining decline halved slower thinner short shorter back
		backwards weakened weaker eroded eroding deteriorated deteriorating sank sinking tailed faded fading thinned slumped slump reduced reduces cut cuts
		minus below under`},
	// more or better
	{"more", `
		rose rise rises rising risen up increased increase increases increasing grew grow grows growing improved improve improves improving improvement better
		best higher doubled trebled gained gain more faster quicker sooner climbed climbing climbs climb ahead above over exceeded exceeds exceeding beat
		beats extra record`},
	// no change
	{"the same", `
		same unchanged still flat level static stuck standstill steady stable again remain remains remained stays stayed stay plateau plateaued stubborn
		constant unmoved hovering hovers`},
	// what is asked for, argued over or not decided
	{"asked", `
		ask asks asked asking request requests requested requesting query queries queried want wants wanted wanting demand demanded demands considering
		considers consider considered reconsider deciding decide decides undecided discuss discussing discussed discussion discussions talks talking talk
		negotiating negotiation negotiations chasing chased chase chases reminder reminders reminded escalated escalate escalation raised raise wonders
		wondering questioned question questions challenge challenged objected objection objections objects dispute disputed whether arguing argue argues
		argument disagree disagrees disagreement explore exploring options option weighing reviewing pressing pressed`},
	// what is meant, expected or promised
	{"hoped", `
		hope hopes hoped hoping plan plans planned planning expect expects expected expecting intend intends intended intention aim aims aiming due should
		would might may could likely possibly perhaps propose proposes proposed proposal provisional provisionally tentative subject scheduled booked set
		pencilled forecast forecasts predicted aspire promise promises promised want wish ready prospect`},
	// what is still to come
	{"later", `
		later next soon tomorrow upcoming forthcoming following autumn winter spring summer christmas easter term half-term future eventually shortly will
		shall when once until before after begin begins start starts join joins follow follows open opens launch launches remaining till afterwards then
		onwards new`},
	// when, up to now
	{"since", `
		since from now already recently lately last previously formerly before ago earlier yesterday today weekly monthly daily fortnightly quarterly
		regularly routinely current currently nowadays`},
	// the whole of it
	{"all", `
		all every each both everyone everybody everything full fully whole entire entirely complete completely total 100 throughout always any across wholly
		totally universal universally thoroughly`},
	// a part of it
	{"some", `
		some part partly partial partially half several few handful most mostly many nearly almost only just barely hardly scarcely rarely seldom sometimes
		sporadic patchy occasional occasionally little bit majority minority third quarter remaining remainder rest others other thirds quarters patchily
		intermittent intermittently largely mainly roughly about around`},
	// none of it, or denied
	{"none", `
		no not none nobody never nothing neither nor without cannot can't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
		wouldn't couldn't no-one nowhere unable zero nil instead rather nought`},
	// what was done
	{"done", `
		completed complete completes finished finish finishes done delivered implemented closed achieved launched published live operational signed sign signs
		sign-off approved approve approves agreed agree agrees adopted adoption issued opened introduced established embedded met trained appointed recruited
		filled installed built purchased bought received arrived arrives rolled commissioned sent circulated uploaded printed cleared passed ratified endorsed
		awarded mobilised transferred started began begun commenced handed named taken made given written rewritten seen chosen accepted changed switched
		staffed moved joined placed matched reached added logged recorded graded moderated audited replied answered offered put set brought shared helped
		visited checked rewrote registered allocated discharged lodged`},
	// what is done again and again
	{"runs", `
		runs run running ran meets meet meeting works work working worked operates operate operating used use uses using follows followed sits sit sat attends
		attend attended attending held hold holds taking takes take took going goes go continuing continues happen happens happened happening comes come
		coming came visits visited reviews reviewed looks look looked see sees seeing saw keep keeps kept carry carries carried get gets got help helps helped
		read reads reading`},
	// what is being made
	{"in the making", `
		drafting draft drafted drafts writing write preparing prepared prepare prepares designing designed design building build develop developing developed
		development finalising finalise finalised scoping scope procuring procurement procure tendering tender tenders recruiting recruitment recruit
		advertised advert adverts advertise advertising interviewing interviews interview shortlisting shortlist shortlisted longlist specification spec
		version mapping testing test tested piloting pilot piloted trial trialling commissioning ordering ordered order quote quotes edited editing typeset
		typesetting translating translated proof proofs consultation consulting consulted redraft redrafted bid bids bidding mock-up prototype outline edit
		amended amending amendments comments comment compile compiling gathering collecting`},
	// what waits or is late
	{"waits", `
		wait waits waiting waited await awaiting awaited awaits pending outstanding delay delayed delays held hold holding stuck stalled stall behind late
		overdue slow slowly queue queued postponed deferred backlog blocked unresolved unsigned undecided unfilled uncovered missed miss incomplete unfinished
		short-staffed pushed slippage slipped rescheduled rearranged bottleneck held-up logjam limbo reply replies response responses answer answers yet`},
	// who is employed, and who is not there
	{"of posts", `
		post posts vacancy vacancies vacant role roles seat seats seconded locum locums agency interim cover covers covered covering candidate candidates
		applicant applicants applications starter starters postholder post-holder successor replacement maternity sick sickness absence secondment grade
		grades salary job jobs turnover permanent duty desk rota capacity caseload caseloads`},
	// whom the council does not direct
	{"others", `
		police health nhs icb gp gps trust schools school heads headteachers headteacher college university court courts judge cafcass probation housing
		district districts borough county councils provider providers supplier suppliers contractor contractors landlord charity charities vendor developer
		union unions partners partner agencies hospital nurse nurses midwives force camhs jobcentre bank printer printers lawyers lawyer solicitors solicitor
		legal finance hr ict it procurement cabinet committee scrutiny auditors audit insurers ministry department government dfe ofsted inspectors company
		firm neighbouring regional dentists dentist psychologist psychologists paediatrician therapists nursery academy governors executive corporate members
		psychology estates planners builders builder fire ambulance immigration office home`},
	// whom it does
	{"us", `
		we our us i my me team teams manager managers worker workers staff practitioner practitioners social director service head lead leads chair chairs
		officer officers iro iros adviser advisers advisors coordinator coordinators analyst principal senior assistant deputy psw dcs sw sws reviewers
		auditor mentor mentors trainer trainers tutor tutors apprentices advocates advocate`},
	// whom it is for
	{"children", `
		child children young person people boy girl family families parent parents mother father fathers mum dad carer carers baby babies teenager teenagers
		pupil pupils student students sibling siblings fostering foster household households kinship adopters hosts guardians relatives`},
	// what it costs
	{"of money", `
		money funding fund funds funded grant budget budgets cost costs costing savings saving price prices fee fees pay paid pays payment payments contract
		contracts licence licences lease overspend unaffordable invoice cash business case spend spent spending financial tax afford affordable dearer
		expensive cheaper pot`},
	// what it is to replace
	{"the old way", `
		old previous former paper manual spreadsheet spreadsheets email emails telephone phone workaround own back revert reverted reverting handwritten
		whiteboard notebooks informal informally duplicate`},
	// what can be written without anything changing
	{"paper", `
		policy procedure protocol guidance guide handbook form forms template leaflet booklet document paper report reports strategy letter letters agreement
		minutes agenda slides poster website page pages terms reference toolkit pathway framework list lists tracker dashboard log register system app tool
		module record records file files data profile directory map model standard standards timetable calendar`},
	// what is held
	{"events", `
		meetings session sessions workshop workshops course courses training panel panels forum forums group groups visit conference conferences briefing
		briefings clinic clinics supervision review audits cohort cohorts class classes drop-in cafe event events round rounds hub hubs programme induction
		observations observation board rota line scheme circles circle service services`},
	// praise
	{"good", `
		good well great excellent pleased happy strong positive smooth smoothly fine comfortable comfortably confident early praised praise popular welcomed
		welcome useful helpful liked enjoyed proud warm busy oversubscribed well-attended commended success successful glad track target lovely brilliant
		delighted thriving healthy calm safe clear clearly credit encouraging reassured on-time on-track schedule`},
	// trouble
	{"bad", `
		bad poor poorly difficult difficulty difficulties problem problems issue issues concern concerns worry worried worries risk risks gap gaps error
		errors wrong unsafe weak thin trouble crisis pressure pressures complaint complaints unhappy frustrated tired exhausted stretched unreliable unusable
		faulty missing absent lacks lack lacking shortage struggle struggles struggling inconsistent uneven muddle mess chaos unclear confusion confused doubt
		doubts sceptical reluctant reluctance unwilling hostile tension dispute resistance obstacle barrier barriers unfit inadequate breach damp leak flood
		mould illness ill poached unmet tight fragile fraying wobbly wobble painful hard harder heavy`},
	// who says so
	{"said", `
		says say said tells tell told feels feel felt thinks think thought finds find found shows show showed shown confirms confirm confirmed notes noted
		heard hear reckon rang ring rung called calls call`},
	// trouble that is over
	{"made good", `
		resolved fixed sorted overcome restored recovered recovery solved settled lifted caught righted reinstated resumed restarted replaced reopened
		corrected refreshed mended rebuilt renewed rescued cured eased easing`},
	// figures
	{"counted", `
		number numbers figure figures count percentage percent cent rate total average median share proportion baseline per vs`},
	// what joins or turns
	{"because", `
		because despite owing reason reasons given meanwhile but however although though except unless if apart`},
	// one or two people
	{"somebody", `
		someone somebody anyone anybody volunteer volunteers pair couple alone single sole`},
	// how long
	{"of time", `
		day days week weeks month months year years hour hours minute minutes morning afternoon evening evenings night nights fortnight weekend weekends time
		times term-time wks hrs`},
	// where it is
	{"rooms", `
		building room rooms site premises flat flats house houses office offices centre centres roof boiler lift keys lease land planning permission venue bed
		beds kitchen door station bus van vehicle`},
	// what runs on a computer
	{"systems", `
		system systems software app portal dashboard upgrade module liquidlogic mosaic laptop laptops licences server data reporting supplier patch release
		interface log-in login password bug bugs configuration`},
}

// sense is one of senses, or the kind of a word where that is none of them.
type sense struct {
	name string
	hash uint64
}

var sensesOfWord = func() map[string][]sense {
	of := make(map[string][]sense)
	for _, s := range senses {
		for _, w := range strings.Fields(s.words) {
			of[w] = append(of[w], senseNamed(s.name))
		}
	}
	return of
}()

func senseNamed(name string) sense { return sense{name, weigh.Hash(name)} }

// sensesOf are the senses of a word, and its kind if that is more than the word.
func sensesOf(w, kind string) []sense {
	list := sensesOfWord[w]
	if kind != w {
		list = append(slices.Clip(list), senseNamed(kind))
	}
	return list
}

// together is how many words lie between two senses, at most, for them to speak of
// one thing.
const together = 6

// ofSenses adds the senses of the word at a place, and each two of it and a word
// shortly after it in the same sentence.
func (t *traits) ofSenses(list []told, i int) {
	w := &list[i]
	for _, a := range w.senses {
		t.add(ofSense, [3]uint64{a.hash}, a.name)
	}
	if len(w.senses) == 0 {
		return
	}
	for k := i + 1; k < min(len(list), i+together) && list[k].sentence == w.sentence; k++ {
		for _, a := range w.senses {
			for _, b := range list[k].senses {
				t.add(ofSenses, [3]uint64{a.hash, b.hash}, a.name, b.name)
			}
		}
	}
}
