package picture_test

import (
	"flag"
	"os"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"

	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/picture"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

// says are the words of the picture.
func says(t require.TestingT) func(string, ...string) string {
	src, err := os.ReadFile("../../content/messages/en.yaml")
	require.NoError(t, err)
	var tree struct{ Simulator map[string]any }
	require.NoError(t, yaml.Unmarshal(src, &tree))
	words := map[string]string{}
	flatten(words, "", tree.Simulator)
	return func(key string, values ...string) string {
		text, ok := words[key]
		if !ok {
			return "⟦" + key + "⟧"
		}
		for i := 0; i < len(values); i += 2 {
			text = strings.ReplaceAll(text, "{"+values[i]+"}", values[i+1])
		}
		return text
	}
}

func flatten(into map[string]string, prefix string, tree map[string]any) {
	for k, v := range tree {
		if below, ok := v.(map[string]any); ok {
			flatten(into, prefix+k+".", below)
		} else {
			into[prefix+k] = v.(string)
		}
	}
}

// tokens are the properties of tokens.css, by night those of the night.
func tokens(t require.TestingT, night bool) func(string) string {
	css, err := os.ReadFile("../../site/theme/tokens.css")
	require.NoError(t, err)
	return func(name string) string {
		all := regexp.MustCompile(regexp.QuoteMeta(name)+`:([^;]*);`).FindAllSubmatch(css, -1)
		require.NotEmpty(t, all, name)
		if night {
			return string(all[len(all)-1][1])
		}
		return string(all[0][1])
	}
}

// look is how the tests look at a picture, for a reader whose rem is root.
func look(t require.TestingT, root float64) picture.Look {
	style, err := panel.ReadStyle(tokens(t, false), root)
	require.NoError(t, err)
	return picture.Look{Style: style, Words: says(t), Measure: paint.Type{}}
}

// running is a pump at its usual work.
func running() picture.Moment {
	return picture.Moment{Capacity: 20, True: 17.4, Believed: 17.4, Rotor: 0.3, Flow: 0.3, Phase: 0.1,
		Path: []picture.Stretch{{Part: 1, Strength: 1}}, Inside: 0.44, Tip: 1}
}

// moments are states worth looking at, by name.
func moments() map[string]picture.Moment {
	with := func(change func(*picture.Moment)) picture.Moment {
		m := running()
		change(&m)
		return m
	}
	return map[string]picture.Moment{
		"running": running(),
		"bolus":   with(func(m *picture.Moment) { m.Bolus, m.Flow, m.Rotor = true, 4.6, 4.6 }),
		"stalled": with(func(m *picture.Moment) { m.Stalled, m.Flow, m.Rotor, m.Alarm = true, 0, 0, picture.Critical }),
		"stopped": with(func(m *picture.Moment) { m.Stopped, m.Flow, m.Rotor = true, 0, 0 }),
		"low": with(func(m *picture.Moment) {
			m.True, m.Believed, m.Alarm, m.Battery = 1.9, 1.9, picture.NonCritical, picture.ReplaceSoon
		}),
		"empty": with(func(m *picture.Moment) {
			m.True, m.Flow, m.Alarm, m.Battery = 0, 0, picture.Critical, picture.BatteryEnded
		}),
		"ended": with(func(m *picture.Moment) {
			m.Stopped, m.Flow, m.Rotor, m.Alarm, m.Battery = true, 0, 0, picture.Critical, picture.BatteryEnded
		}),
		"mri":      with(func(m *picture.Moment) { m.InMRI, m.Stalled, m.Flow, m.Rotor = true, true, 0, 0 }),
		"updating": with(func(m *picture.Moment) { m.Updating, m.Flow, m.Rotor = true, 0, 0 }),
		"both":     with(func(m *picture.Moment) { m.ShowBelief, m.True, m.Believed = true, 15.2, 9.6 }),
		"front": with(func(m *picture.Moment) {
			m.Path = []picture.Stretch{{Part: 0.62, Strength: 1}, {Part: 0.38, Strength: 0.5}}
			m.Tip = 0.5
		}),
		"saline": with(func(m *picture.Moment) {
			m.Path = []picture.Stretch{{Part: 0.3, Strength: 1}, {Part: 0.7}}
			m.Tip = 0
		}),
	}
}
