package e2e_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/cases"
	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/site/messages"
	"iddtestdrive/tools/browser"
)

// nurse is a reader at a practice case.
type nurse struct {
	*rider
	c     *practice.Case
	words *messages.Catalogue
}

// at begins a case with a further question for the address.
func (r *reader) at(name, question string) *nurse {
	r.t.Helper()
	src, err := cases.FS.ReadFile(name + ".yaml")
	require.NoError(r.t, err)
	c, err := practice.Parse(name+".yaml", src)
	require.NoError(r.t, err)
	words, err := messages.Load(os.DirFS("../../content"), "en")
	require.NoError(r.t, err)
	r.plays("?case=" + name + "&seed=1" + question)
	return &nurse{&rider{r, nil}, c, words}
}

// name is what something is called on the ward's screen.
func (n *nurse) name(key string, pairs ...string) string {
	n.t.Helper()
	word, err := n.words.Word("ward."+key, pairs...)
	require.NoError(n.t, err)
	return word
}

// picks chooses one of a row of choices: with Tab to the one that is chosen, and
// with the arrow from there.
func (n *nurse) picks(wanted string, among ...string) {
	n.t.Helper()
	var any []string
	for _, a := range among {
		any = append(any, regexp.QuoteMeta(a))
	}
	if at := n.focused(); at.Role != "radio" || !contains(among, at.Name) {
		n.tabsTo("radio", "^("+strings.Join(any, "|")+")$")
	}
	for range len(among) {
		at := n.focused()
		if at.Name == wanted {
			if at.State["checked"] != "true" {
				n.presses(browser.Space)
			}
			n.is("radio", wanted, "checked", "true")
			return
		}
		n.presses(browser.Right)
	}
	require.Fail(n.t, "it cannot be chosen", "%s among %v", wanted, among)
}

func (n *nurse) tab(which string) {
	n.t.Helper()
	n.picks(n.name("tab."+which), n.name("tab.patient"), n.name("tab.tray"), n.name("tab.needle"), n.name("tab.tablet"), n.name("tab.notes"))
}

func (n *nurse) page(which string) {
	n.t.Helper()
	var all []string
	for _, p := range []string{"status", "refill", "infusion", "remote", "single", "review", "reports"} {
		all = append(all, n.name("page."+p))
	}
	n.picks(n.name("page."+which), all...)
}

// hearing presses and waits until something is said of it.
func (n *nurse) hearing(button string) {
	n.t.Helper()
	before := len(n.Announcements())
	n.uses(button)
	n.hears(before, ".")
}

// writes fills a field with the keyboard.
func (n *nurse) writes(field, text string) {
	n.t.Helper()
	n.toThe("textbox", field)
	n.evaluates(`(document.activeElement.select(), '')`)
	require.NoError(n.t, n.Type(text))
	n.is("textbox", field, "value", text)
}

func (n *nurse) ticks(box string) {
	n.t.Helper()
	if at := n.toThe("checkbox", box); at.State["checked"] != "true" {
		n.presses(browser.Space)
	}
	n.is("checkbox", box, "checked", "true")
}

// tabOf is the tab in which an act is done.
func tabOf(a practice.Act) string {
	switch a.Verb {
	case practice.Ask, practice.Look, practice.Tell, practice.Wait:
		return "patient"
	case practice.CheckIt:
		switch a.Word {
		case "identity":
			return "patient"
		case "alarm_level", "catheter":
			return "tablet"
		}
		return "tray"
	case practice.Prepare, practice.DrawUp:
		return "tray"
	case practice.FindPort, practice.Take, practice.Insert, practice.Seat, practice.DrawBack, practice.Empty, practice.Inject, practice.Withdraw, practice.Dress:
		return "needle"
	case practice.Decide, practice.Record, practice.Answer:
		return "notes"
	}
	return "tablet"
}

