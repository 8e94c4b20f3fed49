package letter

import (
	"strings"

	"actionplan/workbook/letter/document"
	"actionplan/workbook/words"
)

// role is what a part of a letter is for.
type role int

const (
	cover       role = iota // address, title, judgements
	process                 // how and what was inspected, the area, the team
	findings                // the narrative
	strengths               // a part that tells of strengths
	weaknesses              // a part that tells of weaknesses, as prose
	priorities              // the letter's own list of priority actions
	improvement             // the letter's own list of what needs to improve
	caseStudy               // a child's story
	goodStudy               // a child's story that is told as good practice
	descriptors             // what the grades mean
	nextSteps               // what happens after the letter
	closing                 // signature and imprint
)

// Passage is a block of the document with the part of the letter that it
// stands in.
type Passage struct {
	document.Block
	Heading   string
	IsHeading bool
	role      role
	besides   bool // other cells of its row are filled too
	part      int  // counts the headings, so that two parts of one name differ
}

// Number is the number printed before a paragraph, "" for none.
func (p Passage) Number() string {
	if paragraphNumber.MatchString(p.Label) {
		return strings.TrimRight(p.Label, ".)")
	}
	return ""
}

var paragraphNumber = words.MustCompile(`^\d{1,3}(?:\.\d{1,2}){0,2}[.)]?$`)

// wordings are the headings that are known by their words, in the order in
// which they are tried. They stand alone on their line, but for a colon, a
// question mark or the figure of a footnote.
var wordings = []struct {
	role role
	re   *words.Pattern
}{
	{goodStudy, whole(`(?:case|practice) (?:study|studies|example).*(?:effective|good|strength|strong).*|.*highly effective practice|good practice example.*`)},
	{caseStudy, whole(`(?:case|practice) (?:study|studies|example).*`)},
	{descriptors, whole(`what (?:the |do |our )*inspection (?:judge?ments?|grades?|outcomes?) mean.*|grade descriptors?.*|(?:annex|appendix).*|glossary.*|inspection judge?ments? guidance`)},
	{priorities, whole(`(?:the )?(?:key )?(?:areas?|matters?|actions?) (?:for|requiring|of|identified for) (?:immediate (?:and )?)?priority(?: and immediate)? (?:actions?|attention)(?: .{0,60})?`)},
	{priorities, whole(`(?:immediate (?:and )?)?priority(?: (?:and|or) immediate)? actions?(?: (?:required|needed|identified))?|areas? for immediate (?:and priority )?action`)},
	{improvement, whole(`what (?:do(?:es)? )?.{0,80}needs? to (?:improve|be improved|change|do to improve)(?: .{0,70})?|what (?:must|should) improve`)},
	{weaknesses, whole(`what (?:do(?:es)? )?.{0,80}needs? to do (?:better|next)|(?:key |main |areas? of )?weakness(?:es)?|what (?:is|are) not working well.*|what we are worried about`)},
	{improvement, whole(`(?:the |key |main |priority )?areas? (?:for|of|requiring|identified for|in need of|where|that) (?:further |continued |significant )?(?:improvements?|development)(?: (?:is|are|was) (?:needed|required))?(?: (?:of|for|in|at) .{0,60})?`)},
	{improvement, whole(`(?:key |our |summary of )?recommendations?(?: for (?:improvement|the .{0,60}))?|(?:areas? )?that needs? to improve|improvements? (?:needed|required)|areas? of significant weakness(?:es)?`)},
	{findings, whole(`(?:key )?strengths and (?:weaknesses|areas for (?:improvement|development)).*`)},
	{strengths, whole(`(?:key |main |areas? of |summary of )?(?:strengths?|good practice)(?: identified)?|what .{0,60}doing (?:that is |which is )?(?:effective|effectively|well)|what (?:works|is working|went) well|examples of good practice`)},
	{nextSteps, whole(`next steps|what happens next|action(?:s)? to be taken`)},
	{process, whole(`contents|contents page|context|background|introduction|areas? covered (?:by|in|during) (?:the|this) (?:visit|inspection)|scope of (?:the|this) (?:visit|inspection).*|the inspection|(?:the )?inspection team|team inspectors|information about .*|about (?:the|this) (?:area|inspection|local (?:area|authority)).*|local area partnership details|(?:the )?(?:evidence for|conduct of) (?:the |this )?(?:inspection|judgements)|how (?:the|this) inspection was (?:conducted|carried out)|the inspection judge?ments and what they mean|inspection outcome|(?:the )?local (?:area|authority) context|service information|children living in this area|child protection in this area|children looked after in this area|other ofsted inspections|other information about this area|previous inspections?|evaluation method|inspection methodology`)},
	{findings, whole(`(?:the )?(?:headline|main|key|summary|overall|detailed|inspection|visit|our|record of main) findings.*|findings(?: and evaluation of progress| from .*)?|overview|(?:executive )?summary(?: .{0,80})?|evaluation of progress|conclusion|outcomes?|narrative|progress|key judge?ments?`)},
	{findings, whole(`(?:the )?(?:overall |safeguarding |graded )?(?:effectiveness|judge?ment|experiences and progress|impact of leaders|leadership|quality of provision|capacity for improvement|inspection judge?ments about).{0,160}`)},
	{findings, whole(`what is it like to be a child.*|key strengths and weaknesses.*|this local authority .{0,40} because`)},
	{findings, whole(`(?:the effectiveness of the local area|outcomes for|the impact of|quality of|management oversight|multi-agency|help and protection|children in care|care leavers|adoption|assessment|planning|the front door|workforce|governance).{0,120}`)},
}

