package upgrade

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/words"
)

// flat collects what plans kept as one table hold, before it is spread over
// the sheets.
type flat struct {
	u       *upgrade
	areas   []*area
	byName  map[string]*area
	titles  []cell   // lines above the tables
	pairs   [][]cell // rows above the tables
	several bool     // there is more than one table
	tableNo int      // which of them is read
	from    int      // the last row of the table before
	refs    map[string]bool
	area    *area // the one that rows now belong to

	lead, outcome     string // what lines under a title say of the next area
	leadAt, outcomeAt place

	seen       []row // rows that became actions
	guidance   []place
	titlesRead []place
	hiddenRows []place
	fixed      []string // refs that were changed
}

func newFlat(u *upgrade) *flat {
	return &flat{u: u, byName: map[string]*area{}, refs: map[string]bool{}}
}

// write spreads the plan over the sheets.
func (f *flat) write() {
	if len(f.areas) == 0 {
		return
	}
	f.areas = slices.DeleteFunc(f.areas, func(a *area) bool { return a.name == "" && len(a.actions) == 0 })
	f.writePlan()
	f.numberAreas()
	findings := f.writeFindings()
	for _, a := range f.areas {
		f.writeArea(a)
		for i, one := range a.actions {
			one.values[workbook.ColRef] = f.actionRef(a, one, i)
			one.values[workbook.ColArea] = a.ref
			one.values[workbook.ColFindings] = findings[one]
			one.from[workbook.ColRef] = one.numberAt
			f.u.addFrom(workbook.SheetActions, one.values, one.from)
		}
	}
	f.writePeople()
	f.tell()
}

// tell says what was decided while the tables were read.
func (f *flat) tell() {
	u := f.u
	if len(f.guidance) > 0 {
		u.noteCells(harmInfo, "", f.guidance, "Read as guidance for people who fill in the table, not as an action")
	}
	if len(f.titlesRead) > 0 {
		u.noteCells(harmArea, "section titles to confirm", f.titlesRead, "Read as the titles of improvement areas, not as actions")
	}
	if len(f.hiddenRows) > 0 {
		u.noteCells(harmNotLive, "hidden rows to look at", f.hiddenRows, "Hidden in Excel, and read like the rest")
	}
	if len(u.partly) > 0 {
		u.noteCells(harmNotLive, "struck-out words", u.partly, "A part of the text is struck out; only the rest is carried over")
	}
	if len(u.banded) > 0 {
		u.noteCells(harmStatus, "", u.banded, "The whole row is shaded, which was not read as a status: the status is blank")
	}
	if len(u.unreadRules) > 0 {
		u.noteCells(harmStatus, "statuses to choose", u.unreadRules, "Coloured by a conditional format that was not read: the status is blank")
	}
	if len(f.fixed) > 0 {
		u.note(harmRef, "refs changed", place{}, "Refs that had to be changed, because a ref is up to 20 letters, digits, full stops, underscores and hyphens: %s.", strings.Join(f.fixed, ", "))
	}
	if u.typed > 0 {
		u.note(harmDate, "", place{}, "Dates typed as words that are now real dates: %d. Each is listed below with what stood there.", u.typed)
	}
	if u.months > 0 {
		u.note(harmDate, "months to confirm", place{}, "Dates that showed only a month, and are taken to its end: %d.", u.months)
	}
	if u.shaded > 0 {
		by := ""
		if u.byRule > 0 {
			by = fmt.Sprintf(" (%d of them by a conditional format)", u.byRule)
		}
		u.note(harmStatus, "", place{}, "Statuses that were shown by a colour alone and are now a word: %d%s.", u.shaded, by)
	}
}

// writePlan takes the plan's title, the council's name where a line of the
// title is nothing else, and what lines above the table say of the plan.
func (f *flat) writePlan() {
	has := map[string]bool{}
	for _, row := range f.u.content.Rows[workbook.SheetPlan] {
		has[row[blank.HeadingField]] = true
	}
	add := func(field, value string, from place) {
		if has[field] || value == "" {
			return
		}
		has[field] = true
		f.u.addFrom(workbook.SheetPlan, blank.ContentRow{blank.HeadingField: field, blank.HeadingValue: value}, map[string]place{blank.HeadingValue: from})
		f.u.carry(from)
	}
	plan := workbook.FindSheet(workbook.SheetPlan)
	for _, filled := range f.pairs {
		label, value, from, ok := labelled(filled)
		if !ok {
			continue
		}
		field, likely := findField(plan, label)
		if column := columnOf(plan, field); column != nil && !likely && field != workbook.FieldTemplateVersion {
			add(field, contentValue(*column, filled[len(filled)-1].SurveyedCell, value), from)
			f.u.carry(filled[0].at)
		}
	}
	for _, c := range f.titles {
		t := c.text()
		switch {
		case organisation.MatchString(t) && len(strings.Fields(t)) <= 8:
			add(workbook.FieldOrganisation, t, c.at)
		case strings.Contains(strings.ToLower(t), "plan") && utf8.RuneCountInString(t) <= 120:
			add(workbook.FieldTitle, t, c.at)
		}
	}
}

