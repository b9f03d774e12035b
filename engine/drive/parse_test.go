package drive_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// everything is a drive with every key in it.
const everything = `title: Every key
summary: A drive with every key in it.
minutes: 6
order: 10
lanes:
  - {scenario: first-day, name: Steady dose and remote}
  - {scenario: day-flex, name: Flex dosing}
shows: [remote, body, timeline, feeling]
belief: true
flares:
  - {at: 7 h, lasts: 90 min, strength: 6}
beside:
  title: The same day with tablets
  lines: ["08:00 A tablet."]
steps:
  - say: Read this.
  - say: Watch the wheel.
    show: rotor
    run: {until: 8 h, speed: 600}
  - say: Wait for the alarm.
    run: {until: {event: alarm_raised}, most: 12 h}
  - say: Ask for a dose.
    show: remote
    task: {do: Press the button., wants: {event: patient_bolus_started}, help: It is the large one., runs: true, speed: 600}
  - say: Ask again.
    task: {do: Press it again., wants: {denied: lockout}, help: It is the same one.}
  - say: Go too far away.
    task: {do: Press it there., wants: {event: no_connection}, help: It is the same one.}
    link: no_connection
  - say: Lose the answer.
    task: {do: Press it here., wants: {event: reply_lost}, help: It is the same one.}
    link: reply_lost
  - say: Ask the pump.
    task: {do: Let the remote ask., wants: {queried: true}, help: It offers to.}
  - say: Look back.
    task: {do: Open the history., wants: {view: history}, help: It is a page.}
  - say: Write it down.
    task: {do: Write in the diary., wants: {wrote: diary}, help: It is a page.}
  - say: Listen.
    task: {do: Play the sound., wants: {heard: critical}, help: The button is here.}
  - say: Think.
    question:
      ask: Who presses?
      answers:
        - {say: I do., right: true, because: Right.}
        - {say: Anyone., because: No.}
  - say: This is the other sound.
    sound: non-critical
learnt: [One., Two., Three.]
ask: [First?, Second?]
page: personal-remote
`

// spare is a drive that has nothing it does not need.
const spare = `title: Little
summary: Nothing that need not be there.
minutes: 1
order: 0
lanes: [{scenario: first-day, name: One}]
steps:
  - say: Read this.
learnt: [One., Two., Three.]
ask: [First?, Second?]
`

func parse(t testing.TB, src string) *drive.Drive {
	d, err := drive.Parse("drives/a-drive.yaml", []byte(src))
	require.NoError(t, err)
	return d
}

func TestEveryKeyIsRead(t *testing.T) {
	d := parse(t, everything)
	task := func(do, help string, w drive.Want) drive.Task {
		return drive.Task{Do: do, Help: help, Wants: w, Speed: 60}
	}
	askedFor := task("Press the button.", "It is the large one.", drive.Want{Kind: drive.WantsEvent, Event: pump.PatientBolusStarted})
	askedFor.Runs, askedFor.Speed = true, 600
	far := task("Press it there.", "It is the same one.", drive.Want{Kind: drive.WantsEvent, Event: pump.ConnectionFailed})
	far.Link = pump.NoConnection
	lost := task("Press it here.", "It is the same one.", drive.Want{Kind: drive.WantsEvent, Event: pump.AnswerLost})
	lost.Link = pump.ReplyLost
	assert.Equal(t, &drive.Drive{
		Name: "a-drive", Title: "Every key", Summary: "A drive with every key in it.", Minutes: 6, Order: 10,
		Lanes:  []drive.Lane{{"first-day", "Steady dose and remote"}, {"day-flex", "Flex dosing"}},
		Shows:  []drive.Part{drive.Remote, drive.Body, drive.Timeline, drive.Feeling},
		Belief: true,
		Flares: []drive.Flare{{At: units.Instant(7 * units.Hour), Lasts: 90 * units.Minute, Strength: 6}},
		Beside: &drive.Beside{Title: "The same day with tablets", Lines: []string{"08:00 A tablet."}},
		Steps: []drive.Step{
			{Say: "Read this."},
			{Say: "Watch the wheel.", Show: drive.Rotor, Kind: drive.Running, Run: drive.Run{Until: units.Instant(8 * units.Hour), Speed: 600}},
			{Say: "Wait for the alarm.", Kind: drive.Running,
				Run: drive.Run{AtEvent: true, Event: pump.AlarmRaised, Most: 12 * units.Hour, Speed: 3600}},
			{Say: "Ask for a dose.", Show: drive.Remote, Kind: drive.Tasking, Task: askedFor},
			{Say: "Ask again.", Kind: drive.Tasking,
				Task: task("Press it again.", "It is the same one.", drive.Want{Kind: drive.WantsDenial, Denial: pump.DeniedLockout})},
			{Say: "Go too far away.", Kind: drive.Tasking, Task: far},
			{Say: "Lose the answer.", Kind: drive.Tasking, Task: lost},
			{Say: "Ask the pump.", Kind: drive.Tasking, Task: task("Let the remote ask.", "It offers to.", drive.Want{Kind: drive.WantsQueried})},
			{Say: "Look back.", Kind: drive.Tasking,
				Task: task("Open the history.", "It is a page.", drive.Want{Kind: drive.WantsView, View: drive.HistoryPage})},
			{Say: "Write it down.", Kind: drive.Tasking, Task: task("Write in the diary.", "It is a page.", drive.Want{Kind: drive.WantsDiary})},
			{Say: "Listen.", Kind: drive.Tasking,
				Task: task("Play the sound.", "The button is here.", drive.Want{Kind: drive.WantsSound, Sound: pump.Critical})},
			{Say: "Think.", Kind: drive.Asking, Question: drive.Question{Ask: "Who presses?", Answers: []drive.Answer{
				{Say: "I do.", Right: true, Because: "Right."}, {Say: "Anyone.", Because: "No."}}}},
			{Say: "This is the other sound.", Kind: drive.Sounding, Sound: pump.NonCritical},
		},
		Learnt: []string{"One.", "Two.", "Three."},
		Ask:    []string{"First?", "Second?"},
		Page:   "personal-remote",
	}, d)
}

