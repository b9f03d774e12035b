package ward

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/message"
)

// The parts of the bedside, each a tab.
const (
	tabPatient = "patient"
	tabTray    = "tray"
	tabNeedle  = "needle"
	tabTablet  = "tablet"
	tabNotes   = "notes"
)

var tabs = []string{tabPatient, tabTray, tabNeedle, tabTablet, tabNotes}

// The IDs of what can be operated. What does a simple act has the ID
// "do.VERB.WORD"; what opens, chooses or sets something ends in what is chosen.
const (
	idDrawUp   = "tray.draw_up"
	idVolume   = "tray.volume"
	idFilter   = "tray.filter"
	idAim      = "needle.aim"
	idDepth    = "needle.depth"
	idPlunger  = "needle.plunger"
	idGive     = "needle.give"
	idDrawBack = "needle.draw_back"
	idEmpty    = "needle.empty"
	idGiveFast = "needle.give_fast"
	idSeat     = "needle.seat"
	idDress    = "needle.dress"
	idInsert   = "needle.insert"
	idWithdraw = "needle.withdraw"

	idHint    = "work.hint"
	idFinish  = "work.finish"
	idActs    = "work.acts"
	idPlain   = "bar.plain"
	idAgain   = "bar.again"
	idOver    = "debrief.again" // as idAgain
	idAnother = "debrief.another"
	idBack    = "debrief.back" // to the case as it stands
	idCode    = "debrief.code"
	idJSON    = "debrief.json"
	idName    = "debrief.name"
	idPaper   = "debrief.certificate"
	idNext    = "exam.next"
	idSheet   = "exam.sheet"
	idMore    = "exam.another"
)

// Update brings a message to the model and returns what is asked of the browser.
func (m *Model) Update(msg message.Message) []message.Effect {
	m.speech.Begin()
	switch msg := msg.(type) {
	case message.Press:
		return m.press(msg.ID)
	case message.Change:
		return m.change(msg.ID, msg.Value)
	case message.Focus:
		m.focus = msg.ID
	case message.Resize:
		m.window = msg
	case message.Shown:
		if !msg.Yes {
			return []message.Effect{message.Save{}}
		}
	case message.NoPicture:
		m.plain, m.picture = true, false
		m.speech.Say(m.words.Say("trouble.nopicture"))
		return []message.Effect{message.SwitchView{}}
	case message.Unsaved:
		m.speech.Say(m.words.Say("trouble.unsaved"))
	case message.Copied:
		m.speech.Say(m.words.Say("keep.copied"))
	case message.CopyRefused:
		m.fields[idCode] = msg.Text
		m.speech.Say(m.words.Say("keep.not_copied"))
	}
	return nil
}

// press carries out a press, wherever it was.
func (m *Model) press(id string) []message.Effect {
	switch {
	case id == idPlain:
		m.plain = !m.plain
		return []message.Effect{message.SwitchView{}, message.Save{}}
	case strings.HasPrefix(id, "tab."):
		m.tab, m.hint = chosen(id), ""
		return nil
	case id == idActs:
		m.acts = !m.acts
		return nil
	}
	if act, ok := m.simple(id); ok {
		return m.do(act)
	}
	for _, of := range []func(string) ([]message.Effect, bool){m.pressNeedle, m.pressTablet, m.pressEnd} {
		if effects, done := of(id); done {
			return effects
		}
	}
	return nil
}

// simple is the act of a button that needs nothing else.
func (m *Model) simple(id string) (act practice.Act, ok bool) {
	rest, ok := strings.CutPrefix(id, "do.")
	if !ok {
		return act, false
	}
	verb, word, _ := strings.Cut(rest, ".")
	act = practice.Act{Verb: practice.Verb(verb), Word: word}
	if act.Verb == practice.Wait {
		minutes, _ := strconv.Atoi(word)
		act.Word, act.For = "", units.Span(minutes)*units.Minute
	}
	return act, true
}

