package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

// almostEmpty is a scenario that is added to the site for its picture: the
// first one, an hour before the reservoir gets low.
const almostEmpty = "almost-empty"

var filled = regexp.MustCompile(`(reservoir: \{volume: )[0-9.]+ mL`)

// addAlmostEmpty writes that scenario into a built site.
func addAlmostEmpty(site string) error {
	folder := filepath.Join(site, "scenarios")
	first, err := os.ReadFile(filepath.Join(folder, "first-hours.yaml"))
	if err != nil {
		return err
	}
	if !filled.Match(first) {
		return fmt.Errorf("the first scenario does not say how full the reservoir is")
	}
	low := filled.ReplaceAll(first, []byte("${1}2.01 mL"))
	return os.WriteFile(filepath.Join(folder, almostEmpty+".yaml"), low, 0o644)
}
