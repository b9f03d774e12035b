package ward

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/message"
)

// tablet is the clinician's tablet: what it read of the pump, and what is being
// set on it. It shows the pump as it was when it was read last.
type tablet struct {
	page      string
	read      bool
	at        units.Instant // of the latest reading
	set       setting
	confirmed map[string]bool // changed lines, as they stand in the review
	warned    bool            // the warnings were seen and are accepted
	filter    string          // of the log
}

// The tablet's pages.
var pages = []string{"status", "refill", "infusion", "remote", "single", "review", "reports"}

// The IDs of the tablet. Fields end in their names.
const (
	idRead     = "tablet.interrogate"
	idLowAt    = "tablet.low_at"
	idLowAlarm = "tablet.low_alarm"

	idTell    = "tablet.tell" // the volume in the reservoir, alone
	idSend    = "tablet.send"
	idBolus   = "tablet.bolus"
	idRemote  = "tablet.remote"
	idBridge  = "tablet.bridge"
	idWarned  = "tablet.warned"
	idAddDay  = "tablet.add_day"
	idAddStep = "tablet.add_step"
	idDrop    = "tablet.remove_step"
	idFrom    = "tablet.from"
	idStep    = "tablet.give"
	idLowest  = "tablet.lowest"
)

// plainCommand is the tablet's command of that name, if it needs nothing else.
func plainCommand(name string) pump.Command {
	switch name {
	case "interrogate":
		return pump.Interrogate{}
	case "begin_update":
		return pump.BeginUpdate{}
	case "abandon_update":
		return pump.AbandonUpdate{}
	case "stop":
		return pump.Stop{}
	case "restart":
		return pump.Restart{}
	case "prime":
		return pump.Prime{}
	}
	return nil
}

func command(c pump.Command) practice.Act {
	return practice.Act{Verb: practice.Verb(c.Name()), Command: c}
}

// status is the pump as it was when it was read.
func (m *Model) status() pump.Status { return m.here().attempt.Session().StatusAt(m.tablet.at) }

// inForce is the prescription that was in force when the pump was read.
func (m *Model) inForce() therapy.Prescription {
	state := m.here().attempt.Session().StateAt(m.tablet.at)
	return state.Prescription()
}

// readPump has the tablet show what it read by an act.
func (m *Model) readPump(d practice.Done) {
	if !d.Act.OnTablet() || d.Outcome.Wrong {
		return
	}
	switch d.Act.Command.(type) {
	case pump.Interrogate, pump.Program, pump.CommitUpdate:
		page := m.tablet.page
		if page == "" || page == "review" {
			page = "status"
		}
		m.tablet = tablet{page: page, read: true, at: d.At, filter: "all", confirmed: map[string]bool{}}
		m.tablet.set = settingOf(m.inForce())
	default:
		if m.tablet.read {
			m.tablet.at = d.At
		}
	}
}

// readAgain has the tablet show what was read by the acts that were done.
func (m *Model) readAgain() {
	for _, d := range m.here().attempt.Acts() {
		m.readPump(d)
	}
}

// pressTablet carries out a press on the tablet.
func (m *Model) pressTablet(id string) ([]message.Effect, bool) {
	if !strings.HasPrefix(id, "tablet.") {
		return nil, false
	}
	t, set := &m.tablet, &m.tablet.set
	kind, last := id[:strings.LastIndexByte(id, '.')], chosen(id)
	n, _ := strconv.Atoi(last)
	switch {
	case id == idLowAlarm:
		return m.setAlarm(), true
	case id == idTell:
		return m.tellVolume(), true
	case id == idSend:
		return m.send(), true
	case id == idBolus:
		return m.giveBolus(), true
	case id == idAddDay:
		set.addDay()
	case id == idAddStep:
		set.addStep()
	case id == idDrop:
		set.removeStep()
	case kind == "tablet.page", strings.HasPrefix(kind, "tablet.way."):
		t.page = last
	case kind == "tablet.filter":
		t.filter = last
	case kind == "tablet.drug":
		set.drug = therapy.Drug(min(n, therapy.Drugs-1))
	case kind == "tablet.mode":
		set.setMode(therapy.Mode(n))
	case kind == "tablet.day" && n < len(set.days):
		set.day, set.step = n, 0
	case kind == "tablet.step" && set.day < len(set.days) && n < len(set.days[set.day].steps):
		set.step = n
	case kind == "tablet.week" && n < len(set.week):
		set.week[n] = set.day
	default:
		if c := plainCommand(last); c != nil && kind == "tablet" {
			return m.do(command(c)), true
		}
	}
	return nil, true
}

