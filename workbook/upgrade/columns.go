package upgrade

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"

	"actionplan/workbook/words"
)

// assign decides what is read from each column of a table: by the heading, by
// what stands under it, and by both together. A heading that the vocabulary
// lists is never displaced by one that is only like it, and a filled column
// beats one that is empty.
func (t *table) assign() {
	t.settleByContent()
	t.settleDates()
	t.settleActions()
	for _, holds := range slices.Concat([]string{workbook.ColStatus, workbook.ColProgressNote, workbook.ColOwner}, t.plainMeanings()) {
		t.take(holds)
	}
	t.settleAreas()
	t.settleOwners()
	t.settleMixed()
	t.fillGaps()
	t.remark()
}

// plainMeanings are the meanings that need no thought.
func (t *table) plainMeanings() []string {
	var plain []string
	for _, c := range workbook.FindSheet(workbook.SheetActions).Columns {
		switch c.Heading {
		case workbook.ColArea, workbook.ColFindings, workbook.ColStatus, workbook.ColProgressNote, workbook.ColOwner, workbook.ColAction, workbook.ColDue, workbook.ColRevisedDue, workbook.ColCompleted:
		default:
			plain = append(plain, c.Heading)
		}
	}
	return append(plain, workbook.MeansWhere)
}

// weigh is how strongly a column offers itself for what it is to hold; below
// zero it does not.
func (t *table) weigh(c *column, holds string) float64 {
	if c.by == byYou {
		return 1000
	}
	score := 60.0
	if c.exact {
		score = 100
	}
	switch c.profile.fit(holds) {
	case fitsNot:
		return -1
	case fitsWell:
		score += 15
	}
	if c.profile.filled+c.profile.coloured == 0 {
		score -= 45
	}
	if c.hidden {
		score -= 60
	}
	if most := t.fullest(holds); most > 0 {
		score += 20 * float64(c.profile.filled) / float64(most)
	}
	return max(score, 0)
}

// fullest is how many cells the fullest column of a meaning has.
func (t *table) fullest(means string) int {
	most := 0
	for _, c := range t.columns {
		if c.means == means {
			most = max(most, c.profile.filled)
		}
	}
	return most
}

// take chooses the column for one meaning. Of reports and ratings that are
// equally good the last counts, because they are added to the right.
func (t *table) take(holds string) *column { return t.takeFrom(holds, holds) }

func (t *table) takeFrom(holds string, means ...string) *column {
	if c := t.column(holds); c != nil {
		return c
	}
	var best *column
	most := 0.0
	for _, c := range t.columns {
		if c.holds != "" || !slices.Contains(means, c.means) {
			continue
		}
		score := t.weigh(c, holds)
		if score < 0 {
			continue
		}
		last := (holds == workbook.ColProgressNote || holds == workbook.ColStatus) && best != nil && 2*c.profile.filled >= best.profile.filled && score >= most-12 && c.exact == best.exact
		if best == nil || score > most || last {
			best, most = c, score
		}
	}
	if best != nil {
		best.holds = holds
	}
	return best
}

