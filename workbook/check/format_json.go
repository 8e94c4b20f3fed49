package check

import (
	"encoding/json"
	"io"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// jsonResult is the stable interface for programs. Fields may be added, never
// renamed. templates/schema/check.json describes it.
type jsonResult struct {
	File       string        `json:"file"`
	SHA256     string        `json:"sha256"`
	AsOf       workbook.Date `json:"asOf"`
	Submission bool          `json:"submission"`
	Problems   []jsonProblem `json:"problems"`
	Waived     []jsonWaived  `json:"waived"`
	Counts     jsonCounts    `json:"counts"`
	Checked    []Counted     `json:"checked"`
	Rules      int           `json:"rules"`
	Coverage   jsonCoverage  `json:"coverage"`
	Totals     jsonTotals    `json:"totals"`
	Clocks     []jsonClock   `json:"clocks"`
	Readiness  jsonReadiness `json:"readiness"`
}

type jsonProblem struct {
	Rule     string   `json:"rule"`
	Severity string   `json:"severity"`
	Sheet    string   `json:"sheet"`  // as the file spells it; "" for the whole file
	Cell     string   `json:"cell"`   // F12, without the sheet; "" for a whole sheet or file
	Row      int      `json:"row"`    // 0 for a whole sheet or file
	Column   string   `json:"column"` // the heading as the file spells it; on Plan the field
	Ref      string   `json:"ref"`
	Value    string   `json:"value"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
	Related  []string `json:"related"`
	Owner    string   `json:"owner"` // who has to be asked; "" where no one owner has
}

type jsonWaived struct {
	jsonProblem
	By     string        `json:"by"`
	Reason string        `json:"reason"`
	Until  workbook.Date `json:"until"` // "" without an end
}

type jsonCounts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Advice  int `json:"advice"`
	Waived  int `json:"waived"`
}

// jsonCoverage is how far the findings that ask for an answer are answered.
type jsonCoverage struct {
	Findings int `json:"findings"`
	Answered int `json:"answered"`
	ByArea   int `json:"byArea"` // mapped by area only, no part of answered
	Percent  int `json:"percent"`
}

// jsonTotals are the problems counted three ways, the most errors first.
type jsonTotals struct {
	Rule  []jsonTotal `json:"rule"`
	Owner []jsonTotal `json:"owner"`
	Sheet []jsonTotal `json:"sheet"`
}

type jsonTotal struct {
	Name    string `json:"name"`
	Error   int    `json:"error"`
	Warning int    `json:"warning"`
	Advice  int    `json:"advice"`
}

// jsonClock is the statutory clock of one letter. Where computed is false
// only visit and why are set, and the date agreed where there is one.
type jsonClock struct {
	Visit       string        `json:"visit"` // "" of the Plan sheet's Report received
	Computed    bool          `json:"computed"`
	Why         string        `json:"why"` // why it is not computed
	Received    workbook.Date `json:"received"`
	Due         workbook.Date `json:"due"`
	WorkingDays int           `json:"workingDays"`
	Agreed      bool          `json:"agreed"` // due is the date agreed in place of the working days
	Sent        workbook.Date `json:"sent"`
	DaysLate    int           `json:"daysLate"` // working days
}

type jsonReadiness struct {
	Ready   bool     `json:"ready"`
	Against []string `json:"against"`
}

// WriteJSON prints everything that a run found, for programs.
func WriteJSON(w io.Writer, r Result) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r.json())
}

func (r Result) json() jsonResult {
	out := jsonResult{
		File: r.File, SHA256: r.SHA256, AsOf: r.AsOf, Submission: r.Options.Submission, Problems: []jsonProblem{}, Waived: []jsonWaived{},
		Counts:  jsonCounts{r.Counts.Error, r.Counts.Warning, r.Counts.Advice, r.Counts.Waived},
		Checked: r.Checked, Rules: r.Rules,
		Coverage:  jsonCoverage{r.Coverage.Needing, r.Coverage.Answered, len(r.Coverage.ByArea), r.Coverage.Percent()},
		Totals:    jsonTotals{totalsJSON(r.Totals(ByRule)), totalsJSON(r.Totals(ByOwner)), totalsJSON(r.Totals(BySheet))},
		Clocks:    clocksJSON(r.facts),
		Readiness: jsonReadiness{Against: append([]string{}, r.Against()...)},
	}
	out.Readiness.Ready = len(out.Readiness.Against) == 0
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, r.problemJSON(p))
	}
	for _, p := range r.Waived {
		reason := masked(p.Waived.Reason)
		out.Waived = append(out.Waived, jsonWaived{r.problemJSON(p), p.Waived.By, reason, p.Waived.Until})
	}
	return out
}

func totalsJSON(totals []Total) []jsonTotal {
	list := make([]jsonTotal, len(totals))
	for i, t := range totals {
		list[i] = jsonTotal{t.Name, t.Counts.Error, t.Counts.Warning, t.Counts.Advice}
	}
	return list
}

func clocksJSON(f *facts.Facts) []jsonClock {
	list := []jsonClock{}
	for _, c := range f.Clocks {
		j := jsonClock{Computed: true, Received: c.Received, Due: c.Due, WorkingDays: c.WorkingDays, Agreed: c.Overridden, Sent: c.Sent, DaysLate: c.DaysLate}
		if c.Visit != nil {
			j.Visit = c.Visit.Ref
		}
		list = append(list, j)
	}
	agreed := f.AgreedAlone()
	for _, v := range f.NoReceipt {
		list = append(list, jsonClock{Visit: v.Ref, Due: agreed, Agreed: !agreed.IsZero(), Why: "the day on which the letter was received is not recorded"})
	}
	for _, v := range f.NotComputed {
		list = append(list, jsonClock{Visit: v.Ref, Due: agreed, Agreed: !agreed.IsZero(), Why: "its framework has times of its own"})
	}
	return list
}

func (r Result) problemJSON(p workbook.Problem) jsonProblem {
	out := jsonProblem{
		Rule: p.Rule, Severity: p.Severity.String(), Sheet: p.Cell.Sheet, Cell: p.Cell.Name(), Column: p.Column, Ref: p.Ref,
		Value: p.Value, Message: p.Message, Hint: p.Hint, Related: relatedPlaces(p),
	}
	if owner := r.OwnerOf(p); owner != noOwner {
		out.Owner = owner
	}
	if out.Cell != "" {
		out.Row = p.Cell.Row
	}
	return out
}

// relatedPlaces are the other cells that a problem is about, each with its
// sheet. A cell that the file does not have is left out.
func relatedPlaces(p workbook.Problem) []string {
	places := []string{}
	for _, c := range p.Related {
		if c.Name() != "" && c.Sheet != "" {
			places = append(places, c.String())
		}
	}
	return places
}