func (m *Model) pressNeedle(id string) ([]message.Effect, bool) {
	left := m.left()
	switch id {
	case idDrawUp:
		return m.drawUp(), true
	case idInsert:
		return m.do(practice.Act{Verb: practice.Insert, Word: m.aim()}), true
	case idWithdraw:
		return m.do(practice.Act{Verb: practice.Withdraw}), true
	case idDrawBack:
		return m.do(practice.Act{Verb: practice.DrawBack}), true
	case idEmpty:
		return m.do(practice.Act{Verb: practice.Empty}), true
	case idSeat:
		return m.do(practice.Act{Verb: practice.Seat}), true
	case idDress:
		return m.do(practice.Act{Verb: practice.Dress}), true
	case idGiveFast:
		return m.do(practice.Act{Verb: practice.Inject, Volume: min(portion, left), Fast: true}), true
	case idGive:
		return m.do(practice.Act{Verb: practice.Inject, Volume: min(portion, left)}), true
	}
	for _, choice := range []string{idAim, "tray.vial"} {
		if strings.HasPrefix(id, choice+".") {
			m.fields[choice] = chosen(id)
			return nil, true
		}
	}
	if q, ok := strings.CutPrefix(id, "notes.answer."); ok {
		return m.answer(q), true
	}
	return nil, false
}

// portion is how much is given between two looks at where the needle is [fact].
const portion units.Volume = 5_000_000

// left is what is in the syringe.
func (m *Model) left() units.Volume {
	_, left := m.here().attempt.Syringe()
	return left
}

// aim is where the needle is meant to go.
func (m *Model) aim() string {
	if to := m.fields[idAim]; to != "" {
		return to
	}
	return practice.Ports[0]
}

// pressEnd is what ends a case, and what comes after its end.
func (m *Model) pressEnd(id string) ([]message.Effect, bool) {
	s := m.here()
	switch id {
	case idHint:
		m.hint = m.nextWant()
		m.speech.Say(m.hint)
	case idFinish:
		return m.finish(), true
	case idBack:
		s.over = false
	case idAgain, idOver:
		return m.again(s.seed), true
	case idAnother:
		return m.again(s.seed + 1), true
	case idNext:
		m.at, m.work = min(m.at+1, len(m.desk)-1), fresh()
		m.speech.Say(m.here().c.Title)
	case idSheet:
		m.sheet = true
		m.speech.Say(m.words.Say("ward.exam.sheet"))
	case idMore:
		return m.anotherExam(), true
	case idCode:
		return []message.Effect{message.ShareLink{Packed: s.attempt.Code(), Starts: "case=" + s.c.Name}}, true
	case idJSON:
		return []message.Effect{message.Download{Name: s.c.Name + ".json", Type: "application/json", Data: m.results()}}, true
	case idPaper:
		return []message.Effect{message.Print{Report: m.certificate()}}, true
	default:
		if n, err := strconv.Atoi(strings.TrimPrefix(id, "debrief.from.")); err == nil {
			return m.backTo(n), true
		}
		if n, err := strconv.Atoi(strings.TrimPrefix(id, "exam.see.")); err == nil && n < len(m.desk) {
			m.at, m.sheet = n, false
			return []message.Effect{message.Save{}}, true
		}
		return nil, false
	}
	return []message.Effect{message.Save{}}, true
}

// finish ends the case at hand. In an exam the debriefs come with the results.
func (m *Model) finish() []message.Effect {
	m.here().over = true
	m.hint = ""
	score := m.here().attempt.Score()
	switch {
	case !m.exam:
		m.speech.Say(m.verdict(score))
		return []message.Effect{message.Save{}, message.Finished{Drive: m.here().c.Name}}
	case m.at+1 < len(m.desk):
		m.at, m.work = m.at+1, fresh()
		m.speech.Say(m.here().c.Title)
	default:
		m.sheet = true
		m.speech.Say(m.words.Say("ward.exam.sheet"))
		return []message.Effect{message.Save{}, message.Finished{Drive: "exam"}}
	}
	return []message.Effect{message.Save{}}
}

// anotherExam takes the place of one that is done: without it, what is kept would
// open at the old results for ever. No patient of the old one comes again by number.
func (m *Model) anotherExam() []message.Effect {
	if !m.exam || !m.sheet {
		return nil
	}
	if err := m.deal(m.seed + uint64(len(m.desk))); err != nil {
		m.speech.Urge(m.words.Say("trouble.again", "why", err.Error()))
		return nil
	}
	m.speech.Say(m.here().c.Title)
	return []message.Effect{message.Save{}}
}

