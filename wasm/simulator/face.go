//go:build js

package main

import (
	"strconv"
	"syscall/js"

	"iddtestdrive/wasm/app"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/ward"
)

// face is what is behind the page: a session of the pump, or the practice ward.
type face interface {
	Update(message.Message) []message.Effect
	View() *panel.Node
	Save() []byte
	PutAside() bool // what was kept could not be read
	Plain() bool    // the plain view is shown
	Playing() bool  // time runs by itself
	Busy() bool     // the screen changes by itself
	Large() bool    // larger type is wanted
}

// given is what there is to start a face from.
type given struct {
	start   js.Value
	words   form.Words
	packed  string // of the address
	saved   []byte
	picture bool
}

func (g given) session() (face, error) {
	return app.New(app.Config{
		Words:     g.words,
		Measure:   paint.Type{},
		Name:      g.start.Get("name").String(),
		Drive:     readFile(g.start.Get("drive")),
		Scenarios: readFiles(g.start.Get("scenarios")),
		Shared:    g.packed,
		Saved:     g.saved,
		Plain:     g.start.Get("plain").Bool(),
		Picture:   g.picture,
	})
}

func (g given) ward(kind string) (face, error) {
	c := ward.Config{
		Words:   g.words,
		Measure: paint.Type{},
		Code:    g.packed,
		Saved:   g.saved,
		Plain:   g.start.Get("plain").Bool(),
		Picture: g.picture,
	}
	c.Seed, _ = strconv.ParseUint(g.start.Get("seed").String(), 10, 64) // the page's script wrote it
	if kind == "exam" {
		c.Exam, _ = strconv.Atoi(g.start.Get("name").String())
	}
	texts := g.start.Get("cases")
	for i := 0; i+2 < texts.Length(); i += 3 {
		c.Cases = append(c.Cases, ward.Source{Name: texts.Index(i).String(),
			Case: []byte(texts.Index(i + 1).String()), Scenario: []byte(texts.Index(i + 2).String())})
	}
	return ward.New(c)
}
