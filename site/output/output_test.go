package output_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/output"
)

// build writes files into a folder, as a build does.
func build(t *testing.T, folder string, files map[string]string) output.Change {
	t.Helper()
	s, err := output.Begin(folder, nil, nil)
	require.NoError(t, err)
	for name, text := range files {
		require.NoError(t, s.Write(name, []byte(text)))
	}
	change, err := s.Commit()
	require.NoError(t, err)
	return change
}

// list returns the files of a folder by name, but for the list of our own.
func list(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(folder, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == ".idd-files" {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(folder, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	}))
	return files
}

func TestOnlyWhatChangedIsTouched(t *testing.T) {
	out := filepath.Join(t.TempDir(), "deep", "public")
	first := map[string]string{"index.html": "1", "a/b/c.html": "2", "same.css": "3"}
	assert.Equal(t, output.Change{Written: 3}, build(t, out, first))
	assert.Equal(t, first, list(t, out))
	second := map[string]string{"index.html": "new", "same.css": "3", "d.html": "4"}
	assert.Equal(t, output.Change{Written: 2, Same: 1, Removed: 1}, build(t, out, second))
	assert.Equal(t, second, list(t, out))
	assert.NoDirExists(t, filepath.Join(out, "a"), "folders that became empty are gone")
	assert.Equal(t, []string{"public"}, names(t, filepath.Dir(out)), "nothing is left beside the site")
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestADiscardedStageLeavesTheFormerSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"index.html": "good"})
	s, err := output.Begin(out, nil, nil)
	require.NoError(t, err)
	require.NoError(t, s.Write("index.html", []byte("bad")))
	s.Discard()
	assert.Equal(t, map[string]string{"index.html": "good"}, list(t, out))
	assert.Equal(t, []string{"public"}, names(t, filepath.Dir(out)))
}

func TestAFolderOfSomebodyElseIsLeftAlone(t *testing.T) {
	out := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(out, "thesis.txt"), nil, 0o600))
	_, err := output.Begin(out, nil, nil)
	assert.ErrorContains(t, err, "--out")
	_, err = output.Begin(filepath.Join(out, "thesis.txt"), nil, nil)
	assert.Error(t, err)
	empty := t.TempDir()
	build(t, empty, map[string]string{"index.html": "1"})
	require.NoError(t, os.WriteFile(filepath.Join(empty, "CNAME"), []byte("a.example.org"), 0o600))
	build(t, empty, map[string]string{"index.html": "2"})
	assert.Contains(t, list(t, empty), "CNAME", "a host's own file stays")
}

func TestNothingIsWrittenOrRemovedOutsideTheSite(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	s, err := output.Begin(out, nil, nil)
	require.NoError(t, err)
	defer s.Discard()
	for _, name := range []string{"../evil", "/evil", "a/../../evil", "", ".", "a//b", "a/"} {
		assert.Error(t, s.Write(name, []byte("x")), name)
	}
	require.NoError(t, s.Write("a", nil))
	assert.ErrorContains(t, s.Write("a", nil), "two files")
	_, err = s.Commit()
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(parent, "mine"), nil, 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(out, ".idd-files"), []byte("../mine\na\n"), 0o600))
	build(t, out, map[string]string{"b": "1"})
	assert.FileExists(t, filepath.Join(parent, "mine"), "a list that was tampered with removes nothing outside")
}

func TestAKeptFileStaysWithItsSisters(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "1", "a.html.br": "2", "b.html": "3"})
	s, err := output.Begin(out, nil, nil)
	require.NoError(t, err)
	assert.True(t, s.Keep("a.html"))
	assert.False(t, s.Keep("new.html"))
	change, err := s.Commit()
	require.NoError(t, err)
	assert.Equal(t, output.Change{Same: 2, Removed: 1}, change)
	assert.Equal(t, map[string]string{"a.html": "1", "a.html.br": "2"}, list(t, out))
}

func TestWhatIsKnownOfAFolderIsRightWhenFilesGoAndCome(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a/one.html": "1", "a/two.html": "2", "a/two.html.gz": "3", "b/three.html": "4"})
	past := time.Now().Add(-time.Hour)
	settle := func() {
		for _, folder := range []string{out, filepath.Join(out, "a"), filepath.Join(out, "b")} {
			require.NoError(t, os.Chtimes(folder, past, past))
		}
	}
	var known output.Known
	keeps := func(want bool, names ...string) {
		t.Helper()
		s, err := output.Begin(out, nil, &known)
		require.NoError(t, err)
		defer s.Discard()
		assert.Equal(t, want, s.Keep(names...))
		assert.Equal(t, want, len(s.Files()) > 0, "all or none")
	}
	for _, settled := range []bool{false, true} {
		if settled {
			settle()
		}
		keeps(true, "a/one.html", "a/two.html", "b/three.html")
		require.NoError(t, os.Remove(filepath.Join(out, "a", "one.html")))
		keeps(false, "a/two.html", "a/one.html")
		keeps(true, "a/two.html", "b/three.html")
		require.NoError(t, os.WriteFile(filepath.Join(out, "a", "one.html"), []byte("1"), 0o600))
		keeps(true, "a/one.html")
	}
	require.NoError(t, os.RemoveAll(out))
	keeps(false, "b/three.html")
}

