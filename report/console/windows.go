//go:build windows

package console

import (
	"os"
	"os/exec"
	"unsafe"

	"golang.org/x/sys/windows"
)

// showsColour turns on what Windows calls virtual terminal processing, without
// which an older console prints the codes themselves.
func showsColour(terminal *os.File) bool {
	handle := windows.Handle(terminal.Fd())
	var mode uint32
	if windows.GetConsoleMode(handle, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

var processList = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")

// ownWindow: a shell that the program was started from is in its console too.
func ownWindow() bool {
	var processes [2]uint32
	n, _, _ := processList.Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return n == 1
}

// opener goes through the shell, as a double click does. A path is one argument
// to it, so that no character in it is read as a command.
func opener(path string) *exec.Cmd {
	return exec.Command("rundll32", "url.dll,FileProtocolHandler", path)
}
