package identify

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// givenNames are first names that are hardly ever anything else, of the many
// origins of English families. They are only taken for a person beside words
// that speak of one; a name that is not here is found by its place in the
// sentence. Besides our own they are gathered from the lists of first names of
// Faker (MIT) and stdlib (public domain), whose licences stand beside them. Those
// that are English words too, or end as names of places do, are left out, but
// for the few that many children have.
//
//go:embed given.txt
var givenNames string

// sortedNames are looked through by halves: there are ten thousand, and to file
// them all takes longer than to look for the words of a plan among them.
var sortedNames = sync.OnceValue(func() []string {
	list := strings.Fields(givenNames)
	slices.Sort(list) // they stand in order, which takes no time to see
	return list
})

// maybeNames are first names that are also words or places: they are taken for
// a person's only with an age or right beside a word for a person.
var maybeNames = setOf(`grace hope faith joy summer will mark rose dean jordan austin chester paris lincoln charity ivy violet daisy robin bill sandy florence victoria sky hunter taylor parker autumn april
	june crystal amber star angel honey princess prince miles grant drew frank chase river brooke heath glen clay sonny shay rain storm blue dawn holly jasmine skye kit rob art carter georgia india
	chelsea devon ashton preston harley bailey ash leigh lee`)
