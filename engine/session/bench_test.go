package session_test

import (
	"testing"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

const years7 = 2_555 // days

// lifelong is a new pump with 13 flex steps a day, all of another rate than
// their neighbours, and a remote. It flows little, so that its battery lasts.
func lifelong() pump.Setup {
	s := teaching()
	s.Age = 0
	p := &s.Prescription
	p.Acknowledge = true
	day := therapy.Pattern{Name: "day"}
	for i := range units.Span(13) {
		from := i * 100 * units.Minute
		length := 100 * units.Minute
		if i == 12 {
			length = units.Day - from
		}
		// 50,000 or 60,000 nL a day, at 10 mg/mL
		daily := 500_000 + 100_000*(i%2)
		day.Steps = append(day.Steps, therapy.FlexStep{From: from, Give: units.Mass(daily * length / units.Day)})
	}
	p.Infusion = therapy.Infusion{Mode: therapy.Flex, Patterns: []therapy.Pattern{day}}
	p.PatientBolus = &therapy.PatientBolus{
		Dose: 10_000, Over: 10 * units.Minute, Lockout: 2 * units.Hour, PerDay: 10,
	}
	return s
}

// liveSevenYears gives 6 boluses a day for 7 years and a refill every 90 days.
func liveSevenYears(b *testing.B, setup pump.Setup) *session.Session {
	s, err := session.New(setup)
	if err != nil {
		b.Fatal(err)
	}
	for day := range units.Span(years7) {
		for i := range units.Span(6) {
			if err := s.AdvanceTo(units.Instant(day*units.Day + i*4*units.Hour + 37*units.Minute)); err != nil {
				b.Fatal(err)
			}
			s.Do(pump.RequestPatientBolus{})
		}
		if day%90 == 89 {
			s.Do(pump.Aspirate{})
			s.Do(pump.Inject{Volume: 18_000_000, Drug: therapy.Morphine, Concentration: 10_000})
			s.Do(pump.SetReservoir{Volume: 18_000_000})
		}
	}
	return s
}

func BenchmarkSevenYears(b *testing.B) {
	setup := lifelong()
	b.ReportAllocs()
	jumps := 0
	for b.Loop() {
		jumps = len(liveSevenYears(b, setup).Log())
	}
	b.ReportMetric(float64(jumps), "events")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(jumps), "ns/event")
}

// BenchmarkSevenYearsFloor is a bare loop that adds the flows of the same seven
// years to two accounts, knowing what comes when; in the second case it also
// writes as many lines of log. There is nothing left to take away from it.
func BenchmarkSevenYearsFloor(b *testing.B) {
	for _, log := range []bool{false, true} {
		b.Run(map[bool]string{false: "adds", true: "adds_and_logs"}[log], func(b *testing.B) {
			b.ReportAllocs()
			g := lifelong().Prescription.Programme()
			for b.Loop() {
				sink = bareSevenYears(g, log)
			}
			b.ReportMetric(float64(sink), "events")
		})
	}
}

var sink int

func bareSevenYears(g *therapy.Programme, log bool) int {
	const ticks = int64(units.Day) * 1000
	computed, actual := 18_000_000*ticks, 18_000_000*ticks
	var entries []session.Entry
	events := 0
	happens := func(now units.Span, e *pump.Event) {
		events++
		if log {
			entries = append(entries, session.Entry{Seq: len(entries) + 1, At: units.Instant(now), Cause: "time", Event: *e})
		}
	}
	now := units.Span(0)
	for day := range units.Span(years7) {
		next := 0
		flow := func(to units.Span) {
			for next < len(g.Week) && day*units.Day+g.Week[next].From <= to {
				from := day*units.Day + g.Week[next].From
				took := int64(from-now) * int64(g.Week[next].Rate) * 1000
				computed, actual, now = computed-took, actual-took, from
				happens(now, &pump.Event{Kind: pump.FlexStepBegan, Rate: g.Week[next].Rate})
				next++
			}
			took := int64(to-now) * int64(g.Week[0].Rate) * 1000
			computed, actual, now = computed-took, actual-took, to
		}
		for i := range units.Span(6) {
			asked := day*units.Day + i*4*units.Hour + 37*units.Minute
			flow(asked)
			happens(asked, &pump.Event{Kind: pump.PatientBolusStarted})
			flow(asked + 10*units.Minute)
			took := int64(g.BolusVolume) * ticks
			computed, actual = computed-took, actual-took
			happens(now, &pump.Event{Kind: pump.BolusCompleted})
		}
		flow(day*units.Day + units.Day - 1)
		if day%90 == 89 {
			computed, actual = 18_000_000*ticks, 18_000_000*ticks
		}
	}
	if computed != actual {
		panic("the two accounts were given the same")
	}
	return events
}

// BenchmarkLookingBack is the status at instants all over a pump's life, as
// when somebody drags the timeline.
func BenchmarkLookingBack(b *testing.B) {
	s := liveSevenYears(b, lifelong())
	i := units.Instant(0)
	for b.Loop() {
		i += 7_919_000_003
		sink += s.StatusAt(i % s.Now()).BolusesLast24h
	}
}
