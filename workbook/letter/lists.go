package letter

import (
	"slices"
	"strings"

	"actionplan/workbook/letter/document"
	"actionplan/workbook/words"
)

// none says that a list has no items: "There are no priority actions".
var none = words.MustCompile(`(?i)^(?:there (?:are|were) (?:no|none)|no|none)\b.{0,60}\b(?:priority|immediate|areas?|actions?|improvements?|recommendations?|identified|weakness(?:es)?)\b|\b(?:did|does|do) not (?:find|identify|have|make) any\b.{0,60}\b(?:priority|immediate|areas?|recommendations?)\b|^(?:none|not applicable|n/a)\.?$|\b(?:no|not any) (?:areas? for |further )?(?:priority|immediate)[a-z ]{0,30}actions?\b.{0,30}\b(?:identified|found|made|arising|following)`)

// weaknessList is the list of a letter on an area's special needs that
// requires a statement: beside it, "areas for development" are prose.
var weaknessList = words.MustCompile(`(?i)areas? of significant weakness(?:es)?[^.]{0,80}:$`)

func hasWeaknessList(passages []Passage) bool {
	for i, p := range passages {
		if weaknessList.MatchString(p.Text) && i+1 < len(passages) && isMarked(passages[i+1]) {
			return true
		}
	}
	return false
}

// listItems reads the letter's own lists: its priority actions and what needs
// to improve, each item whole and verbatim.
func listItems(passages []Passage) []Finding {
	l := lister{passages: passages}
	if hasWeaknessList(passages) {
		for i, p := range passages {
			if p.role == improvement && strings.Contains(plainHeading(p.Heading), "development") {
				passages[i].role = weaknesses
			}
		}
	}
	for i := 0; i < len(passages); {
		p := passages[i]
		if p.role != priorities && p.role != improvement {
			i++
			continue
		}
		end := i + 1
		for end < len(passages) && passages[end].part == p.part {
			end++
		}
		l.read(i, end)
		i = end
	}
	l.introduced()
	namedBodies(l.items)
	return l.items
}

type lister struct {
	passages []Passage
	items    []Finding
	open     bool   // whether the last item may still go on
	body     string // responsible for the items that follow, where a line says so
}

// read takes the items of one part. Where it has bullets, numbers or rows,
// those are the items, and the paragraphs around them lead in.
func (l *lister) read(from, to int) {
	l.open, l.body = false, ""
	rows, marked := false, false
	for _, p := range l.passages[from:to] {
		rows = rows || p.Table > 0 && !p.IsHeading
		marked = marked || isMarked(p)
	}
	base := l.baseLevel(from, to)
	for i := from; i < to; i++ {
		p := l.passages[i]
		switch {
		case namesBody(p.Text) && l.itemFollows(i, to):
			l.open, l.body = false, p.Text
		case p.IsHeading:
			l.open = false
		case p.Kind == document.Note || none.MatchString(p.Text) || tableHead(p.Text) || leadsIn.MatchString(p.Text) && l.itemsFollow(i, to):
		case p.Table > 0 && rows:
			l.row(i)
		case marked && isMarked(p):
			l.marked(i, base)
		case marked:
			l.tail(i)
		case !strings.HasSuffix(p.Text, ":") && len(strings.Fields(p.Text)) > 1:
			l.add(i)
		}
	}
}

// itemsFollow tells that a passage leads in to items, and is none itself.
func (l *lister) itemsFollow(i, to int) bool {
	for _, p := range l.passages[i+1 : to] {
		if p.IsHeading {
			continue
		}
		own := l.passages[i]
		return isMarked(p) && (p.Label != own.Label || p.Level != own.Level) && labelStyle(p.Label) != labelStyle(own.Label) || own.Label == "" && own.Table == 0
	}
	return false
}

// itemFollows tells a line over an item.
func (l *lister) itemFollows(i, to int) bool {
	return i+1 < to && isMarked(l.passages[i+1]) && l.passages[i+1].Table == 0
}

// body is the line of a letter's list that only says who is responsible for the
// items below it: "Exampleshire County Council and NHS Example ICB".
var body = words.MustCompile(`^(?:(?:\(?[A-Z][\pL’'&\-]*\)?|and|of|upon|on|the|for|in|&),? ?)+$`)

// bodyNoun is what the name of a responsible body ends in.
var bodyNoun = words.MustCompile(`(?:Council|ICB\)?|CCG\)?|Board|Trust|Partnership|Partners|Police|Constabulary|Service|Authority|Commissioner|Academy|Team)$`)

func namesBody(text string) bool {
	text = strings.TrimRight(text, " :")
	return body.MatchString(text) && bodyNoun.MatchString(text)
}

func isMarked(p Passage) bool { return p.Label != "" || p.Kind == document.Item }

func tableHead(text string) bool {
	return words.MustCompile(`(?i)^(?:responsible (?:body|bodies|agency|agencies|partners?|organisations?)|recommendations?|areas? for (?:priority action|improvement)s?)$`).MatchString(strings.TrimRight(text, " :"))
}

// baseLevel is the depth of the outermost items of a part.
func (l *lister) baseLevel(from, to int) int {
	base := 0
	for _, p := range l.passages[from:to] {
		if isMarked(p) && !p.IsHeading && (base == 0 || p.Level < base) {
			base = p.Level
		}
	}
	return base
}

// marked takes an item with a bullet or number: a new one, or a sub-bullet of
// the one before.
func (l *lister) marked(i, base int) {
	p := l.passages[i]
	if n := len(l.items) - 1; l.open && n >= 0 {
		last := &l.items[n]
		before := l.passages[last.Last]
		leads := strings.HasSuffix(l.passages[last.Passage].Text, ":")
		if p.Level > base || leads && p.Label != l.passages[last.Passage].Label {
			last.Text += "\n• " + p.Text
			last.Last = i
			return
		}
		if p.Label == "" && before.Label != "" && strings.HasSuffix(last.Text, ":") {
			last.Text += "\n• " + p.Text
			last.Last = i
			return
		}
	}
	l.add(i)
}

