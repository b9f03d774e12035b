package markdown

import (
	"slices"

	"github.com/yuin/goldmark/util"
)

// simulatorBlock is the simulator's place in a page: a still picture and a
// Start button. Not a byte of the program is asked for before the button is
// pressed; without script the button's place is taken by a link to the
// simulator's own page. What the block holds is its caption; without any, the
// scenario's summary is.
//
//	::: simulator scenario=first-hours height=tall
//	Press the round button to ask for a dose.
//	:::
//
// height is the height of the frame until the simulator has told its own:
// short, medium (the usual) or tall.
var simulatorBlock = Kind{
	Name:     "simulator",
	Settings: []string{"scenario", "height", "title"},
	Needs:    []string{"scenario"},
	read:     readSimulator,
	open:     openSimulator,
	close:    closeSimulator,
}

var heights = []string{"short", "medium", "tall"}

// simulatorParts is what a simulator block shows.
type simulatorParts struct {
	scenario                       Scenario
	title, height, still, play     string
	start, frame, note, needs, own string
}

func readSimulator(p *page, b *Block) {
	p.body.Simulator = true
	parts := simulatorParts{height: b.get("height"), title: b.get("title")}
	if parts.height == "" {
		parts.height = "medium"
	}
	if !slices.Contains(heights, parts.height) {
		p.wrong(b.at("height"), "unknown height "+quoted(parts.height), "allowed: short, medium, tall")
	}
	b.found = &parts
	scenario, err := p.around.Scenario(b.get("scenario"))
	if err != nil {
		p.wrong(b.at("scenario"), err.Error(), "")
		return
	}
	parts.scenario = scenario
	if parts.title == "" {
		parts.title = scenario.Title
	}
	parts.still, parts.play = p.still(b), p.icon(b, "icon-play")
	parts.start = p.word(b.Pos(), "site.simulator.start")
	parts.frame = p.word(b.Pos(), "site.simulator.frame", "title", parts.title)
	parts.note = p.word(b.Pos(), "site.simulator.note")
	parts.needs = p.word(b.Pos(), "site.simulator.needs_script")
	parts.own = p.word(b.Pos(), "site.simulator.own_page")
}

// still returns the picture that stands where the simulator will be.
func (p *page) still(b *Block) string {
	svg, err := p.around.Picture("simulator-still")
	if err != nil {
		p.wrong(b.Pos(), err.Error(), "")
	}
	return p.inline(b, "simulator-still.svg", svg, "still", p.word(b.Pos(), "site.simulator.still"))
}

// openSimulator writes the block up to its caption. The button is hidden until
// the page's script shows it: what cannot work must not be offered.
func openSimulator(w util.BufWriter, b *Block) {
	s := b.found.(*simulatorParts)
	write(w, `<figure class="simulator" data-simulator data-src="`, escaped(s.scenario.Address),
		`" data-title="`, escaped(s.frame), "\">\n")
	heading(w, b.level, "simulator-title", "", s.title)
	write(w, `<div class="simulator-stage `, s.height, `" data-stage>`, s.still,
		`<button type="button" class="start" data-start hidden>`, s.play, "<span>", escaped(s.start), "</span></button>",
		`<noscript><p class="simulator-needs">`, escaped(s.needs), "</p></noscript></div>\n<figcaption>\n")
	if !b.HasChildren() {
		write(w, "<p>", escaped(s.scenario.Summary), "</p>\n")
	}
}

func closeSimulator(w util.BufWriter, b *Block) {
	s := b.found.(*simulatorParts)
	write(w, `<p class="simulator-note">`, escaped(s.note), ` <a href="`, escaped(s.scenario.Address), `">`,
		escaped(s.own), "</a></p>\n</figcaption></figure>\n")
}
