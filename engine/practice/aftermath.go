package practice

import (
	"math/big"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Watched is how long the patient is looked at after the case [design].
const Watched = 48 * units.Hour

// Hour is what left the catheter's tip in one hour.
type Hour struct {
	From       units.Instant
	Given      units.Mass // of the drug that is prescribed
	Prescribed units.Mass // an even share of the day's dose, rounded down
}

// Aftermath is what the patient gets in the hours after the last act, if
// nobody does anything more: from the engine, not from opinion. There are fewer
// hours where more happens in them than can be followed. The attempt stays as it
// is.
func (a *Attempt) Aftermath() []Hour {
	past := a.course.Session
	s, err := session.Replay(past.Setup(), past.Commands())
	if err != nil || s.AdvanceTo(past.Now()) != nil {
		return nil
	}
	alone, left := &scenario.Course{Session: s}, mostHappens
	p := a.prescribed()
	even := units.Mass(floor(p.MeanDailyDose(), 24))
	var hours []Hour
	for t := past.Now(); t < past.Now().Add(Watched); t = t.Add(units.Hour) {
		before := s.Status().DeliveredMass[p.Drug]
		if !pass(alone, t.Add(units.Hour), &left) {
			return hours
		}
		hours = append(hours, Hour{t, s.Status().DeliveredMass[p.Drug] - before, even})
	}
	return hours
}

// prescribed is what the patient should get: the order sheet's prescription, or
// else what was in the pump when the case began.
func (a *Attempt) prescribed() therapy.Prescription {
	if a.c.Prescribed != nil {
		return a.c.Prescribed.Prescription
	}
	return a.sc.Setup.Prescription
}

// floor is a share of an exact amount, rounded down.
func floor(r *big.Rat, parts int64) int64 {
	share := new(big.Rat).Quo(r, big.NewRat(parts, 1))
	return new(big.Int).Quo(share.Num(), share.Denom()).Int64()
}

// isSteady is steady, looked into once for the attempt as it stands.
func (a *Attempt) isSteady() bool {
	if a.stays == nil {
		is := a.steady()
		a.stays = &is
	}
	return *a.stays
}

// steady tells whether what follows is about what is prescribed: hour by hour
// where the dose is even, else day by day.
func (a *Attempt) steady() bool {
	hours := a.Aftermath()
	window := 24
	if a.prescribed().Infusion.Mode == therapy.Continuous {
		window = 1
	}
	if len(hours) < int(Watched/units.Hour) {
		return false
	}
	for i := 0; i < len(hours); i += window {
		var given, wanted units.Mass
		for _, h := range hours[i : i+window] {
			given, wanted = given+h.Given, wanted+h.Prescribed
		}
		if off := max(given-wanted, wanted-given); 4*off > wanted {
			return false
		}
	}
	return true
}
