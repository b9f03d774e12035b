package serve_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/serve"
)

func built() fstest.MapFS {
	return fstest.MapFS{
		"index.html":         {Data: []byte("<!doctype html><html><head></head><body>Home</body></html>")},
		"fr/index.html":      {Data: []byte("<html><body>Accueil</body></html>")},
		"404.html":           {Data: []byte("<html><head></head><body>Nothing here</body></html>")},
		"assets/sim.wasm":    {Data: []byte("\x00asm")},
		"assets/site.js":     {Data: []byte("x()")},
		"source/en/index.md": {Data: []byte("# A")},
		".idd-files":         {Data: []byte("secret")},
	}
}

func get(t *testing.T, h http.Handler, path string) *http.Response {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w.Result()
}

func text(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return string(data)
}

func TestFilesComeUnderTheirRightTypes(t *testing.T) {
	h := serve.New(built())
	for path, kind := range map[string]string{
		"/":                   "text/html; charset=utf-8",
		"/index.html":         "text/html; charset=utf-8",
		"/fr/":                "text/html; charset=utf-8",
		"/assets/sim.wasm":    "application/wasm",
		"/assets/site.js":     "text/javascript; charset=utf-8",
		"/source/en/index.md": "text/plain; charset=utf-8",
		"/_idd/serve.js":      "text/javascript; charset=utf-8",
		"/_idd/serve.css":     "text/css; charset=utf-8",
	} {
		r := get(t, h, path)
		assert.Equal(t, http.StatusOK, r.StatusCode, path)
		assert.Equal(t, kind, r.Header.Get("Content-Type"), path)
		assert.Equal(t, "no-cache", r.Header.Get("Cache-Control"), path)
	}
	assert.Equal(t, "/fr/", get(t, h, "/fr").Header.Get("Location"))
}

func TestPagesListenAndNothingElseIsChanged(t *testing.T) {
	h := serve.New(built())
	assert.Contains(t, text(t, get(t, h, "/")), `<script src="/_idd/serve.js" defer></script></body>`)
	assert.Equal(t, "x()", text(t, get(t, h, "/assets/site.js")))
}

func TestWhatIsNotThereIsThePageForIt(t *testing.T) {
	h := serve.New(built())
	for _, path := range []string{"/none.html", "/a/b/c", "/.idd-files", "/assets/", "/..%2f..%2fetc/passwd", "/_idd/none"} {
		r := get(t, h, path)
		body := text(t, r)
		assert.Equal(t, http.StatusNotFound, r.StatusCode, path)
		assert.Contains(t, body, "Nothing here", path)
		assert.Contains(t, body, `<head><base href="/">`, "%s: the page finds its styles from any depth", path)
	}
	empty := get(t, serve.New(fstest.MapFS{}), "/")
	assert.Equal(t, http.StatusNotFound, empty.StatusCode)
	assert.Contains(t, text(t, empty), "serve.js", "a site that was never built tells its mistakes too")
}

func TestOnlyReadingIsPossible(t *testing.T) {
	w := httptest.NewRecorder()
	serve.New(built()).ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil))
	assert.Equal(t, http.StatusMethodNotAllowed, w.Code)
}

// page is an open page that listens.
type page struct {
	t     *testing.T
	lines *bufio.Scanner
}

type state struct{ Build, Wrong string }

func open(t *testing.T, h *serve.Handler) *page {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(func() { h.Close(); server.Close() })
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/_idd/events", nil)
	require.NoError(t, err)
	r, err := server.Client().Do(request)
	require.NoError(t, err)
	t.Cleanup(func() { _ = r.Body.Close() })
	require.Equal(t, "text/event-stream", r.Header.Get("Content-Type"))
	return &page{t: t, lines: bufio.NewScanner(r.Body)}
}

// hears waits for the next thing that the page is told.
func (p *page) hears() state {
	p.t.Helper()
	for p.lines.Scan() {
		if data, ok := strings.CutPrefix(p.lines.Text(), "data: "); ok {
			var s state
			require.NoError(p.t, json.Unmarshal([]byte(data), &s))
			return s
		}
	}
	p.t.Fatalf("the page was told nothing more: %v", p.lines.Err())
	return state{}
}

func TestAnOpenPageIsToldOfBuildsAndMistakes(t *testing.T) {
	h := serve.New(built())
	p := open(t, h)
	first := p.hears()
	assert.Empty(t, first.Wrong)
	h.Built(true)
	second := p.hears()
	assert.NotEqual(t, first.Build, second.Build, "another build: reload")
	h.Failed(errors.New("a.md:1:1: wrong\n  1 | x"))
	third := p.hears()
	assert.Equal(t, state{Build: second.Build, Wrong: "a.md:1:1: wrong\n  1 | x"}, third)
	assert.Equal(t, third, open(t, h).hears(), "a page opened now is told at once")
	h.Built(false)
	assert.Equal(t, state{Build: second.Build}, p.hears(), "all is well again, and nothing has changed")
}

func TestClosingLetsGoOfOpenPages(t *testing.T) {
	h := serve.New(built())
	p := open(t, h)
	p.hears()
	h.Close()
	for p.lines.Scan() {
	}
	assert.NoError(t, p.lines.Err())
}

func TestAChangedFileReloadsTheOpenPage(t *testing.T) {
	folder := t.TempDir()
	h := serve.New(built())
	p := open(t, h)
	before := p.hears()
	w, err := serve.Watch(folder)
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	named := make(chan []string, 8)
	go func() {
		ended <- w.Run(ctx, func(files []string) {
			named <- files
			h.Built(true)
		})
	}()

	require.NoError(t, os.WriteFile(filepath.Join(folder, "a.md"), []byte("1"), 0o600))
	after := p.hears()
	assert.NotEqual(t, before.Build, after.Build)
	assert.Contains(t, <-named, filepath.Join(folder, "a.md"))
	require.NoError(t, os.MkdirAll(filepath.Join(folder, "new"), 0o755))
	assert.NotEqual(t, after.Build, p.hears().Build, "a new folder")
	require.NoError(t, os.WriteFile(filepath.Join(folder, "new", "b.md"), []byte("1"), 0o600))
	p.hears() // a file in the new folder
	stop()
	assert.NoError(t, <-ended)
}

func TestAFolderThatIsNotThereCannotBeWatched(t *testing.T) {
	_, err := serve.Watch(filepath.Join(t.TempDir(), "none"))
	assert.Error(t, err)
}
