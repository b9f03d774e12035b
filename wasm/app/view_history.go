package app

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// mostLines is how many lines of a day's history are shown.
const mostLines = 30

// history shows what the remote remembers of one day: each request and what
// became of it, and how many.
func (d *draft) history(at panel.Rect) []panel.Node {
	m := d.m
	day := m.start().Add(units.Span(m.at()) - units.Span(m.remote.day)*units.Day)
	lines, given, refused := m.requests(day.LongDate())
	blocks := []block{
		d.say("history.day", day.LongDate(), d.strong()),
		d.say("history.sum", d.words("remote.history.sum", "given", number(given), "refused", number(refused)), d.plain()),
	}
	if len(lines) > 0 {
		blocks = append(blocks, d.list("history.lines", lines))
	}
	blocks = append(blocks, d.gathered("history.turn", 9*d.em,
		off(!m.earlierDay(), d.words("remote.history.first"), d.press("history.earlier", d.words("remote.history.earlier"))),
		off(m.remote.day == 0, d.words("remote.history.last"), d.press("history.later", d.words("remote.history.later")))))
	return stack(at, d.st.Space[2], blocks...)
}

// earlierDay tells whether the session has a day before the one shown.
func (m *Model) earlierDay() bool {
	return m.start().Add(units.Span(m.at())-units.Span(m.remote.day)*units.Day).LongDate() != m.start().LongDate()
}

// requests are a day's requests, a line each, and how many were given and
// refused.
func (m *Model) requests(date string) (lines []string, given, refused int) {
	more := 0
	for _, e := range m.lanes[0].session.Log() {
		if e.At > m.at() || m.start().Add(units.Span(e.At)).LongDate() != date {
			continue
		}
		key, ok := historyKey(e)
		if !ok {
			continue
		}
		switch e.Event.Kind {
		case pump.PatientBolusStarted:
			given++
		case pump.PatientBolusDenied, pump.ConnectionFailed:
			refused++
		}
		if len(lines) >= mostLines {
			more++
			continue
		}
		lines = append(lines, begun(m.start().Add(units.Span(e.At))).Clock()+" "+m.words.Say(key, "dose", e.Event.Dose.String()))
	}
	if more > 0 {
		lines = append(lines, m.words.Say("remote.history.more", "count", number(more)))
	}
	return lines, given, refused
}

// historyKey is the key of what the remote says of an entry, where it says
// anything.
func historyKey(e session.Entry) (string, bool) {
	switch e.Event.Kind {
	case pump.PatientBolusStarted:
		return "remote.history.given", true
	case pump.PatientBolusDenied:
		return "remote.history.denied." + e.Event.Denial.String(), true
	case pump.ConnectionFailed:
		return "remote.history.unreached", true
	case pump.AnswerLost:
		return "remote.history.lost", true
	case pump.BolusInterrupted:
		return "remote.history.interrupted", e.Event.Bolus == pump.PatientBolus
	}
	return "", false
}

// list is lines as a list, each with a hair line below it.
func (d *draft) list(id string, lines []string) block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: id, Role: panel.List, Bounds: at}
		y := at.Y
		for i, line := range lines {
			set, h := d.set(line, at.W, d.plain())
			item := panel.Node{ID: id + "." + number(i), Role: panel.Item, Value: line, Look: panel.Look{Letters: set}}
			item.Bounds = panel.Rect{X: at.X, Y: y, W: at.W, H: h}
			y += h + d.st.Space[1]
			n.Children = append(n.Children, item, panel.Node{ID: id + ".rule." + number(i),
				Bounds: panel.Rect{X: at.X, Y: y, W: at.W, H: d.st.Thin}, Look: panel.Look{Fill: "line"}})
			y += d.st.Space[1]
		}
		n.Bounds.H = y - at.Y
		return n
	}
}
