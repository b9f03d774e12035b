package session_test

import (
	"math/bits"

	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Random worlds. Everything is drawn as a small count times a unit: raw numbers
// hardly ever come near a threshold, an interval or each other.

// even draws a number from 0 up to below n, each as likely as the others:
// rapid's own ranges prefer small numbers, and so the commands listed first.
func even(t *rapid.T, name string, n int) int {
	if n == 1 {
		return 0
	}
	return rapid.Custom(func(t *rapid.T) int {
		for {
			v := 0
			for range bits.Len(uint(n - 1)) {
				v <<= 1
				if coin.Draw(t, "bit") {
					v |= 1
				}
			}
			if v < n {
				return v
			}
		}
	}).Draw(t, name)
}

var coin = rapid.Bool()

// times draws a count and multiplies it by a unit.
func times[N ~int64](t *rapid.T, name string, least, most int, unit N) N {
	return N(least+even(t, name, most-least+1)) * unit
}

func oneOf[T any](t *rapid.T, name string, from ...T) T { return from[even(t, name, len(from))] }

// chance is true in so many of a hundred cases.
func chance(t *rapid.T, name string, percent int) bool { return even(t, name, 100) < percent }

func drawSetup(t *rapid.T) pump.Setup {
	s := pump.Setup{
		Model:          oneOf(t, "model", pump.Model20, pump.Model40),
		Age:            times(t, "age", 0, 400, units.Day),
		Catheter:       pump.Catheter{LengthCM: times(t, "length", 1, 100, int64(1)), Tubing: 140_000, PerCM: 2_200},
		LowReservoir:   times(t, "threshold", 2, 20, units.Volume(500_000)),
		Residual:       times(t, "residual", 0, 3, units.Volume(500_000)),
		StallDetection: times(t, "detection", 0, 9, 10*units.Minute),
		MorphineStable: 90 * units.Day,
		Reservoir:      times(t, "reservoir", 0, 40, units.Volume(500_000)),
		FilledAgo:      times(t, "filled", 0, 60, units.Day),
		FirstFill:      chance(t, "first fill", 20),
		StartOfDay:     times(t, "time of day", 0, 23, units.Hour),
		StartWeekday:   even(t, "weekday", 7),
		Prescription:   drawPrescription(t),
	}
	if chance(t, "old", 15) {
		s.Age = 2_557*units.Day - times(t, "days to go", 1, 100, units.Day)
	}
	s.Catheter.HoldsSaline = chance(t, "saline", 20)
	s.OpioidNaive = s.Prescription.PatientBolus == nil && chance(t, "naive", 30)
	s.Prescription.Acknowledge = true
	drawTruth(t, &s)
	return s
}

func drawTruth(t *rapid.T, s *pump.Setup) {
	s.Truth = pump.Truth{
		Reservoir: s.Reservoir, Drug: s.Prescription.Drug, Concentration: s.Prescription.Concentration,
		MRITelemetryMode: chance(t, "telemetry mode", 50),
	}
	if chance(t, "truth differs", 60) {
		s.Truth.LengthCM = oneOf[int64](t, "true length", 0, 0, 1, 45, 120)
		s.Truth.FlowErrorPerMille = -300 + even(t, "flow error", 601)
		s.Truth.Reservoir = times(t, "true reservoir", 0, 40, units.Volume(500_000))
		s.Truth.Drug = oneOf(t, "true drug", therapy.Morphine, therapy.Ziconotide, therapy.Baclofen)
		s.Truth.Concentration = times(t, "true concentration", 0, 20, units.Concentration(1_500))
	}
}

// drawPrescription draws one that passes every check; it may want its warnings
// acknowledged.
func drawPrescription(t *rapid.T) therapy.Prescription {
	p := therapy.Prescription{
		Drug:          therapy.Morphine,
		Concentration: oneOf(t, "concentration", units.Concentration(1_000), 2_000, 7_000, 10_000, 20_000, 25_000),
	}
	switch even(t, "drug", 12) {
	case 0:
		p.Drug, p.Concentration = therapy.Baclofen, oneOf(t, "baclofen", units.Concentration(500), 2_000)
	case 1:
		p.Drug, p.Concentration = therapy.Ziconotide, 25
	}
	p.Infusion = drawInfusion(t, p)
	if p.Drug == therapy.Morphine && chance(t, "remote", 90) {
		p.PatientBolus = drawRemote(t, p)
	}
	p.Acknowledge = chance(t, "acknowledged", 90)
	return p
}

// dose is what so much of the prescription's fluid holds.
func dose(v units.Volume, c units.Concentration) units.Mass {
	return units.Mass(int64(v) * int64(c) / 1000)
}

func drawInfusion(t *rapid.T, p therapy.Prescription) therapy.Infusion {
	most := 100 // times 24,000 nL a day
	if p.Drug == therapy.Ziconotide {
		most = 35
	}
	volume := func(name string, of, parts units.Volume) units.Mass {
		return dose(times(t, name, 2, most, 24_000*of/parts), p.Concentration)
	}
	switch mode := oneOf(t, "mode", therapy.Stopped, therapy.MinimumRate, therapy.Continuous, therapy.Continuous,
		therapy.Flex, therapy.Flex, therapy.Periodic, therapy.Periodic); {
	case mode == therapy.Continuous:
		return therapy.Infusion{Mode: mode, Daily: volume("daily", 1, 1)}
	case mode == therapy.Flex:
		return drawFlex(t, volume)
	case mode == therapy.Periodic && p.Drug != therapy.Ziconotide:
		every := times(t, "every", 1, 48, 30*units.Minute)
		return therapy.Infusion{Mode: mode, Periodic: therapy.PeriodicBolus{
			Give:       dose(times(t, "give", 1, 40, units.Volume(2_000)), p.Concentration),
			Over:       min(every, times(t, "over", 1, 12, 10*units.Minute)),
			Every:      every,
			Background: volume("background", 1, 1),
		}}
	default:
		return therapy.Infusion{Mode: min(mode, therapy.MinimumRate)}
	}
}

func drawFlex(t *rapid.T, volume func(string, units.Volume, units.Volume) units.Mass) therapy.Infusion {
	i := therapy.Infusion{Mode: therapy.Flex}
	for n := range 1 + even(t, "patterns", 3) {
		day := therapy.Pattern{Name: string(rune('a' + n))}
		steps := 1 + even(t, "steps", 13)
		length := times(t, "step", 1, 3, 30*units.Minute)
		for k := range units.Span(steps) {
			of, parts := length, units.Day
			if int(k) == steps-1 {
				of = units.Day - k*length
			}
			step := therapy.FlexStep{From: k * length, Minimum: chance(t, "minimum", 10)}
			if !step.Minimum {
				step.Give = volume("give", units.Volume(of/units.Minute), units.Volume(parts/units.Minute))
			}
			day.Steps = append(day.Steps, step)
		}
		i.Patterns = append(i.Patterns, day)
	}
	for d := range i.Week {
		i.Week[d] = even(t, "pattern of the day", len(i.Patterns))
	}
	return i
}

func drawRemote(t *rapid.T, p therapy.Prescription) *therapy.PatientBolus {
	over := times(t, "over", 1, 24, 5*units.Minute)
	b := &therapy.PatientBolus{
		Dose:    dose(times(t, "bolus", 1, 40, units.Volume(1_000)), p.Concentration),
		Over:    over,
		Lockout: max(over, times(t, "lockout", 1, 36, 10*units.Minute)),
		PerDay:  1 + even(t, "per day", 8),
	}
	if chance(t, "limited", 50) {
		g := p.Programme()
		most, _ := g.MostVolume24h().Float64()
		room := times(t, "room", -1, 6, int64(b.Dose)) + times(t, "odd", -2, 2, int64(1))
		limit := dose(units.Volume(most), p.Concentration) + units.Mass(room)
		b.DailyLimit = &limit
	}
	return b
}

// spoil breaks a rule of a prescription.
func spoil(t *rapid.T, p therapy.Prescription) therapy.Prescription {
	p = p.Clone()
	if p.PatientBolus == nil {
		p.PatientBolus = &therapy.PatientBolus{Dose: 10_000_000, Over: units.Hour, Lockout: units.Hour, PerDay: 3}
	}
	switch even(t, "fault", 14) {
	case 0:
		p.Drug = 3
	case 1:
		p.Concentration = 30_000
	case 2:
		p.Infusion = therapy.Infusion{Mode: therapy.Flex}
	case 3:
		p.Infusion = therapy.Infusion{Mode: therapy.Continuous, Daily: 1}
	case 4:
		p.Infusion = therapy.Infusion{Mode: therapy.Continuous, Daily: 1 << 50}
	case 5:
		p.PatientBolus.Dose = 0
	case 6:
		p.Infusion = periodic()
		p.Infusion.Periodic.Over = 7 * units.Hour
	case 7:
		p.Drug, p.Concentration = therapy.Ziconotide, 100
		p.Infusion = therapy.Infusion{Mode: therapy.Continuous, Daily: 30_000}
	case 8:
		p.Drug, p.Concentration = therapy.Baclofen, 2_000
	case 9:
		p.PatientBolus.Over = 0
	case 10:
		p.PatientBolus.Lockout = units.Minute
	case 11:
		p.PatientBolus.PerDay = 0
	case 12:
		p.Acknowledge = false
		p.Infusion = therapy.Infusion{Mode: therapy.MinimumRate}
	case 13:
		p.PatientBolus.Dose = 1 << 40
	}
	return p
}

func drawChange(t *rapid.T, s *session.Session) pump.Change {
	c := pump.Change{Prescription: s.Prescription().Clone()}
	switch even(t, "change", 6) {
	case 0:
		c.Prescription = spoil(t, c.Prescription)
	case 1, 2:
		c.Bridge = true
		c.Prescription.Concentration = oneOf(t, "new concentration", c.Prescription.Concentration, c.Prescription.Concentration/2, 10_000)
	case 3, 4:
		c.Prescription = drawPrescription(t)
	}
	if chance(t, "tells the volume", 40) {
		v := times(t, "volume", 0, 42, units.Volume(1_000_000))
		c.Reservoir = &v
	}
	c.Bridge = c.Bridge || chance(t, "bridge", 10)
	c.Prescription.Acknowledge = c.Prescription.Acknowledge || chance(t, "acknowledge", 60)
	return c
}

// drawCommand draws what somebody does now: often what is needed, so that the
// pump does not end up stopped and silent.
func drawCommand(t *rapid.T, s *session.Session) pump.Command {
	if c := needed(t, s); c != nil && chance(t, "needed", 50) {
		return c
	}
	switch n := even(t, "command", 100); {
	case n < 32:
		return pump.RequestPatientBolus{Link: oneOf(t, "link", pump.LinkOK, pump.LinkOK, pump.LinkOK, pump.LinkOK, pump.LinkOK, pump.LinkOK, pump.NoConnection, pump.ReplyLost)}
	case n < 38:
		return pump.QueryPump{}
	case n < 40:
		return pump.Interrogate{}
	case n < 48:
		return pump.Program{Change: drawChange(t, s)}
	case n < 52:
		return pump.BeginUpdate{}
	case n < 56:
		return pump.CommitUpdate{Change: drawChange(t, s)}
	case n < 58:
		return pump.AbandonUpdate{}
	case n < 61:
		return pump.Stop{}
	case n < 66:
		return pump.Restart{}
	case n < 70:
		over := oneOf(t, "over", 7*units.Minute, units.Hour, 3*units.Day, 4_000_000_000*units.Millisecond+1)
		return pump.ClinicianBolus{Dose: times(t, "dose", 0, 50, units.Mass(20_000)), Over: over}
	case n < 73:
		return pump.Prime{}
	case n < 76:
		return pump.Aspirate{Site: oneOf(t, "drawn from", pump.ReservoirPort, pump.ReservoirPort, pump.CatheterPort)}
	case n < 82:
		return pump.Inject{
			Site:          oneOf(t, "site", pump.ReservoirPort, pump.ReservoirPort, pump.CatheterPort, pump.Pocket),
			Volume:        times(t, "volume", 0, 50, units.Volume(500_000)),
			Drug:          oneOf(t, "drug", therapy.Morphine, therapy.Ziconotide, therapy.Baclofen),
			Concentration: times(t, "concentration", 0, 10, units.Concentration(700)),
		}
	case n < 86:
		if chance(t, "of the alarm", 30) {
			return pump.SetLowAlarm{Volume: times(t, "threshold", 1, 21, units.Volume(500_000))}
		}
		return pump.SetReservoir{Volume: times(t, "volume", 0, 42, units.Volume(1_000_000))}
	case n < 90:
		return pump.BeginStall{}
	case n < 94:
		return pump.EndStall{}
	case n < 97:
		return pump.EnterMRI{}
	default:
		return pump.LeaveMRI{}
	}
}

// needed is what somebody who watches would do now; nil: nothing.
func needed(t *rapid.T, s *session.Session) pump.Command {
	st := s.Status()
	switch {
	case st.AnswerMissing:
		return pump.QueryPump{}
	case st.Updating:
		return pump.CommitUpdate{Change: drawChange(t, s)}
	case st.StallDetected:
		return oneOf[pump.Command](t, "end", pump.EndStall{}, pump.LeaveMRI{}, pump.Interrogate{})
	case st.Mode == therapy.Stopped && s.Prescription().Infusion.Mode != therapy.Stopped:
		return pump.Restart{}
	case st.Mode == therapy.Stopped || s.Prescription().PatientBolus == nil && chance(t, "remote", 30):
		return pump.Program{Change: drawChange(t, s)}
	case st.ComputedReservoir == 0:
		return pump.SetReservoir{Volume: times(t, "volume", 1, 20, units.Volume(1_000_000))}
	case st.TrueReservoir == 0:
		return pump.Inject{Volume: times(t, "volume", 1, 20, units.Volume(1_000_000)), Concentration: s.Prescription().Concentration}
	}
	return nil
}

// drawWait draws when somebody next does something: often at, just before or
// just after something that is due.
func drawWait(t *rapid.T, s *session.Session) units.Instant {
	due, ok := s.NextDue()
	switch n := even(t, "wait", 10); {
	case n < 2:
		return s.Now()
	case n < 5 && ok && due < units.Instant(4000*units.Day):
		return max(s.Now(), due+oneOf(t, "beside", units.Instant(-1), 0, 1))
	}
	unit := oneOf(t, "unit", units.Millisecond, units.Second, units.Minute, 10*units.Minute, units.Hour, units.Hour, units.Day)
	return s.Now().Add(times(t, "count", 1, 30, unit))
}

// latest is where a random session ends at the latest, so that it stays quick.
const latest = units.Instant(400 * units.Day)

// play lives a random session of up to so many commands.
func play(t *rapid.T, setup pump.Setup, most int) *session.Session {
	s, err := session.New(setup)
	if err != nil {
		t.Fatal(err)
	}
	for range 1 + even(t, "commands", most) {
		if err := s.AdvanceTo(min(drawWait(t, s), latest)); err != nil {
			t.Fatal(err)
		}
		s.Do(drawCommand(t, s))
	}
	if err := s.AdvanceTo(min(s.Now().Add(times(t, "after", 0, 40, units.Day)), latest)); err != nil {
		t.Fatal(err)
	}
	return s
}
