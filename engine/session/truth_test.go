package session_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// refill is how the reservoir gets another concentration.
func refill(c units.Concentration) []pump.Command {
	return []pump.Command{
		pump.Aspirate{},
		pump.Inject{Volume: 20_000_000, Drug: therapy.Morphine, Concentration: c},
	}
}

func programAt(c units.Concentration, bridge bool) pump.Program {
	p := plain(6_000_000)
	p.Concentration = c
	return pump.Program{Change: pump.Change{Prescription: p, Bridge: bridge, Reservoir: volume(20_000_000)}}
}

// sixAt20 is 6 mg a day at 20 mg/mL through a path of 316,000 nL.
func sixAt20(s *pump.Setup) {
	s.Prescription = plain(6_000_000)
	s.Prescription.Concentration, s.Truth.Concentration = 20_000, 20_000
}

// morphine is what left the tip between two instants.
func morphine(b *bedside, from, to units.Span) units.Mass {
	return b.s.StatusAt(units.Instant(to)).DeliveredMass[therapy.Morphine] -
		b.s.StatusAt(units.Instant(from)).DeliveredMass[therapy.Morphine]
}

// The path holds 316,000 nL of 20 mg/mL. Without a bridge the new programme
// pushes it out at twice the dose, for 12 h 38 min 24 s.
func TestABridgeLeftOutGivesTheOldContentsAtTheNewRate(t *testing.T) {
	const cleared = 316 * units.Day / 600
	b := open(t, sixAt20).at(0, append(refill(10_000), programAt(10_000, false))...)
	b.at(3 * units.Day)
	assert.EqualValues(t, 6_320_000, morphine(b, 0, cleared), "0.316 mL of 20 mg/mL")
	assert.EqualValues(t, 20_000, b.s.StatusAt(units.Instant(cleared - 1)).TipConcentration[therapy.Morphine])
	assert.EqualValues(t, 10_000, b.s.StatusAt(units.Instant(cleared)).TipConcentration[therapy.Morphine])
	assert.EqualValues(t, 6_000_000, morphine(b, 2*units.Day, 3*units.Day), "and then the dose that is meant")
}

func TestABridgeKeepsTheDose(t *testing.T) {
	for _, c := range []struct{ from, to units.Concentration }{{20_000, 10_000}, {10_000, 20_000}} {
		setup := func(s *pump.Setup) {
			sixAt20(s)
			s.Prescription.Concentration, s.Truth.Concentration = c.from, c.from
		}
		b := open(t, setup).at(0, append(refill(c.to), programAt(c.to, true))...).at(5 * units.Day)
		for day := range units.Span(5) {
			given := morphine(b, day*units.Day, (day+1)*units.Day)
			assert.InDelta(t, 6_000_000, int64(given), 1, "day %d from %s to %s", day, c.from, c.to)
		}
	}
}

func TestARateChangeActsAtTheTipAtOnce(t *testing.T) {
	b := open(t, sixAt20).at(units.Day, program(func() therapy.Prescription {
		p := plain(3_000_000)
		p.Concentration = 20_000
		return p
	}())).at(2 * units.Day)
	assert.EqualValues(t, 6_000_000, morphine(b, 0, units.Day))
	assert.EqualValues(t, 3_000_000, morphine(b, units.Day, 2*units.Day))
}

func TestAWrongConcentrationGivesAWrongDoseThatThePumpCannotSee(t *testing.T) {
	b := open(t, remote(nil), func(s *pump.Setup) { s.Truth.Concentration = 20_000 }).at(3 * units.Day)
	assert.EqualValues(t, 3_000_000, morphine(b, 0, units.Day), "the path still holds what was meant")
	assert.EqualValues(t, 6_000_000, morphine(b, 2*units.Day, 3*units.Day))
	assert.EqualValues(t, 20_000, b.s.Status().TipConcentration[therapy.Morphine])
	assert.EqualValues(t, 17_100_000, b.s.Status().ComputedReservoir)
}

