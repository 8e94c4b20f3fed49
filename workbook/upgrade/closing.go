package upgrade

import (
	"fmt"
	"io"
	"strings"

	"actionplan/workbook/words"
)

// Places are the files of an upgrade: what it made, the file that it replaced,
// and the mapping file to edit; "" where there is none.
type Places struct{ Out, Kept, Map string }

// WriteText prints what an upgrade did: what should not be missed, then every
// note and move, and three lines at the end: what it made, what a person must
// still decide, and the next command.
func (l Log) WriteText(w io.Writer, at Places) error {
	var lines []string
	if l.Loud != "" {
		lines = append(lines, l.Loud)
	}
	lines = append(lines, l.lines()...)
	if at.Map != "" {
		lines = append(lines, "To read headings otherwise: edit "+at.Map+" and run again with --map "+words.Argument(at.Map))
	}
	if at.Kept != "" {
		lines = append(lines, "Kept the old file as "+at.Kept)
	}
	_, err := fmt.Fprintln(w, strings.Join(append(lines, l.closing(at.Out)...), "\n"))
	return err
}

func (l Log) closing(out string) []string {
	made := fmt.Sprintf("Wrote %s: %s and %s.", out, words.Figures(l.Areas, "area", "areas"), words.Figures(l.Actions, "action", "actions"))
	if l.Kept > 0 {
		made += " " + words.Figures(l.Kept, "value stands", "values stand") + " only on its last sheet, Not carried over."
	}
	decide := "Nothing is left for a person to decide; its sheet What went where accounts for every column."
	if d := l.Decide(); d != "" {
		decide = "For a person to decide, on its sheet What went where: " + d + "."
	}
	return []string{made, decide, "Next: actionplan check " + words.Argument(out)}
}

// Doubts is true where somebody should say what columns mean.
func (l Log) Doubts() bool {
	for _, n := range l.Notes {
		if strings.HasPrefix(n.Kind, "columns ") {
			return true
		}
	}
	return false
}

// MapFile is a mapping file to edit: what each heading was taken to mean. again
// is the command that reads it.
func (l Log) MapFile(again string) string {
	var out strings.Builder
	out.WriteString(mapHead(again))
	for _, m := range l.Moves {
		if m.Column == "" || m.Heading == "" && m.Values == 0 {
			continue
		}
		e := Entry{Sheet: m.Sheet, Heading: strings.Join(strings.Fields(m.Heading), " "), To: mapNothing}
		if e.Heading == "" || strings.ContainsAny(e.Heading, "=!") {
			e.Heading = "column " + m.Column
		}
		if _, to, ok := strings.Cut(m.To, ": "); ok {
			e.To, _, _ = strings.Cut(to, ", and ")
			if strings.HasPrefix(to, "Ref and") {
				e.To = "Ref"
			}
			if to == "Improvement area" {
				e.To = "Area"
			}
		}
		fmt.Fprintln(&out, e)
	}
	return out.String()
}

// MapFile is a mapping file to edit, with the headings of the row that came
// nearest.
func (e *NoTable) MapFile(again string) string {
	var out strings.Builder
	out.WriteString(mapHead(again))
	for _, h := range e.headings {
		fmt.Fprintln(&out, h)
	}
	return out.String()
}

func mapHead(again string) string {
	return "# What the headings of the old workbook mean. Change what stands to the right of =,\n# save the file, and run again:\n#   " + again +
		"\n# To the right may stand: " + strings.Join(Targets(), ", ") + "\n# (- leaves the column out). A whole sheet is left out by: sheet NAME = skip\n"
}
