package pages_test

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/idd/pages"
)

// project is a small project of its own in a temporary folder, which becomes
// the working directory: this project's theme and words, one page, and a
// program that compiles in no time.
func project(t *testing.T) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(filepath.Join(root, "site", "theme"), os.DirFS("../../../site/theme")))
	require.NoError(t, os.CopyFS(filepath.Join(root, "content", "messages"), os.DirFS("../../../content/messages")))
	write(t, root, "go.mod", "module small\n\ngo 1.26\n")
	write(t, root, "go.sum", "")
	write(t, root, "engine/engine.go", "package engine\n")
	write(t, root, "wasm/simulator/main.go", "//go:build js\n\npackage main\n\nfunc main() {}\n")
	write(t, root, "content/en/index.md", page)
	t.Chdir(root)
	return root
}

const page = "---\ntitle: Home\ndescription: A page.\naudience: everyone\nreviewed: 2026-03-02\nsources: []\n---\nFirst words.\n"

func write(t *testing.T, root, name, text string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
}

func run(t *testing.T, c *cobra.Command, args ...string) (string, error) {
	t.Helper()
	var out strings.Builder
	c.SetArgs(args)
	c.SetOut(&out)
	c.SetErr(&out)
	c.SilenceErrors, c.SilenceUsage = true, true
	err := c.ExecuteContext(t.Context())
	return out.String(), err
}

func TestBuildSaysWhatItDidWhereItIsAndWhatIsNext(t *testing.T) {
	root := project(t)
	t.Chdir(filepath.Join(root, "content", "en"))
	said, err := run(t, pages.NewBuildCommand(), "--compress=false")
	require.NoError(t, err)
	assert.Contains(t, said, "compiling the simulator")
	assert.Regexp(t, `Built 1 page in \S+: \d+ files written, 0 unchanged, 0 removed\.`, said)
	assert.Contains(t, said, "The site is in "+filepath.Join(root, "public"))
	assert.Contains(t, said, "idd serve")
	assert.FileExists(t, filepath.Join(root, "public", "index.html"))
	again, err := run(t, pages.NewBuildCommand(), "--compress=false")
	require.NoError(t, err)
	assert.Contains(t, again, " 0 files written")
	assert.NotContains(t, again, "compiling")
}

func TestBuildTakesOtherFolders(t *testing.T) {
	root := project(t)
	require.NoError(t, os.Rename(filepath.Join(root, "content"), filepath.Join(root, "texts")))
	_, err := run(t, pages.NewBuildCommand(), "--content", "texts", "--out", filepath.Join(root, "a", "b"), "--compress=false")
	require.NoError(t, err)
	assert.FileExists(t, filepath.Join(root, "a", "b", "index.html"))
	_, err = run(t, pages.NewBuildCommand())
	assert.ErrorContains(t, err, "there is no folder content; name the folder of the content with --content")
}

func TestAMistakeNamesItsPlaceFromTheWorkingDirectory(t *testing.T) {
	root := project(t)
	write(t, root, "content/en/index.md", page+"::: waring\n:::\n")
	_, err := run(t, pages.NewBuildCommand())
	assert.ErrorContains(t, err, "content/en/index.md:9:1: unknown block \"waring\"\n  9 | ::: waring\n    | ^\n"+
		"    did you mean \"warning\"? allowed: ask, ")
	assert.NoDirExists(t, filepath.Join(root, "public"))
}

func TestOutsideTheProjectBuildSaysSo(t *testing.T) {
	t.Chdir(t.TempDir())
	_, err := run(t, pages.NewBuildCommand())
	assert.ErrorContains(t, err, "run idd in the project's folder")
}

func TestHelpHasAnExample(t *testing.T) {
	for name, c := range map[string]*cobra.Command{"build": pages.NewBuildCommand(), "serve": pages.NewServeCommand()} {
		said, err := run(t, c, "--help")
		require.NoError(t, err)
		assert.Contains(t, said, "Examples:\n  idd "+name)
	}
}

// served is a running idd serve.
type served struct {
	t      *testing.T
	said   *bufio.Scanner
	url    string
	events *bufio.Scanner
}

func serve(t *testing.T) *served {
	t.Helper()
	read, write := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	c := pages.NewServeCommand()
	c.SetArgs([]string{"--port", "0"})
	c.SetOut(write)
	ended := make(chan error, 1)
	go func() {
		ended <- c.ExecuteContext(ctx)
		_ = write.Close()
	}()
	s := &served{t: t, said: bufio.NewScanner(read)}
	t.Cleanup(func() {
		stop()
		for s.said.Scan() { // what it still says must have a reader
		}
		assert.NoError(t, <-ended)
	})
	s.url = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(s.says("The site is at"))
	return s
}

// says waits for a line of what the command says.
func (s *served) says(part string) string {
	s.t.Helper()
	for s.said.Scan() {
		if strings.Contains(s.said.Text(), part) {
			return s.said.Text()
		}
	}
	s.t.Fatalf("idd serve never said %q", part)
	return ""
}

func (s *served) get(path string) *http.Response {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, s.url+path, nil)
	require.NoError(s.t, err)
	r, err := http.DefaultClient.Do(request)
	require.NoError(s.t, err)
	s.t.Cleanup(func() { _ = r.Body.Close() })
	return r
}

func (s *served) text(path string) string {
	s.t.Helper()
	data, err := io.ReadAll(s.get(path).Body)
	require.NoError(s.t, err)
	return string(data)
}

// isTold waits for the next thing that an open page is told.
func (s *served) isTold() string {
	s.t.Helper()
	if s.events == nil {
		s.events = bufio.NewScanner(s.get("/_idd/events").Body)
	}
	for s.events.Scan() {
		if data, ok := strings.CutPrefix(s.events.Text(), "data: "); ok {
			return data
		}
	}
	s.t.Fatal("the page is told nothing more")
	return ""
}

func TestServeShowsChangesAndMistakes(t *testing.T) {
	root := project(t)
	s := serve(t)
	s.says("Built in")
	assert.Contains(t, s.text("/"), "First words.")
	before := s.isTold()

	write(t, root, "content/en/index.md", strings.Replace(page, "First", "Other", 1))
	s.says("Built in")
	assert.NotEqual(t, before, s.isTold(), "the page reloads")
	assert.Contains(t, s.text("/"), "Other words.")

	write(t, root, "content/en/index.md", page+"\n<b>\n")
	s.says("The last good site is still served")
	assert.Contains(t, s.isTold(), "raw HTML in the text")
	assert.Contains(t, s.text("/"), "Other words.")

	write(t, root, "wasm/simulator/main.go", "//go:build js\n\npackage main\n\nfunc main() { println() }\n")
	s.says("raw HTML in the text")
	write(t, root, "content/en/index.md", page)
	s.says("compiling the simulator")
	s.says("Built in")
	assert.Contains(t, s.text("/"), "First words.")
}

func TestAPortInUseIsNamed(t *testing.T) {
	project(t)
	s := serve(t)
	s.says("Built in")
	_, port, _ := strings.Cut(strings.TrimPrefix(s.url, "http://"), ":")
	_, err := run(t, pages.NewServeCommand(), "--port", port)
	assert.ErrorContains(t, err, "choose another port with --port")
}
