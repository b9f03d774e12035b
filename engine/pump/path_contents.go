package pump

import (
	"math/big"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// PathStretch is a part of the drug path that holds one mixture.
type PathStretch struct {
	Volume units.Volume
	Holds  [therapy.Drugs]units.Concentration // floored; all 0: no drug
}

// PathContents is what the drug path holds, from the pump to the tip. The
// volumes add up to the volume of the path; where two stretches meet is rounded
// down to the nanolitre. Neighbours that hold the same when floored are one
// stretch, and one shorter than a nanolitre is left out. There is at least one,
// unless the path has no volume.
func (s *State) PathContents() []PathStretch {
	at := s.contents.position(s.actual.exactNL(&s.bolus, s.now))
	t := s.contents.tape
	var out []PathStretch
	var before units.Volume // of the path, from the pump to where this stretch begins
	for i := len(t.stretches) - 1; i >= 0 && before < s.fixed.path; i-- {
		far := floorVolume(new(big.Rat).Sub(at, t.stretches[i].from))
		far = max(before, min(far, s.fixed.path))
		if far == before {
			continue
		}
		next := PathStretch{far - before, t.stretches[i].holds.floors()}
		before = far
		if last := len(out) - 1; last >= 0 && out[last].Holds == next.Holds {
			out[last].Volume += next.Volume
			continue
		}
		out = append(out, next)
	}
	return out
}
