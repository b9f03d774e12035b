package site

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strings"

	"iddtestdrive/site/program"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/theme"
)

// simulator is what is known of the simulator's pages of a build.
type simulator struct {
	program program.Program
	files   []string
}

func wordsAddress(l *language) string { return "messages/" + l.code + ".json" }

// wardAddress is where the words are that only the practice ward needs.
func wardAddress(l *language) string { return "messages/" + l.code + "-ward.json" }

// folder is the address of a folder of the site as seen from a page, with a
// slash at its end.
func folder(from, name string) string {
	return strings.TrimSuffix(relative(from, path.Join(name, "x")), "x")
}

// simulatorPages publishes the simulator's program and writes its page, once
// for each language.
func (w *work) simulatorPages(ctx context.Context) error {
	if w.without(settings.Simulator) {
		return nil
	}
	made, err := w.options.Program(ctx)
	if err != nil {
		return err
	}
	if w.keepSimulator(made) {
		return nil
	}
	wasm, err := w.assets.publish("sim.wasm", made.Wasm)
	if err != nil {
		return err
	}
	support, err := w.assets.publish("wasm_exec.js", made.Support)
	if err != nil {
		return err
	}
	w.simulator = simulator{made, []string{wasm, support}}
	for _, l := range w.tree.languages {
		address := l.folder() + "sim.html"
		frame, err := w.frame(l, address)
		if err != nil {
			return err
		}
		frame.Policy = simulatorPolicy
		frame.Styles = []string{relative(address, w.common.tokens), relative(address, w.common.simulatorStyle)}
		frame.Script = relative(address, w.common.simulatorScript)
		var html bytes.Buffer
		err = w.theme.Simulator(&html, theme.Simulator{
			Frame:     frame,
			Program:   relative(address, wasm),
			Size:      len(made.Wasm),
			Support:   relative(address, support),
			Scenarios: folder(address, "scenarios"),
			Drives:    folder(address, "drives"),
			Cases:     folder(address, "cases"),
			Words:     relative(address, wordsAddress(l)),
			Ward:      relative(address, wardAddress(l)),
		})
		if err != nil {
			return fmt.Errorf("the simulator's page: %w", err)
		}
		if err := w.stage.Write(address, html.Bytes()); err != nil {
			return err
		}
		w.simulator.files = append(w.simulator.files, address)
	}
	return nil
}

// keepSimulator keeps the simulator's pages of the last build, if they can be
// kept.
func (w *work) keepSimulator(made program.Program) bool {
	known := w.Builder.memory.simulator
	if !w.kin || !bytes.Equal(known.program.Wasm, made.Wasm) || !bytes.Equal(known.program.Support, made.Support) {
		return false
	}
	if !w.assets.keep(known.files...) {
		return false
	}
	w.simulator = known
	return true
}
