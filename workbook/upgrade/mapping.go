package upgrade

import (
	"fmt"
	"path/filepath"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// mapping is what a person has said about headings and sheets.
type mapping struct {
	entries []Entry
	on      string // the sheet that is being read
}

// Entry says what a heading of the old workbook means, or what to do with one
// of its sheets.
type Entry struct {
	Sheet   string // "" every sheet
	Heading string // as the old workbook spells it; a column's letters after "column "
	To      string // as typed: a heading of the new workbook, "-" for none
	means   string
	used    bool
}

const (
	mapNothing = "-"
	mapSkip    = "skip" // of a sheet
	mapTake    = "take"
)

// mapTargets are the right sides of a mapping that are no heading of the
// Actions sheet.
var mapTargets = map[string]string{
	"area": workbook.MeansArea, "improvement area": workbook.MeansArea, "finding": workbook.MeansFinding, "findings": workbook.MeansFinding, "where in letter": workbook.MeansWhere,
	"outcome for children": workbook.MeansAreaOutcome, "accountable owner": workbook.MeansAreaOwner, mapNothing: workbook.MeansNothing, "nothing": workbook.MeansNothing, "none": workbook.MeansNothing,
	mapSkip: mapSkip, mapTake: mapTake,
}

// Targets lists what may stand on the right of a mapping.
func Targets() []string {
	names := []string{"Area", "Finding", "Where in letter", "Outcome for children", "Accountable owner"}
	for _, c := range workbook.FindSheet(workbook.SheetActions).Columns {
		if c.Heading != workbook.ColArea && c.Heading != workbook.ColFindings && c.Heading != workbook.ColPublish {
			names = append(names, c.Heading)
		}
	}
	return append(names, mapNothing)
}

// ParseEntry reads "Who is responsible=Owner", "Plan!Who = Owner" or
// "Plan!column E = Due"; and "sheet July 2025 = skip". The error is a sentence
// for the user.
func ParseEntry(line string) (Entry, error) {
	i := strings.LastIndex(line, "=")
	if i < 0 {
		return Entry{}, words.Fail("write the old heading, = and the new one, such as \"Who is responsible=Owner\"", "%s says nothing", words.Quote(line))
	}
	e := Entry{Heading: strings.TrimSpace(line[:i]), To: strings.TrimSpace(line[i+1:])}
	if n := len("sheet "); len(e.Heading) > n && strings.EqualFold(e.Heading[:n], "sheet ") {
		e.Sheet, e.Heading = strings.TrimSpace(e.Heading[n:]), ""
	} else if sheet, heading, ok := strings.Cut(e.Heading, "!"); ok {
		e.Sheet, e.Heading = strings.Trim(strings.TrimSpace(sheet), "'"), strings.TrimSpace(heading)
	}
	folded := workbook.FoldHeading(e.To)
	if folded == "" {
		folded = strings.TrimSpace(e.To)
	}
	e.means = mapTargets[folded]
	for _, c := range workbook.FindSheet(workbook.SheetActions).Columns {
		if e.means == "" && workbook.FoldHeading(c.Heading) == folded {
			e.means = c.Heading
		}
	}
	onSheet := e.means == mapSkip || e.means == mapTake
	if e.means == "" || onSheet != (e.Heading == "") || e.Heading == "" && e.Sheet == "" {
		return Entry{}, words.Fail("use one of: "+strings.Join(Targets(), ", "), "%s is nothing that %s can become", words.Quote(e.To), words.Quote(strings.TrimSpace(line[:i])))
	}
	return e, nil
}

// ParseMap reads a mapping file: one entry a line, # before a remark.
func ParseMap(source string) ([]Entry, error) {
	var all []Entry
	for n, line := range strings.Split(source, "\n") {
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		e, err := ParseEntry(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		all = append(all, e)
	}
	return all, nil
}

// ReadMaps reads what --map says: each one a heading, a file of them, or a
// workbook that an earlier upgrade has made.
func ReadMaps(given []string) ([]Entry, error) {
	var all []Entry
	for _, one := range given {
		entries, err := readMap(one)
		if err != nil {
			return nil, err
		}
		all = append(all, entries...)
	}
	return all, nil
}

func readMap(given string) (entries []Entry, err error) {
	if !files.Exists(given) {
		e, err := ParseEntry(given)
		return []Entry{e}, err
	}
	data, err := files.Read(given)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(filepath.Ext(given), ".xlsx") {
		entries, err = KeptMap(filepath.Base(given), data)
	} else {
		if data, err = files.Text(filepath.Base(given), data); err != nil {
			return nil, err
		}
		entries, err = ParseMap(string(data))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(given), err)
	}
	return entries, nil
}

// OfferMap writes a mapping file to edit beside the new workbook, unless there
// is one already: source gives its text from the command that reads it. path is
// "" where it could not be written.
func OfferMap(input, output string, source func(again string) string) (path string) {
	path = files.Beside(output, "-map.txt")
	if files.Exists(path) {
		return path
	}
	again := fmt.Sprintf("actionplan upgrade %s -o %s --map %s", words.Argument(input), words.Argument(output), words.Argument(path))
	file := files.Out{Path: path, Inputs: []string{input}, Typed: true, Data: []byte(source(again))}
	if _, err := file.Write(); err != nil {
		return ""
	}
	return path
}

// String is the entry as it is typed.
func (e Entry) String() string {
	switch {
	case e.Heading == "":
		return fmt.Sprintf("sheet %s = %s", e.Sheet, e.To)
	case e.Sheet != "":
		return fmt.Sprintf("%s!%s = %s", e.Sheet, e.Heading, e.To)
	}
	return fmt.Sprintf("%s = %s", e.Heading, e.To)
}

// KeptMap is the mapping that an upgraded workbook keeps on its sheet What
// went where, for the next time.
func KeptMap(name string, data []byte) ([]Entry, error) {
	survey, err := workbook.MakeSurvey(name, data)
	if err != nil {
		return nil, err
	}
	var all []Entry
	for i := range survey.Sheets {
		if !strings.EqualFold(survey.Sheets[i].Name, sheetWentWhere) {
			continue
		}
		for _, r := range survey.Sheets[i].Rows {
			if r.At(1).Text == keptMark {
				if e, err := ParseEntry(r.At(3).Text); err == nil {
					all = append(all, e)
				}
			}
		}
	}
	return all, nil
}

// keptMark opens a row of What went where that keeps what somebody said.
const keptMark = "You said"

// heading is what somebody has said of a column.
func (m *mapping) heading(c *column) (means string, ok bool) {
	for i := range m.entries {
		e := &m.entries[i]
		if e.Heading == "" || e.Sheet != "" && !strings.EqualFold(e.Sheet, m.on) {
			continue
		}
		letters, isColumn := strings.CutPrefix(strings.ToLower(e.Heading), "column ")
		named := workbook.FoldHeading(e.Heading)
		if isColumn && strings.EqualFold(letters, xlsx.ColumnLetters(c.col)) || named != "" && (named == workbook.FoldHeading(c.heading) || named == workbook.FoldHeading(c.title())) {
			e.used = true
			return e.means, true
		}
	}
	return "", false
}
