package app

import (
	"strconv"

	"iddtestdrive/wasm/panel"
)

// speech is what the simulator says aloud to a listener, and shows as the
// caption of what just happened. Each saying is announced once.
type speech struct {
	count   int
	polite  saying
	urgent  saying
	caption string
}

type saying struct {
	number int
	text   string
}

func (s *speech) say(text string) {
	s.count++
	s.polite = saying{s.count, text}
	s.caption = text
}

// urge says something that interrupts: an alarm, or a fault.
func (s *speech) urge(text string) {
	s.count++
	s.urgent = saying{s.count, text}
	s.caption = text
}

// regions are the live regions. A saying is a child with an ID of its own, so
// that saying the same again is news.
func (s *speech) regions() []panel.Node {
	live := func(id string, role panel.Role, say saying) panel.Node {
		n := panel.Node{ID: id, Role: role}
		if say.text != "" {
			n.Children = []panel.Node{{ID: id + "." + strconv.Itoa(say.number), Role: panel.Text, Value: say.text}}
		}
		return n
	}
	return []panel.Node{live("say", panel.Polite, s.polite), live("urge", panel.Urgent, s.urgent)}
}
