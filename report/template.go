package report

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"actionplan/workbook/words"
)

// Template says which sections a paper has, in which order and in which
// words. The words may hold actions of text/template over the Brief, such as
// {{.Headline}}.
type Template struct {
	Name            string
	file            string
	title, subtitle *wording
	running         *wording
	oneSide         bool
	Public          bool // it is for the public edition only
	sections        []templateSection
}

type templateSection struct {
	Section
	kind                           SectionKind
	line                           int
	heading, text, none, inContent *wording
}

// wording is words that may hold actions, and where they stand.
type wording struct {
	file  string
	line  int // of its first line
	tmpl  *template.Template
	steps int // taken since fill began
}

// ParseTemplate reads a template written as YAML. File is what messages call
// it. An error is one sentence with the file and line.
func ParseTemplate(file string, source []byte) (*Template, error) {
	source, err := inUTF8(file, source)
	if err != nil {
		return nil, err
	}
	parsed, err := parser.ParseBytes(source, 0)
	if err != nil {
		return nil, yamlError(file, err)
	}
	t := &Template{Name: strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), file: file}
	if len(parsed.Docs) != 1 || parsed.Docs[0].Body == nil {
		return nil, fmt.Errorf("%s is empty; a template needs a title and a list of sections", file)
	}
	entries, err := t.entries(parsed.Docs[0].Body, "a template")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if err := t.read(e); err != nil {
			return nil, err
		}
	}
	switch {
	case t.title == nil:
		return nil, fmt.Errorf("%s has no title; add a line such as: title: Improvement plan", file)
	case len(t.sections) == 0:
		return nil, fmt.Errorf("%s has no sections; list them below a line that says \"sections:\"", file)
	}
	return t, nil
}

var templateKeys = []string{"title", "subtitle", "running", "one-side", "public", "sections"}

func (t *Template) read(e *ast.MappingValueNode) (err error) {
	switch key(e) {
	case "title":
		t.title, err = t.wording(e)
	case "subtitle":
		t.subtitle, err = t.wording(e)
	case "running":
		t.running, err = t.wording(e)
	case "one-side":
		t.oneSide, err = t.yes(e)
	case "public":
		t.Public, err = t.yes(e)
	case "sections":
		list, ok := e.Value.(*ast.SequenceNode)
		if !ok {
			return t.wrong(line(e), "sections has to be a list, each item on a line that starts with \"- \"")
		}
		for _, item := range list.Values {
			if err := t.readSection(item); err != nil {
				return err
			}
		}
	default:
		return t.unknown(line(e), "setting", key(e), templateKeys)
	}
	return err
}

var sectionKeys = []string{"section", "heading", "text", "none", "contents", "columns", "new-page", "annex"}

func (t *Template) readSection(n ast.Node) error {
	entries, err := t.entries(n, "a section")
	if err != nil {
		return err
	}
	s := templateSection{line: line(n)}
	for _, e := range entries {
		switch key(e) {
		case "section":
			err = t.readKind(&s, e)
		case "heading":
			s.heading, err = t.wording(e)
		case "text":
			s.text, err = t.wording(e)
		case "none":
			s.none, err = t.wording(e)
		case "contents":
			s.inContent, err = t.wording(e)
		case "columns":
			s.Columns, err = t.columns(e)
		case "new-page":
			s.NewPage, err = t.yes(e)
		case "annex":
			s.Annex, err = t.yes(e)
		default:
			err = t.unknown(line(e), "setting of a section", key(e), sectionKeys)
		}
		if err != nil {
			return err
		}
	}
	if err := t.whole(&s, entries); err != nil {
		return err
	}
	t.sections = append(t.sections, s)
	return nil
}

func (t *Template) readKind(s *templateSection, e *ast.MappingValueNode) error {
	name := scalar(e.Value)
	kind, ok := FindSection(name)
	if !ok {
		return t.unknown(line(e), "section", name, sectionNames())
	}
	if slices.ContainsFunc(t.sections, func(other templateSection) bool { return other.Kind == name }) {
		return t.wrong(line(e), "the section %s is asked for twice", words.Quote(name))
	}
	s.Kind, s.kind = name, kind
	return nil
}

