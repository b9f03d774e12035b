package ward

import (
	"errors"
	"strconv"
	"strings"

	"iddtestdrive/engine/practice"
)

// What is kept of a case or an exam is lines of text: a version, the seed that all
// began with, the case that is on the screen, and for each case its seed, whether
// the nurse is done, and the code of the attempt.
//
//	idd-ward 1
//	seed 17
//	at 1
//	17 done p1.…
//	18 open p1.…
const keptVersion = "idd-ward 1"

// errKept is what is wrong with what was kept.
var errKept = errors.New("what was kept of the ward cannot be read")

// Save writes how far the nurse has come.
func (m *Model) Save() []byte {
	var b strings.Builder
	at := "at " + number(m.at)
	if m.sheet {
		at = "sheet"
	}
	b.WriteString(keptVersion + "\nseed " + strconv.FormatUint(m.seed, 10) + "\n" + at + "\n")
	for _, s := range m.desk {
		state := "open"
		if s.over {
			state = "done"
		}
		b.WriteString(strconv.FormatUint(s.seed, 10) + " " + state + " " + s.attempt.Code() + "\n")
	}
	return []byte(b.String())
}

// seedOf is the seed that what is kept began with.
func seedOf(saved []byte) (seed uint64, ok bool) {
	lines := strings.SplitN(string(saved), "\n", 3)
	if len(lines) < 3 || lines[0] != keptVersion {
		return 0, false
	}
	seed, err := strconv.ParseUint(strings.TrimPrefix(lines[1], "seed "), 10, 64)
	return seed, err == nil
}

// resume takes up what was kept. What cannot be read is put aside.
func (m *Model) resume(saved []byte) {
	desk, at, err := m.restored(string(saved))
	if err != nil {
		m.aside = true
		m.speech.Say(m.words.Say("save.damaged"))
		return
	}
	m.desk, m.at, m.sheet = desk, max(at, 0), at < 0
	m.readAgain()
	for _, s := range desk {
		if s.over || len(s.attempt.Acts()) > 0 {
			m.speech.Say(m.words.Say("save.resumed"))
			return
		}
	}
}

// restored reads what was kept; at is -1 for the sheet of results.
func (m *Model) restored(text string) (desk []station, at int, err error) {
	lines := strings.Split(text, "\n")
	if len(lines) != len(m.desk)+4 || lines[0] != keptVersion {
		return nil, 0, errKept
	}
	if lines[2] == "sheet" && m.exam {
		at = -1
	} else if at, err = strconv.Atoi(strings.TrimPrefix(lines[2], "at ")); err != nil || at < 0 || at >= len(m.desk) {
		return nil, 0, errKept
	}
	for i, s := range m.desk {
		parts := strings.SplitN(lines[i+3], " ", 3)
		if len(parts) != 3 {
			return nil, 0, errKept
		}
		if s.seed, err = strconv.ParseUint(parts[0], 10, 64); err != nil {
			return nil, 0, errKept
		}
		if s.attempt, err = practice.Replay(s.c, s.sc, parts[2]); err != nil {
			return nil, 0, errKept
		}
		s.over = parts[1] == "done"
		desk = append(desk, s)
	}
	return desk, at, nil
}

// open takes up an attempt that came by the address, at its debrief.
func (m *Model) open(code string) {
	s := m.here()
	a, err := practice.Replay(s.c, s.sc, code)
	if err != nil {
		key := "ward.code.damaged"
		switch {
		case errors.Is(err, practice.ErrOtherCase):
			key = "ward.code.other"
		case errors.Is(err, practice.ErrNotACode):
			key = "ward.code.none"
		}
		m.speech.Say(m.words.Say(key))
		return
	}
	s.attempt, s.seed, s.over = a, a.Seed(), true
	m.speech.Say(m.words.Say("ward.code.opened"))
}
