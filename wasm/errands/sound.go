//go:build js

package errands

import (
	"syscall/js"

	"iddtestdrive/wasm/message"
)

// speaker sounds tones. The browser's audio is opened with the first of them,
// so that a reader who wants no sound has none of it.
type speaker struct {
	context js.Value
	volume  js.Value // of the latest sound
}

// The shape of a tone: it swells and fades so softly that nothing clicks, and
// a few at once stay well below what the loudspeaker can do. Seconds, and parts
// of full volume.
const (
	swell = 0.015
	fade  = 0.06
	peak  = 0.16
)

// What is taken of a sound, so that none can go on for ever.
const (
	mostTones  = 500
	mostMillis = 120_000
)

// Play sounds tones in the place of those that sound yet; no tones are silence.
// A browser without sound stays silent.
func (e *Errands) Play(tones []message.Tone) {
	_ = try(func() { e.speaker.play(tones[:min(len(tones), mostTones)]) })
}

func (s *speaker) play(tones []message.Tone) {
	s.hush()
	if len(tones) == 0 || !s.open() {
		return
	}
	now := s.context.Get("currentTime").Float() + 0.03
	s.volume = s.context.Call("createGain")
	s.volume.Call("connect", s.context.Get("destination"))
	for _, t := range tones {
		if t.From >= 0 && t.Last > 0 && t.From+t.Last <= mostMillis && t.Hertz >= 20 && t.Hertz <= 12_000 {
			s.tone(t.Hertz, now+t.From/1000, t.Last/1000)
		}
	}
}

// tone plans one tone of so many seconds. It is heard for its whole length and
// fades after it.
func (s *speaker) tone(hertz, from, last float64) {
	source, shape := s.context.Call("createOscillator"), s.context.Call("createGain")
	source.Get("frequency").Set("value", hertz)
	level := shape.Get("gain")
	level.Call("setValueAtTime", 0, from)
	level.Call("linearRampToValueAtTime", peak, from+min(swell, last))
	level.Call("setValueAtTime", peak, from+last)
	level.Call("linearRampToValueAtTime", 0, from+last+fade)
	source.Call("connect", shape)
	shape.Call("connect", s.volume)
	source.Call("start", from)
	source.Call("stop", from+last+fade)
}

// hush fades what sounds yet.
func (s *speaker) hush() {
	if s.volume.Truthy() {
		s.volume.Get("gain").Call("setTargetAtTime", 0, s.context.Get("currentTime"), 0.02)
	}
	s.volume = js.Undefined()
}

// open opens the browser's audio, or wakes it.
func (s *speaker) open() bool {
	if !s.context.Truthy() {
		kind := window.Get("AudioContext")
		if !kind.Truthy() {
			return false
		}
		s.context = kind.New()
	}
	if s.context.Get("state").String() == "suspended" {
		when(s.context.Call("resume"), func(js.Value) {}, func() {})
	}
	return true
}
