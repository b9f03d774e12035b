package survey_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/survey"
)

// folder is a folder of files that were last changed long ago.
func folder(t *testing.T, texts map[string]string) string {
	t.Helper()
	at := t.TempDir()
	for name, text := range texts {
		write(t, at, name, text, time.Now().Add(-time.Hour))
	}
	return at
}

func write(t *testing.T, folder, name, text string, changed time.Time) {
	t.Helper()
	file := filepath.Join(folder, filepath.FromSlash(name))
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	require.NoError(t, os.Chtimes(file, changed, changed))
}

// take looks at a folder and reads what is not known of it.
func take(t *testing.T, folder string, earlier *survey.Survey) *survey.Survey {
	t.Helper()
	s, err := survey.Take(os.DirFS(folder), earlier)
	require.NoError(t, err)
	for _, name := range s.Names() {
		_, err := s.Sum(name)
		require.NoError(t, err)
	}
	return s
}

func TestAFileThatChangedIsNamedAndNoOther(t *testing.T) {
	at := folder(t, map[string]string{"a.md": "1", "b/c.md": "2", "b/d/e.md": "3"})
	first := take(t, at, nil)
	assert.Equal(t, []string{"a.md", "b/c.md", "b/d/e.md"}, first.Names())
	same := func(earlier *survey.Survey, want ...string) *survey.Survey {
		t.Helper()
		next := take(t, at, earlier)
		changed, names, err := next.Changed()
		require.NoError(t, err)
		assert.True(t, names)
		assert.Equal(t, want, changed)
		return next
	}
	next := same(first)
	write(t, at, "b/c.md", "22", time.Now())
	next = same(next, "b/c.md")
	write(t, at, "a.md", "1", time.Now())
	same(next)
}

func TestAFileThatComesOrGoesOrAFolderIsNoticed(t *testing.T) {
	at := folder(t, map[string]string{"a.md": "1", "b.md": "2"})
	first := take(t, at, nil)
	for _, change := range []func(){
		func() { require.NoError(t, os.Mkdir(filepath.Join(at, "fr"), 0o755)) },
		func() { require.NoError(t, os.Remove(filepath.Join(at, "fr"))); write(t, at, "c.md", "3", time.Now()) },
		func() { require.NoError(t, os.Remove(filepath.Join(at, "a.md"))) }, // as many as at first, and others
	} {
		change()
		_, names, err := take(t, at, first).Changed()
		require.NoError(t, err)
		assert.False(t, names)
	}
}

// What has its size and its time as before is trusted when its time was past,
// and read again when it was not.
func TestAFileThatMayHaveChangedWithinATickIsReadAgain(t *testing.T) {
	at := folder(t, nil)
	past, now := time.Now().Add(-time.Hour), time.Now()
	write(t, at, "old.md", "1", past)
	write(t, at, "new.md", "1", now)
	first := take(t, at, nil)
	write(t, at, "old.md", "2", past)
	write(t, at, "new.md", "2", now)
	changed, _, err := take(t, at, first).Changed()
	require.NoError(t, err)
	assert.Equal(t, []string{"new.md"}, changed, "the other one was not read, which is what a survey is for")
}

// What a link leads to may change while the link stays as it is.
func TestALinkIsReadEveryTime(t *testing.T) {
	past := time.Now().Add(-time.Hour)
	files := fstest.MapFS{"there/a.md": {Data: []byte("1"), ModTime: past}, "a.md": {Data: []byte("there/a.md"), Mode: fs.ModeSymlink, ModTime: past}}
	first, err := survey.Take(files, nil)
	require.NoError(t, err)
	for _, name := range first.Names() {
		_, err := first.Sum(name)
		require.NoError(t, err)
	}
	files["there/a.md"] = &fstest.MapFile{Data: []byte("2"), ModTime: past}
	next, err := survey.Take(files, first)
	require.NoError(t, err)
	changed, _, err := next.Changed()
	require.NoError(t, err)
	assert.Equal(t, []string{"a.md"}, changed)
}

func TestFilesWithoutATimeAreReadEveryTime(t *testing.T) {
	files := fstest.MapFS{"a.md": {Data: []byte("1")}, ".git/b": {Data: []byte("1")}}
	first, err := survey.Take(files, nil)
	require.NoError(t, err)
	_, err = first.Sum("a.md")
	require.NoError(t, err)
	files["a.md"], files[".git/b"] = &fstest.MapFile{Data: []byte("2")}, &fstest.MapFile{Data: []byte("2")}
	next, err := survey.Take(files, first)
	require.NoError(t, err)
	changed, _, err := next.Changed()
	require.NoError(t, err)
	assert.Equal(t, []string{"a.md"}, changed)
	sum, err := next.Sum("none.md")
	assert.Error(t, err)
	assert.Zero(t, sum)
}

// A file that changes while it is worked with is one that changed, even when it is
// then what it was when it was read first.
func TestAFileThatChangesBetweenTwoReadingsIsNoticed(t *testing.T) {
	at := folder(t, map[string]string{"a.md": "1"})
	for _, last := range []string{"1", "2"} {
		write(t, at, "a.md", "1", time.Now().Add(-time.Hour))
		first := take(t, at, nil)
		write(t, at, "a.md", "2", time.Now().Add(-time.Minute))
		_, err := first.Read("a.md")
		require.NoError(t, err)
		write(t, at, "a.md", last, time.Now().Add(-time.Second))
		changed, _, err := take(t, at, first).Changed()
		require.NoError(t, err)
		assert.Equal(t, []string{"a.md"}, changed, last)
	}
}
