package report

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// areasTitle is what a paper on these areas is called.
func areasTitle(pages []*AreaPage) string {
	if len(pages) == 1 {
		return "area " + joinWords(pages[0].Ref, pages[0].Name)
	}
	return "each area in depth"
}

// ownersTitle is what a paper on these owners is called; one owner's paper has
// the owner's name.
func ownersTitle(pages []*OwnerPage) string {
	if len(pages) == 1 {
		return pages[0].Name
	}
	return "who owns what"
}

func (b *Brief) areaNames() []string {
	var names []string
	for _, a := range b.Areas {
		names = append(names, a.Ref)
	}
	return names
}

// OnlyAreas keeps the areas with these refs for the sections that print areas
// in depth. An unknown ref is an error in one sentence.
func (b *Brief) OnlyAreas(refs []string) error {
	var kept []*AreaPage
	for _, ref := range refs {
		found := false
		for _, page := range b.AreaPages {
			if words.Same(page.Ref, ref) && page.Ref != "" {
				kept, found = append(kept, page), true
				break
			}
		}
		if !found {
			return b.noArea(ref)
		}
	}
	b.AreaPages = kept
	b.Quality.onlyOf(kept)
	b.AreasTitle = areasTitle(kept)
	return nil
}

// onlyOf lists of the workbook's problems only those in the rows of some areas:
// what else is wrong is counted, and is for others to put right. A ref that stands on
// several sheets is the area's on some of them only.
func (q *Quality) onlyOf(pages []*AreaPage) {
	type row struct{ sheet, ref string }
	own := map[row]bool{}
	add := func(ref string, sheets ...string) {
		for _, sheet := range append(sheets, workbook.SheetWaivers) { // which names rows by their refs alone
			own[row{sheet, words.Fold(ref)}] = ref != ""
		}
	}
	for _, page := range pages {
		add(page.Ref, workbook.SheetAreas)
		for _, a := range page.AreaActions {
			add(a.Ref, workbook.SheetActions, workbook.SheetUpdates)
		}
		for _, m := range page.AreaMeasure {
			add(m.Ref, workbook.SheetMeasures, workbook.SheetReadings)
		}
		for _, r := range page.Risks {
			add(r.Ref, workbook.SheetRisks)
		}
		for _, x := range page.Findings {
			add(x.Ref, workbook.SheetFindings)
		}
	}
	all := len(q.Problems) + len(q.Waived)
	others := func(p ProblemLine) bool { return !own[row{p.Of, words.Fold(p.Ref)}] }
	q.Problems, q.Waived = slices.DeleteFunc(slices.Clone(q.Problems), others), slices.DeleteFunc(slices.Clone(q.Waived), others)
	if len(q.Problems)+len(q.Waived) < all {
		q.Sentences = append(q.Sentences, "Of these, only what is in the rows of "+words.Form(len(pages), "this area", "these areas")+" is listed here.")
	}
}

func (b *Brief) noArea(ref string) error {
	if near := words.Likely(ref, b.areaNames()); near != "" {
		return words.Fail("did you mean "+words.Quote(near)+"?", "there is no area %s", words.Quote(ref))
	}
	for _, a := range b.Areas {
		if words.Likely(ref, []string{a.Name}) != "" {
			return words.Fail("did you mean "+words.Quote(a.Ref)+", "+a.Name+"?", "there is no area %s", words.Quote(ref))
		}
	}
	return words.Fail("the areas are "+words.Some(b.areaNames(), mostNames), "there is no area %s", words.Quote(ref))
}

// OnlyOwner keeps the owner of that name for the sections that print owners.
// An unknown name is an error in one sentence.
func (b *Brief) OnlyOwner(name string) error {
	var names []string
	for _, page := range b.OwnerPages {
		if words.SameName(page.Name, name) {
			b.OwnerPages = []*OwnerPage{page}
			b.OwnersTitle = ownersTitle(b.OwnerPages)
			page.Place = ""
			return nil
		}
		names = append(names, page.Name)
	}
	if near := words.Likely(name, names); near != "" {
		return words.Fail("did you mean "+words.Quote(near)+"?", "nobody called %s owns anything in the plan", words.Quote(name))
	}
	return words.Fail("the owners are "+words.Some(names, mostNames), "nobody called %s owns anything in the plan", words.Quote(name))
}

// mostNames is how many a failure lists before it counts the rest.
const mostNames = 6
