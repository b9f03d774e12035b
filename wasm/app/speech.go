package app

import (
	"strconv"
	"strings"

	"iddtestdrive/wasm/panel"
)

// speech is what the simulator says aloud to a listener, and shows as the
// caption of what just happened. Each saying is announced once. What is said
// on one occasion stays together, so that of two things that happen in one
// instant neither is lost.
type speech struct {
	count    int
	occasion int
	polite   sayings
	urgent   sayings
	caption  string
	captured int // the occasion of the caption
}

// sayings are what was said on the latest occasion.
type sayings struct {
	occasion int
	said     []saying
}

type saying struct {
	number int
	text   string
}

// begin opens a new occasion.
func (s *speech) begin() { s.occasion++ }

func (s *speech) say(text string) { s.add(&s.polite, text); s.show(text) }

// read says something that stands on the screen already, and so is no caption.
func (s *speech) read(text string) { s.add(&s.polite, text) }

// urge says something that interrupts: an alarm, or a fault.
func (s *speech) urge(text string) { s.add(&s.urgent, text); s.show(text) }

func (s *speech) add(to *sayings, text string) {
	if to.occasion != s.occasion {
		*to = sayings{occasion: s.occasion}
	}
	s.count++
	to.said = append(to.said, saying{s.count, text})
}

// show puts a saying into the caption, beside the others of its occasion.
func (s *speech) show(text string) {
	if s.captured != s.occasion {
		s.captured, s.caption = s.occasion, ""
	}
	s.caption = strings.TrimSpace(s.caption + " " + text)
}

// regions are the live regions. A saying is a child with an ID of its own, so
// that saying the same again is news.
func (s *speech) regions() []panel.Node {
	live := func(id string, role panel.Role, say sayings) panel.Node {
		n := panel.Node{ID: id, Role: role}
		for _, one := range say.said {
			n.Children = append(n.Children, panel.Node{ID: id + "." + strconv.Itoa(one.number), Role: panel.Text, Value: one.text})
		}
		return n
	}
	return []panel.Node{live("say", panel.Polite, s.polite), live("urge", panel.Urgent, s.urgent)}
}