// whole demands of a section what can only be seen when all of it is read.
func (t *Template) whole(s *templateSection, entries []*ast.MappingValueNode) error {
	if s.Kind == "" {
		s.ID = "text " + strconv.Itoa(s.line)
		if s.heading == nil || s.text == nil {
			return t.wrong(s.line, "a section of your own needs both heading and text; for one of ours, say which: section: areas")
		}
		if s.Columns != nil {
			return t.wrong(s.line, "a section of your own has no table, so it can't have columns")
		}
		return nil
	}
	s.ID = s.Kind
	if s.Columns == nil {
		return nil
	}
	at := s.line
	for _, e := range entries {
		if key(e) == "columns" {
			at = line(e)
		}
	}
	if len(s.kind.Columns) == 0 {
		return t.wrong(at, "the section %s has no columns to choose from", words.Quote(s.Kind))
	}
	for _, c := range s.Columns {
		if !slices.Contains(s.kind.Columns, c) {
			return t.unknown(at, "column", c, s.kind.Columns)
		}
	}
	if first := s.kind.Columns[0]; !slices.Contains(s.Columns, first) {
		return t.wrong(at, "the column %s names each row and has to stay", words.Quote(first))
	}
	return nil
}

func (t *Template) columns(e *ast.MappingValueNode) ([]string, error) {
	list, ok := e.Value.(*ast.SequenceNode)
	if !ok || len(list.Values) == 0 {
		return nil, t.wrong(line(e), "columns has to be a list, such as: columns: [area, owner, status]")
	}
	var names []string
	for _, v := range list.Values {
		names = append(names, scalar(v))
	}
	return names, nil
}

func (t *Template) yes(e *ast.MappingValueNode) (bool, error) {
	if b, ok := e.Value.(*ast.BoolNode); ok {
		return b.Value, nil
	}
	return false, t.wrong(line(e), "%s is either true or false", key(e))
}

func (t *Template) wording(e *ast.MappingValueNode) (*wording, error) {
	w := &wording{file: t.file, line: e.Value.GetToken().Position.Line}
	text := ""
	switch v := e.Value.(type) {
	case *ast.LiteralNode:
		text = v.Value.Value
		w.line++ // the said begin below the | or >
	case *ast.MappingNode, *ast.MappingValueNode, *ast.SequenceNode:
		return nil, t.wrong(line(e), "%s has to be words; put quotes round words that hold a colon or begin with {{", key(e))
	default:
		text = scalar(v)
	}
	parsed, err := template.New("words").Funcs(template.FuncMap{"lower": strings.ToLower, step: w.step}).Parse(text)
	if err != nil {
		return nil, w.failed(err)
	}
	for _, part := range parsed.Templates() {
		countSteps(part.Tree.Root)
	}
	w.tmpl = parsed
	return w, nil
}

// entries are a mapping's keys and values; the parser gives one pair by itself
// where there is only one.
func (t *Template) entries(n ast.Node, what string) ([]*ast.MappingValueNode, error) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, nil
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, nil
	}
	return nil, t.wrong(line(n), "%s is lines of the form name: words", what)
}

func key(e *ast.MappingValueNode) string { return e.Key.GetToken().Value }

func line(n ast.Node) int {
	switch n := n.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return line(n.Values[0])
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken().Position.Line
	}
	return n.GetToken().Position.Line
}

func scalar(n ast.Node) string {
	if _, empty := n.(*ast.NullNode); empty {
		return ""
	}
	if s, ok := n.(*ast.StringNode); ok {
		return s.Value
	}
	return n.GetToken().Value
}

func (t *Template) wrong(line int, format string, args ...any) error {
	return fmt.Errorf("%s line %d: %s", t.file, line, fmt.Sprintf(format, args...))
}

func (t *Template) unknown(line int, what, name string, known []string) error {
	if near := words.Likely(name, known); near != "" {
		return t.wrong(line, "there is no %s %s; did you mean %s?", what, words.Quote(name), words.Quote(near))
	}
	return t.wrong(line, "there is no %s %s; there are %s", what, words.Quote(name), words.And(known))
}

func yamlError(file string, err error) error {
	var e yaml.Error
	if errors.As(err, &e) && e.GetToken() != nil {
		return fmt.Errorf("%s line %d: this is not as YAML is written: %s", file, e.GetToken().Position.Line, e.GetMessage())
	}
	return fmt.Errorf("%s: this is not as YAML is written: %w", file, err)
}

