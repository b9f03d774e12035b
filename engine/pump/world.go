package pump

// Stalls and magnetic fields: what happens to the rotor. Each ends only by its
// own end.

// beginStall makes the rotor stand.
func (s *State) beginStall(began Event, dst []Event) []Event {
	if s.stall != turning {
		return refuse(dst, RefusedStallInProgress)
	}
	return append(dst, began)
}

// endStall frees a rotor that stuck by itself.
func (s *State) endStall(dst []Event) []Event {
	if s.stall != stuck {
		return refuse(dst, RefusedNoStall)
	}
	return append(dst, Event{Kind: StallEnded})
}

// leaveMRI takes the pump out of the field. The rotor turns again, unless the
// field has put an alarming pump into telemetry mode: then nothing is given
// until the pump is spoken to [fact].
func (s *State) leaveMRI(dst []Event) []Event {
	switch {
	case s.stall != inField:
		return refuse(dst, RefusedNotInMRI)
	case s.telemetry:
		return append(dst, Event{Kind: fieldLeft})
	}
	return append(dst, Event{Kind: StallEnded})
}

// spokenTo ends the telemetry mode of a pump that is interrogated or queried.
func (s *State) spokenTo(dst []Event) []Event {
	if s.stall == held {
		dst = append(dst, Event{Kind: StallEnded})
	}
	return dst
}
