// Command actionplan turns an improvement plan that is kept in a workbook
// into a tracker and a board briefing, and says which cells need attention.
//
// Exit codes: 0 clean, 1 the workbook has errors, 2 the job could not be done.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"actionplan/report"
	"actionplan/report/console"
	"actionplan/report/drop"
	compose "actionplan/report/paper"
	"actionplan/report/paper/block"
	"actionplan/report/paper/html"
	"actionplan/report/paper/pdf"
	"actionplan/report/paper/word"
	"actionplan/report/portfolio"
	"actionplan/report/tagged"
	"actionplan/report/tracker"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/annotate"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/draft"
	"actionplan/workbook/export"
	"actionplan/workbook/facts"
	"actionplan/workbook/files"
	"actionplan/workbook/history"
	"actionplan/workbook/letter"
	"actionplan/workbook/returns"
	"actionplan/workbook/upgrade"
	"actionplan/workbook/words"
)

func main() {
	files.RemoveOnSignal()
	today := workbook.DateOf(time.Now())
	if paths := os.Args[1:]; console.Own() && (len(paths) == 0 || dropped(paths)) {
		os.Exit(inWindow(paths, os.Stdin, os.Stdout, today, console.Open))
	}
	os.Exit(run(os.Args, os.Stdout, os.Stderr, today))
}

// inWindow is the program in a window of its own, which stays until somebody
// has read what it says.
func inWindow(paths []string, typed io.Reader, stdout io.Writer, today workbook.Date, open func(string) error) int {
	w := window(stdout, today)
	w.Open = open
	if len(paths) == 0 {
		w.Menu(typed)
		return 0
	}
	code := w.Files(paths)
	fmt.Fprint(stdout, "\nPress Enter to close. ")
	_, _ = bufio.NewReader(typed).ReadString('\n')
	return code
}

// dropped says whether all of the words are files or folders, so that they are
// no command.
func dropped(paths []string) bool {
	return !slices.ContainsFunc(paths, func(p string) bool { return !files.Exists(p) })
}

func window(stdout io.Writer, today workbook.Date) drop.Window {
	return drop.Window{
		Run: func(args ...string) drop.Result {
			var out, errs bytes.Buffer
			code := run(append([]string{"actionplan"}, args...), &out, &errs, today)
			return drop.Result{Code: code, Stdout: out.String(), Stderr: errs.String()}
		},
		Look: look,
		Say:  func(line string) { fmt.Fprintln(stdout, line) },
		Date: lastUpdate,
	}
}

// look is what a file is, by what is in it.
func look(path string) drop.Thing {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return drop.Folder
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf", ".docx", ".txt", ".md":
		return drop.Letter
	case ".xlsx", ".xlsm":
	default:
		return drop.Other
	}
	data, err := files.Read(path)
	if err != nil {
		return drop.Other
	}
	if _, err := returns.ReadReturn(filepath.Base(path), data); err == nil {
		return drop.Return
	}
	return drop.Plan // what is wrong with it, check says
}

// lastUpdate is the last day that a plan tells of, "" where it tells of none.
func lastUpdate(path string) string {
	plan, _, err := load(path)
	if err != nil {
		return ""
	}
	last := plan.Info.MeetingDate
	for _, u := range plan.Updates {
		if u.Date.After(last) {
			last = u.Date
		}
	}
	if last.IsZero() {
		return ""
	}
	return last.String()
}

// Message policy. A failure is one sentence on stderr, "actionplan: …", in
// the user's words, and standard output stays empty; it is written so
// (words.Failure), never made so afterwards. Problems of the workbook
// are not failures: they go to standard output. What was written is said on
// standard output too, unless --quiet.

// errFound says that the work is done and the workbook has errors.
var errFound = errors.New("the workbook has errors")

// errNotPublic says that what stands against a public edition has been listed.
var errNotPublic = errors.New("no public edition was made")

// run is the program: it never exits and never looks at today's date.
func run(args []string, stdout, stderr io.Writer, today workbook.Date) int {
	heard := &heard{Writer: stdout}
	p := &program{stdout: heard, stderr: stderr, today: today}
	app := p.app()
	if len(args) > 1 && app.Command(args[1]) == nil {
		switch paths := args[1:]; {
		case files.Exists(paths[0]) && (len(paths) == 1 || !dropped(paths)):
			args = append([]string{args[0], "check"}, paths...)
		case dropped(paths):
			return window(stdout, today).Files(paths)
		}
	}
	args, err := flagsFirst(app, args)
	if err == nil {
		err = app.Run(args)
	}
	if heard.err != nil && (err == nil || errors.Is(err, errFound)) {
		err = fmt.Errorf("what was to be said could not be printed: %w", heard.err)
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFound):
		return 1
	}
	fmt.Fprintf(stderr, "actionplan: %s\n", words.Printable(err.Error()))
	return 2
}

// heard is standard output, and remembers whether something could not be
// printed, as on a full disk: then the job was not done.
type heard struct {
	io.Writer
	err error
}

func (h *heard) Write(p []byte) (n int, err error) {
	if n, err = h.Writer.Write(p); err != nil && h.err == nil {
		h.err = err
	}
	return n, err
}

type program struct {
	stdout, stderr io.Writer
	today          workbook.Date
}

func (p *program) app() *cli.App {
	app := &cli.App{
		Name:            "actionplan",
		Usage:           "an improvement plan in a workbook, checked, tracked and briefed",
		Version:         version(),
		HideHelpCommand: true,
		Writer:          p.stdout,
		ErrWriter:       p.stderr,
		ExitErrHandler:  func(*cli.Context, error) {},
		OnUsageError:    usageError,
		Action:          unknownCommand,
		Description: "Exit codes: 0 clean, 1 the workbook has errors, 2 the job could not be done.\n" +
			"Run \"actionplan COMMAND --help\" for a command's own help.",
		Commands: p.commands(),
	}
	for _, c := range app.Commands {
		c.OnUsageError = usageError
	}
	return app
}

