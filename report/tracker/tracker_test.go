package tracker

import (
	"bytes"
	"testing"

	"actionplan/workbook/seal"
)

func TestSameBytes(t *testing.T) {
	b := large(60)
	first, err := XLSX(b)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := XLSX(b)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, again) {
			t.Fatal("the same Brief gave other bytes")
		}
	}
	if kind, ok := seal.Ours(first); kind != Kind || !ok {
		t.Errorf("Ours = %q, %v", kind, ok)
	}
}
