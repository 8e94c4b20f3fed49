package report

import (
	"fmt"
	"strings"

	"actionplan/workbook"
)

// areasTitle is what a paper on these areas is called.
func areasTitle(pages []*AreaPage) string {
	if len(pages) == 1 {
		return "area " + orElse(pages[0].Ref, pages[0].Name)
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
			if workbook.FoldRef(page.Ref) == workbook.FoldRef(ref) && page.Ref != "" {
				kept, found = append(kept, page), true
				break
			}
		}
		if !found {
			return b.noArea(ref)
		}
	}
	b.AreaPages = kept
	b.AreasTitle = areasTitle(kept)
	return nil
}

func (b *Brief) noArea(ref string) error {
	if near := Nearest(ref, b.areaNames()); near != "" {
		return fmt.Errorf("there is no area %q; did you mean %q?", ref, near)
	}
	for _, a := range b.Areas {
		if Nearest(ref, []string{a.Name}) != "" {
			return fmt.Errorf("there is no area %q; did you mean %q, %s?", ref, a.Ref, a.Name)
		}
	}
	return fmt.Errorf("there is no area %q; the areas are %s", ref, someOf(b.areaNames()))
}

// OnlyOwner keeps the owner of that name for the sections that print owners.
// An unknown name is an error in one sentence.
func (b *Brief) OnlyOwner(name string) error {
	var names []string
	for _, page := range b.OwnerPages {
		if workbook.FoldName(page.Name) == workbook.FoldName(name) {
			b.OwnerPages = []*OwnerPage{page}
			b.OwnersTitle = ownersTitle(b.OwnerPages)
			page.Place = ""
			return nil
		}
		names = append(names, page.Name)
	}
	if near := Nearest(name, names); near != "" {
		return fmt.Errorf("nobody called %q owns anything in the plan; did you mean %q?", name, near)
	}
	return fmt.Errorf("nobody called %q owns anything in the plan; the owners are %s", name, someOf(names))
}

// someOf names up to six and counts the rest.
func someOf(names []string) string {
	const most = 6
	if len(names) == 0 {
		return "none"
	}
	if len(names) <= most {
		return strings.Join(names, "; ")
	}
	return fmt.Sprintf("%s; and %d more", strings.Join(names[:most], "; "), len(names)-most)
}
