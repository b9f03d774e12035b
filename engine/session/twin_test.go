package session_test

import (
	"fmt"
	"math/big"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// twin is the same pump written again as plainly as can be: it steps from one
// second to the next, looks at everything in every second, keeps lists instead
// of sums, and knows nothing of when anything will be due. Its world is drawn
// so that all that people do, and every bolus, falls on whole seconds; then its
// amounts are whole numbers of a grain. Battery, faults of prescriptions and
// warnings are not its business.
type twin struct {
	setup   pump.Setup
	p       therapy.Prescription
	sec     int64
	log     []string
	running bool
	update  bool

	computed int64 // in grains
	actual   int64
	lowAt    units.Volume
	slugs    []slug // in the path, oldest first
	holds    [therapy.Drugs]*big.Rat
	left     []slug // what left the tip, one for each mixture
	pumped   int64
	out      int64

	bolus       *twinBolus
	doses       []*twinBolus // patient boluses
	began       int64        // of the periodic programme; -1: not begun
	rateBefore  units.FlowRate
	most        *big.Rat                 // the most the background gives in 24 hours
	rates       [7 * 1440]units.FlowRate // of every minute of the week; steps begin on whole minutes
	lockFrom    int64
	filledAt    int64
	alarms      [6]bool
	idleSince   int64 // -1: programmed flow
	empty       bool
	dry         bool
	detected    bool
	detectAt    int64
	recoverAt   int64
	stall       string
	telemetry   bool
	outstanding bool
}

// grain is what volumes are counted in: a nanolitre is 86,400,000,000.
const grain = int64(86_400_000_000)

type twinBolus struct {
	kind       pump.BolusKind
	volume     units.Volume
	from, to   int64
	end        int64 // when it ended or was interrupted
	conc       units.Concentration
	background bool // flows beside it
	rate       units.FlowRate
}

// slug is a part of what is in the path.
type slug struct {
	grains int64
	holds  [therapy.Drugs]*big.Rat
}

func newTwin(setup pump.Setup) *twin {
	w := &twin{
		setup: setup, p: setup.Prescription, running: true, began: -1, lockFrom: -1, idleSince: -1,
		detectAt: -1, recoverAt: -1, filledAt: -int64(setup.FilledAgo) / 1000,
		computed: int64(setup.Reservoir) * grain, actual: int64(setup.Truth.Reservoir) * grain,
		lowAt: setup.LowReservoir, empty: setup.Reservoir == 0, dry: setup.Truth.Reservoir <= setup.Residual,
	}
	w.holds = w.none()
	w.holds[setup.Truth.Drug].SetInt64(int64(setup.Truth.Concentration))
	full := w.none()
	if !setup.Catheter.HoldsSaline {
		full[w.p.Drug].SetInt64(int64(w.p.Concentration))
	}
	catheter := setup.Catheter
	if setup.Truth.LengthCM > 0 {
		catheter.LengthCM = setup.Truth.LengthCM
	}
	w.slugs = []slug{{int64(catheter.Volume()) * grain, full}}
	w.prescribe(setup.Prescription)
	w.say("programmed mode=%s rate_nl_per_day=%d", w.p.Infusion.Mode, w.background())
	w.start()
	w.due()
	return w
}

func (w *twin) none() (none [therapy.Drugs]*big.Rat) {
	for d := range none {
		none[d] = new(big.Rat)
	}
	return none
}

func (w *twin) say(format string, of ...any) {
	w.log = append(w.log, fmt.Sprintf("%08d ", w.sec)+fmt.Sprintf(format, of...))
}

// prescribe works out the background of every minute of the week.
func (w *twin) prescribe(p therapy.Prescription) {
	w.p = p
	for m := range w.rates {
		w.rates[m] = w.backgroundAt(int64(m) * 60)
	}
	w.most = w.mostBackground()
}

// ofWeek is a second as one of the week.
func (w *twin) ofWeek(sec int64) int64 {
	return (int64(w.setup.StartWeekday)*86_400 + int64(w.setup.StartOfDay)/1000 + sec) % (7 * 86_400)
}

// start begins the programme in force.
func (w *twin) start() {
	w.running = true
	w.began = -1
	if w.p.Infusion.Mode == therapy.Periodic {
		w.began = w.sec
	}
	w.flows()
}

// flows notes whether there is programmed flow, and how fast the background is
// when nothing is said about it.
func (w *twin) flows() {
	w.rateBefore = w.backgroundNow()
	if w.flowing() {
		w.idleSince = -1
	} else if w.idleSince < 0 {
		w.idleSince = w.sec
	}
}

func (w *twin) flowing() bool { return w.running && w.p.Infusion.Mode != therapy.Stopped }

// nearest is a/b to the nearest whole number, ties to even.
func nearest(a, b int64) int64 {
	q, r := a/b, a%b
	if 2*r > b || 2*r == b && q%2 == 1 {
		q++
	}
	return q
}

func (w *twin) volumeOf(m units.Mass) int64 { return nearest(int64(m)*1000, int64(w.p.Concentration)) }

// background is the programme's rate at this second.
func (w *twin) background() units.FlowRate { return w.rates[w.ofWeek(w.sec)/60] }

// backgroundAt is the rate at a second of the week.
func (w *twin) backgroundAt(sec int64) units.FlowRate {
	switch i := w.p.Infusion; i.Mode {
	case therapy.MinimumRate:
		return 6_000
	case therapy.Continuous:
		return units.FlowRate(w.volumeOf(i.Daily))
	case therapy.Periodic:
		return units.FlowRate(w.volumeOf(i.Periodic.Background))
	case therapy.Flex:
		rate, _, _ := w.step(sec)
		return rate
	}
	return 0
}

// step is the flex step at a second of the week: its rate, number and pattern.
func (w *twin) step(sec int64) (units.FlowRate, int, string) {
	day := w.p.Infusion.Patterns[w.p.Infusion.Week[sec/86_400]]
	now, k := units.Span(sec%86_400)*units.Second, 0
	for i, s := range day.Steps {
		if s.From <= now {
			k = i
		}
	}
	if day.Steps[k].Minimum {
		return 6_000, k + 1, day.Name
	}
	end := units.Day
	if k+1 < len(day.Steps) {
		end = day.Steps[k+1].From
	}
	length := int64(end - day.Steps[k].From)
	return units.FlowRate(nearest(w.volumeOf(day.Steps[k].Give)*86_400_000, length)), k + 1, day.Name
}

// backgroundNow is the background that flows as programmed; -1 where none does.
func (w *twin) backgroundNow() units.FlowRate {
	if !w.flowing() || w.bolus != nil && !w.bolus.background {
		return -1
	}
	return w.background()
}

// second lets one second pass.
func (w *twin) second() {
	if w.flowing() {
		flow := int64(max(0, w.rateBefore)) * 1000 * 1000
		if b := w.bolus; b != nil {
			flow += int64(b.volume) * (grain / (b.to - b.from))
		}
		if !w.detected && !w.empty {
			w.computed -= flow
		}
		if w.stall == "" && !w.dry {
			w.pump(flow / 1000 * int64(1000+w.setup.Truth.FlowErrorPerMille))
		}
	}
	w.sec++
	w.due()
}

// pump moves so much from the reservoir into the path.
func (w *twin) pump(g int64) {
	g = min(g, w.actual-int64(w.setup.Residual)*grain)
	w.actual -= g
	w.pumped += g
	w.push(g, w.holds)
}

// push lets so much of a mixture into the path, and as much out of the tip.
func (w *twin) push(g int64, holds [therapy.Drugs]*big.Rat) {
	if last := &w.slugs[len(w.slugs)-1]; last.holds == holds {
		last.grains += g
	} else {
		w.slugs = append(w.slugs, slug{g, holds})
	}
	w.out += g
	for g > 0 {
		part := min(g, w.slugs[0].grains)
		w.leave(part, w.slugs[0].holds)
		g -= part
		if w.slugs[0].grains -= part; w.slugs[0].grains == 0 {
			w.slugs = w.slugs[1:]
		}
	}
}

// leave notes what left the tip.
func (w *twin) leave(g int64, holds [therapy.Drugs]*big.Rat) {
	if n := len(w.left); n > 0 && w.left[n-1].holds == holds && w.left[n-1].grains < 1<<61 {
		w.left[n-1].grains += g
		return
	}
	w.left = append(w.left, slug{g, holds})
}

// mass is what left the tip of a drug, in grains times ug/mL.
func (w *twin) mass(d int) *big.Rat {
	sum := new(big.Rat)
	for _, s := range w.left {
		sum.Add(sum, new(big.Rat).Mul(s.holds[d], new(big.Rat).SetInt64(s.grains)))
	}
	return sum
}

// due does what is due in this second, in its order.
func (w *twin) due() {
	if b := w.bolus; b != nil && b.to == w.sec {
		w.bolus, b.end = nil, w.sec
		w.say("bolus_completed kind=%s given_nl=%d", b.kind, b.volume)
		if b.kind == pump.BridgeBolus {
			w.start()
		}
		if !b.background {
			w.rateBefore = w.backgroundNow()
		}
	}
	if r := w.backgroundNow(); r >= 0 && w.rateBefore >= 0 && r != w.rateBefore {
		_, k, name := w.step(w.ofWeek(w.sec))
		w.say("flex_step_began step=%d pattern=%s rate_nl_per_day=%d", k, name, r)
	}
	w.rateBefore = w.backgroundNow()
	w.periodic()
	w.alarmsDue()
	if !w.dry && w.actual <= int64(w.setup.Residual)*grain {
		w.dry = true
		w.say("ran_dry")
	}
}

func (w *twin) periodic() {
	i := w.p.Infusion.Periodic
	if w.began < 0 || (w.sec-w.began)%(int64(i.Every)/1000) != 0 || w.unavailable() || w.bolus != nil {
		return
	}
	w.give(pump.PeriodicDose, units.Volume(w.volumeOf(i.Give)), int64(i.Over)/1000)
}

// give starts a bolus.
func (w *twin) give(kind pump.BolusKind, v units.Volume, lasting int64) *twinBolus {
	w.bolus = &twinBolus{
		kind: kind, volume: v, from: w.sec, to: w.sec + lasting, end: w.sec + lasting, conc: w.p.Concentration,
		rate: units.FlowRate(nearest(int64(v)*86_400, lasting)), background: kind != pump.PrimingBolus && kind != pump.BridgeBolus,
	}
	if kind != pump.PatientBolus {
		w.say("bolus_started kind=%s volume_nl=%d rate_nl_per_day=%d ends_ms=%d", kind, v, w.bolus.rate, w.bolus.to*1000)
	}
	w.rateBefore = w.backgroundNow()
	return w.bolus
}

func (w *twin) unavailable() bool {
	return !w.flowing() || w.detected || w.computed <= 0
}

func (w *twin) alarmsDue() {
	w.alarm(pump.LowReservoir, w.computed <= int64(w.lowAt)*grain)
	if w.computed <= 0 {
		w.computed, w.empty = 0, true
	}
	w.alarm(pump.ReservoirEmpty, w.empty)
	if w.detectAt == w.sec {
		w.detected, w.detectAt = true, -1
		w.say("motor_stall_detected")
		w.alarm(pump.MotorStall, true)
		w.interrupt()
	}
	if w.recoverAt == w.sec {
		w.detected, w.recoverAt = false, -1
		w.say("motor_stall_recovered")
		w.alarm(pump.MotorStall, false)
	}
	w.alarm(pump.Stopped48h, w.idleSince >= 0 && w.sec-w.idleSince >= 48*3600)
}

// alarm raises or clears.
func (w *twin) alarm(a pump.Alarm, on bool) {
	if w.alarms[a] == on {
		return
	}
	w.alarms[a] = on
	word := "cleared"
	if on {
		word = "raised"
	}
	w.say("alarm_%s alarm=%s class=%s", word, a, a.Class())
}

func (w *twin) interrupt() {
	b := w.bolus
	if b == nil {
		return
	}
	w.bolus, b.end = nil, w.sec
	w.say("bolus_interrupted kind=%s given_nl=%d", b.kind, int64(b.volume)*(w.sec-b.from)/(b.to-b.from))
	if b.kind == pump.BridgeBolus && w.p.Infusion.Mode == therapy.Periodic {
		w.began = w.sec
	}
	w.rateBefore = w.backgroundNow()
}

// startedLast24h counts patient boluses.
func (w *twin) startedLast24h() int {
	n := 0
	for _, b := range w.doses {
		if w.sec-b.from < 86_400 {
			n++
		}
	}
	return n
}

// alarmsOn lists the alarms in their order.
func (w *twin) alarmsOn() []pump.Alarm {
	on := []pump.Alarm{}
	for a, is := range w.alarms {
		if is {
			on = append(on, pump.Alarm(a))
		}
	}
	return on
}
