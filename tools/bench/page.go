package main

import (
	"context"
	"fmt"
	"strings"

	"iddtestdrive/tools/browser"
	"iddtestdrive/tools/stage"
)

// mostPage is the budget of a page and all its parts before its simulator is
// asked for, in bytes as a plain file server sends them.
const mostPage = 60_000

// pages measures what each page costs to open.
func pages(site string) (table, error) {
	t := table{title: "Bytes of a page before its simulator is asked for", beside: "of these wasm"}
	server, home := stage.Serve(site)
	defer server.Close()
	all, err := stage.Pages(site)
	if err != nil {
		return t, err
	}
	for _, name := range all {
		sum, wasm, err := weigh(home + name)
		if err != nil {
			return t, err
		}
		v := within(float64(sum), mostPage)
		if wasm > 0 {
			v = broken
		}
		t.rows = append(t.rows, row{what: stage.Folder + name, is: count(sum), beside: count(wasm),
			budget: fmt.Sprintf("at most %s, no wasm", count(mostPage)), holds: v})
	}
	return t, nil
}

// weigh opens a page in a browser that has never seen it, and adds up what it
// loaded.
func weigh(address string) (sum, wasm int, err error) {
	b, err := browser.Start(context.Background(), browser.Options{})
	if err != nil {
		return 0, 0, err
	}
	defer b.Close()
	p, err := b.Tab()
	if err != nil {
		return 0, 0, err
	}
	if err := p.Open(address); err != nil {
		return 0, 0, err
	}
	for _, r := range p.Requests() {
		sum += r.Bytes
		if strings.Contains(r.URL, ".wasm") {
			wasm += r.Bytes
		}
	}
	return sum, wasm, nil
}
