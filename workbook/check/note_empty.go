package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

var noteEmpty = Rule{
	Name: "note-empty", Severity: workbook.Advice, Doc: doc("note-empty"),
	Run: func(p *Pass) {
		due, written := 0, 0
		for _, a := range p.Facts.Actions {
			if wantsNote(a) {
				due++
			}
			if !blank(a.ProgressNote) {
				written++
			}
		}
		if due == 0 {
			return
		}
		if written == 0 {
			first := p.Facts.Actions[0]
			p.Report(workbook.Problem{
				Cell:    xlsx.Cell{File: first.At(workbook.ColRef).File, Sheet: first.SheetName()},
				Column:  columnIfMissing(first.Source, workbook.ColProgressNote),
				Message: "No action has a progress note, so the board can't be told what has happened.",
				Hint:    "Say under Progress note, in a sentence, what has changed since the board last met.",
			})
			return
		}
		for _, a := range p.Facts.Actions {
			p.judgeNote(a)
		}
	},
}

func (p *Pass) judgeNote(a *facts.Action) {
	if a.Bad(workbook.ColProgressNote) || a.Bad(workbook.ColStatus) {
		return
	}
	const hint = "Say in a sentence what has changed since the board last met: what is there, how many, what is next."
	switch {
	case blank(a.ProgressNote) && wantsNote(a) && !p.loggedLately(a):
		problem := at(a.Source, workbook.ColProgressNote, a.Action.Ref, "The action is open, and no note says how it stands.", hint, a.At(workbook.ColStatus))
		if a.Meaning == workbook.OffTrack || a.Meaning == workbook.AtRisk || a.Late {
			problem.Severity = workbook.Warning
		}
		p.Report(problem)
	case wantsNote(a) && saysNothingOf(a.ProgressNote, lowerWords(a.Text)):
		p.report(a.Source, workbook.ColProgressNote, a.Action.Ref, quote(a.ProgressNote)+" tells the board nothing about this action.", hint)
	}
}

// columnIfMissing is a heading that the file has no column for, "" if it has
// one: a problem of a whole sheet is then one of that column.
func columnIfMissing(s workbook.Source, heading string) string {
	if s.Has(heading) {
		return ""
	}
	return heading
}

// wantsNote is true of an action that is under way or should be.
func wantsNote(a *facts.Action) bool {
	return a.Open && !blank(a.Status) && (a.Meaning != workbook.NotStarted || a.ShouldHaveStarted || a.Late)
}

// loggedLately is true if the log has said something since the board last met,
// and the action was not looked at again after it.
func (p *Pass) loggedLately(a *facts.Action) bool {
	n := len(a.Updates)
	return n > 0 && !saysNothing(a.Updates[n-1].Note) && !blank(a.Updates[n-1].Note) && p.AsOf.Sub(a.Updates[n-1].Date) <= p.Facts.BoardEvery &&
		!a.Updated.After(a.Updates[n-1].Date)
}

// nothingNew are words that can be said of any action at any time.
var nothingNew = setOf(`ongoing on-going on going in progress continuing continues continue continued work works working underway under way no not change changed changes update
	updates updated none nothing to report new as above before previous previously see last month month's months week week's per track schedule target good progressing progressed
	progresses well fine ok okay awaiting await pending tbc tba n/a na monitoring monitored business usual bau hand still same this is it the a action actions further at time moment
	present currently current all plan according planned steady some made making being been addressed actioned noted yes remains remain has have further-update since information available
	be confirmed provided verbal verbally with and will reviewed discussed meeting board next keep keeping developing development moving forward forwards ahead nicely position
	period quarter reported reporting cycle term year additional news entry earlier stated said then pace will monitor monitors received tracked review kept copied copy course unchanged stage process started live open active amber green red blue rag rated comment comments follow`)

// saysNothing is true of a note that holds no fact: no figure, no day, no name
// and nothing that was done or went wrong, and hardly a word that could not
// stand beside any action.
func saysNothing(note string) bool { return saysNothingOf(note, nil) }

