package ward_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/sample"
	"iddtestdrive/wasm/ward"
)

func number(n int) string { return strconv.Itoa(n) }

// The needle is moved by hand: at full depth it is in, drawn out of the skin it is
// out, and on the way nothing happens.
func TestTheNeedleFollowsTheHand(t *testing.T) {
	n := at(t, "routine-refill")
	n.press("tab.needle")
	assert.True(t, n.View().Find("needle.depth").Disabled, "no needle was taken")
	n.press("do.find_port.template", "do.take.refill")
	n.write("needle.depth", "6")
	assert.NotContains(t, n.says("scene.hand.needle"), "in the patient")
	n.write("needle.depth", "10")
	assert.Contains(t, n.says("scene.hand.needle"), "in the patient")
	n.write("needle.depth", "4")
	assert.Contains(t, n.says("scene.hand.needle"), "in the patient")
	n.write("needle.depth", "0")
	assert.NotContains(t, n.says("scene.hand.needle"), "in the patient")
}

// The plunger is moved by hand: each mark gives 5 mL or the rest, and a little up
// draws back.
func TestThePlungerFollowsTheHand(t *testing.T) {
	n := some(t, "routine-refill", 28)
	n.press("tab.needle")
	n.write("needle.plunger", "1")
	assert.Contains(t, n.heard(), "5 mL went in. 13 mL are left")
	n.write("needle.plunger", "0")
	assert.Contains(t, n.heard(), "as from the reservoir")
	n.write("needle.plunger", "4")
	assert.Contains(t, n.heard(), "3 mL went in. 0 mL are left")
	assert.True(t, n.View().Find("needle.plunger").Disabled, "the syringe is empty")
}

// From the catheter port comes what the path holds, and then what is around the
// spinal cord: it does not end.
func TestClearFluidGoesOnComing(t *testing.T) {
	n := at(t, "catheter-port")
	n.press("tab.needle", "do.take.access", "needle.aim.catheter", "needle.insert", "needle.empty")
	assert.Contains(t, n.heard(), "0.3 mL come out into the empty syringe. Then a thin, clear fluid goes on coming")
}

// What cannot be read is said at its field, and nothing can be sent before each
// changed line was compared; another change wants another look.
func TestNothingIsSentUnread(t *testing.T) {
	n := at(t, "remote-setup")
	n.press("tab.tablet", "tablet.interrogate", "tablet.page.remote")
	if !n.View().Find("tablet.remote").Checked {
		n.write("tablet.remote", "on")
	}
	n.write("tablet.set.dose", "0.3 g")
	n.write("tablet.set.dose_over", "20")
	n.write("tablet.set.lockout", "3 h")
	n.write("tablet.set.per_day", "4")
	assert.Contains(t, panel.Dump(n.View()), "This cannot be read. Write it as in: 3 mg")
	n.press("tablet.page.review")
	assert.Contains(t, panel.Dump(n.View()), "Extra dose, ")
	assert.Nil(t, n.View().Find("tablet.send"))
	n.press("tablet.page.remote")
	n.write("tablet.set.dose", "0.3")
	n.press("tablet.page.review")
	assert.True(t, n.View().Find("tablet.send").Disabled)
	n.confirm(false)
	assert.False(t, n.View().Find("tablet.send").Disabled)
	n.press("tablet.page.remote")
	n.write("tablet.set.per_day", "5")
	n.press("tablet.page.review")
	assert.True(t, n.View().Find("tablet.send").Disabled, "it changed since it was compared")
	assert.Contains(t, panel.Dump(n.View().Find("review.dose")), `"0.3 mg"`, "a bare number has the unit of its field")
}

// Dividing a step and taking one away keep the day's dose.
func TestADayKeepsItsDose(t *testing.T) {
	n := at(t, "routine-refill")
	n.press("tab.tablet", "tablet.interrogate", "tablet.page.infusion", "tablet.mode.3")
	total := func() string { return n.says("ward.flex.total") }
	assert.Equal(t, "In this day: 3 mg", total())
	n.press("tablet.add_step", "tablet.add_step")
	assert.Equal(t, "In this day: 3 mg", total())
	assert.Contains(t, n.says("tablet.step.1"), "12:00 0.75 mg")
	n.write("tablet.from", "60")
	assert.Contains(t, n.says("tablet.step.2"), "15:00")
	n.press("tablet.remove_step")
	assert.Equal(t, "In this day: 3 mg", total())
	n.write("tablet.give", "1")
	assert.Equal(t, "In this day: 2.5 mg", total())
	n.write("tablet.give", "much")
	assert.Contains(t, panel.Dump(n.View()), "One of the steps cannot be read.")
}