func (p *program) commands() []*cli.Command {
	force := &cli.BoolFlag{Name: "force", Usage: "replace a file that is already there; one that people typed into is kept as NAME.bak.xlsx"}
	asOf := &cli.StringFlag{Name: "as-of", Usage: "`DATE` the position is at, as 2026-09-30 or 30/09/2026 (default: today)"}
	quiet := &cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print only problems and errors"}
	public := &cli.BoolFlag{Name: "public", Usage: "the edition for publication: without restricted rows, evidence and names of staff"}
	out := &cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "`FILE` to write (default: a name beside the workbook)"}
	since := &cli.StringFlag{Name: "since", Usage: "also show what changed since an earlier `WORKBOOK`, a date with a snapshot, last-board, or a folder of snapshots"}
	return []*cli.Command{{
		Name: "new", Usage: "make a blank workbook for staff to fill in", ArgsUsage: "OUT.xlsx", Action: p.newWorkbook,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "organisation", Usage: "the organisation's `NAME`, filled in for you"},
			&cli.BoolFlag{Name: "example", Usage: "fill it with a small example plan"},
			force, quiet,
		},
	}, {
		Name: "check", Usage: "say exactly which cells need attention", ArgsUsage: "PLAN.xlsx", Action: p.check,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text, json or csv"},
			&cli.BoolFlag{Name: "strict", Usage: "warnings count as errors"},
			&cli.BoolFlag{Name: "submission", Usage: "also check what a submission needs, and print a submission statement"},
			&cli.StringFlag{Name: "by", Usage: "group the problems by `OWNER`, rule or sheet", DefaultText: "errors first, then by sheet"},
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "with --submission, write the statement to `FILE`, such as statement.txt"},
			&cli.BoolFlag{Name: "as-is", Usage: "judge a plan of your own shape, one table of actions, where it stands: what it has columns for"},
			&cli.StringFlag{Name: "annotate", Usage: "write a copy of the workbook with the problems marked in it to `FILE`"},
			force,
			asOf, quiet,
		},
	}, {
		Name: "tracker", Usage: "make the Excel tracker", ArgsUsage: "PLAN.xlsx", Action: p.tracker,
		Flags: []cli.Flag{since, public, out, asOf, force, quiet},
	}, {
		Name: "briefing", Usage: "make the board briefing, or another paper, as PDF, Word document or web page", ArgsUsage: "PLAN.xlsx", Action: p.briefing,
		Description: "The paper is a PDF; where the name after -o ends in .docx a Word document, in .html a web page.\n" +
			"Papers: " + strings.Join(templates.Briefings(), ", ") + ". A template of your own begins as a copy:\n" +
			"actionplan briefing --print-template board -o ours.yaml",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "template", Usage: "`NAME` of a paper, or a template file of your own (default: board)"},
			&cli.StringSliceFlag{Name: "area", Usage: "`REF` of an area to print in depth; may be repeated (default: all)"},
			&cli.StringFlag{Name: "owner", Usage: "`NAME` of the owner to print a paper for (default: all)"},
			&cli.StringFlag{Name: "d", Aliases: []string{"dir"}, Usage: "`FOLDER` to put a paper for each owner into"},
			&cli.StringFlag{Name: "annex", Usage: "`separate`: write the annex as a file of its own, beside the paper"},
			&cli.StringFlag{Name: "reference", Usage: "Word `DOCUMENT` whose styles, page and running heads a .docx takes"},
			&cli.StringFlag{Name: "print-template", Usage: "print the template `NAME` and stop; with -o into a file"},
			since, public, out, asOf, force, quiet,
		},
	}, {
		Name: "compare", Usage: "say what changed from one workbook to another", ArgsUsage: "OLD.xlsx NEW.xlsx", Action: p.compare,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text or json"},
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "`FILE` to write, a web page such as changes.html, or .pdf or .docx"},
			force, quiet,
		},
	}, {
		Name: "snapshot", Usage: "keep a dated copy, so that --since finds it", ArgsUsage: "PLAN.xlsx", Action: p.snapshot,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "d", Aliases: []string{"dir"}, Usage: "`FOLDER` to keep it in (default: NAME-history beside the workbook)"},
			asOf, quiet,
		},
	}, {
		Name: "extract", Usage: "make a workbook for each owner to fill in", ArgsUsage: "PLAN.xlsx", Action: p.extract,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "d", Usage: "`FOLDER` to put the workbooks and index.html into"},
			&cli.StringFlag{Name: "owner", Usage: "only this owner's `NAME` (default: every owner of an open action)"},
			&cli.IntFlag{Name: "due-within", Usage: "only actions that are late or due in so many `DAYS`", DefaultText: "all that are open"},
			asOf, force, quiet,
		},
	}, {
		Name: "collect", Usage: "take what owners have filled in back into a copy of the plan", ArgsUsage: "PLAN.xlsx RETURN.xlsx… -o OUT.xlsx", Action: p.collect,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "`FILE` to write, the plan with what was accepted"},
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text or json, of what is printed"},
			&cli.StringFlag{Name: "prefer", Value: "plan", Usage: "whose value counts where both have changed it: plan or returns"},
			asOf, force, quiet,
		},
	}, {
		Name: "draft", Usage: "make the workbook that a plan begins with out of inspectors' letters", ArgsUsage: "LETTER… -o OUT.xlsx", Action: p.draft,
		Description: "Reads PDF, Word (.docx) and text (.txt, .md), several letters of one organisation at once.\n" +
			"The workbook has the visits, the areas and the findings in it, each with its place in the letter, and the\n" +
			"whole text of every letter on a sheet beside the rows made from it, for a person to read and correct.\n" +
			"Owners, actions and dates are left to people: actionplan check says what is still to do.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "`FILE` to write"},
			&cli.StringFlag{Name: "into", Usage: "the `PLAN` to add to: only what is new is appended, in the new file"},
			force, quiet,
		},
	}, {
		Name: "upgrade", Usage: "bring an earlier workbook, or your own plan table, onto the current workbook", ArgsUsage: "OLD.xlsx -o NEW.xlsx", Action: p.upgrade,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "`FILE` to write"},
			&cli.StringSliceFlag{Name: "map", Usage: "what a heading means, as `\"OLD HEADING=NEW HEADING\"`; or a mapping file, or a workbook made before; may be repeated"},
			force, quiet,
		},
	}, {
		Name: "portfolio", Usage: "set the plans of several organisations or services side by side", ArgsUsage: "PLAN.xlsx… -o OUT.pdf", Action: p.portfolio,
		Description: "PLAN is a workbook, a folder of them, or a pattern in quotation marks, such as \"plans/*.xlsx\".",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "`FILE` to write, as .pdf, .docx or .html"},
			&cli.StringFlag{Name: "since", Usage: "also show what has moved since the workbooks of an earlier `FOLDER`"},
			public, asOf, force, quiet,
		},
	}, {
		Name: "export", Usage: "write plans as typed tables for DuckDB, Spark or Power BI", ArgsUsage: "PLAN.xlsx…", Action: p.export,
		Description: "PLAN is a workbook, a folder of them, or a pattern in quotation marks, such as \"plans/*.xlsx\".",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "d", Usage: "`FOLDER` to put the tables into, beside those of other dates"},
			&cli.StringFlag{Name: "format", Value: "parquet", Usage: "parquet, csv or jsonl"},
			&cli.BoolFlag{Name: "schema", Usage: "print every table and column, and stop"},
			public, asOf, quiet,
		},
	}, {
		Name: "explain", Usage: "say why a rule exists and how to mend what it finds", ArgsUsage: "[RULE]", Action: p.explain,
	}, {
		Name: "licences", Usage: "print the licence of the program and of all that is built into it", Action: p.licences,
	}}
}

func (p *program) newWorkbook(c *cli.Context) error {
	path, err := oneArgument(c, "the workbook to make, such as plan.xlsx")
	if err != nil {
		return err
	}
	if err := files.Ending("the workbook", path, "", ".xlsx"); err != nil {
		return err
	}
	out := files.Out{Path: path, Typed: true, Force: c.Bool("force")}
	if err := out.Check(); err != nil {
		return err
	}
	content := &blank.Content{}
	if c.Bool("example") {
		if content, err = blank.ParseContent(templates.Example); err != nil {
			return err
		}
	}
	if out.Data, err = blank.Write(content, blank.Options{Organisation: c.String("organisation")}); err != nil {
		return err
	}
	return p.write(c, out, ". Start with its first sheet; when it is filled in, run: actionplan check "+words.Argument(path))
}

