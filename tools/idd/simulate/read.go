package simulate

import (
	"errors"
	"io"
	"strings"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/tools/idd/input"
)

// standardInput is the name that stands for it.
const standardInput = "-"

// readAll reads the scenarios of all files. Where some are not valid, the
// error says what is wrong with each of them.
func readAll(files []string, in io.Reader) ([]*scenario.Scenario, error) {
	scenarios := make([]*scenario.Scenario, 0, len(files))
	var mistakes []string
	stdin := 0
	for _, name := range files {
		if name == standardInput {
			stdin++
		}
		if stdin > 1 {
			return nil, errors.New("standard input (-) can be named once only")
		}
		sc, err := readOne(name, in)
		if err != nil {
			mistakes = append(mistakes, err.Error())
			continue
		}
		scenarios = append(scenarios, sc)
	}
	if len(mistakes) > 0 {
		return nil, errors.New(strings.Join(mistakes, "\n"))
	}
	return scenarios, nil
}

func readOne(name string, in io.Reader) (*scenario.Scenario, error) {
	read := func() ([]byte, error) { return input.File(name, "scenario", scenario.MaxBytes) }
	if name == standardInput {
		name = "standard input"
		read = func() ([]byte, error) { return input.From(name, in, scenario.MaxBytes) }
	}
	src, err := read()
	if err != nil {
		return nil, err
	}
	return scenario.Parse(name, src)
}
