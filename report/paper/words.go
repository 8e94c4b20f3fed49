package paper

import (
	"strings"

	"actionplan/report"
	"actionplan/report/paper/block"
)

const notGiven = "Not given"

func text(s string) []block.Run { return []block.Run{{Text: s}} }

func bold(s string) []block.Run { return []block.Run{{Text: s, Bold: true}} }

// orMissing is the text, or in bold what is printed where there is none: the
// gap is the news.
func orMissing(s, missing string) []block.Run {
	if strings.TrimSpace(s) == "" {
		return bold(missing)
	}
	return text(s)
}

// sentence is running text.
func sentence(s string) block.Para { return block.Para{Runs: text(s)} }

// note explains a table or figure above it.
func note(s string) block.Para { return block.Para{Runs: text(s), As: block.Note} }

// notes is a note, or none.
func notes(s string) []block.Block {
	if s == "" {
		return nil
	}
	return []block.Block{note(s)}
}

// groupHeading opens a group within a section.
func groupHeading(s string) block.Heading {
	return block.Heading{Level: 3, Size: block.GroupSize, Runs: text(s)}
}

// refAnd puts a ref before a name. Either may be missing.
func refAnd(ref, name string) string { return strings.TrimSpace(ref + " " + name) }

// lines are a text's own lines, without empty ones.
func lines(s string) []string {
	var out []string
	for _, line := range strings.Split(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// terms are lines of a term and what it says. One that says nothing says so in
// bold: the gap is the news.
func terms(as block.TermsAs, from []report.Line) block.Terms {
	t := block.Terms{As: as}
	for _, l := range from {
		missing := notGiven
		switch l.Term {
		case "Owner":
			missing = "No owner"
		case report.StillOpen:
			missing = "No action answers it"
		}
		item := block.Term{Term: text(l.Term)}
		for _, line := range strings.Split(l.Text, "\n") {
			item.Says = append(item.Says, orMissing(line, missing))
		}
		t.Items = append(t.Items, item)
	}
	return t
}

func bullets(items []string) block.List {
	var l block.List
	for _, s := range items {
		l.Items = append(l.Items, text(s))
	}
	return l
}
