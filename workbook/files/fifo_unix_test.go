//go:build unix

package files

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestNoFile: what is no file is refused at once, and not waited for.
func TestNoFile(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.pdf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/null"} {
		o := Out{Path: path, Data: []byte("x"), Force: true}
		if _, err := o.Write(); err == nil || !strings.Contains(err.Error(), "is no file that an output could be kept in") || o.Check() == nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}
