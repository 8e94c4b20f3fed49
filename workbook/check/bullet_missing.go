package check

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var bulletMissing = Rule{
	Name: "bullet-missing", Severity: workbook.Warning, Doc: doc("bullet-missing"),
	Run: func(p *Pass) {
		for _, v := range p.Facts.Visits {
			for _, l := range listsOf(v.Findings) {
				if missing := l.missing(); len(missing) > 0 {
					after := l.after(missing[0])
					p.report(after.Source, workbook.ColWhere, after.Ref,
						"Of the list "+quote(l.name)+" in the letter of "+v.Ref+" "+numbersAre(missing)+" no row, though the points beside do.",
						"Add a row for each point of the list. If the letter counts otherwise, correct the numbers here.")
				}
			}
		}
	},
}

// letterList is one numbered list of a letter, as the findings name its
// points.
type letterList struct {
	name   string
	points map[int]*facts.Finding
	last   int // the highest number named, or how many the letter has
}

var (
	pointOf  = words.MustCompile(`(?i)\b(bullet points?|bullets?|points?|recommendations?|suggestions?|requirements?|(?:priority )?actions?|improvements?)\s+((?:\d{1,2}\s*(?:,|;|&|and|to|-|–)?\s*)+)(?:of\s+(\d{1,2}))?`)
	ordinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	nthPoint = words.MustCompile(`(?i)\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(bullet point|bullet|point|item|recommendation)\b`)
	figures  = words.MustCompile(`\d+|to|-|–`)
)

// listsOf are the numbered lists that the findings of one visit name, in the
// order in which they come up.
func listsOf(findings []*facts.Finding) []*letterList {
	var lists []*letterList
	find := func(name string) *letterList {
		for _, l := range lists {
			if words.Fold(l.name) == words.Fold(name) {
				return l
			}
		}
		lists = append(lists, &letterList{name: name, points: make(map[int]*facts.Finding)})
		return lists[len(lists)-1]
	}
	for _, x := range findings {
		if x.Bad(workbook.ColWhere) {
			continue
		}
		for _, where := range strings.FieldsFunc(x.Where, func(r rune) bool { return r == ';' || r == '\n' }) {
			name, numbers, of := pointsIn(where)
			if len(numbers) == 0 {
				continue
			}
			l := find(name)
			for _, n := range numbers {
				l.points[n] = x
				l.last = max(l.last, n, of)
			}
		}
	}
	return lists
}

// pointsIn reads "What needs to improve, bullet 2": the list's name and the
// numbers named, and how many the letter has if it says so.
func pointsIn(where string) (name string, numbers []int, of int) {
	if m := pointOf.FindStringSubmatchIndex(where); m != nil {
		kind := strings.TrimSuffix(strings.ToLower(where[m[2]:m[3]]), "s")
		if m[6] >= 0 {
			of, _ = strconv.Atoi(where[m[6]:m[7]])
		}
		return listName(where[:m[0]], kind), numbersIn(where[m[4]:m[5]]), of
	}
	if m := nthPoint.FindStringSubmatchIndex(where); m != nil {
		n := slices.Index(ordinals, strings.ToLower(where[m[2]:m[3]])) + 1
		return listName(where[:m[0]], strings.ToLower(where[m[4]:m[5]])), []int{n}, 0
	}
	return "", nil, 0
}

func listName(before, kind string) string {
	if before = strings.Trim(before, " ,:-–"); before == "" {
		return kind + "s"
	}
	return before
}

// numbersIn reads "1, 2 and 4" and "1 to 3".
func numbersIn(s string) []int {
	var list []int
	through := false
	for _, piece := range figures.FindAllString(s, -1) {
		n, err := strconv.Atoi(piece)
		if err != nil {
			through = true
			continue
		}
		if through && len(list) > 0 {
			for i := list[len(list)-1] + 1; i < n && i < 50; i++ {
				list = append(list, i)
			}
		}
		list, through = append(list, n), false
	}
	return list
}

// missing are the points of a list that no finding names. Of a list of which
// few points are named nothing can be said.
func (l *letterList) missing() []int {
	var missing []int
	for n := 1; n <= l.last; n++ {
		if l.points[n] == nil {
			missing = append(missing, n)
		}
	}
	if len(l.points) < 2 || l.last > 40 || len(missing) > len(l.points) {
		return nil
	}
	return missing
}

// after is the finding of the first point after a number, else the last one.
func (l *letterList) after(n int) *facts.Finding {
	for i := n; i <= l.last; i++ {
		if l.points[i] != nil {
			return l.points[i]
		}
	}
	for i := n; i > 0; i-- {
		if l.points[i] != nil {
			return l.points[i]
		}
	}
	return nil
}

// numbersAre is "number 2 has" or "numbers 2 and 3 have".
func numbersAre(list []int) string {
	var names []string
	for _, n := range list {
		names = append(names, strconv.Itoa(n))
	}
	if len(names) == 1 {
		return "number " + names[0] + " has"
	}
	return "numbers " + words.And(names) + " have"
}
