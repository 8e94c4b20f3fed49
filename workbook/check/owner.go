package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// owned is one cell that names who answers for a record.
type owned struct {
	workbook.Source
	heading, ref, owner string
}

// owners are the owner cells that matter now: of every area, of actions that
// are not withdrawn and of risks that are open.
func (p *Pass) owners() []owned {
	var list []owned
	for _, a := range p.Facts.Areas {
		list = append(list, owned{a.Source, workbook.ColAccountable, a.Ref, a.Owner})
	}
	for _, a := range p.Facts.Actions {
		if a.Meaning != workbook.Withdrawn {
			list = append(list, owned{a.Source, workbook.ColOwner, a.Ref, a.Owner})
		}
	}
	for _, r := range p.Plan.Risks {
		if r.Status != workbook.RiskClosed {
			list = append(list, owned{r.Source, workbook.ColOwner, r.Ref, r.Owner})
		}
	}
	return list
}

// unowned says why a value is not one accountable owner, "" if it may be one.
// A value on the People sheet is one, whatever words it holds.
func (p *Pass) unowned(owner string) string {
	if p.Plan.FindPerson(owner) != nil {
		return ""
	}
	return notOneOwner(owner)
}

var (
	// onePost are words that make a title one post: whatever else it holds
	// ("Head of quality and performance") is what that post is head of.
	onePost = setOf(`head manager director lead officer chair principal worker coordinator co-ordinator chief commissioner superintendent
		dcs ad hos psw iro lado member deputy nurse doctor analyst adviser advisor administrator secretary executive consultant champion
		solicitor inspector leader headteacher supervisor specialist practitioner president mayor councillor cllr guardian associate assistant
		controller planner partner designate independent trainer psychologist therapist engineer strategist accountant sergeant constable`)
	// manyPosts are the same words when they stand for several.
	manyPosts = setOf(`heads managers directors leads officers chairs workers coordinators chiefs commissioners members nurses doctors
		practitioners leaders headteachers supervisors specialists everyone everybody all staff`)
	groupWords = setOf(`team teams all everyone everybody staff group board committee panel partnership partners various multiple several
		service services directorate department workforce council forum slt smt dmt cslt cmt`)
	nobodyYet = setOf(`tbc tba tbd vacant vacancy unknown unassigned none nobody n/a na pending ?`)
)

func notOneOwner(owner string) string {
	bare := withoutBrackets(owner)
	if isNobody(bare) || isNobody(owner) {
		return "nobody yet"
	}
	if severalOwners(bare) {
		return "more than one owner"
	}
	list := lowerWords(bare)
	if anyIn(onePost, list) {
		return ""
	}
	if anyIn(manyPosts, list) || anyIn(groupWords, list) {
		return "a group, not one post"
	}
	return ""
}

func isNobody(owner string) bool {
	folded := words.Fold(owner)
	if nobodyYet[strings.Trim(folded, ".-–() ")] || strings.Trim(folded, ".-–?() ") == "" && folded != "" {
		return true
	}
	return strings.HasPrefix(folded, "to be ") || within(folded, "to be confirmed", "to be appointed", "to be agreed")
}

// severalOwners says whether two or more parts of a value each name somebody.
// "Head of quality and performance" and "Smith, Jane" name one.
func severalOwners(owner string) bool {
	parts := ownerParts(owner)
	posts, names := 0, 0
	for _, part := range parts {
		switch {
		case anyIn(onePost, lowerWords(part)):
			posts++
		case looksLikeName(part):
			names++
		}
	}
	return posts > 1 || posts == 0 && names > 1
}

// joinsNames is what stands between two owners in one cell.
var joinsNames = words.MustCompile(`(?i)[&/;\n,+]|[\s\pZ]+and[\s\pZ]+`)

// ownerParts takes a value apart where names are joined. A comma joins names
// only where both sides could stand alone: "Assistant director, people" is
// one post.
func ownerParts(owner string) []string {
	var parts []string
	for _, part := range joinsNames.Split(owner, -1) {
		if !blank(part) {
			parts = append(parts, strings.TrimSpace(part))
		}
	}
	return parts
}

// looksLikeName is true of two or three words that each begin with a capital,
// as a person's name does.
func looksLikeName(s string) bool {
	list := strings.Fields(s)
	if len(list) < 2 || len(list) > 3 {
		return false
	}
	for _, w := range list {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) || groupWords[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

func withoutBrackets(s string) string {
	for {
		open := strings.Index(s, "(")
		if open < 0 {
			return strings.TrimSpace(s)
		}
		end := strings.Index(s[open:], ")")
		if end < 0 {
			return strings.TrimSpace(s[:open])
		}
		s = s[:open] + s[open+end+1:]
	}
}
