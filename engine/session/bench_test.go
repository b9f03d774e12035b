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
