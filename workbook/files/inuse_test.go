package files

import (
	"io/fs"
	"os"
	"syscall"
	"testing"
)

// A file that is open elsewhere is told by the numbers that Windows gives; on
// other systems they are of something else.
func TestInUse(t *testing.T) {
	for number, want := range map[syscall.Errno]bool{32: true, 33: true, 5: false, 2: false} {
		for _, err := range []error{&fs.PathError{Op: "open", Path: "plan.xlsx", Err: number}, &os.LinkError{Op: "rename", Err: number}} {
			if got := shared(err, true); got != want {
				t.Errorf("%d: %v on Windows", number, got)
			}
			if shared(err, false) {
				t.Errorf("%d is told of elsewhere", number)
			}
		}
	}
	if shared(nil, true) || shared(fs.ErrNotExist, true) {
		t.Error("no number is one")
	}
}