func TestFlowErrorIsOnTruthAlone(t *testing.T) {
	b := open(t, func(s *pump.Setup) { s.Truth.FlowErrorPerMille = 145 }).at(0, ask).at(units.Day)
	st := b.s.Status()
	assert.EqualValues(t, 18_000_000-330_000, st.ComputedReservoir)
	assert.EqualValues(t, 330_000*1145/1000, st.Pumped)
	assert.EqualValues(t, 18_000_000-330_000*1145/1000, st.TrueReservoir)
	assert.EqualValues(t, 3_300_000*1145/1000, st.DeliveredMass[therapy.Morphine])
}

func TestTheCatheterPortPushesThePathOutAtOnce(t *testing.T) {
	b := open(t).at(0,
		pump.Inject{Site: pump.CatheterPort, Volume: 100_000, Drug: therapy.Baclofen, Concentration: 2_000})
	st := b.s.Status()
	assert.EqualValues(t, 1_000_000, st.DeliveredMass[therapy.Morphine], "0.1 mL of 10 mg/mL")
	assert.EqualValues(t, 100_000, st.Delivered)
	assert.Zero(t, st.Pumped)
	b.at(0, pump.Inject{Site: pump.CatheterPort, Volume: 316_000, Drug: therapy.Ziconotide, Concentration: 25})
	st = b.s.Status()
	assert.EqualValues(t, 3_160_000, st.DeliveredMass[therapy.Morphine], "all that was in the path")
	assert.EqualValues(t, 200_000, st.DeliveredMass[therapy.Baclofen])
	assert.Equal(t, [therapy.Drugs]units.Concentration{0, 25, 0}, st.TipConcentration)
	b.at(3 * units.Day)
	assert.EqualValues(t, 7_900, b.s.Status().DeliveredMass[therapy.Ziconotide], "316,000 nL of 25 ug/mL")
	assert.Equal(t, [therapy.Drugs]units.Concentration{10_000, 0, 0}, b.s.Status().TipConcentration)
}

// What is drawn out at the catheter port can no longer be pushed into the
// patient; until the pump has filled the path again, nothing comes.
func TestAPathDrawnOutIsNotPushedIntoThePatient(t *testing.T) {
	b := open(t, remote(nil)).at(0, pump.Aspirate{Site: pump.CatheterPort},
		pump.Inject{Site: pump.CatheterPort, Volume: 1_000_000, Drug: therapy.Morphine})
	assert.Zero(t, b.s.Status().DeliveredMass[therapy.Morphine])
	assert.Contains(t, strings.Join(lines(b.s.Log()), "\n"), `"event":"catheter_aspirated","volume_nl":316000`)
	b.at(units.Day)
	assert.Zero(t, b.s.Status().DeliveredMass[therapy.Morphine])
	b.at(26 * units.Hour)
	assert.NotZero(t, b.s.Status().DeliveredMass[therapy.Morphine])
}

// A bridge reckoned with a longer catheter than there is gives the new strength
// at the bridge's rate while it lasts on.
func TestABridgeReckonedWithTheWrongLengthGivesAWrongDose(t *testing.T) {
	given := func(length int64) units.Mass {
		b := open(t, remote(nil), func(s *pump.Setup) { s.Truth.LengthCM = length }).at(0, pump.Aspirate{},
			pump.Inject{Volume: 18_000_000, Drug: therapy.Morphine, Concentration: 20_000},
			pump.Program{Change: pump.Change{Bridge: true, Prescription: therapy.Prescription{Concentration: 20_000,
				Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 3_000_000}}}})
		b.at(2 * units.Day)
		return b.s.Status().DeliveredMass[therapy.Morphine]
	}
	assert.InDelta(t, 6_000_000, int64(given(80)), 1000)
	assert.InDelta(t, 6_000_000+44_000*20-44_000*10, int64(given(60)), 1000, "the path holds 20 cm of 2.2 microlitres less")
	assert.Less(t, given(100), units.Mass(6_000_000))
}

