package check

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

//go:embed docs/*.md docs/loading/*.md
var docFiles embed.FS

// doc is the page of a rule. A rule without one is our bug.
func doc(rule string) string {
	page, err := docFiles.ReadFile("docs/" + rule + ".md")
	if err != nil {
		panic(fmt.Sprintf("rule %s has no page: %v", rule, err))
	}
	return string(page)
}

// loadingDoc is why a rule of loading exists, with examples; "" of the rules
// of the public edition, whose few words say it.
func loadingDoc(rule string) string {
	text, err := docFiles.ReadFile("docs/loading/" + rule + ".md")
	if err != nil {
		return ""
	}
	return string(text)
}

// Explain is the page of one rule, of check or of loading. The error is for a
// name that no rule has; it says what was probably meant.
func Explain(name string) (string, error) {
	folded := words.Fold(name)
	for _, r := range All {
		if r.Name == folded {
			return page(r.Name, severityNote(r), r.Doc), nil
		}
	}
	for _, r := range plainRules() {
		if r.Name == folded {
			return page(r.Name, loadNote(r), r.Doc+"\n\n"+loadingDoc(r.Name)), nil
		}
	}
	hint := "see all of them with: actionplan explain"
	if near := words.Likely(name, RuleNames()); near != "" {
		hint = "did you mean " + words.Quote(near) + "? See all of them with: actionplan explain"
	}
	return "", words.Fail(hint, "there is no rule %s", words.Quote(name))
}

// Reference is RULES.md: the page of every rule.
func Reference() string {
	var out strings.Builder
	out.WriteString("# Rules\n\nWritten from the rules themselves by `go test ./workbook/check -run Reference -update`; do not edit.\n\n")
	out.WriteString("An **error** is a missing or contradictory fact, a **warning** could mislead the board, **advice** is about writing and load.\n\n")
	out.WriteString("| Rule | Severity | What it says |\n|---|---|---|\n")
	for _, r := range plainRules() {
		fmt.Fprintf(&out, "| [%s](#%s) | %s | %s |\n", r.Name, r.Name, r.Severity, firstSentence(r.Doc))
	}
	for _, r := range All {
		fmt.Fprintf(&out, "| [%s](#%s) | %s | %s |\n", r.Name, r.Name, r.Severity, firstSentence(r.Doc))
	}
	for _, r := range plainRules() {
		page, _ := Explain(r.Name)
		out.WriteString("\n" + deeper(page))
	}
	for _, r := range All {
		page, _ := Explain(r.Name)
		out.WriteString("\n" + deeper(page))
	}
	return out.String()
}

func severityNote(r Rule) string {
	note := r.Severity.String()
	if r.Submission != workbook.SeverityInvalid {
		note += " · " + r.Submission.String() + " before a submission"
	}
	if r.OnlySubmission {
		note += " · only before a submission"
	}
	if r.OnlySince {
		note += " · only beside an earlier workbook (--since)"
	}
	switch {
	case r.OfWaivers:
		note += " · can't be waived"
	case r.Publication:
		note += " · can be waived only with an end date"
	}
	return note
}

// plainRules are those that no function here runs: of loading, and of the
// public edition.
func plainRules() []workbook.RuleDoc { return slices.Concat(workbook.LoadRules, editionRules) }

func loadNote(r workbook.RuleDoc) string {
	if r.Name == rulePersonNamed || r.Name == ruleOwnerRole {
		return r.Severity.String() + " · only for a public edition (--public) · can't be waived"
	}
	if firm(r) {
		return r.Severity.String() + " · can't be waived"
	}
	return r.Severity.String()
}

// page puts the rule's name and severity above its text.
func page(name, note, text string) string {
	text = strings.TrimSpace(text)
	text = strings.TrimSpace(strings.TrimPrefix(text, "# "+name))
	return "# " + name + "\n\n*" + note + "*\n\n" + text + "\n"
}

// deeper puts every heading of a page one level down.
func deeper(page string) string {
	lines := strings.Split(page, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "#") {
			lines[i] = "#" + line
		}
	}
	return strings.Join(lines, "\n")
}

// firstSentence is the first sentence of a page below its title.
func firstSentence(text string) string {
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "*") {
			continue
		}
		if i := strings.Index(line, ". "); i >= 0 {
			return line[:i+1]
		}
		return line
	}
	return ""
}

// RuleNames are the names of all rules, those of loading first.
func RuleNames() []string {
	var names []string
	for _, r := range plainRules() {
		names = append(names, r.Name)
	}
	for _, r := range All {
		names = append(names, r.Name)
	}
	return names
}
