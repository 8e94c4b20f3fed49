package identify

import (
	"slices"
	"strings"
)

// class is what is known of a word: bits that can be joined.
type class uint64

const (
	childWord    class = 1 << iota // one child or young person
	kinWord                        // one relation or carer
	familyWord                     // one family
	manyChildren                   // several children
	manyKin                        // several relations or families
	counted                        // who a small number may count, one or many
	singular                       // of counted: one only
	describing                     // may stand between a number or article and a noun
	linking                        // may follow a noun that is not part of a longer name
	humanVerb                      // what a child does or undergoes
	past                           // tells a story, not a rule
	ruling                         // makes a sentence one about any child
	anyOf                          // every, each, any: no child in particular
	oneOf                          // a, the, her: a child in particular
	pronoun
	cue // speaks of a child's life
	possession
	post     // who works for a body
	premises // where a body is found
	living   // where a family is found
	month
	street
	school
	setting
	noPlace // written with a capital, and neither place nor person
	acronym
	given
	label // before a letter or number of its own
	system
	record
	numbering
	platform
	roleVerb
	roleNoun
	preposition
	ordinal
	abbreviation
	title
	thing // follows a child word and makes it the name of a thing
	generation
	nationality
	unit
	letterWord // the letter that speaks: Ofsted's, inspectors'
	cohort     // before a date of birth: children born after
	staff
	staffVerb // what posts and teams do
)

// lexicon is every word of which something is known, but for first names.
var lexicon = make(map[string]class, 6000)

func init() {
	for c, list := range vocabulary {
		for _, w := range strings.Fields(list) {
			lexicon[w] |= c
		}
	}
}

// classOf is what is known of a word in lower case.
func classOf(low string) class {
	c := lexicon[low]
	if _, is := slices.BinarySearch(sortedNames(), low); is {
		c |= given
	}
	return c
}

var numberWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
	"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}

