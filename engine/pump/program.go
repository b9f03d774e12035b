package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// A new prescription. Everything is checked before anything changes; the first
// check that fails, in the order of this file, is the answer.

// program replaces the prescription in one instant.
func (s *State) program(c Change, dst []Event) []Event {
	switch s.phase {
	case ended:
		return append(dst, Event{Kind: ProgramRefused, Refusal: RefusedEndOfService})
	case updating:
		return refuse(dst, RefusedInUpdate)
	}
	return s.prescribe(c, dst)
}

// commit brings a prescription into force at the end of an update. A refused
// one leaves the update open.
func (s *State) commit(c Change, dst []Event) []Event {
	switch s.phase {
	case ended:
		return append(dst, Event{Kind: ProgramRefused, Refusal: RefusedEndOfService})
	case updating:
		return s.prescribe(c, dst)
	}
	return refuse(dst, RefusedNoUpdate)
}

// prescribe appends what comes of a prescription that may be programmed now.
func (s *State) prescribe(c Change, dst []Event) []Event {
	p := &c.Prescription
	if f := s.faultOf(c); f != nil {
		return append(dst, Event{Kind: ProgramRefused, Refusal: f.Code, Fault: f})
	}
	warnings := p.Warnings(&s.programme.Prescription)
	if warnings != 0 && !p.Acknowledge {
		return append(dst, Event{Kind: ProgramRefused, Refusal: therapy.WarningNotAcknowledged, Warnings: warnings})
	}
	dst = s.interrupt(append(dst, s.programmed(p.Programme(), warnings)))
	if c.Reservoir != nil {
		dst = append(dst, Event{Kind: ReservoirSet, Volume: *c.Reservoir})
	}
	if c.Bridge {
		dst = append(dst, s.clears(BridgeBolus, s.bridgeRate(p)))
	}
	return dst
}

// programmed is a programme's coming into force now. Its rate is the
// programme's own, also where a bridge comes first.
func (s *State) programmed(g *therapy.Programme, w therapy.Warnings) Event {
	return Event{
		Kind: Programmed, Mode: g.Prescription.Infusion.Mode, Rate: s.rateNow(g), Warnings: w, programme: g,
	}
}

// rateNow is the background that a programme gives at this time of the week.
func (s *State) rateNow(g *therapy.Programme) units.FlowRate { return g.Week[g.At(s.ofWeek())].Rate }

// faultOf is the first rule that a change breaks; nil: none.
func (s *State) faultOf(c Change) *therapy.Fault {
	if f := c.Prescription.Check(s.fixed.setup.OpioidNaive); f != nil {
		return f
	}
	if c.Bridge {
		if f := s.bridgeFault(c); f != nil {
			return f
		}
	}
	if v := c.Reservoir; v != nil && !s.fits(*v) {
		most := int64(s.fixed.capacity)
		return &therapy.Fault{
			Code: RefusedAboveCapacity, Field: "reservoir", Got: int64(*v), Max: most, HasGot: true, HasMax: true,
		}
	}
	return nil
}

// bridgeFault: a bridge goes from one concentration of a drug to another, at a
// rate within the limits, in a pump that can give it.
func (s *State) bridgeFault(c Change) *therapy.Fault {
	old, p := &s.programme.Prescription, &c.Prescription
	switch {
	case old.Drug != p.Drug:
		return &therapy.Fault{Code: therapy.BridgeDrugChanged, Field: "bridge"}
	case old.Concentration == p.Concentration:
		return &therapy.Fault{Code: therapy.BridgeSameConcentration, Field: "bridge"}
	}
	if r := s.bridgeRate(p); r < therapy.LowestRate || r > therapy.HighestRate {
		return &therapy.Fault{
			Code: therapy.BridgeRateOutOfRange, Field: "bridge", Got: int64(r), HasGot: true,
			Min: int64(therapy.LowestRate), HasMin: true, Max: int64(therapy.HighestRate), HasMax: true,
		}
	}
	empty := s.computedEmpty()
	if c.Reservoir != nil {
		empty = *c.Reservoir == 0
	}
	switch {
	case s.detected:
		return &therapy.Fault{Code: RefusedStalled, Field: "bridge"}
	case empty:
		return &therapy.Fault{Code: RefusedEmpty, Field: "bridge"}
	}
	return nil
}

// bridgeRate is the rate of a bridge from the prescription in force.
func (s *State) bridgeRate(p *therapy.Prescription) units.FlowRate {
	return p.BridgeRate(s.programme.Prescription.Concentration)
}

// fits says whether the reservoir can hold so much.
func (s *State) fits(v units.Volume) bool { return 0 <= v && v <= s.fixed.capacity }
