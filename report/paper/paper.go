// Package paper composes a paper: a template worded for one Brief becomes a
// block.Paper, section by section, each in one function here and nowhere else.
// It puts words in place; it neither counts nor judges, and states no fact of
// its own. The packages below write a Paper, each in one format.
package paper

import (
	"cmp"
	"maps"
	"slices"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/templates"
	"actionplan/workbook/seal"
	"actionplan/workbook/words"
)

// sections make each section's blocks below its heading and sentence; none
// where the plan has nothing to say.
var sections = map[string]func(*composer) []block.Block{
	"":                (*composer).ownText,
	"headline":        (*composer).headline,
	"asks":            (*composer).asks,
	"decisions":       (*composer).decisions,
	"last-decisions":  (*composer).lastDecisions,
	"due":             (*composer).due,
	"figures":         (*composer).figures,
	"bar":             (*composer).bar,
	"status":          (*composer).status,
	"message":         (*composer).message,
	"movement":        (*composer).movement,
	"history":         (*composer).history,
	"strip":           (*composer).strip,
	"areas":           (*composer).areas,
	"outcomes":        (*composer).outcomes,
	"exceptions":      (*composer).exceptions,
	"more-exceptions": (*composer).moreExceptions,
	"measures":        (*composer).measures,
	"more-measures":   (*composer).moreMeasures,
	"measures-table":  (*composer).measuresTable,
	"timeline":        (*composer).timeline,
	"findings":        (*composer).findings,
	"coverage":        (*composer).coverage,
	"risks":           (*composer).risks,
	"clock":           (*composer).clock,
	"area-pages":      (*composer).areaPages,
	"owners":          (*composer).owners,
	"owner-pages":     (*composer).ownerPages,
	"visits":          (*composer).visits,
	"visit-pages":     (*composer).visitPages,
	"actions":         (*composer).actions,
	"quality":         (*composer).quality,
	"problems":        (*composer).problems,
	"key":             (*composer).key,
	"glossary":        (*composer).glossary,
	"readings":        (*composer).readings,
}

// unframed sections put their own heading, or have none.
var unframed = map[string]bool{"headline": true, "asks": true, "strip": true, "area-pages": true, "owner-pages": true, "visit-pages": true}

// opensWithText are the sections that are worth their sentence alone.
var opensWithText = map[string]bool{
	"status": true, "movement": true, "exceptions": true, "measures": true, "measures-table": true, "due": true, "findings": true, "coverage": true,
}

// Compose makes the paper that a layout asks for; without one, the paper for
// the board. Logo is a PNG or JPEG file for the first page, nil for none.
func Compose(b *report.Brief, l *report.Layout, logo []byte) (*block.Paper, error) {
	if l == nil {
		var err error
		if l, err = boardLayout(b); err != nil {
			return nil, err
		}
	}
	r := newRuler()
	c := &composer{brief: b, layout: l, words: otherWords(b, l, r), ruler: r}
	p := &block.Paper{
		Kind:    seal.KindBriefing,
		Title:   documentTitle(b.Organisation, c.title()),
		Subject: b.PlanTitle,
		Author:  cmp.Or(b.Author, b.Organisation),
		Lang:    "en-GB",
		Date:    b.AsOf.Time(),
		Running: block.Running{Left: cmp.Or(l.Running, b.RunningHead.Term), Right: b.RunningHead.Text, Foot: b.Foot, Draft: b.Draft != ""},
		Looks:   looks(),
	}
	p.Sections = c.compose()
	p.Front = c.front(logo)
	if len(c.contents) > 1 { // one place is no choice
		p.Contents = c.contents
	}
	if l.OneSide {
		p.Shorter = c.shorter()
	}
	return p, nil
}

func boardLayout(b *report.Brief) (*report.Layout, error) {
	source, _ := templates.Briefing("board")
	t, err := report.ParseTemplate("board.yaml", source)
	if err != nil {
		return nil, err
	}
	return t.Word(b)
}

func documentTitle(organisation, title string) string {
	if organisation == "" {
		return title
	}
	return organisation + ": " + title
}

// composer is a paper in the making.
type composer struct {
	brief    *report.Brief
	layout   *report.Layout
	now      report.Section  // the one being composed
	fit      fit             // what a paper of one side leaves out
	under    int             // the level of the heading that measures stand under
	claimed  map[string]bool // IDs already given to something
	known    map[string]bool // every ID that the paper has
	contents []block.Entry
	ruler    *ruler
	words    string // of all but the glossary, where it has one

	statesApart bool // a long list of findings has no column for where each stands, but a sentence
}

// compose makes the sections, and again where it turns out that other links
// lead somewhere than was thought: that is known only when all of them are
// there.
func (c *composer) compose() []block.Section {
	for {
		made := c.pass()
		if maps.Equal(c.known, c.claimed) {
			return made
		}
		c.known = c.claimed
	}
}

