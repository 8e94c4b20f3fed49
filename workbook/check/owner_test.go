package check

import (
	"strings"
	"testing"
)

// TestSeveralOwners joins two names in every way and every alphabet: however
// they are joined, they are two.
func TestSeveralOwners(t *testing.T) {
	names := []string{"Jane Smith", "Tom Jones", "Éilis Ó Briain", "Łukasz Nowak", "Zoë Ní Dhónaill", "Ngũgĩ Wanjirũ", "Ольга Петрова", "Şule Öztürk"}
	for i, first := range names {
		second := names[(i+1)%len(names)]
		for _, join := range []string{" and ", " And ", " AND ", " aNd ", " & ", "/", " / ", "; ", "\n", " + ", " and\u00a0", "  and  "} {
			if got := notOneOwner(first + join + second); got != "more than one owner" {
				t.Errorf("%q is %q", first+join+second, got)
			}
		}
		if got := notOneOwner(first); got != "" {
			t.Errorf("%q is %q", first, got)
		}
	}
	for _, post := range []string{"Head of quality and performance", "HEAD OF QUALITY AND PERFORMANCE", "Director of Children AND Young People", "Smith, Jane", "Andy Sandford"} {
		if got := notOneOwner(post); got != "" {
			t.Errorf("%q is %q", post, got)
		}
	}
	if got := notOneOwner(strings.Join(names[:2], ", ")); got != "more than one owner" {
		t.Errorf("two names with a comma are %q", got)
	}
}
