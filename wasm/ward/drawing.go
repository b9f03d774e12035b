package ward

import (
	"strconv"
	"strings"

	"iddtestdrive/wasm/panel"
)

// The boxes in which the pictures are drawn, in units of their own.
const (
	sceneW, sceneH     = 640.0, 400.0
	sectionW, sectionH = 640.0, 300.0
)

// pen draws in the units of a picture.
type pen struct {
	g *panel.Drawing
	f float64 // CSS pixels in a unit
}

//go:noinline
func (p pen) fill(colour panel.Token, alpha float64, path panel.Path) {
	p.g.AddFaint(colour, alpha, path.Scaled(p.f, 0, 0))
}

//go:noinline
func (p pen) line(colour panel.Token, width float64, path panel.Path) {
	p.g.Stroke(colour, width*p.f, path.Scaled(p.f, 0, 0))
}

// shape is filled and has an outline.
//
//go:noinline
func (p pen) shape(fill, edge panel.Token, width float64, path panel.Path) {
	p.fill(fill, 1, path)
	p.line(edge, width, path)
}

// path reads a path: each letter with its numbers, which may follow it again and
// again. M, L, C and Z are as everywhere; R is a rectangle (x, y, width, height,
// radius of its corners), O a circle (x, y, radius) and H one against the clock,
// which cuts a hole into what it stands with.
func path(text string) panel.Path {
	var p panel.Path
	var n [6]float64
	verb, k := byte(0), 0
	for _, word := range strings.Fields(text) {
		if word[0] >= 'A' {
			verb, k = word[0], 0
			if verb == 'Z' {
				p = p.Z()
			}
			continue
		}
		n[k], _ = strconv.ParseFloat(word, 64)
		k++
		switch {
		case verb == 'M' && k == 2:
			p = p.M(n[0], n[1])
		case verb == 'L' && k == 2:
			p = p.L(n[0], n[1])
		case verb == 'C' && k == 6:
			p = p.C(n[0], n[1], n[2], n[3], n[4], n[5])
		case verb == 'R' && k == 5:
			p = append(p, box(n[0], n[1], n[2], n[3], n[4])...)
		case verb == 'O' && k == 3:
			p = append(p, panel.Circle(n[0], n[1], n[2])...)
		case verb == 'H' && k == 3:
			p = append(p, ring(n[0], n[1], n[2])...)
		default:
			continue
		}
		k = 0
	}
	return p
}

func box(x, y, w, h, r float64) panel.Path {
	return panel.RoundRect(panel.Rect{X: x, Y: y, W: w, H: h}, r)
}

// ring is a circle against the clock, which cuts a hole into what it is added to.
func ring(x, y, r float64) panel.Path {
	const k = 0.5522847498
	return panel.Path{}.M(x+r, y).
		C(x+r, y-k*r, x+k*r, y-r, x, y-r).C(x-k*r, y-r, x-r, y-k*r, x-r, y).
		C(x-r, y+k*r, x-k*r, y+r, x, y+r).C(x+k*r, y+r, x+r, y+k*r, x+r, y).Z()
}

// The middle of the pump under the skin.
const pumpX, pumpY = 470.0, 236.0

// bedsideDrawing is the patient's belly from above with the tray beside it: what
// has been laid, cleaned, found and put in so far.
func bedsideDrawing(s sight, f float64) *panel.Drawing {
	p := pen{&panel.Drawing{}, f}
	p.fill("paper-sunk", 1, path("R 0 0 640 400 16"))
	// the bed and its sheet
	p.fill("teal-soft", 1, path("R 196 22 444 356 14"))
	p.line("line", 2, path("R 196 22 444 356 14"))
	p.belly()
	if s.prepared["skin"] {
		p.fill("amber", 0.22, path("O 470 236 84"))
		p.fill("amber", 0.16, path("O 464 240 70"))
	}
	if s.prepared["drape"] {
		cloth := path("R 226 60 400 300 10 H 470 236 78")
		p.fill("teal", 0.92, cloth)
		p.line("teal-deep", 3, path("O 470 236 78"))
		for _, y := range []float64{130.0, 330.0} { // its folds
			p.line("teal-deep", 1.5, panel.Path{}.M(240, y).C(300, y-8, 350, y+6, 384, y))
		}
	}
	switch s.found {
	case "template":
		p.fill("fluid", 0.55, path("O 470 236 58 H 470 236 7"))
		p.line("metal-deep", 3, path("O 470 236 58"))
		p.line("metal-deep", 2.5, path("O 470 236 7"))
		p.line("metal-deep", 2, path("M 470 178 L 470 196 M 470 276 L 470 294 M 412 236 L 430 236 M 510 236 L 528 236"))
	case "ultrasound":
		p.fill("fluid", 0.5, path("M 406 246 L 456 202 L 484 280 L 424 294 Z"))
		p.shape("metal-soft", "metal-deep", 3, path("M 380 220 C 400 206 418 210 426 226 L 430 258 C 418 272 396 270 378 256 Z"))
		p.line("metal-deep", 5, path("M 378 238 C 320 246 310 316 240 346"))
	case "palpation":
		for i := range 2 { // two fingers
			y := pumpY + 18 + 26*float64(i)
			fill, edge := panel.Token("skin"), panel.Token("skin-line")
			if s.prepared["gloves"] {
				fill, edge = "metal-soft", "metal-deep"
			}
			p.shape(fill, edge, 2.5, box(pumpX-150, y-12, 132, 24, 12))
		}
	}
	p.tray(s)
	if s.needle != "" {
		p.needle(s)
	}
	return p.g
}

