package passes

import (
	"os"
	"runtime"
	"testing"
)

func TestPasses(t *testing.T) {
	if runtime.GOOS != "js" || runtime.GOARCH != "wasm" {
		t.Fatal("not in a browser")
	}
	if _, err := os.ReadFile("testdata/file"); !os.IsNotExist(err) {
		t.Fatal(err)
	}
	t.Log("bytes that are text: é, ½")
}

func FuzzWithoutACorpus(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) { t.Logf("fuzzed with %d", n) })
}
