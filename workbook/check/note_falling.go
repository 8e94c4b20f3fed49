package check

import (
	"strconv"
	"strings"
)

// falling is the words of a note whose figures get clearly worse: three or more
// shares in a row, each less than the one before ("May 86%, July 80%, August
// 71%"), or many who began and few who are left ("seventeen began; nine still
// come"). It is "" where there are none, or where less is meant to be better.
func falling(note string) string {
	if fewerIsGood(note) {
		return ""
	}
	list := clauses(note)
	if s := sharesFall(note); s != "" {
		return s
	}
	return fewAreLeft(list)
}

// goodWhenFewer are words of what is better when there is less of it.
var goodWhenFewer = phrasesOf(`
	wait/waits/waiting/waited/days/hours/weeks/late/overdue/sickness/absence/absent/agency/vacancy/vacancies/turnover/backlog/queue/outstanding/unallocated/missing/exclusions/excluded/suspensions
	re-referral*/repeat/caseload/caseloads/breakdown/breakdowns/moves/cost/costs/overspend/complaint/complaints/error/errors/missed/delay*/drift
	down to/from
	fewer/less/reduced/reducing/reduction/lower/better
	still to/not/waiting/without/open/on
	left to/on/over
	aim/meant to/is`)

func fewerIsGood(note string) bool { return goodWhenFewer.hasIn(note) }

// sharesFall finds shares that fall one after another.
func sharesFall(note string) string {
	const leastFall = 5 // in hundredths, from the first to the last
	var shares []int
	var typed []string
	for rest, after, found := strings.Cut(note, "%"); found; rest, after, found = strings.Cut(after, "%") {
		from := len(rest)
		for from > 0 && (isDigit(rest[from-1]) || rest[from-1] == '.') {
			from--
		}
		whole, _, _ := strings.Cut(rest[from:], ".")
		n, err := strconv.Atoi(whole)
		if err != nil {
			return ""
		}
		if len(shares) > 0 && (n >= shares[len(shares)-1] || strings.ContainsAny(rest[:from], ".;?!")) {
			return ""
		}
		shares, typed = append(shares, n), append(typed, rest[from:]+"%")
	}
	if n := len(shares); n >= 3 && shares[0]-shares[n-1] >= leastFall {
		return strings.Join(typed, ", ")
	}
	return ""
}

var (
	beganSo = setOf("began started enrolled joined matched signed recruited registered")
	leftNow = phrasesOf(`
		still at/in/come/comes/coming/with/there/attend/attends/there/here/use/using/turn/go
		<be>? left
		remain/remains
		names in
		now come/attend/use/turn/go
		last week's/month's/session
		this week's/month's
		come/came last/this`)
)

// fewAreLeft finds those who began and how many less than seven in ten of them
// are there now, in a later clause.
func fewAreLeft(list []clause) string {
	began := 0
	for _, c := range list {
		if began > 0 {
			if n := countIn(c, leftNow.hasAnyhow(c)); n > 0 && 10*n < 7*began {
				return strconv.Itoa(n) + " of " + strconv.Itoa(began)
			}
		}
		if n := countIn(c, anyIn(beganSo, c)); n > began && !leftNow.hasAnyhow(c) {
			began = n
		}
	}
	return ""
}

// countIn is the first number of a clause that is no day, year or share, if the
// clause is of the kind that counts here; 0 otherwise.
func countIn(c clause, ofKind bool) int {
	if !ofKind {
		return 0
	}
	for i, w := range c {
		n := amount(w)
		if n < 2 || isYear(w) || dayOfMonth(c, i) || strings.Trim(w, "0123456789") != "" && isDigit(w[0]) {
			continue
		}
		if i+1 < len(c) && (c[i+1] == "of" || c[i+1] == "in" && i+2 < len(c) && amount(c[i+2]) > 0 || timeUnits[c[i+1]] || months[c[i+1]] > 0) {
			continue
		}
		return n
	}
	return 0
}

var timeUnits = setOf("day days week weeks month months year years hour hours minutes pm am o'clock teams schools sites percent per")