// belly is the lying patient between chest and hip, with the pump under the skin.
func (p pen) belly() {
	body := path("M 210 84 C 290 74 350 104 412 104 C 486 104 548 76 628 70 L 628 344 C 548 338 486 316 412 316 C 350 316 290 346 210 336 Z")
	p.shape("skin", "skin-line", 3, body)
	p.fill("skin-line", 0.13, path("M 210 300 C 290 312 350 284 412 284 C 486 284 548 306 628 312 L 628 344 C 548 338 486 316 412 316 C 350 316 290 346 210 336 Z"))
	// the shirt, pushed up, and the trousers
	p.shape("paper-raised", "line", 2.5, path("M 202 80 C 232 76 250 80 262 84 C 280 150 280 270 262 334 C 248 338 230 340 202 338 Z"))
	p.line("line", 2, path("M 246 92 C 258 150 258 270 246 328"))
	p.shape("teal", "teal-deep", 2.5, path("M 632 68 C 610 70 600 72 590 74 C 572 150 572 262 590 340 C 606 344 620 344 632 346 Z"))
	p.line("skin-line", 3, path("M 376 196 C 384 190 392 202 384 212 C 378 216 372 208 376 200")) // the navel
	// the pump lifts the skin; its scar is above it
	p.fill("skin-line", 0.16, path("O 473 240 50"))
	p.fill("paper-raised", 0.28, path("O 466 231 42"))
	p.line("skin-line", 1.5, path("O 470 236 47"))
	p.line("skin-line", 2.5, path("M 426 174 C 456 166 488 166 514 176"))
}

// tray is the table with the vials, and with the syringe of what was drawn out.
func (p pen) tray(s sight) {
	p.shape("metal-soft", "metal-deep", 3, path("R 16 60 160 300 16"))
	p.line("metal", 3, path("R 26 70 140 280 10"))
	bands := []panel.Token{"teal-soft", "amber-soft", "coral-soft", "plum-soft"}
	for i, v := range s.vials {
		if i > 3 {
			break
		}
		x, y := 40+float64(i%2)*62, 88+float64(i/2)*92
		p.shape("metal", "metal-deep", 2, box(x+8, y-10, 26, 14, 3))
		p.shape("paper-raised", "metal-deep", 2, box(x, y+4, 42, 62, 7))
		if h := 54 * v.level; h > 1 {
			p.fill("drug", 0.75, box(x+3, y+62-h, 36, h, 4))
		}
		p.shape(bands[i], "metal-deep", 1, box(x, y+24, 42, 24, 1))
		p.line("ink-soft", 2, panel.Path{}.M(x+6, y+32).L(x+34, y+32).M(x+6, y+40).L(x+26, y+40))
	}
	if s.drawn > 0 && (s.filling || s.needle == "") { // what came out of the pump
		p.syringe(92, 322, 1, 0, s.drawn, "drug-deep", 0.85)
	}
	if s.syringe && (!s.filling || s.needle == "") {
		p.syringe(92, 286, 1, 0, s.left, "drug", 0.85)
	}
}

// needle stands over the pump, and in it when it is in, with the syringe on it.
func (p pen) needle(s sight) {
	ux, uy := 0.5, -0.866 // the way up from the tip
	away := (1 - s.depth) * 62
	x, y := pumpX+ux*away, pumpY-2+uy*away
	hub := 62.0
	colour := panel.Token("metal-deep")
	width := 3.4
	if s.needle == "access" {
		width = 2.2
	}
	if s.depth > 0.5 { // the part in the skin is not seen
		p.fill("skin-line", 0.6, path("O 471 234 4"))
	}
	p.line(colour, width, panel.Path{}.M(x, y).L(x+ux*hub, y+uy*hub))
	p.line("teal-deep", 9, panel.Path{}.M(x+ux*hub, y+uy*hub).L(x+ux*(hub+14), y+uy*(hub+14)))
	mid := hub + 14 + 54
	if s.filling {
		p.syringe(x+ux*mid, y+uy*mid, ux, uy, s.left, "drug", 1)
	} else {
		p.syringe(x+ux*mid, y+uy*mid, ux, uy, s.drawn, "drug-deep", 1)
	}
}

