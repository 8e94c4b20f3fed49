package blank

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// fixedList is one column of values on the Lists sheet.
type fixedList struct {
	title  string
	values []string
}

// fixedLists are the schema's lists, each once, then the colours, and by
// meaning the colour and the default word.
var fixedLists = sync.OnceValue(func() []fixedList {
	var all []fixedList
	for _, s := range workbook.Sheets {
		for _, c := range s.Columns {
			known := slices.ContainsFunc(all, func(l fixedList) bool { return slices.Equal(l.values, c.List) })
			if c.Kind == workbook.List && !known {
				all = append(all, fixedList{s.Name + ": " + c.Heading, c.List})
			}
		}
	}
	var colours, words []string
	for _, m := range workbook.KeyOrder {
		colours = append(colours, m.Colour())
		words = append(words, m.Word())
	}
	for _, s := range workbook.Sheets {
		for i := range s.Columns {
			if c := &s.Columns[i]; len(c.Also) > 0 {
				all = append(all, fixedList{spellingsTitle(s, c), spellings(c, c.List...)})
			}
		}
	}
	kind := workbook.FindSheet(workbook.SheetFindings).Column(workbook.ColKind)
	all = append(all, fixedList{kindsToAnswer, spellings(kind, workbook.KindPriorityAction, workbook.KindImprovementNeeded, workbook.KindConcern)})
	measures := workbook.FindSheet(workbook.SheetMeasures).Column(workbook.ColBetterWhen)
	for _, way := range measures.List {
		all = append(all, fixedList{betterTitle(way), spellings(measures, way)})
	}
	all = append(all, fixedList{numberMarks, []string{".0", "+.0", "-.0", "+0", "-0", "0"}})
	all = append(all, fixedList{notInRefs, strings.Split(` !"#$%&'()*+,/:;<=>?@[\]^`+"`"+`{|}~£€¦“”…•`, "")})
	all = append(all, writtenDates()...)
	return append(all, fixedList{"Colours", workbook.Colours}, fixedList{"Colour by meaning", colours}, fixedList{"Default word", words},
		fixedList{"Meanings of the chart", chartMeanings()})
})

// kindsToAnswer is the list of the kinds of finding that a plan has to answer.
const kindsToAnswer = "Kinds of finding to answer"

// notInRefs is the list of marks that a ref can't have.
const notInRefs = "Not in a ref"

// betterTitle is the list of all that is read as one way of getting better.
func betterTitle(way string) string { return "Better when: " + way }

func spellingsTitle(s *workbook.Sheet, c *workbook.Column) string {
	return s.Name + ": " + c.Heading + ", as it may be spelt"
}

// spellings is some values of a list and what else is read as one of them.
func spellings(c *workbook.Column, values ...string) []string {
	all := slices.Clone(values)
	for _, other := range slices.Sorted(maps.Keys(c.Also)) {
		if slices.Contains(values, c.Also[other]) {
			all = append(all, other)
		}
	}
	return all
}

// meaningList is the seven meanings in the order in which the key offers
// them.
func meaningList() []string {
	return workbook.FindSheet(workbook.SheetKey).Column(workbook.ColMeans).List
}

// ownList is where a list stands on the Lists sheet, for its own formulas;
// listRange is that for other sheets.
func ownList(values []string) string {
	return fixedRange(func(l fixedList) bool { return slices.Equal(l.values, values) })
}

func listRange(values []string) string { return listsSheet + "!" + ownList(values) }

func meaningRange() string       { return ownList(meaningList()) }
func colourRange() string        { return ownList(workbook.Colours) }
func meaningColourRange() string { return titledRange("Colour by meaning") }
func defaultWordRange() string   { return titledRange("Default word") }

func titledRange(title string) string {
	return fixedRange(func(l fixedList) bool { return l.title == title })
}

// firstOf is where the first values of a list stand.
func firstOf(title string, n int) string {
	whole := titledRange(title)
	return fmt.Sprintf("%s$%d", whole[:strings.LastIndexByte(whole, '$')], n+1)
}

func fixedRange(is func(fixedList) bool) string {
	lists := fixedLists()
	i := slices.IndexFunc(lists, is)
	letter := xlsx.ColumnLetters(listsFrom + i)
	return fmt.Sprintf("$%s$2:$%s$%d", letter, letter, len(lists[i].values)+1)
}