func (p *program) check(c *cli.Context) error {
	format := c.String("format")
	if format != "text" && format != "json" && format != "csv" {
		return words.Fail("use text, json or csv", "there is no format %s", words.Quote(format))
	}
	annotated, err := annotatedOut(c)
	if err != nil {
		return err
	}
	by := check.By(c.String("by"))
	if by != "" && by != check.BySheet && by != check.ByRule && by != check.ByOwner {
		return fmt.Errorf("problems can't be grouped by %q; use owner, rule or sheet", by)
	}
	statement, err := statementOut(c)
	if err != nil {
		return err
	}
	options := check.Options{Submission: c.Bool("submission"), Strict: c.Bool("strict")}
	bar := p.bar(c)
	if bar != nil {
		options.Progress = bar.show
	}
	read := p.read
	if c.Bool("as-is") {
		read = p.readAsIs
	}
	plan, err := read(c, options)
	bar.wipe()
	if err != nil {
		return err
	}
	kept := ""
	if annotated.Path != "" {
		if kept, err = writeMarked(annotated, plan); err != nil {
			return err
		}
	}
	if statement.Path != "" {
		statement.Data = []byte(check.Statement(plan.result).Text())
		if _, err := statement.Write(); err != nil {
			return err
		}
	}
	switch format {
	case "json":
		err = check.WriteJSON(p.stdout, plan.result)
	case "csv":
		err = check.WriteCSV(p.stdout, plan.result)
	default:
		style := p.textStyle(c)
		style.By = by
		err = check.WriteText(p.stdout, plan.result, style)
		if statement.Path != "" {
			p.wrote(c, "", statement.Path, "Wrote %s")
		}
		if annotated.Path != "" {
			p.wrote(c, kept, annotated.Path, "")
		}
	}
	if err != nil {
		return err
	}
	if plan.result.Failed() {
		return errFound
	}
	return nil
}

// statementOut is where -o puts the submission statement, without a Path where
// it is not asked for.
func statementOut(c *cli.Context) (files.Out, error) {
	out := files.Out{Path: c.String("o"), Force: c.Bool("force"), Inputs: c.Args().Slice(), Typed: true}
	switch {
	case out.Path == "":
		return out, nil
	case !c.Bool("submission"):
		return out, errors.New("-o is for the submission statement; add --submission")
	case !strings.EqualFold(filepath.Ext(out.Path), ".txt"):
		return out, fmt.Errorf("the statement's name has to end in .txt, such as %s", files.Beside(out.Path, ".txt"))
	}
	return out, out.Check()
}

// annotatedOut is where --annotate puts its copy, without a Path where it is
// not asked for. The copy keeps the workbook's extension: Excel refuses macros
// under another.
func annotatedOut(c *cli.Context) (files.Out, error) {
	out := files.Out{Path: c.String("annotate"), Force: c.Bool("force")}
	if out.Path == "" || c.NArg() != 1 {
		return out, nil
	}
	input := c.Args().First()
	out.Inputs = []string{input}
	return out, files.Ending("the annotated copy", out.Path, " as the workbook's does", filepath.Ext(input))
}

// writeMarked writes a copy of the workbook with its problems marked in it. kept
// is where a file that it replaced was put, "" where nothing had to be kept.
func writeMarked(out files.Out, plan read) (kept string, err error) {
	problems := append(append(workbook.Problems{}, plan.result.Problems...), plan.result.Waived...)
	if out.Data, err = annotate.Copy(filepath.Base(plan.path), plan.data, problems); err != nil {
		return "", fmt.Errorf("%s: %w", filepath.Base(plan.path), err)
	}
	return out.Write()
}

// upgrade moves an earlier workbook, or a council's own plan table, onto the
// current one.
func (p *program) upgrade(c *cli.Context) error {
	input, err := oneArgument(c, "the workbook to bring over, such as old.xlsx")
	if err != nil {
		return err
	}
	out := files.Out{Path: c.String("o"), Inputs: []string{input}, Typed: true, Force: c.Bool("force")}
	if out.Path == "" {
		return fmt.Errorf("name the workbook to make: actionplan upgrade %s -o %s", words.Argument(input), words.Argument(files.Beside(input, "-new.xlsx")))
	}
	if err := files.Ending("the new workbook", out.Path, "", ".xlsx"); err != nil {
		return err
	}
	data, err := files.Read(input)
	if err != nil {
		return err
	}
	o := upgrade.Options{}
	if o.Map, err = mappings(c.StringSlice("map")); err != nil {
		return err
	}
	made, err := upgrade.Workbook(filepath.Base(input), data, o)
	if err != nil {
		return p.notUpgraded(input, out, err)
	}
	out.Data = made.Data
	log := made.Log
	kept, err := out.Write()
	if err != nil || c.Bool("quiet") {
		return err
	}
	if log.Loud != "" {
		fmt.Fprintln(p.stdout, log.Loud)
	}
	for _, line := range log.Lines() {
		fmt.Fprintln(p.stdout, line)
	}
	if log.Doubts() {
		if path := p.offerMap(input, out, log.MapFile); path != "" {
			fmt.Fprintf(p.stdout, "To read headings otherwise: edit %s and run again with --map %s\n", path, words.Argument(path))
		}
	}
	if kept != "" {
		fmt.Fprintf(p.stdout, "Kept the old file as %s\n", kept)
	}
	for _, line := range log.Closing(out.Path, "actionplan check "+words.Argument(out.Path)) {
		fmt.Fprintln(p.stdout, line)
	}
	return nil
}

// mappings reads what --map says: one heading, a file of them, or a workbook
// that an earlier upgrade has made.
func mappings(given []string) ([]upgrade.Entry, error) {
	var all []upgrade.Entry
	for _, one := range given {
		var entries []upgrade.Entry
		var err error
		switch {
		case !files.Exists(one):
			var e upgrade.Entry
			if e, err = upgrade.ParseEntry(one); err == nil {
				entries = []upgrade.Entry{e}
			}
		default:
			entries, err = mappingsIn(one)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, entries...)
	}
	return all, nil
}

func mappingsIn(path string) (entries []upgrade.Entry, err error) {
	data, err := files.Read(path)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		entries, err = upgrade.KeptMap(filepath.Base(path), data)
	} else {
		entries, err = upgrade.ParseMap(string(data))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return entries, nil
}

// offerMap writes a mapping file to edit beside the new workbook, unless there
// is one already.
func (p *program) offerMap(input string, out files.Out, source func(again string) string) (path string) {
	path = files.Beside(out.Path, "-map.txt")
	if files.Exists(path) {
		return path
	}
	again := fmt.Sprintf("actionplan upgrade %s -o %s --map %s", words.Argument(input), words.Argument(out.Path), words.Argument(path))
	file := files.Out{Path: path, Inputs: []string{input}, Typed: true, Data: []byte(source(again))}
	if _, err := file.Write(); err != nil {
		return ""
	}
	return path
}

// notUpgraded says why a workbook could not be upgraded and, where a row came
// near to headings, leaves a mapping file to edit.
func (p *program) notUpgraded(input string, out files.Out, err error) error {
	var none *upgrade.NoTable
	if errors.As(err, &none) && none.Sheet != "" {
		if path := p.offerMap(input, out, none.MapFile); path != "" {
			return fmt.Errorf("%s: %w; or edit %s and run again with --map %s", filepath.Base(input), err, path, words.Argument(path))
		}
	}
	return fmt.Errorf("%s: %w", filepath.Base(input), err)
}

