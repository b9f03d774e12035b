package ward

import (
	"math/big"
	"strconv"
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// line is one thing of a prescription, named and in words.
type line struct{ key, name, value string }

// lines are all the things of a prescription, in the order of an order sheet.
func (m *Model) lines(p therapy.Prescription) []line {
	var all []line
	add := func(key, value string) {
		all = append(all, line{key, m.words.Say("ward.line." + key), value})
	}
	add("drug", m.drug(p.Drug))
	add("strength", p.Concentration.String())
	add("mode", m.words.Say("ward.mode."+p.Infusion.Mode.String()))
	in := p.Infusion
	switch in.Mode {
	case therapy.Continuous:
		add("daily", in.Daily.String())
	case therapy.Periodic:
		add("give", in.Periodic.Give.String())
		add("over", in.Periodic.Over.String())
		add("every", in.Periodic.Every.String())
		add("background", in.Periodic.Background.String())
	case therapy.Flex:
		for i, pattern := range in.Patterns {
			var days []string
			for weekday, of := range in.Week {
				if of == i {
					days = append(days, m.weekday(weekday))
				}
			}
			all = append(all, line{"day." + strconv.Itoa(i), m.words.Say("ward.line.day", "days", strings.Join(days, " ")), m.patternSteps(pattern)})
		}
	}
	b := p.PatientBolus
	if b == nil {
		add("remote", m.words.Say("ward.remote.off"))
		return all
	}
	add("remote", m.words.Say("ward.remote.on"))
	add("dose", b.Dose.String())
	add("dose_over", b.Over.String())
	add("lockout", b.Lockout.String())
	add("per_day", strconv.Itoa(b.PerDay))
	if b.DailyLimit != nil {
		add("limit", b.DailyLimit.String())
	}
	return all
}

func (m *Model) patternSteps(p therapy.Pattern) string {
	var all []string
	for _, s := range p.Steps {
		give := s.Give.String()
		if s.Minimum {
			give = m.words.Say("ward.minimum")
		}
		all = append(all, m.words.Say("ward.line.step", "from", clockOf(s.From), "give", give))
	}
	return strings.Join(all, ", ")
}

func (m *Model) drug(d therapy.Drug) string { return m.words.Say("ward.drug." + d.String()) }

func (m *Model) weekday(i int) string { return m.words.Say("ward.weekday.d" + strconv.Itoa(i+1)) }

// clockOf is a time of day on a quarter of an hour.
func clockOf(s units.Span) string { return units.FormatTimeOfDay(s) }

// when is the civil time of an instant of the case at hand.
func (m *Model) when(t units.Instant) string {
	c := m.here().sc.Start.Add(units.Span(t))
	return c.Add(-(c.TimeOfDay() % units.Minute)).Long()
}

func (m *Model) clock(t units.Instant) string {
	c := m.here().sc.Start.Add(units.Span(t))
	return c.Add(-(c.TimeOfDay() % units.Minute)).Clock()
}

// millilitres is a volume to the nearest tenth of a millilitre; what is less than
// that, to the nearest thousandth.
func millilitres(v units.Volume) string {
	if v != 0 && v < 100_000 {
		return decimals(int64(v), 1_000_000, 3)
	}
	return decimals(int64(v), 1_000_000, 1)
}

// decimals is a number of parts, so many to the whole, to the nearest of so many
// decimals, without zeros at its end.
func decimals(n, whole int64, places int) string {
	return strings.TrimSuffix(strings.TrimRight(big.NewRat(n, whole).FloatString(places), "0"), ".")
}

// perDay is a flow in mL a day.
func perDay(r units.FlowRate) string { return decimals(int64(r), 1_000_000, 3) + " mL" }

// state are the lines of what the pump says when it is read.
func (m *Model) state(s pump.Status) []line {
	say := func(key string, values ...string) string { return m.words.Say(key, values...) }
	all := []line{
		{"runs", say("ward.state.runs"), say("ward.runs." + m.running(s))},
		{"flow", say("ward.state.flow"), say("ward.a_day", "volume", perDay(s.Rate))},
		{"holds", say("ward.state.holds"), millilitres(s.ComputedReservoir) + " mL"},
	}
	if f := s.Forecast; f.HasFlow {
		all = append(all, line{"refill", say("ward.state.refill"), say("ward.days", "count", strconv.FormatInt(f.RefillByDays, 10))})
	}
	all = append(all, line{"battery", say("ward.state.battery"), say("ward.battery." + s.Battery.String())})
	alarms := say("ward.state.no_alarm")
	if len(s.Alarms) > 0 {
		var names []string
		for _, a := range s.Alarms {
			names = append(names, say("ward.alarms."+a.String()))
		}
		alarms = strings.Join(names, "; ")
	}
	return append(all, line{"alarms", say("ward.state.alarms"), alarms})
}

func (m *Model) running(s pump.Status) string {
	switch {
	case s.Updating:
		return "updating"
	case s.StallDetected:
		return "stalled"
	case s.Mode == therapy.Stopped:
		return "stopped"
	case s.Bolus != nil:
		return "bolus"
	}
	return "programme"
}

// forecast says when the pump has to be refilled, and why then.
func (m *Model) forecast(s pump.Status) []string {
	f := s.Forecast
	if !f.HasFlow {
		return []string{m.words.Say("ward.forecast.none")}
	}
	days := func(n int64) string { return strconv.FormatInt(n, 10) }
	why := "volume"
	switch {
	case f.RefillByDays == f.DaysToLowWithBolus:
	case f.RefillByDays == f.StabilityDaysLeft:
		why = "stability"
	default:
		why = "longest"
	}
	return []string{
		m.words.Say("ward.forecast.without", "count", days(f.DaysToLow)),
		m.words.Say("ward.forecast.with", "count", days(f.DaysToLowWithBolus)),
		m.words.Say("ward.forecast.stable", "count", days(f.StabilityDaysLeft)),
		m.words.Say("ward.forecast.refill."+why, "count", days(f.RefillByDays)),
	}
}

// refusal says why the pump refused something.
func (m *Model) refusal(e pump.Event) string {
	if e.Refusal == therapy.WarningNotAcknowledged {
		return m.warned(e.Warnings)
	}
	return m.words.Say("ward.fault." + string(e.Refusal))
}

// warned says what is unusual about a prescription.
func (m *Model) warned(w therapy.Warnings) string {
	var all []string
	for _, name := range w.Names() {
		all = append(all, m.words.Say("ward.warning."+name))
	}
	return strings.Join(all, " ")
}

// workings are the sums behind what is set, step by step.
func (m *Model) workings(c pump.Change) []string {
	p := c.Prescription
	var all []string
	sum := func(key string, dose units.Mass) {
		all = append(all, m.words.Say(key, "dose", dose.String(), "strength", p.Concentration.String(),
			"volume", decimals(int64(units.VolumeOf(dose, p.Concentration)), 1_000_000, 3)))
	}
	if p.Concentration <= 0 {
		return nil
	}
	if p.Infusion.Mode == therapy.Continuous {
		sum("ward.working.daily", p.Infusion.Daily)
	}
	if p.PatientBolus != nil {
		sum("ward.working.dose", p.PatientBolus.Dose)
	}
	old := m.inForce().Concentration
	if c.Bridge && old != p.Concentration && p.Check(false) == nil {
		path, rate := m.status().Path, p.BridgeRate(old)
		if rate > 0 {
			all = append(all, m.words.Say("ward.working.bridge", "strength", old.String(), "rate", perDay(rate),
				"volume", decimals(int64(path), 1_000_000, 3), "time", hours(units.TimeFor(path, rate))))
		}
	}
	return all
}

// hours is a span to the nearest tenth of an hour.
func hours(s units.Span) string { return decimals(int64(s), int64(units.Hour), 1) + " h" }

// activation is the patient's requests in one hour of the day.
type activation struct{ given, denied int }

// report counts the patient's requests up to the reading, by the hour of the day
// and by the reason of refusals.
func (m *Model) report() (byHour [24]activation, byReason map[pump.Denial]int) {
	byReason = map[pump.Denial]int{}
	for _, e := range m.here().attempt.Session().Log() {
		if e.At > m.tablet.at {
			break
		}
		hour := int(m.here().sc.Start.Add(units.Span(e.At)).TimeOfDay() / units.Hour)
		switch e.Event.Kind {
		case pump.PatientBolusStarted:
			byHour[hour].given++
		case pump.PatientBolusDenied:
			byHour[hour].denied++
			byReason[e.Event.Denial]++
		}
	}
	return byHour, byReason
}

// kinds are which events a filter of the log lets through.
var kinds = map[string][]pump.EventKind{
	"doses":   {pump.PatientBolusStarted, pump.BolusStarted, pump.BolusCompleted, pump.BolusInterrupted},
	"refused": {pump.PatientBolusDenied, pump.ProgramRefused, pump.CommandRefused},
	"alarms":  {pump.AlarmRaised, pump.AlarmCleared, pump.StallDetected, pump.StallRecovered},
	"changes": {pump.Programmed, pump.UpdateBegun, pump.UpdateAbandoned, pump.PumpStopped, pump.PumpRestarted, pump.ReservoirSet},
}

var filters = []string{"all", "doses", "refused", "alarms", "changes"}

// mostLogged is as many lines of the log as are shown, the latest [design].
const mostLogged = 30

// events are the latest lines of the pump's own log up to the reading.
func (m *Model) events() []string {
	var all []string
	log := m.here().attempt.Session().Log()
	for i := len(log) - 1; i >= 0 && len(all) < mostLogged; i-- {
		e := log[i]
		if e.At > m.tablet.at || e.Event.Log() != pump.PumpLog || !m.passes(e.Event.Kind) {
			continue
		}
		all = append(all, m.when(e.At)+": "+m.event(e.Event))
	}
	return all
}

func (m *Model) passes(k pump.EventKind) bool {
	wanted, some := kinds[m.tablet.filter]
	if !some {
		return true
	}
	for _, w := range wanted {
		if w == k {
			return true
		}
	}
	return false
}

// event is an event of the pump's log in words.
func (m *Model) event(e pump.Event) string {
	w := m.words
	text := w.Say("ward.event." + e.Kind.String())
	switch e.Kind {
	case pump.PatientBolusStarted:
		text += " " + e.Dose.String()
	case pump.PatientBolusDenied:
		text += " " + w.Say("ward.denied."+e.Denial.String())
	case pump.BolusStarted, pump.BolusCompleted, pump.BolusInterrupted:
		text += " " + w.Say("ward.bolus."+e.Bolus.String()) + ", " + decimals(int64(e.Volume), 1_000_000, 3) + " mL"
	case pump.AlarmRaised, pump.AlarmCleared:
		text += " " + w.Say("ward.alarms."+e.Alarm.String())
	case pump.Programmed, pump.PumpRestarted, pump.FlexStepBegan:
		text += " " + w.Say("ward.a_day", "volume", perDay(e.Rate))
	case pump.ReservoirSet, pump.LowAlarmSet:
		text += " " + millilitres(e.Volume) + " mL"
	case pump.ProgramRefused, pump.CommandRefused:
		text += " " + m.refusal(e)
	}
	return text
}
