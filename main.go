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

	"actionplan/report"
	"actionplan/report/briefing"
	"actionplan/report/console"
	"actionplan/report/drop"
	"actionplan/report/paper"
	"actionplan/report/paper/format"
	"actionplan/report/portfolio"
	"actionplan/report/reading"
	"actionplan/report/tracker"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/annotate"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/draft"
	"actionplan/workbook/export"
	"actionplan/workbook/files"
	"actionplan/workbook/history"
	"actionplan/workbook/letter"
	_ "actionplan/workbook/memory" // before the packages above set up
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
		Look: drop.Look,
		Say:  func(line string) { fmt.Fprintln(stdout, line) },
		Date: drop.LastUpdate,
	}
}

// Message policy. A failure is one sentence on stderr, "actionplan: …", in
// the user's words, and standard output stays empty; it is written so
// (words.Failure), never made so afterwards. Problems of the workbook
// are not failures: they go to standard output, also those for which a public
// edition is refused. What was written is said on standard output too, unless
// --quiet.

// errFound says that the work is done and the workbook has errors.
var errFound = errors.New("the workbook has errors")

// errNotPublic says that what stands against a public edition has been listed.
var errNotPublic = errors.New("no public edition was made")

// run is the program: it never exits and never looks at today's date.
func run(args []string, stdout, stderr io.Writer, today workbook.Date) int {
	heard := &console.Output{Writer: stdout}
	p := &program{stdout: heard, stderr: stderr, today: today}
	app := p.app()
	if len(args) > 1 && app.Command(args[1]) == nil {
		switch paths := args[1:]; {
		case files.Exists(paths[0]) && (!dropped(paths) || len(paths) == 1 && drop.Look(paths[0]) == drop.Plan):
			args = append([]string{args[0], "check"}, paths...)
		case dropped(paths):
			return window(stdout, today).Files(paths)
		}
	}
	args, err := console.OptionsFirst(app, args)
	if err == nil {
		err = app.Run(args)
	}
	if heard.Err != nil && (err == nil || errors.Is(err, errFound) || errors.Is(err, heard.Err)) {
		err = fmt.Errorf("what was to be said could not be printed: %w", heard.Err)
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
		Flags:           []cli.Flag{cli.HelpFlag}, // the library adds it only where its own help command is
		Writer:          p.stdout,
		ErrWriter:       p.stderr,
		ExitErrHandler:  func(*cli.Context, error) {},
		OnUsageError:    console.UsageError,
		Action:          console.NoCommand,
		Description: "Exit codes: 0 clean, 1 the workbook has errors, 2 the job could not be done.\n" +
			"Run \"actionplan COMMAND --help\" for a command's own help.",
		Commands: p.commands(),
	}
	for _, c := range app.Commands {
		c.OnUsageError = console.UsageError
	}
	console.WithExamples(app, examples)
	return app
}

// examples end the help of each command. They stand here as they are typed
// behind the program's name, and a test runs each.
var examples = map[string][]string{
	"new":        {`new our-plan.xlsx --organisation "Exampleshire Council"`, `new example.xlsx --example`},
	"check":      {`check plan.xlsx`, `check plan.xlsx --annotate plan-marked.xlsx --by owner`},
	"tracker":    {`tracker plan.xlsx`, `tracker plan.xlsx --since last-board -o tracker.xlsx`},
	"briefing":   {`briefing plan.xlsx -o board.docx`, `briefing plan.xlsx --template one-page --as-of 30/09/2026`},
	"compare":    {`compare june.xlsx plan.xlsx`, `compare june.xlsx plan.xlsx -o changes.html`},
	"snapshot":   {`snapshot plan.xlsx`, `snapshot plan.xlsx --as-of 30/09/2026 -d history`},
	"extract":    {`extract plan.xlsx -d returns`, `extract plan.xlsx -d soon --due-within 30`},
	"collect":    {`collect plan.xlsx returns -o collected.xlsx`, `collect plan.xlsx returns -o merged.xlsx --prefer returns`},
	"draft":      {`draft letter.pdf -o drafted.xlsx`, `draft letter.pdf --into plan.xlsx -o plan-with-letter.xlsx`},
	"upgrade":    {`upgrade old.xlsx -o new.xlsx`, `upgrade own-table.xlsx -o ours.xlsx --map "Our pledge=Area" --map "Where are we at=Action"`},
	"portfolio":  {`portfolio plans -o portfolio.pdf`, `portfolio "plans/*.xlsx" -o portfolio.docx`},
	"export":     {`export plans -d tables`, `export --schema`},
	"explain":    {`explain`, `explain owner-known`},
	"help":       {`help`, `help check`},
	"version":    {`version`, `--version`},
	"licences":   {`licences`, `licences >LICENCES.txt`},
	"completion": {`completion bash`, `completion powershell`},
	"manual":     {`manual >actionplan.1`, `manual | man -l -`},
}

