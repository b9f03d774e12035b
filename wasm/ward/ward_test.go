package ward_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"iddtestdrive/content/cases"
	"iddtestdrive/content/scenarios"
	"iddtestdrive/engine/practice"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/sample"
	"iddtestdrive/wasm/ward"
)

// nurse is a model under test with a hand on it.
type nurse struct {
	t testing.TB
	*ward.Model
	effects []message.Effect
}

// source is the texts of a case of the content.
func source(t testing.TB, name string) ward.Source {
	src, err := cases.FS.ReadFile(name + ".yaml")
	require.NoError(t, err)
	c, err := practice.Parse(name+".yaml", src)
	require.NoError(t, err)
	sc, err := scenarios.FS.ReadFile(c.Scenario + ".yaml")
	require.NoError(t, err)
	return ward.Source{Name: name, Case: src, Scenario: sc}
}

// names are those of all cases.
func names(t testing.TB) []string {
	files, err := cases.FS.ReadDir(".")
	require.NoError(t, err)
	var all []string
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".yaml"); ok {
			all = append(all, name)
		}
	}
	return all
}

func begin(t testing.TB, c ward.Config) *nurse {
	c.Words, c.Measure, c.Picture = sample.Words(t), paint.Type{}, true
	m, err := ward.New(c)
	require.NoError(t, err)
	n := &nurse{t: t, Model: m}
	n.send(message.Resize{Width: 900, Height: 800, Style: sample.Style(t, 16)})
	return n
}

// at begins a case.
func at(t testing.TB, name string) *nurse {
	return begin(t, ward.Config{Cases: []ward.Source{source(t, name)}, Seed: 1})
}

func (n *nurse) send(m message.Message) { n.effects = append(n.effects, n.Update(m)...) }

// operable is the node of an ID, which somebody can use now.
func (n *nurse) operable(id string) *panel.Node {
	found := n.View().Find(id)
	require.NotNil(n.t, found, "there is no %s", id)
	require.True(n.t, found.Role.Operable(), id)
	require.False(n.t, found.Disabled, "%s cannot be used: %s", id, found.Description)
	return found
}

func (n *nurse) press(ids ...string) {
	for _, id := range ids {
		n.operable(id)
		n.send(message.Press{ID: id})
	}
}

func (n *nurse) write(id, value string) {
	n.operable(id)
	n.send(message.Change{ID: id, Value: value})
}

// says is the words of a node.
func (n *nurse) says(id string) string {
	found := n.View().Find(id)
	require.NotNil(n.t, found, "there is no %s", id)
	return found.Name + found.Value
}

// heard is all that was announced on the latest occasion.
func (n *nurse) heard() string {
	var all []string
	for _, id := range []string{"say", "urge"} {
		for _, c := range n.View().Find(id).Children {
			all = append(all, c.Value)
		}
	}
	return strings.Join(all, " ")
}

// follow does an act as a nurse does it on the screen.
func (n *nurse) follow(a practice.Act) {
	verb := string(a.Verb)
	simple := map[practice.Verb]string{practice.Ask: "patient", practice.Look: "patient", practice.Tell: "patient",
		practice.Prepare: "tray", practice.FindPort: "needle", practice.Take: "needle", practice.Decide: "notes", practice.Record: "notes"}
	if tab, ok := simple[a.Verb]; ok {
		n.press("tab."+tab, "do."+verb+"."+a.Word)
		return
	}
	switch a.Verb {
	case practice.CheckIt:
		switch a.Word {
		case "prescription":
		case "identity":
			n.press("tab.patient")
		case "alarm_level", "catheter":
			n.press("tab.tablet", "tablet.page.status")
		default:
			n.press("tab.tray")
		}
		n.press("do.check." + a.Word)
	case practice.Wait:
		n.press("tab.patient")
		left := int(a.For / 60_000)
		for _, m := range []int{60, 30, 15, 5} {
			for ; left >= m; left -= m {
				n.press("do.wait." + strconv.Itoa(m))
			}
		}
	case practice.DrawUp:
		n.press("tab.tray", "tray.vial."+a.Word)
		n.write("tray.volume", a.Volume.String())
		n.write("tray.filter", map[bool]string{true: "on", false: "off"}[a.Filter])
		n.press("tray.draw_up")
	case practice.Insert:
		n.press("tab.needle", "needle.aim."+a.Word, "needle.insert")
	case practice.Seat, practice.DrawBack, practice.Empty, practice.Withdraw, practice.Dress:
		n.press("tab.needle", "needle."+verb)
	case practice.Inject:
		n.press("tab.needle", map[bool]string{true: "needle.give_fast", false: "needle.give"}[a.Fast])
	case practice.Answer:
		n.press("tab.notes")
		n.write("notes.write."+a.Word, a.Value.String())
		n.press("notes.answer." + a.Word)
	default:
		n.onTablet(a)
	}
}
