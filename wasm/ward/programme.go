package ward

import (
	"errors"
	"math/big"
	"slices"
	"strconv"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// setting is a prescription while it is being set on the tablet: numbers are
// still texts, and may be wrong.
type setting struct {
	drug   therapy.Drug
	mode   therapy.Mode
	text   map[string]string // by the names of fields
	days   []day
	week   [7]int // the index into days of each weekday, Monday first
	day    int    // of days: the one on the screen
	step   int    // of its steps: the one being set
	remote bool
	bridge bool
}

// day is a day pattern while it is being set.
type day struct {
	name  string
	steps []step
}

// step is a step of a day pattern; give is a text, minimum the lowest flow.
type step struct {
	from    units.Span
	give    string
	minimum bool
}

// settingOf is a prescription as it is begun to be set.
func settingOf(p therapy.Prescription) setting {
	s := setting{drug: p.Drug, mode: p.Infusion.Mode, week: p.Infusion.Week, text: map[string]string{"strength": p.Concentration.String()}}
	in := p.Infusion
	switch in.Mode {
	case therapy.Continuous:
		s.text["daily"] = in.Daily.String()
	case therapy.Periodic:
		s.text["give"], s.text["over"] = in.Periodic.Give.String(), in.Periodic.Over.String()
		s.text["every"], s.text["background"] = in.Periodic.Every.String(), in.Periodic.Background.String()
	}
	for _, pattern := range in.Patterns {
		d := day{name: pattern.Name}
		for _, st := range pattern.Steps {
			one := step{from: st.From, minimum: st.Minimum}
			if !st.Minimum {
				one.give = st.Give.String()
			}
			d.steps = append(d.steps, one)
		}
		s.days = append(s.days, d)
	}
	if b := p.PatientBolus; b != nil {
		s.remote = true
		s.text["dose"], s.text["dose_over"] = b.Dose.String(), b.Over.String()
		s.text["lockout"], s.text["per_day"] = b.Lockout.String(), strconv.Itoa(b.PerDay)
		if b.DailyLimit != nil {
			s.text["limit"] = b.DailyLimit.String()
		}
	}
	return s
}

// mass is the unit in which a drug's doses are set.
func (s *setting) mass() string {
	if s.drug == therapy.Morphine {
		return "mg"
	}
	return "mcg"
}

// slip is a field that does not hold what it should.
type slip struct{ field, example string }

// Error names the field.
func (s slip) Error() string { return s.field }

// needed reads a field that has to be there.
func needed[T any](s *setting, field, unit, example string, parse func(string) (T, error)) (T, error) {
	v, err := parse(withUnit(s.text[field], unit))
	if err != nil {
		return v, slip{field, example}
	}
	return v, nil
}

// prescription is what is set; the error is a slip.
func (s *setting) prescription() (p therapy.Prescription, err error) {
	p.Drug = s.drug
	mass := s.mass()
	dose, strength := "3 "+mass, "10 "+mass+"/mL"
	p.Concentration, err = needed(s, "strength", mass+"/mL", strength, units.ParseConcentration)
	p.Infusion.Mode = s.mode
	errs := []error{err}
	take := func(to *units.Mass, field string) {
		v, err := needed(s, field, mass, dose, units.ParseMass)
		*to, errs = v, append(errs, err)
	}
	last := func(to *units.Span, field, example string) {
		v, err := needed(s, field, "min", example, units.ParseSpan)
		*to, errs = v, append(errs, err)
	}
	switch s.mode {
	case therapy.Continuous:
		take(&p.Infusion.Daily, "daily")
	case therapy.Periodic:
		b := &p.Infusion.Periodic
		take(&b.Give, "give")
		last(&b.Over, "over", "5 min")
		last(&b.Every, "every", "4 h")
		take(&b.Background, "background")
	case therapy.Flex:
		p.Infusion.Patterns, err = s.patterns()
		p.Infusion.Week, errs = s.week, append(errs, err)
	}
	if s.remote {
		b := &therapy.PatientBolus{}
		p.PatientBolus = b
		take(&b.Dose, "dose")
		last(&b.Over, "dose_over", "10 min")
		last(&b.Lockout, "lockout", "3 h")
		n, err := strconv.Atoi(s.text["per_day"])
		if err != nil || n < 1 || n > 1000 {
			errs = append(errs, slip{"per_day", "4"})
		}
		b.PerDay = n
		if s.text["limit"] != "" {
			b.DailyLimit = new(units.Mass)
			take(b.DailyLimit, "limit")
		}
	}
	return p, errors.Join(errs...)
}

// patterns are the day patterns that are set.
func (s *setting) patterns() ([]therapy.Pattern, error) {
	var all []therapy.Pattern
	for _, d := range s.days {
		pattern := therapy.Pattern{Name: d.name}
		for _, st := range d.steps {
			one := therapy.FlexStep{From: st.from, Minimum: st.minimum}
			if !st.minimum {
				give, err := units.ParseMass(withUnit(st.give, s.mass()))
				if err != nil {
					return nil, slip{"step", "0.5 " + s.mass()}
				}
				one.Give = give
			}
			pattern.Steps = append(pattern.Steps, one)
		}
		all = append(all, pattern)
	}
	return all, nil
}

// change is what would be sent; the error is a slip.
func (s *setting) change() (pump.Change, error) {
	p, err := s.prescription()
	c := pump.Change{Prescription: p, Bridge: s.bridge}
	if text := s.text["reservoir"]; text != "" {
		v, wrong := units.ParseVolume(withUnit(text, "mL"))
		if wrong != nil {
			err = errors.Join(err, slip{"reservoir", "18 mL"})
		}
		c.Reservoir = &v
	}
	return c, err
}

// slips are the fields that are wrong, the first of them first.
func slips(err error) []slip {
	var one slip
	if errors.As(err, &one) {
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			var all []slip
			for _, e := range many.Unwrap() {
				all = append(all, slips(e)...)
			}
			return all
		}
		return []slip{one}
	}
	return nil
}

