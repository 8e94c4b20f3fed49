package tracker

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"actionplan/workbook/seal"
)

// TestWriteTrackers keeps the trackers where somebody asks for them, to look
// at.
func TestWriteTrackers(t *testing.T) {
	dir := os.Getenv("TRACKERS")
	if dir == "" {
		t.Skip("set TRACKERS to a folder to keep the trackers")
	}
	for name, b := range trackers(t) {
		data, err := XLSX(b)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".xlsx"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

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
