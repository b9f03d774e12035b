package pump

import (
	"strconv"
	"unicode/utf8"

	"iddtestdrive/engine/therapy"
)

// AppendFields appends the event's own fields as they stand in a log line,
// each with a comma before it, in the order of the log's table.
func (e Event) AppendFields(dst []byte) []byte {
	switch e.Kind {
	case Programmed:
		dst = appendText(dst, "mode", e.Mode.String())
		dst = appendNumber(dst, "rate_nl_per_day", e.Rate)
		dst = appendWarnings(dst, e.Warnings)
	case ProgramRefused:
		dst = appendFault(appendText(dst, "error", string(e.Refusal)), e.Fault)
		if e.Warnings != 0 {
			dst = appendWarnings(dst, e.Warnings)
		}
	case PumpStopped, PumpRestarted:
		dst = appendNumber(dst, "rate_nl_per_day", e.Rate)
	case FlexStepBegan:
		dst = appendNumber(dst, "step", e.Step)
		dst = appendText(dst, "pattern", e.Pattern)
		dst = appendNumber(dst, "rate_nl_per_day", e.Rate)
	case PatientBolusStarted, PatientBolusDenied, BolusStarted, BolusCompleted, BolusInterrupted:
		dst = e.appendBolus(dst)
	case AlarmRaised, AlarmCleared:
		dst = appendText(dst, "alarm", e.Alarm.String())
		dst = appendText(dst, "class", e.Alarm.Class().String())
	case Aspirated:
		dst = appendNumber(dst, "volume_nl", e.Volume)
		dst = appendNumber(dst, "expected_nl", e.Expected)
	case CatheterAspirated, OverfillRefused, ReservoirSet, LowAlarmSet:
		dst = appendNumber(dst, "volume_nl", e.Volume)
	case Injected:
		dst = appendText(dst, "site", e.Site.String())
		dst = appendNumber(dst, "volume_nl", e.Volume)
		dst = appendText(dst, "drug", e.Drug.String())
		dst = appendNumber(dst, "concentration_ug_per_ml", e.Concentration)
	case CommandRefused:
		dst = appendText(dst, "error", string(e.Refusal))
	}
	return dst
}

func (e Event) appendBolus(dst []byte) []byte {
	switch e.Kind {
	case PatientBolusStarted:
		dst = appendNumber(dst, "dose_ng", e.Dose)
		dst = appendNumber(dst, "volume_nl", e.Volume)
		dst = appendNumber(dst, "ends_ms", e.Ends)
		return appendNumber(dst, "left_today", e.LeftToday)
	case PatientBolusDenied:
		dst = appendText(dst, "reason", e.Denial.String())
		if e.HasRetry {
			dst = appendNumber(dst, "retry_at_ms", e.RetryAt)
		}
		return dst
	}
	dst = appendText(dst, "kind", e.Bolus.String())
	if e.Kind != BolusStarted {
		return appendNumber(dst, "given_nl", e.Volume)
	}
	dst = appendNumber(dst, "volume_nl", e.Volume)
	dst = appendNumber(dst, "rate_nl_per_day", e.Rate)
	return appendNumber(dst, "ends_ms", e.Ends)
}

func appendFault(dst []byte, f *therapy.Fault) []byte {
	if f == nil {
		return dst
	}
	dst = appendText(dst, "field", f.Field)
	if f.HasGot {
		dst = appendNumber(dst, "got", f.Got)
	}
	if f.HasMin {
		dst = appendNumber(dst, "min", f.Min)
	}
	if f.HasMax {
		dst = appendNumber(dst, "max", f.Max)
	}
	return dst
}

func appendWarnings(dst []byte, w therapy.Warnings) []byte {
	dst = append(dst, `,"warnings":[`...)
	for i, name := range w.Names() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = AppendString(dst, name)
	}
	return append(dst, ']')
}

// number is any of the engine's whole numbers.
type number interface {
	~int | ~int16 | ~int64
}

func appendNumber[N number](dst []byte, key string, n N) []byte { return appendInt(dst, key, int64(n)) }

// Lines are long rows of calls of these two. Copied into every place, they would
// be much of what the engine weighs in a browser; so they stay calls.
//
//go:noinline
func appendInt(dst []byte, key string, n int64) []byte {
	dst = append(append(append(dst, `,"`...), key...), `":`...)
	return strconv.AppendInt(dst, n, 10)
}

//go:noinline
func appendText(dst []byte, key, text string) []byte {
	dst = append(append(append(dst, `,"`...), key...), `":`...)
	return AppendString(dst, text)
}

// AppendString appends a JSON string: what JSON must escape is escaped, bytes
// that are no UTF-8 become U+FFFD, all else stands as it is.
func AppendString(dst []byte, text string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r < ' ':
			dst = append(dst, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}
