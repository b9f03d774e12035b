package ward

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// debrief is what came of the attempt: how it went, what it does to the patient,
// and each act with the way back to before it.
func (d *draft) debrief(at panel.Rect) []panel.Node {
	score := d.s.attempt.Score()
	verdict := func(at panel.Rect) panel.Node { return d.verdict(at, score) }
	judged := func(at panel.Rect) panel.Node { return d.judged(at, score) }
	if at.W < twoColumns*d.Em {
		return form.Stack(at, d.Gap, verdict, judged, d.patientAfter, d.row, d.keep, d.tools)
	}
	half := panel.Rect{X: at.X, Y: at.Y, W: (at.W - d.Gap) / 2}
	all := form.Stack(half, d.Gap, verdict, judged)
	half.X += half.W + d.Gap
	all = append(all, form.Stack(half, d.Gap, d.patientAfter, d.row)...)
	at.Y = form.Lowest(at.Y, all) + d.Gap
	return append(all, form.Stack(at, d.Gap, d.keep, d.tools)...)
}

// verdict is how it went, and what to do next.
func (d *draft) verdict(at panel.Rect, score practice.Score) panel.Node {
	n := d.Card("verdict", d.words("ward.debrief.name"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{
			d.Heading("verdict.title", d.s.c.Title, form.Letters{Size: d.Style.Medium, Bold: true, Colour: "teal-deep"}),
			d.Say("verdict.words", d.m.verdict(score), form.Letters{Size: d.Style.Large, Bold: true, Colour: "ink"}),
			d.plain("ward.score", "points", number(score.Points), "of", number(score.Of)),
			d.Say("verdict.teaches", d.s.c.Debrief, d.Plain()),
		}
		var ways []form.Block
		if d.m.exam {
			ways = append(ways, d.Lead(idSheet, d.words("ward.exam.to_sheet")))
		} else {
			ways = append(ways, d.Lead(idOver, d.words("ward.debrief.again")), d.Press(idBack, d.words("ward.debrief.back")))
			if len(d.s.c.Draw) > 0 {
				ways = append(ways, d.Press(idAnother, d.words("ward.debrief.another")))
			}
		}
		blocks = append(blocks, d.Gathered("verdict.ways", 10*d.Em, ways...))
		if d.s.c.Page != "" {
			blocks = append(blocks, d.Link("verdict.page", d.words("guide.read"), d.s.c.Page+".html"))
		}
		return form.Stack(in, d.Style.Space[3], append(blocks, d.Link("verdict.more", d.words("ward.debrief.more"), "practice-ward.html"))...)
	})
	n.Look.Edge, n.Look.Width = "teal", d.Style.Bold
	if !score.Safe {
		n.Look.Edge, n.Look.Fill = "plum", "plum-soft"
	}
	return n
}

// judged is what was wanted and not done, the mistakes, and what went well.
func (d *draft) judged(at panel.Rect, score practice.Score) panel.Node {
	return d.Card("judged", d.words("ward.debrief.judged"), at, func(in panel.Rect) []panel.Node {
		var wrong, well []form.Block
		for i, j := range score.Mistakes {
			if j.So {
				wrong = append(wrong, d.fault("mistake."+strconv.Itoa(i), d.words("ward.debrief.mistake"), j, "plum-soft"))
			}
		}
		for i, j := range score.Wants {
			id := "want." + strconv.Itoa(i)
			if j.So {
				well = append(well, d.ticked(id, j.Say))
			} else {
				wrong = append(wrong, d.fault(id, d.words("ward.debrief.not_done"), j, "amber-soft"))
			}
		}
		blocks := []form.Block{d.Heading("judged.head", d.words("ward.debrief.judged"), d.Title())}
		if len(wrong) == 0 {
			blocks = append(blocks, d.plain("ward.debrief.nothing_wrong"))
		}
		blocks = append(blocks, wrong...)
		if len(well) > 0 {
			blocks = append(blocks, d.strong("ward.debrief.well"))
		}
		return form.Stack(in, d.Style.Space[2], append(blocks, well...)...)
	})
}

