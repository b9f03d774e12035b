package app

import (
	"strconv"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/message"
)

// free is the panel of free play: what a clinician could change, within bounds
// that keep a lesson sensible, and what may befall a pump.
type free struct {
	open    bool
	touched bool // a setting was moved and not yet put into force
	belief  bool // what the pump counts is shown beside what is true

	daily   int // tenths of a milligram a day
	pattern string
	remote  bool
	dose    int // tenths of a milligram
	lockout int // hours
	perDay  int
}

// The teaching bounds of free play [design]: well within what the pump and the
// therapy allow. They mean nothing for a real patient.
const (
	mostDaily   = 60 // tenths of a milligram a day
	mostDose    = 6  // tenths of a milligram
	mostLockout = 8  // hours
	mostPerDay  = 8
	tenth       = units.Mass(100_000)
	doseOver    = 10 * units.Minute
)

// The day patterns of free play: so many parts of twenty of the day's dose in
// each stretch.
var patterns = map[string][]struct {
	from  units.Span
	parts units.Mass
}{
	"day":     {{0, 5}, {8 * units.Hour, 13}, {22 * units.Hour, 2}},
	"evening": {{0, 6}, {9 * units.Hour, 5}, {17 * units.Hour, 7}, {22 * units.Hour, 2}},
}

// settings are those of the prescription in force, as far as free play has
// them; ok is false for a drug that it has no settings for.
func (m *Model) settings() (f free, ok bool) {
	p := m.prescribed()
	f = free{open: m.free.open, belief: m.free.belief, daily: 30, pattern: "steady", dose: 3, lockout: 3, perDay: 4}
	if p.Drug != therapy.Morphine {
		return f, false
	}
	if daily, _ := p.MeanDailyDose().Float64(); daily > 0 {
		f.daily = max(m.leastDaily(), min(mostDaily, int(daily/float64(tenth)+0.5)))
	}
	if p.Infusion.Mode == therapy.Flex {
		f.pattern = "day"
		if len(p.Infusion.Patterns) > 0 && len(p.Infusion.Patterns[0].Steps) == len(patterns["evening"]) {
			f.pattern = "evening"
		}
	}
	if b := p.PatientBolus; b != nil {
		f.remote = true
		f.dose = max(1, min(mostDose, int((b.Dose+tenth/2)/tenth)))
		f.lockout = max(1, min(mostLockout, int((b.Lockout+units.Hour/2)/units.Hour)))
		f.perDay = max(1, min(mostPerDay, b.PerDay))
	}
	return f, true
}

// leastDaily is the least daily dose of free play, in tenths of a milligram: the
// slowest part of any pattern still flows as fast as the pump can go.
func (m *Model) leastDaily() int {
	c := int64(m.prescribed().Concentration)
	return int(int64(therapy.LowestRate)*c/1000*4/3/int64(tenth)) + 1
}

// wanted is the prescription that the settings stand for.
func (f free) wanted(now therapy.Prescription) therapy.Prescription {
	p := therapy.Prescription{Drug: now.Drug, Concentration: now.Concentration, Acknowledge: true}
	daily := units.Mass(f.daily) * tenth
	p.Infusion = therapy.Infusion{Mode: therapy.Continuous, Daily: daily}
	if stretches := patterns[f.pattern]; stretches != nil {
		day := therapy.Pattern{Name: f.pattern}
		for _, s := range stretches {
			day.Steps = append(day.Steps, therapy.FlexStep{From: s.from, Give: daily / 20 * s.parts})
		}
		p.Infusion = therapy.Infusion{Mode: therapy.Flex, Patterns: []therapy.Pattern{day}}
	}
	if f.remote {
		p.PatientBolus = &therapy.PatientBolus{
			Dose: units.Mass(f.dose) * tenth, Over: doseOver, Lockout: units.Span(f.lockout) * units.Hour, PerDay: f.perDay,
		}
	}
	return p
}

// set moves one of the settings.
func (m *Model) set(id, value string) {
	if !m.free.touched {
		m.free, _ = m.settings()
		m.free.touched = true
	}
	n, err := strconv.ParseFloat(value, 64)
	whole := func(least, most int) int { return max(least, min(most, int(n+0.5))) }
	switch {
	case id == idFreeRemote:
		m.free.remote = value == "on"
	case err != nil:
	case id == idFreeDaily:
		m.free.daily = whole(m.leastDaily(), mostDaily)
	case id == idFreeDose:
		m.free.dose = whole(1, mostDose)
	case id == idFreeLockout:
		m.free.lockout = whole(1, mostLockout)
	case id == idFreePerDay:
		m.free.perDay = whole(1, mostPerDay)
	}
}

// apply puts the settings into force, as a clinician would.
func (m *Model) apply() []message.Effect {
	f := m.free
	if !f.touched {
		f, _ = m.settings()
	}
	m.free.touched = false
	return m.do(pump.Program{Change: pump.Change{Prescription: f.wanted(m.prescribed())}})
}

// befall lets something happen to the pump.
func (m *Model) befall(id string) []message.Effect {
	s := m.lanes[0].session.Status()
	switch id {
	case idStall:
		if s.Stuck {
			return m.do(pump.EndStall{})
		}
		return m.do(pump.BeginStall{})
	case idScan:
		switch {
		case s.InMRI && s.Rotor == 0 && m.scanned():
			return m.do(pump.Interrogate{})
		case s.InMRI:
			return m.do(pump.LeaveMRI{})
		}
		return m.do(pump.EnterMRI{})
	case idStop:
		if s.Mode == therapy.Stopped {
			return m.do(pump.Restart{})
		}
		return m.do(pump.Stop{})
	case idRefill:
		return m.refill()
	}
	return nil
}

// scanned tells whether the pump has left the scanner and is still held by it.
func (m *Model) scanned() bool {
	c := m.lanes[0].session.Commands()
	for i := len(c) - 1; i >= 0; i-- {
		switch c[i].Command.(type) {
		case pump.LeaveMRI:
			return true
		case pump.EnterMRI:
			return false
		}
	}
	return false
}

// refill is a whole refill visit in one instant: read the pump, draw out what is
// left, put in nine tenths of what it holds, and tell it so.
func (m *Model) refill() []message.Effect {
	p := m.prescribed()
	full := m.capacity() / 10 * 9
	return m.do(pump.Interrogate{}, pump.Aspirate{},
		pump.Inject{Site: pump.ReservoirPort, Volume: full, Drug: p.Drug, Concentration: p.Concentration},
		pump.SetReservoir{Volume: full})
}

// do gives commands to the pump of the first lane, now. A session holds so many
// commands that nobody gives by hand, and no more, for it must stay one that can
// be kept.
func (m *Model) do(commands ...pump.Command) []message.Effect {
	s := m.lanes[0].session
	if m.back {
		return nil
	}
	if len(s.Commands())+len(commands) > mostCommands {
		m.speech.Urge(m.words.Say("trouble.full"))
		return nil
	}
	for _, c := range commands {
		s.Do(c)
	}
	return append(m.tell(), message.Save{})
}