// What the pump says of itself and of the patient's requests.
func TestTheTabletReportsWhatThePumpKnows(t *testing.T) {
	n := at(t, "remote-report")
	for _, act := range right(t, "remote-report") {
		n.follow(act)
	}
	n.press("tab.tablet", "tablet.page.reports")
	screen := panel.Dump(n.View())
	for _, words := range []string{
		"Given: 1. Refused: 6.", "Refused 6 times: too soon after the last one",
		"8 h: 1 given, 3 refused. 9 h: 0 given, 3 refused.",
		"Without extra doses the alarm for a low reservoir comes in 23 days.", "With every extra dose that is allowed it comes in 16 days.",
		"Plan the refill before that",
		"Mon 23 Mar 2026, 08:00: Extra dose started, 0.3 mg", "Mon 23 Mar 2026, 08:10: Dose given for the patient, 0.03 mL",
	} {
		assert.Contains(t, screen, words)
	}
	n.press("tablet.filter.alarms")
	assert.Contains(t, panel.Dump(n.View()), "Nothing of this kind.")
	n.press("tablet.filter.refused")
	assert.Len(t, n.View().Find("log").Children, 12, "six lines with a rule below each")
	n.press("tablet.page.status")
	assert.Contains(t, n.says("state.lines.flow"), "0.3 mL a day")
}

// The sums are shown once the nurse has done them.
func TestTheSumsComeAfterTheNursesOwn(t *testing.T) {
	n := at(t, "routine-refill")
	n.press("tab.tablet", "tablet.interrogate", "tablet.page.review")
	assert.Contains(t, panel.Dump(n.View()), "once you have worked them out")
	n.press("tab.notes")
	n.write("notes.write.daily-volume", "3")
	n.press("notes.answer.daily-volume")
	assert.Contains(t, n.heard(), "3 mL/day is not right")
	n.write("notes.write.daily-volume", "0.3")
	n.press("notes.answer.daily-volume")
	assert.Contains(t, n.heard(), "0.3 mL/day is right. 3 mg a day divided by")
	n.press("tab.tablet")
	assert.Contains(t, panel.Dump(n.View()), "3 mg a day divided by 10 mg/mL is 0.3 mL a day.")
}

func TestAHintNamesWhatIsMissing(t *testing.T) {
	n := at(t, "routine-refill")
	n.press("work.hint")
	assert.Equal(t, "Not done yet: The order sheet was read.", n.heard())
	n.press("do.check.prescription")
	assert.Nil(t, n.View().Find("end.hint"))
}

func exam(t testing.TB, count int, seed uint64, saved []byte) *nurse {
	var all []ward.Source
	for _, name := range names(t) {
		all = append(all, source(t, name))
	}
	return begin(t, ward.Config{Cases: all, Exam: count, Seed: seed, Saved: saved})
}

// Who has done an exam can do another in the same browser.
func TestAfterAnExamComesAnother(t *testing.T) {
	n := exam(t, 3, 7, nil)
	assert.Nil(t, n.View().Find("exam.another"), "not before it is done")
	first := map[string]bool{}
	for range 3 {
		first[n.says("task.title")] = true
		n.press("work.finish")
	}
	assert.Contains(t, n.says("ward.seed"), "Draw number 7.", "of the exam, not of its last patient")
	n.press("exam.another")
	assert.Equal(t, "Exam, case 1 of 3", n.says("ward.exam.case"))
	assert.Contains(t, n.heard(), n.says("task.title"))
	other := exam(t, 3, 10, nil)
	kept := exam(t, 3, 1, n.Save())
	same := 0
	for range 3 {
		title := n.says("task.title")
		if first[title] {
			same++
		}
		assert.Equal(t, title, other.says("task.title"), "it is the exam of the number that it shows")
		assert.Equal(t, title, kept.says("task.title"), "and it is kept")
		for _, one := range []*nurse{n, other, kept} {
			one.press("work.finish")
		}
	}
	assert.Less(t, same, 3, "others are drawn")
	assert.Contains(t, n.says("ward.exam.sum"), "of 3 patients were safe")
}

