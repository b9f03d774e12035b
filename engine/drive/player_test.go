package drive_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

func hours(n int64) units.Instant { return units.Instant(units.Span(n) * units.Hour) }

// heard is an entry of a log.
func heard(k pump.EventKind) session.Entry { return session.Entry{Event: pump.Event{Kind: k}} }

func denied(d pump.Denial) session.Entry {
	return session.Entry{Event: pump.Event{Kind: pump.PatientBolusDenied, Denial: d}}
}

// stepsOf is a drive with these steps, as an author writes them.
func stepsOf(t testing.TB, steps string) *drive.Drive {
	return parse(t, `title: Steps
summary: Steps alone.
minutes: 1
order: 0
lanes: [{scenario: here, name: One}]
shows: [body, remote, timeline, feeling]
steps:
`+steps+`learnt: [One., Two., Three.]
ask: [First?, Second?]
`)
}

func says(p *drive.Player) string {
	s, _ := p.Step()
	return s.Say
}

func TestAReaderReadsFromTheFirstStepToTheEnd(t *testing.T) {
	p := drive.New(stepsOf(t, "  - say: One.\n  - {say: Two., sound: critical}\n"))
	assert.Equal(t, 2, p.Count())
	for i, want := range []string{"One.", "Two."} {
		assert.Equal(t, i, p.Index())
		assert.Equal(t, want, says(p))
		assert.True(t, p.Ready(), "captions and sounds want nothing")
		assert.False(t, p.Plays())
		assert.False(t, p.Done())
		p.Next(0)
	}
	assert.True(t, p.Done())
	assert.True(t, p.Ready())
	assert.Equal(t, 2, p.Index())
	_, any := p.Step()
	assert.False(t, any, "the end is no step")
	p.Next(0)
	assert.Equal(t, 2, p.Index(), "and nothing comes after it")
}

func TestReadingBackLeavesWhatWasDone(t *testing.T) {
	p := drive.New(stepsOf(t, "  - say: One.\n  - {say: Two., run: {until: 1 h}}\n  - say: Three.\n"))
	p.Next(0)
	p.Back()
	p.Back()
	assert.Equal(t, "One.", says(p))
	assert.True(t, p.Rereads())
	assert.False(t, p.Plays(), "time waits for those who read")
	assert.True(t, p.Ready(), "what is reread wants nothing")
	at, stops := p.Target(0)
	assert.True(t, stops)
	assert.Equal(t, hours(1), at, "but it still stops where it is to")
	p.Next(0)
	assert.Equal(t, "Two.", says(p))
	assert.False(t, p.Rereads())
	assert.False(t, p.Ready())
	p.Reached(hours(1))
	p.Next(hours(1))
	p.Next(hours(1))
	p.Back()
	p.Back()
	assert.True(t, p.Done(), "the end, once reached, stays")
	assert.Equal(t, "Two.", says(p))
	assert.True(t, p.Ready())
}

func TestARunStopsAtItsInstant(t *testing.T) {
	p := drive.New(stepsOf(t, "  - {say: One., run: {until: 1 h, speed: 60}}\n  - {say: Two., run: {until: 2 h}}\n"))
	assert.True(t, p.Plays())
	assert.False(t, p.AwaitsEvent())
	assert.Equal(t, 60, p.Speed())
	at, stops := p.Target(hours(0))
	assert.True(t, stops)
	assert.Equal(t, hours(1), at)
	p.Reached(hours(1) - 1)
	assert.False(t, p.Ready())
	p.Reached(hours(1))
	assert.True(t, p.Ready())
	assert.False(t, p.Plays())
	_, stops = p.Target(hours(1))
	assert.False(t, stops, "a run that is over stops nothing")
	p.Next(hours(1))
	assert.Equal(t, 3600, p.Speed())
	at, _ = p.Target(hours(5))
	assert.Equal(t, hours(5), at, "no target is in the past")
}

func TestARunWhoseTimeIsPastIsOverAtOnce(t *testing.T) {
	p := drive.New(stepsOf(t, "  - say: One.\n  - {say: Two., run: {until: 1 h}}\n"))
	p.Next(hours(1))
	assert.True(t, p.Ready())
}

func TestARunAwaitsItsEventOrTheEndOfItsPatience(t *testing.T) {
	steps := "  - say: One.\n  - {say: Two., run: {until: {event: alarm_raised}, most: 2 h}}\n"
	p := drive.New(stepsOf(t, steps))
	p.Heard(heard(pump.AlarmRaised))
	p.Next(hours(3))
	assert.False(t, p.Ready(), "what came before the run is not awaited")
	assert.True(t, p.AwaitsEvent())
	at, _ := p.Target(hours(4))
	assert.Equal(t, hours(5), at)
	p.Heard(heard(pump.AlarmCleared))
	assert.False(t, p.Ready())
	p.Heard(heard(pump.AlarmRaised))
	assert.True(t, p.Ready())
	assert.False(t, p.AwaitsEvent())

	p = drive.New(stepsOf(t, steps))
	p.Next(hours(3))
	p.Reached(hours(5) - 1)
	assert.False(t, p.Ready())
	p.Reached(hours(5))
	assert.True(t, p.Ready())
}

