package timeline_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/timeline"
)

const minute = units.Instant(units.Minute)

// scenarios of many kinds: a remote, flex dosing, and a pump that is not what it
// believes to be.
var kinds = []string{"remote", "flex", "wrong"}

// live lets a while pass with something done at its end, as a person or the
// world might.
func live(r *rapid.T, s *session.Session) {
	t := s.Now() + units.Instant(rapid.IntRange(0, 600).Draw(r, "minutes"))*minute + units.Instant(rapid.IntRange(0, 40).Draw(r, "seconds"))*1000
	require.NoError(r, s.AdvanceTo(t))
	half := therapy.Prescription{
		Drug: therapy.Morphine, Concentration: 5000, Acknowledge: true,
		Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 2_500_000},
	}
	s.Do(rapid.SampledFrom([]pump.Command{
		pump.RequestPatientBolus{}, pump.RequestPatientBolus{}, pump.RequestPatientBolus{},
		pump.RequestPatientBolus{Link: pump.NoConnection}, pump.RequestPatientBolus{Link: pump.ReplyLost}, pump.QueryPump{},
		pump.Interrogate{}, pump.Stop{}, pump.Restart{}, pump.BeginUpdate{}, pump.AbandonUpdate{},
		pump.BeginStall{}, pump.EndStall{}, pump.EnterMRI{}, pump.LeaveMRI{}, pump.Prime{},
		pump.ClinicianBolus{Dose: 200_000, Over: units.Hour}, pump.SetReservoir{Volume: 1_500_000}, pump.SetReservoir{Volume: 12_000_000},
		pump.Aspirate{}, pump.Inject{Volume: 5_000_000, Drug: therapy.Morphine, Concentration: 10_000},
		pump.Inject{Site: pump.CatheterPort, Volume: 30_000, Drug: therapy.Morphine, Concentration: 10_000},
		pump.Program{Change: pump.Change{Prescription: half, Bridge: true}}, pump.Program{Change: pump.Change{Prescription: half}},
	}).Draw(r, "command"))
}

func instant(r *rapid.T, name string, most units.Instant) units.Instant {
	return most * units.Instant(rapid.IntRange(0, 1000).Draw(r, name)) / 1000
}

func step(r *rapid.T) units.Span {
	return rapid.SampledFrom([]units.Span{units.Minute, 5 * units.Minute, 10 * units.Minute, units.Hour, 6 * units.Hour}).Draw(r, "step")
}

// Who looks often and who looks once sees the same.
func TestReadingInPiecesIsReadingAtOnce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := onStage(r, rapid.SampledFrom(kinds).Draw(r, "kind")).main()
		var pieces timeline.Record
		for range rapid.IntRange(1, 12).Draw(r, "things") {
			live(r, s)
			pieces.Follow(s, 1)
			from := instant(r, "from", s.Now())
			pieces.Columns(from, s.Now(), 10*units.Minute)
			pieces.Moments(3_000_000, from, s.Now(), units.Hour)
		}
		var once timeline.Record
		once.Follow(s, 1)
		from, every := instant(r, "from", s.Now()), 7*units.Minute
		require.Equal(r, once.Marks(0, s.Now()), pieces.Marks(0, s.Now()))
		require.Equal(r, once.Columns(from, s.Now(), every), pieces.Columns(from, s.Now(), every))
		require.Equal(r, once.Moments(3_000_000, from, s.Now(), every), pieces.Moments(3_000_000, from, s.Now(), every))
	})
}

// To the nanogram, whatever the window and its columns.
func TestWhatLeftTheTipAddsUpToWhatTheSessionDelivered(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := onStage(r, rapid.SampledFrom(kinds).Draw(r, "kind")).main()
		for range rapid.IntRange(1, 20).Draw(r, "things") {
			live(r, s)
		}
		var record timeline.Record
		record.Follow(s, 1)
		from, to := instant(r, "from", s.Now()), instant(r, "to", s.Now()+day)
		columns := record.Columns(from, to, step(r))
		to = min(to, s.Now())
		if from >= to {
			require.Empty(r, columns)
			return
		}
		sum, at := units.Mass(0), from
		for i, c := range columns {
			require.Equal(r, at, c.From, "columns follow one another")
			if i < len(columns)-1 {
				require.GreaterOrEqual(r, c.To-c.From, units.Instant(20*units.Second))
			}
			sum, at = sum+c.Left, c.To
		}
		require.Equal(r, to, at)
		drug := s.Prescription().Drug
		require.Equal(r, s.StatusAt(to).DeliveredMass[drug]-s.StatusAt(from).DeliveredMass[drug], sum)
	})
}

// Where something happens a column begins, so what it says of its beginning
// holds to its end.
func TestAColumnIsTrueToItsEnd(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := onStage(r, rapid.SampledFrom(kinds).Draw(r, "kind")).main()
		for range rapid.IntRange(1, 15).Draw(r, "things") {
			live(r, s)
			require.NoError(r, s.AdvanceTo(s.Now()+minute))
		}
		var record timeline.Record
		record.Follow(s, 1)
		for _, c := range record.Columns(0, s.Now(), units.Hour) {
			if happensIn(r, s, c) {
				continue
			}
			mid := c.From + (c.To-c.From)/2
			st := s.StatusAt(mid)
			require.Equal(r, st.Rate == 0, c.Told == 0)
			require.Equal(r, st.Rate == 0, c.Rest == timeline.AtRest)
			if st.Bolus == nil || st.Bolus.Kind != pump.BridgeBolus {
				state := s.StateAt(mid)
				require.Equal(r, int64(st.Rate)*int64(state.Prescription().Concentration)/1000, int64(c.Told), "from %v to %v", c.From, c.To)
			}
			if c.Rest != timeline.Flowing {
				require.Zero(r, st.Flow)
			}
		}
	})
}

