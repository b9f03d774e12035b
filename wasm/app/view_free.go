package app

import (
	"strings"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// freePlay is the panel of free play: the settings a clinician could change, and
// what may befall a pump.
func (d *draft) freePlay(at panel.Rect) panel.Node {
	return d.card("free", d.words("free.name"), at, func(in panel.Rect) []panel.Node {
		blocks := []block{
			d.heading("free.head", d.words("free.name"), d.title()),
			d.say("free.about", d.words("free.about"), d.soft()),
		}
		if f, ok := d.m.shownSettings(); ok {
			blocks = append(blocks, d.pair("free.settings", d.background(f), d.remoteSettings(f)),
				off(d.m.back, d.words("back.only"), d.lead(idFreeApply, d.words("free.apply"))))
		}
		return stack(in, d.st.Space[4], append(blocks, d.world())...)
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
func (d *draft) pair(id string, left, right []block) block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: id, Bounds: at}
		if at.W < twoColumns*d.em*0.9 {
			n.Children = stack(at, d.st.Space[3], append(left, right...)...)
		} else {
			half := panel.Rect{X: at.X, Y: at.Y, W: (at.W - d.st.Space[5]) / 2}
			n.Children = stack(half, d.st.Space[3], left...)
			half.X += half.W + d.st.Space[5]
			n.Children = append(n.Children, stack(half, d.st.Space[3], right...)...)
		}
		n.Bounds.H = lowest(at.Y, n.Children) - at.Y
		return n
	}
}

func (d *draft) background(f free) []block {
	patterns := make([]choice, 0, 3)
	for _, p := range []string{"steady", "day", "evening"} {
		patterns = append(patterns, choice{"free.pattern." + p, d.words("free.pattern." + p), f.pattern == p})
	}
	return []block{
		d.say("free.usual", d.words("free.usual"), d.strong()),
		d.slider(idFreeDaily, d.words("free.daily"), d.words("free.a_day", "dose", (units.Mass(f.daily)*tenth).String()),
			panel.Range{Least: float64(d.m.leastDaily()), Most: mostDaily, Step: 1, Now: float64(f.daily)}),
		d.radios("free.pattern", d.words("free.pattern.name"), patterns...),
	}
}

func (d *draft) remoteSettings(f free) []block {
	blocks := []block{
		d.say("free.extra", d.words("free.extra"), d.strong()),
		d.check(idFreeRemote, d.words("free.remote"), f.remote),
	}
	if !f.remote {
		return blocks
	}
	return append(blocks,
		d.slider(idFreeDose, d.words("free.dose"), (units.Mass(f.dose)*tenth).String(),
			panel.Range{Least: 1, Most: mostDose, Step: 1, Now: float64(f.dose)}),
		d.slider(idFreeLockout, d.words("free.lockout"), d.words("free.hours", "h", number(f.lockout)),
			panel.Range{Least: 1, Most: mostLockout, Step: 1, Now: float64(f.lockout)}),
		d.slider(idFreePerDay, d.words("free.per_day"), number(f.perDay),
			panel.Range{Least: 1, Most: mostPerDay, Step: 1, Now: float64(f.perDay)}))
}

// world is what may befall the pump: each button says what it would do now.
func (d *draft) world() block {
	s := d.now
	label := func(id, begin, end string, is bool) block {
		if is {
			begin = end
		}
		return d.press(id, d.words(begin))
	}
	scan := "free.scan.end"
	if d.m.scanned() {
		scan = "free.scan.check"
	}
	events := d.gathered("free.events", 12*d.em,
		off(d.m.back, d.words("back.only"), label(idStall, "free.stall.begin", "free.stall.end", s.Stuck)),
		off(d.m.back, d.words("back.only"), label(idScan, "free.scan.begin", scan, s.InMRI)),
		off(d.m.back, d.words("back.only"), label(idStop, "free.stop.begin", "free.stop.end", s.Mode == therapy.Stopped)),
		off(d.m.back, d.words("back.only"), d.press(idRefill, d.words("free.refill"))))
	var links []choice
	for i, l := range []string{"ok", "no_connection", "reply_lost"} {
		links = append(links, choice{"free.link." + l, d.words("free.link." + l), int(d.m.remote.link) == i})
	}
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: "free.world", Bounds: at}
		n.Children = stack(at, d.st.Space[3],
			d.say("free.happen", d.words("free.happen"), d.strong()), events,
			d.say("free.link.name", d.words("free.link.name"), d.plain()),
			d.radios("free.link", d.words("free.link.name"), links...),
			d.check(idBelief, d.words("free.belief"), d.m.free.belief))
		n.Bounds.H = lowest(at.Y, n.Children) - at.Y
		return n
	}
}

// chosen is what follows the last dot of the ID of a choice.
func chosen(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }
