package ward_test

import (
	"flag"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/cases"
	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/sample"
	"iddtestdrive/wasm/ward"
)

// Each case can be done well with what the screen offers, whatever chance gives,
// and no screen on the way breaks a rule of screens.
func TestEveryCaseIsDoneWellOnTheScreen(t *testing.T) {
	for _, name := range names(t) {
		t.Run(name, func(t *testing.T) {
			n := at(t, name)
			for _, act := range right(t, name) {
				n.follow(act)
				root := n.View()
				require.Empty(t, panel.Audit(root), "%v", act)
				require.NotContains(t, panel.Dump(root), "⟦", "a word is missing after %v", act)
			}
			n.press("work.finish")
			root := n.View()
			require.Empty(t, panel.Audit(root))
			require.NotContains(t, panel.Dump(root), "⟦")
			assert.Equal(t, "Safe, and nothing is missing.", n.says("verdict.words"))
		})
	}
}

func right(t testing.TB, name string) []practice.Act {
	src, err := cases.FS.ReadFile(name + ".yaml")
	require.NoError(t, err)
	c, err := practice.Parse(name+".yaml", src)
	require.NoError(t, err)
	return c.Right
}

var shots = flag.String("shots", "", "a folder for pictures of the screens, as PNG, to be looked at")

func (n *nurse) shoot(name string) {
	sample.Shoot(n.t, *shots, name, func(r message.Resize) *panel.Node {
		n.send(r)
		return n.View()
	})
}

// With -shots, the screens are pictured:
//
//	go test ./wasm/ward -run Pictured -shots ../../build/screens
func TestTheScreensCanBePictured(t *testing.T) {
	n := at(t, "routine-refill")
	n.shoot("begin")
	script := right(t, "routine-refill")
	for i, act := range script {
		n.follow(act)
		switch act.Verb {
		case practice.DrawUp:
			n.shoot("tray")
		case practice.Empty:
			n.shoot("emptied")
		case practice.Inject:
			if i < 31 {
				n.shoot("given")
			}
		}
	}
	n.press("tab.tablet")
	for _, page := range []string{"status", "refill", "infusion", "remote", "reports"} {
		n.press("tablet.page." + page)
		n.shoot("tablet-" + page)
	}
	n.press("tab.notes")
	n.shoot("notes")
	n.press("work.finish")
	n.shoot("debrief")

	n = at(t, "concentration-change")
	for _, act := range right(t, "concentration-change") {
		if c, ok := act.Command.(pump.Program); ok {
			n.press("tab.tablet")
			n.sets(c.Change)
			n.shoot("review")
			break
		}
		n.follow(act)
	}
	n.press("tablet.page.infusion", "tablet.mode.3", "tablet.add_step", "tablet.add_day")
	n.shoot("flex")

	n = at(t, "remote-report")
	for _, act := range right(t, "remote-report") {
		n.follow(act)
	}
	n.press("tab.tablet", "tablet.page.reports")
	n.shoot("report")

	n = at(t, "routine-refill")
	for _, act := range script {
		switch act.Verb {
		case practice.FindPort:
			act.Word = "palpation"
		case practice.DrawBack, practice.Decide:
			continue
		}
		n.follow(act)
	}
	n.press("work.finish")
	n.shoot("pocket")

	exam := begin(t, ward.Config{Cases: []ward.Source{source(t, "opioid-naive"), source(t, "unit-errors"), source(t, "nearly-dry")}, Exam: 3, Seed: 4})
	exam.press("tab.notes")
	exam.shoot("exam")
	exam.press("work.finish", "work.finish", "work.finish")
	exam.shoot("results")
}
