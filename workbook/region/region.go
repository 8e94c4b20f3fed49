// Package region knows in which of the nine regions of England an authority
// with children's services is. The list, templates/regions.csv, was held against
// the Department for Education's "Children in need 2025" by local authority: the
// same 153, each in the same region, its Inner and Outer London taken together.
package region

import (
	"encoding/csv"
	"slices"
	"strings"
	"sync"
	"unicode"

	"actionplan/templates"
	"actionplan/workbook/words"
)

// Of is the region of an English authority, by whatever name it goes:
// "Gloucestershire County Council" and "London Borough of Barnet". It is ""
// where the name is not that of one of the 153.
func Of(organisation string) string { return regions()[barename(organisation)] }

var regions = sync.OnceValue(func() map[string]string {
	rows, err := csv.NewReader(strings.NewReader(templates.Regions)).ReadAll()
	if err != nil {
		panic(err) // our own file
	}
	of := map[string]string{}
	for _, r := range rows[1:] {
		of[barename(r[0])] = r[1]
	}
	of[barename("Hull City Council")] = "Yorkshire and the Humber" // Kingston upon Hull goes by either
	of[barename("Newcastle City Council")] = "North East"
	of[barename("BCP Council")] = "South West"
	return of
})

// titles say what kind of body it is, not which.
var titles = []string{"council", "county", "city", "borough", "metropolitan", "district", "london", "royal", "of", "the", "unitary", "authority",
	"corporation", "mbc", "bc", "cc", "mdc", "children", "childrens", "services", "service", "trust", "first"}

// barename is the name without the words that say what kind of body it is.
func barename(name string) string {
	name = strings.NewReplacer("'", "", "’", "", "&", " and ").Replace(words.Fold(name))
	all := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
	kept := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(titles, w) })
	if len(kept) == 0 && slices.Contains(all, "london") && slices.Contains(all, "city") {
		return "city london"
	}
	return strings.Join(kept, " ")
}
