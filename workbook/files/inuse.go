package files

import (
	"errors"
	"runtime"
	"syscall"
)

// errInUse is what a failure to read or write says of a file that another
// program has open.
var errInUse = errors.New("it is open in another program, such as Excel; close it there first")

// inUse says whether another program has a file open and lets nobody else read
// it, or write it. On Windows a program says so when it opens a file; on other
// systems none can.
func inUse(err error) bool { return shared(err, runtime.GOOS == "windows") }

func shared(err error, windows bool) bool {
	const sharingViolation, lockViolation = syscall.Errno(32), syscall.Errno(33) // of Windows' winerror.h
	var number syscall.Errno
	return windows && errors.As(err, &number) && (number == sharingViolation || number == lockViolation)
}
