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
	case Injected:
		dst = appendText(dst, "site", e.Site.String())
		dst = appendNumber(dst, "volume_nl", e.Volume)
		dst = appendText(dst, "drug", e.Drug.String())
		dst = appendNumber(dst, "concentration_ug_per_ml", e.Concentration)
	case OverfillRefused, ReservoirSet:
		dst = appendNumber(dst, "volume_nl", e.Volume)
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

func appendNumber[N number](dst []byte, key string, n N) []byte {
	dst = append(append(append(dst, `,"`...), key...), `":`...)
	return strconv.AppendInt(dst, int64(n), 10)
}

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

// AppendJSON appends the status as a state line, without a line break:
// {"state":{…}}.
func (s Status) AppendJSON(dst []byte) []byte {
	dst = strconv.AppendInt(append(dst, `{"state":{"at_ms":`...), int64(s.At), 10)
	dst = appendText(dst, "mode", s.Mode.String())
	dst = appendNumber(dst, "rate_nl_per_day", s.Rate)
	dst = appendNumber(dst, "computed_reservoir_nl", s.ComputedReservoir)
	dst = appendNumber(dst, "true_reservoir_nl", s.TrueReservoir)
	dst = appendNumber(dst, "path_nl", s.Path)
	dst = appendNumber(dst, "pumped_nl", s.Pumped)
	dst = appendNumber(dst, "delivered_nl", s.Delivered)
	dst = appendByDrug(dst, "delivered_ng", s.DeliveredMass)
	dst = appendByDrug(dst, "pocket_ng", s.PocketMass)
	dst = appendByDrug(dst, "tip_concentration_ug_per_ml", s.TipConcentration)
	dst = append(dst, `,"alarms":[`...)
	for i, a := range s.Alarms {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = AppendString(dst, a.String())
	}
	dst = append(dst, ']')
	dst = appendOrNull(dst, "lockout_until_ms", s.LockoutUntil, s.HasLockout)
	dst = appendNumber(dst, "boluses_last_24h", s.BolusesLast24h)
	dst = s.Bolus.appendJSON(append(dst, `,"bolus":`...))
	dst = appendText(dst, "battery", s.Battery.String())
	dst = s.Forecast.appendJSON(append(dst, `,"forecast":`...))
	return append(dst, "}}"...)
}

func appendOrNull[N number](dst []byte, key string, n N, has bool) []byte {
	if has {
		return appendNumber(dst, key, n)
	}
	return append(append(append(dst, `,"`...), key...), `":null`...)
}

func appendByDrug[N number](dst []byte, key string, amounts [therapy.Drugs]N) []byte {
	dst = append(append(append(dst, `,"`...), key...), `":{`...)
	start := len(dst)
	for d, n := range amounts {
		dst = appendNumber(dst, therapy.Drug(d).String(), n)
	}
	dst = append(dst[:start], dst[start+1:]...) // no comma before the first
	return append(dst, '}')
}

func (b *RunningBolus) appendJSON(dst []byte) []byte {
	if b == nil {
		return append(dst, "null"...)
	}
	dst = AppendString(append(dst, `{"kind":`...), b.Kind.String())
	dst = appendNumber(dst, "volume_nl", b.Volume)
	dst = appendNumber(dst, "rate_nl_per_day", b.Rate)
	dst = appendNumber(dst, "started_ms", b.Started)
	dst = appendNumber(dst, "ends_ms", b.Ends)
	return append(appendNumber(dst, "given_nl", b.Given), '}')
}

func (f Forecast) appendJSON(dst []byte) []byte {
	dst = append(dst, '{')
	start := len(dst)
	dst = appendOrNull(dst, "days_to_low", f.DaysToLow, f.HasFlow)
	dst = appendOrNull(dst, "days_to_low_with_boluses", f.DaysToLowWithBolus, f.HasFlow)
	dst = appendNumber(dst, "stability_days_left", f.StabilityDaysLeft)
	dst = appendNumber(dst, "refill_by_days", f.RefillByDays)
	dst = append(dst[:start], dst[start+1:]...)
	return append(dst, '}')
}
