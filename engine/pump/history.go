package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// remembered is how many patient boluses can matter at once: those of the last
// 24 hours, and those that started up to 12 hours earlier and reached into
// them; never more than 24 start in any 24 hours.
const remembered = 2 * therapy.MostPerDay

// given is one patient bolus that has started.
type given struct {
	start units.Instant
	end   units.Instant // or when it was interrupted
	mass  therapy.MeteredMass
}

// history is the patient boluses that may still count, oldest first, in a
// ring.
type history struct {
	ring  [remembered]given
	first uint8
	count uint8
}

func (h *history) at(i int) *given { return &h.ring[(int(h.first)+i)%remembered] }

// start notes a bolus and forgets what can no longer count.
func (h *history) start(g given) {
	for h.count > 0 && (h.count == remembered || leaves(h.at(0).end) <= g.start) {
		h.first = (h.first + 1) % remembered
		h.count--
	}
	h.count++
	*h.at(int(h.count) - 1) = g
}

// interrupt notes that the last bolus ended early.
func (h *history) interrupt(now units.Instant) { h.at(int(h.count) - 1).end = now }

// leaves is when an instant is no longer within the last 24 hours: exactly 24
// hours later.
func leaves(t units.Instant) units.Instant { return t.Add(units.Day) }

// last is the start of the latest bolus.
func (h *history) last() (units.Instant, bool) {
	if h.count == 0 {
		return 0, false
	}
	return h.at(int(h.count) - 1).start, true
}

// startedLast24h counts the boluses whose start is within the last 24 hours.
//
//go:noinline
func (h *history) startedLast24h(now units.Instant) int {
	n := 0
	for n < int(h.count) && leaves(h.at(int(h.count)-1-n).start) > now {
		n++
	}
	return n
}

// fewerThan is the first instant at which fewer than so many have started in
// the last 24 hours, if none is added. At least so many have now.
func (h *history) fewerThan(limit int) units.Instant {
	return leaves(h.at(int(h.count) - limit).start)
}

// massLast24h is what the boluses come to of which any part lies in the last
// 24 hours, each with its whole dose.
func (h *history) massLast24h(now units.Instant) therapy.MeteredMass {
	sum := therapy.MeteredMass(0)
	for i := int(h.count) - 1; i >= 0 && leaves(h.at(i).end) > now; i-- {
		sum += h.at(i).mass
	}
	return sum
}

// atMost is the first instant at which massLast24h is at most so much, if none
// is added; ok is false where that never comes.
func (h *history) atMost(mass therapy.MeteredMass, now units.Instant) (t units.Instant, ok bool) {
	sum := h.massLast24h(now)
	for i := 0; i < int(h.count); i++ {
		if leaves(h.at(i).end) <= now {
			continue
		}
		sum -= h.at(i).mass
		if sum <= mass {
			return leaves(h.at(i).end), true
		}
	}
	return 0, false
}
