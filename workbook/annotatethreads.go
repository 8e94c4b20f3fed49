package workbook

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
func (n sheetNotes) clearThreads() error {
	r, ok := n.file.related(n.sheet, "threadedComment")
	if !ok {
		return nil
	}
	content, root, err := n.file.open(r.Target)
	if err != nil {
		return err
	}
	var edits []splice
	for _, c := range root.kids {
		if text := c.kid("text"); text != nil && strings.HasPrefix(text.text(content), noteOpens) {
			edits = append(edits, c.remove())
		}
	}
	n.file.set(r.Target, spliced(content, edits...))
	return nil
}

// answer adds our texts to the conversations at those cells that have one,
// and says which these are.
func (n sheetNotes) answer(cells []Cell, texts []string) (answered map[string]bool, err error) {
	r, ok := n.file.related(n.sheet, "threadedComment")
	if !ok {
		return nil, nil
	}
	content, root, err := n.file.open(r.Target)
	if err != nil {
		return nil, err
	}
	first, last := map[string]*element{}, map[string]*element{}
	for _, c := range root.kids {
		ref := strings.ToUpper(c.attr("ref"))
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
		parent := first[name].attr("parentId")
		if parent == "" {
			parent = first[name].attr("id")
		}
		fmt.Fprintf(&added, `<threadedComment ref="%s" dT="%s" personId="%s" id="%s" parentId="%s"><text>%s</text></threadedComment>`,
			name, attrText(last[name].attr("dT")), threadPerson, answerID(n.sheet, name, texts[i]), attrText(parent), cellText(texts[i]))
	}
	if len(answered) == 0 {
		return nil, nil
	}
	n.file.set(r.Target, spliced(content, root.push(withPrefix(added.String(), root.prefix()))))
	return answered, n.file.ensurePerson()
}

// answerID is the same for the same answer in the same place.
func answerID(sheet, cell, text string) string {
	sum := sha256.Sum256([]byte(sheet + "\x00" + cell + "\x00" + text))
	return fmt.Sprintf("{%X-%X-%X-%X-%X}", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// ensurePerson puts us on the list of people who write in conversations.
func (p *packageFile) ensurePerson() error {
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
	content, root, err := p.open(r.Target)
	if err != nil {
		return err
	}
	for _, k := range root.kids {
		if k.attr("id") == threadPerson {
			return nil
		}
	}
	p.set(r.Target, spliced(content, root.push(withPrefix(one, root.prefix()))))
	return nil
}
