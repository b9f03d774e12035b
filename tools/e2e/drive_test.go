package e2e_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/drives"
	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/tools/browser"
)

// rider is a reader in a guided test drive.
type rider struct {
	*reader
	drive *drive.Drive
}

// on begins a drive with a question for the address, such as "&plain=1".
func (r *reader) on(t *testing.T, name, question string) *rider {
	t.Helper()
	src, err := drives.FS.ReadFile(name + ".yaml")
	require.NoError(t, err)
	d, err := drive.Parse(name+".yaml", src)
	require.NoError(t, err)
	r.plays("?drive=" + name + question)
	return &rider{r, d}
}

// screen is what a listener meets now: the names of the buttons that can be
// pressed, and all that is said.
type screen struct {
	buttons map[string]bool
	said    []string
}

func (r *rider) looks() screen {
	r.t.Helper()
	tree, err := r.Tree()
	require.NoError(r.t, err)
	s := screen{buttons: map[string]bool{}}
	for _, n := range tree {
		if n.Role == "button" && n.State["disabled"] != "true" {
			s.buttons[n.Name] = true
		}
		s.said = append(s.said, n.Name)
	}
	return s
}

var stepWords = regexp.MustCompile(`^Step (\d+) of \d+$`)

// step is the number of the present step, from 1; 0 at the end, where what was
// learnt stands.
func (s screen) step() int {
	for _, said := range s.said {
		if strings.Contains(said, "You have finished this test drive") {
			return 0
		}
	}
	for _, said := range s.said {
		var n int
		if m := stepWords.FindStringSubmatch(said); m != nil {
			_, _ = fmt.Sscan(m[1], &n)
			return n
		}
	}
	return -1
}

// ready tells whether the guide offers to go on.
func (s screen) ready() bool { return s.buttons["Go on"] }

// rides takes the drive to its end with the keyboard alone, doing what each step
// asks for.
func (r *rider) rides() {
	r.t.Helper()
	for range 3 * drive.MaxSteps {
		s := r.looks()
		n := s.step()
		switch {
		case n == 0:
			return
		case s.ready():
			r.uses("Go on")
			r.until("another step", func(now screen) bool { return now.step() != n })
		case s.buttons["Skip ahead"]:
			r.uses("Skip ahead")
			r.until("the end of the run", func(now screen) bool { return now.ready() || now.step() != n })
		default:
			r.does(n, s)
		}
	}
	require.Fail(r.t, "the drive has no end", "%v", r.looks().said)
}

func (r *rider) until(what string, holds func(screen) bool) {
	r.t.Helper()
	require.NoError(r.t, r.Until(what, func() (bool, error) {
		s := r.looks()
		if !holds(s) {
			return false, fmt.Errorf("step %d, buttons %v", s.step(), s.buttons)
		}
		return true, nil
	}))
}

// uses presses a button of that name with the keyboard.
func (r *rider) uses(name string) {
	r.t.Helper()
	r.toThe("button", name)
	r.presses(browser.Enter)
}

// does what the step asks for: answers its question, or does its task; where the
// task wants what cannot be had just now, it is shown.
func (r *rider) does(n int, s screen) {
	r.t.Helper()
	step := r.drive.Steps[n-1]
	done := func(now screen) bool { return now.ready() || now.step() != n }
	if step.Kind == drive.Asking {
		r.toThe("radio", step.Question.Answers[0].Say)
		r.presses(browser.Space)
		r.until("the answer is taken", done)
		return
	}
	require.Equal(r.t, drive.Tasking, step.Kind, "%v", s.said)
	for _, name := range r.way(step.Task.Wants, s) {
		r.uses(name)
	}
	if step.Task.Wants.Kind == drive.WantsEvent || step.Task.Wants.Kind == drive.WantsDenial {
		// The request travels; then it is answered.
		r.until("an answer", func(now screen) bool { return done(now) || !contains(now.said, "The remote is talking to the pump.") })
	}
	if !done(r.looks()) {
		r.uses("Show me")
	}
	r.until("the task is done", done)
}

