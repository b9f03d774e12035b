//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// memory is the most that a process that has ended had of the machine's memory,
// in KB.
func memory(p *os.ProcessState) float64 {
	used, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return float64(used.Maxrss) / 1024 // which counts bytes
	}
	return float64(used.Maxrss)
}
