package app

import (
	"math"

	"iddtestdrive/engine/units"
)

// speed is how many times faster than life the session runs.
type speed int

// The speeds, slowest first.
const (
	realTime      speed = 1
	minuteASecond speed = 60
	tenMinutes    speed = 600
	hourASecond   speed = 3600
)

var speeds = []struct {
	speed speed
	id    string // of its radio
	word  string // key of its words
}{
	{realTime, "clock.x1", "clock.x1"},
	{minuteASecond, "clock.x60", "clock.x60"},
	{tenMinutes, "clock.x600", "clock.x600"},
	{hourASecond, "clock.x3600", "clock.x3600"},
}

// longestTick bounds the real time one tick may stand for, in milliseconds, so
// that a computer that slept does not find days of therapy gone, and a slow one
// still keeps its pace.
const longestTick = 1000.0

// clock runs the session's time.
type clock struct {
	playing bool
	speed   speed
	carry   float64 // the part of a millisecond still to be run, 0 to 1
}

func (c *clock) reset() { c.playing, c.carry = false, 0 }

// run gives how far session time goes on in so many milliseconds of real time.
func (c *clock) run(elapsed float64) units.Span {
	if !c.playing {
		return 0
	}
	t := math.Min(elapsed, longestTick)*float64(c.speed) + c.carry
	whole := math.Floor(t)
	c.carry = t - whole
	return units.Span(whole)
}

// slowToWatch plays, and brings the speed down to one at which a dose can be watched.
func (c *clock) slowToWatch() {
	c.playing = true
	c.speed = min(c.speed, minuteASecond)
}