// again starts the case anew with the chance of a seed.
func (m *Model) again(seed uint64) []message.Effect {
	s := m.here()
	s.seed = seed
	if err := s.begin(); err != nil {
		m.speech.Urge(m.words.Say("trouble.again", "why", err.Error()))
		return nil
	}
	m.work = fresh()
	m.speech.Say(m.words.Say("ward.restarted"))
	return []message.Effect{message.Save{}}
}

// backTo undoes all from the act of that number on, counted from 0: what went
// wrong can be done otherwise.
func (m *Model) backTo(n int) []message.Effect {
	s := m.here()
	acts := s.attempt.Acts()
	if n > len(acts) || m.exam {
		return nil
	}
	again, err := practice.New(s.c, s.sc, s.seed)
	for i := 0; err == nil && i < n; i++ {
		_, err = again.Do(acts[i].Act)
	}
	if err != nil {
		return nil
	}
	s.attempt, s.over = again, false
	m.work = fresh()
	m.readAgain()
	m.speech.Say(m.words.Say("ward.went_back", "count", number(n)))
	return []message.Effect{message.Save{}}
}

// nextWant is the first thing that is still wanted, as a hint.
func (m *Model) nextWant() string {
	for _, w := range m.here().attempt.Score().Wants {
		if !w.So {
			return m.words.Say("ward.hint.next", "want", w.Say)
		}
	}
	return m.words.Say("ward.hint.none")
}

// change sets what a person moved, ticked or wrote.
func (m *Model) change(id, value string) []message.Effect {
	n, _ := strconv.ParseFloat(value, 64)
	switch id {
	case idDepth:
		return m.moveNeedle(n)
	case idPlunger:
		return m.movePlunger(int(n + 0.5))
	case idName:
		m.name = clean(value)
		return nil
	}
	if m.changeTablet(id, value) {
		return nil
	}
	m.fields[id] = clean(value)
	return nil
}

// deep is the depth at which a needle is where it is meant to go; the slider has
// the skin halfway.
const deep = 10

// moveNeedle follows a needle that is moved: at full depth it is in, and drawn
// out of the skin it is out.
func (m *Model) moveNeedle(depth float64) []message.Effect {
	_, port := m.here().attempt.Needle()
	m.fields[idDepth] = number(int(depth + 0.5))
	switch {
	case port == "" && depth >= deep:
		return m.do(practice.Act{Verb: practice.Insert, Word: m.aim()})
	case port != "" && depth <= 0:
		return m.do(practice.Act{Verb: practice.Withdraw})
	}
	return nil
}

// movePlunger follows the plunger: each mark on the way down gives a portion,
// and a little up draws back.
func (m *Model) movePlunger(given int) []message.Effect {
	now, _ := m.marks()
	var effects []message.Effect
	switch {
	case given < now:
		return m.do(practice.Act{Verb: practice.DrawBack})
	default:
		for ; now < given; now++ {
			effects = append(effects, m.do(practice.Act{Verb: practice.Inject, Volume: min(portion, m.left())})...)
		}
	}
	return effects
}

// marks are how many portions have been given from the syringe, and how many it
// held when it was drawn up.
func (m *Model) marks() (given, all int) {
	acts := m.here().attempt.Acts()
	full := units.Volume(0)
	for i := len(acts) - 1; i >= 0; i-- {
		if acts[i].Act.Verb == practice.DrawUp {
			full = acts[i].Act.Volume
			break
		}
	}
	portions := func(v units.Volume) int { return int((v + portion - 1) / portion) }
	return portions(full) - portions(m.left()), portions(full)
}

// mostWritten is as long as a text that is written may be, in letters [design].
const mostWritten = 80

// clean takes from a text that a person wrote what does not belong in a line.
func clean(text string) string {
	kept := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, text)
	if r := []rune(kept); len(r) > mostWritten {
		kept = string(r[:mostWritten])
	}
	return kept
}

// chosen is what follows the last dot of the ID of a choice.
func chosen(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }

func number(n int) string { return strconv.Itoa(n) }
