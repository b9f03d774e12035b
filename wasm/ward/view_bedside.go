package ward

import (
	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// patient is talking to the patient, and looking.
func (d *draft) patient() []form.Block {
	var waits []form.Block
	for _, minutes := range []string{"5", "15", "30", "60"} {
		waits = append(waits, d.Press("do.wait."+minutes, d.words("ward.wait.m"+minutes)))
	}
	return joined(
		d.group(practice.CheckIt, 9, "identity"),
		d.group(practice.Ask, 8, practice.Topics...),
		d.group(practice.Look, 8, practice.Sights...),
		d.group(practice.Tell, 10, practice.Tellings...),
		[]form.Block{d.strong("ward.group.wait"), d.Gathered("group.wait", 6*d.Em, waits...)},
		d.news(string(practice.Wait)),
	)
}

// tray is what stands ready: the checks, the sterile steps and the vials.
func (d *draft) tray() []form.Block {
	checks := d.group(practice.CheckIt, 9, "label", "expiry", "volume", "second_person", "supervision")
	prepare := d.group(practice.Prepare, 8, practice.Preparations...)
	if len(d.s.c.Tray) == 0 {
		return joined(checks, prepare)
	}
	var vials []form.Choice
	for _, v := range d.s.c.Tray {
		vials = append(vials, form.Choice{ID: "tray.vial." + v.Name, Label: v.Label, Chosen: d.m.vial() == v.Name})
	}
	drawUp := []form.Block{
		d.strong("ward.tray.vials"),
		d.Radios("tray.vials", d.words("ward.tray.vials"), vials...),
		d.Field(idVolume, d.words("ward.tray.volume"), d.m.fields[idVolume]),
		d.Check(idFilter, d.words("ward.tray.filter"), d.m.fields[idFilter] == "on"),
		d.Press(idDrawUp, d.words("ward.tray.draw_up")),
	}
	return joined(checks, drawUp, d.news(string(practice.DrawUp)), prepare)
}

// needle is finding the port, and what hand, needle and syringe do there.
func (d *draft) needle() []form.Block {
	a := d.s.attempt
	taken, port := a.Needle()
	var aims []form.Choice
	for _, p := range practice.Ports {
		aims = append(aims, form.Choice{ID: idAim + "." + p, Label: d.words("ward.insert." + p), Chosen: d.m.aim() == p})
	}
	blocks := joined(
		d.group(practice.FindPort, 9, practice.Ways...),
		d.group(practice.Take, 9, practice.Needles...),
		[]form.Block{d.strong("ward.needle.aim"), d.Radios("needle.aims", d.words("ward.needle.aim"), aims...)})
	depth, where := 0, "out"
	if port != "" {
		depth, where = deep, "in"
	}
	if f := d.m.fields[idDepth]; f != "" {
		depth = depthOf(f)
	}
	none := off(taken == "" && port == "", d.words("ward.impossible.no_needle"))
	blocks = append(append(blocks, d.strong("ward.needle.move")), d.news("needle")...)
	blocks = append(blocks,
		d.slide(none, d.Slider(idDepth, d.words("ward.needle.depth"), d.words("ward.needle."+where),
			panel.Range{Least: 0, Most: deep, Step: 1, Now: float64(depth)})),
		d.Gathered("needle.ways", 10*d.Em,
			form.Off(taken == "" || port != "", d.words("ward.needle.cannot_in"), d.Press(idInsert, d.words("ward.needle.insert"))),
			form.Off(port == "", d.words("ward.needle.cannot_out"), d.Press(idWithdraw, d.words("ward.needle.withdraw")))),
		d.Gathered("needle.draws", 10*d.Em,
			form.Off(port == "", d.words("ward.needle.cannot_out"), d.Press(idSeat, d.words("ward.needle.seat"))),
			form.Off(port == "", d.words("ward.needle.cannot_out"), d.Press(idDrawBack, d.words("ward.needle.draw_back"))),
			form.Off(port == "", d.words("ward.needle.cannot_out"), d.Press(idEmpty, d.words("ward.needle.empty")))))
	return append(append(blocks, d.syringe(port)...), d.marked(idDress, d.words("ward.needle.dress"), d.m.did(practice.Dress, "")))
}

// syringe is the one that was drawn up, and giving from it.
func (d *draft) syringe(port string) []form.Block {
	vial, left := d.s.attempt.Syringe()
	if vial == nil {
		return []form.Block{d.soft("ward.syringe.none")}
	}
	given, all := d.m.marks()
	value := d.words("ward.syringe.left", "volume", millilitres(left))
	next := min(portion, left)
	give := func(id, key string) form.Block {
		return form.Off(port == "" || left == 0, d.words("ward.syringe.cannot"), d.Press(id, d.words(key, "volume", millilitres(next))))
	}
	return []form.Block{
		d.strong("ward.syringe.head", "label", vial.Label),
		d.slide(off(port == "" || left == 0, d.words("ward.syringe.cannot")),
			d.Slider(idPlunger, d.words("ward.syringe.plunger"), value, panel.Range{Least: 0, Most: float64(max(all, 1)), Step: 1, Now: float64(given)})),
		d.Gathered("syringe.ways", 10*d.Em, give(idGive, "ward.syringe.give"), give(idGiveFast, "ward.syringe.give_fast")),
		d.soft("ward.syringe.how"),
	}
}

// why is why something cannot be used now; empty: it can.
type why string

func off(when bool, words string) why {
	if when {
		return why(words)
	}
	return ""
}

// slide is a slider that may be out of use.
func (d *draft) slide(w why, b form.Block) form.Block {
	return func(at panel.Rect) panel.Node {
		n := b(at)
		n.Disabled, n.Description = w != "", string(w)
		return n
	}
}

// depthOf reads how deep the slider has the needle; what cannot be read is outside.
func depthOf(text string) int {
	n := 0
	for _, r := range text {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return min(n, deep)
}

// notes is what is worked out, decided and written down.
func (d *draft) notes() []form.Block {
	c := d.s.c
	var blocks []form.Block
	if len(c.Questions) > 0 {
		blocks = append(blocks, d.strong("ward.notes.sums"))
	}
	for _, q := range c.Questions {
		id := "notes.write." + q.Name
		answer := d.Press("notes.answer."+q.Name, d.words("ward.notes.answer"))
		if given, right := d.m.given(q.Name); given != "" {
			blocks = append(blocks, d.tinted("notes.given."+q.Name, "teal-soft", d.Say("notes.given.words."+q.Name, q.Ask+" "+given, d.Plain())))
			if right || d.m.exam {
				continue
			}
		}
		blocks = append(blocks, d.Field(id, d.words("ward.notes.ask", "ask", q.Ask, "unit", unitOf(q)), d.m.fields[id]), answer)
	}
	blocks = append(blocks, d.news(string(practice.Answer))...)
	blocks = append(blocks, d.volumes()...)
	if len(c.Choices) > 0 {
		blocks = append(blocks, d.strong("ward.group.decide"))
		var all []form.Block
		for _, choice := range c.Choices {
			all = append(all, d.marked("do.decide."+choice.Name, choice.Say, d.m.did(practice.Decide, choice.Name)))
		}
		blocks = append(append(blocks, d.Gathered("decide", 18*d.Em, all...)), d.news(string(practice.Decide))...)
	}
	return append(blocks, d.group(practice.Record, 9, practice.Records...)...)
}

// volumes are what was expected and what came out, side by side, once the pump was
// read and emptied.
func (d *draft) volumes() []form.Block {
	if !d.m.tablet.read {
		return nil
	}
	log := d.s.attempt.Session().Log()
	for i := len(log) - 1; i >= 0; i-- {
		if e := log[i].Event; e.Kind == pump.Aspirated {
			return []form.Block{d.tinted("notes.volumes", "drug-soft",
				d.strong("ward.notes.volumes", "expected", millilitres(e.Expected), "actual", millilitres(e.Volume)))}
		}
	}
	return nil
}

func unitOf(q practice.Question) string {
	if q.Answer.Unit == "" {
		return "–"
	}
	return q.Answer.Unit
}

// given is the latest answer to a question in words, and whether it is right.
func (m *Model) given(question string) (text string, right bool) {
	for _, d := range m.here().attempt.Acts() {
		if d.Act.Verb == practice.Answer && d.Act.Word == question {
			text, right = m.answered(d), !d.Outcome.Wrong
		}
	}
	return text, right
}