// syringe lies with its middle at x, y, its plunger in the direction ux, uy; so
// much of it is full.
func (p pen) syringe(x, y, ux, uy, part float64, fluid panel.Token, scale float64) {
	vx, vy := -uy, ux
	at := func(along, across float64) (float64, float64) {
		along, across = along*scale, across*scale
		return x + ux*along + vx*across, y + uy*along + vy*across
	}
	quad := func(a, b, w float64) panel.Path {
		x1, y1 := at(a, -w)
		x2, y2 := at(b, -w)
		x3, y3 := at(b, w)
		x4, y4 := at(a, w)
		return panel.Path{}.M(x1, y1).L(x2, y2).L(x3, y3).L(x4, y4).Z()
	}
	from, to, w := -52.0, 52.0, 15.0
	end := from + (to-from-8)*part
	p.shape("metal-soft", "metal-deep", 2*scale, quad(end+4, end+64, 3.5)) // the plunger's rod
	p.shape("metal", "metal-deep", 2*scale, quad(end+62, end+67, 13))
	p.fill("paper-raised", 0.92, quad(from, to, w))
	if part > 0 {
		p.fill(fluid, 0.85, quad(from+2, end, w-2))
	}
	p.fill("metal-deep", 1, quad(end, end+5, w-1))
	p.line("metal-deep", 2.5*scale, quad(from, to, w))
	for i := 1; i < 4; i++ { // a mark for each 5 mL
		a := from + (to-from-8)*float64(i)/4
		x1, y1 := at(a, -w)
		x2, y2 := at(a, -w+10)
		p.line("metal-deep", 1.5*scale, panel.Path{}.M(x1, y1).L(x2, y2))
	}
	x1, y1 := at(from, 0)
	x2, y2 := at(from-8, 0)
	p.line("metal-deep", 6*scale, panel.Path{}.M(x1, y1).L(x2, y2))
}

// sectionDrawing is the pump under the skin, cut through, with a needle at each
// place that one was at.
func sectionDrawing(f, level float64, reservoir, catheter, pocket bool) *panel.Drawing {
	p := pen{&panel.Drawing{}, f}
	p.fill("paper-sunk", 1, path("R 0 0 640 300 14"))
	// skin, and the tissue below it
	skin := path("M 0 116 C 120 116 180 96 320 94 C 460 96 520 116 640 116 L 640 286 C 640 294 634 300 626 300 L 14 300 C 6 300 0 294 0 286 Z")
	p.fill("bone", 1, skin)
	p.fill("skin", 1, path("M 0 116 C 120 116 180 96 320 94 C 460 96 520 116 640 116 L 640 138 C 520 138 460 118 320 116 C 180 118 120 138 0 138 Z"))
	p.line("skin-line", 3, path("M 0 116 C 120 116 180 96 320 94 C 460 96 520 116 640 116"))
	if pocket {
		p.fill("drug", 0.30, path("O 166 190 50"))
		p.fill("drug", 0.45, path("O 170 188 34"))
	}
	// the pump, its reservoir and what is in it
	p.shape("metal-soft", "metal-deep", 4, path("R 220 140 220 124 26"))
	p.shape("paper-raised", "metal-deep", 2.5, path("R 240 176 150 72 10"))
	if level > 0 {
		h := 68 * level
		p.fill("drug", 0.8, box(242, 246-h, 146, h, 8))
	}
	p.shape("plum-soft", "plum", 2.5, path("R 300 140 32 34 5")) // the refill port's membrane
	p.line("metal-deep", 2.5, path("M 316 174 L 316 180"))
	// the catheter port and the catheter
	p.shape("teal-soft", "teal-deep", 2.5, path("R 412 148 26 24 5"))
	p.line("metal-deep", 12, path("M 440 204 C 500 204 520 240 640 236"))
	p.line("paper-raised", 7, path("M 440 204 C 500 204 520 240 640 236"))
	p.line("drug", 3, path("M 440 204 C 500 204 520 240 640 236"))
	p.line("drug", 3, path("M 390 204 L 440 204"))
	p.line("teal-deep", 2.5, path("M 425 172 L 425 204"))
	needle := func(x, y float64, colour panel.Token) {
		const ux, uy = 0.0, -0.9
		p.line(colour, 5, panel.Path{}.M(x, y).L(x+ux*150, y+uy*150))
		p.line("teal-deep", 13, panel.Path{}.M(x+ux*150, y+uy*150).L(x+ux*168, y+uy*168))
		p.fill(colour, 1, panel.Circle(x, y, 5))
	}
	if reservoir {
		needle(316, 184, "metal-deep")
	}
	if catheter {
		needle(425, 166, "coral-deep")
	}
	if pocket {
		needle(170, 188, "plum")
	}
	return p.g
}
