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

const minute = units.Instant(units.Minute)

// task is a drive with one task.
func task(t testing.TB, wants, link string) *drive.Drive {
	return stepsOf(t, "  - say: Do it.\n    task: {do: It., wants: "+wants+", help: Here.}\n"+link)
}

// ask is a request at an instant.
func ask(t testing.TB, s *session.Session, at units.Instant) {
	require.NoError(t, s.AdvanceTo(at))
	s.Do(pump.RequestPatientBolus{})
}

func TestShowMeSaysWhatToDoNow(t *testing.T) {
	plain := drive.Deed{Act: drive.AskForDose}
	runTo := func(at units.Instant) drive.Deed { return drive.Deed{Act: drive.RunTo, At: at} }
	for _, c := range []struct {
		name, wants, link, change string
		before                    func(*session.Session)
		want                      []drive.Deed
	}{
		{name: "a page", wants: "{view: alerts}", want: []drive.Deed{{Act: drive.OpenPage, View: drive.AlertsPage}}},
		{name: "the diary", wants: "{wrote: diary}", want: []drive.Deed{{Act: drive.OpenPage, View: drive.DiaryPage}, {Act: drive.WriteDiary}}},
		{name: "a sound", wants: "{heard: critical}", want: []drive.Deed{{Act: drive.PlaySound, Sound: pump.Critical}}},
		{name: "a query", wants: "{queried: true}", want: []drive.Deed{{Act: drive.AskPump}}},
		{name: "a query as an event", wants: "{event: queried}", want: []drive.Deed{{Act: drive.AskPump}}},
		{name: "a dose that can be had", wants: "{event: patient_bolus_started}", want: []drive.Deed{plain}},
		{name: "a dose after a lockout", wants: "{event: patient_bolus_started}",
			before: func(s *session.Session) { ask(t, s, 0) }, want: []drive.Deed{runTo(hours(3)), plain}},
		{name: "a dose after the day's limit", wants: "{event: patient_bolus_started}",
			before: func(s *session.Session) { ask(t, s, 0); ask(t, s, hours(3)) },
			want:   []drive.Deed{runTo(hours(24) + 10*minute), plain}},
		{name: "a dose after the day's number", wants: "{event: patient_bolus_started}", change: unlimited,
			before: func(s *session.Session) { ask(t, s, 0); ask(t, s, hours(3)); ask(t, s, hours(6)) },
			want:   []drive.Deed{runTo(hours(24)), plain}},
		{name: "a dose from a pump that stands", wants: "{event: patient_bolus_started}",
			before: func(s *session.Session) { s.Do(pump.Stop{}) }},
		{name: "a dose that is not prescribed", wants: "{event: patient_bolus_started}", change: bolus + " => "},
		{name: "the query that has to come first", wants: "{event: patient_bolus_started}",
			before: func(s *session.Session) { s.Do(pump.RequestPatientBolus{Link: pump.ReplyLost}) }, want: []drive.Deed{{Act: drive.AskPump}}},
		{name: "a link that fails", wants: "{event: no_connection}", link: "    link: no_connection\n",
			want: []drive.Deed{{Act: drive.AskForDose, Link: pump.NoConnection}}},
		{name: "an answer that is lost", wants: "{event: reply_lost}", link: "    link: reply_lost\n",
			before: func(s *session.Session) { ask(t, s, 0) }, want: []drive.Deed{{Act: drive.AskForDose, Link: pump.ReplyLost}}},
		{name: "any refusal", wants: "{event: patient_bolus_denied}",
			before: func(s *session.Session) { ask(t, s, 0) }, want: []drive.Deed{plain}},
		{name: "any refusal, for which there is no reason yet", wants: "{event: patient_bolus_denied}", want: []drive.Deed{plain}},
		{name: "a lockout", wants: "{denied: lockout}",
			before: func(s *session.Session) { ask(t, s, 0); require.NoError(t, s.AdvanceTo(hours(1))) }, want: []drive.Deed{plain}},
		{name: "a lockout, with no dose before it", wants: "{denied: lockout}", want: []drive.Deed{plain}},
		{name: "a lockout, while the dose runs", wants: "{denied: lockout}",
			before: func(s *session.Session) { ask(t, s, 0) }, want: []drive.Deed{runTo(10 * minute)}},
		{name: "a busy pump", wants: "{denied: busy}", before: func(s *session.Session) { ask(t, s, 0) }, want: []drive.Deed{plain}},
		{name: "a busy pump, in a lockout", wants: "{denied: busy}",
			before: func(s *session.Session) { ask(t, s, 0); require.NoError(t, s.AdvanceTo(hours(1))) }, want: []drive.Deed{runTo(hours(3))}},
		{name: "the day's number, in a lockout", wants: "{denied: daily_count}", change: unlimited,
			before: func(s *session.Session) {
				ask(t, s, 0)
				ask(t, s, hours(3))
				ask(t, s, hours(6))
				require.NoError(t, s.AdvanceTo(hours(7)))
			},
			want: []drive.Deed{runTo(hours(9))}},
		{name: "a pump that stands", wants: "{denied: pump_unavailable}",
			before: func(s *session.Session) { s.Do(pump.Stop{}) }, want: []drive.Deed{plain}},
		{name: "a pump that stands, while it runs", wants: "{denied: pump_unavailable}"},
		{name: "no prescription", wants: "{denied: not_prescribed}", change: bolus + " => ", want: []drive.Deed{plain}},
		{name: "no prescription, with one", wants: "{denied: not_prescribed}"},
	} {
		s := opened(t, c.change)
		if c.before != nil {
			c.before(s)
		}
		assert.Equal(t, c.want, drive.New(task(t, c.wants, c.link)).ShowMe(s), c.name)
	}
}

