// Command wasmtest runs a Go test that was compiled for the browser, in a
// browser. The go command calls it:
//
//	GOOS=js GOARCH=wasm go test -exec "$PWD/build/wasmtest" ./engine/...
//
// It serves the test program on this machine, opens it in a headless Chromium,
// hands it its arguments, writes what it writes as it comes, and ends with its
// exit code. A program that cannot be started or whose tab dies ends it with
// exit code 1 and a message.
//
// A browser has no files, so the program asks this command for those it opens:
// it sees the project as a test on this machine does, from the folder of its
// package, and can read it but not write.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"

	"iddtestdrive/tools/browser"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: wasmtest PROGRAM [ARGUMENT]...")
		os.Exit(2)
	}
	code, err := run(os.Args[1], os.Args[2:], os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "wasmtest:", err)
		os.Exit(1)
	}
	os.Exit(code)
}

// run runs the program to its end and returns its exit code.
func run(program string, args []string, out io.Writer) (int, error) {
	pages, err := handler(program, args)
	if err != nil {
		return 0, err
	}
	site := httptest.NewServer(pages)
	defer site.Close()

	b, err := browser.Start(context.Background(), browser.Options{})
	if err != nil {
		return 0, err
	}
	defer b.Close()
	p, err := b.Tab()
	if err != nil {
		return 0, err
	}
	ended := make(chan string, 1)
	if err := p.Hear("wasmtestWrite", func(text string) { write(out, text) }); err != nil {
		return 0, err
	}
	if err := p.Hear("wasmtestEnd", func(how string) { ended <- how }); err != nil {
		return 0, err
	}
	if err := p.Open(site.URL + "/run.html"); err != nil {
		return 0, err
	}
	select {
	case how := <-ended:
		code, err := strconv.Atoi(how)
		if err != nil {
			return 0, errors.New(how)
		}
		return code, nil
	case <-p.Died():
		return 0, fmt.Errorf("the tab died: %s", strings.Join(p.Errors(), "; "))
	}
}

// write writes a text in which each character stands for one byte: what a
// program writes need not be text.
func write(out io.Writer, text string) {
	raw := make([]byte, 0, len(text))
	for _, c := range text {
		raw = append(raw, byte(c))
	}
	_, _ = out.Write(raw)
}