// saysNothingOf is saysNothing of a note on an action: to repeat the words of
// its subject is no news either.
func saysNothingOf(note string, subject []string) bool {
	list := lowerWords(strings.ReplaceAll(note, "’", "'"))
	if len(list) == 0 {
		return !blank(note)
	}
	if len(list) > longestEmpty || holdsFact(note, list) {
		return false
	}
	strange, more := 0, false
	for _, w := range list {
		if !nothingNew[w] {
			more = true
			if !ofEffort[w] && !slices.Contains(subject, w) {
				strange++
			}
		}
	}
	if !more {
		return len(list) <= 12
	}
	if strange*3 > len(list) || strange*6 > len(list) && (len(list) < shortNote || !saysEffort(clauses(note))) {
		return false
	}
	n := readNote(note)
	return n.trouble == "" && n.notBegun == ""
}

// shortNote is the number of words below which one strange word may well be
// what the note has to say: "the wording is with the council".
const shortNote = 8

// longestEmpty is the number of words beyond which a note says something,
// however general each word of it is.
const longestEmpty = 40

// ofEffort are words of effort, good will and waiting, and those that any such
// sentence needs.
var ofEffort = setOf(`progresses remain remained keeps kept committed commitment everybody everyone all we our us they their them he she you it's we're they're who which that these those
	there here team teams officers officer staff service services colleague colleagues partner partners partnership partnerships stakeholder stakeholders lead leads leader leaders manager managers leadership
	senior director head agencies agency council department group groups working hard closely together alongside across throughout between among within around into through from for of in on at by as so up out
	about but or if while also very really more most much many lot lots some several number various number fully well strongly actively proactively positively regularly constantly closely currently
	steadily slowly gradually nicely smoothly right direction forward priority priorities key focus focused area areas matter matters issue issues things thing something anything everything
	channels usual relevant appropriate necessary regular regularly frequent positive strong close good great excellent pleasing encouraging pleased happy glad proud confident confidence
	engaged engage engaging engagement involved involvement momentum relationships relationship discussions discussion discuss discussing conversations conversation dialogue talks talk talking meetings
	meet meeting liaison liaise liaising contact communication communications collaboration collaborative joint taking taken takes take place plan plans planning planned looked looking look
	considered considering consider explored exploring explore managed managing manage monitored led driven driving drive delivering deliver implement implementing implementation
	embed embedding develop developed strengthened strengthening strengthen improve improving improvement improvements improved support supporting supported build building builds shared share
	continually continuous dedicated dedication effort efforts energy enthusiasm willing willingness aim aims aiming hope hopes hoping hopeful want wants wish need needs expected expect expects anticipated
	seek seeking provide provides provided providing further additional future near soon shortly later due course time times when where how what how until always still already yet
	hear heard hearing wait waiting waits response reply answer update updates feedback view views oversight review reviews reviewed reviewing agenda agendas aware awareness attention mind sight radar
	table tabled thinking thought think know known see seen feel feels believe like would should could can may might must shall do does doing did not don't doesn't isn't aren't nothing
	gone goes go getting get gets come comes coming given give giving raised raise escalated happen happening start point points journey way ways road path step steps phase
	being having than too just only even both each every any other others another own concerned relation regard regarding terms respect part parts role input inputs work-stream workstream workstreams strand strands objective objectives
	outcome outcomes goal goals track trajectory green discuss add say last stage present situation context please overall making make makes move real genuine show shows shown learning travel success successful continues happening behind scenes content owner board onboard parties supportive party continue challenges challenge challenging complex complexity busy demanding difficult pace
	partners' team's service's month's quarter's week's pressures pressure competing commitment ambitions ambition determined determination important importance essential vital`)