// severalWords are how a command names many workbooks.
const severalWords = "PLAN is a workbook, a folder of them, or a pattern in quotation marks, such as \"plans/*.xlsx\"; there may be several."

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
		Name: "check", Usage: "say exactly which cells need attention", ArgsUsage: "PLAN.xlsx…", Action: p.check,
		Description: severalWords + "\n" +
			"Of several, a line each says how many problems it has; --format json or csv gives the problems of all as one document, with the file of each.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text, json or csv"},
			&cli.BoolFlag{Name: "strict", Usage: "warnings count as errors"},
			&cli.BoolFlag{Name: "submission", Usage: "also check what a submission needs, and print a submission statement"},
			&cli.StringFlag{Name: "by", Usage: "group the problems by `OWNER`, rule or sheet", DefaultText: "errors first, then by sheet"},
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "with --submission, write the statement to `FILE`, as .txt, " + words.Or(format.Endings)},
			&cli.BoolFlag{Name: "as-is", Usage: "judge a plan of your own shape, one table of actions, where it stands: what it has columns for"},
			&cli.StringFlag{Name: "annotate", Usage: "write a copy of the workbook with the problems marked in it to `FILE`"},
			force,
			asOf, quiet,
		},
	}, {
		Name: "tracker", Usage: "make the Excel tracker", ArgsUsage: "PLAN.xlsx…", Action: p.tracker,
		Description: severalWords + "\n" +
			"Each tracker is written beside its workbook, or into the folder that -d names.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "d", Aliases: []string{"dir"}, Usage: "`FOLDER` to put the trackers into"},
			since, public, out, asOf, force, quiet,
		},
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
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "`FILE` to write, such as changes.html: it may end in " + words.Or(format.Endings)},
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
		Description: severalWords,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "o", Aliases: []string{"output"}, Usage: "`FILE` to write, as " + words.Or(format.Endings) + ", or .xlsx for tables"},
			&cli.StringFlag{Name: "since", Usage: "also show what has moved since the workbooks of an earlier `FOLDER`"},
			public, asOf, force, quiet,
		},
	}, {
		Name: "export", Usage: "write plans as typed tables for DuckDB, Spark or Power BI", ArgsUsage: "PLAN.xlsx…", Action: p.export,
		Description: severalWords,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "d", Usage: "`FOLDER` to put the tables into, beside those of other dates"},
			&cli.StringFlag{Name: "format", Value: "parquet", Usage: "parquet, csv or jsonl"},
			&cli.BoolFlag{Name: "schema", Usage: "print every table and column, and stop"},
			public, asOf, quiet,
		},
	}, {
		Name: "explain", Usage: "say why a rule exists and how to fix what it finds", ArgsUsage: "[RULE]", Action: p.explain,
	}, {
		Name: "help", Usage: "say what a command does and which options it takes", ArgsUsage: "[COMMAND]", Action: console.Help,
	}, {
		Name: "version", Usage: "print the version of the program", Action: func(c *cli.Context) error { cli.ShowVersion(c); return nil },
	}, {
		Name: "licences", Usage: "print the licence of the program and of all that is built into it", Action: p.licences,
	}, {
		Name: "completion", Usage: "print what makes a shell complete commands and options", ArgsUsage: "SHELL", Action: p.completion,
		Description: "SHELL is " + words.Or(console.Shells) + ". The first lines of what is printed say where it goes.",
	}, {
		Name: "manual", Usage: "print the manual page, for man", Action: p.manual,
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
	as, err := oneOf(c, "format", "text", "json", "csv")
	if err != nil {
		return err
	}
	how := reading.File
	if c.Bool("as-is") {
		how = reading.AsIs
	}
	options := check.Options{Submission: c.Bool("submission"), Strict: c.Bool("strict")}
	if several(c) {
		return p.checkEach(c, as, how, options)
	}
	annotated, err := annotatedOut(c)
	if err != nil {
		return err
	}
	statement, err := statementOut(c)
	if err != nil {
		return err
	}
	style := p.textStyle(c)
	if c.IsSet("by") {
		by, err := oneOf(c, "by", string(check.ByOwner), string(check.ByRule), string(check.BySheet))
		if err != nil {
			return err
		}
		style.By = check.By(by)
	}
	bar := p.bar(c)
	options.Progress = bar.Show
	plan, err := p.read(c, how, options)
	bar.Wipe()
	if err != nil {
		return err
	}
	outs, err := besideCheck(plan, annotated, statement)
	if err != nil {
		return err
	}
	kept, err := files.WriteAll(outs)
	if err != nil {
		return err
	}
	switch as {
	case "json":
		err = check.WriteJSON(p.stdout, plan.Result)
	case "csv":
		err = check.WriteCSV(p.stdout, plan.Result)
	default:
		err = check.WriteText(p.stdout, plan.Result, style)
		p.wrote(c, outs, kept)
	}
	if err == nil && plan.Result.Failed() {
		err = errFound
	}
	return err
}

