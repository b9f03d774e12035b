package chart

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/units"
)

// speech is the words of a language with the first that was lacking.
type speech struct {
	Words
	err     error
	rounded bool // a number was
}

// say returns a word of the chart's.
func (s *speech) say(key string, pairs ...string) string {
	text, err := s.Word("site.chart."+key, pairs...)
	if err != nil && s.err == nil {
		s.err = err
	}
	return text
}

const milligram = 1_000_000 // in nanograms

// unitFor is the unit in which values up to one are written.
func unitFor(c counts, most int64) string {
	switch {
	case c == volume:
		return "mL"
	case c == level || c == nothing:
		return ""
	case most >= milligram/10:
		return "mg"
	}
	return "mcg"
}

// grain is what values are rounded to: three digits of what they span.
func grain(span int64) int64 {
	g := int64(1)
	for span >= 1000 {
		span, g = span/10, g*10
	}
	return g
}

// number writes a value without its unit, as the language does.
func (s *speech) number(c counts, unit string, v, grain int64) string {
	if c == level {
		return s.say("level." + levels[levelOf(v)].word)
	}
	near := roundTo(v, grain)
	s.rounded = s.rounded || near != v
	plain := ""
	switch {
	case c == volume:
		plain = units.Volume(near).String()
	case unit == "mg":
		plain = units.Mass(near).Milligrams()
	default:
		plain = units.Mass(near).Micrograms()
	}
	plain, _, _ = strings.Cut(plain, " ")
	return s.signed(plain)
}

// count writes how many there are.
func (s *speech) count(n int) string { return s.signed(strconv.Itoa(n)) }

// signed writes a plain number with the language's signs.
func (s *speech) signed(plain string) string {
	text, err := s.Number(plain)
	if err != nil && s.err == nil {
		s.err = err
	}
	return text
}

// roundTo is the multiple of a grain nearest to a value of 0 or more, of two the
// even one.
func roundTo(v, grain int64) int64 {
	whole, rest := v/grain, v%grain
	if 2*rest > grain || (2*rest == grain && whole%2 == 1) {
		whole++
	}
	return whole * grain
}

// unit writes what the values of a series count.
func (s *speech) unit(c counts, unit string) string {
	if c == perDay {
		return s.say("a_day", "unit", unit)
	}
	return unit
}

// quantity writes a value with its unit.
func (s *speech) quantity(c counts, unit string, v, grain int64) string {
	text := s.number(c, unit, v, grain)
	if c == level {
		return text
	}
	return text + "\u00a0" + s.unit(c, unit)
}
