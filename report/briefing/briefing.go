// Package briefing makes the papers that a template asks for from a plan that
// was read: one paper, its annex as a file of its own, or one for each owner.
package briefing

import (
	"path/filepath"
	"strings"

	"actionplan/report"
	"actionplan/report/paper"
	"actionplan/report/paper/format"
	"actionplan/report/reading"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Job is how papers are asked for.
type Job struct {
	Chosen   report.Chosen
	Template *report.Template
	Format   format.Format
	Annex    bool   // is a file of its own
	Folder   string // of a paper for each owner; "" for one on all

	Note func(line string) // is told what a paper had to do without
}

// Files are the papers of a plan, made and not yet written. A paper's name is
// like's; an annex stands beside it, and owners' papers in the folder, each
// under a name of its own.
func (j Job) Files(plan *reading.Plan, b *report.Brief, like files.Out) ([]files.Out, error) {
	if len(b.Areas) == 0 {
		return nil, words.Fail("fill in the Areas sheet; see what is missing with: actionplan check "+words.Argument(plan.Path), "no briefing was made: the workbook has no improvement areas")
	}
	if j.Folder == "" {
		return j.one(plan, b, like)
	}
	var outs []files.Out
	names, end := files.NewNames(), filepath.Ext(like.Path)
	stem := strings.TrimSuffix(filepath.Base(like.Path), end)
	for _, page := range b.OwnerPages {
		own, out := *b, like
		if err := own.OnlyOwner(page.Name); err != nil {
			return nil, err
		}
		out.Folder = true
		out.Path = filepath.Join(j.Folder, names.Next(strings.TrimSuffix(files.Fit(stem, "-"+files.SafeStem(page.Name)+end), end), end))
		made, err := j.one(plan, &own, out)
		if err != nil {
			return nil, err
		}
		outs = append(outs, made...)
	}
	return outs, nil
}

// one makes one paper, and its annex beside it where that is a file of its own.
func (j Job) one(plan *reading.Plan, b *report.Brief, like files.Out) ([]files.Out, error) {
	if err := j.Chosen.Only(b); err != nil {
		return nil, err
	}
	layout, err := j.Template.Word(b)
	if err != nil {
		return nil, err
	}
	layouts := []*report.Layout{layout}
	if j.Annex {
		main, annex := layout.Split()
		layouts = []*report.Layout{main, annex}
	}
	logo := j.logo(plan, b)
	var outs []files.Out
	for i, l := range layouts {
		out := like
		if i > 0 {
			out.Path = files.Beside(like.Path, "-annex"+filepath.Ext(like.Path))
		}
		if out.Data, err = j.draw(plan, b, l, logo); err != nil {
			return nil, err
		}
		outs = append(outs, out)
	}
	return outs, nil
}

func (j Job) draw(plan *reading.Plan, b *report.Brief, layout *report.Layout, logo []byte) ([]byte, error) {
	made, err := paper.Compose(b, layout, logo)
	if err != nil {
		return nil, err
	}
	data, substituted, err := j.Format.Write(made)
	for _, line := range paper.Substituted(plan.Facts.Plan, substituted) {
		j.Note(line)
	}
	return data, err
}

// logo is the picture for the first page. A paper without its logo is still a
// paper: what is wrong is said, no more.
func (j Job) logo(plan *reading.Plan, b *report.Brief) []byte {
	if b.Brand.Logo == "" {
		return nil
	}
	data, err := reading.Logo(plan.Path, b.Brand.Logo)
	if err != nil {
		j.Note("the logo is left out: " + err.Error())
	}
	return data
}
