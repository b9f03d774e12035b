package app

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
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
	blocks := []form.Block{
		d.Say("history.day", day.LongDate(), d.Strong()),
		d.Say("history.sum", d.words("remote.history.sum", "given", number(given), "refused", number(refused)), d.Plain()),
	}
	if len(lines) > 0 {
		blocks = append(blocks, d.List("history.lines", lines))
	}
	blocks = append(blocks, d.Gathered("history.turn", 9*d.Em,
		form.Off(!m.earlierDay(), d.words("remote.history.first"), d.Press("history.earlier", d.words("remote.history.earlier"))),
		form.Off(m.remote.day == 0, d.words("remote.history.last"), d.Press("history.later", d.words("remote.history.later")))))
	return form.Stack(at, d.Style.Space[2], blocks...)
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
