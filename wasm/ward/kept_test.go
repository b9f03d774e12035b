package ward_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/ward"
)

// some does the first acts of a case's right script.
func some(t testing.TB, name string, acts int) *nurse {
	n := at(t, name)
	for _, act := range right(t, name)[:acts] {
		n.follow(act)
	}
	return n
}

func TestACaseGoesOnWhereItWasLeft(t *testing.T) {
	n := some(t, "routine-refill", 24)
	kept := n.Save()
	back := begin(t, ward.Config{Cases: []ward.Source{source(t, "routine-refill")}, Seed: 99, Saved: kept})
	assert.Equal(t, string(kept), string(back.Save()), "with its own seed, not that of the day")
	assert.Contains(t, back.heard(), "Everything is as you left it")
	assert.False(t, back.PutAside())
	for _, act := range right(t, "routine-refill")[24:] {
		back.follow(act)
	}
	back.press("work.finish")
	assert.Equal(t, "Safe, and nothing is missing.", back.says("verdict.words"))
}

func TestWhatWasKeptAndIsDamagedIsPutAside(t *testing.T) {
	kept := string(some(t, "routine-refill", 5).Save())
	for name, saved := range map[string]string{
		"cut short": kept[:len(kept)/2],
		"changed":   strings.Replace(kept, "p1.", "p1.A", 1),
		"foreign":   "<html>",
		"empty":     "",
		"newer":     strings.Replace(kept, "idd-ward 1", "idd-ward 2", 1),
		"elsewhere": strings.Replace(kept, "at 0", "at 7", 1),
	} {
		back := begin(t, ward.Config{Cases: []ward.Source{source(t, "routine-refill")}, Seed: 1, Saved: []byte(saved)})
		assert.True(t, back.PutAside(), name)
		assert.Contains(t, back.heard(), "could not be read", name)
		assert.Equal(t, "Show my steps so far: 0", back.says("work.acts"), name)
	}
}

// A link opens the debrief of the attempt for whoever has it.
func TestALinkOpensTheDebrief(t *testing.T) {
	n := some(t, "routine-refill", 30)
	n.press("work.finish", "debrief.code")
	var link message.ShareLink
	for _, e := range n.effects {
		if l, ok := e.(message.ShareLink); ok {
			link = l
		}
	}
	open := func(name, code string) *nurse {
		return begin(t, ward.Config{Cases: []ward.Source{source(t, name)}, Seed: 5, Code: code})
	}
	assert.Equal(t, "case=routine-refill", link.Starts)
	other := open("routine-refill", link.Packed)
	assert.Contains(t, other.says("ward.seed"), "Draw number 1.", "the patient is the same, too")
	assert.Equal(t, panel.Dump(n.View().Find("judged")), panel.Dump(other.View().Find("judged")))
	assert.Contains(t, other.heard(), "This attempt came by a link")
	for code, says := range map[string]string{
		link.Packed[:len(link.Packed)-9]: "cut short or changed",
		"xyz":                            "holds no attempt",
	} {
		wrong := open("routine-refill", code)
		assert.Contains(t, wrong.heard(), says)
		assert.NotNil(t, wrong.View().Find("work.finish"), "the case can be begun all the same")
	}
	assert.Contains(t, open("nearly-dry", link.Packed).heard(), "of another case")
}

// From the debrief one goes back to before any step, and does it otherwise.
func TestAnyStepCanBeGoneBackTo(t *testing.T) {
	script := right(t, "routine-refill")
	n := at(t, "routine-refill")
	for _, act := range script {
		if act.Word == "template" {
			act.Word = "palpation"
		}
		n.follow(act)
	}
	n.press("work.finish")
	assert.Contains(t, n.says("verdict.words"), "Not safe yet")
	assert.Contains(t, panel.Dump(n.View()), "180 mg of morphine lie under the skin beside the pump.")
	found := 0
	for i, act := range script {
		if act.Word == "template" {
			found = i
		}
	}
	n.press("debrief.from." + number(found))
	assert.Contains(t, n.heard(), "You are back before this step.")
	for _, act := range script[found:] {
		n.follow(act)
	}
	n.press("work.finish")
	assert.Equal(t, "Safe, and nothing is missing.", n.says("verdict.words"))
}

func TestResultsAreAFileAndAPaper(t *testing.T) {
	n := some(t, "routine-refill", 12)
	n.press("work.finish")
	n.write("debrief.name", "A \"learner\"\n")
	n.press("debrief.json", "debrief.certificate")
	var file struct {
		Simulation, Case, Title, Code string
		Seed                          uint64
		Points, Of                    int
		Safe                          bool
		Wants                         []struct {
			Say, Weight string
			Met         bool
		}
		Mistakes []struct {
			Say  string
			Made bool
		}
		Acts []struct{ At, Act string }
	}
	var paper message.Report
	for _, e := range n.effects {
		switch e := e.(type) {
		case message.Download:
			require.NoError(t, json.Unmarshal(e.Data, &file))
			assert.Equal(t, "routine-refill.json", e.Name)
		case message.Print:
			paper = e.Report
		}
	}
	assert.Equal(t, "routine-refill", file.Case)
	assert.Contains(t, file.Simulation, "Not for dosing a real patient")
	assert.Len(t, file.Acts, 12)
	assert.Equal(t, "2026-03-09T09:30", file.Acts[0].At)
	assert.False(t, file.Safe)
	assert.Less(t, file.Points, file.Of)
	assert.NotEmpty(t, file.Wants)
	assert.NotEmpty(t, file.Mistakes)
	require.NotEmpty(t, paper.Parts)
	assert.Equal(t, `A "learner"`, paper.Parts[0].Heading)
	assert.Contains(t, strings.Join(paper.Parts[0].Words, " "), "no proof of skill")
}

func FuzzWhateverWasKeptTheWardStarts(f *testing.F) {
	kept := some(f, "unit-errors", 3).Save()
	f.Add(kept)
	f.Add([]byte("idd-ward 1\nseed 1\nsheet\n1 done p1.\n"))
	f.Add([]byte{})
	c := ward.Config{Cases: []ward.Source{source(f, "unit-errors")}, Seed: 1}
	f.Fuzz(func(t *testing.T, saved []byte) {
		c.Saved = saved
		n := begin(t, c)
		require.Empty(t, panel.Audit(n.View()))
		require.NotEmpty(t, n.Save())
	})
}
