package practice

import (
	"fmt"
	"slices"
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// Attempt is a nurse at a case. It is for one goroutine at a time.
type Attempt struct {
	c      *Case
	sc     *scenario.Scenario // with what chance has made of it
	seed   uint64
	course *scenario.Course
	acts   []Done
	left   int             // how much more may happen by itself
	full   bool            // more would have happened: the attempt is over
	record strings.Builder // what the code is made of
	stays  *bool           // steady; nil: not looked into since the last act
	hands
}

// hands is what the nurse has in hand, and where the needle is.
type hands struct {
	found  string                  // by which way the port was found
	needle string                  // which was taken; "" none
	port   string                  // where it is; "" not in the patient
	vial   *Vial                   // what was drawn up from; nil: nothing was
	holds  units.Volume            // what is left in the syringe
	drawn  map[string]units.Volume // from each vial
}

// Done is an act that was done, when, and what came of it.
type Done struct {
	At      units.Instant
	Act     Act
	Outcome Outcome
}

// Outcome is what an act led to.
type Outcome struct {
	Says    string          // what the patient answers or shows; "" for nothing of the kind
	Fluid   Fluid           // of DrawBack and Empty
	Volume  units.Volume    // of Empty: what came out; of Inject: what went in
	Hard    bool            // of Seat: the needle stands on a stop
	Blocked bool            // of Insert: the needle does not get in there
	Wrong   bool            // of Answer: the value is not right; of a command: it was refused
	Entries []session.Entry // what the pump and the truth log of it
}

// Fluid is what comes into the syringe.
type Fluid uint8

// The fluids.
const (
	NoFluid    Fluid = iota // nothing was drawn
	Nothing                 // nothing came, or air
	Drug                    // what is in the reservoir
	ClearFluid              // from the catheter, or from around the spinal cord
)

// Impossible is an act that cannot be done as things stand. Nothing has changed.
type Impossible struct {
	Act Act
	Why Reason
}

// Reason is why an act is impossible, as a stable word.
type Reason string

// The reasons.
const (
	NoNeedle      Reason = "no_needle"       // none was taken, or it is not in the patient
	NeedleIsIn    Reason = "needle_is_in"    // it has to come out first
	NothingToGive Reason = "nothing_to_give" // the syringe does not hold so much
	VialEmpty     Reason = "vial_empty"      // the vial does not hold so much
	NoSuchThing   Reason = "no_such_thing"   // there is no such act, or the case has no such vial, choice or question
	NothingAsked  Reason = "nothing_asked"   // a volume or a time of nothing
	Over          Reason = "over"            // the case has come to its end, or the attempt to one of its bounds
)

// Error names the act and the reason.
func (e *Impossible) Error() string {
	return fmt.Sprintf("%s is impossible now: %s", e.Act.Verb, e.Why)
}

// New begins a case in its scenario, with the chance that comes from a seed.
func New(c *Case, sc *scenario.Scenario, seed uint64) (*Attempt, error) {
	drawn := *sc
	if len(c.Draw) > 0 {
		truth := c.Draw[c.draws(seed)]
		if truth.FlowErrorPerMille != nil {
			drawn.Setup.Truth.FlowErrorPerMille = *truth.FlowErrorPerMille
		}
		if truth.Reservoir != nil {
			drawn.Setup.Truth.Reservoir = *truth.Reservoir
		}
	}
	course, err := drawn.Course()
	if err != nil {
		return nil, fmt.Errorf("the scenario %s cannot start: %w", c.Scenario, err)
	}
	// What the scenario does at its start has happened before the nurse comes.
	if err := course.AdvanceTo(0); err != nil {
		return nil, fmt.Errorf("the scenario %s cannot start: %w", c.Scenario, err)
	}
	a := &Attempt{c: c, sc: &drawn, seed: seed, course: course, left: mostHappens, hands: hands{drawn: map[string]units.Volume{}}}
	a.begin()
	return a, nil
}

// draws is which draw a seed leads to.
func (c *Case) draws(seed uint64) int { return int(scramble(seed) % uint64(len(c.Draw))) }

// scramble makes a number of which every bit depends on every bit of another
// (the finaliser of SplitMix64), so that seeds in a row draw what is not.
func scramble(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Seed is the seed that chance came from.
func (a *Attempt) Seed() uint64 { return a.seed }

// Case is the case that is attempted.
func (a *Attempt) Case() *Case { return a.c }

// Acts are all that were done, in order. It is not to be changed.
func (a *Attempt) Acts() []Done { return a.acts }

// Session is the pump as the case has made it. It is to be looked at only.
func (a *Attempt) Session() *session.Session { return a.course.Session }

// Needle is the needle that was taken, and where in the patient it is; each ""
// for none. Whoever does the case sees the first and not the second.
func (a *Attempt) Needle() (taken, port string) { return a.needle, a.port }

// Syringe is the vial that was drawn up from last, and what is left; nil and 0
// before.
func (a *Attempt) Syringe() (*Vial, units.Volume) { return a.vial, a.holds }

// Do does an act and lets the time that it takes pass. What of the act does not
// count for its verb is left out of what was done. The error is an *Impossible.
func (a *Attempt) Do(act Act) (Outcome, error) {
	s := a.course.Session
	now := s.Now()
	impossible := func(why Reason) (Outcome, error) { return Outcome{}, &Impossible{act, why} }
	switch {
	case a.full || len(a.acts) == MaxActs || act.Lasts() > a.sc.Until-units.Span(now):
		return impossible(Over)
	case act.asksNothing():
		return impossible(NothingAsked)
	}
	text, done, there := a.c.written(act)
	switch {
	case !there:
		return impossible(NoSuchThing)
	case !a.fits(text):
		return impossible(Over)
	}
	a.stays = nil
	before := len(s.Log())
	o, why := a.perform(done)
	if why != "" {
		return impossible(why)
	}
	a.full = !pass(a.course, now.Add(done.Lasts()), &a.left)
	o.Entries = slices.Clip(s.Log()[before:])
	a.acts = append(a.acts, Done{now, done, o})
	a.write(text)
	return o, nil
}

// mostHappens is how much may happen by itself in an attempt, and in what
// follows it: an infusion can be prescribed that gives something every few
// milliseconds, and no code may hang a machine [design].
const mostHappens = 50_000

// pass lets time pass, one happening after the other. It stops, and is false,
// where more would happen than is left.
func pass(course *scenario.Course, until units.Instant, left *int) bool {
	for course.Session.Now() < until {
		if *left == 0 || course.AdvanceTo(course.Due(until)) != nil {
			return false
		}
		*left--
	}
	return true
}

// perform does an act, one that the case has, at this instant.
func (a *Attempt) perform(act Act) (o Outcome, why Reason) {
	switch act.Verb {
	case Ask:
		o.Says = a.c.Patient.Says[act.Word]
	case Look:
		o.Says = a.c.Patient.Shows[act.Word]
	case FindPort:
		a.found = act.Word
	case Take:
		if a.port != "" {
			return o, NeedleIsIn
		}
		a.needle = act.Word
	case DrawUp:
		return o, a.drawUp(act)
	case Insert:
		return a.insert(act.Word)
	case Seat:
		// Under either port lies metal; beside the pump is nothing that stops a needle.
		o.Hard = a.port == "reservoir" || a.port == "catheter"
		if a.port == "" {
			return o, NoNeedle
		}
	case DrawBack, Empty:
		return a.draw(act.Verb)
	case Inject:
		return a.inject(act.Volume)
	case Withdraw:
		if a.port == "" {
			return o, NoNeedle
		}
		a.port, a.needle = "", ""
	case Answer:
		i := slices.IndexFunc(a.c.Questions, func(q Question) bool { return q.Name == act.Word })
		o.Wrong = !act.Value.near(a.c.Questions[i].Answer, a.c.Questions[i].Within)
	default:
		if act.OnTablet() {
			for _, e := range a.course.Session.Do(act.Command) {
				o.Wrong = o.Wrong || e.Event.Kind == pump.ProgramRefused || e.Event.Kind == pump.CommandRefused
			}
		}
	}
	return o, ""
}
