package html

import (
	"fmt"
	"strings"

	"actionplan/report"
)

// anchor is an ID of the Brief as one of the page. A ref is what staff typed,
// so everything but letters, digits and . - ~ is written as its code.
func anchor(id string) string {
	var out strings.Builder
	for _, r := range id {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(".-~", r) {
			out.WriteRune(r)
		} else {
			fmt.Fprintf(&out, "_%x_", r)
		}
	}
	return out.String()
}

// Claim gives an anchor to the first that asks for it and "" to the others,
// because a link leads to one place only.
func (p *page) Claim(id string) string {
	if id == "" || p.claimed[id] {
		return ""
	}
	p.claimed[id] = true
	return anchor(id)
}

// Link is the anchor of what an ID names, "" where no section shows it.
func (p *page) Link(id string) string {
	if !p.shown[id] {
		return ""
	}
	return anchor(id)
}

// LinkToPage is the anchor of the page on an area, owner or visit, "" where
// there is none.
func (p *page) LinkToPage(id string) string { return p.Link("page-" + id) }

// ClaimPage is Claim for the page on an area, owner or visit.
func (p *page) ClaimPage(id string) string { return p.Claim("page-" + id) }

// anchors are the IDs that the layout's sections show.
func (p *page) anchors() map[string]bool {
	shown := map[string]bool{}
	actions := func(list []*report.Action) {
		for _, a := range list {
			shown[a.ID] = true
		}
	}
	for _, s := range p.Layout.Sections {
		switch s.Kind {
		case "areas", "outcomes":
			for _, a := range p.Areas {
				shown[a.ID] = true
			}
		case "exceptions":
			actions(p.Exceptions.Cards)
			actions(p.Exceptions.Rest)
		case "timeline":
			for _, row := range p.Timeline.Rows {
				if row.Action != nil {
					shown[row.Action.ID] = true
				}
			}
		case "area-pages", "actions":
			for _, a := range p.AreaPages {
				for _, r := range a.AreaActions {
					shown[r.ID] = true
				}
			}
			if p.ShowsUnplaced(s.Kind) {
				for _, r := range p.Unplaced {
					shown[r.ID] = true
				}
			}
		case "owner-pages":
			for _, o := range p.OwnerPages {
				for _, part := range o.Parts {
					for _, r := range part.Rows {
						shown[r.Action.ID] = true
					}
				}
			}
		}
		if p.HasPages(s.Kind) {
			for _, e := range p.eachOf(s.Kind) {
				shown["page-"+e.ID] = true
			}
		}
	}
	delete(shown, "")
	return shown
}

// HasPages says whether a section makes a page of its own for each area, owner
// or visit. One owner alone has the whole paper.
func (p *page) HasPages(kind string) bool {
	return kind != "owner-pages" || len(p.OwnerPages) > 1
}

// ShowsUnplaced says whether the actions of no area stand in a section: in all
// that print every area.
func (p *page) ShowsUnplaced(kind string) bool {
	return kind == "actions" || len(p.AreaPages) == len(p.Areas)
}