// What is changed in the world.
const (
	unlimited = ", daily_limit: 3.7 mg => "
	bolus     = "  patient_bolus: {dose: 0.3 mg, over: 10 min, lockout: 3 h, per_day: 3, daily_limit: 3.7 mg}\n"
)

func TestShowMeLetsARunRun(t *testing.T) {
	s := opened(t, "")
	p := drive.New(stepsOf(t, "  - {say: One., run: {until: 2 h}}\n  - {say: Two., run: {until: {event: alarm_raised}, most: 3 h}}\n"))
	assert.Equal(t, []drive.Deed{{Act: drive.RunTo, At: hours(2)}}, p.ShowMe(s))
	p.Reached(hours(2))
	assert.Empty(t, p.ShowMe(s), "what is ready needs nothing more")
	p.Next(hours(2))
	assert.Equal(t, []drive.Deed{{Act: drive.RunTo, At: hours(5)}}, p.ShowMe(s))
	require.NoError(t, s.AdvanceTo(hours(6)))
	assert.Equal(t, []drive.Deed{{Act: drive.RunTo, At: hours(6)}}, p.ShowMe(s), "never into the past")
}

func TestShowMeLeavesReadingAndAnsweringToTheReader(t *testing.T) {
	s := opened(t, "")
	assert.Empty(t, drive.New(stepsOf(t, "  - say: Read.\n")).ShowMe(s))
	p := drive.New(stepsOf(t, "  - {say: Think., question: {ask: Who?, answers: [{say: I., right: true, because: Yes.}, {say: You., because: No.}]}}\n"))
	assert.Empty(t, p.ShowMe(s))
	p.Next(0)
	assert.Empty(t, p.ShowMe(s), "nor is there anything to do at the end")
	p = drive.New(stepsOf(t, "  - say: Read.\n  - {say: On., run: {until: 2 h}}\n"))
	p.Next(0)
	p.Back()
	assert.Empty(t, p.ShowMe(s), "nor while an earlier step is reread")
}

// TestEveryWantThatThePumpCanMeetIsMet walks drives of one task each.
func TestEveryWantThatThePumpCanMeetIsMet(t *testing.T) {
	for _, c := range []struct{ wants, link string }{
		{"{event: patient_bolus_started}", ""},
		{"{event: patient_bolus_started}", "    link: reply_lost\n"},
		{"{event: patient_bolus_denied}", ""},
		{"{event: no_connection}", "    link: no_connection\n"},
		{"{event: reply_lost}", "    link: reply_lost\n"},
		{"{event: queried}", ""},
		{"{denied: busy}", ""},
		{"{denied: lockout}", ""},
		{"{denied: lockout}", "    link: reply_lost\n"},
		{"{denied: daily_limit}", ""},
		{"{queried: true}", ""},
		{"{view: settings}", ""},
		{"{wrote: diary}", ""},
		{"{heard: non-critical}", ""},
	} {
		assert.NoError(t, drive.Walk(task(t, c.wants, c.link), here(t, "")), c.wants+c.link)
	}
	assert.NoError(t, drive.Walk(task(t, "{denied: daily_count}", ""), here(t, unlimited)))
	assert.NoError(t, drive.Walk(task(t, "{denied: not_prescribed}", ""), here(t, bolus+" => ")))
	stalled := stepsOf(t, "  - {say: Night., run: {until: 31 h}}\n  - {say: Ask., task: {do: It., wants: {denied: pump_unavailable}, help: Here.}}\n")
	assert.NoError(t, drive.Walk(stalled, here(t, "")))
}