func TestWhatADriveLeavesOutHasItsDefault(t *testing.T) {
	d := parse(t, spare)
	assert.Equal(t, []drive.Part{drive.Body, drive.Remote, drive.Timeline}, d.Shows)
	assert.False(t, d.Belief)
	assert.Empty(t, d.Flares)
	assert.Nil(t, d.Beside)
	assert.Empty(t, d.Page)
}

// TestEachMistakeInADriveHasItsPlaceAndItsRemedy changes one thing in a good
// drive and holds the message's first line and its remedy against what is
// wanted. A change is "from => to".
func TestEachMistakeInADriveHasItsPlaceAndItsRemedy(t *testing.T) {
	many := func(entry string, n int) string { return strings.Repeat(entry, n) }
	for _, c := range []struct{ change, first, allowed string }{
		{"title: Every key => titel: Every key", "1:1: titel: the key is not known here; did you mean title?", "title, summary, minutes, order, lanes, shows, belief, flares, beside, steps, learnt, ask or page"},
		{"title: Every key => title: " + many("long ", 20), `1:8: title: found "` + many("long ", 12) + `...": the text is too long`, "a name for the test drive, in one line of at most 80 characters"},
		{"minutes: 6 => minutes: 0", `3:10: minutes: found "0": the number is too small`, "a whole number from 1 to 60"},
		{"minutes: 6 => minutes: 61", `3:10: minutes: found "61": the number is too large`, "a whole number from 0 to 60"},
		{"order: 10\n => ", "1:1: order: the key is missing", "order: and its value; it is required here"},
		{"scenario: day-flex => scenario: Day Flex", `7:16: lanes.2.scenario: found "Day Flex": this is not a plain name`, allowedPlain},
		{"scenario: day-flex => scenario: ../day-flex", `7:16: lanes.2.scenario: found "../day-flex": this is not a plain name`, allowedPlain},
		{"name: Flex dosing => name: Steady dose and remote", `7:32: lanes.2.name: found "Steady dose and remote": two lanes have the same name`, "a name that tells the lanes apart"},
		{"shows: => " + many("  - {scenario: a, name: b}\n", 2) + "shows:", "6:3: lanes: 4 lanes stand here", "1 to 3"},
		{"shows: [remote, body => shows: [remote, tip", `8:17: shows.2: found "tip": this word is not known here`, "body, remote, timeline or feeling"},
		{"shows: [remote, body => shows: [remote, remote", `8:17: shows.2: found "remote": this is shown already`, "each part once"},
		{", feeling] => ]", "11:3: flares: flares are part of the illustrative picture, which is not on the screen", "no flares, or feeling among shows"},
		{"lasts: 90 min => lasts: 0 min", `11:22: flares.1.lasts: found "0 min": a flare lasts some time`, "more than 0 min"},
		{"strength: 6 => strength: 11", `11:40: flares.1.strength: found "11": the number is too large`, "a whole number from 0 to 10"},
		{"beside: =>   - {at: 6 h, lasts: 1 h, strength: 1}\nbeside:", `12:10: flares.2.at: found "6 h": the flares are not in order of time`, "not before the flare above it, at 7 h"},
		{`lines: ["08:00 A tablet."] => lines: []`, "14:10: beside.lines: 0 lines stand here", "1 to 12"},
		{"  - say: Read this.\n =>   - {}\n", "16:5: steps.1.say: the key is missing", "say: and its value; it is required here"},
		{"  - say: Read this.\n => " + many("  - say: Read this.\n", 49), "16:3: steps: 61 steps stand here", "1 to 60"},
		{"show: rotor => show: rotator", `18:11: steps.2.show: found "rotator": this word is not known here; did you mean rotor?`, "body, tip, pump, reservoir, rotor, battery, catheter, remote, timeline, feeling or alarm"},
		{"shows: [remote, body, => shows: [remote,", `18:11: steps.2.show: found "rotor": this is not on the screen`, "body among shows, or another part"},
		{"    run: {until: 8 h, speed: 600} =>     run: {until: 8 h}\n    sound: critical", "17:5: steps.2: a step does one thing; run and sound stand here", "a step for each of them"},
		{"speed: 600} => speed: 100}", `19:30: steps.2.run.speed: found "100": this word is not known here; did you mean 600?`, "60, 600, 3600 or 86400"},
		{"{until: 8 h, speed: 600} => {until: 8 h, most: 1 h}", `19:29: steps.2.run.most: found "1 h": only a run until an event needs this`, "no most: beside an instant"},
		{"{until: 8 h, speed: 600} => {until: 8h}", `19:18: steps.2.run.until: found "8h": the space between number and unit is missing`, span},
		{"{until: 8 h, speed: 600} => {until: 8}", `19:18: steps.2.run.until: found "8": the unit is missing, or a space too many is before it`, span},
		{"{until: 8 h, speed: 600} => {until: 0 h}", `19:18: steps.2.run.until: found "0 h": the runs are not in order of time`, "later than 0 h, the instant that the run before comes to"},
		{"{until: {event: alarm_raised}, most: 12 h} => {until: 8 h}", `21:18: steps.3.run.until: found "8 h": the runs are not in order of time`, "later than 8 h, the instant that the run before comes to"},
		{"{until: {event: alarm_raised}, most: 12 h} => {until: {event: alarm_raised}}", "21:10: steps.3.run.most: the key is missing", "most: and its value; it is required here"},
		{"most: 12 h => most: 0 h", `21:47: steps.3.run.most: found "0 h": a run takes some time`, "more than 0 min"},
		{"most: 12 h => most: 4000 d", `21:47: steps.3.run.most: found "4000 d": this is out of range`, "at most 3653 d"},
		{"event: alarm_raised => event: alarm", `21:26: steps.3.run.until.event: found "alarm": this word is not known here`, ""},
		{", help: It is the large one. => ", "24:11: steps.4.task.help: the key is missing", "help: and its value; it is required here"},
		{"{event: patient_bolus_started} => {}", "24:42: steps.4.task.wants: 0 keys stand here", "exactly one of event, denied, view, wrote, heard or queried"},
		{"{event: patient_bolus_started} => {event: bolus_completed}", `24:50: steps.4.task.wants.event: found "bolus_completed": this comes with time, whatever the reader does`,
			"patient_bolus_started, patient_bolus_denied, no_connection, reply_lost or queried; or, in the place of the task, run: {until: {event: bolus_completed}, most: 12 h}"},
		{"runs: true, speed: 600 => speed: 600", `24:109: steps.4.task.speed: found "600": time stands still in this task`, "no speed, or runs: true beside it"},
		{"denied: lockout => denied: locked", `26:49: steps.5.task.wants.denied: found "locked": this word is not known here; did you mean lockout?`, "not_prescribed, pump_unavailable, busy, lockout, daily_count or daily_limit"},
		{"    link: no_connection\n => ", "28:40: steps.6.task.wants: with a link that works this does not happen", "link: no_connection, beside task"},
		{"    link: no_connection =>     link: reply_lost", "28:40: steps.6.task.wants: with a link that works this does not happen", "link: no_connection, beside task"},
		{"wants: {event: reply_lost}, help: It is the same one.}\n    link: reply_lost => wants: {denied: busy}, help: It.}\n    link: no_connection",
			`32:11: steps.7.link: found "no_connection": without a connection the pump gives no answer`, "another link, or a task that wants {event: no_connection}"},
		{"help: It offers to.} => help: It offers to.}\n    link: ok", `35:11: steps.8.link: found "ok": only a task that asks for a dose has a link`, "no link"},
		{"  - say: Read this. =>   - say: Read this.\n    link: ok", `17:11: steps.1.link: found "ok": only a task that asks for a dose has a link`, "no link, or a task beside it"},
		{"queried: true => queried: false", `34:54: steps.8.task.wants.queried: found "false": a task that wants nothing does not end`, "true"},
		{"view: history => view: future", `36:49: steps.9.task.wants.view: found "future": this word is not known here`, "remote, history, diary, alerts or settings"},
		{"wrote: diary => wrote: letters", `38:52: steps.10.task.wants.wrote: found "letters": this word is not known here`, "diary"},
		{"heard: critical => heard: urgent", `40:48: steps.11.task.wants.heard: found "urgent": this word is not known here`, "non-critical or critical"},
		{"shows: [remote, body, timeline, feeling] => shows: [body, timeline, feeling]", `23:11: steps.4.show: found "remote": this is not on the screen`, "remote among shows, or another part"},
		{", right: true => ", "45:9: steps.12.question.answers: 0 answers are right", "right: true at exactly one of them"},
		{"{say: Anyone., => {say: Anyone., right: true,", "45:9: steps.12.question.answers: 2 answers are right", "right: true at exactly one of them"},
		{"        - {say: Anyone., because: No.}\n => ", "45:9: steps.12.question.answers: 1 answers stand here", "2 to 4"},
		{", because: No. => ", "46:11: steps.12.question.answers.2.because: the key is missing", "because: and its value; it is required here"},
		{"sound: non-critical => sound: loud", `48:12: steps.13.sound: found "loud": this word is not known here`, "non-critical or critical"},
		{"learnt: [One., Two., Three.] => learnt: [One., Two.]", "49:9: learnt: 2 lines stand here", "exactly 3"},
		{"ask: [First?, Second?] => ask: [First?]", "50:6: ask: 1 lines stand here", "2 to 6"},
		{"page: personal-remote => page: personal-remote.md", `51:7: page: found "personal-remote.md": this is not a plain name`, allowedPlain},
	} {
		from, to, _ := strings.Cut(c.change, " => ")
		require.Contains(t, everything, from)
		d, err := drive.Parse("d.yaml", []byte(strings.Replace(everything, from, to, 1)))
		var wrong *drive.Error
		if !assert.ErrorAs(t, err, &wrong, c.change) {
			continue
		}
		assert.Nil(t, d)
		message := strings.Split(err.Error(), "\n")
		assert.Equal(t, "d.yaml:"+c.first, message[0], c.change)
		if c.allowed != "" {
			assert.Equal(t, "    allowed: "+c.allowed, message[len(message)-1], c.change)
		}
		assert.NotEmpty(t, wrong.Allowed)
		assert.NotEmpty(t, wrong.Picture)
	}
}

