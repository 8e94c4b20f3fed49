package check

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var noteAgainstStatus = Rule{
	Name: "note-against-status", Severity: workbook.Warning, Doc: doc("note-against-status"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Bad(workbook.ColStatus) || a.Bad(workbook.ColProgressNote) {
				continue
			}
			if against, severity := p.against(a.ProgressNote, a.Meaning); against != "" {
				problem := at(a.Source, workbook.ColProgressNote, a.Ref,
					"The status is "+quote(a.Word)+", but the note "+against+".",
					"Make the two agree: change the status, or say in the note what has happened since.", a.At(workbook.ColStatus))
				problem.Severity = severity
				p.Report(problem)
			}
		}
		p.reasonsAgainstStatus()
	},
}

// reasonsAgainstStatus reads the reason for an area's status in the same way.
func (p *Pass) reasonsAgainstStatus() {
	for _, a := range p.Facts.Areas {
		if blank(a.Status) || a.Bad(workbook.ColStatus) || a.Bad(workbook.ColStatusReason) || a.Meaning == workbook.OnTrack && troubleNamed(a) {
			continue
		}
		weight := p.weightOf(a.StatusReason, a.Stated)
		if tells := p.tells(a.StatusReason, a.Stated); tells != "" && p.surely(a.StatusReason) && weight >= limitsOf[a.Stated].believed {
			problem := at(a.Source, workbook.ColStatusReason, a.Ref,
				"The status is "+quote(a.Word)+", but its reason "+tells+".",
				"Make the two agree.", a.At(workbook.ColStatus))
			problem.Severity = believed(weight)
			p.Report(problem)
		}
	}
}

// surely is true of a text that says more against a status than a mood or a
// setback: an area's reason weighs several actions, and names what is still hard.
func (p *Pass) surely(reason string) bool {
	n := p.notes.Get(reason, readNote)
	return n.bleak == "" && n.setback == "" || n.trouble != "" || n.tookLonger != "" || n.waiting != "" || n.notBegun != ""
}

// troubleNamed is true of an area whose reason names one of its actions: what
// it says is then of that action, and not of the area.
func troubleNamed(a *facts.Area) bool {
	for _, action := range a.Actions {
		if namesAction(a.StatusReason, action) {
			return true
		}
	}
	return false
}

// against is what a note says against a status, as the rest of a sentence, and
// how sure that is: the phrase that tells so, if what it weighs agrees, or what
// it reads like if that weighs enough without one. That is advice, for held out
// as many notes that agree with their status read so as contradict it.
func (p *Pass) against(note string, status workbook.Meaning) (string, workbook.Severity) {
	limits, judged := limitsOf[status]
	if blank(note) || !judged {
		return "", workbook.SeverityInvalid
	}
	weight := p.weightOf(note, status)
	if tells := p.tells(note, status); tells != "" && weight >= limits.believed {
		return tells, believed(weight)
	}
	if weight >= limits.enough && !(wanting(status) && cameBack(note)) {
		return "reads " + readsLike[status], workbook.Advice
	}
	return "", workbook.SeverityInvalid
}

// wanting statuses say that an action wants something yet.
func wanting(status workbook.Meaning) bool {
	return status == workbook.AtRisk || status == workbook.OffTrack
}

// cameBack is true of a note that opens with the action's own return from done:
// "Reopened: the September audit found …". What it then counts is no good news.
func cameBack(note string) bool {
	for w := range eachWord(note) {
		return backAgain[strings.ToLower(note[w.start:w.end])]
	}
	return false
}

var backAgain = setOf("reopened re-opened")

// believed is the severity of a phrase that speaks against a status: a warning
// where the weight speaks against it too, and advice where it speaks for it.
func believed(weight int) workbook.Severity {
	if weight < 0 {
		return workbook.Advice
	}
	return workbook.Warning
}

// readsLike says of a note what it is that speaks against its status.
var readsLike = map[workbook.Meaning]string{
	workbook.OnTrack:    "as if something were in the way",
	workbook.Delivered:  "as if something were still to be done",
	workbook.Embedded:   "as if something were still to be done",
	workbook.OffTrack:   "as if all were well",
	workbook.AtRisk:     "as if all were well",
	workbook.NotStarted: "as if work had begun",
}

