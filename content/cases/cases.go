// Package cases holds the practice cases for nurses, as files that an educator
// can read, change and copy. Package engine/practice says how they are written.
package cases

import "embed"

// FS holds every case, each under its plain name: "routine-refill.yaml".
//
//go:embed *.yaml
var FS embed.FS
