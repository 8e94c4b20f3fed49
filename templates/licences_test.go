package templates

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the file of licences anew")

// A release carries the licence of everything that is linked into it.
func TestLicencesAreFresh(t *testing.T) {
	made := licences(t)
	const file = "licences.txt"
	if *update {
		if err := os.WriteFile(file, made, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if kept, err := os.ReadFile(file); err != nil || !bytes.Equal(kept, made) {
		t.Errorf("%s is stale; write it anew with: go test ./templates -update", file)
	}
}

// module is what go list says of the module that a package comes from.
type module struct {
	Path, Version, Dir string
	Main               bool
}

func licences(t *testing.T) []byte {
	var b bytes.Buffer
	b.WriteString("actionplan and what is built into it, each with its licence in full.\n")
	add := func(name string, files ...string) {
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "\n%s\n%s: %s\n\n%s\n", strings.Repeat("=", 78), name, filepath.Base(f), bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r"), nil)))
		}
	}
	add("actionplan", "../LICENSE")
	add("Go and its standard library", filepath.Join(goSays(t, "env", "GOROOT"), "LICENSE"))
	for _, m := range linkedModules(t) {
		files, err := filepath.Glob(filepath.Join(m.Dir, "LICENSE*"))
		if err != nil || len(files) == 0 {
			t.Errorf("%s has no file LICENSE in its top folder", m.Path)
		}
		add(m.Path+" "+m.Version, files...)
	}
	add("Lists of first names", "../workbook/check/identify/LICENSE-names.txt")
	return b.Bytes()
}

// linkedModules are those whose packages the program links on any system that
// a release is made for, in order of their paths.
func linkedModules(t *testing.T) []module {
	found := map[string]module{}
	for _, system := range []string{"windows", "darwin", "linux"} {
		cmd := exec.Command("go", "list", "-deps", "-json=Module", "actionplan")
		cmd.Env = append(os.Environ(), "GOOS="+system)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for d := json.NewDecoder(bytes.NewReader(out)); ; {
			var p struct{ Module *module }
			if err := d.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			if p.Module != nil && !p.Module.Main {
				found[p.Module.Path] = *p.Module
			}
		}
	}
	var all []module
	for _, m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return all
}

func goSays(t *testing.T, args ...string) string {
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
