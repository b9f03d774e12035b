package practice

import (
	"fmt"
	"slices"

	"iddtestdrive/engine/scenario"
)

// Misfit is something in a case that does not do what the case says.
type Misfit struct {
	Case    string
	Script  string // which script it shows in; "" for none
	Problem string
	Allowed string // what would be right
}

// Error gives the place, the problem and what would be right.
func (m *Misfit) Error() string {
	place := m.Case
	if m.Script != "" {
		place += ": " + m.Script
	}
	return place + ": " + m.Problem + "\n    allowed: " + m.Allowed
}

// Walk tries a case in its scenario, nil if there is none, with each draw of
// chance: the right script has to get full marks, and each mistake's script has
// to make that mistake and get less. The error is a *Misfit.
func Walk(c *Case, sc *scenario.Scenario) error {
	w := walk{c, sc}
	switch {
	case sc == nil:
		return w.misfit("", "there is no scenario "+c.Scenario, "the plain name of a file in content/scenarios")
	case sc.Audience != scenario.Nurse:
		return w.misfit("", "the scenario "+c.Scenario+" is not for nurses", "audience: nurse in the scenario")
	}
	for draw := range max(1, len(c.Draw)) {
		if err := w.all(c.seedOf(draw)); err != nil {
			return err
		}
	}
	return nil
}

// seedOf is the least seed that draws that one.
func (c *Case) seedOf(draw int) uint64 {
	seed := uint64(0)
	for len(c.Draw) > 0 && c.draws(seed) != draw {
		seed++
	}
	return seed
}

type walk struct {
	c  *Case
	sc *scenario.Scenario
}

func (w walk) misfit(script, problem, allowed string) error {
	return &Misfit{w.c.Name, script, problem, allowed}
}

// all tries every script with one draw.
func (w walk) all(seed uint64) error {
	right, err := w.play("right", w.c.Right, seed)
	if err != nil {
		return err
	}
	for _, j := range right.Wants {
		if !j.So {
			return w.misfit("right", "it does not do what is wanted: "+j.Say, "a script that does all of it")
		}
	}
	for i, j := range right.Mistakes {
		if j.So {
			return w.misfit("right", "it makes a mistake: "+j.Say, "a script without mistakes")
		}
		if err := w.mistake(i, right, seed); err != nil {
			return err
		}
	}
	return nil
}

// mistake tries the script that makes a mistake.
func (w walk) mistake(i int, right Score, seed uint64) error {
	m := w.c.Mistakes[i]
	script := fmt.Sprintf("mistakes.%d.shown", i+1)
	acts := w.c.Right
	for _, e := range m.Shown {
		if !slices.ContainsFunc(acts, func(a Act) bool { return a.Verb == e.Verb }) {
			return w.misfit(script, "the right script has no "+string(e.Verb), "a change of something that it has")
		}
		acts = e.apply(acts)
	}
	score, err := w.play(script, acts, seed)
	if err != nil {
		return err
	}
	switch {
	case !score.Mistakes[i].So:
		return w.misfit(script, "it does not make the mistake: "+m.Say, "changes that make it")
	case score.Points >= right.Points:
		return w.misfit(script, "it gets full marks all the same", "a mistake that costs something")
	}
	return nil
}

// apply makes the change to a copy.
func (e Edit) apply(acts []Act) []Act {
	at := slices.IndexFunc(acts, func(a Act) bool { return a.Verb == e.Verb })
	switch e.Kind {
	case LeaveOut:
		return slices.DeleteFunc(slices.Clone(acts), func(a Act) bool { return a.Verb == e.Verb })
	case InsteadOf:
		return slices.Concat(acts[:at], e.Acts, acts[at+1:])
	}
	return slices.Concat(acts[:at+1], e.Acts, acts[at+1:])
}

// play does a script to its end and judges it.
func (w walk) play(script string, acts []Act, seed uint64) (Score, error) {
	a, err := New(w.c, w.sc, seed)
	if err != nil {
		return Score{}, w.misfit(script, err.Error(), "a scenario that starts")
	}
	for i, act := range acts {
		if _, err := a.Do(act); err != nil {
			return Score{}, w.misfit(script, fmt.Sprintf("act %d, %s", i+1, err), "acts that are possible one after the other")
		}
	}
	return a.Score(), nil
}
