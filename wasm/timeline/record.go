package timeline

import (
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// Record is what was read of one session, up to the present at which it last
// followed it. Its zero value is ready to follow one; before that it has nothing
// to tell.
type Record struct {
	session    *session.Session
	generation int
	epoch      int // counts the sessions that were begun anew
	read       int // how many lines of the log
	seen       units.Instant
	marks      []Mark
	happened   []units.Instant // the instants at which anything happened, each once
	samples    map[units.Instant]sample
	present    *sample // nil: not looked at since the record last followed
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
	r.read, r.seen, r.present = len(log), s.Now(), nil
}
