package ward

import (
	"strconv"

	"iddtestdrive/engine/practice"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// draft is a screen in the making.
type draft struct {
	form.Sheet
	m *Model
	s *station
}

// View is the screen as it is now.
func (m *Model) View() *panel.Node {
	d := &draft{Sheet: m.paper.Sheet(m.window), m: m, s: m.here()}
	root := d.Screen(m.window, m.words, d.parts)
	root.Children = append(root.Children, m.speech.Regions()...)
	root.Focus(m.focus)
	return root
}

func (d *draft) words(key string, values ...string) string { return d.m.words.Say(key, values...) }

// plain, strong and soft are the words of a key, in the letters of that name.
func (d *draft) plain(key string, values ...string) form.Block {
	return d.Say(key, d.words(key, values...), d.Plain())
}

func (d *draft) strong(key string, values ...string) form.Block {
	return d.Say(key, d.words(key, values...), d.Strong())
}

func (d *draft) soft(key string, values ...string) form.Block {
	return d.Say(key, d.words(key, values...), d.Soft())
}

// parts are the parts of the screen in the order in which they are read.
func (d *draft) parts(at panel.Rect) []panel.Node {
	switch {
	case d.m.sheet:
		return form.Stack(at, d.Gap, d.results, d.tools)
	case d.s.over && !d.m.exam, d.s.over && d.m.allOver():
		return d.debrief(at)
	}
	return d.bedside(at)
}

// allOver tells whether every case of an exam is done.
func (m *Model) allOver() bool {
	for _, s := range m.desk {
		if !s.over {
			return false
		}
	}
	return true
}

// twoColumns is the least width of two columns, in ems.
const twoColumns = 46.0

// bedside is the case while it is done: what is asked for and what can be seen,
// and what can be done.
func (d *draft) bedside(at panel.Rect) []panel.Node {
	if at.W < twoColumns*d.Em {
		return form.Stack(at, d.Gap, d.task, d.scene, d.desk, d.acts, d.end, d.tools)
	}
	left := panel.Rect{X: at.X, Y: at.Y, W: (at.W - d.Gap) * 0.46}
	right := panel.Rect{X: left.Right() + d.Gap, Y: at.Y, W: at.W - d.Gap - left.W}
	all := form.Stack(left, d.Gap, d.task, d.scene)
	all = append(all, form.Stack(right, d.Gap, d.desk)...)
	below := at
	below.Y = form.Lowest(at.Y, all) + d.Gap
	return append(all, form.Stack(below, d.Gap, d.acts, d.end, d.tools)...)
}

// task says who the patient is and what is to be done, and holds the order sheet.
func (d *draft) task(at panel.Rect) panel.Node {
	c := d.s.c
	return d.Card("task", d.words("ward.task.name"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{}
		if d.m.exam {
			blocks = append(blocks, d.soft("ward.exam.case", "case", number(d.m.at+1), "all", number(len(d.m.desk))))
		}
		blocks = append(blocks,
			d.Heading("task.title", c.Title, form.Letters{Size: d.Style.Large, Bold: true, Colour: "teal-deep"}),
			d.soft("ward.task.patient", "patient", c.Patient.Is),
			d.Say("task.words", c.Task, d.Plain()))
		if c.Prescribed != nil {
			blocks = append(blocks, d.orderSheet())
		}
		return form.Stack(in, d.Style.Space[3], blocks...)
	})
}

// orderSheet is what is prescribed, once it was read.
func (d *draft) orderSheet() form.Block {
	if !d.m.did(practice.CheckIt, "prescription") {
		return d.Press("do.check.prescription", d.words("ward.task.read_sheet"))
	}
	p := d.s.c.Prescribed
	lines := d.m.lines(p.Prescription)
	if p.Fill > 0 {
		lines = append(lines, line{"fill", d.words("ward.line.fill"), millilitres(p.Fill) + " mL"})
	}
	return d.tinted("sheet", "amber-soft", d.strong("ward.task.sheet"), d.table("sheet.lines", lines))
}

// did tells whether a simple act was done.
func (m *Model) did(verb practice.Verb, word string) bool {
	for _, done := range m.here().attempt.Acts() {
		if done.Act.Verb == verb && done.Act.Word == word {
			return true
		}
	}
	return false
}

// tinted is blocks on a ground of their own.
func (d *draft) tinted(id string, fill panel.Token, blocks ...form.Block) form.Block {
	return func(at panel.Rect) panel.Node {
		pad := d.Style.Space[3]
		n := panel.Node{ID: id, Bounds: at, Look: panel.Look{Fill: fill, Radius: d.Style.RadiusM}}
		n.Children = form.Stack(panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad}, d.Style.Space[2], blocks...)
		n.Bounds.H = form.Lowest(at.Y, n.Children) + pad - at.Y
		return n
	}
}

