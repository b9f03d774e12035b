package app

import (
	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/keep"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
)

// mostNotes is how many of the latest diary notes are shown.
const mostNotes = 6

// diary is where pain before and after is written down, 0 to 10, with a word of
// one's own, and where the latest notes are read.
func (d *draft) diary(at panel.Rect) []panel.Node {
	r := d.m.remote
	pain := func(id, key string, v int) form.Block {
		return d.Slider(id, d.words(key), d.words("remote.diary.of", "pain", number(v)),
			panel.Range{Least: 0, Most: 10, Step: 1, Now: float64(v)})
	}
	blocks := []form.Block{
		d.Say("diary.how", d.words("remote.diary.how"), d.Plain()),
		pain(idBefore, "remote.diary.before", r.before),
		pain(idAfter, "remote.diary.after", r.after),
		d.Field(idNote, d.words("remote.diary.note"), r.note),
		d.Lead(idWrite, d.words("remote.diary.write")),
	}
	if lines := d.m.noteLines(mostNotes); len(lines) > 0 {
		blocks = append(blocks, d.Say("diary.head", d.words("remote.diary.notes"), d.Strong()), d.List("diary.lines", lines))
	}
	return form.Stack(at, d.Style.Space[3], blocks...)
}

// noteLines are the diary's notes up to the instant on the screen, the latest
// first, so many at the most.
func (m *Model) noteLines(most int) []string {
	var lines []string
	for i := len(m.notes) - 1; i >= 0 && len(lines) < most; i-- {
		if n := m.notes[i]; n.At <= m.at() {
			lines = append(lines, m.noteLine(n))
		}
	}
	return lines
}

// noteLine is a note in words: when, pain before and after, and what was written.
func (m *Model) noteLine(n keep.Note) string {
	when := begun(m.start().Add(units.Span(n.At))).Long()
	pain := func(v int8) string {
		if v == keep.Untold {
			return "–"
		}
		return number(int(v))
	}
	line := m.words.Say("remote.diary.line", "time", when, "before", pain(n.Before), "after", pain(n.After))
	if n.Words != "" {
		line += " " + n.Words
	}
	return line
}

// write puts a note into the diary.
func (m *Model) write() []message.Effect {
	if m.back {
		return nil
	}
	if len(m.notes) >= keep.MaxNotes {
		m.speech.Urge(m.words.Say("remote.diary.full"))
		return nil
	}
	r := &m.remote
	m.notes = append(m.notes, keep.Note{At: m.now(), Before: int8(r.before), After: int8(r.after), Words: r.note})
	r.note = ""
	m.speech.Say(m.words.Say("remote.diary.written"))
	m.guide.tell((*drive.Player).Wrote)
	return append(m.followGuide(), message.Save{})
}

// notesUntil are the notes that were written by an instant.
func notesUntil(notes []keep.Note, t units.Instant) []keep.Note {
	n := 0
	for n < len(notes) && notes[n].At <= t {
		n++
	}
	return notes[:n:n]
}
