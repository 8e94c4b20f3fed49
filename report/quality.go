package report

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// quality is what a reader needs to tell which workbook the paper came from
// and how far to trust it.
// A public paper counts problems and lists none: their words may be about what
// it leaves out.
func quality(f *facts.Facts, problems workbook.Problems, brand Brand, e edition) Quality {
	n := problems.Count()
	q := Quality{File: f.Plan.File, SHA256: f.Plan.SHA256, Errors: n.Error, Warnings: n.Warning, Advice: n.Advice}
	listed := problems
	if e.public {
		listed = nil
	}
	sheets := sheetsBySpelling(f.Plan)
	for _, p := range listed {
		line := LineOf(p)
		line.Of = sheets[p.Cell.Sheet]
		if p.Waived != nil {
			q.Waived = append(q.Waived, line)
		} else {
			q.Problems = append(q.Problems, line)
		}
	}
	said := found(n)
	if e.public && n.Error+n.Warning+n.Advice > 0 {
		said += " A public paper does not list them."
	}
	q.Sentences = append(q.Sentences, said)
	if n.Waived > 0 && e.public {
		q.Sentences = append(q.Sentences, words.OpeningCount(n.Waived, "problem was", "problems were")+" waived by somebody who answers for it.")
	} else if n.Waived > 0 {
		q.Sentences = append(q.Sentences, words.OpeningCount(n.Waived, "problem was", "problems were")+" waived by somebody who answers for it, and "+words.Are(n.Waived)+" listed below.")
	}
	if c := unknownStatuses(f); c > 0 {
		q.Sentences = append(q.Sentences, words.OpeningCount(c, "action has", "actions have")+" a blank status or one that is not in the key, and "+words.Are(c)+" counted apart.")
	}
	if said := e.leftOutWords(); said != "" {
		q.Sentences = append(q.Sentences, said)
	}
	if brand.Given != "" {
		q.Sentences = append(q.Sentences, "The brand colour "+brand.Given+" was darkened to "+brand.Colour+" so that it can be read.")
	}
	return q
}

// sheetsBySpelling finds by the name that the file gives a sheet of the plan the one
// that the schema gives it. Sheets without rows are left out.
func sheetsBySpelling(p *workbook.Plan) map[string]string {
	names := map[string]string{}
	for _, s := range workbook.Sheets {
		if first := s.First(p); first != nil && first.Place().SheetName() != "" {
			names[first.Place().SheetName()] = s.Name
		}
	}
	return names
}

func found(n workbook.Counts) string {
	if n.Error+n.Warning+n.Advice == 0 {
		return "The workbook was checked cell by cell, and nothing was found that needs attention."
	}
	text := "The workbook was checked cell by cell: " + words.And([]string{
		words.Count(n.Error, "error", "errors"), words.Count(n.Warning, "warning", "warnings"), words.Count(n.Advice, "piece of advice", "pieces of advice"),
	}) + "."
	if n.Error == 0 {
		text += " An error would be a missing or contradictory fact; a warning means that the board could be misled."
	}
	return text
}

// Found names what the number of errors and warnings counts: the kinds that
// there are.
func (q Quality) Found() string {
	switch n := q.Errors + q.Warnings; {
	case q.Errors == 0 && q.Warnings == 1:
		return "warning"
	case q.Errors == 0 && n > 0:
		return "warnings"
	case q.Warnings == 0 && q.Errors == 1:
		return "error"
	case q.Warnings == 0 && n > 0:
		return "errors"
	}
	return "errors and warnings"
}

func unknownStatuses(f *facts.Facts) int {
	n := 0
	for _, a := range f.Actions {
		if a.Meaning == workbook.MeaningUnknown {
			n++
		}
	}
	return n
}

// LineOf is a problem as papers and the tracker print it.
func LineOf(p workbook.Problem) ProblemLine {
	line := ProblemLine{
		Place: p.Cell.String(), Sheet: p.Cell.Sheet, Cell: p.Cell.Name(), Ref: p.Ref,
		Severity: p.Severity.String(), Rule: p.Rule, Message: p.Message, Hint: p.Hint,
	}
	if p.Waived != nil {
		line.WaivedBy, line.WaivedWhy = p.Waived.By, p.Waived.Reason
	}
	return line
}
