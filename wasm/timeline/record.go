package timeline

import (
	"math/big"
	"slices"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Record is what was read of one session. Its zero value is ready to follow
// one.
type Record struct {
	session    *session.Session
	generation int
	epoch      int // counts the sessions that were begun anew
	read       int // how many lines of the log
	seen       units.Instant
	marks      []Mark
	happened   []units.Instant // the instants at which anything happened, each once
	samples    map[units.Instant]sample
	course     course
}

// Follow brings the record up to a session's present. Another session, another
// generation, or one that has plainly lost a part of its past begins the record
// anew.
func (r *Record) Follow(s *session.Session, generation int) {
	log := s.Log()
	if s != r.session || generation != r.generation || len(log) < r.read || s.Now() < r.seen {
		*r = Record{session: s, generation: generation, epoch: r.epoch + 1}
	}
	for _, e := range log[r.read:] {
		if n := len(r.happened); n == 0 || r.happened[n-1] < e.At {
			r.happened = append(r.happened, e.At)
		}
		r.note(e)
	}
	r.read, r.seen = len(log), s.Now()
}

// sample is what is kept of the pump's state at an instant.
type sample struct {
	told  units.Mass // per day, by what the pump believes it holds
	left  [therapy.Drugs]units.Mass
	bolus bool // an extra dose, prime or bridge runs
	rest  Rest
}

// mostSamples bounds what is kept; past it, sampling starts anew.
const mostSamples = 50_000

// at is the sample of an instant of the past or the present. The present is not
// kept: more may happen in it.
func (r *Record) at(t units.Instant) sample {
	if s, ok := r.samples[t]; ok {
		return s
	}
	state := r.session.StateAt(t)
	s := sampleOf(&state)
	if t < r.session.Now() {
		if r.samples == nil || len(r.samples) >= mostSamples {
			r.samples = map[units.Instant]sample{}
		}
		r.samples[t] = s
	}
	return s
}

func sampleOf(state *pump.State) sample {
	st := state.Status()
	return sample{told: told(state, &st), left: st.DeliveredMass, bolus: st.Bolus != nil, rest: restOf(&st)}
}

// told is the dose per day that the pump was told to give. A bridge gives the
// new programme's dose at the old concentration, which the pump minds.
func told(state *pump.State, st *pump.Status) units.Mass {
	p := state.Prescription()
	if st.Bolus != nil && st.Bolus.Kind == pump.BridgeBolus {
		return whole(p.MeanDailyDose())
	}
	const microgramsPerML = 1000 // nL/day times ug/mL gives thousandths of ng/day
	return units.Mass(int64(st.Rate) * int64(p.Concentration) / microgramsPerML)
}

// whole is the part of a dose without its fraction.
func whole(dose *big.Rat) units.Mass {
	return units.Mass(new(big.Int).Quo(dose.Num(), dose.Denom()).Int64())
}

// Rest is why nothing flows.
type Rest uint8

// The reasons.
const (
	Flowing Rest = iota
	AtRest       // the pump is stopped, updating or ended
	Stalled      // its motor stands
	Scanned      // its motor stands in an MRI scanner, or since
	Empty        // its motor turns and nothing comes
)

func restOf(st *pump.Status) Rest {
	switch {
	case st.Rate == 0:
		return AtRest
	case st.Rotor == 0 && st.InMRI:
		return Scanned
	case st.Rotor == 0:
		return Stalled
	case st.Flow == 0:
		return Empty
	}
	return Flowing
}

// Column is what happened between two instants.
type Column struct {
	From, To units.Instant
	Told     units.Mass // per day: what the pump was told at From, extra doses included
	Left     units.Mass // of the prescribed drug, that left the tip
	Bolus    bool       // an extra dose ran at From
	Rest     Rest       // at From
}

// PerDay is the rate at which the drug left the tip, in nanograms per day.
func (c Column) PerDay() float64 {
	return float64(c.Left) * float64(units.Day) / float64(c.To-c.From)
}

// shortest is the least length of a column: in a shorter one the whole
// nanograms would show.
const shortest = 20 * units.Second

// mostEdges is how many instants at which something happened may divide a
// window; with more of them, its even columns stand alone.
const mostEdges = 500

// Columns divides the time from one instant to another, as far as it is past,
// into columns: at every multiple of the step and where something happened. All
// but the last are at least 20 seconds long, and what left the tip in them adds
// up to what left it in the whole time. A step of 0 or less gives no columns.
func (r *Record) Columns(from, to units.Instant, step units.Span) []Column {
	from, to = max(0, from), min(to, r.session.Now())
	if from >= to || step <= 0 {
		return nil
	}
	drug := r.session.Prescription().Drug
	columns := make([]Column, 0, int(units.Span(to-from)/step)+16)
	at := r.at(from)
	edges := between(r.happened, from, to, same)
	if len(edges) > mostEdges {
		edges = nil
	}
	for next := range bounds(from, to, step, edges) {
		then := r.at(next)
		columns = append(columns, Column{
			From: from, To: next, Told: at.told, Left: then.left[drug] - at.left[drug], Bolus: at.bolus, Rest: at.rest,
		})
		from, at = next, then
	}
	return columns
}

func same(t units.Instant) units.Instant { return t }

// bounds yields the ends of columns from one instant to another, in order: every
// multiple of the step and the edges, which lie between the two. What would be
// too short a column is left out, but the last end is always to.
func bounds(from, to units.Instant, step units.Span, edges []units.Instant) func(func(units.Instant) bool) {
	return func(yield func(units.Instant) bool) {
		last := from
		grid := (from/units.Instant(step) + 1) * units.Instant(step)
		for last < to {
			next := min(grid, to)
			if len(edges) > 0 && edges[0] <= next {
				next, edges = edges[0], edges[1:]
			} else {
				grid += units.Instant(step)
			}
			if next < to && units.Span(next-last) < shortest {
				continue
			}
			if !yield(next) {
				return
			}
			last = next
		}
	}
}

// between is the part of a row in order of time that lies between two instants,
// the ends left out.
func between[T any](row []T, from, to units.Instant, at func(T) units.Instant) []T {
	find := func(t units.Instant) int {
		i, _ := slices.BinarySearchFunc(row, t, func(e T, t units.Instant) int {
			if at(e) < t {
				return -1
			}
			return 1
		})
		return i
	}
	first, end := find(from+1), find(to)
	return row[first:max(first, end)]
}