func TestAPathOfSalineGivesNothingUntilItIsCleared(t *testing.T) {
	b := open(t, remote(nil), func(s *pump.Setup) { s.Catheter.HoldsSaline = true }).at(0, pump.Prime{}).at(units.Hour)
	st := b.s.StatusAt(units.Instant(1_137_600 - 1))
	assert.Zero(t, st.DeliveredMass[therapy.Morphine])
	assert.Zero(t, st.TipConcentration[therapy.Morphine])
	st = b.s.StatusAt(1_137_600)
	assert.Zero(t, st.DeliveredMass[therapy.Morphine])
	assert.EqualValues(t, 10_000, st.TipConcentration[therapy.Morphine])
	assert.NotZero(t, b.s.Status().DeliveredMass[therapy.Morphine])
}

func TestTheReservoirMixesAtOnceAndEvenly(t *testing.T) {
	b := open(t, holding(5_000_000)).at(0,
		pump.Inject{Volume: 10_000_000, Drug: therapy.Morphine, Concentration: 25_000},
		pump.Inject{Volume: 5_000_000, Drug: therapy.Ziconotide, Concentration: 100})
	assert.Equal(t, [therapy.Drugs]units.Concentration{15_000, 25, 0}, b.s.Status().ReservoirConcentration)
}

func TestThePocketGetsNothingToThePump(t *testing.T) {
	b := open(t).at(0, pump.Aspirate{},
		pump.Inject{Site: pump.Pocket, Volume: 18_000_000, Drug: therapy.Morphine, Concentration: 10_000},
		pump.SetReservoir{Volume: 18_000_000}).at(units.Day)
	st := b.s.Status()
	assert.EqualValues(t, 180_000_000, st.PocketMass[therapy.Morphine])
	assert.Zero(t, st.TrueReservoir)
	assert.Zero(t, st.Delivered)
	assert.EqualValues(t, 17_700_000, st.ComputedReservoir)
}

// While a stall is not yet noticed the pump counts what it does not give; while
// its end is not yet noticed it gives what it does not count.
func TestAStallMakesBeliefAndTruthDiffer(t *testing.T) {
	b := open(t, remote(nil)).at(0, pump.BeginStall{}).at(10*units.Hour, pump.EndStall{})
	assert.EqualValues(t, 18_000_000-4_166-1, b.s.Status().ComputedReservoir)
	assert.EqualValues(t, 18_000_000, b.s.Status().TrueReservoir)
	b.at(10*units.Hour + 20*units.Minute)
	assert.EqualValues(t, b.s.Status().ComputedReservoir, b.s.Status().TrueReservoir)
}

func TestHowLongItLasts(t *testing.T) {
	type want struct{ low, boluses, stable, refill int64 }
	cases := []struct {
		name  string
		edits []func(*pump.Setup)
		want  want
	}{
		{"morphine", nil, want{53, 38, 87, 38}},
		{"morphine, stable for longer", []func(*pump.Setup){func(s *pump.Setup) { s.MorphineStable = 180 * units.Day }}, want{53, 38, 177, 38}},
		{"no remote", []func(*pump.Setup){remote(nil)}, want{53, 53, 87, 53}},
		{"minimum rate", []func(*pump.Setup){infusion(therapy.Infusion{Mode: therapy.MinimumRate}), remote(nil)}, want{2666, 2666, 87, 87}},
		{"periodic", []func(*pump.Setup){infusion(periodic())}, want{53, 38, 87, 38}},
		{"below the threshold", []func(*pump.Setup){holding(1_900_000)}, want{0, 0, 87, 0}},
		{"ziconotide, undiluted", []func(*pump.Setup){of(therapy.Ziconotide, 100, 6_000)}, want{266, 266, 81, 81}},
		{"ziconotide, diluted", []func(*pump.Setup){of(therapy.Ziconotide, 50, 3_000)}, want{266, 266, 37, 37}},
		{"ziconotide, first fill", []func(*pump.Setup){of(therapy.Ziconotide, 25, 1_500), func(s *pump.Setup) { s.FirstFill = true }}, want{266, 266, 11, 11}},
		{"baclofen", []func(*pump.Setup){of(therapy.Baclofen, 2_000, 120_000)}, want{266, 266, 177, 177}},
		{"baclofen, just filled", []func(*pump.Setup){of(therapy.Baclofen, 2_000, 120_000), func(s *pump.Setup) { s.FilledAgo = 0 }}, want{266, 266, 180, 180}},
		{"filled too long ago", []func(*pump.Setup){func(s *pump.Setup) { s.FilledAgo = 100 * units.Day }}, want{53, 38, 0, 0}},
	}
	for _, c := range cases {
		f := open(t, c.edits...).s.Status().Forecast
		assert.Equal(t, pump.Forecast{
			HasFlow: true, DaysToLow: c.want.low, DaysToLowWithBolus: c.want.boluses,
			StabilityDaysLeft: c.want.stable, RefillByDays: c.want.refill,
		}, f, c.name)
	}
}

