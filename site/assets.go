package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	_ "image/jpeg" // sizes of pictures
	_ "image/png"  // sizes of pictures
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"iddtestdrive/site/output"
)

// assets publishes what pages ask for under a name that carries a hash of its
// contents.
type assets struct {
	content fs.FS
	stage   *output.Stage

	mu        sync.Mutex
	published map[string]bool // by address
	former    map[string]bool // what the builder's last build published
}

// asset is a published file.
type asset struct {
	address       string // from the root of the site
	width, height int    // of a picture
}

func newAssets(content fs.FS, stage *output.Stage, former map[string]bool) *assets {
	return &assets{content: content, stage: stage, published: map[string]bool{}, former: former}
}

// allowedFiles are the types of file of the content that a page may link to.
// Anything that a browser would run is not among them.
var allowedFiles = []string{".png", ".jpg", ".jpeg", ".pdf", ".yaml", ".csv", ".txt"}

// file publishes a file of the content.
func (a *assets) file(name string) (asset, error) {
	ext := path.Ext(name)
	if !slices.Contains(allowedFiles, ext) {
		return asset{}, fmt.Errorf("a page cannot link to a file of the type %q; it can to %s", ext, strings.Join(allowedFiles, " "))
	}
	data, err := readContent(a.content, name)
	if err != nil {
		return asset{}, err
	}
	address, err := a.publish(path.Base(name), data)
	made := asset{address: address}
	if size, _, bad := image.DecodeConfig(bytes.NewReader(data)); bad == nil {
		made.width, made.height = size.Width, size.Height
	}
	return made, err
}

// readContent reads a file that a page names.
func readContent(content fs.FS, name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, fmt.Errorf("%q is outside the content", name)
	}
	data, err := fs.ReadFile(content, name)
	if err != nil {
		return nil, fmt.Errorf("there is no file %s", name)
	}
	return data, nil
}

// publish writes data under assets/ and returns its address. It may be called
// many times for the same data, and from several goroutines.
func (a *assets) publish(name string, data []byte) (string, error) {
	address := hashed(name, data)
	a.mu.Lock()
	done := a.published[address]
	a.published[address] = true
	a.mu.Unlock()
	// The name carries the hash: a file of that name has these bytes already.
	if done || (a.former[address] && a.stage.Keep(address)) {
		return address, nil
	}
	return address, a.stage.Write(address, data)
}

// drawn publishes what is drawn from such words, under a name with their hash.
// It is drawn only where no build has left it in the folder.
func (a *assets) drawn(name string, from string, draw func() ([]byte, error)) (string, error) {
	address := hashed(name, []byte(from))
	a.mu.Lock()
	done := a.published[address]
	a.published[address] = true
	a.mu.Unlock()
	if done || a.stage.Keep(address) {
		return address, nil
	}
	data, err := draw()
	if err != nil {
		return "", err
	}
	return address, a.stage.Write(address, data)
}

// hashed is the address of a file whose name carries a hash.
func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
}

// keep leaves files where the last build put them. It reports false, and keeps
// none, where one is not there.
func (a *assets) keep(addresses ...string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.stage.Keep(addresses...) {
		return false
	}
	for _, address := range addresses {
		a.published[address] = true
	}
	return true
}

// shrunk publishes a style sheet or script without its comments and spaces.
func (a *assets) shrunk(name string, source []byte) (string, error) {
	m := minify.New()
	m.AddFunc(".css", css.Minify)
	m.AddFunc(".js", js.Minify)
	small, err := m.Bytes(path.Ext(name), source)
	if err != nil {
		return "", fmt.Errorf("theme: %s: %w", name, err)
	}
	return a.publish(name, small)
}
