package timeline_test

import (
	"os"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"
)

// english are the words of the message file that the timeline says, by key.
var english = sync.OnceValue(func() map[string]string {
	src, err := os.ReadFile("../../content/messages/en.yaml")
	if err != nil {
		panic(err)
	}
	var tree struct {
		Simulator struct{ Timeline, Feeling map[string]any }
	}
	if err := yaml.Unmarshal(src, &tree); err != nil {
		panic(err)
	}
	all := map[string]string{}
	flatten(all, "timeline.", tree.Simulator.Timeline)
	flatten(all, "feeling.", tree.Simulator.Feeling)
	return all
})

func flatten(all map[string]string, prefix string, tree map[string]any) {
	for k, v := range tree {
		if below, ok := v.(map[string]any); ok {
			flatten(all, prefix+k+".", below)
		} else {
			all[prefix+k] = v.(string)
		}
	}
}

// words says the words and notes which were asked for.
type words struct {
	t    require.TestingT
	said map[string]bool
}

func (w words) say(key string, values ...string) string {
	text, ok := english()[key]
	require.True(w.t, ok, "no words for %q", key)
	if w.said != nil {
		w.said[key] = true
	}
	for i := 0; i+1 < len(values); i += 2 {
		text = strings.ReplaceAll(text, "{"+values[i]+"}", values[i+1])
	}
	require.NotContains(w.t, text, "{", key)
	return text
}