func (c *composer) pass() []block.Section {
	c.claimed, c.contents, c.under = map[string]bool{}, nil, 2
	var all []block.Section
	turned := false // a section that is left out was to begin a page
	for _, s := range c.layout.Sections {
		made, ok := c.section(s)
		if turned = turned || made.NewPage; !ok {
			continue
		}
		made.NewPage, turned = turned, false
		all = append(all, made)
	}
	c.ownFirst(all)
	key := slices.IndexFunc(all, func(s block.Section) bool { return c.tellsBelow(s.Name) })
	switch {
	case key >= 0:
		all[key].Blocks = append(all[key].Blocks, c.belowKey()...)
	case len(c.layout.Apart) > 0:
		return slices.Insert(all, 0, block.Section{Name: closingName, Blocks: c.belowKey()})
	case !c.says("quality") || c.tellsEarly():
		all = append(all, c.closing()...)
	}
	return all
}

// ownFirst puts the key of a paper of one owner below what is theirs: a paper of many
// begins with who owns what, and has it there.
func (c *composer) ownFirst(all []block.Section) {
	for i := range all[:max(0, len(all)-1)] {
		if len(c.brief.OwnerPages) == 1 && all[i].Name == "key" && all[i+1].Name == "owner-pages" {
			all[i], all[i+1] = all[i+1], all[i]
			return
		}
	}
}

// section makes a section; where the plan has nothing for it, of what the
// template says instead, else it leaves no trace.
func (c *composer) section(s report.Section) (block.Section, bool) {
	c.now = s
	pages := len(c.contents)
	body := sections[s.Kind](c)
	none := len(body) == 0 && !(opensWithText[s.Kind] && s.Text != "")
	made := block.Section{Name: s.Kind, NewPage: s.NewPage, Annex: s.Annex}
	switch {
	case none && s.None == "":
		return made, false
	case none:
		made.Blocks = append(c.heading(), sentence(s.None))
	case unframed[s.Kind]:
		made.Blocks = body
	default:
		made.Blocks = append(append(c.heading(), c.opening()...), body...)
	}
	if s.Contents != "" && c.claimed[sectionID(s)] {
		c.contents = append(c.contents[:pages:pages], append([]block.Entry{{To: sectionID(s), Short: s.Contents, Title: c.now.Heading}}, c.contents[pages:]...)...)
	}
	return made, true
}

// enter puts a page of a section into the contents.
func (c *composer) enter(id, short, title string) {
	if c.now.Contents != "" && id != "" {
		c.contents = append(c.contents, block.Entry{To: id, Short: short, Title: title})
	}
}

// says whether the layout asks for a section.
func (c *composer) says(kind string) bool { return c.layout.Has(kind) }

// heading is the section's own, none where it has none. Its ID is what the
// contents lead to.
func (c *composer) heading() []block.Block {
	if c.now.Heading == "" {
		return nil
	}
	return []block.Block{block.Heading{Level: 2, Size: block.SectionSize, Runs: text(c.now.Heading), ID: c.claim(sectionID(c.now))}}
}

// opening is the sentence that the section begins with.
func (c *composer) opening() []block.Block {
	if c.now.Text == "" || c.now.Kind == "" {
		return nil
	}
	as := block.Body
	if c.now.Kind == "timeline" || c.now.Kind == "measures" && len(c.brief.Measures.Items) > 0 {
		as = block.Legend
	}
	return []block.Block{block.Para{Runs: text(c.now.Text), As: as}}
}

func sectionID(s report.Section) string { return "section-" + s.ID }

// pageID is where the page on an area, owner or visit begins.
func pageID(id string) string { return "page-" + id }

// claim gives an ID to the first that asks for it and "" to the others, because
// a link leads to one place only.
func (c *composer) claim(id string) string {
	if id == "" || c.claimed[id] {
		return ""
	}
	c.claimed[id] = true
	return id
}

// linkAll leads to the first of these IDs that the paper has, and names the
// pages of all of them, and which those are where it has not all; nil where it has
// none. What stands nowhere else may stand in the table of what is asked about.
func (c *composer) linkAll(to, refs []string, says string) *block.Link {
	var first *block.Link
	for i, id := range to {
		if !c.known[id] {
			id = askedID(id)
		}
		switch l := c.link(id, says, block.InBrackets); {
		case l == nil:
			continue
		case first == nil:
			first = l
		default:
			first.Also = append(first.Also, id)
		}
		first.Refs = append(first.Refs, refs[i])
	}
	if first != nil && len(first.Refs) < len(to) {
		first.Of = words.And(first.Refs)
		if len(first.Refs) == 1 {
			first.Says = "Go to " + first.Of
		}
	}
	return first
}

// link leads to an ID; nil where the paper does not have it.
func (c *composer) link(to, says string, as block.LinkAs) *block.Link {
	if !c.known[to] {
		return nil
	}
	return &block.Link{To: to, Says: says, As: as}
}