// does does an act of a script with the keyboard alone.
func (n *nurse) does(a practice.Act) {
	n.t.Helper()
	if a.Verb == practice.CheckIt && a.Word == "prescription" {
		n.hearing(n.name("task.read_sheet"))
		return
	}
	n.tab(tabOf(a))
	if a.Verb == practice.CheckIt && tabOf(a) == "tablet" {
		n.page("status")
	}
	verb := string(a.Verb)
	switch a.Verb {
	case practice.Insert, practice.Seat, practice.DrawBack, practice.Empty, practice.Withdraw, practice.Dress:
		n.hearing(n.name("needle." + verb))
	case practice.Inject:
		give := map[bool]string{true: "syringe.give_fast", false: "syringe.give"}[a.Fast]
		n.hearing(n.name(give, "volume", strconv.Itoa(int(a.Volume/1_000_000))))
	case practice.Wait:
		n.hearing(n.name("wait.m" + strconv.Itoa(int(a.For/60_000))))
	case practice.DrawUp:
		var labels []string
		wanted := ""
		for _, v := range n.c.Tray {
			labels = append(labels, v.Label)
			if v.Name == a.Word {
				wanted = v.Label
			}
		}
		n.picks(wanted, labels...)
		n.writes(n.name("tray.volume"), a.Volume.String())
		n.ticks(n.name("tray.filter"))
		n.hearing(n.name("tray.draw_up"))
	case practice.Decide:
		for _, c := range n.c.Choices {
			if c.Name == a.Word {
				n.hearing(c.Say)
			}
		}
	case practice.Answer:
		for _, q := range n.c.Questions {
			if q.Name == a.Word {
				n.writes(n.name("notes.ask", "ask", q.Ask, "unit", q.Answer.Unit), a.Value.String())
				n.hearing(n.name("notes.answer"))
			}
		}
	default:
		if a.OnTablet() {
			n.sends(a)
			return
		}
		n.hearing(n.name(verb + "." + a.Word))
	}
}

// sends does an act on the tablet.
func (n *nurse) sends(a practice.Act) {
	n.t.Helper()
	switch c := a.Command.(type) {
	case pump.Interrogate:
		if n.looks().buttons[n.name("tablet.read")] {
			n.hearing(n.name("tablet.read"))
			return
		}
		n.page("status")
		n.hearing(n.name("tablet.again"))
	case pump.SetReservoir:
		n.page("refill")
		n.writes(n.name("set.reservoir", "unit", "mL"), c.Volume.String())
		n.hearing(n.name("refill.tell"))
	case pump.Program:
		b := c.Change.Prescription.PatientBolus
		require.NotNil(n.t, b)
		n.page("remote")
		n.ticks(n.name("remote.ask"))
		n.writes(n.name("set.dose", "unit", "mg"), b.Dose.String())
		n.writes(n.name("set.dose_over", "unit", "min"), b.Over.String())
		n.writes(n.name("set.lockout", "unit", "h"), b.Lockout.String())
		n.writes(strings.TrimSpace(n.name("set.per_day", "unit", "")), strconv.Itoa(b.PerDay))
		n.page("review")
		for _, line := range []string{"remote", "dose", "dose_over", "lockout", "per_day"} {
			n.ticks(n.name("review.confirm", "line", n.name("line."+line)))
		}
		n.hearing(n.name("review.send"))
	default:
		require.Fail(n.t, "no way is known on the tablet", "%s", a.Verb)
	}
}

// A case of each kind is done with the keyboard alone, from its first step to its
// debrief: a refill at the bedside, a programming on the tablet, and sums.
func TestCasesAreDoneWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	for name, question := range map[string]string{"routine-refill": "", "remote-setup": "&plain=1", "unit-errors": "&plain=1"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := newReader(t, browser.Options{NoWebGL: question != ""}).at(name, question)
			for _, act := range n.c.Right {
				n.does(act)
			}
			n.uses(n.name("end.finish"))
			n.until("the debrief", func(s screen) bool { return contains(s.said, n.name("debrief.judged")) })
			require.True(t, contains(n.looks().said, n.name("verdict.full")), n.looks().said)
			assert.True(t, contains(n.looks().said, n.c.Debrief))
		})
	}
}