// draft makes a workbook of letters, or adds them to a plan.
func (p *program) draft(c *cli.Context) error {
	if c.NArg() == 0 {
		return errors.New("name the letter, such as actionplan draft letter.pdf -o plan.xlsx")
	}
	out := files.Out{Path: c.String("o"), Inputs: c.Args().Slice(), Typed: true, Force: c.Bool("force")}
	if out.Path == "" {
		return fmt.Errorf("name the workbook to make: actionplan draft %s -o plan.xlsx", words.Argument(c.Args().First()))
	}
	into := c.String("into")
	if want := draftExtension(into); !strings.EqualFold(filepath.Ext(out.Path), want) {
		return fmt.Errorf("the workbook's name has to end in %s, such as %s", want, files.Beside(out.Path, want))
	}
	letters, err := readLetters(c.Args().Slice())
	if err != nil {
		return err
	}
	var log *draft.Log
	if into == "" {
		out.Data, log, err = draft.Workbook(letters)
	} else {
		out.Inputs = append(out.Inputs, into)
		out.Data, log, err = draftInto(into, letters)
	}
	if err != nil {
		return err
	}
	if err := p.write(c, out, ". Read its sheet What was read, and each finding against the letter; then run: actionplan check "+words.Argument(out.Path)); err != nil || c.Bool("quiet") {
		return err
	}
	return log.WriteText(p.stdout)
}

// draftExtension is that of the plan that is added to: Excel refuses macros
// under another.
func draftExtension(into string) string {
	if into == "" {
		return ".xlsx"
	}
	return filepath.Ext(into)
}

func draftInto(into string, letters []*letter.Letter) ([]byte, *draft.Log, error) {
	data, err := files.Read(into)
	if err != nil {
		return nil, nil, err
	}
	made, log, err := draft.Into(filepath.Base(into), data, letters)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", filepath.Base(into), err)
	}
	return made, log, nil
}

