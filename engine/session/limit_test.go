package session_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// piece is a stretch of time in which so much was programmed to flow evenly.
type piece struct {
	from, to units.Instant
	volume   *big.Rat // nL
}

// within is what a piece gives between two instants.
func (p piece) within(from, to units.Instant) *big.Rat {
	from, to = max(from, p.from), min(to, p.to)
	if from >= to {
		return new(big.Rat)
	}
	part := big.NewRat(int64(to-from), int64(p.to-p.from))
	return part.Mul(part, p.volume)
}

// programmed tells from the log alone what the pump was set to give: the
// background, and the patient's and periodic boluses.
func programmed(log []session.Entry, end units.Instant) []piece {
	var pieces []piece
	rate, since := units.FlowRate(0), units.Instant(0)
	background := func(now units.Instant, next units.FlowRate) {
		if now > since {
			v := big.NewRat(int64(rate)*int64(now-since), int64(units.Day))
			pieces = append(pieces, piece{since, now, v})
		}
		rate, since = next, now
	}
	var bolus piece
	for _, e := range append(log, session.Entry{At: end, Event: pump.Event{Kind: pump.PumpStopped}}) {
		switch e.Event.Kind {
		case pump.Programmed, pump.PumpStopped, pump.PumpRestarted, pump.FlexStepBegan:
			background(e.At, e.Event.Rate)
		case pump.PatientBolusStarted, pump.BolusStarted:
			bolus = piece{e.At, e.Event.Ends, new(big.Rat).SetInt64(int64(e.Event.Volume))}
		case pump.BolusCompleted:
			pieces = append(pieces, bolus)
		case pump.BolusInterrupted:
			if e.At > bolus.from {
				pieces = append(pieces, piece{bolus.from, e.At, bolus.within(bolus.from, e.At)})
			}
		}
	}
	return pieces
}

// As amounts flow evenly between the ends of pieces, the 24 hours with most in
// them begin or end at an end of a piece.
func TestNo24HoursAreAboveTheirLimit(t *testing.T) {
	full := 0
	rapid.Check(t, func(t *rapid.T) {
		setup := drawSetup(t)
		p := &setup.Prescription
		p.Drug, p.Concentration = therapy.Morphine, 10_000
		p.Infusion = drawInfusion(t, *p)
		p.PatientBolus = drawRemote(t, *p)
		p.PatientBolus.PerDay = 24
		most, _ := p.Programme().MostVolume24h().Float64()
		least := dose(units.Volume(most)+1, p.Concentration)
		p.PatientBolus.DailyLimit = mass(least + times(t, "room", 10, 50, p.PatientBolus.Dose/10))
		setup.OpioidNaive, setup.Reservoir, setup.Age, setup.Truth.Concentration = false, 20_000_000, 0, 10_000
		s, err := session.New(setup)
		require.NoError(t, err)
		for range 60 {
			wait := drawWait(t, s)
			if chance(t, "as soon as can be", 85) {
				wait = s.Now().Add(p.PatientBolus.Lockout)
			}
			require.NoError(t, s.AdvanceTo(min(wait, latest)))
			s.Do(oneOf[pump.Command](t, "what", ask, ask, ask, ask, ask, ask, ask, ask, ask, pump.Stop{}, pump.Restart{}, pump.Restart{}, pump.BeginStall{}, pump.EndStall{}))
		}
		pieces := programmed(s.Log(), s.Now())
		limit := big.NewRat(int64(*p.PatientBolus.DailyLimit)*1000, int64(p.Concentration))
		for _, edge := range pieces {
			for _, from := range []units.Instant{edge.from, edge.from - units.Instant(units.Day), edge.to, edge.to - units.Instant(units.Day)} {
				sum := new(big.Rat)
				for _, p := range pieces {
					sum.Add(sum, p.within(from, from.Add(units.Day)))
				}
				require.LessOrEqual(t, sum.Cmp(limit), 0, "24 hours from %s: %s nL of %s", units.Span(from), sum.FloatString(3), limit.FloatString(3))
			}
		}
		for _, e := range s.Log() {
			if e.Event.Denial == pump.DeniedLimit {
				full++
			}
		}
	})
	assert.Greater(t, full, 50, "the limit was hardly ever asked for")
}
