package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// built returns the path of the command, freshly built.
func built(t *testing.T) string {
	t.Helper()
	command := filepath.Join(t.TempDir(), "wasmtest")
	out, err := exec.Command("go", "build", "-o", command, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	return command
}

// forTheBrowser runs the go command with the browser as its target.
func forTheBrowser(args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// goTest runs the test in a folder of testdata through the command, the way
// make test does, and returns what go test printed.
func goTest(t *testing.T, folder string) (string, error) {
	t.Helper()
	return forTheBrowser("test", "-v", "-count=1", "-exec", "'"+built(t)+"'", "./testdata/"+folder)
}

func TestATestThatPassesInTheBrowserPasses(t *testing.T) {
	out, err := goTest(t, "passes")
	require.NoError(t, err, out)
	assert.Contains(t, out, "--- PASS: TestPasses")
	assert.Contains(t, out, "bytes that are text: é, ½")
	assert.Contains(t, out, "fuzzed with 1")
	assert.Regexp(t, `(?m)^ok\s+iddtestdrive/tools/wasmtest/testdata/passes`, out)
}

func TestATestThatFailsInTheBrowserFails(t *testing.T) {
	out, err := goTest(t, "fails")
	require.Error(t, err)
	assert.Contains(t, out, "--- FAIL: TestFails")
	assert.Contains(t, out, "as it should")
	assert.Contains(t, out, "FAIL\tiddtestdrive/tools/wasmtest/testdata/fails")
}

func TestTheExitCodeIsTheProgramsOwn(t *testing.T) {
	program := filepath.Join(t.TempDir(), "exits.test")
	out, err := forTheBrowser("test", "-c", "-o", program, "./testdata/exits")
	require.NoError(t, err, out)

	var exit *exec.ExitError
	require.ErrorAs(t, exec.Command(built(t), program).Run(), &exit)
	assert.Equal(t, 7, exit.ExitCode())
}

func TestAPanicInTheBrowserIsAFailureWithItsTrace(t *testing.T) {
	out, err := goTest(t, "panics")
	require.Error(t, err)
	assert.Contains(t, out, "index out of range")
	assert.Contains(t, out, "panics_test.go:7")
}

func TestAProgramThatIsNoneIsRefused(t *testing.T) {
	out, err := exec.Command(built(t), "main.go").CombinedOutput()
	require.Error(t, err)
	assert.Contains(t, string(out), "wasmtest: the program did not run")
}