func whole(pattern string) *words.Pattern {
	return words.MustCompile(`^(?:(?:section )?\d{1,2}(?:\.\d)?[.:)]? )?(?:` + pattern + `)$`)
}

// plainHeading is a heading as its wording is compared.
func plainHeading(text string) string {
	text = strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	return strings.TrimRight(text, " :?.*0123456789¹²³-–")
}

// byWording is the role of a heading's words. Only the last entries of the
// table are so general that they need the look of a heading too.
func byWording(text string) (role, bool) {
	plain := plainHeading(text)
	for i, w := range wordings {
		if w.re.MatchString(plain) {
			return w.role, i < len(wordings)-3
		}
	}
	return findings, false
}

// sections finds the headings, and for every block the part it stands in.
func sections(blocks []document.Block) []Passage {
	passages := make([]Passage, len(blocks))
	for i, b := range blocks {
		passages[i] = Passage{Block: b}
	}
	s := sectioner{passages: passages, cells: rowCells(blocks), role: cover}
	for i := range passages {
		passages[i].besides = passages[i].Table > 0 && s.cells[[2]int{passages[i].Table, passages[i].Row}] > 1
	}
	for i := range passages {
		s.take(i)
	}
	openCover(passages)
	coverGrades(passages)
	return passages
}

// coverGrades takes grades that stand on lines of their own, and what they are
// given for, out of the narrative.
func coverGrades(passages []Passage) {
	for i := range passages {
		if i > 0 && passages[i].Table == 0 && grade.MatchString(passages[i].Text) && gradedArea.MatchString(passages[i-1].Text) {
			passages[i-1].role, passages[i].role = cover, cover
		}
	}
}

// openCover makes findings of what stands before any heading, where a text
// has neither a title nor a salutation.
func openCover(passages []Passage) {
	for _, p := range passages {
		if p.role != cover && p.role != closing {
			return
		}
	}
	for i := range passages {
		if passages[i].role == cover {
			passages[i].role = findings
		}
	}
}

