package worked

import (
	"errors"
	"math/big"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// forecastAt is the pump's own count of the whole days to the alarm, without extra
// doses.
func forecastAt(holds, level, rate quantity) (int64, error) {
	now, err := whole(holds, perMicro)
	alarm, err2 := whole(level, perMicro)
	s, err3 := flowing(units.Volume(now), units.Volume(alarm), rate)
	if err := errors.Join(err, err2, err3); err != nil {
		return 0, err
	}
	return s.Status().Forecast.DaysToLow, nil
}

func daysTo(of []quantity) (quantity, error) {
	days, err := forecastAt(of[0], of[1], of[2])
	return quantity{value: new(big.Rat).Mul(big.NewRat(days, 1), unit("day").value), of: span}, err
}

func refillDate(of []quantity) (quantity, error) {
	days, err := forecastAt(of[0], of[1], of[2])
	return quantity{value: new(big.Rat).Add(of[3].value, big.NewRat(days, 1)), date: true}, err
}

// expected is what the pump reckons to hold after a time.
func expected(of []quantity) (quantity, error) {
	holds, err := whole(of[0], perMicro)
	passed, err2 := whole(of[2], 1)
	s, err3 := flowing(units.Volume(holds), usualLevel, of[1])
	if err := errors.Join(err, err2, err3); err != nil {
		return quantity{}, err
	}
	if err := s.AdvanceTo(units.Instant(passed)); err != nil {
		return quantity{}, err
	}
	return quantity{value: big.NewRat(int64(s.Status().ComputedReservoir), perMicro), of: volume}, nil
}

// dosesADay asks the remote whenever the pump would give a dose.
func dosesADay(of []quantity) (quantity, error) {
	lockout, err := whole(of[0], 1)
	allowed, err2 := whole(of[1], 1)
	if err := errors.Join(err, err2); err != nil {
		return quantity{}, err
	}
	p := continuous(1000, usualDose)
	p.PatientBolus = &therapy.PatientBolus{Dose: 10_000, Over: units.Minute, Lockout: units.Span(lockout), PerDay: int(allowed)}
	s, err := open(usualVolume, usualLevel, usualCatheter, p)
	if err != nil {
		return quantity{}, err
	}
	given := int64(0)
	for s.Now() < units.Instant(units.Day) {
		s.Do(pump.RequestPatientBolus{})
		given++
		ready := s.Status().Readiness
		if !ready.Passes {
			break
		}
		if err := s.AdvanceTo(ready.From); err != nil {
			return quantity{}, err
		}
	}
	return quantity{value: big.NewRat(given, 1)}, nil
}

// inSpec says whether a pump gave what it may.
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
	if !known {
		return quantity{}, errors.New("nothing was to leave this pump, so nothing can be said")
	}
	return truth(within), nil
}