// of is the setup for a drug, without a remote.
func of(d therapy.Drug, c units.Concentration, daily units.Mass) func(*pump.Setup) {
	return func(s *pump.Setup) {
		s.Prescription = plain(daily)
		s.Prescription.Drug, s.Prescription.Concentration = d, c
		s.Truth.Drug, s.Truth.Concentration = d, c
	}
}

func TestTheFillDateIsThatOfTheLastVolumeSet(t *testing.T) {
	b := open(t, of(therapy.Ziconotide, 25, 1_500), func(s *pump.Setup) { s.FirstFill = true })
	b.at(5*units.Day, pump.Aspirate{}, pump.Inject{Volume: 20_000_000, Drug: therapy.Ziconotide, Concentration: 25})
	b.at(5*units.Day, program(b.s.Prescription()))
	assert.EqualValues(t, 6, b.s.Status().Forecast.StabilityDaysLeft, "nobody told the pump")
	b.at(5*units.Day, pump.SetReservoir{Volume: 20_000_000})
	assert.EqualValues(t, 84, b.s.Status().Forecast.StabilityDaysLeft)
}

func TestAProgrammeWithoutFlowHasNoDaysToLow(t *testing.T) {
	b := open(t, infusion(therapy.Infusion{Mode: therapy.Stopped}), remote(nil))
	line := string(b.s.Status().AppendJSON(nil))
	assert.Contains(t, line, `"forecast":{"days_to_low":null,"days_to_low_with_boluses":null,"stability_days_left":87,"refill_by_days":87}`)
	assert.Contains(t, line, `"lockout_until_ms":null,"boluses_last_24h":0,"bolus":null,"battery":"ok"`)
}

func TestWhetherThePumpWasInSpecificationIsAskedOfWhatItGave(t *testing.T) {
	for _, c := range []struct {
		filled, expected, actual units.Volume
		within, known            bool
	}{
		{20_000_000, 10_000_000, 8_550_000, true, true}, // gave 1,145 per mille
		{20_000_000, 10_000_000, 8_549_999, false, true},
		{20_000_000, 10_000_000, 11_450_000, true, true}, // gave 855 per mille
		{20_000_000, 10_000_000, 11_450_001, false, true},
		{20_000_000, 20_000_000, 20_000_000, false, false},
		{20_000_000, 20_000_001, 20_000_000, false, false},
	} {
		within, known := pump.InSpecification(c.filled, c.expected, c.actual)
		assert.Equal(t, c.within, within, "%+v", c)
		assert.Equal(t, c.known, known, "%+v", c)
	}
}

func TestTonesAreWorkedOutFromTheAlarmsBeginning(t *testing.T) {
	b := open(t, holding(2_300_000), remote(nil)).at(8 * units.Day)
	st := b.s.Status()
	require.Equal(t, []pump.Alarm{pump.LowReservoir, pump.ReservoirEmpty}, st.Alarms)
	empty := units.Instant(7*units.Day + 16*units.Hour)
	next, ok := st.NextTone(empty, pump.CriticalEvery)
	assert.True(t, ok)
	assert.Equal(t, pump.Tone{At: empty, Alarm: pump.ReservoirEmpty, Tones: 2, Lasts: 3 * units.Second}, next)
	next, _ = st.NextTone(empty-1, pump.CriticalEvery)
	assert.Equal(t, pump.ReservoirEmpty, next.Alarm, "at the full hour both sound; the critical one is heard")
	next, _ = st.NextTone(empty+1, pump.CriticalEvery)
	assert.Equal(t, empty.Add(10*units.Minute), next.At)
	next, _ = st.NextTone(empty+1, 2*units.Hour)
	assert.Equal(t, pump.Tone{At: empty.Add(units.Hour), Alarm: pump.LowReservoir, Tones: 1, Lasts: units.Second}, next)
	_, ok = open(t).s.Status().NextTone(0, pump.CriticalEvery)
	assert.False(t, ok)
}