// organisation is a line that is nothing but the name of a body.
var organisation = words.MustCompile(`(?i)(council|nhs (foundation )?trust|academy|school|college|constabulary|police|hospital|trust|authority|board)$`)

// leadingNumber is the number that an area's own words begin with.
var leadingNumber = words.MustCompile(`(?i)^(?:improvement )?(?:area|priority|theme|objective|outcome|ambition|recommendation|section|workstream|strand|goal|aim|standard|pillar)?\s*(\d{1,3}(?:\.\d{1,2})*)\s*(?:[.:)–—-]|\s)`)

// numberAreas gives every area a ref: its own number, the one its words begin
// with, the one its actions begin with, else the next free A1, A2.
func (f *flat) numberAreas() {
	taken := map[string]bool{}
	beside := f.numbersAreas()
	for _, a := range f.areas {
		own := ""
		if (beside || a.own) && len(a.numbers) > 0 {
			own = fixRef(a.numbers[0])
		}
		for _, ref := range []string{own, firstMatch(leadingNumber, a.name), commonNumber(a)} {
			if ref != "" && workbook.IsRef(ref) && !taken[words.Fold(ref)] {
				a.ref = ref
				taken[words.Fold(ref)] = true
				break
			}
		}
	}
	n := 0
	for _, a := range f.areas {
		for a.ref == "" {
			n++
			if ref := "A" + strconv.Itoa(n); !taken[words.Fold(ref)] {
				a.ref = ref
			}
		}
	}
}

var wholeNumber = words.MustCompile(`^\d{1,3}\.?$`)

// numbersAreas is true where the column of numbers numbers the areas: one for
// each, however many actions it has.
func (f *flat) numbersAreas() bool {
	shared, several := false, false
	for _, a := range f.areas {
		distinct := map[string]bool{}
		for _, n := range a.numbers {
			distinct[n] = true
		}
		if len(distinct) > 1 {
			return false
		}
		several = several || len(a.actions) > 1 && len(distinct) == 1
		for n := range distinct {
			if !wholeNumber.MatchString(n) && len(a.actions) > 0 && !slices.ContainsFunc(a.actions, func(x *action) bool { return x.shared }) {
				shared = true
			}
		}
	}
	return !shared || several && f.uniqueNumbers()
}

func (f *flat) uniqueNumbers() bool {
	seen := map[string]bool{}
	for _, a := range f.areas {
		if len(a.numbers) > 0 {
			if seen[a.numbers[0]] {
				return false
			}
			seen[a.numbers[0]] = true
		}
		if len(a.numbers) == 1 && len(a.actions) > 1 {
			continue
		}
		if len(a.actions) > 1 {
			return false
		}
	}
	return true
}

