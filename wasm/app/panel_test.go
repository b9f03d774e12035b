package app_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/sample"
)

var update = flag.Bool("update", false, "rewrite the golden panels")

// golden compares a screen, as it is heard, with the one on file.
func golden(t *testing.T, name string, root *panel.Node) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := panel.Dump(root)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, name)
}

func TestTheMainStatesReadAsTheyShould(t *testing.T) {
	d := begin(t, nil)
	golden(t, "1-ready", d.View())
	d.press("Ask for a dose")
	golden(t, "2-sending", d.View())
	d.pass(4)
	golden(t, "3-giving", d.View())
	d.press("Ask for a dose")
	d.pass(1.5)
	golden(t, "4-busy", d.View())
	d.pass(8)
	golden(t, "5-waiting", d.View())
	d.press("Ask for a dose")
	d.pass(1.5)
	golden(t, "6-locked-out", d.View())
	d.press("1 hour a second")
	d.long(53 * 24)
	d.pass(12)
	golden(t, "7-low-reservoir", d.View())
}

// Whatever a person does, on whatever screen, everything on it has a name, is
// large enough, in reach, and heard as it is seen.
func TestNoScreenFailsTheAuditWhateverIsDone(t *testing.T) {
	measures := sample.Style(t, 16)
	large := sample.Style(t, 32)
	rapid.Check(t, func(r *rapid.T) {
		d := begin(t, nil)
		for range rapid.IntRange(1, 25).Draw(r, "messages") {
			d.send(anyMessage(r, d, measures, large))
			require.Empty(r, panel.Audit(d.View()))
		}
	})
}

func anyMessage(r *rapid.T, d *drive, usual, large panel.Style) message.Message {
	switch rapid.IntRange(0, 3).Draw(r, "kind") {
	case 0:
		return message.Resize{
			Width:    float64(rapid.SampledFrom([]int{320, 360, 640, 700, 820, 1024, 1440, 3840}).Draw(r, "width")),
			Height:   float64(rapid.SampledFrom([]int{400, 740, 1180, 2160}).Draw(r, "height")),
			Embedded: rapid.Bool().Draw(r, "embedded"),
			Style:    rapid.SampledFrom([]panel.Style{usual, large}).Draw(r, "style"),
		}
	case 1:
		return message.Tick{Elapsed: float64(rapid.IntRange(0, 40).Draw(r, "tenths") * 25)}
	}
	var all []*panel.Node
	d.View().Walk(func(n *panel.Node) {
		if n.Role.Operable() && !n.Disabled {
			all = append(all, n)
		}
	})
	n := all[rapid.IntRange(0, len(all)-1).Draw(r, "control")]
	if rapid.Bool().Draw(r, "focus") {
		return message.Focus{ID: n.ID}
	}
	return operate(r, n)
}

// operate does with a control what can be done with it.
func operate(r *rapid.T, n *panel.Node) message.Message {
	switch n.Role {
	case panel.Slider:
		at := n.Range.Least + rapid.Float64Range(0, 1).Draw(r, "part")*(n.Range.Most-n.Range.Least)
		return message.Change{ID: n.ID, Value: strconv.FormatFloat(at, 'f', -1, 64)}
	case panel.Check:
		return message.Change{ID: n.ID, Value: rapid.SampledFrom([]string{"on", "off"}).Draw(r, "tick")}
	case panel.Field:
		return message.Change{ID: n.ID, Value: rapid.StringN(0, 300, -1).Draw(r, "text")}
	case panel.File:
		return message.Opened{ID: n.ID, Name: "a file", Data: rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(r, "data")}
	}
	return message.Press{ID: n.ID}
}
