package workbook

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the files that the tests compare with")

func TestBlankTemplateIsFresh(t *testing.T) {
	const file = "../templates/blank.xlsx"
	now, err := Blank(BlankOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, now, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, now) {
		t.Errorf("%s is stale: run go test ./workbook -run TestBlankTemplateIsFresh -update", file)
	}
}