func contains(all []string, part string) bool {
	for _, s := range all {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// way is the buttons that lead to what a task wants.
func (r *rider) way(w drive.Want, s screen) []string {
	var way []string
	open := func(view string) {
		if s.buttons["Back to the doses"] {
			way = append(way, "Back to the doses")
		}
		if view != "" {
			way = append(way, view)
		}
	}
	switch w.Kind {
	case drive.WantsView:
		open(map[drive.View]string{drive.HistoryPage: "History", drive.DiaryPage: "Diary", drive.AlertsPage: "Alerts",
			drive.SettingsPage: "Settings"}[w.View])
	case drive.WantsDiary:
		open("Diary")
		way = append(way, "Write it down")
	case drive.WantsSound:
		open("Alerts")
		way = append(way, map[pump.AlarmClass]string{pump.NonCritical: "Hear the one tone", pump.Critical: "Hear the two tones"}[w.Sound])
	case drive.WantsQueried:
		if s.buttons["Ask the pump what it did"] {
			return []string{"Ask the pump what it did"}
		}
		open("Alerts")
		way = append(way, "Ask the pump how it is")
	default:
		open("")
		if s.buttons["Back to the doses"] || s.buttons["Ask for a dose"] {
			way = append(way, "Ask for a dose")
		}
	}
	return way
}

func TestEveryTestDriveIsFinishedWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(drives.FS, "*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for view, question := range faces {
		t.Run(view, func(t *testing.T) {
			r := newReader(t, browser.Options{NoWebGL: view == "plain"})
			for _, file := range names {
				name := strings.TrimSuffix(file, ".yaml")
				ride := (&reader{Page: r.Page, t: t, b: r.b}).on(t, name, question)
				ride.rides()
				end := ride.looks()
				for _, line := range append(ride.drive.Learnt, ride.drive.Ask...) {
					assert.True(t, contains(end.said, line), "%s does not say: %s", name, line)
				}
				assert.True(t, end.buttons["Print this"], name)
			}
		})
	}
}

// The keyboard stays where the reader is: on the way on, from step to step.
func TestTheKeyboardStaysWithTheGuide(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{NoWebGL: true}).on(t, "first-day", "")
	r.uses("Go on")
	r.until("the second step", func(s screen) bool { return s.step() == 2 })
	at := r.focused()
	assert.Equal(t, "button", at.Role)
	assert.Contains(t, []string{"Go on", "Skip ahead", "Show me"}, at.Name)
}

// Looking back with the arrow keys: the clock shows the past, nothing can be
// asked for there, and one can go on from it.
func TestThePastIsLookedAtAndGoneOnFromWithTheKeyboard(t *testing.T) {
	t.Parallel()
	for view, question := range faces {
		t.Run(view, func(t *testing.T) {
			r := &rider{newReader(t, browser.Options{NoWebGL: view == "plain"}), nil}
			r.plays("?scenario=first-hours" + question)
			r.uses("Next day")
			r.until("the next day", func(s screen) bool { return contains(s.said, "Tue 3 Mar 2026, 08:00") })
			r.toThe("slider", "Look back in time")
			r.presses(browser.Left)
			r.until("the past", func(s screen) bool { return contains(s.said, "You are looking back at") })
			assert.False(t, r.looks().buttons["Ask for a dose"], "nothing can be asked for in the past")
			r.uses("Go on from here")
			r.until("the present", func(s screen) bool {
				return !contains(s.said, "You are looking back at") && s.buttons["Ask for a dose"]
			})
		})
	}
}

// However large the type and however narrow the window, nothing of the simulator
// is lost at the side.
func TestTheSimulatorFitsHoweverLargeItsLetters(t *testing.T) {
	t.Parallel()
	for view, question := range faces {
		t.Run(view, func(t *testing.T) {
			r := newReader(t, browser.Options{NoWebGL: view == "plain"})
			for _, size := range []struct{ width, percent int64 }{{320, 100}, {360, 200}} {
				require.NoError(t, r.Show(browser.Screen{Width: size.width, Height: 740, Touch: true}))
				ride := r.on(t, "first-day", question)
				_, err := browser.Eval[string](r.Page, fmt.Sprintf(`document.documentElement.style.fontSize = '%d%%', dispatchEvent(new Event('resize')), ''`, size.percent))
				require.NoError(t, err)
				for _, open := range []string{"Try changes", "Keep and share", "History"} {
					ride.uses(open)
				}
				wide, err := browser.Eval[int](r.Page, `document.documentElement.scrollWidth - document.documentElement.clientWidth`)
				require.NoError(t, err)
				assert.LessOrEqual(t, wide, 0, "%d px at %d %%", size.width, size.percent)
			}
		})
	}
}