var vocabulary = map[class]string{
	childWord: `child boy girl baby infant toddler teenager teen youngster pupil student son daughter lad twin newborn minor adolescent youth schoolgirl schoolboy
		stepson stepdaughter grandson granddaughter grandchild foster-child uasc yp adoptee runaway careleaver schoolchild stepchild fosterchild kid kiddo tot preschooler schoolkid bairn wean lass teenage-mother stepkid grandkid kinchild chld childs yougster teeneger toddlar babby stepbaby youngling`,
	kinWord: `mother father mum dad mam mummy daddy stepmother stepfather stepmum stepdad grandmother grandfather grandma grandad nan nana nanny gran granny aunt auntie uncle
		brother sister sibling half-brother half-sister parent carer guardian cousin niece nephew partner husband wife boyfriend girlfriend perpetrator godmother victim mom mommy mam mama papa daddie bro sis sib granda grandpa gramps nanna nannan nannie grandparent stepparent stepbrother stepsister halfbrother halfsister stepgran auntie mothr stepmam fiance fiancé birthmother birthfather adopter gransdad`,
	familyWord: `family household couple`,
	manyChildren: `children boys girls babies infants toddlers teenagers teens youngsters pupils students sons daughters lads minors kids youths adolescents leavers twins triplets quadruplets careleavers schoolchildren stepchildren
		fosterchildren kiddos kiddies tots preschoolers schoolkids schoolboys schoolgirls lasses bairns weans stepkids stepsons stepdaughters grandsons granddaughters grandkids newborns childern chidren chilren chidlren childen childrens babys quads yougsters`,
	manyKin: `mothers fathers mums dads parents siblings sibs brothers sisters grandparents families households carers guardians aunts uncles cousins grandchildren stepbrothers stepsisters nieces nephews nans grandmothers grandfathers stepparents mums half-siblings`,
	counted: `child children babies baby infant infants toddler toddlers sibling siblings brother brothers sister sisters teenager teenagers teen teens girl girls boy boys pupil pupils leaver leavers
		youngster youngsters minor minors lad lads kid kids son sons daughter daughters family families household households mother mothers father fathers mum mums dad dads parent parents
		twin twins triplet triplets newborn newborns adolescent adolescents youth youths sibs cyp yp yps cwd cypic cic cicyp cla lac uasc uascs uasp cin grandchildren grandparents careleaver careleavers schoolchild
		schoolchildren stepchild stepchildren fosterchild fosterchildren kiddo kiddos kiddies tot tots preschooler preschoolers schoolkid schoolkids schoolboy schoolboys schoolgirl schoolgirls lass lasses bairn bairns stepkids stepsons stepdaughters stepson stepdaughter grandson grandsons granddaughter granddaughters grandkid grandkids childern chidren chilren chidlren childen childrens babys sib quads niece nieces nephew nephews aunts uncles grandmother grandfather grandmothers grandfathers`,
	singular: `child careleaver schoolchild stepchild fosterchild baby infant toddler sibling brother sister teenager teen girl boy pupil leaver youngster minor lad kid son daughter family household mother father mum dad parent
		twin triplet newborn adolescent youth kiddo tot preschooler schoolkid schoolboy schoolgirl lass bairn stepson stepdaughter grandson granddaughter grandkid sib niece nephew grandmother grandfather`,
	describing: `cp cin fostering private foster adoptive host looked after disabled older younger oldest youngest unaccompanied vulnerable missing more other further of the our these those different school age care experienced
		local home homeless exploited very small highly additional asylum seeking separated young previously newly recently permanently first second third eldest little adopted
		fostered birth foster step half lone single teenage pregnant new deaf blind autistic ill sick dying dead refugee traveller gypsy roma black white asian mixed transgender trans gay
		lesbian such remaining open placed year month week old yr yo day olds identified known accompanied aged arrived born x no said named unborn premature non verbal relevant former eligible
		excluded detained trafficked injured neglected bereaved privately large big whole happy polite lovely bright shy tall severely profoundly seriously complex primary secondary reception
		their his her its two three four five six seven eight nine ten kinship special maternal paternal great grand traumatised british white-british chinese english speaking unwell most least housed sole only just subject unseen unallocated overdue young-looking previously-looked pre verbal mute transgender nonbinary surviving elder middle youngest care-experienced homeschooled bereaved epileptic diabetic partially sighted blind hearing impaired suicidal stateless frightened scared`,
	linking: `w due why what how in at from of on near with without who whom whose which that was is has had were are have been being be and or but to for by into under over after before since until while when
		because as than out off up went said told found living attending waiting lives lived attends attended needs needed wants wanted goes ran run took takes gave died hurt left came made got did
		does told felt feels saw spoke spent slept sleeps stayed stays remains remained won lost fell began became called named aged now still also already then later again not never only both
		currently recently about against again alone away back here there where will would may might can could must should cannot during through between within outside inside off down yesterday today tomorrow known
		put set read wrote asks asked met moved moves says thinks thought knew brought hit cut beaten stands sat refused returned missed misses believed if so too twice once seen kept held got bitten struck thrown caught driven shot stuck burnt late overdue unseen unallocated unsafe whose ceased ended waited awaited awaiting`,
	humanVerb: `lives lived attends attended disclosed told tells said says feels felt wants wanted wishes wished went goes ran moved moves settled settles stays stayed returned returns turned turns
		sleeps slept refused refuses missed misses was is has had remains remained arrived left came alleged reported made spent spoke speaks enjoys likes loves asked became began started needs
		needed will would cannot could did does now also still never only who whose died absconded self became presented presents continues reports reported drew wrote thinks thought remain live want say feel have
		gave got took struggles struggled witnessed should were`,
	past: `was were had did went told said left ran came got felt began wrote took found moved waited asked refused missed died lost fell gave made spent lived attended disclosed stayed
		became met knew brought spoke won stopped started called`,
	ruling: `must can may should cannot could might shall entitled eligible typically usually normally average generally always when if whenever where once unless wherever whether
		likely ought deserve deserves expects`,
	anyOf:   `every each any no either neither per another's no-one whichever whatever all most many some nobody such`,
	oneOf:   `a an one the this that another our his her their my only first youngest eldest oldest second third same`,
	pronoun: `he she him his her hers himself herself`,
	cue: `he she him his her hers himself herself placement placements placed foster carer carers school nursery mother father mum dad parents parent sibling siblings brother brothers sister sisters
		grandmother grandfather aunt uncle nan gran abuse abused neglect disclosed adoption adopted adopt adopters permanence missing bed contact removed birth born custody exploited exploitation
		assaulted harmed harm injured injuries rehoused homeless guardian guardians son daughter child boy girl baby teenager family partner stepfather stepmother accommodation pathway sibling
		exclusion appeal allegation suspension tribunal admission bail remanded arrested sentenced stabbed police legal interview interviews proceedings court home chronology notice strategy advocate hospital ward overdose visits visit seen unseen drift drifted life story complaint grandparents excluded
		education therapy spoken alone safe unsafe camhs diagnosis dentist doctor counsellor medication funding apology sorry protect apart young worker children failed death died killed inquest account`,
	possession: `placement placements mother father mum dad parents parent school foster carer carers sibling siblings brother brothers sister sisters family social worker care plan plans home
		birthday adoption adopters ehcp ehc chronology file files record records case voice needs review reviews accommodation contact behaviour views wishes story bed education permanence
		pathway grandmother grandfather nan gran aunt uncle stepfather stepmother partner son daughter baby child children worker pa iro nursery college teacher tenancy flat exams savings belongings cot pram medication passport key guardian teacher solicitor advocate bedroom
		injuries death allegation disclosure therapist visit visits health life move stay return solicitor phone diary room statement exclusion father's history delay timetable unborn`,
	post: `director directors manager managers officer officers head heads councillor cllr chair chairs chairman inspector inspectors hmi dr doctor nurse professor dame sir lord baroness
		commissioner adviser advisor minister lead judge leader executive coordinator practitioner practitioners consultant secretary vicar headteacher principal trainer analyst reviewer author
		candidate candidates mp`,
	premises: `office offices hub hubs centre centres council library hall clinic surgery station depot headquarters hq venue training reception museum café cafe shop building buildings premises
		base team teams service services town civic college university church museum drop board meeting meetings committee conference event workshop workshops bus parking car charity mash edt lado helpline line
		panel write post desk front door hosts hosted hosting`,
	living: `lives lived living live address home family's household mother mum dad father nan gran gran's grandmother carer carers tenancy tenant flat placement landlord siblings brother sister boy girl
		baby teenager toddler house hostel neighbour neighbours he she his her him unregistered evicted`,
	month: `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday
		friday saturday sunday easter christmas ramadan eid halloween summer spring autumn winter`,
	street: `close road lane street avenue drive terrace crescent gardens row mews walk way rise cottages grove hill square parade place view court green wharf quay croft fields meadows
		meadow bank rd st ave ln cl dr cres estate gate buildings mount vale yard gdns gdn terr cresc crst pl pk wlk cotts`,
	school:  `academy primary school college nursery infants juniors junior high pru grammar secondary preschool special comprehensive sixth kindergarten playgroup`,
	setting: `house lodge farm cottage hostel hospital infirmary hotel caravan unit ward home park mosque temple prison hall manor grange villa`,
	noPlace: `ofsted mosaic liquidlogic need care early help family families children child childrens education court teams team service services board council panel police health social foster
		fostering kinship year key stage tier level band grade regulation section phase option appendix annex form table figure question group cohort type plan part unit room version schedule
		step standard priority area action actions finding cabinet parliament government state minister treasury department ministry office scrutiny committee commission trust authority
		partnership forum association network alliance federation society foundation fund university strategy framework act bill law code guidance policy protocol programme project operation
		campaign scheme pathway pathways signs safety staying put mockingbird barnardo barnardos coram nspcc childline excel word powerpoint outlook windows microsoft power internet english maths
		science reception foundation national local regional north south east west northern southern eastern western central england britain kingdom wales scotland ireland london europe uk
		the a an and or of in at for to on with by from i we our it they he she his her their this that these those there when while where what who why how if as but so not no all every each
		both some most many two three four five six seven eight nine ten one first second third last next new mental youth young people person justice safeguarding protection quality assurance
		performance improvement practice leadership workforce human resources finance corporate parenting participation voice virtual mash camhs send after during since before then also
		however following monday january quarter q1 q2 q3 q4 annual summer autumn winter spring director head lead officer manager worker independent reviewing designated chief executive senior
		responsible owner his majesty majestys her honour high family central crown royal county district city borough town parish ward locality hub centre gp nhs icb send senco ehc ehcp
		dental optician immunisation covid strength strengths difficulties questionnaire goodman graded profile outcome outcomes star mind my own bright spots lifelong links reclaiming
		return interviews home office school schools academy ofcom google teams zoom sharepoint tableau facebook instagram snapchat tiktok whatsapp discord roblox youtube twitter xbox playstation
		christmas easter ramadan pause troubled supporting restorative trauma informed systemic relational thrive solihull strengthening carer carers forum parent parents grandparents
		advocacy advocates champions champion access equality diversity inclusion housing homes homelessness adult adults community communities public private voluntary sector charity
		january february march april june july august september october november december data report letter plan review reviews no. none no yes due delayed awaiting risk risks issue issues
		evidence progress update note notes decision decisions complete completed closed open agreed approved ongoing target targets milestone milestones audit audits training supervision
		delay staff social workers managers leaders partners colleagues inspectors inspector judge judges magistrates cafcass lac cla cic initial pre post short life work story
		sure start best nothing nobody everyone anyone someone no-one secure tribunal ombudsman deprivation liberty looked unaccompanied separated unborn newborn baby babies mother mothers father
		fathers sibling siblings brother sister boys girls twins young recruitment retention north edge duty assessment assessments referral contact conference core strategy legal planning
		gateway drug alcohol drugs threshold exploitation missing criminal sexual domestic neglect emotional physical abuse`,
	acronym: `dob edd cp cin lac cla cic cicyp ehc ehcp eet neet sen send senco asc cse cce sgo plo pep iha rha sdq iro iros sw sws fgc dcs la las gp gps nhs qa qaf taf tac
		cpp caf eh dv da icb hv phn sn mh ap cwd shb hsb hbt uk eu it hr id cme ehe sar lsp pa pas yjs yot yos ed ep eps pru cms mis ics lcs rag kpi ok ii iii iv vi vii
		ix xi xii nrm abe cio sef app nqt ect aye asye spa ico epo fab slt tm tms sm sms hos ad ads pdf ceo pm tv bbc pc faq ict brag gcse agm smart tbc tba tbd aob cv
		gdpr pe usa vip mp dfe lga adcs ilacs jtai hmi hmcts cqc ofsted mash edt lado mapp mappa marac camhs cypmhs bme lgbt lgbtq nee ncy ks vs vsh cpb lscp scp dsl
		dslt sro pmo smt elt clt pid sla sop dps ipc rpc dolp dols dol dsp iss isa itt jsna kcsie kis lap ld lpm ltp mac mat mou msp ndti nvr ocg ofc ot ots oos par pbs
		pcc pcf pdr pip pmhw ppa psw psr pvi qac raa rsa rse saf salt sat sif sip sli smm soi spoc std ta tas tor tup ufn uasc uascs ucas upn voc vcs ypa yps cyp cyps
		csc cs cfs cnn cpc cpo cps cpr csp csw ctpld dhr ecm ecf efa eia ehm ehat esa esol eyfs ey eys ffi fe fii fip fjr fnp ff gcp ghs he hip hmo hoc ht hub ilr inset
		ipa lgsco llr lpa mst ncc nice ofs oob opm pqso psc pst ptsd qrp qts ra rcpch rsj sbar sci seb sebd semh sfr slcn ssw svc tcsu tpr vawg vru wte fte wtw yo ytd
		hq ai bi hra pr ips dvd usb sim crb dbs dna pcp scr cspr lcspr cdop bsl efl pshe nqsw aysea fga pfa bau cyc pcsp vcse sendiass sendist ehcna ni dwp hmrc ons imd
		idaci jtar ilac snr hod msc bsc phd ftm mtm css csu sgos s17 s20 s47 cwp mhst tess aip ags abc eic iee cpf dcfs acas hse hcpc swe rcn nmc gmc bma lmc acp mdt
		tam pdm cwd cypic al po cex cfo dsg sw`,

	label: `group cohort type form option appendix phase team band grade grades plan table section annex part stage level category unit vitamin tier class schedule area zone site block room hepatitis
		item figure chapter paragraph box step version draft scenario strand workstream stream pillar wave tranche lane element component cluster pod squad paper papers priority objective goal domain theme module lot route rank set exhibit bundle column sheet question key b&b list`,
	system:    `lcs mosaic mos ll liquidlogic ics eclipse azeus carefirst caredirector fwi frameworki logic ehm capita impulse synergy tribal datix systmone rio emis cad custody protocol urn uln passport brp ucrn`,
	record:    `case casefile child client person pupil file record patient crime incident court claim referral user student custody complaint allegation ehcp`,
	numbering: `no number num nr id ref reference ids pin`,
	platform: `gamer snapchat snap instagram insta ig fb tiktok facebook discord xbox playstation psn roblox whatsapp twitter youtube telegram steam twitch fortnite bereal messenger x handle username gamertag
		profile account`,
	roleVerb: `sit sits sat serve serves served chair chairs co chaired join joined joins interviewed interview helped help presented present spoke led lead trained train represent
		represented designed design are were is was work works worked employs employed employ act acts acted become became facilitate facilitated take took recruited recruit run ran
		opened spoke addressed sitting chairing joining`,
	roleNoun: `panel panels board boards council parliament forum committee interviews interview candidates conference recruitment training members member ambassadors ambassador apprentices apprentice
		takeover event strategy leaflet website posts appointment appointments participation reference group workshop workshops awards ceremony chair chairs commissioning tender inspectors
		assembly consultation celebration summit`,
	preposition:  `in at from of near on to around outside towards via off`,
	ordinal:      `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth`,
	abbreviation: `mr mrs ms miss dr st no nos approx ref eg ie vs etc tel yr yrs jan feb mar apr jun jul aug sep sept oct nov dec rd ave cllr prof inc dept d o b gdns`,
	title:        `mr mrs ms miss mx`,
	thing: `home homes centre centres hub hubs service services panel panels team teams protection council directorate plan plans partnership voice referral premium friendly school
		schools need champion champions participation act strategy commissioner workforce workers worker safeguarding group groups review reviews record records led social board pathway
		practitioner practitioners support therapist box boxes unit units conference conferences mentor mentors coordinator coordinators network meeting meetings offer arrangement arrangements
		forum one per impact health minutes guides guide handbook app survey surveys questionnaire places allowance ambassador ambassadors hotline register bond bonds benefit room rooms
		assessment assessments interview interviews visit visits visitor visitors file files plan placements placement journey journeys house houses court judge judges tree intervention
		nurse nurses nursery clinic clinics cases case process status procedure procedures cohort lens first focused centred level and exploitation poverty sexual criminal time advocate advocates
		household figure figures care sessions session days day trips project projects programme programmes audit audits episodes episode ratio`,
	generation: `olds year-olds`,
	nationality: `afghan somali kurdish albanian vietnamese sudanese eritrean syrian iraqi iranian ukrainian polish romanian bulgarian lithuanian latvian slovak czech turkish indian pakistani
		bangladeshi nigerian ghanaian ethiopian chinese arabic british english welsh scottish irish european african asian muslim christian jewish sikh hindu catholic roma traveller gypsy
		portuguese spanish french german italian russian american caribbean jamaican slovakian tamil urdu`,
	unit:       `years year months month weeks week days day hours hour minutes per percent cent pm miles points times pounds sessions visits of`,
	letterWord: `ofsted inspectors inspector hmi commissioner inspection cqc`,
	cohort:     `after before since between until newly from during prior post`,
	staffVerb:  `joined merged confirm confirmed confirms update updated updates leading leads lead led owns own owned chairs chaired chairing draft drafted drafts circulate circulated chase chased send sent arrange arranged organise organised oversee oversees monitor monitors monitored sign signs signed approve approves approved coordinate coordinates deliver delivers delivered commission commissioned commissions train recruit recruited appointed publish published launch launched advise advised advises implement implemented rolled liaise liaises prepare prepared brief briefed collate collated produce produced circulates writes drafts checked agreed shared reviewed`,
	staff: `social worker workers staff manager managers practitioner practitioners officer officers team teams agency supervision training audit audits record records records' file files vacancies
		posts iro iros supervisions schools settings homes sessions events partners`,
}
