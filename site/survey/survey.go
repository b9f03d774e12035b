// Package survey knows which files of a folder are as they were when it was
// looked at before.
//
// A look lists every file with its size and the time of its last change, which
// takes a fraction of the time of reading them. A file with both as they were
// has the bytes that it had, but for one case: a file that is changed twice
// within one tick of its file system's clock may have the same size and time and
// other bytes. So a file counts as settled only when its last change was well
// past when it was looked at; one that is not is read, and its bytes are compared.
// What is no plain file, such as a link to one elsewhere, never settles, and
// neither does one whose time is not known.
//
// Names that begin with a dot are nobody's content: they are not looked at, nor
// is what lies below them.
package survey

import (
	"crypto/sha256"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// tick is the longest tick of a file system's clock, which is FAT's.
const tick = 2 * time.Second

// Sum is the hash of a file's bytes.
type Sum = [sha256.Size]byte

// Survey is one look at a folder. Different files may be asked about from
// several goroutines, one file from one at a time.
type Survey struct {
	files fs.FS
	found map[string]*file // folders too, with a slash at their end
}

// file is what is known of a file.
type file struct {
	size    int64
	changed time.Time
	settled bool
	read    bool // its sum is known
	sum     Sum
}

// Take looks at a folder. The sums of settled files that an earlier look knows
// are kept; it may be nil.
func Take(files fs.FS, earlier *Survey) (*Survey, error) {
	s := &Survey{files: files, found: map[string]*file{}}
	if earlier != nil {
		s.found = make(map[string]*file, len(earlier.found))
	}
	w := walk{survey: s, now: time.Now()}
	w.group.SetLimit(runtime.GOMAXPROCS(0))
	err := w.folder(".")
	if waited := w.group.Wait(); err == nil {
		err = waited
	}
	if err != nil {
		return nil, err
	}
	if earlier != nil {
		for name, f := range s.found {
			if was, ok := earlier.found[name]; ok && was.settled && was.read && was.size == f.size && was.changed.Equal(f.changed) {
				f.read, f.sum = true, was.sum
			}
		}
	}
	return s, nil
}

// walk is a look under way, at several folders at once.
type walk struct {
	survey *Survey
	now    time.Time
	group  errgroup.Group
	mu     sync.Mutex
}

func (w *walk) folder(name string) error {
	entries, err := fs.ReadDir(w.survey.files, name)
	if err != nil {
		return err
	}
	type named struct {
		name string
		*file
	}
	var found []named
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		full := path.Join(name, e.Name())
		if e.IsDir() {
			found = append(found, named{full + "/", &file{settled: true, read: true}})
			if !w.group.TryGo(func() error { return w.folder(full) }) {
				if err := w.folder(full); err != nil {
					return err
				}
			}
			continue
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		found = append(found, named{full, &file{
			size: info.Size(), changed: info.ModTime(),
			settled: info.Mode().IsRegular() && !info.ModTime().IsZero() && w.now.Sub(info.ModTime()) > tick,
		}})
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, f := range found {
		w.survey.found[f.name] = f.file
	}
	return nil
}

// Read reads a file and notes its sum.
func (s *Survey) Read(name string) ([]byte, error) {
	data, err := fs.ReadFile(s.files, name)
	if f, ok := s.found[name]; ok && err == nil {
		f.read, f.sum = true, sha256.Sum256(data)
	}
	return data, err
}

// Sum returns the sum of a file, which is read only where it is not known.
func (s *Survey) Sum(name string) (Sum, error) {
	if f, ok := s.found[name]; ok && f.read {
		return f.sum, nil
	}
	data, err := s.Read(name)
	if err != nil {
		return Sum{}, err
	}
	return sha256.Sum256(data), nil
}

// Names are the files in their order, and the folders, each with a slash at its
// end.
func (s *Survey) Names() []string {
	names := make([]string, 0, len(s.found))
	for name := range s.found {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Changed returns the files whose bytes are others than at an earlier look, in
// their order, or false where there are other files or folders than there were.
func (s *Survey) Changed(earlier *Survey) ([]string, bool, error) {
	if len(s.found) != len(earlier.found) {
		return nil, false, nil
	}
	var changed []string
	for name := range s.found {
		was, ok := earlier.found[name]
		if !ok {
			return nil, false, nil
		}
		sum, err := s.Sum(name)
		if err != nil {
			return nil, false, err
		}
		if !was.read || sum != was.sum {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	return changed, true, nil
}
