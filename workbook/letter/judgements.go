package letter

import (
	"strings"

	"actionplan/workbook/words"
)

var grade = words.MustCompile(`(?i)^(outstanding|good|requires improvement(?: to be good)?|inadequate|adequate|satisfactory|not judged|no grade)\*?\.?$`)

// judgements reads the table of grades, or sentences that give them.
func (r *factReader) judgements() {
	type rowKey struct{ table, row int }
	first := map[rowKey]string{}
	for _, p := range r.passages {
		if p.Table == 0 {
			continue
		}
		key := rowKey{p.Table, p.Row}
		if m := grade.FindStringSubmatch(p.Text); m != nil {
			if area := first[key]; area != "" {
				r.judge(area, m[1])
			}
			continue
		}
		first[key] = strings.TrimSpace(first[key] + " " + p.Text)
	}
	tabled := len(r.facts.Judgements) > 0
	for _, p := range r.passages {
		m := gradedHeading.FindStringSubmatch(strings.ReplaceAll(p.Text, "judgment", "judgement"))
		if m != nil && len(p.Text) < 180 && (!tabled || overall.MatchString(m[1]) || boardName.MatchString(m[1])) {
			r.judge(m[1], m[2])
		}
	}
	r.gradesBelow()
	for _, p := range r.opening() {
		if m := overallSentence.FindStringSubmatch(strings.ReplaceAll(p.Text, "'", "’")); m != nil && r.facts.Outcome == "" && len(p.Text) < 160 {
			r.facts.Outcome = words.Capital(strings.TrimSpace(m[1]))
		}
	}
	for _, j := range r.facts.Judgements {
		if overall.MatchString(j.Area) {
			r.facts.Outcome = j.Grade
		}
	}
	if r.facts.Outcome == "" && r.facts.Kind == AreaSEND {
		r.outcomeOfSEND()
	}
}

var (
	overall       = words.MustCompile(`(?i)^(?:the )?overall (?:effectiveness|judge?ment)`)
	gradedHeading = words.MustCompile(`(?i)^((?:the )?(?:overall (?:effectiveness|judgement)|experiences and progress of .+?|impact of leaders .+?|effectiveness of .+?|graded judgement for .+?|leadership, management and governance|adoption performance))(?:: | is | are | – | - )(outstanding|good|requires improvement(?: to be good)?|inadequate|adequate)\.?$`)
)

// gradedArea is what a grade is given for, on a line of its own.
var gradedArea = words.MustCompile(`(?i)^(?:the )?(?:overall (?:effectiveness|judge?ment)|experiences and progress of|impact of leaders|effectiveness of|leadership, management and governance|adoption performance|children who need help and protection|children looked after|quality of)[^.]{0,110}$`)

// overallSentence gives the overall grade of a report whose table has none.
var overallSentence = words.MustCompile(`(?i)^(?:the overall judge?ment is (?:that )?)?(?:children’s services|services for children)(?: in .{3,60}?)? (?:(?:is|are) )?((?:outstanding|good|inadequate)|requires? improvement(?: to be good)?)\.?$`)

var gradeBelow = words.MustCompile(`(?i)^grade:? \d\s*\(?(outstanding|good|adequate|inadequate)\)?\.?$`)

// gradesBelow reads "Grade 3 (Adequate)" under the heading of what is graded.
func (r *factReader) gradesBelow() {
	for i, p := range r.passages {
		if i == 0 {
			continue
		}
		over := r.passages[i-1]
		if m := gradeBelow.FindStringSubmatch(p.Text); m != nil && len(over.Text) < 120 {
			r.judge(strings.TrimPrefix(over.Text, "The inspection outcome: "), m[1])
		}
		if m := grade.FindStringSubmatch(p.Text); m != nil && p.Table == 0 && gradedArea.MatchString(over.Text) {
			r.judge(over.Text, m[1])
		}
	}
}

