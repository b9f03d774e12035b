package ward

import (
	"strconv"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// tablet is the clinician's tablet: nothing before the pump was read, then its
// pages with a way back and on.
func (d *draft) tablet() []form.Block {
	t := &d.m.tablet
	if !t.read {
		return []form.Block{d.plain("ward.tablet.unread"), d.Lead(idRead, d.words("ward.tablet.read"))}
	}
	var choices []form.Choice
	at := 0
	for i, p := range pages {
		choices = append(choices, form.Choice{ID: "tablet.page." + p, Label: d.words("ward.page." + p), Chosen: t.page == p})
		if t.page == p {
			at = i
		}
	}
	blocks := []form.Block{
		d.soft("ward.tablet.at", "time", d.m.when(t.at)),
		d.Radios("tablet.pages", d.words("ward.tablet.pages"), choices...),
	}
	page := map[string]func() []form.Block{
		"status": d.status, "refill": d.refill, "infusion": d.infusion, "remote": d.remote, "single": d.single, "review": d.review, "reports": d.reports,
	}[t.page]
	blocks = append(blocks, page()...)
	var ways []form.Block
	if at > 0 {
		ways = append(ways, d.Press("tablet.page."+pages[at-1], d.words("ward.tablet.previous", "page", d.words("ward.page."+pages[at-1]))))
	}
	if at+1 < len(pages) {
		ways = append(ways, d.Press("tablet.page."+pages[at+1], d.words("ward.tablet.next", "page", d.words("ward.page."+pages[at+1]))))
	}
	// A way has the page's ID, which the tabs above have too.
	for i := range ways {
		ways[i] = renamed(ways[i], "tablet.way."+strconv.Itoa(i))
	}
	return append(blocks, d.Gathered("tablet.ways", 12*d.Em, ways...))
}

// renamed is a block under an ID of its own that does the same.
func renamed(b form.Block, prefix string) form.Block {
	return func(at panel.Rect) panel.Node {
		n := b(at)
		n.ID = prefix + "." + chosen(n.ID)
		return n
	}
}

// status is what the pump said, and what stops and starts it.
func (d *draft) status() []form.Block {
	s := d.m.status()
	command := func(name string) form.Block { return d.Press("tablet."+name, d.words("ward.command."+name)) }
	blocks := []form.Block{
		d.tinted("state", "paper-sunk", d.table("state.lines", d.m.state(s))),
		d.strong("ward.tablet.in_force"),
		d.table("force.lines", d.m.lines(d.m.inForce())),
		d.Press(idRead, d.words("ward.tablet.again")),
		d.strong("ward.tablet.stops"),
		d.Gathered("stops", 10*d.Em, command("stop"), command("restart"), command("begin_update"), command("abandon_update")),
	}
	return append(blocks, d.group(practice.CheckIt, 10, "alarm_level", "catheter")...)
}

// refill is how full the pump is, and telling it.
func (d *draft) refill() []form.Block {
	s := d.m.status()
	return []form.Block{
		d.tinted("holds", "drug-soft", d.table("holds.lines", []line{
			{"reckoned", d.words("ward.state.holds"), millilitres(s.ComputedReservoir) + " mL"},
			{"capacity", d.words("ward.state.capacity"), millilitres(d.s.attempt.Session().Setup().Model.Capacity()) + " mL"},
			{"warns", d.words("ward.state.warns"), millilitres(s.LowAt) + " mL"},
		})),
		d.soft("ward.refill.words"),
		d.set("reservoir", "mL"),
		d.Lead(idTell, d.words("ward.refill.tell")),
		d.soft("ward.refill.or"),
		d.lowAt(),
		d.Press(idLowAlarm, d.words("ward.refill.low_alarm")),
	}
}

// lowAt is the field for the warning, marked where it is wrong.
func (d *draft) lowAt() form.Block {
	text := d.m.fields[idLowAt]
	b := d.Field(idLowAt, d.words("ward.set.low_at"), text)
	if _, err := readLowAt(text); err != nil && text != "" {
		return d.tinted("wrong.low_at", "amber-soft", b, d.Say("wrong.words.low_at", d.words("ward.wrong.field", "example", "2 mL"), d.Plain()))
	}
	return b
}

// set is a field of the tablet, marked where it is wrong.
func (d *draft) set(field, unit string) form.Block {
	set := &d.m.tablet.set
	b := d.Field("tablet.set."+field, d.words("ward.set."+field, "unit", unit), set.text[field])
	_, err := set.change()
	for _, wrong := range slips(err) {
		if wrong.field == field {
			return d.tinted("wrong."+field, "amber-soft", b, d.Say("wrong.words."+field, d.words("ward.wrong.field", "example", wrong.example), d.Plain()))
		}
	}
	return b
}

// infusion is the drug and how it is given through the day.
func (d *draft) infusion() []form.Block {
	set := &d.m.tablet.set
	var drugs, modes []form.Choice
	for i := range therapy.Drugs {
		drugs = append(drugs, form.Choice{ID: "tablet.drug." + strconv.Itoa(i), Label: d.m.drug(therapy.Drug(i)), Chosen: set.drug == therapy.Drug(i)})
	}
	for mode := therapy.Stopped; mode <= therapy.Periodic; mode++ {
		modes = append(modes, form.Choice{ID: "tablet.mode." + strconv.Itoa(int(mode)), Label: d.words("ward.mode." + mode.String()), Chosen: set.mode == mode})
	}
	mass := set.mass()
	blocks := []form.Block{
		d.Radios("tablet.drugs", d.words("ward.line.drug"), drugs...),
		d.set("strength", mass+"/mL"),
		d.strong("ward.line.mode"),
		d.Radios("tablet.modes", d.words("ward.line.mode"), modes...),
	}
	switch set.mode {
	case therapy.Continuous:
		blocks = append(blocks, d.set("daily", mass))
	case therapy.Periodic:
		blocks = append(blocks, d.set("give", mass), d.set("over", "min"), d.set("every", "h"), d.set("background", mass))
	case therapy.Flex:
		blocks = append(blocks, d.flex()...)
	}
	if d.m.inForce().Concentration.String() != set.text["strength"] {
		blocks = append(blocks, d.Check(idBridge, d.words("ward.bridge.ask"), set.bridge))
	}
	return blocks
}

// remote is what the patient may ask for.
func (d *draft) remote() []form.Block {
	set := &d.m.tablet.set
	blocks := []form.Block{d.Check(idRemote, d.words("ward.remote.ask"), set.remote)}
	if !set.remote {
		return blocks
	}
	mass := set.mass()
	return append(blocks, d.set("dose", mass), d.set("dose_over", "min"), d.set("lockout", "h"), d.set("per_day", ""), d.set("limit", mass))
}

// single is a dose by the clinician, and the prime of a new pump.
func (d *draft) single() []form.Block {
	return []form.Block{
		d.soft("ward.single.words"),
		d.set("single", d.m.tablet.set.mass()), d.set("single_over", "min"),
		d.Press(idBolus, d.words("ward.single.give")),
		d.soft("ward.single.prime_words"),
		d.Press("tablet.prime", d.words("ward.command.prime")),
	}
}

// review shows old and new side by side; each changed line has to be confirmed
// before it can be sent.
func (d *draft) review() []form.Block {
	c, changed, warnings, err := d.m.review()
	if wrong := slips(err); len(wrong) > 0 {
		names := make([]string, len(wrong))
		for i, w := range wrong {
			names[i] = d.words("ward.set."+w.field, "unit", "")
		}
		return []form.Block{d.tinted("review.wrong", "amber-soft", d.strong("ward.review.wrong"), d.List("review.wrong.list", names))}
	}
	var blocks []form.Block
	if len(changed) == 0 {
		blocks = append(blocks, d.plain("ward.review.same"))
	}
	for _, one := range changed {
		blocks = append(blocks, d.changed(one))
	}
	if d.m.mayShowWorking() {
		if lines := d.m.workings(c); len(lines) > 0 {
			blocks = append(blocks, d.strong("ward.working.head"), d.List("workings", lines))
		}
	} else {
		blocks = append(blocks, d.soft("ward.working.first"))
	}
	if warnings != 0 {
		blocks = append(blocks, d.tinted("review.warning", "plum-soft", d.Say("review.warning.words", d.m.warned(warnings), d.Strong()),
			d.Check(idWarned, d.words("ward.review.accept"), d.m.tablet.warned)))
	}
	why := d.m.ready(changed, warnings)
	return append(blocks, form.Off(why != "", why, d.Lead(idSend, d.words("ward.review.send"))),
		d.soft("ward.review.stops"))
}

// mayShowWorking tells whether the sums may be shown: a case that asks for them
// wants them from the nurse first.
func (m *Model) mayShowWorking() bool {
	if m.exam {
		return false
	}
	for _, q := range m.here().c.Questions {
		if _, right := m.given(q.Name); !right {
			return false
		}
	}
	return true
}

// changed is a line that would change: old, new, and a box to tick.
func (d *draft) changed(one difference) form.Block {
	return func(at panel.Rect) panel.Node {
		pad, gap := d.Style.Space[2], d.Style.Space[3]
		n := panel.Node{ID: "review." + one.key, Role: panel.Group, Name: one.name, Bounds: at,
			Look: panel.Look{Fill: "paper", Edge: "line", Width: d.Style.Thin, Radius: d.Style.RadiusM}}
		in := panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad}
		half := panel.Rect{W: (in.W - gap) / 2, X: in.X}
		head, h := d.Text(n.ID+".name", one.name, in, d.Strong())
		half.Y = in.Y + h + d.Style.Space[1]
		column := func(id, label, value string, at panel.Rect, colour panel.Token) (panel.Node, panel.Node) {
			name, nh := d.Text(n.ID+"."+id+".name", label, at, d.Soft())
			at.Y += nh
			words, _ := d.Text(n.ID+"."+id, value, at, form.Letters{Size: d.Style.Medium, Bold: true, Colour: colour})
			return name, words
		}
		oldName, old := column("old", d.words("ward.review.old"), one.old, half, "ink-soft")
		half.X += half.W + gap
		newName, fresh := column("new", d.words("ward.review.new"), one.new, half, "coral-deep")
		y := max(old.Bounds.Bottom(), fresh.Bounds.Bottom()) + d.Style.Space[1]
		tick := d.Check("tablet.confirm."+one.key, d.words("ward.review.confirm", "line", one.name), d.m.tablet.confirmed[one.key])(
			panel.Rect{X: in.X, Y: y, W: in.W})
		n.Children = []panel.Node{head, oldName, old, newName, fresh, tick}
		n.Bounds.H = tick.Bounds.Bottom() + pad - at.Y
		return n
	}
}