// An exam gives no hints and no verdicts before its end; then it has one sheet,
// from which each debrief is reached.
func TestAnExamTellsAtItsEnd(t *testing.T) {
	n := exam(t, 3, 7, nil)
	again := exam(t, 3, 7, nil)
	other := exam(t, 3, 8, nil)
	var titles []string
	for i := range 3 {
		assert.Equal(t, "Exam, case "+number(i+1)+" of 3", n.says("ward.exam.case"))
		assert.Nil(t, n.View().Find("work.hint"))
		titles = append(titles, n.says("task.title"))
		assert.Equal(t, titles[i], again.says("task.title"), "the same seed draws the same")
		kept := exam(t, 3, 1, n.Save())
		assert.Equal(t, titles[i], kept.says("task.title"), "it goes on where it was left")
		n.press("work.finish")
		again.press("work.finish")
	}
	assert.NotEqual(t, titles[0], other.says("task.title"))
	assert.Contains(t, n.says("ward.exam.sum"), "of 3 patients were safe")
	n.press("exam.see.1")
	assert.Equal(t, titles[1], n.says("verdict.title"))
	assert.Nil(t, n.View().Find("debrief.from.0"), "what was handed in stays as it is")
	n.press("exam.sheet", "debrief.certificate")
	paper := n.effects[len(n.effects)-1].(message.Print).Report
	require.Len(t, paper.Parts[0].Rows, 3)
	assert.Equal(t, titles[2], paper.Parts[0].Rows[2][0])
}

// Whatever is done, in whatever window, everything on the screen has a name, is
// large enough, in reach, and heard as it is seen.
func TestNoScreenFailsTheAuditWhateverIsDone(t *testing.T) {
	usual, large := sample.Style(t, 16), sample.Style(t, 32)
	all := names(t)
	rapid.Check(t, func(r *rapid.T) {
		n := at(t, rapid.SampledFrom(all).Draw(r, "case"))
		n.send(message.Resize{Width: float64(rapid.SampledFrom([]int{320, 360, 820, 1440, 3840}).Draw(r, "width")), Height: 900,
			Style: rapid.SampledFrom([]panel.Style{usual, large}).Draw(r, "style"), Embedded: rapid.Bool().Draw(r, "embedded")})
		for range rapid.IntRange(1, 25).Draw(r, "acts") {
			var can []panel.Node
			n.View().Walk(func(c *panel.Node) {
				if c.Role.Operable() && !c.Disabled && c.Role != panel.Link {
					can = append(can, *c)
				}
			})
			c := rapid.SampledFrom(can).Draw(r, "control")
			switch c.Role {
			case panel.Check:
				n.send(message.Change{ID: c.ID, Value: rapid.SampledFrom([]string{"on", "off"}).Draw(r, "tick")})
			case panel.Slider:
				n.send(message.Change{ID: c.ID, Value: number(rapid.IntRange(int(c.Range.Least), int(c.Range.Most)).Draw(r, "set"))})
			case panel.Field:
				n.send(message.Change{ID: c.ID, Value: rapid.SampledFrom([]string{"", "3", "18 mL", "0.3 mg", "3 h", "x"}).Draw(r, "text")})
			default:
				n.send(message.Press{ID: c.ID})
			}
			root := n.View()
			require.Empty(r, panel.Audit(root), c.ID)
			require.NotContains(r, panel.Dump(root), "⟦", c.ID)
		}
	})
}

func TestTheWarningThatIsSetIsShownAndAWrongOneIsMarked(t *testing.T) {
	n := at(t, "routine-refill")
	n.press("tab.tablet", "tablet.interrogate", "tablet.page.refill")
	n.write("tablet.low_at", "three")
	assert.NotNil(t, n.View().Find("wrong.low_at"))
	n.press("tablet.low_alarm")
	n.write("tablet.low_at", "0.5 mL")
	n.press("tablet.low_alarm")
	assert.Contains(t, n.says("desk.news.text"), "The alarm can be set from 1 to 10 mL.")
	n.write("tablet.low_at", "3")
	n.press("tablet.low_alarm")
	assert.Nil(t, n.View().Find("wrong.low_at"))
	assert.Contains(t, n.says("holds.lines.warns"), "3 mL")
}
