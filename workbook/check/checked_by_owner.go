package check

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

var checkedByOwner = Rule{
	Name: "checked-by-owner", Severity: workbook.Warning, Doc: doc("checked-by-owner"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.Meaning.Done() || blank(a.CheckedBy) || blank(a.Owner) || a.Bad(workbook.ColCheckedBy) || a.Bad(workbook.ColOwner) {
				continue
			}
			same := words.SameName(a.CheckedBy, a.Owner)
			if same && a.Meaning == workbook.Embedded || !same && !p.onePostTwice(a.CheckedBy, a.Owner) {
				continue
			}
			p.report(a.Source, workbook.ColCheckedBy, a.Ref,
				quote(a.CheckedBy)+" and the owner, "+quote(a.Owner)+", are one post: the owner has checked their own work.",
				"Name somebody other than the owner who has checked that it works.", a.At(workbook.ColOwner))
		}
	},
}

// theirOwn are words for the owner that name nobody.
var theirOwn = setOf(`self owner me lead same myself the own action task self-assessment self-assessed assessment assessed person officer as who post`)

func allIn(set map[string]bool, list []string) bool {
	return !slices.ContainsFunc(list, func(w string) bool { return !set[w] })
}

// onePostTwice says whether two names stand for one post: in other words, or
// because the People sheet gives both the same role or e-mail address.
func (p *Pass) onePostTwice(checker, owner string) bool {
	if list := lowerWords(checker); len(list) > 0 && allIn(theirOwn, list) || words.Fold(checker) == "as above" {
		return true
	}
	x, y := p.Plan.FindPerson(checker), p.Plan.FindPerson(owner)
	if x != nil && y != nil && x != y {
		if !blank(x.Email) && words.Fold(x.Email) == words.Fold(y.Email) && !sharedMailbox(p.Plan, x.Email) {
			return true
		}
		if isNamed(x) || isNamed(y) {
			return likePosts(roleOf(x), roleOf(y)) && !words.SameName(x.Name, y.Name) && (isNamed(x) != isNamed(y))
		}
	}
	if x == nil && y != nil && isNamed(y) {
		owner = y.Role
	}
	if y == nil && x != nil && isNamed(x) {
		checker = x.Role
	}
	return likePosts(checker, owner)
}

// sharedMailbox is true of an address that more than two people have.
func sharedMailbox(plan *workbook.Plan, email string) bool {
	n := 0
	for _, x := range plan.People {
		if words.Fold(x.Email) == words.Fold(email) {
			n++
		}
	}
	return n > 2
}

// isNamed is true of somebody on the People sheet by name, with a post of
// their own beside it.
func isNamed(x *workbook.Person) bool { return !blank(x.Role) && !words.SameName(x.Role, x.Name) }

func roleOf(x *workbook.Person) string {
	if blank(x.Role) {
		return x.Name
	}
	return x.Role
}

// inFull are the short forms of titles, written out.
var inFull = map[string]string{
	"asst": "assistant", "ass't": "assistant", "assoc": "associate", "dep": "deputy", "dpty": "deputy", "dir": "director", "exec": "executive", "snr": "senior", "mgr": "manager", "mngr": "manager",
	"hd": "head", "hos": "head service", "ad": "assistant director", "dcs": "director children service", "psw": "principal social worker",
	"svc": "service", "svcs": "service", "services": "service", "sw": "social worker", "tm": "team manager", "qa": "quality assurance", "perf": "performance",
	"cic": "children care", "lac": "looked after children", "cp": "child protection", "csc": "children social care", "hr": "human resources",
	"comms": "communications", "dev": "development", "co-ordinator": "coordinator", "mgmt": "management", "edu": "education", "prof": "professional",
}

// leftOut are words that change nothing about which post is meant.
var leftOut = setOf(`of the for and a an in to at on acting interim temporary our council's council`)

// likePosts says whether two titles are one in other words: in another order,
// with short forms ("Head of QA") or without small words.
func likePosts(a, b string) bool {
	x, y := titleWords(a), titleWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	x, y = without(x, y), without(y, x)
	return strings.Join(x, "") == firstLetters(y) || strings.Join(y, "") == firstLetters(x)
}

// firstLetters are the first letters of some words, "" of none.
func firstLetters(list []string) string {
	out := ""
	for _, w := range list {
		out += w[:1]
	}
	return out
}

func titleWords(s string) []string {
	var list []string
	for _, w := range lowerWords(s) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(w, "’", "'"), "'s"), "'")
		full, short := inFull[w]
		if !short {
			full = w
		}
		for _, part := range strings.Fields(full) {
			if !leftOut[part] {
				list = append(list, strings.TrimSuffix(part, "s"))
			}
		}
	}
	if slices.Contains(list, "head") { // head of service, safeguarding; head of safeguarding
		list = slices.DeleteFunc(list, func(w string) bool { return w == "service" })
	}
	return list
}

// without is the words of one list that the other does not have.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(w string) bool { return slices.Contains(other, w) })
}
