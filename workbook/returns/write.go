package returns

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Write puts the workbooks and the page that lists them into a folder, which
// is made if it is not there, and says what was written, a line each: all of
// them are written or none. plan is the path of the
// plan's workbook, which no output may be.
func (x *Extract) Write(f *facts.Facts, dir, plan string, force bool) (lines []string, err error) {
	outs, lines := x.outs(dir, plan, force)
	if len(outs) == 0 {
		return []string{"No open action is to be asked about, so nothing was written."}, nil
	}
	index := files.Out{Path: filepath.Join(dir, IndexFile), Inputs: []string{plan}, Force: force, Folder: true}
	if index.Data, err = Index(f, x, func(file string) bool {
		info, err := os.Stat(filepath.Join(dir, file))
		return err == nil && info.Mode().IsRegular()
	}); err != nil {
		return nil, err
	}
	outs, lines = append(outs, index), append(lines, ", which lists them")
	kept, err := files.WriteAll(outs)
	if err != nil {
		return nil, err
	}
	for i, out := range outs {
		lines[i] = "Wrote " + out.Path + lines[i]
		if kept[i] != "" {
			lines[i] = "Kept the old file as " + kept[i] + "\n" + lines[i]
		}
	}
	return lines, nil
}

// outs are the workbooks to write, and of each the rest of its line.
func (x *Extract) outs(dir, plan string, force bool) (outs []files.Out, lines []string) {
	for _, r := range x.Requests {
		if r.Data != nil {
			outs = append(outs, files.Out{Path: filepath.Join(dir, r.File), Data: r.Data, Inputs: []string{plan}, Typed: true, Force: force, Folder: true})
			lines = append(lines, fmt.Sprintf(": %s, %s", r.Owner, words.Count(r.Actions, "action", "actions")))
		}
	}
	return outs, lines
}

// WriteLeftOut names the open actions that nobody was asked about.
func (x *Extract) WriteLeftOut(w io.Writer) error {
	for _, left := range []struct {
		why     string
		actions []*facts.Action
	}{
		{"without an owner, so nobody is asked", x.Unowned},
		{"left out, because the ref is blank, badly formed or there twice", x.Unnamed},
		{"left out, because nothing says when it is due", x.Undated},
	} {
		if len(left.actions) == 0 {
			continue
		}
		names := make([]string, len(left.actions))
		for i, a := range left.actions {
			names[i] = strings.TrimSpace(a.Ref + " (" + a.At(workbook.ColRef).String() + ")")
		}
		count := words.Count(len(names), "open action", "open actions")
		if _, err := fmt.Fprintf(w, "%s %s: %s\n", words.Capital(count), left.why, strings.Join(names, ", ")); err != nil {
			return err
		}
	}
	return nil
}
