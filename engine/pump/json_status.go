package pump

import (
	"strconv"

	"iddtestdrive/engine/therapy"
)

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
