package returns

import (
	"encoding/json"
	"io"

	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// reportSheet is one of workbook.OurSheets, so that it is never read as part
// of a plan; reportName is a hidden name that leads to it, so that the next
// collection replaces it even where somebody has renamed it.
const (
	reportSheet = "What came back"
	reportName  = "actionplan_returns"
)

// WithReport is the collected plan with a sheet behind the others that says
// what was taken, from whom, what was not and why. One of an earlier
// collection is replaced. The same input gives the same bytes.
func (c *Collected) WithReport() ([]byte, error) {
	p, err := xlsx.OpenPackage(c.Data)
	if err != nil {
		return nil, err
	}
	if err := p.DropNamed(reportName); err != nil {
		return nil, err
	}
	table := xlsx.AddedSheet{
		Name:     reportSheet,
		Intro:    []string{"What came back, collected on " + c.AsOf.Long(), words.Capital(words.Count(len(c.Accepted), "value was", "values were")) + " taken. What was not taken stands here whole."},
		Headings: []string{"What became of it", "Ref", "Column", "In the plan before", "In the return", "Why", "Owner", "Where"},
		Widths:   []float64{22, 10, 20, 44, 44, 48, 24, 36},
		Rows:     c.reportRows(),
	}
	if table.Name, err = p.FreeSheetName(reportSheet); err != nil {
		return nil, err
	}
	if _, err := p.AddTable(&table); err != nil {
		return nil, err
	}
	if err := p.SetName(reportName, xlsx.QuoteSheet(table.Name)+"!$A$1", -1, true); err != nil {
		return nil, err
	}
	return p.Zip()
}

func (c *Collected) reportRows() []xlsx.AddedRow {
	var rows []xlsx.AddedRow
	add := func(values ...string) { rows = append(rows, xlsx.AddedRow{Values: values}) }
	for _, x := range c.Accepted {
		add("Taken", x.Ref, x.Heading, inWords(x.Heading, x.Was), inWords(x.Heading, x.Now), "", x.By, cellIn(x.At))
	}
	for _, x := range c.Conflicts {
		why := "It was changed on more than one side; the plan's value is kept."
		if x.Taken {
			why = "It was changed on more than one side; the return's value is taken."
		}
		for _, claim := range x.Claims {
			add("Changed on both sides", x.Ref, x.Heading, inWords(x.Heading, x.PlanValue), inWords(x.Heading, claim.Value), why, claim.By, cellIn(claim.At))
		}
	}
	for _, x := range c.Refused {
		add("Refused", x.Ref, "", "", x.Value, x.Reason, "", cellIn(x.At))
	}
	for _, x := range c.Missing {
		add("Not returned", x.Ref, workbook.ColAction, x.Action, "", "It was sent, and the return has no row for it.", x.Owner, x.File)
	}
	for _, a := range c.Accounts() {
		add("File "+string(a.State), "", "", "", "", words.Capital(a.Why), a.Owner, a.File)
	}
	for _, a := range c.Absent {
		add("Asked, no file", "", "", "", "", "Asked at "+a.Asked.Long()+"; nothing has come back.", a.Owner, "")
	}
	if c.NoLog != "" {
		add("No log", "", "", "", "", "No lines were added to the log: "+c.NoLog+".", "", "")
	}
	return rows
}

// WriteJSON prints what became of the returns, for programs. Fields may be
// added, never renamed.
func (c *Collected) WriteJSON(w io.Writer) error {
	type cell struct {
		File string `json:"file"`
		Cell string `json:"cell"` // with its sheet
	}
	at := func(x xlsx.Cell) cell { file := x.File; x.File = ""; return cell{file, x.String()} }
	type accepted struct {
		Ref    string `json:"ref"`
		Column string `json:"column"`
		Was    string `json:"was"` // days as yyyy-mm-dd, "" for a blank cell
		Now    string `json:"now"`
		By     string `json:"by"`
		At     cell   `json:"at"`
	}
	type claimed struct {
		By    string `json:"by"`
		Value string `json:"value"`
		At    cell   `json:"at"`
	}
	type conflict struct {
		Ref    string    `json:"ref"`
		Column string    `json:"column"`
		Plan   string    `json:"plan"`
		Taken  bool      `json:"taken"` // the return's value
		Claims []claimed `json:"claims"`
	}
	type refused struct {
		Ref    string `json:"ref"`
		Value  string `json:"value"`
		Reason string `json:"reason"`
		At     cell   `json:"at"`
	}
	type missing struct {
		Ref    string `json:"ref"`
		Action string `json:"action"`
		Owner  string `json:"owner"`
		File   string `json:"file"`
	}
	type account struct {
		File  string        `json:"file"`
		Owner string        `json:"owner"`
		Asked workbook.Date `json:"asked"`
		State State         `json:"state"`
		Why   string        `json:"why"`
	}
	type absent struct {
		Owner string        `json:"owner"`
		Asked workbook.Date `json:"asked"`
	}
	out := struct {
		Plan        string        `json:"plan"`
		AsOf        workbook.Date `json:"asOf"`
		Accepted    []accepted    `json:"accepted"`
		Conflicts   []conflict    `json:"conflicts"`
		Refused     []refused     `json:"refused"`
		Missing     []missing     `json:"missing"` // actions that were sent and have no row
		Files       []account     `json:"files"`
		NotReturned []absent      `json:"notReturned"`
		Unchanged   int           `json:"unchanged"` // actions
		Log         string        `json:"log"`       // why no lines could be added to it, ""
	}{Plan: c.Plan.File, AsOf: c.AsOf, Accepted: []accepted{}, Conflicts: []conflict{}, Refused: []refused{}, Missing: []missing{}, Files: []account{}, NotReturned: []absent{}, Unchanged: c.Unchanged, Log: c.NoLog}
	for _, x := range c.Accepted {
		out.Accepted = append(out.Accepted, accepted{x.Ref, x.Heading, x.Was, x.Now, x.By, at(x.At)})
	}
	for _, x := range c.Conflicts {
		one := conflict{Ref: x.Ref, Column: x.Heading, Plan: x.PlanValue, Taken: x.Taken}
		for _, y := range x.Claims {
			one.Claims = append(one.Claims, claimed{y.By, y.Value, at(y.At)})
		}
		out.Conflicts = append(out.Conflicts, one)
	}
	for _, x := range c.Refused {
		out.Refused = append(out.Refused, refused{x.Ref, x.Value, x.Reason, at(x.At)})
	}
	for _, x := range c.Missing {
		out.Missing = append(out.Missing, missing{x.Ref, x.Action, x.Owner, x.File})
	}
	for _, a := range c.Accounts() {
		out.Files = append(out.Files, account{a.File, a.Owner, a.Sent, a.State, a.Why})
	}
	for _, a := range c.Absent {
		out.NotReturned = append(out.NotReturned, absent(a))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
