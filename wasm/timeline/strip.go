package timeline

import "iddtestdrive/wasm/panel"

// placed is a mark with the middle of its sign on the screen.
type placed struct {
	mark int // its place among the lane's marks
	x    float64
}

// signs finds a place for the signs of one strip, each at its instant or, where
// another stands there, a little to the right. Where they crowd, all is false
// and some are left out, an alarm never before what is none.
func (h *sheet) signs(l lane, asked bool) (row []placed, all bool) {
	size, all := h.sign(), true
	free := h.left - size
	for i, m := range l.marks {
		if m.asked() != asked {
			continue
		}
		x := max(h.x(m.At), free)
		if x-h.x(m.At) <= size*1.4 {
			row = append(row, placed{i, x})
			free = x + size*0.86
			continue
		}
		all = false
		if last := &row[len(row)-1]; m.Kind == Alarmed && l.marks[last.mark].Kind != Alarmed {
			last.mark = i
		}
	}
	return row, all
}

// put makes the nodes of signs in a strip whose middle is at y.
func (h *sheet) put(l lane, row []placed, y float64) []panel.Node {
	s := h.sign()
	var out []panel.Node
	for _, p := range row {
		m := l.marks[p.mark]
		d := h.c.tiles.drawn(signKey{m.Kind, critical(m), s}, signOf(m.Kind, critical(m), s))
		x := min(p.x, h.at.Right()-s/2)
		out = append(out, look(l.id+".mark."+number(l.first+p.mark), panel.Rect{X: x - s/2, Y: y - s/2, W: s, H: s}, d))
	}
	return out
}

type signKey struct {
	kind     Kind
	critical bool
	size     float64
}
