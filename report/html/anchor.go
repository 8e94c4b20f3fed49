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
	if id == "" || !p.shows(id) {
		return ""
	}
	return anchor(id)
}

func (p *page) shows(id string) bool {
	if p.Has("areas") {
		for _, a := range p.Areas {
			if a.ID == id {
				return true
			}
		}
	}
	if p.Has("exceptions") {
		for _, list := range [][]*report.Action{p.Exceptions.Cards, p.Exceptions.Rest} {
			for _, a := range list {
				if a.ID == id {
					return true
				}
			}
		}
	}
	if p.Has("timeline") {
		for _, row := range p.Timeline.Rows {
			if row.Action != nil && row.Action.ID == id {
				return true
			}
		}
	}
	return false
}
