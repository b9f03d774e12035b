package simulate

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"iddtestdrive/engine/scenario"
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
	if name == standardInput {
		return readFrom("standard input", in)
	}
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file", name)
	case err != nil:
		return nil, fmt.Errorf("%s: the file cannot be opened: %w", name, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: this is a folder; name a scenario file in it", name)
	}
	return readFrom(name, f)
}

// readFrom reads no more than it takes to see that a file is too large, so
// that an endless one does no harm.
func readFrom(name string, r io.Reader) (*scenario.Scenario, error) {
	src, err := io.ReadAll(io.LimitReader(r, scenario.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: the file cannot be read: %w", name, err)
	}
	return scenario.Parse(name, src)
}
