package session

import (
	"slices"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// spacing is how many jumps and commands lie between two snapshots: few
// enough to be replayed at once while somebody drags a timeline. A test makes
// it less.
var spacing = 256

// snapshot is a state to replay from.
type snapshot struct {
	state    pump.State
	commands int // how many had been given
}

// snapshots are kept as a session goes on, in the order of time.
type snapshots struct {
	kept  []snapshot
	since int // jumps and commands since the last
}

// count counts a jump or command and keeps every so many.
func (s *snapshots) count(state *pump.State, commands int) {
	if s.since++; s.since >= spacing {
		s.keep(state, commands)
	}
}

func (s *snapshots) keep(state *pump.State, commands int) {
	s.kept = append(s.kept, snapshot{*state, commands})
	s.since = 0
}

// first is the earliest instant that can be looked up: 0, or when what was
// before it was forgotten.
func (s *snapshots) first() units.Instant { return s.kept[0].state.Now() }

// before is a clock at the last snapshot that is not after t, and how many
// commands had been given by then.
func (s *snapshots) before(t units.Instant) (clock, int) {
	i, _ := slices.BinarySearchFunc(s.kept, t, func(k snapshot, t units.Instant) int {
		if k.state.Now() <= t {
			return -1
		}
		return 1
	})
	k := &s.kept[i-1]
	return clock{state: k.state}, k.commands
}
