package worked

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// asked is a function that the engine answers.
type asked struct {
	says  string // as it is printed
	usage string
	takes []dimension
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
		return &asked{"drug path", "path(80 cm)", []dimension{length}, path}
	case "days_to":
		return &asked{"days to the alarm", "days_to(18 mL, 2 mL, 0.3 mL/day)", []dimension{volume, volume, flow}, daysTo}
	case "bridge":
		return &asked{"bridge", "bridge(80 cm, 6 mg/day, 20 mg/mL)", []dimension{length, dose, strong}, bridge}
	case "in_spec":
		return &asked{"in specification", "in_spec(20 mL, 10 mL, 8.6 mL)", []dimension{volume, volume, volume}, inSpec}
	}
	return nil
}

func isFunction(name string) bool { return functionOf(name) != nil }

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

func catheterOf(q quantity) (pump.Catheter, error) {
	cm, err := whole(q, 1)
	return scenario.UsualCatheter(cm), err
}

// daysTo is the pump's own forecast, without extra doses.
func daysTo(of []quantity) (quantity, error) {
	holds, err := whole(of[0], perMicro)
	level, err2 := whole(of[1], perMicro)
	rate, err3 := whole(aDay(of[2]), perMicro)
	if err := errors.Join(err, err2, err3); err != nil {
		return quantity{}, err
	}
	// At 1 mg/mL a nanolitre holds a nanogram.
	s, err := open(units.Volume(holds), units.Volume(level), scenario.UsualCatheter(80), 1000, units.Mass(rate))
	if err != nil {
		return quantity{}, err
	}
	days := s.Status().Forecast.DaysToLow
	return quantity{value: new(big.Rat).Mul(big.NewRat(days, 1), unit("day").value), of: span}, nil
}

// bridge is how long the pump runs a bridge.
func bridge(of []quantity) (quantity, error) {
	catheter, err := catheterOf(of[0])
	daily, err2 := whole(aDay(of[1]), perMicro)
	strength, err3 := whole(of[2], 1000)
	if err := errors.Join(err, err2, err3); err != nil {
		return quantity{}, err
	}
	s, err := open(scenarioVolume, scenarioLevel, catheter, units.Concentration(strength), units.Mass(daily))
	if err != nil {
		return quantity{}, err
	}
	next := s.Prescription()
	next.Concentration = max(1, next.Concentration/2)
	for _, e := range s.Do(pump.Program{Change: pump.Change{Prescription: next, Bridge: true}}) {
		if e.Event.Kind == pump.BolusStarted {
			return quantity{value: big.NewRat(int64(e.Event.Ends-s.Now()), 1), of: span}, nil
		}
	}
	return quantity{}, errors.New("the pump runs no such bridge")
}

const (
	scenarioVolume units.Volume = 18_000_000
	scenarioLevel  units.Volume = 2_000_000
)

// open is a pump of 40 mL with morphine, which has the widest limits.
func open(holds, level units.Volume, c pump.Catheter, strength units.Concentration, daily units.Mass) (*session.Session, error) {
	s, err := session.New(pump.Setup{
		Model: pump.Model40, Catheter: c, LowReservoir: level, StallDetection: units.Hour, MorphineStable: 90 * units.Day, Reservoir: holds,
		Truth: pump.Truth{Reservoir: holds, Drug: therapy.Morphine, Concentration: strength},
		Prescription: therapy.Prescription{Drug: therapy.Morphine, Concentration: strength, Acknowledge: true,
			Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: daily}},
	})
	if err != nil {
		return nil, fmt.Errorf("the pump would not do this: %w", err)
	}
	return s, nil
}

func inSpec(of []quantity) (quantity, error) {
	var v [3]units.Volume
	for i := range v {
		n, err := whole(of[i], perMicro)
		if err != nil {
			return quantity{}, err
		}
		v[i] = units.Volume(n)
	}
	within, known := pump.InSpecification(v[0], v[1], v[2])
	switch {
	case !known:
		return quantity{}, errors.New("nothing was to leave this pump, so nothing can be said")
	case within:
		return quantity{value: big.NewRat(1, 1)}, nil
	}
	return quantity{value: new(big.Rat)}, nil
}
