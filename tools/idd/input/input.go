// Package input reads the files that commands are given.
package input

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// File reads a file, which holds something that is no longer than most bytes:
// no more than it takes to see that it is too long, so that an endless one does
// no harm. The error names the file and what to do.
func File(name, holds string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file", name)
	case err != nil:
		return nil, fmt.Errorf("%s: the file cannot be opened: %w", name, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: this is a folder; name a %s file in it", name, holds)
	}
	return From(name, f, most)
}

// From reads what stands for a file of that name.
func From(name string, r io.Reader, most int64) ([]byte, error) {
	src, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, fmt.Errorf("%s: the file cannot be read: %w", name, err)
	}
	return src, nil
}
