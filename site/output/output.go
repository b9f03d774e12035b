// Package output writes a site to its folder so that readers, and a failed
// build, never see half of it.
//
// Files are first written to a new folder beside the site's (the stage). Only
// when all are there are they moved into place: where there is no site yet, all
// at once; else one rename each, first what pages ask for, then the pages, and at
// last the files that the site no longer has are removed. A stage that is discarded leaves the site as it was. A file
// whose bytes did not change is not touched, so that copying a site to its host
// copies little.
//
// The folder keeps a list of the files that are ours (.idd-files). Files that
// are not on it, such as a host's CNAME, are never changed or removed, and a
// folder that holds files but no list is refused. Two builds into one folder
// write their stages side by side and move them into place one after the other.
package output

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// listName is the file that says which files of the folder are ours.
const listName = ".idd-files"

// Stage is a site being written.
type Stage struct {
	folder string // where the site is to be
	temp   string // a folder of the stage's own
	site   string // in it, where the site is written
	press  *Press

	known *Known

	mu      sync.Mutex
	files   map[string]bool     // every file of the site, and whether it stays as it is in the folder
	folders map[string]bool     // those that are there
	there   map[string][]string // what is in a folder of the site's, once that was asked for
}

// Begin opens a stage for a site in the given folder. press compresses files
// while they are written; nil leaves them alone. known is what the last build knew
// of the folder; nil knows nothing.
func Begin(folder string, press *Press, known *Known) (*Stage, error) {
	if err := ours(folder); err != nil {
		return nil, err
	}
	parent, name := filepath.Split(filepath.Clean(folder))
	if parent == "" {
		parent = "."
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp(parent, "."+name+"-being-built-*")
	if err != nil {
		return nil, err
	}
	// A temporary folder is its maker's alone; what becomes the site is not.
	site := filepath.Join(temp, "site")
	if err := os.Mkdir(site, 0o755); err != nil {
		return nil, err
	}
	folder = filepath.Clean(folder)
	if known == nil {
		known = &Known{}
	}
	return &Stage{
		folder: folder, temp: temp, site: site, press: press, known: known,
		files: make(map[string]bool, known.files), folders: map[string]bool{site: true}, there: map[string][]string{},
	}, nil
}

// ours refuses a folder that holds files which no build has written.
func ours(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return strings.HasPrefix(e.Name(), listName+".") })
	if len(entries) == 0 {
		return nil
	}
	if _, err := os.Stat(filepath.Join(folder, listName)); err != nil {
		return fmt.Errorf("the folder %s holds files that idd has not written; choose another with --out, or empty it", folder)
	}
	return nil
}

// Write puts a file into the stage, and its compressed sisters beside it where
// they are worth it. name uses slashes and stays inside the site. It may be
// called from several goroutines.
func (s *Stage) Write(name string, data []byte) error {
	if err := s.put(name, data); err != nil {
		return err
	}
	if s.press == nil {
		return nil
	}
	sisters, err := s.press.Squeeze(name, data)
	if err != nil {
		return err
	}
	for _, sister := range sisters {
		if err := s.put(name+sister.Suffix, sister.Data); err != nil {
			return err
		}
	}
	return nil
}

func (s *Stage) put(name string, data []byte) error {
	if !fs.ValidPath(name) || name == "." || !filepath.IsLocal(filepath.FromSlash(name)) {
		return fmt.Errorf("a site cannot have a file called %q", name)
	}
	s.mu.Lock()
	_, taken := s.files[name]
	s.files[name] = false
	s.mu.Unlock()
	if taken {
		return fmt.Errorf("the site would have two files called %q", name)
	}
	target := filepath.Join(s.site, filepath.FromSlash(name))
	if err := s.makeFolder(filepath.Dir(target)); err != nil {
		return err
	}
	return os.WriteFile(target, data, 0o644)
}

// makeFolder makes a folder of the stage, once.
func (s *Stage) makeFolder(folder string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folders[folder] {
		return nil
	}
	s.folders[folder] = true
	return os.MkdirAll(folder, 0o755)
}

