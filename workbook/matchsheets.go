package workbook

import (
	"slices"
	"strings"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// located is a sheet of the schema together with the sheet of the file that
// was found to be it.
type located struct {
	sheet *Sheet
	file  xlsx.Sheet
	probe *grid // its first rows
	layout
}

// sheetMatch is which sheet of the file is which of ours.
type sheetMatch struct {
	of     map[*Sheet]*located
	rivals []rival // sheets that look like one of ours which was found elsewhere
	rest   []xlsx.Sheet
}

type rival struct {
	file xlsx.Sheet
	of   *located
}

// matchSheets goes by name, then by alias where the headings bear it out,
// then by headings alone, then by alias alone.
func matchSheets(b *xlsx.Book) (*sheetMatch, error) {
	m := &sheetMatch{of: map[*Sheet]*located{}}
	open, probes, err := probeSheets(b)
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	claim := func(s *Sheet, file xlsx.Sheet, l layout) {
		m.of[s] = &located{sheet: s, file: file, probe: probes[file.Name], layout: l}
		taken[file.Name] = true
	}
	pass := func(named func(*Sheet, string) bool, mustFit bool) {
		for _, s := range Sheets {
			for _, file := range open {
				if m.of[s] != nil || taken[file.Name] {
					continue
				}
				if !named(s, foldHeading(file.Name)) {
					continue
				}
				if l := layOut(s, probes[file.Name]); !mustFit || bearsOut(s, l) {
					claim(s, file, l)
				}
			}
		}
	}
	pass(func(s *Sheet, name string) bool { return foldHeading(s.Name) == name }, false)
	pass((*Sheet).hasAlias, true)
	m.claimByHeadings(open, probes, taken, claim)
	pass((*Sheet).hasAlias, false)
	for _, file := range open {
		if taken[file.Name] {
			continue
		}
		m.rest = append(m.rest, file)
		m.findRival(file, probes[file.Name])
	}
	return m, nil
}

// probeSheets reads the first rows of every sheet that is not our own output.
func probeSheets(b *xlsx.Book) ([]xlsx.Sheet, map[string]*grid, error) {
	var open []xlsx.Sheet
	probes := map[string]*grid{}
	for _, s := range b.Sheets {
		if s.XML == nil || isOurs(s.Name) {
			continue
		}
		g, err := readGrid(b, s, fieldRows)
		if err != nil {
			return nil, nil, err
		}
		open = append(open, s)
		probes[s.Name] = g
	}
	return open, probes, nil
}

func isOurs(name string) bool {
	return slices.ContainsFunc(OurSheets, func(o string) bool { return words.Same(o, name) })
}

func (s *Sheet) hasAlias(folded string) bool {
	return slices.ContainsFunc(s.Aliases, func(a string) bool { return foldHeading(a) == folded })
}

// claimByHeadings gives each sheet of ours that is still open the sheet of
// the file whose headings fit it best, the best pair first.
func (m *sheetMatch) claimByHeadings(open []xlsx.Sheet, probes map[string]*grid, taken map[string]bool, claim func(*Sheet, xlsx.Sheet, layout)) {
	for {
		var sheet *Sheet
		var file xlsx.Sheet
		var best layout
		bestFit := 0.0
		for _, s := range Sheets {
			for _, f := range open {
				if m.of[s] != nil || taken[f.Name] {
					continue
				}
				l := layOut(s, probes[f.Name])
				if fit := headingFit(s, l); bearsOut(s, l) && fit > bestFit {
					sheet, file, best, bestFit = s, f, l, fit
				}
			}
		}
		if sheet == nil {
			return
		}
		claim(sheet, file, best)
	}
}

// headingFit is how much of a sheet of ours the headings found make up.
func headingFit(s *Sheet, l layout) float64 {
	all, required := l.count(s)
	exact := 0
	for _, f := range l.at {
		if f != nil && l.names[f] {
			exact++
		}
	}
	return float64(required)/float64(max(1, s.required())) + float64(all+exact)/float64(4*len(s.Columns))
}

// bearsOut is true where headings alone show that a sheet is ours. Sheets
// with only one or two required columns, such as People, are too easily
// somebody's own list; the three that make a plan need most of theirs.
func bearsOut(s *Sheet, l layout) bool {
	all, required := l.count(s)
	switch {
	case s.Required:
		return all >= 3 && 5*required >= 3*s.required()
	case s.required() < 3:
		return false
	}
	return required == s.required()
}

// findRival notes a sheet that has the headings of one that was found
// elsewhere: its rows are not read, and somebody must know.
func (m *sheetMatch) findRival(file xlsx.Sheet, probe *grid) {
	var of *located
	best := 0.0
	for _, s := range Sheets {
		if m.of[s] == nil || s.Fields || s.required() < 3 {
			continue
		}
		l := layOut(s, probe)
		if fit := headingFit(s, l); fit > best && bearsOut(s, l) && hasRowsBelow(probe, l.row) {
			of, best = m.of[s], fit
		}
	}
	if of != nil {
		m.rivals = append(m.rivals, rival{file, of})
	}
}

func hasRowsBelow(g *grid, row int) bool {
	return len(g.Rows) > 0 && g.Rows[len(g.Rows)-1].Number > row
}

// isPlan is true if at least one of the sheets that make a plan was found. A
// sheet called "Cover" or "Details" with nothing of ours in it proves nothing.
func (m *sheetMatch) isPlan() bool {
	for s, l := range m.of {
		if s.Required && (l.row > 0 || foldHeading(l.file.Name) == foldHeading(s.Name)) {
			return true
		}
	}
	return false
}

// fit says beforehand whether the sheets of ours can be read.
func (m *sheetMatch) fit(b *xlsx.Book) error {
	var all []xlsx.Sheet
	for _, found := range m.of {
		all = append(all, found.file)
	}
	return b.Fit(all...)
}

// has says whether one of our sheets was found.
func (m *sheetMatch) has(name string) bool {
	for s := range m.of {
		if s.Name == name {
			return true
		}
	}
	return false
}

// nearSheet is a sheet of the file whose name is a letter or two from s.
func (m *sheetMatch) nearSheet(s *Sheet) (xlsx.Sheet, bool) {
	for _, f := range m.rest {
		if _, ok := words.Slip(foldHeading(f.Name), foldHeading(s.Name)); ok && !strings.EqualFold(f.Name, s.Name) {
			return f, true
		}
	}
	return xlsx.Sheet{}, false
}