// flex is the editor of day patterns: their tabs, the day as a chart, and the
// step that is being set, by hand or by writing.
func (d *draft) flex() []form.Block {
	set := &d.m.tablet.set
	if len(set.days) == 0 {
		return nil
	}
	var days, steps []form.Choice
	for i := range set.days {
		days = append(days, form.Choice{ID: "tablet.day." + strconv.Itoa(i), Label: d.words("ward.flex.day", "number", number(i+1)), Chosen: i == set.day})
	}
	one := set.days[set.day]
	for i, s := range one.steps {
		label := clockOf(s.from) + " " + d.m.stepWords(s, set.mass())
		steps = append(steps, form.Choice{ID: "tablet.step." + strconv.Itoa(i), Label: label, Chosen: i == set.step})
	}
	var week []form.Block
	for i := range set.week {
		week = append(week, d.Toggle("tablet.week."+strconv.Itoa(i), d.m.weekday(i), set.week[i] == set.day))
	}
	at := one.steps[set.step]
	blocks := []form.Block{
		d.Radios("tablet.days", d.words("ward.flex.days"), days...),
		d.Gathered("tablet.week", 3.5*d.Em, week...),
		d.unused(),
		d.dayChart,
		d.dayTotal(),
		d.Radios("tablet.steps", d.words("ward.flex.steps"), steps...),
	}
	if set.step > 0 {
		from := int(at.from / quarter)
		blocks = append(blocks, d.Slider(idFrom, d.words("ward.flex.from"), clockOf(at.from),
			panel.Range{Least: float64(one.steps[set.step-1].from/quarter) + 1, Most: float64(one.until(set.step)/quarter) - 1, Step: 1, Now: float64(from)}))
	}
	blocks = append(blocks, d.Check(idLowest, d.words("ward.flex.lowest"), at.minimum))
	if !at.minimum {
		blocks = append(blocks, d.Field(idStep, d.words("ward.set.step", "unit", set.mass()), at.give))
	}
	if _, err := set.patterns(); err != nil {
		blocks = append(blocks, d.tinted("wrong.step", "amber-soft", d.plain("ward.wrong.field", "example", "0.5 "+set.mass())))
	}
	return append(blocks, d.Gathered("tablet.steps.ways", 9*d.Em,
		form.Off(len(one.steps) >= therapy.MaxSteps, d.words("ward.flex.full"), d.Press(idAddStep, d.words("ward.flex.add_step"))),
		form.Off(set.step == 0, d.words("ward.flex.first"), d.Press(idDrop, d.words("ward.flex.remove_step"))),
		form.Off(len(set.days) >= therapy.MaxPatterns, d.words("ward.flex.full"), d.Press(idAddDay, d.words("ward.flex.add_day")))))
}

