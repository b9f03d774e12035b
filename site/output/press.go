package output

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/andybalholm/brotli"
)

// Press makes the compressed sisters of files: name.br and name.gz, for hosts
// that send them to browsers that ask for them.
type Press struct {
	// Cache is a folder that keeps what took long, by the hash of its contents.
	Cache string
	// Progress is told of work that takes long. It may be nil.
	Progress func(string)
}

// Sister is a compressed form of a file.
type Sister struct {
	Suffix string // ".br", ".gz"
	Data   []byte
}

var suffixes = []string{".br", ".gz"}

// worth are the types of file that compression makes smaller.
var worth = []string{".html", ".css", ".js", ".json", ".svg", ".wasm", ".yaml", ".md", ".txt", ".xml"}

// Below least bytes a file fits into one packet and compression gains nothing.
// Above large, the strongest brotli takes seconds and its result is kept.
const (
	least = 1400
	large = 256 << 10
)

// Brotli's levels: the strongest for what many pages share, and a level that
// costs milliseconds for the pages themselves, of which there may be thousands.
const (
	strongest = 11
	forPages  = 6
)

// Squeeze returns the compressed forms of a file that are smaller than it. The
// same bytes give the same forms.
func (p *Press) Squeeze(name string, data []byte) ([]Sister, error) {
	if len(data) < least || !slices.Contains(worth, path.Ext(name)) {
		return nil, nil
	}
	br, err := p.brotli(name, data)
	if err != nil {
		return nil, err
	}
	gz, err := gzipped(data)
	if err != nil {
		return nil, err
	}
	var sisters []Sister
	for i, form := range [][]byte{br, gz} {
		if len(form) < len(data) {
			sisters = append(sisters, Sister{Suffix: suffixes[i], Data: form})
		}
	}
	return sisters, nil
}

func (p *Press) brotli(name string, data []byte) ([]byte, error) {
	level := strongest
	if path.Ext(name) == ".html" {
		level = forPages
	}
	if len(data) < large {
		return squeezed(data, level)
	}
	sum := sha256.Sum256(data)
	kept := filepath.Join(p.Cache, "brotli", fmt.Sprintf("%s-%d-%d", hex.EncodeToString(sum[:]), level, window))
	if form, err := os.ReadFile(kept); err == nil {
		return form, nil
	}
	if p.Progress != nil {
		p.Progress(fmt.Sprintf("compressing %s (%.1f MB) with brotli; about a minute, and only when it has changed", name, float64(len(data))/1e6))
	}
	form, err := squeezed(data, level)
	if err != nil {
		return nil, err
	}
	return form, keep(kept, form)
}

// window is the largest that every browser takes, 16 MB: the simulator's
// program is larger than the usual 4 MB, and repeats itself across them.
const window = 24

// Brotli returns the smallest brotli form of data, as the site publishes it for
// large files. It takes about a minute for a program.
func Brotli(data []byte) ([]byte, error) { return squeezed(data, brotli.BestCompression) }

func squeezed(data []byte, level int) ([]byte, error) {
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: level, LGWin: window})
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}

func gzipped(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err = w.Close() // the header holds no name and no time: same bytes every time
	return b.Bytes(), err
}

// maxKept is the number of large files whose forms are kept: enough to go back
// and forth between a few versions of the simulator.
const maxKept = 8

// keep writes a form to the cache and removes the oldest ones.
func keep(name string, form []byte) error {
	folder := filepath.Dir(name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(folder, "new-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(form)
	if closing := temp.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
		return err
	}
	prune(folder, maxKept)
	return nil
}

// prune removes all but the newest files of a cache. What cannot be removed
// stays: a cache may be too large, never wrong.
func prune(folder string, most int) {
	entries, _ := os.ReadDir(folder)
	slices.SortFunc(entries, func(a, b os.DirEntry) int {
		ia, errA := a.Info()
		ib, errB := b.Info()
		if errA != nil || errB != nil {
			return 0
		}
		return ib.ModTime().Compare(ia.ModTime())
	})
	for _, e := range entries[min(most, len(entries)):] {
		_ = os.Remove(filepath.Join(folder, e.Name()))
	}
}