func firstMatch(re *words.Pattern, s string) string {
	if m := re.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// commonNumber is what the numbers of all actions of an area begin with: 2 of
// 2.1 and 2.2, 1.2 of 1.2.1 and 1.2.2.
func commonNumber(a *area) string {
	var common []string
	for i, n := range a.numbers {
		parts := strings.Split(strings.TrimSuffix(fixRef(n), "."), ".")
		if len(parts) < 2 {
			return ""
		}
		parts = parts[:len(parts)-1]
		if i == 0 {
			common = parts
			continue
		}
		same := 0
		for same < min(len(common), len(parts)) && common[same] == parts[same] {
			same++
		}
		common = common[:same]
	}
	return strings.Join(common, ".")
}

func (f *flat) writeArea(a *area) {
	row := blank.ContentRow{workbook.ColRef: a.ref, workbook.ColAreaName: a.name, workbook.ColAccountable: a.owner, workbook.ColAreaOutcome: a.outcome}
	if a.name == "" {
		row[workbook.ColAreaName] = "Actions without an improvement area"
		f.u.note(harmArea, "areas to name", place{}, "Some actions stood under no improvement area; they are in area %s, which you should name.", a.ref)
	}
	if a.owner == "" {
		row[workbook.ColAccountable] = commonOwner(a)
	}
	f.u.addFrom(workbook.SheetAreas, row, map[string]place{workbook.ColAreaName: a.from})
}

// commonOwner is the lead of an area whose actions all have the same one.
func commonOwner(a *area) string {
	owner := ""
	for i, one := range a.actions {
		o := one.values[workbook.ColOwner]
		if i > 0 && words.FoldName(o) != words.FoldName(owner) {
			return ""
		}
		owner = o
	}
	return owner
}

// actionRef is an action's own number where it has one, else the area's ref
// and a count; always one that no other action has.
func (f *flat) actionRef(a *area, one *action, i int) string {
	own := fixRef(one.number)
	if one.shared && len(a.actions) > 1 || f.numbersAreas() && (len(a.actions) > 1 || a.ref == own) || a.own && own != "" && words.Fold(own) == words.Fold(a.ref) {
		own = ""
	}
	ref := own
	if ref == "" {
		ref = a.ref + "." + strconv.Itoa(i+1)
	}
	if f.refs[words.Fold(ref)] && own != "" {
		ref = f.freeRef(ref, one.fromNumber)
		f.u.note(harmRef, "refs changed", one.numberAt, "More than one action had the number %s; one is now %s.", one.number, ref)
	}
	for n := i + 2; f.refs[words.Fold(ref)]; n++ {
		ref = a.ref + "." + strconv.Itoa(n)
	}
	f.refs[words.Fold(ref)] = true
	if one.number != "" && own != "" && ref != one.number {
		f.fixed = append(f.fixed, fmt.Sprintf("%s is now %s", quoted(one.number), ref))
	} else if one.number != "" && own == "" && !one.shared && !f.numbersAreas() && fixRef(one.number) == "" {
		f.fixed = append(f.fixed, fmt.Sprintf("%s is now %s", quoted(one.number), ref))
	}
	return ref
}

// freeRef makes a number unique. A stored number 1.1 that comes after 1.9 was
// typed as 1.10.
func (f *flat) freeRef(ref string, fromNumber bool) string {
	if before, after, dotted := strings.Cut(ref, "."); fromNumber && dotted && f.refs[before+".9"] && !f.refs[ref+"0"] && len(after) == 1 {
		return ref + "0"
	}
	for n := 2; ; n++ {
		if one := fmt.Sprintf("%s-%d", ref, n); !f.refs[words.Fold(one)] {
			return one
		}
	}
}

var notRef = words.MustCompile(`[^\pL\pN._]+`)

// fixRef makes a ref of a number as people type it, by one rule: whatever a
// ref cannot have becomes one hyphen. "H&S 05" is H-S-05, "REC 3(a)" REC-3-a.
func fixRef(s string) string {
	s = strings.NewReplacer(",", ".", "–", "-", "—", "-").Replace(strings.TrimSpace(s))
	s = strings.Trim(notRef.ReplaceAllString(s, "-"), "-.")
	if s == "" || !workbook.IsRef(s) {
		return ""
	}
	return s
}

// writeFindings makes a finding of each paragraph that an area cites, and
// gives the ref by action. They belong to one visit, which staff complete.
func (f *flat) writeFindings() map[*action]string {
	refs := map[*action]string{}
	made := map[string]string{}
	guessed := false
	for _, a := range f.areas {
		for _, one := range a.actions {
			if one.para == "" && one.finding == "" {
				continue
			}
			text := one.finding
			if text == "" {
				text, guessed = a.name, true
			}
			key := a.ref + "\x00" + one.para + "\x00" + one.finding
			if made[key] == "" {
				made[key] = "F" + strconv.Itoa(len(made)+1)
				f.u.addFrom(workbook.SheetFindings, blank.ContentRow{workbook.ColRef: made[key], workbook.ColVisit: "V1", workbook.ColKind: workbook.KindImprovementNeeded,
					workbook.ColFinding: text, workbook.ColWhere: one.para, workbook.ColAreas: a.ref}, map[string]place{workbook.ColFinding: one.findingAt})
			}
			refs[one] = made[key]
		}
	}
	if len(made) > 0 && len(f.u.content.Rows[workbook.SheetVisits]) == 0 {
		f.u.add(workbook.SheetVisits, blank.ContentRow{workbook.ColRef: "V1", workbook.ColKind: "Other", workbook.ColTitle: "Letter that the earlier plan answers"})
		text := ""
		if guessed {
			text = " So is their text where the old plan had only a paragraph number."
		}
		f.u.note(harmArea, "visits to complete", place{}, "The findings need the visit they come from: complete V1 on the Visits sheet. Their kind, Improvement needed, is a guess.%s", text)
	}
	return refs
}

// several tells a value that names more than one owner, or a group: such a
// value stays in the Owner column for the check to point out, but is no
// person.
var several = words.MustCompile(`(?i)[/&,;\n]| and |\b(all|team|teams|tbc|tba|tbd|various|everyone|board|committee|group)\b`)

// writePeople collects the owners on the People sheet.
func (f *flat) writePeople() {
	known := map[string]bool{}
	for _, row := range f.u.content.Rows[workbook.SheetPeople] {
		known[words.FoldName(row[workbook.ColName])] = true
	}
	var skipped []place
	add := func(owner string, from place) {
		switch folded := words.FoldName(owner); {
		case folded == "":
		case several.MatchString(owner):
			skipped = append(skipped, from)
		case known[folded]:
		default:
			known[folded] = true
			f.u.add(workbook.SheetPeople, blank.ContentRow{workbook.ColName: owner})
		}
	}
	for _, a := range f.areas {
		add(a.owner, place{})
		for _, one := range a.actions {
			add(one.values[workbook.ColOwner], one.from[workbook.ColOwner])
		}
	}
	if skipped = slices.DeleteFunc(skipped, func(p place) bool { return p.sheet == "" }); len(skipped) > 0 {
		f.u.noteCells(harmOwner, "owners to choose", skipped, "Owners that name several people or a group are kept as they were, and are not on the People sheet. Choose one post for each action; put the others into Partner body")
	}
}
