package region

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/templates"
)

func TestOf(t *testing.T) {
	for name, want := range map[string]string{
		"Gloucestershire County Council": "South West", "South Gloucestershire Council": "South West", "London Borough of Barking & Dagenham": "London",
		"City of York Council": "Yorkshire and the Humber", "Derby City Council": "East Midlands", "City of London Corporation": "London", "Durham County Council": "North East",
		"Royal Borough of Windsor and Maidenhead": "South East", "Birmingham Children’s Trust": "West Midlands", "St. Helens Borough Council": "North West",
		// As the Department for Education spells them.
		"Bristol, City of": "South West", "Herefordshire, County of": "West Midlands", "Kingston upon Hull, City of": "Yorkshire and the Humber",
		"Bournemouth, Christchurch and Poole": "South West", "St. Helens": "North West",
		// Authorities that came out of the reorganisations of 2021 and 2023.
		"Cumberland Council": "North West", "Westmorland and Furness Council": "North West", "North Northamptonshire Council": "East Midlands",
		"West Northamptonshire Council": "East Midlands", "North Yorkshire Council": "Yorkshire and the Humber", "Somerset Council": "South West",
		"Exampleshire Council": "", "": "", "The Council": "",
	} {
		if got := Of(name); got != want {
			t.Errorf("%s is in %q, want %q", name, got, want)
		}
	}
}

// TestEveryAuthority: there are 153, each once, in the nine regions in the
// numbers that the Department for Education publishes.
func TestEveryAuthority(t *testing.T) {
	want := map[string]int{"North East": 12, "North West": 24, "Yorkshire and the Humber": 15, "East Midlands": 10, "West Midlands": 14,
		"East of England": 11, "London": 33, "South East": 19, "South West": 15}
	rows, err := csv.NewReader(strings.NewReader(templates.Regions)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got, seen := map[string]int{}, map[string]bool{}
	for _, r := range rows[1:] {
		got[r[1]]++
		if name := barename(r[0]); seen[name] || Of(r[0]) != r[1] {
			t.Errorf("%s is there twice, or not found under its own name", r[0])
		} else {
			seen[name] = true
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || len(rows) != 1+153 {
		t.Errorf("%d authorities: %s", len(rows)-1, diff)
	}
}
