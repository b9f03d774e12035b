package form

import (
	"strconv"
	"strings"

	"iddtestdrive/wasm/panel"
)

// Speech is what the simulator says aloud to a listener, and shows as the
// caption of what just happened. Each saying is announced once. What is said
// on one occasion stays together, so that of two things that happen in one
// instant neither is lost.
type Speech struct {
	Count    int // of all sayings
	occasion int
	polite   sayings
	urgent   sayings
	Caption  string // what was said last, for the eye
	captured int    // the occasion of the caption
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

// Begin opens a new occasion.
func (s *Speech) Begin() { s.occasion++ }

// Say says something when there is time, and shows it as the caption.
func (s *Speech) Say(text string) { s.add(&s.polite, text); s.show(text) }

// Read says something that stands on the screen already, and so is no caption.
func (s *Speech) Read(text string) { s.add(&s.polite, text) }

// Urge says something that interrupts: an alarm, or a fault.
func (s *Speech) Urge(text string) { s.add(&s.urgent, text); s.show(text) }

func (s *Speech) add(to *sayings, text string) {
	if to.occasion != s.occasion {
		*to = sayings{occasion: s.occasion}
	}
	s.Count++
	to.said = append(to.said, saying{s.Count, text})
}

// show puts a saying into the caption, beside the others of its occasion.
func (s *Speech) show(text string) {
	if s.captured != s.occasion {
		s.captured, s.Caption = s.occasion, ""
	}
	s.Caption = strings.TrimSpace(s.Caption + " " + text)
}

// Regions are the live regions. A saying is a child with an ID of its own, so
// that saying the same again is news.
func (s *Speech) Regions() []panel.Node {
	live := func(id string, role panel.Role, say sayings) panel.Node {
		n := panel.Node{ID: id, Role: role}
		for _, one := range say.said {
			n.Children = append(n.Children, panel.Node{ID: id + "." + strconv.Itoa(one.number), Role: panel.Text, Value: one.text})
		}
		return n
	}
	return []panel.Node{live("say", panel.Polite, s.polite), live("urge", panel.Urgent, s.urgent)}
}
