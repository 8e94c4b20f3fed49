package identify

// findStaffPrivate marks what is private to one member of staff: the health, the
// family or the conduct of somebody whose post says who they are.
func (t *text) findStaffPrivate() {
	for _, s := range t.sentences {
		post := t.onePost(s)
		if post < 0 {
			continue
		}
		if s.has&(childWord|kinWord|familyWord|manyChildren|manyKin) != 0 { // theirs, then, unless it is why the post is away
			if i, n := t.awayWith(s, post); n > 0 {
				t.mark(StaffPrivate, post, i+n)
			}
			continue
		}
		for i := s.from; i < s.to; i++ {
			if n := t.isPrivate(i); n > 0 {
				t.mark(StaffPrivate, min(post, i), max(post+1, i+n))
				break
			}
		}
	}
}

// awayWith finds why the post at a place is away, said right behind it and of
// nobody else: its deputy, off with depression. n is 0 where nothing is said.
func (t *text) awayWith(s sentence, post int) (i, n int) {
	const near = 6
	for i = post + 1; i < min(s.to, post+near); i++ {
		if t.words[i].class&(childWord|kinWord|familyWord|manyChildren|manyKin) != 0 || t.words[i].low == "whose" {
			return 0, 0
		}
		if low := t.words[i].low; low == "off" || low == "leave" || low == "absent" {
			return i, t.isPrivate(i)
		}
	}
	return 0, 0
}

// onePost is the first word of a sentence that names a post which one person
// holds, -1 without any: the team manager, and not team managers or a manager's
// training.
func (t *text) onePost(s sentence) int {
	for i := s.from; i < s.to; i++ {
		if w := t.words[i]; soleposts[w.low] && !t.anyPost(i) {
			return i
		}
	}
	return -1
}

// anyPost is true where whoever holds a post is meant: any manager, each worker.
func (t *text) anyPost(i int) bool {
	for k := i - 1; k >= max(0, i-4) && t.follows(k+1); k-- {
		switch t.words[k].low {
		case "any", "every", "each", "no", "if", "when", "whenever":
			return true
		}
	}
	return false
}

// isPrivate is the number of words at i that tell of somebody's health, family or
// conduct, 0 for none.
func (t *text) isPrivate(i int) int {
	low, next := t.at(i).low, t.at(i+1).low
	switch {
	case ofIllness[low], illnesses[low] && suffers[t.at(i-1).low]:
		return 1
	case (low == "off" || low == "leave" || low == "absent") && (next == "with" || next == "for") && awayFor[t.at(i+2).low]:
		return 3
	case (low == "her" || low == "his") && ofPrivateLife[next]:
		return 2
	case low == "a" && next == "grievance", low == "disciplinary" && (next == "hearing" || next == "process" || next == "investigation" || next == "action"):
		return 2
	}
	return 0
}

var (
	// soleposts are words for a post of which a team or a service has one or few.
	soleposts = setOf(`manager practitioner worker officer lead head director coordinator co-ordinator adviser advisor administrator supervisor nurse
		psychologist therapist consultant solicitor lawyer deputy assistant principal chair`)
	ofIllness = setOf(`chemotherapy miscarriage hospitalised alcoholic`)
	// illnesses are told of somebody after suffers: has depression, and not a course
	// on depression.
	illnesses = setOf(`depression cancer anxiety burnout stroke dementia`)
	suffers   = setOf(`has had have with from her his a of clinical severe post-natal postnatal`)
	// awayFor are why somebody is off or on leave.
	awayFor = setOf(`stress anxiety surgery treatment depression cancer burnout grief bereavement`)
	// ofPrivateLife come after her or his.
	ofPrivateLife = setOf(`marriage divorce illness operation surgery grievance breakdown bereavement sickness suspension`)
)