const (
	allowedPlain = "1 to 64 small letters, digits and hyphens, such as first-day"
	span         = "a length of time made of d, h, min, s and ms, each at most once and in this order, such as 90 min or 1 d 6 h 30 min"
)

func TestTheNameOfADriveIsThatOfItsFile(t *testing.T) {
	for file, name := range map[string]string{"a": "a", "a.yaml": "a", "x/y/first-day.yaml": "first-day"} {
		d, err := drive.Parse(file, []byte(spare))
		require.NoError(t, err)
		assert.Equal(t, name, d.Name)
	}
	for _, file := range []string{"", "A.yaml", "a b.yaml", "a.yml", ".yaml", "x/", strings.Repeat("a", 65)} {
		_, err := drive.Parse(file, []byte(spare))
		assert.ErrorContains(t, err, "this is not a name for the file of a test drive", file)
	}
}

func TestADriveBeyondTheBoundsIsRefused(t *testing.T) {
	_, err := drive.Parse("d.yaml", []byte(spare+strings.Repeat("#", 256<<10)))
	require.ErrorContains(t, err, "the file is too large")
	assert.ErrorContains(t, err, "at most 256 KiB")
	_, err = drive.Parse("d.yaml", nil)
	assert.ErrorContains(t, err, "allowed: a test drive, which begins with title: and a name for it")
}

func FuzzAnyFileIsADriveOrRefused(f *testing.F) {
	f.Add([]byte(everything))
	f.Add([]byte(spare))
	for _, src := range allDrives(f) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := drive.Parse("fuzz.yaml", src)
		if err != nil {
			var wrong *drive.Error
			require.ErrorAs(t, err, &wrong)
			require.Nil(t, d)
			require.Less(t, len(err.Error()), 3000)
			return
		}
		p := drive.New(d)
		for range d.Steps {
			p.Next(0)
		}
		require.True(t, p.Done())
		require.NoError(t, drive.New(d).Restore(p.Mark()))
	})
}