// Keep says that files, with their compressed sisters, stay as they are in the
// folder. It reports false, and keeps none, where the folder does not have one of
// them. The folder is listed, so that it is not asked for each file of thousands.
func (s *Stage) Keep(names ...string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	sisters := make([][]string, len(names))
	for i, name := range names {
		var there bool
		if sisters[i], there = s.find(name); !there {
			return false
		}
	}
	for i, name := range names {
		s.files[name] = true
		for _, suffix := range sisters[i] {
			s.files[name+suffix] = true
		}
	}
	return true
}

// find reports whether the folder has a file, and the suffixes of its compressed
// sisters.
func (s *Stage) find(name string) (sisters []string, there bool) {
	folder, base := path.Split(name)
	names, listed := s.there[folder]
	if !listed {
		names = s.known.in(s.folder, folder)
		s.there[folder] = names
	}
	at, there := slices.BinarySearch(names, base)
	if !there {
		return nil, false
	}
	for _, next := range names[at+1:] {
		suffix, longer := strings.CutPrefix(next, base)
		if !longer {
			break
		}
		if slices.Contains(suffixes, suffix) {
			sisters = append(sisters, suffix)
		}
	}
	return sisters, true
}

// Files are the names of the files that the site has so far, in any order.
func (s *Stage) Files() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Keys(s.files))
}

// Discard removes the stage. After Commit it does nothing.
func (s *Stage) Discard() { _ = os.RemoveAll(s.temp) }

// Change is what Commit did.
type Change struct {
	Written, Same, Removed int // numbers of files
}

// Commit moves the stage into place.
func (s *Stage) Commit() (Change, error) {
	defer s.Discard()
	unlock, err := lock(lockName(s.folder))
	if err != nil {
		return Change{}, err
	}
	defer unlock()
	if err := ours(s.folder); err != nil {
		return Change{}, err
	}
	if _, err := os.Lstat(s.folder); errors.Is(err, fs.ErrNotExist) && !s.keeps() {
		return s.moveWhole()
	}
	former := readList(s.folder)
	if err := os.MkdirAll(s.folder, 0o755); err != nil {
		return Change{}, err
	}
	names, gone := s.compare(former)
	s.known.files = len(names)
	// Until all is done the list names the former files too, so that a build
	// that is killed here leaves nothing behind that nobody owns.
	if all := merged(names, gone); !slices.Equal(all, former) {
		if err := writeList(s.folder, all); err != nil {
			return Change{}, err
		}
	}
	change, err := s.move()
	if err != nil {
		return change, err
	}
	s.known.forget(gone)
	for _, name := range gone {
		change.Removed += remove(s.folder, name)
	}
	if len(gone) > 0 {
		err = writeList(s.folder, names)
	}
	return change, err
}

// keeps reports whether a file is to stay as it is in the folder.
func (s *Stage) keeps() bool {
	for _, kept := range s.files {
		if kept {
			return true
		}
	}
	return false
}

// compare returns the files of the site, and those of the former one that it no
// longer has, in their order. former is in its order too.
func (s *Stage) compare(former []string) (names, gone []string) {
	names = make([]string, 0, len(s.files))
	for _, name := range former {
		if _, ours := s.files[name]; ours {
			names = append(names, name)
		} else {
			gone = append(gone, name)
		}
	}
	// What is kept is on the list, unless another build has changed that meanwhile.
	var fresh []string
	for _, kept := range []bool{false, true} {
		if len(names)+len(fresh) == len(s.files) {
			break
		}
		for name, is := range s.files {
			if is != kept {
				continue
			}
			if _, known := slices.BinarySearch(former, name); !known {
				fresh = append(fresh, name)
			}
		}
	}
	slices.Sort(fresh)
	return merged(names, fresh), gone
}

