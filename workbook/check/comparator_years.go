package check

import (
	"slices"
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

var comparatorYears = Rule{
	Name: "comparator-years", Severity: workbook.Warning, Doc: doc("comparator-years"),
	Run: func(p *Pass) {
		newest := 0
		for _, m := range p.Plan.Measures {
			for _, y := range yearsIn(m.ComparatorYear) {
				if y <= p.AsOf.Year() {
					newest = max(newest, y)
				}
			}
		}
		for _, m := range p.Plan.Measures {
			years := yearsIn(m.ComparatorYear)
			if len(years) == 0 || m.Bad(workbook.ColComparatorYear) || !m.England.Set && !m.Neighbours.Set {
				continue
			}
			message, severity := "", workbook.Warning
			switch last := years[len(years)-1]; {
			case len(years) > 1:
				message = "The figures to compare with are of different years (" + quote(m.ComparatorYear) + "), so they can't stand side by side."
			case last > p.AsOf.Year():
				message = "The figures to compare with are said to be of " + quote(m.ComparatorYear) + ", which has not come yet."
			case p.AsOf.Year()-last >= oldComparator:
				message, severity = "The figures to compare with are of "+quote(m.ComparatorYear)+", "+words.Figures(p.AsOf.Year()-last, "year", "years")+" ago.", workbook.Advice
			case newest-last >= 2:
				message, severity = "The figures to compare with are of "+quote(m.ComparatorYear)+", while other measures have them of "+strconv.Itoa(newest)+".", workbook.Advice
			}
			if message == "" {
				continue
			}
			problem := at(m.Source, workbook.ColComparatorYear, m.Ref, message,
				"Take both figures from the latest year for which both are published.", m.At(workbook.ColEngland), m.At(workbook.ColNeighbours))
			problem.Severity = severity
			p.Report(problem)
		}
	},
}

// oldComparator is the age in years from which newer figures have surely been
// published: national tables come out within two years of what they count.
const oldComparator = 4

var yearTyped = words.MustCompile(`\b((?:19|20)\d\d)(?:\s*(?:[-–/]|to)\s*((?:20)?\d\d)\b)?|\b(\d\d)/(\d\d)\b`)

// yearsIn are the distinct years that a cell names, the earliest first; of a
// span such as 2024-25 the year in which it ends.
func yearsIn(s string) []int {
	var list []int
	for _, m := range yearTyped.FindAllStringSubmatch(s, -1) {
		year, _ := strconv.Atoi(m[1])
		if m[3] != "" {
			year, _ = strconv.Atoi("20" + m[3])
			m[2] = m[4]
		}
		if m[2] != "" {
			end, _ := strconv.Atoi(m[2])
			if end < 100 {
				end += year / 100 * 100
			}
			if end == year+1 {
				year = end
			}
		}
		list = append(list, year)
	}
	slices.Sort(list)
	return slices.Compact(list)
}