// besideCheck is the submission statement and the marked copy, each where it is
// asked for.
func besideCheck(plan *reading.Plan, annotated, statement files.Out) (outs []files.Out, err error) {
	if statement.Path != "" {
		if statement.Data, err = statementIn(statement.Path, plan.Result); err != nil {
			return nil, err
		}
		outs = append(outs, statement)
	}
	if annotated.Path != "" {
		if annotated.Data, err = annotate.Copy(plan.Name(), plan.Data, plan.Problems()); err != nil {
			return nil, fmt.Errorf("%s: %w", plan.Name(), err)
		}
		outs = append(outs, annotated)
	}
	return outs, nil
}

// checkEach judges many workbooks: a line each, or all their problems as one
// document.
func (p *program) checkEach(c *cli.Context, format string, how func(string, reading.Options) (*reading.Plan, error), options check.Options) error {
	if err := forOne(c, "annotate", "o", "by"); err != nil {
		return err
	}
	var all workbook.Counts
	var document check.Document
	switch format {
	case "json":
		document = check.NewJSON(p.stdout)
	case "csv":
		document = check.NewCSV(p.stdout)
	}
	type judged struct {
		path   string
		result check.Result
	}
	do := reading.Job[judged]{
		Options: reading.Options{Check: options},
		Read:    how,
		Work:    func(plan *reading.Plan) (judged, error) { return judged{plan.Path, plan.Result}, nil },
		Take: func(x judged) error {
			all.Error, all.Warning = all.Error+x.result.Counts.Error, all.Warning+x.result.Counts.Warning
			if document == nil {
				return nil
			}
			return document.Add(x.path, x.result)
		},
	}
	if document == nil {
		return many(p, c, do, p.sayLine, func(t reading.Tally) (string, error) {
			return fmt.Sprintf("Checked %s: %s, %s; see a plan's with: actionplan check PLAN.xlsx", words.Count(t.Taken, "plan", "plans"),
				words.Figures(all.Error, "error", "errors"), words.Figures(all.Warning, "warning", "warnings")), nil
		})
	}
	return many(p, c, do, func(c *cli.Context, bar *console.Bar, o reading.Outcome) {
		if o.Why != nil {
			document.LeftOut(o.Path, o.Reason())
		}
		bar.ShowFile(filepath.Base(o.Path), o.Done, o.Of)
	}, func(reading.Tally) (string, error) { return "", document.End() })
}

// several is true where a command names more than one workbook, or what may
// stand for more than one.
func several(c *cli.Context) bool {
	return c.NArg() > 1 || c.NArg() == 1 && files.Several(c.Args().First())
}

