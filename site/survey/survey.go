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
	files   fs.FS
	folders map[string]*folder
	others  bool     // there are other files or folders than at the earlier look
	unsure  []string // files that may be others than at the earlier look
	earlier *Survey
}

// folder is what is in a folder, in the order of the names.
type folder struct {
	names []string
	files []file // of the same numbers
}

// file is what is known of a file, or of a folder in a folder.
type file struct {
	size, changed int64 // the time in nanoseconds
	folder        bool
	settled       bool
	read          bool // its sum is known
	sum           Sum
}

// Take looks at a folder, and compares it with an earlier look, which may be nil.
func Take(files fs.FS, earlier *Survey) (*Survey, error) {
	s := &Survey{files: files, folders: map[string]*folder{}, earlier: earlier, others: earlier == nil}
	w := walk{survey: s, now: time.Now()}
	w.group.SetLimit(runtime.GOMAXPROCS(0))
	err := w.folder(".")
	if waited := w.group.Wait(); err == nil {
		err = waited
	}
	slices.Sort(s.unsure)
	return s, err
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
	found := &folder{names: make([]string, 0, len(entries)), files: make([]file, 0, len(entries))}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		f := file{folder: e.IsDir()}
		if f.folder {
			full := path.Join(name, e.Name())
			if !w.group.TryGo(func() error { return w.folder(full) }) {
				if err := w.folder(full); err != nil {
					return err
				}
			}
		} else {
			info, err := e.Info()
			if err != nil {
				return err
			}
			at := info.ModTime()
			f.size, f.changed = info.Size(), at.UnixNano()
			f.settled = info.Mode().IsRegular() && !at.IsZero() && w.now.Sub(at) > tick
		}
		found.names, found.files = append(found.names, e.Name()), append(found.files, f)
	}
	others, unsure := found.compare(name, w.survey.earlier)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.survey.folders[name] = found
	w.survey.others = w.survey.others || others
	w.survey.unsure = append(w.survey.unsure, unsure...)
	return nil
}

// compare takes over what an earlier look knows of the files of a folder. It
// reports whether there are others now, and else which may be others.
func (f *folder) compare(name string, earlier *Survey) (others bool, unsure []string) {
	var was *folder
	if earlier != nil {
		was = earlier.folders[name]
	}
	if was == nil || !slices.Equal(f.names, was.names) {
		return true, nil
	}
	for i := range f.files {
		now, then := &f.files[i], &was.files[i]
		switch {
		case now.folder != then.folder:
			return true, nil
		case now.folder:
		case then.settled && then.read && then.size == now.size && then.changed == now.changed:
			now.read, now.sum = true, then.sum
		default:
			unsure = append(unsure, path.Join(name, f.names[i]))
		}
	}
	return false, unsure
}

// of returns what is known of a file, or nil.
func (s *Survey) of(name string) *file {
	dir, base := path.Split(name)
	f := s.folders[path.Clean(dir)]
	if f == nil {
		return nil
	}
	at, ok := slices.BinarySearch(f.names, base)
	if !ok {
		return nil
	}
	return &f.files[at]
}

// Read reads a file. What was read first is what counts as its bytes; where it
// is read again and has changed in between, the file counts as changed at the next
// look, whatever it is then.
func (s *Survey) Read(name string) ([]byte, error) {
	data, err := fs.ReadFile(s.files, name)
	if err != nil {
		return nil, err
	}
	f, sum := s.of(name), sha256.Sum256(data)
	switch {
	case f == nil:
	case !f.read:
		f.read, f.sum = true, sum
	case f.sum != sum:
		f.sum = Sum{}
	}
	return data, nil
}

// Sum returns the sum of a file, which is read only where it is not known.
func (s *Survey) Sum(name string) (Sum, error) {
	if f := s.of(name); f != nil && f.read {
		return f.sum, nil
	}
	data, err := s.Read(name)
	if err != nil {
		return Sum{}, err
	}
	return sha256.Sum256(data), nil
}

// Names are the files in their order.
func (s *Survey) Names() []string {
	var names []string
	for folder, f := range s.folders {
		for i, name := range f.names {
			if !f.files[i].folder {
				names = append(names, path.Join(folder, name))
			}
		}
	}
	slices.Sort(names)
	return names
}

// Changed returns the files whose bytes are others than at the earlier look, in
// their order, or false where there was none, or there are other files or folders
// than there were.
func (s *Survey) Changed() ([]string, bool, error) {
	if s.others || len(s.folders) != len(s.earlier.folders) {
		return nil, false, nil
	}
	var changed []string
	for _, name := range s.unsure {
		sum, err := s.Sum(name)
		if err != nil {
			return nil, false, err
		}
		if was := s.earlier.of(name); !was.read || sum != was.sum {
			changed = append(changed, name)
		}
	}
	return changed, true, nil
}

// Settle lets go of the earlier look. Changed is not to be asked after that.
func (s *Survey) Settle() { s.earlier, s.others, s.unsure = nil, true, nil }
