package app

import (
	"math"
	"strings"

	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// remote shows the patient's remote: a device with a screen, and on it one of
// its views. In the first the ring has the given size.
func (d *draft) remote(at panel.Rect, ring float64) panel.Node {
	n := panel.Node{ID: "remote", Role: panel.Region, Name: d.words("remote.name"), Bounds: at}
	rim := d.Style.Space[3]
	head, h := d.Text("remote.head", d.words("remote.name"),
		panel.Rect{X: at.X + rim + d.Style.Space[3], Y: at.Y + rim, W: at.W - 2*rim - 2*d.Style.Space[3]},
		form.Letters{Size: d.Style.Medium, Bold: true, Colour: "on-device"})
	head.Role, head.Name, head.Value = panel.Heading, head.Value, ""
	screen := panel.Rect{X: at.X + rim, Y: at.Y + rim + h + d.Style.Space[2], W: at.W - 2*rim}
	inner := d.remoteView(screen.Inset(d.Style.Space[4]), ring)
	screen.H = form.Lowest(screen.Y, inner) + d.Style.Space[4] - screen.Y
	n.Bounds.H = screen.Bottom() + rim + d.Style.Space[3] - at.Y
	n.Look = panel.Look{Fill: "device", Radius: d.Style.RadiusL}
	glass := panel.Node{ID: "remote.glass", Bounds: screen,
		Look: panel.Look{Fill: "paper-raised", Radius: d.Style.RadiusL - rim/2}}
	n.Children = append([]panel.Node{head, glass}, inner...)
	return n
}

// views are the remote's screens besides the first.
var views = []string{"history", "diary", "alerts", "settings"}

// remoteView is the view that is open: the doses, with the ways to the others
// below; or another, with the way back above.
func (d *draft) remoteView(at panel.Rect, ring float64) []panel.Node {
	fill := map[string]func(panel.Rect) []panel.Node{
		"history": d.history, "diary": d.diary, "alerts": d.alerts, "settings": d.settings,
	}[d.m.remote.view]
	if fill == nil {
		nodes := d.doses(d.m.answer(d.now), at, ring)
		var ways []form.Block
		for _, v := range views {
			ways = append(ways, d.Press("remote.view."+v, d.words("remote.view."+v)))
		}
		at.Y = form.Lowest(at.Y, nodes) + d.Style.Space[4]
		return append(nodes, form.Grid(at, 7*d.Em, d.Style.Space[2], ways...)...)
	}
	top := form.Stack(at, d.Style.Space[3], d.Press("remote.view.remote", d.words("remote.view.remote")),
		d.Say("remote.title", d.words("remote.view."+d.m.remote.view), d.Title()))
	at.Y = form.Lowest(at.Y, top) + d.Style.Space[3]
	return append(top, fill(at)...)
}

// doses is the remote's first screen: how things stand, from the top down.
func (d *draft) doses(a answer, at panel.Rect, ringSize float64) []panel.Node {
	title := form.Letters{Size: d.Style.XLarge, Bold: true, Colour: "ink", Align: panel.Middle}
	if a.refused {
		title.Colour = "coral-deep"
	}
	y := at.Y
	head, _ := d.Text("remote.title", a.title, panel.Rect{X: at.X, Y: y, W: at.W}, title)
	y += d.Highest(at.W, title, d.titles()...) + d.Style.Space[2]

	ring := d.ring(a, panel.Rect{X: at.X, Y: y, W: at.W}, min(ringSize, at.W))
	y = ring.Bounds.Bottom() + d.Style.Space[3]

	plain := form.Letters{Size: d.Style.Medium, Colour: "ink", Align: panel.Middle}
	why, _ := d.Text("remote.text", a.text, panel.Rect{X: at.X, Y: y, W: at.W}, plain)
	y += d.Highest(at.W, plain, d.explanations(a)...) + d.Style.Space[3]

	ask := form.Off(d.m.back, d.words("back.only"), d.askButton(a))(panel.Rect{X: at.X, Y: y, W: at.W})
	y = ask.Bounds.Bottom() + d.Style.Space[3]
	return append([]panel.Node{head, ring, why, ask}, d.left(a, panel.Rect{X: at.X, Y: y, W: at.W})...)
}

// askButton asks for a dose; or, where an answer was lost, asks the pump what it
// did first.
func (d *draft) askButton(a answer) form.Block {
	label, id := "remote.ask", idRequest
	if a.state == "lost" {
		label, id = "remote.lost.ask", idQuery
	}
	return func(at panel.Rect) panel.Node {
		at.H = d.Style.Target + d.Style.Space[4]
		return d.Button(id, d.words(label), at,
			form.Letters{Size: d.Style.Large, Bold: true, Colour: "on-coral", Align: panel.Middle}, panel.Look{Fill: "coral", Radius: d.Style.RadiusM})
	}
}

// titles are all that may stand as the title, to keep room for the highest.
func (d *draft) titles() []string {
	var all []string
	for _, key := range []string{"ready", "sending", "giving", "waiting", "spent", "full", "busy", "lost",
		"unreached", "unavailable", "unset", "denied.lockout", "denied.busy", "denied.daily_count", "denied.daily_limit", "denied.pump_unavailable", "denied.not_prescribed"} {
		all = append(all, d.words("remote."+key+".title"))
	}
	return all
}

// explanations are texts among which the longest usual one is.
func (d *draft) explanations(a answer) []string {
	day := d.m.start().Long()
	return []string{
		a.text,
		d.words("remote.denied.lockout.text", "time", day),
		d.words("remote.giving.text", "dose", a.dose.String(), "time", day),
		d.words("remote.waiting.text", "time", day),
		d.words("remote.ready.text"),
	}
}

// ring is the large circle: how far the dose, or the waiting, is; while nothing
// is under way, the dose that can be had.
func (d *draft) ring(a answer, at panel.Rect, size float64) panel.Node {
	at.X, at.W, at.H = at.X+(at.W-size)/2, size, size
	band := size * 0.085
	colour := a.colour()
	n := panel.Node{ID: "remote.ring", Bounds: at, Value: strings.TrimSpace(a.inside + " " + a.under)}
	switch {
	case a.moving:
		n.ID, n.Role, n.Name, n.Part = "remote.progress", panel.Progress, a.title, a.ring
	case n.Value != "":
		n.ID, n.Role = "remote.dose", panel.Text
	}
	part := math.Round(a.ring*360) / 360
	n.Look.Drawing = d.Drawn("ring", []string{a.state, form.Fixed(part), form.Fixed(size)}, func() *panel.Drawing {
		return ringDrawing(size, band, part, colour)
	})
	n.Children = d.ringWords(a, at.Inset(band*1.6))
	return n
}

// colour is that of the ring: of the drug while it is asked for or given, of a
// refusal, or of rest.
func (a answer) colour() panel.Token {
	switch {
	case a.state == "giving" || a.state == "sending":
		return "drug"
	case a.refused:
		return "coral"
	}
	return "teal"
}

func ringDrawing(size, band, part float64, colour panel.Token) *panel.Drawing {
	g := &panel.Drawing{}
	c, r := size/2, size/2-band/2
	g.Stroke("paper-sunk", band, panel.Circle(c, c, r))
	switch {
	case part >= 1:
		g.Stroke(colour, band, panel.Circle(c, c, r))
	case part > 0:
		g.Stroke(colour, band, panel.Arc(c, c, r, -math.Pi/2, -math.Pi/2+2*math.Pi*part))
	}
	return g
}

// ringWords are the words in the ring. The ring's own value says them to a
// listener, so these are looks and nothing else.
func (d *draft) ringWords(a answer, at panel.Rect) []panel.Node {
	size := d.Style.XLarge
	if at.W > 11*d.Em {
		size = d.Style.XXLarge
	}
	for size > d.Style.Medium && d.Measure.Width(a.inside, size, true) > at.W {
		size -= 1
	}
	inside, ih := d.Set(a.inside, at.W, form.Letters{Size: size, Bold: true, Colour: "ink", Align: panel.Middle})
	under, uh := d.Set(a.under, at.W*0.86, form.Letters{Size: d.Style.Small, Colour: "ink-soft", Align: panel.Middle})
	y := at.Y + (at.H-ih-uh)/2
	return []panel.Node{
		{ID: "remote.inside", Bounds: panel.Rect{X: at.X, Y: y, W: at.W, H: ih}, Look: panel.Look{Letters: inside}},
		{ID: "remote.under", Bounds: panel.Rect{X: at.X, Y: y + ih, W: at.W, H: uh}, Look: panel.Look{Letters: under}},
	}
}

// left shows how many doses of the last 24 hours are left: a pip each, and in
// words.
func (d *draft) left(a answer, at panel.Rect) []panel.Node {
	if !a.allowed {
		words, _ := d.Text("remote.left", d.words("remote.unset.left"), at, form.Letters{Size: d.Style.Medium, Colour: "ink-soft", Align: panel.Middle})
		return []panel.Node{words}
	}
	size := d.Style.Space[4]
	step := min(size*1.5, at.W/float64(a.per))
	pips := panel.Rect{X: at.X + (at.W-step*float64(a.per)+step-size)/2, Y: at.Y, W: step * float64(a.per), H: size}
	row := panel.Node{ID: "remote.pips", Bounds: pips}
	row.Look.Drawing = d.Drawn("pips", []string{number(a.left), number(a.per), form.Fixed(step), form.Fixed(size)}, func() *panel.Drawing {
		return pipsDrawing(a.left, a.per, step, size)
	})
	words, _ := d.Text("remote.left", d.words("remote.left", "left", number(a.left), "all", number(a.per)),
		panel.Rect{X: at.X, Y: pips.Bottom() + d.Style.Space[2], W: at.W}, form.Letters{Size: d.Style.Medium, Colour: "ink", Align: panel.Middle})
	return []panel.Node{row, words}
}

func pipsDrawing(left, all int, step, size float64) *panel.Drawing {
	g := &panel.Drawing{}
	for i := range all {
		c := panel.Circle(step*float64(i)+size/2, size/2, size/2-1.5)
		if i < left {
			g.Add("coral", c)
		} else {
			g.Stroke("ink-faint", 2, c)
		}
	}
	return g
}
