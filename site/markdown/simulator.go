package markdown

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/util"
)

// simulatorBlock is the simulator's place in a page: a still picture and a
// Start button. Not a byte of the program is asked for before the button is
// pressed; without script the button's place is taken by a link to the
// simulator's own page. It starts a scenario to play with, a guided test drive, a
// practice case, or an exam of so many cases drawn from all. What the block holds is its caption; without any, the summary of what
// it starts is.
//
//	::: simulator scenario=first-hours height=tall
//	Press the round button to ask for a dose.
//	:::
//
//	::: simulator drive=first-day
//	:::
//
//	::: simulator case=routine-refill
//	:::
//
//	::: simulator exam=5 title="An exam of five cases"
//	:::
//
// height is the height of the frame until the simulator has told its own:
// short, medium (the usual) or tall. size=small is for pages with many of them:
// no picture and no note, only what it starts, for how long, and the button; what
// it needs is said in the first block of the page.
var simulatorBlock = Kind{
	Name:     "simulator",
	Settings: []string{"scenario", "drive", "case", "exam", "height", "size", "title"},
	read:     readSimulator,
	open:     openSimulator,
	close:    closeSimulator,
}

var heights = []string{"medium", "short", "tall"} // the usual one first

// simulatorParts is what a simulator block shows.
type simulatorParts struct {
	starts                         Start
	small                          bool
	title, height, still           string
	minutes                        string // how long it takes, in words; "" for no end
	start, frame, note, needs, own string
}

func readSimulator(p *page, b *Block) {
	first := !p.body.Simulator
	p.body.Simulator = true
	parts := simulatorParts{height: b.get("height"), title: b.get("title")}
	if parts.height == "" {
		parts.height = heights[0]
	}
	if !slices.Contains(heights, parts.height) {
		p.wrong(b.at("height"), "unknown height "+quoted(parts.height), "allowed: short, medium, tall")
	}
	switch size := b.get("size"); size {
	case "", "small":
		parts.small = size == "small"
	default:
		p.wrong(b.at("size"), "unknown size "+quoted(size), "allowed: small, or no size")
	}
	b.found = &parts
	if !p.readStart(b, &parts) {
		return
	}
	if parts.title == "" {
		parts.title = parts.starts.Title
	}
	if !parts.small {
		parts.still = p.still(b)
	}
	parts.start = p.word(b.Pos(), parts.start)
	parts.frame = p.word(b.Pos(), "site.simulator.frame", "title", parts.title)
	parts.note = p.word(b.Pos(), "site.simulator.note")
	if first || !parts.small { // in a list of them it is said once
		parts.needs = p.word(b.Pos(), "site.simulator.needs_script")
	}
	parts.own = p.word(b.Pos(), "site.simulator.own_page")
}

// readStart finds what the block starts, and reports whether there is such a
// thing.
func (p *page) readStart(b *Block, parts *simulatorParts) bool {
	var find func(string) (Start, error)
	setting := ""
	for _, kind := range []struct {
		setting, start string
		find           func(string) (Start, error)
	}{
		{"scenario", "site.simulator.start", p.around.Scenario},
		{"drive", "site.simulator.start_drive", p.around.Drive},
		{"case", "site.simulator.start_case", p.around.Case},
		{"exam", "site.simulator.start_exam", p.around.Exam},
	} {
		if b.get(kind.setting) == "" {
			continue
		}
		if setting != "" {
			p.wrong(b.at(kind.setting), "a simulator starts one thing, not a "+setting+" and a "+kind.setting, "leave one of the two out")
			return false
		}
		setting, parts.start, find = kind.setting, kind.start, kind.find
	}
	if setting == "" {
		p.wrong(b.Pos(), `the block "simulator" needs drive=…, scenario=…, case=… or exam=…`, "")
		return false
	}
	found, err := find(b.get(setting))
	if err != nil {
		p.wrong(b.at(setting), err.Error(), "")
		return false
	}
	parts.starts = found
	if found.Minutes > 0 {
		parts.minutes = p.word(b.Pos(), "site.simulator.minutes", "minutes", strconv.Itoa(found.Minutes))
	}
	return true
}

// still returns the picture that stands where the simulator will be.
func (p *page) still(b *Block) string {
	return p.picture(b, "simulator-still", "still", p.word(b.Pos(), "site.simulator.still"))
}

// openSimulator writes the block up to its caption.
func openSimulator(w util.BufWriter, b *Block) {
	s := b.found.(*simulatorParts)
	class := "simulator"
	if s.small {
		class += " small"
	}
	write(w, `<figure class="`, class, `" data-src="`, escaped(s.starts.Address),
		`" data-title="`, escaped(s.frame), "\">\n")
	if s.small {
		write(w, "<figcaption>\n")
	}
	heading(w, b.level, "simulator-title", "", s.title)
	if !s.small {
		s.stage(w, "")
		write(w, "\n<figcaption>\n")
	}
	if !b.HasChildren() {
		write(w, "<p>", escaped(s.starts.Summary), "</p>\n")
	}
}

func closeSimulator(w util.BufWriter, b *Block) {
	s := b.found.(*simulatorParts)
	if s.minutes != "" {
		write(w, `<p class="simulator-minutes">`, escaped(s.minutes), "</p>\n")
	}
	own := `<a href="` + escaped(s.starts.Address) + `">` + escaped(s.own) + "</a></p>\n"
	if !s.small {
		write(w, `<p class="simulator-note">`, escaped(s.note), " ", own, "</figcaption></figure>\n")
		return
	}
	write(w, "</figcaption>\n")
	// A list of buttons, which is how some readers go through a page, has to
	// tell one from another.
	s.stage(w, ` aria-label="`+escaped(s.start+" – "+s.title)+`"`)
	write(w, "\n", `<p class="simulator-note">`, own, "</figure>\n")
}

// stage writes the place that the simulator will take. The button, with an
// attribute of its own, is hidden until the page's script shows it: what cannot
// work must not be offered.
func (s *simulatorParts) stage(w util.BufWriter, attribute string) {
	class := "simulator-stage"
	if s.height != heights[0] {
		class += " " + s.height
	}
	write(w, `<div class="`, class, `">`, s.still,
		`<button type="button" class="start" hidden`, attribute, "><span>", escaped(s.start), "</span></button>",
		s.needsScript(), "</div>")
}

// needsScript says why there is no button, to those who have no script.
func (s *simulatorParts) needsScript() string {
	if s.needs == "" {
		return ""
	}
	return `<noscript><p class="simulator-needs">` + escaped(s.needs) + "</p></noscript>"
}