// merged makes one list of two, each in its order.
func merged(a, b []string) []string {
	if len(b) == 0 {
		return a
	}
	all := make([]string, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// lockName is the file that builds into a folder take turns by. It lies with
// the system's temporary files, not with what is copied to a host.
func lockName(folder string) string {
	if full, err := filepath.Abs(folder); err == nil {
		folder = full
	}
	sum := sha256.Sum256([]byte(folder))
	return filepath.Join(os.TempDir(), "idd-"+hex.EncodeToString(sum[:8])+".lock")
}

// written returns the files that were written: first what pages ask for, then
// pages, then the home page of each language.
func (s *Stage) written() []string {
	var names []string
	for name, kept := range s.files {
		if !kept {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
	return names
}

func rank(name string) int {
	switch base := filepath.Base(name); {
	case strings.HasPrefix(base, "index.html"):
		return 2
	case strings.Contains(base, ".html"):
		return 1
	}
	return 0
}

// moveWhole moves the stage to where there is no folder yet.
func (s *Stage) moveWhole() (Change, error) {
	names, _ := s.compare(nil)
	s.known.forget(names)
	if err := writeList(s.site, names); err != nil {
		return Change{}, err
	}
	return Change{Written: len(names)}, os.Rename(s.site, s.folder)
}

// move moves files, of one rank as many at once as there are processors.
func (s *Stage) move() (Change, error) {
	names := s.written()
	s.known.forget(names)
	var written, unchanged atomic.Int64
	unchanged.Store(int64(len(s.files) - len(names)))
	for len(names) > 0 {
		count := 1
		for count < len(names) && rank(names[count]) == rank(names[0]) {
			count++
		}
		var g errgroup.Group
		g.SetLimit(runtime.GOMAXPROCS(0))
		for _, name := range names[:count] {
			g.Go(func() error { return s.moveOne(name, &written, &unchanged) })
		}
		if err := g.Wait(); err != nil {
			return Change{}, err
		}
		names = names[count:]
	}
	return Change{Written: int(written.Load()), Same: int(unchanged.Load())}, nil
}

func (s *Stage) moveOne(name string, written, unchanged *atomic.Int64) error {
	from, to := filepath.Join(s.site, filepath.FromSlash(name)), filepath.Join(s.folder, filepath.FromSlash(name))
	if same(from, to) {
		unchanged.Add(1)
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	written.Add(1)
	return os.Rename(from, to)
}

// same reports whether two files have the same bytes.
func same(a, b string) bool {
	sa, errA := os.Stat(a)
	sb, errB := os.Stat(b)
	if errA != nil || errB != nil || sa.Size() != sb.Size() {
		return false
	}
	da, errA := os.ReadFile(a)
	db, errB := os.ReadFile(b)
	return errA == nil && errB == nil && bytes.Equal(da, db)
}

// remove deletes a file of the former site and the folders it leaves empty. It
// returns the number of files deleted.
func remove(folder, name string) int {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return 0 // a list that was tampered with
	}
	if os.Remove(filepath.Join(folder, filepath.FromSlash(name))) != nil {
		return 0
	}
	for dir := filepath.Dir(filepath.FromSlash(name)); dir != "."; dir = filepath.Dir(dir) {
		if os.Remove(filepath.Join(folder, dir)) != nil {
			break // not empty
		}
	}
	return 1
}

// readList reads the names of the files that are ours, in their order.
func readList(folder string) []string {
	data, err := os.ReadFile(filepath.Join(folder, listName))
	if err != nil {
		return nil
	}
	names := strings.Fields(string(data))
	if !slices.IsSorted(names) { // somebody else has written it
		slices.Sort(names)
	}
	return slices.Compact(names)
}

// writeList writes the names, one a line. Names of a site hold no spaces: they
// are checked when pages and files are read.
func writeList(folder string, names []string) error {
	temp := filepath.Join(folder, listName+".new")
	if err := os.WriteFile(temp, []byte(strings.Join(names, "\n")+"\n"), 0o644); err != nil {
		return err
	}
	return os.Rename(temp, filepath.Join(folder, listName))
}
