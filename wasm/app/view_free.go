package app

import (
	"strings"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// freePlay is the panel of free play: the settings a clinician could change, and
// what may befall a pump.
func (d *draft) freePlay(at panel.Rect) panel.Node {
	return d.Card("free", d.words("free.name"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{
			d.Heading("free.head", d.words("free.name"), d.Title()),
			d.Say("free.about", d.words("free.about"), d.Soft()),
		}
		if f, ok := d.m.shownSettings(); ok {
			blocks = append(blocks, d.pair("free.settings", d.background(f), d.remoteSettings(f)),
				form.Off(d.m.back, d.words("back.only"), d.Lead(idFreeApply, d.words("free.apply"))))
		}
		return form.Stack(in, d.Style.Space[4], append(blocks, d.world())...)
	})
}

// shownSettings are the settings as the reader has them: moved, or in force.
func (m *Model) shownSettings() (free, bool) {
	f, ok := m.settings()
	if m.free.touched {
		f = m.free
	}
	return f, ok
}

// pair is two groups, side by side where there is room.
func (d *draft) pair(id string, left, right []form.Block) form.Block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: id, Bounds: at}
		if at.W < twoColumns*d.Em*0.9 {
			n.Children = form.Stack(at, d.Style.Space[3], append(left, right...)...)
		} else {
			half := panel.Rect{X: at.X, Y: at.Y, W: (at.W - d.Style.Space[5]) / 2}
			n.Children = form.Stack(half, d.Style.Space[3], left...)
			half.X += half.W + d.Style.Space[5]
			n.Children = append(n.Children, form.Stack(half, d.Style.Space[3], right...)...)
		}
		n.Bounds.H = form.Lowest(at.Y, n.Children) - at.Y
		return n
	}
}

func (d *draft) background(f free) []form.Block {
	patterns := make([]form.Choice, 0, 3)
	for _, p := range []string{"steady", "day", "evening"} {
		patterns = append(patterns, form.Choice{ID: "free.pattern." + p, Label: d.words("free.pattern." + p), Chosen: f.pattern == p})
	}
	return []form.Block{
		d.Say("free.usual", d.words("free.usual"), d.Strong()),
		d.Slider(idFreeDaily, d.words("free.daily"), d.words("free.a_day", "dose", (units.Mass(f.daily)*tenth).String()),
			panel.Range{Least: float64(d.m.leastDaily()), Most: mostDaily, Step: 1, Now: float64(f.daily)}),
		d.Radios("free.pattern", d.words("free.pattern.name"), patterns...),
	}
}

func (d *draft) remoteSettings(f free) []form.Block {
	blocks := []form.Block{
		d.Say("free.extra", d.words("free.extra"), d.Strong()),
		d.Check(idFreeRemote, d.words("free.remote"), f.remote),
	}
	if !f.remote {
		return blocks
	}
	return append(blocks,
		d.Slider(idFreeDose, d.words("free.dose"), (units.Mass(f.dose)*tenth).String(),
			panel.Range{Least: 1, Most: mostDose, Step: 1, Now: float64(f.dose)}),
		d.Slider(idFreeLockout, d.words("free.lockout"), d.words("free.hours", "h", number(f.lockout)),
			panel.Range{Least: 1, Most: mostLockout, Step: 1, Now: float64(f.lockout)}),
		d.Slider(idFreePerDay, d.words("free.per_day"), number(f.perDay),
			panel.Range{Least: 1, Most: mostPerDay, Step: 1, Now: float64(f.perDay)}))
}

// world is what may befall the pump: each button says what it would do now.
func (d *draft) world() form.Block {
	s := d.now
	label := func(id, begin, end string, is bool) form.Block {
		if is {
			begin = end
		}
		return d.Press(id, d.words(begin))
	}
	scan := "free.scan.end"
	if d.m.scanned() {
		scan = "free.scan.check"
	}
	events := d.Gathered("free.events", 12*d.Em,
		form.Off(d.m.back, d.words("back.only"), label(idStall, "free.stall.begin", "free.stall.end", s.Stuck)),
		form.Off(d.m.back, d.words("back.only"), label(idScan, "free.scan.begin", scan, s.InMRI)),
		form.Off(d.m.back, d.words("back.only"), label(idStop, "free.stop.begin", "free.stop.end", s.Mode == therapy.Stopped)),
		form.Off(d.m.back, d.words("back.only"), d.Press(idRefill, d.words("free.refill"))))
	var links []form.Choice
	for i, l := range []string{"ok", "no_connection", "reply_lost"} {
		links = append(links, form.Choice{ID: "free.link." + l, Label: d.words("free.link." + l), Chosen: int(d.m.remote.link) == i})
	}
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: "free.world", Bounds: at}
		n.Children = form.Stack(at, d.Style.Space[3],
			d.Say("free.happen", d.words("free.happen"), d.Strong()), events,
			d.Say("free.link.name", d.words("free.link.name"), d.Plain()),
			d.Radios("free.link", d.words("free.link.name"), links...),
			d.Check(idBelief, d.words("free.belief"), d.m.free.belief))
		n.Bounds.H = form.Lowest(at.Y, n.Children) - at.Y
		return n
	}
}

// chosen is what follows the last dot of the ID of a choice.
func chosen(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }
