package pump

import "iddtestdrive/engine/units"

// Alarm is one of the pump's alarms.
type Alarm uint8

// The alarms, in the order in which states list them.
const (
	LowReservoir   Alarm = iota // computed volume at or below the threshold
	ReservoirEmpty              // computed volume at 0
	MotorStall                  // a stall was detected
	Stopped48h                  // 48 h without programmed flow
	ERI                         // elective replacement: the battery lasts 90 days more [fact]
	EndOfService                // the pump has stopped for good
	alarmCount     = iota
)

var alarmNames = [alarmCount]string{
	LowReservoir: "low_reservoir", ReservoirEmpty: "reservoir_empty", MotorStall: "motor_stall",
	Stopped48h: "stopped_48h", ERI: "eri", EndOfService: "end_of_service",
}

// String is the alarm's name in the log, such as "low_reservoir".
func (a Alarm) String() string { return alarmNames[a] }

// Alarms lists every alarm in its order.
func Alarms() []Alarm {
	return []Alarm{LowReservoir, ReservoirEmpty, MotorStall, Stopped48h, ERI, EndOfService}
}

// AlarmClass says how urgent an alarm sounds.
type AlarmClass uint8

// The classes [fact].
const (
	NonCritical AlarmClass = iota // one tone
	Critical                      // two tones
)

// String is the class's name in the log, such as "non-critical".
func (c AlarmClass) String() string {
	if c == Critical {
		return "critical"
	}
	return "non-critical"
}

// Class is how urgent the alarm sounds [fact].
func (a Alarm) Class() AlarmClass {
	if a == LowReservoir || a == ERI {
		return NonCritical
	}
	return Critical
}

// alarmSet is which alarms are on.
type alarmSet uint8

// volumeAlarms are those that a volume that is set may clear.
const volumeAlarms alarmSet = 1<<LowReservoir | 1<<ReservoirEmpty

func (s alarmSet) has(a Alarm) bool { return s>>a&1 == 1 }

func (s alarmSet) list() []Alarm {
	on := []Alarm{}
	for a := range Alarm(alarmCount) {
		if s.has(a) {
			on = append(on, a)
		}
	}
	return on
}

// longStop is how long the pump may give nothing before it alarms [fact].
const longStop = 48 * units.Hour

// The instants at which the alarms change that follow from an amount or a
// time. An alarm that is on changes at once when its reason is gone; all is
// said here, so that setting a volume raises and clears by the same rule.

// lowChanges: on exactly while the computed volume has come to the threshold
// and was not set above it since.
func (s *State) lowChanges() units.Instant {
	at := s.computedReaches(s.lowAt)
	if !s.alarms.has(LowReservoir) {
		return at
	}
	return s.ifSo(at > s.now)
}

// emptyChanges: on exactly while the computed volume has come to 0 and was not
// set above it since.
func (s *State) emptyChanges() units.Instant {
	if s.alarms.has(ReservoirEmpty) {
		return s.ifSo(!s.empty)
	}
	if s.empty {
		return s.now
	}
	return s.computedReaches(0)
}

// longStopChanges: raised after 48 hours without programmed flow, whatever
// ended it; cleared when it runs again.
func (s *State) longStopChanges() units.Instant {
	if s.alarms.has(Stopped48h) {
		return s.ifSo(!s.idle)
	}
	if !s.idle {
		return never
	}
	return s.idleFrom.Add(longStop)
}

// ifSo is now or never.
//
//go:noinline
func (s *State) ifSo(so bool) units.Instant {
	if so {
		return s.now
	}
	return never
}