// table is lines with a name and a value each, in two columns.
func (d *draft) table(id string, lines []line) form.Block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: id, Role: panel.List, Bounds: at}
		y, gap := at.Y, d.Style.Space[2]
		for _, l := range lines {
			key := id + "." + l.key
			name, h := d.Set(l.name, (at.W-gap)*0.42, d.Soft())
			value, vh := d.Set(l.value, (at.W-gap)*0.58, d.Strong())
			h = max(h, vh)
			row := panel.Rect{X: at.X, Y: y, W: at.W, H: h}
			n.Children = append(n.Children, panel.Node{ID: key, Role: panel.Item, Value: l.name + ": " + l.value, Bounds: row, Children: []panel.Node{
				{ID: key + ".name", Bounds: panel.Rect{X: at.X, Y: y, W: (at.W - gap) * 0.42, H: h}, Look: panel.Look{Letters: name}},
				{ID: key + ".value", Bounds: panel.Rect{X: at.X + (at.W-gap)*0.42 + gap, Y: y, W: (at.W - gap) * 0.58, H: h}, Look: panel.Look{Letters: value}},
			}})
			y += h + d.Style.Space[1]
		}
		n.Bounds.H = max(0, y-at.Y-d.Style.Space[1])
		return n
	}
}

// desk is what can be done: the tabs and the open one.
func (d *draft) desk(at panel.Rect) panel.Node {
	var choices []form.Choice
	for _, t := range tabs {
		choices = append(choices, form.Choice{ID: "tab." + t, Label: d.words("ward.tab." + t), Chosen: d.m.tab == t})
	}
	open := map[string]func() []form.Block{
		tabPatient: d.patient, tabTray: d.tray, tabNeedle: d.needle, tabTablet: d.tablet, tabNotes: d.notes,
	}[d.m.tab]
	return d.Card("desk", d.words("ward.desk.name"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{d.Radios("desk.tabs", d.words("ward.desk.tabs"), choices...)}
		return form.Stack(in, d.Style.Space[3], joined(blocks, d.news(""), open())...)
	})
}

// acts is the list of all that was done so far, where it is wanted.
func (d *draft) acts(at panel.Rect) panel.Node {
	done := d.s.attempt.Acts()
	return d.Card("acts", d.words("ward.acts.name"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{d.Toggle(idActs, d.words("ward.acts.so_far", "count", number(len(done))), d.m.acts)}
		if d.m.acts {
			lines := make([]string, len(done))
			for i, a := range done {
				lines[i] = d.m.clock(a.At) + " " + d.m.shortly(a.Act)
			}
			blocks = append(blocks, d.List("acts.list", lines))
		}
		return form.Stack(in, d.Style.Space[3], blocks...)
	})
}

