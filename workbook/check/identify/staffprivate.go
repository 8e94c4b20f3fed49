package identify

// findStaffPrivate marks what is private to one member of staff: the health, the
// family or the conduct of somebody whose post says who they are.
func (t *text) findStaffPrivate() {
	for _, s := range t.sentences {
		post := t.onePost(s)
		if post < 0 || s.has&(childWord|kinWord|familyWord|manyChildren|manyKin) != 0 { // theirs, then
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
	case (low == "off" || low == "leave" || low == "absent") && (next == "with" || next == "for") && (t.at(i+2).low == "stress" || t.at(i+2).low == "anxiety" || t.at(i+2).low == "surgery" || t.at(i+2).low == "treatment"):
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
	// ofPrivateLife come after her or his.
	ofPrivateLife = setOf(`marriage divorce illness operation surgery grievance breakdown bereavement sickness suspension`)
)
