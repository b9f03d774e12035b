package serve

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing must have changed before a change counts as done:
// editors write a file in several steps.
const quiet = 20 * time.Millisecond

// Watcher notices changes of files in folders, those in folders that come
// later too. Names that begin with a dot, or end with a tilde, are not the
// content's.
type Watcher struct {
	files *fsnotify.Watcher
}

// Watch begins to watch. From its return on no change is missed.
func Watch(folders ...string) (*Watcher, error) {
	files, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &Watcher{files: files}
	for _, folder := range folders {
		if err := w.add(folder); err != nil {
			_ = files.Close()
			return nil, err
		}
	}
	return w, nil
}

// Run calls changed once for each burst of changes, with the files that
// changed, until the context ends.
func (w *Watcher) Run(ctx context.Context, changed func(files []string)) error {
	defer func() { _ = w.files.Close() }()
	var files []string
	still := time.NewTimer(quiet)
	still.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-w.files.Events:
			if !counts(e) {
				continue
			}
			if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
				_ = w.add(e.Name) // a folder that is gone again needs no watch
			}
			files = append(files, e.Name)
			still.Reset(quiet)
		case err := <-w.files.Errors:
			return err
		case <-still.C:
			changed(files)
			files = nil
		}
	}
}

// add watches a folder and all folders in it.
func (w *Watcher) add(folder string) error {
	return filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !e.IsDir() {
			return nil
		}
		if name != folder && strings.HasPrefix(e.Name(), ".") {
			return filepath.SkipDir
		}
		return w.files.Add(name)
	})
}

func counts(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	return e.Op != fsnotify.Chmod && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "~")
}
