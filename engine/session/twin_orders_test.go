package session_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// do is the twin's answer to a command.
func (w *twin) do(c pump.Command) {
	switch c := c.(type) {
	case pump.RequestPatientBolus:
		w.request(c.Link)
	case pump.QueryPump:
		w.say("queried")
		w.outstanding = false
		w.wake()
	case pump.Interrogate:
		w.say("interrogated")
		w.wake()
	case pump.Stop, pump.Restart, pump.BeginUpdate, pump.AbandonUpdate:
		w.order(c)
	case pump.Program:
		if w.update {
			w.refuse("update_in_progress")
		} else {
			w.program(c.Change)
		}
	case pump.CommitUpdate:
		if !w.update {
			w.refuse("no_update")
		} else {
			w.program(c.Change)
		}
	case pump.ClinicianBolus:
		if w.ready() {
			w.give(pump.ClinicianDose, units.Volume(w.volumeOf(c.Dose)), int64(c.Over)/1000)
		}
	case pump.Prime:
		if w.ready() {
			v := w.setup.Catheter.Volume()
			w.give(pump.PrimingBolus, v, int64(v)*86_400/24_000_000)
		}
	case pump.SetReservoir:
		w.set(c.Volume)
	case pump.SetLowAlarm:
		if v := c.Volume; v < 1_000_000 || v > 10_000_000 {
			w.refuse("threshold_out_of_range")
		} else {
			w.say("low_alarm_set volume_nl=%d", v)
			w.lowAt = v
		}
	case pump.Aspirate, pump.Inject:
		w.syringe(c)
	default:
		w.rotor(c)
	}
	w.alarmsDue()
}

func (w *twin) refuse(code string) { w.say("command_refused error=%s", code) }

func (w *twin) request(link pump.Link) {
	switch {
	case w.outstanding:
		w.refuse("query_first")
		return
	case link == pump.NoConnection:
		w.say("no_connection")
		return
	}
	w.answer()
	if link == pump.ReplyLost {
		w.outstanding = true
		w.say("reply_lost")
	}
}

func (w *twin) answer() {
	b := w.p.PatientBolus
	deny := func(reason string) { w.say("patient_bolus_denied reason=%s", reason) }
	until := func(reason string, holds func(sec int64) bool) {
		sec := w.sec
		for holds(sec) {
			sec++
		}
		w.say("patient_bolus_denied reason=%s retry_at_ms=%d", reason, sec*1000)
	}
	switch {
	case b == nil:
		deny("not_prescribed")
	case w.unavailable():
		deny("pump_unavailable")
	case w.bolus != nil:
		deny("busy")
	case w.locked(w.sec):
		until("lockout", w.locked)
	case w.full(w.sec):
		until("daily_count", w.full)
	case w.over(w.sec):
		if !w.over(w.sec + 2*86_400) {
			until("daily_limit", w.over)
		} else {
			deny("daily_limit")
		}
	default:
		given := w.give(pump.PatientBolus, units.Volume(w.volumeOf(b.Dose)), int64(b.Over)/1000)
		w.doses = append(w.doses, given)
		w.say("patient_bolus_started dose_ng=%d volume_nl=%d ends_ms=%d left_today=%d",
			b.Dose, given.volume, given.to*1000, b.PerDay-w.startedLast24h())
	}
}

// locked: less than the lockout since a bolus started or a programming.
func (w *twin) locked(sec int64) bool {
	lockout := int64(w.p.PatientBolus.Lockout) / 1000
	for _, b := range w.doses {
		if sec-b.from < lockout {
			return true
		}
	}
	return w.lockFrom >= 0 && sec-w.lockFrom < lockout
}

// full: the number of the day has started in the last 24 hours.
func (w *twin) full(sec int64) bool {
	n := 0
	for _, b := range w.doses {
		if sec-b.from < 86_400 {
			n++
		}
	}
	return n >= w.p.PatientBolus.PerDay
}

