package app_test

import (
	"flag"
	"testing"

	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/sample"
)

var shots = flag.String("shots", "", "a folder for pictures of the screens, as PNG, to be looked at")

// shoot pictures the screen as it is now.
func (d *drive) shoot(name string) {
	sample.Shoot(d.t, *shots, name, func(r message.Resize) *panel.Node {
		d.send(r)
		return d.View()
	})
}

// With -shots, the screens are pictured:
//
//	go test ./wasm/app -run Pictured -shots ../../build/screens
func TestTheScreensCanBePictured(t *testing.T) {
	d := begin(t, nil)
	d.shoot("ready")
	d.press("Ask for a dose")
	d.pass(4)
	d.shoot("giving")
	d.press("Names of the parts")
	d.shoot("labels")
	d.press("Names of the parts")
	d.press("Next event")
	d.press("Ask for a dose")
	d.pass(1.5)
	d.press("History")
	d.shoot("history")
	d.press("Back to the doses")
	d.press("Diary")
	d.press("Write it down")
	d.shoot("diary")
	d.press("Back to the doses")
	d.press("Alerts")
	d.shoot("alerts")
	d.press("Back to the doses")
	d.press("Try changes")
	d.press("Keep and share")
	d.press("How it may feel")
	d.press("Next day")
	d.shoot("all")

	g := guided(t, "first-day.yaml", nil)
	for range 4 {
		g.goOn()
	}
	g.shoot("guide")
	for g.View().Find("guide.question") == nil {
		g.goOn()
	}
	g.send(message.Press{ID: "guide.answer.1"})
	g.shoot("question")
	for !g.finished() {
		g.goOn()
	}
	g.shoot("learnt")
	three := guided(t, "one-day-three-ways.yaml", nil)
	for range 12 {
		three.goOn()
	}
	three.shoot("three")
	alarm := guided(t, "night-alarm.yaml", nil)
	for len(alarm.View().Find("urge").Children) == 0 {
		alarm.goOn()
	}
	alarm.shoot("alarm")
}
