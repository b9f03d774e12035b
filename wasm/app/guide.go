package app

import (
	"strconv"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/timeline"
)

// guide leads the reader through a test drive: it says a few words, lets time
// run or asks for something to be done, and never lets anybody get stuck.
// Without a drive, or once it was left, everything here does nothing.
type guide struct {
	drive  *drive.Drive // nil: free play from the start
	player *drive.Player
	left   bool // the reader has left it for free play
	met    int  // the last step that was said to have what it wants, from 1
}

// The IDs of the guide.
const (
	idContinue   = "guide.continue"
	idGoOnHere   = "guide.here.continue"
	idBack       = "guide.back"
	idSkip       = "guide.skip"
	idShowMe     = "guide.show"
	idLeave      = "guide.leave"
	idOnceMore   = "guide.again"
	idGuidePrint = "guide.print"
	idAnswer     = "guide.answer." // and the number of the answer
)

// on tells whether the guide is on the screen.
func (g *guide) on() bool { return g.drive != nil && !g.left }

// begin starts the drive at its first step.
func (g *guide) begin() {
	if g.drive != nil {
		g.player, g.left, g.met = drive.New(g.drive), false, 0
	}
}

// waiting tells whether the guide has its own idea of how fast time runs.
func (g *guide) waiting() bool { return g.on() && !g.player.Done() }

// justDone tells whether a task or a run of the present step has got what it
// wanted, and the reader may go on.
func (g *guide) justDone() bool {
	if !g.stopped() {
		return false
	}
	step, _ := g.player.Step()
	return step.Kind == drive.Tasking || step.Kind == drive.Running
}

// pointsAt is the part of the screen that the present words speak of; empty for
// none.
func (g *guide) pointsAt() string {
	if !g.on() {
		return ""
	}
	step, ok := g.player.Step()
	if !ok {
		return ""
	}
	return step.Show.String()
}

// place is the part of the screen on which the present words are to be seen;
// NoPart where they point at nothing.
func (g *guide) place() drive.Part {
	if !g.on() {
		return drive.NoPart
	}
	step, ok := g.player.Step()
	if !ok {
		return drive.NoPart
	}
	switch step.Show {
	case drive.NoPart, drive.Remote, drive.Timeline, drive.Feeling:
		return step.Show
	}
	return drive.Body
}

// shows tells whether the drive wants a part of the screen to be there.
func (g *guide) shows(p drive.Part) bool {
	if !g.on() {
		return false
	}
	for _, s := range g.drive.Shows {
		if s == p {
			return true
		}
	}
	return false
}

// believes tells whether the drive wants what the pump believes to be shown
// beside what is true.
func (g *guide) believes() bool { return g.drive != nil && g.drive.Belief }

// flares are the painful times of the drive.
func (g *guide) flares() []timeline.Flare {
	if g.drive == nil {
		return nil
	}
	var all []timeline.Flare
	for _, f := range g.drive.Flares {
		all = append(all, timeline.Flare{At: f.At, Lasts: f.Lasts, Strength: f.Strength})
	}
	return all
}

// tell hands something that the reader did, or that happened, to the guide.
func (g *guide) tell(what func(*drive.Player)) {
	if g.on() {
		what(g.player)
	}
}

func (g *guide) heard(e session.Entry) { g.tell(func(p *drive.Player) { p.Heard(e) }) }

// mark is where the reader is, for the save; empty without a drive.
func (g *guide) mark() string {
	if g.drive == nil || g.left {
		return ""
	}
	return g.player.Mark()
}

// restore takes the reader to where a save says; a mark of another drive begins
// at the first step.
func (g *guide) restore(mark string) {
	if g.drive == nil {
		return
	}
	if mark == "" {
		g.left = true
		return
	}
	if g.player.Restore(mark) != nil {
		g.begin()
	}
	g.met = g.player.Index() + 1
}

// stopped tells whether the guide lets time stand now: its run or task has got
// what it wanted.
func (g *guide) stopped() bool {
	return g.on() && !g.player.Done() && g.player.Ready() && !g.player.Rereads()
}

// followGuide tells the guide the time, and says once when a step has got what
// it wants: the reader goes on when it suits.
func (m *Model) followGuide() []message.Effect {
	g := &m.guide
	if !g.on() || g.player.Done() {
		return nil
	}
	g.player.Reached(m.now())
	step, ok := g.player.Step()
	if !ok || !g.player.Ready() || g.player.Rereads() || g.met == g.player.Index()+1 {
		return nil
	}
	g.met = g.player.Index() + 1
	if step.Kind == drive.Running || step.Kind == drive.Tasking {
		m.clock.reset()
		m.speech.Read(m.words.Say("guide.done"))
		return []message.Effect{message.Save{}}
	}
	return nil
}

