package files

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"actionplan/workbook/words"
)

// temporary are the files in the making, which nobody else would remove.
var temporary = struct {
	sync.Mutex
	names map[string]bool
	over  bool // the program is about to end: no file is put in its place any more
}{names: map[string]bool{}}

// RemoveOnSignal removes the files in the making where somebody stops the
// program, and ends it with the exit code of an interruption.
func RemoveOnSignal() {
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stopped
		abandon()
		os.Exit(130)
	}()
}

// abandon removes every file in the making, and lets none be put in its place.
func abandon() {
	temporary.Lock()
	defer temporary.Unlock()
	temporary.over = true
	for name := range temporary.names {
		remove(name)
	}
}

// A temporary file's name says on which machine and in which process it is
// being written, so that the next run knows what nobody will finish.
const (
	temporaryName = ".actionplan-*.tmp"
	temporaryForm = ".actionplan-%08x-%d-%d.tmp"
)

// machine tells this computer from others that write into the same folder.
var machine = sync.OnceValue(func() uint32 {
	name, _ := os.Hostname()
	h := fnv.New32a()
	h.Write([]byte(name))
	return h.Sum32()
})

// isAbandoned says whether the process that was writing a file has ended. Of
// another machine nobody here can tell.
func isAbandoned(name string) bool {
	var on uint32
	var pid, n int
	if _, err := fmt.Sscanf(name, temporaryForm, &on, &pid, &n); err != nil || on != machine() || pid <= 0 || pid == os.Getpid() {
		return false
	}
	p, err := os.FindProcess(pid)
	return err != nil || errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

// writeTemporary writes data into a temporary file beside path, synced. mode is
// that of the file whose place it will take, 0 without one: then it is what the
// user's umask makes of it. Where the mode cannot be set the file is as good.
func writeTemporary(path string, data []byte, mode fs.FileMode) (name string, err error) {
	dir := filepath.Dir(path)
	temp, err := createTemporary(dir)
	if err != nil {
		return "", words.Fail("", "nothing can be written in the folder of %s: %v", path, plain(err))
	}
	name = temp.Name()
	defer func() {
		if err != nil {
			temp.Close()
			discard(name)
			err = fmt.Errorf("%s could not be written: %w", path, plain(err))
		}
	}()
	sweep(dir, temp)
	if mode != 0 {
		_ = temp.Chmod(mode) // refused on some network folders
	}
	if err = step(StepWrite, name); err != nil {
		return name, err
	}
	if _, err = temp.Write(data); err != nil {
		return name, err
	}
	if err = step(StepSync, name); err != nil {
		return name, err
	}
	if err = temp.Sync(); err != nil {
		return name, err
	}
	return name, temp.Close()
}

// createTemporary makes a file of a name that is free. os.CreateTemp would make
// it the owner's own, whatever the umask.
func createTemporary(dir string) (*os.File, error) {
	temporary.Lock()
	defer temporary.Unlock()
	for n := 0; ; n++ {
		name := filepath.Join(dir, fmt.Sprintf(temporaryForm, machine(), os.Getpid(), n))
		if err := step(StepCreate, name); err != nil {
			return nil, err
		}
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if os.IsExist(err) && n < 10_000 {
			continue
		}
		if err == nil {
			temporary.names[name] = true
		}
		return f, err
	}
}

// rename puts a temporary file in its place, so that path holds the old bytes
// or the new ones and never half of either.
func rename(temp, path string) error {
	temporary.Lock()
	defer temporary.Unlock()
	if temporary.over {
		remove(temp)
		return fmt.Errorf("%s was not written, because the program was stopped", path)
	}
	err := step(StepRename, path)
	if err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		remove(temp)
		delete(temporary.names, temp)
		if inUse(err) {
			return fmt.Errorf("%s could not be replaced: %w", path, errInUse)
		}
		return fmt.Errorf("%s could not be replaced; if it is open in another program, close it there first (%w)", path, plain(err))
	}
	delete(temporary.names, temp)
	return nil
}

func discard(temp string) {
	temporary.Lock()
	defer temporary.Unlock()
	remove(temp)
	delete(temporary.names, temp)
}

// mostWriting is far longer than writing a file takes.
const mostWriting = time.Hour

// sweep removes what runs have left behind that were killed: of this machine at
// once, of others after an hour. How old a file is says the file system's own
// clock, which has just stamped the new one.
func sweep(dir string, now *os.File) {
	stamp, err := now.Stat()
	if err != nil {
		return
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if ours, _ := filepath.Match(temporaryName, e.Name()); !ours {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && (stamp.ModTime().Sub(info.ModTime()) > mostWriting || isAbandoned(e.Name())) {
			remove(filepath.Join(dir, e.Name()))
		}
	}
}