type sectioner struct {
	passages []Passage
	cells    map[[2]int]int // columns that are filled, by table and row
	role     role
	heading  string
	level    int
	part     int
	items    string // label style of the list that is being read
	started  bool   // an item of it has been met
	table    int    // of a case study in a box
	ended    bool   // signature met
	spoken   bool   // the salutation has been met
}

func rowCells(blocks []document.Block) map[[2]int]int {
	filled := map[[3]int]bool{}
	cells := map[[2]int]int{}
	for _, b := range blocks {
		if b.Table > 0 && !filled[[3]int{b.Table, b.Row, b.Col}] {
			filled[[3]int{b.Table, b.Row, b.Col}] = true
			cells[[2]int{b.Table, b.Row}]++
		}
	}
	return cells
}

var (
	farewell = words.MustCompile(`^Yours (?:sincerely|faithfully|truly)`)
	imprint  = words.MustCompile(`^(?:The Office for Standards in Education|Any complaints about|If you (?:are not happy with|would like a copy of)|You may (?:reuse|copy)|© Crown|\(c\) Crown|This (?:publication|report|document) is available at|Interested in our work|To receive regular email)`)
)

// take gives one block its part.
func (s *sectioner) take(i int) {
	p := &s.passages[i]
	if farewell.MatchString(p.Text) || imprint.MatchString(p.Text) {
		s.open("", closing, i)
		s.ended = true
	}
	if i > 0 && salutation.MatchString(s.passages[i-1].Text) {
		s.spoken = true
		if s.role == cover {
			s.role = findings
		}
	}
	if s.table > 0 && p.Table != s.table {
		s.table = 0
		if s.role == caseStudy || s.role == goodStudy {
			s.role, s.heading = findings, ""
		}
	}
	if !s.ended || p.Kind == document.Heading {
		if role, ok := s.headingRole(i); ok {
			s.openHeading(p, role, i)
		}
	}
	s.leave(i)
	p.role, p.Heading, p.part = s.role, s.heading, s.part
	if p.IsHeading {
		return
	}
	if s.listing() && p.Kind != document.Note && s.isItem(p) && !leadsIn.MatchString(p.Text) {
		s.items, s.started = labelStyle(p.Label), true
	}
}

func (s *sectioner) listing() bool { return s.role == priorities || s.role == improvement }

func (s *sectioner) isItem(p *Passage) bool {
	return p.Label != "" || p.Kind == document.Item || p.Table > 0
}

func labelStyle(label string) string {
	if strings.ContainsAny(label, "0123456789") {
		return "number"
	}
	return "bullet"
}

func (s *sectioner) openHeading(p *Passage, role role, i int) {
	p.IsHeading = true
	if s.subheading(p, role, i) {
		return
	}
	if s.ended && role != descriptors && role != process {
		return
	}
	s.ended = false
	if role == cover { // the title, which is over everything
		s.open("", findings, i)
		return
	}
	s.open(p.Text, role, i)
	s.level = p.Level
	if role == caseStudy || role == goodStudy {
		s.table = p.Table
	}
}

func (s *sectioner) open(heading string, role role, i int) {
	s.heading, s.role, s.items, s.started, s.level = heading, role, "", false, 0
	s.part++
}

// subheading tells that a heading only groups the items of the list that is
// being read. One of the list's own rank, or one before items of another
// style, ends the list.
func (s *sectioner) subheading(p *Passage, role role, i int) bool {
	if !s.listing() || i+1 >= len(s.passages) {
		return false
	}
	if timeframe.MatchString(plainHeading(p.Text)) {
		return true
	}
	if _, known := byWording(p.Text); known {
		return false
	}
	if p.Kind == document.Heading && (s.level == 0 || p.Level <= s.level) {
		return false
	}
	if chapter.MatchString(plainHeading(p.Text)) {
		return false
	}
	next := &s.passages[i+1]
	return s.isItem(next) && next.Table == p.Table && (s.items == "" || labelStyle(next.Label) == s.items)
}

