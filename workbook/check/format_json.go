package check

import (
	"encoding/json"
	"io"

	"actionplan/workbook"
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

type jsonCoverage struct {
	Coverage
	Percent int `json:"percent"`
}

// WriteJSON prints everything that a run found, for programs.
func WriteJSON(w io.Writer, r Result) error {
	out := jsonResult{
		File: r.File, SHA256: r.SHA256, AsOf: r.AsOf, Submission: r.Options.Submission, Problems: []jsonProblem{}, Waived: []jsonWaived{},
		Counts:  jsonCounts{r.Counts.Error, r.Counts.Warning, r.Counts.Advice, r.Counts.Waived},
		Checked: r.Checked, Rules: r.Rules, Coverage: jsonCoverage{r.Coverage, r.Coverage.Percent()},
	}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, problemJSON(p))
	}
	for _, p := range r.Waived {
		reason := masked(p.Waived.Reason)
		out.Waived = append(out.Waived, jsonWaived{problemJSON(p), p.Waived.By, reason, p.Waived.Until})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func problemJSON(p workbook.Problem) jsonProblem {
	out := jsonProblem{
		Rule: p.Rule, Severity: p.Severity.String(), Sheet: p.Cell.Sheet, Cell: p.Cell.Name(), Column: p.Column, Ref: p.Ref,
		Value: p.Value, Message: p.Message, Hint: p.Hint, Related: relatedPlaces(p),
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