// unused says so of a day pattern that no weekday has.
func (d *draft) unused() form.Block {
	set := &d.m.tablet.set
	for _, of := range set.week {
		if of == set.day {
			return func(at panel.Rect) panel.Node {
				return panel.Node{ID: "flex.used", Bounds: panel.Rect{X: at.X, Y: at.Y, W: at.W}}
			}
		}
	}
	return d.strong("ward.flex.unused")
}

// dayTotal is the dose of the day on the screen.
func (d *draft) dayTotal() form.Block {
	total, ok := d.m.tablet.set.total()
	if !ok {
		return d.strong("ward.flex.no_total")
	}
	return d.strong("ward.flex.total", "dose", total.String())
}

func (m *Model) stepWords(s step, mass string) string {
	if s.minimum {
		return m.words.Say("ward.minimum")
	}
	return withUnit(s.give, mass)
}

// reports are the forecast, the patient's requests and the pump's log.
func (d *draft) reports() []form.Block {
	blocks := []form.Block{
		d.strong("ward.reports.forecast"),
		d.List("forecast", d.m.forecast(d.m.status())),
		d.strong("ward.reports.asked"),
	}
	hourly, reasons := d.m.report()
	given, denied := 0, 0
	for _, h := range hourly {
		given, denied = given+h.given, denied+h.denied
	}
	blocks = append(blocks, d.plain("ward.reports.sum", "given", number(given), "denied", number(denied)))
	if given+denied > 0 {
		blocks = append(blocks, d.hours(hourly), d.soft("ward.reports.key"))
		var lines []string
		for denial := range len(reasonOrder) {
			if n := reasons[reasonOrder[denial]]; n > 0 {
				lines = append(lines, d.words("ward.reports.reason", "count", number(n), "why", d.words("ward.denied."+reasonOrder[denial].String())))
			}
		}
		if len(lines) > 0 {
			blocks = append(blocks, d.List("asked.why", lines))
		}
	}
	var choices []form.Choice
	for _, f := range filters {
		choices = append(choices, form.Choice{ID: "tablet.filter." + f, Label: d.words("ward.filter." + f), Chosen: d.m.tablet.filter == f})
	}
	events := d.m.events()
	if len(events) == 0 {
		events = []string{d.words("ward.reports.empty")}
	}
	return append(blocks, d.strong("ward.reports.log"),
		d.Radios("log.filter", d.words("ward.reports.filter"), choices...), d.List("log", events))
}
