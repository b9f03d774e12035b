// Package scenarios holds the scenarios that the pages and the simulator come
// with, as files that a teacher can read, change and copy.
package scenarios

import "embed"

// FS holds every scenario, each under its plain name: "first-hours.yaml".
//
//go:embed *.yaml
var FS embed.FS