// nextStep goes on to the next step.
func (m *Model) nextStep() []message.Effect {
	m.guide.player.Next(m.now())
	return m.enterStep()
}

// paced gives the remote's link and the clock the pace that the present step wants,
// and tells whether time is to run.
func (m *Model) paced() bool {
	p := m.guide.player
	m.remote.link = p.Link()
	if p.Plays() {
		m.clock.speed = speed(p.Speed())
	}
	return p.Plays()
}

// enterStep says the present step's words and lets time run, or stand, as it
// wants it.
func (m *Model) enterStep() []message.Effect {
	g := &m.guide
	m.clock.reset()
	m.pointed = ""
	step, ok := g.player.Step()
	if !ok {
		m.speech.Read(m.words.Say("guide.end"))
		return []message.Effect{message.Finished{Drive: g.drive.Name}, message.Save{}}
	}
	say := step.Say
	if g.player.Index() == 0 {
		say = g.drive.Title + ". " + m.words.Say("guide.step", "step", "1", "all", strconv.Itoa(g.player.Count())) + ". " + say
	}
	m.speech.Read(say)
	m.clock.playing = m.paced()
	effects := []message.Effect{message.Save{}}
	if step.Kind == drive.Sounding && !g.player.Rereads() {
		effects = append(effects, m.sound(alarmTones(step.Sound))...)
	}
	return effects
}

func (m *Model) pressGuide(id string) ([]message.Effect, bool) {
	g := &m.guide
	if g.drive == nil {
		return nil, false
	}
	switch id {
	case idContinue, idGoOnHere:
		return m.nextStep(), true
	case idBack:
		g.player.Back()
		return m.enterStep(), true
	case idSkip, idShowMe:
		return m.showMe(), true
	case idLeave:
		g.left = true
		m.free.open = true
		m.clock.reset()
		return []message.Effect{message.Save{}}, true
	case idOnceMore:
		m.begin()
		return m.enterStep(), true
	case idGuidePrint:
		return []message.Effect{message.Print{Report: m.report()}}, true
	}
	for i := range drive.MaxAnswers {
		if id == idAnswer+number(i+1) {
			return m.answerQuestion(i), true
		}
	}
	return nil, false
}

// answerQuestion chooses an answer and says whether it is right, and why.
func (m *Model) answerQuestion(i int) []message.Effect {
	p := m.guide.player
	p.Answer(i)
	step, ok := p.Step()
	if chosen, any := p.Chosen(); ok && any {
		m.speech.Read(step.Question.Answers[chosen].Because)
	}
	return []message.Effect{message.Save{}}
}

// showMe does for the reader what the present step wants, or lets its time run
// to its end at once. Where that cannot be, the step is skipped.
func (m *Model) showMe() []message.Effect {
	p := m.guide.player
	m.lookBack(m.now())
	var effects []message.Effect
	for range drive.MaxRounds {
		deeds := p.ShowMe(m.lanes[0].session)
		if len(deeds) == 0 {
			break
		}
		for _, d := range deeds {
			effects = append(effects, m.deed(d)...)
		}
		effects = append(effects, m.followGuide()...)
	}
	if !p.Ready() {
		return append(effects, m.nextStep()...)
	}
	return append(effects, message.Save{})
}

// deed does one thing for the reader.
func (m *Model) deed(d drive.Deed) []message.Effect {
	switch d.Act {
	case drive.AskForDose:
		return m.do(pump.RequestPatientBolus{Link: d.Link})
	case drive.AskPump:
		return m.do(pump.QueryPump{})
	case drive.OpenPage:
		return m.openView(d.View.String())
	case drive.WriteDiary:
		return m.write()
	case drive.PlaySound:
		return m.hear(d.Sound)
	}
	return m.pass(units.Span(max(0, d.At-m.now())))
}

// report is what a drive leaves on paper: what was learnt, the reader's answers
// and the questions to take along.
func (g *guide) report(w form.Words) []message.ReportPart {
	if g.drive == nil {
		return nil
	}
	parts := []message.ReportPart{
		{Heading: w.Say("guide.learnt"), Lines: g.drive.Learnt},
		{Heading: w.Say("guide.ask"), Ticks: g.drive.Ask},
	}
	answers := message.ReportPart{Heading: w.Say("report.answers")}
	for _, a := range g.player.Answers() {
		if a.Latest >= 0 {
			chosen := a.Question.Answers[a.Latest]
			answers.Lines = append(answers.Lines, a.Question.Ask+" "+chosen.Say+" "+chosen.Because)
		}
	}
	if answers.Lines == nil {
		return parts
	}
	return append(parts, answers)
}
