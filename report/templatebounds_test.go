package report

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// wide is how Windows PowerShell writes what > sends into a file.
func wide(s string) string {
	out := []byte("\xFF\xFE")
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

const smallTemplate = "title: Café – plan\r\nsections:\r\n- heading: H\r\n  text: \"Words\"\r\n"

func TestTemplateEncodings(t *testing.T) {
	for reason, source := range map[string]string{
		"UTF-8": smallTemplate, "with a mark": "\xEF\xBB\xBF" + smallTemplate, "PowerShell's": wide(smallTemplate),
		"Windows-1252": strings.NewReplacer("é", "\xE9", "–", "\x96").Replace(smallTemplate),
	} {
		parsed, err := ParseTemplate("t.yaml", []byte(source))
		if err != nil {
			t.Errorf("%s: %v", reason, err)
			continue
		}
		l, err := parsed.Word(&Brief{})
		if err != nil || l.Title != "Café – plan" {
			t.Errorf("%s: %v, %v", reason, l, err)
		}
	}
	for source, want := range map[string]string{
		"PK\x03\x04\x00": "t.yaml is not a text file", "\xFF\xFEt": "t.yaml says that it is in UTF-16, and is not", "title: \x81": "t.yaml is in an encoding that cannot be read",
		strings.Repeat("# \n", mostSource): "t.yaml is larger than any template",
	} {
		if _, err := ParseTemplate("t.yaml", []byte(source)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestEndlessWords: a loop, and a part that uses itself, end in a sentence with
// their line.
func TestEndlessWords(t *testing.T) {
	for _, words := range []string{
		"{{range 2000000000}}x{{end}}", "{{range 2000000000}}{{end}}", "{{range 2000000000}}{{continue}}{{end}}", "{{range 99999}}{{range 99999}}{{end}}{{end}}",
		"{{if true}}{{range 2000000000}}{{end}}{{end}}", "{{with 1}}{{range 2000000000}}{{end}}{{end}}",
		`{{define "a"}}{{template "a"}}{{template "a"}}{{end}}{{template "a"}}`, `{{define "a"}}{{range 2000000000}}{{end}}{{end}}{{template "a"}}`,
		`{{printf "%2000000d" 1}}`,
	} {
		parsed, err := ParseTemplate("t.yaml", []byte("title: T\nsections:\n- heading: H\n  text: '"+words+"'\n"))
		if err == nil {
			_, err = parsed.Word(&Brief{})
		}
		if err == nil || !strings.HasPrefix(err.Error(), "t.yaml line 4: ") {
			t.Errorf("%s: %v", words, err)
		}
	}
}

func FuzzParseTemplate(f *testing.F) {
	for _, s := range []string{smallTemplate, wide(smallTemplate), "title: T\none-side: true\nsections:\n- section: actions\n", "title: '{{range .Areas}}{{.Name}}{{end}}'\nsections: [{section: areas}]", "a: [*b]", "&a [*a]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		parsed, err := ParseTemplate("t.yaml", source)
		if err == nil {
			_, err = parsed.Word(&Brief{})
		}
		if err != nil && !strings.HasPrefix(err.Error(), "t.yaml") {
			t.Errorf("the file is not named: %v", err)
		}
	})
}
