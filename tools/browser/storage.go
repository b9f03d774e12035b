package browser

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Stored says whether the browser has written a local-storage item of that
// key to its profile. A page's write is safe from the death of its tab at
// once, but Chromium brings it to the disk only seconds later, so whoever
// means to [Browser.Kill] it waits for this first.
func Stored(profile, key string) (bool, error) {
	folder := filepath.Join(profile, "Default", "Local Storage", "leveldb")
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return false, err
		}
		if bytes.Contains(data, []byte(key)) {
			return true, nil
		}
	}
	return false, nil
}
