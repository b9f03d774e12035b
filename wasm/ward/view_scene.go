package ward

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// sight is what can be seen at the bedside.
type sight struct {
	vials    []vialSight
	prepared map[string]bool
	found    string // by which way the port was found last
	needle   string // which was taken
	depth    float64
	in       bool
	filling  bool    // the full syringe is on the needle, not the empty one
	syringe  bool    // one was drawn up
	left     float64 // of it, parts of 20 mL
	drawn    float64 // what came out of the pump, parts of 20 mL
}

type vialSight struct{ level float64 }

// full is what the drawn syringe holds when full.
const full units.Volume = 20_000_000

// sight looks at the bedside as the acts have made it.
func (m *Model) sight() sight {
	a := m.here().attempt
	s := sight{prepared: map[string]bool{}}
	used := map[string]units.Volume{}
	var out units.Volume
	for _, d := range a.Acts() {
		switch d.Act.Verb {
		case practice.Prepare:
			s.prepared[d.Act.Word] = true
		case practice.FindPort:
			s.found = d.Act.Word
		case practice.DrawUp:
			used[d.Act.Word] += d.Act.Volume
		case practice.Empty:
			out += d.Outcome.Volume
		case practice.Insert:
			s.filling = false
		case practice.Inject:
			s.filling = true
		case practice.Withdraw: // what covers the place is taken away
			s.found, s.prepared["drape"] = "", false
		}
	}
	for _, v := range m.here().c.Tray {
		s.vials = append(s.vials, vialSight{share(v.Holds-used[v.Name], v.Holds)})
	}
	taken, port := a.Needle()
	s.needle, s.in = taken, port != ""
	vial, left := a.Syringe()
	s.syringe, s.left, s.drawn = vial != nil, share(left, full), share(out, full)
	if f := m.fields[idDepth]; f != "" {
		s.depth = float64(depthOf(f)) / deep
	} else if s.in {
		s.depth = 1
	}
	return s
}

func share(v, of units.Volume) float64 {
	if of <= 0 {
		return 0
	}
	return max(0, min(1, float64(v)/float64(of)))
}

// key tells sights that look different apart.
func (s sight) key() []string {
	key := []string{s.found, s.needle, strconv.FormatBool(s.in), strconv.FormatBool(s.filling), strconv.FormatBool(s.syringe), form.Fixed(s.depth), form.Fixed(s.left), form.Fixed(s.drawn)}
	for _, p := range practice.Preparations {
		key = append(key, strconv.FormatBool(s.prepared[p]))
	}
	for _, v := range s.vials {
		key = append(key, form.Fixed(v.level))
	}
	return key
}

// scene is the bedside as it is seen, when it is, and what is in hand.
func (d *draft) scene(at panel.Rect) panel.Node {
	return d.Card("scene", d.words("ward.scene.name"), at, func(in panel.Rect) []panel.Node {
		return form.Stack(in, d.Style.Space[3],
			d.Say("scene.when", d.m.when(d.s.attempt.Session().Now()), form.Letters{Size: d.Style.Large, Bold: true, Colour: "ink"}),
			d.bedsidePicture, d.table("scene.hand", d.inHand()))
	})
}

// inHand is what the nurse holds, in words.
func (d *draft) inHand() []line {
	taken, port := d.s.attempt.Needle()
	needle := d.words("ward.hand.no_needle")
	if taken != "" {
		needle = d.words("ward.take." + taken)
	}
	if port != "" {
		needle += ", " + d.words("ward.needle.in")
	}
	syringe := d.words("ward.hand.no_syringe")
	if vial, left := d.s.attempt.Syringe(); vial != nil {
		syringe = d.words("ward.hand.syringe", "volume", millilitres(left), "label", vial.Label)
	}
	return []line{{"needle", d.words("ward.hand.needle"), needle}, {"syringe", d.words("ward.hand.in_syringe"), syringe}}
}

// bedsidePicture is the patient's belly from above, with the tray beside it.
func (d *draft) bedsidePicture(at panel.Rect) panel.Node {
	s := d.m.sight()
	at.H = at.W * sceneH / sceneW
	said := []string{d.words("ward.scene.lies")}
	if s.found != "" {
		said = append(said, d.words("ward.did.find_port."+s.found))
	}
	for _, p := range practice.Preparations {
		if s.prepared[p] {
			said = append(said, d.words("ward.did.prepare."+p))
		}
	}
	n := panel.Node{ID: "scene.picture", Role: panel.Picture, Name: d.words("ward.scene.picture"), Description: strings.Join(said, " "), Bounds: at}
	n.Look.Drawing = d.Drawn("bedside", append(s.key(), form.Fixed(at.W)), func() *panel.Drawing { return bedsideDrawing(s, at.W/sceneW) })
	return n
}

// places are where in the patient something was injected or drawn, in truth.
func (m *Model) places() (reservoir, catheter, pocket bool) {
	for _, e := range m.here().attempt.Session().Log() {
		switch {
		case e.Event.Kind == pump.Aspirated:
			reservoir = true
		case e.Event.Kind == pump.Injected:
			switch e.Event.Site {
			case pump.ReservoirPort:
				reservoir = true
			case pump.CatheterPort:
				catheter = true
			case pump.Pocket:
				pocket = true
			}
		}
	}
	return reservoir, catheter, pocket
}

// needled tells whether a needle was used at all.
func (d *draft) needled() bool {
	a, b, c := d.m.places()
	return a || b || c
}

// section is the pump under the skin, cut through, with where the needle truly
// was.
func (d *draft) section(at panel.Rect) panel.Node {
	reservoir, catheter, pocket := d.m.places()
	at.H = at.W * sectionH / sectionW
	var said []string
	for _, p := range []struct {
		was bool
		key string
	}{{reservoir, "reservoir"}, {catheter, "catheter"}, {pocket, "beside"}} {
		if p.was {
			said = append(said, d.words("ward.section."+p.key))
		}
	}
	st := d.s.attempt.Session().Status()
	level := share(st.TrueReservoir, d.s.attempt.Session().Setup().Model.Capacity())
	n := panel.Node{ID: "section", Role: panel.Picture, Name: d.words("ward.section.name"), Description: strings.Join(said, " "), Bounds: at}
	key := []string{form.Fixed(at.W), form.Fixed(level), strconv.FormatBool(reservoir), strconv.FormatBool(catheter), strconv.FormatBool(pocket)}
	n.Look.Drawing = d.Drawn("section", key, func() *panel.Drawing {
		return sectionDrawing(at.W/sectionW, level, reservoir, catheter, pocket)
	})
	words, h := d.Text("section.words", strings.Join(said, " "), panel.Rect{X: at.X, Y: at.Bottom() + d.Style.Space[1], W: at.W}, d.Plain())
	whole := panel.Node{ID: "section.whole", Bounds: at, Children: []panel.Node{n, words}}
	whole.Bounds.H += d.Style.Space[1] + h
	return whole
}
