package scenario

import (
	"fmt"
	"strconv"
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// State writes the state at an instant, in a block of lines.
func (t *Text) State(s pump.Status) error {
	first := fmt.Sprintf("%-*s%-*s", whenWidth, t.when(s.At), logWidth, "state")
	if err := t.line(first + spaced(s.Mode.String()) + ", " + s.Rate.String()); err != nil {
		return err
	}
	for _, row := range [][2]string{
		{"reservoir", fmt.Sprintf("%s by the pump's count, in truth %s", s.ComputedReservoir, s.TrueReservoir)},
		{"pumped", fmt.Sprintf("%s in truth, into a drug path of %s", s.Pumped, s.Path)},
		{"left the tip", s.Delivered.String() + perDrug(s.DeliveredMass)},
		{"leaving the tip", strings.TrimPrefix(perDrug(s.TipConcentration), ", ")},
		{"in the pocket", strings.TrimPrefix(perDrug(s.PocketMass), ", ")},
		{"alarms", alarms(s.Alarms)},
		{"patient boluses", t.boluses(s)},
		{"running bolus", t.running(s.Bolus)},
		{"battery", spaced(s.Battery.String())},
		{"forecast", forecast(s.Forecast)},
	} {
		if row[1] == "" {
			continue
		}
		if err := t.line(fmt.Sprintf("%*s%-*s%s", whenWidth+logWidth, "", labelWidth, row[0], row[1])); err != nil {
			return err
		}
	}
	return nil
}

// perDrug lists the amounts of the drugs of which there is any.
func perDrug[T interface {
	units.Mass | units.Concentration
	String() string
}](amounts [therapy.Drugs]T) string {
	text := ""
	for _, d := range drugs {
		if amounts[d.Means] != 0 {
			text += ", " + amounts[d.Means].String() + " " + d.Text
		}
	}
	return text
}

func alarms(on []pump.Alarm) string {
	if len(on) == 0 {
		return "none"
	}
	names := make([]string, len(on))
	for i, a := range on {
		names[i] = spaced(a.String())
	}
	return strings.Join(names, ", ")
}

func (t *Text) boluses(s pump.Status) string {
	text := fmt.Sprintf("%d in the last 24 h", s.BolusesLast24h)
	if s.HasLockout {
		text += ", lockout until " + t.when(s.LockoutUntil)
	}
	return text
}

func (t *Text) running(b *pump.RunningBolus) string {
	if b == nil {
		return ""
	}
	return fmt.Sprintf("%s, %s of %s given at %s, until %s", b.Kind, b.Given, b.Volume, b.Rate, t.when(b.Ends))
}

func forecast(f pump.Forecast) string {
	refill := fmt.Sprintf("refill within %d d", f.RefillByDays)
	stability := fmt.Sprintf("drug stable for %d d", f.StabilityDaysLeft)
	if !f.HasFlow {
		return join(refill, stability)
	}
	low := fmt.Sprintf("low reservoir in %d d, with every patient bolus in %d d", f.DaysToLow, f.DaysToLowWithBolus)
	return join(join(refill, low), stability)
}

// inUnitOf writes a number of a fault in the unit that people use for it. What
// breaks a limit of rates is always a flow, whatever field it stands in.
func inUnitOf(f *therapy.Fault, n int64) string {
	switch f.Code {
	case therapy.RateBelowMinimum, therapy.RateAboveMaximum, therapy.BridgeRateOutOfRange:
		return units.FlowRate(n).String()
	case therapy.ConcentrationOutOfRange:
		return units.Concentration(n).String()
	case therapy.DoseTooSmall:
		return units.Mass(n).String()
	case therapy.DailyDoseAboveMaximum:
		return units.Mass(n).String() + "/day"
	case therapy.OverLongerThanEvery, therapy.OverOutOfRange, therapy.LockoutOutOfRange:
		return units.Span(n).String()
	case pump.RefusedThreshold:
		return "the alarm can be set from 1 mL to 10 mL"
	case pump.RefusedAboveCapacity:
		return units.Volume(n).String()
	}
	return strconv.FormatInt(n, 10)
}
