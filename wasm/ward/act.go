package ward

import (
	"errors"
	"strings"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/message"
)

// do does an act, and tells what came of it.
func (m *Model) do(act practice.Act) []message.Effect {
	a := m.here().attempt
	_, err := a.Do(act)
	var impossible *practice.Impossible
	if errors.As(err, &impossible) {
		m.tell(groupOf(act), m.words.Say("ward.impossible."+string(impossible.Why)))
		delete(m.fields, idDepth)
		return nil
	}
	done := a.Acts()[len(a.Acts())-1]
	m.hint = ""
	if act.Verb == practice.Insert || act.Verb == practice.Withdraw {
		delete(m.fields, idDepth)
	}
	m.readPump(done)
	m.tell(groupOf(act), m.outcome(done))
	effects := []message.Effect{message.Save{}}
	for _, e := range done.Outcome.Entries {
		if e.Event.Kind == pump.AlarmRaised {
			m.speech.Urge(m.words.Say("ward.alarm." + e.Event.Alarm.String()))
		}
		if e.Event.Log() != pump.TruthLog { // what nobody can know stays here
			effects = append(effects, message.Tell{Line: e.AppendJSON(nil)})
		}
	}
	return effects
}

// tell says what came of an act in a group of buttons.
func (m *Model) tell(group, text string) {
	m.news = news{m.tab, group, text}
	m.speech.Say(text)
}

// groupOf is the group of buttons that an act stands in.
func groupOf(act practice.Act) string {
	switch act.Verb {
	case practice.Insert, practice.Seat, practice.Dress, practice.DrawBack, practice.Empty, practice.Inject, practice.Withdraw:
		return "needle"
	case practice.CheckIt:
		if act.Word == "prescription" {
			return ""
		}
	case practice.DrawUp, practice.Ask, practice.Look, practice.Prepare, practice.FindPort, practice.Take, practice.Tell,
		practice.Record, practice.Decide, practice.Wait, practice.Answer:
	default:
		return "" // of the tablet: its pages change
	}
	return string(act.Verb)
}

// drawUp draws up what is chosen and written.
func (m *Model) drawUp() []message.Effect {
	volume, err := units.ParseVolume(withUnit(m.fields[idVolume], "mL"))
	if err != nil {
		m.tell(string(practice.DrawUp), m.words.Say("ward.wrong.volume"))
		return nil
	}
	vial := m.vial()
	if vial == "" {
		return nil
	}
	return m.do(practice.Act{Verb: practice.DrawUp, Word: vial, Volume: volume, Filter: m.fields[idFilter] == "on"})
}

// vial is the vial that is chosen; the first where none is.
func (m *Model) vial() string {
	tray := m.here().c.Tray
	if v := m.fields["tray.vial"]; v != "" || len(tray) == 0 {
		return v
	}
	return tray[0].Name
}

// answer gives the answer that is written to a question.
func (m *Model) answer(question string) []message.Effect {
	for _, q := range m.here().c.Questions {
		if q.Name != question {
			continue
		}
		value, err := practice.ParseAmount(withUnit(m.fields["notes.write."+question], q.Answer.Unit))
		if err != nil || value.Unit == "" {
			m.tell(string(practice.Answer), m.words.Say("ward.wrong.answer", "unit", q.Answer.Unit))
			return nil
		}
		return m.do(practice.Act{Verb: practice.Answer, Word: question, Value: value})
	}
	return nil
}

// withUnit puts the unit that is meant after a bare number.
func withUnit(text, unit string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.Trim(text, "0123456789.") != "" || unit == "" {
		return text
	}
	return text + " " + unit
}

// outcome is what came of an act, in words.
func (m *Model) outcome(d practice.Done) string {
	w, o := m.words, d.Outcome
	word := d.Act.Word
	switch d.Act.Verb {
	case practice.Ask:
		if o.Says == "" {
			return w.Say("ward.nothing_said")
		}
		return w.Say("ward.said", "words", o.Says)
	case practice.Look:
		if o.Says == "" {
			return w.Say("ward.nothing_seen")
		}
		return o.Says
	case practice.CheckIt:
		return m.checked(word)
	case practice.Prepare, practice.FindPort, practice.Take, practice.Tell, practice.Record:
		return w.Say("ward.did." + string(d.Act.Verb) + "." + word)
	case practice.DrawUp:
		key := "ward.drawn.unfiltered"
		if d.Act.Filter {
			key = "ward.drawn.filtered"
		}
		return w.Say(key, "volume", millilitres(d.Act.Volume), "label", m.label(word))
	case practice.Decide:
		return w.Say("ward.decided", "choice", m.choice(word))
	case practice.Answer:
		return m.answered(d)
	case practice.Wait:
		return strings.TrimSpace(w.Say("ward.waited", "time", d.Act.For.String()) + " " + m.happened(d))
	}
	if d.Act.OnTablet() {
		return m.sent(d)
	}
	return m.felt(d)
}

// felt is what the hand at the needle and the syringe learns.
func (m *Model) felt(d practice.Done) string {
	w, o := m.words, d.Outcome
	switch d.Act.Verb {
	case practice.Insert:
		if o.Blocked {
			return w.Say("ward.blocked")
		}
		return w.Say("ward.inserted")
	case practice.Seat:
		if o.Hard {
			return w.Say("ward.seated")
		}
		return w.Say("ward.not_seated")
	case practice.Dress:
		return w.Say("ward.dressed")
	case practice.Withdraw:
		return w.Say("ward.withdrawn")
	case practice.Empty:
		switch {
		case o.Volume > 0 && o.Fluid == practice.ClearFluid:
			return w.Say("ward.emptied_clear", "volume", millilitres(o.Volume))
		case o.Volume > 0:
			return w.Say("ward.emptied", "volume", millilitres(o.Volume))
		}
	case practice.Inject:
		if o.Volume < d.Act.Volume {
			return w.Say("ward.resists", "volume", millilitres(o.Volume), "left", millilitres(d.Act.Volume-o.Volume))
		}
		return w.Say("ward.injected", "volume", millilitres(o.Volume), "left", millilitres(m.left()))
	}
	switch o.Fluid {
	case practice.Drug:
		return w.Say("ward.fluid.drug")
	case practice.ClearFluid:
		return w.Say("ward.fluid.clear")
	}
	return w.Say("ward.fluid.nothing")
}

