//go:build js

package main

import (
	"math"
	"slices"
	"syscall/js"
)

// strip is the part of the window that the canvas covers. In another page's
// frame the window is as high as everything in it: more than a reader sees at
// once, and on a phone more than its graphics can draw. There the canvas covers
// what is in sight and much around it, and moves along.
//
// What is in sight only the browser knows, and it tells when a thing comes into
// sight or leaves it. So along a window that is higher than the strip, unseen
// marks are watched from top to bottom.
type strip struct {
	most  float64 // its greatest height, CSS pixels
	top   float64 // where in the window it is wanted
	drawn float64 // where the canvas is
	moved func()  // called when top changes

	holder js.Value // of the marks
	watch  js.Value
	sight  []bool // by mark: it is in sight
}

const (
	markHeight = 160.0  // how finely what is in sight is known
	leastStrip = 1200.0 // in a frame, for the smallest screens
	screens    = 2.0    // in a frame, how many screens are covered at least
	edge       = 4.0    // device pixels that Ebiten wants around an image
)

// newStrip is the strip of a window in whose canvas that many device pixels fit
// in either direction; 0 where there is no canvas.
func newStrip(limit, ratio float64, framed bool, moved func()) *strip {
	s := &strip{most: math.Floor((limit - edge) / ratio), moved: moved}
	if framed {
		s.most = min(s.most, max(leastStrip, screens*window.Get("screen").Get("height").Float()))
	}
	root.Get("style").Call("setProperty", "--strip", pixels(s.most))
	s.holder = document.Call("createElement", "div")
	s.holder.Set("className", "sim-marks")
	s.holder.Call("setAttribute", "aria-hidden", "true")
	document.Get("body").Call("append", s.holder)
	s.watch = window.Get("IntersectionObserver").New(js.FuncOf(func(_ js.Value, args []js.Value) any {
		s.saw(args[0])
		return nil
	}))
	return s
}

// fit lays as many marks along the window as its height needs.
func (s *strip) fit() {
	height := window.Get("innerHeight").Float()
	need := 0
	if s.most > 0 && height > s.most {
		need = int(math.Ceil(height / markHeight))
	}
	if need != len(s.sight) {
		s.watch.Call("disconnect")
		s.holder.Call("replaceChildren")
		s.sight = make([]bool, need)
		for i := range need {
			mark := document.Call("createElement", "i")
			mark.Get("style").Set("top", pixels(float64(i)*markHeight))
			s.holder.Call("append", mark)
			s.watch.Call("observe", mark)
		}
	}
	s.follow()
}

// saw takes down which marks came into sight or left it.
func (s *strip) saw(entries js.Value) {
	for i := range entries.Length() {
		e := entries.Index(i)
		at := int(e.Get("target").Get("offsetTop").Float() / markHeight)
		if at < len(s.sight) {
			s.sight[at] = e.Get("isIntersecting").Bool()
		}
	}
	s.follow()
}

// follow wants the strip around what is in sight, once that comes near an end
// of it.
func (s *strip) follow() {
	top := s.top
	height := window.Get("innerHeight").Float()
	if first := slices.Index(s.sight, true); first >= 0 {
		last := first
		for last+1 < len(s.sight) && s.sight[last+1] {
			last++
		}
		from, to := markHeight*float64(first-1), markHeight*float64(last+2)
		if max(0, from) < top || min(height, to) > top+s.most {
			top = (from + to - s.most) / 2
		}
	}
	top = math.Round(max(0, min(top, height-s.most)))
	if top != s.top {
		s.top = top
		s.moved()
	}
}

// settle brings the canvas to where its latest frame is of.
func (s *strip) settle() {
	if s.drawn != s.top {
		s.drawn = s.top
		root.Get("style").Call("setProperty", "--strip-top", pixels(s.top))
	}
}
