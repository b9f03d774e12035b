package scenario

import (
	"fmt"
	"strings"

	"iddtestdrive/engine/pump"
)

// step writes a step in one line, or, where it brings a prescription, in a
// block.
func (w *writer) step(s Step) {
	f := flow{"at: " + s.At.String(), "do: " + s.Command.Name()}
	change := f.command(s.Command)
	if s.Expect != nil {
		f.add("expect", s.Expect.String())
	}
	w.entry(f, change)
}

// FormatCommand writes a command as an entry of a list in lines, as ReadCommand
// reads it.
func FormatCommand(c pump.Command) string {
	w := &writer{}
	f := flow{"do: " + c.Name()}
	w.entry(f, f.command(c))
	return w.String()
}

// command adds what a command has besides its name, but for a prescription,
// which it returns.
func (f *flow) command(c pump.Command) *pump.Change {
	var change *pump.Change
	switch c := c.(type) {
	case pump.RequestPatientBolus:
		addUnless(f, "link", c.Link, pump.LinkOK, Links.Word(c.Link))
	case pump.Program:
		change = &c.Change
	case pump.CommitUpdate:
		change = &c.Change
	case pump.ClinicianBolus:
		f.add("dose", c.Dose.String())
		f.add("over", c.Over.String())
	case pump.Aspirate:
		addUnless(f, "site", c.Site, pump.ReservoirPort, drawnFrom.Word(c.Site))
	case pump.Inject:
		f.add("site", Sites.Word(c.Site))
		f.add("volume", c.Volume.String())
		f.add("drug", drugs.Word(c.Drug))
		f.add("concentration", concentration(c.Drug, c.Concentration))
	case pump.SetLowAlarm:
		f.add("volume", c.Volume.String())
	case pump.SetReservoir:
		f.add("volume", c.Volume.String())
	}
	if change != nil {
		addUnless(f, "bridge", change.Bridge, false, "true")
		if change.Reservoir != nil {
			f.add("reservoir", change.Reservoir.String())
		}
	}
	return change
}

// entry writes an entry of the list of steps.
func (w *writer) entry(f flow, change *pump.Change) {
	if change == nil {
		w.line("  - ", f.String())
		return
	}
	for i, pair := range f {
		w.line([]string{"  - ", "    "}[min(i, 1)], pair)
	}
	w.line("    prescription:")
	w.depth += 3
	w.prescription(change.Prescription)
	w.depth -= 3
}

// prose writes words for people, in quotes unless they are plain words that no
// reader of YAML could take for anything else.
func prose(text string) string {
	if strings.Contains(text, " ") && plainText(text, " .,'()-") {
		return text
	}
	return quoted(text)
}

// name writes the name of a day pattern in the same way.
func name(text string) string {
	if plainText(text, "_-") {
		switch strings.ToLower(text) {
		case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		default:
			return text
		}
	}
	return quoted(text)
}

// plainText says whether a text begins and ends with a letter or a full stop
// and holds only letters, digits and some further characters.
func plainText(text, further string) bool {
	for i := range len(text) {
		c := text[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		inner := i > 0 && (i < len(text)-1 || c == '.')
		if !letter && !(inner && (c >= '0' && c <= '9' || strings.IndexByte(further, c) >= 0)) {
			return false
		}
	}
	return text != ""
}

// quoted writes any printable text in double quotes.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
