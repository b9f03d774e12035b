package picture_test

import (
	"testing"

	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/picture"
)

// The first picture of a size makes every drawing; the next ones move things.
func BenchmarkPicture(b *testing.B) {
	l, m, at := look(b, 16), moments()["bolus"], panel.Rect{W: 900, H: 460}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			var p picture.Painter
			p.Draw(at, m, l)
		}
	})
	b.Run("next", func(b *testing.B) {
		var p picture.Painter
		for b.Loop() {
			m.Phase += 0.01
			p.Draw(at, m, l)
		}
	})
}