// setMode chooses how the drug is given; a day pattern begins with one step.
func (s *setting) setMode(m therapy.Mode) {
	s.mode = m
	if m == therapy.Flex && len(s.days) == 0 {
		s.days = []day{{name: "day-1", steps: []step{{give: s.text["daily"]}}}}
	}
}

// addDay adds a day pattern that begins as the one on the screen.
func (s *setting) addDay() {
	if len(s.days) >= therapy.MaxPatterns {
		return
	}
	copied := day{name: "day-" + strconv.Itoa(len(s.days)+1), steps: slices.Clone(s.days[s.day].steps)}
	s.days = append(s.days, copied)
	s.day, s.step = len(s.days)-1, 0
}

// addStep divides the step that is being set in two, and its dose with it, so that
// the day's dose stays as it was.
func (s *setting) addStep() {
	d := &s.days[s.day]
	if len(d.steps) >= therapy.MaxSteps {
		return
	}
	from, to := d.steps[s.step].from, d.until(s.step)
	half := (from + (to-from)/2) / quarter * quarter
	if half <= from {
		return
	}
	first, second := d.steps[s.step].give, d.steps[s.step].give
	if dose, err := units.ParseMass(withUnit(first, s.mass())); err == nil {
		part := units.Mass(big.NewInt(0).Div(big.NewInt(0).Mul(big.NewInt(int64(dose)), big.NewInt(int64(half-from))), big.NewInt(int64(to-from))).Int64())
		first, second = part.String(), (dose - part).String()
	}
	d.steps[s.step].give = first
	d.steps = slices.Insert(d.steps, s.step+1, step{from: half, give: second, minimum: d.steps[s.step].minimum})
	s.step++
}

// removeStep takes the step that is being set away, and puts its dose to the one
// before it; the first stays.
func (s *setting) removeStep() {
	d := &s.days[s.day]
	if s.step == 0 || len(d.steps) < 2 {
		return
	}
	before := &d.steps[s.step-1]
	gone, err := units.ParseMass(withUnit(d.steps[s.step].give, s.mass()))
	had, wrong := units.ParseMass(withUnit(before.give, s.mass()))
	if err == nil && wrong == nil && !before.minimum && !d.steps[s.step].minimum {
		before.give = (had + gone).String()
	}
	d.steps = slices.Delete(d.steps, s.step, s.step+1)
	s.step--
}

// total is the dose of a day, where all of it can be read.
func (s *setting) total() (units.Mass, bool) {
	sum := units.Mass(0)
	for _, st := range s.days[s.day].steps {
		dose, err := units.ParseMass(withUnit(st.give, s.mass()))
		if !st.minimum && err != nil {
			return 0, false
		}
		if !st.minimum {
			sum += dose
		}
	}
	return sum, true
}

// quarter is how finely times of day are set [design].
const quarter = 15 * units.Minute

// until is when a step of a day ends.
func (d *day) until(i int) units.Span {
	if i+1 < len(d.steps) {
		return d.steps[i+1].from
	}
	return units.Day
}

// moveStep sets when a step begins, between its neighbours.
func (s *setting) moveStep(quarters int) {
	d := &s.days[s.day]
	if s.step == 0 {
		return
	}
	least, most := d.steps[s.step-1].from+quarter, d.until(s.step)-quarter
	d.steps[s.step].from = max(least, min(most, units.Span(quarters)*quarter))
}