// checked is what a check brings to light.
func (m *Model) checked(what string) string {
	w, c := m.words, m.here().c
	switch what {
	case "label", "expiry":
		var labels []string
		for _, v := range c.Tray {
			labels = append(labels, v.Label)
		}
		if len(labels) == 0 {
			return w.Say("ward.did.check.label_none")
		}
		return w.Say("ward.did.check."+what, "labels", strings.Join(labels, "; "))
	case "volume":
		if c.Prescribed == nil || c.Prescribed.Fill == 0 {
			return w.Say("ward.did.check.volume_none")
		}
		return w.Say("ward.did.check.volume", "volume", millilitres(c.Prescribed.Fill), "drawn", millilitres(m.left()),
			"capacity", millilitres(m.here().attempt.Session().Setup().Model.Capacity()))
	case "second_person":
		return m.secondPerson()
	case "alarm_level":
		return w.Say("ward.did.check.alarm_level", "volume", millilitres(m.here().attempt.Session().Status().LowAt))
	case "catheter":
		catheter := m.here().attempt.Session().Setup().Catheter
		return w.Say("ward.did.check.catheter", "length", units.FormatCentimetres(catheter.LengthCM), "volume", catheter.Volume().String())
	}
	return w.Say("ward.did.check." + what)
}

// secondPerson is what somebody else reads who has only the sheet, the labels
// and the syringe before them.
func (m *Model) secondPerson() string {
	c := m.here().c
	said := m.words.Say("ward.did.check.second_person")
	if c.Prescribed != nil {
		p := c.Prescribed.Prescription
		said += " " + m.words.Say("ward.did.check.second_person_sheet", "drug", m.drug(p.Drug), "strength", p.Concentration.String())
	}
	if vial, left := m.here().attempt.Syringe(); vial != nil {
		said += " " + m.words.Say("ward.did.check.second_person_syringe", "label", vial.Label, "volume", millilitres(left))
	}
	return said
}

// answered is what is said to an answer: in an exam nothing but that it stands.
func (m *Model) answered(d practice.Done) string {
	switch {
	case m.exam:
		return m.words.Say("ward.answer.noted", "value", d.Act.Value.String())
	case d.Outcome.Wrong:
		return m.words.Say("ward.answer.wrong", "value", d.Act.Value.String())
	}
	return m.words.Say("ward.answer.right", "value", d.Act.Value.String(), "because", m.because(d.Act.Word))
}

func (m *Model) because(question string) string {
	for _, q := range m.here().c.Questions {
		if q.Name == question {
			return q.Because
		}
	}
	return ""
}

func (m *Model) choice(name string) string {
	for _, c := range m.here().c.Choices {
		if c.Name == name {
			return c.Say
		}
	}
	return ""
}

func (m *Model) label(vial string) string {
	for _, v := range m.here().c.Tray {
		if v.Name == vial {
			return v.Label
		}
	}
	return vial
}

// sent is what came of a command from the tablet.
func (m *Model) sent(d practice.Done) string {
	if d.Outcome.Wrong {
		for _, e := range d.Outcome.Entries {
			switch e.Event.Kind {
			case pump.ProgramRefused, pump.CommandRefused:
				return m.words.Say("ward.refused", "why", m.refusal(e.Event))
			}
		}
	}
	return strings.TrimSpace(m.words.Say("ward.sent."+string(d.Act.Verb)) + " " + m.happened(d))
}

// happened is what somebody at the bedside notices by themselves.
func (m *Model) happened(d practice.Done) string {
	var all []string
	for _, e := range d.Outcome.Entries {
		if e.Event.Kind == pump.AlarmRaised {
			all = append(all, m.words.Say("ward.alarm."+e.Event.Alarm.String()))
		}
	}
	return strings.Join(all, " ")
}

// shortly is an act as a line of a list.
func (m *Model) shortly(act practice.Act) string {
	w := m.words
	switch act.Verb {
	case practice.DrawUp:
		return w.Say("ward.act.draw_up", "volume", millilitres(act.Volume), "label", m.label(act.Word))
	case practice.Inject:
		if act.Fast {
			return w.Say("ward.act.inject_fast", "volume", millilitres(act.Volume))
		}
		return w.Say("ward.act.inject", "volume", millilitres(act.Volume))
	case practice.Answer:
		return w.Say("ward.act.answer", "value", act.Value.String())
	case practice.Wait:
		return w.Say("ward.act.wait", "time", act.For.String())
	case practice.Decide:
		return w.Say("ward.act.decide", "choice", m.choice(act.Word))
	case practice.Insert:
		return w.Say("ward.act.insert", "port", w.Say("ward.insert."+act.Word))
	case practice.Ask, practice.Look, practice.CheckIt, practice.Prepare, practice.FindPort, practice.Take, practice.Tell, practice.Record:
		return w.Say("ward.act."+string(act.Verb), "what", w.Say("ward."+string(act.Verb)+"."+act.Word))
	}
	return w.Say("ward.act." + string(act.Verb))
}
