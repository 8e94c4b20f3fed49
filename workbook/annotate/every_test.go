package annotate

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"actionplan/workbook"
)

// Whatever check reads, annotate marks: of every workbook that stands in a
// testdata folder of the house the copy is well formed, part by part, and says
// what the workbook says.
func TestEveryWorkbookThatIsRead(t *testing.T) {
	read := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.Contains(path, "testdata") || !strings.HasPrefix(filepath.Ext(path), ".xls") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := filepath.Base(path)
		plan, problems, err := workbook.Load(name, data)
		if err != nil {
			return nil // check refuses it too
		}
		read++
		out, err := Copy(name, data, problems)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return nil
		}
		for part, content := range partsOf(t, out) {
			if isMarkup(part) {
				if err := wellFormed(content); err != nil {
					t.Errorf("%s: %s: %v", path, part, err)
				}
			}
		}
		again, _, err := workbook.Load(name, out)
		if err != nil || len(again.Actions) != len(plan.Actions) || len(again.Areas) != len(plan.Areas) || len(again.Updates) != len(plan.Updates) {
			t.Errorf("%s: the copy does not read as the workbook does: %v", path, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 30 {
		t.Errorf("only %d workbooks were read", read)
	}
	t.Logf("%d workbooks were marked", read)
}

func isMarkup(part string) bool {
	switch filepath.Ext(part) {
	case ".xml", ".rels":
		return true
	}
	return false
}

// wellFormed reads markup to its end. What is not in UTF-8 is another test's.
func wellFormed(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, io.EOF }
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
