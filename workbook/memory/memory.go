// Package memory says how memory is collected. It has nothing to call: main
// imports it, and it is set up before any package that depends on more than it
// does, so that nothing is collected while the others set up their tables.
package memory

import "runtime/debug"

// Memory grows to five times what is in use before it is collected, which Go
// does at twice: a command is over before it is worth the time, a fifth of its
// own. From 400 MB on, more than any real plan takes, it is collected as soon as
// it is free, so that a hostile file stays under 500 MB.
func init() {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(400 << 20)
}
