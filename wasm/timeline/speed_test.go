package timeline_test

import (
	"testing"

	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/timeline"
)

// aMonth is a session of thirty days with four requests a day.
func aMonth(t *testing.B, until units.Instant) *stage {
	s := onStage(t, "remote")
	for d := units.Instant(0); d < until; d += day {
		s.ask(d+4*hour, d+5*hour, d+12*hour, d+16*hour)
	}
	s.run(until)
	s.scene.Until = 31 * day
	return s
}

// A frame while time runs an hour a second: a minute of session a frame.
func BenchmarkAFrameWhileTimeRuns(b *testing.B) {
	for name, zoom := range map[string]timeline.Zoom{"day": timeline.Day, "week": timeline.Week, "whole": timeline.Whole} {
		b.Run(name, func(b *testing.B) {
			s := aMonth(b, 20*day)
			s.scene.Zoom = zoom
			s.draw(800)
			for b.Loop() {
				s.run(s.main().Now() + units.Instant(units.Minute))
				s.draw(800)
			}
		})
	}
}

func BenchmarkAFrameWhileNothingChanges(b *testing.B) {
	s := aMonth(b, 20*day)
	s.scene.Zoom = timeline.Day
	for b.Loop() {
		s.draw(800)
	}
}

// The slider is drawn along the whole month: each frame shows another stretch.
func BenchmarkAFrameWhileTheSliderIsDragged(b *testing.B) {
	for name, zoom := range map[string]timeline.Zoom{"day": timeline.Day, "week": timeline.Week} {
		b.Run(name, func(b *testing.B) {
			s := aMonth(b, 30*day)
			s.scene.Zoom = zoom
			for i := 0; b.Loop(); i++ {
				s.scene.At = units.Instant(i%200) * 30 * day / 200
				s.draw(800)
			}
		})
	}
}

func BenchmarkTheFirstFrameOfAMonth(b *testing.B) {
	s := aMonth(b, 30*day)
	for b.Loop() {
		s.chart.Reset()
		s.draw(800)
	}
}

var kept panel.Node

func BenchmarkTheTimelineAlone(b *testing.B) {
	s := aMonth(b, 20*day)
	s.scene.Zoom = timeline.Day
	for b.Loop() {
		s.run(s.main().Now() + units.Instant(units.Minute))
		kept = s.chart.Draw(panel.Rect{W: 800}, s.scene)
	}
}