// settleByContent corrects headings whose columns plainly hold something else.
func (t *table) settleByContent() {
	for _, c := range t.columns {
		p := c.profile
		if c.by == byYou || p.filled == 0 {
			continue
		}
		switch {
		case c.means == workbook.ColProgressNote && p.plain >= 0.8 && p.length < 26 && !t.hasFilled(workbook.ColStatus):
			c.becomes(workbook.ColStatus, "it holds status words")
		case c.means == workbook.ColStatus && p.fronts >= 0.7:
		case c.means == workbook.ColStatus && p.fit(workbook.ColStatus) == fitsNot && p.fit(workbook.ColProgressNote) != fitsNot && p.length > 12:
			c.becomes(workbook.ColProgressNote, "it holds reports, not status words")
		case c.means == workbook.MeansArea && p.levels > 0.7:
			c.becomes(workbook.MeansLevel, "it holds levels such as high and low")
		case c.means == workbook.ColAction && (p.refs > 0.7 || p.numbers > 0.7) && p.length < 12:
			c.becomes(workbook.ColRef, "it holds numbers")
		case c.means == workbook.ColUpdated && p.days < 0.2 && p.length > 12:
			c.becomes(workbook.ColProgressNote, "it holds reports, not dates")
		case isDay(c.means) && p.days < 0.2 && p.length > 15 && (c.means == workbook.MeansTarget || c.means == workbook.ColImpactReview):
			c.becomes(map[string]string{workbook.MeansTarget: workbook.ColSuccessMeasure, workbook.ColImpactReview: workbook.ColProgressNote}[c.means], "it holds no dates")
		case c.means == workbook.MeansCompletion && p.days < 0.2 && p.plain > 0.5:
			c.becomes(workbook.ColStatus, "it holds status words")
		case c.means == workbook.ColCompleted && p.days < 0.2 && p.fit(workbook.ColStatus) == fitsWell && p.plain > 0.5:
			c.becomes(workbook.ColStatus, "it holds status words, not dates")
		case c.means == workbook.ColSuccessMeasure && p.days >= 0.7:
			c.becomes(workbook.ColDue, "it holds dates")
		case c.means == workbook.ColStatus && p.days >= 0.7:
			c.becomes(workbook.ColUpdated, "it holds dates")
		case c.means == workbook.MeansWhere && p.length > 60:
			c.becomes(workbook.MeansFinding, "it holds sentences")
		case c.means == workbook.ColPartner && !t.hasFilled(workbook.ColOwner, workbook.MeansAreaOwner):
			c.becomes(workbook.ColOwner, "no other column says who leads")
		}
	}
}

func (c *column) becomes(means, why string) { c.means, c.exact, c.remark = means, false, why }

func (t *table) hasFilled(means ...string) bool {
	return slices.ContainsFunc(t.columns, func(c *column) bool {
		return slices.Contains(means, c.means) && c.profile.filled+c.profile.coloured > 0
	})
}

var originally = words.MustCompile(`(?i)\b(original|initial|baseline|first)\b`)

// settleDates decides among the columns of dates. A completion date is the
// date to be done by while actions are open; of an original and another due
// date the original is Due.
func (t *table) settleDates() {
	var dues []*column
	for _, c := range t.columns {
		if c.means == workbook.ColDue && c.profile.fit(workbook.ColDue) != fitsNot {
			dues = append(dues, c)
		}
	}
	if i := slices.IndexFunc(dues, func(c *column) bool { return originally.MatchString(c.title()) }); i >= 0 && len(dues) > 1 {
		dues[i].holds = workbook.ColDue
		for _, c := range dues {
			if c != dues[i] && !originally.MatchString(c.title()) && !t.hasFilled(workbook.ColRevisedDue) {
				c.holds, c.remark = workbook.ColRevisedDue, "beside "+dues[i].name()+" it is the date now agreed"
				break
			}
		}
	}
	t.take(workbook.ColDue)
	if completion := t.findColumn(workbook.MeansCompletion); completion != nil {
		switch {
		case t.column(workbook.ColDue) != nil || !t.plannedDates(completion):
			completion.holds = workbook.ColCompleted
		default:
			completion.holds, completion.remark = workbook.ColDue, "actions that are not done have dates in it, so they are dates to be done by"
		}
	}
	t.take(workbook.ColRevisedDue)
	t.take(workbook.ColCompleted)
	if c := t.column(workbook.ColRevisedDue); c != nil && t.column(workbook.ColDue) == nil && t.bestTarget() == nil {
		c.holds, c.remark = workbook.ColDue, "no other column says by when"
	}
	if c := t.bestTarget(); c != nil && t.column(workbook.ColDue) == nil {
		c.holds = workbook.ColDue
	} else if c != nil && c.profile.days < 0.5 {
		c.means = workbook.ColSuccessMeasure
	}
}