// forOne refuses options that only make sense for one workbook.
func forOne(c *cli.Context, options ...string) error {
	for _, o := range options {
		if c.IsSet(o) {
			return words.Fail("name one workbook, or leave it out", "%s is for one workbook", console.Dashes(o))
		}
	}
	return nil
}

// statementOut is where -o puts the submission statement, without a Path where
// it is not asked for.
func statementOut(c *cli.Context) (files.Out, error) {
	out := files.Out{Path: c.String("o"), Force: c.Bool("force"), Inputs: c.Args().Slice()}
	switch {
	case out.Path == "":
		return out, nil
	case !c.Bool("submission"):
		return out, errors.New("-o is for the submission statement; add --submission")
	}
	out.Typed = isText(out.Path) // nothing in plain text says that it is ours
	if err := files.Ending("the statement", out.Path, "", append([]string{".txt"}, format.Endings...)...); err != nil {
		return out, err
	}
	return out, out.Check()
}

// statementIn is the submission statement as the file's name asks for it.
func statementIn(path string, result check.Result) ([]byte, error) {
	statement := check.Statement(result)
	if isText(path) {
		return []byte(statement.Text()), nil
	}
	data, _, err := format.Of(path).Write(paper.Statement(statement))
	return data, err
}

func isText(path string) bool { return strings.EqualFold(filepath.Ext(path), ".txt") }

// annotatedOut is where --annotate puts its copy, without a Path where it is
// not asked for.
func annotatedOut(c *cli.Context) (files.Out, error) {
	out := files.Out{Path: c.String("annotate"), Force: c.Bool("force")}
	if out.Path == "" || c.NArg() != 1 {
		return out, nil
	}
	input := c.Args().First()
	out.Inputs = []string{input}
	return out, files.Ending("the annotated copy", out.Path, " as the workbook's does", files.CopyEnding(input))
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
	if o.Map, err = upgrade.ReadMaps(c.StringSlice("map")); err != nil {
		return err
	}
	made, err := upgrade.Workbook(filepath.Base(input), data, o)
	if err != nil {
		return notUpgraded(input, out, err)
	}
	out.Data = made.Data
	kept, err := out.Write()
	if err != nil || c.Bool("quiet") {
		return err
	}
	offered := ""
	if made.Log.Doubts() {
		offered = upgrade.OfferMap(input, out.Path, made.Log.MapFile)
	}
	return made.Log.WriteText(p.stdout, upgrade.Places{Out: out.Path, Kept: kept, Map: offered})
}

