package xlsx

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// A cell in whose note people hold a conversation can have no second note;
// there we answer in the conversation, as a person of our own.
const (
	threadPerson = "{5C1B8E0A-AC71-4F0B-9A6E-0AC710A9F1A4}"
	personsType  = "application/vnd.ms-excel.person+xml"
	personsRel   = "http://schemas.microsoft.com/office/2017/10/relationships/person"
	personsXML   = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
)

// clearThreads takes our answers out of the sheet's conversations.
func (n Notes) clearThreads() error {
	r, ok := n.File.related(n.Sheet, "threadedComment")
	if !ok {
		return nil
	}
	content, root, err := n.File.Open(r.Target)
	if err != nil {
		return err
	}
	var edits []Splice
	for _, c := range root.Kids {
		if text := c.Kid("text"); text != nil && strings.HasPrefix(text.Text(content), NoteOpens) {
			edits = append(edits, c.Remove())
		}
	}
	n.File.Set(r.Target, Spliced(content, edits...))
	return nil
}

// answer adds our texts to the conversations at those cells that have one,
// and says which these are.
func (n Notes) answer(cells []Cell, texts []string) (answered map[string]bool, err error) {
	r, ok := n.File.related(n.Sheet, "threadedComment")
	if !ok {
		return nil, nil
	}
	content, root, err := n.File.Open(r.Target)
	if err != nil {
		return nil, err
	}
	first, last := map[string]*Element{}, map[string]*Element{}
	for _, c := range root.Kids {
		ref := strings.ToUpper(c.Attr("ref"))
		if first[ref] == nil {
			first[ref] = c
		}
		last[ref] = c
	}
	answered = map[string]bool{}
	var added strings.Builder
	for i, cell := range cells {
		name := cell.Name()
		if first[name] == nil {
			continue
		}
		answered[name] = true
		parent := first[name].Attr("parentId")
		if parent == "" {
			parent = first[name].Attr("id")
		}
		fmt.Fprintf(&added, `<threadedComment ref="%s" dT="%s" personId="%s" id="%s" parentId="%s"><text>%s</text></threadedComment>`,
			name, AttrText(last[name].Attr("dT")), threadPerson, answerID(n.Sheet, name, texts[i]), AttrText(parent), cellText(texts[i]))
	}
	if len(answered) == 0 {
		return nil, nil
	}
	n.File.Set(r.Target, Spliced(content, root.push(WithPrefix(added.String(), root.Prefix()))))
	return answered, n.File.ensurePerson()
}

// answerID is the same for the same answer in the same place.
func answerID(sheet, cell, text string) string {
	sum := sha256.Sum256([]byte(sheet + "\x00" + cell + "\x00" + text))
	return fmt.Sprintf("{%X-%X-%X-%X-%X}", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// ensurePerson puts us on the list of people who write in conversations.
func (p *Package) ensurePerson() error {
	one := `<person displayName="` + noteAuthor + `" id="` + threadPerson + `" userId="` + noteAuthor + `" providerId="None"/>`
	r, ok := p.related(p.main, "person")
	if !ok {
		part := p.freeName("xl/persons/person%d.xml")
		if err := p.add(part, personsType, xmlHead+`<personList xmlns="`+personsXML+`">`+one+`</personList>`); err != nil {
			return err
		}
		_, err := p.relate(p.main, personsRel, part)
		return err
	}
	content, root, err := p.Open(r.Target)
	if err != nil {
		return err
	}
	for _, k := range root.Kids {
		if k.Attr("id") == threadPerson {
			return nil
		}
	}
	p.Set(r.Target, Spliced(content, root.push(WithPrefix(one, root.Prefix()))))
	return nil
}