func (r *factReader) judge(area, grade string) {
	area = strings.Trim(area, " :*")
	grade = strings.ToUpper(grade[:1]) + strings.ToLower(grade[1:])
	for _, j := range r.facts.Judgements {
		if sameArea(j.Area) == sameArea(area) {
			return
		}
	}
	r.facts.Judgements = append(r.facts.Judgements, Judgement{area, grade})
}

// boardName is the safeguarding board, which has a grade of its own.
var boardName = words.MustCompile(`(?i)(?:local safeguarding children board(?: \(lscb\))?|lscb)`)

func sameArea(area string) string {
	area = boardName.ReplaceAllString(plainHeading(area), "lscb")
	return strings.TrimPrefix(strings.Replace(area, "judgment", "judgement", 1), "the ")
}

var sendOutcome = words.MustCompile(`(?i)local area partnership’s (?:special educational needs.{0,60})?arrangements .{0,40}lead to|there are widespread and/or systemic failings|(?:raises|raise) significant concerns about the effectiveness of the local area|written statement of action is required`)

func (r *factReader) outcomeOfSEND() {
	for _, p := range r.opening() {
		text := strings.ReplaceAll(p.Text, "'", "’")
		if sendOutcome.MatchString(text) {
			r.facts.Outcome = sentences(p.Text)[0].text
			return
		}
	}
}

var (
	judgedIn   = words.MustCompile(`(?i)\b(?:judged|rated|found|graded)(?: (?:to be|as))? ‘?(outstanding|good|requir(?:es|ing|e) improvement(?: to be good)?|inadequate|adequate)’?(?:,? (?:overall )?(?:in|at|by Ofsted in|following|by)(?: (?:an?|the|its|our) .{0,80}? in)? ((?:` + monthPattern + ` )?(?:19|20)\d{2}))?`)
	previousOn = words.MustCompile(`(?i)\bdates? of (?:the )?previous inspection:? *(.+)$`)
	whenJudged = words.MustCompile(`(?i)\b(?:last|previous) (?:[\w’]+ ){0,4}inspection (?:in|of|on) ((?:` + monthPattern + ` )?(?:19|20)\d{2}),? when (?:[\w’]+ ){1,4}(?:was|were) (?:judged|rated|found|graded)(?: as| to be| to)? (outstanding|good|require(?:s|d)? improvement(?: to be good)?|inadequate|adequate)\b`)
	lastIn     = words.MustCompile(`(?i)\b(?:since|at|following|after) (?:the|its|our|their) (?:last|previous|most recent) (?:Ofsted |full |standard |short |ILACS |single |graded )*inspection (?:of (?:children’s )?services )?(?:in|of|on) ((?:` + monthPattern + ` )?(?:19|20)\d{2})`)
)

// previous reads the judgement before, and when.
func (r *factReader) previous() {
	for i, p := range r.opening() {
		text := strings.ReplaceAll(p.Text, "'", "’")
		if m := previousOn.FindStringSubmatch(text); m != nil {
			r.facts.PreviousDate = strings.TrimSpace(m[1])
		} else if previousOnly.MatchString(text) && i+1 < len(r.passages) && len(findSpans(r.passages[i+1].Text)) > 0 {
			r.facts.PreviousDate = r.passages[i+1].Text
		}
		for _, s := range sentences(text) {
			if m := judgedIn.FindStringSubmatch(s.text); m != nil && r.facts.Previous == "" && m[2] != "" && r.facts.Kind != "" {
				r.facts.Previous, r.facts.PreviousDate = strings.ToUpper(m[1][:1])+m[1][1:], m[2]
			}
		}
		if m := whenJudged.FindStringSubmatch(text); m != nil && r.facts.Previous == "" {
			r.facts.PreviousDate, r.facts.Previous = m[1], words.Capital(strings.Replace(m[3], "require improvement", "requires improvement", 1))
		}
		if m := lastIn.FindStringSubmatch(text); m != nil && r.facts.PreviousDate == "" {
			r.facts.PreviousDate = m[1]
		}
	}
}

var previousOnly = words.MustCompile(`(?i)^dates? of (?:the )?previous inspection:?$`)