func (t *table) bestTarget() *column {
	for _, c := range t.columns {
		if c.means == workbook.MeansTarget && c.profile.fit(workbook.ColDue) != fitsNot && c.profile.filled > 0 {
			return c
		}
	}
	return nil
}

// plannedDates is true of a column of completion dates in which actions that
// are not done have dates too.
func (t *table) plannedDates(c *column) bool {
	status := t.take(workbook.ColStatus)
	if status == nil {
		return true
	}
	open, done, blank := 0, 0, 0
	for _, r := range t.rows() {
		g, ok := guessStatus(r.at(status.col).text())
		closed := ok && (g.means == workbook.Delivered || g.means == workbook.Embedded)
		switch {
		case r.at(c.col).text() == "":
			blank++
		case closed:
			done++
		default:
			open++
		}
	}
	return open > 0 || done == 0
}

// settleActions decides which column is the action. Without one of that name
// it is how something is done, what is done, or what was recommended.
func (t *table) settleActions() {
	if t.take(workbook.ColAction) != nil {
		return
	}
	for _, means := range actionMeanings[1:] {
		if means == workbook.MeansArea && !t.hasAny(workbook.ColDue, workbook.ColOwner) {
			continue
		}
		if c := t.takeFrom(workbook.ColAction, means); c != nil {
			if means != workbook.MeansHow && means != workbook.MeansWhat {
				c.remark = "no other column says what is to be done"
			}
			return
		}
	}
	if t.hasAny(workbook.ColAction) && !slices.ContainsFunc(t.columns, func(c *column) bool { return c.means == "" && c.profile.fit(workbook.ColAction) == fitsWell }) {
		// Its words are short, but nobody but the heading says what they are.
		for _, c := range t.columns {
			if c.means == workbook.ColAction && c.exact && c.profile.filled > 0 && c.profile.days < 0.5 {
				c.holds = workbook.ColAction
				return
			}
		}
	}
	var best *column
	for _, c := range t.columns {
		p := c.profile
		switch {
		case c.means != "" || p.fit(workbook.ColAction) == fitsNot || p.length < 12 || 2*p.distinct <= p.filled || p.posts > 0.6 || p.days > 0.2:
		case best == nil || best.profile.past >= 0.5 && p.past < 0.5:
			best = c
		}
	}
	if best != nil {
		best.holds, best.by, best.remark = workbook.ColAction, byContent, "it holds sentences that differ from row to row"
	}
}

// settleAreas decides which column names the improvement area. What is left
// of recommendations and findings is what the action answers.
func (t *table) settleAreas() {
	area := t.takeFrom(workbook.MeansArea, workbook.MeansArea, workbook.MeansWhat)
	if area != nil {
		// Of several the first that is not different in every row.
		for _, c := range t.columns {
			if c.means == workbook.MeansArea && c.holds == "" && c.by != byYou && area.by != byYou && t.weigh(c, workbook.MeansArea) >= 0 && t.repeats(c) && !t.repeats(area) {
				area.holds = ""
				area = c
				area.holds = workbook.MeansArea
				break
			}
		}
	}
	if area == nil {
		if c := t.findColumn(workbook.MeansAreaOutcome); c != nil && t.repeats(c) && !t.hasFilled(workbook.MeansRecommendation) {
			c.holds, c.remark = workbook.MeansArea, "several actions share it, and no other column names their area"
			area = c
		}
	}
	if area == nil && t.action() != workbook.MeansRecommendation {
		if c := t.findColumn(workbook.MeansRecommendation); c != nil && (c.profile.filled <= 8 || t.repeats(c) || len(t.view.merges) > 0) {
			c.holds = workbook.MeansArea
		}
	}
	if area != nil && area.by != byYou && t.titles() >= 2 {
		// Titles between the rows name the areas; what every row says beside
		// them is what is to come of it.
		area.holds = ""
		if !t.hasFilled(workbook.MeansAreaOutcome) {
			area.holds, area.remark = workbook.MeansAreaOutcome, "the titles over the rows name the areas"
		}
	}
	t.takeFrom(workbook.MeansFinding, workbook.MeansRecommendation, workbook.MeansFinding)
	t.takeFrom(workbook.MeansAreaOutcome, workbook.MeansAreaOutcome)
	if c := t.column(workbook.ColImpactChildren); t.column(workbook.MeansAreaOutcome) == nil && c != nil && strings.Contains(plainText(c.heading), "outcome") && t.sameInArea(c) {
		c.holds = workbook.MeansAreaOutcome
	} else if c := t.column(workbook.MeansAreaOutcome); c != nil && t.column(workbook.ColImpactChildren) == nil && !t.sameInArea(c) && t.titles() < 2 {
		c.holds = workbook.ColImpactChildren
	}
}

