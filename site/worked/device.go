package worked

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// asked is a function that the engine answers.
type asked struct {
	usage string
	takes []any // the kind of each quantity; nil takes two or more of one kind
	ask   func(of []quantity) (quantity, error)
}

var (
	volume = dimension{volume: 1}
	length = dimension{length: 1}
	span   = dimension{time: 1}
	flow   = dimension{volume: 1, time: -1}
	dose   = dimension{mass: 1, time: -1}
	strong = dimension{mass: 1, volume: -1}
)

// functionOf is the function of a name; nil where there is none.
func functionOf(name string) *asked {
	switch name {
	case "path":
		return &asked{"path(80 cm)", []any{length}, path}
	case "prime":
		return &asked{"prime(80 cm)", []any{length}, prime}
	case "days_to":
		return &asked{"days_to(18 mL, 2 mL, 0.3 mL/day)", []any{volume, volume, flow}, daysTo}
	case "refill_date":
		return &asked{"refill_date(18 mL, 2 mL, 0.3 mL/day, 2026-03-02)", []any{volume, volume, flow, aDate}, refillDate}
	case "expected":
		return &asked{"expected(18 mL, 0.3 mL/day, 40 days)", []any{volume, flow, span}, expected}
	case "bridge":
		return &asked{"bridge(80 cm, 6 mg/day, 20 mg/mL)", []any{length, dose, strong}, bridge}
	case "bridge_rate":
		return &asked{"bridge_rate(6 mg/day, 20 mg/mL)", []any{dose, strong}, bridgeRate}
	case "doses_a_day":
		return &asked{"doses_a_day(3 h, 4)", []any{span, dimension{}}, dosesADay}
	case "in_spec":
		return &asked{"in_spec(20 mL, 10 mL, 8.6 mL)", []any{volume, volume, volume}, inSpec}
	case "min":
		return &asked{"min(3 mL, 4 mL)", nil, least}
	}
	return nil
}

// count is how many quantities a function takes, in words.
func (f *asked) count() string {
	if f.takes == nil {
		return "at least 2"
	}
	return strconv.Itoa(len(f.takes))
}

// least is the smallest of some quantities.
func least(of []quantity) (quantity, error) {
	small := of[0]
	if small.truth {
		return small, errNoSum
	}
	for _, q := range of[1:] {
		if q.value.Cmp(small.value) < 0 {
			small = q
		}
	}
	return small, nil
}

// function is the function that a text begins with.
func function(text string) (*asked, string) {
	name, _, found := strings.Cut(text, "(")
	if !found {
		return nil, ""
	}
	return functionOf(name), name
}

// whole is a quantity in whole smallest parts of the engine.
func whole(q quantity, parts int64) (int64, error) {
	n := new(big.Rat).Mul(q.value, big.NewRat(parts, 1))
	if !n.IsInt() || !n.Num().IsInt64() {
		return 0, fmt.Errorf("the pump cannot be set to %s so finely", q.exact())
	}
	return n.Num().Int64(), nil
}

// aDay is what a quantity per time comes to in a day.
func aDay(q quantity) quantity { return times(q, *unit("day")) }

// Of a microlitre, a microgram and a microlitre a day in the engine's units.
const perMicro = 1000

func path(of []quantity) (quantity, error) {
	catheter, err := catheterOf(of[0])
	return quantity{value: big.NewRat(int64(catheter.Volume()), perMicro), of: volume}, err
}

// catheterOf is a catheter of a length that a pump can have.
func catheterOf(q quantity) (pump.Catheter, error) {
	cm, err := whole(q, 1)
	if err != nil {
		return pump.Catheter{}, err
	}
	s, err := open(usualVolume, usualLevel, scenario.UsualCatheter(cm), continuous(1000, usualDose))
	if err != nil {
		return pump.Catheter{}, err
	}
	return s.Setup().Catheter, nil
}

func prime(of []quantity) (quantity, error) {
	catheter, err := catheterOf(of[0])
	if err != nil {
		return quantity{}, err
	}
	s, err := open(usualVolume, usualLevel, catheter, continuous(1000, usualDose))
	if err != nil {
		return quantity{}, err
	}
	began, err := bolusBegun(s, pump.Prime{})
	return quantity{value: big.NewRat(int64(began.Ends), 1), of: span}, err
}

// bridge is how long the pump runs a bridge.
func bridge(of []quantity) (quantity, error) {
	catheter, err := catheterOf(of[0])
	if err != nil {
		return quantity{}, err
	}
	began, err := bridged(catheter, of[1], of[2])
	return quantity{value: big.NewRat(int64(began.Ends), 1), of: span}, err
}

func bridgeRate(of []quantity) (quantity, error) {
	began, err := bridged(usualCatheter, of[0], of[1])
	return by(quantity{value: big.NewRat(int64(began.Rate), perMicro), of: volume}, *unit("day")), err
}

// bridged begins a bridge. To which strength makes no difference to it.
func bridged(c pump.Catheter, daily, strength quantity) (pump.Event, error) {
	mass, err := whole(aDay(daily), perMicro)
	old, err2 := whole(strength, 1000)
	if err := errors.Join(err, err2); err != nil {
		return pump.Event{}, err
	}
	s, err := open(usualVolume, usualLevel, c, continuous(units.Concentration(old), units.Mass(mass)))
	if err != nil {
		return pump.Event{}, err
	}
	next := s.Prescription()
	next.Concentration = max(1, next.Concentration/2)
	return bolusBegun(s, pump.Program{Change: pump.Change{Prescription: next, Bridge: true}})
}

// bolusBegun gives a new session a command that begins a bolus.
func bolusBegun(s *session.Session, c pump.Command) (pump.Event, error) {
	for _, e := range s.Do(c) {
		if e.Event.Kind == pump.BolusStarted {
			return e.Event, nil
		}
	}
	return pump.Event{}, errors.New("the pump would not do this")
}

// A pump about which a function says nothing else [design].
const (
	usualVolume units.Volume = 18_000_000
	usualLevel  units.Volume = 2_000_000
	usualDose   units.Mass   = 300_000 // a day
)

var usualCatheter = scenario.UsualCatheter(80)

// flowing is a pump that gives a rate.
func flowing(holds, level units.Volume, rate quantity) (*session.Session, error) {
	perDay, err := whole(aDay(rate), perMicro)
	if err != nil {
		return nil, err
	}
	// At 1 mg/mL a nanolitre holds a nanogram.
	return open(holds, level, usualCatheter, continuous(1000, units.Mass(perDay)))
}

// continuous is a prescription of morphine, which has the widest limits.
func continuous(strength units.Concentration, daily units.Mass) therapy.Prescription {
	return therapy.Prescription{Drug: therapy.Morphine, Concentration: strength, Acknowledge: true,
		Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: daily}}
}

// open is a pump of 40 mL.
func open(holds, level units.Volume, c pump.Catheter, p therapy.Prescription) (*session.Session, error) {
	s, err := session.New(pump.Setup{
		Model: pump.Model40, Catheter: c, LowReservoir: level, StallDetection: units.Hour, MorphineStable: 90 * units.Day, Reservoir: holds,
		Truth:        pump.Truth{Reservoir: holds, Drug: p.Drug, Concentration: p.Concentration},
		Prescription: p,
	})
	if err != nil {
		return nil, fmt.Errorf("the pump would not do this: %w", err)
	}
	return s, nil
}
