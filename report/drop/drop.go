// Package drop is the program for somebody without a terminal: files that are
// dropped on it are looked at, and what they are decides which commands are run.
// It does nothing that the commands don't, and says what they did in a few lines.
package drop

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Thing is what a file is.
type Thing int

// What files are. Other is anything that no command takes.
const (
	Other  Thing = iota
	Plan         // a workbook with a plan in it
	Return       // one that was sent to an owner
	Letter       // a document that findings can be read from
	Folder       // of plans, or of returns
)

// Window is what dropping works with.
type Window struct {
	// Run runs the program with arguments, and gives its exit code and what it
	// said. It prints nothing.
	Run func(args ...string) Result

	Look func(path string) Thing  // what a file is
	Open func(path string) error  // shows a file
	Say  func(line string)        // prints a line
	Date func(path string) string // the day that a plan stands on, yyyy-mm-dd; "" if it does not say
}

// Result is how a command ended: 0 clean, 1 the workbook has errors, 2 it
// could not be done.
type Result struct {
	Code           int
	Stdout, Stderr string
}

// Takes is said to whoever dropped what no command takes.
const Takes = "Drop one workbook (it is checked, tracked and briefed), two (they are compared), a plan with the requests that came back (they are merged), " +
	"a folder of plans (they are set side by side) or a letter as PDF, Word or text (a plan is drafted; with a plan, the letter is added to a copy of it)."

// Files does what there is to do with the files that were dropped. It returns
// the program's exit code.
func (w Window) Files(paths []string) int {
	things := map[Thing][]string{}
	for _, p := range paths {
		thing := w.Look(p)
		things[thing] = append(things[thing], p)
	}
	plans, came, folders, letters := things[Plan], things[Return], things[Folder], things[Letter]
	switch {
	case len(things[Other]) > 0:
		w.Say(words.And(names(things[Other])) + ": this can't be used here. " + Takes)
		return 2
	case len(folders) == 1 && len(paths) == 1:
		return w.portfolio(paths[0])
	case len(letters) == len(paths) && len(paths) > 0:
		return w.draft(paths)
	case len(plans) == 1 && len(letters) > 0 && len(paths) == 1+len(letters):
		return w.add(letters, plans[0])
	case len(plans) == 1 && len(paths) == 1:
		return w.plan(plans[0])
	case len(plans) == 2 && len(paths) == 2:
		return w.compare(plans)
	case len(plans) == 1 && len(came)+len(folders) > 0 && len(paths) == 1+len(came)+len(folders):
		return w.collect(plans[0], append(came, folders...))
	}
	w.Say("These files do not go together. " + Takes)
	return 2
}

func names(paths []string) []string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = filepath.Base(p)
	}
	return out
}

// counts are what check says of a plan in JSON.
type counts struct {
	Counts struct{ Error, Warning, Advice int }
}

// plan checks a plan, and writes the marked copy, the tracker and the board's
// paper beside it. It opens what needs somebody first: the marked copy if
// there are errors, otherwise the paper.
func (w Window) plan(path string) int {
	name := filepath.Base(path)
	marked := files.Beside(path, "-marked"+files.CopyEnding(path))
	checked := w.Run("check", path, "--format", "json", "--annotate", marked)
	if checked.Code == 2 {
		w.failed(checked)
		if retry := w.Run("check", path, "--format", "json"); retry.Code == 2 {
			return 2 // the plan itself can't be read, and has been told
		} else {
			checked.Stdout, marked = retry.Stdout, ""
		}
	}
	var found counts
	if err := json.Unmarshal([]byte(checked.Stdout), &found); err != nil {
		w.Say("The check of " + name + " gave no answer that can be read.")
		return 2
	}
	n := found.Counts
	if n.Error+n.Warning == 0 {
		w.Say(name + ": nothing needs attention.")
	} else {
		w.Say(name + ": " + words.Figures(n.Error, "error", "errors") + " and " + words.Figures(n.Warning, "warning", "warnings") + ".")
	}
	first := ""
	if marked != "" {
		w.Say("Each is marked at its cell in " + filepath.Base(marked) + ".")
		if n.Error > 0 {
			first = marked
		}
	}
	code := checked.Code
	tracker, paper := files.Beside(path, "-tracker.xlsx"), files.Beside(path, "-board.pdf")
	code = max(code, w.make("The tracker is ", tracker, "tracker", path, "--quiet", "-o", tracker))
	if made := w.make("The board paper is ", paper, "briefing", path, "--quiet", "-o", paper); made < 2 && first == "" {
		first = paper
	} else {
		code = max(code, made)
	}
	w.show(first)
	return code
}

// make runs a command and says what it made, or why not.
func (w Window) make(says, out string, args ...string) (code int) {
	r := w.Run(args...)
	if r.Code == 2 {
		w.failed(r)
	} else {
		w.Say(says + filepath.Base(out) + ".")
	}
	return r.Code
}

// failed says why a command could not do its job: its one sentence, which often
// begins with a file's name.
func (w Window) failed(r Result) {
	w.Say(strings.TrimPrefix(strings.TrimSpace(r.Stderr), "actionplan: "))
}

func (w Window) show(path string) {
	if path == "" || w.Open == nil {
		return
	}
	if err := w.Open(path); err != nil {
		w.Say("Open " + filepath.Base(path) + " yourself: " + err.Error())
		return
	}
	w.Say("Opening " + filepath.Base(path) + ".")
}

// one runs the one command that there is to run, says what it said, and shows
// what it made.
func (w Window) one(out string, args ...string) int {
	r := w.Run(args...)
	if r.Code == 2 {
		w.failed(r)
		return 2
	}
	const most = 5 // lines
	lines := slices.DeleteFunc(strings.Split(strings.TrimSpace(r.Stdout), "\n"), func(s string) bool { return strings.TrimSpace(s) == "" })
	for _, line := range lines[:min(most, len(lines))] {
		w.Say(line)
	}
	if len(lines) > most {
		w.Say("All of it stands in " + filepath.Base(out) + ".")
	}
	w.show(out)
	return r.Code
}

func (w Window) draft(letters []string) int {
	out := files.Beside(letters[0], "-plan.xlsx")
	return w.one(out, append(append([]string{"draft"}, letters...), "-o", out)...)
}

// add puts letters into a copy of a plan.
func (w Window) add(letters []string, plan string) int {
	out := files.Beside(plan, "-with-letter"+files.CopyEnding(plan))
	return w.one(out, append(append([]string{"draft"}, letters...), "--into", plan, "-o", out)...)
}

// compare takes the plan that stands on the earlier day for the older; where
// they don't say, the one that was dropped first.
func (w Window) compare(plans []string) int {
	old, now := plans[0], plans[1]
	if a, b := w.Date(old), w.Date(now); a != "" && b != "" && b < a {
		old, now = now, old
	}
	out := files.Beside(now, "-changes.html")
	w.Say("From " + filepath.Base(old) + " to " + filepath.Base(now) + ":")
	return w.one(out, "compare", old, now, "-o", out)
}

func (w Window) collect(plan string, came []string) int {
	out := files.Beside(plan, "-collected"+files.CopyEnding(plan))
	return w.one(out, append(append([]string{"collect", plan}, came...), "-o", out)...)
}

func (w Window) portfolio(folder string) int {
	out := filepath.Clean(folder) + "-portfolio.pdf"
	return w.one(out, "portfolio", folder, "-o", out)
}
