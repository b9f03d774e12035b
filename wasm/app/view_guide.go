package app

import (
	"iddtestdrive/engine/drive"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// guide shows where the test drive is: its words, what is to be done, and the
// ways on.
func (d *draft) guide(at panel.Rect) panel.Node {
	g := &d.m.guide
	n := d.Card("guide", d.words("guide.name"), at, func(in panel.Rect) []panel.Node {
		step, ok := g.player.Step()
		if !ok {
			return form.Stack(in, d.Style.Space[3], append([]form.Block{d.driveTitle}, d.learnt()...)...)
		}
		return form.Stack(in, d.Style.Space[3], append([]form.Block{d.driveTitle}, d.step(step)...)...)
	})
	n.Look.Edge, n.Look.Width = "teal", d.Style.Bold
	return n
}

// driveTitle is the drive's title, and at the end of its line how far the reader
// has come.
func (d *draft) driveTitle(at panel.Rect) panel.Node {
	g := &d.m.guide
	step := d.words("guide.step", "step", number(min(g.player.Index()+1, g.player.Count())), "all", number(g.player.Count()))
	l := d.Soft()
	width := d.Measure.Width(step, l.Size, l.Bold) + 1
	head := d.Heading("guide.title", g.drive.Title, form.Letters{Size: d.Style.Medium, Bold: true, Colour: "teal-deep"})(
		panel.Rect{X: at.X, Y: at.Y, W: at.W - width - d.Style.Space[2]})
	told, h := d.Text("guide.step", step, panel.Rect{X: at.Right() - width, Y: at.Y, W: width}, l)
	n := panel.Node{ID: "guide.top", Bounds: at, Children: []panel.Node{head, told}}
	n.Bounds.H = max(head.Bounds.H, h)
	return n
}

// step is the present step: its words, its task or question, and the ways on.
func (d *draft) step(s drive.Step) []form.Block {
	blocks := []form.Block{d.Say("guide.words", s.Say, form.Letters{Size: d.Style.Large, Colour: "ink"})}
	switch s.Kind {
	case drive.Tasking:
		blocks = append(blocks, d.yourTurn(s.Task))
	case drive.Asking:
		blocks = append(blocks, d.question(s.Question)...)
	case drive.Sounding:
		blocks = append(blocks, d.Say("guide.sound", d.words("guide.sound."+classKey(s.Sound)), d.Strong()))
	}
	return append(blocks, d.Gathered("guide.ways", 9*d.Em, d.ways(s)...))
}

// yourTurn says what the reader is asked to do, with help below.
func (d *draft) yourTurn(t drive.Task) form.Block {
	return func(at panel.Rect) panel.Node {
		pad := d.Style.Space[3]
		n := panel.Node{ID: "guide.turn", Bounds: at, Look: panel.Look{Fill: "coral-soft", Radius: d.Style.RadiusM}}
		in := panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad}
		blocks := []form.Block{
			d.Say("guide.task", d.words("guide.task")+": "+t.Do, d.Strong()),
		}
		if t.Help != "" {
			blocks = append(blocks, d.Say("guide.help", t.Help, d.Plain()))
		}
		n.Children = form.Stack(in, d.Style.Space[1], blocks...)
		n.Bounds.H = form.Lowest(at.Y, n.Children) + pad - at.Y
		return n
	}
}

// goOnHere is where a reader on a small screen is once a task is done: below the
// remote, far from the guide's own button.
func (d *draft) goOnHere(at panel.Rect) panel.Node {
	n := d.Card("guide.here", d.words("guide.name"), at, func(in panel.Rect) []panel.Node {
		return form.Stack(in, d.Style.Space[2], d.Lead(idGoOnHere, d.words("guide.here")))
	})
	n.Look.Edge, n.Look.Width = "teal", d.Style.Bold
	return n
}

// question is a question with its answers; once one was chosen, whether it is
// right and why.
func (d *draft) question(q drive.Question) []form.Block {
	var answers []form.Choice
	chosen, any := d.m.guide.player.Chosen()
	for i, a := range q.Answers {
		answers = append(answers, form.Choice{ID: idAnswer + number(i+1), Label: a.Say, Chosen: any && chosen == i})
	}
	blocks := []form.Block{
		d.Say("guide.question", q.Ask, d.Strong()),
		d.answers(q.Ask, answers),
	}
	if !any {
		return blocks
	}
	return append(blocks, d.Say("guide.because", q.Answers[chosen].Because, d.Strong()))
}

// answers are the answers of a question, one below the other, as they may be
// long.
func (d *draft) answers(name string, all []form.Choice) form.Block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: "guide.answers", Role: panel.Radios, Name: name, Bounds: at}
		blocks := make([]form.Block, len(all))
		for i, c := range all {
			blocks[i] = d.Radio(c)
		}
		n.Children = form.Stack(at, d.Style.Space[2], blocks...)
		n.Bounds.H = form.Lowest(at.Y, n.Children) - at.Y
		return n
	}
}

// ways are the ways on from a step: on, back, or have it done. Each keeps its
// place from step to step, for hands that have learnt it.
func (d *draft) ways(s drive.Step) []form.Block {
	g := &d.m.guide
	var ways []form.Block
	switch {
	case g.player.Ready():
		ways = append(ways, d.Lead(idContinue, d.words("guide.continue")))
	case s.Kind == drive.Running:
		ways = append(ways, d.Lead(idSkip, d.words("guide.skip")))
	default:
		ways = append(ways, d.Press(idShowMe, d.words("guide.show")))
	}
	back := form.Off(g.player.Index() == 0, d.words("guide.first"), d.Press(idBack, d.words("guide.back")))
	return append(ways, back, d.Press(idLeave, d.words("guide.leave")))
}

// learnt is the end of a drive: what was learnt, what to ask, and where to go
// from here.
func (d *draft) learnt() []form.Block {
	g := d.m.guide.drive
	blocks := []form.Block{
		d.Say("guide.words", d.words("guide.end"), form.Letters{Size: d.Style.Large, Bold: true, Colour: "ink"}),
		d.Say("guide.learnt.head", d.words("guide.learnt"), d.Strong()),
		d.List("guide.learnt", g.Learnt),
		d.Say("guide.ask.head", d.words("guide.ask"), d.Strong()),
		d.List("guide.ask", g.Ask),
	}
	ways := []form.Block{
		d.Lead(idGuidePrint, d.words("guide.print")), d.Press(idOnceMore, d.words("guide.again")),
		d.Press(idLeave, d.words("guide.free")),
	}
	blocks = append(blocks, d.Gathered("guide.ways", 11*d.Em, ways...))
	links := []form.Block{d.Link("guide.more", d.words("guide.more"), "test-drives.html")}
	if g.Page != "" {
		links = append(links, d.Link("guide.page", d.words("guide.read"), g.Page+".html"))
	}
	return append(blocks, d.Gathered("guide.links", 11*d.Em, links...))
}

// beside is what is told beside the lanes in words.
func (d *draft) beside(at panel.Rect) panel.Node {
	b := d.m.guide.drive.Beside
	return d.Card("beside", b.Title, at, func(in panel.Rect) []panel.Node {
		return form.Stack(in, d.Style.Space[3], d.Heading("beside.head", b.Title, d.Title()), d.List("beside.lines", b.Lines))
	})
}
