//go:build !windows

package console

import (
	"os"
	"os/exec"
	"runtime"
)

func showsColour(*os.File) bool { return true }

// ownWindow: elsewhere a program that is not started from a shell has no window.
func ownWindow() bool { return false }

func opener(path string) *exec.Cmd {
	if runtime.GOOS == "darwin" {
		return exec.Command("open", path)
	}
	return exec.Command("xdg-open", path)
}
