package pump

// Decide appends what a command causes now, before what becomes due through
// it: the command's own event first, then the interruption of a bolus, then the
// volume that was set, then a bolus that it starts. The state is one with
// nothing due.
func Decide(s *State, c Command, dst []Event) []Event {
	switch c := c.(type) {
	case RequestPatientBolus:
		return s.request(c.Link, dst)
	case QueryPump:
		return s.spokenTo(append(dst, Event{Kind: Queried}))
	case Interrogate:
		return s.spokenTo(append(dst, Event{Kind: Interrogated}))
	case Program:
		return s.program(c.Change, dst)
	case CommitUpdate:
		return s.commit(c.Change, dst)
	case BeginUpdate:
		return s.beginUpdate(dst)
	case AbandonUpdate:
		return s.abandonUpdate(dst)
	case Stop:
		return s.stop(dst)
	case Restart:
		return s.restart(dst)
	case ClinicianBolus:
		return s.clinicianBolus(c, dst)
	case Prime:
		return s.prime(dst)
	case Aspirate:
		return s.aspirate(c.Site, dst)
	case Inject:
		return s.decideInjection(c, dst)
	case SetLowAlarm:
		return s.setLowAlarm(c, dst)
	case SetReservoir:
		return s.setReservoir(c, dst)
	case BeginStall:
		return s.beginStall(Event{Kind: StallBegan}, dst)
	case EnterMRI:
		return s.beginStall(Event{Kind: StallBegan, field: true}, dst)
	case EndStall:
		return s.endStall(dst)
	case LeaveMRI:
		return s.leaveMRI(dst)
	}
	return dst
}

// refuse appends that a command is impossible now.
//
//go:noinline
func refuse(dst []Event, r Refusal) []Event {
	return append(dst, Event{Kind: CommandRefused, Refusal: r})
}