// ticked is words with a tick before them.
func (d *draft) ticked(id, words string) form.Block {
	return func(at panel.Rect) panel.Node {
		size := 1.1 * d.Em
		n, _ := d.Text(id, words, panel.Rect{X: at.X + 1.6*size, Y: at.Y, W: at.W - 1.6*size}, d.Plain())
		n.Children = []panel.Node{{ID: id + ".tick", Bounds: panel.Rect{X: at.X, Y: at.Y + 0.15*size, W: size, H: size},
			Look: panel.Look{Drawing: d.Drawn("tick", []string{form.Fixed(size)}, func() *panel.Drawing {
				g := &panel.Drawing{}
				g.Stroke("teal", size*0.16, panel.Path{}.M(size*0.15, size*0.55).L(size*0.4, size*0.8).L(size*0.88, size*0.22))
				return g
			})}}}
		return n
	}
}

// fault is what went wrong, how much it matters, and why.
func (d *draft) fault(id, kind string, j practice.Judged, fill panel.Token) form.Block {
	return d.tinted(id, fill,
		d.Say(id+".kind", kind+" · "+d.words("ward.weight."+practice.Weights.Word(j.Weight)), d.Soft()),
		d.Say(id+".say", j.Say, d.Strong()), d.Say(id+".because", j.Because, d.Plain()))
}

// patientAfter is where the drug went, and what reaches the patient.
func (d *draft) patientAfter(at panel.Rect) panel.Node {
	s := d.s.attempt.Session().Status()
	return d.Card("after", d.words("ward.debrief.after"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{d.Heading("after.head", d.words("ward.debrief.after"), d.Title())}
		if d.needled() {
			blocks = append(blocks, d.section)
		}
		for i, mass := range s.PocketMass {
			if mass > 0 {
				blocks = append(blocks, d.tinted("pocket."+strconv.Itoa(i), "plum-soft",
					d.Say("pocket.words."+strconv.Itoa(i), d.words("ward.debrief.pocket", "dose", rounded(mass), "drug", strings.ToLower(d.m.drug(therapy.Drug(i)))), d.Strong())))
			}
		}
		return form.Stack(in, d.Style.Space[3], append(blocks, d.soft("ward.debrief.after_words"), d.aftermath(d.s.attempt.Aftermath()))...)
	})
}

// row is all that was done, in order, each with the way back to before it.
func (d *draft) row(at panel.Rect) panel.Node {
	return d.Card("row", d.words("ward.debrief.done"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{d.Heading("row.head", d.words("ward.debrief.done"), d.Title())}
		if !d.m.exam {
			blocks = append(blocks, d.soft("ward.debrief.from_words"))
		}
		for i, done := range d.s.attempt.Acts() {
			label := d.m.clock(done.At) + " " + d.m.shortly(done.Act)
			if d.m.exam { // what was handed in stays as it is
				blocks = append(blocks, d.Say("row."+strconv.Itoa(i), label, d.Plain()))
			} else {
				blocks = append(blocks, d.backTo(i, label))
			}
		}
		return form.Stack(in, d.Style.Space[1], blocks...)
	})
}