// titles is how many rows in and over a table are plainly titles of sections.
func (t *table) titles() int {
	n := 0
	for _, r := range t.view.rows {
		if r.number > t.end || r.number < t.top-3 {
			continue
		}
		c, _, ok := titleIn(r.filled())
		if !ok {
			continue
		}
		m, merged := t.view.block(r.number, c.Col)
		wide := merged && m.LastCol-m.Col >= 3 && m.LastRow == m.Row && r.number > t.bottom
		if sectionWord.MatchString(c.text()) || wide {
			n++
		}
	}
	return n
}

// action is what the column of actions means by its heading.
func (t *table) action() string {
	if c := t.column(workbook.ColAction); c != nil {
		return c.means
	}
	return ""
}

func (t *table) findColumn(means string) *column {
	for _, c := range t.columns {
		if c.means == means && c.holds == "" && t.weigh(c, means) >= 0 {
			return c
		}
	}
	return nil
}

// repeats is true of a column whose values stand for several rows each.
func (t *table) repeats(c *column) bool {
	p := c.profile
	if p.distinct < p.filled {
		return true
	}
	action := t.column(workbook.ColAction)
	return action != nil && p.filled < action.profile.filled
}

// sameInArea is true of a column that says the same for all actions of an
// area, at least once for more than one.
func (t *table) sameInArea(c *column) bool {
	area := t.column(workbook.MeansArea)
	if area == nil {
		return false
	}
	said, several := map[string]string{}, false
	now := ""
	for _, r := range t.rows() {
		if name := t.view.shared(r, area.col).text(); name != "" {
			now = plainText(name)
		}
		text := plainText(t.view.shared(r, c.col).text())
		if text == "" {
			continue
		}
		if was, ok := said[now]; ok {
			if was != text {
				return false
			}
			several = true
		}
		said[now] = text
	}
	return several || len(said) > 0 && c.profile.filled <= len(said) && t.repeats(area)
}

// settleOwners takes the post that answers for an area as the owner where the
// table has no other.
func (t *table) settleOwners() {
	if t.column(workbook.ColOwner) == nil {
		t.takeFrom(workbook.ColOwner, workbook.MeansAreaOwner)
	}
	t.takeFrom(workbook.MeansAreaOwner, workbook.MeansAreaOwner)
	if t.column(workbook.ColOwner) == nil {
		t.takeFrom(workbook.ColOwner, workbook.ColPartner)
	}
}

// settleMixed looks at columns whose heading names two things, such as
// STATUS/COMMENT: what stands in them decides.
func (t *table) settleMixed() {
	for _, c := range t.columns {
		if c.by == byYou || !strings.ContainsAny(c.heading, "/&") && !strings.Contains(strings.ToLower(c.heading), " and ") {
			continue
		}
		folded := strings.ToLower(c.heading)
		status := strings.Contains(folded, "status") || strings.Contains(folded, "rag") || strings.Contains(folded, "rating")
		report := strings.Contains(folded, "comment") || strings.Contains(folded, "progress") || strings.Contains(folded, "update") || strings.Contains(folded, "note")
		switch {
		case !status || !report || c.holds == workbook.ColStatus && c.profile.fronts >= 0.7:
		case c.profile.plain >= 0.8 && c.profile.length < 26 && t.column(workbook.ColStatus) == nil:
			t.free(workbook.ColProgressNote, c)
			c.holds = workbook.ColStatus
			c.remark = "it holds status words"
		case c.profile.plain < 0.8 && (c.holds == workbook.ColStatus || c.holds == ""):
			if t.column(workbook.ColProgressNote) == nil {
				c.holds = workbook.ColProgressNote
				c.remark = "it holds reports and status words mixed"
			}
		}
	}
}

