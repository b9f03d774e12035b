package timeline

import "iddtestdrive/wasm/panel"

// zooms is the choice of how much time is shown, in as many columns as fit.
func (h *sheet) zooms(at panel.Rect) panel.Node {
	n := panel.Node{ID: "timeline.zoom", Role: panel.Radios, Name: h.say("timeline.zoom.name"), Bounds: at}
	gap, pad := h.st.Space[2], h.st.Space[2]
	least := h.st.Target
	for _, z := range zooms {
		least = max(least, h.s.Measure.Width(h.say(z.word), h.em, true)+2*pad)
	}
	columns := 4
	for columns > 1 && (least+gap)*float64(columns)-gap > at.W {
		columns /= 2
	}
	w := min((at.W-gap*float64(columns-1))/float64(columns), max(least, 8*h.em))
	for i, z := range zooms {
		b := panel.Rect{X: at.X + float64(i%columns)*(w+gap), Y: at.Y + float64(i/columns)*(h.st.Target+gap), W: w, H: h.st.Target}
		r := h.line(z.id, h.say(z.word), b, letters{h.em, h.s.Zoom == z.zoom, "ink", panel.Middle})
		r.Role, r.Name, r.Checked = panel.Radio, h.say(z.word), h.s.Zoom == z.zoom
		r.Look.Fill, r.Look.Edge, r.Look.Width, r.Look.Radius = "paper", "line", h.st.Thin, h.st.RadiusM
		if r.Checked {
			r.Look.Fill, r.Look.Edge, r.Look.Width = "teal-soft", "teal-deep", h.st.Bold
		}
		n.Children = append(n.Children, r)
		n.Bounds.H = b.Bottom() - at.Y
	}
	return n
}
