package output

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"
)

// Known is what is known of a site's folder from one build to the next: the names
// of the files in each of its folders. A folder is listed again only when its time
// says that files came or went, or when that time was not past long enough to say
// so. The zero value knows nothing.
type Known struct {
	folders map[string]names // by their names from the site's folder
	files   int              // about how many the site has
}

// forget lets go of the folders of files that come or go by the build itself: there
// are file systems on which the time of a folder does not tell.
func (k *Known) forget(files []string) {
	for _, name := range files {
		folder, _ := path.Split(name)
		delete(k.folders, folder)
	}
}

// names are those of the files and folders in a folder, in their order.
type names struct {
	changed time.Time
	settled bool
	sorted  []string
}

// tick is the longest tick of a file system's clock, which is FAT's.
const tick = 2 * time.Second

// in returns what is in a folder of the site. What cannot be listed is not there:
// it is written anew.
func (k *Known) in(root, folder string) []string {
	at := filepath.Join(root, filepath.FromSlash(folder))
	now := time.Now()
	info, err := os.Stat(at)
	if err != nil {
		delete(k.folders, folder)
		return nil
	}
	if known, ok := k.folders[folder]; ok && known.settled && known.changed.Equal(info.ModTime()) {
		return known.sorted
	}
	f, err := os.Open(at)
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }()
	found, err := f.Readdirnames(-1)
	if err != nil {
		return nil
	}
	slices.Sort(found)
	if k.folders == nil {
		k.folders = map[string]names{}
	}
	k.folders[folder] = names{changed: info.ModTime(), settled: now.Sub(info.ModTime()) > tick, sorted: found}
	return found
}