// over: one more would be above the daily limit.
func (w *twin) over(sec int64) bool {
	if w.p.PatientBolus.DailyLimit == nil {
		return false
	}
	sum := new(big.Rat).SetInt64(w.volumeOf(w.p.PatientBolus.Dose))
	sum.Add(sum, w.most)
	sum.Mul(sum, new(big.Rat).SetInt64(int64(w.p.Concentration)))
	for _, b := range w.doses {
		if sec-b.end < 86_400 {
			sum.Add(sum, new(big.Rat).SetInt64(int64(b.volume)*int64(b.conc)))
		}
	}
	return sum.Cmp(new(big.Rat).SetInt64(int64(*w.p.PatientBolus.DailyLimit)*1000)) > 0
}

// mostBackground is the most the background gives in 24 hours, found by trying
// every minute of the week; steps and periodic boluses begin on whole minutes.
func (w *twin) mostBackground() *big.Rat {
	sum, most := int64(0), int64(0)
	for m := range 2 * len(w.rates) {
		sum += int64(w.rates[m%len(w.rates)])
		if m >= 1440 {
			sum -= int64(w.rates[(m-1440)%len(w.rates)])
			most = max(most, sum)
		}
	}
	all := big.NewRat(most, 1440)
	if i := w.p.Infusion.Periodic; w.p.Infusion.Mode == therapy.Periodic {
		on := int64(0) // the most seconds of bolus in 24 hours
		every, over := int64(i.Every)/1000, int64(i.Over)/1000
		upTo := func(sec int64) int64 { return sec/every*over + min(sec%every, over) }
		for from := int64(0); from < every; from += 60 {
			on = max(on, upTo(from+86_400)-upTo(from))
		}
		all.Add(all, big.NewRat(w.volumeOf(i.Give)*on, over))
	}
	return all
}

func (w *twin) order(c pump.Command) {
	stop := func(word string) {
		w.running = false
		w.say("%s", word)
		w.interrupt()
		w.flows()
	}
	switch c.(type) {
	case pump.Stop:
		switch {
		case w.update:
			w.refuse("update_in_progress")
		case !w.flowing():
			w.refuse("already_stopped")
		default:
			stop("stopped rate_nl_per_day=0")
		}
	case pump.BeginUpdate:
		if w.update {
			w.refuse("update_in_progress")
			return
		}
		w.update = true
		stop("update_begun")
	case pump.AbandonUpdate:
		if !w.update {
			w.refuse("no_update")
			return
		}
		w.update = false
		w.say("update_abandoned")
	case pump.Restart:
		switch {
		case w.update:
			w.refuse("update_in_progress")
		case w.p.Infusion.Mode == therapy.Stopped:
			w.refuse("nothing_to_restart")
		case w.running:
			w.refuse("not_stopped")
		default:
			w.running = true
			w.say("restarted rate_nl_per_day=%d", w.background())
			w.flows()
		}
	}
}

func (w *twin) ready() bool {
	for _, r := range []struct {
		holds bool
		code  string
	}{
		{w.update, "update_in_progress"}, {!w.flowing(), "stopped"}, {w.detected, "motor_stalled"},
		{w.empty, "reservoir_empty"}, {w.bolus != nil, "busy"},
	} {
		if r.holds {
			w.refuse(r.code)
			return false
		}
	}
	return true
}

// program takes a prescription that passes every check.
func (w *twin) program(c pump.Change) {
	old := w.p
	w.update, w.lockFrom = false, w.sec
	w.prescribe(c.Prescription)
	w.say("programmed mode=%s rate_nl_per_day=%d", w.p.Infusion.Mode, w.background())
	w.interrupt()
	w.start()
	if c.Reservoir != nil {
		w.set(*c.Reservoir)
	}
	if c.Bridge {
		rate := nearest(int64(w.p.Infusion.Daily)*1000, int64(old.Concentration))
		v := w.setup.Catheter.Volume()
		w.give(pump.BridgeBolus, v, int64(v)*86_400/rate)
	}
	w.periodic()
}

func (w *twin) set(v units.Volume) {
	w.say("reservoir_set volume_nl=%d", v)
	w.computed, w.empty, w.lockFrom, w.filledAt = int64(v)*grain, v == 0, w.sec, w.sec
}

