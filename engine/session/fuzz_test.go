package session_test

import (
	"encoding/binary"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// bytesOf reads numbers from bytes; after their end all are 0.
type bytesOf struct{ left []byte }

// number is a small number, or any there is.
func (b *bytesOf) number() int64 {
	n, size := binary.Varint(b.left)
	if size <= 0 {
		b.left = nil
		return 0
	}
	b.left = b.left[size:]
	return n
}

func (b *bytesOf) below(n int64) int64 { return int64(uint64(b.number()) % uint64(n)) }

func (b *bytesOf) prescription() therapy.Prescription {
	p := therapy.Prescription{
		Drug: therapy.Drug(b.below(4)), Concentration: units.Concentration(b.number()), Acknowledge: b.below(2) == 0,
	}
	p.Infusion = therapy.Infusion{
		Mode: therapy.Mode(b.below(6)), Daily: units.Mass(b.number()),
		Periodic: therapy.PeriodicBolus{
			Give: units.Mass(b.number()), Over: units.Span(b.number()), Every: units.Span(b.number()), Background: units.Mass(b.number()),
		},
	}
	for range b.below(4) {
		d := therapy.Pattern{Name: string(rune('a' + b.below(26)))}
		for range b.below(15) {
			d.Steps = append(d.Steps, therapy.FlexStep{From: units.Span(b.number()), Give: units.Mass(b.number()), Minimum: b.below(2) == 1})
		}
		p.Infusion.Patterns = append(p.Infusion.Patterns, d)
	}
	for i := range p.Infusion.Week {
		p.Infusion.Week[i] = int(b.below(4)) - 1
	}
	if b.below(2) == 1 {
		p.PatientBolus = &therapy.PatientBolus{
			Dose: units.Mass(b.number()), Over: units.Span(b.number()), Lockout: units.Span(b.number()), PerDay: int(b.below(30)),
		}
		if b.below(2) == 1 {
			p.PatientBolus.DailyLimit = mass(units.Mass(b.number()))
		}
	}
	return p
}

func (b *bytesOf) change() pump.Change {
	c := pump.Change{Prescription: b.prescription(), Bridge: b.below(2) == 1}
	if b.below(2) == 1 {
		c.Reservoir = volume(units.Volume(b.number()))
	}
	return c
}

func (b *bytesOf) command() pump.Command {
	switch b.below(18) {
	case 0:
		return pump.RequestPatientBolus{Link: pump.Link(b.below(3))}
	case 1:
		return pump.QueryPump{}
	case 2:
		return pump.Interrogate{}
	case 3:
		return pump.Program{Change: b.change()}
	case 4:
		return pump.BeginUpdate{}
	case 5:
		return pump.CommitUpdate{Change: b.change()}
	case 6:
		return pump.AbandonUpdate{}
	case 7:
		return pump.Stop{}
	case 8:
		return pump.Restart{}
	case 9:
		return pump.ClinicianBolus{Dose: units.Mass(b.number()), Over: units.Span(b.number())}
	case 10:
		return pump.Prime{}
	case 11:
		return pump.Aspirate{Site: pump.Site(b.below(3))}
	case 12:
		return pump.Inject{
			Site: pump.Site(b.below(3)), Volume: units.Volume(b.number()), Drug: therapy.Drug(b.below(4)), Concentration: units.Concentration(b.number()),
		}
	case 13:
		return pump.SetReservoir{Volume: units.Volume(b.number())}
	case 14:
		return pump.BeginStall{}
	case 15:
		return pump.EndStall{}
	case 16:
		return pump.EnterMRI{}
	}
	return pump.LeaveMRI{}
}

// spoken writes numbers for bytesOf to read.
func spoken(numbers ...int64) []byte {
	var data []byte
	for _, n := range numbers {
		data = binary.AppendVarint(data, n)
	}
	return data
}

// Whatever is commanded and whenever, the log stays in order and readable, no
// drop is lost, and looking back shows what was.
func FuzzCommands(f *testing.F) {
	f.Cleanup(session.LimitEntries(20_000))
	minute := int64(units.Minute)
	f.Add(spoken(0, 0, 0, 5*minute, 0, 0, 60*minute, 0, 2, minute, 1))
	f.Add(spoken(0, 10, minute, 14, 30*minute, 15, 0, 16, minute, 17, 50*minute, 2))
	f.Add(spoken(0, 4, minute, 5, 0, 10_000, 0, 2, 6_000_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 20_000_000, minute, 8))
	f.Add(spoken(0, 11, 0, 12, 0, 20_000_000, 0, 20_000, 0, 13, 20_000_000, 0, 9, 1_000_000, 30*minute, 10*minute, 7))
	f.Add(spoken(0, 12, 1, 1<<62, 2, 1<<62, 0, 9, 1<<62, 1<<62, 0, 13, -1, 0, 3, 3, 1<<62, 0, 5))
	f.Fuzz(func(t *testing.T, data []byte) {
		b := &bytesOf{left: data}
		s, err := session.New(teaching())
		require.NoError(t, err)
		for i := 0; len(b.left) > 0 && i < 200; i++ {
			when := s.Now() + units.Instant(b.below(int64(30*units.Day)))
			if err := s.AdvanceTo(min(when, latest)); err != nil {
				require.ErrorIs(t, err, session.ErrLogFull)
				break
			}
			s.Do(b.command())
		}
		for i, e := range s.Log() {
			require.True(t, json.Valid(e.AppendJSON(nil)))
			require.True(t, i == 0 || s.Log()[i-1].At <= e.At)
		}
		line := s.Status().AppendJSON(nil)
		require.True(t, json.Valid(line))
		require.Equal(t, string(line), state(s.StatusAt(s.Now())))
		now := s.State()
		a := now.Account()
		require.Zero(t, a.Put.Volume.Cmp(a.Sum().Volume))
	})
}
