package pump

import "iddtestdrive/engine/units"

// How alarms sound [fact: one tone of about 1 s, hourly; two tones, about 3 s].
const (
	NonCriticalEvery = units.Hour
	NonCriticalTone  = 1 * units.Second
	CriticalTone     = 3 * units.Second

	// CriticalEvery is how often a critical alarm sounds if nothing else is
	// set [design]: the device's own figure is not public.
	CriticalEvery = 10 * units.Minute
)

// Tone is one sounding of an alarm.
type Tone struct {
	At    units.Instant
	Alarm Alarm
	Tones int // 1, or 2 for a critical alarm
	Lasts units.Span
}

// NextTone is the first sounding at or after an instant of the alarms that are
// on, if they stay on: the earliest, and of several at once the one that is
// listed last among the critical ones, or else among the others. Tones are
// worked out from each alarm's beginning; they are never in the log. ok is
// false while no alarm is on. criticalEvery, above 0, is the interval that is
// set for critical alarms.
func (s Status) NextTone(from units.Instant, criticalEvery units.Span) (next Tone, ok bool) {
	for _, a := range s.Alarms {
		every := units.Instant(NonCriticalEvery)
		tone := Tone{Alarm: a, Tones: 1, Lasts: NonCriticalTone}
		if a.Class() == Critical {
			every = units.Instant(criticalEvery)
			tone.Tones, tone.Lasts = 2, CriticalTone
		}
		tone.At = s.AlarmSince[a]
		if late := from - tone.At; late > 0 {
			tone.At += (late + every - 1) / every * every
		}
		if !ok || tone.At < next.At || tone.At == next.At && tone.Tones >= next.Tones {
			next, ok = tone, true
		}
	}
	return next, ok
}