func (w *twin) syringe(c pump.Command) {
	residual, capacity := int64(w.setup.Residual)*grain, int64(w.setup.Model.Capacity())*grain
	switch c := c.(type) {
	case pump.Aspirate:
		if c.Site == pump.CatheterPort {
			var path int64
			for _, s := range w.slugs {
				path += s.grains
			}
			w.say("catheter_aspirated volume_nl=%d", path/grain)
			w.slugs = []slug{{path, w.none()}}
			return
		}
		drawn := max(0, w.actual-residual)
		w.say("aspirated volume_nl=%d expected_nl=%d", drawn/grain, w.computed/grain)
		w.actual -= drawn
		w.dry = true
	case pump.Inject:
		holds := w.none()
		holds[c.Drug].SetInt64(int64(c.Concentration))
		all := int64(c.Volume) * grain
		told := func(g int64) {
			w.say("injected site=%s volume_nl=%d drug=%s concentration_ug_per_ml=%d", c.Site, g/grain, c.Drug, c.Concentration)
		}
		switch c.Site {
		case pump.Pocket:
			told(all)
		case pump.CatheterPort:
			told(all)
			w.push(all, holds)
		default:
			fits := min(all, capacity-w.actual)
			if fits > 0 {
				told(fits)
			}
			if fits < all {
				w.say("overfill_refused volume_nl=%d", (all-fits)/grain)
			}
			w.mix(fits, holds)
			w.dry = w.dry && w.actual <= residual
		}
	}
}

// mix adds so much to the reservoir.
func (w *twin) mix(g int64, holds [therapy.Drugs]*big.Rat) {
	if g == 0 {
		return
	}
	mixed := w.none()
	for d := range mixed {
		mixed[d].Mul(w.holds[d], new(big.Rat).SetInt64(w.actual))
		mixed[d].Add(mixed[d], new(big.Rat).Mul(holds[d], new(big.Rat).SetInt64(g)))
		mixed[d].Quo(mixed[d], new(big.Rat).SetInt64(w.actual+g))
	}
	w.actual += g
	w.holds = mixed
}

func (w *twin) rotor(c pump.Command) {
	began := func(stall string) {
		if w.stall != "" {
			w.refuse("stall_in_progress")
			return
		}
		w.stall, w.recoverAt = stall, -1
		w.say("stall_began")
		if !w.detected {
			w.detectAt = w.sec + int64(w.setup.StallDetection)/1000
		}
		w.telemetry = stall == "field" && w.setup.Truth.MRITelemetryMode && len(w.alarmsOn()) > 0
	}
	switch c.(type) {
	case pump.BeginStall:
		began("stuck")
	case pump.EnterMRI:
		began("field")
	case pump.EndStall:
		if w.stall != "stuck" {
			w.refuse("no_stall")
			return
		}
		w.free()
	case pump.LeaveMRI:
		switch {
		case w.stall != "field":
			w.refuse("not_in_mri")
		case w.telemetry:
			w.stall = "held"
		default:
			w.free()
		}
	}
}

func (w *twin) free() {
	w.stall, w.detectAt = "", -1
	w.say("stall_ended")
	if w.detected {
		w.recoverAt = w.sec + int64(w.setup.StallDetection)/1000
	}
}

// wake ends the telemetry mode of a pump that is out of the field.
func (w *twin) wake() {
	if w.stall == "held" {
		w.free()
	}
}

// wholeSeconds is a setup for the twin: every bolus lasts a number of seconds
// that its amounts divide by, and the path is cleared in whole seconds.
func wholeSeconds(t *rapid.T) pump.Setup {
	s := drawSetup(t)
	s.Age = 0
	s.OpioidNaive = false
	s.Catheter.LengthCM, s.Catheter.Tubing, s.Catheter.PerCM = 100, 0, 3_000
	s.Reservoir = times(t, "nearly", 1, 40, units.Volume(100_000))
	s.Truth.Reservoir = times(t, "truly", 0, 40, units.Volume(100_000))
	s.Prescription = inSeconds(t, s.Prescription)
	s.Prescription.Acknowledge = true
	return s
}

var evenly = []units.Span{5 * units.Minute, 10 * units.Minute, 15 * units.Minute, 30 * units.Minute, units.Hour, 2 * units.Hour}

func inSeconds(t *rapid.T, p therapy.Prescription) therapy.Prescription {
	if p.Infusion.Mode == therapy.Periodic {
		p.Infusion.Periodic.Over = min(oneOf(t, "over", evenly[1:]...), p.Infusion.Periodic.Every)
	}
	if p.PatientBolus != nil {
		p.PatientBolus.Over = oneOf(t, "over", evenly...)
		p.PatientBolus.Lockout = max(p.PatientBolus.Over, p.PatientBolus.Lockout)
	}
	p.Acknowledge = true
	return p
}

