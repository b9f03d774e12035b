package practice

import (
	"slices"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
)

// events is what a log may hold.
var events = scenario.EventWords(pump.EventKinds()...)

// maxDepth is how deep conditions may stand in one another [design].
const maxDepth = 5

// condition reads a condition.
func (c *Case) condition(v document.Value) Condition { return c.conditionAt(v, maxDepth) }

func (c *Case) conditionAt(v document.Value, depth int) Condition {
	const wanted = "a condition such as {did: {do: interrogate}, before: {do: insert}}"
	k := v.Entries(wanted)
	if depth == 0 && v.Given() {
		v.Fail("", "the conditions stand too deep in one another", "fewer of not, all and any around each other")
	}
	for _, name := range k.Names() {
		switch name {
		case "did":
			return c.readDid(v)
		case "log":
			return readLogged(v)
		case "ends":
			return c.readEnds(v.Open("ends").Must("ends"))
		case "not":
			return Condition{Kind: Not, Of: []Condition{c.conditionAt(v.Open("not").Must("not"), depth-1)}}
		case "all", "any":
			kind := map[string]ConditionKind{"all": All, "any": Any}[name]
			cond := Condition{Kind: kind}
			for _, entry := range v.Open(name).Must(name).Some("a list of conditions", "conditions", 1, MaxWants) {
				cond.Of = append(cond.Of, c.conditionAt(entry, depth-1))
			}
			return cond
		}
	}
	v.Open("did", "log", "ends", "not", "all", "any")
	v.Fail("", "this says nothing that could hold", wanted)
	return Condition{}
}

func (c *Case) readDid(v document.Value) Condition {
	k := v.Open("did", "before", "after", "times")
	cond := Condition{Kind: Did, Act: c.act(k.Must("did"), true), Times: 1}
	if b := k.Get("before"); b.Given() {
		act := c.act(b, true)
		cond.Before = &act
	}
	if a := k.Get("after"); a.Given() {
		act := c.act(a, true)
		cond.After = &act
	}
	if t := k.Get("times"); t.Given() {
		cond.Times = t.Between(1, MaxActs)
	}
	return cond
}

// readEnds reads a state, which needs an order sheet where it speaks of that.
func (c *Case) readEnds(v document.Value) Condition {
	cond := Condition{Kind: Ends, Ends: document.Word(v, endings, Running)}
	switch {
	case cond.Ends == AsPrescribed && c.Prescribed == nil:
		v.Fail(v.Written(), "this case has no order sheet", "prescribed, or another state")
	case cond.Ends == Filled && (c.Prescribed == nil || c.Prescribed.Fill == 0):
		v.Fail(v.Written(), "no order sheet says how much to fill", "fill in prescribed, or another state")
	}
	return cond
}

func readLogged(v document.Value) Condition {
	k := v.Open("log", "site")
	cond := Condition{Kind: Logged, Event: document.Word(k.Must("log"), events, pump.Programmed)}
	if site := k.Get("site"); site.Given() {
		where := document.Word(site, scenario.Sites, pump.ReservoirPort)
		cond.Site = &where
		if cond.Event != pump.Injected {
			site.Fail(site.Written(), "only what is injected has a site", "log: injected")
		}
	}
	return cond
}

// holds tells whether a condition holds for an attempt as it stands. A mistake
// that comes before an act is made even where that act never came.
func (c Condition) holds(a *Attempt, mistake bool) bool {
	of := func(c Condition) bool { return c.holds(a, mistake) }
	switch c.Kind {
	case Did:
		return c.did(a.acts, mistake)
	case Logged:
		for _, e := range a.course.Session.Log() {
			if e.Event.Kind == c.Event && (c.Site == nil || e.Event.Site == *c.Site) {
				return true
			}
		}
		return false
	case Ends:
		return a.ends(c.Ends)
	case Not:
		return !of(c.Of[0])
	case Any:
		return slices.ContainsFunc(c.Of, of)
	}
	return !slices.ContainsFunc(c.Of, func(c Condition) bool { return !of(c) })
}

// did tells whether a row of acts has one often enough, at the right place.
func (c Condition) did(acts []Done, mistake bool) bool {
	done := func(d Done, act Act) bool { return !d.Outcome.Wrong && d.Act.like(act) }
	from, to := 0, len(acts)
	if c.Before != nil {
		to = slices.IndexFunc(acts, func(d Done) bool { return done(d, *c.Before) })
		if to < 0 && mistake {
			to = len(acts)
		}
	}
	if c.After != nil {
		from = len(acts)
		for i, d := range acts {
			if done(d, *c.After) {
				from = i + 1
			}
		}
	}
	n := 0
	for i := from; i < to; i++ {
		if done(acts[i], c.Act) {
			n++
		}
	}
	return n >= c.Times
}