// tail adds a paragraph that goes on with the item before, after a sub-list
// or a colon. Other paragraphs lead in to the list.
func (l *lister) tail(i int) {
	n := len(l.items) - 1
	if l.open && n >= 0 && strings.HasSuffix(l.items[n].Text, ":") {
		l.items[n].Text += "\n" + l.passages[i].Text
		l.items[n].Last = i
	}
}

func (l *lister) add(i int) {
	p := l.passages[i]
	kind := ImprovementNeeded
	if p.role == priorities {
		kind = PriorityAction
	}
	l.items = append(l.items, Finding{Kind: kind, Text: p.Text, Heading: p.Heading, Number: p.Number(), Page: p.Page, Passage: i, Last: i, Responsible: l.body, Listed: true, Area: -1})
	l.open = true
}

// row takes a part of a table's row. A row is one item; what stands in its
// further columns is who is responsible.
func (l *lister) row(i int) {
	p := l.passages[i]
	n := len(l.items) - 1
	sameRow := l.open && n >= 0 && l.passages[l.items[n].Passage].Table == p.Table && l.passages[l.items[n].Passage].Row == p.Row
	goesOn := l.open && n >= 0 && !sameRow && rowGoesOn(l.items[n].Text, p)
	switch {
	case (sameRow || goesOn) && p.Col > l.passages[l.items[n].Passage].Col:
		l.items[n].Responsible = joinBodies(l.items[n].Responsible, p.Text)
	case sameRow || goesOn:
		l.continueRow(n, i, sameRow)
	case strings.HasSuffix(p.Text, ":") && p.Col == 1 && l.leadsRows(i):
	default:
		l.add(i)
		if p.Label != "" && p.Number() == "" && p.Kind == document.Item && l.bulletRow(i) {
			l.open = true
		}
	}
}

// continueRow adds a further paragraph or bullet of a row to its item. Where
// the row is nothing but bullets, each is an item.
func (l *lister) continueRow(n, i int, sameRow bool) {
	p := l.passages[i]
	first := l.passages[l.items[n].Passage]
	if sameRow && isMarked(p) && first.Label != "" && p.Level <= first.Level && p.Label == first.Label {
		l.add(i)
		return
	}
	mark := ""
	if isMarked(p) && p.Label != "" {
		mark = "• "
	}
	l.items[n].Text += "\n" + mark + p.Text
	l.items[n].Last = i
}

// rowGoesOn tells that a page end has cut a row in two: bullets without their
// sentence, or text that begins in the middle of one.
func rowGoesOn(text string, p Passage) bool {
	lower := words.MustCompile(`^\p{Ll}`).MatchString(p.Text)
	return lower && !strings.HasSuffix(text, ".") || isMarked(p) && strings.Contains(text, ":") && lower
}

func (l *lister) bulletRow(i int) bool {
	p := l.passages[i]
	return i+1 < len(l.passages) && l.passages[i+1].Table == p.Table && l.passages[i+1].Row == p.Row
}

// leadsRows tells a line over the rows, such as "Leaders should:".
func (l *lister) leadsRows(i int) bool {
	p := l.passages[i]
	return i+1 < len(l.passages) && (l.passages[i+1].Table != p.Table || l.passages[i+1].Row != p.Row)
}

func joinBodies(have, more string) string {
	if have == "" {
		return more
	}
	return have + "; " + more
}

// introducing is a sentence that leads in to a list where the letter has no
// heading for it.
var introducing = words.MustCompile(`(?i)(?:following|these) (?:key |main |priority )?(?:areas? (?:of|for|that|in need|which)|priority actions?|recommendations?|weakness(?:es)?|improvements?|actions? (?:is|are))[^.]{0,120}:$|(?:areas? of (?:significant )?weakness(?:es)?|areas? (?:for|of) (?:improvement|development|priority action)|needs? to (?:improve|ensure|take))[^.]{0,120}:$`)

// introduced reads the lists that only a sentence leads in to.
func (l *lister) introduced() {
	for i := range l.passages {
		p := l.passages[i]
		if p.IsHeading || p.role != findings && p.role != nextSteps && p.role != weaknesses || !introducing.MatchString(p.Text) {
			continue
		}
		kind := improvement
		if words.MustCompile(`(?i)priority action`).MatchString(p.Text) {
			kind = priorities
		}
		for j := i + 1; j < len(l.passages) && isMarked(l.passages[j]) && !l.passages[j].IsHeading; j++ {
			l.passages[j].role = kind
			l.marked(j, l.passages[i+1].Level)
		}
		l.open = false
	}
	slices.SortStableFunc(l.items, func(a, b Finding) int { return a.Passage - b.Passage })
}

// councilBefore is the council's own department that stands before a partner.
var councilBefore = words.MustCompile(`^.*\b(?:Council|Directorate|Department) and (?:the )?`)

// namedBodies are the partners that the items name, where the letter has no
// column for them.
func namedBodies(items []Finding) {
	if len(items) > longestList {
		return
	}
	for i := range items {
		if items[i].Responsible != "" {
			continue
		}
		for _, body := range partnerName.FindAllString(strings.ReplaceAll(items[i].Text, "'", "’"), -1) {
			body = strings.TrimPrefix(councilBefore.ReplaceAllString(body, ""), "The ")
			if !strings.HasSuffix(body, "Council") && !strings.Contains(items[i].Responsible, body) {
				items[i].Responsible = joinBodies(items[i].Responsible, body)
			}
		}
	}
}
