package pump

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
