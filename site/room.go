package site

import (
	"os"
	"runtime/debug"
)

// What a build keeps in memory is about base and so much for each page.
const (
	keptBase    = 2 << 20
	keptPerPage = 5632
)

// room is how much memory a build may use beside what it keeps. Go's own measure,
// as much as is kept, would have a small site cleaned up after every few pages; a
// measure that is many times what is kept would have a large one grow without need.
const room = 64 << 20

// makeRoom lets memory be cleaned up only when there is something to gain, until it is
// called back. Whoever runs the program may have settled that otherwise.
func makeRoom(pages int) (back func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	former := debug.SetGCPercent(max(100, room*100/(keptBase+pages*keptPerPage)))
	return func() { debug.SetGCPercent(former) }
}