func readLetters(paths []string) ([]*letter.Letter, error) {
	var letters []*letter.Letter
	for _, path := range paths {
		data, err := files.Read(path)
		if err != nil {
			return nil, err
		}
		l, err := letter.Read(filepath.Base(path), data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		letters = append(letters, l)
	}
	return letters, nil
}

func (p *program) tracker(c *cli.Context) error {
	return p.draw(c, output{suffix: "-tracker", endings: []string{".xlsx"}, public: c.Bool("public")}, func(_ read, b *report.Brief) ([][]byte, error) {
		data, err := tracker.XLSX(b)
		return [][]byte{data}, err
	})
}

func (p *program) briefing(c *cli.Context) error {
	if name := c.String("print-template"); name != "" {
		source, ok := templates.Briefing(name)
		if !ok {
			return report.NoTemplate(name)
		}
		return p.printTemplate(c, source)
	}
	chosen := report.Chosen{Template: c.String("template"), Areas: c.StringSlice("area"), Owner: c.String("owner"), Since: c.String("since") != ""}
	if chosen.Template == "" && c.String("d") != "" {
		chosen.Template = "owner"
	}
	template, err := chosen.ReadTemplate(files.Read, files.Exists)
	if err != nil {
		return err
	}
	o := output{suffix: "-" + template.Name + chosen.Suffix(), endings: paperEndings, public: c.Bool("public") || template.Public, folder: c.String("d")}
	if o.folder != "" && (!template.Has("owner-pages") || chosen.Owner != "" || c.String("o") != "") {
		return words.Fail("use --template owner, without --owner and -o", "-d makes a paper for each owner")
	}
	apart := c.String("annex")
	switch {
	case apart != "" && apart != "separate":
		return words.Fail("use separate, or leave --annex out", "--annex can't be %s", words.Quote(apart))
	case apart != "" && !template.HasAnnex():
		return words.Fail("use --template board", "the paper %s has no annex, so --annex can't be followed", words.Quote(template.Name))
	}
	format := paperFormat{extension: o.extension(c.String("o"))}
	if format.reference, err = readReference(c.String("reference"), format.extension); err != nil {
		return err
	}
	return p.draw(c, o, func(plan read, b *report.Brief) ([][]byte, error) {
		if len(b.Areas) == 0 {
			return nil, words.Fail("fill in the Areas sheet; see what is missing with: actionplan check "+words.Argument(plan.path), "no briefing was made: the workbook has no improvement areas")
		}
		if err := chosen.Only(b); err != nil {
			return nil, err
		}
		layout, err := template.Word(b)
		if err != nil {
			return nil, err
		}
		layouts := []*report.Layout{layout}
		if apart != "" {
			main, annex := layout.Split()
			layouts = []*report.Layout{main, annex}
		}
		var all [][]byte
		for _, l := range layouts {
			made, err := compose.Compose(b, l, p.logo(plan, b))
			if err != nil {
				return nil, err
			}
			data, substituted, err := format.write(made)
			for _, line := range compose.Substituted(plan.facts.Plan, substituted) {
				fmt.Fprintf(p.stderr, "actionplan: %s\n", line)
			}
			if err != nil {
				return nil, err
			}
			all = append(all, data)
		}
		return all, nil
	})
}

// printTemplate prints a template, or writes it to the file that -o names: what
// a shell writes may be in another encoding.
func (p *program) printTemplate(c *cli.Context, source []byte) error {
	out := files.Out{Path: c.String("o"), Data: source, Typed: true, Force: c.Bool("force")}
	if out.Path == "" {
		_, err := p.stdout.Write(source)
		return err
	}
	if err := files.Ending("the template", out.Path, "", ".yaml", ".yml"); err != nil {
		return err
	}
	return p.write(c, out, ". Edit it, then run: actionplan briefing PLAN.xlsx --template "+words.Argument(out.Path))
}

// paperEndings are what the name of a paper may end in, the usual one first.
var paperEndings = []string{".pdf", ".docx", ".html"}

// paperFormat is how a composed paper is written.
type paperFormat struct {
	extension string // one of paperEndings
	reference []byte // of a Word document: the one whose looks it takes
}

// write also says which characters a PDF has no letter for.
func (f paperFormat) write(made *block.Paper) (data []byte, substituted []tagged.Substitution, err error) {
	switch f.extension {
	case ".html":
		data, err = html.Write(made)
		return data, nil, err
	case ".docx":
		o := word.Options{Reference: f.reference}
		if made.Shorter != nil { // what fits on a side is found by laying it out
			file, err := pdf.Write(made)
			if err != nil {
				return nil, nil, err
			}
			o.Shortened = file.Shorter
		}
		data, err = word.Write(made, o)
		return data, nil, err
	}
	file, err := pdf.Write(made)
	if err != nil {
		return nil, nil, err
	}
	return file.Bytes, file.Substitutions, nil
}

// readReference reads the document whose looks a Word document takes.
func readReference(path, extension string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	if extension != ".docx" {
		return nil, words.Fail("name an output that ends in .docx: -o paper.docx", "--reference is for Word documents")
	}
	return files.Read(path)
}

// logo is the picture that the Plan sheet names, from the workbook's folder.
// A paper without its logo is still a paper: what is wrong is said, no more.
func (p *program) logo(plan read, b *report.Brief) []byte {
	if b.Brand.Logo == "" {
		return nil
	}
	path := filepath.Join(filepath.Dir(plan.path), filepath.Base(b.Brand.Logo))
	data, err := files.Read(path)
	if info, e := os.Stat(path); e == nil && info.IsDir() {
		err = fmt.Errorf("%s on the Plan sheet is a folder, not a picture", words.Quote(b.Brand.Logo))
	}
	if err == nil {
		_, err = tagged.DecodeImage(data)
	}
	if err != nil {
		fmt.Fprintf(p.stderr, "actionplan: the logo is left out: %v\n", err)
		return nil
	}
	return data
}

// output is a file in the making.
type output struct {
	suffix  string   // of its name where the user gives none
	endings []string // what its name may end in, the usual one first
	public  bool
	folder  string // of a paper for each owner, "" for one on all
}

// extension is how a name ends: as the user has it, where that is one of ours.
func (o output) extension(path string) string {
	for _, e := range o.endings {
		if strings.EqualFold(filepath.Ext(path), e) {
			return e
		}
	}
	return o.endings[0]
}

// beside is its name beside the workbook.
func (o output) beside(input string) string {
	if o.public {
		return files.Beside(input, o.suffix+"-public"+o.endings[0])
	}
	return files.Beside(input, o.suffix+o.endings[0])
}

// draw makes an output from a plan: the plan is read and checked, drawn in
// memory, and written whole.
// A second part that render makes is the annex, and stands beside the first.
func (p *program) draw(c *cli.Context, o output, render func(read, *report.Brief) ([][]byte, error)) error {
	input, err := oneArgument(c, "the workbook, such as plan.xlsx")
	if err != nil {
		return err
	}
	out := files.Out{Path: c.String("o"), Inputs: []string{input}, Force: c.Bool("force")}
	if out.Path == "" {
		out.Path = o.beside(input)
	}
	if err := files.Ending("the output", out.Path, "", o.endings...); err != nil {
		return err
	}
	plan, err := p.read(c, check.Options{})
	if err != nil {
		return err
	}
	if o.public {
		if err := p.mayPublish(c, plan); err != nil {
			return err
		}
	}
	problems := append(plan.result.Problems, plan.result.Waived...)
	out.Inputs = append(out.Inputs, plan.earlier...)
	brief := report.Build(plan.facts, report.Options{Problems: problems, Since: plan.since, Public: o.public})
	if o.folder != "" {
		err = p.drawEach(c, o, out, plan, brief, render)
	} else {
		err = p.drawOne(c, out, plan, brief, render)
	}
	if err != nil {
		return err
	}
	fmt.Fprint(p.stdout, history.UnloggedWords(plan.result.Problems))
	return p.sayErrors(plan)
}

// drawOne makes one paper, and its annex where that is a file of its own: both
// or neither.
func (p *program) drawOne(c *cli.Context, out files.Out, plan read, brief *report.Brief, render func(read, *report.Brief) ([][]byte, error)) error {
	made, err := render(plan, brief)
	if err != nil {
		return err
	}
	outs := withAnnex(out, made)
	kept, err := files.WriteAll(outs)
	if err != nil {
		return err
	}
	for i, one := range outs {
		p.wrote(c, kept[i], one.Path, "")
	}
	return nil
}

// withAnnex is a paper's file and, where it has a second part, that of its annex
// beside it.
func withAnnex(out files.Out, made [][]byte) []files.Out {
	outs := []files.Out{out, out}[:len(made)]
	for i, data := range made {
		if outs[i].Data = data; i > 0 {
			outs[i].Path = files.Beside(out.Path, "-annex"+filepath.Ext(out.Path))
		}
	}
	return outs
}

// drawEach makes a paper for each owner, each under a name of its own, all of
// them or none. A paper's name is like's, in the folder.
func (p *program) drawEach(c *cli.Context, o output, like files.Out, plan read, brief *report.Brief, render func(read, *report.Brief) ([][]byte, error)) error {
	var outs []files.Out
	names, end := files.NewNames(), filepath.Ext(like.Path)
	stem := strings.TrimSuffix(filepath.Base(like.Path), end)
	for _, page := range brief.OwnerPages {
		one, out := *brief, like
		if err := one.OnlyOwner(page.Name); err != nil {
			return err
		}
		out.Path = filepath.Join(o.folder, names.Next(stem+"-"+files.SafeStem(page.Name), end))
		made, err := render(plan, &one)
		if err != nil {
			return err
		}
		outs = append(outs, withAnnex(out, made)...)
	}
	if err := os.MkdirAll(o.folder, 0o777); err != nil {
		return words.Fail("is there a file of that name?", "the folder %s cannot be made", words.Quote(o.folder))
	}
	kept, err := files.WriteAll(outs)
	if err != nil {
		return err
	}
	for i, out := range outs {
		p.wrote(c, kept[i], out.Path, "")
	}
	return nil
}

func (p *program) compare(c *cli.Context) error {
	if c.NArg() != 2 {
		return errors.New("name two workbooks, the older first: actionplan compare OLD.xlsx NEW.xlsx")
	}
	format, page := c.String("format"), files.Out{Path: c.String("o"), Inputs: c.Args().Slice(), Force: c.Bool("force")}
	if format != "text" && format != "json" {
		return words.Fail("use text or json, or -o changes.html for a web page", "there is no format %s", words.Quote(format))
	}
	o := output{endings: []string{".html", ".pdf", ".docx"}}
	written := paperFormat{extension: o.extension(page.Path)}
	if page.Path != "" {
		if err := files.Ending("the output", page.Path, "", o.endings...); err != nil {
			return err
		}
	}
	old, _, err := load(c.Args().Get(0))
	if err != nil {
		return err
	}
	now, _, err := load(c.Args().Get(1))
	if err != nil {
		return err
	}
	changes := history.Compare(old, now)
	switch {
	case page.Path != "":
		if page.Data, _, err = written.write(compose.Comparison(report.Compare(old, now, changes))); err != nil {
			return err
		}
		return p.write(c, page, "")
	case format == "json":
		return history.WriteJSON(p.stdout, changes)
	}
	return history.WriteText(p.stdout, changes, p.textStyle(c).Width)
}

func (p *program) snapshot(c *cli.Context) error {
	path, err := oneArgument(c, "the workbook, such as plan.xlsx")
	if err != nil {
		return err
	}
	asOf, err := p.asOf(c)
	if err != nil {
		return err
	}
	data, err := files.Read(path)
	if err != nil {
		return err
	}
	if _, _, err := parse(path, data, nil); err != nil {
		return err
	}
	dir := c.String("d")
	if dir == "" {
		dir = history.Folder(path)
	}
	kept, created, err := history.Save(dir, filepath.Base(path), data, asOf)
	if err != nil || c.Bool("quiet") {
		return err
	}
	if created {
		fmt.Fprintf(p.stdout, "Kept the plan of %s as %s\n", asOf.Long(), kept)
	} else {
		fmt.Fprintf(p.stdout, "Nothing has changed: the plan of %s is kept as %s\n", asOf.Long(), kept)
	}
	return nil
}

// mayPublish refuses a public edition of a plan whose texts could identify
// somebody, or whose owners' posts are not known. Nothing overrides it.
func (p *program) mayPublish(c *cli.Context, plan read) error {
	against := check.Publication(plan.facts.Plan, plan.facts)
	if len(against) == 0 {
		return nil
	}
	if err := check.WriteAgainst(p.stdout, against, p.textStyle(c)); err != nil {
		return err
	}
	return errNotPublic
}

// extract makes a workbook for each owner. Everything is made and every name
// looked at before the first is written.
func (p *program) extract(c *cli.Context) error {
	dir := c.String("d")
	if dir == "" {
		return errors.New("name the folder for the workbooks with -d, such as: actionplan extract plan.xlsx -d returns")
	}
	o := returns.ExtractOptions{Owner: c.String("owner"), DueWithin: -1}
	if c.IsSet("due-within") {
		if o.DueWithin = c.Int("due-within"); o.DueWithin < 0 {
			return errors.New("--due-within takes a number of days from 0 up")
		}
	}
	plan, err := p.read(c, check.Options{})
	if err != nil {
		return err
	}
	x, err := returns.MakeExtract(plan.facts, o)
	if err != nil {
		return err
	}
	lines, err := x.Write(plan.facts, dir, plan.path, c.Bool("force"))
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintln(p.stdout, strings.Join(lines, "\n"))
	}
	if err := x.WriteLeftOut(p.stdout); err != nil {
		return err
	}
	return p.sayErrors(plan)
}

