// Package serve shows a site to the person who is writing it. It serves the
// built files from this machine alone, tells open pages to reload when the
// site was built anew, and lays the mistakes of a failed build over the page,
// while the last good site goes on being served.
//
// The built files are served as they are but for one line: a script tag at the
// end of each page, for a script that listens (server-sent events) at
// /_idd/events. Nothing of it is in the site itself.
package serve

import (
	"bytes"
	_ "embed"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

// ours is the folder of addresses that belong to the server and not to the
// site.
const ours = "/_idd/"

var (
	//go:embed serve.js
	script []byte
	//go:embed serve.css
	style []byte
)

// Handler serves a site.
type Handler struct {
	site fs.FS
	hub  *hub
}

// New returns a handler for the site in a folder. The folder may be empty as
// long as nothing was built.
func New(site fs.FS) *Handler { return &Handler{site: site, hub: newHub()} }

// Built says that the site was built, so that mistakes shown are gone, and
// whether any of its files changed, so that open pages reload.
func (h *Handler) Built(changed bool) { h.hub.set(changed, "") }

// Failed tells every open page what is wrong.
func (h *Handler) Failed(why error) { h.hub.set(false, why.Error()) }

// Close ends the connections of open pages.
func (h *Handler) Close() { h.hub.close() }

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "this server only shows files", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch r.URL.Path {
	case ours + "events":
		h.hub.serve(w, r)
	case ours + "serve.js":
		h.send(w, r, "serve.js", script, http.StatusOK)
	case ours + "serve.css":
		h.send(w, r, "serve.css", style, http.StatusOK)
	default:
		h.file(w, r)
	}
}

// file serves a file of the site, or the page for what is not there.
func (h *Handler) file(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") || name == "" {
		name = path.Join(name, "index.html")
	}
	if info, err := fs.Stat(h.site, name); err == nil && info.IsDir() {
		http.Redirect(w, r, path.Base(name)+"/", http.StatusFound)
		return
	}
	data, err := h.read(name)
	if err == nil {
		h.send(w, r, name, data, http.StatusOK)
		return
	}
	data, err = h.read("404.html")
	if err != nil {
		data = []byte(nothingYet)
	}
	// The page for what is not there is written for the root of the site;
	// here, where the root is known, it can be right from any depth.
	if elsewhere := fromHost.FindSubmatch(data); elsewhere != nil {
		data = bytes.ReplaceAll(data, slices.Concat([]byte(`="`), elsewhere[1]), []byte(`="/`))
	} else {
		data = bytes.ReplaceAll(data, []byte("base-uri 'none'"), []byte("base-uri 'self'"))
		data = bytes.Replace(data, []byte("<head>"), []byte(`<head><base href="/">`), 1)
	}
	h.send(w, r, "404.html", data, http.StatusNotFound)
}

// fromHost finds where on its host the site will stand, if its page for what is
// not there says so and has its addresses begin there.
var fromHost = regexp.MustCompile(`data-root="(/[^"]*)"`)

// read reads a file of the site, but none whose name begins with a dot.
func (h *Handler) read(name string) ([]byte, error) {
	if !fs.ValidPath(name) || strings.HasPrefix(path.Base(name), ".") {
		return nil, errors.New("not a file of the site")
	}
	return fs.ReadFile(h.site, name)
}

// nothingYet is shown when the very first build has failed.
const nothingYet = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built yet</title></head>` +
	`<body><p>The site has not been built yet.</p></body></html>`

const tag = `<script src="` + ours + `serve.js" defer></script>`

// send answers with a file under its right type.
func (h *Handler) send(w http.ResponseWriter, r *http.Request, name string, data []byte, status int) {
	ext := path.Ext(name)
	if ext == ".html" {
		if at := bytes.LastIndex(data, []byte("</body>")); at >= 0 {
			data = append(append(bytes.Clone(data[:at]), tag...), data[at:]...)
		}
	}
	kind, ok := types[ext]
	if !ok {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	if status != http.StatusOK {
		w.WriteHeader(status)
		_, _ = w.Write(data)
		return
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
}

// types are the media types of a site's files. The system's own table is not
// asked: it differs from machine to machine, and a browser compiles a program
// while it loads only under the type application/wasm.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".wasm": "application/wasm",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".jpg":  "image/jpeg",
	".jpeg": "image/jpeg",
	".pdf":  "application/pdf",
	".md":   "text/plain; charset=utf-8",
	".txt":  "text/plain; charset=utf-8",
	".yaml": "text/plain; charset=utf-8",
	".csv":  "text/csv; charset=utf-8",
	".xml":  "application/xml",
}
