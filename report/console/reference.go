package console

import (
	"embed"
	"strings"
	"text/template"

	"github.com/cpuguy83/go-md2man/v2/md2man"
	"github.com/urfave/cli/v2"

	"actionplan/workbook/words"
)

// Reference is all that can be typed after the program's name. Completions and
// the manual are made of it.
type Reference struct {
	Usage, Description string
	Commands           []Command
	Rules              []string // what explain takes
}

// Command is a command's line in a reference.
type Command struct {
	Name, ArgsUsage, Usage, Description string
	Examples                            []string // what stands behind the program's name
	Options                             []Option
}

// Option is one name of an option.
type Option struct {
	Name, Dashed string
	Value        string // what it takes, as FILE; "" where it takes nothing
	Usage        string
}

// Short says that the name is one letter.
func (o Option) Short() bool { return len(o.Name) == 1 }

// ReferenceOf reads the table of commands. Examples are by the command's name.
func ReferenceOf(app *cli.App, examples map[string][]string, rules []string) Reference {
	r := Reference{Usage: app.Usage, Description: app.Description, Rules: rules}
	for _, c := range app.Commands {
		command := Command{Name: c.Name, ArgsUsage: c.ArgsUsage, Usage: c.Usage, Description: c.Description, Examples: examples[c.Name]}
		for _, f := range c.Flags {
			if f != cli.HelpFlag { // which every command has
				command.Options = append(command.Options, optionsOf(f)...)
			}
		}
		r.Commands = append(r.Commands, command)
	}
	return r
}

func optionsOf(f cli.Flag) []Option {
	usage, value := "", ""
	if documented, ok := f.(cli.DocGenerationFlag); ok {
		usage = documented.GetUsage()
	}
	if takesValue(f) {
		value = "VALUE"
		if _, after, found := strings.Cut(usage, "`"); found {
			value, _, _ = strings.Cut(after, "`")
		}
	}
	var options []Option
	for _, name := range f.Names() {
		options = append(options, Option{Name: name, Dashed: Dashes(name), Value: value, Usage: strings.ReplaceAll(usage, "`", "")})
	}
	return options
}

//go:embed completion/*.tmpl manual.tmpl
var referenceTemplates embed.FS

// Shells are those that there is a completion for.
var Shells = []string{"bash", "zsh", "fish", "powershell"}

// Completion is the script that completes commands, options and rules in a
// shell. The error is for a shell that is none of Shells.
func (r Reference) Completion(shell string) (string, error) {
	name := strings.ToLower(shell)
	if name == "pwsh" {
		name = "powershell"
	}
	for _, known := range Shells {
		if name == known {
			return r.execute("completion/" + name + ".tmpl"), nil
		}
	}
	return "", words.Fail("use "+words.Or(Shells), "there is no completion for %s", words.Quote(shell))
}

// Manual is the page that man shows, as roff.
func (r Reference) Manual() []byte { return md2man.Render([]byte(r.execute("manual.tmpl"))) }

func (r Reference) execute(name string) string {
	quoted := func(s, quote, inside string) string { return quote + strings.ReplaceAll(s, quote, inside) + quote }
	zshWord := func(s string) string { return strings.NewReplacer(`\`, `\\`, ":", `\:`).Replace(s) }
	t := template.Must(template.New("").Funcs(template.FuncMap{
		"zsh":        func(name, usage string) string { return quoted(zshWord(name)+":"+usage, "'", `'\''`) },
		"fish":       func(s string) string { return quoted(strings.ReplaceAll(s, `\`, `\\`), "'", `\'`) },
		"powershell": func(s string) string { return quoted(s, "'", "''") },
		"md":         strings.NewReplacer("*", `\*`, "_", `\_`, "<", `\<`, "`", "", "\n", "\n\n").Replace,
		"capital":    words.Capital,
	}).ParseFS(referenceTemplates, name))
	var out strings.Builder
	if err := t.ExecuteTemplate(&out, name[strings.LastIndexByte(name, '/')+1:], r); err != nil {
		panic(err) // the templates are ours
	}
	return out.String()
}

// WithExamples makes the help of each command end with its examples.
func WithExamples(app *cli.App, examples map[string][]string) {
	for _, c := range app.Commands {
		if list := examples[c.Name]; len(list) > 0 {
			before := "\n   " + app.Name + " "
			c.CustomHelpTemplate = cli.CommandHelpTemplate + "\nEXAMPLES:" + before + strings.Join(list, before) + "\n"
		}
		for _, f := range c.Flags {
			if b, ok := f.(*cli.BoolFlag); ok {
				b.DisableDefaultText = true // "default: false" says nothing
			}
		}
	}
}
