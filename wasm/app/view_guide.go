package app

import (
	"iddtestdrive/engine/drive"
	"iddtestdrive/wasm/panel"
)

// guide shows where the test drive is: its words, what is to be done, and the
// ways on.
func (d *draft) guide(at panel.Rect) panel.Node {
	g := &d.m.guide
	n := d.card("guide", d.words("guide.name"), at, func(in panel.Rect) []panel.Node {
		step, ok := g.player.Step()
		if !ok {
			return stack(in, d.st.Space[3], append([]block{d.driveTitle}, d.learnt()...)...)
		}
		return stack(in, d.st.Space[3], append([]block{d.driveTitle}, d.step(step)...)...)
	})
	n.Look.Edge, n.Look.Width = "teal", d.st.Bold
	return n
}

// driveTitle is the drive's title, and at the end of its line how far the reader
// has come.
func (d *draft) driveTitle(at panel.Rect) panel.Node {
	g := &d.m.guide
	step := d.words("guide.step", "step", number(min(g.player.Index()+1, g.player.Count())), "all", number(g.player.Count()))
	l := d.soft()
	width := d.m.measure.Width(step, l.size, l.bold) + 1
	head := d.heading("guide.title", g.drive.Title, letters{d.st.Medium, true, "teal-deep", panel.Start})(
		panel.Rect{X: at.X, Y: at.Y, W: at.W - width - d.st.Space[2]})
	told, h := d.text("guide.step", step, panel.Rect{X: at.Right() - width, Y: at.Y, W: width}, l)
	n := panel.Node{ID: "guide.top", Bounds: at, Children: []panel.Node{head, told}}
	n.Bounds.H = max(head.Bounds.H, h)
	return n
}

// step is the present step: its words, its task or question, and the ways on.
func (d *draft) step(s drive.Step) []block {
	blocks := []block{d.say("guide.words", s.Say, letters{d.st.Large, false, "ink", panel.Start})}
	switch s.Kind {
	case drive.Tasking:
		blocks = append(blocks, d.yourTurn(s.Task))
	case drive.Asking:
		blocks = append(blocks, d.question(s.Question)...)
	case drive.Sounding:
		blocks = append(blocks, d.say("guide.sound", d.words("guide.sound."+classKey(s.Sound)), d.strong()))
	}
	return append(blocks, d.gathered("guide.ways", 9*d.em, d.ways(s)...))
}

// yourTurn says what the reader is asked to do, with help below.
func (d *draft) yourTurn(t drive.Task) block {
	return func(at panel.Rect) panel.Node {
		pad := d.st.Space[3]
		n := panel.Node{ID: "guide.turn", Bounds: at, Look: panel.Look{Fill: "coral-soft", Radius: d.st.RadiusM}}
		in := panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad}
		blocks := []block{
			d.say("guide.task", d.words("guide.task")+": "+t.Do, d.strong()),
		}
		if t.Help != "" {
			blocks = append(blocks, d.say("guide.help", t.Help, d.plain()))
		}
		n.Children = stack(in, d.st.Space[1], blocks...)
		n.Bounds.H = lowest(at.Y, n.Children) + pad - at.Y
		return n
	}
}

// goOnHere is where a reader on a small screen is once a task is done: below the
// remote, far from the guide's own button.
func (d *draft) goOnHere(at panel.Rect) panel.Node {
	n := d.card("guide.here", d.words("guide.name"), at, func(in panel.Rect) []panel.Node {
		return stack(in, d.st.Space[2], d.lead(idGoOnHere, d.words("guide.here")))
	})
	n.Look.Edge, n.Look.Width = "teal", d.st.Bold
	return n
}

// question is a question with its answers; once one was chosen, whether it is
// right and why.
func (d *draft) question(q drive.Question) []block {
	var answers []choice
	chosen, any := d.m.guide.player.Chosen()
	for i, a := range q.Answers {
		answers = append(answers, choice{idAnswer + number(i+1), a.Say, any && chosen == i})
	}
	blocks := []block{
		d.say("guide.question", q.Ask, d.strong()),
		d.answers(q.Ask, answers),
	}
	if !any {
		return blocks
	}
	return append(blocks, d.say("guide.because", q.Answers[chosen].Because, d.strong()))
}

// answers are the answers of a question, one below the other, as they may be
// long.
func (d *draft) answers(name string, all []choice) block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: "guide.answers", Role: panel.Radios, Name: name, Bounds: at}
		blocks := make([]block, len(all))
		for i, c := range all {
			blocks[i] = d.radio(c)
		}
		n.Children = stack(at, d.st.Space[2], blocks...)
		n.Bounds.H = lowest(at.Y, n.Children) - at.Y
		return n
	}
}

// ways are the ways on from a step: on, back, or have it done. Each keeps its
// place from step to step, for hands that have learnt it.
func (d *draft) ways(s drive.Step) []block {
	g := &d.m.guide
	var ways []block
	switch {
	case g.player.Ready():
		ways = append(ways, d.lead(idContinue, d.words("guide.continue")))
	case s.Kind == drive.Running:
		ways = append(ways, d.lead(idSkip, d.words("guide.skip")))
	default:
		ways = append(ways, d.press(idShowMe, d.words("guide.show")))
	}
	back := off(g.player.Index() == 0, d.words("guide.first"), d.press(idBack, d.words("guide.back")))
	return append(ways, back, d.press(idLeave, d.words("guide.leave")))
}

// learnt is the end of a drive: what was learnt, what to ask, and where to go
// from here.
func (d *draft) learnt() []block {
	g := d.m.guide.drive
	blocks := []block{
		d.say("guide.words", d.words("guide.end"), letters{d.st.Large, true, "ink", panel.Start}),
		d.say("guide.learnt.head", d.words("guide.learnt"), d.strong()),
		d.list("guide.learnt", g.Learnt),
		d.say("guide.ask.head", d.words("guide.ask"), d.strong()),
		d.list("guide.ask", g.Ask),
	}
	ways := []block{
		d.lead(idGuidePrint, d.words("guide.print")), d.press(idOnceMore, d.words("guide.again")),
		d.press(idLeave, d.words("guide.free")),
	}
	blocks = append(blocks, d.gathered("guide.ways", 11*d.em, ways...))
	links := []block{d.link("guide.more", d.words("guide.more"), "test-drives.html")}
	if g.Page != "" {
		links = append(links, d.link("guide.page", d.words("guide.read"), g.Page+".html"))
	}
	return append(blocks, d.gathered("guide.links", 11*d.em, links...))
}

// beside is what is told beside the lanes in words.
func (d *draft) beside(at panel.Rect) panel.Node {
	b := d.m.guide.drive.Beside
	return d.card("beside", b.Title, at, func(in panel.Rect) []panel.Node {
		return stack(in, d.st.Space[3], d.heading("beside.head", b.Title, d.title()), d.list("beside.lines", b.Lines))
	})
}