// happensIn tells whether something happened within a column, which may be only
// where the piece before it would have been too short for a column.
func happensIn(t require.TestingT, s *session.Session, c timeline.Column) bool {
	any := false
	for _, e := range s.Log() {
		if c.From < e.At && e.At < c.To {
			any = true
			require.Less(t, e.At-c.From, units.Instant(20*units.Second))
		}
	}
	return any
}

// However much happened in a window, it has so many columns and no more.
func TestManyEventsDoNotMakeManyColumns(t *testing.T) {
	s := onStage(t, "remote")
	for i := range units.Instant(2000) {
		s.run(i * 5 * minute).main().Do(pump.QueryPump{})
	}
	var r timeline.Record
	r.Follow(s.main(), 1)
	assert.Len(t, r.Columns(0, 7*day, units.Hour), 1999*5/60+1)
	assert.Greater(t, len(r.Columns(0, day, units.Hour)), 24*12-1, "where they are fewer, each has its edge")
}

// A bridge flows at its own rate at the old concentration, which comes to the
// dose that is prescribed.
func TestABridgeIsToldAsTheDoseItGives(t *testing.T) {
	s := onStage(t, "remote").run(hour)
	s.main().Do(pump.Program{Change: pump.Change{Bridge: true, Prescription: therapy.Prescription{
		Drug: therapy.Morphine, Concentration: 20_000, Acknowledge: true,
		Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 4_000_000},
	}}})
	s.run(2 * hour)
	var r timeline.Record
	r.Follow(s.main(), 1)
	columns := r.Columns(hour, 2*hour, units.Hour)
	require.Len(t, columns, 1)
	assert.Equal(t, units.Mass(4_000_000), columns[0].Told)
	assert.True(t, columns[0].Bolus)
	assert.InDelta(t, 4_000_000, columns[0].PerDay(), 100)
}

func TestMarksTellWhatHappened(t *testing.T) {
	s := onStage(t, "remote").ask(hour, hour+5*minute)
	s.run(2 * hour).main().Do(pump.RequestPatientBolus{Link: pump.NoConnection})
	s.run(5 * hour).main().Do(pump.RequestPatientBolus{})
	s.run(5*hour + 4*minute).main().Do(pump.BeginUpdate{}) // cuts the dose short
	s.run(5*hour + 10*minute).main().Do(pump.AbandonUpdate{})
	s.run(6 * hour).main().Do(pump.Restart{})
	s.run(9 * hour).main().Do(pump.SetReservoir{Volume: 1_000_000})
	s.run(13 * hour).main().Do(pump.SetReservoir{Volume: 18_000_000})
	s.run(14 * hour).main().Do(pump.BeginStall{})
	s.run(20 * hour)
	var r timeline.Record
	r.Follow(s.main(), 1)
	mark := func(k timeline.Kind, from, to units.Instant) timeline.Mark {
		return timeline.Mark{Kind: k, At: from, Until: to}
	}
	given := mark(timeline.Given, hour, hour+10*minute)
	given.Dose = 300_000
	refused := mark(timeline.Refused, hour+5*minute, hour+5*minute)
	refused.Denial = pump.DeniedBusy
	cut := mark(timeline.Given, 5*hour, 5*hour+4*minute)
	cut.Dose = 300_000
	low := mark(timeline.Alarmed, 9*hour, 13*hour)
	low.Alarm = pump.LowReservoir
	stall := mark(timeline.Alarmed, 14*hour+20*minute, 14*hour+20*minute)
	stall.Alarm, stall.Open = pump.MotorStall, true
	assert.Equal(t, []timeline.Mark{
		given, refused, mark(timeline.Unheard, 2*hour, 2*hour), cut,
		mark(timeline.Visited, 5*hour+4*minute, 6*hour), mark(timeline.Visited, 9*hour, 9*hour), low,
		mark(timeline.Visited, 13*hour, 13*hour), stall,
	}, r.Marks(0, s.main().Now()))
	assert.Equal(t, []timeline.Mark{cut}, r.Marks(5*hour, 5*hour), "both ends count")
}

// The app tells by another generation that the past is another; the rest is
// noticed.
func TestASessionThatWasCutBackIsReadAnew(t *testing.T) {
	long := onStage(t, "remote").ask(hour, 2*hour).run(3 * hour).main()
	short := onStage(t, "remote").ask(hour).run(3 * hour).main()
	var r timeline.Record
	follow := func(s *session.Session, generation, marks int) {
		t.Helper()
		r.Follow(s, generation)
		assert.Len(t, r.Marks(0, day), marks)
		require.NotEmpty(t, r.Columns(0, s.Now(), units.Hour))
	}
	follow(long, 1, 2)
	follow(short, 1, 1)
	follow(long, 2, 2)
	long.Forget()
	require.NoError(t, long.AdvanceTo(4*hour))
	follow(long, 2, 0)
	follow(short, 3, 1)
}

func TestARecordOfNothingHasNothingToTell(t *testing.T) {
	var r timeline.Record
	assert.Empty(t, r.Columns(0, day, units.Hour))
	assert.Empty(t, r.Marks(0, day))
	assert.Empty(t, r.Moments(1, 0, day, units.Hour))
	r.Follow(onStage(t, "remote").main(), 1)
	assert.Empty(t, r.Columns(0, day, units.Hour), "no time has passed")
	assert.Len(t, r.Moments(1, 0, day, units.Hour), 1)
	assert.Empty(t, r.Columns(0, day, 0))
}