var effortPhrases = phrasesOf(`
	continu*
	on-going/ongoing
	under way/review/discussion/consideration/development
	underway
	in hand/train/motion/progress/discussion/dialogue
	remain/remains/remained/is/are/everybody/everyone/fully committed/dedicated/focused/engaged/involved/determined/priority/focus/confident/positive
	remain/remains a? .. priority/focus
	no/nothing .. change/changes/update/updates/news/add/report/say/new
	moving/moves/going/heading/move in
	moving/moved/taken/taking/driving/driven/taking/take forward/forwards
	progress*
	work*/liais*/engag*/collaborat* hard/closely/together/with/alongside/across/through/on/towards
	has/have/is/being/are .. looked/considered/explored/discussed/managed/progressed/monitored/developed/reviewed/worked
	discuss*/conversation*/dialogue/talks/meetings
	momentum
	going/go well
	in due course
	provide/give/bring .. update/updates
	update/updates .. provided/given/follow/come/next
	wait*
	await*
	as last/before/previous/previously/above/already/reported/per
	keep/keeps/keeping/kept .. review/eye/watch/sight
	aware
	pleased/happy/confident/positive/hopeful`)

// saysEffort is true of a note with a clause that tells of effort, good will
// or waiting.
func saysEffort(list []clause) bool {
	for _, c := range list {
		if effortPhrases.hasAnyhow(c) {
			return true
		}
	}
	return false
}

// holdsFact is true of a note that names a figure, a day or somebody, or an
// act that is done.
func holdsFact(note string, list []string) bool {
	if strings.ContainsAny(note, "0123456789%£") || hasName(note) || hasDate(list) {
		return true
	}
	for i, w := range list {
		if w == "longer" && i > 0 && list[i-1] == "no" || acts[w] || seasons[w] || isNumber(w) || w == "end" && i+1 < len(list) && list[i+1] == "of" {
			return true
		}
		if len(w) > 4 && strings.HasSuffix(w, "ed") && !ofEffort[w] && !nothingNew[w] && !(i > 0 && (list[i-1] == "be" || list[i-1] == "being")) {
			return true
		}
	}
	return false
}

// isNumber is true of a figure in words, of one only where it is more than an
// article.
func isNumber(w string) bool {
	if n := amount(w); n > 1 {
		return true
	}
	head, _, _ := strings.Cut(w, "-")
	return numbers[head]
}

var numbers = setOf("thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen half halves third thirds quarters twice")

var seasons = setOf("spring summer autumn winter christmas easter yesterday tomorrow today")

// acts are what somebody did or what became of something: after such a word
// the board knows more than before.
var acts = setOf(`agreed appointed recruited approved signed published launched trained wrote written sent opened closed filled moved held completed finished delivered
	issued tested bought built started began begun rang called visited found audited checked cut fell fallen rose risen dropped doubled halved increased decreased tripled joined left resigned
	stopped paused cancelled postponed delayed refused declined rejected withdrawn withdrew lost ended expired failed broke broken missed returned replied responded asked told read used using ran
	installed migrated merged split replaced rewritten rewrote redrafted drafted advertised interviewed offered accepted commissioned procured tendered awarded contracted secured
	chosen chose picked named identified mapped counted measured sampled surveyed consulted presented submitted circulated handed transferred converted introduced removed
	scrapped dropped settled resolved fixed cleared reduced raised resumed restarted reopened vacant empty unfilled short`)

// hasName is true of a text with a capital letter inside a sentence: the name
// of a place, a body or a system, or an acronym.
func hasName(s string) bool {
	last, firstWord := 0, true
	for _, w := range wordSpans(s) {
		if strings.ContainsAny(s[last:w.start], ".!?:\n") {
			firstWord = true
		}
		last = w.end
		r, size := utf8.DecodeRuneInString(s[w.start:w.end])
		if unicode.IsUpper(r) && w.end-w.start > size && (!firstWord || isCapitals(s[w.start:w.end])) {
			return true
		}
		firstWord = false
	}
	return false
}

func isCapitals(w string) bool { return strings.ToUpper(w) == w }