// export writes many plans as typed tables.
func (p *program) export(c *cli.Context) error {
	public := c.Bool("public")
	if c.Bool("schema") {
		_, err := p.stdout.Write(export.Schema(public))
		return err
	}
	format, err := export.ParseFormat(c.String("format"))
	if err != nil {
		return err
	}
	dir := c.String("d")
	if dir == "" {
		return errors.New("name the folder for the tables with -d, such as: actionplan export plans -d tables")
	}
	return many(p, c, job[[]export.File]{
		work: func(plan read) ([]export.File, error) {
			return export.Make(export.Plan{Facts: plan.facts, Result: plan.result}, format, public)
		},
		take:  export.NewFolder(dir).Write,
		leave: func(string, error) {},
		end: func(_ []string, n int) (string, error) {
			return fmt.Sprintf("Wrote the tables of %s into %s", words.Count(n, "plan", "plans"), dir), nil
		},
	})
}

// portfolio sets many plans side by side.
func (p *program) portfolio(c *cli.Context) error {
	o := output{endings: paperEndings}
	out := files.Out{Path: c.String("o"), Force: c.Bool("force")}
	if out.Path == "" {
		return errors.New("name the paper to make with -o, such as: actionplan portfolio plans -o portfolio.pdf")
	}
	if err := files.Ending("the output", out.Path, "", o.endings...); err != nil {
		return err
	}
	public, asOf := c.Bool("public"), p.today
	earlier, err := history.FindStates(c.String("since"))
	if err != nil {
		return err
	}
	var all []*portfolio.Summary
	var leftOut []portfolio.Line
	format := paperFormat{extension: o.extension(out.Path)}
	return many(p, c, job[*portfolio.Summary]{
		work: func(plan read) (*portfolio.Summary, error) {
			s := portfolio.Summarise(plan.facts, plan.result, public)
			return s, since(s, plan, earlier, public)
		},
		take: func(s *portfolio.Summary) error {
			all, asOf = append(all, s), s.AsOf
			return nil
		},
		leave: func(path string, why error) {
			leftOut = append(leftOut, portfolio.Line{Term: filepath.Base(path), Text: words.Capital(words.Stop(why.Error()))})
		},
		end: func(paths []string, n int) (string, error) {
			out.Inputs = append(paths, earlier.Paths()...)
			var err error
			if out.Data, _, err = format.write(compose.Portfolio(portfolio.Compare(all, leftOut, asOf, public))); err != nil {
				return "", err
			}
			if kept, err := out.Write(); err != nil || kept != "" {
				return fmt.Sprintf("Wrote %s, and kept the old file as %s", out.Path, kept), err
			}
			return fmt.Sprintf("Wrote %s of %s", out.Path, words.Count(n, "plan", "plans")), nil
		},
	})
}

// since sets a summary beside the earlier state of its plan, where there is one.
func since(s *portfolio.Summary, plan read, earlier history.States, public bool) error {
	path := earlier.Of(plan.path, plan.facts.Plan)
	if path == "" {
		return nil
	}
	old, _, err := load(path)
	if err != nil {
		return err
	}
	then, err := report.SinceWorkbook(old, plan.facts)
	if err != nil {
		return err
	}
	s.Since(then.Facts, public)
	return nil
}

// sayErrors ends a command that has done its work on a workbook with errors.
func (p *program) sayErrors(plan read) error {
	n := plan.result.Counts.Error
	if n == 0 {
		return nil
	}
	fmt.Fprintf(p.stdout, "The workbook has %s with: actionplan check %s\n", words.Count(n, "error; see it", "errors; see them"), words.Argument(plan.path))
	return errFound
}

// collect merges what has come back into a copy of the plan.
func (p *program) collect(c *cli.Context) error {
	if c.NArg() < 2 {
		return fmt.Errorf("name the plan and the workbooks that came back: actionplan collect %s", c.Command.ArgsUsage)
	}
	prefer := c.String("prefer")
	if prefer != "plan" && prefer != "returns" {
		return words.Fail("", "--prefer takes plan or returns, not %s", words.Quote(prefer))
	}
	asOf, err := p.asOf(c)
	if err != nil {
		return err
	}
	format := c.String("format")
	if format != "text" && format != "json" {
		return words.Fail("use text or json", "there is no format %s", words.Quote(format))
	}
	input := c.Args().First()
	paths, err := returns.Spread(c.Args().Tail())
	if err != nil {
		return err
	}
	ext := filepath.Ext(input)
	out := files.Out{Path: c.String("o"), Inputs: append([]string{input}, paths...), Typed: true, Force: c.Bool("force")}
	if out.Path == "" {
		return fmt.Errorf("name the workbook to write with -o, such as %s", files.Beside(input, "-collected"+ext))
	}
	if err := files.Ending("the output", out.Path, " as the plan's does", ext); err != nil {
		return err
	}
	data, err := files.Read(input)
	if err != nil {
		return err
	}
	sent, strange, err := returns.ReadReturns(paths)
	if err != nil {
		return err
	}
	result, err := returns.Collect(filepath.Base(input), data, sent, returns.CollectOptions{AsOf: asOf, PreferReturns: prefer == "returns"})
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(input), err)
	}
	result.Strange = append(strange, result.Strange...)
	if result.Returns == 0 {
		return returns.NoReturns(result.Strange)
	}
	if err := out.Check(); err != nil {
		return err
	}
	if out.Data, err = result.WithReport(); err != nil {
		return err
	}
	kept, err := out.Write()
	if err != nil {
		return err
	}
	if format == "json" {
		err = result.WriteJSON(p.stdout)
	} else {
		p.wrote(c, kept, out.Path, "")
		err = result.WriteText(p.stdout, c.Bool("quiet"))
	}
	if err != nil {
		return err
	}
	if !result.Clean() {
		return errFound
	}
	return nil
}

func (p *program) licences(c *cli.Context) error {
	if c.NArg() > 0 {
		return errors.New("licences takes nothing after it")
	}
	_, err := io.WriteString(p.stdout, templates.Licences)
	return err
}

// version is what Go writes into a program that it builds from a commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	of := map[string]string{}
	for _, s := range info.Settings {
		of[s.Key] = s.Value
	}
	day, _, _ := strings.Cut(of["vcs.time"], "T")
	return fmt.Sprintf("%s (commit %s, %s, %s)", info.Main.Version, cmp.Or(of["vcs.revision"], "not known"), cmp.Or(day, "date not known"), info.GoVersion)
}