// timeframe groups the items of a list by when they are to be done.
var timeframe = words.MustCompile(`^(?:immediately|with immediate effect|within .{3,30}|by .{3,20}|in the next .{3,20})$`)

// leadsIn is a sentence, numbered or not, that only announces the items.
var leadsIn = words.MustCompile(`(?i)\b(?:following|these) (?:actions?|areas?|steps|recommendations?|improvements?|matters?)\b[^.]{0,80}[.:]$|\b(?:should|must|needs? to):$`)

// chapter is the heading of a report's chapter, which no list goes on over.
var chapter = words.MustCompile(`^(?:the )?(?:overall effectiveness|experiences and progress|impact of leaders|effectiveness of|inspection judge?ments|judge?ments?\b).*`)

// leave ends a list where prose follows its items.
func (s *sectioner) leave(i int) {
	p := &s.passages[i]
	if !s.listing() || p.IsHeading || !s.started || p.Kind == document.Note || s.isItem(p) {
		return
	}
	if before := s.passages[i-1]; strings.HasSuffix(p.Text, ":") || strings.HasSuffix(before.Text, ":") {
		return
	}
	if namesBody(p.Text) && i+1 < len(s.passages) && s.isItem(&s.passages[i+1]) {
		return
	}
	s.open("", findings, i)
}

// headingRole tells a heading, by its tag, its weight or its words, and what
// its part is for.
func (s *sectioner) headingRole(i int) (role, bool) {
	p := &s.passages[i]
	text := p.Text
	count := len(strings.Fields(text))
	if count > 32 || p.Kind == document.Note || s.cells[[2]int{p.Table, p.Row}] > 1 && p.Table > 0 && !s.headsTable(p) {
		return findings, false
	}
	if isTitle(text) && s.heading == "" && (s.role == cover || s.role == findings) {
		return cover, true
	}
	if visitDates[0].MatchString(text) {
		return findings, false
	}
	if plainHeading(s.heading) == "contents" && isDigit(text[len(text)-1]) {
		return findings, false
	}
	role, known := byWording(text)
	if known && count <= 16 && !looksLikeSentence(text) && (p.Label == "" || strings.ContainsAny(p.Label, "0123456789")) {
		return role, true
	}
	looks := p.Kind == document.Heading || p.Bold && p.Label == "" || asksOnly(p) || gradedHeading.MatchString(text) || s.listing() && p.Label == "" && timeframe.MatchString(plainHeading(text))
	if !looks || looksLikeSentence(text) && !endsInQuestion(text) {
		return findings, false
	}
	return role, s.role != cover || known || s.spoken || p.Kind == document.Heading && s.speaksNext(i)
}

// speaksNext tells that prose follows: a heading on a cover has none.
func (s *sectioner) speaksNext(i int) bool {
	return i+1 < len(s.passages) && len(strings.Fields(s.passages[i+1].Text)) >= 12
}

// headsTable tells a heading row of a table with a column for responsible
// bodies.
func (s *sectioner) headsTable(p *Passage) bool {
	role, known := byWording(p.Text)
	return p.Col == 1 && known && (role == priorities || role == improvement)
}

func endsInQuestion(text string) bool { return strings.HasSuffix(text, "?") }

// asksOnly tells a heading of plain text by its question, which an inspector's
// prose never asks: "What is it like to be a child in this area?".
func asksOnly(p *Passage) bool {
	return p.Kind == document.Paragraph && p.Table == 0 && p.Label == "" && endsInQuestion(p.Text) && !strings.ContainsAny(p.Text, ".;:") && len(strings.Fields(p.Text)) <= 20
}

var sentenceEnd = words.MustCompile(`[.;,]$`)

func looksLikeSentence(text string) bool {
	return sentenceEnd.MatchString(text) && len(strings.Fields(text)) > 6 || len(strings.Fields(text)) > 26
}

var salutation = words.MustCompile(`^Dear\b`)