func (t *table) free(holds string, c *column) {
	if c.holds == holds {
		c.holds = ""
	}
}

// fillGaps reads what is still missing from columns whose heading nobody
// knows, or that have none, by what stands in them.
func (t *table) fillGaps() {
	for _, gap := range []struct {
		holds string
		is    func(p profile) bool
		why   string
	}{
		{workbook.ColDue, func(p profile) bool { return p.days >= 0.7 }, "it holds dates, and no heading names a date to be done by"},
		{workbook.ColStatus, func(p profile) bool {
			return p.plain >= 0.8 && p.length < 26 && p.distinct <= max(3, p.filled/2) || p.filled == 0 && p.coloured > 1
		}, "it holds a few status words, again and again"},
		{workbook.ColOwner, func(p profile) bool {
			return p.posts >= 0.6 && p.length < 60
		}, "it holds posts or names"},
		{workbook.ColAction, func(p profile) bool { return p.length > 25 && 2*p.distinct > p.filled && p.past < 0.5 }, "it holds sentences"},
		{workbook.ColProgressNote, func(p profile) bool { return p.length > 25 && p.past >= 0.6 }, "it holds sentences about what has been done"},
	} {
		if t.column(gap.holds) != nil {
			continue
		}
		for _, c := range t.columns {
			if c.holds == "" && c.means == "" && c.by != byYou && (c.profile.filled > 0 || gap.holds == workbook.ColStatus) && gap.is(c.profile) {
				c.holds, c.by, c.remark = gap.holds, byContent, gap.why
				break
			}
		}
	}
}

// remark says of each column that is not read why, and of those read by
// likeness or content that somebody should look.
func (t *table) remark() {
	for _, c := range t.columns {
		other := t.column(c.means)
		switch {
		case c.holds != "" && c.by == byYou:
			c.remark = "as you said"
		case c.holds != "" && c.by == byLikeness && c.remark == "":
			c.remark = "read by the words of its heading, please check"
		case c.holds != "":
		case c.by == byYou && c.means == workbook.MeansNothing:
			c.remark = "left out, as you said"
		case c.means == workbook.MeansNothing, c.means == workbook.MeansLevel:
			c.remark = "the new workbook has no place for it"
		case c.means == "":
			c.remark = strings.TrimSpace("nobody could tell what it is" + c.looksLike())
		case c.profile.fit(c.means) == fitsNot:
			c.remark = fmt.Sprintf("its heading says %s, but what stands in it does not look like that", c.means)
		case other != nil && isReport(c.means) && c.profile.filled > 0 && other.col > c.col:
			c.remark = fmt.Sprintf("an earlier column of the same kind; %s, the last, is carried over", other.name())
		case other != nil && c.profile.filled < other.profile.filled:
			c.remark = fmt.Sprintf("%s means the same and has more in it, so that one is carried over", other.name())
		case other != nil:
			c.remark = fmt.Sprintf("%s means the same, and that one is carried over", other.name())
		}
	}
}

func isReport(means string) bool {
	return means == workbook.ColProgressNote || means == workbook.ColStatus
}

// looksLike says what a column without a known heading seems to hold.
func (c *column) looksLike() string {
	switch p := c.profile; {
	case p.days >= 0.7:
		return "; it holds dates"
	case p.posts >= 0.6:
		return "; it holds posts or names"
	case p.statuses >= 0.8:
		return "; it holds status words"
	}
	return ""
}