func (p *program) explain(c *cli.Context) error {
	switch c.NArg() {
	case 0:
		_, err := fmt.Fprint(p.stdout, check.List())
		return err
	case 1:
		text, err := check.Explain(c.Args().First())
		if err != nil {
			return err
		}
		_, err = fmt.Fprint(p.stdout, text)
		return err
	}
	return errors.New("name one rule, such as: actionplan explain owner-known")
}

// one is what became of one workbook of many.
type one[T any] struct {
	path   string
	made   T
	says   string // of a plan that was read
	errors bool   // it has
	err    error  // why it is left out
}

// job is what a command does with each of many workbooks.
type job[T any] struct {
	work  func(read) (T, error)                       // on any processor
	take  func(T) error                               // of what came out, in the order named
	leave func(path string, why error)                // of a workbook that is left out
	end   func(paths []string, n int) (string, error) // when all are taken, so many of them whole; words it
}

// many works on every workbook that a command names, on all processors, and
// takes the results in the order named. A workbook that is left out is listed
// with its reason and stops none of the others.
func many[T any](p *program, c *cli.Context, do job[T]) error {
	if c.NArg() == 0 {
		return fmt.Errorf("name the workbooks, or the folder that they are in: actionplan %s %s", c.Command.Name, c.Command.ArgsUsage)
	}
	asOf, err := p.asOf(c)
	if err != nil {
		return err
	}
	paths, err := files.Workbooks(c.Args().Slice())
	if err != nil {
		return err
	}
	bar, taken, bad := p.bar(c), 0, false
	err = files.Each(paths, func(path string) one[T] { return workOn(path, asOf, c.Bool("public"), do.work) }, func(i int, x one[T]) error {
		if x.err == nil {
			x.err = do.take(x.made)
		}
		if x.err == nil {
			taken++
		} else {
			do.leave(x.path, x.err)
		}
		bad = bad || x.errors || x.err != nil
		return p.sayOne(c, bar, x.path, x.says, x.err, i+1, len(paths))
	})
	bar.wipe()
	switch {
	case err != nil:
		return err
	case taken == 0:
		return errors.New("none of the workbooks could be used, so nothing was written")
	}
	says, err := do.end(paths, taken)
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		fmt.Fprintln(p.stdout, says)
	}
	if left := len(paths) - taken; left > 0 {
		fmt.Fprintf(p.stdout, "Left out: %s\n", words.Count(left, "workbook; its reason stands above", "workbooks; their reasons stand above"))
	}
	if bad {
		return errFound
	}
	return nil
}

func workOn[T any](path string, asOf workbook.Date, public bool, work func(read) (T, error)) one[T] {
	x := one[T]{path: path}
	plan, err := readPlan(path, asOf, "", check.Options{})
	if err == nil && public {
		err = mayNotPublish(plan)
	}
	if err != nil {
		x.err = err
		return x
	}
	n := plan.result.Counts
	x.says = fmt.Sprintf("%s: %s, %s, %s", cmp.Or(plan.facts.Plan.Info.Organisation, "no organisation"), words.Figures(plan.facts.Figures(public).Total, "action", "actions"),
		words.Figures(n.Error, "error", "errors"), words.Figures(n.Warning, "warning", "warnings"))
	x.errors = n.Error > 0
	x.made, x.err = work(plan)
	return x
}

// mayNotPublish is why a plan is left out of an edition for publication.
func mayNotPublish(plan read) error {
	against := check.Publication(plan.facts.Plan, plan.facts)
	if len(against) == 0 {
		return nil
	}
	return words.Fail("see them with: actionplan tracker --public "+words.Argument(plan.path), "%s: %s may identify somebody",
		filepath.Base(plan.path), words.Count(len(against), "cell", "cells"))
}

// sayOne says what became of a workbook: on a terminal the bar goes on, and
// only what is left out has a line.
func (p *program) sayOne(c *cli.Context, b *bar, path, says string, left error, done, of int) error {
	if left != nil {
		b.wipe()
		_, err := fmt.Fprintf(p.stdout, "%s: left out: %s\n", words.Printable(path), words.Printable(strings.TrimPrefix(left.Error(), filepath.Base(path)+": ")))
		return err
	}
	if b != nil {
		b.name = filepath.Base(path)
		b.show(done, of)
		return nil
	}
	if c.Bool("quiet") {
		return nil
	}
	_, err := fmt.Fprintf(p.stdout, "%s: %s\n", words.Printable(path), words.Printable(says))
	return err
}

// read is a plan with its facts and what check says of it.
type read struct {
	path   string
	data   []byte // the file's, read once
	facts  *facts.Facts
	result check.Result

	since   *report.Since // an earlier state to compare with; nil without one
	earlier []string      // the file that it was read from
}

func (p *program) read(c *cli.Context, o check.Options) (read, error) {
	path, err := oneArgument(c, "the workbook, such as plan.xlsx")
	if err != nil {
		return read{}, err
	}
	asOf, err := p.asOf(c)
	if err != nil {
		return read{}, err
	}
	return readPlan(path, asOf, c.String("since"), o)
}

// readPlan reads one workbook and judges it; since is what --since asks for,
// "" for nothing.
func readPlan(path string, asOf workbook.Date, since string, o check.Options) (read, error) {
	data, err := files.Read(path)
	if err != nil {
		return read{}, err
	}
	plan, problems, err := parse(path, data, half(0, o.Progress))
	if err != nil {
		return read{}, err
	}
	r := read{path: path, data: data, facts: facts.Derive(plan, asOf)}
	if since != "" {
		if err := r.readSince(since); err != nil {
			return read{}, err
		}
		matched := history.Match(r.since.Facts.Plan, plan)
		r.facts = facts.DeriveSince(plan, asOf, matched.DatesBefore())
		r.since.Matched = matched
		o.Since = append(workbook.Problems{}, matched.Disagreements()...)
	}
	o.Progress = half(1, o.Progress)
	r.result = check.Run(plan, r.facts, problems, o)
	return r, nil
}

// readAsIs reads and checks a plan that is kept as one table: what an upgrade
// would make of it is judged, and told at its own cells.
func (p *program) readAsIs(c *cli.Context, o check.Options) (read, error) {
	path, err := oneArgument(c, "the workbook, such as plan.xlsx")
	if err != nil {
		return read{}, err
	}
	if o.Submission {
		return read{}, words.Fail("upgrade it first", "--submission needs a plan on the sheets of this program")
	}
	asOf, err := p.asOf(c)
	if err != nil {
		return read{}, err
	}
	data, err := files.Read(path)
	if err != nil {
		return read{}, err
	}
	name := filepath.Base(path)
	made, err := upgrade.Workbook(name, data, upgrade.Options{})
	if err != nil {
		return read{}, fmt.Errorf("%s: %w", name, err)
	}
	if !made.IsTable() {
		return p.read(c, o)
	}
	plan, problems, err := workbook.Load(name, made.Data)
	if err != nil {
		return read{}, fmt.Errorf("%s: %w", name, err)
	}
	r := read{path: path, data: data, facts: facts.Derive(plan, asOf)}
	r.result = check.Run(plan, r.facts, problems, o)
	r.result.Problems, _ = made.Problems(plan, r.result.Problems)
	r.result.Counts, r.result.Sheets = r.result.Problems.Count(), made.Sheets()
	return r, nil
}

func load(path string) (*workbook.Plan, workbook.Problems, error) {
	data, err := files.Read(path)
	if err != nil {
		return nil, nil, err
	}
	return parse(path, data, nil)
}

