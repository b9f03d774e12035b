package main

import "os"

// memory is not told of a process that has ended.
func memory(*os.ProcessState) float64 { return 0 }