func twinCommand(t *rapid.T, s *session.Session) pump.Command {
	switch c := drawCommand(t, s).(type) {
	case pump.Program, pump.CommitUpdate:
		change := pump.Change{Prescription: inSeconds(t, drawPrescription(t))}
		if old := s.Prescription(); chance(t, "bridge", 40) && old.Drug == therapy.Morphine && !s.Status().StallDetected {
			rate := oneOf(t, "rate", units.Volume(150_000), 300_000, 600_000, 1_200_000, 2_400_000)
			change.Prescription = plain(dose(rate, old.Concentration))
			change.Prescription.Concentration = old.Concentration / 2
			if 2*old.Concentration <= 25_000 && chance(t, "stronger", 50) {
				change.Prescription.Concentration = 2 * old.Concentration
			}
			change.Bridge = true
		}
		if chance(t, "tells", 50) || change.Bridge {
			change.Reservoir = volume(times(t, "volume", 1, 30, units.Volume(100_000)))
		}
		if _, ok := c.(pump.Program); ok {
			return pump.Program{Change: change}
		}
		return pump.CommitUpdate{Change: change}
	case pump.ClinicianBolus:
		return pump.ClinicianBolus{Dose: dose(times(t, "clinician", 1, 20, units.Volume(1_000)), s.Prescription().Concentration), Over: oneOf(t, "over", evenly[1:]...)}
	case pump.SetReservoir:
		return pump.SetReservoir{Volume: times(t, "volume", 0, 30, units.Volume(100_000))}
	case pump.Inject:
		c.Volume = max(c.Volume, 1)
		return c
	default:
		return c
	}
}

func TestAPumpThatStepsBySecondsDoesTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := session.New(wholeSeconds(t))
		require.NoError(t, err)
		w := newTwin(s.Setup())
		to := func(sec int64) {
			for w.sec < sec {
				w.second()
			}
			require.NoError(t, s.AdvanceTo(units.Instant(sec*1000)))
			compare(t, s, w)
		}
		for range 15 {
			unit := oneOf(t, "unit", int64(1), 60, 600, 600, 3600)
			to(w.sec + times(t, "wait", 0, 10, unit))
			c := twinCommand(t, s)
			s.Do(c)
			w.do(c)
			compare(t, s, w)
		}
		to(w.sec + 20_000)
		said := []string{}
		for _, e := range s.Log() {
			said = append(said, retold(e))
		}
		require.ElementsMatch(t, w.log, said)
	})
}

// retold is an entry in the words of the twin's log.
func retold(e session.Entry) string {
	e.Event.Warnings = 0
	e.At = (e.At + 999) / 1000 * 1000
	return told(e)
}

func compare(t *rapid.T, s *session.Session, w *twin) {
	st := s.Status()
	floor := func(r *big.Rat, by int64) int64 {
		r = new(big.Rat).Quo(r, new(big.Rat).SetInt64(by))
		return new(big.Int).Div(r.Num(), r.Denom()).Int64()
	}
	require.Equal(t, w.computed/grain, int64(st.ComputedReservoir), "computed")
	require.Equal(t, w.actual/grain, int64(st.TrueReservoir), "true")
	require.Equal(t, w.pumped/grain, int64(st.Pumped), "pumped")
	require.Equal(t, w.out/grain, int64(st.Delivered), "delivered")
	require.Equal(t, w.alarmsOn(), st.Alarms)
	require.Equal(t, w.startedLast24h(), st.BolusesLast24h)
	for d := range st.DeliveredMass {
		require.Equal(t, floor(w.mass(d), 1000*grain), int64(st.DeliveredMass[d]), "delivered %s", therapy.Drug(d))
		require.Equal(t, floor(w.slugs[0].holds[d], 1), int64(st.TipConcentration[d]), "tip %s", therapy.Drug(d))
	}
	rate := max(0, w.backgroundNow())
	if w.bolus != nil {
		rate += w.bolus.rate
	}
	require.Equal(t, rate, st.Rate)
}