// Has says whether the template asks for a section of ours.
func (t *Template) Has(kind string) bool {
	return slices.ContainsFunc(t.sections, func(s templateSection) bool { return s.Kind == kind })
}

// HasAnnex says whether the template puts anything into an annex.
func (t *Template) HasAnnex() bool {
	return slices.ContainsFunc(t.sections, func(s templateSection) bool { return s.Annex })
}

// Word fills the template's words from a Brief. An error is one sentence with
// the file and line.
func (t *Template) Word(b *Brief) (*Layout, error) {
	l := &Layout{Name: t.Name, OneSide: t.oneSide}
	var err error
	if l.Title, err = t.title.fill(b); err != nil {
		return nil, err
	}
	if l.Subtitle, err = t.subtitle.fill(b); err != nil {
		return nil, err
	}
	if l.Running, err = t.running.fill(b); err != nil {
		return nil, err
	}
	for _, s := range t.sections {
		if err := s.word(b); err != nil {
			return nil, err
		}
		l.Sections = append(l.Sections, s.Section)
	}
	l.annexLast()
	return l, nil
}

// annexLast puts the sections of the annex after all others, the first on a new
// page.
func (l *Layout) annexLast() {
	slices.SortStableFunc(l.Sections, func(a, b Section) int {
		switch {
		case a.Annex == b.Annex:
			return 0
		case b.Annex:
			return -1
		}
		return 1
	})
	if i := slices.IndexFunc(l.Sections, func(s Section) bool { return s.Annex }); i > 0 {
		l.Sections[i].NewPage = true
	}
}

// word fills one section. What the template does not word has our words.
func (s *templateSection) word(b *Brief) error {
	s.Contents = s.kind.Contents
	if s.kind.Heading != nil {
		s.Heading = s.kind.Heading(b)
	}
	if s.kind.Text != nil {
		s.Text = s.kind.Text(b)
	}
	for _, x := range []struct {
		from *wording
		to   *string
	}{{s.heading, &s.Heading}, {s.text, &s.Text}, {s.none, &s.None}, {s.inContent, &s.Contents}} {
		if x.from == nil {
			continue
		}
		text, err := x.from.fill(b)
		if err != nil {
			return err
		}
		*x.to = text
	}
	if s.Heading == "" && s.kind.Heading != nil {
		s.Heading = s.kind.Heading(b) // a section of a paper can't be found without one
	}
	if s.Kind == "" && s.inContent == nil {
		s.Contents = words.LowerFirst(s.Heading)
	}
	return nil
}

func (w *wording) fill(b *Brief) (string, error) {
	if w == nil {
		return "", nil
	}
	w.steps = 0
	out := &bounded{}
	if err := w.tmpl.Execute(out, b); err != nil {
		return "", w.failed(err)
	}
	return strings.TrimSpace(out.String()), nil
}

var (
	templateError = words.MustCompile(`(?s)^template: [^:]*:(\d+)(?::\d+)?: (.*)$`)
	noSuchField   = words.MustCompile(`can't evaluate field (\w+) in type \*?(\S+)`)
	executing     = words.MustCompile(`^executing "[^"]*" at `)
)

// failed says what is wrong between {{ and }}, and on which line of the file.
func (w *wording) failed(err error) error {
	at, text := w.line, err.Error()
	if m := templateError.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		at, text = w.line+n-1, m[2]
	}
	if m := noSuchField.FindStringSubmatch(text); m != nil {
		text = fmt.Sprintf("there is no .%s", m[1])
		if m[2] == "report.Brief" {
			if near := words.Likely(m[1], fieldNames()); near != "" {
				text += fmt.Sprintf("; did you mean .%s?", near)
			}
		}
		return fmt.Errorf("%s line %d: %s", w.file, at, text)
	}
	return fmt.Errorf("%s line %d: what stands between {{ and }} can't be worked out: %s", w.file, at, executing.ReplaceAllString(text, "at "))
}

func fieldNames() []string {
	var names []string
	brief := reflect.TypeFor[Brief]()
	for i := range brief.NumField() {
		if field := brief.Field(i); field.IsExported() {
			names = append(names, field.Name)
		}
	}
	return names
}