// changeTablet sets what is written, ticked or moved on the tablet.
func (m *Model) changeTablet(id, value string) bool {
	t, set := &m.tablet, &m.tablet.set
	on := value == "on"
	switch id {
	case idRemote:
		set.remote = on
	case idBridge:
		set.bridge = on
	case idWarned:
		t.warned = on
	case idLowest, idStep, idFrom:
		if set.day >= len(set.days) || set.step >= len(set.days[set.day].steps) {
			return true
		}
		one := &set.days[set.day].steps[set.step]
		n, _ := strconv.ParseFloat(value, 64)
		switch id {
		case idLowest:
			one.minimum = on
		case idStep:
			one.give = clean(value)
		default:
			set.moveStep(int(n))
		}
	default:
		if key, ok := strings.CutPrefix(id, "tablet.confirm."); ok {
			t.confirmed[key] = on
			return true
		}
		field, ok := strings.CutPrefix(id, "tablet.set.")
		if !ok {
			return false
		}
		set.text[field] = clean(value)
	}
	if id != idWarned { // what was looked at is no longer what would be sent
		t.confirmed, t.warned = map[string]bool{}, false
	}
	return true
}

// tellVolume tells the pump how much it holds.
func (m *Model) tellVolume() []message.Effect {
	v, err := units.ParseVolume(withUnit(m.tablet.set.text["reservoir"], "mL"))
	if err != nil {
		m.tell("", m.words.Say("ward.wrong.volume"))
		return nil
	}
	effects := m.do(command(pump.SetReservoir{Volume: v}))
	m.tablet.set.text["reservoir"] = ""
	return effects
}

// setAlarm sets at how much the pump warns.
func (m *Model) setAlarm() []message.Effect {
	v, err := readLowAt(m.fields[idLowAt])
	if err != nil {
		m.tell("", m.words.Say("ward.wrong.volume"))
		return nil
	}
	delete(m.fields, idLowAt)
	return m.do(command(pump.SetLowAlarm{Volume: v}))
}

func readLowAt(text string) (units.Volume, error) { return units.ParseVolume(withUnit(text, "mL")) }

// giveBolus gives a single dose.
func (m *Model) giveBolus() []message.Effect {
	set := &m.tablet.set
	dose, err := units.ParseMass(withUnit(set.text["single"], set.mass()))
	over, wrong := units.ParseSpan(withUnit(set.text["single_over"], "min"))
	if err != nil || wrong != nil {
		m.tell("", m.words.Say("ward.wrong.bolus"))
		return nil
	}
	return m.do(command(pump.ClinicianBolus{Dose: dose, Over: over}))
}

// difference is a line that would change, before and after.
type difference struct{ key, name, old, new string }

// review is what would change, and what is unusual about it.
func (m *Model) review() (c pump.Change, changed []difference, warnings therapy.Warnings, err error) {
	c, err = m.tablet.set.change()
	if err != nil {
		return c, nil, 0, err
	}
	old := m.inForce()
	before, after := m.lines(old), m.lines(c.Prescription)
	value := func(lines []line, key string) (line, bool) {
		for _, l := range lines {
			if l.key == key {
				return l, true
			}
		}
		return line{}, false
	}
	none := m.words.Say("ward.review.none")
	for _, l := range after {
		if was, ok := value(before, l.key); !ok {
			changed = append(changed, difference{l.key, l.name, none, l.value})
		} else if was.value != l.value {
			changed = append(changed, difference{l.key, l.name, was.value, l.value})
		}
	}
	for _, l := range before {
		if _, ok := value(after, l.key); !ok {
			changed = append(changed, difference{l.key, l.name, l.value, none})
		}
	}
	if c.Reservoir != nil {
		changed = append(changed, difference{"reservoir", m.words.Say("ward.line.reservoir"),
			millilitres(m.status().ComputedReservoir) + " mL", millilitres(*c.Reservoir) + " mL"})
	}
	if c.Bridge {
		changed = append(changed, difference{"bridge", m.words.Say("ward.line.bridge"), none, m.words.Say("ward.bridge.on")})
	}
	if c.Prescription.Check(false) == nil {
		warnings = c.Prescription.Warnings(&old)
	}
	return c, changed, warnings, nil
}

// ready tells whether all that would change was looked at, and if not, why not.
func (m *Model) ready(changed []difference, warnings therapy.Warnings) (why string) {
	for _, d := range changed {
		if !m.tablet.confirmed[d.key] {
			return m.words.Say("ward.review.unconfirmed")
		}
	}
	if warnings != 0 && !m.tablet.warned {
		return m.words.Say("ward.review.unwarned")
	}
	return ""
}

// send brings what is set into the pump.
func (m *Model) send() []message.Effect {
	c, changed, warnings, err := m.review()
	if err != nil || m.ready(changed, warnings) != "" {
		return nil
	}
	c.Prescription.Acknowledge = m.tablet.warned
	if m.status().Updating {
		return m.do(command(pump.CommitUpdate{Change: c}))
	}
	return m.do(command(pump.Program{Change: c}))
}