// backTo is an act, as a button that goes back to before it.
func (d *draft) backTo(i int, label string) form.Block {
	return func(at panel.Rect) panel.Node {
		at.H = d.Style.Target
		n := d.Press("debrief.from."+strconv.Itoa(i), label)(at)
		n.Description = d.words("ward.debrief.from")
		n.Look.Fill, n.Look.Edge = "", ""
		n.Look.Letters.Bold = false
		n.Look.Letters.Align = panel.Start
		words := n.Look.Letters
		n.Look.Letters = panel.Letters{}
		arrow := 1.1 * d.Em
		n.Children = []panel.Node{
			{ID: n.ID + ".back", Bounds: panel.Rect{X: at.X, Y: n.Bounds.Y + (n.Bounds.H-arrow)/2, W: arrow, H: arrow},
				Look: panel.Look{Drawing: d.Drawn("back", []string{form.Fixed(arrow)}, func() *panel.Drawing { return backDrawing(arrow) })}},
			{ID: n.ID + ".words", Bounds: panel.Rect{X: at.X + 1.8*arrow, Y: n.Bounds.Y + (n.Bounds.H-words.Leading*float64(len(words.Lines)))/2,
				W: at.W - 1.8*arrow, H: words.Leading * float64(len(words.Lines))}, Look: panel.Look{Letters: words}},
		}
		return n
	}
}

func backDrawing(s float64) *panel.Drawing {
	g := &panel.Drawing{}
	line := s * 0.12
	g.Stroke("teal-deep", line, panel.Path{}.M(s*0.32, s*0.12).L(s*0.1, s*0.36).L(s*0.36, s*0.58))
	g.Stroke("teal-deep", line, panel.Path{}.M(s*0.12, s*0.36).L(s*0.6, s*0.36).C(s*0.95, s*0.36, s*0.95, s*0.88, s*0.6, s*0.88).L(s*0.3, s*0.88))
	return g
}

// keep is what can be kept of the attempt: its code, a file, a certificate.
func (d *draft) keep(at panel.Rect) panel.Node {
	return d.Card("keep", d.words("ward.keep.name"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{
			d.Heading("keep.head", d.words("ward.keep.name"), d.Title()),
			d.soft("ward.keep.words"),
			d.Field(idName, d.words("ward.keep.your_name"), d.m.name),
			d.Gathered("keep.ways", 11*d.Em, d.Press(idPaper, d.words("ward.keep.certificate")),
				d.Press(idCode, d.words("ward.keep.code")), d.Press(idJSON, d.words("ward.keep.json"))),
		}
		if code := d.m.fields[idCode]; code != "" {
			blocks = append(blocks, d.Field("keep.code.text", d.words("ward.keep.that_code"), code))
		}
		return form.Stack(in, d.Style.Space[3], blocks...)
	})
}

// results are those of an exam, on one sheet.
func (d *draft) results(at panel.Rect) panel.Node {
	return d.Card("results", d.words("ward.exam.sheet"), at, func(in panel.Rect) []panel.Node {
		points, of, safe := 0, 0, 0
		var rows []form.Block
		for i, s := range d.m.desk {
			score := s.attempt.Score()
			points, of = points+score.Points, of+score.Of
			if score.Safe {
				safe++
			}
			minutes := number(int(s.attempt.Session().Now() / 60_000))
			fill := panel.Token("teal-soft")
			if !score.Safe {
				fill = "plum-soft"
			}
			id := strconv.Itoa(i)
			rows = append(rows, d.tinted("result."+id, fill,
				d.Say("result.title."+id, s.c.Title, d.Strong()),
				d.Say("result.words."+id, d.words("ward.score", "points", number(score.Points), "of", number(score.Of))+" "+d.m.verdict(score)+" "+
					d.words("ward.exam.took", "minutes", minutes), d.Plain()),
				d.Press("exam.see."+id, d.words("ward.exam.see"))))
		}
		blocks := []form.Block{
			d.Heading("results.head", d.words("ward.exam.sheet"), d.Title()),
			d.strong("ward.exam.sum", "points", number(points), "of", number(of), "safe", number(safe), "all", number(len(d.m.desk))),
			d.Field(idName, d.words("ward.keep.your_name"), d.m.name),
			d.Press(idPaper, d.words("ward.exam.paper")),
		}
		blocks = append(blocks, rows...)
		return form.Stack(in, d.Style.Space[3], append(blocks, d.soft("ward.exam.another_words"), d.Press(idMore, d.words("ward.exam.another")))...)
	})
}
