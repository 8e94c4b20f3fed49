package check

import (
	"testing"

	"actionplan/workbook"
)

// Figures that get worse speak against a status, and figures of which fewer is
// better do not.
func TestFallingFigures(t *testing.T) {
	for note, want := range map[string]string{
		"May 86%, July 80%, August 71%. Managers say that leave and court eat the hour.":               "86%, 80%, 71%",
		"In time: 92% in spring, then 88% and now 79%.":                                                "92%, 88%, 79%",
		"All 58 pupils were matched in September. I see 19 names in last week's register.":             "19 of 58",
		"Seventeen began. I count nine still at their desks.":                                          "9 of 17",
		"Forty carers signed up in June; 11 still come.":                                               "11 of 40",
		"May 71%, July 80%, August 86%.":                                                               "",
		"Agency staff: May 24%, July 19%, August 12%.":                                                 "",
		"Late visits were 14%, 9% and 5%.":                                                             "",
		"Down from 63 cases to 10; 10 remain.":                                                         "",
		"The backlog began at 60 and nine remain.":                                                     "",
		"Seventeen began and 16 still come.":                                                           "",
		"Checks in 90% of north plans. South has 80%. West has 70%.":                                   "",
		"Seventeen started in May. Two more join on 9 October.":                                        "",
		"All 58 pupils were matched on 14 September. 56 names in last week's register, and 12 tutors.": "",
		"Started on 22 June with 30 families. Nine in ten of them still come.":                         "",
	} {
		if got := falling(note); got != want {
			t.Errorf("%q: %q, want %q", note, got, want)
		}
	}
}

// An action whose figures fall is not on track.
func TestFallingFiguresSpeakAgainstOnTrack(t *testing.T) {
	p := &Pass{memory: new(memory), AsOf: workbook.MustDate("2026-09-30")}
	if against, _ := p.against("May 86%, July 80%, August 71%. Managers say that leave and court eat the hour.", workbook.OnTrack); against == "" {
		t.Error("the note agrees")
	}
}
