package letter

import (
	"slices"
	"strings"

	"actionplan/workbook/words"
)

// partnerName is a body as the address lines and details name it.
var partnerName = words.MustCompile(`\b(?:NHS [A-Z][\pL’'&,\- ]*?(?:ICB|Integrated Care Board|CCG|Clinical Commissioning Group|Trust)|[A-Z][\pL’'&\-]+(?: (?:[A-Z][\pL’'&\-]+|and|of|upon|&))* (?:ICB|Integrated Care Board|CCG|Clinical Commissioning Group(?: \(CCG\))?|Constabulary|Police(?: [Ff]orce| Service)?|Probation Service|Youth Offending (?:Team|Service)|Youth Justice Service|Rehabilitation Company|LSCB|Safeguarding (?:Children )?(?:Board|Partnership)|NHS (?:Foundation )?Trust)|Metropolitan Police(?: Service)?|National Probation Service|City Council|Borough Council|County Council)`)

// partners reads the bodies beside the council that are named in the address
// or among the details of a partnership.
func (r *factReader) partners() {
	if r.facts.Kind != JTAI && r.facts.Kind != AreaSEND {
		return
	}
	for _, a := range r.facts.Addressees {
		for _, at := range partnerName.FindAllStringIndex(a, -1) {
			if strings.HasPrefix(a[at[1]:], " and Crime Commissioner") {
				r.partner(postBefore.ReplaceAllString(a[at[0]:at[1]], "") + " and Crime Commissioner")
			} else if !strings.HasPrefix(a[at[1]:], " and Crime") {
				r.partner(postBefore.ReplaceAllString(a[at[0]:at[1]], ""))
			}
		}
	}
	if r.facts.Kind == AreaSEND {
		r.partnersInDetails()
	}
}

// postBefore is a post that runs into the name of its body.
var postBefore = words.MustCompile(`^(?:(?:Interim|Independent|Chief|Operating|Officer|Chair|of|Executive|Director|Deputy|Manager|Head|Lead|Assistant|Accountable)\s+)+`)

func (r *factReader) partner(name string) {
	name = strings.TrimSpace(name)
	if name != "" && !strings.HasSuffix(name, "Council") && !slices.Contains(r.facts.Partners, name) {
		r.facts.Partners = append(r.facts.Partners, name)
	}
}

// partnersInDetails reads the names under "Integrated care board".
func (r *factReader) partnersInDetails() {
	for i, head := range r.passages {
		if head.Table == 0 || !words.MustCompile(`^integrated care boards?$`).MatchString(plainHeading(head.Text)) {
			continue
		}
		for _, p := range r.passages[i+1:] {
			if p.Table != head.Table || p.Row > head.Row+1 {
				break
			}
			if p.Row == head.Row+1 && p.Col == head.Col {
				r.partner(p.Text)
			}
		}
	}
}
