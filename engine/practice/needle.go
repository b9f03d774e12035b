package practice

import (
	"slices"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// drawUp fills a new syringe from a vial.
func (a *Attempt) drawUp(act Act) Reason {
	v := &a.c.Tray[slices.IndexFunc(a.c.Tray, func(v Vial) bool { return v.Name == act.Word })]
	if act.Volume > v.Holds-a.drawn[v.Name] {
		return VialEmpty
	}
	a.drawn[v.Name] += act.Volume
	a.vial, a.holds = v, act.Volume
	return ""
}

// insert puts the needle in. Where one that is meant for the refill port gets
// to depends on how the port was found. A mesh keeps the thick needle of a
// refill out of the catheter port [fact].
func (a *Attempt) insert(port string) (o Outcome, why Reason) {
	switch {
	case a.needle == "":
		return o, NoNeedle
	case a.port != "":
		return o, NeedleIsIn
	case port == "reservoir":
		if elsewhere, said := a.c.Needle[a.found]; said {
			port = elsewhere
		}
	}
	if port == "catheter" && a.needle == "refill" {
		return Outcome{Blocked: true}, ""
	}
	a.port = port
	return o, ""
}

// draw draws a little or all of what comes.
func (a *Attempt) draw(v Verb) (o Outcome, why Reason) {
	switch a.port {
	case "":
		return o, NoNeedle
	case "catheter":
		o.Fluid = ClearFluid
		if v == Empty {
			for _, e := range a.course.Session.Do(pump.Aspirate{Site: pump.CatheterPort}) {
				o.Volume = e.Event.Volume
			}
		}
		return o, ""
	case "beside":
		return Outcome{Fluid: Nothing}, ""
	}
	s := a.course.Session
	o.Fluid = Drug
	if s.Status().TrueReservoir <= a.sc.Setup.Residual {
		o.Fluid = Nothing
	}
	if v == Empty {
		for _, e := range s.Do(pump.Aspirate{}) {
			o.Volume = e.Event.Volume
		}
	}
	return o, ""
}

// sites are where in the patient a needle gives to.
var sites = map[string]pump.Site{"reservoir": pump.ReservoirPort, "catheter": pump.CatheterPort, "beside": pump.Pocket}

// inject gives from the syringe where the needle is. What the reservoir cannot
// take stays in the syringe.
func (a *Attempt) inject(volume units.Volume) (o Outcome, why Reason) {
	switch {
	case a.port == "":
		return o, NoNeedle
	case a.vial == nil || volume > a.holds:
		return o, NothingToGive
	}
	command := pump.Inject{Site: sites[a.port], Volume: volume, Drug: a.vial.Drug, Concentration: a.vial.Concentration}
	for _, e := range a.course.Session.Do(command) {
		if e.Event.Kind == pump.Injected {
			o.Volume = e.Event.Volume
		}
	}
	a.holds -= o.Volume
	return o, ""
}

// ends tells whether a state holds as things stand.
func (a *Attempt) ends(e Ending) bool {
	s := a.course.Session
	st := s.Status()
	switch e {
	case Running:
		return st.Rotor > 0 // which stands in an update
	case AsPrescribed:
		return a.c.Prescribed != nil && same(s.Prescription(), a.c.Prescribed.Prescription)
	case VolumeTold:
		return apart(st.ComputedReservoir, st.TrueReservoir) <= near
	case Filled:
		return a.c.Prescribed != nil && apart(st.TrueReservoir, a.c.Prescribed.Fill) <= near
	case NeedleOut:
		return a.port == ""
	case NothingAstray:
		return !(Condition{Kind: Logged, Event: pump.Injected, Site: at(pump.Pocket)}).holds(a, false) &&
			!(Condition{Kind: Logged, Event: pump.Injected, Site: at(pump.CatheterPort)}).holds(a, false)
	}
	return a.isSteady()
}

// same tells whether two prescriptions give the same. Whether warnings were
// seen is no part of it.
func same(p, q therapy.Prescription) bool {
	p.Acknowledge, q.Acknowledge = false, false
	written := func(p therapy.Prescription) string {
		return scenario.FormatCommand(pump.Program{Change: pump.Change{Prescription: p}})
	}
	return written(p) == written(q)
}

// near is how far two volumes may be apart to count as the same [design].
const near units.Volume = 500_000

func apart(a, b units.Volume) units.Volume { return max(a-b, b-a) }

func at(s pump.Site) *pump.Site { return &s }