// end is where the nurse says that it is done, or asks what is still to do.
func (d *draft) end(at panel.Rect) panel.Node {
	return d.Card("end", d.words("ward.end.name"), at, func(in panel.Rect) []panel.Node {
		finish := d.Lead(idFinish, d.words("ward.end.finish"))
		if d.m.exam {
			if d.m.at+1 < len(d.m.desk) {
				finish = d.Lead(idFinish, d.words("ward.exam.next"))
			}
			return form.Stack(in, d.Style.Space[3], d.soft("ward.exam.words"), finish)
		}
		blocks := []form.Block{d.soft("ward.end.words")}
		if d.m.hint != "" {
			blocks = append(blocks, d.tinted("end.hint", "amber-soft", d.Say("end.hint.text", d.m.hint, d.Plain())))
		}
		return form.Stack(in, d.Style.Space[3], append(blocks, d.Gathered("end.ways", 11*d.Em, finish, d.Press(idHint, d.words("ward.end.hint"))))...)
	})
}

// tools begin anew and show the other face.
func (d *draft) tools(at panel.Rect) panel.Node {
	var blocks []form.Block
	if !d.m.exam {
		blocks = append(blocks, d.Press(idAgain, d.words("bar.again")))
	}
	if d.m.picture {
		face := "bar.plain"
		if d.m.plain {
			face = "bar.picture"
		}
		blocks = append(blocks, d.Press(idPlain, d.words(face)))
	}
	seed := d.s.seed
	if d.m.sheet { // the number that draws this exam, not that of its last patient
		seed = d.m.seed
	}
	return d.Card("tools", d.words("bar.tools"), at, func(in panel.Rect) []panel.Node {
		all := []form.Block{d.soft("ward.seed", "seed", strconv.FormatUint(seed, 10))}
		if len(blocks) > 0 {
			all = append(all, d.Gathered("tools.ways", 8.5*d.Em, blocks...))
		}
		return form.Stack(in, d.Style.Space[3], all...)
	})
}

// simple is the button of a simple act.
func (d *draft) simple(verb practice.Verb, word string) form.Block {
	label := d.words("ward." + string(verb) + "." + word)
	return d.marked("do."+string(verb)+"."+word, label, d.m.did(verb, word))
}

// marked is a button with a mark once it was pressed.
func (d *draft) marked(id, label string, done bool) form.Block {
	b := d.Press(id, label)
	if !done {
		return b
	}
	return func(at panel.Rect) panel.Node {
		n := b(at)
		n.Description = d.words("ward.done")
		n.Look.Fill, n.Look.Edge = "teal-soft", "teal"
		r := 0.42 * d.Em
		c := panel.Node{ID: id + ".mark", Bounds: panel.Rect{X: n.Bounds.Right() - 1.5*r, Y: n.Bounds.Y - 0.5*r, W: 2 * r, H: 2 * r}}
		c.Look.Drawing = d.Drawn("mark", []string{form.Fixed(r)}, func() *panel.Drawing {
			g := &panel.Drawing{}
			g.Add("teal-deep", panel.Circle(r, r, r))
			g.Stroke("on-teal", r*0.28, panel.Path{}.M(r*0.55, r*1.05).L(r*0.9, r*1.4).L(r*1.5, r*0.65))
			return g
		})
		n.Children = append(n.Children, c)
		return n
	}
}

// group is the buttons of one kind of act, under a heading.
func (d *draft) group(verb practice.Verb, least float64, words ...string) []form.Block {
	var blocks []form.Block
	for _, w := range words {
		blocks = append(blocks, d.simple(verb, w))
	}
	key := "ward.group." + string(verb)
	named := func(at panel.Rect) panel.Node {
		n := d.Gathered("group."+string(verb), least*d.Em, blocks...)(at)
		n.Role, n.Name = panel.Group, d.words(key)
		return n
	}
	return append([]form.Block{d.strong(key), named}, d.news(string(verb))...)
}

// news is what came of the latest act, where it was done in that group of the open
// tab; nothing elsewhere.
func (d *draft) news(group string) []form.Block {
	if n := d.m.news; n.tab == d.m.tab && n.group == group && n.text != "" {
		return []form.Block{d.tinted("desk.news", "teal-soft", d.Say("desk.news.text", n.text, d.Plain()))}
	}
	return nil
}

// joined are rows of blocks, one after the other.
func joined(rows ...[]form.Block) []form.Block {
	var all []form.Block
	for _, r := range rows {
		all = append(all, r...)
	}
	return all
}