// parse reads the plan in bytes that have been read: whatever else is made of
// the file is made of these, since somebody may save it meanwhile.
func parse(path string, data []byte, progress func(done, of int)) (*workbook.Plan, workbook.Problems, error) {
	plan, problems, err := workbook.LoadWith(filepath.Base(path), data, workbook.LoadOptions{Progress: progress})
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return plan, problems, nil
}

// readSince reads the earlier state that the user names: a snapshot of the
// last board or of a day, or a workbook.
func (r *read) readSince(asked string) error {
	e, err := history.FindEarlier(r.path, r.facts.Plan, asked, r.facts.AsOf)
	if err != nil {
		return err
	}
	old, _, err := load(e.Path)
	if err != nil {
		return err
	}
	r.earlier = []string{e.Path}
	if e.Snapshot {
		r.since = report.SinceSnapshot(old, e.Date, e.LastBoard)
		return nil
	}
	r.since, err = report.SinceWorkbook(old, r.facts)
	return err
}

func (p *program) asOf(c *cli.Context) (workbook.Date, error) {
	given := c.String("as-of")
	if given == "" {
		return p.today, nil
	}
	d, err := workbook.ParseISO(given)
	if err != nil {
		if dayFirst, err := time.Parse("2/1/2006", given); err == nil {
			return workbook.DateOf(dayFirst), nil
		}
		return d, fmt.Errorf("--as-of %w", err)
	}
	return d, nil
}

// write puts an output in its place and says so.
func (p *program) write(c *cli.Context, out files.Out, then string) error {
	kept, err := out.Write()
	if err != nil {
		return err
	}
	p.wrote(c, kept, out.Path, then)
	return nil
}

// wrote says where an output is, and where the file that it replaced.
func (p *program) wrote(c *cli.Context, kept, path, then string) {
	if c.Bool("quiet") {
		return
	}
	if kept != "" {
		fmt.Fprintf(p.stdout, "Kept the old file as %s\n", kept)
	}
	fmt.Fprintf(p.stdout, "Wrote %s%s\n", path, then)
}

// textStyle fits what is printed to the terminal: its width, and colour only
// on a terminal whose user has not asked for none (NO_COLOR).
func (p *program) textStyle(c *cli.Context) check.TextStyle {
	s := check.TextStyle{Width: 100, Quiet: c.Bool("quiet")}
	file, ok := fileOf(p.stdout)
	if !ok || !isTerminal(file) {
		return s
	}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
		s.Width = width
	}
	s.Colour = console.Colour(file)
	return s
}

// bar is a progress bar. It shows itself only after a second.
type bar struct {
	to    io.Writer
	now   func() time.Time
	begun time.Time
	shown bool
	name  string // of the file, of many
}

// bar is one on the terminal, or nil where there is none or quiet is asked
// for: then what the command prints may be read by a program.
func (p *program) bar(c *cli.Context) *bar {
	if c.Bool("quiet") || !isTerminal(p.stdout) || !isTerminal(p.stderr) {
		return nil
	}
	return &bar{to: p.stderr, now: time.Now, begun: time.Now()}
}

func fileOf(w io.Writer) (*os.File, bool) {
	if h, ok := w.(*heard); ok {
		w = h.Writer
	}
	file, ok := w.(*os.File)
	return file, ok
}

func isTerminal(w io.Writer) bool {
	file, ok := fileOf(w)
	return ok && term.IsTerminal(int(file.Fd()))
}

const (
	barCells = 40
	barName  = 28 // so that a line of 80 holds both
)

func (b *bar) show(done, of int) {
	if of == 0 || !b.shown && b.now().Sub(b.begun) < time.Second {
		return
	}
	b.shown = true
	full := barCells * done / of
	fmt.Fprintf(b.to, "\r[%s%s] %3d %%", strings.Repeat("#", full), strings.Repeat(".", barCells-full), 100*done/of)
	if b.name != "" {
		fmt.Fprintf(b.to, " %-*s", barName, words.Clip(words.Printable(b.name), barName))
	}
}

// wipe leaves the line as it was.
func (b *bar) wipe() {
	if b != nil && b.shown {
		width := barCells + len("[] 100 %")
		if b.name != "" {
			width += 1 + barName
		}
		fmt.Fprintf(b.to, "\r%*s\r", width, "")
	}
}

// half is the progress of a job's first half (0) or second half (1) within
// that of the whole; nil where nobody asks for it.
func half(which int, whole func(done, of int)) func(done, of int) {
	if whole == nil {
		return nil
	}
	return func(done, of int) { whole(which*of+done, 2*of) }
}

func oneArgument(c *cli.Context, what string) (string, error) {
	switch c.NArg() {
	case 0:
		return "", fmt.Errorf("name %s: actionplan %s %s", what, c.Command.Name, c.Command.ArgsUsage)
	case 1:
		return c.Args().First(), nil
	}
	return "", words.Fail("put a name with spaces in quotes", "%s takes one file, but there are %d: %s",
		c.Command.Name, c.NArg(), strings.Join(c.Args().Slice(), ", "))
}

func usageError(c *cli.Context, err error, _ bool) error {
	return words.Fail("see: "+c.Command.HelpName+" --help", "%s", strings.ReplaceAll(err.Error(), "flag provided but not defined: -", "there is no option -"))
}

func unknownCommand(c *cli.Context) error {
	if c.NArg() == 0 {
		return cli.ShowAppHelp(c)
	}
	name := c.Args().First()
	return words.Fail("see: actionplan --help", "there is no command %s", words.Quote(name))
}

// flagsFirst moves a command's options before its files, since the library
// takes none after the first file, and says nothing (urfave/cli#1177). An
// option that takes a value and has none is a failure: the library would take
// whatever comes next for it.
func flagsFirst(app *cli.App, args []string) ([]string, error) {
	if len(args) < 3 {
		return args, nil
	}
	command := app.Command(args[1])
	if command == nil {
		return args, nil
	}
	var options, rest []string
	for i := 2; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if len(a) < 2 || a[0] != '-' {
			rest = append(rest, a)
			continue
		}
		options = append(options, a)
		flag := optionOf(command, a)
		if flag == nil || !takesValue(flag) || strings.Contains(a, "=") {
			continue
		}
		if i++; i == len(args) || args[i] == "--" || args[i] == "" || optionOf(command, args[i]) != nil {
			return nil, words.Fail("see: actionplan "+command.Name+" --help", "%s needs %s", a, valueOf(flag))
		}
		options = append(options, args[i])
	}
	return append(append(append([]string{}, args[:2]...), options...), append([]string{"--"}, rest...)...), nil
}

// optionOf is the command's option that a word of the command line names, nil
// where it names none.
func optionOf(command *cli.Command, word string) cli.Flag {
	if !strings.HasPrefix(word, "-") {
		return nil
	}
	name, _, _ := strings.Cut(strings.TrimLeft(word, "-"), "=")
	for _, f := range command.Flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

// takesValue: the option's value is the next word.
func takesValue(f cli.Flag) bool {
	_, isBool := f.(*cli.BoolFlag)
	return !isBool
}

// valueOf is what an option takes, as its help names it: a folder.
func valueOf(f cli.Flag) string {
	documented, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return "a value"
	}
	usage := documented.GetUsage()
	if _, after, found := strings.Cut(usage, "`"); found {
		name, _, _ := strings.Cut(after, "`")
		return "a " + strings.ToLower(name)
	}
	return "a value: " + usage
}