func TestASetupThatCannotBeIsAnErrorThatNamesIt(t *testing.T) {
	for field, edit := range map[string]func(*pump.Setup){
		"pump.model":                       func(s *pump.Setup) { s.Model = 2 },
		"pump.age":                         func(s *pump.Setup) { s.Age = 2_557 * units.Day },
		"pump.catheter.length":             func(s *pump.Setup) { s.Catheter.LengthCM = 0 },
		"pump.catheter.tubing":             func(s *pump.Setup) { s.Catheter.Tubing = -1 },
		"pump.catheter.per_cm":             func(s *pump.Setup) { s.Catheter.PerCM = 1 << 60 },
		"pump.catheter":                    func(s *pump.Setup) { s.Catheter.Tubing, s.Catheter.PerCM = 0, 0 },
		"pump.low_reservoir_alarm":         func(s *pump.Setup) { s.LowReservoir = 999_999 },
		"pump.residual":                    func(s *pump.Setup) { s.Residual = -1 },
		"pump.stall_detection":             func(s *pump.Setup) { s.StallDetection = -1 },
		"pump.morphine_stability":          func(s *pump.Setup) { s.MorphineStable = 181 * units.Day },
		"pump.reservoir.volume":            func(s *pump.Setup) { s.Reservoir = 20_000_001 },
		"pump.reservoir.filled":            func(s *pump.Setup) { s.FilledAgo = -1 },
		"start":                            func(s *pump.Setup) { s.StartWeekday = 7 },
		"truth.flow_error":                 func(s *pump.Setup) { s.Truth.FlowErrorPerMille = 301 },
		"truth.reservoir.volume":           func(s *pump.Setup) { s.Truth.Reservoir = 20_000_001 },
		"truth.reservoir.drug":             func(s *pump.Setup) { s.Truth.Drug = 3 },
		"truth.reservoir.concentration":    func(s *pump.Setup) { s.Truth.Concentration = -1 },
		"prescription.infusion.continuous": func(s *pump.Setup) { s.Prescription.Infusion.Daily = 1 },
		"prescription.concentration":       func(s *pump.Setup) { s.Prescription.Concentration = 0 },
		"prescription":                     func(s *pump.Setup) { s.Prescription.Infusion.Daily = 15_000_010 },
		"prescription.patient_bolus":       func(s *pump.Setup) { s.OpioidNaive = true },
	} {
		setup := teaching()
		edit(&setup)
		_, err := session.New(setup)
		var invalid *pump.Invalid
		require.ErrorAs(t, err, &invalid, field)
		assert.Equal(t, field, invalid.Field)
		assert.Contains(t, err.Error(), field+": ")
	}
}

// A bolus of 10 nL over 7 min gives 10/420,000 nL in a millisecond, which no
// grain holds; cut after a millisecond, a third and two thirds of its time, it
// leaves fractions that are kept.
func TestWhatACutBolusGaveIsKeptExactly(t *testing.T) {
	b := open(t, remote(nil), infusion(therapy.Infusion{Mode: therapy.MinimumRate}), func(s *pump.Setup) { s.Truth.FlowErrorPerMille = 7 })
	given := new(big.Rat)
	now := units.Span(0)
	for _, ran := range []units.Span{1, 140_000, 280_001, 419_999} {
		b.at(now, pump.ClinicianBolus{Dose: 100, Over: 7 * units.Minute})
		b.at(now+ran, pump.Stop{}, pump.Restart{})
		given.Add(given, big.NewRat(10*int64(ran), int64(7*units.Minute)))
		now += ran
	}
	given.Add(given, big.NewRat(6_000*int64(now), int64(units.Day)))
	left := new(big.Rat).Sub(big.NewRat(18_000_000, 1), given.Mul(given, big.NewRat(1007, 1000)))
	s := b.s.State()
	assert.Equal(t, left.String(), s.Account().InReservoir.Volume.String())
}