// A mistake is made, its consequence read, and the step done otherwise.
func TestAMistakeIsSeenAndUndone(t *testing.T) {
	t.Parallel()
	n := newReader(t, browser.Options{NoWebGL: true}).at("routine-refill", "")
	for _, act := range []practice.Act{
		{Verb: practice.DrawUp, Word: "ten", Volume: 18_000_000, Filter: true}, {Verb: practice.FindPort, Word: "palpation"},
		{Verb: practice.Take, Word: "refill"}, {Verb: practice.Insert}, {Verb: practice.Inject, Volume: 5_000_000},
	} {
		n.does(act)
	}
	n.uses(n.name("end.finish"))
	n.until("the debrief", func(s screen) bool { return contains(s.said, n.name("verdict.unsafe")) })
	said := n.looks().said
	assert.True(t, contains(said, "The drug went under the skin beside the pump"), said)
	assert.True(t, contains(said, "50 mg of morphine lie under the skin beside the pump."), said)
	n.operates("Found the port by: Fingers alone$")
	n.until("the bedside", func(s screen) bool { return s.buttons[n.name("end.finish")] })
	assert.True(t, contains(n.looks().said, n.name("hand.no_needle")))
}

// An attempt outlasts its tab, and a link to it opens its debrief for somebody
// else, with the same score.
func TestAnAttemptOutlastsItsTabAndTravels(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{NoWebGL: true})
	n := r.at("unit-errors", "")
	for _, act := range n.c.Right[:3] {
		n.does(act)
	}
	require.NoError(t, r.UntilTrue(`Object.entries(localStorage).some(([key, value]) => key.includes('case/unit-errors') && value.startsWith('idd-ward'))`))
	require.NoError(t, r.Crash())
	back := r.newTab().at("unit-errors", "")
	back.hears(0, "Everything is as you left it")
	back.uses(back.name("end.finish"))
	back.until("the debrief", func(s screen) bool { return s.buttons[back.name("keep.code")] })
	var file struct {
		Code       string
		Points, Of int
	}
	require.NoError(t, json.Unmarshal(back.gets(regexp.QuoteMeta(back.name("keep.json")), "unit-errors.json"), &file))

	other := newReader(t, browser.Options{NoWebGL: true})
	other.plays("?case=unit-errors&seed=9#s=" + file.Code)
	other.hears(0, "This attempt came by a link")
	assert.True(t, contains((&rider{other, nil}).looks().said, back.name("score", "points", strconv.Itoa(file.Points), "of", strconv.Itoa(file.Of))))
	assert.Less(t, file.Points, file.Of)

	other.plays("?case=unit-errors&seed=10#s=" + file.Code[:len(file.Code)-5])
	other.hears(0, "cut short or changed")
}

func TestAnExamIsTaken(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	n := r.at("unit-errors", "") // for its words
	r.plays("?exam=2&seed=3")
	n.until("the exam", func(s screen) bool { return contains(s.said, n.name("exam.case", "case", "1", "all", "2")) })
	assert.False(t, n.looks().buttons[n.name("end.hint")])
	n.uses(n.name("exam.next"))
	n.until("the second case", func(s screen) bool { return contains(s.said, n.name("exam.case", "case", "2", "all", "2")) })
	n.uses(n.name("end.finish"))
	n.until("the results", func(s screen) bool { return contains(s.said, n.name("exam.sheet")) })
	r.evaluates(`(window.print = () => { window.asked = true; }, '')`)
	n.uses(n.name("exam.paper"))
	require.NoError(t, r.UntilTrue(`window.asked`))
	assert.Contains(t, r.evaluates(`document.getElementById('report').textContent`), "no proof of skill")
}