// On some file systems a folder's time stays as it is when files come and go.
func TestWhatABuildHasWrittenAndRemovedIsKnownWithoutTheFoldersTime(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	past := time.Now().Add(-time.Hour)
	var known output.Known
	for i, c := range []struct{ write, keep, gone string }{{"a/1.css", "", ""}, {"a/2.css", "a/1.css", ""}, {"a/3.css", "a/2.css", "a/0.css"}, {"a/4.css", "a/3.css", "a/1.css"}} {
		s, err := output.Begin(out, nil, &known)
		require.NoError(t, err)
		if c.keep != "" {
			assert.True(t, s.Keep(c.keep), i)
			assert.False(t, s.Keep(c.gone), i)
		}
		require.NoError(t, s.Write(c.write, []byte("x")))
		_, err = s.Commit()
		require.NoError(t, err)
		require.NoError(t, os.Chtimes(filepath.Join(out, "a"), past, past))
	}
}

func TestTheListOfOursIsRightAfterEachBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for _, files := range []map[string]string{{"b": "1", "d": "2"}, {"a": "1", "b": "1", "c": "2", "e": "3"}, {"c": "2"}, {"c": "2"}, {"a": "1", "c": "3"}} {
		build(t, out, files)
		listed, err := os.ReadFile(filepath.Join(out, ".idd-files"))
		require.NoError(t, err)
		assert.Equal(t, slices.Sorted(maps.Keys(files)), strings.Fields(string(listed)))
		assert.Equal(t, files, list(t, out))
	}
}

func TestTwoBuildsAtOnceDoNotSpoilEachOther(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	sites := []map[string]string{}
	for _, word := range []string{"a", "b", "c", "d"} {
		site := map[string]string{"index.html": word}
		for i := range 30 {
			site["assets/"+word+strings.Repeat("x", i)] = word
		}
		sites = append(sites, site)
	}
	done := make(chan error)
	for _, site := range sites {
		go func() {
			s, err := output.Begin(out, nil, nil)
			if err == nil {
				for name, text := range site {
					err = errorOf(err, s.Write(name, []byte(text)))
				}
				_, committed := s.Commit()
				err = errorOf(err, committed)
			}
			done <- err
		}()
	}
	for range sites {
		require.NoError(t, <-done)
	}
	assert.Contains(t, sites, list(t, out), "the site is one of those built, whole")
}

func errorOf(first, second error) error {
	if first != nil {
		return first
	}
	return second
}

// What repeats itself further back than the usual window of 4 MB is found too.
func TestTheWindowIsTheLargestThatBrowsersTake(t *testing.T) {
	form, err := output.Brotli([]byte(noise(64)))
	require.NoError(t, err)
	assert.EqualValues(t, 0x0f, form[0]&0x0f, "four bits that mean 16 MB (RFC 7932, section 9.1)")
}

func TestWhatIsWorthItGetsItsSisters(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	page := strings.Repeat("<p>the same words again</p>", 200)
	s, err := output.Begin(out, &output.Press{Cache: t.TempDir()}, nil)
	require.NoError(t, err)
	for name, text := range map[string]string{"a.html": page, "short.html": "<p>", "photo.png": page, "noise.txt": noise(4000)} {
		require.NoError(t, s.Write(name, []byte(text)))
	}
	_, err = s.Commit()
	require.NoError(t, err)
	files := list(t, out)
	assert.Len(t, files, 6, "a.html alone has sisters")
	br, err := io.ReadAll(brotli.NewReader(strings.NewReader(files["a.html.br"])))
	require.NoError(t, err)
	assert.Equal(t, page, string(br))
	unzip, err := gzip.NewReader(strings.NewReader(files["a.html.gz"]))
	require.NoError(t, err)
	gz, err := io.ReadAll(unzip)
	require.NoError(t, err)
	assert.Equal(t, page, string(gz))
}

// noise is text that cannot be made smaller: bytes of a simple generator.
func noise(n int) string {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		b[i] = byte(x)
	}
	return string(b)
}

func TestWhatTookLongIsKept(t *testing.T) {
	cache := t.TempDir()
	said := 0
	p := &output.Press{Cache: cache, Progress: func(string) { said++ }}
	program := bytes.Repeat([]byte("program "), 40<<10)
	first, err := p.Squeeze("sim.wasm", program)
	require.NoError(t, err)
	second, err := p.Squeeze("sim.wasm", program)
	require.NoError(t, err)
	assert.Equal(t, first, second)
	assert.Equal(t, 1, said, "the second time it is there")
	assert.Len(t, names(t, filepath.Join(cache, "brotli")), 1)
}

func TestANewSitesFolderIsAsReadableAsAnyOther(t *testing.T) {
	parent := t.TempDir()
	build(t, filepath.Join(parent, "public"), map[string]string{"a/b.html": "1"})
	require.NoError(t, os.Mkdir(filepath.Join(parent, "other"), 0o755))
	for _, folder := range []string{"public", filepath.Join("public", "a")} {
		own, err := os.Stat(filepath.Join(parent, folder))
		require.NoError(t, err)
		other, err := os.Stat(filepath.Join(parent, "other"))
		require.NoError(t, err)
		assert.Equal(t, other.Mode(), own.Mode(), folder)
	}
	assert.Equal(t, output.Change{Same: 1}, build(t, filepath.Join(parent, "public"), map[string]string{"a/b.html": "1"}), "the list is with it")
}
