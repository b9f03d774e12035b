package passes

import (
	"os"
	"runtime"
	"strings"
	"testing"
)

func TestPasses(t *testing.T) {
	if runtime.GOOS != "js" || runtime.GOARCH != "wasm" {
		t.Fatal("not in a browser")
	}
	if _, err := os.ReadFile("testdata/file"); !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if own, err := os.ReadFile("../passes/passes_test.go"); err != nil || !strings.HasPrefix(string(own), "package passes") {
		t.Fatal(err, len(own))
	}
	if entries, err := os.ReadDir(".."); err != nil || len(entries) != 4 {
		t.Fatal(err, entries)
	}
	if err := os.WriteFile("new", nil, 0o600); err == nil {
		t.Fatal("a browser wrote a file")
	}
	t.Log("bytes that are text: é, ½")
}

func FuzzWithoutACorpus(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) { t.Logf("fuzzed with %d", n) })
}