// TestATaskIsDoneByWhatItWantsAndByNothingElse gives each task everything that
// can happen, and sees which of it ends it.
func TestATaskIsDoneByWhatItWantsAndByNothingElse(t *testing.T) {
	happenings := []struct {
		name string
		tell func(*drive.Player)
	}{
		{"started", func(p *drive.Player) { p.Heard(heard(pump.PatientBolusStarted)) }},
		{"lockout", func(p *drive.Player) { p.Heard(denied(pump.DeniedLockout)) }},
		{"busy", func(p *drive.Player) { p.Heard(denied(pump.DeniedBusy)) }},
		{"no connection", func(p *drive.Player) { p.Heard(heard(pump.ConnectionFailed)) }},
		{"queried", func(p *drive.Player) { p.Heard(heard(pump.Queried)) }},
		{"history", func(p *drive.Player) { p.Viewed(drive.HistoryPage) }},
		{"remote", func(p *drive.Player) { p.Viewed(drive.RemotePage) }},
		{"wrote", func(p *drive.Player) { p.Wrote() }},
		{"one tone", func(p *drive.Player) { p.SoundHeard(pump.NonCritical) }},
		{"two tones", func(p *drive.Player) { p.SoundHeard(pump.Critical) }},
		{"time", func(p *drive.Player) { p.Reached(hours(1000)) }},
		{"answer", func(p *drive.Player) { p.Answer(0) }},
	}
	for _, c := range []struct {
		wants, link string
		by          []string
	}{
		{"{event: patient_bolus_started}", "ok", []string{"started"}},
		{"{event: patient_bolus_denied}", "ok", []string{"lockout", "busy"}},
		{"{event: no_connection}", "no_connection", []string{"no connection"}},
		{"{denied: lockout}", "ok", []string{"lockout"}},
		{"{view: history}", "", []string{"history"}},
		{"{view: remote}", "", []string{"remote"}},
		{"{wrote: diary}", "", []string{"wrote"}},
		{"{heard: non-critical}", "", []string{"one tone"}},
		{"{heard: critical}", "", []string{"two tones"}},
		{"{queried: true}", "", []string{"queried"}},
	} {
		step := "  - say: Do it.\n    task: {do: It., wants: " + c.wants + ", help: Here.}\n"
		if c.link != "" {
			step += "    link: " + c.link + "\n"
		}
		d := stepsOf(t, step)
		var by []string
		for _, h := range happenings {
			p := drive.New(d)
			if h.tell(p); p.Ready() {
				by = append(by, h.name)
			}
		}
		assert.Equal(t, c.by, by, c.wants)
		for _, s := range []string{"  - say: Do it.\n", "  - {say: Do it., run: {until: 2000 h}}\n"} {
			p := drive.New(stepsOf(t, s))
			ready := p.Ready()
			for _, h := range happenings {
				h.tell(p)
			}
			assert.Equal(t, ready, p.Ready(), "what is no task is not touched")
		}
	}
}

func TestTimeStandsStillInATaskUnlessItSaysSo(t *testing.T) {
	still := drive.New(stepsOf(t, "  - {say: Do it., task: {do: It., wants: {wrote: diary}, help: Here.}}\n"))
	assert.False(t, still.Plays())
	runs := drive.New(stepsOf(t, "  - {say: Do it., task: {do: It., wants: {wrote: diary}, help: Here., runs: true, speed: 600}}\n"))
	assert.True(t, runs.Plays())
	assert.Equal(t, 600, runs.Speed())
	_, stops := runs.Target(0)
	assert.False(t, stops)
	runs.Wrote()
	assert.False(t, runs.Plays())
}

func TestTheLinkIsAsTheStepSaysWhileItLasts(t *testing.T) {
	p := drive.New(stepsOf(t, "  - say: Go away.\n    task: {do: It., wants: {event: no_connection}, help: Here.}\n    link: no_connection\n  - say: Back.\n"))
	assert.Equal(t, pump.NoConnection, p.Link())
	p.Heard(heard(pump.ConnectionFailed))
	assert.Equal(t, pump.NoConnection, p.Link())
	p.Next(0)
	assert.Equal(t, pump.LinkOK, p.Link())
	p.Next(0)
	assert.Equal(t, pump.LinkOK, p.Link())
}

func TestAQuestionKeepsTheFirstAnswerAndTheLast(t *testing.T) {
	p := drive.New(stepsOf(t, `  - say: Think.
    question: {ask: Who?, answers: [{say: I., right: true, because: Yes.}, {say: You., because: No.}]}
  - say: Think again.
    question: {ask: When?, answers: [{say: Now., because: No.}, {say: Then., right: true, because: Yes.}]}
`))
	for _, none := range []int{-1, 2, 1 << 30} {
		p.Answer(none)
	}
	assert.False(t, p.Ready())
	_, any := p.Chosen()
	assert.False(t, any)
	p.Answer(1)
	assert.True(t, p.Ready())
	p.Answer(0)
	chosen, any := p.Chosen()
	assert.True(t, any)
	assert.Equal(t, 0, chosen)
	p.Next(0)
	p.Next(0)
	p.Answer(0)
	all := p.Answers()
	require.Len(t, all, 2)
	assert.Equal(t, drive.Answered{Step: 0, Question: p.Drive().Steps[0].Question, First: 1, Latest: 0}, all[0])
	assert.Equal(t, drive.Answered{Step: 1, Question: p.Drive().Steps[1].Question, First: -1, Latest: -1}, all[1])
	p.Back()
	p.Answer(1)
	assert.Equal(t, 1, p.Answers()[1].First, "a question that was skipped can be answered on the way back")
	assert.True(t, p.Done())
}
