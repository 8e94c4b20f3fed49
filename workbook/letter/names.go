package letter

import (
	"strings"

	"actionplan/workbook/words"
)

// nameLeftOut stands where a letter names a person: a plan names posts.
const nameLeftOut = "(name left out)"

var (
	// namedInspector is "Jo Bloggs, His Majesty’s Inspector", with or without
	// words before it.
	namedInspector = words.MustCompile(`\b[A-Z][\pL’'\-]+(?: [A-Z]\.?)?(?: (?:de |von |van |le )?[A-Z][\pL’'\-]+){1,3}(,? (?:(?:Senior )?(?:Her|His) Majesty[’']s (?:Lead |Senior )?Inspector|(?:Senior )?(?:HMI|Ofsted Inspector|CQC Inspector)))`)
	// leadInspector is "Lead inspector: Jo Bloggs".
	leadInspector = words.MustCompile(`(?i)^((?:lead|team|deputy|regional|senior)[\pL ]{0,20} inspectors?:?|inspectors?:)( [^,]{3,60})(,.*)?$`)
	// namedPost is "Jo Bloggs, Chair of the partnership".
	namedPost  = words.MustCompile(`\b[A-Z][\pL’'\-]+ (?:[A-Z]\.? )?[A-Z][\pL’'\-]+, ((?:the )?(?:Interim |Independent |Acting |Corporate |Strategic |Executive )*(?:Director|Chair|Chief|Head|Deputy|Leader|Manager|Lead|Assistant|Accountable)\b)`)
	bodyWords  = words.MustCompile(`\b(?:Council|Services?|Police|Constabulary|Partnership|Board|Trust|Authority|Ofsted|NHS|Health|Education|Children|People|Families|Care|County|City|Borough|Inspectorate|Probation|Commission|Office|House|Gate|Street|Road|Centre|Hall|Yorkshire|Guildhall|Local|Area|Integrated|Majesty|Inspector|HMI|CQC|HMICFRS|Wharf|St|Lane|Square|Place|Avenue|Findings|Inspection|Visit)\b`)
	toMailbox  = words.MustCompile(`(?i) (?:to|at|via|by email to) \S+@\S+[^\s.,;]`)
	onlyMember = words.MustCompile(`^(?:[A-Z][\pL’'\-]+ ){1,3}[A-Z][\pL’'\-]+$`)
)

// withoutNames leaves out of a letter's address, salutation, signature and
// inspection team the names of people. Posts stay.
func withoutNames(passages []Passage) {
	begun := false
	for i := range passages {
		p := &passages[i]
		switch {
		case salutation.MatchString(p.Text):
			p.Text, begun = withoutAddressee(p.Text), true
		case p.role == closing || listsPeople(*p) || i > 0 && leadOnly.MatchString(passages[i-1].Text):
			p.Text = signatoryWithoutName(p.Text)
		case !begun && i < addressEnds(passages):
			p.Text = addressWithoutNames(p.Text)
		}
		p.Text = namesInText(p.Text)
	}
}

var (
	// leadOnly is "Lead inspector:", whose name stands in the next cell.
	leadOnly = words.MustCompile(`(?i)^(?:lead|team|deputy) inspectors?:?$`)
	// nameAndPost is "Jo Bloggs Chief Inspector" or "Jo Bloggs (Lead inspector)".
	nameAndPost = words.MustCompile(`^((?:[A-Z][\pL’'\-]+ )(?:[A-Z][\pL’'\-]+ )?[A-Z][\pL’'\-]+),? ((?:Chief|Regional|Deputy|Assistant|Senior|Interim|National|His|Her|Lead|Ofsted|CQC|HMI|\().*)$`)
)

// listsPeople tells the parts of a report that name people: its team, and
// whom the partnership put forward.
func listsPeople(p Passage) bool {
	heading := plainHeading(p.Heading)
	return heading == "local area partnership details" || strings.Contains(heading, "inspection team") || heading == "team inspectors"
}

func signatoryWithoutName(text string) string {
	if isPerson(text) {
		return nameLeftOut
	}
	if m := nameAndPost.FindStringSubmatch(text); m != nil && !bodyWords.MatchString(m[1]) && !postWords.MatchString(m[1]) {
		return nameLeftOut + " " + m[2]
	}
	return text
}

// addressEnds is the passage of the salutation, 0 for a report that has none.
func addressEnds(passages []Passage) int {
	for i, p := range passages[:min(len(passages), 45)] {
		if salutation.MatchString(p.Text) {
			return i
		}
	}
	return 0
}

func isPerson(text string) bool {
	return personName.MatchString(text) && strings.Contains(text, " ") && !postWords.MatchString(text) && !bodyWords.MatchString(text) && len(strings.Fields(text)) <= 5
}

// addressWithoutNames takes the name from a line of the address.
func addressWithoutNames(text string) string {
	name, post, parted := strings.Cut(text, ",")
	switch {
	case isPerson(text):
		return nameLeftOut
	case parted && isPerson(strings.TrimSpace(name)) && postWords.MatchString(post):
		return strings.TrimSpace(post)
	}
	for _, re := range []*words.Pattern{styledName, nameFirst} {
		if m := re.FindStringSubmatch(text); m != nil && postWords.MatchString(m[len(m)-1]) && !bodyWords.MatchString(strings.TrimSuffix(text, m[len(m)-1])) {
			return m[len(m)-1]
		}
	}
	return text
}

func withoutAddressee(text string) string {
	to := strings.TrimRight(strings.TrimSpace(strings.TrimPrefix(text, "Dear")), " ,")
	if to == "" || postWords.MatchString(to) || !onlyMember.MatchString(to) && strings.Contains(to, " ") || words.MustCompile(`(?i)\b(?:colleagues?|sir|madam|all|parents?|partners?|everyone|director)\b`).MatchString(to) {
		return text
	}
	return "Dear " + nameLeftOut
}

// teamInspectors is a list of names.
var teamInspectors = words.MustCompile(`(?i)^(team inspectors?:) .*$`)

// namesInText takes out the names before posts, and those of inspectors.
func namesInText(text string) string {
	text = teamInspectors.ReplaceAllString(text, "$1 "+nameLeftOut)
	text = namedInspector.ReplaceAllString(text, nameLeftOut+"$1")
	if m := leadInspector.FindStringSubmatch(text); m != nil && strings.TrimSpace(m[2]) != nameLeftOut && len(strings.Fields(m[2])) <= 6 && !bodyWords.MatchString(m[2]) {
		text = m[1] + " " + nameLeftOut + m[3]
	}
	return namedPost.ReplaceAllStringFunc(text, func(found string) string {
		name, post, _ := strings.Cut(found, ", ")
		if bodyWords.MatchString(name) || postWords.MatchString(name) {
			return found
		}
		return post
	})
}

// withoutMailbox leaves out where a plan is to be sent.
func withoutMailbox(sentence string) string { return toMailbox.ReplaceAllString(sentence, "") }
