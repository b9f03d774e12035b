// Package drives holds the guided test drives that the simulator comes with,
// as files that an educator can read, change and copy. Package engine/drive
// says how they are written.
package drives

import "embed"

// FS holds every drive, each under its plain name: "first-day.yaml".
//
//go:embed *.yaml
var FS embed.FS