// tells is the phrase by which a note speaks against a status, as the rest of a
// sentence; "" where the two can both be true.
func (p *Pass) tells(note string, status workbook.Meaning) string {
	if blank(note) {
		return ""
	}
	n := p.notes.Get(note, readNote)
	switch status {
	case workbook.OnTrack:
		switch {
		case n.trouble != "" || n.tookLonger != "" || n.setback != "" || n.bleak != "":
			return "tells of trouble (" + quote(cmp.Or(n.trouble, n.tookLonger, n.setback, n.bleak)) + ")"
		case n.waiting != "" && !n.dated:
			return "says that it waits for somebody else (" + quote(n.waiting) + ") and not until when"
		case n.notBegun != "":
			return "says that it has not begun (" + quote(n.notBegun) + ")"
		case falling(note) != "":
			return "tells of figures that fall (" + quote(falling(note)) + ")"
		}
	case workbook.Delivered, workbook.Embedded:
		switch {
		case n.unfinished != "":
			return "says that something is still to be done (" + quote(n.unfinished) + ")"
		case n.leftOver != "" && !n.standing:
			return "says that something is still to be done (" + quote(n.leftOver) + ")"
		case comesLater(note, p.AsOf) != "":
			return "says that something is still to come (" + quote(comesLater(note, p.AsOf)) + ")"
		case n.waiting != "":
			return "says that it still waits for somebody (" + quote(n.waiting) + ")"
		case n.notBegun != "":
			return "says that it has not begun (" + quote(n.notBegun) + ")"
		case n.trouble != "" && !(n.wasOnce && n.standing):
			return "tells of trouble (" + quote(n.trouble) + ")"
		}
	case workbook.OffTrack:
		switch {
		case n.trouble != "" || n.tookLonger != "" || n.setback != "" || n.waiting != "" || n.unfinished != "" || n.leftOver != "":
		case n.allWell != "" && !n.reserve:
			return "says that all is well (" + quote(n.allWell) + ")"
		case n.finished != "":
			return "says that it is finished (" + quote(n.finished) + ")"
		}
	case workbook.AtRisk:
		switch {
		case n.trouble != "" || n.tookLonger != "" || n.setback != "" || n.waiting != "" || n.unfinished != "" || n.leftOver != "":
		case n.noDoubt != "" && !n.reserve:
			return "says that all is well (" + quote(n.noDoubt) + ")"
		case n.finished != "":
			return "says that it is finished (" + quote(n.finished) + ")"
		}
	case workbook.NotStarted:
		switch {
		case n.finished != "" && !n.toCome:
			return "says that it is finished (" + quote(n.finished) + ")"
		case n.completed != "" && !n.toCome:
			return "says that it is finished (" + quote(n.completed) + ")"
		case n.underWay != "" && !n.toCome:
			return "says that work is under way (" + quote(n.underWay) + ")"
		case n.cameAbout != "" && !n.toCome && comesLater(note, p.AsOf) == "":
			return "says that work has been done (" + quote(n.cameAbout) + ")"
		}
	}
	return ""
}

// reading is what a note was found to say, each in its own words.
type reading struct {
	trouble    string // stopped, delayed, in danger
	tookLonger string // later or slower than was meant
	setback    string // words of trouble that nothing after them makes good
	bleak      string // words of trouble in a note that tells of nothing else
	waiting    string // for sign-off, approval, a decision
	unfinished string // something is still to be done
	leftOver   string // the same, or beside what stands
	standing   bool   // it says that what was to be made is there
	wasOnce    bool   // its trouble is told in the past tense
	notBegun   string
	allWell    string // on track, going well
	reserve    bool   // there is a reserve: "none in the south"
	noDoubt    string // the same, without any reserve
	finished   string // all of it
	completed  string // a thing is finished that may be the action
	underWay   string
	cameAbout  string // work that was done, where nothing else is said to come
	progress   bool   // it counts how far things have come
	dated      bool   // it names a month or a day
	toCome     bool   // it says that the work begins later
}

// weather is what the other clauses of a note say that bear on one of them.
type weather struct {
	recovered bool // a later one calls the trouble past
	goodSince bool // a later one tells of something gained
	anyGood   bool // any one does, or counts what came about
}

// readNote finds what a note says, clause by clause from its end: the last word
// counts.
func readNote(note string) reading {
	var n reading
	list := clauses(note)
	n.progress = slices.ContainsFunc(list, tellsProgress)
	w := weather{anyGood: slices.ContainsFunc(list, func(c clause) bool { return goodNews(c) || countsGood(c) })}
	for i := len(list) - 1; i >= 0; i-- {
		c := list[i]
		n.dated = n.dated || hasDate(c)
		if sure := certain(c); len(sure) > 0 {
			n.readTrouble(sure, w)
			n.readSetback(sure, w.goodSince || w.anyGood && wasOnce(sure))
			n.readOpen(sure)
		}
		if !supposed(c) {
			n.readWell(c)
			n.readDone(c, i == 0)
		}
		n.readBeginning(c)
		w.recovered = w.recovered || isPast(c)
		w.goodSince = w.goodSince || goodNews(c)
	}
	n.bleak = bleak(list)
	return n
}

// readBeginning looks for what an action that is not started may say of its
// beginning.
func (n *reading) readBeginning(c clause) {
	n.toCome = n.toCome || laterStart.hasAnyhow(c)
	if i := cameAboutIn(c); i >= 0 {
		n.cameAbout = strings.Join(c[max(0, i-2):min(len(c), i+3)], " ")
	}
}

// say remembers the words of a clause in which something was found. The first
// clause of the note wins, and it is read last.
func say(into *string, c clause, ps *phrases) bool {
	from, to, found := ps.in(c)
	if found {
		*into = strings.Join(c[from:to], " ")
	}
	return found
}

// hasDate is true of a clause that names a month, a day of the week or a day.
func hasDate(c clause) bool {
	for i, w := range c {
		if i > 0 && c[i-1] == "since" {
			continue // it tells how long already
		}
		if months[w] > 0 && (w != "may" && w != "march" && w != "mar" || i > 0 && (timePrepositions[c[i-1]] || c[i-1] == "on" || c[i-1][0] >= '0' && c[i-1][0] <= '9') || i == 0) {
			return true
		}
	}
	return anyIn(weekdays, c)
}

var weekdays = setOf("monday tuesday wednesday thursday friday tomorrow fortnight week weeks days")
