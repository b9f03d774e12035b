package session

import (
	"strconv"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// Entry is one line of the log.
type Entry struct {
	Seq   int           // from 1
	At    units.Instant // when it happened
	Cause string        // "start", "time" or the name of the command
	Event pump.Event
}

// AppendJSON appends the entry as one JSON object, without a line break. The
// keys are seq, at_ms, log, cause, event and the event's own, in that order.
func (e Entry) AppendJSON(dst []byte) []byte {
	dst = strconv.AppendInt(append(dst, `{"seq":`...), int64(e.Seq), 10)
	dst = strconv.AppendInt(append(dst, `,"at_ms":`...), int64(e.At), 10)
	dst = append(append(dst, `,"log":"`...), e.Event.Log().String()...)
	dst = append(append(dst, `","cause":"`...), e.Cause...)
	dst = append(append(dst, `","event":"`...), e.Event.Kind.String()...)
	dst = e.Event.AppendFields(append(dst, '"'))
	return append(dst, '}')
}