// notUpgraded says why a workbook could not be upgraded and, where a row came
// near to headings, leaves a mapping file to edit.
func notUpgraded(input string, out files.Out, err error) error {
	var none *upgrade.NoTable
	if errors.As(err, &none) && none.Sheet != "" {
		if path := upgrade.OfferMap(input, out.Path, none.MapFile); path != "" {
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
	if want := files.CopyEnding(into); !strings.EqualFold(filepath.Ext(out.Path), want) {
		return fmt.Errorf("the workbook's name has to end in %s, such as %s", want, files.Beside(out.Path, want))
	}
	letters, err := letter.ReadFiles(c.Args().Slice())
	if err != nil {
		return err
	}
	var log *draft.Log
	if into == "" {
		out.Data, log, err = draft.Workbook(letters)
	} else {
		out.Inputs = append(out.Inputs, into)
		out.Data, log, err = draft.IntoFile(into, letters)
	}
	if err != nil {
		return err
	}
	if err := p.write(c, out, ". Read its sheet What was read, and each finding against the letter; then run: actionplan check "+words.Argument(out.Path)); err != nil || c.Bool("quiet") {
		return err
	}
	return log.WriteText(p.stdout)
}

func (p *program) tracker(c *cli.Context) error {
	o := output{suffix: "-tracker", endings: []string{".xlsx"}, public: c.Bool("public")}
	if several(c) || c.IsSet("d") {
		return p.trackers(c, o)
	}
	return p.draw(c, o, func(_ *reading.Plan, b *report.Brief, out files.Out) (outs []files.Out, err error) {
		out.Data, err = tracker.XLSX(b)
		return []files.Out{out}, err
	})
}

// trackers makes the trackers of many workbooks, each beside its own or in the
// folder that -d names.
func (p *program) trackers(c *cli.Context, o output) error {
	if c.IsSet("o") {
		return words.Fail("use -d FOLDER, or leave it out", "-o names one file, and there may be several")
	}
	if since := c.String("since"); since != "" && files.Exists(since) && !files.Several(since) && several(c) {
		return words.Fail("give a folder of snapshots, a date or last-board", "--since %s is the earlier state of one workbook", words.Argument(since))
	}
	inputs, err := files.Workbooks(c.Args().Slice())
	if err != nil {
		return err
	}
	places, wrote := files.NewPlaces(c.String("d")), ""
	return many(p, c, reading.Job[files.Out]{
		Options: reading.Options{Since: c.String("since")},
		Read:    reading.ToMake,
		Work: func(plan *reading.Plan) (out files.Out, err error) {
			out = files.Out{Path: o.beside(plan.Path), Inputs: slices.Concat([]string{plan.Path}, inputs, plan.Earlier), Force: c.Bool("force")}
			out.Data, err = tracker.XLSX(plan.Brief(o.public))
			return out, err
		},
		Take: func(out files.Out) (err error) {
			out.Path, out.Folder = places.Of(out.Path), true
			kept, err := out.Write()
			wrote = "wrote " + out.Path
			if kept != "" {
				wrote += ", and kept the old file as " + kept
			}
			return err
		},
	}, func(c *cli.Context, bar *console.Bar, o reading.Outcome) {
		o.Says += "; " + wrote
		p.sayOne(c, bar, o)
	}, func(t reading.Tally) (string, error) {
		return "Wrote " + words.Count(t.Taken, "tracker", "trackers"), nil
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
	job, err := p.papers(c)
	if err != nil {
		return err
	}
	o := output{suffix: "-" + job.Template.Name + job.Chosen.Suffix(), endings: format.Endings, public: c.Bool("public") || job.Template.Public}
	return p.draw(c, o, job.Files)
}

// papers is which papers are asked for.
func (p *program) papers(c *cli.Context) (job briefing.Job, err error) {
	job = briefing.Job{
		Chosen: report.Chosen{Template: c.String("template"), Areas: c.StringSlice("area"), Owner: c.String("owner"), Since: c.String("since") != ""},
		Folder: c.String("d"),
		Annex:  c.String("annex") == "separate",
		Note:   func(line string) { fmt.Fprintf(p.stderr, "actionplan: %s\n", line) },
	}
	if job.Chosen.Template == "" && job.Folder != "" {
		job.Chosen.Template = "owner"
	}
	if job.Template, err = job.Chosen.ReadTemplate(files.Read, files.Exists); err != nil {
		return job, err
	}
	switch apart := c.String("annex"); {
	case job.Folder != "" && (!job.Template.Has("owner-pages") || job.Chosen.Owner != "" || c.String("o") != ""):
		return job, words.Fail("use --template owner, without --owner and -o", "-d makes a paper for each owner")
	case apart != "" && !job.Annex:
		return job, words.Fail("use separate, or leave --annex out", "--annex can't be %s", words.Quote(apart))
	case job.Annex && !job.Template.HasAnnex():
		return job, words.Fail("use --template board", "the paper %s has no annex, so --annex can't be followed", words.Quote(job.Template.Name))
	}
	job.Format, err = format.Of(c.String("o")).Like(c.String("reference"))
	return job, err
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

// output is a file in the making.
type output struct {
	suffix  string   // of its name where the user gives none
	endings []string // what its name may end in, the usual one first
	public  bool
}

// beside is its name beside the workbook.
func (o output) beside(input string) string {
	if o.public {
		return files.Beside(input, o.suffix+"-public"+o.endings[0])
	}
	return files.Beside(input, o.suffix+o.endings[0])
}

// draw makes outputs from a plan: it is read and checked, all outputs are made
// in memory, and they are written whole, all of them or none.
func (p *program) draw(c *cli.Context, o output, made func(*reading.Plan, *report.Brief, files.Out) ([]files.Out, error)) error {
	input, err := oneArgument(c, "the workbook, such as plan.xlsx")
	if err != nil {
		return err
	}
	out := files.Out{Path: cmp.Or(c.String("o"), o.beside(input)), Force: c.Bool("force")}
	if err := files.Ending("the output", out.Path, "", o.endings...); err != nil {
		return err
	}
	plan, err := p.read(c, reading.ToMake, check.Options{})
	if err != nil {
		return err
	}
	if o.public {
		if err := p.mayPublish(c, plan); err != nil {
			return err
		}
	}
	out.Inputs = append([]string{input}, plan.Earlier...)
	outs, err := made(plan, plan.Brief(o.public), out)
	if err != nil {
		return err
	}
	kept, err := files.WriteAll(outs)
	if err != nil {
		return err
	}
	p.wrote(c, outs, kept)
	fmt.Fprint(p.stdout, history.UnloggedWords(plan.Result.Problems))
	return p.sayErrors(plan)
}

func (p *program) compare(c *cli.Context) error {
	if c.NArg() != 2 {
		return errors.New("name two workbooks, the older first: actionplan compare OLD.xlsx NEW.xlsx")
	}
	as, err := oneOf(c, "format", "text", "json")
	if err != nil {
		return err
	}
	page := files.Out{Path: c.String("o"), Inputs: c.Args().Slice(), Force: c.Bool("force")}
	if page.Path != "" {
		if err := files.Ending("the output", page.Path, "", format.Endings...); err != nil {
			return err
		}
	}
	old, _, err := reading.Load(c.Args().Get(0))
	if err != nil {
		return err
	}
	now, _, err := reading.Load(c.Args().Get(1))
	if err != nil {
		return err
	}
	changes := history.Compare(old, now)
	switch {
	case page.Path != "":
		if page.Data, _, err = format.Of(page.Path).Write(paper.Comparison(report.Compare(old, now, changes))); err != nil {
			return err
		}
		return p.write(c, page, "")
	case as == "json":
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
	if _, _, err := workbook.Load(filepath.Base(path), data); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
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
func (p *program) mayPublish(c *cli.Context, plan *reading.Plan) error {
	against := plan.Against()
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
	plan, err := p.read(c, reading.ToMake, check.Options{})
	if err != nil {
		return err
	}
	x, err := returns.MakeExtract(plan.Facts, o)
	if err != nil {
		return err
	}
	lines, err := x.Write(plan.Facts, dir, plan.Path, c.Bool("force"))
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
	as, err := export.ParseFormat(c.String("format"))
	if err != nil {
		return err
	}
	dir := c.String("d")
	if dir == "" {
		return errors.New("name the folder for the tables with -d, such as: actionplan export plans -d tables")
	}
	return many(p, c, reading.Job[[]export.File]{
		Work: func(plan *reading.Plan) ([]export.File, error) {
			return export.Make(export.Plan{Facts: plan.Facts, Result: plan.Result}, as, public)
		},
		Take: export.NewFolder(dir).Write,
	}, p.sayOne, func(t reading.Tally) (string, error) {
		return fmt.Sprintf("Wrote the tables of %s into %s", words.Count(t.Taken, "plan", "plans"), dir), nil
	})
}

// portfolio sets many plans side by side.
func (p *program) portfolio(c *cli.Context) error {
	out := files.Out{Path: c.String("o"), Force: c.Bool("force")}
	if out.Path == "" {
		return errors.New("name the file to make with -o, such as: actionplan portfolio plans -o portfolio.pdf")
	}
	if err := files.Ending("the output", out.Path, "", append(format.Endings[:len(format.Endings):len(format.Endings)], ".xlsx")...); err != nil {
		return err
	}
	public, asOf := c.Bool("public"), p.today
	earlier, err := history.FindStates(c.String("since"))
	if err != nil {
		return err
	}
	var all []*portfolio.Summary
	var leftOut []portfolio.Line
	return many(p, c, reading.Job[*portfolio.Summary]{
		Read: reading.Either,
		Work: func(plan *reading.Plan) (*portfolio.Summary, error) { return portfolio.Of(plan, earlier, public) },
		Take: func(s *portfolio.Summary) error {
			all, asOf = append(all, s), s.AsOf
			return nil
		},
		Left: func(o reading.Outcome) {
			line := portfolio.Line{Term: filepath.Base(o.Path), Text: words.Capital(words.Stop(o.Why.Error()))}
			if public {
				line.Term, line.Text = o.Published()
			}
			leftOut = append(leftOut, line)
		},
	}, p.sayOne, func(t reading.Tally) (said string, err error) {
		out.Inputs = append(t.Paths, earlier.Paths()...)
		compared := portfolio.Compare(all, leftOut, asOf, public)
		if strings.EqualFold(filepath.Ext(out.Path), ".xlsx") {
			out.Data, err = tracker.Portfolio(compared)
		} else {
			out.Data, _, err = format.Of(out.Path).Write(paper.Portfolio(compared))
		}
		if err != nil {
			return "", err
		}
		if kept, err := out.Write(); err != nil || kept != "" {
			return fmt.Sprintf("Wrote %s, and kept the old file as %s", out.Path, kept), err
		}
		return fmt.Sprintf("Wrote %s of %s", out.Path, words.Count(t.Taken, "plan", "plans")), nil
	})
}

// sayErrors ends a command that has done its work on a workbook with errors.
func (p *program) sayErrors(plan *reading.Plan) error {
	n := plan.Result.Counts.Error
	if n == 0 {
		return nil
	}
	fmt.Fprintf(p.stdout, "The workbook has %s with: actionplan check %s\n", words.Count(n, "error; see it", "errors; see them"), words.Argument(plan.Path))
	return errFound
}

// collect merges what has come back into a copy of the plan.
func (p *program) collect(c *cli.Context) error {
	if c.NArg() < 2 {
		return fmt.Errorf("name the plan and the workbooks that came back: actionplan collect %s", c.Command.ArgsUsage)
	}
	prefer, err := oneOf(c, "prefer", "plan", "returns")
	if err != nil {
		return err
	}
	asOf, err := p.asOf(c)
	if err != nil {
		return err
	}
	as, err := oneOf(c, "format", "text", "json")
	if err != nil {
		return err
	}
	input := c.Args().First()
	paths, err := returns.Spread(c.Args().Tail())
	if err != nil {
		return err
	}
	ext := files.CopyEnding(input)
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
	if as == "json" {
		err = result.WriteJSON(p.stdout)
	} else {
		p.wrote(c, []files.Out{out}, []string{kept})
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

func (p *program) completion(c *cli.Context) error {
	shell, err := oneArgument(c, "the shell, such as bash")
	if err != nil {
		return err
	}
	script, err := p.reference(c).Completion(shell)
	if err != nil {
		return err
	}
	_, err = io.WriteString(p.stdout, script)
	return err
}

func (p *program) manual(c *cli.Context) error {
	if c.NArg() > 0 {
		return errors.New("manual takes nothing after it")
	}
	_, err := p.stdout.Write(p.reference(c).Manual())
	return err
}

func (p *program) reference(c *cli.Context) console.Reference {
	return console.ReferenceOf(c.App, examples, check.RuleNames())
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
	style := p.textStyle(c)
	switch c.NArg() {
	case 0:
		_, err := io.WriteString(p.stdout, check.List(style.Width))
		return err
	case 1:
		page, err := check.Explain(c.Args().First())
		if err != nil {
			return err
		}
		_, err = io.WriteString(p.stdout, check.PageText(page, style))
		return err
	}
	return errors.New("name one rule, such as: actionplan explain owner-known")
}

// many does a job with every workbook that a command names, tells what became
// of each, and says what is done with all of them: nothing where what is
// printed is a document.
func many[T any](p *program, c *cli.Context, do reading.Job[T], tell func(*cli.Context, *console.Bar, reading.Outcome), end func(reading.Tally) (string, error)) error {
	if c.NArg() == 0 {
		return fmt.Errorf("name the workbooks, or the folder that they are in: actionplan %s %s", c.Command.Name, c.Command.ArgsUsage)
	}
	var err error
	if do.AsOf, err = p.asOf(c); err != nil {
		return err
	}
	do.Public = c.Bool("public")
	bar, left := p.bar(c), do.Left
	do.Left = func(o reading.Outcome) {
		if o.Why != nil && left != nil {
			left(o)
		}
		tell(c, bar, o)
	}
	tally, err := reading.Each(c.Args().Slice(), do)
	bar.Wipe()
	if err != nil {
		return err
	}
	says, err := end(tally)
	if err != nil {
		return err
	}
	if !c.Bool("quiet") && says != "" {
		fmt.Fprintln(p.stdout, says)
	}
	if left := len(tally.Paths) - tally.Taken; left > 0 && says != "" {
		fmt.Fprintf(p.stdout, "Left out: %s\n", words.Count(left, "workbook; its reason stands above", "workbooks; their reasons stand above"))
	}
	if tally.Wrong {
		return errFound
	}
	return nil
}

// sayOne says what became of a workbook: on a terminal the bar goes on, and
// only what is left out has a line.
func (p *program) sayOne(c *cli.Context, bar *console.Bar, o reading.Outcome) {
	switch {
	case o.Why != nil:
		bar.Wipe()
		fmt.Fprintf(p.stdout, "%s: left out: %s\n", words.Printable(o.Path), words.Printable(o.Reason()))
	case bar != nil:
		bar.ShowFile(filepath.Base(o.Path), o.Done, o.Of)
	case !c.Bool("quiet"):
		fmt.Fprintf(p.stdout, "%s: %s\n", words.Printable(o.Path), words.Printable(o.Says))
	}
}

// sayLine is sayOne where the lines are what was asked for: a terminal has them
// too, and quiet leaves those with nothing wrong out.
func (p *program) sayLine(c *cli.Context, bar *console.Bar, o reading.Outcome) {
	bar.Wipe()
	if o.Why == nil && (o.Wrong || !c.Bool("quiet")) {
		fmt.Fprintf(p.stdout, "%s: %s\n", words.Printable(o.Path), words.Printable(o.Says))
	}
	if o.Why != nil || bar != nil {
		p.sayOne(c, bar, o)
	}
}

// read reads the one workbook that a command names, by reading.File or
// reading.AsIs.
func (p *program) read(c *cli.Context, how func(string, reading.Options) (*reading.Plan, error), o check.Options) (*reading.Plan, error) {
	path, err := oneArgument(c, "the workbook, such as plan.xlsx")
	if err != nil {
		return nil, err
	}
	asOf, err := p.asOf(c)
	if err != nil {
		return nil, err
	}
	return how(path, reading.Options{AsOf: asOf, Since: c.String("since"), Check: o})
}

func (p *program) asOf(c *cli.Context) (workbook.Date, error) {
	given := c.String("as-of")
	if given == "" {
		return p.today, nil
	}
	d, err := workbook.ReadDay(given)
	if err != nil {
		return d, fmt.Errorf("--as-of %w", err)
	}
	return d, nil
}

// write puts an output in its place and says so, and what to do then.
func (p *program) write(c *cli.Context, out files.Out, then string) error {
	kept, err := files.WriteAll([]files.Out{out})
	if err != nil || c.Bool("quiet") {
		return err
	}
	p.wroteOne(out.Path, kept[0], then)
	return nil
}

// wrote says where outputs are, and where the files that they replaced.
func (p *program) wrote(c *cli.Context, outs []files.Out, kept []string) {
	if c.Bool("quiet") {
		return
	}
	for i, out := range outs {
		p.wroteOne(out.Path, kept[i], "")
	}
}

func (p *program) wroteOne(path, kept, then string) {
	if kept != "" {
		fmt.Fprintf(p.stdout, "Kept the old file as %s\n", kept)
	}
	fmt.Fprintf(p.stdout, "Wrote %s%s\n", path, then)
}

// textStyle fits what is printed to the terminal.
func (p *program) textStyle(c *cli.Context) check.TextStyle {
	s := check.TextStyle{Quiet: c.Bool("quiet")}
	s.Width, s.Colour = console.Width(p.stdout)
	return s
}

// bar is a progress bar, nil where quiet is asked for.
func (p *program) bar(c *cli.Context) *console.Bar {
	if c.Bool("quiet") {
		return nil
	}
	return console.NewBar(p.stdout, p.stderr, time.Now)
}

// oneOf is the value of an option that takes one of a few words.
func oneOf(c *cli.Context, option string, takes ...string) (string, error) {
	given := c.String(option)
	if slices.Contains(takes, given) {
		return given, nil
	}
	return "", words.Fail("use "+words.Or(takes), "--%s can't be %s", option, words.Quote(given))
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
