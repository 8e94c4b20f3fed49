package console

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"actionplan/workbook/words"
)

// OptionsFirst moves a command's options before its files, since the library
// takes none after the first file, and says nothing (urfave/cli#1177). An
// option that takes a value and has none is a failure: the library would take
// whatever comes next for it.
func OptionsFirst(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	command := app.Command(args[1])
	switch {
	case command == nil && isOption(args[1]):
		return args, beforeCommand(app, args[1])
	case command == nil:
		return args, nil
	}
	var options, rest []string
	for i := 2; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if !isOption(a) {
			rest = append(rest, a)
			continue
		}
		options = append(options, a)
		option := optionOf(command, a)
		if option == nil && !isHelp(a) {
			return nil, noOption(command, a)
		}
		if option == nil || !takesValue(option) || strings.Contains(a, "=") {
			continue
		}
		if i++; i == len(args) || args[i] == "--" || args[i] == "" || optionOf(command, args[i]) != nil {
			return nil, words.Fail("see: actionplan "+command.Name+" --help", "%s needs %s", a, valueOf(option))
		}
		options = append(options, args[i])
	}
	return append(append(append([]string{}, args[:2]...), options...), append([]string{"--"}, rest...)...), nil
}

func isOption(word string) bool { return len(word) > 1 && word[0] == '-' }

// beforeCommand is the failure of an option that stands before any command, nil
// where it is one of the program's own.
func beforeCommand(app *cli.App, word string) error {
	name := optionName(word)
	if isHelp(word) || slices.Contains(cli.VersionFlag.Names(), name) {
		return nil
	}
	for _, command := range app.Commands {
		if optionOf(command, word) != nil {
			return words.Fail("as in: actionplan "+command.Name+" "+Dashes(name), "the command comes before its options; %s stands before it", Dashes(name))
		}
	}
	return words.Fail("see: actionplan --help", "there is no option %s", Dashes(name))
}

// optionOf is the command's option that a word of the command line names, nil
// where it names none.
func optionOf(command *cli.Command, word string) cli.Flag {
	if !strings.HasPrefix(word, "-") {
		return nil
	}
	name := optionName(word)
	for _, f := range command.Flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

func optionName(word string) string {
	name, _, _ := strings.Cut(strings.TrimLeft(word, "-"), "=")
	return name
}

func isHelp(word string) bool { return slices.Contains([]string{"help", "h"}, optionName(word)) }

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

// noOption is the failure of a word that names no option of the command, with
// the one that was likely meant.
func noOption(command *cli.Command, word string) error {
	var names []string
	for _, f := range command.Flags {
		names = append(names, f.Names()...)
	}
	hint := "see: actionplan " + command.Name + " --help"
	if near := words.Likely(optionName(word), names); near != "" {
		hint = "did you mean " + Dashes(near) + "?"
	}
	return words.Fail(hint, "%s has no option %s", command.Name, Dashes(optionName(word)))
}

// Dashes is an option as people type it: -o, --quiet.
func Dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// UsageError is the failure of a command line that the library refuses, such as
// one with letters where an option takes a number.
func UsageError(c *cli.Context, err error, _ bool) error {
	return words.Fail("see: "+c.Command.HelpName+" --help", "%s", err.Error())
}

// Help shows the program's help, or that of the one command which is named.
func Help(c *cli.Context) error {
	if c.NArg() == 0 {
		return cli.ShowAppHelp(c)
	}
	name := c.Args().First()
	if c.App.Command(name) == nil {
		return noCommand(c.App, name)
	}
	return cli.ShowCommandHelp(c.Lineage()[1], name) // the program's, whose commands are looked up
}

// NoCommand is what the program does where the command line begins with no
// command: it shows its help, or fails at a word that is none.
func NoCommand(c *cli.Context) error {
	if c.NArg() == 0 {
		return cli.ShowAppHelp(c)
	}
	return noCommand(c.App, c.Args().First())
}

func noCommand(app *cli.App, name string) error {
	var names []string
	for _, command := range app.Commands {
		names = append(names, command.Name)
	}
	hint := "see: actionplan --help"
	if near := words.Likely(name, names); near != "" {
		hint = "did you mean " + words.Quote(near) + "?"
	}
	return words.Fail(hint, "there is no command %s", words.Quote(name))
}
