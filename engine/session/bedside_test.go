package session_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// bedside tells a story of a pump and holds it to what should happen.
type bedside struct {
	t    *testing.T
	s    *session.Session
	told int // entries of the log that were looked at
}

// open begins a story with the teaching setup as changed by the edits.
func open(t *testing.T, edits ...func(*pump.Setup)) *bedside {
	t.Helper()
	setup := teaching()
	for _, edit := range edits {
		edit(&setup)
	}
	s, err := session.New(setup)
	require.NoError(t, err)
	return &bedside{t: t, s: s}
}

// at lets time pass until an instant and gives commands there.
func (b *bedside) at(when units.Span, commands ...pump.Command) *bedside {
	b.t.Helper()
	require.NoError(b.t, b.s.AdvanceTo(units.Instant(when)))
	for _, c := range commands {
		b.s.Do(c)
	}
	return b
}

// says holds what was logged since it was last looked at to the lines of want:
// instant, cause and event, then the event's fields.
func (b *bedside) says(want string) {
	b.t.Helper()
	var got []string
	for _, e := range b.s.Log()[b.told:] {
		got = append(got, tell(e))
	}
	b.told = len(b.s.Log())
	assert.Equal(b.t, trimmed(want), strings.Join(got, "\n"))
}

// tell is an entry as a line to be read: "3 h time bolus_completed kind=prime".
func tell(e session.Entry) string {
	fields := strings.NewReplacer(`,"`, " ", `":`, "=", `"`, "").Replace(string(e.Event.AppendFields(nil)))
	return fmt.Sprintf("%s: %s: %s%s", units.Span(e.At), e.Cause, e.Event.Kind, fields)
}

// trimmed is text without the indentation it has in the test.
func trimmed(text string) string {
	var lines []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

// Edits of the teaching setup.

func continuous(daily units.Mass) func(*pump.Setup) {
	return func(s *pump.Setup) {
		s.Prescription.Infusion = therapy.Infusion{Mode: therapy.Continuous, Daily: daily}
		s.Prescription.Acknowledge = true
	}
}

func remote(b *therapy.PatientBolus) func(*pump.Setup) {
	return func(s *pump.Setup) { s.Prescription.PatientBolus, s.Prescription.Acknowledge = b, true }
}

func holding(v units.Volume) func(*pump.Setup) {
	return func(s *pump.Setup) { s.Reservoir, s.Truth.Reservoir = v, v }
}

func infusion(i therapy.Infusion) func(*pump.Setup) {
	return func(s *pump.Setup) { s.Prescription.Infusion, s.Prescription.Acknowledge = i, true }
}

// plain is the teaching prescription at another dose, with nothing else.
func plain(daily units.Mass) therapy.Prescription {
	return therapy.Prescription{
		Drug: therapy.Morphine, Concentration: 10_000, Acknowledge: true,
		Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: daily},
	}
}

func program(p therapy.Prescription) pump.Program {
	return pump.Program{Change: pump.Change{Prescription: p}}
}

// told is an entry without its cause, at a whole second.
func told(e session.Entry) string {
	fields := strings.NewReplacer(`,"warnings":[]`, "", `,"`, " ", `":`, "=", `"`, "").Replace(string(e.Event.AppendFields(nil)))
	return fmt.Sprintf("%08d %s%s", e.At/1000, e.Event.Kind, fields)
}
